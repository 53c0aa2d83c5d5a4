"""“Gửi câu này để trợ lý học” · What was not understood is kept, so that the office can teach it.

Of a linked officer at once; of a citizen only by their press. Until then the sentence, masked
already, is in that conversation's memory. Who said it is never kept.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.filters import answers
from handlers.presses import Teach
from handlers.replies import Answer
from handlers.safety.recognising import is_near_danger
from handlers.texts import Say, speak
from handlers.understanding import masking, reading
from handlers.understanding.asked import Asked, Lexicon
from handlers.understanding.weights import weights
from storage import link_codes, unlearnt
from storage.terms import Terms
from storage.viewer import Viewer

router = Router(name=__name__)
LASTS = dt.timedelta(minutes=15)
HELD, HELD_LANGUAGE, HELD_UNTIL = "held", "held_language", "held_until"


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """A sentence that the office may learn from, masked."""

    words: str
    language: str


def lesson_in(words: str, asked: Asked, *, now: dt.datetime, lexicon: Lexicon) -> Lesson | None:
    """What of the words may be kept; None where nothing may, or where nothing is to be learnt.

    Nothing may be kept that is near a danger or holds a link code; a phrase that is written down
    as out of scope was understood.
    """
    if not words or is_near_danger(words) or link_codes.found_in(words):
        return None
    read = reading.read(words, now=now, lexicon=lexicon)
    if " ".join(read.compared()) in weights().as_written:
        return None
    masked = masking.masked(words, read)
    return Lesson(words=masked, language=asked.language) if masked else None


async def keep_of_officer(
    lesson: Lesson, viewer: Viewer, db: AsyncSession, *, now: dt.datetime
) -> None:
    """Keep what somebody of the office said for themselves; on another's behalf, nothing."""
    if viewer.is_staff and viewer.person_id is not None and not viewer.on_behalf:
        await _keep(db, lesson, by_officer=True, now=now)


async def hold(lesson: Lesson, state: FSMContext, *, now: dt.datetime) -> Teach:
    """Hold what a citizen said, in place of what was held before: the press that sends it."""
    until = now + LASTS
    held = {HELD: lesson.words, HELD_LANGUAGE: lesson.language, HELD_UNTIL: until.isoformat()}
    await state.update_data(held)
    return Teach(until=_milliseconds(until))


@answers(router.callback_query, Teach.filter())
async def teach(
    callback_data: Teach,
    db: AsyncSession,
    state: FSMContext,
    say: Say,
    answer: Answer,
    now: dt.datetime,
    terms: Terms,
) -> SendMessage:
    """Keep the sentence that is held; a second press, or one for another sentence, finds none."""
    data = await state.get_data()
    held = still_held(data, now)
    if not held or callback_data.until != _milliseconds(_until(held)):
        return answer(say("teach-gone", minutes=LASTS // dt.timedelta(minutes=1)))
    lesson = Lesson(words=held[HELD], language=held[HELD_LANGUAGE])
    await _keep(db, lesson, by_officer=False, now=now)
    await state.set_data({key: value for key, value in data.items() if key not in held})
    theirs = speak(lesson.language, say.zone)
    return answer(theirs("teach-thanks", days=terms.unlearnt.days))


def still_held(data: Mapping[str, Any], now: dt.datetime) -> dict[str, Any]:
    """The sentence in a conversation's memory that can be sent; empty when its time is over."""
    if HELD not in data or now >= _until(data):
        return {}
    return {key: data[key] for key in (HELD, HELD_LANGUAGE, HELD_UNTIL)}


def _until(held: Mapping[str, Any]) -> dt.datetime:
    return dt.datetime.fromisoformat(held[HELD_UNTIL])


def _milliseconds(moment: dt.datetime) -> int:
    return int(moment.timestamp() * 1000)


async def _keep(db: AsyncSession, lesson: Lesson, *, by_officer: bool, now: dt.datetime) -> None:
    await unlearnt.keep(
        db, lesson.words, language=lesson.language, by_officer=by_officer, day=now.date()
    )
