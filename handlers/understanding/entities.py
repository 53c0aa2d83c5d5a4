"""The people and units that a message names, and whether it speaks of the speaker's own things."""

from dataclasses import dataclass, replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from handlers.understanding.asked import KnownPerson, KnownUnit
from handlers.understanding.names import (
    TITLES,
    TITLES_BEFORE_NAMES,
    TITLES_BEFORE_UNITS,
    Names,
)
from handlers.understanding.normalise import fold
from handlers.understanding.tokens import ByWords, Token, folded
from handlers.understanding.unit_names import DEPARTMENT_WORDS, ROOM_WORDS
from handlers.understanding.wording import folded_words

_HONORIFICS = folded_words("anh chị a c e em ông bà cô chú bác thầy đc chí sếp mr ms mrs madam")
_WORDS_AS_WELL = frozenset({"co", "ba", "thay", "bac"})
_SPEAK_TO = folded_words("gặp hỏi gửi chào thưa mời với nhờ báo của cho và")
_PLURALS = folded_words("các hai ba những mấy cả")
_NO_DEPARTMENT = folded_words("hồ cơ trụ mã con tỷ một dân")  # “hồ sơ”, “cơ sở”, “trụ sở”
_COMPOUNDS = frozenset(
    map(
        fold,
        (
            "văn bản", "văn phòng", "văn thư", "thanh tra", "thanh toán", "nam nay", "năm nay",
            "sau khi", "sau do", "sau nay", "thu hồi", "thu phí", "thu tiền", "nam giới",
            "bình thường", "bình quân", "lan tỏa", "hạ tầng", "thọ hưởng", "dũng cảm", "dùng cho",
            "hóa đơn", "hoa quả", "bình luận", "đúng hạn", "dùng hết",
            "năm sau", "năm trước", "năm ngoái", "năm tới", "tuần này", "tuần sau", "tuần tới",
            "tuần trước", "tuần qua", "hỏa tốc", "trường học", "tiến độ", "quý này", "họp gì",
            "sơn la", "hà nội", "hải phòng", "long an", "hưng yên", "thành phố", "thành phần",
        ),
    )
)  # fmt: skip
_OF_THE_OFFICE = ByWords(dict.fromkeys(("ubnd tinh", "ubnd", "ub tinh", "tinh", "of"), True))
_HEADS_A_UNIT = folded_words("phòng ban đốc tp ptp trưởng phó of the director")
_FAMILY_AND_GIVEN = ("Hoàng", "Tuấn")
# After a title, or after “ban”, these are not this office's.
_ANOTHER_BODY = ByWords(
    dict.fromkeys(
        map(
            fold,
            (
                "nước", "quốc hội", "hồ chí minh", "hđnd", "hội đồng nhân dân", "xã", "phường",
                "huyện", "ubnd xã", "ubnd phường", "ubnd huyện", "tỉnh ủy", "công an", "mặt trận",
                "mttq", "hội", "công ty", "hội đồng quản trị", "quốc gia", "mtqg", "trung ương",
            ),
        ),
        True,
    )
)  # fmt: skip
_LINKS = folded_words("ở bên của trên dưới tại")
_LEAST_LETTERS_AFTER_SO = 4
_LEAST_LETTERS_OF_A_TYPO, _MOST_TYPOS = 9, 2
_LEAST_LETTERS_OF_A_WRONG_WORD = 3
_TONES_AS_TYPED = "sfrxj"
_NOT_CHAIRMAN = folded_words("công làm mục trình số")  # “CT công tác” is a programme


@dataclass(frozen=True, kw_only=True)
class FoundName:
    """A person, perhaps with their unit, or a unit, named by `count` tokens from the `first` on.

    Nobody in `people`, or several, when the words do not say which one. `words` names them
    without “anh”, “chị”.
    """

    first: int
    count: int
    words: str
    people: tuple[KnownPerson, ...] = ()
    unit: KnownUnit | None = None

    @property
    def is_person(self) -> bool:
        """Somebody is named, known or not."""
        return bool(self.people) or self.unit is None


def find_names(tokens: list[Token], names: Names) -> list[FoundName]:
    """Everybody and every unit that the words name, in order."""
    found: list[FoundName] = []
    at = 0
    while at < len(tokens):
        one = (
            _titled(tokens, at, names)
            or _addressed(tokens, at, names)
            or _unit(tokens, at, names)
            or _named(tokens, at, names)
            or _mistyped(tokens, at, names)
        )
        if one is not None:
            one = _in_unit(one, tokens, names)
            found.append(one)
        at += one.count if one else 1
    return found


def _titled(tokens: list[Token], at: int, names: Names) -> FoundName | None:
    """“phó chủ tịch thường trực”, “trưởng phòng KGVX”, “PCT Hà”."""
    own, holders = names.own_titles.longest(tokens, at)
    count, begins = TITLES.longest(tokens, at)
    before_unit, begins_before_unit = TITLES_BEFORE_UNITS.longest(tokens, at)
    length = max(own, count, before_unit)
    if not length and (colleague := _called_after_title(tokens, at, names)):
        return colleague
    if not length or (tokens[at].folded == "ct" and _folded_at(tokens, at + 1) in _NOT_CHAIRMAN):
        return None
    if holders and own == length:
        people = tuple(holders)
    else:
        people = names.titled(begins or begins_before_unit or "")
    after = at + length
    if _ANOTHER_BODY.longest(tokens, after)[0]:
        return None
    name, _ = names.people.longest(tokens, after)
    called = _called(tokens[after : after + name], names)
    of_this_title = {*people, *names.titled(begins or begins_before_unit or "")}
    if both := tuple(one for one in called if one in of_this_title):
        return _found(tokens, at, after + name, both)
    after += _OF_THE_OFFICE.longest(tokens, after)[0]
    heads_unit = tokens[at + length - 1].folded in _HEADS_A_UNIT
    unit = _own_name(tokens, after, names.rooms) or _unit(tokens, after, names)
    if heads_unit and unit:
        here = tuple(one for one in people if unit.unit and one.unit_id == unit.unit.id)
        return _found(tokens, at, after + unit.count, here, unit=None if here else unit.unit)
    if _folded_at(tokens, at - 1) in _PLURALS:
        people = tuple(sorted(of_this_title, key=lambda one: one.id))
    return None if before_unit == length else _found(tokens, at, after, people)


def _addressed(tokens: list[Token], at: int, names: Names) -> FoundName | None:
    """“anh Dũng”, “c Hà”: whoever stands after the form of address, known or not."""
    after = at + 1
    if after == len(tokens) or not _is_honorific(tokens, at) or TITLES.longest(tokens, after)[0]:
        return None
    count, _ = names.people.longest(tokens, after)
    called = tokens[after : after + count]
    people = _called(called, names)
    if people and not _is_word(tokens, after, count, names):
        return _found(tokens, after, after + count, people, first=at)
    until = after
    while until < len(tokens) and _begins_a_name(tokens[until]):
        until += 1
    return _found(tokens, after, until, (), first=at) if until > after else None


def _is_honorific(tokens: list[Token], at: int) -> bool:
    """Unmarked, “co” is “có” as well, “dia chi” is an address, and “thu ba” a Tuesday."""
    token = tokens[at]
    if token.folded not in _HONORIFICS or _folded_at(tokens, at - 1) in {"thu", "dia"}:
        return False
    if token.lowered != token.folded or token.folded not in _WORDS_AS_WELL:
        return True
    if _begins_a_name(tokens[at + 1]):
        return at == 0 or not token.is_capitalised
    if at == 0:
        return token.folded != "co"  # “có” begins a question
    return tokens[at - 1].folded in _SPEAK_TO


def _is_word(tokens: list[Token], at: int, count: int, names: Names) -> bool:
    """“van phong”, “tuan nay” typed small and unmarked are those words, not Vân and Tuấn.

    But in “chi ha noi chinh” a unit begins after the name.
    """
    last = tokens[at + count - 1]
    plain = last.typed == last.folded and not _own_name(tokens, at + count, names.rooms)
    return plain and f"{last.folded} {_folded_at(tokens, at + count)}" in _COMPOUNDS


def _named(tokens: list[Token], at: int, names: Names) -> FoundName | None:
    """A full name however typed; a part of one only with its capitals, as names are written."""
    count, names_here = names.people.longest(tokens, at)
    words = tokens[at : at + count]
    people = _called(words, names)
    if not (people and names_here):
        return None
    whole = count > 1 and any(one.whole for one in names_here)
    if whole and count == len(_FAMILY_AND_GIVEN) and at and not words[0].is_capitalised:
        whole = False  # “dang lan” inside a sentence is as good as any two words
    alone = count == len(tokens)
    inside = at > 0 and not tokens[at - 1].is_capitalised
    ends = at + count == len(tokens) or not tokens[at + count].is_capitalised
    written = inside and ends and all(map(_is_written_as_name, words))
    return _found(tokens, at, at + count, people) if whole or alone or written else None


def _called_after_title(tokens: list[Token], at: int, names: Names) -> FoundName | None:
    """“cv Nam”, “chuyên viên Tuấn”: these titles say nothing without a name."""
    count, begins = TITLES_BEFORE_NAMES.longest(tokens, at)
    name, _ = names.people.longest(tokens, at + count) if count else (0, None)
    called = _called(tokens[at + count : at + count + name], names)
    here = tuple(one for one in called if one in names.titled(begins or ""))
    return _found(tokens, at, at + count + name, here) if here else None


def _unit(tokens: list[Token], at: int, names: Names) -> FoundName | None:
    """“Phòng Khoa giáo – Văn xã”, “p kt”, “KGVX”, “sở TNMT”."""
    if (
        at < len(tokens)
        and tokens[at].folded == "so"
        and _folded_at(tokens, at - 1) in _NO_DEPARTMENT
    ):
        return None
    count, unit = names.units.longest(tokens, at)
    if unit:
        return _found(tokens, at, at + count, (), unit=unit)
    if len(tokens) == 1:
        return _own_name(tokens, at, names.rooms)
    for words, own_names in ((DEPARTMENT_WORDS, names.departments), (ROOM_WORDS, names.rooms)):
        word, _ = words.longest(tokens, at)
        own = _own_name(tokens, at + word, own_names) if word else None
        elsewhere = own and _ANOTHER_BODY.longest(tokens, at + word + own.count)[0]
        if own and own.unit and not elsewhere and not _is_a_number(tokens[at], own):
            return _found(tokens, at, at + word + own.count, (), unit=own.unit)
    return None


def _own_name(tokens: list[Token], at: int, names: ByWords[KnownUnit]) -> FoundName | None:
    count, unit = names.longest(tokens, at)
    return _found(tokens, at, at + count, (), unit=unit) if unit else None


def _is_a_number(word: Token, own: FoundName) -> bool:
    """“số”; and an unmarked “so” before a short code."""
    is_short = len(own.words) < _LEAST_LETTERS_AFTER_SO
    return word.folded == "so" and word.lowered != "sở" and (word.lowered != "so" or is_short)


def _in_unit(found: FoundName, tokens: list[Token], names: Names) -> FoundName:
    """“Anh Tuấn phòng Kinh tế”, “chị Hà nội chính”: of several the one who works there."""
    if not found.people:
        return found
    after = found.first + found.count
    while after < len(tokens) and tokens[after].folded in _LINKS:
        after += 1
    unit = _unit(tokens, after, names) or _own_name(tokens, after, names.rooms)
    here = tuple(one for one in found.people if unit and unit.unit and one.unit_id == unit.unit.id)
    if not here or unit is None:
        return found
    count = after + unit.count - found.first
    return replace(found, count=count, people=here, unit=unit.unit)


def _mistyped(tokens: list[Token], at: int, names: Names) -> FoundName | None:
    """A full name, a title with its unit or a unit's name, in which a letter went wrong."""
    for count, spelt in names.in_full.items():
        window = folded(tokens[at : at + count])
        if len(tokens) - at < count or len(window) < _LEAST_LETTERS_OF_A_TYPO:
            continue
        near = process.extractOne(window, spelt, scorer=OSA.distance, score_cutoff=_MOST_TYPOS)
        if near and near[1] and all(map(_may_be_typo, window.split(), near[0].split())):
            people, unit = names.meant_by[near[0]]
            return _found(tokens, at, at + count, people, unit=unit)
    return None


def _may_be_typo(typed: str, meant: str) -> bool:
    """One letter of a longer word, or a tone that was typed as a letter: “vuj”."""
    if typed == meant or (typed[:-1] == meant and typed[-1] in _TONES_AS_TYPED):
        return True
    is_long = min(len(typed), len(meant)) >= _LEAST_LETTERS_OF_A_WRONG_WORD
    return is_long and typed[0] == meant[0] and OSA.distance(typed, meant) == 1


def _called(words: list[Token], names: Names) -> tuple[KnownPerson, ...]:
    """The people whom these words may name; what is marked must be spelt so."""
    called = names.people.get(folded(words)) or []
    return tuple(one.person for one in called if one.may_be(words))


def _begins_a_name(token: Token) -> bool:
    return _is_written_as_name(token) and token.folded not in _HONORIFICS


def _is_written_as_name(token: Token) -> bool:
    return token.is_capitalised and token.typed[1:] == token.lowered[1:]


def _found(
    tokens: list[Token],
    start: int,
    end: int,
    people: tuple[KnownPerson, ...],
    *,
    unit: KnownUnit | None = None,
    first: int | None = None,
) -> FoundName:
    first = start if first is None else first
    words = " ".join(token.typed for token in tokens[start:end])
    return FoundName(first=first, count=end - first, words=words, people=people, unit=unit)


def _folded_at(tokens: list[Token], at: int) -> str:
    return tokens[at].folded if 0 <= at < len(tokens) else ""
