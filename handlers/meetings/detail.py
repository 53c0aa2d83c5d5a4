"""“Cuộc họp giao ban sáng nay ở đâu, ai chủ trì?” · Where is this meeting, and who chairs it?"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from aiogram import Router
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers import texts
from handlers.filters import asks
from handlers.keyboards import asking
from handlers.meetings import lines
from handlers.meetings.card import card, outside
from handlers.meetings.lines import PAGE
from handlers.meetings.when import closed, days_around, sought, whole_day
from handlers.replies import Answer
from handlers.texts import Say
from handlers.understanding.asked import Asked, Question, Slots
from storage import audit, meetings
from storage.errors import NotFoundError
from storage.likeness import most_alike
from storage.meeting_records import MeetingLine
from storage.models import RecordKind
from storage.viewer import Viewer

router = Router(name=__name__)
LOOK_BACK = dt.timedelta(days=7)
LOOK_AHEAD = dt.timedelta(days=21)
MOST_COMPARED = 300


@asks(router, Question.MEETING_DOCUMENTS)  # the card names them
@asks(router, Question.MEETING_DETAIL)
async def meeting_detail(
    asked: Asked, viewer: Viewer, db: AsyncSession, say: Say, answer: Answer, now: dt.datetime
) -> SendMessage:
    """The meeting a button names, or the one that fits what was said; several are a choice."""
    meeting_id = asked.slots.item_id
    if meeting_id is None:
        fitting = await _fitting(asked, viewer, db, now)
        if not fitting:
            raise NotFoundError("meeting-not-found-about", has_words=bool(asked.slots.topic))
        if len(fitting) > 1:
            audit.saw(db, RecordKind.MEETING, (one.id for one in fitting[:PAGE]))
            heading = say("meeting-detail-several", more=len(fitting) > PAGE)
            told = lines.by_day(fitting[:PAGE], say, first_number=1, with_days=True)
            words = texts.paragraphs(heading, *told)
            brief = lines.brief_of(fitting[:PAGE], say, first_number=1, with_days=True)
            return answer(words, lines.numbered(fitting[:PAGE], first_number=1), brief)
        meeting_id = fitting[0].id
    found = await meetings.detail(db, viewer, meeting_id)
    if found is None:
        raise NotFoundError("meeting-not-found")
    that_day = Asked(
        question=Question.MEETING_SCHEDULE,
        confidence=1.0,
        slots=Slots(when=whole_day(found.day, now).as_interval()),
    )
    on_that_day = [[asking(say("meeting-detail-that-day"), that_day)]]
    return answer(card(found, say), on_that_day, [outside(found, say)])


async def _fitting(
    asked: Asked, viewer: Viewer, db: AsyncSession, now: dt.datetime
) -> Sequence[MeetingLine]:
    """Those with the words that were said; the nearest in time, unless a time was said.

    When nothing was said at all, somebody of the office means their own next meeting.
    """
    slots = asked.slots
    if not (slots.when or slots.topic or slots.person_id or slots.unit_id) and viewer.is_staff:
        slots = replace(slots, mine=viewer.person_id is not None)
    when = closed(slots.when, now) if slots.when and slots.when.said else None
    which = sought(slots, viewer, when or days_around(now, LOOK_BACK, LOOK_AHEAD))
    page = await meetings.sought(db, viewer, which, limit=MOST_COMPARED, shown=False)
    found: Sequence[MeetingLine] = page.lines
    if slots.topic:
        found = most_alike(slots.topic, found, lambda line: line.subject)
    if when:
        return found
    coming = [line for line in found if not lines.is_over(line, now)]
    return coming[:1] or found[-1:]
