"""“Hồ sơ của tôi tới đâu rồi?” · Where is my dossier?"""

import datetime as dt

from aiogram import Router
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.dossiers import lookup, own_page
from handlers.dossiers.desk import Desk
from handlers.dossiers.lines import counts, line, provisional, reference
from handlers.dossiers.lookup import SecondFact
from handlers.filters import asks
from handlers.keyboards import asking, pages
from handlers.references import list_of
from handlers.replies import Answer, Buttons
from handlers.texts import Say, Words, lines
from handlers.understanding.asked import Asked, Question, Slots
from scheduler.calendar import WorkingCalendar
from storage import dossiers
from storage.dossiers import DossierOwn
from storage.pages import Page
from storage.viewer import Role, Viewer

router = Router(name=__name__)
SCREEN = 5


@asks(router, Question.DOSSIER_STATUS)
async def dossier_status(
    asked: Asked,
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    now: dt.datetime,
    calendar: WorkingCalendar,
    desk: Desk,
) -> SendMessage:
    """One dossier by its code, else the person's own list; strangers are asked for the code.

    Without a linked person nobody knows what is theirs, so it is never said that there is none.
    """
    slots = asked.slots
    if slots.dossier_code:
        one = await lookup.by_code(
            slots.dossier_code,
            SecondFact.of_words(slots.digits),
            viewer=viewer,
            db=db,
            desk=desk,
            say=say,
            now=now,
            calendar=calendar,
        )
        return one.reply(answer)
    page = await _listed(db, viewer, asked)
    if not page.items and viewer.person_id is None:
        return answer.anywhere(say("dossier-status-ask-code"))
    if not page.items:
        return answer.anywhere(_nothing(asked, viewer, say))
    brief = [
        reference(dossier, place=asked.offset + at) for at, dossier in enumerate(page.items, 1)
    ]
    heading = _heading(asked, viewer, page.total, say)
    if desk.own_page and not viewer.is_staff:
        listed = list_of(brief, say, now.date())
        rows = [
            *pages(asked, say, seen=len(page.items), total=page.total, size=SCREEN),
            *own_page.way(say("question-dossier-status"), desk.own_page, say),
        ]
        return answer(lines(heading, listed, say("dossier-owner-page-hint")), rows, brief)
    shown = [line(dossier, say, now.date(), calendar, rules=desk.rules) for dossier in page.items]
    doubts = (
        counted.doubt
        for dossier in page.items
        if (counted := counts(dossier, now.date(), calendar, rules=desk.rules)) and counted.doubt
    )
    words = lines(
        heading,
        *(Words(f"{asked.offset + at}. {words}") for at, words in enumerate(shown, 1)),
        provisional(next(doubts, None), say),
        say("dossier-status-as-of", at=min(dossier.source_at for dossier in page.items)),
    )
    return answer(words, _buttons(page, asked, say), brief)


async def _listed(db: AsyncSession, viewer: Viewer, asked: Asked) -> Page[DossierOwn]:
    """A citizen's own, and what this account has opened; of staff those they hold, those of the
    unit named, or all they may see.
    """
    if not viewer.is_staff:
        return await dossiers.awaited_by(db, viewer, limit=SCREEN, offset=asked.offset)
    held_by = viewer.person_id if _asks_own(asked, viewer) else None
    page = await dossiers.in_work(
        db,
        viewer,
        held_by=held_by,
        unit_id=asked.slots.unit_id,
        limit=SCREEN,
        offset=asked.offset,
    )
    return Page(page.items, page.total)


def _asks_own(asked: Asked, viewer: Viewer) -> bool:
    """What somebody holds: when they say “của tôi”, and when they name nothing wider."""
    slots = asked.slots
    if slots.mine or slots.unit_id is not None or slots.whole_office:
        return slots.mine
    return viewer.role is Role.OFFICER


def _heading(asked: Asked, viewer: Viewer, total: int, say: Say) -> Words:
    if viewer.person_id is None:
        return say("dossier-status-list-opened", total=total)
    if not viewer.is_staff:
        return say("dossier-status-list-own", total=total)
    if _asks_own(asked, viewer):
        return say("dossier-status-list-mine", total=total)
    return say("dossier-status-list-visible", total=total)


def _nothing(asked: Asked, viewer: Viewer, say: Say) -> Words:
    if asked.offset:
        return say("dossier-status-list-end")
    if viewer.is_staff:
        return say("dossier-status-list-none-staff")
    return say("dossier-status-list-none-own")


def _buttons(page: Page[DossierOwn], asked: Asked, say: Say) -> Buttons:
    """Each dossier on a button, and the rest of the list."""
    rows = [
        [
            asking(
                dossier.code,
                Asked(
                    question=Question.DOSSIER_STATUS,
                    confidence=1.0,
                    slots=Slots(dossier_code=dossier.code),
                ),
            )
        ]
        for dossier in page.items
    ]
    return rows + pages(asked, say, seen=len(page.items), total=page.total, size=SCREEN)
