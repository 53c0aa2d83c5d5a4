"""“Thay mặt anh Bình: lịch tuần này”: for whom somebody wants to speak, and what they ask then."""

from dataclasses import dataclass

from handlers.understanding import normalise
from handlers.understanding.asked import Lexicon
from handlers.understanding.entities import find_names
from handlers.understanding.names import Names, names_of
from handlers.understanding.tokens import Token, tokens_of
from handlers.understanding.wording import folded_words, pattern

_BEGINS = pattern(
    "(?:(?:tôi|em|mình) )?(?:xin |muốn )?(?:thay mặt|nhân danh)(?: cho)?"
    "|(?:i )?(?:am )?(?:act|acting|speak|speaking|ask|asking)? ?(?:for and )?on behalf of"
    "|acting for|act for"
)
_ENDS = pattern(
    "(?:thôi|ngừng|dừng|hết|kết thúc|thoát|bỏ|ngưng)(?: việc| không)? (?:thay mặt|nhân danh)"
    "|không (?:thay mặt|nhân danh)(?: ai)? nữa"
    "|(?:stop|end|finish|quit) (?:acting|speaking|asking)(?: for| on behalf)?"
    "|no longer on behalf"
)
_BEFORE_NAMES = folded_words("đồng chí đ c đc anh chị ông bà lãnh đạo mr mrs ms the")
_BETWEEN = " ,.:;–—-"


@dataclass(frozen=True, kw_only=True)
class Begins:
    """To speak for one of `people`; nobody there is called so if it is empty.

    Nobody was `named` when only “thay mặt” was said. `rest` is what is asked on their behalf.
    """

    people: frozenset[int] = frozenset()
    named: bool = True
    rest: str = ""


@dataclass(frozen=True, kw_only=True)
class Ends:
    """To speak for oneself again."""


def behalf_of(words: str, lexicon: Lexicon) -> Begins | Ends | None:
    """What tidied words say about speaking for somebody; None if they say nothing about it.

    “Thay mặt gia đình” is no such wish: it names nobody of the office.
    """
    lowered = normalise.lower(words)
    if _ENDS.match(lowered):
        return Ends()
    begins = _BEGINS.match(lowered)
    if begins is None:
        return None
    after = words[begins.end() :]
    tokens = tokens_of(after)
    if not tokens:
        return Begins(named=False)
    first = 0
    while first < len(tokens) - 1 and tokens[first].folded in _BEFORE_NAMES:
        first += 1
    count, people = _named(tokens[first:], names_of(lexicon))
    if count:
        return Begins(people=people, rest=after[tokens[first + count - 1].end :].strip(_BETWEEN))
    if first and tokens[first].is_capitalised:
        return Begins()
    return None


def _named(tokens: list[Token], names: Names) -> tuple[int, frozenset[int]]:
    """How many of the tokens, from the first on, name somebody, and who is called so."""
    for found in find_names(tokens, names)[:1]:
        if found.first == 0 and found.people:
            return found.count, frozenset(person.id for person in found.people)
    count, called = names.people.longest(tokens, 0)
    meant = [one.person.id for one in called or () if one.may_be(tokens[:count])]
    return count, frozenset(meant)
