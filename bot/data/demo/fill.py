"""Fills an empty store with the demo office, and moves it on to another day."""

import datetime as dt

import sqlalchemy as sa
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.data import days_off, rows
from bot.data.demo import documents, dossiers, meetings, office, outgoing, people, petitions
from bot.data.demo import procedures as published
from bot.data.demo.day import DemoDay
from bot.data.marks import ensure_may_become_demo
from scheduler import office_days
from scheduler.calendar import OfficeHours
from storage.errors import StoreError
from storage.models import (
    ChatLine,
    ClassifiedCount,
    DocumentChange,
    Dossier,
    DossierApology,
    DossierChange,
    DossierEvent,
    DossierFollow,
    DossierGrant,
    DossierNews,
    DossierPause,
    DueMove,
    DuePause,
    Extension,
    IncomingDocument,
    Leave,
    Meeting,
    MeetingPaper,
    Message,
    Notice,
    OfficeFact,
    OutgoingDocument,
    Participant,
    Person,
    Petition,
    PetitionEvent,
    Procedure,
    Reception,
    ShownList,
    StoreKind,
    StoreMark,
    Unit,
)
from storage.seals import Seal

CONTENT = "demo"

# Those that refer to others first. Units, people, accounts, chat lines and memory stay.
_DATED = (
    Notice,
    DossierNews,
    DossierFollow,
    DossierApology,
    Message,
    Participant,
    MeetingPaper,
    Meeting,
    OutgoingDocument,
    DocumentChange,
    DossierChange,
    Extension,
    Leave,
    ShownList,
    IncomingDocument,
    DuePause,
    DueMove,
    DossierEvent,
    DossierPause,
    DossierGrant,
    Dossier,
    PetitionEvent,
    Petition,
    Procedure,
    Reception,
    ClassifiedCount,
    OfficeFact,
)
_NUMBERED_BY_US = (
    Unit,
    Person,
    Meeting,
    IncomingDocument,
    OutgoingDocument,
    Procedure,
    Dossier,
    Petition,
)


async def bring_up_to_date(
    db: AsyncSession, *, now: dt.datetime, seal: Seal, hours: OfficeHours | None = None
) -> bool:
    """Fill, move on or leave alone; True when something was written."""
    if await ensure_may_become_demo(db, CONTENT) is None:
        await fill(db, now=now, seal=seal, hours=hours)
        return True
    return await refresh(db, now=now, seal=seal, hours=hours)


async def fill(
    db: AsyncSession, *, now: dt.datetime, seal: Seal, hours: OfficeHours | None = None
) -> None:
    """Fill an empty store and mark it as a demo for good. The caller commits.

    `now` is aware, in the office's zone; the same day gives the same store.
    """
    if await ensure_may_become_demo(db, CONTENT) is not None:
        raise StoreError("This store is filled already; it only moves on to another day.")
    await people.fill(db)
    await days_off.load_days_off(db)
    mark = StoreMark(
        kind=StoreKind.DEMO,
        office=office.name(),
        filled_on=now.date(),
        content=CONTENT,
        since=now,
    )
    await rows.insert(db, [mark])
    await _fill_records(db, now, seal, hours)


async def refresh(
    db: AsyncSession, *, now: dt.datetime, seal: Seal, hours: OfficeHours | None = None
) -> bool:
    """Rebuild the records around today, unless they are; False when nothing had to change.

    Accounts, chat lines and memory are kept, people and units keep their ids; what was planned,
    sent or opened of the old records goes with them. The caller commits.
    """
    mark = await ensure_may_become_demo(db, CONTENT)
    if mark is None or mark.filled_on == now.date():
        return False
    connection = await db.connection()
    await connection.execute(sa.update(ChatLine).values(outbox_id=None))
    await rows.clear(db, _DATED)
    await days_off.load_days_off(db)
    mark.filled_on = now.date()
    db.add(mark)
    await _fill_records(db, now, seal, hours)
    return True


async def _fill_records(
    db: AsyncSession, now: dt.datetime, seal: Seal, hours: OfficeHours | None
) -> None:
    day = DemoDay(now, await office_days.read(db, hours=hours))
    await rows.insert(db, office.facts())
    await rows.insert(db, published.all_rows(day.working(-250)))
    plan = meetings.schedule(day)
    await rows.insert(db, plan.meetings)
    await rows.insert(db, plan.participants)
    await rows.insert(db, plan.papers)
    received = documents.incoming(day)
    sent = outgoing.outgoing(day, received)
    await rows.insert(db, received)
    await rows.insert(db, sent)
    cases = dossiers.cases(day, seal)
    await rows.insert(db, [case.dossier for case in cases])
    await rows.insert(db, [event for case in cases for event in case.events])
    await rows.insert(db, [pause for case in cases for pause in case.pauses])
    matters = petitions.matters(day)
    await rows.insert(db, [matter.petition for matter in matters])
    await rows.insert(db, [event for matter in matters for event in matter.events])
    await rows.insert(db, office.receptions(day))
    await rows.insert(db, list(office.classified(day)))
    await rows.settle_ids(db, _NUMBERED_BY_US)
