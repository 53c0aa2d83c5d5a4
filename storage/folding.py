"""Text made comparable for looking up: neither database can ignore Vietnamese diacritics."""

import re
import unicodedata

_WORD = re.compile(r"\w+")
_ETH = str.maketrans({"\u00f0": "đ"})  # how old keyboards write đ


def folded(text: str) -> str:
    """Lower case without diacritics: “Phòng Khoa giáo – Văn xã” → “phong khoa giao – van xa”."""
    apart = unicodedata.normalize("NFD", text.lower().translate(_ETH))
    letters = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return letters.replace("đ", "d")


def words_in(text: str) -> frozenset[str]:
    """The folded words of a text, without order and punctuation."""
    return frozenset(_WORD.findall(folded(text)))


def spelt_words(text: str) -> frozenset[str]:
    """The words of a text as they are spelt, but for capitals."""
    return frozenset(_WORD.findall(unicodedata.normalize("NFC", text).lower()))
