"""Procedures as they are published: all of them by name, and one of them whole. Public."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import TABLES, OnlineLevel, TimeUnit

_procedure = TABLES["procedure"]
_later = _procedure.alias("later")
_next_from = (
    sa.select(sa.func.min(_later.c.valid_from))
    .where(_later.c.code == _procedure.c.code, _later.c.valid_from > _procedure.c.valid_from)
    .scalar_subquery()
)
_NAMES = ("id", "code", "name", "field", "level", "agency", "valid_from", "valid_to", "replaced_by")


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One paper of a dossier: how many of it, and the form it is written on."""

    name: str
    originals: int = 0
    copies: int = 0
    form: str = ""  # “Mẫu số 01”


@dataclass(frozen=True, kw_only=True)
class Variant:
    """A case that differs: “cấp lại do bị mất”. What is None or empty is as in all others."""

    name: str
    time_limit: int | None = None
    time_unit: TimeUnit | None = None
    fee: str = ""
    papers: tuple[Paper, ...] = ()  # besides those of all variants


@dataclass(frozen=True, kw_only=True)
class Named:
    """A procedure by its names. `valid_to` is its last day; a later row of the code ends it too."""

    id: int
    code: str
    name: str
    field: str
    level: str
    agency: str
    valid_from: dt.date
    valid_to: dt.date | None
    replaced_by: str

    def applies(self, day: dt.date) -> bool:
        """Whether it is in force on that day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, kw_only=True)
class Whole(Named):
    """A procedure with everything that is published of it."""

    audience: str
    place: str
    time_limit: int
    time_unit: TimeUnit
    fee: str
    fee_online: str
    fee_post: str
    sets: int
    papers: tuple[Paper, ...]
    variants: tuple[Variant, ...]
    conditions: str
    result: str
    online: OnlineLevel
    url: str
    legal_basis: str
    decision: str
    version: int


async def named(db: AsyncSession) -> tuple[Named, ...]:
    """All of them, those that have ended and those that are still to come too, by their codes."""
    columns = [_procedure.c[name] for name in _NAMES]
    every = sa.select(*columns, _next_from.label("next_from")).order_by(
        _procedure.c.code, _procedure.c.valid_from
    )
    rows = (await (await db.connection()).execute(every)).mappings()
    return tuple(Named(**_until_the_next(row)) for row in rows)


async def whole(db: AsyncSession, procedure_id: int) -> Whole | None:
    """One of them; None when there is none of this id any more."""
    one = sa.select(_procedure, _next_from.label("next_from")).where(
        _procedure.c.id == procedure_id
    )
    row = (await (await db.connection()).execute(one)).mappings().one_or_none()
    if row is None:
        return None
    told = _until_the_next(row)
    told["papers"] = _papers(told["papers"])
    told["variants"] = tuple(map(_variant, told["variants"]))
    return Whole(**{name: told[name] for name in Whole.__dataclass_fields__})


def _until_the_next(row: sa.RowMapping) -> dict[str, Any]:
    told = dict(row)
    next_from: dt.date | None = told.pop("next_from")
    if next_from is not None:
        day_before = next_from - dt.timedelta(days=1)
        told["valid_to"] = min(told["valid_to"] or day_before, day_before)
    return told


def _papers(told: Iterable[Mapping[str, Any]]) -> tuple[Paper, ...]:
    return tuple(Paper(**paper) for paper in told)


def _variant(told: Mapping[str, Any]) -> Variant:
    unit = told.get("time_unit")
    return Variant(
        **{
            **told,
            "time_unit": TimeUnit(unit) if unit else None,
            "papers": _papers(told.get("papers", ())),
        }
    )
