"""How a dossier reads in a list by due time, and where its working time went."""

import datetime as dt
from collections.abc import Sequence

from handlers.dossiers.lines import name_of, standing_of
from handlers.keyboards import asking
from handlers.references import Reference
from handlers.replies import Buttons
from handlers.texts import Say, Words, lines
from handlers.understanding.asked import Asked, Question, Slots
from scheduler.calendar import WorkingCalendar
from scheduler.deadlines import Standing, deadline
from scheduler.limits import Pause
from scheduler.pauses import Stay, spent
from scheduler.working_time import WorkingTime
from storage.dossier_trails import Trail
from storage.late_dossiers import Concern, LateLine
from storage.models import ItemKind, Noun

IN_A_ROW = 6
AN_HOUR = dt.timedelta(hours=1)


def line(
    dossier: LateLine,
    trail: Trail | None,
    side: Concern,
    say: Say,
    *,
    number: int,
    now: dt.datetime,
    calendar: WorkingCalendar,
    with_holder: bool,
) -> Words:
    """Code and time, what it is about and who has it, and where its time went."""
    procedure = dossier.procedure or say("dossier-procedure-unknown")
    holder = holder_of(dossier, say) if with_holder else None
    return lines(
        say("dossier-late-line", number=number, code=dossier.code,
            timing=_timing(dossier, side, say, now, calendar)),
        say("dossier-late-about", procedure=procedure, has_holder=holder is not None,
            holder=holder or ""),
        _where_it_went(trail, say, now, WorkingTime(calendar, say.zone)) if trail else None,
    )  # fmt: skip


def reference(dossier: LateLine, place: int) -> Reference:
    """The code and when it is due; what its number in the list means."""
    return Reference(
        noun=Noun.DOSSIERS,
        number=dossier.code,
        day=dossier.due_on,
        place=place,
        item=(ItemKind.DOSSIER, dossier.id),
    )


def numbered(dossiers: Sequence[LateLine], *, first_number: int) -> Buttons:
    """A button for each, with its number."""
    buttons = [
        asking(
            str(number),
            Asked(
                question=Question.DOSSIER_STATUS,
                confidence=1.0,
                slots=Slots(dossier_code=dossier.code),
            ),
        )
        for number, dossier in enumerate(dossiers, first_number)
    ]
    return [buttons[at : at + IN_A_ROW] for at in range(0, len(buttons), IN_A_ROW)]


def holder_of(dossier: LateLine, say: Say) -> Words:
    """“Đ/c Trần Thị Hoa, Phòng Nội chính”."""
    held_by = "person" if dossier.holder else "unit" if dossier.unit else "nobody"
    return say("dossier-late-holder", held_by=held_by, name=dossier.holder, unit=dossier.unit)


def _timing(
    dossier: LateLine, side: Concern, say: Say, now: dt.datetime, calendar: WorkingCalendar
) -> Words:
    """“Quá 2 ngày làm việc (hạn …)”, as a citizen is told; of what waits, for what."""
    state = say("dossier-state", state=name_of(dossier.state))
    if side is Concern.WAITING and not dossier.outside:
        return state
    if dossier.due_on is None:
        return say("dossier-due-none")
    counted = deadline(dossier.due_on, now.date(), calendar)
    facts = {"days": counted.days, "due": counted.due_on}
    if counted.standing is Standing.LATE:
        return say("dossier-late-by", provisional=not counted.is_certain, **facts)
    return say("dossier-due", standing=standing_of(counted, now.date()), **facts)


def _where_it_went(trail: Trail, say: Say, now: dt.datetime, office: WorkingTime) -> Words | None:
    """“Đã ở KGVX 5 ngày 2 giờ, Sở Y tế 3 ngày; chờ 1 ngày”: own delay apart from the others'."""
    if not trail.stays:
        return None
    zone = office.zone
    places = sorted({place for place, _ in trail.stays})
    found = spent(
        [
            Stay(place=places.index(place), since=since.astimezone(zone))
            for place, since in trail.stays
        ],
        [
            Pause(began_at=began.astimezone(zone), ended_at=ended and ended.astimezone(zone))
            for began, ended in trail.waits
        ],
        now.astimezone(zone),
        office,
    )
    longest = sorted(found.at.items(), key=lambda one: (-one[1], one[0]))
    told = [
        say("dossier-time-at", place=places[at or 0] or say("dossier-time-nowhere"),
            time=_time(time, office, say))
        for at, time in longest
        if time >= AN_HOUR
    ]  # fmt: skip
    waited = found.waiting >= AN_HOUR
    if not (told or waited):
        return None
    return say(
        "dossier-time",
        has_places=bool(told),
        places=Words(", ".join(told)),
        has_waited=waited,
        waited=_time(found.waiting, office, say),
    )


def _time(time: dt.timedelta, office: WorkingTime, say: Say) -> Words:
    """In working days and hours."""
    days, rest = divmod(time, office.day)
    hours = rest // AN_HOUR
    parts = [
        say("deadline-days", number=days) if days else None,
        say("deadline-hours", number=hours) if hours or not days else None,
    ]
    return Words(" ".join(part for part in parts if part))
