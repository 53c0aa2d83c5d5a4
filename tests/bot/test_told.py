"""What the commands tell of the ledger and of the channels' budgets, a line each."""

import datetime as dt
from collections.abc import AsyncGenerator
from typing import Any

import pytest
import pytest_asyncio

from bot import told
from bot.assistant import Assistant, assistant
from bot.settings import Settings, SettingsError
from handlers.texts import speak
from scheduler.clock import VIETNAM
from storage import messages
from storage.channel_budgets import Budget
from storage.engine import Store
from storage.models import BudgetPeriod, Message, MessageKind, MessageState, Person
from tests import office as make
from tests.hands import MONDAY, Hands

SAY = speak("vi", VIETNAM)


@pytest_asyncio.fixture
async def office(sqlite_store: Store, hands: Hands) -> AsyncGenerator[Assistant]:
    settings = Settings(database_url=f"sqlite:///{sqlite_store.file}", _env_file=None)
    async with assistant(settings, hands) as opened:
        yield opened


@pytest_asyncio.fixture
async def hoa(sqlite_store: Store) -> Person:
    async with sqlite_store.sessions() as db, db.begin():
        unit = await make.unit(db, "KGVX")
        await make.person(db, "Lê Văn Trường", unit_id=unit.id)
        return await make.person(db, "Trần Thị Hoa", unit_id=unit.id)


async def keep(store: Store, person: Person, kind: MessageKind, **more: Any) -> None:
    async with store.sessions() as db, db.begin():
        values: dict[str, Any] = {
            "slot": f"{kind} {more}",
            "send_at": MONDAY,
            "planned_for": MONDAY,
            "attempts": 1,
            **more,
        }
        db.add(Message(person_id=person.id, kind=kind, **values))


async def notices(
    office: Assistant, *, day: str | None = None, called: str | None = None, missing: bool = True
) -> list[str]:
    lines = told.notices(office, SAY, day=day, called=called, missing=missing)
    return [line async for line in lines]


async def test_what_did_not_arrive_and_why(
    office: Assistant, hoa: Person, sqlite_store: Store
) -> None:
    failed, waits = {"state": MessageState.FAILED}, {"state": MessageState.PLANNED}
    later = MONDAY + dt.timedelta(hours=1)
    for kind, more in (
        (MessageKind.BRIEF, {**failed, "reason": "telegram: refused"}),
        (MessageKind.MEETING, {**failed, "reason": "telegram: blocked"}),
        (MessageKind.ITEM, {**waits, "reason": "no account"}),
        (MessageKind.NEWS, {**waits, "reason": "telegram: budget", "send_at": later}),
        (MessageKind.GIVEN, {**waits, "send_at": later, "attempts": 0}),
        (MessageKind.URGENT, {"state": MessageState.CANCELLED, "reason": "too_late: no account"}),
        (MessageKind.MOVED, {"state": MessageState.GIVEN_UP, "reason": "tries_used_up"}),
        (MessageKind.CALLS, {"state": MessageState.CANCELLED, "reason": "nothing_to_say"}),
    ):
        await keep(sqlite_store, hoa, kind, **more)
    async with sqlite_store.sessions() as db, db.begin():
        stranger = await make.account(db)
        await messages.tell(
            db, kind=MessageKind.REPLY, account_id=stranger.id, words="Chào", now=MONDAY
        )
        (claimed,) = [
            one
            for one in await messages.claim(db, now=MONDAY, until=MONDAY, limit=9)
            if one.kind is MessageKind.REPLY
        ]
        await messages.put_off(db, claimed, until=MONDAY, reason="console: TelegramNetworkError")
    start = "08:00 thứ Hai 16/11/2026"
    hers = f"{start} · Trần Thị Hoa"
    hour = "09:00 thứ Hai 16/11/2026"
    assert await notices(office) == [
        f"{start} · (người chưa liên kết) · câu trả lời · kênh không gửi được (đã thử 1 lần)",
        f"{hers} · bản tin sáng · bị từ chối (Telegram) (đã thử 1 lần)",
        f"{hers} · nhắc họp · đã chặn trợ lý (Telegram) (đã thử 1 lần)",
        f"{hers} · nhắc lại · chưa liên kết tài khoản nào (đã thử 2 lần)",
        f"{hers} · tin về văn bản · hết hạn mức tin (Telegram), chờ đến {hour} (đã thử 1 lần)",
        f"{hers} · việc mới giao · chờ đến giờ được gửi: {hour}",
        f"{hers} · nhắc việc khẩn · quá giờ, không còn ích gì (đã thử 1 lần)",
        f"{hers} · báo hạn thay đổi · kênh không gửi được (đã thử 1 lần)",
        "Tổng cộng 8 dòng.",
    ]


async def test_of_a_day_and_of_a_person_what_arrived_as_well(
    office: Assistant, hoa: Person, sqlite_store: Store
) -> None:
    sent = {"state": MessageState.SENT, "channel": "web", "sent_at": MONDAY}
    await keep(sqlite_store, hoa, MessageKind.BRIEF, **sent)
    assert await notices(office, called="Hoa", missing=False) == [
        "08:00 thứ Hai 16/11/2026 · Trần Thị Hoa · bản tin sáng · "
        "đã gửi qua trang web của Văn phòng",
        "Tổng cộng 1 dòng.",
    ]
    assert await notices(office) == ["Không có lời nhắc nào chưa tới nơi."]
    nothing = ["Không có lời nhắc nào."]
    assert await notices(office, day="2026-11-15", missing=False) == nothing
    assert await notices(office, called="Trường", missing=False) == nothing
    with pytest.raises(SettingsError, match="2026-11-25"):
        await notices(office, day="hôm qua")


async def test_budgets_are_set_shown_and_lifted(
    office: Assistant, hoa: Person, sqlite_store: Store
) -> None:
    assert [line async for line in told.budgets(office, SAY)] == [
        "Chưa kênh nào có hạn mức: gửi không giới hạn."
    ]
    await keep(
        sqlite_store,
        hoa,
        MessageKind.BRIEF,
        state=MessageState.SENT,
        channel="telegram",
        sent_at=MONDAY,
    )
    wanted = Budget(channel="telegram", period=BudgetPeriod.MONTH, most=500, reserve=20)
    line = (
        "telegram · mỗi tháng · tối đa 500 tin, trong đó dự phòng 20 cho hỏa tốc, thượng khẩn "
        "· đã gửi 1"
    )
    set_it = told.set_budget(office, SAY, wanted)
    assert [line async for line in set_it] == [f"Đã đặt hạn mức: {line}"]
    assert [line async for line in told.budgets(office, SAY)] == [line]
    lifted = told.remove_budget(office, SAY, "telegram", BudgetPeriod.MONTH)
    assert [line async for line in lifted] == ["Đã bỏ hạn mức của telegram."]
    with pytest.raises(SettingsError, match="không có hạn mức"):
        await anext(told.remove_budget(office, SAY, "telegram", BudgetPeriod.MONTH))


@pytest.mark.parametrize(
    ("channel", "reserve", "told_so"),
    [("zalo", 0, "Không có kênh zalo"), ("telegram", 6, "không được lớn hơn")],
)
async def test_a_budget_that_makes_no_sense_is_refused(
    office: Assistant, channel: str, reserve: int, told_so: str
) -> None:
    wanted = Budget(channel=channel, period=BudgetPeriod.DAY, most=5, reserve=reserve)
    with pytest.raises(SettingsError, match=told_so):
        await anext(told.set_budget(office, SAY, wanted))
