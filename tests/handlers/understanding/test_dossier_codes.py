"""However a dossier's code is typed it is the same code; and nothing else is taken for one."""

import datetime as dt
import random

from hypothesis import given
from hypothesis import strategies as st

from handlers.understanding.codes.finding import find_codes
from handlers.understanding.codes.found import CodeKind
from handlers.understanding.normalise import tidy
from tests.office import at

NOW = at("2026-11-25 09:00")
DASHES = "-–—‑−_/ "
SIZES_BEFORE: tuple[list[int], ...] = ([], [3, 2, 2])
SIZES_AFTER: tuple[list[int], ...] = ([], [2], [2, 2])


@st.composite
def codes(draw: st.DrawFn) -> str:
    """As printed, by the old rule (the unit before the province) or a newer one (after it)."""

    def groups(sizes: list[int]) -> list[str]:
        return ["".join(draw(st.text("0123456789", min_size=n, max_size=n))) for n in sizes]

    day = draw(st.dates(dt.date(2018, 1, 1), dt.date(2026, 11, 25)))
    before = draw(st.sampled_from(SIZES_BEFORE))
    after = draw(st.sampled_from(SIZES_AFTER)) if not before else []
    top = f"{draw(st.sampled_from('GHK'))}{draw(st.integers(1, 63)):02}"
    sequence = draw(st.text("0123456789", min_size=4, max_size=4))
    unit = ".".join([*groups(before), top, *groups(after)])
    return f"{unit}-{day:%y%m%d}-{sequence}"


def spelt(code: str, dice: random.Random) -> str:
    """As somebody types it: other dots and dashes, small letters, an O for a nought."""
    dash, dot = dice.choice(DASHES), dice.choice([".", ",", ". ", " "])
    unit, day, sequence = code.split("-")
    typed = dash.join([unit.replace(".", dot), day, sequence])
    if dice.random() < 0.5:
        typed = typed.lower()
    if dice.random() < 0.3:
        typed = typed[:-1] + typed[-1].replace("0", "O")
    if dice.random() < 0.3:
        typed = f" {typed} "
    return typed


def dossiers_in(words: str) -> list[str]:
    found = find_codes(tidy(words), NOW)
    return [one.printed for one in found if one.kind is CodeKind.DOSSIER and one.printed]


@given(codes(), st.randoms(use_true_random=False))
def test_any_spelling_is_the_same_code(code: str, dice: random.Random) -> None:
    assert dossiers_in(spelt(code, dice)) == [code]


@given(codes(), st.randoms(use_true_random=False))
def test_in_a_sentence_it_is_the_same_code(code: str, dice: random.Random) -> None:
    said = f"cho hỏi hồ sơ {spelt(code, dice).strip()} tới đâu rồi ạ"
    assert dossiers_in(said) == [code]


NUMBERS = st.one_of(
    st.from_regex(r"0[35789]\d{8}", fullmatch=True),  # telephones
    st.from_regex(r"\d{12}", fullmatch=True),  # số định danh
    st.from_regex(r"\d{1,5}/(UBND|HĐND|STC|VPUB)-(KGVX|NC|TH)", fullmatch=True),
    st.from_regex(r"\d{1,4}/QĐ-UBND", fullmatch=True),
    st.from_regex(r"ĐT-2026-\d{4}", fullmatch=True),
    st.from_regex(r"[123]\.\d{6}(\.H\d\d)?", fullmatch=True),  # procedures
    st.dates(dt.date(1950, 1, 1), dt.date(2030, 1, 1)).map("{:%d/%m/%Y}".format),
    st.integers(0, 10**10).map("{:,}".format),
)
WORDS = st.sampled_from(["số", "ngày", "hồ sơ", "H37", "ở", "điện thoại", "theo", "G22", "và", "-"])


@given(st.lists(st.one_of(NUMBERS, WORDS), max_size=8))
def test_no_other_number_is_taken_for_one(parts: list[str]) -> None:
    assert dossiers_in(" , ".join(parts)) == []


@given(codes(), st.integers(13, 99))
def test_a_day_that_no_calendar_has_makes_it_none(code: str, month: int) -> None:
    unit, day, sequence = code.split("-")
    assert dossiers_in(f"{unit}-{day[:2]}{month:02}{day[4:]}-{sequence}") == []
