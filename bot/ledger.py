"""What the commands tell about reminders: who would be told of what, and why."""

from collections.abc import AsyncGenerator
from datetime import datetime

from bot.assistant import Assistant
from handlers import rehearsals
from handlers.texts import Say
from scheduler import reminders


async def rehearsal(office: Assistant, say: Say, now: datetime) -> AsyncGenerator[str]:
    """A line for each thing that somebody would be told at `now`, and why, person by person."""
    async with office.store.sessions() as db, db.begin():
        steps = await reminders.ladder_of(db)
        lines = await reminders.rehearse(
            db, now=now, calendar=office.office.calendar, times=office.settings.timetable
        )
    if not lines:
        yield say("rehearsal-none", time=now)
        return
    for person, theirs in rehearsals.by_person(lines):
        yield say("rehearsal-person", person=person, lines=len(theirs))
        for line in theirs:
            yield rehearsals.line_words(line, say, steps=steps, today=now.date())
    yield say("rehearsal-sum", people=len({line.person_id for line in lines}), lines=len(lines))
