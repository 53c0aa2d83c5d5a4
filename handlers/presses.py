"""What the buttons carry that change a record, or when one is told of it again."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from storage.models import ItemKind


class Done(CallbackData, prefix="done"):
    """“Đã xong”, as the item was when the button was made: `done:document:12:3`."""

    kind: ItemKind
    item_id: int
    due_version: int


class Snooze(CallbackData, prefix="snooze"):
    """“Nhắc lại sau”: `snooze:document:12`."""

    kind: ItemKind
    item_id: int


class Until(StrEnum):
    """When to be told again."""

    ONE_HOUR = "1h"
    AFTERNOON = "pm"
    TOMORROW = "am"


class SnoozeUntil(CallbackData, prefix="until"):
    """One of the times that “Nhắc lại sau” offers: `until:document:12:pm`."""

    kind: ItemKind
    item_id: int
    until: Until
