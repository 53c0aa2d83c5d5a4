"""What was asked last: it is kept in the conversation's memory, so that words may go on from it.

A sentence that may still be sent to teach the assistant stays beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from aiogram.fsm.context import FSMContext

from bot.memory import in_hand
from handlers import held_words, keyboards, teaching
from handlers.understanding import following
from handlers.understanding.asked import Asked, Lacking, Question

LASTS = timedelta(minutes=15)
LASTS_UNTIL_ANSWERED = timedelta(days=1)  # what was asked back may be answered the next morning
BEGINS_ANEW = (Question.GREETING, Question.HELP)
ASKED, SECOND, LACKS, AT, EARLIER = "asked", "second", "lacks", "at", "earlier"


@dataclass(frozen=True)
class Context:
    """What may be gone on from: nothing in the middle of a form."""

    before: Asked | None = None
    earlier: Asked | None = None  # what was asked before that: “quay lại” asks it again


def recalled(*, now: datetime, zone: ZoneInfo, habit: str | None) -> Context:
    """What this conversation still has in mind."""
    kept = in_hand.get().remembered
    data = kept.data
    if kept.state is not None or AT not in data:
        return Context()
    age = now - datetime.fromisoformat(data[AT])
    lacks = Lacking(data[LACKS]) if data[LACKS] else None
    if age >= (LASTS_UNTIL_ANSWERED if lacks else LASTS):
        return Context()
    before = keyboards.unpack(data[ASKED], zone, habit or "vi")
    second = Question(data[SECOND]) if data[SECOND] else None
    return Context(
        before and replace(before, second=second, lacks=lacks),
        keyboards.unpack(data[EARLIER] or "", zone, habit or "vi"),
    )


async def keep_in_mind(
    asked: Asked, lacking: Sequence[Lacking], state: FSMContext, *, now: datetime
) -> None:
    """What was asked just now, if it was about something; a greeting begins anew."""
    kept = in_hand.get().remembered
    if kept.state is not None:
        return
    lacks = lacking[-1] if lacking else None
    if lacks or following.can_be_followed(asked.question):
        written = keyboards.written(replace(asked, offset=0, turns_page=False))
        earlier = kept.data.get(ASKED)
        await state.set_data(
            # Kept no longer than need be.
            ({} if lacks else teaching.still_held(kept.data, now))
            | held_words.still_held(kept.data, now)
            | {
                ASKED: written,
                SECOND: asked.second,
                LACKS: lacks,
                AT: now.isoformat(),
                EARLIER: kept.data.get(EARLIER) if earlier == written else earlier,
            }
        )
    elif kept.data and asked.question in BEGINS_ANEW:
        await state.set_data({})


async def forget(state: FSMContext) -> None:
    """Nothing is waited for any more."""
    if in_hand.get().remembered.state is None:
        await state.set_data({})
