"""What came in and is not answered yet."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel


class InboundUpdate(SQLModel, table=True):
    """An update as a messenger sent it, kept before it is acknowledged and until it is answered.

    The row stays a while without its body, so that the same update is not answered twice.
    """

    channel: str = Field(primary_key=True)
    update_id: int = Field(primary_key=True, sa_type=sa.BigInteger)
    body: dict[str, Any] | None = Field(default=None, sa_type=sa.JSON(none_as_null=True))
    at: datetime
    attempts: int = 0  # how often somebody began to answer it; too often, and it is set aside
    answered_at: datetime | None = Field(default=None, index=True)
