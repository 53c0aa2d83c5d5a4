"""Which settings are not safe, or of no use, together."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.settings import Settings

SHORTEST_SECRET = 32


class SettingsError(Exception):
    """A setting cannot be used. Its text is one sentence for a person."""


def refuse_unsafe(settings: "Settings") -> None:
    """SettingsError with one sentence that says which to change."""
    if settings.database_url is None and settings.demo is False:
        raise SettingsError("OFFICE_DEMO=false needs a store: set OFFICE_DATABASE_URL.")
    if settings.telegram_api_url and not settings.telegram_token:
        raise SettingsError("OFFICE_TELEGRAM_API_URL needs OFFICE_TELEGRAM_TOKEN as well.")
    if settings.webhook_url:
        _refuse_unsafe_webhook(settings, settings.webhook_url)
    _refuse_half_a_zalo(settings)
    if settings.on_loopback:
        return
    if settings.fills_demo or settings.demo:
        raise SettingsError(
            "A demonstration lets anybody be anybody, so it only listens on this machine: "
            "set OFFICE_WEB_HOST=127.0.0.1, or OFFICE_DATABASE_URL to the office's own store."
        )
    if not settings.secret:
        raise SettingsError(
            f"OFFICE_WEB_HOST={settings.web_host} can be reached from outside: "
            f"set OFFICE_SECRET to at least {SHORTEST_SECRET} random characters."
        )


def _refuse_unsafe_webhook(settings: "Settings", url: str) -> None:
    """A stranger must not be able to speak as Telegram, nor to listen on the way."""
    if not settings.telegram_token:
        raise SettingsError("OFFICE_TELEGRAM_WEBHOOK needs OFFICE_TELEGRAM_TOKEN as well.")
    if not settings.secret:
        raise SettingsError(
            "OFFICE_TELEGRAM_WEBHOOK needs OFFICE_SECRET, by which Telegram is recognised: "
            f"at least {SHORTEST_SECRET} random characters."
        )
    if not url.startswith("https://") and not settings.telegram_api_url:
        raise SettingsError(
            "Telegram brings updates to an https:// address only: set OFFICE_WEB_URL to the "
            "one at which the web chat is reached, or OFFICE_TELEGRAM_WEBHOOK=false."
        )


def _refuse_half_a_zalo(settings: "Settings") -> None:
    """What belongs together is set together, and what is brought can be known for Zalo's."""
    parts = ("zalo_app_id", "zalo_app_secret", "zalo_oa_secret", "zalo_oa_refresh_token")
    missing = [f"OFFICE_{name.upper()}" for name in parts if not getattr(settings, name)]
    if missing and len(missing) < len(parts):
        raise SettingsError(
            f"A Zalo OA needs {', '.join(missing)} as well: docs/connect-zalo.md says from where."
        )
    if settings.zalo_app_id and not settings.secret:
        raise SettingsError(
            "OFFICE_ZALO_APP_ID needs OFFICE_SECRET, under which Zalo's tokens are encrypted in "
            f"the store: at least {SHORTEST_SECRET} random characters."
        )
    if settings.zalo_bot_reserve >= settings.zalo_bot_messages:
        raise SettingsError("OFFICE_ZALO_BOT_RESERVE must be less than OFFICE_ZALO_BOT_MESSAGES.")
    if settings.zalo_bot_webhook:
        _refuse_unsafe_zalo_webhook(settings)


def _refuse_unsafe_zalo_webhook(settings: "Settings") -> None:
    if not (settings.zalo_bot_token and settings.secret):
        raise SettingsError(
            "OFFICE_ZALO_BOT_WEBHOOK needs OFFICE_ZALO_BOT_TOKEN, and OFFICE_SECRET, by which "
            "Zalo is recognised."
        )
    if settings.zalo_bot_is_theirs and not settings.page_url.startswith("https://"):
        raise SettingsError(
            "Zalo brings updates to an https:// address only: set OFFICE_WEB_URL to the one at "
            "which the web chat is reached, or OFFICE_ZALO_BOT_WEBHOOK=false."
        )
