"""What it means for a message that a channel did not take it."""

from datetime import timedelta

from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
)

from bot.channels import NotNowError
from scheduler.outbox import Outcome, TryLater, Unreachable
from storage.troubles import BLOCKED, REFUSED, on


class NotHere(TryLater):
    """Not on this channel before a while; another one may take it meanwhile."""


def outcome_of(channel: str, trouble: TelegramAPIError) -> Outcome:
    """Refused for good, not here, or later. Of trouble on the way nobody knows whether it arrived,
    so it is not tried elsewhere: nobody is to be told twice.
    """
    match trouble:
        case NotNowError():
            seconds = timedelta(seconds=trouble.retry_after)
            return NotHere(on(channel, trouble.reason), seconds)
        case TelegramForbiddenError():
            return Unreachable(on(channel, BLOCKED))
        case TelegramBadRequest():
            return Unreachable(on(channel, REFUSED))
        case TelegramRetryAfter():
            return TryLater(on(channel, "busy"), timedelta(seconds=trouble.retry_after))
        case _:
            return TryLater(on(channel, type(trouble).__name__))
