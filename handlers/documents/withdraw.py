"""“Rút số đến 1502” · Văn thư takes an entry out of the register."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.methods import SendMessage

from handlers import forms
from handlers.documents import meant
from handlers.documents.losing import tell_who_had_it
from handlers.documents.register import may_keep
from handlers.filters import asks
from handlers.forms import YES, Form, Given, Typed
from handlers.references import Open
from handlers.replies import Buttons, Said
from handlers.texts import Words, paragraphs
from handlers.understanding import form_words
from handlers.understanding.asked import Asked, Question
from handlers.understanding.work_said import WorkSaid
from handlers.work import Work
from storage import registering
from storage.document_records import IncomingRecord
from storage.errors import StaleError
from storage.models import DocumentState

router = Router(name=__name__)
REASON, SURE = "reason", "sure"


class WithdrawForm:
    """Which entry, why, and surely."""

    name = "withdraw"
    steps = (meant.SHOWN, REASON, SURE)
    again = ""

    def ask(self, step: str, given: Given, work: Work) -> tuple[Words, Buttons] | Said:
        """The number, the reason, or whether it is right."""
        say = work.say
        if step == meant.SHOWN:
            return say("document-work-which"), []
        if step == REASON:
            return say("document-work-reason"), []
        words = paragraphs(
            meant.entry(given, work),
            say("document-correct-reason", reason=given[REASON]),
            say("document-withdraw-sure", number=given["number"]),
        )
        yes = work.button(say("document-work-yes"), YES)
        return words, [[yes]], [Open(meant.brief(given, work))]

    async def read(self, step: str, given: Given, typed: Typed, work: Work) -> Given | None:
        """A number, any words as the reason, a plain “yes”."""
        if step == meant.SHOWN:
            return await meant.read(typed.words, work)
        if step == REASON:
            return {REASON: typed.words.strip()} if _says_something(typed) else None
        if not (typed.says_yes or form_words.writes(typed.words)):
            return None
        change = await registering.withdraw(
            work.db, work.viewer, given[meant.SHOWN], reason=given[REASON], now=work.now
        )
        if change is None:
            raise StaleError("document-work-changed")
        await tell_who_had_it(change, work)
        return {SURE: change.id}

    async def finish(self, given: Given, work: Work) -> SendMessage:
        """That it is out, and that its number stays used."""
        told = work.say("document-withdraw-done", number=given["number"])
        return work.answer(told, (), [Open(told)])


def _says_something(typed: Typed) -> bool:
    return bool(typed.words.strip()) and not typed.asked.bare


form: Form = forms.known(WithdrawForm())


@asks(router, Question.DOCUMENT_WITHDRAW)
async def document_withdraw(
    work: Work,
    state: FSMContext,
    before: Asked | None = None,
    words: str = "",
) -> SendMessage:
    """Ask for the reason, read it back, and only then take it out."""
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
    if reason := form_words.reason_in(reference.rest if reference else words):
        given[REASON] = reason
    return await forms.begin(form, given, state, work)
