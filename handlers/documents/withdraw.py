"""“Rút số đến 1502” · Văn thư takes an entry out of the register."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.methods import SendMessage

from handlers import forms
from handlers.documents import meant
from handlers.documents.confirmed import REASON, ConfirmedChange
from handlers.documents.register import may_keep
from handlers.filters import asks
from handlers.forms import Form, Given
from handlers.texts import Words
from handlers.understanding import form_words
from handlers.understanding.asked import Asked, Question
from handlers.work import Work
from storage import registering
from storage.document_changes import Change
from storage.models import DocumentState

router = Router(name=__name__)


class WithdrawForm(ConfirmedChange):
    """Which entry, why, and surely."""

    name = "withdraw"

    def read_back(self, given: Given, work: Work) -> Sequence[Words]:
        """The reason, and that the number stays used."""
        return (
            work.say("document-correct-reason", reason=given[REASON]),
            work.say("document-withdraw-sure", number=given["number"]),
        )

    async def make(self, given: Given, work: Work) -> Change | None:
        """Out of the register."""
        return await registering.withdraw(
            work.db, work.viewer, given[meant.SHOWN], reason=given[REASON], now=work.now
        )

    def done(self, given: Given, work: Work) -> Words:
        """That it is out, and that its number stays used."""
        return work.say("document-withdraw-done", number=given["number"])


form: Form = forms.known(WithdrawForm())


@asks(router, Question.DOCUMENT_WITHDRAW)
async def document_withdraw(
    work: Work,
    state: FSMContext,
    before: Asked | None = None,
    words: str = "",
) -> SendMessage:
    """Ask for the reason, read it back, and only then take it out."""
    if refused := may_keep(work.viewer, work.say):
        return work.answer.anywhere(refused)
    record, rest = await meant.which(words, before, work)
    if record and record.state is DocumentState.WITHDRAWN:
        return meant.withdrawn_already(record, work)
    given: Given = meant.kept(record, work) if record else {}
    if reason := form_words.reason_in(rest):
        given[REASON] = reason
    return await forms.begin(form, given, state, work)
