"""The chat page's files, as far as they can be judged without a browser."""

import json
import re
from datetime import datetime

import pytest

from bot.web.server import PAGES
from handlers.understanding.asked import Lexicon, Question
from handlers.understanding.intents import understand
from scheduler.clock import VIETNAM
from storage.viewer import Role, Viewer

READABLE = 4.5  # WCAG 2.2 AA, for text of this size
PAIRS = (
    ("ink", "paper"),
    ("ink", "card"),
    ("ink", "mine"),
    ("muted", "paper"),
    ("muted", "card"),
    ("muted", "mine"),
    ("accent", "card"),
    ("accent", "paper"),
    ("accent", "accent-soft"),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("card", "muted"),
    ("on-banner", "banner"),
    ("on-warn", "warn"),
    ("paper", "ink"),
)


def colours(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", css))


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(scheme: str, text: str, ground: str) -> None:
    css = (PAGES / "chat.css").read_text("utf-8")
    light, dark = css.split("prefers-color-scheme: dark", 1)
    palette = colours(light) | (colours(dark) if scheme == "dark" else {})
    brighter, darker = sorted((luminance(palette[text]), luminance(palette[ground])), reverse=True)
    assert (brighter + 0.05) / (darker + 0.05) >= READABLE


def test_both_languages_of_the_page_have_the_same_words() -> None:
    source = (PAGES / "words.js").read_text("utf-8")
    vietnamese, english = source.split("\n  vi: {", 1)[1].split("\n  en: {", 1)
    english = english.split("\n  },", 1)[0]
    names = re.compile(r"^    (\w+):", re.MULTILINE)
    assert names.findall(vietnamese) == names.findall(english)
    used = set(re.findall(r"data-(?:word|label|placeholder)=\"(\w+)\"", index()))
    assert used <= set(names.findall(english))


def test_the_page_names_nothing_outside_itself() -> None:
    for file in PAGES.iterdir():
        addresses = re.findall(r"(?:https?:)?//[\w.]+", file.read_text("utf-8"))
        assert set(addresses) <= {"http://www.w3.org"}, file.name
    assert not re.search(r"<script(?![^>]* src=)|<style| on\w+=| style=", index())


SUGGESTED = [
    (persona, language, phrase)
    for persona, phrases in json.loads((PAGES / "suggestions.json").read_text("utf-8")).items()
    for language in ("vi", "en")
    for phrase in phrases[language]
]


@pytest.mark.parametrize(("persona", "language", "phrase"), SUGGESTED)
def test_what_the_page_suggests_is_understood(persona: str, language: str, phrase: str) -> None:
    role = Role.CITIZEN if persona == "citizen" else Role.OFFICER
    asked = understand(
        phrase,
        now=datetime(2026, 11, 24, 8, tzinfo=VIETNAM),
        viewer=Viewer(role=role, person_id=1),
        lexicon=Lexicon(),
        habit=None,
    )
    assert asked.question is not Question.OUT_OF_SCOPE
    assert asked.language == language


def index() -> str:
    return (PAGES / "index.html").read_text("utf-8")
