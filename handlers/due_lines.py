"""How something that is due reads in a list of all nouns, and the buttons that go with it."""

import datetime as dt

from aiogram.types import InlineKeyboardButton

from handlers.documents.lines import document_line, shortened, timing
from handlers.keyboards import button
from handlers.presses import Done, Snooze
from handlers.references import NOUN_OF, Reference
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
    due = timing(item.due_on, say, now=now, calendar=calendar, due_at=item.due_at)
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
    item: DueItem, viewer: Viewer, say: Say, *, number: int | None = None
) -> list[InlineKeyboardButton]:
    """“Đã xong” for the holder of a document, “Nhắc lại sau” for all; numbered in a list."""
    done = Done(kind=item.kind, item_id=item.id, due_version=item.due_version)
    snooze = Snooze(kind=item.kind, item_id=item.id)
    if number is None:
        labels = say("notice-button-done-this"), say("notice-button-snooze-this")
    else:
        labels = (
            say("notice-button-done", number=number),
            say("notice-button-snooze", number=number),
        )
    row = [button(labels[1], snooze.pack())]
    # Dossiers and petitions end in systems of their own.
    if item.kind is ItemKind.DOCUMENT and item.holder_id == viewer.person_id:
        row.insert(0, button(labels[0], done.pack()))
    return row
