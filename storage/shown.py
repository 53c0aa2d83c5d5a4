"""Which items the numbers of a list mean: they stay with the list as it was sent, all day."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import upserts
from storage.models import ShownList
from storage.viewer import Viewer

_shown = SQLModel.metadata.tables["shownlist"]
Item = tuple[str, int]
"""The kind of an item, or “extension”, and its id."""

Numbered = tuple[int, str, int]
"""The number that stands before it, and the item."""

_KEEP = upserts.upsert(
    ShownList,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["account_id"],
        set_={
            "at": insert.excluded.at,
            "pushed": insert.excluded.pushed,
            "items": insert.excluded["items"],
        },
    ),
)


async def keep(
    db: AsyncSession,
    account_id: int,
    items: Sequence[Numbered],
    *,
    pushed: bool,
    now: datetime,
    goes_on: bool = False,
) -> None:
    """What this account was just sent. A list that goes on keeps the numbers before it."""
    earlier: list[list[object]] = []
    if goes_on and items:
        row = await _row(db, account_id)
        earlier = [one for one in row["items"] if one[0] < items[0][0]] if row else []
    listed = [*earlier, *(list(one) for one in items)]
    await upserts.run(
        db, _KEEP, {"account_id": account_id, "at": now, "pushed": pushed, "items": listed}
    )


async def of_today(db: AsyncSession, viewer: Viewer, *, now: datetime) -> Mapping[int, Item]:
    """What the numbers of the last list mean to this account; nothing if none was sent today.

    `now` is in the office's zone.
    """
    row = await _row(db, viewer.account_id or 0)
    if row is None or row["at"].astimezone(now.tzinfo).date() != now.date():
        return {}
    return {number: (kind, item_id) for number, kind, item_id in row["items"]}


async def _row(db: AsyncSession, account_id: int) -> sa.RowMapping | None:
    this = sa.select(_shown.c.at, _shown.c["items"]).where(_shown.c.account_id == account_id)
    return (await (await db.connection()).execute(this)).mappings().first()
