"""What a Zalo Bot can be asked to do, within the messages that a month has."""

import logging
from datetime import datetime
from typing import Any

from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramConflictError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetMe, TelegramMethod

from bot.channels import NotNowError
from bot.channels.zalo.http import Http
from scheduler.budgets import ends
from scheduler.clock import Clock
from storage import channel_counts, channel_troubles
from storage.engine import Store
from storage.models import BudgetPeriod, ChannelTroubleKind
from storage.troubles import NO_BUDGET

log = logging.getLogger(__name__)
BUSY_SECONDS = 30  # no delay is named when it refuses
NOTHING_CAME = 408  # the usual end of a long poll
QUOTA = ChannelTroubleKind.QUOTA
_ERRORS = {401: TelegramUnauthorizedError, 404: TelegramNotFound, 409: TelegramConflictError}

Method = TelegramMethod[Any]


class BotClient:
    """One bot. The token is part of every address, so no address is ever told."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        http: Http,
        *,
        token: str,
        api: str,
        channel: str,
        most: int,
        reserve: int,
    ) -> None:
        self.store = store
        self.clock = clock
        self.http = http
        self.most = most
        self.reserve = reserve
        self._address = f"{api}/bot{token}/"
        self._channel = channel

    async def send(self, method: Method, name: str, **body: Any) -> dict[str, Any]:
        """One message, which counts. NotNowError when the month has no more."""
        now = self.clock()
        async with self.store.sessions() as db, db.begin():
            taken = await channel_counts.take(db, self._channel, most=self.most, now=now)
            used = await channel_counts.used(db, self._channel, now=now)
            if used > self.most - self.reserve or not taken:
                await channel_troubles.note(db, self._channel, QUOTA, now=now)
            elif used == 1:
                await channel_troubles.clear(db, self._channel, (QUOTA,))
        if not taken:
            raise NotNowError(method, NO_BUDGET, seconds=_until_next_month(now))
        return dict(await self.call(name, about=method, **body) or {})

    async def has_room(self) -> bool:
        """More than the reserve is left: something may be said unasked."""
        async with self.store.reading() as db:
            used = await channel_counts.used(db, self._channel, now=self.clock())
        return used < self.most - self.reserve

    async def call(
        self,
        name: str,
        *,
        about: Method | None = None,
        seconds: float | None = None,
        **body: Any,
    ) -> Any:
        """What is answered; None at the usual end of a long poll in which nothing came."""
        method = about or GetMe()
        answer = await self.http.post(
            self._address + name, about=method, json=body, seconds=seconds
        )
        if answer.get("ok"):
            return answer.get("result") or {}
        code = int(answer.get("error_code") or 0)
        said = str(answer.get("description", ""))
        if code == NOTHING_CAME:
            return None
        if code == 429:
            raise TelegramRetryAfter(method, said, retry_after=BUSY_SECONDS)
        if code in _ERRORS:
            raise _ERRORS[code](method, said)
        if code == 400:
            raise TelegramBadRequest(method, f"{code} {said}")
        raise TelegramNetworkError(method, f"{code} {said}")


def _until_next_month(now: datetime) -> int:
    return int((ends(BudgetPeriod.MONTH, now) - now).total_seconds()) + 1
