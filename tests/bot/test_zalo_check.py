"""`python -m bot zalo check`: what works is told, and what is done instead."""

from typing import Any

import pytest

from bot.assistant import assistant
from bot.settings import Settings, SettingsError
from bot.zalo_check import check
from handlers.texts import speak
from scheduler.clock import VIETNAM
from storage.engine import Store
from tests import office as make
from tests.bot.fake_zalo_oa import APP, FIRST, OA_SECRET, SECRET, FakeOa, fake_oa
from tests.bot.on_zalo import OFFICE_SECRET, USER
from tests.bot.test_app import settings_of
from tests.hands import Hands


def settings_for(store: Store, fake: FakeOa, **more: Any) -> Settings:
    return settings_of(
        store,
        secret=OFFICE_SECRET,
        zalo_app_id=APP,
        zalo_app_secret=SECRET,
        zalo_oa_secret=OA_SECRET,
        zalo_oa_refresh_token=FIRST,
        zalo_api_url=fake.url,
        zalo_oauth_url=fake.url,
        **more,
    )


async def told(settings: Settings, hands: Hands, to: str = str(USER)) -> list[str]:
    async with assistant(settings, hands) as office:
        return [str(line) async for line in check(office, speak("vi", VIETNAM), to)]


async def test_without_somebody_to_write_to_nothing_is_sent(
    sqlite_store: Store, hands: Hands
) -> None:
    async with fake_oa() as fake:
        lines = await told(settings_for(sqlite_store, fake), hands, to="")
        assert fake.said == []
    assert lines == [
        "Mã truy cập dùng được. OA là cơ quan nhà nước, đã xác thực, gói Growth.",
        "Chưa gửi thử tin nào: chạy lại với --to và số của một người vừa nhắn cho OA.",
        "Chưa có sự kiện có chữ ký nào tới: kiểm tra địa chỉ webhook, OFFICE_ZALO_OA_SECRET, rồi "
        "nhắn một tin cho OA.",
    ]


async def test_whoever_wrote_last_is_named_by_their_number(
    sqlite_store: Store, hands: Hands
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        await make.account(db, channel="zalo_oa", chat_id=USER, seen_at=hands.now)
    async with fake_oa() as fake:
        lines = await told(settings_for(sqlite_store, fake), hands, to="")
    assert lines[2].startswith("Người nhắn gần nhất lúc 08:00 thứ Hai 16/11/2026, số ")


async def test_what_works_and_what_is_done_instead_is_told(
    sqlite_store: Store, hands: Hands
) -> None:
    async with fake_oa() as fake:
        fake.state_agency = True
        fake.refused_uploads = [0, -201]
        image = "https://vidu.gov.vn/a.png"
        lines = await told(settings_for(sqlite_store, fake, zalo_oa_contact_image=image), hands)
        assert len(fake.said) == 4
        assert {one["path"] for one in fake.said} == {"/v2.0/oa/message"}
    assert lines[1:-1] == [
        "Tin chữ: được.",
        "OA này chỉ nhắn được theo địa chỉ v2 (mã -235); trợ lý đã ghi nhớ.",
        "Nút bấm: được.",
        "Ảnh: được.",
        "Tệp pdf: bị từ chối (-201). Trợ lý gửi đường dẫn thay tệp.",
        "Biểu mẫu số điện thoại: được.",
    ]


async def test_when_nobody_may_be_written_to_the_menu_opens_our_page(
    sqlite_store: Store, hands: Hands
) -> None:
    async with fake_oa() as fake:
        fake.refusals = [-224]
        lines = await told(settings_for(sqlite_store, fake), hands)
    assert lines[1] == (
        "Tin chữ: bị từ chối (administration -224). Trợ lý chưa nhắn riêng được qua OA này."
    )
    assert "menu của OA" in lines[2]
    assert len(lines) == 4


async def test_a_token_that_is_not_taken_is_told_first(sqlite_store: Store, hands: Hands) -> None:
    async with fake_oa() as fake:
        fake.dead = True
        (line,) = await told(settings_for(sqlite_store, fake), hands)
    assert line.startswith("Chưa hỏi được OA: authorise. Lấy refresh token mới")


async def test_an_office_without_an_account_is_told_where_to_read(
    sqlite_store: Store, hands: Hands
) -> None:
    with pytest.raises(SettingsError, match="connect-zalo"):
        await told(settings_of(sqlite_store), hands)
