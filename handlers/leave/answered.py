"""The buttons of a leave: “Nhận thay”, “Không nhận”, “Hủy nghỉ” · What the two say to it."""

import datetime as dt
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.filters import answers
from handlers.leave.telling import span, tell
from handlers.presses import AnswerLeave, EndLeave
from handlers.replies import Answer
from handlers.texts import Say, Words
from storage import audit, leaves
from storage.leaves import Away
from storage.models import LeaveState
from storage.viewer import Viewer

router = Router(name=__name__)


@answers(router.callback_query, AnswerLeave.filter())
async def answered(
    callback_data: AnswerLeave,
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    now: dt.datetime,
    zone: ZoneInfo,
) -> SendMessage:
    """The stand-in accepts or declines, once; whoever asked is told."""
    away = await leaves.by_id(db, viewer, callback_data.number)
    if away is None or away.stand_in_id != viewer.person_id:
        return answer.instead(say("leave-gone"))
    accepts = callback_data.accepts
    if accepts and (trouble := await _busy(db, viewer, away, say)):
        return answer.instead(trouble)
    if not await leaves.answer(db, viewer, away.id, accepts=accepts, now=now):
        return answer.instead(_over(away, say, now.date()))
    act = "leave.accepted" if accepts else "leave.refused"
    await audit.note(db, viewer, act, "leave", away.id, now)
    said = "leave-was-accepted" if accepts else "leave-was-declined"
    await tell(db, away.person_id, said, away, zone=zone, now=now)
    text = "leave-you-accepted" if accepts else "leave-you-declined"
    return answer.instead(say(text, person=away.person, span=span(away, say)))


@answers(router.callback_query, EndLeave.filter())
async def end(
    callback_data: EndLeave,
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    now: dt.datetime,
    zone: ZoneInfo,
) -> SendMessage:
    """Whoever is away takes it back; the stand-in is told, unless they had said no."""
    away = await leaves.by_id(db, viewer, callback_data.number)
    if away is None or not await leaves.end(db, viewer, away.id, today=now.date()):
        return answer.instead(say("leave-gone"))
    await audit.note(db, viewer, "leave.ended", "leave", away.id, now)
    await tell(db, away.stand_in_id, "leave-was-ended", away, zone=zone, now=now)
    return answer.instead(say("leave-you-ended", span=span(away, say)))


async def _busy(db: AsyncSession, viewer: Viewer, away: Away, say: Say) -> Words | None:
    """They are away themselves on one of these days."""
    found = await leaves.overlapping(
        db, [viewer.person_id or 0], first_day=away.first_day, last_day=away.last_day
    )
    own = [one for one in found if one.person_id == viewer.person_id]
    return say("leave-you-are-away", span=span(own[0], say)) if own else None


def _over(away: Away, say: Say, today: dt.date) -> Words:
    if away.state is LeaveState.ASKED and away.last_day < today:
        return say("leave-over", span=span(away, say))
    return say("leave-answered", state=away.state, person=away.person)
