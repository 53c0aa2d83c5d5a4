"""The public holidays of Việt Nam by rule, and which of them still wait for a yearly notice."""

import datetime as dt
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

SATURDAY = 5
ONE_DAY = dt.timedelta(days=1)

LAST_YEAR_WITH_NOTICE = 2026
"""Up to here the days of Tết and of the National Day are known, later ones are the package's
guess until the office enters the notice."""

# Off in every year by the Labour Code (BLLĐ Đ112.1, substitute days Đ111.3) and NQ 28/2026/QH16:
# these need no yearly notice. A substitute day for 24/11 is not clearly granted, so it does.
BY_LAW_ALONE = frozenset(
    {"Tết Dương lịch", "Ngày Giỗ Tổ Hùng Vương", "Ngày Chiến thắng", "Ngày Quốc tế Lao động"}
)
NATIONAL_DAY = (9, 2)
CULTURE_DAY = (11, 24)
SUBSTITUTE_SUFFIX = " (nghỉ bù)"


@dataclass(frozen=True)
class Rule:
    """What the package says about a year."""

    holidays: Mapping[dt.date, str]
    worked_weekends: frozenset[dt.date]


@lru_cache
def rule(year: int) -> Rule:
    """A year by the package alone."""
    # Imported when the first day is asked for: it takes about half a second.
    from holidays.countries.vietnam import Vietnam  # noqa: PLC0415

    found = Vietnam(years=year, language="vi")  # type: ignore[no-untyped-call]
    return Rule(
        MappingProxyType(dict(found.items())),
        frozenset(day for day in found.weekend_workdays if day.year == year),
    )


def days_of(year: int) -> list[dt.date]:
    """Every day of a year, from New Year's Day."""
    new_year = dt.date(year, 1, 1)
    return [new_year + ONE_DAY * n for n in range((dt.date(year + 1, 1, 1) - new_year).days)]


def works(day: dt.date) -> bool:
    """A working day by the package alone."""
    known = rule(day.year)
    return day in known.worked_weekends or (day.weekday() < SATURDAY and day not in known.holidays)


def waiting_for_notice(year: int, decided: Container[dt.date]) -> dict[dt.date, str]:
    """The weekdays a notice may still change, each with the holiday it belongs to.

    Guessed holidays, the days beside Tết and the National Day, and bridges (their name is empty).
    `decided` are the days on which the office entered a notice; with all guesses decided the
    year is known.
    """
    guessed = _guessed(year)
    if year <= LAST_YEAR_WITH_NOTICE or all(day in decided for day in guessed):
        return {}
    national_day = dt.date(year, *NATIONAL_DAY)
    waiting = {day: "" for day in days_of(year) if _is_bridge(day)}
    waiting |= dict.fromkeys(
        (national_day - ONE_DAY, national_day + ONE_DAY), rule(year).holidays[national_day]
    )
    for day, name in guessed.items():
        beside = (day - ONE_DAY, day + ONE_DAY) if day.month < national_day.month else ()
        waiting |= {neighbour: name for neighbour in beside if works(neighbour)}
    waiting |= guessed
    return {
        day: name
        for day, name in waiting.items()
        if day not in decided and day.weekday() < SATURDAY
    }


def _guessed(year: int) -> dict[dt.date, str]:
    return {
        day: name
        for day, name in rule(year).holidays.items()
        if day.weekday() < SATURDAY and not _by_law_alone(day, name)
    }


def _is_bridge(day: dt.date) -> bool:
    """A single working day between days off: what swaps are made of."""
    around = (day - ONE_DAY, day + ONE_DAY)
    return works(day) and not any(works(other) for other in around)


def _by_law_alone(day: dt.date, name: str) -> bool:
    return name.removesuffix(SUBSTITUTE_SUFFIX) in BY_LAW_ALONE or (day.month, day.day) in (
        NATIONAL_DAY,
        CULTURE_DAY,
    )
