"""What the program keeps in hand of the store between messages: small, and read again on change."""

from dataclasses import dataclass, field

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.understanding.asked import KnownPerson, KnownUnit, Lexicon
from scheduler import office_days
from scheduler.calendar import WorkingCalendar
from storage import office, people
from storage.models import StoreKind


@dataclass
class Office:
    """The office as it is now: its working days, its people's names, whether it is a demo."""

    calendar: WorkingCalendar = field(default_factory=WorkingCalendar)
    lexicon: Lexicon = field(default_factory=Lexicon)
    name: str = ""
    is_demo: bool = False
    version: int = 0

    async def keep_up(self, db: AsyncSession) -> None:
        """Take everything again if somebody has changed it: for what happens unasked."""
        mark = await office.mark(db)
        if self.version != (mark.version if mark else 0):
            await self.read(db)

    async def read(self, db: AsyncSession) -> None:
        """Take everything from the store again."""
        mark = await office.mark(db)
        known_people, known_units = await people.lexicon_rows(db)
        self.calendar = await office_days.read(db)
        self.name = mark.office if mark else ""
        self.is_demo = mark is not None and mark.kind is StoreKind.DEMO
        self.version = mark.version if mark else 0
        self.lexicon = Lexicon(
            people=tuple(
                KnownPerson(
                    id=person.id,
                    name=person.name,
                    title=person.title,
                    short_title=person.short_title,
                    unit_id=person.unit_id,
                )
                for person in known_people
            ),
            units=tuple(
                KnownUnit(id=unit.id, code=unit.code, name=unit.name) for unit in known_units
            ),
            version=self.version,
        )
