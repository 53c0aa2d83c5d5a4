"""The messengers at work: what runs for each, and where its updates arrive."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial

from bot.assistant import Assistant
from bot.channels import Channel, telegram, zalo_bot, zalo_oa
from bot.channels.inbound import Inbound
from bot.channels.zalo import updates
from bot.channels.zalo.oa_client import OaClient
from bot.channels.zalo.signature import Signature
from bot.channels.zalo_bot import Doorkeeper, ZaloBot
from bot.channels.zalo_oa import ZaloOa
from bot.settings import WEBHOOK_PATH
from bot.web.site import Door
from bot.web.webhook import TelegramDoor
from bot.web.zalo import BotDoor, OaDoor, Storing
from bot.zalo_settings import BOT_PATH, OA_PATH

SIGNED = "signed"  # what is pinned of how events are signed


@dataclass(frozen=True, kw_only=True)
class Messenger:
    """What runs, and the doors, by path, at which updates are brought."""

    parts: Mapping[str, Callable[[], Awaitable[None]]] = field(default_factory=dict)
    doors: Mapping[str, Door] = field(default_factory=dict)


def messengers(
    office: Assistant, channels: Mapping[str, Channel], finish_within: timedelta
) -> Messenger:
    """All that the office has, as one."""
    kinds = {telegram.NAME: _telegram, zalo_oa.NAME: _zalo_oa, zalo_bot.NAME: _zalo_bot}
    found = [
        kind(
            office,
            channels[name],
            Inbound(channels[name], office.pipeline, finish_within=finish_within),
        )
        for name, kind in kinds.items()
        if name in channels
    ]
    return Messenger(
        parts={name: part for one in found for name, part in one.parts.items()},
        doors={path: door for one in found for path, door in one.doors.items()},
    )


def _telegram(office: Assistant, channel: Channel, inbound: Inbound) -> Messenger:
    settings = office.settings
    webhook, doors = None, {}
    if settings.webhook_url:
        secret = settings.seal("telegram webhook", str(channel.bot.id))
        webhook = telegram.Webhook(url=settings.webhook_url, secret=secret)
        doors = {WEBHOOK_PATH: TelegramDoor(secret=secret, take=inbound.take).receive}
    joining = partial(telegram.serve, channel, office.office, inbound.take, webhook=webhook)
    return Messenger(parts={"telegram": joining, "telegram answers": inbound.work}, doors=doors)


def _zalo_oa(office: Assistant, channel: Channel, inbound: Inbound) -> Messenger:
    session = channel.bot.session
    assert isinstance(session, ZaloOa)  # noqa: S101 - open_zalo_oa made it
    client: OaClient = session.client
    keys = client.tokens.keys
    storing = Storing(inbound.take)

    async def pinned() -> str | None:
        return (await client.pins()).get(SIGNED)

    door = OaDoor(
        signature=Signature.of(
            app_id=keys.app_id,
            oa_id=keys.oa_id,
            app_secret=keys.app_secret,
            oa_secret=keys.oa_secret,
        ),
        store=storing,
        clock=office.clock,
        read=partial(updates.update_of, bot_id=channel.bot.id),
        pinned=pinned,
        pin=partial(client.pin, SIGNED),
    )
    return Messenger(
        parts={
            "zalo oa tokens": client.tokens.keep,
            "zalo oa door": storing.work,
            "zalo oa answers": inbound.work,
        },
        doors={OA_PATH: door.receive},
    )


def _zalo_bot(office: Assistant, channel: Channel, inbound: Inbound) -> Messenger:
    session, settings = channel.bot.session, office.settings
    assert isinstance(session, ZaloBot)  # noqa: S101 - open_zalo_bot made it
    keeper = Doorkeeper(
        session=session,
        store=office.store,
        clock=office.clock,
        most=settings.zalo_bot_people,
        page_url=settings.web_url or "",
        take=inbound.take,
    )
    answers = {"zalo bot answers": inbound.work}
    if not settings.zalo_bot_webhook:
        return Messenger(parts={"zalo bot": keeper.fetch, **answers})
    secret = settings.seal("zalo bot webhook", str(channel.bot.id))
    storing = Storing(inbound.take)
    door = BotDoor(secret=secret, store=storing, read=keeper.bring)
    joining = partial(keeper.join, (f"{settings.page_url}{BOT_PATH}", secret))
    return Messenger(
        parts={"zalo bot": joining, "zalo bot door": storing.work, **answers},
        doors={BOT_PATH: door.receive},
    )
