"""“Đánh dấu 1502 xong, trả lời bằng 3100/UBND-NC” · Văn thư marks a document as done."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.methods import SendMessage

from handlers import forms
from handlers.documents import done, meant
from handlers.documents.losing import tell_who_had_it
from handlers.filters import asks
from handlers.forms import YES, Form, Given, Typed
from handlers.references import Open
from handlers.replies import Buttons, Said
from handlers.texts import Words, paragraphs
from handlers.understanding import form_words
from handlers.understanding.asked import Asked, Question
from handlers.understanding.registering import Registering
from handlers.understanding.work_said import WorkSaid
from handlers.work import Work
from storage import registering
from storage.document_records import IncomingRecord
from storage.errors import StaleError
from storage.viewer import Role

router = Router(name=__name__)
REPLY, SURE = "reply", "sure"


class CloseForm:
    """Which document, with which answer where it expects one, and surely."""

    name = "close"
    steps = (meant.SHOWN, REPLY, SURE)
    again = ""

    def ask(self, step: str, given: Given, work: Work) -> tuple[Words, Buttons] | Said:
        """The number, that of the answer, or whether it is right."""
        say = work.say
        if step == meant.SHOWN:
            return say("document-work-which"), []
        if step == REPLY:
            return say("document-close-reply"), []
        words = paragraphs(
            meant.entry(given, work),
            say("document-close-sure", has_reply=bool(given[REPLY]), reply=given[REPLY]),
        )
        yes = work.button(say("document-work-yes"), YES)
        return words, [[yes]], [Open(meant.brief(given, work))]

    async def read(self, step: str, given: Given, typed: Typed, work: Work) -> Given | None:
        """A number, that of the answer, a plain “yes”."""
        reads = Registering(work.now, work.lexicon)
        if step == meant.SHOWN:
            found = await meant.read(typed.words, work)
            return found and found | await _reply(found, given.get(REPLY) or "", work)
        if step == REPLY:
            sign = reads.sign(typed.words)
            return {REPLY: sign} if sign else None
        if not (typed.says_yes or form_words.writes(typed.words)):
            return None
        now = work.now.astimezone(work.say.zone)
        change = await registering.close(
            work.db, work.viewer, given[meant.SHOWN], reply_number=given[REPLY], now=now
        )
        if change is None:
            raise StaleError("document-work-changed")
        await tell_who_had_it(change, work)
        return {SURE: change.id}

    async def finish(self, given: Given, work: Work) -> SendMessage:
        """That it is marked."""
        told = work.say("document-close-done", number=given["number"])
        return work.answer(told, (), [Open(told)])


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
    reference = WorkSaid(work.now, work.lexicon).reference(words)
    record: IncomingRecord | None
    if reference:
        record = await meant.named(reference, work)
    else:
        record = await meant.shown_last(before, work)
    said = Registering(work.now, work.lexicon).reply(words)
    if record is None:
        return await forms.begin(form, {"reply": said or None}, state, work)
    if not record.is_open:
        told = work.say("document-close-not-open", number=str(record.book_number))
        return work.answer(told, (), [Open(told)])
    given = meant.kept(record, work)
    return await forms.begin(form, given | await _reply(given, said, work), state, work)
