"""Who `--as` means, and how a reply is told to people and to programs."""

import datetime as dt
import json

import pytest
from sqlmodel import select

from bot.channels.console import Heard
from bot.settings import Settings, SettingsError
from bot.terminal import Reply, said_slots, talk
from handlers.understanding.asked import Grain, Interval, Slots
from scheduler.clock import VIETNAM
from storage.engine import Store
from storage.models import Account
from storage.viewer import Role
from tests import office as make
from tests.hands import Hands


@pytest.fixture
def settings(sqlite_store: Store) -> Settings:
    return Settings(database_url=f"sqlite:///{sqlite_store.file}", _env_file=None)


async def who_speaks(settings: Settings, hands: Hands, store: Store, who: str) -> int | None:
    """The person behind a conversation as `who`."""
    async with talk(settings, hands, who) as talking:
        await talking.say("xin chào")
        chat_id = talking.conversation.chat_id
    async with store.reading() as db:
        account = (await db.exec(select(Account).where(Account.chat_id == chat_id))).one()
        return account.person_id


async def test_somebody_is_meant_by_name_short_title_or_number(
    settings: Settings, hands: Hands, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        await make.person(db, "Trần Thị Hoa")
        chief = await make.person(db, "Nguyễn Văn Chánh", Role.LEADER, short_title="CVP")
    for who in ("Nguyễn Văn Chánh", "nguyen van chanh", "cvp", str(chief.id)):
        assert await who_speaks(settings, hands, sqlite_store, who) == chief.id


async def test_a_citizen_of_a_real_store_is_a_stranger(
    settings: Settings, hands: Hands, sqlite_store: Store
) -> None:
    assert await who_speaks(settings, hands, sqlite_store, "citizen") is None


async def test_of_two_with_the_same_name_one_is_chosen_by_number(
    settings: Settings, hands: Hands, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        await make.person(db, "Trần Thị Hoa", title="Chuyên viên")
        await make.person(db, "Trần Thị Hoa")
    with pytest.raises(SettingsError) as refused:
        await who_speaks(settings, hands, sqlite_store, "Trần Thị Hoa")
    assert str(refused.value) == (
        "--as Trần Thị Hoa: 2 are called so; take a number: 1 (Chuyên viên), 2 (Trần Thị Hoa)."
    )


async def test_somebody_who_is_not_in_a_real_store(settings: Settings, hands: Hands) -> None:
    with pytest.raises(SettingsError, match="try a full name of somebody in it"):
        async with talk(settings, hands, "chanh-van-phong"):
            pass


def test_a_reply_is_told_with_its_pictures_and_what_was_understood() -> None:
    monday = dt.datetime(2026, 11, 16, tzinfo=VIETNAM)
    when = Interval(start=monday, end=monday + dt.timedelta(days=1), grain=Grain.DAY)
    reply = Reply(
        heard=[
            Heard(1, "Biểu đồ", pictures=["bieu-do.png"]),
            Heard(2, "Xin chọn:", [[("Hôm nay", "a")], [("Ngày mai", "b")]]),
        ],
        question="report.statistics",
        slots=said_slots(Slots(when=when, mine=True)),
    )
    assert reply.as_text() == "Biểu đồ\n\nXin chọn:\n\n[1] Hôm nay  [2] Ngày mai"
    told = json.loads(json.dumps(reply.as_json()))
    assert told["pictures"] == ["bieu-do.png"]
    assert told["buttons"] == ["Hôm nay", "Ngày mai"]
    assert told["slots"]["mine"] is True
    assert told["slots"]["when"]["start"] == "2026-11-16T00:00:00+07:00"
