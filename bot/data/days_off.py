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
    """Add the announced days the store does not know yet; how many were new.

    A day that the office has entered itself is left as it is. The caller commits.
    """
    known = {override.day for override in await days.overrides(db)}
    new = [override for override in announced() if override.day not in known]
    await rows.insert(db, new)
    return len(new)
