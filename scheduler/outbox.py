"""Sends what is due: claim → deliver → mark, each in a transaction of its own.

At least once: a message is marked after it was delivered, so a crash between the two repeats
what was in flight, and nothing is ever lost. No transaction is open while a channel is spoken to.
"""

import asyncio
import datetime as dt
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol, assert_never

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel.ext.asyncio.session import AsyncSession

from scheduler import office_days
from scheduler.clock import Clock
from scheduler.timetable import USUAL_TIMES, Timetable
from storage import messages, quiet
from storage.engine import Store
from storage.messages import Buttons, Claimed
from storage.models import MessageKind, MessageState

log = logging.getLogger(__name__)

NOTHING_TO_SAY = "nothing_to_say"


@dataclass(frozen=True, kw_only=True)
class Outgoing:
    """What the deliverer is asked to say, and to whom."""

    id: int
    kind: MessageKind
    person_id: int | None
    account_id: int | None  # where it goes, if to one account and not to a person
    slot: str
    words: str  # of what goes to an account: they were made before
    buttons: Buttons
    late: bool  # said so long after its time that it must say so
    waited: dt.timedelta = dt.timedelta()  # since it was to be said


@dataclass(frozen=True)
class Sent:
    """The channel took it. `confirmed`: and says that the person was shown it."""

    channel: str
    confirmed: bool = False


@dataclass(frozen=True)
class TryLater:
    """Not now: no connection, too many messages. `after`: how long the channel asks to wait."""

    reason: str
    after: dt.timedelta | None = None


@dataclass(frozen=True)
class Unreachable:
    """Not ever: no account, blocked, refused."""

    reason: str


@dataclass(frozen=True)
class NothingToSay:
    """All that it was to say has been dealt with meanwhile."""


Outcome = Sent | TryLater | Unreachable | NothingToSay


class Deliver(Protocol):
    """Makes the words of a message and gives them to a channel of its person.

    It promises to
    - make the words from the records as they are now (`storage.briefs.still_open`), in a
      transaction of its own that is closed before the channel is spoken to;
    - send one message, or one that cannot be told in halves: after a `TryLater` all of it is
      delivered again;
    - return `Sent` only when the channel has accepted it, and what it returns for every trouble
      of a channel; an exception counts as `TryLater`;
    - be done within `Patience.delivery`: it is cancelled then, which counts as `TryLater`;
    - say, once in the text, that a message comes late if `late`.
    It may be called for several messages at once, never twice at once for the same one.
    """

    async def __call__(self, message: Outgoing) -> Outcome: ...


@dataclass(frozen=True, kw_only=True)
class Patience:
    """How long, how often and how many at once."""

    tries: int = 12  # with the waits below about five hours
    first_wait: dt.timedelta = dt.timedelta(seconds=30)  # doubled after each try
    longest_wait: dt.timedelta = dt.timedelta(hours=1)
    claim: dt.timedelta = dt.timedelta(minutes=2)
    delivery: dt.timedelta = dt.timedelta(
        seconds=90
    )  # less than a claim, which it must not outlive
    at_once: int = 4
    late_after: dt.timedelta = dt.timedelta(minutes=10)
    look_again: dt.timedelta = dt.timedelta(minutes=1)  # another process may have planned
    stop_within: dt.timedelta = dt.timedelta(seconds=10)

    def wait_after(self, attempt: int) -> dt.timedelta:
        """The pause after a try that failed, counted from 1."""
        doublings: int = 2 ** min(attempt - 1, 20)  # more would overflow a timedelta
        return min(self.first_wait * doublings, self.longest_wait)


Wait = Callable[[asyncio.Event, float], Awaitable[None]]


async def wait_for_news(news: asyncio.Event, seconds: float) -> None:
    """Until something happens, or so many seconds have passed."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await news.wait()


class Outbox:
    """One sender. Several may run on one store, in one process or many."""

    def __init__(
        self,
        store: Store,
        deliver: Deliver,
        clock: Clock,
        *,
        patience: Patience | None = None,
        times: Timetable = USUAL_TIMES,
        wait: Wait = wait_for_news,
    ) -> None:
        self._store = store
        self._deliver = deliver
        self._clock = clock
        self._patience = patience or Patience()
        self._times = times
        self._wait = wait
        self._news = asyncio.Event()
        self._stopping = False
        self._in_flight: set[asyncio.Task[None]] = set()

    def wake(self) -> None:
        """Something new may be due: look at once."""
        self._news.set()

    def stop(self) -> None:
        """Take no more; `run` returns when what is in flight is finished and marked."""
        self._stopping = True
        self._news.set()

    async def run(self, *, alone: bool = False) -> None:
        """Send what is due until `stop`.

        `alone`: no other process sends from this store, so what a crash left claimed goes out
        at once instead of when the claim ends. What is not finished in time after `stop` stays
        claimed and is sent again by the next run.
        """
        if alone:
            async with self._store.sessions() as db, db.begin():
                await messages.take_back_claims(db)
        try:
            async with asyncio.timeout(None) as limit, asyncio.TaskGroup() as group:
                while not self._stopping:
                    self._news.clear()
                    await self._wait(self._news, await self._send_what_is_due(group))
                limit.reschedule(
                    asyncio.get_running_loop().time() + self._patience.stop_within.total_seconds()
                )
        except TimeoutError:
            log.warning("the outbox stopped in the middle of a message, which will be repeated")

    async def _send_what_is_due(self, group: asyncio.TaskGroup) -> float:
        """Start as many deliveries as there is room for; gives the seconds until the next look.

        The end of a delivery is news too: there is room again.
        """
        room = self._patience.at_once - len(self._in_flight)
        look_again = self._patience.look_again
        if not room:
            return look_again.total_seconds()
        now = self._clock()
        async with self._store.sessions() as db, db.begin():
            await messages.retire(db, now=now, tries=self._patience.tries)
            await self._keep_quiet(db, now)
            claimed = await messages.claim(
                db, now=now, until=now + self._patience.claim, limit=room
            )
            due = await messages.next_due(db)
        for one in claimed:
            task = group.create_task(self._handle(one))
            self._in_flight.add(task)
            task.add_done_callback(self._landed)
        wait = min(look_again, due - now) if due else look_again
        return max(wait.total_seconds(), 0)

    async def _keep_quiet(self, db: AsyncSession, now: dt.datetime) -> None:
        """At night and on days off what can wait does, also what is tried again."""
        if not await quiet.something_can_wait(db, now=now):
            return
        until = self._times.next_sending(now, await office_days.read(db))
        if until > now:
            chosen = now - self._patience.late_after
            await quiet.put_off_until(db, now=now, until=until, chosen=chosen)
        if (morning := self._times.after_night(now)) > now:
            await quiet.let_sleep_until(db, now=now, until=morning)

    def _landed(self, task: asyncio.Task[None]) -> None:
        self._in_flight.discard(task)
        self._news.set()

    async def _handle(self, claimed: Claimed) -> None:
        outcome = await self._delivered(claimed)
        try:
            async with self._store.sessions() as db, db.begin():
                await self._mark(db, claimed, outcome)
        except SQLAlchemyError:
            # The claim ends by itself, and then the message is repeated.
            log.exception(
                "message %s was delivered or not (%s), but not marked", claimed.id, outcome
            )

    async def _delivered(self, claimed: Claimed) -> Outcome:
        message = Outgoing(
            id=claimed.id,
            kind=claimed.kind,
            person_id=claimed.person_id,
            account_id=claimed.account_id,
            slot=claimed.slot,
            words=claimed.words,
            buttons=claimed.buttons or (),
            late=self._clock() - claimed.planned_for > self._patience.late_after,
            waited=self._clock() - claimed.planned_for,
        )
        try:
            async with asyncio.timeout(self._patience.delivery.total_seconds()):
                return await self._deliver(message)
        except TimeoutError:
            return TryLater("timeout")
        except Exception as trouble:
            # Broad on purpose: one message's fault must not stop the others.
            log.exception("message %s could not be delivered", claimed.id)
            return TryLater(type(trouble).__name__)

    async def _mark(self, db: AsyncSession, claimed: Claimed, outcome: Outcome) -> None:
        now = self._clock()
        match outcome:
            case Sent(channel, confirmed):
                state = MessageState.CONFIRMED if confirmed else MessageState.SENT
                await messages.finish(db, claimed, state, channel=channel, sent_at=now)
            case NothingToSay():
                await messages.finish(db, claimed, MessageState.CANCELLED, reason=NOTHING_TO_SAY)
            case Unreachable(reason):
                failed = MessageState.FAILED
                await messages.finish(db, claimed, failed, reason=reason, failed_at=now)
            case TryLater(reason) if claimed.attempt >= self._patience.tries:
                given_up = MessageState.GIVEN_UP
                await messages.finish(db, claimed, given_up, reason=reason, failed_at=now)
            case TryLater(reason, after):
                wait = self._patience.wait_after(claimed.attempt) if after is None else after
                await messages.put_off(db, claimed, until=now + wait, reason=reason)
            case _:
                assert_never(outcome)
