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
A_YEAR = dt.timedelta(days=366)  # “từ tháng sau” looks so far ahead
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
            now=now,
            calendar=calendar,
        )
    )


def _from(today: dt.date, asked: Asked, calendar: WorkingCalendar) -> DueDates:
    """The days that were said, without those gone by; else the next working days."""
    when = asked.slots.when
    usual = calendar.add_working_days(today, WORKING_DAYS_AHEAD)
    if when is None or not when.said or (when.last_day and when.last_day < today):
        return DueDates(first=today, last=usual)
    first = max(when.first_day or today, today)
    return DueDates(first=first, last=when.last_day or max(usual, first + A_YEAR))
