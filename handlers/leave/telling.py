"""How a leave reads, and telling the other one of it."""

import datetime as dt
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.keyboards import button, kept
from handlers.presses import AnswerLeave
from handlers.texts import Say, Words, speak
from storage import accounts, messages
from storage.leaves import Away
from storage.models import MessageKind


async def tell(
    db: AsyncSession,
    person_id: int,
    text: str,
    away: Away,
    *,
    zone: ZoneInfo,
    now: dt.datetime,
    answerable: bool = False,
) -> bool:
    """Say a text about a leave where this person was last; False where nothing reaches them.

    `answerable`: with the buttons by which a stand-in accepts or declines.
    """
    reached = [one for one in await accounts.accounts_of(db, person_id) if not one.blocked_at]
    if not reached:
        return False
    say = speak(reached[0].language or "vi", zone)
    words = say(text, person=away.person, stand_in=away.stand_in, span=span(away, say))
    choices = [(True, "leave-button-accept"), (False, "leave-button-decline")]
    rows = [
        [
            kept(button(say(label), AnswerLeave(number=away.id, accepts=accepts).pack()))
            for accepts, label in choices
        ]
    ]
    await messages.tell(
        db,
        kind=MessageKind.NEWS,
        account_id=reached[0].id,
        words=words,
        now=now,
        buttons=rows if answerable else (),
    )
    return True


def span(away: Away, say: Say) -> Words:
    """“từ thứ Hai 30/11/2026 đến hết thứ Sáu 04/12/2026”."""
    return days(away.first_day, away.last_day, say)


def days(first: dt.date, last: dt.date, say: Say) -> Words:
    """One day, or from a day to the end of another."""
    return say("leave-span", one=first == last, first=first, last=last)
