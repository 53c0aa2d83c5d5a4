"""“Làm sổ đỏ bao nhiêu tiền, mấy ngày?” · Fee and time, then the one question that decides."""

import datetime as dt

from aiogram import Router
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.filters import asks
from handlers.procedures import finding, lines
from handlers.procedures.finding import Desk
from handlers.procedures.published import Published
from handlers.replies import Answer
from handlers.texts import Say, Words
from handlers.texts import lines as below
from handlers.understanding.asked import Asked, Question
from storage.models import OnlineLevel
from storage.procedures import Variant, Whole

router = Router(name=__name__)


@asks(router, Question.PROCEDURE_FEE_TIME)
async def procedure_fee_time(
    asked: Asked, db: AsyncSession, say: Say, answer: Answer, now: dt.datetime, published: Published
) -> SendMessage:
    """What is the same in all cases; of one case everything, when it was chosen."""
    today = now.date()
    meant = await finding.meant(Desk(asked, db, published, say, answer, today))
    if isinstance(meant, SendMessage):
        return meant
    one = meant.procedure
    differ = meant.case is None and lines.limits_differ(one)
    words = below(
        lines.title(meant, say, today),
        say("procedure-time", limit=lines.limit(one, meant.case, say)),
        *_fees(one, meant.case, say),
        lines.footer(one, say),
        say("procedure-fee-time-which-case") if differ else None,
    )
    chosen = lines.cases(one, asked) if differ else []
    return answer(words, [*chosen, *lines.buttons(meant, asked, say)])


def _fees(one: Whole, case: Variant | None, say: Say) -> list[Words]:
    """At the counter, and by each other way that costs otherwise."""
    fee = (case and case.fee) or one.fee
    told = [say("procedure-fee", fee=fee, told=bool(fee))]
    if one.fee_online and one.online is not OnlineLevel.NONE:
        told.append(say("procedure-fee-online", fee=one.fee_online))
    if one.fee_post:
        told.append(say("procedure-fee-post", fee=one.fee_post))
    return told
