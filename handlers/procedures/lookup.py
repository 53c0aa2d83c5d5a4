"""“Thủ tục khai sinh làm ở đâu?” · One procedure in short, and everything else on buttons."""

import datetime as dt
from dataclasses import replace

from aiogram import Router
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.filters import asks
from handlers.keyboards import asking
from handlers.procedures import finding, lines
from handlers.procedures.finding import Desk
from handlers.procedures.published import Published
from handlers.replies import Answer
from handlers.texts import Say, Words
from handlers.texts import lines as below
from handlers.understanding.asked import Asked, Question, Slots
from storage.procedures import Whole

router = Router(name=__name__)


@asks(router, Question.PROCEDURE_LOOKUP)
async def procedure_lookup(
    asked: Asked, db: AsyncSession, say: Say, answer: Answer, now: dt.datetime, published: Published
) -> SendMessage:
    """How long, how much, where; the decision that says so. A second press tells the rest."""
    today = now.date()
    meant = await finding.meant(Desk(asked, db, published, say, answer, today))
    if isinstance(meant, SendMessage):
        return meant
    one = meant.procedure
    rows = lines.buttons(meant, asked, say)
    if asked.slots.item_id is not None and asked.offset:
        return answer(below(lines.title(meant, say, today), *_rest(one, say)), rows)
    more = replace(asked, offset=1, runner_up=None, slots=Slots(item_id=one.id))
    rows.insert(1, [asking(say("procedure-more"), more)])
    words = below(
        lines.title(meant, say, today),
        say("procedure-time", limit=lines.limit(one, meant.case, say)),
        say("procedure-fee", fee=(meant.case and meant.case.fee) or one.fee, told=bool(one.fee)),
        say("procedure-place", place=one.place, told=bool(one.place), agency=one.agency),
        say("procedure-online", level=one.online),
        lines.footer(one, say),
    )
    return answer(words, rows)


def _rest(one: Whole, say: Say) -> list[Words]:
    """What few people ask for."""
    told = {
        "audience": one.audience,
        "conditions": one.conditions,
        "result": one.result,
        "legal_basis": one.legal_basis,
        "code": one.code,
        "field": one.field,
    }
    return [
        say("procedure-detail", what=what, words=words) for what, words in told.items() if words
    ]
