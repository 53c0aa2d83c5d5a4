"""How the office hears of what people ask of their own data, and answers it."""

from pathlib import Path

import pytest

from bot.channels import Channel
from storage import data_requests
from storage.engine import Store
from storage.models import RequestKind
from storage.viewer import Role
from tests import office as make
from tests.bot.at_work import AtWork
from tests.bot.commands import typed
from tests.chat import ChatAs
from tests.hands import MONDAY, Hands
from tests.stores import copy_of


@pytest.fixture
def real_office(sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    address = copy_of(sqlite_template, tmp_path)
    monkeypatch.setenv("OFFICE_DATABASE_URL", f"sqlite:///{address.database}")


@pytest.mark.usefixtures("real_office")
def test_a_request_is_listed_and_answered_by_commands() -> None:
    assert typed("requests") == ["Không có yêu cầu về dữ liệu cá nhân nào đang chờ trả lời."]
    typed("ask", "sửa dữ liệu của tôi: tên phố đã đổi", "--at", "2020-03-02T09:00")
    assert typed("requests") == [
        "Số 1 · sửa dữ liệu · gửi 09:00 thứ Hai 02/03/2020 · trả lời chậm nhất thứ Tư 04/03/2020"
        ", ĐÃ QUÁ HẠN · kênh console",
        "sửa dữ liệu của tôi: tên phố đã đổi",
    ]
    with pytest.raises(Exception, match="Không có yêu cầu số 7"):
        typed("requests", "done", "7", "--note", "Đã sửa.")
    with pytest.raises(Exception, match="Xin ghi câu trả lời"):
        typed("requests", "done", "1", "--note", " ")
    kept = typed("ask", "dữ liệu của tôi")
    assert "DỮ LIỆU TRỢ LÝ TỰ ĐỘNG ĐANG LƯU VỀ TÀI KHOẢN NÀY" in kept
    assert "sửa dữ liệu của tôi: tên phố đã đổi" in kept
    assert typed("requests", "done", "1", "--note", "Đã sửa tên phố.") == [
        "Đã ghi trả lời yêu cầu số 1; người gửi sẽ được báo tại nơi họ đã gửi."
    ]
    assert typed("requests") == ["Không có yêu cầu về dữ liệu cá nhân nào đang chờ trả lời."]
    (_title, line) = typed("ask", "yêu cầu dữ liệu của tôi tới đâu rồi")[-2:]
    assert line.startswith("– Số 1, sửa dữ liệu")
    assert line.endswith("Đã sửa tên phố.")


async def test_whoever_keeps_the_program_hears_of_it_in_the_morning(
    sqlite_store: Store, hands: Hands, channel: Channel, chat_as: ChatAs
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        admin = await make.person(db, "Phan Quản Trị", Role.ADMIN)
        asker = await make.account(db)
        await data_requests.ask(
            db, asker.id or 0, RequestKind.CORRECT, detail="", answer_by=make.day("2026-11-18"),
            now=MONDAY,
        )  # fmt: skip
    chat = await chat_as(admin)
    at_work = AtWork(sqlite_store, hands, channel)
    await at_work.starts("2026-11-16 20:00")
    assert "Yêu cầu về dữ liệu" in chat.pushed
    await at_work.at("2026-11-17 07:30")
    told = (
        "Yêu cầu về dữ liệu cá nhân chưa trả lời: 1, hạn sớm nhất thứ Tư 18/11/2026. "
        "Xem: python -m bot requests"
    )
    assert told in chat.pushed
    assert told in await chat.say("hôm nay có gì")
    async with sqlite_store.sessions() as db, db.begin():
        assert await data_requests.finish(db, 1, note="Xong", now=MONDAY)
        assert await data_requests.finish(db, 1, note="Xong", now=MONDAY) is None
    await at_work.at("2026-11-18 07:30")
    assert chat.pushed == ""
