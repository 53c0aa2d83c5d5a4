"""“Ai đã xem hồ sơ này?” · Who has looked at this record?"""

import datetime as dt

from aiogram import Router
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.audit.lines import line
from handlers.filters import asks
from handlers.keyboards import pages
from handlers.replies import Answer
from handlers.suggestions import suggestions
from handlers.texts import Say, Words, lines
from handlers.understanding.asked import Asked, Question, Slots
from storage import audit, audit_trail
from storage.audit_trail import Record
from storage.models import RecordKind
from storage.seals import Seal
from storage.viewer import Role, Viewer

router = Router(name=__name__)
SCREEN = 10
SPOKEN_OF = dt.timedelta(hours=1)  # how long “this one” is what was looked at last


@asks(router, Question.AUDIT_WHO_SAW)
async def who_saw(
    asked: Asked,
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    now: dt.datetime,
    seal: Seal,
) -> SendMessage:
    """Who, when and how, never what is in the record. Everybody else asks something unknown.

    A denunciation reads like a code that nobody ever had (decision 8).
    """
    if viewer.role is not Role.ADMIN:
        return answer.anywhere(say("out-of-scope"), suggestions(say, viewer))
    called = code_of(asked.slots)
    record = await _record(db, viewer, asked, now, seal)
    if record is None:
        return answer.anywhere(say("audit-which"))
    page = await audit_trail.looks_at(db, viewer, record, limit=SCREEN, offset=asked.offset)
    what = called or say("audit-this", kind=record.kind)
    if not page.items:
        ended = "audit-end" if asked.offset else "audit-none"
        return answer(say(ended, what=what), brief=None)
    words = lines(
        say("audit-heading", what=what, total=page.total),
        *(
            Words(f"{asked.offset + number}. {line(entry, say)}")
            for number, entry in enumerate(page.items, 1)
        ),
    )
    turning = pages(asked, say, seen=len(page.items), total=page.total, size=SCREEN)
    return answer(words, turning, brief=None)


def code_of(slots: Slots) -> str | None:
    """The code or number that was said."""
    return slots.dossier_code or slots.petition_code or slots.document_number


async def _record(
    db: AsyncSession, viewer: Viewer, asked: Asked, now: dt.datetime, seal: Seal
) -> Record | None:
    """The record that was named, else the one this account looked at last.

    Whoever reads the audit is in it as well.
    """
    slots = asked.slots
    kind = RecordKind(slots.topic) if slots.topic in [*RecordKind] else None
    if slots.dossier_code:
        kind = RecordKind.DOSSIER
    elif slots.petition_code:
        kind = RecordKind.PETITION
    elif slots.document_number:
        kind = RecordKind.DOCUMENT
    code = code_of(slots)
    if code and kind:
        record = await audit_trail.record_called(db, kind, code, seal=seal)
        if not record.ids:
            audit.missed(db, kind, code)
    else:
        newest = await audit_trail.newest_of(
            db, viewer, viewer.account_id or 0, kind, since=now - SPOKEN_OF
        )
        if newest is None:
            return None
        record = await audit_trail.with_tries(db, newest, seal=seal)
    audit.saw(db, record.kind, record.ids)
    return record
