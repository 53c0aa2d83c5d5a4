"""What was not understood, on both databases: counted, listed, forgotten, and nobody's."""

from datetime import date, timedelta

import sqlalchemy as sa
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import retention, unlearnt
from storage.engine import Store
from storage.models import TABLES
from storage.terms import Terms
from tests.hands import MONDAY

DAY = MONDAY.date()
COFFEE = "mua cà phê ở đâu"


async def keep(
    db: AsyncSession, words: str, *, language: str = "vi", by_officer: bool = False, day: date = DAY
) -> None:
    await unlearnt.keep(db, words, language=language, by_officer=by_officer, day=day)


async def listed(db: AsyncSession) -> list[tuple[str, int, date]]:
    return [(one.words, one.times, one.day) for one in await unlearnt.sentences(db)]


async def test_the_same_sentence_is_counted_from_its_first_day(db: AsyncSession) -> None:
    await keep(db, "gặp <tên> được không")
    await keep(db, COFFEE)
    await keep(db, "Mua cà-phê ở đâu?", day=DAY + timedelta(days=3))
    await keep(db, "mua ca phe o dau")
    assert await listed(db) == [(COFFEE, 3, DAY), ("gặp <tên> được không", 1, DAY)]


async def test_officers_citizens_and_languages_are_counted_apart(db: AsyncSession) -> None:
    await keep(db, COFFEE)
    await keep(db, COFFEE, by_officer=True)
    await keep(db, COFFEE, language="en")
    assert [(one.by_officer, one.language) for one in await unlearnt.sentences(db)] == [
        (False, "vi"),
        (True, "vi"),
        (False, "en"),
    ]


async def test_one_is_forgotten_by_its_number_or_all(db: AsyncSession) -> None:
    for words in (COFFEE, "trời có mưa không", "viết giúp bài thơ"):
        await keep(db, words)
    second = (await unlearnt.sentences(db))[1]
    assert await unlearnt.forget(db, second.id) == 1
    assert await unlearnt.forget(db, second.id) == 0
    assert [words for words, *_ in await listed(db)] == [COFFEE, "viết giúp bài thơ"]
    assert await unlearnt.forget(db) == 2
    assert await listed(db) == []


def test_there_is_no_column_for_who_said_it_or_when_on_that_day() -> None:
    table = TABLES["unlearnt"]
    assert {*table.c.keys()} == {
        "id", "language", "by_officer", "words", "folded", "day", "times"
    }  # fmt: skip
    assert isinstance(table.c.day.type, sa.Date)
    assert not table.foreign_keys


async def test_a_sentence_goes_thirty_days_after_its_first_day_however_often_it_came(
    store: Store,
) -> None:
    async with store.sessions() as db, db.begin():
        await keep(db, COFFEE, day=DAY - timedelta(days=30))
        await keep(db, COFFEE, day=DAY)
        await keep(db, "trời có mưa không", day=DAY - timedelta(days=29))
    assert await retention.forget(store, Terms(), now=MONDAY) == {"unlearnt": 1}
    async with store.reading() as db:
        assert [words for words, *_ in await listed(db)] == ["trời có mưa không"]
    longer = Terms(unlearnt=timedelta(days=60))
    assert await retention.forget(store, longer, now=MONDAY + timedelta(days=20)) == {}
