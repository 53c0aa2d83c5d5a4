"""The Official Account's access token: renewed ahead of its end, by one process at a time.

A refresh token works once, so the next pair is stored before anybody uses it, encrypted, and what
begins to renew is not cancelled half-way. When Zalo takes the refresh token no more, or the pair
was stored under another secret, a person must authorise again: whoever keeps the program is told
(`scheduler/alarms.py`).
"""

import asyncio
import hashlib
import logging
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from aiogram.exceptions import TelegramAPIError, TelegramNetworkError
from aiogram.methods import GetMe

from bot.channels import NotNowError
from bot.channels.zalo.http import Answer, Http
from bot.channels.zalo.refusals import AN_HOUR, Meaning, meaning_of
from scheduler.clock import Clock
from storage import channel_troubles, zalo_grants
from storage.engine import Store
from storage.models import ChannelTroubleKind
from storage.strongbox import Strongbox
from storage.zalo_grants import Grant

log = logging.getLogger(__name__)
AHEAD = timedelta(hours=1)
AT_LEAST = timedelta(days=7)  # an idle account renews too: a refresh token dies of age
TAKES = timedelta(minutes=1)  # at most, to fetch a pair
TURNS, PAUSE = 40, 0.5  # how often, and after how many seconds, it is looked whether it is there
LOOK_AGAIN = 600.0  # seconds
AUTHORISE = ChannelTroubleKind.AUTHORISE
FIRST_OF_OAUTH = -14000  # from here downwards the app or the account is set up wrongly
FIRST_TOKEN = "OFFICE_ZALO_OA_REFRESH_TOKEN"
PURPOSE = "zalo tokens"  # of their key
UNREADABLE = "another OFFICE_SECRET"  # the pair was stored under


@dataclass(frozen=True, kw_only=True)
class Keys:
    """By what an Official Account is spoken for; all from the settings."""

    app_id: str
    oa_id: str = ""
    app_secret: str = field(repr=False)
    oa_secret: str = field(default="", repr=False)  # of the webhook page
    refresh_token: str = field(default="", repr=False)  # the first one, from the console
    box: Strongbox  # of the tokens in the store


class Tokens:
    """One account's tokens, for one process among several."""

    def __init__(
        self, store: Store, clock: Clock, keys: Keys, http: Http, *, oauth: str, channel: str
    ) -> None:
        self.store = store
        self.clock = clock
        self.keys = keys
        self._http = http
        self._address = f"{oauth}/v4/oa/access_token"
        self._channel = channel
        self._turn = asyncio.Lock()
        self._renewing: asyncio.Future[str] | None = None
        self._seeded = False  # it was seen that the store knows the token of the settings
        self._told = False  # that a person must authorise again

    async def current(self) -> str:
        """A token that is good for a while. NotNowError when a person must authorise again."""
        held = await self.held()
        access = self._access(held) if held else ""
        if held and access and not self._ends_soon(held):
            return access
        return await self.another(access)

    async def another(self, stale: str) -> str:
        """A token that is not this one, whoever fetches it."""
        async with self._turn:
            for _ in range(TURNS):
                held = await self.held()
                if held is None:
                    await self._needs_a_person("no token")
                    raise self._not_now()
                access = self._access(held)
                if access not in ("", stale):
                    return access
                if not any(self._refreshing(held)):
                    await self._needs_a_person(UNREADABLE)
                    raise self._not_now()
                if await self._is_ours(held):
                    self._renewing = asyncio.ensure_future(self._renewed(held))
                    return await asyncio.shield(self._renewing)
                await asyncio.sleep(PAUSE)
        raise TelegramNetworkError(GetMe(), "somebody else renews the token, and does not end")

    async def held(self) -> Grant | None:
        """The pair in the store, as it lies there; the first time the one that a person has set."""
        if self.keys.refresh_token and not self._seeded:
            seal = hashlib.sha256(self.keys.refresh_token.encode()).hexdigest()
            async with self.store.reading() as db:
                known = await zalo_grants.is_seeded_by(db, self.keys.app_id, seal)
            if not known:
                async with self.store.sessions() as db, db.begin():
                    first = self.keys.box.closed(self.keys.refresh_token)
                    await zalo_grants.seed(db, self.keys.app_id, first, seal=seal)
            self._seeded = True
        held = await self._stored_pair()
        if held and not all(map(self.keys.box.holds, _tokens(held))):
            await self._close_up(held)
            held = await self._stored_pair()
        return held

    async def keep(self) -> None:
        """Renew in time, also when nobody writes; until cancelled."""
        while True:
            try:
                held = await self.held()
                if held and (self._is_old(held) or self._ends_soon(held) or not self._access(held)):
                    await self.another(self._access(held))
            except TelegramAPIError as trouble:
                log.warning("Zalo OA: the token was not renewed: %s", type(trouble).__name__)
            await asyncio.sleep(LOOK_AGAIN)

    async def close(self) -> None:
        """Wait for a pair that is being fetched: it works once."""
        if self._renewing and not self._renewing.done():
            await asyncio.wait([self._renewing])

    async def _stored_pair(self) -> Grant | None:
        async with self.store.reading() as db:
            return await zalo_grants.grant(db, self.keys.app_id)

    async def _close_up(self, held: Grant) -> None:
        """What an earlier version has stored could be read there."""
        box = self.keys.box
        access, refresh, previous = (
            one if box.holds(one) else box.closed(one) for one in _tokens(held)
        )
        async with self.store.sessions() as db, db.begin():
            await zalo_grants.close_up(
                db,
                held,
                access_token=access,
                refresh_token=refresh,
                previous_refresh_token=previous,
            )

    def _access(self, held: Grant) -> str:
        """Empty where there is none, or it was stored under another secret."""
        return self.keys.box.opened(held.access_token)

    def _refreshing(self, held: Grant) -> list[str]:
        """Those by which the next pair may be fetched, in their order; empty ones are not there."""
        return [self.keys.box.opened(one) for one in _tokens(held)[1:]]

    def _ends_soon(self, held: Grant) -> bool:
        return held.expires_at is None or held.expires_at - AHEAD <= self.clock()

    def _is_old(self, held: Grant) -> bool:
        return held.renewed_at is None or held.renewed_at + AT_LEAST <= self.clock()

    async def _is_ours(self, held: Grant) -> bool:
        now = self.clock()
        async with self.store.sessions() as db, db.begin():
            return await zalo_grants.begin_renewal(db, held, now=now, until=now + TAKES)

    async def _renewed(self, held: Grant) -> str:
        code = 0
        try:
            for token in filter(None, self._refreshing(held)):
                pair = await self._fetched(token)
                if "access_token" in pair and "refresh_token" in pair:
                    return await self._stored(held, pair)
                code = int(pair.get("error", 0))
                if meaning_of(code) is not Meaning.GRANT_DEAD:
                    break
        finally:
            await self._free(held)
        if code > FIRST_OF_OAUTH and meaning_of(code) is not Meaning.GRANT_DEAD:
            raise TelegramNetworkError(GetMe(), f"no token ({code})")
        await self._needs_a_person(str(code))
        raise self._not_now()

    async def _fetched(self, refresh_token: str) -> Answer:
        form = {
            "app_id": self.keys.app_id,
            "grant_type": "refresh_token",
            "refresh_token": refresh_token,
        }
        secret = {"secret_key": self.keys.app_secret}
        return await self._http.post(self._address, headers=secret, data=form)

    async def _stored(self, held: Grant, pair: dict[str, Any]) -> str:
        """Before anybody uses it."""
        now = self.clock()
        access = str(pair["access_token"])
        async with self.store.sessions() as db, db.begin():
            await zalo_grants.renewed(
                db,
                held,
                access_token=self.keys.box.closed(access),
                refresh_token=self.keys.box.closed(str(pair["refresh_token"])),
                expires_at=now + timedelta(seconds=int(pair.get("expires_in", AN_HOUR))),
                now=now,
            )
            await channel_troubles.clear(db, self._channel, (AUTHORISE,))
        self._told = False
        return access

    async def _free(self, held: Grant) -> None:
        async with self.store.sessions() as db, db.begin():
            await zalo_grants.give_up_renewal(db, held)

    async def _needs_a_person(self, code: str) -> None:
        log.log(
            logging.DEBUG if self._told else logging.ERROR,
            "Zalo OA: the leave to speak has run out (%s). Take a new refresh token from Zalo's "
            "API Explorer, put it into %s and start again. The other channels go on.",
            *(code, FIRST_TOKEN),
        )
        self._told = True
        async with self.store.sessions() as db, db.begin():
            await channel_troubles.note(db, self._channel, AUTHORISE, code=code, now=self.clock())

    def _not_now(self) -> NotNowError:
        return NotNowError(GetMe(), str(AUTHORISE), seconds=AN_HOUR)


def _tokens(held: Grant) -> tuple[str, str, str]:
    return held.access_token, held.refresh_token, held.previous_refresh_token
