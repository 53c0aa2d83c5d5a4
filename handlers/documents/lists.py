"""A list of open documents by due day: whose it is about, and one screen of it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers import texts
from handlers.documents import lines
from handlers.documents.lines import PAGE
from handlers.keyboards import pages
from handlers.replies import Said
from handlers.texts import Say, Words
from handlers.understanding.asked import Asked, Grain, Slots
from scheduler.calendar import WorkingCalendar
from storage import due_documents
from storage.due_documents import DueDates, DuePage, UnitCount, Whose
from storage.viewer import Role, Viewer


@dataclass(frozen=True, kw_only=True)
class Reach:
    """Whose documents a list is about, and why they are not those that were asked for."""

    whose: Whose
    mine: bool = False
    narrowed: bool = False  # asked for more than this person may see

    @property
    def is_everybody(self) -> bool:
        """The whole office."""
        return self.whose == Whose()


def reach(asked: Asked, viewer: Viewer) -> Reach | None:
    """Those asked for as far as the viewer may see them; None if there are none for them at all.

    Unasked, an officer gets their own, a head those of the unit, the leaders and the clerks all.
    """
    slots = asked.slots
    own = Reach(whose=Whose(person_id=viewer.person_id), mine=True)
    all_known = not (slots.person_id or slots.unit_id)
    match viewer.role:
        case Role.CITIZEN | Role.ADMIN:
            return None
        case Role.OFFICER:
            others = slots.person_id not in (None, viewer.person_id) or slots.unit_id
            return replace(own, narrowed=bool(others or slots.whole_office))
        case _ if slots.mine and all_known:
            return own
        case Role.HEAD:
            room = Whose(unit_id=viewer.unit_id)
            elsewhere = slots.unit_id not in (None, viewer.unit_id) or slots.whole_office
            if slots.person_id and not elsewhere:
                return Reach(whose=Whose(person_id=slots.person_id), narrowed=True)
            return Reach(whose=room, narrowed=bool(elsewhere))
        case Role.LEADER | Role.CLERK | Role.OFFICE:
            return Reach(whose=Whose(person_id=slots.person_id, unit_id=slots.unit_id))
    assert_never(viewer.role)


async def due(
    db: AsyncSession,
    viewer: Viewer,
    asked: Asked,
    of: Reach,
    dates: DueDates,
    heading: str,
    *,
    say: Say,
    now: dt.datetime,
    calendar: WorkingCalendar,
) -> Said:
    """The documents due on these days under the text `heading`; of everybody also unit by unit."""
    page = await due_documents.due(db, viewer, of.whose, dates, limit=PAGE, offset=asked.offset)
    by_unit = of.is_everybody and page.total and not asked.offset
    units = await due_documents.due_by_unit(db, viewer, dates) if by_unit else ()
    first = say(heading, who=_who(of, page, say), total=page.total, period=_period(dates, say))
    return _screen(page, first, asked, of, say, now=now, calendar=calendar, units=units)


def _screen(
    page: DuePage,
    heading: Words,
    asked: Asked,
    of: Reach,
    say: Say,
    *,
    now: dt.datetime,
    calendar: WorkingCalendar,
    units: Sequence[UnitCount] = (),
) -> Said:
    """The heading, what is counted apart, one screen of lines, and the source's time."""
    number = asked.offset + 1
    with_holder = not (of.mine or of.whose.person_id)
    told = [
        lines.document_line(
            line, say, number=at, now=now, calendar=calendar, with_holder=with_holder
        )
        for at, line in enumerate(page.lines, number)
    ]
    words = texts.paragraphs(
        texts.lines(heading, *([] if asked.offset else _apart(page, of, say))),
        _counted(units, say) if units else None,
        texts.lines(*told),
        say("document-as-of", time=page.as_of) if page.as_of else None,
    )
    buttons = lines.numbered(page.lines, first_number=number)
    seen = len(page.lines)
    buttons += pages(_going_on(asked, of), say, seen=seen, total=page.total, size=PAGE)
    brief = [lines.reference(line, place=at) for at, line in enumerate(page.lines, number)]
    return words, buttons, brief


def _apart(page: DuePage, of: Reach, say: Say) -> list[Words | None]:
    """What the number in the heading leaves out."""
    without = page.without_deadline
    return [
        say("document-list-without-deadline", number=without) if without else None,
        say("document-list-narrowed", mine=of.mine) if of.narrowed else None,
    ]


def _who(of: Reach, page: DuePage, say: Say) -> Words:
    """Who has the documents, as the subject of a sentence."""
    if of.mine:
        return say("document-who-mine")
    if of.whose.person_id:
        return say("document-who-person", name=page.whose_name)
    return (
        say("document-who-unit", name=page.whose_name)
        if page.whose_name
        else say("document-who-all")
    )


def _period(dates: DueDates, say: Say) -> Words:
    """The days on which they are due, to be put behind a sentence; nothing if since ever."""
    if dates.first is None:
        return Words()
    if dates.first == dates.last:
        return say("document-period-day", day=dates.last)
    return say("document-period-days", first=dates.first, last=dates.last)


def _going_on(asked: Asked, of: Reach) -> Asked:
    """The same list, with no more in the button than the list needs."""
    when = asked.slots.when and replace(asked.slots.when, grain=Grain.SPAN)
    return replace(
        asked,
        slots=Slots(
            when=when,
            person_id=None if of.mine else of.whose.person_id,
            unit_id=of.whose.unit_id,
            mine=of.mine,
        ),
    )


def _counted(units: Sequence[UnitCount], say: Say) -> Words:
    parts = (
        say("document-list-unit", unit=unit.unit, number=unit.number, has_unit=bool(unit.unit))
        for unit in units
    )
    return say("document-list-units", units=Words("; ".join(parts)))
