"""“còn ngày mai?”, “thế của phòng Tổng hợp?”, “ai chủ trì?” · What was asked before fills the gaps.

Words that name what they are about ask anew. Only words that would mean nothing alone go on from
the question before: they keep what it was about, and replace what they name.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from handlers.understanding import figures_said, filling, normalise, ordinals, speaker, subjects
from handlers.understanding.asked import Asked, Question, Slots
from handlers.understanding.reading import (
    DOCUMENT,
    DOSSIER,
    OFFICE,
    PERSON,
    PETITION,
    TIME,
    UNIT,
    Reading,
)
from handlers.understanding.weights import weights
from handlers.understanding.wording import folded_words, pattern

LONGEST = 7  # words; who says more, says what about
_LIKELIER = 4.0  # times, of the same kind as before
SURELY = 0.9  # how sure a question is that goes on from another

# What may stand beside the one thing that is named anew, and does not ask for anything.
_SMALL = folded_words(
    "còn thế vậy thì sao và nữa của ý tôi tui mình em anh chị là à ạ ừ ờ ơ nhỉ nhé nha nhá hả hở"
    " với riêng bên ở cho xem lại không phải nhầm mà chứ kia nào gì cái ấy đó này ta ổng bả"
    " đi hôm ngày vào trong cuộc buổi"
    " what how about and the for of on in i mean meant no not instead then also please only"
)
# They ask for a side of what was asked about before: where, when, who.
_SIDES = folded_words(
    "ở đâu chỗ nào mô mấy giờ lúc khi nào bao giờ ai chủ trì dự phòng họp tại"
    " where when what time who chairs is it attends which room"
)
_THEM = pattern(
    "(?:anh|chị|ông|bà|cô|chú|thầy|sếp|người) (?:ấy|đó|này|ta)|ổng|bả|him|her|his|their"
)
_I_MEAN = pattern("ý (?:tôi|tui|mình|em|anh|chị)(?: là)?|(?:no )?i (?:mean|meant)")
# “Cuộc đó”: what was shown is meant, of whatever side of it one asks.
_THAT = pattern(
    "(?:cuộc họp|cuộc|buổi họp|buổi|văn bản|công văn|vb|hồ sơ|đơn|cái|thủ tục)"
    " (?:đó|ấy|này|đấy|kia|vừa rồi|sau|tiếp theo|trước)|that (?:one|meeting|document)|the next one"
)
# “Còn đơn thư”: the same of another thing, where the thing is a word to look up.
_TOPICAL = frozenset(
    {
        Question.REPORT_STATISTICS,
        Question.PETITION_RULES,
        Question.PROCEDURE_LOOKUP,
        Question.PROCEDURE_REQUIRED_PAPERS,
        Question.PROCEDURE_FEE_TIME,
        Question.PERSON_LOOKUP,
        Question.OFFICE_INFO,
    }
)
_FEW = 4  # words
_A_NUMBER = re.compile(r"\d{1,6}")
_GOES_ON = pattern("^(?:(?:thế|vậy|à|ừ|ờ) )?còn|^(?:thế|vậy|ý|nhầm)|^(?:and|what about|how about)")

# Words that say what kind of thing is asked about: with them it is a question of its own.
_NAMES = {
    "meeting": pattern("họp|lịch|cuộc|hội nghị|giao ban|meetings?|schedule|calendar"),
    "document": pattern("văn bản|công văn|vb|cv|documents?|letters?"),
    "dossier": pattern("hồ sơ|hs|dossiers?|applications?|files?"),
    "petition": pattern("đơn(?! vị| giản)|petitions?|complaints?"),
    "procedure": pattern("thủ tục|tthc|procedures?"),
}
# What is asked by “ở đâu”, “khi nào” of something of this kind.
_ABOUT_ONE = {
    "meeting": Question.MEETING_DETAIL,
    "document": Question.DOCUMENT_STATUS,
    "dossier": Question.DOSSIER_STATUS,
    "petition": Question.PETITION_STATUS,
    "procedure": Question.PROCEDURE_LOOKUP,
}
# A code alone asks how what it belongs to is.
OF_A_CODE = {
    DOSSIER: Question.DOSSIER_STATUS,
    PETITION: Question.PETITION_STATUS,
    DOCUMENT: Question.DOCUMENT_STATUS,
}
_PROCEDURE = "procedure"  # its papers, fee and place are sides of it, however they are asked for
_FOLLOWED = frozenset(
    {*_ABOUT_ONE, "person", "office", "brief", "directive", "report", "citizen_reception"}
)
# Of which kinds one asks whose they are.
_OWNED = frozenset(
    {"meeting", "document", "dossier", "petition", "person", "brief", "directive", "report"}
)
_WHOSE = frozenset({PERSON, UNIT, OFFICE})


def can_be_followed(question: Question) -> bool:
    """Whether somebody may go on from it: it was about something."""
    return kind_of(question) in _FOLLOWED


def followed(asked: Asked, read: Reading, before: Asked) -> Asked:
    """What is asked by somebody who asked `before` last; `asked` itself if it stands alone."""
    if asked.bare:
        return replace(before, bare=asked.bare, lacks=None, language=asked.language)
    if before.lacks:
        return filling.filled(asked, read, before)
    return _gone_on(asked, read, before)


def _gone_on(asked: Asked, read: Reading, before: Asked) -> Asked:
    lowered = normalise.lower(read.tidied)
    words = read.compared()
    asked = _of_whom(asked, read, before, lowered)
    if opened := _second_fact(asked, before):
        return opened
    if kind_of(before.question) == kind_of(asked.question) == _PROCEDURE and not asked.slots.topic:
        return _going_on(asked, before, asked.question)
    left = {word for word in words if not word.startswith("<")} - _SMALL
    if len(words) > LONGEST:
        return asked
    if before.question is Question.REPORT_STATISTICS and figures_said.goes_on(read):
        return _other_figures(asked, read, before)
    if code := next((word for word in words if word in OF_A_CODE), None):
        return asked if left else replace(asked, question=OF_A_CODE[code], runner_up=None)
    if not left:
        return _renamed(asked, words, before)
    return _another(asked, read, before, left, lowered) or _side(asked, before, left, lowered)


def _second_fact(asked: Asked, before: Asked) -> Asked | None:
    """“0678”, “bốn số cuối là 0678”: of the dossier whose code was given just before."""
    code, digits = before.slots.dossier_code, asked.slots.digits
    if before.question is not Question.DOSSIER_STATUS or not code or not digits:
        return None
    if asked.slots.dossier_code or (asked.question is not Question.OUT_OF_SCOPE and digits.more):
        return None
    return replace(
        asked,
        question=Question.DOSSIER_STATUS,
        confidence=max(asked.confidence, SURELY),
        runner_up=None,
        slots=Slots(dossier_code=code, digits=digits),
    )


def _of_whom(asked: Asked, read: Reading, before: Asked, lowered: str) -> Asked:
    """With “anh ấy” as who was named before, and without the “tôi” of “ý tôi là”."""
    mine = read.mine and speaker.says_mine(_I_MEAN.sub(" ", lowered))
    them = before.slots.person_id if _THEM.search(lowered) and not read.names else None
    person_id = them or asked.slots.person_id
    return replace(asked, slots=replace(asked.slots, mine=mine, person_id=person_id))


def _renamed(asked: Asked, words: Sequence[str], before: Asked) -> Asked:
    """“Còn ngày mai?”, “của phòng Tổng hợp”: nothing is said but another time, or whose."""
    kind, slots = kind_of(before.question), asked.slots
    marks = {word for word in words if word.startswith("<")}
    names_whose = bool(marks & _WHOSE or slots.mine or slots.person_id)
    fits = (names_whose and kind in _OWNED) or (TIME in marks and not _is_one(before.slots))
    is_a_phrase = set(words) > marks and " ".join(words) in weights().as_written
    return _going_on(asked, before, before.question) if fits and not is_a_phrase else asked


def _other_figures(asked: Asked, read: Reading, before: Asked) -> Asked:
    """“Đơn thư thì sao?”, “so với cùng kỳ”: the same period of others, or beside another one."""
    said = figures_said.figures_said(read, "").after(figures_said.figures_of(before.slots.topic))
    slots = replace(asked.slots, when=figures_said.period_said(read), topic=said.topic)
    return _going_on(replace(asked, slots=slots), before, before.question)


def _another(
    asked: Asked, read: Reading, before: Asked, left: set[str], lowered: str
) -> Asked | None:
    """“Cái thứ 2”, “còn 405”, “còn đơn thư”: the same of another one; None for other words."""
    kind, slots, alone = kind_of(before.question), asked.slots, " ".join(left)
    if ordinals.nth(read.tidied) and kind in _ABOUT_ONE:
        return _going_on(asked, before, _ABOUT_ONE[kind])
    if before.slots.document_number and _A_NUMBER.fullmatch(alone):
        slots = replace(slots, document_number=alone)
    elif before.question in _TOPICAL and len(read.pieces) <= _FEW and _GOES_ON.search(lowered):
        slots = replace(slots, topic=slots.topic or subjects.bare_subject(read))
    else:
        return None
    return _going_on(replace(asked, slots=slots), before, before.question)


def _side(asked: Asked, before: Asked, left: set[str], lowered: str) -> Asked:
    """“Ở đâu?”, “ai chủ trì?”, “gửi tài liệu cuộc đó”: another side of what was asked about."""
    kind, named = kind_of(before.question), kinds_named(lowered)
    if named - {kind} and kind_of(asked.question) != kind:
        return asked
    if left <= _SIDES:
        return _going_on(asked, before, _ABOUT_ONE.get(kind, before.question))
    if named and not (_GOES_ON.search(lowered) or _THAT.search(lowered)):
        return asked
    same_kind = kind in _ABOUT_ONE and kind_of(asked.question) == kind
    return _going_on(asked, before, asked.question) if same_kind else asked


def leaning(
    shares: Mapping[Question, float], read: Reading, before: Asked
) -> dict[Question, float]:
    """How likely each question is after `before`: words that name no kind are of the same one."""
    kind = kind_of(before.question)
    alone = len(read.pieces) > LONGEST or bool(kinds_named(normalise.lower(read.tidied)))
    return {
        question: share * (1 if alone or kind_of(question) != kind else _LIKELIER)
        for question, share in shares.items()
    }


def _is_one(slots: Slots) -> bool:
    """One record is meant, which no time makes another one."""
    return bool(slots.dossier_code or slots.petition_code or slots.document_number)


def kinds_named(lowered: str) -> set[str]:
    """The kinds of things that lowered words name."""
    return {kind for kind, names in _NAMES.items() if names.search(lowered)}


def kind_of(question: Question) -> str:
    """What kind of thing a question is about: “meeting”, “document”."""
    return question.value.partition(".")[0]


def _going_on(asked: Asked, before: Asked, question: Question) -> Asked:
    """The slots of `before`, with what is named now in their place."""
    now, then = asked.slots, before.slots
    says_when = bool(now.when or now.no_such_day)
    says_whose = bool(now.person_id or now.people or now.unit_id or now.mine or now.whole_office)
    says_what = bool(now.topic) and kind_of(question) == _PROCEDURE
    whose = now if says_whose else then
    return replace(
        asked,
        question=question,
        confidence=max(asked.confidence, SURELY),
        runner_up=None,
        slots=replace(
            then,
            when=now.when if says_when else then.when,
            no_such_day=now.no_such_day,
            person_id=whose.person_id,
            people=whose.people,
            unit_id=whose.unit_id,
            mine=whose.mine,
            whole_office=whose.whole_office,
            item_id=None if says_when or says_whose or says_what else then.item_id,
            document_number=now.document_number or then.document_number,
            topic=(now.topic if question is asked.question or question in _TOPICAL else "")
            or then.topic,
        ),
    )
