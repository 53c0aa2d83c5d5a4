"""What was typed, made comparable: one spelling for what looks the same, and a folded form.

`tidy` keeps diacritics and capitals; `fold` drops both. Both keep one character for one, so that
a place in the folded words is the same place in the tidied words.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator

MOST_CHARACTERS = 1_000  # of a message are looked at; nobody asks a question in more

_LOOKALIKES = str.maketrans(
    {
        "\u00d0": "Đ",  # Icelandic eth, from old Vietnamese fonts; no normalisation maps it
        "\u0189": "Đ",  # African D
        "\u00f0": "đ",
        "\u0256": "đ",
        **{chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)},  # full-width letters
    }
)
# “hoà”, “khoẻ”, “thuý” → “hòa”, “khỏe”, “thúy”, but “quý” and “hoàn” stay.
_OLD_TONE = {
    **dict(zip("àáảãạÀÁẢÃẠ", "aaaaaAAAAA", strict=True)),
    **dict(zip("èéẻẽẹÈÉẺẼẸ", "eeeeeEEEEE", strict=True)),
    **dict(zip("ỳýỷỹỵỲÝỶỸỴ", "yyyyyYYYYY", strict=True)),
}
_NEW_TONE_PLACE = re.compile(
    r"(?<![qQ])(?:([oO])([àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ])|([uU])([ỳýỷỹỵỲÝỶỸỴ]))(?!\w)"
)
_SPACES = re.compile(r"\s+")


def tidy(words: str) -> str:
    """The words in NFC, without invisible characters, with one way to place tones and spaces.

    Only the first `MOST_CHARACTERS` are kept. Marks that do not join their letter are dropped.
    Applying it twice changes nothing.
    """
    start = words[: 4 * MOST_CHARACTERS].translate(_VISIBLE)
    composed = unicodedata.normalize("NFC", start).translate(_LOOKALIKES)
    joined = _SPACES.sub(" ", composed.translate(_WITHOUT_LOOSE_MARKS))
    return _NEW_TONE_PLACE.sub(_tone_on_first_vowel, joined).strip()[:MOST_CHARACTERS].strip()


def traced(words: str) -> tuple[str, tuple[int, ...]]:
    """The tidied words, and for each of their characters its place in the words as they came."""
    places: list[int] = []
    letters: list[str] = []
    for start, cluster in _clusters(words[: 4 * MOST_CHARACTERS]):
        composed = unicodedata.normalize("NFC", cluster.translate(_VISIBLE))
        for letter in composed.translate(_LOOKALIKES).translate(_WITHOUT_LOOSE_MARKS):
            if letter != " " or (letters and letters[-1] != " "):
                letters.append(letter)
                places.append(start)
    told = tidy(words)
    if len(letters) >= len(told):
        return told, tuple(places[: len(told)])
    return told, tuple(range(len(told)))  # scripts whose letters join across clusters


def _clusters(words: str) -> Iterator[tuple[int, str]]:
    """Each letter with the marks that follow it."""
    start = 0
    for at in range(1, len(words) + 1):
        if at == len(words) or not unicodedata.combining(words[at]):
            yield start, words[start:at]
            start = at


def fold(words: str) -> str:
    """The tidied words in lower case without diacritics: “Đã xử lý” → “da xu ly”."""
    return fold_tidied(tidy(words))


def fold_tidied(tidied: str) -> str:
    """`fold` for words that are tidied already: it costs a tenth."""
    return tidied.translate(_FOLDED)


def lower(words: str) -> str:
    """Lower case that never changes the number of characters, unlike `str.lower`."""
    return words.translate(_LOWERED)


def is_marked(words: str) -> bool:
    """Whether it carries Vietnamese diacritics, so that its spelling can be taken at its word."""
    return lower(words) != fold_tidied(words)


def _tone_on_first_vowel(found: re.Match[str]) -> str:
    first = found[1] or found[3]
    toned = found[2] or found[4]
    plain = _OLD_TONE[toned]
    tone = unicodedata.normalize("NFD", toned)[1]
    return unicodedata.normalize("NFC", first + tone) + plain


class _CharacterTable(dict[int, str]):
    """A table for `str.translate` that works out each character once, when it is first met."""

    def __init__(self, rule: Callable[[str], str]) -> None:
        super().__init__()
        self._rule = rule

    def __missing__(self, code: int) -> str:
        self[code] = result = self._rule(chr(code))
        return result


_SPACE_LIKE = frozenset({"Cc", "Zl", "Zp", "Zs"})
_INVISIBLE = frozenset({"Cf", "Cs", "Co", "Cn"})  # zero-width, directions, lone surrogates


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category in _SPACE_LIKE:
        return " "
    return "" if category in _INVISIBLE else character


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in {"Mn", "Me"}


def _lowered(character: str) -> str:
    lowered = character.lower()
    return lowered if len(lowered) == 1 else character


def _folded(character: str) -> str:
    letter = _lowered(character)
    base = unicodedata.normalize("NFD", letter)[0]
    if _is_mark(base):  # some Indian vowels are made of marks only
        return letter
    return "d" if base == "đ" else _lowered(base)


_VISIBLE = _CharacterTable(_visible)
_WITHOUT_LOOSE_MARKS = _CharacterTable(lambda one: "" if _is_mark(one) else one)
_LOWERED = _CharacterTable(_lowered)
_FOLDED = _CharacterTable(_folded)
