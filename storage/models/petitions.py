"""Petitions (đơn thư): complaints, denunciations, proposals.

Denunciations are protected (Luật Tố cáo 25/2018 Đ.8, Đ.56): see `storage.petitions.visible_to`.
"""

from datetime import date, datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from storage.engine import enum_column


class PetitionKind(StrEnum):
    """By content, never by the title of the letter (TT 05/2021/TT-TTCP)."""

    COMPLAINT = "complaint"  # khiếu nại
    DENUNCIATION = "denunciation"  # tố cáo
    PROPOSAL = "proposal"  # kiến nghị, phản ánh


class PetitionState(StrEnum):
    """From the stamp to the notice of the result."""

    RECEIVED = "received"
    CLASSIFIED = "classified"
    FILED = "filed"  # lưu đơn
    GUIDED = "guided"  # hướng dẫn
    FORWARDED = "forwarded"  # chuyển đơn
    SENT_BACK = "sent_back"  # trả đơn
    ACCEPTED = "accepted"  # thụ lý
    VERIFYING = "verifying"  # xác minh
    SUSPENDED = "suspended"
    DISCONTINUED = "discontinued"
    RESOLVED = "resolved"
    ANSWERED = "answered"  # đã thông báo kết quả


class Petition(SQLModel, table=True):
    """One petition. What identifies the sender is never selected for an answer."""

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True)  # ĐT-2026-0758
    kind: PetitionKind = Field(sa_type=enum_column(PetitionKind))
    sender: str = ""  # private
    sender_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    subject: str  # private
    field: str = ""
    received_at: datetime
    received_on: date = Field(index=True)
    unit_id: int | None = Field(default=None, foreign_key="unit.id", index=True)
    holder_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    state: PetitionState = Field(sa_type=enum_column(PetitionState))
    due_at: datetime | None = None
    due_on: date | None = Field(default=None, index=True)
    due_version: int = 1
    due_rule: str = ""  # KN-02 …: the limit that gave the due time
    finished_at: datetime | None = None
    finished_on: date | None = None
    source: str = ""
    source_at: datetime


class PetitionEvent(SQLModel, table=True):
    """A step: what and when. No text of the petition."""

    id: int | None = Field(default=None, primary_key=True)
    petition_id: int = Field(foreign_key="petition.id", index=True)
    at: datetime
    state: PetitionState = Field(sa_type=enum_column(PetitionState))
    unit_id: int | None = Field(default=None, foreign_key="unit.id")
