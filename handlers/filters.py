"""Who asks what: the filters that choose a handler.

They are classes with an async `__call__`: aiogram runs a synchronous filter, and every `F.…`,
in a thread of its own.
"""

import datetime as dt
import inspect
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from aiogram import Router
from aiogram.dispatcher.event.telegram import TelegramEventObserver
from aiogram.filters import Filter
from aiogram.types import TelegramObject

from handlers import limits
from handlers.keyboards import title_of
from handlers.limits import Place
from handlers.replies import Answer
from handlers.texts import Say
from handlers.understanding.asked import Asked, Question
from handlers.work import Work
from storage.models import Noun
from storage.viewer import Viewer

Handler = TypeVar("Handler", bound=Callable[..., Any])


class Asks(Filter):
    """The words, or the button, ask this question."""

    def __init__(self, question: Question) -> None:
        self.question = question

    async def __call__(self, _event: TelegramObject, asked: Asked | None = None) -> bool:
        return asked is not None and asked.question is self.question


class Torn(Filter):
    """Two questions are about as likely."""

    async def __call__(self, _event: TelegramObject, asked: Asked | None = None) -> bool:
        return asked is not None and asked.runner_up is not None


class Repaired(Filter):
    """The code that is asked for was not typed as it is printed."""

    async def __call__(self, _event: TelegramObject, asked: Asked | None = None) -> bool:
        return asked is not None and asked.slots.repaired and asked.question in _ABOUT_A_CODE


class NoSuchDay(Filter):
    """A day is asked about that no calendar has."""

    async def __call__(self, _event: TelegramObject, asked: Asked | None = None) -> bool:
        return asked is not None and bool(asked.slots.no_such_day) and asked.question in _OF_A_DAY


class Namesakes(Filter):
    """Several people are called as the one who is asked about."""

    async def __call__(self, _event: TelegramObject, asked: Asked | None = None) -> bool:
        return asked is not None and bool(asked.slots.people) and asked.question in _ABOUT_SOMEBODY


_ABOUT_A_CODE = (Question.DOSSIER_STATUS, Question.DOSSIER_FOLLOW, Question.PETITION_STATUS)
_OF_A_DAY = (
    Question.MEETING_SCHEDULE,
    Question.MEETING_DETAIL,
    Question.DOCUMENT_OVERDUE,
    Question.DOCUMENT_DUE_SOON,
    Question.BRIEF_TODAY,
    Question.LEAVE_SET,
    Question.REMINDER_REHEARSAL,
    Question.OFFICE_INFO,
    Question.REPORT_STATISTICS,
)
_ABOUT_SOMEBODY = (
    Question.MEETING_SCHEDULE,
    Question.MEETING_DETAIL,
    Question.DOCUMENT_OVERDUE,
    Question.DOCUMENT_DUE_SOON,
    Question.LEAVE_SET,
    Question.REPORT_STATISTICS,
)


def asks(router: Router, question: Question) -> Callable[[Handler], Handler]:
    """Let a handler answer a question, whether it was typed or asked by a button."""

    def register(handler: Handler) -> Handler:
        answers(router.message, Asks(question))(handler)
        answers(router.callback_query, Asks(question))(handler)
        return handler

    return register


def answers(observer: TelegramEventObserver, *filters: Filter) -> Callable[[Handler], Handler]:
    """Let a handler answer one kind of event. It asks for facts by name, never for the event.

    Every answer passes here, and gets the limits of what it is about (`handlers/limits.py`).
    """

    def register(handler: Handler) -> Handler:
        nouns = limits.nouns_of(handler.__module__)
        wanted = inspect.signature(handler).parameters

        async def with_facts(_event: TelegramObject, **facts: Any) -> Any:
            answer = facts["answer"] = limited(nouns, **facts)
            if "work" in wanted:
                facts["work"] = Work(**{name: facts[name] for name in Work.__dataclass_fields__})
            asked_for = {name: fact for name, fact in facts.items() if name in wanted}
            return answer.alone(await handler(**asked_for))

        observer.register(with_facts, *filters)
        return handler

    return register


def limited(
    nouns: tuple[Noun, ...],
    *,
    answer: Answer,
    place: Place,
    viewer: Viewer,
    say: Say,
    now: dt.datetime,
    asked: Asked | None = None,
    **_others: Any,
) -> Answer:
    """The answer within the limits of where and to whom it is given."""
    title = title_of(asked.question) if asked else None
    within = place.limits(nouns, viewer.role, say=say, today=now.date(), title=title)
    return replace(answer, limits=within, made=[])
