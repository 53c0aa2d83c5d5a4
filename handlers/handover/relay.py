"""Words in a conversation that a person has taken over, or is to: they go to the other side."""

import datetime as dt
from typing import Any

from aiogram import Router
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.methods import SendMessage
from aiogram.types import TelegramObject
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.filters import answers
from handlers.handover.calls import ending, taking, tell
from handlers.handover.end import end_talk
from handlers.keyboards import button
from handlers.presses import AskInstead, SendWords
from handlers.replies import Answer
from handlers.states import TALKING
from handlers.texts import Say, speak
from handlers.understanding.asked import Asked, Question
from handlers.understanding.normalise import fold
from storage import handovers
from storage.handovers import Talk
from storage.models import HandoverState
from storage.viewer import Viewer

router = Router(name=__name__)
HELD_BACK = "held back"
SURE = 0.7
OF_THE_TALK = (
    Question.GREETING,
    Question.THANKS_BYE,
    Question.HELP,
    Question.OUT_OF_SCOPE,
    Question.NOT_MEANT,
    Question.HUMAN_HANDOFF,
)


class InTalk(Filter):
    """This account is in a conversation with a person, and what came in belongs to it.

    While nobody has taken it yet, the assistant still answers what it surely understands; the
    officer reads that too, without the digits of a second fact.
    """

    async def __call__(
        self,
        _event: TelegramObject,
        viewer: Viewer,
        db: AsyncSession,
        state: FSMContext,
        now: dt.datetime,
        words: str = "",
        asked: Asked | None = None,
        raw_state: str | None = None,
    ) -> bool | dict[str, Any]:
        if raw_state != TALKING or words.startswith("/"):
            return False
        talk = await handovers.answered_by(db, viewer) or await handovers.asked_by(db, viewer)
        if talk is None:  # the other side has ended it
            await state.clear()
            return False
        if talk.state is HandoverState.WAITING and asks_again(asked):
            return False
        if talk.state is HandoverState.WAITING and asked and is_a_question(asked):
            kept = asked.slots.digits.masked(words) if asked.slots.digits else words
            await handovers.keep_words(db, talk, kept, by_officer=False, now=now)
            return False
        return {"talk": talk}


@answers(router.message, InTalk())
async def relay(
    talk: Talk,
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    state: FSMContext,
    now: dt.datetime,
    words: str,
    asked: Asked | None = None,
) -> SendMessage | None:
    """From the citizen to the officer, and back; “thôi” ends it for both."""
    if not words:
        return answer.anywhere(say("handover-only-words"))
    if fold(words).strip(" .!") in _ends(say):
        await state.clear()
        return answer.anywhere(await end_talk(db, viewer, talk, say=say, now=now))
    if talk.officer_account_id != viewer.account_id:
        return await _from_citizen(talk, db, words, say=say, answer=answer, now=now)
    if is_a_question(asked):
        # An officer who forgot the conversation must not ask the citizen about their documents.
        await state.update_data({HELD_BACK: words})
        return answer.anywhere(say("handover-for-whom"), [_for_whom(talk, say)])
    await to_citizen(db, talk, words, zone_of=say, now=now)
    return answer.anywhere(say("handover-sent"), [[ending(say, talk.id)]])


async def _from_citizen(
    talk: Talk, db: AsyncSession, words: str, *, say: Say, answer: Answer, now: dt.datetime
) -> SendMessage | None:
    await handovers.keep_words(db, talk, words, by_officer=False, now=now)
    if talk.officer_account_id is None:
        return answer.anywhere(say("handover-kept"), [[ending(say, talk.id)]])
    theirs = speak("vi", say.zone)
    said = theirs("handover-from-citizen", number=talk.id, words=words)
    row = [taking(theirs("handover-button-answer"), talk.id), ending(theirs, talk.id)]
    await tell(db, talk.officer_account_id, said, now=now, buttons=[row])
    return None


async def to_citizen(
    db: AsyncSession, talk: Talk, words: str, *, zone_of: Say, now: dt.datetime
) -> None:
    """What the officer says, under their name: the citizen sees that a person answers."""
    await handovers.keep_words(db, talk, words, by_officer=True, now=now)
    theirs = speak(talk.language or "vi", zone_of.zone)
    said = theirs(
        "handover-from-officer", officer=talk.officer or "", unit=talk.unit or "", words=words
    )
    await tell(db, talk.account_id, said, now=now)


def is_a_question(asked: Asked | None) -> bool:
    """Surely something the assistant itself is asked."""
    return asked is not None and asked.confidence >= SURE and asked.question not in OF_THE_TALK


def asks_again(asked: Asked | None) -> bool:
    """“Gặp cán bộ”, once more."""
    return asked is not None and asked.question is Question.HUMAN_HANDOFF


def _for_whom(talk: Talk, say: Say) -> list[Any]:
    return [
        button(say("handover-button-send"), SendWords(number=talk.id).pack()),
        button(say("handover-button-ask"), AskInstead(number=talk.id).pack()),
    ]


def _ends(say: Say) -> set[str]:
    return {fold(word).strip() for word in say("handover-words-end").split(",")}
