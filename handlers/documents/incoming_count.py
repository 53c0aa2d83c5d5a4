"""“Tháng này đến bao nhiêu văn bản?” · How many documents came in?"""

import datetime as dt

from aiogram import Router
from aiogram.methods import SendMessage

from handlers.filters import asks
from handlers.references import Open
from handlers.texts import Say, Words, lines
from handlers.understanding.asked import Asked, Grain, Interval, Question
from handlers.work import Work
from storage import incoming_counts
from storage.incoming_counts import Counted
from storage.models import DocumentKind
from storage.viewer import Role

router = Router(name=__name__)
MOST = 5  # kinds and units that are named
ONE_DAY = dt.timedelta(days=1)


@asks(router, Question.DOCUMENT_INCOMING_COUNT)
async def incoming_count(asked: Asked, work: Work) -> SendMessage:
    """Of a period (today if none was said), a kind, a unit; only of what this person may see."""
    viewer, say = work.viewer, work.say
    if viewer.role in (Role.CITIZEN, Role.ADMIN):
        return work.answer.anywhere(say("document-for-staff"))
    slots = asked.slots
    first, last = _days(slots.when, work.now.date())
    kind = next((one for one in DocumentKind if one == slots.topic), None)
    unit_id = slots.unit_id
    found = await incoming_counts.counted(
        work.db, viewer, first=first, last=last, unit_id=unit_id, kind=kind
    )
    sees_all = viewer.role in (Role.LEADER, Role.CLERK)
    heading = say(
        "incoming-count",
        number=found.total,
        first=first,
        last=last,
        one_day=first == last,
        whose="unit" if found.unit else "all" if sees_all else "seen",
        unit=found.unit,
        kind=say("document-kind", kind=kind.name.lower()) if kind else "",
        has_kind=kind is not None,
    )
    words = lines(heading, *_details(found, say, of_one_kind=kind is not None))
    source = say("document-as-of", time=found.as_of) if found.as_of else None
    return work.answer(Words(f"{words}\n\n{source}") if source else words, brief=[Open(heading)])


def _days(when: Interval | None, today: dt.date) -> tuple[dt.date, dt.date]:
    """Both ends, never later than today; a period without a beginning begins with its year."""
    if when is None or not when.said:
        return today, today
    last = min(when.last_day or today, today)
    first = when.first_day or dt.date(last.year, 1, 1)
    if when.grain is Grain.SPAN or first <= last:
        return min(first, last), last
    return first, first


def _details(found: Counted, say: Say, *, of_one_kind: bool) -> list[Words | None]:
    if not found.total:
        return []
    kinds = [
        say("incoming-count-part", name=say("document-kind", kind=kind.name.lower()), number=number)
        for kind, number in found.by_kind[:MOST]
    ]
    units = [
        say(
            "incoming-count-part",
            name=unit or say("incoming-count-no-unit"),
            number=number,
        )
        for unit, number in found.by_unit[:MOST]
    ]
    return [
        say("incoming-count-state", urgent=found.urgent, open=found.still_open),
        None if of_one_kind else say("incoming-count-kinds", parts=Words(", ".join(kinds))),
        None
        if found.unit or len(found.by_unit) < 2
        else say("incoming-count-units", parts=Words(", ".join(units))),
    ]
