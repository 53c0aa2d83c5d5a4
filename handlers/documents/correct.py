"""“Sửa 1502: trích yếu …” · Văn thư corrects an entry, with the reason."""

from typing import Any

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.methods import SendMessage

from handlers import forms
from handlers.documents import contradictions, drafts, meant, register_words
from handlers.documents.register import may_keep
from handlers.filters import asks
from handlers.forms import YES, Form, Given, Typed
from handlers.references import Open
from handlers.replies import Buttons, Said
from handlers.texts import Words, lines, paragraphs
from handlers.understanding import form_words
from handlers.understanding.asked import Asked, Question
from handlers.understanding.registering import Fields, Registering
from handlers.understanding.work_said import WorkSaid
from handlers.work import Work
from storage import documents, registering
from storage.document_records import IncomingRecord
from storage.errors import NotFoundError, StaleError
from storage.models import DocumentState, Urgency

router = Router(name=__name__)
WHAT, REASON, CHECKED, SURE = "what", "reason", "checked", "sure"
COLUMNS = ("number_sign", "issuer", "dated", "subject", "urgency")
"""What is corrected here. A due time and a unit are given anew instead (`assign.py`)."""


class CorrectForm:
    """Which entry, what in it, why; what is odd then is asked about as in a new entry."""

    name = "correct"
    steps = (meant.SHOWN, WHAT, REASON, CHECKED, SURE)
    again = ""

    def ask(self, step: str, given: Given, work: Work) -> tuple[Words, Buttons] | Said:
        """The next thing that is missing; in the end what stood there and what will."""
        say = work.say
        match step:
            case meant.SHOWN:
                return say("document-work-which"), []
            case "what":
                return say("document-correct-what"), []
            case "reason":
                return say("document-work-reason"), []
            case "checked":
                return register_words.doubt(given["doubt"], work)
            case _:
                return _read_back(given, work)

    async def read(self, step: str, given: Given, typed: Typed, work: Work) -> Given | None:
        """A number, columns by their names, any words as the reason, a plain “yes”."""
        if step == meant.SHOWN:
            found = await meant.read(typed.words, work)
            return found and found | await _looked_at(given | found, work)
        if step == SURE and (typed.says_yes or form_words.writes(typed.words)):
            return await self._write(given, work)
        if step == CHECKED and (typed.says_yes or typed.pressed or form_words.keeps(typed.words)):
            accepted = [*(given.get("accepted") or []), given["doubt"]["key"]]
            return await _looked_at(given | {"accepted": accepted}, work)
        if step == REASON:
            said = typed.words.strip() and not typed.asked.bare
            return {REASON: typed.words.strip()} if said else None
        changed = changes_in(typed.words, work)
        return (
            await _looked_at(given | {WHAT: (given.get(WHAT) or {}) | changed}, work)
            if changed
            else None
        )

    async def _write(self, given: Given, work: Work) -> Given:
        fields = drafts.fields_of(given[WHAT])
        values: dict[str, Any] = {
            name: getattr(fields, name) for name in COLUMNS if name in given[WHAT]
        }
        if "number_sign" in values:
            values["kind"] = drafts.kind_of(fields.number_sign)
        change = await registering.correct(
            work.db, work.viewer, given[meant.SHOWN], values, reason=given[REASON], now=work.now
        )
        if change is None:
            raise StaleError("document-work-changed")
        return {SURE: change.id}

    async def finish(self, given: Given, work: Work) -> SendMessage:
        """That it is corrected."""
        told = work.say("document-correct-done", number=given["number"])
        return work.answer(told, (), [Open(told)])


form: Form = forms.known(CorrectForm())


def changes_in(words: str, work: Work) -> Given:
    """The columns that are named, as memory holds them."""
    bare = WorkSaid(work.now, work.lexicon).corrections(words)
    named = drafts.written(Registering(work.now, work.lexicon).named(bare))
    return {name: value for name, value in named.items() if name in COLUMNS}


async def _looked_at(given: Given, work: Work) -> Given:
    """What stands in the entry now, and what would be odd about it after the correction."""
    record = await documents.by_id(work.db, work.viewer, given[meant.SHOWN])
    if record is None:
        raise NotFoundError("document-not-found")
    stands = {name: getattr(record, name) for name in COLUMNS}
    told: Given = {
        WHAT: given.get(WHAT),
        "accepted": given.get("accepted"),
        "stands": drafts.written(Fields(**stands)),
    }
    after = drafts.fields_of(told["stands"] | (given.get(WHAT) or {}))
    arrived = Fields(arrived_on=record.arrived_on)
    for one in contradictions.in_itself(arrived.over(after), work.now.date(), work.calendar):
        if given.get(WHAT) and one.key not in (given.get("accepted") or []):
            return told | {CHECKED: None, "doubt": one.written}
    return told | {CHECKED: True}


def _read_back(given: Given, work: Work) -> Said:
    words = paragraphs(
        meant.entry(given, work),
        lines(*_from_to(given, work), work.say("document-correct-reason", reason=given[REASON])),
        work.say("document-correct-sure"),
    )
    yes = work.button(work.say("document-work-yes"), YES)
    return words, [[yes]], [Open(meant.brief(given, work))]


def _from_to(given: Given, work: Work) -> list[Words]:
    before, after = drafts.fields_of(given["stands"]), drafts.fields_of(given[WHAT])
    return [
        work.say(
            "document-correct-from-to",
            field=name,
            before=_shown(getattr(before, name), work),
            after=_shown(getattr(after, name), work),
        )
        for name in COLUMNS
        if name in given[WHAT]
    ]


def _shown(value: Any, work: Work) -> Any:
    if isinstance(value, Urgency):
        return work.say("document-urgency", urgency=value)
    return value


@asks(router, Question.DOCUMENT_CORRECT)
async def document_correct(
    work: Work,
    state: FSMContext,
    before: Asked | None = None,
    words: str = "",
) -> SendMessage:
    """Ask for what is missing and for the reason; read back what stood there and what will."""
    refused = may_keep(work.viewer, work.say)
    if refused:
        return work.answer.anywhere(refused)
    reference = WorkSaid(work.now, work.lexicon).reference(words)
    record: IncomingRecord | None
    if reference:
        record = await meant.named(reference, work)
    else:
        record = await meant.shown_last(before, work)
    if record and record.state is DocumentState.WITHDRAWN:
        told = work.say("document-withdrawn-already", number=str(record.book_number))
        return work.answer(told, (), [Open(told)])
    given: Given = meant.kept(record, work) if record else {}
    rest = reference.rest if reference else words
    given[WHAT] = changes_in(rest, work) or None
    if record:
        given |= await _looked_at(given, work)
    return await forms.begin(form, given, state, work)
