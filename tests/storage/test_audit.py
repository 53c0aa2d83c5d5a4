"""The audit is only ever added to, and only the administrator reads it."""

import datetime as dt

import pytest
import pytest_asyncio
import sqlalchemy as sa
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import audit, audit_trail
from storage.audit_trail import Entry, Record
from storage.engine import Store
from storage.models import AuditEntry, PetitionKind, RecordKind
from storage.seals import Seal
from storage.viewer import Role, Viewer
from tests import office as make
from tests.hands import MONDAY

SEAL = Seal("a secret of the office, long enough for it")
ADMIN = Viewer(role=Role.ADMIN, person_id=1)
ADMIN_UNKNOWN = Viewer(role=Role.ADMIN)
LONG_AGO = dt.datetime(2001, 1, 1, tzinfo=dt.UTC)


@pytest_asyncio.fixture
async def reader(db: AsyncSession) -> Viewer:
    """Somebody of the office who looks at things."""
    return make.viewer(await make.person(db, "Trần Thị Hoa", title="Chuyên viên"))


async def entries(db: AsyncSession) -> list[AuditEntry]:
    return [*(await db.exec(select(AuditEntry).order_by(col(AuditEntry.id)))).all()]


async def shown(db: AsyncSession, viewer: Viewer, record: Record) -> list[Entry]:
    return [*(await audit_trail.looks_at(db, viewer, record, limit=20)).items]


async def test_every_record_of_a_screen_is_one_entry(db: AsyncSession, reader: Viewer) -> None:
    audit.saw(db, RecordKind.DOSSIER, [3, 1])
    audit.saw(db, RecordKind.DOSSIER, [1])
    await audit.keep(db, reader, "dossier.status", audit.taken(db), seal=SEAL, now=MONDAY)
    kept = await entries(db)
    assert [(one.item_kind, one.item_id, one.act) for one in kept] == [
        ("dossier", 3, "dossier.status"),
        ("dossier", 1, "dossier.status"),
    ]
    assert audit.taken(db) == ()


async def test_a_question_about_records_that_shows_none_is_one_entry(
    db: AsyncSession, reader: Viewer
) -> None:
    await audit.keep(db, reader, "document.overdue", (), seal=SEAL, now=MONDAY)
    await audit.keep(db, reader, "office.info", (), seal=SEAL, now=MONDAY)
    assert [(one.act, one.item_kind, one.item_id) for one in await entries(db)] == [
        ("document.overdue", "document", None)
    ]


async def test_a_code_that_showed_nothing_is_kept_sealed(db: AsyncSession, reader: Viewer) -> None:
    audit.missed(db, RecordKind.PETITION, "ĐT-2026-0758")
    await audit.keep(db, reader, "petition.status", audit.taken(db), seal=SEAL, now=MONDAY)
    [kept] = await entries(db)
    assert kept.item_id is None
    assert "0758" not in f"{kept.sought} {kept.detail}"
    record = await audit_trail.record_called(db, RecordKind.PETITION, "ĐT-2026-0758", seal=SEAL)
    [entry] = await shown(db, ADMIN, record)
    assert (entry.found, entry.name) == (False, "Trần Thị Hoa")


async def test_what_citizens_see_of_published_meetings_is_not_kept(db: AsyncSession) -> None:
    audit.saw(db, RecordKind.MEETING, [1])
    stranger = Viewer.stranger(channel="webchat")
    await audit.keep(db, stranger, "meeting.schedule", audit.taken(db), seal=SEAL, now=MONDAY)
    assert await entries(db) == []


async def test_who_acts_for_a_leader_is_named_beside_the_leader(db: AsyncSession) -> None:
    leader = await make.person(db, "Nông Văn Thành", Role.LEADER, title="Chánh Văn phòng")
    secretary = await make.person(db, "Vi Thu Hà", title="Chuyên viên")
    acting = make.viewer(leader, actor_id=secretary.id)
    audit.saw(db, RecordKind.DOSSIER, [7])
    await audit.keep(db, acting, "dossier.status", audit.taken(db), seal=SEAL, now=MONDAY)
    [entry] = await shown(db, ADMIN, Record(kind=RecordKind.DOSSIER, ids=(7,)))
    assert (entry.name, entry.behalf_name) == ("Vi Thu Hà", "Nông Văn Thành")


async def test_a_citizen_is_never_named(db: AsyncSession) -> None:
    citizen = await make.person(db, "Nguyễn Văn Ví Dụ", Role.CITIZEN)
    audit.saw(db, RecordKind.DOSSIER, [7])
    viewer = make.viewer(citizen)
    await audit.keep(db, viewer, "dossier.status", audit.taken(db), seal=SEAL, now=MONDAY)
    [entry] = await shown(db, ADMIN, Record(kind=RecordKind.DOSSIER, ids=(7,)))
    assert entry.name == ""


@pytest.mark.parametrize("role", sorted({*Role} - {Role.ADMIN, Role.OFFICE}))
async def test_nobody_but_the_administrator_reads_the_audit(
    db: AsyncSession, reader: Viewer, role: Role
) -> None:
    audit.saw(db, RecordKind.DOSSIER, [7])
    await audit.keep(db, reader, "dossier.status", audit.taken(db), seal=SEAL, now=MONDAY)
    record = Record(kind=RecordKind.DOSSIER, ids=(7,))
    assert await shown(db, Viewer(role=role, person_id=reader.person_id), record) == []
    assert len(await shown(db, ADMIN, record)) == 1


async def test_a_denunciation_reads_like_a_code_that_nobody_ever_had(
    db: AsyncSession, reader: Viewer
) -> None:
    denunciation = await make.petition(db, PetitionKind.DENUNCIATION)
    complaint = await make.petition(db)
    assert denunciation.id
    assert complaint.id
    audit.saw(db, RecordKind.PETITION, [denunciation.id, complaint.id])
    await audit.keep(db, reader, "petition.status", audit.taken(db), seal=SEAL, now=MONDAY)
    other = make.viewer(await make.person(db, "Lý Văn Nam"))
    for code in (denunciation.code, "ĐT-2026-9999"):
        audit.missed(db, RecordKind.PETITION, code)
        await audit.keep(db, other, "petition.status", audit.taken(db), seal=SEAL, now=MONDAY)
    found = {
        code: [
            (entry.name, entry.found)
            for entry in await shown(
                db,
                ADMIN,
                await audit_trail.record_called(db, RecordKind.PETITION, code, seal=SEAL),
            )
        ]
        for code in (denunciation.code, "ĐT-2026-9999", complaint.code)
    }
    assert found[denunciation.code] == found["ĐT-2026-9999"] == [("Lý Văn Nam", False)]
    assert found[complaint.code] == [("Trần Thị Hoa", True)]
    # Nor by its number in the store.
    by_id = Record(kind=RecordKind.PETITION, ids=(denunciation.id,))
    assert await shown(db, ADMIN, by_id) == []


async def test_this_record_is_the_one_the_account_looked_at_last(
    db: AsyncSession, reader: Viewer
) -> None:
    account = await make.account(db)
    assert account.id
    here = Viewer(role=Role.ADMIN, account_id=account.id)
    for ids in ([1], [2]):
        audit.saw(db, RecordKind.DOSSIER, ids)
        await audit.keep(db, here, "dossier.status", audit.taken(db), seal=SEAL, now=MONDAY)
    audit.saw(db, RecordKind.DOCUMENT, [9])
    await audit.keep(db, here, "document.status", audit.taken(db), seal=SEAL, now=MONDAY)
    newest = await audit_trail.newest_of(db, ADMIN, account.id, RecordKind.DOSSIER, since=MONDAY)
    assert newest == Record(kind=RecordKind.DOSSIER, ids=(2,))
    whatever = await audit_trail.newest_of(db, ADMIN, account.id, None, since=MONDAY)
    assert whatever == Record(kind=RecordKind.DOCUMENT, ids=(9,))
    later = MONDAY + dt.timedelta(seconds=1)
    assert await audit_trail.newest_of(db, ADMIN, account.id, None, since=later) is None


UPDATE = "UPDATE auditentry SET act = 'nothing.happened'"
DELETE = "DELETE FROM auditentry"


@pytest.mark.parametrize(
    ("sql", "refusal"), [(UPDATE, "never changes"), (DELETE, "of the last year is kept")]
)
async def test_the_database_itself_refuses_to_change_what_happened(
    store: Store, sql: str, refusal: str
) -> None:
    async with store.sessions() as db, db.begin():
        await audit.note(db, ADMIN_UNKNOWN, "document.done", "document", 1, in_the_future())
    async with store.engine.connect() as connection:
        with pytest.raises(sa.exc.DBAPIError, match=refusal):
            await connection.execute(sa.text(sql))
    async with store.reading() as db:
        assert [one.act for one in await entries(db)] == ["document.done"]


REPLACE = "REPLACE INTO auditentry SELECT * FROM auditentry"


async def test_nor_can_an_entry_be_replaced_by_another_of_its_number(store: Store) -> None:
    if not store.is_sqlite:
        return  # has no REPLACE
    async with store.sessions() as db, db.begin():
        await audit.note(db, ADMIN_UNKNOWN, "document.done", "document", 1, in_the_future())
    async with store.engine.connect() as connection:
        with pytest.raises(sa.exc.DBAPIError, match="never changes"):
            await connection.execute(sa.text(REPLACE))


async def test_nor_does_a_server_empty_the_table(store: Store) -> None:
    if store.is_sqlite:
        return  # has no TRUNCATE
    async with store.engine.connect() as connection:
        with pytest.raises(sa.exc.DBAPIError, match="of the last year is kept"):
            await connection.execute(sa.text("TRUNCATE auditentry"))


async def test_what_is_old_enough_is_forgotten_and_nothing_else(store: Store) -> None:
    async with store.sessions() as db, db.begin():
        for at in (LONG_AGO, LONG_AGO + dt.timedelta(days=1), in_the_future()):
            await audit.note(db, ADMIN_UNKNOWN, "document.done", "document", 1, at)
    async with store.sessions() as db, db.begin():
        assert await audit.forget_before(db, LONG_AGO + dt.timedelta(days=1)) == 1
    async with store.sessions() as db, db.begin():
        assert await audit.forget_before(db, LONG_AGO + dt.timedelta(days=1)) == 0
        assert len(await entries(db)) == 2


def in_the_future() -> dt.datetime:
    """Younger than any year by the database's own clock, whatever day it is."""
    return dt.datetime(2200, 1, 1, tzinfo=dt.UTC)
