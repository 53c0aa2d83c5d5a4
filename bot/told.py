"""What the commands tell of the ledger and of the channels' budgets, a line each."""

import datetime as dt
from collections.abc import AsyncGenerator

from bot.assistant import Assistant
from bot.channels.known import CHANNELS
from bot.settings import SettingsError
from bot.staffing import somebody_called
from handlers.reminders import lines
from handlers.texts import Say, Words
from scheduler.budgets import began
from scheduler.calendar import ONE_DAY
from storage import channel_budgets, ledger
from storage.channel_budgets import Budget
from storage.ledger import LedgerEntry
from storage.models import BudgetPeriod
from storage.viewer import Viewer

AT_ONCE = 500  # lines that are read together
THE_OFFICE = Viewer.office()


async def notices(
    office: Assistant, say: Say, *, day: str | None, called: str | None, missing: bool
) -> AsyncGenerator[Words]:
    """What was said unasked on a day, today if none is given, or with `missing` did not arrive."""
    first = dt.datetime.combine(_day(day, office, say), dt.time(), say.zone)
    shown = 0
    async with office.store.reading() as db:
        person_id = (await somebody_called(db, called, "--person")).id if called else None
        while True:
            page = await ledger.entries(
                db,
                THE_OFFICE,
                first=first,
                end=first + ONE_DAY,
                missing=missing,
                person_id=person_id,
                limit=AT_ONCE,
                offset=shown,
            )
            for entry in page.items:
                yield _line(entry, say)
            shown += len(page.items)
            if len(page.items) < AT_ONCE:
                break
    if shown:
        yield say("ledger-command-sum", total=shown)
    else:
        yield say("ledger-command-none-missing" if missing else "ledger-command-none")


def _line(entry: LedgerEntry, say: Say) -> Words:
    return say(
        "ledger-command-line",
        time=entry.planned_for,
        person=entry.person or say("ledger-nobody"),
        what=lines.what(entry, say),
        fate=lines.fate(entry, say),
        attempts=entry.attempts if entry.fate not in lines.NO_TROUBLE else 0,
    )


def _day(given: str | None, office: Assistant, say: Say) -> dt.date:
    if given is None:
        return office.clock().date()
    try:
        return dt.date.fromisoformat(given)
    except ValueError as wrong:
        raise SettingsError(say("ledger-day-wrong", given=given)) from wrong


async def budgets(office: Assistant, say: Say) -> AsyncGenerator[Words]:
    """Every budget, and how much of it was used."""
    now = office.clock()
    async with office.store.reading() as db:
        found = await channel_budgets.budgets(db)
        used = [
            await channel_budgets.used(db, one.channel, began(one.period, now)) for one in found
        ]
    if not found:
        yield say("budgets-none")
    for one, number in zip(found, used, strict=True):
        yield _budget(one, number, say)


async def set_budget(office: Assistant, say: Say, wanted: Budget) -> AsyncGenerator[Words]:
    """Set one; a running program keeps to it from its next message on."""
    if wanted.channel not in CHANNELS:
        known = ", ".join(CHANNELS)
        raise SettingsError(say("budgets-channel-wrong", channel=wanted.channel, known=known))
    if wanted.reserve > wanted.most:
        raise SettingsError(say("budgets-reserve-wrong", reserve=wanted.reserve, most=wanted.most))
    now = office.clock()
    async with office.store.sessions() as db, db.begin():
        await channel_budgets.put(db, wanted, now=now)
        used = await channel_budgets.used(db, wanted.channel, began(wanted.period, now))
    yield say("budgets-set", budget=_budget(wanted, used, say))


async def remove_budget(
    office: Assistant, say: Say, channel: str, period: BudgetPeriod
) -> AsyncGenerator[Words]:
    """Lift one: there is no limit any more."""
    async with office.store.sessions() as db, db.begin():
        gone = await channel_budgets.remove(db, channel, period, now=office.clock())
    if not gone:
        raise SettingsError(say("budgets-not-there", channel=channel))
    yield say("budgets-removed", channel=channel)


def _budget(one: Budget, used: int, say: Say) -> Words:
    return say(
        "budgets-line",
        channel=one.channel,
        period=one.period,
        most=one.most,
        reserve=one.reserve,
        used=used,
    )
