"""Dossiers (hồ sơ một cửa), what happened to them and when their clock stood still."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from storage.engine import enum_column


class DossierState(StrEnum):
    """The states synchronised with the national portal; the number is theirs."""

    SUBMITTED = "1"  # mới đăng ký
    RECEIVED = "2"  # được tiếp nhận
    REFUSED = "3"  # không được tiếp nhận
    PROCESSING = "4"  # đang xử lý
    SUPPLEMENT = "5"  # yêu cầu bổ sung giấy tờ
    PAYMENT = "6"  # yêu cầu thực hiện nghĩa vụ tài chính
    WITHDRAWN = "7"  # công dân yêu cầu rút
    STOPPED = "8"  # dừng xử lý
    FINISHED = "9"  # đã xử lý xong
    RETURNED = "10"  # đã trả kết quả


class SubmittedBy(StrEnum):
    """KenhThucHien of the national data model."""

    COUNTER = "1"
    ONLINE = "2"
    POST = "3"


class ResultBy(StrEnum):
    """How the result reaches whoever handed the dossier in."""

    COUNTER = "counter"
    POST = "post"
    ELECTRONIC = "electronic"


class PauseReason(StrEnum):
    """Why the clock stands still."""

    SUPPLEMENT = "supplement"
    PAYMENT = "payment"


class Dossier(SQLModel, table=True):
    """One dossier. The clock starts at `received_at`; `due_at` already counts past pauses."""

    __table_args__ = (
        sa.Index("ix_dossier_unit", "unit_id", "state", "due_on"),
        sa.Index("ix_dossier_holder", "holder_id", "state", "due_on"),
    )

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True)
    procedure_id: int | None = Field(default=None, foreign_key="procedure.id")
    applicant: str  # private
    applicant_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    submitted_by: SubmittedBy = Field(sa_type=enum_column(SubmittedBy))
    submitted_at: datetime | None = None
    received_at: datetime | None = None
    received_on: date | None = Field(default=None, index=True)
    due_at: datetime | None = None
    due_on: date | None = Field(default=None, index=True)
    due_version: int = 1
    finished_at: datetime | None = None
    finished_on: date | None = Field(default=None, index=True)
    returned_at: datetime | None = None
    state: DossierState = Field(sa_type=enum_column(DossierState))
    receiving_unit_id: int | None = Field(default=None, foreign_key="unit.id")
    unit_id: int | None = Field(default=None, foreign_key="unit.id")
    holder_id: int | None = Field(default=None, foreign_key="person.id")
    missing: str = ""  # the papers asked for
    source: str = ""
    source_at: datetime
    phone_seal: str = ""  # of the last four digits of the registered telephone number
    identity_seal: str = ""  # of the last four digits of the số định danh
    public: bool = True  # whether the code alone opens it
    step: str = ""  # what is being done about it, as the one-stop system calls it
    asked_in: str = ""  # the letter that asks for `missing`: “Phiếu số 12 ngày 20/11/2026”
    asked_until: date | None = None  # by when they are to be brought
    fee_due: int | None = Field(default=None, sa_type=sa.BigInteger)  # đồng
    fee_how: str = ""  # how to pay it
    result_by: ResultBy | None = Field(default=None, sa_type=enum_column(ResultBy))


class DossierEvent(SQLModel, table=True):
    """A change of state: what, when, by which unit."""

    id: int | None = Field(default=None, primary_key=True)
    dossier_id: int = Field(foreign_key="dossier.id", index=True)
    at: datetime
    state: DossierState = Field(sa_type=enum_column(DossierState))
    unit_id: int | None = Field(default=None, foreign_key="unit.id")
    person_id: int | None = Field(default=None, foreign_key="person.id")
    note: str = ""


class DossierGrant(SQLModel, table=True):
    """An account that has given the code and the second fact of a dossier."""

    account_id: int = Field(foreign_key="account.id", primary_key=True)
    dossier_id: int = Field(foreign_key="dossier.id", primary_key=True)
    since: datetime


class DossierPause(SQLModel, table=True):
    """A time that is not the office's: from the request until the papers or the money came."""

    id: int | None = Field(default=None, primary_key=True)
    dossier_id: int = Field(foreign_key="dossier.id", index=True)
    reason: PauseReason = Field(sa_type=enum_column(PauseReason))
    began_at: datetime
    ended_at: datetime | None = None


class DossierChange(SQLModel, table=True):
    """What somebody did to a dossier in the chat, with what stood there before: can be undone.

    `before` and `after` hold the changed columns alone, as JSON holds them.
    """

    __table_args__ = (sa.Index("ix_dossierchange_by", "by_id", "at"),)

    id: int | None = Field(default=None, primary_key=True)
    dossier_id: int = Field(foreign_key="dossier.id", index=True)
    by_id: int | None = Field(default=None, foreign_key="person.id")
    at: datetime
    before: dict[str, Any] = Field(sa_type=sa.JSON)
    after: dict[str, Any] = Field(sa_type=sa.JSON)
    undone_at: datetime | None = None
