"""The commands that write or count whole years: `demo` and `report`."""

from collections.abc import Callable
from dataclasses import replace

from bot.cli_audit import TERMINAL
from bot.data import demo, office_years, report, report_text
from bot.data.years.fill import fill_year
from bot.settings import Settings
from handlers.texts import Say, speak
from scheduler.clock import system_clock
from storage import audit, migrate
from storage.dossier_states import DossierCounting
from storage.engine import Store, opened
from storage.errors import StoreError
from storage.viewer import Viewer

COUNTING = replace(Viewer.office(), channel=TERMINAL)
Progress = Callable[[int, int], None]


async def fill(settings: Settings, year_key: str | None, progress: Progress) -> str:
    """Make an empty store a demonstration: the living office, or a real office's year.

    Gives the sentence that says so. StoreError for a store that is, or may be, a real one.
    """
    now = system_clock(settings.zone)()
    say = speak("vi", settings.zone)
    async with opened(_address(settings, year_key)) as store:
        await migrate.upgrade(store, now=now)
        async with store.sessions() as db, db.begin():
            if year_key is None:
                await demo.fill_or_refresh(db, now=now, seal=settings.seal, hours=settings.hours)
                name: str = say("demo-office")
            else:
                await fill_year(db, year_key, now=now, progress=progress)
                name = office_years.of(year_key).name
        return say("demo-filled", office=name, store=_name(store))


async def count(
    settings: Settings, year_key: str | None, year: int, show: Callable[[str], None]
) -> None:
    """Count a year back from the records, a line at a time."""
    say: Say = speak("vi", settings.zone)
    async with opened(_address(settings, year_key)) as store:
        if await migrate.revision_of(store) is None:
            raise StoreError(
                f"There is no store at {_name(store)}; "
                + (f"make it with: demo --office-year {year_key}." if year_key else "open it once.")
            )
        await migrate.upgrade(store, now=system_clock(settings.zone)())
        now = system_clock(settings.zone)()
        async with store.reading() as db:
            rules = settings.dossier_rules
            how = DossierCounting(by_minute=rules.by_minute, fee_pauses=rules.fee_pauses)
            counted = await report.report(db, year_key, year=year, now=now, how=how)
        async with store.sessions() as db, db.begin():
            await audit.note(db, COUNTING, "report.counted", "", None, now, detail=str(year))
        for line in report_text.lines(counted, say):
            show(line)


def _name(store: Store) -> str:
    """The store as somebody looks for it: its file, or its server without the password."""
    return str(store.file or store.url.set(drivername="postgresql"))


def _address(settings: Settings, year_key: str | None) -> str:
    """The configured store; without one, a file of the year's own, or the demonstration's."""
    if settings.database_url or year_key is None:
        return settings.address
    office_years.of(year_key)  # refuses a year that there is not
    return f"sqlite:///data/{year_key}.db"
