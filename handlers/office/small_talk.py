"""“Xin chào”, “Cảm ơn” · What it is, that it is a machine, and how to reach a person."""

from aiogram import Router
from aiogram.filters import CommandStart
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.filters import answers, asks
from handlers.office.examples import examples
from handlers.replies import Answer
from handlers.texts import Say, lines
from handlers.understanding.asked import Question
from storage import office
from storage.viewer import Viewer

router = Router(name=__name__)


@answers(router.message, CommandStart())
@asks(router, Question.GREETING)
async def greeting(
    viewer: Viewer, db: AsyncSession, say: Say, answer: Answer, introduces: bool = False
) -> SendMessage:
    """Staff are greeted by name, citizens are told that a machine answers.

    `introduces`: the reply opens with what this is, so that need not be said again.
    """
    if introduces:
        return answer(say("greeting-introduced"), examples(viewer, say))
    facts = await office.facts(db)
    human = facts.get("hotline") or facts.get("phone")
    return answer(
        lines(
            say("greeting-staff", name=viewer.given_name)
            if viewer.is_staff
            else say("greeting-citizen"),
            say("greeting-human", hotline=human.value) if human else None,
        ),
        examples(viewer, say),
    )


@asks(router, Question.THANKS_BYE)
async def thanks(viewer: Viewer, say: Say, answer: Answer) -> SendMessage:
    """Answered in a word, so that nobody wonders whether it arrived."""
    if viewer.is_staff:
        return answer(say("thanks-staff", name=viewer.given_name))
    return answer(say("thanks-citizen"))
