"""Speaking for a leader: whose rights a message has, and that every reply says so."""

from typing import Any

from aiogram import BaseMiddleware
from aiogram.methods import EditMessageText, SendDocument, SendMessage, SendPhoto, TelegramMethod
from aiogram.types import TelegramObject, Update

from bot.middleware import Data, Next, methods_of, words_of
from handlers.account.acting import Outcome, Turning
from handlers.texts import Words, paragraphs
from handlers.understanding.behalf import Begins, Ends, behalf_of
from storage import accounts, audit, behalf
from storage.viewer import Viewer


class OnBehalf(BaseMiddleware):
    """“Thay mặt anh Bình: lịch tuần này” is “lịch tuần này”, asked with the leader's rights.

    “Thay mặt anh Bình” alone begins it for what comes next. It ends with “thôi thay mặt”, or so
    long after the last word.
    """

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> Any:
        viewer: Viewer = data["viewer"]
        data["turned"] = None
        said = behalf_of(words_of(event), data["office"].lexicon)
        if data["lapsed"]:
            await behalf.speak_for_oneself(data["db"], viewer.account_id or 0)
        match said:
            case Begins():
                event = await self._begin(said, event, data)
            case Ends():
                await self._end(data)
            case None if viewer.on_behalf:
                await self._go_on(viewer.person_id or 0, data)
            case None:
                pass
        return await handler(event, data)

    async def _begin(self, said: Begins, event: TelegramObject, data: Data) -> TelegramObject:
        """The event that is left to answer. Whoever may not is told no more than that."""
        viewer: Viewer = data["viewer"]
        secretary_id = viewer.actor_id or viewer.person_id
        allowed = (
            await behalf.leaders_of(data["db"], secretary_id)
            if secretary_id and viewer.is_staff
            else ()
        )
        meant = [one for one in allowed if not said.named or one.id in said.people]
        if len(meant) != 1:
            data["turned"] = Turning(Outcome.WHICH if meant else Outcome.REFUSED, tuple(meant))
            return event
        leader = meant[0]
        await self._go_on(leader.id, data)
        await self._read_again(data)
        await audit.note(
            data["db"], data["viewer"], "acting.began", "person", leader.id, data["now"]
        )
        if said.rest:
            return _saying(event, said.rest)
        data["turned"] = Turning(Outcome.BEGAN)
        return event

    async def _end(self, data: Data) -> None:
        viewer: Viewer = data["viewer"]
        was_acting = viewer.on_behalf or data["lapsed"]
        if viewer.on_behalf:
            await audit.note(
                data["db"], viewer, "acting.ended", "person", viewer.person_id, data["now"]
            )
            await behalf.speak_for_oneself(data["db"], viewer.account_id or 0)
            await self._read_again(data)
        data["lapsed"] = False
        data["turned"] = Turning(Outcome.ENDED if was_acting else Outcome.NOT_ACTING)

    async def _go_on(self, leader_id: int, data: Data) -> None:
        until = data["now"] + data["link_rules"].acting_lasts
        await behalf.speak_for(data["db"], data["viewer"].account_id or 0, leader_id, until=until)

    async def _read_again(self, data: Data) -> None:
        """Who speaks now is for the one statement to say that always says it."""
        turn = data["turn"]
        known = await accounts.viewer_of(
            data["db"], turn.channel, turn.chat_id, bot_id=data["bot"].id, now=data["now"]
        )
        assert known  # noqa: S101 - the account was there a moment ago
        data["viewer"] = known.viewer


class Headed(BaseMiddleware):
    """Every reply on somebody's behalf says so at its head, refusals too."""

    async def __call__(self, handler: Next, event: TelegramObject, data: Data) -> Any:
        reply = await handler(event, data)
        viewer: Viewer = data["viewer"]
        if viewer.on_behalf:
            heading = data["say"]("acting-heading", name=viewer.name, title=viewer.title)
        elif data["lapsed"]:
            heading = data["say"]("acting-lapsed")
        else:
            return reply
        return tuple(headed(method, heading) for method in methods_of(reply))


def headed(method: TelegramMethod[Any], heading: Words) -> TelegramMethod[Any]:
    """The method with the heading above its words."""
    if isinstance(method, SendMessage | EditMessageText):
        return method.model_copy(update={"text": paragraphs(heading, Words(method.text or ""))})
    if isinstance(method, SendPhoto | SendDocument):
        words = paragraphs(heading, Words(method.caption or ""))
        return method.model_copy(update={"caption": words})
    return method


def _saying(event: TelegramObject, words: str) -> TelegramObject:
    """The same message with other words."""
    assert isinstance(event, Update)  # noqa: S101 - it had words
    assert event.message  # noqa: S101 - for the same reason
    message = event.message.model_copy(update={"text": words, "caption": None})
    return event.model_copy(update={"message": message})
