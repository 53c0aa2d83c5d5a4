"""Figures where little may be said: the numbers that the office's table lets out, and no other."""

from storage import exposures
from storage.engine import Store
from storage.models import Level, Noun
from storage.viewer import Role
from tests import office as make
from tests.bot.test_limits import MESSENGER, MessengerAs, known, messenger, messenger_as

__all__ = ["known", "messenger", "messenger_as"]  # fixtures


async def test_the_numbers_of_a_noun_that_is_withheld_are_withheld(
    messenger_as: MessengerAs, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        leader = await make.person(db, "Nông Văn Thành", Role.LEADER)
        await make.dossier(db)
        await make.petition(db)
        await exposures.put(db, MESSENGER, Noun.PETITIONS, Role.LEADER, Level.NONE)
    chat = await messenger_as(leader)
    told = await chat.say("thống kê tháng này")
    assert "Hồ sơ: tiếp nhận 1" in told
    assert "Đơn thư: tiếp nhận" not in told
    assert "tiếp nhận 1:" not in await chat.say("thống kê đơn thư tháng này")
