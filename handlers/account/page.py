"""“Mã cho trang web của tôi” · Somebody who is linked already lets a browser of theirs in.

A session on the page ends when it is not used; nobody should need the admin each morning.
"""

import datetime as dt

from aiogram import Router
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.account import own
from handlers.filters import asks
from handlers.replies import Answer
from handlers.texts import Say, lines
from handlers.understanding.asked import Question
from storage import audit, link_codes, links
from storage.errors import NotFoundError
from storage.link_rules import LinkRules
from storage.seals import Seal
from storage.viewer import Viewer

router = Router(name=__name__)


@asks(router, Question.ACCOUNT_PAGE)
async def code_for_the_page(
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    now: dt.datetime,
    seal: Seal,
    link_rules: LinkRules,
    page_url: str,
) -> SendMessage:
    """A code for oneself alone; one's other channels hear of its use. Those before it are void."""
    if not viewer.is_staff:
        raise NotFoundError("account-page-nobody")
    person_id = own.oneself(viewer)
    code = await links.make_code(
        db, person_id, seal=seal, rules=link_rules, now=now, made_by_id=person_id
    )
    await audit.note(db, viewer, "account.code_made", "person", person_id, now)
    shown = link_codes.shown(code)
    return answer(
        lines(
            say("account-page-code", code=shown),
            say("account-page-until", until=now + link_rules.code_lasts),
            say("account-page-link", url=f"{page_url}/#ma={shown}") if page_url else None,
            say("account-page-elsewhere"),
        )
    )
