"""Text made comparable for looking up: neither database can ignore Vietnamese diacritics."""

import re
import unicodedata

_WORD = re.compile(r"\w+")


def folded(text: str) -> str:
    """Lower case without diacritics: “Phòng Khoa giáo – Văn xã” → “phong khoa giao – van xa”."""
    return text.lower().translate(_FOLDED)


def words_in(text: str) -> frozenset[str]:
    """The folded words of a text, without order and punctuation."""
    return frozenset(_WORD.findall(folded(text)))


def spelt_words(text: str) -> frozenset[str]:
    """The words of a text as they are spelt, but for capitals."""
    return frozenset(_WORD.findall(unicodedata.normalize("NFC", text).lower()))


class _Folded(dict[int, str]):
    """A table for `str.translate` that works out each letter once, when it is first met."""

    def __missing__(self, code: int) -> str:
        apart = unicodedata.normalize("NFD", chr(code))
        self[code] = "".join(letter for letter in apart if not unicodedata.combining(letter))
        return self[code]


# Letters that nothing takes apart: đ, and how old keyboards and fonts write it.
_FOLDED = _Folded({ord(letter): "d" for letter in "\u0111\u00f0\u0256"})
