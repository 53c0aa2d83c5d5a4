"""The catalogue in hand: built once, and anew when what is published has changed."""

import asyncio
from dataclasses import dataclass, field

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.procedures.search import Catalogue
from storage import procedures


@dataclass
class Published:
    """One for the program. Nothing is read before somebody asks for a procedure."""

    _catalogue: Catalogue | None = None
    _is_stale: bool = True
    _building: asyncio.Lock = field(default_factory=asyncio.Lock)

    def look_again(self) -> None:
        """Something in the store has changed, and the catalogue may have."""
        self._is_stale = True

    async def catalogue(self, db: AsyncSession) -> Catalogue:
        """All procedures as they are now, ready to be searched."""
        async with self._building:
            if self._catalogue is None or self._is_stale:
                self._is_stale = False
                named = await procedures.named(db)
                if self._catalogue is None or self._catalogue.procedures != named:
                    self._catalogue = await asyncio.to_thread(Catalogue, named)
            return self._catalogue
