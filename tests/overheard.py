"""Listening to the log of a conversation: nobody may learn from it who spoke, or what was said."""

import logging

from sqlmodel import select

from bot import logs
from storage.engine import Store
from storage.models import Dossier, Person, Petition

LONG_ENOUGH = 8  # characters: shorter words stand in any log


class Overheard(logging.Handler):
    """Everything that our log would have had at DEBUG, as it would have been written."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(logs.Masking("%(levelname)s %(name)s: %(message)s"))
        self.lines: list[str] = []
        self.typed: list[list[str]] = []  # what each chat of the test typed

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))

    def begin(self) -> None:
        """Hear everything from now on."""
        logs.speak_from(logging.DEBUG)
        logging.getLogger().addHandler(self)

    def end(self) -> None:
        """Hear nothing more."""
        logging.getLogger().removeHandler(self)
        logs.speak_from(logging.NOTSET)

    async def gives_nobody_away(self, store: Store) -> None:
        """No name of the store, no number of a telephone and no typed word is in it."""
        told = "\n".join(self.lines)
        if not told:
            return
        assert [one for one in await secrets_of(store) if one in told] == []
        words = [one for chat in self.typed for one in chat if len(one) >= LONG_ENOUGH]
        assert [one for one in words if one in told] == []


async def secrets_of(store: Store) -> set[str]:
    """Who is in the records, and how they are reached."""
    async with store.reading() as db:
        found = {*await db.exec(select(Person.name)), *await db.exec(select(Person.phone))}
        found |= {
            *await db.exec(select(Dossier.applicant)),
            *await db.exec(select(Petition.sender)),
        }
    return {one for one in found if len(one) >= LONG_ENOUGH}
