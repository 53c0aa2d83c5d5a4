"""Names of people and places that the office's records do not know, by how names are written.

It would rather take a word for a name than a name for a word: what it finds is only ever hidden.
"""

import re
from functools import cache
from itertools import pairwise

from handlers.understanding.normalise import fold, is_marked, lower
from handlers.understanding.tokens import Token, tokens_of
from handlers.understanding.weights import weights
from handlers.understanding.wording import folded_words, pattern


def _spelt(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _typed(words: str) -> frozenset[str]:
    """Each word as it is spelt, and without its diacritics; but “có” is not “cô”."""
    return frozenset(words.split()) | (frozenset(fold(words).split()) - {"co"})


_MOST_AFTER_FAMILY = 3  # “Nguyễn Thị Ngọc Hoa”
_FAMILIES = _spelt(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh trương"
    " phùng đào đoàn vương lâm hà tô tạ mai cao lương thái châu tăng quách kiều thân chu chử doãn"
    " mạc ninh giang lưu khổng lục nghiêm tống triệu văn nông lò vàng giàng sùng thào lường quàng"
    " cầm lù ma vi hứa bế đàm lã lại từ tôn cù viên phí bạch cung đồng diệp ông úng la cà hạng tẩn"
    " phàn chảo lỳ thạch sơn danh kim siu rơ rcom ksor y h"
)
_UNMARKED_FAMILIES = frozenset(map(fold, _FAMILIES))
_SURELY_FAMILIES = _spelt("nguyễn trần huỳnh đặng bùi ngô trịnh nguyen")
_COMMON_FAMILIES = _typed(
    "lê phạm hoàng phan vũ võ đỗ hồ dương lý đinh trương phùng đào vương lâm tran huynh bui trinh"
)
_MIDDLE_NAMES = _typed(
    "văn thị đức đình ngọc minh quang hữu xuân thanh hồng kim thùy hoài bích phương thu mai lan bá"
    " công duy đăng gia hải hoàng huy khắc mạnh nhật phúc quốc thế tiến trọng trung tuấn viết việt"
    " vĩnh anh bảo cẩm diệu diễm khánh kiều mỹ như quỳnh thảo thúy tố tuyết vân ái a hờ seo"
)
_ADDRESSED = _typed(
    "anh chị a c em ông bà cô chú bác cậu mợ dì thím cụ cháu thầy sếp đc chí mr ms mrs"
)
_BEFORE_NAMES = _typed("ông bà anh chị cô chú thầy đc chí gặp gọi nhờ")  # seldom before verbs
_TO_OR_OF = _typed(
    "gặp hỏi với của cho gọi nhờ tìm do bởi tên là thằng con người bố mẹ vợ chồng"
    " by with to name is"
)
# As spelt; unmarked, only what nobody is called: “dang” may be Đăng as well as “đang”.
_AFTER_A_NAME = _spelt(
    "ở là có đang đã đâu làm còn không ạ nhé nha và của thì mà được bị trong tại hôm nay chưa ai"
    " gì sẽ vừa mới về đi ơi với hay hoặc nộp gửi sinh mất o la co khong ko gi va cua duoc trong"
    " nhe oi voi is at and the in where has was"
)
_INSTITUTIONS = _spelt(
    "sở phòng ban ủy uỷ ub ubnd hđnd vp văn bộ cục chi trung trường bệnh công đảng hội tỉnh huyện"
    " xã phường thôn thành thủ chủ phó chánh nghị thông quyết luật"
)
_OF_THE_STATE = _spelt("Sở Bộ Cục Ban Phòng Ủy Uỷ")  # what follows is an institution's own name
_NO_FAMILY = "vi phạm|tội phạm|quy phạm|sư phạm|xử lý|quản lý|pháp lý|tâm lý|thanh lý|đại lý|địa lý"
_NO_FAMILIES = frozenset(tuple(fold(pair).split()) for pair in _NO_FAMILY.split("|"))
_BEFORE_TOWNS = folded_words("hoạch khu lý chỉnh dựng tầng về phát trật")  # “đô thị”
_CALLED = _typed("ơi")
_NAME_IS = pattern("(?:họ )?tên(?: là| em là| tôi là| của \\w+ là)?|my name is|name is|name s")
_SYLLABLE = re.compile(  # folded, as given names are
    r"(?:ngh?|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
_BOUNDARY = re.compile(r"[.!?:;…“”\"()\n]")


def named_in(tidied: str) -> list[tuple[int, int]]:
    """Where names stand, as places in the tidied words; they may overlap."""
    tokens = tokens_of(tidied)
    names = _Names(tidied, tokens)
    return [
        (token.start, tokens[at + count - 1].end)
        for at, token in enumerate(tokens)
        if (count := names.words_from(at))
    ]


class _Names:
    """Where in a sentence names of people begin, and how many words each has."""

    def __init__(self, tidied: str, tokens: list[Token]) -> None:
        self._tidied = tidied
        self._tokens = tokens
        self._told = {found.end() for found in _NAME_IS.finditer(lower(tidied))}
        capitals = [token for token in tokens if token.typed.isupper()]
        self._shouts = 2 * len(capitals) > len(tokens)

    def words_from(self, at: int) -> int:
        """How many words from here on name somebody; none where nobody is named."""
        return max(self._told_name(at), self._family(at), self._capitals(at), self._alone(at))

    def _told_name(self, at: int) -> int:
        """“tên là …”, “họ tên …”."""
        before = self._tokens[at - 1] if at else None
        if before is None or before.end not in self._told:
            return 0
        return self._until_it_ends(at, _MOST_AFTER_FAMILY + 1)

    def _family(self, at: int) -> int:
        """A family name and what follows, however it is written."""
        token = self._tokens[at]
        if not _is_family(token) or not self._joined(at + 1):
            return 0
        after = self._tokens[at + 1]
        before = self._tokens[at - 1] if at else None
        middle = after.folded in _MIDDLE_NAMES
        third = self._tokens[at + 2].folded if self._joined(at + 2) else ""
        known = _known_pair(token.folded, after.folded)
        if middle:
            known = known and (not third or _known_pair(after.folded, third))
        else:
            known = known or (before is not None and _known_pair(before.folded, token.folded))
        sure = (
            token.lowered in _SURELY_FAMILIES
            or (before is not None and before.lowered in _ADDRESSED)
            or _surely_goes_on(before, token, after)
        )
        likely = not known and (middle or token.lowered in _COMMON_FAMILIES)
        if not (sure or likely):
            return 0
        return 1 + self._until_it_ends(at + 1, _MOST_AFTER_FAMILY)

    def _capitals(self, at: int) -> int:
        """Words with capitals inside a sentence, or several at its beginning."""
        count = 0
        while self._joined(at + count) and self._is_capital(at + count):
            count += 1
        if not count or self._tokens[at].lowered in _INSTITUTIONS:
            return 0
        if self._joined(at) and at and self._tokens[at - 1].typed in _OF_THE_STATE:
            return 0
        if not self._begins(at):
            return count
        return count if count > 1 or not _is_known(self._tokens[at]) else 0

    def _alone(self, at: int) -> int:
        """One word that no phrase has, where names stand: “chị hằng”, “gặp hùng”, “hùng ơi”."""
        token = self._tokens[at]
        before = self._tokens[at - 1] if at else None
        after = self._tokens[at + 1] if self._joined(at + 1) else None
        if token.lowered in _AFTER_A_NAME or token.lowered in _ADDRESSED:
            return 0
        if after is not None and after.lowered in _CALLED:
            return 1
        if before is not None and before.lowered in _BEFORE_NAMES:
            return 0 if _known_pair(before.folded, token.folded) else self._one_or_two(at)
        if _is_known(token):
            return 0
        if before is not None and before.lowered in _ADDRESSED | _TO_OR_OF:
            return 1
        is_called_so = self._begins(at) and _SYLLABLE.fullmatch(token.folded)
        return int(bool(is_called_so) and (after is None or _is_known(after)))

    def _one_or_two(self, at: int) -> int:
        """“Hằng”, “Lan Hương”: the second word counts where the name ends with it."""
        if self._until_it_ends(at, 2) < 2:
            return 1
        goes_on = self._joined(at + 2) and self._tokens[at + 2].lowered not in _AFTER_A_NAME
        return 1 if goes_on else 2

    def _until_it_ends(self, at: int, most: int) -> int:
        count = 0
        while count < most and (count == 0 or self._joined(at + count)):
            if at + count >= len(self._tokens):
                break
            token = self._tokens[at + count]
            if token.lowered in _AFTER_A_NAME or token.typed[0].isdecimal():
                break
            count += 1
        return count

    def _is_capital(self, at: int) -> bool:
        typed = self._tokens[at].typed
        if not typed[0].isupper():
            return False
        if len(typed) > 1 and typed.isupper():  # “UBND” is no name, “HÙNG” may be
            return not self._shouts and (is_marked(typed) or not _is_known(self._tokens[at]))
        return True

    def _begins(self, at: int) -> bool:
        """It is the first word of a sentence."""
        if at == 0:
            return True
        between = self._tidied[self._tokens[at - 1].end : self._tokens[at].start]
        return bool(_BOUNDARY.search(between))

    def _joined(self, at: int) -> bool:
        """It follows the word before it with nothing but a space between."""
        if at >= len(self._tokens):
            return False
        if at == 0:
            return True
        return self._tidied[self._tokens[at - 1].end : self._tokens[at].start].strip() == ""


def _is_family(token: Token) -> bool:
    """What was typed with diacritics is taken at its word."""
    return token.lowered in (_FAMILIES if is_marked(token.typed) else _UNMARKED_FAMILIES)


def _surely_goes_on(before: Token | None, family: Token, middle: Token) -> bool:
    """“lê thị”, “phạm văn” as spelt; unmarked only “… thi”, but not in “quy hoach do thi”."""
    pair = (before.folded if before else "", family.folded)
    if pair in _NO_FAMILIES or pair[0] in _BEFORE_TOWNS:
        return False
    is_spelt = is_marked(family.typed) and is_marked(middle.typed)
    return middle.lowered == "thi" or (is_spelt and middle.lowered in _MIDDLE_NAMES)


@cache
def _vocabulary() -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """The words of all phrases, and which two stand beside one another."""
    phrases = [phrase.split() for phrase in weights().as_written]
    return (
        frozenset(word for words in phrases for word in words),
        frozenset(pair for words in phrases for pair in pairwise(words)),
    )


def _is_known(token: Token) -> bool:
    return token.folded in _vocabulary()[0]


def _known_pair(one: str, other: str) -> bool:
    return (one, other) in _vocabulary()[1] or (one, other) in _NO_FAMILIES
