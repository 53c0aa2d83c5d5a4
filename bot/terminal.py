"""Questions asked on a terminal: who asks, and one conversation with them."""

from collections.abc import AsyncGenerator, Iterable
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any

from bot.assistant import Assistant, assistant
from bot.channels.console import NAME, Conversation, Heard, open_console
from bot.data.personas import PERSONAS
from bot.settings import Settings, SettingsError
from handlers.understanding.asked import Slots
from handlers.understanding.explaining import explained
from handlers.understanding.normalise import fold
from scheduler.clock import Clock
from storage import accounts
from storage.viewer import Viewer

STRANGER = "citizen"
STRANGERS_CHAT = 1_000_000_000  # beyond the numbers of people, which are the other chats'


@dataclass(frozen=True)
class Reply:
    """What was heard, and how the question was understood."""

    heard: list[Heard]
    question: str | None
    slots: dict[str, Any]

    def as_text(self) -> str:
        """The answer for a person: the words, and the buttons by number."""
        parts = [heard.text for heard in self.heard]
        labels = [label for label, _, _ in pressable(self.heard)]
        buttons = [
            f"[{label}]" if label.isdigit() or str(n) in labels else f"[{n}] {label}"
            for n, label in enumerate(labels, 1)
        ]
        if buttons:
            parts.append("  ".join(buttons))
        parts += [f"{name}:\n{text}" for name, text in self._files().items()]
        parts += [f"{label}: {url}" for heard in self.heard for label, url in heard.links]
        return "\n\n".join(parts)

    def as_json(self) -> dict[str, Any]:
        """The answer for programs."""
        return {
            "text": "\n\n".join(heard.text for heard in self.heard),
            "buttons": self._labels(),
            "pictures": [name for heard in self.heard for name in heard.pictures],
            "files": self._files(),
            "question": self.question,
            "slots": self.slots,
        }

    def _files(self) -> dict[str, str]:
        """Those that can be read on a terminal, by their names."""
        files = [file for heard in self.heard for file in heard.files]
        return {name: content.decode() for name, content in files if name.endswith(".txt")}

    def _labels(self) -> list[str]:
        return [label for heard in self.heard for row in heard.buttons for label, _ in row]


class Talk:
    """One person's conversation on the terminal."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation

    async def say(self, words: str) -> Reply:
        """A typed line. A label, or else a number, presses that button of the last reply."""
        offered = pressable(self.conversation.last)
        meant = [(message_id, data) for label, message_id, data in offered if label == words]
        if not meant and words.isdigit() and 0 < int(words) <= len(offered):
            meant = [offered[int(words) - 1][1:]]
        if meant:
            return self._reply(await self.conversation.press_data(*meant[0]))
        return self._reply(await self.conversation.say(words))

    def _reply(self, heard: list[Heard]) -> Reply:
        asked = self.conversation.turn and self.conversation.turn.asked
        return Reply(
            heard=heard,
            question=asked.question.value if asked else None,
            slots=said_slots(asked.slots) if asked else {},
        )


@asynccontextmanager
async def talk(settings: Settings, clock: Clock, who: str) -> AsyncGenerator[Talk]:
    """A conversation as somebody of this store."""
    async with assistant(settings, clock) as office:
        chat_id = await _account(office, who)
        channel = open_console(clock)
        yield Talk(Conversation(channel, chat_id, office.pipeline.receive))


async def understood(
    settings: Settings, clock: Clock, who: str, lines: Iterable[str]
) -> AsyncGenerator[dict[str, Any]]:
    """How each line would be understood if this person of the store typed it."""
    async with assistant(settings, clock) as office:
        person_id = _person(office, who)
        viewer = Viewer.stranger()
        if person_id is not None:
            async with office.store.reading() as db:
                found = await accounts.viewer_of_person(db, person_id)
                viewer = found or viewer
        for line in lines:
            yield explained(line, now=office.clock(), viewer=viewer, lexicon=office.office.lexicon)


def pressable(heard: list[Heard]) -> list[tuple[str, int, str]]:
    """What can be pressed, in reading order: what stands on it, under which message, its data."""
    return [
        (label, one.message_id, data)
        for one in heard
        for row in one.buttons
        for label, data in row
        if (label, data) not in one.links
    ]


def said_slots(slots: Slots) -> dict[str, Any]:
    """The slots that something was said for."""
    empty = Slots()
    said: dict[str, Any] = {}
    for slot in fields(slots):
        value = getattr(slots, slot.name)
        if value != getattr(empty, slot.name):
            said[slot.name] = _plain(value)
    return said


def _plain(value: Any) -> Any:
    if hasattr(value, "__dataclass_fields__"):
        return {name: _plain(part) for name, part in asdict(value).items()}
    return value.isoformat() if isinstance(value, datetime) else value


async def _account(office: Assistant, who: str) -> int:
    """The chat of this person's terminal; SettingsError if nobody is called so."""
    person_id = _person(office, who)
    chat_id = person_id or STRANGERS_CHAT
    async with office.store.sessions() as db, db.begin():
        account = await accounts.open_account(
            db,
            NAME,
            f"terminal {chat_id}",  # by whatever name they were asked for
            chat_id=chat_id,
            now=office.clock(),
            person_id=person_id,
        )
        await accounts.mark_greeted(db, account.id or 0, heard=False)  # a new conversation
        return account.chat_id


def _person(office: Assistant, who: str) -> int | None:
    """Who `--as` means: a persona of a demonstration, a name, a short title; None for nobody."""
    if office.office.is_demo and who in PERSONAS:
        return PERSONAS[who].person_id
    if who == STRANGER:
        return None
    wanted = fold(who)
    found = [
        person
        for person in office.office.lexicon.people
        if wanted in (fold(person.name), fold(person.short_title), str(person.id))
    ]
    if len(found) == 1:
        return found[0].id
    if found:
        numbers = ", ".join(f"{person.id} ({person.title or person.name})" for person in found)
        raise SettingsError(f"--as {who}: {len(found)} are called so; take a number: {numbers}.")
    known = ", ".join(PERSONAS) if office.office.is_demo else "a full name of somebody in it"
    raise SettingsError(f"--as {who}: the store has nobody called so; try {known}.")
