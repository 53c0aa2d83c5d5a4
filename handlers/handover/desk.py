"""What the people on duty press: take a conversation, send their words, end it."""

import datetime as dt

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.filters import answers
from handlers.handover.calls import ending, tell
from handlers.handover.end import end_talk
from handlers.handover.relay import HELD_BACK, to_citizen
from handlers.presses import AskInstead, EndTalk, SendWords, TakeTalk
from handlers.references import Open
from handlers.replies import Answer
from handlers.states import TALKING
from handlers.texts import Say, Words, lines, speak
from storage import audit, handovers
from storage.errors import StaleError
from storage.handovers import Talk
from storage.models import HandoverState
from storage.viewer import Viewer

router = Router(name=__name__)


@answers(router.callback_query, TakeTalk.filter())
async def take(
    callback_data: TakeTalk,
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    state: FSMContext,
    now: dt.datetime,
) -> SendMessage:
    """From here on this person answers; they read what was said before."""
    answering = await handovers.answered_by(db, viewer)
    if answering and answering.id != callback_data.number:
        words = say("handover-one-at-a-time", number=answering.id)
        return answer.anywhere(words, [[ending(say, answering.id)]])
    if answering is None:
        if not await handovers.take(db, viewer, callback_data.number, now=now):
            raise StaleError("handover-over")
        await audit.note(db, viewer, "handover.take", "handover", callback_data.number, now)
        answering = await _talk(db, viewer, callback_data.number)
        theirs = speak(answering.language or "vi", say.zone)
        taken = theirs(
            "handover-taken",
            officer=answering.officer or "",
            title=answering.title or "",
            unit=answering.unit or "",
        )
        await tell(
            db, answering.account_id, taken, now=now, buttons=[[ending(theirs, answering.id)]]
        )
    await state.set_state(TALKING)
    words = lines(say("handover-yours", number=answering.id), await _so_far(db, answering, say))
    news = [Open(say("limits-conversation"))]
    return answer(words, [[ending(say, answering.id)]], brief=news)


@answers(router.callback_query, SendWords.filter())
async def send_held_back(
    callback_data: SendWords,
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    state: FSMContext,
    now: dt.datetime,
) -> SendMessage:
    """The words were meant for the citizen after all."""
    talk = await handovers.answered_by(db, viewer)
    held_back = (await state.get_data()).get(HELD_BACK)
    if talk is None or talk.id != callback_data.number or not held_back:
        raise StaleError("handover-over")
    await state.set_data({})
    await to_citizen(db, talk, held_back, zone_of=say, now=now)
    return answer.anywhere(say("handover-sent"), [[ending(say, talk.id)]])


@answers(router.callback_query, AskInstead.filter())
async def ask_instead(say: Say, answer: Answer, state: FSMContext) -> SendMessage:
    """The words were meant for the assistant: the conversation rests until “Trả lời” is pressed."""
    await state.clear()
    return answer.anywhere(say("handover-rests"))


@answers(router.callback_query, EndTalk.filter())
async def end(
    callback_data: EndTalk,
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    state: FSMContext,
    now: dt.datetime,
) -> SendMessage:
    """Either side ends it; from then on the assistant answers again."""
    await state.clear()
    talk = await _talk(db, viewer, callback_data.number)
    return answer.anywhere(await end_talk(db, viewer, talk, say=say, now=now))


async def _talk(db: AsyncSession, viewer: Viewer, number: int) -> Talk:
    talk = await handovers.by_id(db, viewer, number)
    if talk is None or talk.state is HandoverState.ENDED:
        raise StaleError("handover-over")
    return talk


async def _so_far(db: AsyncSession, talk: Talk, say: Say) -> Words | None:
    """What was said while nobody had taken it."""
    said = [
        say("handover-line-officer" if one.by_officer else "handover-line-citizen", words=one.words)
        for one in await handovers.words_of(db, talk)
    ]
    return lines(*said) if said else None
