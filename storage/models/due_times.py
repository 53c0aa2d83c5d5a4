"""How due times came about: when a clock stood still, and what a change of days moved."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from storage.engine import enum_column
from storage.models.notices import ItemKind


class DuePause(SQLModel, table=True):
    """A time in which the clock of an item stands still. Of dossiers see `DossierPause`."""

    __table_args__ = (sa.Index("ix_due_pause_item", "item_kind", "item_id"),)

    id: int | None = Field(default=None, primary_key=True)
    item_kind: ItemKind = Field(sa_type=enum_column(ItemKind))
    item_id: int
    began_at: datetime
    ended_at: datetime | None = None
    reason: str = ""


class DueMove(SQLModel, table=True):
    """That a due time moved because days became off or worked. `due_version` is the new one."""

    __table_args__ = (sa.UniqueConstraint("item_kind", "item_id", "due_version"),)

    id: int | None = Field(default=None, primary_key=True)
    item_kind: ItemKind = Field(sa_type=enum_column(ItemKind))
    item_id: int
    due_version: int
    moved_at: datetime
    from_at: datetime
    to_at: datetime
    days: list[str] = Field(default_factory=list, sa_type=sa.JSON)  # that changed: 2026-11-23
