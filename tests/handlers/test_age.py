"""“Tính đến …” says that things may have changed, once that is more than a working day ago."""

import datetime as dt

import pytest

from bot.office import Office
from handlers.texts import LANGUAGES, speak
from scheduler.clock import VIETNAM
from storage.engine import Store
from storage.viewer import Role
from tests import office as make
from tests.chat import ChatAs
from tests.hands import Hands

MAY_HAVE_CHANGED = "Từ đó đến nay có thể đã thay đổi."


@pytest.mark.parametrize(
    ("today", "after", "fresh"),
    [
        ("2026-11-17", 1, "2026-11-16"),  # a Tuesday
        ("2026-11-16", 1, "2026-11-13"),  # a Monday: Friday is one working day ago
        ("2026-11-15", 1, "2026-11-12"),  # a Sunday
        ("2026-11-25", 1, "2026-11-23"),  # Tuesday 24/11 is a holiday
        ("2026-11-17", 0, "2026-11-17"),
        ("2026-11-17", 3, "2026-11-12"),
    ],
)
def test_a_record_is_fresh_for_so_many_working_days(today: str, after: int, fresh: str) -> None:
    assert Office(stale_after=after).fresh_since(make.day(today)) == make.day(fresh)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("document-as-of", "time"),
        ("meeting-as-of", "time"),
        ("dossier-status-as-of", "at"),
        ("petition-status-as-of", "at"),
        ("brief-as-of", "at"),
    ],
)
def test_every_text_that_tells_a_source_tells_its_age(text: str, fact: str, language: str) -> None:
    say = speak(language, VIETNAM)
    then = make.at("2026-11-13 23:59")
    fresh = say(text, **{fact: then})
    assert say.since(make.day("2026-11-13"))(text, **{fact: then}) == fresh
    aged = say.since(make.day("2026-11-14"))(text, **{fact: then})
    assert aged == f"{fresh} {say('as-of-aged')}"
    utc = then.astimezone(dt.UTC)
    assert say.since(make.day("2026-11-14"))(text, **{fact: utc}) == aged


async def test_an_answer_from_an_old_register_says_so(
    chat_as: ChatAs, sqlite_store: Store, hands: Hands
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        clerk = await make.person(db, "Đàm Thị Lan", Role.CLERK)
        await make.document(db, "1234/SYT-NVY")
    chat = await chat_as(clerk)
    hands.set("2026-11-17 09:00")
    assert MAY_HAVE_CHANGED not in await chat.say("văn bản 1234/SYT-NVY đến đâu rồi")
    hands.set("2026-11-18 09:00")
    assert (await chat.say("văn bản 1234/SYT-NVY đến đâu rồi")).endswith(MAY_HAVE_CHANGED)
