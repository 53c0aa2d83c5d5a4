"""A believable office, invented and dated around today."""

import datetime as dt

from sqlmodel.ext.asyncio.session import AsyncSession

from scheduler.calendar import OfficeHours
from storage.seals import Seal

OWN_PREFIX = "H37"
PHONE_DIGITS, IDENTITY_DIGITS = "0678", "4321"
"""Every dossier was handed in with a telephone number and a số định danh that end so."""

NO_SECRET = Seal()


async def fill_or_refresh(
    db: AsyncSession,
    *,
    now: dt.datetime,
    seal: Seal = NO_SECRET,
    hours: OfficeHours | None = None,
) -> bool:
    """Make the store a demo of today: fill it when empty, move it on when it is of another day.

    `now` is aware, in the office's zone; `seal` seals the digits that open a dossier.
    Documents are due when the office closes by its `hours`. True when something was written; the
    caller commits. StoreError for a store that holds anything else.
    """
    from bot.data.demo import fill  # noqa: PLC0415 - most starts have nothing to fill

    return await fill.bring_up_to_date(db, now=now, seal=seal, hours=hours)
