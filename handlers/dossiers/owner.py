"""“Xem chi tiết (chủ hồ sơ)” · Whose dossier it is shows it by four digits.

The digits are asked for in a form that ends by itself; nothing that was typed is kept.
"""

import datetime as dt
import re
from typing import Any

from aiogram import Router
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.methods import SendMessage
from aiogram.types import Message, TelegramObject
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.dossiers import lookup, own_page
from handlers.dossiers.desk import Desk
from handlers.dossiers.lookup import SecondFact
from handlers.filters import Asks, answers
from handlers.keyboards import button
from handlers.presses import GiveDigits, LeaveForm
from handlers.replies import Answer, Buttons
from handlers.states import DIGITS
from handlers.texts import Say
from handlers.understanding.asked import Asked, Question
from handlers.understanding.bare import Bare
from scheduler.calendar import WorkingCalendar
from storage.viewer import Viewer

router = Router(name=__name__)
WAITS = dt.timedelta(days=1)
SURE = 0.7  # confidence from which words are a question of their own


class AwaitsDigits(Filter):
    """Not long ago this conversation was asked for the digits of a dossier: of `code`."""

    async def __call__(
        self,
        event: TelegramObject,
        state: FSMContext,
        now: dt.datetime,
        raw_state: str | None = None,
    ) -> bool | dict[str, Any]:
        if raw_state != DIGITS:
            return False
        data = await state.get_data()
        return now < dt.datetime.fromisoformat(data["until"]) and {"code": data["code"]}


class GivesDigits(Filter):
    """A number and nothing else: “0678”, “bốn số cuối là 0678”."""

    async def __call__(
        self, event: TelegramObject, asked: Asked | None = None
    ) -> bool | dict[str, Any]:
        digits = asked.slots.digits if asked and not asked.slots.dossier_code else None
        return bool(digits) and {"given": SecondFact.of_words(digits)}


class SharesContact(Filter):
    """A telephone number that the messenger itself vouches for; None if it is somebody else's."""

    async def __call__(self, event: TelegramObject) -> bool | dict[str, Any]:
        contact = event.contact if isinstance(event, Message) else None
        if contact is None or not isinstance(event, Message) or event.from_user is None:
            return False
        digits = re.sub(r"\D", "", contact.phone_number)[-4:]
        is_own = contact.user_id == event.from_user.id
        return {"given": SecondFact(digits=digits, of=("phone",)) if is_own else None}


class Unclear(Filter):
    """Words that do not surely ask anything."""

    async def __call__(self, event: TelegramObject, asked: Asked | None = None) -> bool:
        return asked is not None and (
            asked.confidence < SURE or asked.question is Question.OUT_OF_SCOPE
        )


class Declines(Filter):
    """“Thôi”, “nhầm rồi”, typed."""

    async def __call__(self, event: TelegramObject, asked: Asked | None = None) -> bool:
        return asked is not None and asked.bare not in (None, Bare.YES)


@answers(router.callback_query, GiveDigits.filter())
async def ask_for_digits(
    callback_data: GiveDigits,
    viewer: Viewer,
    desk: Desk,
    say: Say,
    answer: Answer,
    state: FSMContext,
    now: dt.datetime,
    raw_state: str | None = None,
) -> SendMessage | tuple[SendMessage, ...]:
    """Four digits are asked for, never a whole number.

    Who is in the middle of something else (a conversation with a person) stays in it, and may
    send code and digits together.
    """
    if desk.own_page and not viewer.is_staff:
        page = own_page.way(callback_data.code, desk.own_page, say)
        return answer.anywhere(say("dossier-owner-page-hint"), page)
    if raw_state not in (None, DIGITS):
        return answer.anywhere(say("dossier-owner-code-too"))
    code = callback_data.code
    await state.set_state(DIGITS)
    await state.set_data({"code": code, "until": (now + WAITS).isoformat()})
    asked = answer.anywhere(
        say(
            "dossier-owner-ask",
            code=code,
            is_demo=bool(desk.rules.demo_digits),
            demo=desk.rules.demo_digits,
        ),
        _leave(say),
    )
    return asked, answer.contact(say("contact-text"), say("contact-button"))


@answers(router.message, AwaitsDigits(), SharesContact())
@answers(router.message, AwaitsDigits(), GivesDigits())
async def digits_given(
    code: str,
    given: SecondFact | None,
    viewer: Viewer,
    db: AsyncSession,
    desk: Desk,
    say: Say,
    answer: Answer,
    state: FSMContext,
    now: dt.datetime,
    calendar: WorkingCalendar,
) -> SendMessage | tuple[SendMessage, ...]:
    """What opens ends the form; else it waits for another try, as many as `Desk` grants."""
    if given is None:
        return answer.anywhere(say("dossier-owner-not-your-contact"), _leave(say))
    shown = await lookup.by_code(
        code, given, viewer=viewer, db=db, desk=desk, say=say, now=now, calendar=calendar
    )
    if not shown.found:
        return shown.reply(answer)
    await state.clear()
    return answer.contact_taken(say("contact-taken")), shown.reply(answer)


@answers(router.message, AwaitsDigits(), Declines())
async def leave(
    say: Say, answer: Answer, state: FSMContext, raw_state: str | None = None
) -> SendMessage:
    """Nothing is asked for any more."""
    if raw_state == DIGITS:
        await state.clear()
    return answer.contact_over(say("dossier-owner-left"))


@answers(router.message, AwaitsDigits(), Unclear())
async def ask_again(code: str, say: Say, answer: Answer) -> SendMessage:
    """What makes no other sense was meant for the form; a question of its own is answered."""
    return answer.anywhere(say("dossier-owner-ask-again", code=code), _leave(say))


@answers(router.message, GivesDigits(), Asks(Question.OUT_OF_SCOPE))
@answers(router.message, SharesContact())
async def which_dossier(say: Say, answer: Answer) -> SendMessage:
    """Digits that nobody asked for, or not any more, say nothing without a code."""
    return answer.contact_over(say("dossier-owner-code-too"))


def _leave(say: Say) -> Buttons:
    return [[button(say("dossier-owner-leave"), LeaveForm().pack())]]
