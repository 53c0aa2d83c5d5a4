"""What the program keeps in hand of the store between messages: small, and read again on change."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.channels import Channel
from bot.exposures import Exposures
from handlers.limits import Levels, Place
from handlers.procedures.published import Published
from handlers.understanding.asked import KnownPerson, KnownUnit, Lexicon
from scheduler import office_days
from scheduler.calendar import OfficeHours, WorkingCalendar
from storage import exposures, office, people
from storage.models import StoreKind
from storage.viewer import Role


@dataclass
class Office:
    """The office as it is now: its working days, its people's names, whether it is a demo."""

    calendar: WorkingCalendar = field(default_factory=WorkingCalendar)
    lexicon: Lexicon = field(default_factory=Lexicon)
    name: str = ""
    is_demo: bool = False
    version: int = 0
    phone: str = ""  # where a person answers: the hotline, else the telephone
    page_url: str = ""  # of the office's own page, for links
    telegram_name: str = ""  # of our bot, without the @; empty until Telegram was reached
    session_lasts: timedelta = timedelta(hours=8)  # on that page, without use
    hours: OfficeHours | None = None  # on a working day; None: the usual ones
    stale_after: int = 1  # working days; what is known for longer may have changed
    exposures: Exposures = field(default_factory=Exposures)
    published: Published = field(default_factory=Published)  # procedures, read when asked for

    def place(self, channel: Channel) -> Place:
        """Where an answer on this channel is read; the table is looked up when it is needed."""
        return Place(levels=partial(self._levels, channel), page_url=self.page_url)

    def _levels(self, channel: Channel, role: Role) -> Levels:
        return self.exposures.levels(channel, role)

    def fresh_since(self, today: date) -> date:
        """The first day whose records are not more than `stale_after` working days old today."""
        return self.calendar.add_working_days(today + timedelta(days=1), -self.stale_after - 1)

    async def keep_up(self, db: AsyncSession) -> None:
        """Take everything again if somebody has changed it: for what happens unasked."""
        mark = await office.mark(db)
        if self.version != (mark.version if mark else 0):
            await self.read(db)

    async def read(self, db: AsyncSession) -> None:
        """Take everything from the store again."""
        mark = await office.mark(db)
        facts = await office.facts(db)
        human = facts.get("hotline") or facts.get("phone")
        known_people, known_units = await people.lexicon_rows(db)
        self.calendar = await office_days.read(db, hours=self.hours)
        self.exposures = Exposures.of(await exposures.cells(db))
        self.published.look_again()
        self.phone = human.value if human else ""
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
            calendar=self.calendar,
            version=self.version,
        )
