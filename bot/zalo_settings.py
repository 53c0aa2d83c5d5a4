"""The settings of Zalo: an Official Account, and the Bot Platform."""

from datetime import timedelta

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings

OA_PATH, BOT_PATH = "/zalo", "/zalo-bot"
OA_API, OA_OAUTH = "https://openapi.zalo.me", "https://oauth.zaloapp.com"


class ZaloSettings(BaseSettings):
    """A part of `bot.settings.Settings`, which reads them."""

    zalo_app_id: str | None = Field(
        None, pattern=r"^\d+$", description="The app that speaks for the OA; empty: no Zalo OA."
    )
    zalo_app_secret: SecretStr | None = Field(None, description="That app's secret key.")
    zalo_oa_id: str = Field("", pattern=r"^\d*$", description="The Official Account's number.")
    zalo_oa_secret: SecretStr | None = Field(
        None, description="The OA secret key of the webhook page: it signs what Zalo brings."
    )
    zalo_oa_refresh_token: SecretStr | None = Field(
        None, description="The first refresh token; later ones are kept in the store."
    )
    zalo_oa_paid: bool = Field(
        False, description="true: also writes from 48 hours to 7 days after a word, for money."
    )
    zalo_oa_template: str = Field(
        "", pattern=r"^\d*$", description="An approved template, for who may not be written to."
    )
    zalo_oa_contact_image: str = Field(
        "",
        pattern=r"^$|^https://\S+$",
        description="A picture for Zalo's form that asks for a number; empty: it is typed.",
    )
    zalo_api_url: str = Field(OA_API, pattern=r"^https?://[^/]+$", description="Zalo's address.")
    zalo_oauth_url: str = Field(
        OA_OAUTH, pattern=r"^https?://[^/]+$", description="Where tokens are renewed."
    )
    zalo_bot_token: SecretStr | None = Field(
        None, description="A Zalo Bot's token; empty: no Zalo Bot."
    )
    zalo_bot_api_url: str = Field(
        "https://bot-api.zaloplatforms.com",
        pattern=r"^https?://[^/]+$",
        description="The Bot Platform's address.",
    )
    zalo_bot_webhook: bool = Field(
        False, description="true: it brings updates to OFFICE_WEB_URL instead of being asked."
    )
    zalo_bot_people: int = Field(50, ge=1, description="How many people the bot may serve.")
    zalo_bot_messages: int = Field(3000, ge=1, description="How many messages in a month.")
    zalo_bot_reserve: int = Field(
        300, ge=0, description="The last so many are for answers: nothing is said unasked."
    )
    owner_on_our_page: bool = Field(
        True, description="On messengers a dossier's owner reads what is theirs on our own page."
    )
    file_link_minutes: int = Field(
        60, ge=5, le=24 * 60, description="How long a link to a file opens."
    )

    @property
    def file_links_last(self) -> timedelta:
        """How long a link to a file opens that a channel does not take."""
        return timedelta(minutes=self.file_link_minutes)

    @staticmethod
    def told(secret: SecretStr | None) -> str:
        """What a secret says; nothing where there is none."""
        return secret.get_secret_value() if secret else ""

    @property
    def zalo_bot_is_theirs(self) -> bool:
        """The Bot Platform is Zalo's own, not a server in between."""
        return self.zalo_bot_api_url.startswith("https://")
