"""“Đơn của tôi đến đâu rồi?” · How far is a petition?

For the people who work on it by its code; its sender hears a coarse stage, and only through a
linked account. A denunciation that is not the asker's to handle reads like no petition at all.
"""

import datetime as dt

from aiogram import Router
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.filters import asks
from handlers.keyboards import asking, pages
from handlers.petitions.lines import (
    counts,
    due_in_brief,
    line,
    own_line,
    provisional,
    reference,
)
from handlers.replies import Answer, Buttons
from handlers.texts import Say, Words, lines
from handlers.understanding.asked import Asked, Question, Slots
from scheduler.calendar import WorkingCalendar
from storage import petitions
from storage.errors import NotFoundError
from storage.models import PetitionKind
from storage.petitions import PetitionOfficer
from storage.viewer import DutyKind, Role, Viewer

router = Router(name=__name__)
SCREEN = 5


@asks(router, Question.PETITION_STATUS)
async def petition_status(
    asked: Asked,
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    now: dt.datetime,
    calendar: WorkingCalendar,
) -> SendMessage:
    """By code or as a list: for staff what they may see, for a sender the coarse stage.

    To somebody unlinked every code gets the same words, whether it is there or not.
    """
    if viewer.person_id is None:
        return answer.anywhere(say("petition-status-not-linked"))
    if not viewer.is_staff:
        return await _for_sender(asked, viewer, db, say, answer)
    code = asked.slots.petition_code
    if code:
        petition = await petitions.by_code(db, viewer, code)
        if petition is None:
            raise NotFoundError("petition-not-found", code=code)
        return answer(card(petition, say, now.date(), calendar), brief=[reference(petition)])
    own = _asks_own(asked, viewer)
    page = await petitions.in_work(
        db,
        viewer,
        held_by=viewer.person_id if own else None,
        unit_id=asked.slots.unit_id,
        limit=SCREEN,
        offset=asked.offset,
    )
    if not page.items:
        ended = "petition-status-list-end" if asked.offset else "petition-status-list-none"
        return answer.anywhere(say(ended))
    doubts = [counted.doubt for p in page.items if (counted := counts(p, now.date(), calendar))]
    heading = "petition-status-list-mine" if own else "petition-status-list-visible"
    words = lines(
        say(heading, total=page.total),
        *(
            Words(f"{asked.offset + at}. {line(petition, say, now.date(), calendar)}")
            for at, petition in enumerate(page.items, 1)
        ),
        provisional(next(filter(None, doubts), None), say),
        say("petition-status-as-of", at=min(petition.source_at for petition in page.items)),
    )
    codes = [petition.code for petition in page.items]
    brief = [reference(one, place=asked.offset + at) for at, one in enumerate(page.items, 1)]
    return answer(words, _buttons(codes, page.total, asked, say), brief)


async def _for_sender(
    asked: Asked, viewer: Viewer, db: AsyncSession, say: Say, answer: Answer
) -> SendMessage:
    """Complaints and proposals of their own; what is withheld and why is said each time."""
    code = asked.slots.petition_code
    if code:
        own = await petitions.own_by_code(db, viewer, code)
        if own is None:
            raise NotFoundError("petition-not-found", code=code)
        return answer(
            lines(
                own_line(own, say),
                say("petition-status-own-privacy"),
                say("petition-status-as-of", at=own.source_at),
            ),
            brief=[reference(own)],
        )
    page = await petitions.sent_by(db, viewer, limit=SCREEN, offset=asked.offset)
    if not page.items:
        return answer.anywhere(
            lines(say("petition-status-ask-code-linked"), say("petition-status-own-privacy"))
        )
    words = lines(
        say("petition-status-list-own", total=page.total),
        *(
            Words(f"{asked.offset + at}. {own_line(petition, say)}")
            for at, petition in enumerate(page.items, 1)
        ),
        say("petition-status-own-privacy"),
        say("petition-status-as-of", at=min(petition.source_at for petition in page.items)),
    )
    turning = pages(asked, say, seen=len(page.items), total=page.total, size=SCREEN)
    brief = [reference(one, place=asked.offset + at) for at, one in enumerate(page.items, 1)]
    return answer(words, turning, brief)


def card(petition: PetitionOfficer, say: Say, today: dt.date, calendar: WorkingCalendar) -> Words:
    """What the people who work on it need; a denunciation is named by its code alone."""
    due = due_in_brief(petition, say, today, calendar)
    counted = counts(petition, today, calendar)
    is_denunciation = petition.kind is PetitionKind.DENUNCIATION
    return lines(
        say("petition-status-title", code=petition.code),
        None
        if is_denunciation
        else say("petition-status-kind", kind=say("petition-kind", kind=petition.kind)),
        say("petition-status-subject", subject=petition.subject) if petition.subject else None,
        say("petition-status-received", day=petition.received_on),
        say("petition-status-state", state=say("petition-state", state=petition.state)),
        _who_has_it(petition, say),
        say("petition-status-due", due=due) if due else None,
        provisional(counted.doubt if counted else None, say),
        say("petition-status-as-of", at=petition.source_at),
    )


def _who_has_it(petition: PetitionOfficer, say: Say) -> Words:
    if petition.unit is None:
        return say("petition-status-unassigned")
    if petition.holder is None:
        return say("petition-status-unit", unit=petition.unit)
    return say("petition-status-holder", unit=petition.unit, holder=petition.holder)


def _asks_own(asked: Asked, viewer: Viewer) -> bool:
    """What somebody holds: when they say “của tôi”, or may see little more than that."""
    slots = asked.slots
    if slots.mine or slots.unit_id is not None or slots.whole_office:
        return slots.mine
    return viewer.role in (Role.OFFICER, Role.CLERK) and DutyKind.PETITION_DESK not in viewer.duties


def _buttons(codes: list[str], total: int, asked: Asked, say: Say) -> Buttons:
    """Each petition on a button, and the rest of the list."""
    rows = [
        [
            asking(
                code,
                Asked(
                    question=Question.PETITION_STATUS,
                    confidence=1.0,
                    slots=Slots(petition_code=code),
                ),
            )
        ]
        for code in codes
    ]
    return rows + pages(asked, say, seen=len(codes), total=total, size=SCREEN)
