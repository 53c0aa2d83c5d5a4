"""What the columns of the office's own files are called, as somebody has said once."""

from collections.abc import Mapping

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import upserts
from storage.models import ColumnName, SheetKind

_REMEMBER = upserts.upsert(
    ColumnName,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["sheet", "header"], set_={"field": insert.excluded.field}
    ),
)


async def recall(db: AsyncSession) -> dict[SheetKind, dict[str, str]]:
    """For every kind of sheet our field by the folded header; a handful of rows, so all at once."""
    known: dict[SheetKind, dict[str, str]] = {}
    for name in await db.exec(select(ColumnName).order_by(col(ColumnName.header))):
        known.setdefault(name.sheet, {})[name.header] = name.field
    return known


async def remember(db: AsyncSession, sheet: SheetKind, fields: Mapping[str, str]) -> None:
    """Keep which field of ours each folded header means; what was said before is replaced."""
    if fields:
        rows = [{"sheet": sheet, "header": header, "field": f} for header, f in fields.items()]
        await upserts.run(db, _REMEMBER, rows)
