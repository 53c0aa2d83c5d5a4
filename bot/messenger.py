"""Telegram at work: what runs for it, and where its updates arrive."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from bot.assistant import Assistant
from bot.channels import Channel, telegram
from bot.channels.inbound import Inbound
from bot.web.webhook import TelegramDoor


@dataclass(frozen=True, kw_only=True)
class Messenger:
    """What runs, and the door at which it brings updates if it is told to."""

    parts: Mapping[str, Callable[[], Awaitable[None]]]
    door: TelegramDoor | None


def messenger_of(
    office: Assistant, channel: Channel | None, finish_within: timedelta
) -> Messenger | None:
    """None where the office has no Telegram."""
    if channel is None:
        return None
    settings = office.settings
    inbound = Inbound(channel, office.pipeline, finish_within=finish_within)
    webhook = door = None
    if settings.webhook_url:
        secret = settings.seal("telegram webhook", str(channel.bot.id))
        webhook = telegram.Webhook(url=settings.webhook_url, secret=secret)
        door = TelegramDoor(secret=secret, take=inbound.take)
    joining = partial(telegram.serve, channel, office.office, inbound.take, webhook=webhook)
    return Messenger(parts={"telegram": joining, "telegram answers": inbound.work}, door=door)
