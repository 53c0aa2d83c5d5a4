"""A printed year becomes records, and the report counts them back."""

import datetime as dt
from collections.abc import AsyncGenerator
from decimal import Decimal
from pathlib import Path

import pytest
import pytest_asyncio
import sqlalchemy as sa
from sqlmodel import col, select

from bot.data import office_years, report_text
from bot.data.report import Report, report
from bot.data.years.fill import fill_year
from bot.data.years.spread import Year, takes
from handlers.texts import speak
from scheduler.calendar import WorkingCalendar
from storage import stats
from storage.counted import Period
from storage.engine import Store, opened
from storage.errors import StoreError
from storage.models import Dossier, DossierState, Meeting, Person, StoreKind, StoreMark
from storage.viewer import Role
from tests.bot.data.demo_days import SATURDAY, ZONE
from tests.stores import copy_of, run

SHARE = 0.05
YEAR = Period.of_year(2020, today=SATURDAY.date())
CALENDAR = WorkingCalendar()


async def fill(store: Store, key: str, *, share: float = 1) -> list[tuple[int, int]]:
    told: list[tuple[int, int]] = []
    async with store.sessions() as db, db.begin():
        await fill_year(
            db,
            key,
            now=SATURDAY,
            share=share,
            progress=lambda written, total: told.append((written, total)),
        )
    return told


async def report_of(store: Store, year: int, key: str | None = None) -> Report:
    async with store.reading() as db:
        return await report(db, key, year=year, now=SATURDAY)


@pytest.fixture(scope="module")
def a_part_of_lang_son(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A twentieth of the year, to be copied."""
    folder = tmp_path_factory.mktemp("year")

    async def make() -> None:
        async with opened(copy_of(sqlite_template, folder)) as store:
            await fill(store, "lang-son-2020", share=SHARE)

    run(make())
    return folder / "office.db"


@pytest_asyncio.fixture
async def lang_son(a_part_of_lang_son: Path, tmp_path: Path) -> AsyncGenerator[Store]:
    async with opened(copy_of(a_part_of_lang_son, tmp_path)) as store:
        yield store


@pytest_asyncio.fixture
async def vinh_long(sqlite_store: Store) -> Store:
    await fill(sqlite_store, "vinh-long-2016")
    return sqlite_store


async def test_a_share_of_the_year_is_counted_back_exactly(lang_son: Store) -> None:
    numbers = office_years.of("lang-son-2020").records(SHARE)
    async with lang_son.reading() as db:
        found = await stats.whole(db, YEAR)
    dossiers, incoming, outgoing = found.dossiers, found.incoming, found.outgoing
    meetings, petitions, receptions = found.meetings, found.petitions, found.receptions
    assert dossiers.received == numbers["dossiers_received"]
    assert (dossiers.early, dossiers.on_the_day, dossiers.late) == (
        numbers["dossiers_early"],
        numbers["dossiers_on_the_day"],
        numbers["dossiers_late"],
    )
    still_open = numbers["dossiers_received"] - dossiers.resolved
    assert (dossiers.open_in_time, dossiers.open_late) == (still_open, 0)
    assert (incoming.received, outgoing.issued) == (numbers["incoming"], numbers["outgoing"])
    assert (meetings.held, petitions.received) == (numbers["meetings"], numbers["petitions"])
    desk, chairman = receptions.values()
    assert desk.visits == numbers["desk_visits"]
    assert chairman.sessions == numbers["chairman_sessions"]
    assert chairman.visits == numbers["chairman_visits"]


async def test_dossiers_come_go_and_are_promised_on_working_days(lang_son: Store) -> None:
    async with lang_son.reading() as db:
        found = (await db.exec(select(Dossier).order_by(col(Dossier.id)))).all()
    for one in found:
        assert one.received_on
        assert one.received_at
        assert one.due_on
        days = [one.received_on, one.due_on, *([one.finished_on] if one.finished_on else [])]
        assert all(CALENDAR.is_working(day) for day in days)
        assert one.received_on.year == 2020
        assert one.received_on <= one.due_on
        assert one.code.startswith(f"000.00.12.H37-{one.received_on:%y%m%d}-")
        if one.finished_at is None:
            assert one.state is DossierState.PROCESSING
            assert one.due_on.year == 2021
        else:
            assert one.received_at < one.finished_at
            assert one.finished_at.astimezone(ZONE).year == 2020
    months = {one.received_on.month for one in found if one.received_on}
    assert months == set(range(1, 13))
    assert len({one.received_on for one in found}) > 240


async def test_what_the_page_does_not_say_is_not_claimed(lang_son: Store) -> None:
    found = await report_of(lang_son, 2020)
    assert {one.key for one in found.counts} == {
        *office_years.of("lang-son-2020").records(),
        "dossiers_resolved",
        "dossiers_open",
    }
    assert not {"digitised_rate", "signed_rate"} & {one.key for one in found.shares}
    async with lang_son.reading() as db:
        assert (
            await db.exec(select(Meeting).where(col(Meeting.chair_id).is_not(None)))
        ).all() == []
        names = (await db.exec(select(Person.name))).all()
    assert sorted(names) == [
        "Hoàng Văn E",
        "Lê Văn C",
        "Nguyễn Văn A",
        "Phạm Thị D",
        "Trần Thị B",
    ]


async def test_a_share_does_not_agree_with_the_page_and_the_report_says_so(
    lang_son: Store,
) -> None:
    found = await report_of(lang_son, 2020)
    assert not found.agrees
    said = "\n".join(report_text.lines(found, speak("vi", ZONE)))
    assert "KHÔNG KHỚP với “tiếp nhận 79.091 hồ sơ”" in said


async def test_the_printed_rates_are_named_with_the_base_that_fits(lang_son: Store) -> None:
    found = await report_of(lang_son, 2020, "lang-son-2020")
    assert [(one.rate.percent, one.there.percent()) for one in found.misfits] == [
        (Decimal("27.76"), Decimal("26.93")),
        (Decimal("72.13"), Decimal("69.97")),
    ]
    said = list(report_text.lines(found, speak("vi", ZONE)))
    assert (
        "  “đạt tỷ lệ 27,76%”: 21.302/79.091 là 26,93%; "
        "27,76% đúng khi mẫu số từ 76.723 đến 76.750" in said
    )
    assert any("12 cá nhân được nhận danh hiệu" in line for line in said)


async def test_vinh_long_is_counted_back_with_its_rates(vinh_long: Store) -> None:
    found = await report_of(vinh_long, 2016)
    assert found.agrees
    assert {one.key: one.value for one in found.counts} == {
        "incoming": 16_143,
        "incoming_digitised": 12_343,
        "incoming_in_time": 15_665,
        "outgoing": 9_658,
        "outgoing_signed": 9_658,
        "documents": 25_801,
    }
    assert [(one.key, one.rate.percent()) for one in found.shares] == [
        ("digitised_rate", Decimal("76.46")),
        ("in_time_rate", Decimal("97.04")),
        ("signed_rate", Decimal("100.00")),
    ]
    assert found.misfits == ()
    before = (8_798, 25_080, 11_654)
    assert all(number in one.then for number, one in zip(before, found.growths, strict=True))
    said = list(report_text.lines(found, speak("vi", ZONE)))
    assert said == [
        "BÁO CÁO SỐ LIỆU NĂM 2016",
        "Đơn vị: Văn phòng UBND tỉnh Vĩnh Long (dựng lại từ số liệu năm 2016)",
        "Kỳ báo cáo: từ thứ Sáu 01/01/2016 đến thứ Bảy 31/12/2016",
        "Đếm từ kho lúc 09:00 thứ Bảy 21/11/2026",
        "So với trang tin của Văn phòng UBND tỉnh Vĩnh Long, tệp 002_fbe9b8a89d13974c.txt",
        *said[5:],
    ]
    assert (
        "  Tỷ lệ số hóa văn bản đến: 76,46% = 12.343/16.143 văn bản đến "
        "· khớp với “đạt tỷ lệ 76,46%” (tính đến 14:57 thứ Năm 23/02/2017)" in said
    )


@pytest.mark.acceptance
async def test_the_whole_of_lang_son_is_counted_back(sqlite_store: Store) -> None:
    told = await fill(sqlite_store, "lang-son-2020")
    assert told[-1] == (150_621, 150_621)
    assert told == sorted(told)
    found = await report_of(sqlite_store, 2020)
    assert found.agrees
    (shared,) = found.shared_bases
    assert shared.holds
    assert (shared.fits.lowest, shared.fits.highest) == (76_723, 76_727)
    assert (shared.rest.lowest, shared.rest.highest) == (81, 85)
    assert [(one.key, one.rate.percent()) for one in found.shares] == [
        ("early_rate", Decimal("27.76")),
        ("on_the_day_rate", Decimal("72.13")),
        ("late_rate", Decimal("0.11")),
        ("on_time_rate", Decimal("99.89")),
    ]
    said = list(report_text.lines(found, speak("vi", ZONE)))
    assert (
        "  27,76%, 72,13% cùng đúng khi có từ 76.723 đến 76.727 hồ sơ đã giải quyết "
        "(còn lại từ 81 đến 85); kho có 76.726" in said
    )


async def test_a_year_fills_both_databases(store: Store) -> None:
    told = await fill(store, "lang-son-2020", share=0.004)
    assert told[-1][0] == told[-1][1]
    async with store.sessions() as db, db.begin():
        newcomer = Person(name="Người mới", role=Role.OFFICER)
        db.add(newcomer)
        await db.flush()
        assert newcomer.id == 102
    found = await report_of(store, 2020)
    assert {one.key: one.value for one in found.counts}["dossiers_received"] == 316


async def test_a_configured_store_is_reported_without_a_page(filled: Store) -> None:
    found = await report_of(filled, 2026)
    assert found.page is None
    assert found.period.last == SATURDAY.date()
    assert {one.agrees for one in found.counts} == {None} == {one.agrees for one in found.shares}
    assert len(found.shares) == 8
    for share in found.shares:
        assert 0 <= share.rate.percent() <= 100
    for language in ("vi", "en"):
        said = list(report_text.lines(found, speak(language, ZONE)))
        assert len(said) > 35
        assert not any("&" in line or "<" in line for line in said)


async def test_an_empty_store_says_that_it_has_nothing(sqlite_store: Store) -> None:
    found = await report_of(sqlite_store, 2026)
    assert list(report_text.lines(found, speak("vi", ZONE)))[-1] == (
        "Kho chưa có bản ghi nào trong kỳ này."
    )


async def test_a_report_of_another_page_or_year_is_refused(lang_son: Store) -> None:
    with pytest.raises(StoreError, match="was not made of “vinh-long-2016”"):
        await report_of(lang_son, 2016, "vinh-long-2016")
    with pytest.raises(StoreError, match="is the year 2020, not 2021"):
        await report_of(lang_son, 2021)


async def test_a_year_is_filled_once_and_into_an_empty_store(lang_son: Store) -> None:
    with pytest.raises(StoreError, match="holds “lang-son-2020” already"):
        await fill(lang_son, "lang-son-2020", share=SHARE)
    with pytest.raises(StoreError, match="already holds “lang-son-2020”"):
        await fill(lang_son, "vinh-long-2016", share=SHARE)


async def test_a_real_store_takes_no_year(sqlite_store: Store) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        db.add(StoreMark(kind=StoreKind.REAL, office="Văn phòng thật", since=SATURDAY))
    with pytest.raises(StoreError, match="the real one of"):
        await fill(sqlite_store, "lang-son-2020", share=SHARE)
    async with sqlite_store.reading() as db:
        number = await (await db.connection()).execute(sa.select(sa.func.count(Person.id)))  # type: ignore[arg-type]
        assert number.scalar_one() == 0


@pytest.mark.parametrize(("part", "whole"), [(0, 10), (3, 10), (10, 10), (84, 55_424), (1, 1)])
def test_so_many_are_taken_and_no_more(part: int, whole: int) -> None:
    assert sum(takes(index, part, whole) for index in range(whole)) == part


def test_a_days_things_follow_one_another_within_office_hours() -> None:
    year = Year(2020, CALENDAR, ZONE)
    number = 5_000
    times = []
    for index in range(number):
        day, place, that_day = year.place(index, number)
        assert 0 <= place < that_day
        times.append(year.office_time(day, place, that_day))
    assert times == sorted(times)
    assert times[0].date() == dt.date(2020, 1, 2)
    assert times[-1].date() == dt.date(2020, 12, 31)
    assert {CALENDAR.is_open(time) for time in times} == {True}
