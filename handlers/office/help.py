"""“Trợ giúp” · What can be asked, by role, with examples to press."""

from typing import assert_never

from aiogram import Router
from aiogram.filters import Command
from aiogram.methods import SendMessage

from handlers.filters import answers, asks
from handlers.office.examples import examples
from handlers.replies import Answer
from handlers.texts import Say, Words
from handlers.understanding.asked import Question
from storage.viewer import Role, Viewer

router = Router(name=__name__)


@answers(router.message, Command("help", "trogiup"))
@asks(router, Question.HELP)
async def help_(viewer: Viewer, say: Say, answer: Answer) -> SendMessage:
    """Short, and only what this person can use."""
    return answer(_words(viewer, say), examples(viewer, say))


def _words(viewer: Viewer, say: Say) -> Words:
    match viewer.role:
        case Role.CITIZEN:
            return say("help-citizen")
        case Role.OFFICER | Role.CLERK | Role.ADMIN | Role.OFFICE:
            return say("help-officer")
        case Role.HEAD:
            return say("help-head")
        case Role.LEADER:
            return say("help-leader")
    assert_never(viewer.role)
