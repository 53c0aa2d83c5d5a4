"""What the holder of a document does about it, and how it is read back.

Each act changes the record, is kept so that it can be undone, and tells who must know.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from aiogram.types import InlineKeyboardButton

from handlers.documents.lines import done_button, snooze_button, timing
from handlers.keyboards import button
from handlers.presses import Undo
from handlers.references import Open
from handlers.replies import Said
from handlers.texts import Words, lines
from handlers.work import Work
from storage import audit, document_changes, documents, extensions, news, people_of_work
from storage.document_changes import Change, answered_by
from storage.document_records import IncomingRecord, incoming
from storage.documents import IS_OPEN
from storage.errors import NotFoundError
from storage.models import DocumentAct, DocumentState, Urgency


@dataclass(frozen=True, kw_only=True)
class Did:
    """What came of one act: in full, and as it may be read anywhere."""

    words: Words
    plain: Words
    change: Change | None = None  # what can be undone
    again: Sequence[InlineKeyboardButton] = ()  # where it may be tried again as it is now


def said(done: Sequence[Did], work: Work) -> Said:
    """What was done to several documents, below each other, with one button that undoes it."""
    changes = [one.change for one in done if one.change]
    rows: list[Sequence[InlineKeyboardButton]] = [one.again for one in done if one.again]
    if changes:
        rows.append([button(work.say("act-undo"), Undo(change_id=changes[-1].id).pack())])
    return lines(*(one.words for one in done)), rows, [Open(one.plain) for one in done]


async def acknowledge(work: Work, document_id: int) -> Did:
    """“Đã nhận”: its holder has seen that it is theirs."""
    change = await document_changes.change(
        work.db,
        work.viewer,
        document_id,
        DocumentAct.ACKNOWLEDGED,
        {"acknowledged_at": work.now, "state": DocumentState.PROCESSING},
        where=sa.and_(answered_by(work.viewer), IS_OPEN, incoming.c.acknowledged_at.is_(None)),
        now=work.now,
    )
    if change is None:
        return await _unchanged(work, document_id)
    return _did(work, "act-acknowledged", change)


async def wants_reply_number(work: Work, document_id: int) -> bool:
    """Whether it is done only with the number of the answer that went out."""
    record = await documents.by_id(work.db, work.viewer, document_id)
    return record is not None and record.expects_reply and record.is_open


async def done(
    work: Work, document_id: int, *, due_version: int | None = None, reply_number: str = ""
) -> Did:
    """“Đã xong”. `due_version`: as the button had it; with another one since, nothing is done."""
    as_it_was = sa.true() if due_version is None else incoming.c.due_version == due_version
    values: dict[str, Any] = {
        "state": DocumentState.DONE,
        "done_at": work.now,
        "done_on": work.now.date(),
    }
    if reply_number:
        values["reply_number"] = reply_number
    change = await document_changes.change(
        work.db,
        work.viewer,
        document_id,
        DocumentAct.DONE,
        values,
        where=sa.and_(answered_by(work.viewer), IS_OPEN, as_it_was),
        now=work.now,
    )
    if change is None:
        return await _unchanged(work, document_id)
    record = await documents.by_id(work.db, work.viewer, document_id)
    if record and record.urgency is not Urgency.NORMAL:
        await _tell(work, change, await people_of_work.instructed(work.db, document_id))
    if record and record.holder_id:
        await _tell(work, change, [record.holder_id])  # on leave, where a stand-in did it
    answered = {"answered": bool(reply_number), "reply": reply_number}
    told = work.say("act-done", sign=change.number_sign, at=work.now, **answered)
    about = work.say("document-done-subject", subject=record.subject) if record else None
    return Did(words=lines(told, about), plain=told, change=change)


async def ask_extension(work: Work, document_id: int, *, until: dt.date, reason: str) -> Did:
    """“Xin gia hạn”: whoever set the work hears of it and says yes or no."""
    wish = await extensions.ask(
        work.db, work.viewer, document_id, until=until, reason=reason, now=work.now
    )
    if wish is None:
        return await _unchanged(work, document_id)
    await news.tell(work.db, person_id=wish.decider_id, of=f"extension {wish.id}", now=work.now)
    facts = {"sign": wish.number_sign, "until": until, "decider": wish.decider}
    return Did(
        words=work.say("act-extension-asked", **facts, reason=reason),
        plain=work.say("act-extension-asked-plain", sign=wish.number_sign, until=until),
    )


async def hand_back(work: Work, document_id: int, *, to: int | None, reason: str) -> Did:
    """“Chuyển lại” to a colleague of the unit, or without one to the head, who gives it on."""
    values: dict[str, Any] = {
        "holder_id": to,
        "held_since": work.now if to else None,
        "acknowledged_at": None,
        "state": DocumentState.ASSIGNED if to else DocumentState.REGISTERED,
    }
    change = await document_changes.change(
        work.db,
        work.viewer,
        document_id,
        DocumentAct.RETURNED,
        values,
        where=sa.and_(answered_by(work.viewer), IS_OPEN),
        now=work.now,
        reason=reason,
    )
    if change is None:
        return await _unchanged(work, document_id)
    heads = await people_of_work.heads(work.db, document_id)
    held_before = change.before["holder_id"]
    await _tell(work, change, [*heads, held_before, *([to] if to else [])])
    name = await people_of_work.name_of(work.db, to) if to else ""
    facts = {"sign": change.number_sign, "to_head": not to}
    return Did(
        words=work.say("act-handed-back", **facts, name=name, reason=reason),
        plain=work.say("act-handed-back-plain", sign=change.number_sign),
        change=change,
    )


async def undo(work: Work, change_id: int | None) -> Sequence[Did]:
    """Undo what was done by this change and together with it; without one, what was done last."""
    undone = await document_changes.undo_together(work.db, work.viewer, change_id, now=work.now)
    told: list[Did] = []
    for change in undone:
        if change.act is DocumentAct.EXTENDED:
            await extensions.decision_undone(work.db, change)
        await news.take_back(work.db, f"change {change.id}")
        for person in await news.told(work.db, f"change {change.id}"):
            await news.tell(work.db, person_id=person, of=f"undone {change.id}", now=work.now)
        words = work.say("act-undone", sign=change.number_sign, act=change.act)
        told.append(Did(words=words, plain=words))
    return told


async def _tell(work: Work, change: Change, whom: Sequence[int]) -> None:
    for person_id in dict.fromkeys(whom):
        if person_id not in (work.viewer.person_id, work.viewer.actor_id):
            await news.tell(work.db, person_id=person_id, of=f"change {change.id}", now=work.now)


def _did(work: Work, text: str, change: Change) -> Did:
    words = work.say(text, sign=change.number_sign)
    return Did(words=words, plain=words, change=change)


async def _unchanged(work: Work, document_id: int) -> Did:
    """Why nothing was changed: what has become of the document since."""
    record = await documents.by_id(work.db, work.viewer, document_id)
    if record is None:
        raise NotFoundError("document-not-found")
    audit.saw(work.db, record.record_kind, [record.id])
    words, plain = why_not(record, work)
    again = [done_button(record, work.say), snooze_button(record.id, work.say)]
    return Did(words=words, plain=plain, again=again if _is_theirs(record, work) else ())


def _is_theirs(record: IncomingRecord, work: Work) -> bool:
    return record.is_open and work.viewer.answers_for(record.holder_id)


def why_not(record: IncomingRecord, work: Work) -> tuple[Words, Words]:
    """In full, and without whom it lies with; nothing of what it is about."""
    say, sign = work.say, record.number_sign
    if record.is_open and not _is_theirs(record, work):
        holder = record.holder or record.unit
        whose = say("document-done-others", sign=sign, has_holder=bool(holder), holder=holder)
        return whose, say("document-done-not-held", sign=sign)
    if record.state is DocumentState.DONE:
        words = say("document-done-before", sign=sign, at=record.done_at or record.source_at)
    elif record.state is DocumentState.RETURNED:
        words = say("document-done-returned", sign=sign)
    elif record.state is DocumentState.WITHDRAWN:
        words = say("document-withdrawn", sign=sign)
    elif record.acknowledged_at:
        words = say("act-acknowledged-before", sign=sign, at=record.acknowledged_at)
    else:
        left = timing(
            record.due_on, say, now=work.now, calendar=work.calendar, due_at=record.due_at
        )
        words = say("document-done-new-deadline", sign=sign, timing=left)
    return words, words
