"""What the program keeps in hand of the office is read again when somebody has changed it."""

from bot.pipeline import Pipeline
from storage import office
from storage.engine import Store
from storage.models import DayKind, DayOverride, StoreKind, StoreMark
from tests import office as make
from tests.chat import ChatAs
from tests.hands import MONDAY

WEDNESDAY = make.day("2026-11-25")


async def test_people_and_days_are_read_again_once_their_version_is_raised(
    chat_as: ChatAs, pipeline: Pipeline, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        db.add(StoreMark(kind=StoreKind.REAL, office="Văn phòng Ví Dụ", since=MONDAY))
    chat = await chat_as()
    await chat.say("xin chào")
    in_hand = pipeline.office
    known = in_hand.lexicon
    assert (in_hand.name, known.people) == ("Văn phòng Ví Dụ", ())

    async with sqlite_store.sessions() as db, db.begin():
        await make.person(db, "Trần Thị Hoa")
        db.add(DayOverride(day=WEDNESDAY, kind=DayKind.OFF, name="Nghỉ do bão"))
    await chat.say("xin chào")
    assert in_hand.lexicon is known  # nobody has said that anything changed

    async with sqlite_store.sessions() as db, db.begin():
        await office.raise_version(db)
    await chat.say("xin chào")
    assert [person.name for person in in_hand.lexicon.people] == ["Trần Thị Hoa"]
    assert not in_hand.calendar.is_working(WEDNESDAY)


async def test_what_happens_unasked_keeps_up_as_well(
    pipeline: Pipeline, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        db.add(StoreMark(kind=StoreKind.DEMO, office="Văn phòng Ví Dụ", since=MONDAY))
        await pipeline.office.keep_up(db)
        assert pipeline.office.is_demo
        known = pipeline.office.lexicon
        await pipeline.office.keep_up(db)
        assert pipeline.office.lexicon is known
        await office.raise_version(db)
        await pipeline.office.keep_up(db)
        assert pipeline.office.lexicon is not known
