"""What the commands tell about reminders: who would be told, and who was not."""

from collections.abc import AsyncGenerator
from datetime import datetime, timedelta

from bot.assistant import Assistant
from handlers.texts import Say
from scheduler import reminders
from scheduler.reminders import Stage
from storage import messages
from storage.briefs import AGAIN, PlannedLine
from storage.models import ItemKind

STAGES = {Stage.SOON: "soon", Stage.TODAY: "today", Stage.LATE: "late"}


async def rehearsal(office: Assistant, say: Say, now: datetime) -> AsyncGenerator[str]:
    """A line for each thing that somebody would be told at `now`, and why."""
    settings = office.settings
    async with office.store.sessions() as db, db.begin():
        lines = await reminders.rehearse(
            db,
            now=now,
            calendar=office.office.calendar,
            brief_at=settings.brief_time,
            ahead=timedelta(minutes=settings.meeting_reminder_minutes),
        )
    if not lines:
        yield say("rehearsal-none", time=now)
        return
    for line in lines:
        yield say(
            "rehearsal-line",
            time=line.send_at,
            person=line.person,
            message=line.message,
            stage=_stage(line),
            what=line.item.label if line.item else "",
            due=line.item.due_on if line.item else now.date(),
            why=line.why,
        )
    yield say("rehearsal-sum", people=len({line.person_id for line in lines}), lines=len(lines))


async def undelivered(office: Assistant, say: Say, since: datetime) -> AsyncGenerator[str]:
    """A line for each message that did not reach its person, and why."""
    async with office.store.reading() as db:
        found = await messages.undelivered(db, since=since)
    if not found:
        yield say("undelivered-none", since=since)
    for one in found:
        yield say(
            "undelivered-line",
            time=one.planned_for,
            person=one.person or say("undelivered-nobody"),
            kind=one.kind,
            items=one.items,
            state=one.state,
            attempts=one.attempts,
            reason=one.reason,
        )


def _stage(line: PlannedLine) -> str:
    """The stage as the texts know it; a leader's line has none."""
    if line.item is None:
        return "units"
    if line.item.kind is ItemKind.MEETING:
        return "meeting"
    if line.item.stage.startswith(AGAIN):
        return "again"
    return next(word for stage, word in STAGES.items() if line.item.stage.startswith(stage))
