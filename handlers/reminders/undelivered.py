"""“Ai chưa nhận được nhắc?” · Who has not been reminded, and why?"""

import datetime as dt

from aiogram import Router
from aiogram.methods import SendMessage

from handlers.filters import asks
from handlers.keyboards import pages
from handlers.references import Open
from handlers.reminders.lines import line
from handlers.suggestions import suggestions
from handlers.texts import Words, lines
from handlers.understanding.asked import Asked, Question, Slots
from handlers.work import Work
from storage import audit, ledger
from storage.ledger import LedgerEntry
from storage.models import RecordKind
from storage.pages import Page
from storage.viewer import Role, Viewer

router = Router(name=__name__)
SCREEN = 10
ONE_DAY = dt.timedelta(days=1)


@asks(router, Question.REMINDER_UNDELIVERED)
async def undelivered(asked: Asked, work: Work) -> SendMessage:
    """Of a day, today if none was said; of those whom this person answers for, or of themselves."""
    viewer, say = work.viewer, work.say
    if viewer.role is Role.CITIZEN:
        return work.answer.anywhere(say("out-of-scope"), suggestions(say, viewer))
    slots = asked.slots
    first, last = _days(slots, work.now)
    mine = slots.mine or viewer.role is Role.OFFICER
    page = await ledger.entries(
        work.db,
        viewer,
        first=first,
        end=last + ONE_DAY,
        missing=True,
        mine=mine,
        person_id=slots.person_id,
        unit_id=slots.unit_id,
        limit=SCREEN,
        offset=asked.offset,
    )
    facts = {"first": first.date(), "last": last.date(), "one_day": first.date() == last.date()}
    whose = "own" if mine else "office" if viewer.role in (Role.LEADER, Role.ADMIN) else "unit"
    if not page.items:
        ended = "ledger-end" if asked.offset else "ledger-none"
        words = say(ended, whose=whose, **facts)
        return work.answer(words, brief=[Open(words)])
    heading = say("ledger-heading", whose=whose, total=page.total, **facts)
    words = lines(heading, *await _lines(page, asked.offset, work))
    turning = pages(asked, say, seen=len(page.items), total=page.total, size=SCREEN)
    return work.answer(words, turning, brief=[Open(heading)])


async def _lines(page: Page[LedgerEntry], offset: int, work: Work) -> list[Words]:
    viewer = work.viewer
    labels = await ledger.labels(work.db, viewer, [one.id for one in page.items])
    told = []
    for number, entry in enumerate(page.items, offset + 1):
        with_phone = _may_call(viewer, entry)
        if with_phone and entry.person_id:
            audit.saw(work.db, RecordKind.PERSON, [entry.person_id])
        told.append(
            line(
                entry,
                work.say,
                number=number,
                labels=labels.get(entry.id, ()),
                with_phone=with_phone,
            )
        )
    return told


def _may_call(viewer: Viewer, entry: LedgerEntry) -> bool:
    """Whoever answers for somebody else is told their number; who keeps the program is not."""
    return viewer.role is not Role.ADMIN and entry.person_id != viewer.person_id


def _days(slots: Slots, now: dt.datetime) -> tuple[dt.datetime, dt.datetime]:
    """The midnights with which the first and the last day begin; none later than today."""
    today = dt.datetime.combine(now.date(), dt.time(), now.tzinfo)
    when = slots.when
    if when is None or not when.said:
        return today, today
    last = min(when.last_day or now.date(), now.date())
    first = min(when.first_day or last, last)
    return (
        dt.datetime.combine(first, dt.time(), now.tzinfo),
        dt.datetime.combine(last, dt.time(), now.tzinfo),
    )
