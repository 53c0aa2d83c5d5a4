"""Which numbers a printed percentage can have come from: exact arithmetic on rounded rates."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from handlers.texts import Rate


@dataclass(frozen=True, kw_only=True)
class Range:
    """Whole numbers from `lowest` to `highest`; empty when they are crossed."""

    lowest: int
    highest: int

    def __contains__(self, number: int) -> bool:
        return self.lowest <= number <= self.highest

    def both(self, other: "Range") -> "Range":
        """What lies in this range and in the other."""
        return Range(
            lowest=max(self.lowest, other.lowest), highest=min(self.highest, other.highest)
        )

    def less(self, number: int) -> "Range":
        """The range moved down."""
        return Range(lowest=self.lowest - number, highest=self.highest - number)

    @property
    def is_empty(self) -> bool:
        """No number is in it."""
        return self.lowest > self.highest


def follows(part: int, base: int, percent: Decimal) -> bool:
    """The percentage is that of the two numbers, rounded half up as far as it was printed."""
    return base > 0 and Rate(part, base).percent() == percent


def bases_that_fit(part: int, percent: Decimal) -> Range:
    """Every base on which `part` gives the printed percentage."""
    half = _half_of_the_last_digit(percent)
    share = Fraction(percent)
    # Half up: the upper bound itself would have been printed as the next percentage.
    lowest = floor(part * 100 / (share + half)) + 1
    return Range(lowest=max(part, lowest), highest=floor(part * 100 / (share - half)))


def before_growth(now: int, percent: Decimal) -> Range:
    """What the earlier number was, if it has grown by the printed percentage to `now`."""
    half = _half_of_the_last_digit(percent)
    share = Fraction(percent)
    return Range(
        lowest=ceil(now / (1 + (share + half) / 100)),
        highest=floor(now / (1 + (share - half) / 100)),
    )


def _half_of_the_last_digit(percent: Decimal) -> Fraction:
    exponent = percent.as_tuple().exponent
    return Fraction(10) ** int(exponent) / 2
