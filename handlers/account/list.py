"""“Ai đang dùng tài khoản của tôi?” · Where am I signed in? A button ends each."""

import datetime as dt

from aiogram import Router
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers import address
from handlers.account import own
from handlers.account.presses import EndAccount
from handlers.filters import answers, asks
from handlers.keyboards import button
from handlers.replies import Answer
from handlers.texts import Say, Words, lines
from handlers.understanding.asked import Question
from storage import links
from storage.errors import StaleError
from storage.links import Linked
from storage.viewer import Viewer

router = Router(name=__name__)


@asks(router, Question.ACCOUNT_LIST)
async def account_list(viewer: Viewer, db: AsyncSession, say: Say, answer: Answer) -> SendMessage:
    """The person's own accounts, this one marked: channel, since when, last used."""
    theirs = await links.linked(db, person_id=own.oneself(viewer))
    you = address.you(viewer.role, say)
    words = lines(
        say("account-list", you=you, total=len(theirs)),
        *(_line(at, one, viewer, say) for at, one in enumerate(theirs, 1)),
        say("account-list-unknown", you=you),
    )
    rows = [
        [
            button(
                say("account-button-end", number=at),
                EndAccount(account_id=one.account_id).pack(),
            )
        ]
        for at, one in enumerate(theirs, 1)
    ]
    return answer(words, rows)


@answers(router.callback_query, EndAccount.filter())
async def end_account(
    callback_data: EndAccount,
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    now: dt.datetime,
) -> SendMessage:
    """End one of one's own; somebody else's reads like one that was ended before."""
    theirs = await links.linked(db, person_id=own.oneself(viewer))
    chosen = [one for one in theirs if one.account_id == callback_data.account_id]
    if not chosen:
        raise StaleError("account-not-there")
    await own.end(db, viewer, chosen, zone=say.zone, now=now)
    if callback_data.account_id == viewer.account_id:
        return answer(say("account-left"))
    there = own.channel(chosen[0].channel, say)
    return answer(say("account-ended", you=address.you(viewer.role, say), channel=there))


def _line(number: int, one: Linked, viewer: Viewer, say: Say) -> Words:
    return say(
        "account-list-line",
        number=number,
        channel=own.channel(one.channel, say),
        here=one.account_id == viewer.account_id,
        since=one.linked_at,
        seen=one.seen_at or one.linked_at,
    )
