"""“Cho tôi gặp cán bộ” · I would like to speak with a person."""

import datetime as dt
from collections.abc import Sequence

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.filters import asks
from handlers.handover.calls import AGAIN_AFTER, call, ending, taking
from handlers.keyboards import asking
from handlers.references import Open
from handlers.replies import Answer, Buttons
from handlers.states import TALKING
from handlers.texts import Say, Words, lines
from handlers.understanding.asked import Asked, Lacking, Question, Slots
from scheduler.calendar import WorkingCalendar
from storage import handovers, office
from storage.handovers import Talk
from storage.viewer import Viewer

router = Router(name=__name__)
MOST_OFFERED = 8  # buttons under what waits
ANSWERING_UNITS = "duty_units"  # of the office's facts: codes of the units people may choose
Units = list[tuple[int, str, str]]


@asks(router, Question.HUMAN_HANDOFF)
async def human_handoff(
    asked: Asked,
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    state: FSMContext,
    now: dt.datetime,
    calendar: WorkingCalendar,
) -> SendMessage:
    """Which unit, if several answer; then its people on duty are called, or will be.

    Those people themselves are shown who waits: they may have been called where they cannot answer.
    """
    waiting = await handovers.asked_by(db, viewer)
    if waiting:
        await state.set_state(TALKING)
        words = say("handover-already", state=waiting.state, unit=waiting.unit or "")
        return answer.anywhere(words, [[ending(say, waiting.id)]])
    if viewer.is_staff and asked.slots.unit_id is None:
        callers = await handovers.waiting_for(db, viewer)
        if callers:
            return answer(*_waiting(callers, say), brief=[Open(say("limits-conversation"))])
    units = await _answering(db)
    unit = next((one for one in units if one[0] == asked.slots.unit_id), None)
    if unit is None and len(units) == 1:
        unit = units[0]
    if unit is None or viewer.account_id is None:
        words, rows = await _which(db, units, say)
        return answer.ask_for(Lacking.UNIT, words, rows) if rows else answer.anywhere(words)
    opens = calendar.next_opening(now)
    is_open = opens == now
    number = await handovers.ask(
        db,
        account_id=viewer.account_id,
        unit_id=unit[0],
        call_at=now + AGAIN_AFTER if is_open else opens,
        calls=int(is_open),
        now=now,
    )
    await state.set_state(TALKING)
    if not is_open:
        words = say("handover-closed", unit=unit[2], opens=opens)
    elif await call(
        db,
        number=number,
        unit_id=unit[0],
        unit=unit[2],
        heads_too=False,
        zone=say.zone,
        now=now,
        but=viewer.account_id,
    ):
        words = say("handover-called", unit=unit[2])
    else:
        words = say("handover-nobody-linked", unit=unit[2])
    how = lines(words, await _by_telephone(db, say), say("handover-how-to-end"))
    return answer.anywhere(how, [[ending(say, number)]])


def _waiting(callers: Sequence[Talk], say: Say) -> tuple[Words, Buttons]:
    words = say("handover-waiting", count=len(callers), unit=callers[0].unit or "")
    rows = [
        [taking(say("handover-button-take-number", number=one.id), one.id)]
        for one in callers[:MOST_OFFERED]
    ]
    return words, rows


async def _answering(db: AsyncSession) -> Units:
    """The units that people may choose: those the office names, of those with somebody on duty."""
    units = list(await handovers.units(db))
    named = (await office.facts(db)).get(ANSWERING_UNITS)
    codes = [code.strip() for code in named.value.split(",")] if named else []
    return [unit for unit in units if unit[1] in codes] or units


async def _which(db: AsyncSession, units: Units, say: Say) -> tuple[Words, Buttons]:
    if not units:
        return lines(say("handover-none"), await _by_telephone(db, say)), ()
    rows = [
        [
            asking(
                name,
                Asked(
                    question=Question.HUMAN_HANDOFF, confidence=1.0, slots=Slots(unit_id=unit_id)
                ),
            )
        ]
        for unit_id, _, name in units
    ]
    return say("handover-which-unit"), rows


async def _by_telephone(db: AsyncSession, say: Say) -> Words | None:
    facts = await office.facts(db)
    number = facts.get("hotline") or facts.get("phone")
    return say("handover-telephone", number=number.value) if number else None
