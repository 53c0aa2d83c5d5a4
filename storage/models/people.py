"""Units (phòng, ban, trung tâm), people, what they are in charge of, and their accounts."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from storage.engine import enum_column
from storage.viewer import DutyKind, Role


class Unit(SQLModel, table=True):
    """A room of the office, or a body outside it that holds dossiers."""

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True)  # KGVX, NC, TTPVHCC
    name: str  # Phòng Khoa giáo – Văn xã
    parent_id: int | None = Field(default=None, foreign_key="unit.id", index=True)
    outside: bool = False  # a sở or a commune, not part of the office
    room: str = ""
    phone: str = ""  # the desk's number, public
    source: str = ""
    source_at: datetime | None = None


class Person(SQLModel, table=True):
    """Somebody of the office, or a citizen who is known to it."""

    id: int | None = Field(default=None, primary_key=True)
    name: str
    role: Role = Field(sa_type=enum_column(Role))
    title: str = ""  # Chánh Văn phòng, Chuyên viên …
    short_title: str = ""  # CVP, PCTTT …: as people type it
    unit_id: int | None = Field(default=None, foreign_key="unit.id", index=True)
    fields_in_charge: str = ""  # giáo dục, y tế …
    phone: str = ""  # private
    stand_in_id: int | None = Field(default=None, foreign_key="person.id")
    language: str | None = None
    active: bool = True
    source: str = ""
    source_at: datetime | None = None


class Duty(SQLModel, table=True):
    """One thing a person does beside their role."""

    person_id: int = Field(foreign_key="person.id", primary_key=True)
    kind: DutyKind = Field(primary_key=True, sa_type=enum_column(DutyKind))


class Account(SQLModel, table=True):
    """One way to reach somebody: a Telegram account, a browser, a terminal.

    `chat_id` is what aiogram calls chat and user on that channel: Telegram's own number there,
    a number of ours elsewhere, since aiogram's ids are integers and other channels' are not.
    """

    __table_args__ = (
        sa.UniqueConstraint("channel", "external_id"),
        sa.UniqueConstraint("channel", "chat_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    channel: str
    external_id: str
    chat_id: int = Field(sa_type=sa.BigInteger)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    language: str | None = None  # habit of this account, learnt from how it writes
    since: datetime
    seen_at: datetime | None = None
    greeted: bool = False  # has heard what this is (in a demo: that it is one)
    linked_at: datetime | None = None  # since when the person is behind it
    acting_for_id: int | None = Field(default=None, foreign_key="person.id")  # “thay mặt”
    acting_until: datetime | None = None
    blocked_at: datetime | None = None  # takes no messages from us, until they write again
    ended_at: datetime | None = None  # a person was behind it: its browser comes in anew
    preferred: bool = False  # on the channel where its person wants to be told things first
