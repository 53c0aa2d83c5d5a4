"""An office that can answer: its store open and up to date, and the pipeline over it."""

import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from bot.channels.known import CHANNELS
from bot.data import days_off, demo
from bot.learning import learn_if_changed
from bot.office import Office
from bot.pipeline import Pipeline
from bot.settings import Settings, SettingsError
from handlers.dossiers.rules import DossierRules
from scheduler import moved_holidays
from scheduler.clock import Clock, system_clock
from storage import closed_sets, migrate, office
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
    await learn_if_changed()
    async with opened(settings.address) as store:
        # By the machine's clock: asking “as if it were then” must not move a demonstration there.
        await prepare(store, settings, system_clock(settings.zone)())
        known = Office(
            page_url=settings.page_url,
            session_lasts=settings.session_lasts,
            hours=settings.hours,
            stale_after=settings.stale_after_working_days,
        )
        async with store.sessions() as db, db.begin():
            await closed_sets.refuse_unknown(db, channels=CHANNELS)
            await known.read(db)
        yield Assistant(
            settings=settings,
            clock=clock,
            store=store,
            office=known,
            pipeline=Pipeline(
                store=store,
                clock=clock,
                zone=settings.zone,
                office=known,
                seal=settings.seal,
                dossier_rules=_dossier_rules(settings, is_demo=known.is_demo),
                link_rules=settings.link_rules,
                times=settings.timetable,
                follow_rules=settings.follow_rules,
                terms=settings.terms,
            ),
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
            await demo.fill_or_refresh(db, now=now, seal=settings.seal, hours=settings.hours)
        moved = await moved_holidays.count_again(
            db, now=now, zone=settings.zone, hours=settings.hours
        )
    if moved:
        log.info("the office's days have changed: %s documents have a new due time", moved)


def _dossier_rules(settings: Settings, *, is_demo: bool) -> DossierRules:
    """The office's rules; a demonstration has its own codes, and tells what opens them."""
    rules = settings.dossier_rules
    if not is_demo:
        return rules
    prefixes = rules.prefixes or (demo.OWN_PREFIX,)
    return replace(rules, prefixes=prefixes, demo_digits=demo.PHONE_DIGITS)
