"""How long after somebody's last word a messenger lets us write to them, and what is done then."""

from datetime import date, datetime

from bot.channels import Channel
from handlers.texts import Say
from scheduler.outbox import Outcome, Sent, Unreachable
from storage.models import Account
from storage.troubles import WINDOW, on


def is_over(channel: Channel, account: Account, now: datetime) -> bool:
    """It is too long ago. Only a channel that reaches people for so many days is ever closed."""
    return channel.can.reach.ended(account.seen_at or account.since, now)


def closed(channel: Channel) -> Outcome | None:
    """Nothing can be said there; None where the messenger has a template for it."""
    return None if channel.knock else Unreachable(on(channel.name, WINDOW))


async def knocked(
    channel: Channel, account: Account, *, say: Say, title: str | None, today: date
) -> Outcome:
    """By that template: what kind of news there is, and of which day. Nothing of any record."""
    assert channel.knock  # noqa: S101 - `closed` said so
    await channel.knock(account.chat_id, say(title or "limits-item"), today)
    return Sent(channel.name)
