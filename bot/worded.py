"""What one message of the outbox says, to whom, and what is kept of it once it is said."""

from dataclasses import dataclass

from handlers.replies import Said
from handlers.texts import Say
from storage.audit import Look
from storage.follow_news import News
from storage.models import Account, MessageKind, Noun
from storage.viewer import Role, Viewer

TITLES = {
    MessageKind.BRIEF: "question-brief-today",
    MessageKind.MEETING: "question-meeting-schedule",
    MessageKind.ITEM: "limits-item",
    MessageKind.NEWS: "limits-item",
    MessageKind.GIVEN: "limits-given",
    MessageKind.URGENT: "limits-given",
    MessageKind.MOVED: "deadline-moved-title",
    MessageKind.CALLS: "question-reminder-undelivered",
    MessageKind.APOLOGY: "dossier-apology-title",
}
"""What stands above a brief of it: the id of a text, by the kind of message."""


@dataclass(frozen=True)
class Told:
    """To whom records are shown unasked, and which."""

    to: Viewer
    act: str
    seen: tuple[Look, ...]


@dataclass(frozen=True)
class Worded:
    """What is to be said, about what and to whom, and where they may be, the likeliest first."""

    said: Said
    nouns: tuple[Noun, ...]
    role: Role
    accounts: list[Account]
    say: Say
    title: str | None = None  # the id of what stands above a brief of it
    told: Told | None = None  # None where the words were made before
    news: tuple[News, ...] = ()  # of followed dossiers, in these words
