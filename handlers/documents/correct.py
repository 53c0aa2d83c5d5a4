"""“Sửa 1502: trích yếu …” · Văn thư corrects an entry, with the reason."""

from collections.abc import Sequence
from typing import Any

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.methods import SendMessage

from handlers import forms
from handlers.documents import contradictions, drafts, meant, register_words
from handlers.documents.confirmed import REASON, ConfirmedChange, reason_in
from handlers.documents.register import may_keep
from handlers.filters import asks
from handlers.forms import Form, Given, Typed
from handlers.replies import Buttons, Said
from handlers.texts import Words, lines
from handlers.understanding import form_words
from handlers.understanding.asked import Asked, Question
from handlers.understanding.registering import Fields, Registering
from handlers.understanding.work_said import WorkSaid
from handlers.work import Work
from storage import documents, registering
from storage.document_changes import Change
from storage.errors import NotFoundError
from storage.models import DocumentState, Urgency

router = Router(name=__name__)
WHAT, CHECKED = "what", "checked"
COLUMNS = ("number_sign", "issuer", "dated", "subject", "urgency")
"""What is corrected here. A due time and a unit are given anew instead (`assign.py`)."""


class CorrectForm(ConfirmedChange):
    """Which entry, what in it, why; what is odd then is asked about as in a new entry."""

    name = "correct"
    needs = (WHAT, REASON, CHECKED)
    is_news = False  # it lies with whom it lay with

    def ask_for(self, step: str, given: Given, work: Work) -> tuple[Words, Buttons] | Said:
        """What to correct, why, or whether what is odd is meant so."""
        if step == WHAT:
            return work.say("document-correct-what"), []
        if step == CHECKED:
            return register_words.doubt(given["doubt"], work)
        return super().ask_for(step, given, work)

    async def follows(self, given: Given, work: Work) -> Given:
        """What stands in the entry, and what would be odd about it."""
        return await _looked_at(given, work)

    async def understand(self, step: str, given: Given, typed: Typed, work: Work) -> Given | None:
        """Columns by their names, any words as the reason; other columns also at the end."""
        if step == CHECKED and (typed.says_yes or typed.pressed or form_words.keeps(typed.words)):
            accepted = [*(given.get("accepted") or []), given["doubt"]["key"]]
            return await _looked_at(given | {"accepted": accepted}, work)
        if step == REASON:
            return reason_in(typed)
        changed = changes_in(typed.words, work)
        if not changed:
            return None
        return await _looked_at(given | {WHAT: (given.get(WHAT) or {}) | changed}, work)

    def read_back(self, given: Given, work: Work) -> Sequence[Words]:
        """What stood there and what will, and why."""
        reason = work.say("document-correct-reason", reason=given[REASON])
        return lines(*_from_to(given, work), reason), work.say("document-correct-sure")

    async def make(self, given: Given, work: Work) -> Change | None:
        """The columns as they shall be; another number may be that of another kind."""
        fields = drafts.fields_of(given[WHAT])
        values: dict[str, Any] = {
            name: getattr(fields, name) for name in COLUMNS if name in given[WHAT]
        }
        if "number_sign" in values:
            values["kind"] = drafts.kind_of(fields.number_sign)
        return await registering.correct(
            work.db, work.viewer, given[meant.SHOWN], values, reason=given[REASON], now=work.now
        )

    def done(self, given: Given, work: Work) -> Words:
        """That it is corrected."""
        return work.say("document-correct-done", number=given["number"])


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
    if refused := may_keep(work.viewer, work.say):
        return work.answer.anywhere(refused)
    record, rest = await meant.which(words, before, work)
    if record and record.state is DocumentState.WITHDRAWN:
        return meant.withdrawn_already(record, work)
    given: Given = meant.kept(record, work) if record else {}
    given[WHAT] = changes_in(rest, work) or None
    if record:
        given |= await _looked_at(given, work)
    return await forms.begin(form, given, state, work)
