"""“Hôm nay có gì?” · The brief of the morning, at any time."""

import datetime as dt

from aiogram import Router
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers import brief_words, briefs, citizen_brief
from handlers.dossiers.rules import DossierRules
from handlers.examples import Examples
from handlers.filters import asks
from handlers.replies import Answer
from handlers.texts import Say
from handlers.understanding.asked import Asked, Question
from scheduler.calendar import WorkingCalendar
from storage.viewer import Viewer

router = Router(name=__name__)


@asks(router, Question.BRIEF_TODAY)
async def brief_today(
    asked: Asked,
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    now: dt.datetime,
    calendar: WorkingCalendar,
    examples: Examples,
    dossier_rules: DossierRules,
    own_page: str,
) -> SendMessage:
    """What is on today, or that day, for this person; strangers are told what they can do."""
    if viewer.person_id is None:
        return answer.anywhere(say("brief-stranger"), examples.often())
    if not viewer.is_staff:
        return answer(
            *await citizen_brief.for_citizen(
                db,
                viewer,
                say=say,
                now=now,
                calendar=calendar,
                rules=dossier_rules,
                page=own_page,
            )
        )
    when = asked.slots.when
    brief = await briefs.gather(
        db,
        viewer,
        today=now.date(),
        calendar=calendar,
        day=(when.first_day or when.last_day) if when and when.said else None,
    )
    return answer(*brief_words.words(brief, viewer, say=say, now=now, calendar=calendar))
