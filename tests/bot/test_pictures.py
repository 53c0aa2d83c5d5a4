"""Photos: the code on a receipt is read, an identity card is not, and nothing of either is kept."""

import asyncio
import logging
from io import BytesIO
from typing import Any

import pytest
import zxingcpp
from aiogram.types import Update
from PIL import Image
from sqlmodel import SQLModel

from bot import pictures
from bot.channels import Channel, telegram, webchat
from bot.channels.webchat import WebChat
from bot.pipeline import Pipeline
from handlers.pictures import Picture
from storage.engine import Store
from tests import cast
from tests import office as make
from tests.bot.fake_telegram import TOKEN, fake_telegram, sent_in
from tests.camera import BARS, QR, photo, printed
from tests.hands import Hands

CODE = "H37.12-261116-0001"
CARD = "001203004567|123450987|Quách Thị Ví Dụ|01011990|Nữ|Thôn Ví Dụ 7|01012022"
PUBLIC = f"<b>Hồ sơ {CODE}</b>\nHồ sơ đang được giải quyết tại Trung tâm Phục vụ hành chính công."
NO_CODE = "Trợ lý chưa đọc được mã hồ sơ nào trong ảnh; ảnh không được lưu lại."
DELETE_IT = "Mời Anh/Chị xóa ảnh khỏi cuộc trò chuyện này."


@pytest.fixture
async def office(cast_office: Store) -> Store:
    async with cast_office.sessions() as db, db.begin():
        await cast.add_dossier(db, 1, phone="0678")
    return cast_office


class Page:
    """Somebody who sends photos on the office's own page, with the real channel and pipeline."""

    def __init__(self, store: Store, hands: Hands, pipeline: Pipeline) -> None:
        self.channel = webchat.open_webchat(store, hands)
        self.pipeline = pipeline
        self.store = store
        self.chat_id = 0

    async def sends(self, content: bytes, *, kind: str = "photo", **more: Any) -> str:
        """The reply to a file with these bytes."""
        if not self.chat_id:
            async with self.store.sessions() as db, db.begin():
                account = await make.account(db, channel=webchat.NAME)
                self.chat_id = account.chat_id
        session = self.channel.bot.session
        assert isinstance(session, WebChat)

        async def chunks() -> Any:
            yield content

        number = await session.received.take(chunks(), size=len(content))
        facts = {"file_id": number, "file_unique_id": number, **more.pop("facts", {})}
        file: Any = [{**facts, "width": 0, "height": 0}] if kind == "photo" else facts
        update = session.incoming(self.channel.bot, self.chat_id, **{kind: file}, **more)
        await self.pipeline.receive(self.channel, update)
        return await self.newest()

    async def buttons(self) -> list[list[dict[str, str]]]:
        """Those under the newest answer."""
        async with self.store.reading() as db:
            lines = SQLModel.metadata.tables["chatline"]
            found = lines.select().where(lines.c.ours).order_by(lines.c.id.desc()).limit(1)
            return list((await (await db.connection()).execute(found)).one().buttons)

    async def presses(self, data: str) -> str:
        """The answer to a button of the newest answer."""
        session = self.channel.bot.session
        assert isinstance(session, WebChat)
        async with self.store.reading() as db:
            lines = SQLModel.metadata.tables["chatline"]
            found = lines.select().where(lines.c.ours).order_by(lines.c.id.desc()).limit(1)
            shown = (await (await db.connection()).execute(found)).one().message_id
        update = session.press(self.channel.bot, self.chat_id, shown, data)
        await self.pipeline.receive(self.channel, update)
        return await self.newest()

    async def newest(self) -> str:
        async with self.store.reading() as db:
            lines = SQLModel.metadata.tables["chatline"]
            found = lines.select().where(lines.c.ours).order_by(lines.c.id.desc()).limit(1)
            return str((await (await db.connection()).execute(found)).one().html)


@pytest.fixture
def page(office: Store, hands: Hands, pipeline: Pipeline) -> Page:
    return Page(office, hands, pipeline)


async def everything_kept(store: Store) -> str:
    """All rows of all tables, as text."""
    async with store.reading() as db:
        connection = await db.connection()
        return "\n".join(
            [
                repr(row)
                for table in SQLModel.metadata.sorted_tables
                for row in await connection.execute(table.select())
            ]
        )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (CODE, QR),
        (CODE, BARS),
        (f"https://dichvucong.example.gov.vn/tra-cuu?ma={CODE}&t=1", QR),
        (f"Mã hồ sơ: {CODE}; ngày hẹn: 27/11/2026", QR),
        ("https://t.me/TroLyVanPhongBot?start=d_H37_12-261116-0001", QR),
        ("https://troly.example.gov.vn/#hoi=H37.12-261116-0001", QR),
    ],
    ids=["QR", "bar code", "an address", "a sentence", "our bot", "our page"],
)
async def test_the_code_on_a_receipt_is_answered_as_if_it_had_been_typed(
    page: Page, text: str, kind: zxingcpp.BarcodeFormat
) -> None:
    assert (await page.sends(photo(printed(text, kind)))).startswith(PUBLIC)


@pytest.mark.parametrize(
    "content",
    [
        photo(printed(CODE), turned=33),
        photo(printed(CODE), turned=180),
        photo(printed(CODE, BARS), turned=45),
        photo(printed(CODE, BARS), turned=200),
        photo(printed(CODE), light=0.12),
        photo(printed(CODE, scale=2), turned=4, blur=0.5),
        photo(printed(CODE, scale=3), turned=4, blur=1.5),
        photo(printed(CODE, BARS), blur=2),
    ],
    ids=["turned", "upside down", "bars askew", "bars down", "dim", "small", "unsteady", "bars"],
)
async def test_a_photo_that_is_not_a_good_one_is_read_all_the_same(
    page: Page, content: bytes
) -> None:
    assert (await page.sends(content)).startswith(PUBLIC)


async def test_a_blurred_photo_is_asked_for_again_and_how_to_take_it_is_said(page: Page) -> None:
    told = await page.sends(photo(printed(CODE), blur=6))
    assert told.startswith(NO_CODE)
    assert "chụp thẳng, đủ sáng, sát vào mã QR hoặc mã vạch trên giấy hẹn" in told


async def test_of_several_codes_on_one_photo_its_sender_chooses(page: Page, office: Store) -> None:
    async with office.sessions() as db, db.begin():
        await cast.add_dossier(db, 2, phone="0678")
    other = "H37.12-261116-0002"
    told = await page.sends(photo(printed(CODE), printed(other)), caption="4 số cuối 0678")
    assert told.startswith("Trong ảnh có nhiều mã hồ sơ; ảnh không được lưu lại.")
    assert "0678" not in await everything_kept(page.store)
    [chosen] = [one for row in await page.buttons() for one in row if one["text"] == other]
    assert f"<b>Hồ sơ {other}</b>" in await page.presses(chosen["data"])


async def test_the_same_code_twice_on_a_receipt_is_one(page: Page) -> None:
    assert (await page.sends(photo(printed(CODE), printed(CODE, BARS, scale=2)))).startswith(PUBLIC)


async def test_an_address_in_a_code_is_never_followed(page: Page) -> None:
    met = []

    async def visited(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        met.append(await reader.read(100))
        writer.close()

    server = await asyncio.start_server(visited, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        for path in ("", f"tra-cuu?ma={CODE}"):
            await page.sends(photo(printed(f"http://127.0.0.1:{port}/{path}")))
        await asyncio.sleep(0.05)
    assert met == []


async def test_digits_under_the_photo_open_it_to_its_owner_and_are_not_kept(page: Page) -> None:
    told = await page.sends(photo(printed(CODE)), caption="4 số cuối 0678 ạ")
    assert "Hưởng trợ cấp xã hội hằng tháng" in told
    assert "0678" not in await everything_kept(page.store)


async def test_a_picture_sent_as_a_file_is_read_too(page: Page) -> None:
    content = BytesIO()
    printed(CODE).save(content, "PNG")
    told = await page.sends(
        content.getvalue(), kind="document", facts={"mime_type": "image/png", "file_name": "a"}
    )
    assert told.startswith(PUBLIC)


@pytest.mark.parametrize("beside", [(), (CODE,)], ids=["alone", "beside a receipt"])
async def test_of_an_identity_card_nothing_is_read_on_or_kept_and_it_should_be_deleted(
    page: Page, caplog: pytest.LogCaptureFixture, beside: tuple[str, ...]
) -> None:
    caplog.set_level(logging.DEBUG)
    content = photo(printed(CARD), *map(printed, beside))
    told = await page.sends(content, caption="CCCD của tôi 001203004567")
    assert DELETE_IT in told
    kept = caplog.text + await everything_kept(page.store)
    assert [part for part in CARD.split("|") if len(part) > 2 and part in kept] == []
    assert DELETE_IT in kept  # what was answered is there
    assert "JFIF" not in kept


async def test_a_photo_without_a_code_is_asked_for_again_kindly(page: Page) -> None:
    for content in (photo(), photo(printed("https://example.com")), b"no picture", b""):
        assert (await page.sends(content)).startswith(NO_CODE)


async def test_a_picture_with_too_many_points_is_not_unpacked(page: Page) -> None:
    content = BytesIO()
    Image.new("1", (8000, 8000)).save(content, "PNG")
    assert len(content.getvalue()) < 100_000
    assert (await page.sends(content.getvalue())).startswith("Ảnh này quá lớn")


async def test_no_more_is_fetched_than_may_be_held(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "MOST_BYTES", 1000)
    assert (await page.sends(photo(printed(CODE)))).startswith("Ảnh này quá lớn")


async def test_a_photo_that_cannot_be_fetched_is_asked_for_again(page: Page, hands: Hands) -> None:
    await page.sends(b"")
    session = page.channel.bot.session
    assert isinstance(session, WebChat)
    gone: Any = [{"file_id": "gone", "file_unique_id": "gone", "width": 0, "height": 0}]
    update = session.incoming(page.channel.bot, page.chat_id, photo=gone)
    await page.pipeline.receive(page.channel, update)
    assert (await page.newest()).startswith("Trợ lý chưa tải được ảnh")


async def test_english_for_those_who_speak_it(page: Page) -> None:
    await page.sends(photo(), caption="what is this document")
    told = await page.sends(photo(printed(CODE)), caption="where is my dossier please")
    assert told.startswith(f"<b>Dossier {CODE}</b>\n")


async def test_on_telegram_the_largest_photo_is_fetched(
    office: Store, hands: Hands, pipeline: Pipeline
) -> None:
    async with fake_telegram() as playing:
        playing.files = {"large": photo(printed(CODE)), "small": b"too small to read"}
        channel: Channel = telegram.open_telegram(TOKEN, playing.url)
        sizes = [
            {"file_id": name, "file_unique_id": name, "width": width, "height": 60}
            for name, width in (("small", 90), ("large", 1280))
        ]
        raw = sent_in(1, photo=sizes)
        update = Update.model_validate(raw, context={"bot": channel.bot})
        await pipeline.receive(channel, update)
        await channel.bot.session.close()
    assert playing.texts[-1].endswith("đã đăng ký.")
    assert PUBLIC in playing.texts[-1]


async def test_reading_is_bounded_in_time(
    page: Page, monkeypatch: pytest.MonkeyPatch, hands: Hands
) -> None:
    monkeypatch.setattr(pictures, "WITHIN", 0.0)
    assert (await page.sends(photo(printed(CODE)))).startswith("Trợ lý chưa tải được ảnh")


def test_what_a_picture_shows_is_known_without_a_messenger() -> None:
    seen = pictures.look(BytesIO(photo(printed(CARD))), cast.NOW)
    assert seen is Picture.IDENTITY_CARD
    assert pictures.look(BytesIO(photo(printed(CODE.lower()))), cast.NOW) == (CODE,)


async def test_a_photo_that_telegram_does_not_give_is_asked_for_again(
    office: Store, hands: Hands, pipeline: Pipeline
) -> None:
    """What aiogram raises for it is an error of its HTTP client, not one of Telegram's."""
    async with fake_telegram() as playing:
        channel: Channel = telegram.open_telegram(TOKEN, playing.url)
        gone = [{"file_id": "gone", "file_unique_id": "gone", "width": 90, "height": 60}]
        update = Update.model_validate(sent_in(1, photo=gone), context={"bot": channel.bot})
        await pipeline.receive(channel, update)
        await channel.bot.session.close()
    assert "chưa tải được ảnh" in playing.texts[-1]
