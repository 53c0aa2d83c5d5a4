"""What a handler needs that does something, in one hand."""

import datetime as dt
from dataclasses import dataclass

from aiogram.types import InlineKeyboardButton
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.keyboards import button
from handlers.presses import AnswerForm
from handlers.replies import Answer
from handlers.texts import Say, Words
from handlers.understanding.asked import Lexicon
from scheduler.calendar import WorkingCalendar
from scheduler.timetable import Timetable
from storage.viewer import Viewer


@dataclass(frozen=True, kw_only=True)
class Work:
    """Who does something, when and by which days and times, and how it is said."""

    db: AsyncSession
    viewer: Viewer
    say: Say
    answer: Answer
    now: dt.datetime
    calendar: WorkingCalendar
    times: Timetable
    lexicon: Lexicon

    def button(self, label: Words, value: str) -> InlineKeyboardButton:
        """A button that answers what a form asks now with this value (`forms.Typed.pressed`)."""
        return button(label, AnswerForm(at=milliseconds(self.now), value=value).pack())


def milliseconds(moment: dt.datetime) -> int:
    """Of the clock, as a button carries a moment."""
    return int(moment.timestamp() * 1000)
