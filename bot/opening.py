"""The channels of an office, opened by its settings. Nothing is connected yet."""

from collections.abc import Iterator

from bot.assistant import Assistant
from bot.channels import Channel, telegram, webchat, zalo_bot, zalo_oa
from bot.channels.zalo.bot_client import BotClient
from bot.channels.zalo.handing import Handing
from bot.channels.zalo.http import Http
from bot.channels.zalo.oa_client import OaClient
from bot.channels.zalo.tokens import PURPOSE, Keys, Tokens
from storage.strongbox import Strongbox


def channels_of(office: Assistant) -> dict[str, Channel]:
    """The web chat always; every messenger that has a token."""
    return {channel.name: channel for channel in _channels(office)}


def _channels(office: Assistant) -> Iterator[Channel]:
    settings = office.settings
    yield webchat.open_webchat(office.store, office.clock)
    if settings.telegram_token:
        token = settings.telegram_token.get_secret_value()
        yield telegram.open_telegram(token, settings.telegram_api_url)
    if settings.zalo_app_id:
        yield zalo_oa.open_zalo_oa(
            oa_client(office),
            office.clock,
            _handing(office),
            template_id=settings.zalo_oa_template,
            paid=settings.zalo_oa_paid,
            contact_image=settings.zalo_oa_contact_image,
        )
    if settings.zalo_bot_token:
        client = BotClient(
            office.store,
            office.clock,
            Http(settings.zalo_bot_api_url),
            token=settings.zalo_bot_token.get_secret_value(),
            api=settings.zalo_bot_api_url,
            channel=zalo_bot.NAME,
            most=settings.zalo_bot_messages,
            reserve=settings.zalo_bot_reserve,
        )
        yield zalo_bot.open_zalo_bot(office.clock, client, _handing(office))


def oa_client(office: Assistant) -> OaClient:
    """The Official Account, by the office's keys."""
    settings, here = office.settings, zalo_oa.NAME
    http = Http(settings.zalo_api_url)
    keys = Keys(
        app_id=settings.zalo_app_id or "",
        oa_id=settings.zalo_oa_id,
        app_secret=settings.told(settings.zalo_app_secret),
        oa_secret=settings.told(settings.zalo_oa_secret),
        refresh_token=settings.told(settings.zalo_oa_refresh_token),
        box=Strongbox(settings.told(settings.secret), PURPOSE),
    )
    oauth = settings.zalo_oauth_url
    tokens = Tokens(office.store, office.clock, keys, http, oauth=oauth, channel=here)
    api = settings.zalo_api_url
    return OaClient(office.store, office.clock, tokens, http, api=api, channel=here)


def _handing(office: Assistant) -> Handing:
    return Handing(
        store=office.store,
        clock=office.clock,
        page_url=office.settings.web_url or "",
        lasts=office.settings.file_links_last,
    )
