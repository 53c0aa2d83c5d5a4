"""`K7QM-4TXP-9R` · A link code is typed, or comes with `/start`: whose account this is now."""

import datetime as dt
from dataclasses import replace
from typing import Any

from aiogram import Router
from aiogram.filters import Filter
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers import today
from handlers.account import own
from handlers.examples import Examples
from handlers.filters import answers
from handlers.keyboards import asking
from handlers.limits import Place
from handlers.replies import Answer, Buttons
from handlers.texts import Say, Words, lines
from handlers.understanding.asked import Asked, Question
from scheduler.calendar import WorkingCalendar
from storage import accounts, audit, handovers, links, messages, staff
from storage.errors import NotFoundError, ProblemError
from storage.link_rules import LinkRules
from storage.seals import Seal
from storage.staff import Member
from storage.viewer import Role, Viewer

router = Router(name=__name__)


class HoldsCode(Filter):
    """The words held a link code; nothing else of the program has seen it."""

    async def __call__(self, _event: Any, link_code: str | None = None) -> bool:
        return link_code is not None


@answers(router.message, HoldsCode())
async def link(
    link_code: str,
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    now: dt.datetime,
    seal: Seal,
    link_rules: LinkRules,
    calendar: WorkingCalendar,
    place: Place,
    examples: Examples,
) -> SendMessage:
    """Who they are from now on, and what there is for them today.

    What waited for them is sent, and their other channels hear of it.
    """
    if viewer.on_behalf:
        raise ProblemError("account-not-on-behalf")
    account_id = viewer.account_id or 0
    try:
        person_id = await links.redeem(
            db, account_id, link_code, seal=seal, rules=link_rules, now=now
        )
    except NotFoundError:
        await audit.note(db, viewer, "account.code_refused", own.ITEM, account_id, now)
        raise
    if viewer.person_id not in (None, person_id):
        await own.displaced(db, viewer, zone=say.zone, now=now)
    member = await staff.by_id(db, person_id)
    person = await accounts.viewer_of_person(db, person_id)
    assert member  # noqa: S101 - the code was for somebody who is here
    assert person  # noqa: S101 - for the same reason
    here = replace(person, account_id=account_id, channel=viewer.channel)
    await audit.note(db, here, "account.linked", own.ITEM, account_id, now)
    await own.tell_of_link(db, person_id, account_id, zone=say.zone, now=now)
    await messages.hurry(db, person_id, now=now)
    callers = len(await handovers.waiting_for(db, here))
    there = await today.today(
        db, here, levels=place.levels(here.role), say=say, now=now, calendar=calendar
    )
    asking_more = replace(examples, viewer=here).about(there.questions)
    return answer(
        _welcome(member, callers, there.words, say), [*_calls(callers, say), *asking_more]
    )


def _welcome(member: Member, callers: int, today_told: Words | None, say: Say) -> Words:
    return lines(
        say(
            "account-linked",
            name=member.name,
            title=member.title,
            unit=member.unit,
            in_unit=bool(member.unit),
        ),
        say("account-linked-callers", count=callers) if callers else None,
        today_told,
        say("account-linked-ask"),
        say("account-linked-invite") if member.role is Role.ADMIN else None,
    )


def _calls(callers: int, say: Say) -> Buttons:
    """Whoever was called on another channel finds here who waits."""
    who_waits = Asked(question=Question.HUMAN_HANDOFF, confidence=1.0)
    return [[asking(say("account-button-callers"), who_waits)]] if callers else []
