"""Days by the Vietnamese lunar calendar, which counts in UTC+7.

That of China counts in UTC+8, and differs now and then by a day, or by a month (Tết 1985).
"""

from datetime import date
from functools import cache

import lunar_vn

FIRST_MONTH, LAST_MONTH = 1, 12
YEARS = range(1901, 2100)  # what the library knows, with a year to spare on either side


@cache
def solar(year: int, month: int, day: int) -> date | None:
    """The day of a lunar date, leap months left out; None where the moon has no such day."""
    if year not in YEARS or not (1 <= month <= LAST_MONTH):
        return None
    try:
        found: date = lunar_vn.convert_lunar_to_solar(day, month, year)
        back = lunar_vn.solar_to_lunar(found)
    except ValueError:
        return None
    return found if (back.day, back.month, back.leap) == (day, month, False) else None


def year_of(which: date) -> int:
    """The lunar year in which a day lies."""
    return lunar_vn.solar_to_lunar(which).year


def month_of(which: date) -> tuple[int, int]:
    """The lunar year and month in which a day lies."""
    moon = lunar_vn.solar_to_lunar(which)
    return moon.year, moon.month


def last_day(year: int) -> date:
    """The last day of a lunar year: Giao thừa is its evening."""
    new_year = solar(year + 1, FIRST_MONTH, 1)
    assert new_year  # noqa: S101 - every year begins
    return date.fromordinal(new_year.toordinal() - 1)
