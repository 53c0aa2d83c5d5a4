"""“26/11”, “phòng mình”, “chuyển đổi số” · A bare answer to the one thing that was asked for."""

from dataclasses import replace

from handlers.understanding import subjects
from handlers.understanding.asked import Asked, Lacking, Question, Slots
from handlers.understanding.reading import Reading

_ITSELF = 0.85  # how sure a question of its own is that is not meant as the answer
_PROCEDURE = "procedure."
_NONE = (Question.OUT_OF_SCOPE, Question.NOT_MEANT)


def filled(asked: Asked, read: Reading, before: Asked) -> Asked:
    """`before` with the words as what it lacked; `asked` where they are a question of their own."""
    itself = asked.confidence >= _ITSELF and asked.question not in _NONE
    if before.question.startswith(_PROCEDURE) and asked.slots.topic == read.tidied:
        itself = False  # its bare name, which alone would only look it up
    given = _given(asked, read, before)
    asks_anew = asked.question is before.question and asked.runner_up is None
    if given is None or asks_anew:
        return asked
    if itself and not _says_only_that(read):
        return asked
    return replace(
        asked,
        question=before.question,
        confidence=max(asked.confidence, _ITSELF),
        runner_up=None,
        slots=given,
    )


def _given(asked: Asked, read: Reading, before: Asked) -> Slots | None:
    """The slots of `before` with what the words name; None where they name nothing of the kind."""
    now, then = asked.slots, before.slots
    match before.lacks:
        case Lacking.DAY if now.when or now.no_such_day:
            return replace(then, when=now.when, no_such_day=now.no_such_day)
        case Lacking.UNIT if now.unit_id:
            return replace(then, unit_id=now.unit_id)
        case Lacking.SOMEBODY if now.person_id or now.people or now.unit_id:
            return replace(
                then, person_id=now.person_id, people=now.people, unit_id=now.unit_id, topic=""
            )
        case Lacking.DOSSIER if now.dossier_code:
            return replace(
                then, dossier_code=now.dossier_code, digits=now.digits, repaired=now.repaired
            )
        case Lacking.DOCUMENT if now.document_number or now.numbers:
            return replace(then, document_number=now.document_number, numbers=now.numbers)
        case Lacking.SUBJECT if now.document_number:
            return replace(then, document_number=now.document_number, when=now.when)
        case Lacking.SUBJECT | Lacking.SOMEBODY:
            topic = _topic(read, before)
            return replace(then, topic=topic) if topic else None
        case _:
            return None


def _topic(read: Reading, before: Asked) -> str:
    """Nobody is called “4”: that is of a list, or of what was said unasked."""
    topic = subjects.bare_subject(read)
    is_nobody = before.lacks is Lacking.SOMEBODY and not any(map(str.isalpha, topic))
    return "" if is_nobody else topic


def _says_only_that(read: Reading) -> bool:
    """Every word of it is a name, a code or a time, or stands small beside one."""
    return not any(
        piece.token and piece.token.folded not in subjects.SMALL for piece in read.pieces
    )
