"""“Tôi đang theo dõi gì?” · Which dossiers do I follow?"""

from aiogram import Router
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.dossiers.follow_buttons import to_stop_one
from handlers.dossiers.lines import name_of
from handlers.filters import asks
from handlers.keyboards import pages
from handlers.references import Reference
from handlers.replies import Answer
from handlers.texts import Say, Words, lines
from handlers.understanding.asked import Asked, Question
from storage import follows
from storage.follows import Followed
from storage.models import Noun
from storage.viewer import Viewer

router = Router(name=__name__)
SCREEN = 5


@asks(router, Question.DOSSIER_FOLLOWED)
async def dossier_followed(
    asked: Asked, viewer: Viewer, db: AsyncSession, say: Say, answer: Answer
) -> SendMessage:
    """Each with its state, and a button that ends following it."""
    page = await follows.of_account(db, viewer, limit=SCREEN, offset=asked.offset)
    if not page.items:
        return answer.anywhere(say("dossier-followed-none"))
    words = lines(
        say("dossier-followed-heading", total=page.total),
        *(_line(asked.offset + at, one, say) for at, one in enumerate(page.items, 1)),
    )
    rows = [[to_stop_one(one.code, say)] for one in page.items]
    rows += pages(asked, say, seen=len(page.items), total=page.total, size=SCREEN)
    brief = [
        Reference(noun=Noun.DOSSIERS, number=one.code, place=asked.offset + at)
        for at, one in enumerate(page.items, 1)
    ]
    return answer(words, rows, brief)


def _line(number: int, one: Followed, say: Say) -> Words:
    return say(
        "dossier-followed-line",
        number=number,
        code=one.code,
        state=say("dossier-state", state=name_of(one.state)),
        since=one.since.astimezone(say.zone).date(),
    )
