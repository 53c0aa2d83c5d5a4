"""What is said unasked is made from the records as they are when it is said."""

import datetime as dt
from collections.abc import AsyncGenerator, Sequence

import pytest
import pytest_asyncio
from aiogram.types import InlineKeyboardButton
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers import notices
from handlers.texts import LANGUAGES, speak
from scheduler import ladder
from scheduler.calendar import WorkingCalendar
from storage.engine import Store
from storage.models import (
    DocumentState,
    ItemKind,
    MeetingState,
    Openness,
    Person,
    PetitionKind,
)
from tests import cast
from tests import office as make

SAY = speak("vi", cast.ZONE)
CALENDAR = WorkingCalendar()
LAST_WEEK = cast.TODAY - dt.timedelta(days=9)
YESTERDAY = cast.TODAY - dt.timedelta(days=1)


@pytest_asyncio.fixture
async def db(sqlite_store: Store) -> AsyncGenerator[AsyncSession]:
    """A settled office, within one transaction."""
    async with sqlite_store.sessions() as session, session.begin():
        await cast.settle(session)
        yield session


def labels(buttons: Sequence[Sequence[InlineKeyboardButton]]) -> list[str]:
    return [button.text for row in buttons for button in row]


async def brief(db: AsyncSession, person: int, *, late: bool = False) -> str | None:
    said = await notices.brief_words(
        db,
        cast.viewer(person),
        (),
        steps=ladder.of(),
        say=SAY,
        now=cast.NOW,
        calendar=CALENDAR,
        late=late,
    )
    return said[0] if said else None


async def test_the_morning_brief_greets_once_and_says_the_day(db: AsyncSession) -> None:
    await make.document(
        db, "1/SYT-NVY", holder_id=cast.OFFICER, due_on=cast.TODAY, source_at=cast.NOW
    )
    assert (
        await brief(db, cast.OFFICER)
        == """\
Chào đồng chí Đức. Hôm nay là thứ Tư 25/11/2026.

Đồng chí không có cuộc họp nào trong lịch hôm nay.

<b>Văn bản: 1 đến hạn hôm nay</b>
1. <b>1/SYT-NVY</b> · Hạn hôm nay, thứ Tư 25/11/2026
V/v triển khai tiêm chủng mở rộng (Sở Y tế)

Tính đến 09:00 thứ Tư 25/11/2026."""
    )


async def test_a_late_brief_says_so_once(db: AsyncSession) -> None:
    await make.document(db, holder_id=cast.OFFICER, due_on=cast.TODAY)
    said = await brief(db, cast.OFFICER, late=True)
    assert said is not None
    assert said.count("muộn") == 1
    assert said.splitlines()[1] == (
        "Bản nhắc này gửi muộn so với giờ thường lệ; số liệu tính theo lúc gửi."
    )


async def test_what_was_closed_drops_out_and_nothing_left_is_nothing_said(
    db: AsyncSession,
) -> None:
    officer = await db.get_one(Person, cast.OFFICER)
    document = await make.document(
        db, holder_id=cast.OFFICER, unit_id=cast.CULTURE, due_on=LAST_WEEK
    )
    await make.meeting(db, "2026-11-25 14:00", officer)
    assert await brief(db, cast.OFFICER)
    assert await brief(db, cast.HEAD)
    document.state = DocumentState.DONE
    db.add(document)
    await db.flush()
    assert await brief(db, cast.OFFICER) is None
    assert await brief(db, cast.HEAD) is None


async def test_a_brief_is_no_longer_than_a_screen_however_much_is_due(db: AsyncSession) -> None:
    for _ in range(40):
        await make.document(
            db,
            holder_id=cast.OFFICER,
            unit_id=cast.CULTURE,
            due_on=LAST_WEEK,
            subject="Báo cáo tình hình thực hiện nhiệm vụ phát triển kinh tế – xã hội " * 5,
        )
    for number in range(20):
        unit = await make.unit(db, f"U{number}")
        await make.document(db, unit_id=unit.id, due_on=LAST_WEEK)
    officer, leader = await brief(db, cast.OFFICER), await brief(db, cast.LEADER)
    assert officer is not None
    assert leader is not None
    assert "và 37 việc khác." in officer
    assert "và 9 dòng khác." in leader
    assert max(len(officer), len(leader)) < 2000


async def test_before_a_meeting_its_place_and_minutes_are_told(db: AsyncSession) -> None:
    officer = await db.get_one(Person, cast.OFFICER)
    meeting = await make.meeting(db, "2026-11-25 09:30", officer)
    assert meeting.id
    said = await notices.meeting_words(
        db, cast.viewer(cast.OFFICER), meeting.id, say=SAY, now=cast.NOW, late=False
    )
    assert said is not None
    assert (
        said[0]
        == """\
Đồng chí Đức có cuộc họp sau 30 phút nữa:
1. <b>09:30</b> · Giao ban lãnh đạo Văn phòng
Phòng họp số 2"""
    )
    assert labels(said[1]) == ["Chi tiết cuộc họp"]


async def test_a_reminder_that_comes_after_the_beginning_says_the_hour(db: AsyncSession) -> None:
    officer = await db.get_one(Person, cast.OFFICER)
    meeting = await make.meeting(db, "2026-11-25 08:55", officer)
    assert meeting.id
    said = await notices.meeting_words(
        db, cast.viewer(cast.OFFICER), meeting.id, say=SAY, now=cast.NOW, late=True
    )
    assert said is not None
    assert said[0].splitlines()[:2] == [
        "Cuộc họp của đồng chí Đức bắt đầu lúc 08:55:",
        "Lời nhắc này gửi muộn.",
    ]


async def test_a_meeting_that_will_not_be_is_not_told(db: AsyncSession) -> None:
    officer = await db.get_one(Person, cast.OFFICER)
    off = await make.meeting(db, "2026-11-25 09:30", officer, state=MeetingState.POSTPONED)
    hourless = await make.meeting(db, "2026-11-25 09:30", officer, starts_at=None)
    private = await make.meeting(db, "2026-11-25 09:30", openness=Openness.PARTICIPANTS)
    for meeting in (off, hourless, private):
        assert meeting.id
        said = await notices.meeting_words(
            db, cast.viewer(cast.OFFICER), meeting.id, say=SAY, now=cast.NOW, late=False
        )
        assert said is None


async def item(
    db: AsyncSession, person: int, kind: ItemKind, item_id: int | None, *, late: bool = False
) -> tuple[str, list[str]] | None:
    assert item_id
    said = await notices.item_words(
        db,
        cast.viewer(person),
        kind,
        item_id,
        say=SAY,
        now=cast.NOW,
        calendar=CALENDAR,
        late=late,
    )
    return (said[0], labels(said[1])) if said else None


async def test_a_snoozed_document_comes_again_with_its_buttons(db: AsyncSession) -> None:
    document = await make.document(db, "7/SYT-NVY", holder_id=cast.OFFICER)
    assert await item(db, cast.OFFICER, ItemKind.DOCUMENT, document.id) == (
        """\
Đồng chí Đức đã hẹn nhắc lại việc này:
1. <b>7/SYT-NVY</b> · Chưa đặt hạn
V/v triển khai tiêm chủng mở rộng""",
        ["Đã nhận", "Đã xong", "Xin gia hạn", "Chuyển lại", "Nhắc lại sau"],
    )


async def test_a_late_word_about_a_petition_names_only_its_code(db: AsyncSession) -> None:
    await cast.add_petition(
        db, 1, kind=PetitionKind.DENUNCIATION, due=YESTERDAY, holder_id=cast.OFFICER
    )
    assert await item(db, cast.OFFICER, ItemKind.PETITION, 1, late=True) == (
        """\
Đồng chí Đức đã hẹn nhắc lại việc này:
Lời nhắc này gửi muộn.
1. <b>ĐT-2026-0001</b> · Quá 1 giờ 30 phút làm việc (hạn thứ Ba 24/11/2026)""",
        ["Nhắc lại sau"],
    )
    assert await item(db, cast.HEAD, ItemKind.PETITION, 1) is None


async def test_what_is_done_or_passed_on_is_not_told_again(db: AsyncSession) -> None:
    done = await make.document(db, holder_id=cast.OFFICER, state=DocumentState.DONE)
    passed_on = await make.document(db, holder_id=cast.COLLEAGUE)
    for document in (done, passed_on):
        assert await item(db, cast.OFFICER, ItemKind.DOCUMENT, document.id) is None
    assert await item(db, cast.OFFICER, ItemKind.MEETING, 1) is None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_both_languages_have_the_words_of_a_full_brief(
    db: AsyncSession, language: str
) -> None:
    officer = await db.get_one(Person, cast.OFFICER)
    for day in (YESTERDAY, cast.TODAY, cast.TODAY + dt.timedelta(days=1)):
        await make.document(db, holder_id=cast.OFFICER, unit_id=cast.CULTURE, due_on=day)
        await make.dossier(db, holder_id=cast.OFFICER, unit_id=cast.CULTURE, due_on=day)
        await make.petition(db, holder_id=cast.OFFICER, unit_id=cast.CULTURE, due_on=day)
    for hour in range(8, 15):
        await make.meeting(db, f"2026-11-25 {hour:02}:00", officer)
    for person in (cast.OFFICER, cast.HEAD, cast.LEADER):
        said = await notices.brief_words(
            db,
            cast.viewer(person),
            (),
            steps=ladder.of(),
            say=speak(language, cast.ZONE),
            now=cast.NOW,
            calendar=CALENDAR,
            late=True,
        )
        assert said is not None
        assert "25/11/2026" in said[0]
