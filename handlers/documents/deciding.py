"""“Chờ tôi quyết”, “đồng ý 1, 3” · A leader says yes or no to wishes for more time."""

import datetime as dt
from collections.abc import Sequence

from aiogram import Router
from aiogram.methods import SendMessage
from aiogram.types import InlineKeyboardButton

from handlers.documents import acts
from handlers.documents.acts import Did
from handlers.documents.lines import shortened
from handlers.filters import answers, asks
from handlers.keyboards import button
from handlers.presses import Decide
from handlers.references import Reference
from handlers.replies import Buttons
from handlers.texts import Say, Words, lines
from handlers.understanding.asked import Asked, Question
from handlers.understanding.commands import NO
from handlers.work import Work
from storage import extensions, news, shown
from storage.errors import NotFoundError
from storage.extensions import Wish
from storage.models import ExtensionState, Noun

router = Router(name=__name__)
EXTENSION = "extension"
MOST = 10


@asks(router, Question.DOCUMENT_WAITING)
async def waiting(work: Work) -> SendMessage:
    """What waits for this person, numbered: “đồng ý 1, 3” answers it."""
    wishes = await extensions.waiting_for(work.db, work.viewer, limit=MOST)
    if not wishes:
        return work.answer.anywhere(work.say("act-nothing-waits"))
    told = [line(wish, work.say, number) for number, wish in enumerate(wishes, 1)]
    brief = [
        Reference(
            noun=Noun.DOCUMENTS,
            number=wish.number_sign,
            day=wish.until,
            place=number,
            item=(EXTENSION, wish.id),
        )
        for number, wish in enumerate(wishes, 1)
    ]
    words = lines(work.say("act-waiting", number=len(wishes)), *told, work.say("act-waiting-how"))
    rows: Buttons = [choice(wishes[0], work.say)] if len(wishes) == 1 else ()
    return work.answer(words, rows, brief)


def line(wish: Wish, say: Say, number: int) -> Words:
    """Who wants more time for what, until when and why."""
    return say(
        "act-waiting-line",
        number=number,
        sign=wish.number_sign,
        subject=shortened(wish.subject),
        asker=wish.asker,
        has_due=wish.due_on is not None,
        due=wish.due_on or wish.until,
        until=wish.until,
        reason=wish.reason,
    )


def choice(wish: Wish, say: Say) -> list[InlineKeyboardButton]:
    """“Đồng ý” and “Không đồng ý”."""
    return [
        button(say("act-grant"), Decide(extension_id=wish.id, granted=True).pack()),
        button(say("act-refuse"), Decide(extension_id=wish.id, granted=False).pack()),
    ]


@answers(router.callback_query, Decide.filter())
async def pressed(callback_data: Decide, work: Work) -> SendMessage:
    """By the buttons under the news of a wish, also a day later."""
    one = await decided(work, callback_data.extension_id, granted=callback_data.granted)
    return work.answer(*acts.said([one], work))


@asks(router, Question.DOCUMENT_DECIDE)
async def typed(asked: Asked, work: Work) -> SendMessage:
    """By numbers of the list, or the one wish that waits, or that of somebody who is named."""
    granted = asked.slots.topic != NO
    if asked.slots.numbers:
        listed = await shown.of_today(work.db, work.viewer, now=work.now)
        chosen = [listed.get(number, ("", 0)) for number in asked.slots.numbers]
        if any(kind != EXTENSION for kind, _ in chosen):
            return work.answer.anywhere(work.say("act-decide-which"))
        ids: Sequence[int] = [item_id for _, item_id in chosen]
    else:
        wishes = await extensions.waiting_for(work.db, work.viewer, limit=MOST)
        ids = [wish.id for wish in wishes if _fits(wish, asked)]
        if not ids:
            return work.answer.anywhere(work.say("act-nothing-waits"))
        if len(ids) > 1:
            return await waiting(work)
    done = [await decided(work, one, granted=granted) for one in ids]
    return work.answer(*acts.said(done, work))


def _fits(wish: Wish, asked: Asked) -> bool:
    slots = asked.slots
    named = slots.person_id is None or slots.person_id == wish.asked_by_id
    number = slots.document_number
    return named and (number is None or wish.number_sign.startswith(number.split("/")[0] + "/"))


async def decided(work: Work, extension_id: int, *, granted: bool) -> Did:
    """Say it, tell who asked; what was decided before is said again."""
    wish = await extensions.by_id(work.db, work.viewer, extension_id)
    if wish is None:
        raise NotFoundError("act-wish-not-found")
    due_at = dt.datetime.combine(wish.until, work.calendar.hours.closes, work.now.tzinfo)
    change = await extensions.decide(
        work.db, work.viewer, extension_id, granted=granted, due_at=due_at, now=work.now
    )
    facts = {"sign": wish.number_sign, "until": wish.until, "asker": wish.asker}
    if change is None:
        before = wish.state if wish.state is not ExtensionState.ASKED else ExtensionState.GONE
        words = work.say("act-decided-before", sign=wish.number_sign, state=before)
        return Did(words=words, plain=words)
    await news.tell(work.db, person_id=wish.asked_by_id, of=f"change {change.id}", now=work.now)
    words = work.say("act-decided", granted=granted, **facts)
    plain = work.say("act-decided-plain", granted=granted, sign=wish.number_sign)
    return Did(words=words, plain=plain, change=change)
