"""What is asked in English, in Vietnamese words: `english.txt`, read once."""

from functools import cache
from pathlib import Path

from handlers.procedures.everyday import Everyday, read
from handlers.understanding.normalise import is_marked, tidy

TABLE = Path(__file__).with_name("english.txt")
ENGLISH_FROM = 0.5  # of the words are in the table


def in_vietnamese(words: str) -> str:
    """English in Vietnamese words; anything else as it is.

    Many small English words are Vietnamese ones too (“to”, “an”, “do”), so at least one that says
    something must be among those that are known.
    """
    tidied = tidy(words)
    if is_marked(tidied):
        return words
    parts = list(_english().parts(tidied))
    known = [said for said, means in parts if said != means]
    telling = [token.typed for said, means in parts for token in means if said != means]
    total = sum(len(said) for said, _ in parts)
    if not telling or sum(map(len, known)) < ENGLISH_FROM * total:
        return words
    return " ".join(token.typed for _, means in parts for token in means)


@cache
def _english() -> Everyday:
    return read(TABLE.read_text("utf-8"), TABLE.name)
