"""Two weeks of meetings on either side of today, on working days but for a few."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from bot.data.demo import people
from bot.data.demo.day import DemoDay, content
from bot.data.demo.schedule import Schedule, Slot, Subject
from storage.models import MeetingState, Openness, PartOfDay

REACH = dt.timedelta(days=14)
SATURDAY = 5
RECEPTION_DAY = 15
LAST_LEADER = 8  # ids of leaders come first
ONCE = "thường kỳ"  # held once in four weeks

_MORNING: tuple[Slot, ...] = ((8, 0, 9, 30), (8, 30, 10, 30), (10, 0, 11, 30))
_AFTERNOON: tuple[Slot, ...] = ((13, 30, 15, 0), (14, 0, 16, 0), (15, 30, 17, 0))
_EVENING: Slot = (18, 30, 20, 0)


def schedule(day: DemoDay) -> Schedule:
    """The whole schedule around the day."""
    plan = Schedule(day)
    subjects = _subjects()
    days = [day.today + dt.timedelta(days=number) for number in range(-REACH.days, REACH.days + 1)]
    working = [one for one in days if day.calendar.is_working(one)]
    for one in working:
        _fixtures(plan, one)
    for number in (0, 1):  # so that each part one can play has something to see
        _for_personas(plan, day.working(number), subjects)
    for one in working:
        _ordinary_day(plan, one, subjects)
    _weekend(plan, [one for one in days if one.weekday() == SATURDAY and one not in working])
    _invite(plan)
    _change_some(plan)
    return plan


def _fixtures(plan: Schedule, day: dt.date) -> None:
    """What the calendar itself brings: the Monday meeting, the Chairman's day for citizens."""
    texts = content("meetings")
    if plan.day.number(day) == plan.day.number(day.replace(day=RECEPTION_DAY)):
        reception = Subject(
            chair=1, units=("BTCD",), text=texts["reception"], openness=Openness.PUBLIC
        )
        plan.add(reception, day, PartOfDay.MORNING, (8, 0, 11, 30), place=texts["desk"])
    if day.weekday() == 0:
        leaders = Subject(
            chair=people.CHIEF,
            units=("TH", "HCTC"),
            text=texts["monday"],
            openness=Openness.INTERNAL,
        )
        plan.add(leaders, day, PartOfDay.MORNING, (7, 30, 8, 30))


def _for_personas(plan: Schedule, day: dt.date, subjects: Sequence[Subject]) -> None:
    def first(chair: int, unit: str) -> Subject:
        fits = [one for one in subjects if one.chair == chair and unit in one.units]
        return fits[plan.day.number(day) % len(fits)]

    plan.add(first(4, "KGVX"), day, PartOfDay.MORNING, (9, 0, 10, 30))
    plan.add(first(people.CHIEF, "HCTC"), day, PartOfDay.AFTERNOON, (14, 0, 15, 0))
    plan.add(first(people.HEAD, "KGVX"), day, PartOfDay.AFTERNOON, (15, 30, 16, 30))


def _ordinary_day(plan: Schedule, day: dt.date, subjects: Sequence[Subject]) -> None:
    dice = plan.dice
    open_ones = [one for one in subjects if not (ONCE in one.text and one.text in plan.last_met)]
    waiting_longest = sorted(open_ones, key=lambda one: plan.last_met.get(one.text, 0))
    for number, subject in enumerate(dice.sample(waiting_longest[:20], dice.randrange(4, 7))):
        part = PartOfDay.AFTERNOON if number % 2 else PartOfDay.MORNING
        slot = dice.choice(_AFTERNOON if number % 2 else _MORNING)
        if "{xa}" in subject.text and subject.openness is Openness.PUBLIC:
            plan.add(subject, day, part, place="UBND {xa}")
        elif "trực tuyến" in subject.text:
            meeting = plan.add(subject, day, PartOfDay.ALL_DAY, place="Hội trường UBND tỉnh")
            if meeting:
                meeting.online_points = "Điểm cầu các xã, phường"
        else:
            plan.add(subject, day, part, None if dice.random() < 0.15 else slot)


def _weekend(plan: Schedule, saturdays: Sequence[dt.date]) -> None:
    """One watch and one visit, on the Saturdays nearest to today."""
    near = sorted(saturdays, key=lambda one: (abs(one - plan.day.today), one))
    texts = content("meetings")
    watch = Subject(chair=6, units=("HCTC",), text=texts["watch"], openness=Openness.INTERNAL)
    visit = Subject(chair=2, units=("TH",), text=texts["guests"], openness=Openness.INTERNAL)
    if near:
        plan.add(watch, near[0], PartOfDay.ALL_DAY, place="Phòng trực, nhà A")
    for one in near[1:2]:
        plan.add(visit, one, PartOfDay.EVENING, _EVENING, place="Phòng khách số 1")


def _invite(plan: Schedule) -> None:
    """Invitations are numbered through the year; who is asked in person gets none."""
    last: Counter[tuple[int, str]] = Counter()
    for meeting in sorted(plan.meetings, key=lambda one: (one.day, one.id or 0)):
        chair = meeting.chair_id or 0
        if (
            meeting.openness is Openness.PARTICIPANTS
            or chair > LAST_LEADER
            or not meeting.starts_at
        ):
            continue
        row = (meeting.day.year, "UBND" if chair < people.CHIEF else "VP")
        last[row] = max(last[row] + 1, meeting.day.timetuple().tm_yday * 2)
        meeting.invitation = f"{last[row]:02}/GM-{row[1]}"


def _change_some(plan: Schedule) -> None:
    """What became of the schedule after it was published, known since the last working day."""
    today = plan.day.today
    coming = [one for one in plan.meetings if one.day > today and one.starts_at]
    later = [one for one in coming if plan.day.number(one.day) > 1]
    held = [one for one in plan.meetings if one.state is MeetingState.HELD]
    outcomes = (
        (MeetingState.CANCELLED, "Hủy do thay đổi chương trình công tác"),
        (MeetingState.POSTPONED, "Hoãn, thời gian mới sẽ thông báo sau"),
        (MeetingState.CHANGED, "Điều chỉnh phòng họp (lần 1)"),
    )
    changed = list(zip(later[2::3], outcomes, strict=False))
    changed += zip(coming[1:2], outcomes[2:], strict=False)
    changed += zip(held[7::9], outcomes[:2], strict=False)
    for meeting, (state, note) in changed:
        meeting.state, meeting.note, meeting.version = state, note, 2
        told = plan.day.working(min(-1, plan.day.number(meeting.day) - 1))
        meeting.source_at = max(meeting.source_at, plan.day.at(told, 16, 45))


def _subjects() -> list[Subject]:
    return [
        Subject(chair=chair, units=tuple(units), text=text, openness=Openness(openness))
        for chair, units, text, openness in content("meetings")["subjects"]
    ]
