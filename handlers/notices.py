"""What is said unasked, made from the records as they are when it is said.

None means that nothing is left to say: what was closed meanwhile drops out.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import count

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers import briefs, deadlines
from handlers.brief_words import MOST_WITH_BUTTONS
from handlers.brief_words import words as brief_words_of
from handlers.due_lines import answer_buttons, given_buttons, item_line, reference
from handlers.keyboards import asking
from handlers.meetings.lines import meeting_line
from handlers.meetings.lines import reference as meeting_reference
from handlers.references import Open, Reference
from handlers.replies import Buttons, Said
from handlers.texts import Say, Words, lines, paragraphs
from handlers.understanding.asked import Asked, Question, Slots
from scheduler import ladder
from scheduler.calendar import WorkingCalendar
from scheduler.ladder import Ladder
from storage import due_items, due_times, leaves, meetings
from storage.briefs import ItemToTell
from storage.due_items import DueItem, Named
from storage.models import ItemKind, MeetingState, Noun, StepAudience, Urgency
from storage.open_items import ITEMS
from storage.viewer import Role, Viewer

MINUTE = dt.timedelta(minutes=1)


async def brief_words(
    db: AsyncSession,
    person: Viewer,
    items: Sequence[ItemToTell],
    *,
    steps: Ladder,
    say: Say,
    now: dt.datetime,
    calendar: WorkingCalendar,
    late: bool,
) -> Said | None:
    """The morning's brief; None when nothing is due any more. `late`: it says so, once.

    `items` are those of its notices: what is said only once is in it however far off it is. Others
    are told of as late as the ladder says. Whoever is on leave hears only what nobody may hear in
    their place.
    """
    today = now.date()
    own = [item for item in items if not item.instead_of_id]
    if await leaves.is_away(db, person, today):
        return await _of_absent(db, person, own, say=say, now=now, calendar=calendar)
    audience = StepAudience.LEADER if person.role is Role.LEADER else StepAudience.HEAD
    brief = await briefs.gather(
        db,
        person,
        today=today,
        calendar=calendar,
        also=_named(item for item in own if not ladder.repeats(item.stage)),
        late={kind: ladder.late_by(steps[kind], audience, today, calendar) for kind in ITEMS},
    )
    instead = await _instead(db, person, items)
    if brief.is_empty and not instead:
        return None
    return brief_words_of(
        brief, person, say=say, now=now, calendar=calendar, late=late, instead=instead
    )


async def given_words(
    db: AsyncSession,
    person: Viewer,
    items: Sequence[ItemToTell],
    *,
    say: Say,
    now: dt.datetime,
    calendar: WorkingCalendar,
    late: bool,
) -> Said | None:
    """Work that was just given to them, or to whom they stand in for; None when none is left."""
    own = await due_items.named(db, person, _named(i for i in items if not i.instead_of_id))
    groups = [(None, own), *await _instead(db, person, items)]
    numbers = count(1)
    told = [
        lines(
            _given_to(name, theirs, person, say),
            *(
                item_line(item, say, number=next(numbers), now=now, calendar=calendar)
                for item in theirs
            ),
        )
        for name, theirs in groups
        if theirs
    ]
    if not told:
        return None
    numbered = list(enumerate((item for _, theirs in groups for item in theirs), 1))
    left = [reference(item, place=at) for at, item in numbered]
    words = paragraphs(say("notice-late") if late else None, *told)
    return words, _given_buttons(numbered, person, say), [*_late(late, say), *left]


def _given_buttons(numbered: Sequence[tuple[int, DueItem]], person: Viewer, say: Say) -> Buttons:
    if len(numbered) == 1:
        return answer_buttons(numbered[0][1], person, say)
    some = numbered[:MOST_WITH_BUTTONS]
    return [given_buttons(item, person, say, number=at) for at, item in some]


def _given_to(name: str | None, items: Sequence[DueItem], person: Viewer, say: Say) -> Words:
    """Who was given something, and how urgent the most urgent of it is."""
    urgency = max((item.urgency for item in items), key=[*Urgency].index)
    if name is not None:
        return say("notice-given-instead", name=name, number=len(items), urgency=urgency)
    return say(
        "notice-given",
        name=person.given_name,
        number=len(items),
        urgency=urgency,
        held=all(item.holder_id is not None for item in items),
    )


async def _of_absent(
    db: AsyncSession,
    person: Viewer,
    own: Sequence[ItemToTell],
    *,
    say: Say,
    now: dt.datetime,
    calendar: WorkingCalendar,
) -> Said | None:
    items = await due_items.named(db, person, _named(own))
    if not items:
        return None
    listed = [
        item_line(item, say, number=at, now=now, calendar=calendar)
        for at, item in enumerate(items, 1)
    ]
    words = lines(say("notice-only-theirs", name=person.given_name), *listed)
    return words, [], [reference(item, place=at) for at, item in enumerate(items, 1)]


async def _instead(
    db: AsyncSession, person: Viewer, items: Sequence[ItemToTell]
) -> list[tuple[str, Sequence[DueItem]]]:
    """Whose items the person is told of in their place, by name; what is said once comes first."""
    theirs = [item for item in items if item.instead_of_id]
    once = {(item.kind, item.id) for item in theirs if not ladder.repeats(item.stage)}
    found = await due_items.named(db, person, _named(theirs))
    whose = {(item.kind, item.id): item.instead_of for item in theirs}
    ordered = sorted(found, key=lambda item: (item.kind, item.id) not in once)
    return [
        (name, [item for item in ordered if whose[item.kind, item.id] == name])
        for name in dict.fromkeys(whose[item.kind, item.id] for item in ordered)
    ]


def _named(items: Iterable[ItemToTell]) -> Named:
    ids: defaultdict[ItemKind, list[int]] = defaultdict(list)
    for item in items:
        ids[item.kind].append(item.id)
    return {kind: tuple(of_it) for kind, of_it in ids.items() if kind in ITEMS}


async def meeting_words(
    db: AsyncSession, person: Viewer, meeting_id: int, *, say: Say, now: dt.datetime, late: bool
) -> Said | None:
    """Before a meeting; None when it was called off or has lost its hour."""
    meeting = await meetings.detail(db, person, meeting_id)
    if meeting is None or meeting.starts_at is None:
        return None
    if meeting.state not in (MeetingState.PLANNED, MeetingState.CHANGED):
        return None
    minutes = (meeting.starts_at - now) // MINUTE
    first = (
        say("notice-meeting-soon", name=person.given_name, minutes=minutes)
        if minutes > 0
        else say("notice-meeting-now", name=person.given_name, time=say.clock(meeting.starts_at))
    )
    asked = Asked(question=Question.MEETING_DETAIL, confidence=1.0, slots=Slots(item_id=meeting_id))
    words = lines(first, say("notice-late") if late else None, meeting_line(meeting, say, number=1))
    line = meeting_line(meeting, say, number=1)
    told = Open(line) if meeting.is_public else meeting_reference(meeting, say)
    return words, [[asking(say("notice-button-meeting"), asked)]], [*_late(late, say), told]


async def item_words(
    db: AsyncSession,
    person: Viewer,
    kind: ItemKind,
    item_id: int,
    *,
    say: Say,
    now: dt.datetime,
    calendar: WorkingCalendar,
    late: bool,
) -> Said | None:
    """One item again, when its “Nhắc lại sau” is over; None when it is done or not theirs."""
    item = await due_items.still_open(db, person, kind, item_id)
    if item is None:
        return None
    words = lines(
        say("notice-item", name=person.given_name),
        say("notice-late") if late else None,
        item_line(item, say, number=1, now=now, calendar=calendar),
    )
    told = [*_late(late, say), reference(item)]
    return words, answer_buttons(item, person, say), told


async def moved_words(
    db: AsyncSession,
    person: Viewer,
    message_id: int,
    *,
    say: Say,
    calendar: WorkingCalendar,
) -> Said | None:
    """Due times that moved because days changed; None when none of them is theirs any more."""
    found = await due_times.moved(db, person, message_id)
    if not found:
        return None
    told = [
        Reference(
            noun=Noun.DOCUMENTS, number=one.number_sign, day=one.to_at.astimezone(say.zone).date()
        )
        for one in found
    ]
    asked = Asked(question=Question.DOCUMENT_DUE_SOON, confidence=1.0, slots=Slots(mine=True))
    buttons = [[asking(say("brief-button-due-soon"), asked)]]
    return deadlines.moved(found, person.given_name, say, calendar), buttons, told


def _late(late: bool, say: Say) -> list[Reference | Open]:
    return [Open(say("notice-late"))] if late else []
