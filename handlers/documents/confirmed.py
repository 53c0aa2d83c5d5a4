"""A change of one document that counts only after a “yes” to what is read back."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from aiogram.methods import SendMessage

from handlers.documents import meant
from handlers.documents.losing import tell_who_had_it
from handlers.forms import YES, Given, Typed
from handlers.references import Open
from handlers.replies import Buttons, Said
from handlers.texts import Words, paragraphs
from handlers.understanding import form_words
from handlers.work import Work
from storage.document_changes import Change
from storage.errors import StaleError

REASON, SURE = "reason", "sure"


class ConfirmedChange(ABC):
    """The form of such a change: which document, what the change needs, and a plain “yes”.

    Unless a change says otherwise it needs a reason and nothing else.
    """

    name: str
    again = ""
    needs: Sequence[str] = (REASON,)
    """What is asked for between the document and the “yes”, in this order."""
    is_news = True
    """Whether who answered for the document until then hears of it."""

    @property
    def steps(self) -> Sequence[str]:
        """The document first, the “yes” last."""
        return (meant.SHOWN, *self.needs, SURE)

    def ask(self, step: str, given: Given, work: Work) -> tuple[Words, Buttons] | Said:
        """Which document, or what is missing; in the end what will change, read back."""
        if step == meant.SHOWN:
            return work.say("document-work-which"), []
        if step != SURE:
            return self.ask_for(step, given, work)
        words = paragraphs(meant.entry(given, work), *self.read_back(given, work))
        return words, [[work.button(self.yes(work), YES)]], [Open(meant.brief(given, work))]

    async def read(self, step: str, given: Given, typed: Typed, work: Work) -> Given | None:
        """A document, a “yes”, or what the change makes of the words; StaleError if it changed."""
        if step == meant.SHOWN:
            found = await meant.read(typed.words, work)
            return found and found | await self.follows(given | found, work)
        if step == SURE and (typed.says_yes or form_words.writes(typed.words)):
            change = await self.make(given, work)
            if change is None:
                raise StaleError("document-work-changed")
            if self.is_news:
                await tell_who_had_it(change, work)
            return {SURE: change.id}
        return await self.understand(step, given, typed, work)

    async def finish(self, given: Given, work: Work) -> SendMessage:
        """That it is done."""
        told = self.done(given, work)
        return work.answer(told, (), [Open(told)])

    def ask_for(self, _step: str, _given: Given, work: Work, /) -> tuple[Words, Buttons] | Said:
        """Ask for one of its needs."""
        return work.say("document-work-reason"), []

    async def understand(
        self, step: str, _given: Given, typed: Typed, _work: Work, /
    ) -> Given | None:
        """What the words give for one of its needs, or change in what was read back."""
        return reason_in(typed) if step == REASON else None

    async def follows(self, _given: Given, _work: Work, /) -> Given:
        """What else is known as soon as the document is."""
        return {}

    def yes(self, work: Work) -> Words:
        """The button that makes the change."""
        return work.say("document-work-yes")

    @abstractmethod
    def read_back(self, given: Given, work: Work) -> Sequence[Words]:
        """What will change, and whether it shall; paragraphs."""

    @abstractmethod
    async def make(self, given: Given, work: Work) -> Change | None:
        """Make the change; None where the document is not as it was read back any more."""

    @abstractmethod
    def done(self, given: Given, work: Work) -> Words:
        """What was done."""


def reason_in(typed: Typed) -> Given | None:
    """Any words are a reason."""
    said = typed.words.strip()
    return {REASON: said} if said and not typed.asked.bare else None
