"""“Từ 30/11 đến 04/12 chị Hoa thay tôi”, “hủy nghỉ” · I am away, and she stands in for me."""

import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.methods import SendMessage
from aiogram.types import InlineKeyboardButton
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.filters import asks
from handlers.keyboards import button
from handlers.leave.telling import days, span, tell
from handlers.presses import EndLeave
from handlers.replies import Answer
from handlers.texts import Say, Words, lines
from handlers.understanding.asked import Asked, Lacking, Question
from handlers.understanding.wishes import takes_leave_back
from storage import accounts, audit, leaves
from storage.leaves import Away
from storage.viewer import Role, Viewer

router = Router(name=__name__)
LONGEST = dt.timedelta(days=184)  # half a year, as a maternity leave (BLLĐ Đ.139)
MAY_BE_AWAY = frozenset({Role.OFFICER, Role.CLERK, Role.HEAD, Role.LEADER})


@asks(router, Question.LEAVE_SET)
async def leave_set(
    asked: Asked,
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    now: dt.datetime,
    zone: ZoneInfo,
    words: str = "",
) -> SendMessage:
    """Which days and who are asked for one by one; then the stand-in is asked."""
    if viewer.role not in MAY_BE_AWAY or viewer.person_id is None:
        return answer.anywhere(say("leave-for-staff"))
    if takes_leave_back(words):
        return await _take_back(viewer, db, say, answer, now.date())
    first, last = _days(asked, now.date())
    if first is None or last is None:
        return answer.ask_for(Lacking.DAY, say("leave-which-days"))
    if trouble := _trouble_with_days(first, last, now.date(), say):
        return answer.ask_for(Lacking.DAY, trouble)
    person_id = asked.slots.person_id
    if person_id is None:
        return answer.ask_for(Lacking.SOMEBODY, say("leave-who", span=days(first, last, say)))
    if trouble := await _trouble_with_person(db, viewer, person_id, say):
        return answer.ask_for(Lacking.SOMEBODY, trouble)
    found = await leaves.overlapping(
        db, [viewer.person_id, person_id], first_day=first, last_day=last
    )
    overlaps = [one for one in found if _hinders(one, viewer, person_id)]
    if overlaps:
        return _already(overlaps, viewer, say, answer)
    number = await leaves.ask(
        db, viewer, stand_in_id=person_id, first_day=first, last_day=last, now=now
    )
    await audit.note(db, viewer, "leave.asked", "leave", number, now)
    asked_of = await leaves.by_id(db, viewer, number)
    assert asked_of  # noqa: S101 - it was made just now
    await tell(db, person_id, "leave-offer", asked_of, zone=zone, now=now, answerable=True)
    told = say("leave-asked", stand_in=asked_of.stand_in, span=span(asked_of, say))
    return answer.anywhere(told, [[_ending(asked_of, say)]])


async def _take_back(
    viewer: Viewer, db: AsyncSession, say: Say, answer: Answer, today: dt.date
) -> SendMessage:
    theirs = await leaves.of_person(db, viewer, today=today)
    if not theirs:
        return answer.anywhere(say("leave-none"))
    listed = [_line(one, say) for one in theirs]
    rows = [[_ending(one, say, named=len(theirs) > 1)] for one in theirs]
    return answer.anywhere(lines(say("leave-which-to-end"), *listed), rows)


def _hinders(other: Away, viewer: Viewer, stand_in_id: int) -> bool:
    """Who stands in for one person may stand in for another as well, but not go away."""
    return other.person_id in (viewer.person_id, stand_in_id) or (
        other.stand_in_id == viewer.person_id
    )


def _already(found: Sequence[Away], viewer: Viewer, say: Say, answer: Answer) -> SendMessage:
    """One of the two is away then, or who goes has promised to stand in for somebody else."""
    own = [one for one in found if one.person_id == viewer.person_id]
    if own:
        words = say("leave-overlaps-own", stand_in=own[0].stand_in, span=span(own[0], say))
        return answer.anywhere(words, [[_ending(own[0], say)]])
    other = found[0]
    if other.stand_in_id == viewer.person_id:
        return answer.anywhere(
            say("leave-you-stand-in", person=other.person, span=span(other, say))
        )
    return answer.ask_for(Lacking.SOMEBODY, say("leave-they-cannot", span=span(other, say)))


def _days(asked: Asked, today: dt.date) -> tuple[dt.date | None, dt.date | None]:
    """The days that were said, without those gone by; of “từ 30/11” the end is missing."""
    when = asked.slots.when
    if when is None or not when.said or when.last_day is None:
        return None, None
    first = when.first_day or today
    return (max(first, today) if when.last_day >= today else first), when.last_day


def _trouble_with_days(first: dt.date, last: dt.date, today: dt.date, say: Say) -> Words | None:
    if last < today:
        return say("leave-days-gone", span=days(first, last, say))
    if last - first > LONGEST:
        return say("leave-too-long", span=days(first, last, say))
    return None


async def _trouble_with_person(
    db: AsyncSession, viewer: Viewer, person_id: int, say: Say
) -> Words | None:
    if person_id == viewer.person_id:
        return say("leave-not-oneself")
    other = await accounts.viewer_of_person(db, person_id)
    if other is None or other.role not in MAY_BE_AWAY:
        return say("leave-not-them")
    reached = [one for one in await accounts.accounts_of(db, person_id) if not one.blocked_at]
    return None if reached else say("leave-not-reached", name=other.name)


def _ending(away: Away, say: Say, *, named: bool = False) -> InlineKeyboardButton:
    label = (
        say("leave-button-end-named", span=span(away, say)) if named else say("leave-button-end")
    )
    return button(label, EndLeave(number=away.id).pack())


def _line(away: Away, say: Say) -> Words:
    return say("leave-line", stand_in=away.stand_in, span=span(away, say), state=away.state)
