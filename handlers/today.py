"""What there is today for somebody who has just come, in a few lines: numbers, no record by name.

Said on every channel, as far as its level lets numbers be said there (`handlers/limits.py`).
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers import brief_words, briefs
from handlers.briefs import Brief
from handlers.examples import LISTS, MEETINGS, OWN_LISTS, Example
from handlers.limits import Levels
from handlers.meetings import lines as meeting_lines
from handlers.references import NOUN_OF
from handlers.texts import Say, Words, lines
from scheduler.calendar import WorkingCalendar
from storage import dossiers, due_items, meetings
from storage.meeting_records import MeetingLine
from storage.meetings import Sought
from storage.models import ItemKind, Level, MeetingState, Noun
from storage.viewer import Role, Viewer

ONE_DAY = dt.timedelta(days=1)
MEETING_AHEAD = dt.timedelta(days=14)  # so far the next meeting is looked for
DUE_AHEAD = dt.timedelta(days=30)  # and so far what falls due next
CASES = frozenset(NOUN_OF.values())
SOME = 5  # meetings: one of them will be held
NOT_THEN = frozenset({MeetingState.POSTPONED, MeetingState.CANCELLED})


@dataclass(frozen=True, kw_only=True)
class Today:
    """What is said of today, and the questions about what there is."""

    words: Words | None = None
    questions: tuple[Example, ...] = ()


async def today(
    db: AsyncSession,
    viewer: Viewer,
    *,
    levels: Levels,
    say: Say,
    now: dt.datetime,
    calendar: WorkingCalendar,
) -> Today:
    """At most five statements. Empty for strangers, and for who keeps the program, not the cases.

    `levels` says of each noun how much may be said where this is read: where it is nothing, it is
    neither counted nor offered, and nobody is told that there is none.
    """
    may = frozenset(noun for noun, level in levels.items() if level is not Level.NONE)
    if viewer.person_id is None or viewer.role is Role.ADMIN or may.isdisjoint(CASES):
        return Today()
    if not viewer.is_staff:
        return await _of_citizen(db, viewer, say) if Noun.DOSSIERS in may else Today()
    gathered = await briefs.gather(db, viewer, today=now.date(), calendar=calendar, shown=False)
    told = _told(gathered, may, viewer, say, now)
    if told.words or not may >= CASES:
        return told
    return Today(words=lines(say("today-nothing"), await _next(db, viewer, say, now)))


async def _of_citizen(db: AsyncSession, viewer: Viewer, say: Say) -> Today:
    page = await dossiers.awaited_by(db, viewer, limit=1)
    if not page.items:
        return Today(words=say("today-no-dossier"))
    first = page.items[0]
    words = lines(
        say("today-dossiers", total=page.total),
        say("today-dossier-due", day=first.due_on) if first.due_on else None,
        say("brief-as-of", at=first.source_at),
    )
    return Today(words=words)


def _told(
    gathered: Brief, may: frozenset[Noun], viewer: Viewer, say: Say, now: dt.datetime
) -> Today:
    """Line by line what there is; nothing at all where there is none of it."""
    meetings_told = _meetings(gathered, say, now) if Noun.MEETINGS in may else None
    held = [kind for kind in gathered.held if NOUN_OF[kind.kind] in may]
    late = {
        kind: number
        for kind in ItemKind
        if NOUN_OF[kind] in may
        and (number := sum(other.number.get(kind, 0) for other in gathered.others))
    }
    if not (meetings_told or held or late):
        return Today()
    sources = [item.source_at for kind in held for item in kind.items]
    sources += [other.as_of for other in gathered.others if late]
    words = lines(
        say("today-heading", day=now.date()),
        meetings_told,
        *(
            say(
                "today-held",
                kind=say("brief-kind", kind=kind.kind),
                numbers=brief_words.by_stage(kind, say),
            )
            for kind in held
        ),
        say("today-late", role=viewer.role, numbers=brief_words.late_numbers(late, say))
        if late
        else None,
        say("brief-as-of", at=min(sources)) if sources else None,
    )
    kinds = {kind.kind for kind in held} | late.keys()
    papers = next((kind for kind in held if kind.kind is ItemKind.DOCUMENT), None)
    of = LISTS.get(viewer.role, OWN_LISTS)
    offered = (
        (MEETINGS, meetings_told is not None),
        (of.overdue, ItemKind.DOCUMENT in late or bool(papers and papers.late)),
        (of.due_soon, bool(papers and papers.today + papers.soon)),
        (of.dossiers, ItemKind.DOSSIER in kinds),
        (of.petitions, ItemKind.PETITION in kinds),
    )
    return Today(words=words, questions=tuple(one for one, is_there in offered if is_there))


def _meetings(gathered: Brief, say: Say, now: dt.datetime) -> Words | None:
    """How many, and when the next of them begins."""
    page = gathered.meetings
    if not page.total:
        return None
    coming = (line for line in page.lines if not meeting_lines.is_over(line, now))
    following = _first_held(coming)
    time = meeting_lines.reference(following, say).time if following else ""
    return say("today-meetings", total=page.total, has_next=bool(time), time=time)


async def _next(db: AsyncSession, viewer: Viewer, say: Say, now: dt.datetime) -> Words | None:
    """The next meeting of the coming fortnight, else the next thing that falls due."""
    day = now.date()
    soon = Sought(first=day + ONE_DAY, last=day + MEETING_AHEAD, person_id=viewer.person_id)
    page = await meetings.sought(db, viewer, soon, limit=SOME, shown=False)
    if following := _first_held(page.lines):
        told = meeting_lines.reference(following, say)
        return say("today-next-meeting", time=told.time, day=following.day)
    held = await due_items.held(
        db,
        viewer,
        today=day,
        tomorrow=day + ONE_DAY,
        last=day + DUE_AHEAD,
        each=1,
        shown=False,
    )
    dated = [(item.due_on, item.kind) for kind in held for item in kind.items if item.due_on]
    if not dated:
        return None
    due_on, kind = min(dated)
    return say("today-next-due", kind=kind, day=due_on)


def _first_held(found: Iterable[MeetingLine]) -> MeetingLine | None:
    return next((line for line in found if line.state not in NOT_THEN), None)
