"""“Sửa dữ liệu của tôi”, “rút lại sự đồng ý” · What a person of the office has to do."""

import datetime as dt

from aiogram import Router
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.data.choices import choices
from handlers.filters import asks
from handlers.replies import Answer
from handlers.texts import Say, Words, lines
from handlers.understanding.asked import Asked, Question
from scheduler.calendar import WorkingCalendar
from storage import audit, data_requests, link_codes
from storage.models import RequestKind
from storage.viewer import Viewer

router = Router(name=__name__)
ANSWERED_WITHIN = 2  # working days: NĐ 356/2025/NĐ-CP


@asks(router, Question.DATA_REQUEST)
async def data_request(
    asked: Asked,
    words: str,
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    now: dt.datetime,
    calendar: WorkingCalendar,
) -> SendMessage:
    """A request with a number and a day, kept until somebody of the office has answered it."""
    kind = next((kind for kind in RequestKind if kind == asked.slots.topic), None)
    if kind is None or viewer.account_id is None:
        return answer(say("data-request-which"), choices(say))
    request, is_new = await data_requests.ask(
        db,
        viewer.account_id,
        kind,
        detail=link_codes.hidden(words),
        answer_by=calendar.add_working_days(now.date(), ANSWERED_WITHIN),
        now=now,
    )
    await audit.note(db, viewer, "data.request", "datarequest", request.id, now, detail=kind)
    facts = {"number": request.id, "kind": say("data-kind", kind=kind), "day": request.answer_by}
    return answer(
        lines(
            say("data-request-taken", **facts) if is_new else say("data-request-again", **facts),
            _provisional(now.date(), request.answer_by, calendar, say),
            say("data-request-correct") if kind is RequestKind.CORRECT else None,
            say("data-request-follow"),
        )
    )


def _provisional(
    today: dt.date, answer_by: dt.date, calendar: WorkingCalendar, say: Say
) -> Words | None:
    doubt = calendar.why_uncertain(today, answer_by)
    return say("data-request-doubt", day=doubt.day) if doubt else None
