"""Writing down who asked, saw and did what. There is no way here to change an entry.

Functions that read private rows say what they gave (`saw`); a step around the handlers keeps it
all at the end of the update, in its transaction and in one statement (`keep`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import RecordKind
from storage.seals import Seal
from storage.viewer import Viewer

_entry = SQLModel.metadata.tables["auditentry"]
_NOTE = sa.insert(_entry)
NO_SECRET = Seal()
LOOKS = "looks"
"""In a session's `info`: what was looked at in this transaction, in its order."""

SAW = "look"
"""The act of somebody who saw a record without having asked one of the questions about records."""

OPEN_TO_ALL = frozenset({RecordKind.MEETING, RecordKind.PERSON})
"""What citizens see of these is published, so their looks are not kept."""

_ABOUT: Mapping[str, RecordKind | None] = {
    "meeting": RecordKind.MEETING,
    "document": RecordKind.DOCUMENT,
    "dossier": RecordKind.DOSSIER,
    "petition": RecordKind.PETITION,
    "person": RecordKind.PERSON,
    "brief": None,  # of several kinds
    "told": None,
    "audit": None,
}


@dataclass(frozen=True, kw_only=True)
class Look:
    """A record that was shown, by its id; or words that led to none, which are sealed when kept."""

    kind: RecordKind
    id: int | None = None
    sought: str = ""


def saw(db: AsyncSession, kind: RecordKind, ids: Iterable[int]) -> None:
    """What this transaction's answer shows. Only what is shown: not what was merely compared."""
    _looks(db).update(dict.fromkeys(Look(kind=kind, id=one) for one in ids))


def missed(db: AsyncSession, kind: RecordKind, sought: str) -> None:
    """Somebody asked for a record by this code and was not shown one: not there, or not theirs."""
    _looks(db)[Look(kind=kind, sought=sought)] = None


def taken(db: AsyncSession) -> tuple[Look, ...]:
    """What was looked at in this session since it was last asked."""
    return tuple(db.info.pop(LOOKS, ()))


def is_about_records(act: str) -> bool:
    """The question, by its name, is about records that are not for everybody."""
    return act.partition(".")[0] in _ABOUT


def about(act: str) -> RecordKind | None:
    """The kind of record a question asks for; None when it asks for none, or for several."""
    return _ABOUT.get(act.partition(".")[0])


def seal_of(seal: Seal, kind: RecordKind, sought: str) -> str:
    """By which a look that found nothing is found again."""
    return seal("audit", kind, sought)


async def keep(
    db: AsyncSession,
    viewer: Viewer,
    act: str,
    looks: Iterable[Look],
    *,
    now: datetime,
    seal: Seal = NO_SECRET,
) -> None:
    """Keep that this person asked `act` and was shown these records. At most one statement.

    A question about records that showed none is kept as well, as one entry without a record.
    """
    kept = [look for look in looks if viewer.is_staff or look.kind not in OPEN_TO_ALL]
    rows = [
        _row(viewer, act, look.kind, look.id, now)
        | {"sought": seal_of(seal, look.kind, look.sought) if look.sought else ""}
        for look in kept
    ]
    if not rows and is_about_records(act) and (viewer.is_staff or about(act) not in OPEN_TO_ALL):
        rows = [_row(viewer, act, about(act) or "", None, now)]
    if rows:
        await (await db.connection()).execute(_NOTE, rows)


async def note(
    db: AsyncSession,
    viewer: Viewer,
    act: str,
    item_kind: str,
    item_id: int | None,
    now: datetime,
    detail: str = "",
) -> None:
    """Keep that this person did this to that record, in the transaction that does it.

    On somebody's behalf both are kept: who acted, and for whom.
    `detail` says which field or value, and never quotes a petition or a message.
    """
    row = _row(viewer, act, item_kind, item_id, now) | {"detail": detail}
    await (await db.connection()).execute(_NOTE, row)


async def note_each(
    db: AsyncSession,
    viewer: Viewer,
    act: str,
    item_kind: str,
    details: Mapping[int, str],
    now: datetime,
) -> None:
    """Keep that this person did this to each of these records, with a detail for each."""
    if details:
        rows = [
            _row(viewer, act, item_kind, item_id, now) | {"detail": detail}
            for item_id, detail in details.items()
        ]
        await (await db.connection()).execute(_NOTE, rows)


async def forget_before(db: AsyncSession, moment: datetime) -> int:
    """Delete the entries older than `moment`, and tell how many; 0 when there are none.

    The database itself refuses to delete entries of the last year (decision 20), with an error.
    """
    past = sa.delete(_entry).where(_entry.c.at < moment)
    return (await (await db.connection()).execute(past)).rowcount


def _looks(db: AsyncSession) -> dict[Look, None]:
    looks: dict[Look, None] = db.info.setdefault(LOOKS, {})
    return looks


def _row(
    viewer: Viewer, act: str, item_kind: str, item_id: int | None, now: datetime
) -> dict[str, Any]:
    return {
        "at": now,
        "person_id": viewer.actor_id if viewer.on_behalf else viewer.person_id,
        "on_behalf_of_id": viewer.person_id if viewer.on_behalf else None,
        "account_id": viewer.account_id,
        "channel": viewer.channel,
        "act": act,
        "item_kind": item_kind,
        "item_id": item_id,
        "detail": "",
        "sought": "",
    }
