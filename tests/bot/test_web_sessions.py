"""A session on the page: whose it is, how it ends, and that nothing of it is left.

The real pipeline answers, over a real server; the test moves the clock.
"""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
import pytest_asyncio
from aiogram.types import BufferedInputFile
from sqlmodel import select
from websockets.exceptions import ConnectionClosed

from bot.pipeline import Pipeline
from bot.web import sessions
from storage import links
from storage.engine import Store
from storage.link_codes import HIDDEN
from storage.link_rules import LinkRules
from storage.models import Account, AuditEntry, ChatFile, ChatLine, Message, Person
from storage.seals import Seal
from storage.viewer import Role
from tests.bot.web_office import PICTURE, Page, Running, Visitor, running
from tests.hands import MONDAY, Hands

WHO = {"name": "Trần Thị Hòa", "title": "Chuyên viên"}
EXAMPLES = "xin chào"


@dataclass
class Desk:
    """A page of an office, and what a test does behind its back."""

    web: Running
    store: Store
    hands: Hands

    @property
    def chat_id(self) -> int:
        """The one chat whose page is open."""
        (chat_id,) = self.web.site.whose
        return chat_id

    async def code(self, person_id: int = 1) -> str:
        """A code for somebody of the office."""
        async with self.store.sessions() as db, db.begin():
            return await links.make_code(
                db, person_id, seal=Seal(), rules=LinkRules(), now=self.hands()
            )

    async def sign_in(self, page: Page, person_id: int = 1) -> dict[str, Any]:
        """Somebody types their code; gives what the page is told of them."""
        await page.send({"text": await self.code(person_id)})
        return await page.hear("hello", role="officer")

    async def end_elsewhere(self, chat_id: int) -> None:
        """As another channel does, or a command in another process."""
        known = await sessions.known(self.web.site, chat_id)
        assert known
        async with self.store.sessions() as db, db.begin():
            await links.end(db, [known.account_id], now=self.hands())

    async def kept(self, table: type[Any]) -> list[Any]:
        """All rows."""
        async with self.store.reading() as db:
            return list((await db.exec(select(table))).all())


@pytest_asyncio.fixture
async def desk(sqlite_store: Store, pipeline: Pipeline, hands: Hands) -> AsyncGenerator[Desk]:
    async with sqlite_store.sessions() as db, db.begin():
        db.add(Person(id=1, role=Role.OFFICER, name=WHO["name"], title=WHO["title"]))
    async with running(sqlite_store, clock=hands, receive=pipeline.receive) as web:
        yield Desk(web, sqlite_store, hands)


@pytest_asyncio.fixture
async def visitor(desk: Desk) -> AsyncGenerator[Visitor]:
    async with desk.web.visitor() as it:
        yield it


async def closed(page: Page) -> int:
    """The code with which the server ends a socket."""
    with pytest.raises(ConnectionClosed) as closing:
        await page.hear("nothing more")
    assert closing.value.rcvd
    return closing.value.rcvd.code


async def test_the_page_shows_whose_it_is_from_the_moment_it_is_linked(
    desk: Desk, visitor: Visitor
) -> None:
    async with visitor.page() as page, visitor.page() as second:
        hello = await page.hear("hello")
        assert (hello["who"], hello["role"]) == (None, "citizen")
        await second.hear("hello", who=None)
        for shown in (await desk.sign_in(page), await second.hear("hello")):
            assert (shown["who"], shown["role"]) == (WHO, "officer")
            assert shown["chat"] == hello["chat"]
    async with visitor.page() as page:
        assert (await page.hear("hello"))["who"] == WHO


async def test_signing_out_empties_all_pages_and_makes_the_cookie_worthless(
    desk: Desk, visitor: Visitor
) -> None:
    async with visitor.page() as second, visitor.page() as page:
        await desk.sign_in(page)
        chat_id, old = desk.chat_id, httpx.Cookies(visitor.http.cookies)

        await page.send({"leave": True})

        told = await page.hear("over")
        assert (told["why"], told["wait"]) == ("left", 0)
        assert (await second.hear("over"))["wait"] > 0
        assert (await closed(page), await closed(second)) == (4403, 4403)

    assert await desk.kept(ChatLine) == []
    assert (await desk.kept(AuditEntry))[-1].act == "account.ended"
    known = await sessions.known(desk.web.site, chat_id)
    assert known
    assert not known.viewer.is_staff

    again = await visitor.http.post("/chat/visitor")
    assert again.json()["why"] == "ended"
    assert dict(visitor.http.cookies) != dict(old)
    async with visitor.page() as page:
        assert (await page.hear("hello"))["who"] is None
        assert await page.history() == []
    assert (await visitor.http.post("/chat/visitor")).status_code == 204

    async with desk.web.visitor(old) as thief:
        assert dict(thief.http.cookies) != dict(old)
        thief.http.cookies = old
        async with thief.page() as page:
            assert (await page.hear("over"))["why"] == "ended"
            assert await closed(page) == 4403


async def test_the_persons_other_channels_hear_of_it_when_they_sign_out_but_not_of_a_night(
    desk: Desk, visitor: Visitor
) -> None:
    async with desk.store.sessions() as db, db.begin():
        db.add(Account(channel="telegram", external_id="9", chat_id=9, person_id=1, since=MONDAY))
    for ended_by in ("signing out", "the night"):
        async with visitor.page() as page:
            await desk.sign_in(page)
            if ended_by == "signing out":
                await page.send({"leave": True})
            else:
                desk.hands.forward(hours=8)
                await page.send({"text": EXAMPLES})
            await page.hear("over")
        await visitor.http.post("/chat/visitor")
    news = [one.words.split(":")[0] for one in await desk.kept(Message)]
    linked, ended = (
        "Một tài khoản mới vừa được liên kết với đồng chí",
        "Một tài khoản của đồng chí vừa kết thúc liên kết",
    )
    assert news == [linked, ended, linked]


@pytest.mark.parametrize("words", ["/thoat", "đăng xuất"])
async def test_words_sign_out_as_well(desk: Desk, visitor: Visitor, words: str) -> None:
    async with visitor.page() as page:
        await desk.sign_in(page)
        await page.hear("typing", on=False)
        await page.send({"text": words})
        if not words.startswith("/"):
            line = await page.hear("line", ours=True)
            data = line["buttons"][0][0]["data"]
            await page.send({"press": {"message": line["id"], "data": data}})
        assert (await page.hear("over"))["why"] == "left"


async def test_a_code_is_neither_shown_nor_kept(desk: Desk, visitor: Visitor) -> None:
    async with visitor.page() as page, visitor.page() as second:
        await desk.sign_in(page)
        assert (await second.hear("line", ours=False))["html"] == HIDDEN
        await page.hear("typing", on=False)
    assert [one.html for one in await desk.kept(ChatLine) if not one.ours] == [HIDDEN]


async def test_whoever_is_not_signed_in_cannot_sign_out(desk: Desk, visitor: Visitor) -> None:
    async with visitor.page() as page:
        await page.ask(EXAMPLES)
        await page.send({"leave": True})
        assert (await page.hear("refused"))["why"] == "signed-out"
        await page.ask(EXAMPLES)


async def test_after_eight_hours_without_use_no_word_is_answered(
    desk: Desk, visitor: Visitor
) -> None:
    async with visitor.page() as page:
        await desk.sign_in(page)
        desk.hands.forward(hours=7, minutes=50)
        await page.ask(EXAMPLES)
        desk.hands.forward(hours=7, minutes=50)
        answered = await page.ask(EXAMPLES)  # used meanwhile, so it lasts

        desk.hands.forward(hours=8)
        await page.send({"text": "văn bản quá hạn"})

        told = await page.hear("over")
        assert (told["why"], told["hours"]) == ("idle", 8)
    assert answered["html"]
    assert await desk.kept(ChatLine) == []
    assert (await desk.kept(AuditEntry))[-1].detail == "idle"


async def test_a_press_does_not_wake_it_either(desk: Desk, visitor: Visitor) -> None:
    async with visitor.page() as page:
        await desk.sign_in(page)
        line = await page.ask("trợ giúp")
        data = line["buttons"][0][0]["data"]
        desk.hands.forward(hours=8)
        await page.send({"press": {"message": line["id"], "data": data}})
        assert (await page.hear("over"))["why"] == "idle"


async def test_a_page_opened_after_the_night_learns_that_it_is_over(
    desk: Desk, visitor: Visitor
) -> None:
    async with visitor.page() as page:
        await desk.sign_in(page)
    desk.hands.forward(hours=14)
    async with visitor.page() as page:  # a socket that comes back by itself
        assert (await page.hear("over"))["why"] == "idle"
    told = await visitor.http.post("/chat/visitor")
    assert (told.json()["why"], told.json()["hours"]) == ("ended", 8)
    async with visitor.page() as page:
        assert (await page.hear("hello"))["who"] is None


async def test_opening_the_page_again_and_again_is_no_use_of_it(
    desk: Desk, visitor: Visitor
) -> None:
    async with visitor.page() as page:
        await desk.sign_in(page)
    for _ in range(2):
        desk.hands.forward(hours=3)
        assert (await visitor.http.post("/chat/visitor")).status_code == 204
    desk.hands.forward(hours=3)
    assert (await visitor.http.post("/chat/visitor")).json()["why"] == "idle"


async def test_files_die_with_the_session(desk: Desk, visitor: Visitor) -> None:
    async with visitor.page() as page:
        await desk.sign_in(page)
        chart = BufferedInputFile(PICTURE, "biểu đồ.png")
        await desk.web.site.channel.bot.send_photo(desk.chat_id, chart)
        url = (await page.hear("line", html=""))["file"]["url"]
        given = await visitor.http.get(url)
        assert (given.status_code, given.headers["cache-control"]) == (200, "no-store")

        desk.hands.forward(hours=8)

        assert (await visitor.http.get(url)).status_code == 404
        assert (await page.hear("over"))["why"] == "idle"
    assert await desk.kept(ChatFile) == []


async def test_what_is_ended_elsewhere_is_noticed_by_a_look(desk: Desk, visitor: Visitor) -> None:
    async with visitor.page() as page:
        await desk.sign_in(page)
        await sessions.look(desk.web.site)
        assert desk.web.site.whose == {desk.chat_id: 1}

        await desk.end_elsewhere(desk.chat_id)
        await sessions.look(desk.web.site)

        assert (await page.hear("over"))["why"] == "ended"
        assert desk.web.site.whose == {}


async def test_before_that_look_nothing_of_it_is_answered_or_opens(
    desk: Desk, visitor: Visitor
) -> None:
    async with visitor.page() as page:
        await desk.sign_in(page)
        line = await page.ask("trợ giúp")
        await desk.end_elsewhere(desk.chat_id)
        press = {"message": line["id"], "data": line["buttons"][0][0]["data"]}
        await page.send({"press": press})
        assert (await page.hear("over"))["why"] == "ended"
    assert await desk.kept(ChatLine) == []


async def test_a_look_ends_what_was_not_used_though_no_page_is_open(
    desk: Desk, visitor: Visitor
) -> None:
    async with visitor.page() as page:
        await desk.sign_in(page)
    desk.hands.forward(hours=8)
    await sessions.look(desk.web.site)
    assert await desk.kept(ChatLine) == []
    assert (await desk.kept(AuditEntry))[-1].detail == "idle"


async def test_the_watch_looks_until_it_is_told_to_stop(desk: Desk, visitor: Visitor) -> None:
    stopping = asyncio.Event()
    async with visitor.page() as page:
        await desk.sign_in(page)
        await desk.end_elsewhere(desk.chat_id)
        async with asyncio.TaskGroup() as group:
            group.create_task(sessions.watch(desk.web.site, stopping))
            assert (await page.hear("over"))["why"] == "ended"
            stopping.set()


async def test_another_person_on_the_same_page_sees_nothing_of_the_one_before(
    desk: Desk, visitor: Visitor
) -> None:
    async with desk.store.sessions() as db, db.begin():
        db.add(Person(id=2, name="Lê Văn Bình", role=Role.OFFICER))
    async with visitor.page() as page:
        await desk.sign_in(page)
        await page.ask("trợ giúp")
        assert (await desk.sign_in(page, 2))["who"]["name"] == "Lê Văn Bình"
        told = await page.hear("history", reset=True)
        assert [line["html"] for line in told["lines"] if not line["ours"]] == [HIDDEN]


async def test_a_visitor_may_ask_for_another_cookie(desk: Desk, visitor: Visitor) -> None:
    first = dict(visitor.http.cookies)
    await visitor.http.post("/chat/visitor?anew=true")
    assert dict(visitor.http.cookies) != first
