"""Every setting of the program: from the environment and `.env`, with the prefix `OFFICE_`.

An unknown, wrong or unsafe setting refuses to start, with one sentence that says what to change.
"""

import os
import re
from datetime import timedelta
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dotenv import dotenv_values
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import SettingsConfigDict

from bot.hours import Hours
from bot.reminder_settings import ReminderSettings
from bot.settings_together import SHORTEST_SECRET, SettingsError, refuse_unsafe
from bot.zalo_settings import ZaloSettings
from handlers.dossiers.rules import DossierRules
from scheduler.calendar import OfficeHours
from storage.link_rules import LinkRules
from storage.seals import Seal
from storage.terms import Terms

__all__ = ["Settings", "SettingsError", "load"]

PREFIX = "OFFICE_"
DEMO_DATABASE = "sqlite:///data/demo.db"
WEBHOOK_PATH = "/telegram"


class Settings(ReminderSettings, ZaloSettings):
    """What an office may set. Without any, a demonstration runs on this machine alone."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", env_file_encoding="utf-8", frozen=True, extra="ignore"
    )

    database_url: str | None = Field(
        None, description="Where the records are: sqlite:///… or postgresql://…; empty: a demo."
    )
    web_host: str = Field("127.0.0.1", description="The address the web chat listens on.")
    web_port: int = Field(8080, ge=0, le=65535, description="Its port; 0 takes any free one.")
    web_url: str | None = Field(
        None,
        pattern="^https?://[^/]+$",
        description="The address at which people reach the web chat: https://….",
    )
    web_session_hours: int = Field(
        8, ge=1, le=31 * 24, description="After how long without use a session on the page ends."
    )
    web_proxies: str = Field(
        "", description="Proxies in front of the web chat: addresses or networks, with commas."
    )
    telegram_token: SecretStr | None = Field(
        None, description="The bot's token from BotFather; empty: no Telegram."
    )
    telegram_api_url: str | None = Field(
        None, description="A Bot API server of the office's own, when Telegram's is not reached."
    )
    telegram_webhook: str = Field(
        "false",
        description="true: Telegram brings updates to OFFICE_WEB_URL; or the address for them.",
    )
    demo: bool | None = Field(
        None, description="true insists on a demonstration store, false on a real one."
    )
    hours: Hours = Field(OfficeHours(), description="When the office is open on a working day.")
    timezone: str = Field("Asia/Ho_Chi_Minh", description="The office's time zone.")
    secret: SecretStr | None = Field(
        None, description="At least 32 characters; keys the hashes of browser identities."
    )
    dossier_prefixes: str = Field(
        "",
        pattern=r"^$|^[GHK]\d\d(\.\d{1,3})*(,[GHK]\d\d(\.\d{1,3})*)*$",
        description="With what the office's own dossier codes begin: H37, or H05,H02.",
    )
    dossier_codes_per_day: int = Field(
        10, ge=1, description="How many different dossier codes an account may look up in a day."
    )
    dossier_wrong_digits_per_day: int = Field(
        5, ge=1, description="How often digits may be tried for one dossier in a day."
    )
    dossier_codes_per_address: int = Field(
        30, ge=1, description="How many new codes an hour from one network address, on the web."
    )
    dossier_fee_pauses: bool = Field(
        True, description="true: waiting for a fee stops the clock of a dossier."
    )
    dossier_compare_by: Literal["day", "minute"] = Field(
        "day", description="How finishing early is told from finishing on time: day or minute."
    )
    link_code_hours: int = Field(24, ge=1, le=24 * 7, description="How long a link code is valid.")
    link_tries: int = Field(5, ge=1, le=20, description="How many wrong ones lock an account.")
    link_lock_minutes: int = Field(15, ge=1, le=24 * 60, description="And for how long.")
    acting_minutes: int = Field(
        30, ge=1, le=8 * 60, description="Acting for a leader ends without use."
    )
    stale_after_working_days: int = Field(
        1, ge=0, le=250, description="After so many working days records may have changed."
    )
    handover_silence_minutes: int = Field(
        30, ge=1, le=1440, description="After so long without a word a conversation has ended."
    )
    keep_chats_days: int = Field(
        90, ge=1, le=3650, description="How long a conversation is kept, with its files."
    )
    keep_lookups_days: int = Field(
        30, ge=1, le=3650, description="How long it is kept what was tried and opened."
    )
    keep_audit_days: int = Field(
        1825, ge=365, le=36500, description="How long it is kept who saw or changed what."
    )
    keep_unlearnt_days: int = Field(30, ge=1, le=365, description="And what was not understood.")
    keep_inbound_hours: int = Field(
        48, ge=24, le=720, description="How long what a messenger sent is kept to know it again."
    )
    log_level: str = Field("INFO", pattern="^(DEBUG|INFO|WARNING|ERROR)$", description="Logging.")

    @field_validator("timezone")
    @classmethod
    def _zone_exists(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError) as unknown:
            raise ValueError("is not a time zone; write for example Asia/Ho_Chi_Minh") from unknown
        return name

    @field_validator("web_proxies")
    @classmethod
    def _proxies_are_addresses(cls, listed: str) -> str:
        for one in _listed(listed):
            try:
                ip_network(one)
            except ValueError as wrong:
                raise ValueError("takes addresses or networks, such as 10.0.0.2") from wrong
        return listed

    @field_validator("telegram_webhook")
    @classmethod
    def _webhook_is_an_address(cls, wanted: str) -> str:
        if wanted.lower() in ("true", "false", ""):
            return wanted.lower() or "false"
        if not re.fullmatch(r"https?://[^/\s]+/\S+", wanted):
            raise ValueError(
                "is true, false, or an address with a path, such as https://…/telegram"
            )
        return wanted

    @field_validator("secret")
    @classmethod
    def _secret_is_long(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret and len(secret.get_secret_value()) < SHORTEST_SECRET:
            raise ValueError(f"must have at least {SHORTEST_SECRET} characters")
        return secret

    @property
    def zone(self) -> ZoneInfo:
        """The office's zone."""
        return ZoneInfo(self.timezone)

    @property
    def seal(self) -> Seal:
        """Seals under the office's secret."""
        return Seal(self.secret.get_secret_value() if self.secret else "")

    @property
    def link_rules(self) -> LinkRules:
        """How accounts are linked, and how long one acts for somebody."""
        return LinkRules(
            code_lasts=timedelta(hours=self.link_code_hours),
            wrong_tries=self.link_tries,
            locked_for=timedelta(minutes=self.link_lock_minutes),
            acting_lasts=timedelta(minutes=self.acting_minutes),
        )

    @property
    def terms(self) -> Terms:
        """How long what is kept."""
        return Terms(
            chats=timedelta(days=self.keep_chats_days),
            lookups=timedelta(days=self.keep_lookups_days),
            audit=timedelta(days=self.keep_audit_days),
            unlearnt=timedelta(days=self.keep_unlearnt_days),
            inbound=timedelta(hours=self.keep_inbound_hours),
        )

    @property
    def dossier_rules(self) -> DossierRules:
        """What may be asked about dossiers by their code."""
        return DossierRules(
            prefixes=tuple(filter(None, self.dossier_prefixes.split(","))),
            codes_per_day=self.dossier_codes_per_day,
            digits_per_day=self.dossier_wrong_digits_per_day,
            codes_per_address=self.dossier_codes_per_address,
            owner_on_our_page=self.owner_on_our_page,
            fee_pauses=self.dossier_fee_pauses,
            by_minute=self.dossier_compare_by == "minute",
        )

    @property
    def address(self) -> str:
        """The store's address: the configured one, else the demonstration's."""
        return self.database_url or DEMO_DATABASE

    @property
    def page_url(self) -> str:
        """Where people find the office's own page."""
        host = f"[{self.web_host}]" if ":" in self.web_host else self.web_host
        return self.web_url or f"http://{host}:{self.web_port}"

    @property
    def session_lasts(self) -> timedelta:
        """How long somebody of the office stays signed in on the page without using it."""
        return timedelta(hours=self.web_session_hours)

    @property
    def proxies(self) -> tuple[str, ...]:
        """Who is believed when it says for whom it calls."""
        return _listed(self.web_proxies)

    @property
    def webhook_url(self) -> str | None:
        """Where Telegram brings its updates; None when they are fetched."""
        if self.telegram_webhook == "false":
            return None
        ours = f"{self.page_url}{WEBHOOK_PATH}"
        return ours if self.telegram_webhook == "true" else self.telegram_webhook

    @property
    def fills_demo(self) -> bool:
        """Only the store that nobody configured is ever filled by starting the program."""
        return self.database_url is None and self.demo is not False

    @property
    def on_loopback(self) -> bool:
        """Only this machine can reach the web chat."""
        if self.web_host == "localhost":
            return True
        try:
            return ip_address(self.web_host).is_loopback
        except ValueError:
            return False


def load(env_file: Path | None = None) -> Settings:
    """The settings of this start. SettingsError names the one to change."""
    file = env_file or Path(".env")
    _refuse_unknown({**dotenv_values(file), **os.environ})  # noqa: TID251 - here they are read
    try:
        settings = Settings(_env_file=file)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        name = PREFIX + str(first["loc"][0]).upper()
        raise SettingsError(f"{name}: {first['msg'].removeprefix('Value error, ')}.") from wrong
    refuse_unsafe(settings)
    return settings


def _listed(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(",") if word.strip())


def _refuse_unknown(given: dict[str, str | None]) -> None:
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    for name in given:
        if name.upper().startswith(PREFIX) and name.upper() not in known:
            raise SettingsError(
                f"{name} is not a setting of this program; known are: "
                + ", ".join(sorted(known))
                + "."
            )
