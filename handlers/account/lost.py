"""“Tôi mất điện thoại” · I lost my phone: every account but this one ends, after one tap."""

import datetime as dt

from aiogram import Router
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers import address
from handlers.account import own
from handlers.account.presses import EndOthers
from handlers.filters import answers, asks
from handlers.keyboards import button
from handlers.replies import Answer
from handlers.texts import Say, Words, lines
from handlers.understanding.asked import Question
from storage import links, people
from storage.errors import ProblemError, StaleError
from storage.links import Linked
from storage.viewer import Viewer

router = Router(name=__name__)


@asks(router, Question.ACCOUNT_LOST)
async def account_lost(viewer: Viewer, db: AsyncSession, say: Say, answer: Answer) -> SendMessage:
    """What would end; from the only channel, whom to call.

    Somebody of the office whose only channel is lost may ask from a browser that knows nobody.
    """
    if viewer.person_id is None:
        raise ProblemError("account-lost-nobody")
    others = await _others(db, viewer)
    you = address.you(viewer.role, say)
    if not others:
        admins = await people.admins(db, viewer)
        return answer(
            lines(
                say("account-lost-only-here", you=you),
                *(
                    say("account-admin", name=one.name, has_phone=bool(phone), phone=phone)
                    for one in admins
                    for phone in (one.phone or one.desk_phone,)
                ),
            )
        )
    return answer(
        say("account-lost-sure", you=you, total=len(others), channels=_channels(others, say)),
        [[button(say("account-button-end-others"), EndOthers().pack())]],
    )


@answers(router.callback_query, EndOthers.filter())
async def end_others(
    viewer: Viewer, db: AsyncSession, say: Say, answer: Answer, now: dt.datetime
) -> SendMessage:
    """All that there are at this moment, also one that was linked since the question."""
    others = await _others(db, viewer)
    if not others:
        raise StaleError("account-not-there")
    await own.end(db, viewer, others, zone=say.zone, now=now)
    you = address.you(viewer.role, say)
    return answer(say("account-others-ended", you=you, channels=_channels(others, say)))


async def _others(db: AsyncSession, viewer: Viewer) -> list[Linked]:
    theirs = await links.linked(db, person_id=own.oneself(viewer))
    return [one for one in theirs if one.account_id != viewer.account_id]


def _channels(some: list[Linked], say: Say) -> Words:
    return Words(", ".join(own.channel(one.channel, say) for one in some))
