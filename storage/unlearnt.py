"""What was not understood, masked: kept so that the office can teach it, without who said it."""

import re
from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import upserts
from storage.folding import folded
from storage.models import TABLES, Unlearnt

_unlearnt = TABLES["unlearnt"]
_KEEP = upserts.upsert(
    Unlearnt,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["language", "by_officer", "folded"],
        set_={"times": _unlearnt.c.times + 1},
    ),
)


async def keep(db: AsyncSession, words: str, *, language: str, by_officer: bool, day: date) -> None:
    """Keep a masked sentence; one that is there already is counted once more, from its first day.

    One statement.
    """
    await upserts.run(
        db,
        _KEEP,
        {
            "language": language,
            "by_officer": by_officer,
            "words": words,
            "folded": " ".join(re.findall(r"\w+", folded(words))),
            "day": day,
            "times": 1,
        },
    )


async def sentences(db: AsyncSession) -> Sequence[Unlearnt]:
    """All of them, the most frequent first, of those as frequent the newest."""
    ordered = select(Unlearnt).order_by(
        col(Unlearnt.times).desc(), col(Unlearnt.day).desc(), col(Unlearnt.id)
    )
    return (await db.exec(ordered)).all()


async def forget(db: AsyncSession, number: int | None = None) -> int:
    """Delete one sentence, or all; tells how many there were."""
    these = sa.delete(_unlearnt)
    if number is not None:
        these = these.where(_unlearnt.c.id == number)
    return (await (await db.connection()).execute(these)).rowcount
