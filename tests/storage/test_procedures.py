"""The catalogue on both databases: what applies when, and what an import makes of it."""

import datetime as dt
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from storage import imported_procedures, procedures
from storage.merging import Merge, Source
from storage.models import TimeUnit
from storage.procedures import Paper, Variant
from storage.viewer import Viewer
from tests.hands import MONDAY
from tests.procedures import procedure, short

OFFICE = Viewer.office()
TODAY = MONDAY.date()
APPLICATION, OLD = {"name": "Đơn đề nghị", "originals": 1}, {"name": "Giấy cũ", "copies": 2}


def row(case: str = "", **more: Any) -> dict[str, Any]:
    return {
        "code": "1.000001",
        "name": "Cấp lại giấy phép",
        "field": "Công Thương",
        "level": "Cấp xã",
        "agency": "UBND cấp xã",
        "time_limit": 5,
        "time_unit": TimeUnit.WORKING_DAYS,
        "case": case,
        **more,
    }


async def put(db: AsyncSession, *rows: dict[str, Any], now: dt.datetime = MONDAY) -> Merge:
    found = await imported_procedures.merge(db, OFFICE, rows)
    await imported_procedures.write(db, OFFICE, found, Source(name="tthc.xlsx", at=now))
    return found


async def the_one(db: AsyncSession) -> procedures.Whole:
    (named,) = await procedures.named(db)
    whole = await procedures.whole(db, named.id)
    assert whole
    return whole


async def test_papers_and_cases_come_back_as_they_were(db: AsyncSession) -> None:
    db.add_all(short())
    await db.flush()
    named = {one.code: one for one in await procedures.named(db)}
    birth = await procedures.whole(db, named["1.000001"].id)
    licence = await procedures.whole(db, named["1.000004"].id)
    assert birth
    assert licence
    assert birth.papers[0] == Paper(name="Tờ khai đăng ký khai sinh", originals=1, form="Mẫu số 01")
    assert licence.variants[1] == Variant(
        name="Bị hỏng",
        time_limit=5,
        time_unit=TimeUnit.WORKING_DAYS,
        papers=(Paper(name="Giấy phép bị hỏng", originals=1),),
    )
    assert await procedures.whole(db, 999) is None


async def test_a_later_row_of_a_code_ends_the_one_before(db: AsyncSession) -> None:
    later = TODAY + dt.timedelta(days=10)
    db.add_all([procedure("1.1", "Cũ"), procedure("1.1", "Mới", valid_from=later)])
    await db.flush()
    before, after = await procedures.named(db)
    assert before.valid_to == later - dt.timedelta(days=1)
    assert (before.applies(TODAY), before.applies(later)) == (True, False)
    assert (after.applies(TODAY), after.applies(later)) == (False, True)


async def test_importing_again_changes_nothing(db: AsyncSession) -> None:
    rows = (row("Bị mất", papers=[APPLICATION]), row("Bị hỏng", papers=[APPLICATION, OLD]))
    assert len((await put(db, *rows)).new) == 1
    again = await put(db, *rows, now=MONDAY + dt.timedelta(days=1))
    assert (len(again.new), len(again.changed), len(again.same)) == (0, 0, 1)
    one = await the_one(db)
    assert one.valid_from == TODAY
    assert one.papers == (Paper(name="Đơn đề nghị", originals=1),)
    assert [case.papers for case in one.variants] == [(), (Paper(name="Giấy cũ", copies=2),)]


async def test_an_empty_cell_leaves_what_is_there_and_a_new_fee_is_taken(db: AsyncSession) -> None:
    await put(db, row(papers=[APPLICATION], fee="10.000 đồng"))
    changed = await put(db, row(fee="20.000 đồng"))
    assert list(changed.changed.values()) == [{"fee": "20.000 đồng"}]
    one = await the_one(db)
    assert (one.fee, len(one.papers)) == ("20.000 đồng", 1)


async def test_a_new_day_of_validity_is_a_new_version_beside_the_old_one(db: AsyncSession) -> None:
    await put(db, row(valid_from=TODAY))
    later = TODAY + dt.timedelta(days=30)
    assert len((await put(db, row(valid_from=later, version=2))).new) == 1
    assert [one.valid_from for one in await procedures.named(db)] == [TODAY, later]
