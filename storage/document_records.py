"""What the register says of a document, as values, and the columns they are made of."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import ColumnElement
from sqlmodel import SQLModel

from storage.engine import enum_column
from storage.models import Direction, DocumentKind, DocumentState, RecordKind, TimeUnit, Urgency

incoming = SQLModel.metadata.tables["incomingdocument"]
outgoing = SQLModel.metadata.tables["outgoingdocument"]
_person = SQLModel.metadata.tables["person"]
_unit = SQLModel.metadata.tables["unit"]

Record = TypeVar("Record", bound="DocumentRecord")
OPEN_STATES = (DocumentState.REGISTERED, DocumentState.ASSIGNED, DocumentState.PROCESSING)
_RULE = ("due_limit", "due_unit", "due_from")
DIRECTION = enum_column(Direction)


@dataclass(frozen=True, kw_only=True)
class DocumentRecord:
    """What the register says of a document that came in or went out."""

    id: int
    year: int
    number_sign: str
    dated: date
    kind: DocumentKind
    subject: str
    urgency: Urgency
    unit: str
    source: str
    source_at: datetime

    @property
    def record_kind(self) -> RecordKind:
        """Under which the audit knows it."""
        return RecordKind.DOCUMENT if isinstance(self, IncomingRecord) else RecordKind.OUTGOING


@dataclass(frozen=True, kw_only=True)
class IncomingRecord(DocumentRecord):
    """With who holds it and until when."""

    book_number: int
    issuer: str
    arrived_on: date
    instruction: str
    instructed_by: str
    holder_id: int | None
    holder: str
    held_since: datetime | None
    due_at: datetime | None
    due_on: date | None
    due_version: int
    due_limit: int | None
    due_unit: TimeUnit | None
    due_from: datetime | None
    state: DocumentState
    done_at: datetime | None
    reply_number: str
    acknowledged_at: datetime | None
    expects_reply: bool

    @property
    def is_open(self) -> bool:
        """Somebody still has to do something about it."""
        return self.state in OPEN_STATES


@dataclass(frozen=True, kw_only=True)
class OutgoingRecord(DocumentRecord):
    """With who signed it and when it was issued."""

    signer: str
    digitally_signed: bool
    issued_at: datetime | None


def incoming_records() -> sa.Select[Any]:
    """Incoming documents as records; who may see which is for the caller's WHERE."""
    instructor = _person.alias("instructor")
    holder = _person.alias("holder")
    return sa.select(
        sa.literal(Direction.INCOMING, type_=DIRECTION).label("direction"),
        *_shared_columns(incoming),
        incoming.c.number_sign,
        incoming.c.book_number,
        incoming.c.issuer,
        incoming.c.arrived_on,
        incoming.c.instruction,
        sa.func.coalesce(instructor.c.name, "").label("instructed_by"),
        incoming.c.holder_id,
        sa.func.coalesce(holder.c.name, "").label("holder"),
        incoming.c.held_since,
        incoming.c.due_at,
        incoming.c.due_on,
        incoming.c.due_version,
        *(incoming.c[name] for name in _RULE),
        incoming.c.state,
        incoming.c.done_at,
        incoming.c.reply_number,
        incoming.c.acknowledged_at,
        incoming.c.expects_reply,
        sa.literal("").label("signer"),
        sa.cast(sa.null(), outgoing.c.digitally_signed.type).label("digitally_signed"),
        sa.cast(sa.null(), incoming.c.done_at.type).label("issued_at"),
    ).select_from(
        incoming.outerjoin(_unit, _unit.c.id == incoming.c.unit_id)
        .outerjoin(holder, holder.c.id == incoming.c.holder_id)
        .outerjoin(instructor, instructor.c.id == incoming.c.instructed_by_id)
    )


def outgoing_records() -> sa.Select[Any]:
    """The same columns in the same order, empty where an outgoing document has none."""
    signer = _person.alias("signer")

    def nothing(name: str) -> ColumnElement[Any]:
        return sa.cast(sa.null(), incoming.c[name].type).label(name)

    return sa.select(
        sa.literal(Direction.OUTGOING, type_=DIRECTION).label("direction"),
        *_shared_columns(outgoing),
        (_zero_padded(outgoing.c.number) + "/" + outgoing.c.sign).label("number_sign"),
        *(nothing(name) for name in ("book_number", "issuer", "arrived_on", "instruction")),
        sa.literal("").label("instructed_by"),
        nothing("holder_id"),
        sa.literal("").label("holder"),
        *(nothing(name) for name in ("held_since", "due_at", "due_on", "due_version", *_RULE)),
        *(nothing(name) for name in ("state", "done_at", "reply_number")),
        *(nothing(name) for name in ("acknowledged_at", "expects_reply")),
        sa.func.coalesce(signer.c.name, "").label("signer"),
        outgoing.c.digitally_signed,
        outgoing.c.issued_at,
    ).select_from(
        outgoing.outerjoin(_unit, _unit.c.id == outgoing.c.unit_id).outerjoin(
            signer, signer.c.id == outgoing.c.signer_id
        )
    )


def _shared_columns(table: sa.Table) -> list[ColumnElement[Any]]:
    names = ("id", "year", "dated", "kind", "subject", "urgency", "source", "source_at")
    return [*(table.c[name] for name in names), sa.func.coalesce(_unit.c.name, "").label("unit")]


def _zero_padded(number: ColumnElement[int]) -> ColumnElement[str]:
    """Numbers below 10 are printed with a zero in front (NĐ 30/2020, Phụ lục I)."""
    return sa.case((number < 10, "0"), else_="") + sa.cast(number, sa.String)


def record_of(row: sa.RowMapping) -> DocumentRecord:
    """The record a row of either direction stands for."""
    if row["direction"] is Direction.INCOMING:
        return pick(IncomingRecord, row)
    return pick(OutgoingRecord, row)


def pick(kind: type[Record], row: sa.RowMapping) -> Record:
    """The fields of a record out of a row that may have more."""
    return kind(**{name: row[name] for name in kind.__dataclass_fields__})
