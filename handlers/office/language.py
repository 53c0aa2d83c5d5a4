"""“Nói tiếng Anh nhé” · Answer me in Vietnamese, please."""

from aiogram import Router
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.filters import asks
from handlers.keyboards import asking
from handlers.replies import Answer, Buttons
from handlers.texts import LANGUAGES, Say, speak
from handlers.understanding.asked import Asked, Question, Slots
from storage import languages
from storage.viewer import Viewer

router = Router(name=__name__)


@asks(router, Question.LANGUAGE_SWITCH)
async def language_switch(
    asked: Asked, viewer: Viewer, db: AsyncSession, say: Say, answer: Answer
) -> SendMessage:
    """Answers in the new language at once; later replies lean on it as this account's habit."""
    wanted = asked.slots.language
    if wanted not in LANGUAGES:
        return answer(say("language-which"), _choices(say))
    if viewer.account_id is not None:
        await languages.choose(db, viewer.account_id, wanted)
    return answer(speak(wanted, say.zone)("language-switched"))


def _choices(say: Say) -> Buttons:
    """Each language by its own name."""
    return [
        [
            asking(
                say(f"language-{language}"),
                Asked(
                    question=Question.LANGUAGE_SWITCH,
                    confidence=1.0,
                    slots=Slots(language=language),
                ),
            )
            for language in LANGUAGES
        ]
    ]
