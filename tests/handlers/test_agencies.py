"""The table of the agencies whose codes are not the office's own."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from handlers.dossiers import agencies
from handlers.texts import speak
from scheduler.clock import VIETNAM

TABLE = tomllib.loads(agencies.TABLE.read_text("utf-8"))
PREFIXES = st.from_regex(r"[GHK]\d\d", fullmatch=True)


def test_of_sixty_three_provinces_thirty_four_are_left_and_the_others_are_part_of_one() -> None:
    provinces, closed = set(TABLE["provinces"]), TABLE["closed"]
    assert len(provinces) == 63
    assert len(provinces - set(closed)) == 34
    assert set(closed) <= provinces
    assert set(closed.values()) <= provinces - set(closed)


@given(PREFIXES, st.sampled_from(["vi", "en"]))
def test_every_beginning_is_answered_in_both_languages(prefix: str, language: str) -> None:
    say = speak(language, VIETNAM)
    for code in (f"{prefix}.12-261116-0001", f"000.00.12.{prefix}-261116-0001"):
        told = agencies.where_instead(code, say)
        assert code in told
        assert f"{prefix})" in told or f" {prefix}," in told
        assert "dichvucong.gov.vn" in told


@given(PREFIXES)
def test_what_is_ours_is_told_by_the_beginning_alone(prefix: str) -> None:
    for code in (f"{prefix}.12-261116-0001", f"000.00.12.{prefix}-261116-0001"):
        assert agencies.is_ours(code, (prefix,))
        assert agencies.is_ours(code, ())
        assert agencies.is_ours(code, ("H37",)) is (prefix == "H37")
    assert agencies.is_ours(f"{prefix}.99.08-261116-0001", (f"{prefix}.99",))
    assert not agencies.is_ours(f"{prefix}.991.08-261116-0001", (f"{prefix}.99",))
