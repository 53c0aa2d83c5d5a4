"""“Ý anh/chị là …?” · Two meanings are about as likely: the asker chooses by a button."""

from dataclasses import replace

from aiogram import Router
from aiogram.methods import SendMessage

from handlers.filters import Torn, answers
from handlers.keyboards import asking, title_of
from handlers.replies import Answer
from handlers.texts import Say
from handlers.understanding.asked import Asked

router = Router(name=__name__)


@answers(router.message, Torn())
async def which_one(asked: Asked, answer: Answer, say: Say) -> SendMessage:
    """Offer both, with what was said about them."""
    likely = filter(None, (asked.question, asked.runner_up))
    return answer(
        say("clarify-which"),
        [[asking(say(title_of(q)), replace(asked, question=q, runner_up=None))] for q in likely],
    )
