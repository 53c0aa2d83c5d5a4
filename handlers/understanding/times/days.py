"""Which day is meant."""

from datetime import date

from handlers.understanding.times import frames, intervals, lunar
from handlers.understanding.times.intervals import DAY, MONTHS_IN_A_YEAR, WEEK, Stretch
from handlers.understanding.times.partial import Nth, Partial
from handlers.understanding.times.seen import Seen
from scheduler.calendar import WorkingCalendar


def meant(said: Partial, seen: Seen) -> date | None:
    """The day; None if the calendar has none such."""
    if said.day is not None:
        return said.day
    if said.nth is not None:
        whole = frames.frame(said, seen)
        return _nth_day(said.nth, whole, seen.calendar) if whole else None
    if said.day_of_month is not None:
        return _date(said, seen)
    assert said.weekday is not None  # noqa: S101 - it has a day
    if said.frame:
        return intervals.coming_weekday(said.weekday, said.frame.first_day)
    return _weekday(said.weekday, said.turn, seen)


def _weekday(weekday: int, turn: int | None, seen: Seen) -> date:
    """The coming one, today included; where the past is told, the last one."""
    today = seen.today
    if turn is None and seen.past:
        turn = -1
    match turn:
        case -1:
            return intervals.coming_weekday(weekday, today - WEEK)
        case 1:
            return intervals.coming_weekday(weekday, today + DAY)
        case _:
            return intervals.coming_weekday(weekday, today)


def _date(said: Partial, seen: Seen) -> date | None:
    """Of the days with this number, in the month and year as far as they are said."""
    if said.lunar:
        return _lunar_date(said, seen)
    assert said.day_of_month is not None  # noqa: S101 - it is a day of a month
    if said.frame and said.month is None:
        return _within(said.day_of_month, said.frame)
    year = said.year_said
    if said.month is None:
        return _coming_day_of_month(said.day_of_month, said.weekday, seen)
    if year is not None:
        return intervals.a_date(year, said.month, said.day_of_month)
    around = range(seen.today.year - 1, seen.today.year + 2)
    days = [intervals.a_date(one, said.month, said.day_of_month) for one in around]
    there_are = [one for one in days if one]
    been = [one for one in there_are if one <= seen.today]
    if seen.past and been:
        return been[-1]
    return seen.coming(there_are) if said.feast else intervals.nearest(there_are, seen.today)


def _within(day: int, whole: Stretch) -> date | None:
    return next((one for one in _days_of(whole) if one.day == day), None)


def _coming_day_of_month(day: int, weekday: int | None, seen: Seen) -> date | None:
    """The next day with this number, today included; months without it are passed over."""
    step = -1 if seen.past else 1
    for away in range(MONTHS_IN_A_YEAR):
        first = intervals.first_of_month(seen.today.year, seen.today.month + step * away)
        found = intervals.a_date(first.year, first.month, day)
        if found is None or (weekday is not None and found.weekday() != weekday):
            continue
        if found <= seen.today if seen.past else found >= seen.today:
            return found
    return None


def _lunar_date(said: Partial, seen: Seen) -> date | None:
    day, month = said.day_of_month, said.month
    assert day is not None  # noqa: S101 - it is a day of a month
    if month is None:
        return _coming_lunar_day(day, seen.today)
    if said.year is not None or said.frame:
        solar_year = said.year_said or seen.today.year
        # “29 Tết 2027” is the end of the lunar year before, “25 tháng chạp năm 2026” of that one.
        begun = solar_year - 1 if said.feast and month == lunar.LAST_MONTH else solar_year
        return lunar.solar(begun, month, day)
    this_year = lunar.year_of(seen.today)
    days = [lunar.solar(year, month, day) for year in range(this_year - 1, this_year + 3)]
    return seen.coming([one for one in days if one])


def _coming_lunar_day(day: int, today: date) -> date | None:
    year, month = lunar.month_of(today)
    for _ in range(MONTHS_IN_A_YEAR):
        found = lunar.solar(year, month, day)
        if found and found >= today:
            return found
        year, month = (year, month + 1) if month < lunar.LAST_MONTH else (year + 1, 1)
    return None


def _nth_day(nth: Nth, whole: Stretch, calendar: WorkingCalendar) -> date | None:
    days = _days_of(whole)
    if nth.unit == "working day":
        days = [one for one in days if calendar.is_working(one)]
    at = nth.number - 1 if nth.number > 0 else nth.number
    return days[at] if -len(days) <= at < len(days) else None


def _days_of(whole: Stretch) -> list[date]:
    length = (whole.last_day - whole.first_day).days + 1
    return [whole.first_day + away * DAY for away in range(length)]
