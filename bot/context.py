"""What was asked last: it is kept in the conversation's memory, so that words may go on from it.

A sentence that may still be sent to teach the assistant stays beside it.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from aiogram.fsm.context import FSMContext

from bot.memory import in_hand
from handlers import keyboards, teaching
from handlers.understanding import following
from handlers.understanding.asked import Asked, Question

LASTS = timedelta(minutes=15)
BEGINS_ANEW = (Question.GREETING, Question.HELP)
ASKED, SECOND, UNTIL = "asked", "second", "until"


def asked_before(*, now: datetime, zone: ZoneInfo, habit: str | None) -> Asked | None:
    """What somebody may still go on from; nothing in the middle of a form."""
    kept = in_hand.get().remembered
    packed = kept.data.get(ASKED) if kept.state is None else None
    if packed is None or now >= datetime.fromisoformat(kept.data[UNTIL]):
        return None
    asked = keyboards.unpack(packed, zone, habit or "vi")
    second = kept.data.get(SECOND)
    return asked and replace(asked, second=Question(second) if second else None)


async def keep_in_mind(asked: Asked, state: FSMContext, *, now: datetime) -> None:
    """What was asked just now, if it was about something; a greeting begins anew."""
    kept = in_hand.get().remembered
    if kept.state is not None:
        return
    if following.can_be_followed(asked.question):
        last = replace(asked, offset=0, turns_page=False)
        until = (now + LASTS).isoformat()
        kept_asked = {ASKED: keyboards.written(last), SECOND: asked.second, UNTIL: until}
        await state.set_data(teaching.still_held(kept.data, now) | kept_asked)
    elif kept.data and asked.question in BEGINS_ANEW:
        await state.set_data({})
