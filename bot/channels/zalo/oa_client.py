"""What an Official Account can be asked to do: say, upload, tell about itself.

What was found to work with this account is pinned in the store: a state agency's may be spoken
for by the older address only, and some want the kind of a template named.
"""

import logging
from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any

from aiogram.methods import GetMe, TelegramMethod
from aiohttp import FormData

from bot.channels import NotNowError
from bot.channels.zalo import refusals
from bot.channels.zalo.http import Answer, Http
from bot.channels.zalo.refusals import Meaning, RefusedError
from bot.channels.zalo.tokens import Tokens
from scheduler.clock import Clock
from storage import channel_troubles, zalo_grants
from storage.engine import Store
from storage.models import ChannelTroubleKind
from storage.troubles import NO_BUDGET

log = logging.getLogger(__name__)
SAY, SAY_THE_OLD_WAY = "/v3.0/oa/message/cs", "/v2.0/oa/message"
BY_TEMPLATE = "/v3.0/oa/message/template"
UPLOAD = "/v2.0/oa/upload/"
ABOUT_US = "/v2.0/oa/getoa"
WAY, BUTTONS = "way", "buttons"  # what is pinned
OLD, NAMED = "v2", "named"
WRONG_PARAMETER = -201
MORNING = time(6)

Method = TelegramMethod[Any]
Form = Callable[[], FormData]
"""Made anew for each try: a form can be sent once."""


class OaClient:
    """One account. Every error is one of aiogram's, as `refusals` has it."""

    def __init__(
        self, store: Store, clock: Clock, tokens: Tokens, http: Http, *, api: str, channel: str
    ) -> None:
        self.store = store
        self.clock = clock
        self.tokens = tokens
        self.http = http
        self._api = api
        self._channel = channel
        self._pins: dict[str, str] | None = None
        self._troubled: set[ChannelTroubleKind] | None = None
        self._quota_gone_until: datetime | None = None

    async def say(self, method: Method, user_id: str, message: Answer) -> Answer:
        """One message to somebody who has written to us."""
        if self._quota_gone_until and self.clock() < self._quota_gone_until:
            seconds = int((self._quota_gone_until - self.clock()).total_seconds()) + 1
            raise NotNowError(method, NO_BUDGET, seconds=seconds)
        said = await self._say(method, user_id, message)
        await self._speaks_again()
        return said

    async def _say(self, method: Method, user_id: str, message: Answer) -> Answer:
        pins = await self.pins()
        body = {"recipient": {"user_id": user_id}, "message": _named(message, pins)}
        path = SAY_THE_OLD_WAY if pins.get(WAY) == OLD else SAY
        try:
            return await self.call(method, path, json=body)
        except RefusedError as refused:
            if refused.meaning is Meaning.OLD_WAY and pins.get(WAY) != OLD:
                await self.pin(WAY, OLD)
                return await self.call(method, SAY_THE_OLD_WAY, json=body)
            unnamed = _has_buttons(message) and pins.get(BUTTONS) != NAMED
            if unnamed and refused.code == WRONG_PARAMETER:
                body["message"] = _named(message, {BUTTONS: NAMED})
                said = await self.call(method, path, json=body)
                await self.pin(BUTTONS, NAMED)
                return said
            raise

    async def by_template(self, user_id: str, template_id: str, data: dict[str, str]) -> Answer:
        """A message that was approved beforehand, to somebody whose window is over. It is paid."""
        body = {"user_id": user_id, "template_id": template_id, "template_data": data}
        return await self.call(GetMe(), BY_TEMPLATE, json=body)

    async def upload(self, method: Method, kind: str, name: str, content: bytes) -> Answer:
        """An image or a file, of which something may be said for seven days."""

        def form() -> FormData:
            data = FormData()
            data.add_field("file", content, filename=name)
            return data

        return await self.call(method, UPLOAD + kind, form=form)

    async def about_us(self) -> Answer:
        """What kind of account this is."""
        token = await self.tokens.current()
        answer = await self.http.get(self._api + ABOUT_US, headers={"access_token": token})
        if code := int(answer.get("error", 0)):
            raise self._error(GetMe(), code, answer)
        return dict(answer.get("data") or {})

    async def call(
        self, method: Method, path: str, *, json: Any = None, form: Form | None = None
    ) -> Answer:
        """What was answered. A token that died meanwhile is renewed once, and it is said again."""
        token = await self.tokens.current()
        for again in (True, False):
            answer = await self.http.post(
                self._api + path,
                about=method,
                headers={"access_token": token},
                json=json,
                data=form() if form else None,
            )
            code = int(answer.get("error", 0))
            if not code:
                return dict(answer.get("data") or {})
            if again and refusals.meaning_of(code) is Meaning.TOKEN_DEAD:
                token = await self.tokens.another(token)
                continue
            await self._note(code)
            raise self._error(method, code, answer)
        raise AssertionError("the second try was the last")

    async def pins(self) -> dict[str, str]:
        """What was found to work with this account."""
        if self._pins is None:
            async with self.store.reading() as db:
                held = await zalo_grants.grant(db, self.tokens.keys.app_id)
            self._pins = dict(held.pins) if held else {}
        return self._pins

    async def pin(self, what: str, choice: str) -> None:
        """It is done so from now on."""
        log.warning("Zalo OA: %s is %s from now on", what, choice)
        pins = await self.pins()
        pins[what] = choice
        async with self.store.sessions() as db, db.begin():
            await zalo_grants.pin(db, self.tokens.keys.app_id, what, choice)

    def _error(self, method: Method, code: int, answer: Answer) -> Exception:
        now = self.clock()
        return refusals.error_of(
            method,
            code,
            str(answer.get("message", "")),
            morning=_seconds_until(now, MORNING),
            tomorrow=_seconds_until(now, time()),
        )

    async def _note(self, code: int) -> None:
        meaning = refusals.meaning_of(code)
        kind = refusals.TROUBLES.get(meaning)
        if kind is None:
            log.warning("Zalo OA refuses with %s (%s)", code, meaning.name.lower())
            return
        log.error("Zalo OA refuses with %s: %s", code, kind)
        self._troubled = {*(self._troubled or ()), kind}
        if meaning is Meaning.QUOTA:
            tomorrow = _seconds_until(self.clock(), time())
            self._quota_gone_until = self.clock() + timedelta(seconds=tomorrow)
        async with self.store.sessions() as db, db.begin():
            now = self.clock()
            await channel_troubles.note(db, self._channel, kind, code=str(code), now=now)

    async def _speaks_again(self) -> None:
        """Whatever kept us from speaking is over; also what was noted before a restart."""
        if self._troubled is None or self._troubled:
            async with self.store.sessions() as db, db.begin():
                await channel_troubles.clear(db, self._channel)
        self._troubled = set()


def _seconds_until(now: datetime, hour: time) -> int:
    """The next time that it is this hour, in the office's zone."""
    then = datetime.combine(now.date(), hour, now.tzinfo)
    if then <= now:
        then += timedelta(days=1)
    return int((then - now).total_seconds()) + 1


def _has_buttons(message: Answer) -> bool:
    return "buttons" in message.get("attachment", {}).get("payload", {})


def _named(message: Answer, pins: dict[str, str]) -> Answer:
    """The message, with the kind of its template named where this account wants that."""
    if not (_has_buttons(message) and pins.get(BUTTONS) == NAMED):
        return message
    attachment = message["attachment"]
    payload = {"template_type": "button", **attachment["payload"]}
    return {**message, "attachment": {**attachment, "payload": payload}}
