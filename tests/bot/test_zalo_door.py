"""Zalo brings events to our door, and so might somebody else."""

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel import select

from bot.channels.zalo import updates
from bot.channels.zalo.signature import HEADER, Signature
from bot.web.webhook import MOST_BYTES
from bot.web.zalo import OaDoor, Storing
from storage.engine import Store
from storage.models import InboundUpdate
from tests.bot.fake_zalo_oa import APP, FIRST, OA, OA_SECRET, SECRET, event, fake_oa, signed
from tests.bot.on_zalo import OFFICE_SECRET, USER
from tests.bot.test_app import running, settings_of
from tests.hands import MONDAY, Hands

NOW = int(MONDAY.timestamp() * 1000)


class Door:
    """The door alone, with somebody behind it who takes what comes in, perhaps slowly."""

    def __init__(self, *, slow: float = 0.0) -> None:
        self.taken: list[Any] = []
        self.pinned: list[str] = []
        self.slow = slow
        self.storing = Storing(self.take)
        self.app = FastAPI()
        door = OaDoor(
            signature=Signature.of(app_id=APP, oa_id=OA, app_secret=SECRET, oa_secret=OA_SECRET),
            store=self.storing,
            clock=Hands(MONDAY),
            read=partial(updates.update_of, bot_id=104),
            pinned=self.way,
            pin=self.pin,
            within=0.2,
        )
        self.app.add_api_route("/zalo", door.receive, methods=["POST"])

    async def take(self, brought: Sequence[dict[str, Any]]) -> None:
        await asyncio.sleep(self.slow)
        self.taken += brought

    async def way(self) -> str | None:
        return self.pinned[0] if self.pinned else None

    async def pin(self, way: str) -> None:
        self.pinned.append(way)

    async def knock(self, body: bytes, signature: str = "") -> int:
        transport = httpx.ASGITransport(self.app)
        async with httpx.AsyncClient(transport=transport, base_url="http://office") as caller:
            answer = await caller.post("/zalo", content=body, headers={HEADER: signature})
            return answer.status_code

    async def __aenter__(self) -> "Door":
        self.group = asyncio.TaskGroup()
        await self.group.__aenter__()
        self.working = self.group.create_task(self.storing.work())
        return self

    async def __aexit__(self, *_: object) -> None:
        self.working.cancel()
        await self.group.__aexit__(None, None, None)


@pytest.mark.parametrize("first", [APP, OA])
@pytest.mark.parametrize("secret", [OA_SECRET, SECRET])
async def test_each_way_of_signing_is_tried_and_the_one_that_fits_is_pinned(
    first: str, secret: str
) -> None:
    async with Door() as door:
        body, mac = signed(
            event("user_send_text", USER, at=NOW, text="a"), first=first, secret=secret
        )
        assert await door.knock(body, mac) == 200
        assert len(door.taken) == 1
        others = {(one, two) for one in (APP, OA) for two in (SECRET, OA_SECRET)} - {
            (first, secret)
        }
        for one, two in others:
            body, mac = signed(
                event("user_send_text", USER, at=NOW, text="b"), first=one, secret=two
            )
            assert await door.knock(body, mac) == 200
        assert (len(door.taken), len(door.pinned)) == (1, 1)


async def test_the_unsigned_test_call_hears_200_and_leaves_nothing() -> None:
    async with Door() as door:
        assert await door.knock(b"{}") == 200
        body, mac = signed(event("user_send_text", USER, at=NOW, text="a"))
        assert await door.knock(body + b" ", mac) == 200
        assert await door.knock(b"[" * 100_000) == 200
        assert await door.knock(b" " * (MOST_BYTES + 1)) == 413
        assert (door.taken, door.pinned) == ([], [])


async def test_an_event_of_the_day_before_yesterday_is_dropped_one_of_an_hour_ago_is_not() -> None:
    async with Door() as door:
        for hours, taken in ((25, 0), (1, 1)):
            at = NOW - hours * 3_600_000
            assert await door.knock(*signed(event("user_send_text", USER, at=at, text="a"))) == 200
            assert len(door.taken) == taken


async def test_a_slow_store_is_told_of_in_time_and_what_it_stored_is_not_lost() -> None:
    async with Door(slow=0.5) as door:
        body, mac = signed(event("user_send_text", USER, at=NOW, text="a"))
        assert await door.knock(body, mac) == 503
        await asyncio.sleep(0.6)
        assert len(door.taken) == 1


async def test_brought_five_times_an_event_is_answered_once_by_the_program(
    sqlite_store: Store, hands: Hands
) -> None:
    async with fake_oa() as fake:
        settings = settings_of(
            sqlite_store,
            secret=OFFICE_SECRET,
            zalo_app_id=APP,
            zalo_oa_id=OA,
            zalo_app_secret=SECRET,
            zalo_oa_secret=OA_SECRET,
            zalo_oa_refresh_token=FIRST,
            zalo_api_url=fake.url,
            zalo_oauth_url=fake.url,
        )
        at = int(hands.now.timestamp() * 1000)
        async with running(settings, hands) as address, httpx.AsyncClient() as caller:

            async def bring(number: int) -> int:
                said = event("user_send_text", USER, at=at, text="trợ giúp")
                said["message"]["msg_id"] = f"the {number}"
                body, mac = signed(said)
                to: dict[str, Any] = {"content": body, "headers": {HEADER: mac}}
                while (  # noqa: ASYNC110 - it can only be asked
                    answer := await caller.post(f"{address}/zalo", **to)
                ).status_code == 503:
                    await asyncio.sleep(0.1)  # a busy machine: Zalo waits for half a minute
                return answer.status_code

            answers = [await bring(1) for _ in range(2)]
            answers += await asyncio.gather(*(bring(1) for _ in range(3)), bring(2))
            assert set(answers) == {200}
            await fake.until(lambda: len(fake.said) == 2)
        assert len(fake.said) == 2
        async with running(settings, hands) as address, httpx.AsyncClient() as caller:
            assert await bring(1) == 200
        assert len(fake.said) == 2
    async with sqlite_store.reading() as db:
        kept = (await db.exec(select(InboundUpdate))).all()
    assert [one.body for one in kept] == [None, None]
