"""“Văn phòng ở đâu, mấy giờ mở cửa?” · Where is the office and when is it open?"""

import datetime as dt
import re

from aiogram import Router
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.filters import asks
from handlers.replies import Answer
from handlers.texts import LANGUAGES, Say, Words, lines, speak
from handlers.understanding.asked import Asked, Question
from scheduler.calendar import WorkingCalendar
from storage import office
from storage.folding import folded
from storage.models import OfficeFact

router = Router(name=__name__)
KEYS = ("address", "hours", "phone", "hotline", "email", "website", "reception", "function")
CARD = ("address", "hours", "phone", "hotline", "website")
MIDNIGHT = dt.time()
WORD = re.compile(r"\w+")


@asks(router, Question.CITIZEN_RECEPTION_SCHEDULE)
@asks(router, Question.OFFICE_INFO)
async def office_info(
    asked: Asked,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    now: dt.datetime,
    calendar: WorkingCalendar,
) -> SendMessage:
    """The facts that were asked for, else a short card; with hours, whether it is open then."""
    facts = await office.facts(db)
    receives = asked.question is Question.CITIZEN_RECEPTION_SCHEDULE
    topics = ("reception",) if receives else topics_of(asked.slots.topic, say)
    when = None if receives else asked.slots.when
    if when and when.said and "hours" not in topics:
        topics = (*topics, "hours")
    at = (when.start or when.end) if when and when.said else None
    is_open = say_open(at or now, now, calendar, say)
    if not topics:
        return answer(lines(say("office-info-title"), *_facts(CARD, facts, say), *is_open))
    found = _facts(topics, facts, say)
    return answer(
        lines(
            *(found or (say("office-info-none"), *_facts(CARD, facts, say))),
            *(is_open if "hours" in topics else ()),
        )
    )


def topics_of(words: str, say: Say) -> tuple[str, ...]:
    """What the words ask for, in either language, with or without diacritics."""
    asked = _plain(words)
    speakers = [speak(language, say.zone) for language in LANGUAGES]
    return tuple(
        key
        for key in KEYS
        if any(
            _plain(word) in asked
            for speaker in speakers
            for word in speaker(f"office-info-words-{key}").split(",")
        )
    )


def say_open(
    at: dt.datetime, now: dt.datetime, calendar: WorkingCalendar, say: Say
) -> tuple[Words, ...]:
    """Whether the office is open: now on a working day of today, else all that day."""
    day = at.date()
    if day == now.date() and calendar.is_working(day):
        if calendar.is_open(now):
            return (say("office-info-open-now"), *_provisional(day, calendar, say))
        return (say("office-info-closed-now"), *_opens_next(now, calendar, say))
    name = calendar.name_of(day) or ""
    works = calendar.is_working(day)
    said = say("office-info-day", day=day, works=works, named=bool(name), name=name)
    if works:
        return (said, *_provisional(day, calendar, say))
    midnight = dt.datetime.combine(day, MIDNIGHT, now.tzinfo)
    return (said, *_opens_next(max(now, midnight), calendar, say))


def _opens_next(after: dt.datetime, calendar: WorkingCalendar, say: Say) -> tuple[Words, ...]:
    opens = calendar.next_opening(after)
    said = say("office-info-opens-next", opens=opens)
    return (said, *_provisional(opens.date(), calendar, say))


def _provisional(day: dt.date, calendar: WorkingCalendar, say: Say) -> tuple[Words, ...]:
    """A day that may yet be made a day off, or a worked one."""
    return () if calendar.is_certain(day) else (say("office-info-doubt", day=day),)


def _plain(words: str) -> str:
    """Folded words between single spaces, so that whole words are found."""
    return f" {' '.join(WORD.findall(folded(words)))} "


def _facts(keys: tuple[str, ...], facts: dict[str, OfficeFact], say: Say) -> tuple[Words, ...]:
    """Each fact in the language of the reply where the office has given it in that one too."""
    known = {key: facts.get(f"{key}.{say.language}") or facts.get(key) for key in keys}
    return tuple(say(f"office-info-{key}", value=fact.value) for key, fact in known.items() if fact)
