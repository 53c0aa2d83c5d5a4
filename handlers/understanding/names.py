"""How the people and units of an office are called: the lexicon, turned round for looking up."""

from collections import defaultdict, deque
from dataclasses import dataclass

from handlers.understanding import unit_names
from handlers.understanding.asked import KnownPerson, KnownUnit, Lexicon
from handlers.understanding.normalise import fold
from handlers.understanding.tokens import ByWords, Token, folded, tokens_of

# How a title is typed, and how such a title begins in the store.
_TITLES = {
    "chủ tịch": "chủ tịch", "ct": "chủ tịch", "chairman": "chủ tịch", "chairwoman": "chủ tịch",
    "chairperson": "chủ tịch", "phó chủ tịch": "phó chủ tịch", "pct": "phó chủ tịch",
    "vice chairman": "phó chủ tịch", "vice chairwoman": "phó chủ tịch",
    "phó ct": "phó chủ tịch", "vice chair": "phó chủ tịch",
    "standing vice chair": "phó chủ tịch thường trực",
    "standing vice chairman": "phó chủ tịch thường trực",
    "standing vice chairwoman": "phó chủ tịch thường trực",
    "phó chủ tịch thường trực": "phó chủ tịch thường trực",
    "pct thường trực": "phó chủ tịch thường trực", "pcttt": "phó chủ tịch thường trực",
    "chánh văn phòng": "chánh văn phòng", "chánh vp": "chánh văn phòng",
    "cvp": "chánh văn phòng", "chief of office": "chánh văn phòng",
    "chief of the office": "chánh văn phòng", "phó chánh văn phòng": "phó chánh văn phòng",
    "phó chánh vp": "phó chánh văn phòng", "pcvp": "phó chánh văn phòng",
    "phó văn phòng": "phó chánh văn phòng", "deputy chief of office": "phó chánh văn phòng",
    "trưởng phòng": "trưởng phòng", "trưởng ban": "trưởng ban", "giám đốc": "giám đốc",
    "director": "giám đốc", "phó trưởng phòng": "phó trưởng phòng", "phó phòng": "phó trưởng phòng",
    "phó trưởng ban": "phó trưởng ban", "phó giám đốc": "phó giám đốc",
    "deputy director": "phó giám đốc",
}  # fmt: skip
# These say nothing unless a unit follows: “tp” is a city as well.
_TITLES_BEFORE_UNITS = {
    "tp": "trưởng", "trưởng": "trưởng", "head of": "trưởng", "head of the": "trưởng",
    "ptp": "phó", "phó": "phó", "deputy head of": "phó", "deputy head of the": "phó",
}  # fmt: skip
_TITLES_BEFORE_NAMES = {"chuyên viên": "chuyên viên", "cv": "chuyên viên", "văn thư": "văn thư"}
TITLES_BEFORE_NAMES = ByWords({fold(t): fold(b) for t, b in _TITLES_BEFORE_NAMES.items()})
TITLES = ByWords({fold(typed): fold(begins) for typed, begins in _TITLES.items()})
TITLES_BEFORE_UNITS = ByWords({fold(t): fold(b) for t, b in _TITLES_BEFORE_UNITS.items()})

_OFFICE_ITSELF = ("van phong", "uy ban", "ubnd")  # is not one of its units
_TOO_COMMON = frozenset({"cv", "vt", "tp", "tb"})  # short titles that mean something else alone
_LEAST_LETTERS_OF_BARE_CODE = 3  # “kt” alone may be anything, “kgvx” may not
_LEAST_WORDS_OF_BARE_NAME = 3  # “tổng hợp” alone is a verb, as is “tiếp công dân”


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """One way to call a person, and how it is spelt."""

    spelling: tuple[str, ...]
    person: KnownPerson
    whole: bool  # the full name, not its last words

    def may_be(self, tokens: list[Token]) -> bool:
        """Whether these words, which fold to the name, were not marked otherwise."""
        return all(map(Token.may_be, tokens, self.spelling))


class Names:
    """All names of one lexicon, by their folded words."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.people: ByWords[list[PersonName]] = ByWords()
        self.own_titles: ByWords[list[KnownPerson]] = ByWords()  # in full, and as shortened
        self.units: ByWords[KnownUnit] = ByWords()  # good by themselves
        self.rooms: ByWords[KnownUnit] = ByWords()  # only after “phòng”, “ban” …
        self.departments: ByWords[KnownUnit] = ByWords()  # only after “sở”
        self._titles = [
            (folded(tokens_of(title)), person)
            for person in lexicon.people
            for title in person.title.split(",")
        ]
        for person in lexicon.people:
            self._add_person(person)
        for unit in lexicon.units:
            self._add_unit(unit)
        self.meant_by = self._in_full(lexicon)
        self.in_full: dict[int, list[str]] = defaultdict(list)  # by the number of their words
        for name in self.meant_by:
            self.in_full[len(name.split())].append(name)

    @staticmethod
    def _in_full(lexicon: Lexicon) -> dict[str, tuple[tuple[KnownPerson, ...], KnownUnit | None]]:
        """Names that are long enough to be known again with a letter wrong, and what they mean."""
        people: dict[str, tuple[KnownPerson, ...]] = {}
        for person in lexicon.people:
            for said in (person.name, *filter(_names_a_unit, person.title.split(","))):
                name = folded(tokens_of(said))
                people[name] = (*people.get(name, ()), person)
        meant: dict[str, tuple[tuple[KnownPerson, ...], KnownUnit | None]] = {
            name: (called, None) for name, called in people.items()
        }
        for unit in lexicon.units:
            for said in (unit.name, *unit_names.former(unit.code)):
                meant[folded(tokens_of(said)).removesuffix(" tinh")] = ((), unit)
        return {name: who for name, who in meant.items() if " " in name}

    def titled(self, beginning: str) -> tuple[KnownPerson, ...]:
        """The people whose folded title is this, or else begins with it."""
        exact = tuple(person for title, person in self._titles if title == beginning)
        return exact or tuple(
            person for title, person in self._titles if title.startswith(beginning + " ")
        )

    def _add_person(self, person: KnownPerson) -> None:
        words = tokens_of(person.name)
        for first in range(len(words)):
            self._add_name(words[first:], person, whole=first == 0)
        if len(words) > len("AB"):
            family, *middle, given = words
            self._add_name([family, given], person, whole=True)
            self._add_name([given, family, *middle], person, whole=True)
        for title in (person.short_title, *person.title.split(",")):
            typed = folded(tokens_of(title))
            is_office = TITLES.longest(tokens_of(title), 0)[0] > 0
            if typed not in _TOO_COMMON and (is_office or title == person.short_title):
                self.own_titles[typed] = [*(self.own_titles.get(typed) or ()), person]

    def _add_name(self, words: list[Token], person: KnownPerson, *, whole: bool) -> None:
        name, spelling = folded(words), tuple(word.lowered for word in words)
        one = PersonName(spelling=spelling, person=person, whole=whole)
        self.people[name] = [*(self.people.get(name) or ()), one]

    def _add_unit(self, unit: KnownUnit) -> None:
        name = folded(tokens_of(unit.name)).removesuffix(" tinh")
        if not name.startswith(_OFFICE_ITSELF):
            self.units[name] = unit
        code, own = folded(tokens_of(unit.code)), unit_names.own_name(name)
        is_department = name.startswith("so ")
        after_word = self.departments if is_department else self.rooms
        after_word[code] = after_word[own] = unit
        if len(code) >= _LEAST_LETTERS_OF_BARE_CODE:
            self.units[code] = unit
        if name.startswith("phong ") and len(own.split()) >= _LEAST_WORDS_OF_BARE_NAME:
            self.units[own] = unit
        for said in unit_names.shorter(unit.name):
            if after_word.get(said) is None:
                after_word[said] = unit
        for everyday in unit_names.everyday(unit.code):
            self.units[everyday] = unit
        for everyday in unit_names.everyday_after_word(unit.code):
            after_word[everyday] = unit


def _names_a_unit(title: str) -> bool:
    """“Trưởng phòng Kinh tế”, not “Chuyên viên” alone."""
    words = tokens_of(title)
    return 0 < TITLES.longest(words, 0)[0] < len(words)


def names_of(lexicon: Lexicon) -> Names:
    """The names of a lexicon, made once for each.

    Told apart by identity: comparing sixty people would cost more than the question.
    """
    for known, names in _recent:
        if known is lexicon:
            return names
    names = Names(lexicon)
    _recent.append((lexicon, names))
    return names


_recent: deque[tuple[Lexicon, Names]] = deque(maxlen=2)
