"""The office's table of how much may be said where."""

from datetime import UTC, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from storage import exposures, office
from storage.models import Level, Noun, StoreKind, StoreMark
from storage.viewer import Role

NOW = datetime(2026, 11, 21, 2, 30, tzinfo=UTC)


async def table(db: AsyncSession) -> list[tuple[str, Noun, Role, Level]]:
    return [(c.channel, c.noun, c.role, c.level) for c in await exposures.cells(db)]


async def test_a_cell_is_set_once_and_set_anew_in_its_place(db: AsyncSession) -> None:
    await exposures.put(db, "telegram", Noun.DOCUMENTS, Role.HEAD, Level.NONE)
    await exposures.put(db, "telegram", Noun.DOCUMENTS, Role.CLERK, Level.BRIEF)
    await exposures.put(db, "telegram", Noun.DOCUMENTS, Role.HEAD, Level.FULL)
    assert await table(db) == [
        ("telegram", Noun.DOCUMENTS, Role.CLERK, Level.BRIEF),
        ("telegram", Noun.DOCUMENTS, Role.HEAD, Level.FULL),
    ]


async def test_a_cell_that_is_forgotten_is_gone_and_no_other(db: AsyncSession) -> None:
    for noun in (Noun.DOCUMENTS, Noun.PETITIONS):
        await exposures.put(db, "telegram", noun, Role.HEAD, Level.NONE)
    await exposures.forget(db, "telegram", Noun.DOCUMENTS, Role.HEAD)
    assert await table(db) == [("telegram", Noun.PETITIONS, Role.HEAD, Level.NONE)]


async def test_every_change_tells_running_programs_to_read_again(db: AsyncSession) -> None:
    db.add(StoreMark(kind=StoreKind.REAL, office="Văn phòng UBND tỉnh", since=NOW))
    await db.flush()
    await exposures.put(db, "telegram", Noun.DOCUMENTS, Role.HEAD, Level.NONE)
    await exposures.forget(db, "telegram", Noun.DOCUMENTS, Role.HEAD)
    mark = await office.mark(db)
    assert mark
    assert mark.version == 3
