"""“Tôi có văn bản nào quá hạn không?” · Which documents are overdue?"""

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
ONE_WEEK = dt.timedelta(weeks=1)


@asks(router, Question.DOCUMENT_OVERDUE)
async def document_overdue(
    asked: Asked,
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    now: dt.datetime,
    calendar: WorkingCalendar,
) -> SendMessage:
    """The longest overdue first; of the whole office also how many each unit has."""
    of = lists.reach(asked, viewer)
    if of is None:
        return answer.anywhere(say("document-for-staff"))
    dates = _before(now.date(), asked)
    return answer(
        *await lists.due(
            db,
            viewer,
            asked,
            of,
            dates,
            "document-overdue-heading",
            say=say,
            now=now,
            calendar=calendar,
        )
    )


def _before(today: dt.date, asked: Asked) -> DueDates:
    """Due before today and, when a longer or an earlier time was said, within it.

    “Quá hạn tháng này” is what fell due this month. “Tuần này có văn bản nào quá hạn” means
    whatever is overdue at present, the oldest most of all.
    """
    yesterday = today - dt.timedelta(days=1)
    when = asked.slots.when
    if when is None or not when.said:
        return DueDates(last=yesterday)
    first, last = when.first_day, when.last_day or today
    is_now = first is not None and first <= today <= last and last - first < ONE_WEEK
    if is_now or (first is not None and first >= today):
        return DueDates(last=yesterday)
    return DueDates(first=first, last=min(last, yesterday))
