"""Every setting of the program: from the environment and `.env`, with the prefix `OFFICE_`.

An unknown, wrong or unsafe setting refuses to start, with one sentence that says what to change.
"""

import os
from datetime import time
from ipaddress import ip_address
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dotenv import dotenv_values
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "OFFICE_"
DEMO_DATABASE = "sqlite:///data/demo.db"
SHORTEST_SECRET = 32


class SettingsError(Exception):
    """A setting cannot be used. Its text is one sentence for a person."""


class Settings(BaseSettings):
    """What an office may set. Without any, a demonstration runs on this machine alone."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", env_file_encoding="utf-8", frozen=True, extra="ignore"
    )

    database_url: str | None = Field(
        None, description="Where the records are: sqlite:///… or postgresql://…; empty: a demo."
    )
    web_host: str = Field("127.0.0.1", description="The address the web chat listens on.")
    web_port: int = Field(8080, ge=0, le=65535, description="Its port; 0 takes any free one.")
    telegram_token: SecretStr | None = Field(
        None, description="The bot's token from BotFather; empty: no Telegram."
    )
    telegram_api_url: str | None = Field(
        None, description="A Bot API server of the office's own, when Telegram's is not reached."
    )
    demo: bool | None = Field(
        None, description="true insists on a demonstration store, false on a real one."
    )
    timezone: str = Field("Asia/Ho_Chi_Minh", description="The office's time zone.")
    secret: SecretStr | None = Field(
        None, description="At least 32 characters; keys the hashes of browser identities."
    )
    brief_time: time = Field(time(7, 30), description="When the morning's brief is sent.")
    meeting_reminder_minutes: int = Field(
        30, ge=1, le=24 * 60, description="How long before a meeting its reminder is sent."
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
    def address(self) -> str:
        """The store's address: the configured one, else the demonstration's."""
        return self.database_url or DEMO_DATABASE

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

    def safe(self) -> Self:
        """These settings, if they are safe together; SettingsError if not."""
        if self.database_url is None and self.demo is False:
            raise SettingsError("OFFICE_DEMO=false needs a store: set OFFICE_DATABASE_URL.")
        if self.telegram_api_url and not self.telegram_token:
            raise SettingsError("OFFICE_TELEGRAM_API_URL needs OFFICE_TELEGRAM_TOKEN as well.")
        if self.on_loopback:
            return self
        if self.fills_demo or self.demo:
            raise SettingsError(
                "A demonstration lets anybody be anybody, so it only listens on this machine: "
                "set OFFICE_WEB_HOST=127.0.0.1, or OFFICE_DATABASE_URL to the office's own store."
            )
        if not self.secret:
            raise SettingsError(
                f"OFFICE_WEB_HOST={self.web_host} can be reached from outside: "
                f"set OFFICE_SECRET to at least {SHORTEST_SECRET} random characters."
            )
        return self


def load(env_file: Path | None = None) -> Settings:
    """The settings of this start. SettingsError names the one to change."""
    file = env_file or Path(".env")
    _refuse_unknown({**dotenv_values(file), **os.environ})  # noqa: TID251 - here they are read
    try:
        return Settings(_env_file=file).safe()
    except ValidationError as wrong:
        first = wrong.errors()[0]
        name = PREFIX + str(first["loc"][0]).upper()
        raise SettingsError(f"{name}: {first['msg'].removeprefix('Value error, ')}.") from wrong


def _refuse_unknown(given: dict[str, str | None]) -> None:
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    for name in given:
        if name.upper().startswith(PREFIX) and name.upper() not in known:
            raise SettingsError(
                f"{name} is not a setting of this program; known are: "
                + ", ".join(sorted(known))
                + "."
            )
