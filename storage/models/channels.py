"""What a channel keeps for itself: leave to speak, troubles, how much it said, files by link."""

from datetime import date, datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from storage.engine import enum_column


class ChannelTroubleKind(StrEnum):
    """What keeps a channel from speaking until a person does something about it."""

    AUTHORISE = "authorise"  # the leave to speak has run out: somebody must give it again
    QUOTA = "quota"  # the messenger takes no more until its next period
    ADMINISTRATION = "administration"  # a package, a right, money is missing


class ChannelTrouble(SQLModel, table=True):
    """One trouble of a channel, as long as it lasts."""

    channel: str = Field(primary_key=True)
    kind: ChannelTroubleKind = Field(primary_key=True, sa_type=enum_column(ChannelTroubleKind))
    since: datetime
    code: str = ""  # what the messenger called it: “-14014”


class ChannelCount(SQLModel, table=True):
    """How many messages left on a channel in a month, answers too."""

    channel: str = Field(primary_key=True)
    month: date = Field(primary_key=True)  # its first day, in the office's zone
    number: int


class ZaloGrant(SQLModel, table=True):
    """An Official Account's leave to speak for it. A refresh token works once.

    The tokens are encrypted under the office's secret (`storage/strongbox.py`).
    """

    app_id: str = Field(primary_key=True)
    access_token: str = ""
    refresh_token: str
    previous_refresh_token: str = ""
    seed: str  # the seal of the token that a person set: another one begins anew
    expires_at: datetime | None = None  # of the access token
    renewed_at: datetime | None = None
    renewing_until: datetime | None = None  # somebody is fetching the next pair
    pins: dict[str, str] = Field(default_factory=dict, sa_type=sa.JSON)  # what was found to work


class HandedFile(SQLModel, table=True):
    """A file behind a link that nobody can guess, for a channel that takes no such files."""

    id: str = Field(primary_key=True)
    channel: str
    chat_id: int = Field(sa_type=sa.BigInteger, index=True)
    name: str
    mime: str
    content: bytes
    until: datetime = Field(index=True)
