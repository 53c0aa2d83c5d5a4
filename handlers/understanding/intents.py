"""Which question a message asks, how surely, and about what."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from handlers.understanding import (
    classifier,
    commands,
    figures_said,
    following,
    normalise,
    reading,
    several,
    subjects,
)
from handlers.understanding.asked import Asked, Lexicon, Question, Slots
from handlers.understanding.bare import bare_answer
from handlers.understanding.codes.found import CodeKind
from handlers.understanding.language import Language, language_of
from handlers.understanding.reading import Reading
from handlers.understanding.weights import weights
from handlers.understanding.wording import pattern
from storage.viewer import Role, Viewer

# What people of the office ask, and what the others do: it decides between near equals.
_STAFF = frozenset(
    {
        Question.MEETING_SCHEDULE,
        Question.MEETING_DETAIL,
        Question.DOCUMENT_STATUS,
        Question.DOCUMENT_OVERDUE,
        Question.DOCUMENT_DUE_SOON,
        Question.BRIEF_TODAY,
        Question.LEAVE_SET,
        Question.REMINDER_REHEARSAL,
        Question.DIRECTIVE_STATUS,
    }
)
_CITIZEN = frozenset(
    {
        Question.DOSSIER_STATUS,
        Question.DOSSIER_FOLLOW,
        Question.PETITION_STATUS,
        Question.PETITION_SUBMIT,
        Question.PROCEDURE_LOOKUP,
        Question.OFFICE_INFO,
    }
)
# What changes the register is one act, however many commas it has; strangers never ask for it.
_CHANGES = frozenset(
    {
        Question.DOCUMENT_REGISTER,
        Question.DOCUMENT_CORRECT,
        Question.DOCUMENT_WITHDRAW,
        Question.DOCUMENT_ASSIGN,
        Question.DOCUMENT_CLOSE,
        Question.DOCUMENT_CLASSIFIED,
    }
)
_GIVES = frozenset({Question.DOCUMENT_ASSIGN})
# Whose dossier it is follows it; people of the office are reminded of theirs anyway.
_FOLLOWS = frozenset(
    {Question.DOSSIER_FOLLOW, Question.DOSSIER_UNFOLLOW, Question.DOSSIER_FOLLOWED}
)
_USUALLY_CHANGES = {Role.CLERK: _CHANGES, Role.HEAD: _GIVES, Role.LEADER: _GIVES}
_SELDOM = 0.4  # times as likely from others of the office, who are told whose work it is
_USUAL = 1.3  # times as likely as it would be from anybody
_AS_WRITTEN = 0.98  # how sure a phrase is that somebody wrote down for its question
_SURE = 0.55  # from here on the likeliest is answered
_LIKELY = 0.4  # of the likeliest: below that the second is not offered
_LINE = 2  # digits of the number of a line
_LEAST = 0.12  # less likely than this is not ours to answer
_NONE = Question.OUT_OF_SCOPE

_PARTS = re.compile(r"[;\n]+")
_ENGLISH = pattern("tiếng anh|english|anh ngữ|eng")
_VIETNAMESE = pattern("tiếng việt|tiếng mình|vietnamese|việt ngữ|tiếng ta")
# Only words of this kind ask who looked at something; a code alone asks for the record.
_LOOKED = pattern(
    "(?:ai|người nào|những ai|cán bộ nào) (?:\\w+ ){0,4}?"
    "(?:xem|coi|mở|tra|tra cứu|truy cập|đọc|ngó)"
    "|(?:đã|có) (?:xem|coi|mở|đọc|truy cập)|lần cuối|cuối cùng|nhật ký|lịch sử|người đã"
    "|log (?:truy cập|xem)|được xem|access log|view history|audit|who|anyone|anybody"
    "|how many people"
    "|did (?:\\w+ ){1,3}(?:open|see|view|read)"
)
_NOT = pattern("không (?:hiểu|biết|đọc được|rành)|sao|do not|don t|dont|can t|cannot|why")


def understand(
    words: str,
    *,
    now: datetime,
    viewer: Viewer,
    lexicon: Lexicon,
    context: Asked | None = None,
    habit: str | None = None,
) -> Asked:
    """What a message asks. It never fails: what makes no sense is out of scope.

    `now` is aware, in the office's zone. `context` is what was asked before, if somebody may still
    go on from it. `habit` is the language this person usually writes.
    """

    def understood(stretch: str, before: Asked | None) -> tuple[Asked, Reading]:
        read = reading.read(stretch, now=now, lexicon=lexicon)
        return _understood(read, viewer, before or context, habit), read

    if viewer.is_staff and (orders := _orders(words, now, viewer, lexicon, habit)):
        return replace(orders[0], also=tuple(orders[1:]))
    whole, read = understood(words, None)
    is_one = " ".join(read.compared()) in weights().as_written or whole.question in _CHANGES
    first, *also = (() if is_one else several.questions_in(words, understood)) or (whole,)
    return replace(first, language=whole.language, also=tuple(also))


def _orders(
    words: str, now: datetime, viewer: Viewer, lexicon: Lexicon, habit: str | None
) -> list[Asked]:
    """“Xong 2; 3 gia hạn thứ 6”: what to do with lines of a list, if the words are nothing else."""
    orders: list[Asked] = []
    for command in map(commands.command_in, filter(str.strip, _PARTS.split(words))):
        if command is None:
            return []
        read = reading.read(command.rest, now=now, lexicon=lexicon)
        slots = _slots(read, command.question, viewer)
        orders.append(
            Asked(
                question=command.question,
                confidence=_AS_WRITTEN,
                slots=replace(slots, numbers=command.numbers, topic=command.topic or slots.topic),
                language=language_of(words, habit or viewer.language),
            )
        )
    return orders


def _understood(read: Reading, viewer: Viewer, context: Asked | None, habit: str | None) -> Asked:
    likely = _likely(read, viewer, context)
    question, confidence, runner_up = _chosen(likely)
    asked = Asked(
        question=question,
        confidence=round(confidence, 3),
        runner_up=runner_up,
        second=next(other for other in _by_likelihood(likely) if other not in (question, _NONE)),
        slots=_slots(read, question, viewer),
        language=language_of(read.tidied, habit or viewer.language),
        bare=bare_answer(read.tidied),
    )
    return following.followed(asked, read, context) if context else asked


def _likely(read: Reading, viewer: Viewer, context: Asked | None) -> dict[Question, float]:
    """How likely each question is, 1 together: learnt from the phrases, leaning on who asks."""
    words = read.compared()
    shares = classifier.likely(words)
    usual = _STAFF if viewer.is_staff else _CITIZEN
    shares = {
        question: share * (_USUAL if question in usual else 1) for question, share in shares.items()
    }
    if not _LOOKED.search(normalise.lower(read.tidied)):
        shares.pop(Question.AUDIT_WHO_SAW, None)
    seldom = _SELDOM if viewer.is_staff else 0
    for question in _CHANGES - _USUALLY_CHANGES.get(viewer.role, frozenset()):
        shares[question] *= seldom
    if viewer.is_staff:
        shares |= {question: shares[question] * _SELDOM for question in _FOLLOWS}
    if context:
        shares = following.leaning(shares, read, context)
    whole = sum(shares.values())
    meant = following.OF_A_CODE.get(" ".join(words)) or weights().as_written.get(" ".join(words))
    likeliest = max(shares, key=lambda question: shares[question])
    opens = likeliest is not Question.DOSSIER_FOLLOW
    if read.digits and not read.has(reading.DOSSIER):  # of what, only the conversation tells
        meant = _NONE
    elif read.digits and opens:  # a code and what opens more of it
        meant = Question.DOSSIER_STATUS
    if meant is None:
        return {question: share / whole for question, share in shares.items()}
    rest = (1 - _AS_WRITTEN) / whole
    return {question: share * rest for question, share in shares.items()} | {meant: _AS_WRITTEN}


def _chosen(likely: dict[Question, float]) -> tuple[Question, float, Question | None]:
    """The likeliest, how likely it is, and the second if nobody could be sure of the first."""
    best, second = _by_likelihood(likely)[:2]
    share, other = likely[best], likely[second]
    if share < _LEAST:
        return _NONE, share, None
    torn = share < _SURE and other >= _LIKELY * share and _NONE not in (best, second)
    if best in subjects.OF_A_PROCEDURE and second in subjects.OF_A_PROCEDURE:
        torn = False  # each shows the way to the others
    return best, share, second if torn else None


def _by_likelihood(likely: Mapping[Question, float]) -> list[Question]:
    return sorted(likely, key=lambda question: -likely[question])


def _slots(read: Reading, question: Question, viewer: Viewer) -> Slots:
    dossier, petition, document = map(
        read.code, (CodeKind.DOSSIER, CodeKind.PETITION, CodeKind.DOCUMENT)
    )
    is_counted = question is Question.REPORT_STATISTICS
    return Slots(
        when=figures_said.period_said(read) if is_counted else read.when,
        no_such_day="" if read.when else read.no_such_day,
        dossier_code=(dossier.printed or None) if dossier else None,
        digits=read.digits,
        petition_code=petition.printed if petition else None,
        document_number=document.printed if document else None,
        repaired=any(code.repaired for code in (dossier, petition) if code),
        person_id=read.person_id,
        people=read.people if read.person_id is None else (),
        unit_id=viewer.unit_id if read.own_unit else read.unit.id if read.unit else None,
        mine=read.mine,
        whole_office=read.whole_office,
        numbers=_numbers(read),
        language=_language_asked_for(read) if question is Question.LANGUAGE_SWITCH else None,
        topic=_decision(read)
        if question is Question.DOCUMENT_DECIDE
        else subjects.topic_of(read, question),
    )


def _decision(read: Reading) -> str:
    """“yes” or “no”, as `commands` says it."""
    refuses = commands.REFUSES.search(normalise.lower(read.tidied))
    return commands.NO if refuses else commands.YES


def _numbers(read: Reading) -> tuple[int, ...]:
    """A small number and nothing else: of a line of a list, if it was asked for."""
    alone = read.pieces[0].token if len(read.pieces) == 1 else None
    is_one = alone is not None and alone.folded.isdecimal() and len(alone.folded) <= _LINE
    return (int(alone.folded),) if alone and is_one else ()


def _language_asked_for(read: Reading) -> Language | None:
    """The language that is named; “I do not speak English” asks for the other one."""
    lowered = normalise.lower(read.tidied)
    english, vietnamese = _ENGLISH.search(lowered), _VIETNAMESE.search(lowered)
    if bool(english) == bool(vietnamese):
        return None
    named: Language = "en" if english else "vi"
    if _NOT.search(lowered):
        return "vi" if named == "en" else "en"
    return named
