"""The web chat as a browser meets it: a real server on a free port, real sockets."""

import asyncio
from collections.abc import AsyncGenerator
from datetime import datetime

import httpx
import pytest
import pytest_asyncio
from aiogram.methods import (
    EditMessageReplyMarkup,
    EditMessageText,
    SendChatAction,
    SendMessage,
    SendPhoto,
    SetMyName,
)
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from bot.channels.session import UnsupportedError
from bot.web.frames import Typing
from bot.web.listener import serve
from bot.web.server import build_app
from bot.web.site import Site
from storage import accounts
from storage.engine import Store
from storage.models import Person
from storage.viewer import Role
from tests.bot.web_office import PERSONAS, PICTURE, Running, running

NONSENSE = (
    "{",
    "[]",
    "null",
    '{"text": 7}',
    '{"text": "\\ud800"}',
    '{"press": {"message": 1e99, "data": "x"}}',
    '{"press": {"message": 1, "data": "x"}, "text": "both"}',
    '{"text": "  "}',
    b"\x00\xff",
)


@pytest_asyncio.fixture
async def web(sqlite_store: Store) -> AsyncGenerator[Running]:
    async with running(sqlite_store) as it:
        yield it


@pytest_asyncio.fixture
async def demo(sqlite_store: Store) -> AsyncGenerator[Running]:
    async with sqlite_store.sessions() as db, db.begin():
        db.add(Person(id=1, name="Lý Thị Na", role=Role.CITIZEN))
        db.add(Person(id=2, name="Hoàng Văn Thái", role=Role.LEADER))
    async with running(sqlite_store, demo=True) as it:
        yield it


async def test_what_is_typed_is_shown_and_answered(web: Running) -> None:
    async with web.visitor() as visitor, visitor.page() as page:
        hello = await page.hear("hello")
        assert hello["office"] == "Văn phòng UBND tỉnh Thử Nghiệm"
        assert (hello["demo"], hello["persona"], hello["personas"]) == (False, None, [])
        assert await page.history() == []

        await page.send({"text": "a < b & c", "ref": "1"})

        mine = await page.hear("line", ours=False)
        assert (mine["html"], mine["ref"]) == ("a &lt; b &amp; c", "1")
        await page.hear("typing", on=True)
        assert (await page.hear("line", ours=True))["html"] == "<b>Trả lời</b> 9"
        await page.hear("typing", on=False)


async def test_a_reload_shows_what_was_said(web: Running) -> None:
    async with web.visitor() as visitor:
        async with visitor.page() as page:
            listed = await page.ask("danh sách")
        async with visitor.page() as page:
            hello = await page.hear("hello")
            lines = (await page.hear("history"))["lines"]

        assert [(line["ours"], line["html"]) for line in lines] == [
            (False, "danh sách"),
            (True, "Một, hai"),
        ]
        assert lines[1]["buttons"] == [[{"text": "Xem thêm", "data": "more", "url": ""}]]
        assert lines[1]["id"] == listed["id"]
        assert datetime.fromisoformat(lines[1]["at"]) == datetime.fromisoformat(listed["at"])

        async with visitor.page() as page:
            await page.ask("nữa")
        back = f"?chat={hello['chat']}&after={listed['id']}"
        async with visitor.page(back) as page:
            assert await page.history() == ["nữa", "<b>Trả lời</b> 3"]
        async with visitor.page(f"?chat=khac&after={listed['id']}") as page:
            assert len(await page.history()) == 4


async def test_all_pages_of_a_visitor_show_the_same(web: Running) -> None:
    async with web.visitor() as visitor, visitor.page() as one, visitor.page() as two:
        await two.hear("history")
        asked = await one.ask("danh sách")

        assert (await two.hear("line", ours=False))["html"] == "danh sách"
        assert await two.hear("line", ours=True) == asked

        await two.send({"press": {"message": asked["id"], "data": "more"}})

        assert (await two.hear("toast"))["text"] == "Đã nhận"
        edited = await one.hear("line", edited=True)
        assert (edited["id"], edited["html"], edited["buttons"]) == (asked["id"], "Đã xem", [])
        assert web.office.heard == ["danh sách", "more"]


async def test_what_is_said_while_no_page_is_open_waits_in_the_history(web: Running) -> None:
    async with web.visitor() as visitor:
        async with visitor.page() as page:
            await page.ask("chào")
        channel = web.site.channel
        method = SendMessage(chat_id=web.office.chat_ids[0], text="Nhắc việc 07:30")
        await web.office.say(channel, method)

        async with visitor.page() as page:
            assert (await page.history())[-1] == "Nhắc việc 07:30"


async def test_what_was_shown_but_not_yet_written_down_reaches_a_page_that_opens(
    web: Running,
) -> None:
    async with web.visitor() as visitor:
        async with visitor.page() as page:
            await page.ask("chào")
        method = SendMessage(chat_id=web.office.chat_ids[0], text="Vừa gửi xong")
        await web.site.channel.bot(method)

        async with visitor.page() as page:
            await page.hear("line", html="Vừa gửi xong")


async def test_older_lines_come_page_by_page(web: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.web.history.LINES_AT_ONCE", 2)
    monkeypatch.setattr("bot.web.history.MOST_MISSED", 3)
    async with web.visitor() as visitor:
        async with visitor.page() as page:
            for text in ("một", "hai", "ba"):
                await page.ask(text)
        async with visitor.page() as page:
            newest = await page.hear("history")
            assert [line["html"] for line in newest["lines"]] == ["ba", "<b>Trả lời</b> 2"]
            assert newest["more"]

            await page.send({"before": newest["lines"][0]["id"]})
            older = await page.hear("history", older=True)
            assert [line["html"] for line in older["lines"]] == ["hai", "<b>Trả lời</b> 3"]

            await page.send({"after": older["lines"][1]["id"]})
            missed = await page.hear("history")
            assert [line["html"] for line in missed["lines"]] == ["ba", "<b>Trả lời</b> 2"]
            assert not missed["reset"]

            await page.send({"after": 0})
            assert (await page.hear("history"))["reset"]


async def test_a_slow_page_is_told_that_it_missed_something(
    web: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.web.conversation.MOST_WAITING_FRAMES", 3)
    async with web.visitor() as visitor, visitor.page() as page:
        await page.ask("chào")
        for _ in range(4):  # nothing else runs meanwhile
            web.site.webchat.show(web.office.chat_ids[0], Typing(on=True))
        await page.hear("catch-up")


async def test_another_sites_page_is_refused(web: Running) -> None:
    async with web.visitor() as visitor:
        cookie = "; ".join(f"{k}={v}" for k, v in visitor.http.cookies.items())
        for origin in ("http://evil.example", f"http://{web.host}0", "null", "http://[", ""):
            headers = {"cookie": cookie} | ({"origin": origin} if origin else {})
            with pytest.raises(InvalidStatus) as refused:
                await connect(f"ws://{web.host}/chat/socket", additional_headers=headers)
            assert refused.value.response.status_code == 403
            answer = await visitor.http.post("/chat/visitor", headers={"origin": origin})
            assert answer.status_code == 403


async def test_a_demo_answers_only_under_a_local_name(demo: Running) -> None:
    rebound = {"host": "evil.example", "origin": "http://evil.example"}
    async with httpx.AsyncClient(base_url=demo.url) as http:
        assert (await http.post("/chat/visitor", headers=rebound)).status_code == 403


async def test_without_a_cookie_the_page_learns_why(web: Running) -> None:
    visitor = web.visitor()
    async with visitor.page() as page:
        with pytest.raises(ConnectionClosed) as closed:
            await page.socket.recv()
        assert closed.value.rcvd
        assert closed.value.rcvd.code == 4401
    await visitor.http.aclose()


async def test_the_cookie_stays_the_same_and_is_out_of_reach(web: Running) -> None:
    async with web.visitor() as visitor:
        first = dict(visitor.http.cookies)
        again = await visitor.http.post("/chat/visitor")
        assert dict(visitor.http.cookies) == first
        assert {"HttpOnly", "SameSite=strict"} <= set(again.headers["set-cookie"].split("; "))
        assert "Secure" not in again.headers["set-cookie"]


async def test_the_store_knows_only_a_hash_and_nothing_of_who_only_looks(
    web: Running, sqlite_store: Store
) -> None:
    async with web.visitor() as visitor, visitor.page() as page:
        await page.hear("history")
        (token,) = visitor.http.cookies.values()
        async with sqlite_store.reading() as db:
            assert await accounts.viewer_of(db, "web", web.site.webchat.next_id()) is None
        await page.ask("chào")
        async with sqlite_store.reading() as db:
            rows = await db.connection()
            (external,) = (await rows.exec_driver_sql("SELECT external_id FROM account")).scalars()
        assert token not in external
        assert len(external) == 64


async def test_nobody_sees_anothers_chat_or_files(web: Running) -> None:
    async with web.visitor() as owner, web.visitor() as other:
        async with owner.page() as page:
            picture = await page.ask("biểu đồ")
        file = picture["file"]
        assert (file["name"], file["mime"], file["size"]) == (
            "biểu đồ.png",
            "image/png",
            len(PICTURE),
        )
        assert picture["html"] == "Biểu đồ tuần"

        theirs = await owner.http.get(file["url"])
        assert theirs.content == PICTURE
        assert theirs.headers["content-disposition"].startswith("inline")
        assert (await other.http.get(file["url"])).status_code == 404
        async with httpx.AsyncClient(base_url=web.url) as nobody:
            assert (await nobody.get(file["url"])).status_code == 404
        async with other.page() as page:
            assert await page.history() == []
        async with owner.page() as page:
            assert (await page.hear("history"))["lines"][1]["file"] == file


async def test_a_document_is_saved_never_run(web: Running) -> None:
    async with web.visitor() as visitor, visitor.page() as page:
        file = (await page.ask("tệp"))["file"]
        answer = await visitor.http.get(file["url"])
        assert answer.headers["content-disposition"].startswith("attachment; filename*=utf-8''gi")
        assert answer.headers["x-content-type-options"] == "nosniff"


async def test_the_page_may_load_nothing_from_elsewhere(web: Running) -> None:
    async with web.visitor() as visitor:
        page = await visitor.http.get("/")
        assert page.status_code == 200
        policy = page.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy
        assert page.headers["x-frame-options"] == "DENY"
        assert (await visitor.http.get("/static/../server.py")).status_code == 404


async def test_what_is_no_frame_is_politely_passed_over(web: Running) -> None:
    async with web.visitor() as visitor, visitor.page() as page:
        for nonsense in NONSENSE:
            await page.socket.send(nonsense)
            assert (await page.hear("refused"))["why"] == "unreadable"
        assert (await page.ask("vẫn nghe"))["html"] == "<b>Trả lời</b> 8"
        assert web.office.heard == ["vẫn nghe"]


async def test_nul_is_left_out(web: Running) -> None:
    async with web.visitor() as visitor, visitor.page() as page:
        await page.ask("hồ\0 sơ")
        await page.send({"press": {"message": 1, "data": "a\0b"}})
        await page.hear("toast")
        assert web.office.heard == ["hồ sơ", "ab"]


async def test_a_hundred_kilobytes_are_answered(web: Running) -> None:
    async with web.visitor() as visitor, visitor.page() as page:
        answer = await page.ask("ủ" * 33_333)
        assert answer["html"] == "<b>Trả lời</b> 33333"


async def test_more_is_refused_in_a_kind_way(web: Running) -> None:
    async with web.visitor() as visitor, visitor.page() as page:
        await page.send({"text": "a" * 300_000})
        assert (await page.hear("refused"))["why"] == "too-long"
        with pytest.raises(ConnectionClosed) as closed:
            await page.socket.recv()
        assert closed.value.rcvd
        assert closed.value.rcvd.code == 1009


async def test_too_many_pages_of_one_visitor_wait(
    web: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.web.conversation.MOST_TABS", 1)
    async with web.visitor() as visitor, visitor.page() as first:
        await first.hear("history")
        async with visitor.page() as second:
            with pytest.raises(ConnectionClosed):
                await second.socket.recv()
        await first.ask("chào")


async def test_a_forged_press_is_passed_on_to_where_presses_are_checked(web: Running) -> None:
    async with web.visitor() as visitor, visitor.page() as page:
        await page.send({"press": {"message": 12345, "data": "forged"}})
        await page.hear("typing", on=False)
        assert web.office.heard == ["forged"]


async def test_each_persona_of_a_demo_has_a_history_of_its_own(
    demo: Running, sqlite_store: Store
) -> None:
    async with demo.visitor() as visitor:
        async with visitor.page() as page:
            hello = await page.hear("hello")
            assert (hello["demo"], hello["persona"], hello["role"]) == (True, "citizen", "citizen")
            assert [choice["key"] for choice in hello["personas"]] == [*PERSONAS]
            await page.ask("hồ sơ của tôi")

            await page.send({"be": "chanh-van-phong"})
            other = await page.hear("hello")
            assert other["persona"] == "chanh-van-phong"
            assert other["chat"] != hello["chat"]
            assert await page.history() == []
            await page.ask("biểu đồ")

            await page.send({"be": "khong-co"})
            assert (await page.hear("refused"))["why"] == "unknown-persona"

        async with visitor.page("?as=chanh-van-phong") as page:
            assert (await page.hear("hello"))["role"] == "leader"
            picture = (await page.hear("history"))["lines"][1]
            assert (await visitor.http.get(picture["file"]["url"])).status_code == 200
    citizen, chief = demo.office.chat_ids
    async with sqlite_store.reading() as db:
        whose = [await accounts.viewer_of(db, "web", chat) for chat in (citizen, chief)]
    assert [known and known.viewer.person_id for known in whose] == [1, 2]


async def test_outside_a_demo_there_is_nobody_to_become(web: Running) -> None:
    async with web.visitor() as visitor, visitor.page("?as=chanh-van-phong") as page:
        assert (await page.hear("hello"))["persona"] is None
        await page.send({"be": "chanh-van-phong"})
        assert (await page.hear("refused"))["why"] == "unknown-persona"
    with pytest.raises(ValueError, match="only a demonstration"):
        Site(**{**vars(web.site), "personas": PERSONAS})


async def test_methods_it_cannot_show_are_told_to_the_caller(web: Running) -> None:
    bot = web.site.channel.bot
    assert await bot(SendChatAction(chat_id=1, action="typing"))
    with pytest.raises(UnsupportedError):
        await bot(SetMyName(name="x"))
    with pytest.raises(UnsupportedError):
        await bot(SendPhoto(chat_id=1, photo="an-id"))


async def test_buttons_can_be_taken_away_and_words_stay(web: Running) -> None:
    async with web.visitor() as visitor:
        async with visitor.page() as page:
            listed = await page.ask("danh sách")
            bare = EditMessageReplyMarkup(
                chat_id=web.office.chat_ids[0], message_id=listed["id"], reply_markup=None
            )
            await web.office.say(web.site.channel, bare)
            assert await page.hear("buttons") == {
                "kind": "buttons",
                "id": listed["id"],
                "buttons": [],
            }
        async with visitor.page() as page:
            line = (await page.hear("history"))["lines"][1]
            assert (line["html"], line["buttons"], line["edited"]) == ("Một, hai", [], True)
    with pytest.raises(UnsupportedError):
        await web.site.channel.bot(EditMessageText(text="x", inline_message_id="1"))


async def test_text_that_is_not_html_is_escaped(web: Running) -> None:
    async with web.visitor() as visitor, visitor.page() as page:
        await page.ask("chào")
        plain = SendMessage(chat_id=web.office.chat_ids[0], text="1 < 2", parse_mode=None)
        await web.site.channel.bot(plain)
        await page.hear("line", html="1 &lt; 2")


async def test_health_tells_whether_the_store_answers(web: Running, sqlite_store: Store) -> None:
    async with web.visitor() as visitor:
        assert (await visitor.http.get("/health")).json() == {"store": "ok"}
        assert sqlite_store.file
        async with sqlite_store.sessions() as db, db.begin():
            await (await db.connection()).exec_driver_sql("DROP TABLE storemark")
        sick = await visitor.http.get("/health")
        assert (sick.status_code, sick.json()) == (503, {"store": "unreachable"})


async def test_stopping_closes_the_pages_and_finishes_what_is_in_flight(
    sqlite_store: Store,
) -> None:
    async with running(sqlite_store) as web, web.visitor() as visitor, visitor.page() as page:
        going_on = web.office.hold_back = asyncio.Event()
        await page.send({"text": "chào"})
        await page.hear("typing")

        web.stopping.set()

        with pytest.raises(ConnectionClosed) as closed:
            await page.hear("nothing more")
        assert closed.value.rcvd
        assert closed.value.rcvd.code == 1012
        going_on.set()

    cookies = visitor.http.cookies
    async with running(sqlite_store) as web, web.visitor(cookies) as same, same.page() as page:
        assert await page.history() == ["chào", "<b>Trả lời</b> 4"]


async def test_an_address_in_use_is_an_error_of_the_caller(web: Running) -> None:
    port = int(web.url.rpartition(":")[2])
    with pytest.raises(OSError, match="in use"):
        await serve(
            build_app(web.site),
            host="127.0.0.1",
            port=port,
            listening=lambda _url: None,
            stopping=asyncio.Event(),
        )


async def test_cancelled_it_closes_as_if_stopped(web: Running) -> None:
    ready: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    async with asyncio.TaskGroup() as group:
        serving = group.create_task(
            serve(
                build_app(web.site),
                host="127.0.0.1",
                port=0,
                listening=ready.set_result,
                stopping=asyncio.Event(),
            )
        )
        address = await ready
        serving.cancel()
    async with httpx.AsyncClient(base_url=address) as http:
        with pytest.raises(httpx.ConnectError):
            await http.get("/health")
