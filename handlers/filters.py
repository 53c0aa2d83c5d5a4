"""Who asks what: the filters that choose a handler.

They are classes with an async `__call__`: aiogram runs a synchronous filter, and every `F.…`,
in a thread of its own.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from aiogram import Router
from aiogram.dispatcher.event.telegram import TelegramEventObserver
from aiogram.filters import Filter
from aiogram.types import TelegramObject

from handlers.understanding.asked import Asked, Question

Handler = TypeVar("Handler", bound=Callable[..., Any])


class Asks(Filter):
    """The words, or the button, ask this question."""

    def __init__(self, question: Question) -> None:
        self.question = question

    async def __call__(self, event: TelegramObject, asked: Asked | None = None) -> bool:
        return asked is not None and asked.question is self.question


class Torn(Filter):
    """Two questions are about as likely."""

    async def __call__(self, event: TelegramObject, asked: Asked | None = None) -> bool:
        return asked is not None and asked.runner_up is not None


def asks(router: Router, question: Question) -> Callable[[Handler], Handler]:
    """Let a handler answer a question, whether it was typed or asked by a button."""

    def register(handler: Handler) -> Handler:
        answers(router.message, Asks(question))(handler)
        answers(router.callback_query, Asks(question))(handler)
        return handler

    return register


def answers(observer: TelegramEventObserver, *filters: Filter) -> Callable[[Handler], Handler]:
    """Let a handler answer one kind of event. It asks for facts by name, never for the event."""

    def register(handler: Handler) -> Handler:
        @wraps(handler)  # aiogram looks through it for the names of the facts
        async def with_facts(_event: TelegramObject, **facts: Any) -> Any:
            return await handler(**facts)

        observer.register(with_facts, *filters)
        return handler

    return register
