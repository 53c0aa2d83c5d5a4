"""What the two pages say, kept as they say it."""

import re

import pytest

from bot.data import office_years
from bot.data.office_years import Exactness, OfficeYear
from bot.data.printed_rates import follows
from storage.errors import StoreError

LANG_SON, VINH_LONG = office_years.all_years().values()


@pytest.mark.parametrize("page", [LANG_SON, VINH_LONG], ids=str)
def test_every_figure_stands_in_the_words_it_came_with(page: OfficeYear) -> None:
    for figure in page.figures:
        digits = re.findall(r"\d+(?:\.\d{3})*", figure.words)
        assert figure.value in [int(found.replace(".", "")) for found in digits]
        vague = "trên" in figure.words or "hơn" in figure.words
        assert vague == (figure.exactness is Exactness.AT_LEAST)
    percents = [(rate.percent, rate.words) for rate in page.rates]
    percents += [(rate.percent, rate.words) for rate in page.quoted_rates]
    percents += [(growth.percent, growth.words) for growth in page.changes]
    for percent, words in percents:
        assert f"{percent}".replace(".", ",") + "%" in words


def test_lang_son_is_kept_whole() -> None:
    assert LANG_SON.file == "004_69c1ac1d59e122e1.txt"
    assert LANG_SON.records() == {
        "meetings": 485,
        "outgoing": 15_518,
        "incoming": 54_628,
        "desk_visits": 129,
        "chairman_sessions": 12,
        "chairman_visits": 132,
        "petitions": 758,
        "dossiers_received": 79_091,
        "dossiers_early": 21_302,
        "dossiers_on_the_day": 55_340,
        "dossiers_late": 84,
    }


def test_the_chosen_number_of_late_dossiers_lets_both_rates_hold() -> None:
    numbers = LANG_SON.records()
    parts = [numbers[f"dossiers_{part}"] for part in ("early", "on_the_day", "late")]
    for rate, part in zip(LANG_SON.rates, parts, strict=False):
        assert follows(part, sum(parts), rate.percent)


def test_vinh_longs_numbers_fit_together() -> None:
    numbers = VINH_LONG.records()
    assert numbers["incoming"] + numbers["outgoing"] == numbers["documents"] > 25_800
    assert numbers["outgoing"] > 9_600
    (in_time,) = [rate for rate in VINH_LONG.rates if rate.key == "in_time_rate"]
    fitting = [
        part for part in range(16_143) if follows(part, numbers["incoming"], in_time.percent)
    ]
    assert fitting == [numbers["incoming_in_time"]] == [15_665]


def test_what_is_not_recorded_as_printed_says_why() -> None:
    for page in (LANG_SON, VINH_LONG):
        assert all(one.why for one in page.chosen)
        assert all(bool(one.why) == (one.recorded is not None) for one in page.figures)


def test_at_least_agrees_with_more_and_exact_does_not() -> None:
    outgoing, meetings = VINH_LONG.figure_of("outgoing"), LANG_SON.figure_of("meetings")
    assert outgoing
    assert outgoing.agrees(9_601)
    assert not outgoing.agrees(9_599)
    assert meetings
    assert meetings.agrees(485)
    assert not meetings.agrees(486)


def test_a_year_that_there_is_not_is_named_with_those_there_are() -> None:
    with pytest.raises(StoreError, match="lang-son-2020, vinh-long-2016"):
        office_years.of("hue-2023")
