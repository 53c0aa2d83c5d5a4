"""Where sheets are looked at, held until told what to do with them, and imported."""

import datetime as dt
from typing import Protocol

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.imports.outcome import Outcome
from handlers.texts import Say
from storage.viewer import Viewer


class Sheet(Protocol):
    """A file that was read as a sheet."""

    @property
    def name(self) -> str:
        """The file's name."""


class Desk(Protocol):
    """What the handlers need of it; `bot/imports.py` is it."""

    async def look(
        self, db: AsyncSession, viewer: Viewer, sheet: Sheet, *, now: dt.datetime
    ) -> Outcome | None:
        """What the sheet would change; None where it is no kind of sheet that is known."""

    async def write(
        self, db: AsyncSession, viewer: Viewer, sheet: Sheet, *, now: dt.datetime
    ) -> Outcome | None:
        """Import it as a whole, or nothing of it."""

    async def marked(self, sheet: Sheet, outcome: Outcome, say: Say) -> bytes:
        """The sender's own sheet with what is wrong in it, as an .xlsx."""

    def hold(
        self, account_id: int, sheet: Sheet, *, now: dt.datetime, accepts: bool = False
    ) -> str:
        """Keep it in mind for a while, in place of the account's one before; gives its number.

        `accepts`: who takes it has seen the doubts, and takes its word.
        """

    def take(self, account_id: int, number: str, *, now: dt.datetime) -> Sheet | None:
        """The sheet of this account and number, once; None when it is not held any more."""
