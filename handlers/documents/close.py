"""“Đánh dấu 1502 xong, trả lời bằng 3100/UBND-NC” · Văn thư marks a document as done."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.methods import SendMessage

from handlers import forms
from handlers.documents import done, meant
from handlers.documents.confirmed import ConfirmedChange
from handlers.filters import asks
from handlers.forms import Form, Given, Typed
from handlers.references import Open
from handlers.replies import Buttons
from handlers.texts import Words
from handlers.understanding.asked import Asked, Question
from handlers.understanding.registering import Registering
from handlers.work import Work
from storage import registering
from storage.document_changes import Change
from storage.viewer import Role

router = Router(name=__name__)
REPLY = "reply"


class CloseForm(ConfirmedChange):
    """Which document, with which answer where it expects one, and surely."""

    name = "close"
    needs = (REPLY,)

    def ask_for(self, _step: str, _given: Given, work: Work) -> tuple[Words, Buttons]:
        """The number of the answer."""
        return work.say("document-close-reply"), []

    async def follows(self, given: Given, work: Work) -> Given:
        """Whether it needs the number of an answer."""
        return await _reply(given, given.get(REPLY) or "", work)

    async def understand(self, step: str, _given: Given, typed: Typed, work: Work) -> Given | None:
        """The number of the answer."""
        sign = Registering(work.now, work.lexicon).sign(typed.words) if step == REPLY else ""
        return {REPLY: sign} if sign else None

    def read_back(self, given: Given, work: Work) -> Sequence[Words]:
        """Its answer, where it has one."""
        reply = given[REPLY]
        return (work.say("document-close-sure", has_reply=bool(reply), reply=reply),)

    async def make(self, given: Given, work: Work) -> Change | None:
        """Done now, with its answer."""
        now = work.now.astimezone(work.say.zone)
        return await registering.close(
            work.db, work.viewer, given[meant.SHOWN], reply_number=given[REPLY], now=now
        )

    def done(self, given: Given, work: Work) -> Words:
        """That it is marked."""
        return work.say("document-close-done", number=given["number"])


form: Form = forms.known(CloseForm())


async def _reply(given: Given, said: str, work: Work) -> Given:
    """The number of the answer: none is needed where none is expected."""
    if said:
        return {REPLY: said}
    expected = await registering.expects_reply(work.db, work.viewer, given[meant.SHOWN])
    return {REPLY: None if expected else ""}


@asks(router, Question.DOCUMENT_CLOSE)
async def document_close(
    asked: Asked,
    work: Work,
    state: FSMContext,
    before: Asked | None = None,
    words: str = "",
) -> SendMessage:
    """Read back what will be marked. Its holder presses “Đã xong” instead."""
    if work.viewer.role in (Role.CITIZEN, Role.ADMIN):
        return work.answer.anywhere(work.say("document-for-staff"))
    if work.viewer.role is Role.OFFICER:  # who holds it says that it is done
        return await done.typed(asked, work, state, before)
    if not registering.is_registrar(work.viewer):
        return work.answer.anywhere(work.say("document-close-for-clerks"))
    record, _ = await meant.which(words, before, work)
    said = Registering(work.now, work.lexicon).reply(words)
    if record is None:
        return await forms.begin(form, {"reply": said or None}, state, work)
    if not record.is_open:
        told = work.say("document-close-not-open", number=str(record.book_number))
        return work.answer(told, (), [Open(told)])
    given = meant.kept(record, work)
    return await forms.begin(form, given | await _reply(given, said, work), state, work)
