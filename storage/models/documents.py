"""Incoming and outgoing documents (văn bản đến, văn bản đi) and counts of classified ones.

Source of the fields: NĐ 30/2020/NĐ-CP Đ.22–23, Phụ lục IV and VI.
"""

from datetime import date, datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from storage.engine import IN_CODE_ORDER, enum_column
from storage.models.procedures import TimeUnit


class DocumentKind(StrEnum):
    """The named kinds (NĐ 30/2020 Đ.7, Phụ lục III) that a provincial office handles most."""

    RESOLUTION = "NQ"
    DECISION = "QĐ"
    DIRECTIVE = "CT"
    REGULATION = "QC"
    ANNOUNCEMENT = "TB"
    GUIDANCE = "HD"
    PROGRAMME = "CTr"
    PLAN = "KH"
    SCHEME = "ĐA"
    REPORT = "BC"
    MINUTES = "BB"
    SUBMISSION = "TTr"
    OFFICIAL_LETTER = "CV"  # công văn: no kind in its ký hiệu
    TELEGRAM = "CĐ"
    INVITATION = "GM"
    OTHER = "khác"


class Urgency(StrEnum):
    """Độ khẩn (NĐ 30/2020), lowest first."""

    NORMAL = "normal"
    URGENT = "urgent"  # Khẩn
    VERY_URGENT = "very_urgent"  # Thượng khẩn
    FLASH = "flash"  # Hỏa tốc


class PaperForm(StrEnum):
    """How the document came."""

    ELECTRONIC = "electronic"
    PAPER = "paper"


class DocumentState(StrEnum):
    """Where an incoming document is in the office."""

    REGISTERED = "registered"
    ASSIGNED = "assigned"
    PROCESSING = "processing"
    DONE = "done"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"  # registered by mistake


class Direction(StrEnum):
    """Which way a document went."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"


class Secrecy(StrEnum):
    """Độ mật (Luật 117/2025/QH15). Only ever counted."""

    SECRET = "mat"  # noqa: S105 - a degree of secrecy, not a password
    TOP_SECRET = "toi_mat"  # noqa: S105 - a degree of secrecy, not a password
    ULTRA_SECRET = "tuyet_mat"  # noqa: S105 - a degree of secrecy, not a password


class IncomingDocument(SQLModel, table=True):
    """A row of the register of incoming documents, with what was decided about it.

    `number_sign` is số và ký hiệu as printed (“1234/UBND-KGVX”); `number_key` the same folded
    to lower case without diacritics, for looking up. A document without a leader's deadline has
    none: `due_at` stays empty and it is counted apart. Where the rule is known by which it is
    due (`due_limit`, `due_unit`, `due_from`, all three or none) it is counted again when the
    office's days change.
    """

    __table_args__ = (
        sa.UniqueConstraint("year", "book_number"),
        sa.Index("ix_incoming_document_holder", "holder_id", "state", "due_on"),
        sa.Index("ix_incoming_document_unit", "unit_id", "state", "due_on"),
        sa.Index("ix_incoming_document_open", "state", "due_on"),
    )

    id: int | None = Field(default=None, primary_key=True)
    year: int
    book_number: int  # số đến
    arrived_at: datetime
    arrived_on: date = Field(index=True)
    issuer: str
    number_sign: str
    number_key: str = Field(index=True, sa_type=IN_CODE_ORDER)
    dated: date  # ngày văn bản
    kind: DocumentKind = Field(sa_type=enum_column(DocumentKind))
    subject: str  # trích yếu
    urgency: Urgency = Field(default=Urgency.NORMAL, sa_type=enum_column(Urgency))
    form: PaperForm = Field(default=PaperForm.ELECTRONIC, sa_type=enum_column(PaperForm))
    digitised: bool = True
    instruction: str = ""  # ý kiến chỉ đạo
    instructed_by_id: int | None = Field(default=None, foreign_key="person.id")
    unit_id: int | None = Field(default=None, foreign_key="unit.id")
    holder_id: int | None = Field(default=None, foreign_key="person.id")
    held_since: datetime | None = None
    due_at: datetime | None = None
    due_on: date | None = Field(default=None, index=True)
    due_version: int = 1  # raised whenever the due time changes
    state: DocumentState = Field(
        default=DocumentState.REGISTERED, sa_type=enum_column(DocumentState)
    )
    done_at: datetime | None = None
    done_on: date | None = None
    reply_number: str = ""
    source: str = ""
    source_at: datetime
    acknowledged_at: datetime | None = None  # its holder pressed “đã nhận”
    expects_reply: bool = False  # done only with the number of the answer
    due_limit: int | None = None
    due_unit: TimeUnit | None = Field(default=None, sa_type=enum_column(TimeUnit))
    due_from: datetime | None = None  # when the limit began
    due_set_by_id: int | None = Field(default=None, foreign_key="person.id")


class OutgoingDocument(SQLModel, table=True):
    """A row of the register of outgoing documents. Unique by year, number and ký hiệu."""

    __table_args__ = (sa.UniqueConstraint("year", "number", "sign"),)

    id: int | None = Field(default=None, primary_key=True)
    year: int
    number: int
    sign: str  # QĐ-UBND, UBND-KGVX
    number_key: str = Field(index=True, sa_type=IN_CODE_ORDER)
    kind: DocumentKind = Field(sa_type=enum_column(DocumentKind))
    subject: str
    dated: date
    issued_at: datetime | None = None
    issued_on: date | None = Field(default=None, index=True)
    signer_id: int | None = Field(default=None, foreign_key="person.id")
    unit_id: int | None = Field(default=None, foreign_key="unit.id", index=True)
    urgency: Urgency = Field(default=Urgency.NORMAL, sa_type=enum_column(Urgency))
    digitally_signed: bool = True
    answers_id: int | None = Field(default=None, foreign_key="incomingdocument.id")
    source: str = ""
    source_at: datetime


class ClassifiedCount(SQLModel, table=True):
    """How many classified documents a month saw. There is no column that could hold more."""

    month: date = Field(primary_key=True)  # its first day
    direction: Direction = Field(primary_key=True, sa_type=enum_column(Direction))
    level: Secrecy = Field(primary_key=True, sa_type=enum_column(Secrecy))
    number: int
