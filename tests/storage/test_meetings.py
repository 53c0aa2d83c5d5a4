"""Who may know of which meeting, and what is found."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
import pytest_asyncio
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import meetings
from storage.meeting_records import Attendee, MeetingDetail, MeetingLine, Paper
from storage.meetings import Sought
from storage.models import (
    Meeting,
    MeetingPaper,
    MeetingState,
    Openness,
    Participant,
    PartOfDay,
    Person,
    Unit,
)
from storage.viewer import Role, Viewer

WEDNESDAY = date(2026, 11, 25)
EIGHT_THIRTY = datetime(2026, 11, 25, 1, 30, tzinfo=UTC)
PUBLISHED = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
THAT_DAY = Sought(first=WEDNESDAY, last=WEDNESDAY)
COLLEAGUES = (Role.OFFICER, Role.CLERK, Role.HEAD, Role.LEADER, Role.ADMIN)


@dataclass
class Office:
    chair: int
    guest: int
    unit: int
    public: int
    internal: int
    private: int


async def keep(db: AsyncSession, *rows: Unit | Person | Meeting) -> list[int]:
    db.add_all(rows)
    await db.flush()
    return [row.id or 0 for row in rows]


def meeting(subject: str, **given: object) -> Meeting:
    usual = {
        "day": WEDNESDAY,
        "part": PartOfDay.MORNING,
        "starts_at": EIGHT_THIRTY,
        "subject": subject,
        "place": "Phòng họp số 2",
        "source_at": PUBLISHED,
    }
    return Meeting.model_validate(usual | given)


@pytest_asyncio.fixture
async def office(db: AsyncSession) -> Office:
    """Three meetings at one time, one of each openness."""
    [unit] = await keep(db, Unit(code="KGVX", name="Phòng Khoa giáo – Văn xã"))
    chair, guest = await keep(
        db,
        Person(name="Trần Văn Chủ", role=Role.LEADER, title="Chủ tịch"),
        Person(name="Lê Thị Dự", role=Role.OFFICER, title="Chuyên viên", unit_id=unit),
    )
    public, internal, private = await keep(
        db,
        meeting("Phiên họp thường kỳ", openness=Openness.PUBLIC, chair_id=chair),
        meeting(
            "Giao ban",
            openness=Openness.INTERNAL,
            chair_id=chair,
            preparing_unit_id=unit,
            note="Cập nhật lần cuối 14:36",
            invitation="45/GM-UBND",
        ),
        meeting("Làm việc riêng", openness=Openness.PARTICIPANTS, chair_id=chair),
    )
    db.add_all(
        [
            Participant(meeting_id=private, person_id=guest),
            Participant(meeting_id=internal, person_id=chair),
            Participant(meeting_id=internal, person_id=guest),
            MeetingPaper(meeting_id=internal, name="Báo cáo tóm tắt", pages=5),
            MeetingPaper(meeting_id=internal, name="Phụ lục số liệu"),
        ]
    )
    await db.flush()
    return Office(chair, guest, unit, public, internal, private)


async def seen(db: AsyncSession, viewer: Viewer, which: Sought = THAT_DAY) -> set[str]:
    page = await meetings.sought(db, viewer, which, limit=50)
    assert page.total == len(page.lines)
    return {line.subject for line in page.lines}


async def test_a_stranger_sees_what_is_public(db: AsyncSession, office: Office) -> None:
    assert await seen(db, Viewer.stranger()) == {"Phiên họp thường kỳ"}


@pytest.mark.parametrize("role", COLLEAGUES)
async def test_a_colleague_does_not_learn_of_a_meeting_for_its_participants(
    db: AsyncSession, office: Office, role: Role
) -> None:
    viewer = Viewer(role=role, person_id=987_654)

    assert await seen(db, viewer) == {"Phiên họp thường kỳ", "Giao ban"}
    assert await meetings.detail(db, viewer, office.private) is None


async def test_who_takes_part_or_chairs_sees_it(db: AsyncSession, office: Office) -> None:
    guest = Viewer(role=Role.OFFICER, person_id=office.guest)
    chair = Viewer(role=Role.LEADER, person_id=office.chair)

    assert "Làm việc riêng" in await seen(db, guest)
    assert "Làm việc riêng" in await seen(db, chair)


async def test_an_account_without_a_person_takes_part_in_nothing(
    db: AsyncSession, office: Office
) -> None:
    await keep(db, meeting("Không ai chủ trì", openness=Openness.PARTICIPANTS))

    assert "Không ai chủ trì" not in await seen(db, Viewer(role=Role.OFFICER))


async def test_the_office_itself_sees_all(db: AsyncSession, office: Office) -> None:
    assert len(await seen(db, Viewer.office())) == 3


async def test_a_role_nobody_thought_of_sees_nothing(db: AsyncSession, office: Office) -> None:
    with pytest.raises(AssertionError):
        meetings.visible_to(Viewer(role="minister"))  # type: ignore[arg-type]


async def test_staff_get_people_and_papers_in_one_answer(db: AsyncSession, office: Office) -> None:
    viewer = Viewer(role=Role.OFFICER, person_id=office.guest)

    found = await meetings.detail(db, viewer, office.internal)

    assert isinstance(found, MeetingDetail)
    assert found.chair == "Trần Văn Chủ"
    assert found.preparing_unit == "Phòng Khoa giáo – Văn xã"
    assert found.invitation == "45/GM-UBND"
    assert found.participants == (
        Attendee(name="Trần Văn Chủ", title="Chủ tịch"),
        Attendee(name="Lê Thị Dự", title="Chuyên viên"),
    )
    assert found.papers == (
        Paper(name="Báo cáo tóm tắt", pages=5),
        Paper(name="Phụ lục số liệu", pages=None),
    )


async def test_staff_get_a_meeting_without_people_and_papers(
    db: AsyncSession, office: Office
) -> None:
    found = await meetings.detail(db, Viewer(role=Role.CLERK), office.public)

    assert isinstance(found, MeetingDetail)
    assert found.participants == ()
    assert found.papers == ()


async def test_a_stranger_gets_only_the_published_line(db: AsyncSession, office: Office) -> None:
    found = await meetings.detail(db, Viewer.stranger(), office.public)

    assert type(found) is MeetingLine
    assert await meetings.detail(db, Viewer.stranger(), office.internal) is None


async def test_an_hour_finds_what_runs_then_and_what_names_no_hour(
    db: AsyncSession, office: Office
) -> None:
    at = EIGHT_THIRTY
    await keep(
        db,
        meeting("Đang họp", starts_at=at - timedelta(hours=1), ends_at=at + timedelta(hours=1)),
        meeting("Đã xong", starts_at=at - timedelta(hours=1), ends_at=at),
        meeting("Sáng", starts_at=None),
        meeting("Chiều", starts_at=None, part=PartOfDay.AFTERNOON),
        meeting("Sau đó", starts_at=at + timedelta(hours=2)),
    )
    which = Sought(
        first=WEDNESDAY,
        last=WEDNESDAY,
        since=at,
        until=at + timedelta(minutes=30),
        parts=frozenset({PartOfDay.MORNING, PartOfDay.ALL_DAY}),
    )

    viewer = Viewer(role=Role.OFFICER)

    assert await seen(db, viewer, which) == {"Phiên họp thường kỳ", "Giao ban", "Đang họp", "Sáng"}


async def test_the_order_is_that_of_the_day(db: AsyncSession) -> None:
    await keep(
        db,
        meeting("tối", part=PartOfDay.EVENING, starts_at=None),
        meeting("chiều", part=PartOfDay.AFTERNOON, starts_at=None),
        meeting("9 giờ", starts_at=EIGHT_THIRTY + timedelta(minutes=30)),
        meeting("8 giờ 30"),
        meeting("sáng", starts_at=None),
        meeting("cả ngày", part=PartOfDay.ALL_DAY, starts_at=None),
        meeting("hôm trước", day=WEDNESDAY - timedelta(days=1)),
    )
    which = Sought(first=WEDNESDAY - timedelta(days=1), last=WEDNESDAY)

    page = await meetings.sought(db, Viewer.office(), which, limit=50)

    assert [line.subject for line in page.lines] == [
        "hôm trước",
        "cả ngày",
        "sáng",
        "8 giờ 30",
        "9 giờ",
        "chiều",
        "tối",
    ]


async def test_a_page_knows_how_many_there_are(db: AsyncSession, office: Office) -> None:
    page = await meetings.sought(db, Viewer.office(), THAT_DAY, limit=2, offset=2)

    assert len(page.lines) == 1
    assert page.total == 3


async def test_a_person_and_a_unit_have_their_meetings(db: AsyncSession, office: Office) -> None:
    viewer = Viewer(role=Role.OFFICER, person_id=office.guest)
    of_guest = Sought(first=WEDNESDAY, last=WEDNESDAY, person_id=office.guest)
    of_chair = Sought(first=WEDNESDAY, last=WEDNESDAY, person_id=office.chair)
    of_unit = Sought(first=WEDNESDAY, last=WEDNESDAY, unit_id=office.unit)

    assert await seen(db, viewer, of_guest) == {"Giao ban", "Làm việc riêng"}
    assert await seen(db, viewer, of_chair) == {
        "Giao ban",
        "Làm việc riêng",
        "Phiên họp thường kỳ",
    }
    assert await seen(db, viewer, of_unit) == {"Giao ban", "Làm việc riêng"}


async def test_the_line_is_what_was_published(db: AsyncSession, office: Office) -> None:
    page = await meetings.sought(db, Viewer.stranger(), THAT_DAY, limit=5)

    assert page.lines == (
        MeetingLine(
            is_public=True,
            id=office.public,
            day=WEDNESDAY,
            part=PartOfDay.MORNING,
            starts_at=EIGHT_THIRTY,
            ends_at=None,
            subject="Phiên họp thường kỳ",
            place="Phòng họp số 2",
            state=MeetingState.PLANNED,
            chair="Trần Văn Chủ",
            chair_title="Chủ tịch",
            source_at=PUBLISHED,
        ),
    )
