"""“Tuần này có văn bản nào đến hạn?” · Which documents fall due soon?"""

import datetime as dt

from aiogram import Router
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.documents import lists
from handlers.filters import asks
from handlers.replies import Answer
from handlers.texts import Say
from handlers.understanding.asked import Asked, Question
from scheduler.calendar import WorkingCalendar
from storage.due_documents import DueDates
from storage.viewer import Viewer

router = Router(name=__name__)
WORKING_DAYS_AHEAD = 5
"""How far “soon” reaches when no time is said: far enough for the coming week's work."""


@asks(router, Question.DOCUMENT_DUE_SOON)
async def document_due_soon(
    asked: Asked,
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    now: dt.datetime,
    calendar: WorkingCalendar,
) -> SendMessage:
    """What falls due from today on, the soonest first; of the whole office also unit by unit."""
    of = lists.reach(asked, viewer)
    if of is None:
        return answer.anywhere(say("document-for-staff"))
    dates = _from(now.date(), asked, calendar)
    return answer(
        *await lists.due(
            db,
            viewer,
            asked,
            of,
            dates,
            "document-due-soon-heading",
            say=say,
            today=now.date(),
            calendar=calendar,
        )
    )


def _from(today: dt.date, asked: Asked, calendar: WorkingCalendar) -> DueDates:
    """The days that were said, without those gone by; else the next working days."""
    when = asked.slots.when
    last = (when.end - dt.datetime.resolution).date() if when and when.said else None
    if when is None or last is None or last < today:
        return DueDates(first=today, last=calendar.add_working_days(today, WORKING_DAYS_AHEAD))
    return DueDates(first=max(when.start.date(), today), last=last)
