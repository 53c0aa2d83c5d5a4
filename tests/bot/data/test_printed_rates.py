"""Which numbers a printed percentage can have come from."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.data.printed_rates import Range, bases_that_fit, before_growth, follows
from handlers.texts import Rate


@given(base=st.integers(1, 200_000), share=st.floats(0.01, 1))
def test_the_true_base_is_always_among_those_that_fit(base: int, share: float) -> None:
    part = max(1, int(base * share))
    assert base in bases_that_fit(part, Rate(part, base).percent())


@given(part=st.integers(1, 50_000), percent=st.decimals(1, 100, places=2))
def test_exactly_the_bases_in_the_range_give_the_rate(part: int, percent: Decimal) -> None:
    fits = bases_that_fit(part, percent)
    for base in {fits.lowest, fits.highest}:
        assert base not in fits or follows(part, base, percent)
    assert not follows(part, fits.highest + 1, percent)
    assert fits.lowest <= part or not follows(part, fits.lowest - 1, percent)


@pytest.mark.parametrize(
    ("part", "base", "percent", "right"),
    [
        (12_343, 16_143, "76.46", True),
        (82, 114, "71.93", True),
        (1_242, 1_250, "99.36", True),
        (1_242, 1_276, "99.36", False),
        (21_302, 79_091, "27.76", False),
        (0, 0, "0", False),
    ],
)
def test_a_rate_follows_from_its_numbers_or_not(
    part: int, base: int, percent: str, right: bool
) -> None:
    assert follows(part, base, Decimal(percent)) is right


def test_two_rates_narrow_each_others_base() -> None:
    early = bases_that_fit(21_302, Decimal("27.76"))
    both = early.both(bases_that_fit(55_340, Decimal("72.13")))
    assert both == Range(lowest=76_723, highest=76_727)
    assert both.less(21_302 + 55_340) == Range(lowest=81, highest=85)
    assert not both.is_empty
    assert both.both(Range(lowest=1, highest=2)).is_empty


@pytest.mark.parametrize(
    ("now", "percent", "then"),
    [(9_600, "9.12", 8_798), (25_800, "2.87", 25_080), (12_400, "6.40", 11_654)],
)
def test_a_growth_tells_the_number_before(now: int, percent: str, then: int) -> None:
    assert then in before_growth(now, Decimal(percent))
