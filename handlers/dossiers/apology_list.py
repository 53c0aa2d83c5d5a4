"""Several dossiers of one person that will be late: their drafts as a list, once a morning."""

import datetime as dt

from aiogram import Router
from aiogram.methods import SendMessage
from aiogram.types import InlineKeyboardButton
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.dossiers import apology
from handlers.dossiers.lines import reference
from handlers.filters import answers
from handlers.keyboards import button
from handlers.presses import MoreApologies, ShowApology
from handlers.references import Brief
from handlers.replies import Buttons, Said
from handlers.texts import Say, Words, lines, paragraphs
from handlers.work import Work
from scheduler.calendar import WorkingCalendar
from scheduler.follow_rules import FollowRules
from storage import apologies, audit, briefs
from storage.dossiers import DossierOfficer
from storage.errors import StaleError
from storage.models import RecordKind
from storage.viewer import Viewer

router = Router(name=__name__)
PAGE = 5


async def told(
    db: AsyncSession,
    person: Viewer,
    message_id: int,
    *,
    say: Say,
    now: dt.datetime,
    calendar: WorkingCalendar,
    rules: FollowRules,
) -> Said | None:
    """What this message says of those that still run: one draft whole, several as a list.

    None when all are done, wait, are late by now, or have another due time.
    """
    left = await _left(db, person, message_id, now)
    if not left:
        return None
    if len(left) == 1:
        return await apology.draft(db, person, left[0], say=say, calendar=calendar, rules=rules)
    heading = say("dossier-apologies", name=person.given_name, number=len(left))
    words, page, brief = _page(db, left, 0, say, calendar, rules)
    words = paragraphs(lines(heading, words), say("dossier-apologies-then"))
    buttons = [
        [_show(one, say("dossier-apologies-button", number=number))]
        for number, one in enumerate(page, 1)
    ]
    return words, [*buttons, *_more(message_id, PAGE, len(left), say)], brief


@answers(router.callback_query, MoreApologies.filter())
async def more(callback_data: MoreApologies, work: Work, follow_rules: FollowRules) -> SendMessage:
    """The lines that follow; their buttons are their numbers, which can be typed as well."""
    message_id, offset = callback_data.message_id, callback_data.offset
    left = await _left(work.db, work.viewer, message_id, work.now)
    if offset >= len(left):
        raise StaleError("dossier-apologies-end")
    words, page, brief = _page(work.db, left, offset, work.say, work.calendar, follow_rules)
    numbers = [_show(one, Words(str(at))) for at, one in enumerate(page, offset + 1)]
    rows = [numbers, *_more(message_id, offset + PAGE, len(left), work.say)]
    return work.answer(paragraphs(words, work.say("dossier-apologies-number")), rows, brief)


@answers(router.callback_query, ShowApology.filter())
async def show(callback_data: ShowApology, work: Work, follow_rules: FollowRules) -> SendMessage:
    """The whole draft of one of them."""
    number, version = callback_data.dossier_id, callback_data.due_version
    dossier = await apology.theirs(work.db, work.viewer, number, version)
    if dossier is None:
        raise StaleError("dossier-apology-stale")
    return work.answer(
        *await apology.draft(
            work.db,
            work.viewer,
            dossier,
            say=work.say,
            calendar=work.calendar,
            rules=follow_rules,
        )
    )


async def _left(
    db: AsyncSession, person: Viewer, message_id: int, now: dt.datetime
) -> list[DossierOfficer]:
    items = await briefs.still_open(db, message_id, now.date())
    running = await apologies.still_run(db, person, {one.id: one.due_version for one in items})
    return [one for one in running if apology.due_of(one) > now]


def _page(
    db: AsyncSession,
    left: list[DossierOfficer],
    offset: int,
    say: Say,
    calendar: WorkingCalendar,
    rules: FollowRules,
) -> tuple[Words, list[DossierOfficer], Brief]:
    page = left[offset : offset + PAGE]
    audit.saw(db, RecordKind.DOSSIER, [one.id for one in page])
    numbered = list(enumerate(page, offset + 1))
    words = lines(
        *(
            say(
                "dossier-apologies-line",
                number=number,
                code=one.code,
                procedure=one.procedure or say("dossier-procedure-unknown"),
                due=apology.due_of(one),
                until=apology.proposed(one, calendar, rules),
            )
            for number, one in numbered
        )
    )
    return words, page, [reference(one, place=number) for number, one in numbered]


def _show(dossier: DossierOfficer, label: Words) -> InlineKeyboardButton:
    press = ShowApology(dossier_id=dossier.id, due_version=dossier.due_version)
    return button(label, press.pack())


def _more(message_id: int, offset: int, total: int, say: Say) -> Buttons:
    if offset >= total:
        return ()
    press = MoreApologies(message_id=message_id, offset=offset).pack()
    return [[button(say("more"), press)]]
