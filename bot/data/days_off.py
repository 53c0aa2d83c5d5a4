"""The days off that no rule can know, as announced: every store starts with them."""

import tomllib
from pathlib import Path

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.data import rows
from storage import days
from storage.models import DayKind, DayOverride

FILE = Path(__file__).with_suffix(".toml")


def announced() -> list[DayOverride]:
    """What the file says."""
    file = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return [
        DayOverride(
            day=day["day"],
            kind=DayKind(day["kind"]),
            name=day["name"],
            basis=day["basis"],
            official=day.get("official", True),
        )
        for day in file["days"]
    ]


async def load_days_off(db: AsyncSession) -> int:
    """Add the announced days the store does not know yet; how many were new or decided.

    A proposal gives way to the notice that decides it. A day that the office has decided itself
    is left as it is. The caller commits.
    """
    known = {override.day: override for override in await days.overrides(db)}
    new = [override for override in announced() if override.day not in known]
    await rows.insert(db, new)
    decided = [
        (known[notice.day], notice)
        for notice in announced()
        if notice.official and notice.day in known and not known[notice.day].official
    ]
    for proposal, notice in decided:
        proposal.sqlmodel_update(notice.model_dump(include={"kind", "name", "basis", "official"}))
        db.add(proposal)
    await db.flush()
    return len(new) + len(decided)
