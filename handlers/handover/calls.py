"""Calling the people on duty for a unit to a conversation that waits for one of them."""

import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.keyboards import button
from handlers.presses import EndTalk, TakeTalk
from handlers.texts import Say, Words, lines, speak
from storage import handovers, messages
from storage.models import MessageKind
from storage.viewer import Viewer

AGAIN_AFTER = dt.timedelta(minutes=10)  # of office hours: nobody took it, so call again

Labelled = Sequence[Sequence[InlineKeyboardButton]]


async def call(
    db: AsyncSession,
    *,
    number: int,
    unit_id: int,
    unit: str,
    heads_too: bool,
    zone: ZoneInfo,
    now: dt.datetime,
    but: int | None = None,
) -> int:
    """Ask everybody on duty to take it, except the account `but`; how many were asked."""
    called = 0
    for duty in await handovers.on_duty(db, unit_id, heads_too=heads_too):
        if duty.account_id != but:
            say = speak(duty.language or "vi", zone)
            words = say("handover-call", number=number, unit=unit)
            label = say("handover-button-take")
            await tell(db, duty.account_id, words, now=now, buttons=[[taking(label, number)]])
            called += 1
    return called


async def tell(
    db: AsyncSession,
    account_id: int,
    words: Words,
    *,
    now: dt.datetime,
    buttons: Labelled = (),
) -> None:
    """Say something to one side of a conversation; the outbox keeps the order of what is said."""
    rows = [[{"text": b.text, "data": b.callback_data or ""} for b in row] for row in buttons]
    await messages.tell(
        db, kind=MessageKind.RELAY, account_id=account_id, words=words, now=now, buttons=rows
    )


def taking(label: str, number: int) -> InlineKeyboardButton:
    """“Nhận trao đổi”."""
    return button(label, TakeTalk(number=number).pack())


def ending(say: Say, number: int) -> InlineKeyboardButton:
    """“Kết thúc trao đổi”."""
    return button(say("handover-button-end"), EndTalk(number=number).pack())


async def call_again(
    db: AsyncSession,
    talk: handovers.Talk,
    *,
    zone: ZoneInfo,
    now: dt.datetime,
    next_at: dt.datetime,
) -> None:
    """Nobody has taken it: call again, the heads as well, and tell who waits, once."""
    reached = await call(
        db,
        number=talk.id,
        unit_id=talk.unit_id or 0,
        unit=talk.unit or "",
        heads_too=talk.calls > 0,
        zone=zone,
        now=now,
        but=talk.account_id,
    )
    await handovers.called(db, talk, call_at=next_at, reached=True)
    if talk.calls == 1 or not reached:
        say = speak(talk.language or "vi", zone)
        number = talk.unit_phone
        words = lines(
            say("handover-still-waiting", unit=talk.unit or ""),
            say("handover-telephone", number=number) if number else None,
        )
        await tell(db, talk.account_id, words, now=now, buttons=[[ending(say, talk.id)]])


async def end_in_silence(
    db: AsyncSession, talk: handovers.Talk, *, zone: ZoneInfo, now: dt.datetime
) -> None:
    """Nobody has said anything for long: both sides are told that the assistant answers again."""
    if await handovers.end(db, Viewer.office(), talk.id, now=now):
        for account_id, language in (
            (talk.account_id, talk.language),
            (talk.officer_account_id, "vi"),
        ):
            if account_id is not None:
                words = speak(language or "vi", zone)("handover-ended-silence", number=talk.id)
                await tell(db, account_id, words, now=now)
