"""The people of the office: who may know of whom, who is speaking, and how they are called.

Accounts are in here too: they are only ever asked for by their own number or by their person.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

import sqlalchemy as sa
from sqlalchemy import RowMapping
from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import upserts
from storage.folding import spelt_words, words_in
from storage.models import Account
from storage.viewer import STAFF, Role, Viewer

_account = SQLModel.metadata.tables["account"]
_person = SQLModel.metadata.tables["person"]
_duty = SQLModel.metadata.tables["duty"]
_unit = SQLModel.metadata.tables["unit"]
_stand_in = _person.alias("stand_in")
_mark = SQLModel.metadata.tables["storemark"]

_KNOWN = (
    sa.select(
        _account.c.id.label("account_id"),
        _account.c.greeted,
        sa.func.coalesce(_account.c.language, _person.c.language).label("language"),
        _person.c.id.label("person_id"),
        _person.c.role,
        _person.c.unit_id,
        _person.c.name,
        _person.c.title,
        _duty.c.kind.label("duty"),
        sa.select(_mark.c.version).scalar_subquery().label("office_version"),
    )
    .select_from(
        _account.outerjoin(
            _person, (_person.c.id == _account.c.person_id) & _person.c.active
        ).outerjoin(_duty, _duty.c.person_id == _person.c.id)
    )
    .where(
        _account.c.channel == sa.bindparam("channel"),
        _account.c.chat_id == sa.bindparam("chat_id"),
    )
)
_OPEN = upserts.upsert(
    Account,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["channel", "external_id"],
        set_={
            "seen_at": insert.excluded.seen_at,
            "person_id": sa.func.coalesce(insert.excluded.person_id, _account.c.person_id),
        },
    ).returning(*_account.c),
)
_THIS_ACCOUNT = _account.c.id == sa.bindparam("account_id")
_BECOME = sa.update(_account).where(_THIS_ACCOUNT).values(person_id=sa.bindparam("whose"))
_GREETED = sa.update(_account).where(_THIS_ACCOUNT).values(greeted=True)
_SPEAKS = sa.update(_account).where(_THIS_ACCOUNT).values(language=sa.bindparam("spoken"))
_OF_THE_OFFICE = _person.c.active & _person.c.role.in_(sorted(STAFF))
_NAMES = sa.select(
    _person.c.id, _person.c.name, _person.c.title, _person.c.short_title, _person.c.unit_id
).order_by(_person.c.id)
_CARD = (
    sa.select(
        _person.c.id,
        _person.c.name,
        _person.c.title,
        _person.c.short_title,
        _person.c.fields_in_charge,
        sa.func.coalesce(_unit.c.name, "").label("unit"),
        sa.func.coalesce(_unit.c.code, "").label("unit_code"),
        sa.func.coalesce(_unit.c.room, "").label("room"),
        sa.func.coalesce(_unit.c.phone, "").label("desk_phone"),
    )
    .select_from(
        _person.outerjoin(_unit, _unit.c.id == _person.c.unit_id).outerjoin(
            _stand_in, _stand_in.c.id == _person.c.stand_in_id
        )
    )
    .order_by(
        sa.case((_person.c.role == Role.LEADER, 0), (_person.c.role == Role.HEAD, 1), else_=2),
        _person.c.id,
    )
)
_ALSO_FOR_STAFF = (
    _person.c.phone,
    sa.func.coalesce(_stand_in.c.name, "").label("stand_in"),
)
_FOUND_BY = ("name", "title", "short_title", "fields_in_charge", "unit", "unit_code")
_ONLY_FOR_FINDING = frozenset({"short_title", "unit_code"})
_UNITS_BY_NAME = sa.select(_unit.c.id, _unit.c.code, _unit.c.name).order_by(_unit.c.id)


@dataclass(frozen=True, kw_only=True)
class Known:
    """What one read tells about an account: who is behind it, and what it has heard already."""

    viewer: Viewer
    account_id: int
    greeted: bool
    office_version: int  # of the names and days the program has in hand; 0 in an unmarked store


@dataclass(frozen=True, kw_only=True)
class PersonPublic:
    """What anybody may know of a leader or a head of unit."""

    id: int
    name: str
    title: str
    unit: str  # its name; empty for somebody who belongs to none
    fields_in_charge: str
    room: str
    desk_phone: str  # the unit's


@dataclass(frozen=True, kw_only=True)
class PersonStaff(PersonPublic):
    """What colleagues may know of one another besides."""

    phone: str
    stand_in: str  # the name of who acts for them


@dataclass(frozen=True, kw_only=True)
class PersonName:
    """How the words may name somebody of the office."""

    id: int
    name: str
    title: str
    short_title: str
    unit_id: int | None


@dataclass(frozen=True, kw_only=True)
class UnitName:
    """How the words may name a unit."""

    id: int
    code: str
    name: str


def visible_to(viewer: Viewer) -> sa.ColumnElement[bool]:
    """The people this viewer may know of. Citizens are known to nobody but the office itself."""
    match viewer.role:
        case Role.OFFICE:
            return sa.true()
        case Role.CITIZEN:
            return _person.c.active & _person.c.role.in_((Role.LEADER, Role.HEAD))
        case Role.OFFICER | Role.CLERK | Role.HEAD | Role.LEADER | Role.ADMIN:
            return _OF_THE_OFFICE
    assert_never(viewer.role)


async def viewer_of(db: AsyncSession, channel: str, chat_id: int) -> Known | None:
    """Who speaks in this chat; None if nobody ever did. One statement.

    Somebody who has left the office is a stranger, whatever their account was linked to.
    """
    rows = (
        await (await db.connection()).execute(_KNOWN, {"channel": channel, "chat_id": chat_id})
    ).all()
    if not rows:
        return None
    first = rows[0]
    if first.person_id is None:
        viewer = Viewer.stranger(
            channel=channel, account_id=first.account_id, language=first.language
        )
    else:
        viewer = Viewer(
            role=first.role,
            person_id=first.person_id,
            unit_id=first.unit_id,
            name=first.name,
            title=first.title,
            duties=frozenset(row.duty for row in rows if row.duty is not None),
            account_id=first.account_id,
            channel=channel,
            language=first.language,
        )
    return Known(
        viewer=viewer,
        account_id=first.account_id,
        greeted=first.greeted,
        office_version=first.office_version or 0,
    )


async def open_account(
    db: AsyncSession,
    channel: str,
    external_id: str,
    *,
    chat_id: int,
    now: datetime,
    person_id: int | None = None,
) -> Account:
    """The account of this name on this channel, made if it is new; seen now. One statement.

    An account that is there keeps its number and, unless another one is given, its person.
    """
    opened = await upserts.run(
        db,
        _OPEN,
        {
            "channel": channel,
            "external_id": external_id,
            "chat_id": chat_id,
            "person_id": person_id,
            "since": now,
            "seen_at": now,
            "greeted": False,
        },
    )
    return Account(**opened.mappings().one())


async def account_for(db: AsyncSession, channel: str, external_id: str) -> Account | None:
    """The account of this name on this channel, if there is one."""
    this = select(Account).where(Account.channel == channel, Account.external_id == external_id)
    return (await db.exec(this)).one_or_none()


async def become(db: AsyncSession, account_id: int, person_id: int | None) -> None:
    """Put another person behind an account (a demonstration's personas); None for nobody."""
    await (await db.connection()).execute(_BECOME, {"account_id": account_id, "whose": person_id})


async def mark_greeted(db: AsyncSession, account_id: int) -> None:
    """This account has heard what it speaks to."""
    await (await db.connection()).execute(_GREETED, {"account_id": account_id})


async def set_language(db: AsyncSession, account_id: int, language: str) -> None:
    """The language this account wants to be answered in."""
    await (await db.connection()).execute(_SPEAKS, {"account_id": account_id, "spoken": language})


async def accounts_of(db: AsyncSession, person_id: int) -> Sequence[Account]:
    """How to reach somebody: where they spoke last comes first."""
    theirs = select(Account).where(Account.person_id == person_id)
    by_use = theirs.order_by(
        col(Account.seen_at).desc().nulls_last(), col(Account.since).desc(), col(Account.id)
    )
    return (await db.exec(by_use)).all()


async def lexicon_rows(db: AsyncSession) -> tuple[tuple[PersonName, ...], tuple[UnitName, ...]]:
    """The active staff and all units, by the names that words may use. Never a citizen."""
    connection = await db.connection()
    people = await connection.execute(
        _NAMES.where(visible_to(Viewer.office()), _OF_THE_OFFICE)  # names only, to understand by
    )
    units = await connection.execute(_UNITS_BY_NAME)
    return (
        tuple(PersonName(**row) for row in people.mappings()),
        tuple(UnitName(**row) for row in units.mappings()),
    )


async def find(
    db: AsyncSession,
    viewer: Viewer,
    *,
    words: str = "",
    person_id: int | None = None,
    unit_id: int | None = None,
) -> tuple[PersonPublic, ...]:
    """Who of the office fits: by number, by unit, by words of a name, title, unit or field.

    All the words must be there, with or without diacritics. Who is spelt as typed comes first,
    then leaders, then heads. Colleagues get `PersonStaff`; nobody is given a citizen, and where
    nothing is asked, nobody is found.
    """
    if not (words_in(words) or person_id or unit_id):
        return ()
    known = _CARD.where(visible_to(viewer), _OF_THE_OFFICE)
    if viewer.is_staff:
        known = known.add_columns(*_ALSO_FOR_STAFF)
    if person_id is not None:
        known = known.where(_person.c.id == person_id)
    if unit_id is not None:
        known = known.where(_person.c.unit_id == unit_id)
    rows = (await (await db.connection()).execute(known)).mappings()
    kind = PersonStaff if viewer.is_staff else PersonPublic
    return tuple(
        kind(**{key: value for key, value in row.items() if key not in _ONLY_FOR_FINDING})
        for row in _fitting(rows, words)
    )


def _fitting(rows: Iterable[RowMapping], words: str) -> list[RowMapping]:
    """The rows with all the words in them; those spelt as typed first."""
    fitting = [
        (row, text)
        for row in rows
        if words_in(words) <= words_in(text := " ".join(row[key] for key in _FOUND_BY))
    ]
    fitting.sort(key=lambda found: not spelt_words(words) <= spelt_words(found[1]))
    return [row for row, _ in fitting]
