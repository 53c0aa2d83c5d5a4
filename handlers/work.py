"""What a handler needs that does something, in one hand."""

import datetime as dt
from dataclasses import dataclass

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.replies import Answer
from handlers.texts import Say
from scheduler.calendar import WorkingCalendar
from storage.viewer import Viewer


@dataclass(frozen=True, kw_only=True)
class Work:
    """Who does something, when and by which days, and how it is said."""

    db: AsyncSession
    viewer: Viewer
    say: Say
    answer: Answer
    now: dt.datetime
    calendar: WorkingCalendar
