"""What somebody typed, held while they choose by a button which question they meant.

A button has no room for a whole line of the register; the conversation's memory has.
"""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any

from aiogram.fsm.context import FSMContext

from handlers.safety.recognising import is_near_danger

LASTS = dt.timedelta(minutes=15)
TYPED, PRESSES, UNTIL = "typed", "typed_presses", "typed_until"


async def hold(
    words: str, presses: Collection[str], state: FSMContext, *, now: dt.datetime
) -> None:
    """Hold the words for the buttons that send `presses`; nothing that is near a danger."""
    if words and not is_near_danger(words):
        until = (now + LASTS).isoformat()
        await state.update_data({TYPED: words, PRESSES: [*presses], UNTIL: until})


def held_for(press: str, data: Mapping[str, Any], now: dt.datetime) -> str:
    """The words for which this button was offered; empty for any other, and later."""
    held = still_held(data, now)
    return str(held[TYPED]) if held and press in held[PRESSES] else ""


def still_held(data: Mapping[str, Any], now: dt.datetime) -> dict[str, Any]:
    """What of a conversation's memory is held so; empty when its time is over."""
    if TYPED not in data or now >= dt.datetime.fromisoformat(data[UNTIL]):
        return {}
    return {key: data[key] for key in (TYPED, PRESSES, UNTIL)}
