"""Who is behind an account, and who may see whom."""

from datetime import UTC, datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from storage import accounts, languages, people
from storage.conversations import Remembered
from storage.models import Account, Duty, Person, StoreKind, StoreMark, Unit
from storage.sessions import Session
from storage.viewer import DutyKind, Role, Viewer

NOW = datetime(2026, 11, 21, 2, 30, tzinfo=UTC)


async def hoa(db: AsyncSession) -> Person:
    """A head of unit with two duties, who has a Telegram account."""
    unit = Unit(code="KGVX", name="Phòng Khoa giáo – Văn xã", phone="0255 100 200", room="305")
    db.add(unit)
    await db.flush()
    person = Person(
        name="Trần Thị Hòa", role=Role.HEAD, title="Trưởng phòng", unit_id=unit.id, language="vi"
    )
    db.add(person)
    await db.flush()
    assert person.id
    db.add(Duty(person_id=person.id, kind=DutyKind.PETITION_DESK))
    db.add(Duty(person_id=person.id, kind=DutyKind.UNIT_DUTY))
    db.add(
        Account(channel="telegram", external_id="77", chat_id=77, person_id=person.id, since=NOW)
    )
    await db.flush()
    return person


async def test_a_chat_nobody_opened_is_known_to_nobody(db: AsyncSession) -> None:
    assert await accounts.viewer_of(db, "web", 1) is None


async def test_the_viewer_comes_with_unit_duties_and_habit(db: AsyncSession) -> None:
    person = await hoa(db)
    db.add(StoreMark(kind=StoreKind.DEMO, office="Văn phòng", since=NOW, version=4))
    await db.flush()

    known = await accounts.viewer_of(db, "telegram", 77)

    assert known is not None
    assert known == accounts.Known(
        viewer=Viewer(
            role=Role.HEAD,
            person_id=person.id,
            unit_id=person.unit_id,
            name="Trần Thị Hòa",
            title="Trưởng phòng",
            duties=frozenset({DutyKind.PETITION_DESK, DutyKind.UNIT_DUTY}),
            account_id=known.account_id,
            channel="telegram",
            language="vi",
        ),
        account_id=known.account_id,
        blocked=False,
        greeted=False,
        session=Session(
            account_id=known.account_id,
            person_id=person.id,
            is_here=True,
            used_at=NOW,
            ended_at=None,
        ),
        office_version=4,
        remembered=Remembered(),
        missed=False,
        lapsed=False,
    )


async def test_the_language_of_the_account_goes_before_that_of_the_person(
    db: AsyncSession,
) -> None:
    await hoa(db)
    known = await accounts.viewer_of(db, "telegram", 77)
    assert known
    await languages.choose(db, known.account_id, "en")

    again = await accounts.viewer_of(db, "telegram", 77)

    assert again
    assert again.viewer.language == "en"


async def test_somebody_who_left_the_office_is_a_stranger(db: AsyncSession) -> None:
    person = await hoa(db)
    person.active = False
    await db.flush()

    known = await accounts.viewer_of(db, "telegram", 77)

    assert known
    assert known.viewer == Viewer.stranger(channel="telegram", account_id=known.account_id)


async def test_an_account_that_was_linked_is_not_given_to_another_by_opening_it(
    db: AsyncSession,
) -> None:
    linked, played = await hoa(db), Person(name="Người Khác", role=Role.CITIZEN)
    db.add(played)
    await db.flush()
    await accounts.open_account(db, "web", "b", chat_id=5, now=NOW, person_id=linked.id)

    again = await accounts.open_account(db, "web", "b", chat_id=5, now=NOW, person_id=played.id)

    assert again.person_id == linked.id


async def test_an_account_is_opened_once_and_keeps_its_person(db: AsyncSession) -> None:
    person = await hoa(db)
    first = await accounts.open_account(
        db, "web", "browser-1", chat_id=5, now=NOW, person_id=person.id
    )
    await accounts.mark_greeted(db, first.id or 0)

    later = NOW + timedelta(hours=1)
    again = await accounts.open_account(db, "web", "browser-1", chat_id=6, now=later)

    assert again == Account(
        id=first.id,
        channel="web",
        external_id="browser-1",
        chat_id=5,
        person_id=person.id,
        since=NOW,
        seen_at=later,
        greeted=True,
    )
    assert await accounts.by_id(db, first.id or 0) == again


async def test_an_account_can_be_opened_for_a_person(db: AsyncSession) -> None:
    person = await hoa(db)

    opened = await accounts.open_account(
        db, "console", "hoa", chat_id=9, now=NOW, person_id=person.id
    )

    assert opened.person_id == person.id


async def test_a_person_is_reached_where_they_spoke_last(db: AsyncSession) -> None:
    person = await hoa(db)
    await accounts.open_account(db, "web", "browser-1", chat_id=5, now=NOW, person_id=person.id)
    later = NOW + timedelta(hours=1)
    await accounts.open_account(db, "zalo", "z-1", chat_id=6, now=later, person_id=person.id)

    channels = [account.channel for account in await accounts.accounts_of(db, person.id or 0)]

    assert channels == ["zalo", "web", "telegram"]


async def test_understanding_learns_the_names_of_active_staff_and_units_only(
    db: AsyncSession,
) -> None:
    person = await hoa(db)
    db.add(Person(name="Nguyễn Văn Dân", role=Role.CITIZEN))
    db.add(Person(name="Lê Đã Nghỉ", role=Role.OFFICER, active=False))
    await db.flush()

    names, units = await people.lexicon_rows(db)

    assert [(name.id, name.name, name.unit_id) for name in names] == [
        (person.id, "Trần Thị Hòa", person.unit_id)
    ]
    assert [(unit.id, unit.code) for unit in units] == [(person.unit_id, "KGVX")]
