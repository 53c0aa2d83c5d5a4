"""How a link code looks: made so that it can be read aloud, and is never mistaken for anything.

Ten characters as in `K7QM-4TXP-9R`, a digit at the second, fifth and ninth place and letters at
the others: no number of a document, code of a dossier or word looks like that. Vowels, 0 and 1
are left out, and D and W as well, which Vietnamese keyboards turn into Đ and Ư.
"""

import re
import secrets

LETTERS = "BCFGHJKMNPQRSTVXZ"
DIGITS = "23456789"
_SHAPE = "LDLLDLLLDL"
_GROUPS = (4, 8)
HIDDEN = "••••-••••-••"

_BETWEEN = r"[\s._·‐‑‒–—―−-]{0,3}"
# As somebody may misread it, but without vowels: words have some.
_KINDS = {"L": "[B-DF-HJ-NP-TV-XZb-df-hj-np-tv-xz]", "D": "[0-9]"}
_CODE = re.compile(r"(?<![^\W_])" + _BETWEEN.join(_KINDS[kind] for kind in _SHAPE) + r"(?![^\W_])")
_NOT_A_CHARACTER = re.compile(r"[^A-Za-z0-9]")


def new() -> str:
    """A code that nobody can guess, in its bare form: `K7QM4TXP9R`."""
    return "".join(secrets.choice(LETTERS if kind == "L" else DIGITS) for kind in _SHAPE)


def shown(code: str) -> str:
    """In groups, as people read it: `K7QM-4TXP-9R`."""
    first, second = _GROUPS
    return f"{code[:first]}-{code[first:second]}-{code[second:]}"


def found_in(words: str) -> str | None:
    """The first thing in the words that looks like a code, in its bare form; None if none does.

    It may be typed small, with any spaces or dashes, and stand among other words.
    """
    found = _CODE.search(words)
    return _NOT_A_CHARACTER.sub("", found[0]).upper() if found else None


def every_in(words: str) -> tuple[str, ...]:
    """Everything in the words that looks like a code, each in its bare form."""
    return tuple(_NOT_A_CHARACTER.sub("", found[0]).upper() for found in _CODE.finditer(words))


def hidden(words: str) -> str:
    """The words as they may be kept: without any code in them."""
    return _CODE.sub(HIDDEN, words)
