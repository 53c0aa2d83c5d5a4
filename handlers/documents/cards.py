"""Everything one may see of a document, a row each."""

import datetime as dt

from handlers.documents.lines import timing
from handlers.texts import Say, Words, lines, paragraphs
from scheduler.calendar import WorkingCalendar
from storage.document_records import DocumentRecord, IncomingRecord, OutgoingRecord
from storage.models import DocumentState


def card(
    record: DocumentRecord,
    say: Say,
    now: dt.datetime,
    calendar: WorkingCalendar,
    why_due: Words | None = None,
) -> Words:
    """What it is, who has it, until when and why; “tính đến” is when the register said so."""
    heading = say("document-card-heading", sign=record.number_sign, urgency=record.urgency)
    told: list[Words | None] = []
    if isinstance(record, IncomingRecord):
        told = _incoming(record, say, now, calendar)
    elif isinstance(record, OutgoingRecord):
        told = _outgoing(record, say, now.date(), calendar)
    source = say("document-as-of", time=record.source_at)
    subject = say("document-card-subject", subject=record.subject)
    return paragraphs(lines(heading, subject, *told, why_due), source)


def _incoming(
    record: IncomingRecord, say: Say, now: dt.datetime, calendar: WorkingCalendar
) -> list[Words | None]:
    return [
        say(
            "document-card-incoming",
            book=str(record.book_number),
            issuer=record.issuer,
            dated=record.dated,
            arrived=record.arrived_on,
        ),
        _instruction(record, say),
        _progress(record, say, now, calendar),
    ]


def _instruction(record: IncomingRecord, say: Say) -> Words | None:
    if not record.instruction:
        return None
    if not record.instructed_by:
        return say("document-card-instruction", instruction=record.instruction)
    return say(
        "document-card-instruction-of", name=record.instructed_by, instruction=record.instruction
    )


def _progress(
    record: IncomingRecord, say: Say, now: dt.datetime, calendar: WorkingCalendar
) -> Words:
    """Who has it and how much time is left; of a closed one only how it ended."""
    if record.state is DocumentState.RETURNED:
        return say("document-card-returned")
    if record.state is DocumentState.WITHDRAWN:
        return say("document-card-withdrawn")
    if record.state is DocumentState.DONE:
        done = (
            say("document-card-done-at", at=record.done_at)
            if record.done_at
            else say("document-card-done")
        )
        reply = (
            say("document-card-reply", sign=record.reply_number) if record.reply_number else None
        )
        return lines(done, reply)
    left = timing(record.due_on, say, now=now, calendar=calendar, due_at=record.due_at)
    return lines(
        _holding(record, say),
        say("document-card-timing", timing=left),
    )


def _holding(record: IncomingRecord, say: Say) -> Words:
    if record.holder and record.held_since:
        return say(
            "document-card-held-since",
            name=record.holder,
            unit=record.unit,
            has_unit=bool(record.unit),
            since=record.held_since,
        )
    if record.holder:
        return say(
            "document-card-held",
            name=record.holder,
            unit=record.unit,
            has_unit=bool(record.unit),
        )
    if record.unit:
        return say("document-card-with-unit", unit=record.unit)
    return say("document-card-unassigned")


def _outgoing(
    record: OutgoingRecord, say: Say, today: dt.date, calendar: WorkingCalendar
) -> list[Words | None]:
    return [
        say("document-card-outgoing", dated=record.dated),
        say("document-card-issued", at=record.issued_at)
        if record.issued_at
        else _not_issued(record, say, today, calendar),
        say("document-card-signer", name=record.signer, digitally=record.digitally_signed)
        if record.signer
        else None,
        say("document-card-drafted-by", unit=record.unit) if record.unit else None,
    ]


def _not_issued(
    record: OutgoingRecord, say: Say, today: dt.date, calendar: WorkingCalendar
) -> Words:
    """It is to leave when it is signed, at the latest a working day after (NĐ 30/2020 Đ.18.1)."""
    last = calendar.add_working_days(record.dated, 1)
    return say("document-card-not-issued", since=record.dated, last=last, late=today > last)
