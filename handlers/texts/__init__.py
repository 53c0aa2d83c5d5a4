"""Every word the assistant says, one folder per language."""

import datetime as dt
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from functools import cache, singledispatch
from html import escape, unescape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from fluent.runtime import FluentBundle, FluentResource

HERE = Path(__file__).parent
LANGUAGES = ("vi", "en")
TAG = re.compile(r"</?[a-z][^>]*>")
WEEKDAYS = {
    "vi": ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}


class Words(str):
    """Text that is ready to be shown: what `say` returned, and never escaped again."""

    __slots__ = ()


def lines(*parts: Words | None) -> Words:
    """What was said, one below the other; what is empty is left out."""
    return Words("\n".join(part for part in parts if part))


def paragraphs(*parts: Words | None) -> Words:
    """What belongs together, an empty line between; what is empty is left out."""
    return Words("\n\n".join(part for part in parts if part))


def plain(words: str) -> str:
    """What was said, as it reads where there are no tags: in a file, on a terminal."""
    return unescape(TAG.sub("", words))


class Moment(str):
    """An instant as it reads, and whether what was known then may have changed since."""

    aged: bool

    def __new__(cls, words: str, *, aged: bool) -> "Moment":
        moment = super().__new__(cls, words)
        moment.aged = aged
        return moment


@dataclass(frozen=True)
class Rate:
    """A share, shown as `97,04%`; two decimals unless it is a whole percentage."""

    numerator: int
    denominator: int

    def percent(self) -> Decimal:
        """In hundredths, rounded half up."""
        share = Decimal(self.numerator) * 100 / Decimal(self.denominator)
        return share.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


class Say:
    """A function that says things in one language; facts are escaped, texts are trusted.

    Dates read `thứ Ba 24/11/2026`, instants `08:30 thứ Ba 24/11/2026` in the office's zone,
    times `08:30`, numbers `1.276`, rates `97,04%`. A missing text or fact raises.

    A text asks `AGED($time)` whether an instant is before `fresh_since`, the first day whose
    records need no warning; without one nothing is aged.
    """

    def __init__(self, language: str, zone: ZoneInfo, fresh_since: dt.date | None = None) -> None:
        self.language = language
        self.zone = zone
        self.fresh_since = fresh_since
        self._texts = _bundle(language)

    def __call__(self, text_id: str, /, **facts: object) -> Words:
        pattern = self._texts.get_message(text_id).value
        if pattern is None:
            raise KeyError(text_id)
        said, errors = self._texts.format_pattern(
            pattern, {name: _shown(fact, self) for name, fact in facts.items()}
        )
        if errors:
            raise errors[0]
        return Words(said)

    def since(self, day: dt.date) -> "Say":
        """The same, to which what was known before this day is aged."""
        return Say(self.language, self.zone, day)

    def clock(self, instant: dt.datetime) -> str:
        """`08:30` of an aware datetime."""
        return f"{instant.astimezone(self.zone):%H:%M}"

    def hour(self, instant: dt.datetime) -> str:
        """`08` of an aware datetime; in English `8 am`."""
        local = instant.astimezone(self.zone)
        if self.language == "vi":
            return f"{local:%H}"
        return f"{local.hour % 12 or 12} {'am' if local.hour < 12 else 'pm'}"

    def day(self, day: dt.date) -> str:
        """`thứ Ba 24/11/2026`."""
        return f"{WEEKDAYS[self.language][day.weekday()]} {day:%d/%m/%Y}"


@cache
def speak(language: str, zone: ZoneInfo) -> Say:
    """The one `Say` of a language."""
    return Say(language, zone)


@cache
def _bundle(language: str) -> FluentBundle:
    """All of one language's replies. A wrong file stops the start, not a conversation."""
    # Isolation marks would be copied together with a code.
    bundle = FluentBundle([language], use_isolating=False, functions={"AGED": _aged})
    for file in sorted((HERE / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text("utf-8")))
    return bundle


def _aged(moment: object) -> Any:
    return "yes" if isinstance(moment, Moment) and moment.aged else "no"


@singledispatch
def _shown(fact: object, say: Say) -> str | int | float:
    """A fact as Fluent takes it: ready to be read, or a value that a text chooses by."""
    raise TypeError(f"a fact cannot be a {type(fact).__name__} (language {say.language})")


@_shown.register
def _(fact: str, _say: Say) -> str:
    if isinstance(fact, Enum):
        return str(fact.value)
    return str(fact) if isinstance(fact, Words) else escape(fact, quote=False)


@_shown.register
def _(fact: bool, _say: Say) -> str:
    return "true" if fact else "false"


@_shown.register
def _(fact: int, _say: Say) -> int:
    return fact


@_shown.register
def _(fact: dt.date, say: Say) -> str:
    return say.day(fact)


@_shown.register
def _(fact: dt.datetime, say: Say) -> str:
    local = fact.astimezone(say.zone)
    aged = say.fresh_since is not None and local.date() < say.fresh_since
    return Moment(f"{local:%H:%M} {say.day(local.date())}", aged=aged)


@_shown.register
def _(fact: dt.time, _say: Say) -> str:
    return f"{fact:%H:%M}"


@_shown.register
def _(fact: Rate, say: Say) -> str:
    percent = fact.percent()
    text = f"{percent:.0f}" if percent == percent.to_integral_value() else f"{percent:.2f}"
    return f"{text.replace('.', ',') if say.language == 'vi' else text}%"
