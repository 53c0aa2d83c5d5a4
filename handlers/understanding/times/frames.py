"""Times longer than a day: weeks, months, quarters, years, and parts of them."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from handlers.understanding.asked import Grain
from handlers.understanding.times import intervals, lunar
from handlers.understanding.times.intervals import DAY, WEEK, Stretch
from handlers.understanding.times.partial import Edge, Partial
from handlers.understanding.times.seen import Seen

LAST_QUARTER = 4
LAST_OF_TET = 3  # “Tết” is its first three days
_YEAR_BEGINS, _YEAR_ENDS = range(1, 3), range(11, 13)
_EDGES_OF_YEAR = {Edge.START: (1, 3), Edge.MIDDLE: (5, 8), Edge.END: (10, 12)}
_EDGES_OF_WEEK = {Edge.START: (0, 2), Edge.MIDDLE: (2, 4), Edge.END: (5, 7)}
_EDGES_OF_MONTH = {Edge.START: (1, 10), Edge.MIDDLE: (11, 20), Edge.END: (21, None)}
_THIRDS = {Edge.START: 0, Edge.MIDDLE: 1, Edge.END: 2}


def long(said: Partial, seen: Seen) -> Stretch | None:
    """The week, month, quarter or year; a week or a third of it; so many months of one."""
    whole = frame(said, seen)
    if whole is None:
        return None
    if said.nth is not None:
        return _nth_week(said.nth.number, whole, seen)
    return _edge_of(said.edge, whole, seen) if said.edge else whole


def frame(said: Partial, seen: Seen) -> Stretch | None:
    """The week, month, quarter or year, or so many months of one."""
    today = seen.today
    year = said.year_said
    if said.lunar:
        return _lunar_month(said, seen)
    if said.month is not None:
        return intervals.month(year or _year_of_month(said.month, today), said.month, seen.now)
    if said.quarter is not None:
        return intervals.quarter(
            year or _year_of_quarter(said.quarter, today), said.quarter, seen.now
        )
    if said.months is not None:
        first, last = (1, said.months) if said.months > 0 else (13 + said.months, 12)
        start = intervals.first_of_month(year or today.year, first)
        after = intervals.first_of_month(year or today.year, last + 1)
        return intervals.days(start, after, seen.now, Grain.SPAN)
    if said.frame is not None:
        return said.frame
    return intervals.year(said.year, seen.now) if said.year is not None else None


def _year_of_month(number: int, today: date) -> int:
    """This year, but across its end the one that is near: “tháng 1” said in November is next."""
    if today.month in _YEAR_BEGINS and number in _YEAR_ENDS:
        return today.year - 1
    if today.month in _YEAR_ENDS and number in _YEAR_BEGINS:
        return today.year + 1
    return today.year


def _year_of_quarter(number: int, today: date) -> int:
    is_last = number == LAST_QUARTER and intervals.quarter_of(today) == 1
    return today.year - 1 if is_last else today.year


def _lunar_month(said: Partial, seen: Seen) -> Stretch | None:
    assert said.month is not None  # noqa: S101 - what is lunar has a month, or a day
    year = said.year_said
    if year is None:
        this_year = lunar.year_of(seen.today)
        starts = [lunar.solar(one, said.month, 1) for one in range(this_year - 1, this_year + 3)]
        running = [one for one in starts if one and one <= seen.today < one + 30 * DAY]
        start = running[0] if running else seen.coming([one for one in starts if one])
    else:
        start = lunar.solar(year, said.month, 1)
    if start is None:
        return None
    moon_year = lunar.year_of(start)
    after = lunar.solar(moon_year, said.month, 30)
    return intervals.days(start, start + (30 if after else 29) * DAY, seen.now, Grain.MONTH)


def tet(seen: Seen, year: int | None = None) -> Stretch | None:
    """The first days of that lunar year; else of the coming one, or the one that has just begun."""
    this_year = lunar.year_of(seen.today)
    years = [year] if year else range(this_year - 1, this_year + 3)
    days = [day for one in years if (day := lunar.solar(one, lunar.FIRST_MONTH, 1))]
    first = days[0] if year and days else seen.coming(days)
    if first is None:
        return None
    return intervals.days(first, first + LAST_OF_TET * DAY, seen.now, Grain.SPAN)


def _nth_week(number: int, whole: Stretch, seen: Seen) -> Stretch | None:
    """Of the weeks whose Monday lies in it."""
    mondays = list(_mondays(whole))
    at = number - 1 if number > 0 else number
    return intervals.week_of(mondays[at], seen.now) if -len(mondays) <= at < len(mondays) else None


def _mondays(whole: Stretch) -> Iterator[date]:
    first, last = whole.first_day, whole.last_day
    monday = intervals.coming_weekday(0, first)
    while monday <= last:
        yield monday
        monday += WEEK


def _edge_of(edge: Edge, whole: Stretch, seen: Seen) -> Stretch:
    first = whole.first_day
    match whole.grain:
        case Grain.WEEK:
            start, end = _EDGES_OF_WEEK[edge]
            days = first + start * DAY, first + end * DAY
        case Grain.MONTH:
            from_day, to_day = _EDGES_OF_MONTH[edge]
            to_day = to_day or monthrange(first.year, first.month)[1]
            days = first + (from_day - 1) * DAY, first + to_day * DAY
        case Grain.QUARTER:
            month = first.month + _THIRDS[edge]
            days = (
                intervals.first_of_month(first.year, month),
                intervals.first_of_month(first.year, month + 1),
            )
        case _:
            from_month, to_month = _EDGES_OF_YEAR[edge]
            days = (
                intervals.first_of_month(first.year, from_month),
                intervals.first_of_month(first.year, to_month + 1),
            )
    return intervals.days(*days, seen.now, Grain.SPAN)
