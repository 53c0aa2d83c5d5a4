"""What is deleted when its term is over: one rule a table, in the order of the foreign keys.

Records of the office (dossiers, petitions, documents, meetings, people) are not among them: they
are archival records, which Luật Lưu trữ 33/2024/QH15 has kept and destroyed by its own rules.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlmodel import SQLModel

from storage import audit, dossiers
from storage.engine import Store
from storage.messages import UNFINISHED
from storage.models import HandoverState
from storage.terms import Terms
from storage.viewer import Viewer

Condition = sa.ColumnElement[bool]
BATCH = 500  # rows in one transaction: whoever writes meanwhile waits for no more
A_DAY = timedelta(days=1)
A_YEAR = timedelta(days=365)
A_LONG_IMPORT = timedelta(days=60)  # no step of a dossier is news for longer
AN_HOUR = timedelta(hours=1)  # longer than anybody may still go on from what nobody asked back
FORGOTTEN = "forgotten "

_table = SQLModel.metadata.tables
_account, _requests = _table["account"], _table["datarequest"]
_audit = _table["auditentry"]
_lines, _files, _memory = _table["chatline"], _table["chatfile"], _table["memory"]
_handovers, _said = _table["handover"], _table["handoverline"]
_notices, _messages = _table["notice"], _table["message"]
_codes, _inbound = _table["linkcode"], _table["inboundupdate"]
_tallies, _tried = _table["tally"], _table["tried"]
_unlearnt, _shown = _table["unlearnt"], _table["shownlist"]
_grants, _dossiers = _table["dossiergrant"], _table["dossier"]
_handed, _counts = _table["handedfile"], _table["channelcount"]
_follows, _news = _table["dossierfollow"], _table["dossiernews"]


async def forget(
    store: Store, terms: Terms, *, now: datetime, batch: int = BATCH
) -> dict[str, int]:
    """Delete what is past its term, in small transactions; gives how many rows of which table.

    Doing it again at once finds nothing. Stopped in the middle, the next run goes on. `now` is in
    the office's zone.
    """
    gone = {
        table.name: await _delete(store, table, past, batch) for table, past in _rules(terms, now)
    }
    async with store.sessions() as db, db.begin():
        gone[_audit.name] = await audit.forget_before(db, now - terms.audit)
    gone[_account.name] = await _forget_idle_accounts(store, now, batch)
    return {name: number for name, number in gone.items() if number}


def _rules(terms: Terms, now: datetime) -> Iterator[tuple[sa.Table, Condition]]:
    """Each table with the condition under which a row of it goes."""
    chats, lookups = now - terms.chats, now - terms.lookups
    yield _lines, _lines.c.at < chats
    yield _files, sa.and_(_files.c.at < chats, _unnamed(_lines.c.file_id, _files.c.id))
    yield (
        _memory,
        sa.or_(
            _memory.c.changed_at < chats,
            _memory.c.state.is_(None)
            & (_memory.c.changed_at < now - AN_HOUR)
            & _memory.c.data["lacks"].as_string().is_(None),
            _memory.c.state.is_(None) & (_memory.c.changed_at < now - A_DAY),
        ),
    )
    yield _shown, _shown.c.at < now - A_DAY
    yield _said, _said.c.at < chats
    yield (
        _handovers,
        sa.and_(
            _handovers.c.state == HandoverState.ENDED,
            sa.func.coalesce(_handovers.c.ended_at, _handovers.c.asked_at) < chats,
            _unnamed(_said.c.handover_id, _handovers.c.id),
        ),
    )
    waiting = sa.select(_messages.c.id).where(_messages.c.state.in_(UNFINISHED))
    yield (
        _notices,
        sa.and_(
            _notices.c.for_day < chats.date(),
            sa.or_(_notices.c.message_id.is_(None), _notices.c.message_id.not_in(waiting)),
        ),
    )
    yield (
        _news,
        sa.and_(
            _news.c.planned_at < chats,
            _news.c.planned_at < now - A_LONG_IMPORT,
            _news.c.message_id.not_in(waiting),
        ),
    )
    yield (
        _messages,
        sa.and_(
            _messages.c.planned_for < chats,
            _messages.c.state.not_in(UNFINISHED),
            _unnamed(_news.c.message_id, _messages.c.id),
            _unnamed(_lines.c.outbox_id, _messages.c.id),
            _unnamed(_notices.c.message_id, _messages.c.id),
        ),
    )
    yield _codes, _codes.c.expires_at < chats
    yield _tallies, _tallies.c.since < lookups
    yield _tried, _tried.c.at < lookups
    over = (
        sa.select(_dossiers.c.id)
        .where(
            dossiers.visible_to(Viewer.office()),
            sa.func.coalesce(_dossiers.c.returned_at, _dossiers.c.finished_at) < lookups,
        )
        .correlate(None)
    )
    yield _grants, _grants.c.dossier_id.in_(over)
    yield _follows, _follows.c.dossier_id.in_(over)
    yield _unlearnt, _unlearnt.c.day <= (now - terms.unlearnt).date()
    yield _inbound, _inbound.c.at < now - terms.inbound
    yield _handed, _handed.c.until < now
    yield _counts, _counts.c.month < (now - A_YEAR).date()
    yield _requests, _requests.c.done_at < now - terms.audit


def _unnamed(by: sa.Column[object], key: sa.Column[object]) -> Condition:
    return sa.not_(sa.exists().where(by == key))


async def _delete(store: Store, table: sa.Table, past: Condition, batch: int) -> int:
    key = sa.tuple_(*table.primary_key)
    some = sa.select(*table.primary_key).where(past).limit(batch).correlate(None)
    return await _in_batches(store, sa.delete(table).where(key.in_(some)), batch)


async def _forget_idle_accounts(store: Store, now: datetime, batch: int) -> int:
    """Nobody can be found by an account that nobody uses: only its number stays, for the audit.

    It is one without a person, with nothing said, opened, asked or waiting for it. The row itself
    stays, so that its number is never another's.
    """
    nothing_left = (
        sa.not_(
            sa.exists().where(
                _lines.c.channel == _account.c.channel, _lines.c.chat_id == _account.c.chat_id
            )
        ),
        _unnamed(_files.c.chat_id, _account.c.chat_id),
        _unnamed(_grants.c.account_id, _account.c.id),
        _unnamed(_follows.c.account_id, _account.c.id),
        _unnamed(_news.c.account_id, _account.c.id),
        _unnamed(_handovers.c.account_id, _account.c.id),
        _unnamed(_handovers.c.officer_account_id, _account.c.id),
        sa.not_(
            sa.exists().where(
                _messages.c.account_id == _account.c.id, _messages.c.state.in_(UNFINISHED)
            )
        ),
        sa.not_(
            sa.exists().where(
                _requests.c.account_id == _account.c.id,
                _requests.c.done_at.is_(None),
            )
        ),
    )
    some = (
        sa.select(_account.c.id)
        .where(
            _account.c.person_id.is_(None),
            sa.func.coalesce(_account.c.seen_at, _account.c.since) < now - A_DAY,
            sa.not_(_account.c.external_id.startswith(FORGOTTEN)),
            *nothing_left,
        )
        .limit(batch)
        .correlate(None)
    )
    return await _in_batches(
        store,
        sa.update(_account)
        .where(_account.c.id.in_(some))
        .values(
            external_id=sa.literal(FORGOTTEN) + sa.cast(_account.c.id, sa.String),
            chat_id=-_account.c.id,
            language=None,
            greeted=False,
            seen_at=None,
        ),
        batch,
    )


async def _in_batches(store: Store, statement: sa.Delete | sa.Update, batch: int) -> int:
    total = 0
    while True:
        async with store.sessions() as db, db.begin():
            done = (await (await db.connection()).execute(statement)).rowcount
        total += done
        if done < batch:
            return total
