"""How a document reads as a line, its deadline in words, and the buttons that go with it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from aiogram.types import InlineKeyboardButton

from handlers.deadlines import standing
from handlers.keyboards import asking, button
from handlers.presses import Acknowledge, AskExtension, Done, HandBack, Snooze
from handlers.references import Meaning, Reference
from handlers.texts import Say, Words
from handlers.understanding.asked import Asked, Question, Slots
from scheduler.calendar import WorkingCalendar
from scheduler.deadlines import Standing, deadline, time_left
from scheduler.working_time import WorkingTime
from storage.document_records import DocumentRecord, IncomingRecord
from storage.due_documents import DocumentLine
from storage.models import ItemKind, Noun

PAGE = 6
MOST_IN_A_ROW = 5
MOST_OF_A_SUBJECT = 110  # characters in a list


def document_line(
    line: DocumentLine,
    say: Say,
    *,
    number: int,
    now: dt.datetime,
    calendar: WorkingCalendar,
    with_holder: bool,
) -> Words:
    """Two rows: số, ký hiệu and how much time is left, then what it is about and who has it."""
    first = say(
        "document-line",
        number=number,
        sign=line.number_sign,
        urgency=line.urgency,
        timing=timing(line.due_on, say, now=now, calendar=calendar, due_at=line.due_at),
    )
    about = say("document-line-about", subject=shortened(line.subject), issuer=line.issuer)
    holder = [holder_of(line, say)] if with_holder else []
    return Words("\n".join([first, " · ".join([about, *holder])]))


def reference(document: DocumentLine | DocumentRecord, *, place: int | None = None) -> Reference:
    """Số, ký hiệu and when it is due; of what is closed or went out, when it was signed."""
    due_on = dated = None
    if isinstance(document, DocumentRecord):
        dated = document.dated
    if isinstance(document, DocumentLine) or (
        isinstance(document, IncomingRecord) and document.is_open
    ):
        due_on = document.due_on
    comes_in = isinstance(document, DocumentLine | IncomingRecord)
    return Reference(
        noun=Noun.DOCUMENTS,
        number=document.number_sign,
        day=due_on or dated,
        meaning=Meaning.DUE if due_on else Meaning.DATED,
        place=place,
        item=(ItemKind.DOCUMENT, document.id) if comes_in else None,
    )


def holder_of(line: DocumentLine | IncomingRecord, say: Say) -> Words:
    """“Đ/c Trần Thị Hoa, Phòng Nội chính”."""
    state = "person" if line.holder else "unit" if line.unit else "nobody"
    return say("document-holder", held_by=state, name=line.holder, unit=line.unit)


def timing(
    due_on: dt.date | None,
    say: Say,
    *,
    now: dt.datetime,
    calendar: WorkingCalendar,
    due_at: dt.datetime | None = None,
) -> Words:
    """“Quá 2 ngày 3 giờ làm việc”, “Hạn hôm nay”, “Còn 3 ngày làm việc”, “Chưa đặt hạn”.

    Late by working hours where the hour is known (`due_at`), else by days. Provisional when a day
    in between still waits for an official notice.
    """
    if due_on is None:
        return say("document-timing-none")
    today = now.date()
    counted = deadline(due_on, today, calendar)
    if due_at and counted.standing is Standing.LATE:
        office = WorkingTime(calendar, say.zone)
        late = time_left(due_at.astimezone(say.zone), now.astimezone(say.zone), office)
        told = standing(replace(late, doubt=None), say)
        provisional = late.doubt is not None
        return say("document-timing-late-by", standing=told, due=due_on, provisional=provisional)
    day_off = counted.standing is Standing.TODAY and due_on != today
    return say(
        f"document-timing-{'day-off' if day_off else counted.standing}",
        due=due_on,
        days=counted.days,
        provisional=not counted.is_certain,
    )


def shortened(subject: str) -> str:
    """As much of a subject as a list has room for, cut between words."""
    if len(subject) <= MOST_OF_A_SUBJECT:
        return subject
    return subject[:MOST_OF_A_SUBJECT].rsplit(" ", 1)[0] + "…"


def numbered(
    lines: Sequence[DocumentLine], *, first_number: int
) -> list[list[InlineKeyboardButton]]:
    """A button for each line, in rows of about the same length."""
    buttons = [
        asking(
            str(number),
            Asked(question=Question.DOCUMENT_STATUS, confidence=1.0, slots=Slots(item_id=line.id)),
        )
        for number, line in enumerate(lines, first_number)
    ]
    return in_rows(buttons)


def in_rows(buttons: Sequence[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    """Short buttons in rows of about the same length."""
    rows = -(-len(buttons) // MOST_IN_A_ROW)
    length = -(-len(buttons) // rows) if rows else 1
    return [list(buttons[start : start + length]) for start in range(0, len(buttons), length)]


def done_button(
    document: DocumentLine | IncomingRecord, say: Say, *, named: bool = False
) -> InlineKeyboardButton:
    """“Đã xong”; `named` with số, ký hiệu where several documents stand above the buttons."""
    label = say("document-done-named", sign=document.number_sign) if named else say("document-done")
    return _done(label, document.id, document.due_version)


def holder_buttons(
    document_id: int, due_version: int, say: Say, *, acknowledged: bool = False
) -> list[list[InlineKeyboardButton]]:
    """All that its holder can do about it."""
    this: dict[str, Any] = {"kind": ItemKind.DOCUMENT, "item_id": document_id}
    received = button(say("act-button-acknowledge"), Acknowledge(**this).pack())
    extend = button(say("act-button-extend"), AskExtension(**this).pack())
    back = button(say("act-button-hand-back"), HandBack(**this).pack())
    first = [] if acknowledged else [received]
    done = _done(say("document-done"), document_id, due_version)
    return [[*first, done], [extend, back], [snooze_button(document_id, say)]]


def snooze_button(document_id: int, say: Say) -> InlineKeyboardButton:
    """“Nhắc lại sau”."""
    press = Snooze(kind=ItemKind.DOCUMENT, item_id=document_id)
    return button(say("document-snooze"), press.pack())


def _done(label: Words, document_id: int, due_version: int) -> InlineKeyboardButton:
    press = Done(kind=ItemKind.DOCUMENT, item_id=document_id, due_version=due_version)
    return button(label, press.pack())
