"""“Xin chào”, “Cảm ơn” · What it is, that it is a machine, and how to reach a person."""

import datetime as dt

from aiogram import Router
from aiogram.filters import CommandStart
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers import today
from handlers.examples import Examples
from handlers.filters import answers, asks
from handlers.limits import Place
from handlers.replies import Answer
from handlers.texts import Say, lines
from handlers.understanding.asked import Question
from scheduler.calendar import WorkingCalendar
from storage import office
from storage.viewer import Viewer

router = Router(name=__name__)


@answers(router.message, CommandStart())
@asks(router, Question.GREETING)
async def greeting(
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    now: dt.datetime,
    calendar: WorkingCalendar,
    place: Place,
    examples: Examples,
    introduces: bool = False,
) -> SendMessage:
    """Staff by name, citizens are told that a machine answers; both what there is today.

    `introduces`: the reply opens with what this is, so that need not be said again.
    """
    there = await today.today(
        db, viewer, levels=place.levels(viewer.role), say=say, now=now, calendar=calendar
    )
    if viewer.is_staff:
        return answer(
            lines(say("greeting-staff", name=viewer.given_name), there.words),
            examples.about(there.questions),
        )
    if introduces:
        return answer(lines(say("greeting-introduced"), there.words), examples.often())
    facts = await office.facts(db)
    human = facts.get("hotline") or facts.get("phone")
    return answer(
        lines(
            say("greeting-citizen"),
            there.words,
            say("greeting-human", hotline=human.value) if human else None,
        ),
        examples.often(),
    )


@asks(router, Question.THANKS_BYE)
async def thanks(viewer: Viewer, say: Say, answer: Answer) -> SendMessage:
    """Answered in a word, so that nobody wonders whether it arrived."""
    if viewer.is_staff:
        return answer(say("thanks-staff", name=viewer.given_name))
    return answer(say("thanks-citizen"))
