"""Two offices' years as printed: every figure with the words it came with (office_years.toml)."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from storage.errors import StoreError

FILE = Path(__file__).with_suffix(".toml")


class Exactness(StrEnum):
    """How the number was given."""

    EXACT = "exact"
    AT_LEAST = "at_least"  # trên, hơn
    APPROXIMATE = "approximate"  # khoảng, gần


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A printed number. `counts` names what is counted back; without it it is only quoted."""

    key: str
    value: int
    exactness: Exactness
    words: str
    counts: str = ""
    recorded: int | None = None
    why: str = ""

    def agrees(self, counted: int) -> bool:
        """The records say the same as the page."""
        if self.exactness is Exactness.AT_LEAST:
            return counted >= self.value
        return counted == (self.value if self.recorded is None else self.recorded)


@dataclass(frozen=True, kw_only=True)
class PrintedRate:
    """A printed percentage of a count: the count beside it, and the base it is meant on."""

    key: str
    percent: Decimal
    words: str
    part: str
    beside: str
    base: str


@dataclass(frozen=True, kw_only=True)
class QuotedRate:
    """A percentage without the numbers it came from."""

    key: str
    percent: Decimal
    exactness: Exactness
    words: str


@dataclass(frozen=True, kw_only=True)
class Growth:
    """A change since an earlier year, of which there are no records."""

    key: str
    of: str
    percent: Decimal
    since: int
    words: str


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """A number the page does not give and the records need."""

    counts: str
    value: int
    why: str


@dataclass(frozen=True, kw_only=True)
class OfficeYear:
    """All that one page says of one year."""

    office: str
    name: str  # the name of a store that was made of it
    year: int
    file: str
    published: dt.datetime
    dossier_unit: str
    figures: tuple[Figure, ...]
    rates: tuple[PrintedRate, ...]
    chosen: tuple[Chosen, ...]
    quoted_rates: tuple[QuotedRate, ...] = ()
    changes: tuple[Growth, ...] = ()
    _by_count: dict[str, Figure] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_count = {figure.counts: figure for figure in self.figures if figure.counts}
        object.__setattr__(self, "_by_count", by_count)

    def figure_of(self, count: str) -> Figure | None:
        """The printed number of what is counted; None when the page does not give it."""
        return self._by_count.get(count)

    def records(self, share: float = 1) -> Mapping[str, int]:
        """How many records of each kind to make; a share of it for a quick try."""
        numbers = {
            count: figure.value if figure.recorded is None else figure.recorded
            for count, figure in self._by_count.items()
        }
        numbers |= {one.counts: one.value for one in self.chosen}
        return {count: round(number * share) for count, number in numbers.items()}


@cache
def all_years() -> Mapping[str, OfficeYear]:
    """By key: “lang-son-2020”, “vinh-long-2016”."""
    printed = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return TypeAdapter(dict[str, OfficeYear]).validate_python(printed)


def of(key: str) -> OfficeYear:
    """The year with this key; StoreError names those there are."""
    found = all_years().get(key)
    if found is None:
        raise StoreError(f"There is no office year “{key}”; there are {', '.join(all_years())}.")
    return found
