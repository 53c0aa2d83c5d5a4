"""What is due to be said (notice), and what is sent (message). APScheduler is only the clock."""

from datetime import date, datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from storage.engine import enum_column


class ItemKind(StrEnum):
    """What a notice speaks of."""

    MEETING = "meeting"
    DOCUMENT = "document"
    DOSSIER = "dossier"
    PETITION = "petition"


class MessageKind(StrEnum):
    """One thing to be sent."""

    BRIEF = "brief"  # the morning's list
    MEETING = "meeting"  # before a meeting
    ITEM = "item"  # one item again, when its snooze is over
    MOVED = "moved"  # due times that moved, because days off or worked changed
    REPLY = "reply"  # an answer that could not be sent at once
    ACCOUNT = "account"  # news of a person's accounts: one was linked or ended
    RELAY = "relay"  # words of a person to a person, in a conversation that was handed over
    GIVEN = "given"  # work that was just given, gathered
    URGENT = "urgent"  # one item at once: Hỏa tốc, Thượng khẩn, Khẩn
    NEWS = "news"  # of one change of a document, for who must know
    CALLS = "calls"  # whom to telephone because no channel reaches them
    ALARM = "alarm"  # something is stuck: for who keeps the program
    FOLLOW = "follow"  # what happened to a dossier, for an account that follows it
    APOLOGY = "apology"  # a dossier will be late: the draft of an apology, for who holds it


class MessageState(StrEnum):
    """Where a message is. The last four are final."""

    PLANNED = "planned"
    CLAIMED = "claimed"
    SENT = "sent"
    CONFIRMED = "confirmed"  # the channel says that it was shown
    CANCELLED = "cancelled"  # nothing was left to say
    FAILED = "failed"  # refused for good
    GIVEN_UP = "given_up"  # tries used up


class Message(SQLModel, table=True):
    """One thing to be sent to one person. A brief is one message with many notices.

    Words are made at delivery from the records as they are then; `words` and `buttons` are only
    for what goes to one account (REPLY, ACCOUNT, RELAY), whose words were already made.
    """

    __table_args__ = (
        sa.UniqueConstraint("person_id", "slot", "kind"),
        sa.Index("ix_message_waiting", "state", "send_at"),
        sa.Index("ix_message_account", "account_id", "state"),
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int | None = Field(default=None, foreign_key="person.id")
    account_id: int | None = Field(default=None, foreign_key="account.id")  # where to
    slot: str  # “2026-11-25”, “meeting 12 v3”
    kind: MessageKind = Field(sa_type=enum_column(MessageKind))
    state: MessageState = Field(default=MessageState.PLANNED, sa_type=enum_column(MessageState))
    send_at: datetime  # not before; of what failed or was given up: when it was
    planned_for: datetime  # when it was meant to be said; later than that is “late”
    useless_after: datetime | None = None  # a reminder of a meeting that is over
    claimed_until: datetime | None = None
    attempts: int = 0
    channel: str = ""
    reason: str = ""
    sent_at: datetime | None = None
    words: str = ""
    buttons: list[list[dict[str, str]]] | None = Field(
        default=None, sa_type=sa.JSON(none_as_null=True)
    )


class Notice(SQLModel, table=True):
    """That somebody should hear of an item at a stage. Ids and dates only, never words."""

    __table_args__ = (
        sa.UniqueConstraint("item_kind", "item_id", "person_id", "stage", "due_version"),
    )

    id: int | None = Field(default=None, primary_key=True)
    item_kind: ItemKind = Field(sa_type=enum_column(ItemKind))
    item_id: int
    person_id: int = Field(foreign_key="person.id", index=True)
    stage: str  # “due in 2”, “due today”, “late 2026-11-25”, “meeting”
    due_version: int
    planned_at: datetime
    for_day: date
    message_id: int | None = Field(default=None, foreign_key="message.id", index=True)
