"""Which question a message asks, how surely, and about what."""

from datetime import datetime

from handlers.understanding import normalise, phrases, reading, subjects
from handlers.understanding.asked import Asked, Lexicon, Question, Slots
from handlers.understanding.codes.found import CodeKind
from handlers.understanding.language import Language, language_of
from handlers.understanding.reading import Reading
from handlers.understanding.wording import pattern
from storage.viewer import Viewer

# What a thing named in the message adds to the likeness of a question.
_EVIDENCE = {
    reading.DOSSIER: {Question.DOSSIER_STATUS: 0.6, Question.AUDIT_WHO_SAW: 0.6},
    reading.PETITION: {Question.PETITION_STATUS: 0.6, Question.AUDIT_WHO_SAW: 0.6},
    reading.DOCUMENT: {Question.DOCUMENT_STATUS: 0.45, Question.AUDIT_WHO_SAW: 0.45},
    reading.TIME: {Question.MEETING_SCHEDULE: 0.03, Question.BRIEF_TODAY: 0.02},
    reading.PERSON: {Question.PERSON_LOOKUP: 0.08, Question.MEETING_SCHEDULE: 0.03},
}
# What people of the office ask, and what the others do: it decides between near equals.
_STAFF = {
    Question.MEETING_SCHEDULE: 0.02,
    Question.DOCUMENT_STATUS: 0.02,
    Question.DOCUMENT_OVERDUE: 0.02,
    Question.DOCUMENT_DUE_SOON: 0.02,
    Question.BRIEF_TODAY: 0.02,
}
_CITIZEN = {
    Question.DOSSIER_STATUS: 0.04,
    Question.PETITION_STATUS: 0.04,
    Question.OFFICE_INFO: 0.03,
}
_ENOUGH = 0.34  # less likely than this is not ours to answer
_ABOUT_AS_LIKELY = 0.96  # of the best: the two are offered
_SURE = 0.4  # below this the two are offered as well, if the second is at least
_LIKELY = 0.6  # of the best
_NONE = Question.OUT_OF_SCOPE
_CLEAR = 0.15  # ahead of the next by so much, the best is as sure as it is alike

_ENGLISH = pattern("tiếng anh|english|anh ngữ|eng")
_VIETNAMESE = pattern("tiếng việt|tiếng mình|vietnamese|việt ngữ|tiếng ta")
# Only words of this kind ask who looked at something; a code alone asks for the record.
_LOOKED = pattern(
    "ai (?:là người )?(?:đã |từng |vừa |có )?(?:mở |vào )?(?:xem|mở|tra|tra cứu|truy cập|đọc)"
    "|nhật ký|lịch sử|người đã|access log|audit|who (?:has |have )?"
    "(?:seen|saw|viewed|opened|looked|accessed|read)"
)
_NOT = pattern("không (?:hiểu|biết|đọc được|rành)|sao|do not|don t|dont|can t|cannot|why")


def understand(
    words: str, *, now: datetime, viewer: Viewer, lexicon: Lexicon, habit: str | None = None
) -> Asked:
    """What a message asks. It never fails: what makes no sense is out of scope.

    `now` is aware, in the office's zone. `habit` is the language this person usually writes.
    """
    read = reading.read(words, now=now, lexicon=lexicon)
    question, confidence, runner_up = _chosen(_likely(read, viewer))
    return Asked(
        question=question,
        confidence=round(confidence, 3),
        runner_up=runner_up,
        slots=_slots(read, question, viewer),
        language=language_of(read.tidied, habit or viewer.language),
    )


def _likely(read: Reading, viewer: Viewer) -> dict[Question, float]:
    """How alike the words are to each question, and what speaks for it besides.

    The more they are like what we do not answer (“chuyển văn bản 812 cho phòng Nội chính”), the
    less it counts that they name something.
    """
    likely = phrases.likeness().of(read.compared())
    trust = 1 - likely.get(_NONE, 0.0)
    for mark, adds in _EVIDENCE.items():
        if read.has(mark):
            for question, weight in adds.items():
                likely[question] = likely.get(question, 0.0) + trust * weight
    if not _LOOKED.search(normalise.lower(read.tidied)):
        likely.pop(Question.AUDIT_WHO_SAW, None)
    usual = _STAFF if viewer.is_staff else _CITIZEN
    return {question: alike + trust * usual.get(question, 0) for question, alike in likely.items()}


def _chosen(likely: dict[Question, float]) -> tuple[Question, float, Question | None]:
    """The best, how sure it is, and the second if it is about as likely.

    Something we answer is preferred to nothing, where the two are about as likely.
    """
    ours = {question: alike for question, alike in likely.items() if question is not _NONE}
    ranked = sorted(ours.items(), key=lambda one: -one[1])
    (best, alike), (second, less_alike) = (*ranked, (_NONE, 0.0), (_NONE, 0.0))[:2]
    nothing = likely.get(_NONE, 0.0)
    if alike < _ENOUGH or alike < _ABOUT_AS_LIKELY * nothing:
        return _NONE, max(nothing, 1 - alike), None
    ahead = min(1.0, (alike - less_alike) / _CLEAR)
    confidence = min(1.0, alike) * (0.5 + 0.5 * ahead)
    near = _LIKELY if confidence < _SURE else _ABOUT_AS_LIKELY
    return best, confidence, second if less_alike >= near * alike else None


def _slots(read: Reading, question: Question, viewer: Viewer) -> Slots:
    dossier, petition, document = map(
        read.code, (CodeKind.DOSSIER, CodeKind.PETITION, CodeKind.DOCUMENT)
    )
    return Slots(
        when=read.when,
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
        language=_language_asked_for(read) if question is Question.LANGUAGE_SWITCH else None,
        topic=subjects.topic_of(read, question),
    )


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
