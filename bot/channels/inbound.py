"""What a messenger brings in: stored, then acknowledged, then answered; once, also over a restart.

An update is answered twice in one case only: the program is killed after its answer was shown
and before that was written down. A handler that changes a record must bear being asked twice.
"""

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Any

from aiogram.enums import ChatType
from aiogram.exceptions import TelegramAPIError
from aiogram.types import Update
from pydantic import ValidationError

from bot.channels import Channel
from bot.pipeline import Pipeline
from handlers.safety.recognising import danger_in
from handlers.texts import speak
from storage import accounts, channel_people, inbound, messages
from storage.models import MessageKind

log = logging.getLogger(__name__)

Raw = dict[str, Any]
"""An update as the messenger wrote it."""

MOST_AT_ONCE = 50
MOST_WAITING = 200
MOST_ATTEMPTS = 3
SLOW = 3.0  # seconds after which a press is confirmed before its answer is there
AGAIN_AFTER = 10.0  # seconds, when neither the update nor the program was at fault
FINISH_WITHIN = timedelta(seconds=10)

WHO_AND_WHERE = ("message_id", "date", "chat", "from")
ITS_CONTENT = ("text", "entities", "caption", "caption_entities", "photo", "document")


def storable(update: Raw) -> Raw | None:
    """What of an update may be kept until it is answered; None if nothing may.

    This is the one gate to the store: what it does not let through is answered from memory alone,
    and is lost if the program is killed meanwhile. It lets through what a handler needs, and

    - never what is typed in a group;
    - never a telephone number that somebody shares;
    - of a picture or a file only where it lies, never what is in it;
    - of a message that is replied to or whose button is pressed only which one it is.

    Of words that must be kept nowhere (`handlers/safety`) nothing.
    """
    kept = {"update_id": update["update_id"]}
    if message := update.get("message"):
        if "contact" in message or message.get("chat", {}).get("type") != ChatType.PRIVATE:
            return None
        if danger_in(message.get("text") or message.get("caption") or ""):
            return None
        return kept | {"message": _kept_message(message)}
    if press := update.get("callback_query"):
        shown = press.get("message")
        of_the_message = {"message": _only(shown, WHO_AND_WHERE)} if shown else {}
        return kept | {"callback_query": {**press, **of_the_message}}
    return kept | {key: update[key] for key in ("my_chat_member",) if key in update}


def _kept_message(message: Raw) -> Raw:
    before = message.get("reply_to_message")
    replied_to = {"reply_to_message": _only(before, WHO_AND_WHERE)} if before else {}
    return _only(message, WHO_AND_WHERE + ITS_CONTENT) | replied_to


def _only(message: Raw, fields: Sequence[str]) -> Raw:
    return {field: message[field] for field in fields if field in message}


class Inbound:
    """The updates of one channel: `take` is for whoever fetches them, `work` answers them."""

    def __init__(
        self, channel: Channel, pipeline: Pipeline, *, finish_within: timedelta = FINISH_WITHIN
    ) -> None:
        self.channel = channel
        self.pipeline = pipeline
        self.finish_within = finish_within
        self._waiting: asyncio.Queue[Raw] = asyncio.Queue()
        self._began = asyncio.Event()
        self._in_hand: set[int] = set()
        self._places = asyncio.Semaphore(MOST_AT_ONCE)
        self._answering: set[asyncio.Task[None]] = set()

    async def take(self, updates: Sequence[Raw]) -> None:
        """Store them; they may be acknowledged when this returns. It waits while many wait.

        Those that came before are dropped, answered or not.
        """
        while self._waiting.qsize() >= MOST_WAITING:
            self._began.clear()
            await self._began.wait()
        came = {int(update["update_id"]): update for update in updates}
        bodies = {number: storable(update) for number, update in came.items()}
        now = self.pipeline.clock()
        async with self.pipeline.store.sessions() as db, db.begin():
            fresh = await inbound.keep(db, self.channel.name, bodies, now=now)
        for number, update in came.items():
            if number in fresh:
                self._in_hand.add(number)
                self._waiting.put_nowait(update)

    async def work(self) -> None:
        """Answer until cancelled, first what an earlier start left; what was begun is finished.

        What came before is answered one after the other: whatever ends the program again is then
        the only one whose attempts are counted.
        """
        async with asyncio.TaskGroup() as group:
            try:
                for update in await self._left_over():
                    await asyncio.wait({await self._start(group, update, again=True)})
                while True:
                    update = await self._waiting.get()
                    self._began.set()
                    _ = await self._start(group, update)
            except asyncio.CancelledError:
                if self._answering:
                    await asyncio.wait(self._answering, timeout=self.finish_within.total_seconds())
                raise

    async def _left_over(self) -> list[Raw]:
        async with self.pipeline.store.reading() as db:
            waiting = await inbound.unanswered(db, self.channel.name)
        left = [one.body for one in waiting if one.update_id not in self._in_hand]
        if left:
            log.info("%s: %d updates of before are answered first", self.channel.name, len(left))
        return left

    async def _start(
        self, group: asyncio.TaskGroup, update: Raw, *, again: bool = False
    ) -> asyncio.Task[None]:
        await self._places.acquire()
        task = group.create_task(self._work_off(update, again=again))
        self._answering.add(task)
        task.add_done_callback(self._done)
        if press := update.get("callback_query"):
            sign = group.create_task(self._end_waiting_sign(press["id"]))
            task.add_done_callback(lambda _: sign.cancel())
        return task

    async def _end_waiting_sign(self, press_id: str) -> None:
        """A press whose answer takes long is confirmed before: the messenger gives up on it."""
        await asyncio.sleep(SLOW)
        with suppress(TelegramAPIError):
            await self.channel.bot.answer_callback_query(press_id)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._answering.discard(task)
        self._places.release()

    async def _work_off(self, update: Raw, *, again: bool) -> None:
        """One update, until it was answered or set aside; a failure does not end the others."""
        while True:
            try:
                if not again or await self._may_begin(update):
                    await self._answer(update)
                self._in_hand.discard(update["update_id"])
                return
            except Exception:
                # Broad on purpose: this is the channel's own border.
                log.exception("an update of %s was not answered yet", self.channel.name)
            again = True
            await asyncio.sleep(AGAIN_AFTER)

    async def _answer(self, update: Raw) -> None:
        """Who answers marks it too, with what was shown; what asks for no answer is marked here."""
        try:
            parsed = Update.model_validate(update, context={"bot": self.channel.bot})
        except ValidationError:
            log.warning("an update of %s is of no known form", self.channel.name)
        else:
            turn = await self.pipeline.receive(self.channel, parsed)
            if turn is not None and turn.over is None:
                return
        async with self.pipeline.store.sessions() as db, db.begin():
            await inbound.answered(
                db, self.channel.name, update["update_id"], now=self.pipeline.clock()
            )

    async def _may_begin(self, update: Raw) -> bool:
        """Count the attempt. After the last one it is set aside, and its sender is told so."""
        number, now = update["update_id"], self.pipeline.clock()
        async with self.pipeline.store.sessions() as db, db.begin():
            if await inbound.begin_again(db, self.channel.name, number) <= MOST_ATTEMPTS:
                return True
            await inbound.answered(db, self.channel.name, number, now=now)
            chat_id = _sender_of(update)
            if chat_id is not None:
                here = self.channel.name
                account = await channel_people.in_chat(
                    db, here, chat_id
                ) or await accounts.open_account(db, here, str(chat_id), chat_id=chat_id, now=now)
                say = speak(account.language or "vi", self.pipeline.zone)
                await messages.tell(
                    db,
                    kind=MessageKind.REPLY,
                    account_id=account.id,
                    words=say("error-set-aside"),
                    now=now,
                )
        log.error(
            "update %s of %s was set aside after %d attempts",
            *(number, self.channel.name, MOST_ATTEMPTS),
        )
        self.pipeline.wake()
        return False


def _sender_of(update: Raw) -> int | None:
    """The private chat that waits for an answer."""
    asked = update.get("message") or update.get("callback_query", {}).get("message") or {}
    chat = asked.get("chat", {})
    return int(chat["id"]) if chat.get("type") == "private" else None
