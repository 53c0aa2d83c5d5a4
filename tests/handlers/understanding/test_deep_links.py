"""A link on a receipt's QR code asks for the dossier; any other start is a greeting."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.understanding import deep_links

CODES = st.from_regex(
    re.compile(r"(\d{3}\.\d{2}\.)?[HGK]\d{2}(\.\d{2}){0,3}-\d{6}-\d{4}", re.ASCII), fullmatch=True
)


@given(CODES)
def test_a_link_asks_for_the_dossier_it_was_made_for(code: str) -> None:
    payload = deep_links.to_dossier(code)
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", payload)  # what Telegram lets through
    assert deep_links.asked_by(f"/start {payload}") == code


@pytest.mark.parametrize(
    "words", ["/start", "/start K7QM4TXP9R", "/start d_", "/start d_x y", "hồ sơ d_H37", ""]
)
def test_other_words_stay_as_they_are(words: str) -> None:
    assert deep_links.asked_by(words) == words
