"""How much of an answer is said where it will be read: the one place where that is applied.

A handler gives its words in full and, beside them, what a brief of them is made of. What comes
out is decided by the office's table (`bot/exposures.py`) for the nouns that the handler is about.
Whoever gives no brief has nothing said where little may be said.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import unescape
from urllib.parse import quote, urlsplit

from aiogram.types import InlineKeyboardButton

from handlers import keyboards, references
from handlers.references import Brief, Open
from handlers.texts import Say, Words, lines
from storage.models import ItemKind, Level, Noun
from storage.viewer import Role

Buttons = list[list[InlineKeyboardButton]]
Levels = Mapping[Noun, Level]
EVERYTHING = tuple(Noun)
NOTHING: tuple[Noun, ...] = ()
ABOUT: Mapping[str, tuple[Noun, ...]] = {
    "handlers.meetings": (Noun.MEETINGS,),
    "handlers.documents": (Noun.DOCUMENTS,),
    "handlers.dossiers": (Noun.DOSSIERS,),
    "handlers.petitions": (Noun.PETITIONS,),
    "handlers.office.people": (Noun.PEOPLE,),
    "handlers.office.brief": (Noun.MEETINGS, Noun.DOCUMENTS, Noun.DOSSIERS, Noun.PETITIONS),
    "handlers.later": NOTHING,  # names questions
    "handlers.namesakes": (Noun.PEOPLE,),
    "handlers.procedures": NOTHING,  # what is published for everybody
    "handlers.office": NOTHING,  # what the office is, and small talk
    "handlers.clarify": NOTHING,  # names questions, and the code that was typed
    "handlers.forms": (Noun.DOCUMENTS,),
    "handlers.fallback": NOTHING,  # names questions
    "handlers.teaching": NOTHING,  # fixed words
    "handlers.mistaken": NOTHING,  # names questions
    "handlers.pictures": NOTHING,  # asks for a code instead
    "handlers.snooze": NOTHING,  # names times
    "handlers.staff_only": NOTHING,  # fixed words
    "handlers.remind_again": (Noun.DOCUMENTS,),
    "handlers.safety": NOTHING,  # fixed words
    "handlers.account": NOTHING,  # one's own accounts; for the admin a colleague's name and unit
    "handlers.audit": EVERYTHING,  # who looked at what: on our own page only
    "handlers.imports": NOTHING,  # repeats at most what its sender has just sent there
    "handlers.data": NOTHING,  # what is kept about whoever asks: their own account
    "handlers.leave": NOTHING,  # who stands in for whom, and days
    "handlers.reminders": (Noun.MEETINGS, Noun.DOCUMENTS, Noun.DOSSIERS, Noun.PETITIONS),
    "handlers.reminders.undelivered": (Noun.PEOPLE, Noun.DOCUMENTS, Noun.DOSSIERS, Noun.PETITIONS),
    "handlers.handover": (Noun.CONVERSATIONS,),
    "handlers.statistics": (Noun.MEETINGS, Noun.DOCUMENTS, Noun.DOSSIERS, Noun.PETITIONS),
}
"""What the answers of a package or a module are about; of one that is not here: everything."""


def nouns_of(module: str) -> tuple[Noun, ...]:
    """What a handler's answers are about, by the module it stands in; the nearest entry counts."""
    while module not in ABOUT and "." in module:
        module = module.rpartition(".")[0]
    return ABOUT.get(module, EVERYTHING)


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where an answer will be read: how much may be said there to whom, and where our page is."""

    levels: Callable[[Role], Levels]
    page_url: str

    def limits(
        self,
        nouns: tuple[Noun, ...],
        role: Role,
        *,
        say: Say,
        today: dt.date,
        title: str | None = None,
    ) -> "Limits":
        """The limits of an answer about these nouns to somebody of this role."""
        levels = self.levels(role)
        return Limits(
            levels={noun: levels[noun] for noun in nouns},
            say=say,
            today=today,
            title=title,
            page_url=self.page_url,
        )


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What may be said of these nouns, and how the rest is pointed to."""

    levels: Levels
    say: Say
    today: dt.date
    title: str | None  # the id of the question's name, for the heading and for our own page
    page_url: str

    @property
    def hold_back(self) -> bool:
        """Something must be left out; what is about no noun at all is never held back."""
        return any(level is not Level.FULL for level in self.levels.values())

    def applied(self, buttons: Buttons, brief: Brief | None) -> tuple[Words, Buttons]:
        """What is said instead: numbers and dates, or only where the answer is; and the way there.

        Of the buttons those stay that act on a record or turn to the next page.
        """
        may = [item for item in brief or () if isinstance(item, Open) or self._may(item.noun)]
        nothing_more = brief is None or not any(self._may(noun) for noun in self.levels)
        if nothing_more:
            why = self.say("limits-none")
        else:
            why = self.say("limits-brief") if may else self.say("limits-nothing")
        title = self.say(self.title) if self.title else None
        words = lines(
            self.say("limits-title", title=title) if title else None,
            references.list_of(may, self.say, self.today),
            why,
        )
        # What cannot be read here cannot be answered here.
        talking = Noun.CONVERSATIONS in self.levels
        acting = [] if talking else [[one for one in row if self._stays(one)] for row in buttons]
        question = references.question_about(may, self.say) or title
        return words, [*([] if nothing_more else acting), self._way_to_the_page(question)]

    def _may(self, noun: Noun) -> bool:
        return self.levels.get(noun, Level.NONE) is not Level.NONE

    def _stays(self, button: InlineKeyboardButton) -> bool:
        data = button.callback_data or ""
        if keyboards.is_question(data):
            return keyboards.turns_page(data)
        kind = next((kind for kind in ItemKind if kind.value in data.split(":")), None)
        return bool(data) and (kind is None or self._may(references.NOUN_OF[kind]))

    def _way_to_the_page(self, question: Words | None) -> list[InlineKeyboardButton]:
        """A link with the question filled in: a number at most, nobody's name.

        Telegram refuses a whole message for a link to a host without a dot, as `localhost`.
        """
        if "." not in (urlsplit(self.page_url).hostname or ""):
            return []
        asked = f"/#hoi={quote(unescape(question))}" if question else "/"
        return [keyboards.link(self.say("limits-button"), self.page_url.rstrip("/") + asked)]
