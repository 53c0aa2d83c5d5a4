"""Photos and PDFs that visitors send: looked at from memory, written nowhere."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from datetime import timedelta

import httpx
import pytest
import pytest_asyncio
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import GetFile
from sqlmodel import select

from bot.channels.zalo.handing import Handing
from bot.web import received
from bot.web.received import MOST_AT_ONCE, MOST_BYTES, NoRoomError, Received, TooBigError
from storage.engine import Store
from storage.models import ChatFile, ChatLine, HandedFile
from tests.bot.web_office import PICTURE, Running, Visitor, running
from tests.hands import Hands

PHOTO = {"content-type": "image/png"}
PAPER = {"content-type": "application/pdf"}


@pytest_asyncio.fixture
async def web(sqlite_store: Store, hands: Hands) -> AsyncGenerator[Running]:
    async with running(sqlite_store, clock=hands) as it:
        yield it


@pytest_asyncio.fixture
async def visitor(web: Running) -> AsyncGenerator[Visitor]:
    async with web.visitor() as it:
        yield it


async def chunks(*parts: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        yield part


async def test_a_photo_reaches_whoever_answers_and_only_that_it_came_is_kept(
    visitor: Visitor, sqlite_store: Store
) -> None:
    async with visitor.page() as page, visitor.page() as second:
        sent = await visitor.http.post("/chat/file?ref=7", content=PICTURE, headers=PHOTO)
        assert sent.status_code == 204
        mine = await page.hear("line", ours=False)
        assert (mine["html"], mine["file"], mine["ref"]) == ("", None, "7")
        assert (await page.hear("line", ours=True))["html"] == f"ảnh: {len(PICTURE)}"
        await second.hear("line", ours=True)
    async with visitor.page() as page:
        assert await page.history() == ["", f"ảnh: {len(PICTURE)}"]
    async with sqlite_store.reading() as db:
        assert (await db.exec(select(ChatFile))).all() == []
        assert [line.html for line in await db.exec(select(ChatLine)) if not line.ours] == [""]


async def test_a_pdf_comes_as_a_document_with_its_name(visitor: Visitor) -> None:
    async with visitor.page() as page:
        content = b"%PDF-1.7"
        await visitor.http.post("/chat/file?name=đơn.pdf", content=content, headers=PAPER)
        assert (await page.hear("line", ours=True))["html"] == "tệp đơn.pdf: 8"


@pytest.mark.parametrize(
    ("content", "headers", "status"),
    [
        (b"x", {"content-type": "text/html"}, 415),
        (b"<svg/>", {"content-type": "image/svg+xml; charset=utf-8"}, 415),
        (b"x", {}, 415),
        (bytes(MOST_BYTES + 1), PHOTO, 413),
        (b"x", {**PHOTO, "origin": "http://evil.example"}, 403),
        (chunks(b"x"), PHOTO, 411),
    ],
    ids=["html", "svg", "unknown", "too big", "another site", "of unknown length"],
)
async def test_what_is_not_taken_is_not_answered(
    web: Running, visitor: Visitor, content: bytes, headers: dict[str, str], status: int
) -> None:
    sent = await visitor.http.post("/chat/file", content=content, headers=headers)
    assert sent.status_code == status
    assert web.office.addresses == []


async def test_without_a_cookie_nothing_is_taken(web: Running) -> None:
    nobody = web.visitor()
    sent = await nobody.http.post("/chat/file", content=PICTURE, headers=PHOTO)
    assert sent.status_code == 401
    await nobody.http.aclose()


async def test_while_others_send_much_one_is_asked_to_wait(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.web.received.MOST_AT_ONCE", len(PICTURE) - 1)
    sent = await visitor.http.post("/chat/file", content=PICTURE, headers=PHOTO)
    assert sent.status_code == 503


async def test_after_some_minutes_a_file_is_forgotten(web: Running, hands: Hands) -> None:
    webchat, bot = web.site.webchat, web.site.channel.bot
    number = await webchat.received.take(chunks(b"ab", b"c"), size=3)
    found = await bot.download(number)
    assert found
    assert found.read() == b"abc"

    hands.forward(minutes=5)

    with pytest.raises(TelegramBadRequest):
        await bot(GetFile(file_id=number))


async def test_more_than_was_said_is_not_held(hands: Hands) -> None:
    files = Received(hands)
    with pytest.raises(TooBigError):
        await files.take(chunks(b"ab", b"c"), size=2)
    with pytest.raises(TooBigError):
        await files.take(chunks(), size=MOST_BYTES + 1)


async def test_what_is_being_sent_takes_room_until_it_is_there_or_broken_off(hands: Hands) -> None:
    files, going_on = Received(hands), asyncio.Event()

    async def slow() -> AsyncIterator[bytes]:
        await going_on.wait()
        yield b"x"

    at_once = MOST_AT_ONCE // MOST_BYTES
    sending = [asyncio.ensure_future(files.take(slow(), size=MOST_BYTES)) for _ in range(at_once)]
    await asyncio.sleep(0)
    with pytest.raises(NoRoomError):
        await files.take(chunks(b"x"), size=1)
    sending.pop().cancel()
    going_on.set()
    await asyncio.gather(*sending)
    assert await files.take(chunks(b"x"), size=1)


@pytest.mark.parametrize(
    ("content_type", "kind"),
    [
        ("image/jpeg", "image/jpeg"),
        ("IMAGE/HEIC; x=y", "image/heic"),
        ("application/pdf", "application/pdf"),
        ("text/csv; charset=utf-8", "text/csv"),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",) * 2,
        ("application/vnd.ms-excel", None),
        ("image/svg+xml", None),
        ("video/mp4", None),
        ("", None),
    ],
)
def test_pictures_pdfs_and_sheets_are_taken(content_type: str, kind: str | None) -> None:
    assert received.kind_taken(content_type) == kind


async def test_a_link_to_a_file_opens_for_whoever_has_it_until_its_time_is_over(
    web: Running, sqlite_store: Store, hands: Hands
) -> None:
    """What a messenger does not take: no cookie is asked for, but nobody guesses the number."""
    handing = Handing(
        store=sqlite_store, clock=hands, page_url=web.url, lasts=timedelta(minutes=60)
    )
    link = await handing.hand("zalo_oa", 7, "sổ đến.xlsx", b"PK")
    assert link
    async with httpx.AsyncClient() as anybody:
        opened = await anybody.get(link)
        assert (opened.status_code, opened.content) == (200, b"PK")
        assert opened.headers["content-disposition"].startswith("attachment; filename*=utf-8''s")
        assert opened.headers["cache-control"] == "no-store"
        assert (await anybody.get(f"{link}x")).status_code == 404
        hands.forward(minutes=60)
        assert (await anybody.get(link)).status_code == 404


async def test_without_an_address_that_people_reach_there_is_no_link(
    sqlite_store: Store, hands: Hands
) -> None:
    handing = Handing(store=sqlite_store, clock=hands, page_url="", lasts=timedelta(minutes=60))
    words = await handing.words("zalo_oa", 7, "a.xlsx", b"PK")
    assert "chưa gửi được qua kênh này" in words
    async with sqlite_store.reading() as db:
        assert (await db.exec(select(HandedFile))).all() == []
