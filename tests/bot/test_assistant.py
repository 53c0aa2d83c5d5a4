"""Opening a store: what it is brought to, what it is filled with, what it refuses to be."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlmodel import select

from bot.assistant import assistant, prepare
from bot.data import days_off
from bot.data.days_off import announced
from bot.settings import Settings, SettingsError
from scheduler.calendar import OfficeHours
from scheduler.clock import VIETNAM, system_clock
from storage.engine import Store
from storage.errors import StoreError
from storage.models import (
    DayKind,
    DayOverride,
    IncomingDocument,
    Person,
    StoreKind,
    StoreMark,
    TimeUnit,
)
from storage.viewer import Role
from tests import office as make
from tests.hands import MONDAY, Hands


def settings_of(store: Store, **more: object) -> Settings:
    return Settings(database_url=f"sqlite:///{store.file}", _env_file=None, **more)  # type: ignore[arg-type]


async def mark(store: Store, kind: StoreKind) -> None:
    async with store.sessions() as db, db.begin():
        db.add(StoreMark(kind=kind, office="Văn phòng Ví Dụ", since=MONDAY))


async def days(store: Store) -> dict[str, DayKind]:
    async with store.reading() as db:
        return {str(row.day): row.kind for row in await db.exec(select(DayOverride))}


async def test_a_configured_empty_store_knows_the_announced_days_and_is_not_filled(
    sqlite_store: Store,
) -> None:
    await prepare(sqlite_store, settings_of(sqlite_store), MONDAY)
    known = await days(sqlite_store)
    assert known["2026-11-24"] is DayKind.OFF
    assert known["2026-08-22"] is DayKind.WORKED
    async with sqlite_store.reading() as db:
        assert (await db.exec(select(Person))).all() == []
        assert (await db.exec(select(StoreMark))).all() == []


async def test_a_day_that_the_office_has_entered_itself_stays_as_it_is(
    sqlite_store: Store,
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        db.add(DayOverride(day=make.day("2026-11-24"), kind=DayKind.WORKED, name="Trực bão"))
    for _start in range(2):
        await prepare(sqlite_store, settings_of(sqlite_store), MONDAY)
    known = await days(sqlite_store)
    assert known["2026-11-24"] is DayKind.WORKED
    assert len(known) == len(announced())


async def test_a_proposal_gives_way_to_the_notice_that_decides_it_and_deadlines_move(
    sqlite_store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    await prepare(sqlite_store, settings_of(sqlite_store), MONDAY)
    async with sqlite_store.sessions() as db, db.begin():
        await make.document(
            db,
            "1/SYT-NVY",
            due_on=make.day("2026-11-26"),
            due_limit=3,
            due_unit=TimeUnit.WORKING_DAYS,
            due_from=make.at("2026-11-20 10:00"),
        )
    file = tmp_path / "days_off.toml"
    written = days_off.FILE.read_text("utf-8")
    proposal = written[written.index("[[days]]\nday = 2026-11-23") :].split("\n\n")[0]
    notice = '[[days]]\nday = 2026-11-23\nkind = "off"\nname = "Nghỉ hoán đổi"\nbasis = "Thông báo"'
    file.write_text(written.replace(proposal, notice), "utf-8")
    monkeypatch.setattr(days_off, "FILE", file)

    await prepare(sqlite_store, settings_of(sqlite_store), MONDAY)

    assert (await days(sqlite_store))["2026-11-23"] is DayKind.OFF
    async with sqlite_store.reading() as db:
        document = (await db.exec(select(IncomingDocument))).one()
        assert (document.due_on, document.due_version) == (make.day("2026-11-27"), 2)


async def test_documents_by_rule_and_the_calendar_follow_the_offices_own_hours(
    sqlite_store: Store, hands: Hands
) -> None:
    hours = OfficeHours(
        opens=dt.time(7), lunch=dt.time(11), back=dt.time(13), closes=dt.time(16, 30)
    )
    async with sqlite_store.sessions() as db, db.begin():
        await make.document(
            db,
            due_on=make.day("2026-11-26"),
            due_limit=3,
            due_unit=TimeUnit.WORKING_DAYS,
            due_from=make.at("2026-11-20 10:00"),
        )
    async with assistant(settings_of(sqlite_store, hours=hours), hands) as office:
        assert office.office.calendar.hours == hours
        async with office.store.reading() as db:
            document = (await db.exec(select(IncomingDocument))).one()
            assert document.due_at == make.at("2026-11-26 16:30")


async def test_the_store_that_nobody_configured_is_moved_on_to_today(
    mondays_demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hands: Hands
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    shutil.copy(mondays_demo, tmp_path / "data" / "demo.db")
    async with assistant(Settings(_env_file=None), hands) as office:
        async with office.store.reading() as db:
            mark = (await db.exec(select(StoreMark))).one()
        assert mark.filled_on == system_clock(VIETNAM)().date()
        assert office.office.is_demo


async def test_a_demonstration_is_not_opened_to_other_machines(sqlite_store: Store) -> None:
    await mark(sqlite_store, StoreKind.DEMO)
    outside = settings_of(sqlite_store, web_host="0.0.0.0", secret="x" * 32)  # noqa: S104
    with pytest.raises(SettingsError) as refused:
        await prepare(sqlite_store, outside, MONDAY)
    assert str(refused.value) == (
        "The store is a demonstration, in which anybody may be anybody: "
        "set OFFICE_WEB_HOST=127.0.0.1."
    )


@pytest.mark.parametrize(
    ("kind", "insisted", "sentence"),
    [
        (StoreKind.REAL, True, "OFFICE_DEMO=true, but the store in OFFICE_DATABASE_URL is not one"),
        (None, True, "OFFICE_DEMO=true, but the store in OFFICE_DATABASE_URL is not one"),
        (
            StoreKind.DEMO,
            False,
            "OFFICE_DEMO=false, but the store in OFFICE_DATABASE_URL is a demonstration",
        ),
    ],
)
async def test_a_store_that_is_not_what_the_settings_insist_on_refuses(
    sqlite_store: Store, kind: StoreKind | None, insisted: bool, sentence: str
) -> None:
    if kind:
        await mark(sqlite_store, kind)
    with pytest.raises(SettingsError, match=sentence):
        await prepare(sqlite_store, settings_of(sqlite_store, demo=insisted), MONDAY)


@pytest.mark.parametrize(("kind", "insisted"), [(StoreKind.REAL, False), (StoreKind.DEMO, True)])
async def test_a_store_that_is_what_the_settings_insist_on_opens(
    sqlite_store: Store, hands: Hands, kind: StoreKind, insisted: bool
) -> None:
    await mark(sqlite_store, kind)
    async with assistant(settings_of(sqlite_store, demo=insisted), hands) as office:
        assert office.office.name == "Văn phòng Ví Dụ"
        assert office.office.is_demo is insisted


async def test_a_store_with_a_role_that_nobody_knows_is_refused(
    sqlite_store: Store, hands: Hands
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        await make.person(db, role=Role.OFFICE)
    with pytest.raises(StoreError, match="“office” as role of person"):
        async with assistant(settings_of(sqlite_store), hands):
            pass


async def test_a_store_that_a_newer_program_has_used_is_refused(sqlite_store: Store) -> None:
    async with sqlite_store.engine.begin() as connection:
        await connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="a newer program has used it, so start that one"):
        await prepare(sqlite_store, settings_of(sqlite_store), MONDAY)
