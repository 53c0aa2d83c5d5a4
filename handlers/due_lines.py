"""How something that is due reads in a list of all nouns, and the buttons that go with it."""

import datetime as dt

from aiogram.types import InlineKeyboardButton

from handlers.documents.lines import document_line, holder_buttons, shortened, timing
from handlers.keyboards import button
from handlers.presses import Acknowledge, Done, Snooze
from handlers.references import NOUN_OF, Reference
from handlers.replies import Buttons
from handlers.texts import Say, Words, lines
from scheduler.calendar import WorkingCalendar
from storage.due_documents import DocumentLine
from storage.due_items import DueItem
from storage.models import ItemKind
from storage.viewer import Viewer


def item_line(
    item: DueItem, say: Say, *, number: int, now: dt.datetime, calendar: WorkingCalendar
) -> Words:
    """A document as its own noun tells it; of a petition only the code."""
    if item.kind is ItemKind.DOCUMENT and item.due_on is not None:
        document = DocumentLine(
            id=item.id,
            number_sign=item.label,
            issuer=item.issuer,
            subject=item.about,
            urgency=item.urgency,
            unit="",
            holder_id=None,
            holder="",
            due_on=item.due_on,
            due_at=item.due_at,
            due_version=item.due_version,
        )
        return document_line(
            document,
            say,
            number=number,
            now=now,
            calendar=calendar,
            with_holder=item.holder_id is None,
        )
    hour = None if item.kind is ItemKind.DOSSIER else item.due_at  # told by days to everybody
    due = timing(item.due_on, say, now=now, calendar=calendar, due_at=hour)
    return lines(
        say("brief-item", number=number, label=item.label, timing=due),
        say("brief-about", about=shortened(item.about)) if item.about else None,
    )


def reference(item: DueItem, *, place: int | None = None) -> Reference:
    """Số, ký hiệu or code, and when it is due."""
    return Reference(
        noun=NOUN_OF[item.kind],
        number=item.label,
        day=item.due_on,
        place=place,
        item=(item.kind, item.id),
    )


def press_buttons(
    item: DueItem, viewer: Viewer, say: Say, *, number: int
) -> list[InlineKeyboardButton]:
    """Of a line of a list: “Đã xong” for who answers for a document, “Nhắc lại sau” for all."""
    snooze = Snooze(kind=item.kind, item_id=item.id).pack()
    row = [button(say("notice-button-snooze", number=number), snooze)]
    if can_be_answered(item, viewer):
        done = Done(kind=item.kind, item_id=item.id, due_version=item.due_version)
        row.insert(0, button(say("notice-button-done", number=number), done.pack()))
    return row


def given_buttons(
    item: DueItem, viewer: Viewer, say: Say, *, number: int
) -> list[InlineKeyboardButton]:
    """Of a line of work that was just given: “Đã nhận” in place of “Đã xong”."""
    snooze = Snooze(kind=item.kind, item_id=item.id).pack()
    row = [button(say("notice-button-snooze", number=number), snooze)]
    if can_be_answered(item, viewer):
        received = Acknowledge(kind=item.kind, item_id=item.id).pack()
        row.insert(0, button(say("notice-button-received", number=number), received))
    return row


def answer_buttons(item: DueItem, viewer: Viewer, say: Say) -> Buttons:
    """Of a message about one item: all that can be done about it."""
    if can_be_answered(item, viewer):
        return holder_buttons(item.id, item.due_version, say)
    snooze = Snooze(kind=item.kind, item_id=item.id).pack()
    return [[button(say("document-snooze"), snooze)]]


def can_be_answered(item: DueItem, viewer: Viewer) -> bool:
    """A document of theirs, or of whom they stand in for; others end in systems of their own."""
    return item.kind is ItemKind.DOCUMENT and viewer.answers_for(item.holder_id)
