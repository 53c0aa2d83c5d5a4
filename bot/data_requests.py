"""The commands by which the office answers what people ask of their own data."""

from collections.abc import AsyncGenerator
from datetime import date

from bot.assistant import Assistant
from bot.settings import SettingsError
from handlers.texts import Say, speak
from storage import audit, data_requests, messages
from storage.models import MessageKind
from storage.viewer import Role, Viewer

BY_COMMAND = Viewer(role=Role.ADMIN, channel="command")


async def waiting(office: Assistant, say: Say, today: date) -> AsyncGenerator[str]:
    """Each request that waits, with what was written; whose it is, nobody here has to know."""
    async with office.store.reading() as db:
        found = await data_requests.waiting(db)
    if not found:
        yield say("requests-none")
    for one in found:
        yield say(
            "requests-line",
            number=one.id,
            kind=say("data-kind", kind=one.kind),
            asked=one.asked_at,
            day=one.answer_by,
            late=one.answer_by < today,
            channel=one.channel,
        )
        if one.detail:
            yield say("requests-words", words=one.detail)


async def answer(office: Assistant, say: Say, number: int, note: str) -> AsyncGenerator[str]:
    """Note the answer and tell it. SettingsError if no such request waits, or there is no note."""
    now = office.clock()
    if not note.strip():
        raise SettingsError(say("requests-note-missing"))
    async with office.store.sessions() as db, db.begin():
        done = await data_requests.finish(db, number, note=note.strip(), now=now)
        if done is None:
            raise SettingsError(say("requests-unknown", number=number))
        theirs = speak(done.language or "vi", say.zone)
        kind = theirs("data-kind", kind=done.kind)
        await messages.tell(
            db,
            kind=MessageKind.REPLY,
            account_id=done.account_id,
            words=theirs("data-request-answered", number=number, kind=kind, note=done.note),
            now=now,
        )
        await audit.note(db, BY_COMMAND, "data.answer", "datarequest", number, now)
    yield say("requests-done", number=number)
