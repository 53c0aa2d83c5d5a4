"""An office that can answer: its store open and up to date, and the pipeline over it."""

import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from bot.data import days_off, demo
from bot.office import Office
from bot.pipeline import Pipeline
from bot.settings import Settings, SettingsError
from scheduler.clock import Clock, system_clock
from storage import migrate, office
from storage.engine import Store, opened
from storage.models import StoreKind

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Assistant:
    """A store that is open and somebody who can answer from it."""

    settings: Settings
    clock: Clock
    store: Store
    office: Office
    pipeline: Pipeline


@asynccontextmanager
async def assistant(settings: Settings, clock: Clock) -> AsyncGenerator[Assistant]:
    """Open the store (in a demonstration: fill it) and everything that answers from it."""
    async with opened(settings.address) as store:
        # By the machine's clock: asking “as if it were then” must not move a demonstration there.
        await prepare(store, settings, system_clock(settings.zone)())
        known = Office()
        async with store.sessions() as db, db.begin():
            await known.read(db)
        yield Assistant(
            settings=settings,
            clock=clock,
            store=store,
            office=known,
            pipeline=Pipeline(store=store, clock=clock, zone=settings.zone, office=known),
        )


async def prepare(store: Store, settings: Settings, now: datetime) -> None:
    """Bring the store to this program's schema and days; fill it only if nobody configured it."""
    upgraded = await migrate.upgrade(store, now=now)
    if upgraded.copy:
        log.info("the store was upgraded; as it was before, it is in %s", upgraded.copy)
    async with store.sessions() as db, db.begin():
        mark = await office.mark(db)
        is_demo = mark is not None and mark.kind is StoreKind.DEMO
        if settings.demo is not None and not settings.fills_demo and settings.demo != is_demo:
            raise SettingsError(
                f"OFFICE_DEMO={str(settings.demo).lower()}, but the store in OFFICE_DATABASE_URL "
                f"is {'a demonstration' if is_demo else 'not one'}: name the other store."
            )
        if is_demo and not settings.on_loopback:
            raise SettingsError(
                "The store is a demonstration, in which anybody may be anybody: "
                "set OFFICE_WEB_HOST=127.0.0.1."
            )
        await days_off.load_days_off(db)
        if settings.fills_demo:
            await demo.fill_or_refresh(db, now=now)
