"""Every trace goes when its term is over, and none before; the office's own records stay."""

from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import SQLModel, col, select

from storage import retention
from storage.engine import Store
from storage.models import (
    Account,
    AuditEntry,
    ChatFile,
    ChatLine,
    DataRequest,
    Dossier,
    DossierGrant,
    DossierState,
    Handover,
    HandoverLine,
    HandoverState,
    InboundUpdate,
    ItemKind,
    LinkCode,
    Memory,
    Message,
    MessageKind,
    MessageState,
    Notice,
    RequestKind,
    Tally,
    Tried,
)
from storage.terms import Terms
from tests import office as make
from tests.hands import MONDAY

TERMS = Terms()
A_MINUTE = timedelta(minutes=1)
RECORDS = {
    # What the office decides about by its own rules, or what is about nobody.
    "actsfor", "channelbudget", "channeltrouble", "classifiedcount", "columnname", "dayoverride",
    "documentchange", "dossier", "dossierapology", "dossierchange",
    "dossierevent", "dossierpause", "duemove", "duepause", "duty", "exposure", "extension",
    "incomingdocument", "ladderstep", "leave", "meeting", "meetingpaper", "officefact",
    "outgoingdocument", "participant", "person", "petition", "petitionevent", "procedure",
    "reception", "storemark", "unit", "zalogrant",
}  # fmt: skip


async def forget(store: Store) -> dict[str, int]:
    return await retention.forget(store, TERMS, now=MONDAY)


async def put(store: Store, *rows: SQLModel) -> None:
    """In their order, each after what it refers to."""
    async with store.sessions() as db, db.begin():
        for row in rows:
            db.add(row)
            await db.flush()


async def left(store: Store, table: type[SQLModel]) -> int:
    async with store.reading() as db:
        return (await db.exec(select(sa.func.count()).select_from(table))).one()


def traces(age: timedelta, number: int) -> list[SQLModel]:
    """What one conversation leaves behind, so long ago."""
    at = MONDAY - age
    chat: dict[str, Any] = {"channel": "web", "chat_id": 7}
    return [
        ChatFile(id=f"f{number}", chat_id=7, name="a.pdf", mime="", content=b"", at=at),
        Message(
            id=number, account_id=1, slot=str(number), kind=MessageKind.REPLY,
            state=MessageState.SENT, send_at=at, planned_for=at,
        ),
        Notice(
            item_kind=ItemKind.DOCUMENT, item_id=number, person_id=1, stage="late", due_version=1,
            planned_at=at, for_day=at.date(), message_id=number,
        ),
        ChatLine(**chat, message_id=number, ours=True, at=at, file_id=f"f{number}",
                 outbox_id=number),
        Memory(bot_id=102, chat_id=number, user_id=7, state="Form:waits", changed_at=at),
        LinkCode(seal=str(number), person_id=1, made_at=at, expires_at=at),
        Handover(id=number, account_id=1, state=HandoverState.ENDED, asked_at=at, call_at=at,
                 ended_at=at),
        HandoverLine(handover_id=number, at=at, by_officer=False, words="?"),
    ]  # fmt: skip


TRACES = (ChatFile, Message, Notice, ChatLine, Memory, LinkCode, Handover, HandoverLine)


async def account_of_somebody(store: Store) -> None:
    async with store.sessions() as db, db.begin():
        hoa = await make.person(db)
        await make.account(db, hoa, channel="web", chat_id=7)


async def test_a_conversation_goes_with_all_that_hangs_on_it(store: Store) -> None:
    await account_of_somebody(store)
    await put(store, *traces(TERMS.chats + timedelta(days=1), 1))
    await put(store, *traces(TERMS.chats - timedelta(days=1), 2))
    gone = await forget(store)
    assert gone == {table.__name__.lower(): 1 for table in TRACES}
    assert {table.__name__: await left(store, table) for table in TRACES} == {
        table.__name__: 1 for table in TRACES
    }
    assert await forget(store) == {}


async def test_outside_a_form_a_conversation_remembers_nothing_over_night(store: Store) -> None:
    for number, minutes in enumerate((61, 59)):
        at = MONDAY - timedelta(minutes=minutes)
        await put(
            store,
            Memory(bot_id=1, chat_id=number, user_id=7, data={"held": "x"}, changed_at=at),
        )
    assert await forget(store) == {"memory": 1}


async def test_what_is_still_to_be_said_is_not_forgotten(store: Store) -> None:
    await account_of_somebody(store)
    old = MONDAY - TERMS.chats * 2
    waiting: dict[str, Any] = {"slot": "1", "send_at": old, "planned_for": old}
    await put(
        store,
        Message(id=1, account_id=1, kind=MessageKind.REPLY, state=MessageState.PLANNED, **waiting),
        Handover(account_id=1, state=HandoverState.TAKEN, asked_at=old, call_at=old),
    )
    assert await forget(store) == {}


async def test_what_was_tried_goes_after_its_own_term(store: Store) -> None:
    for age in (TERMS.lookups + A_MINUTE, TERMS.lookups - A_MINUTE):
        at = MONDAY - age
        key = str(age)
        await put(store, Tally(kind="codes", key=key, since=at, count=1))
        await put(store, Tried(kind="codes", key=key, what="seal", at=at))
    assert await forget(store) == {"tally": 1, "tried": 1}


@pytest.mark.parametrize(
    ("dossier", "kept"),
    [
        ({"state": DossierState.PROCESSING}, 1),
        ({"state": DossierState.FINISHED, "finished_at": MONDAY - timedelta(days=29)}, 1),
        ({"state": DossierState.FINISHED, "finished_at": MONDAY - timedelta(days=31)}, 0),
        (
            {
                "state": DossierState.RETURNED,
                "finished_at": MONDAY - timedelta(days=80),
                "returned_at": MONDAY - timedelta(days=3),
            },
            1,
        ),
    ],
)
async def test_a_dossier_stays_open_to_its_owner_until_it_has_been_over_for_a_while(
    store: Store, dossier: dict[str, Any], kept: int
) -> None:
    async with store.sessions() as db, db.begin():
        account = await make.account(db)
        made = await make.dossier(db, **dossier)
        db.add(
            DossierGrant(
                account_id=account.id or 0,
                dossier_id=made.id or 0,
                since=MONDAY - timedelta(days=200),
            )
        )
    await forget(store)
    assert await left(store, DossierGrant) == kept
    assert await left(store, Dossier) == 1


async def test_an_update_is_known_again_for_two_days(store: Store) -> None:
    for number, hours in enumerate((49, 47)):
        at = MONDAY - timedelta(hours=hours)
        await put(
            store, InboundUpdate(channel="telegram", update_id=number, body=None, at=at, attempts=0)
        )
    assert await forget(store) == {"inboundupdate": 1}


async def test_a_request_that_was_answered_is_kept_as_long_as_the_audit(store: Store) -> None:
    await account_of_somebody(store)
    for done in (MONDAY - TERMS.audit - A_MINUTE, MONDAY - TERMS.audit + A_MINUTE, None):
        await put(
            store,
            DataRequest(
                account_id=1, kind=RequestKind.CORRECT, asked_at=MONDAY - TERMS.audit * 2,
                answer_by=date(2020, 1, 1), done_at=done,
            ),
        )  # fmt: skip
    assert await forget(store) == {"datarequest": 1}


async def test_of_an_account_that_nobody_uses_only_the_number_stays(store: Store) -> None:
    long_ago = MONDAY - timedelta(days=400)
    async with store.sessions() as db, db.begin():
        idle = await make.account(db, since=long_ago, language="en")
        idle_id, idle_chat = idle.id, idle.chat_id
        db.add(AuditEntry(at=long_ago, account_id=idle_id, act="dossier.see"))
        await make.account(db, await make.person(db), since=long_ago)
        await make.account(db, since=MONDAY - timedelta(hours=2))
        talks = await make.account(db, since=long_ago)
        db.add(ChatLine(channel="console", chat_id=talks.chat_id, ours=False, at=MONDAY))
        asks = await make.account(db, since=long_ago)
        db.add(
            DataRequest(
                account_id=asks.id or 0, kind=RequestKind.DELETE, asked_at=long_ago,
                answer_by=long_ago.date(),
            )
        )  # fmt: skip
    assert await forget(store) == {"account": 1}
    async with store.sessions() as db:
        found = (await db.exec(select(Account).where(Account.id == idle_id))).one()
    assert (found.external_id, found.chat_id) == (f"forgotten {idle_id}", -(idle_id or 0))
    assert (found.language, found.greeted, found.seen_at) == (None, False, None)
    async with store.sessions() as db, db.begin():
        await make.account(db, chat_id=idle_chat)  # whoever comes back is somebody new
        assert (await db.exec(select(AuditEntry.account_id))).one() == idle_id


async def test_more_than_one_batch_goes_in_one_night(store: Store) -> None:
    at = MONDAY - timedelta(days=100)
    await put(
        store, *(Tried(kind="codes", key="1", what=str(number), at=at) for number in range(7))
    )
    assert await retention.forget(store, TERMS, now=MONDAY, batch=3) == {"tried": 7}


async def test_every_table_has_a_term_or_is_a_record_of_the_office() -> None:
    ruled = {table.name for table, _ in retention._rules(TERMS, MONDAY)}
    assert ruled & RECORDS == set()
    assert ruled | RECORDS | {"account", "auditentry"} == {*SQLModel.metadata.tables}


async def test_the_audit_goes_last(store: Store) -> None:
    await put(
        store,
        AuditEntry(at=MONDAY - TERMS.audit - A_MINUTE, act="document.status"),
        AuditEntry(at=MONDAY - TERMS.audit + A_MINUTE, act="document.done"),
    )
    assert await forget(store) == {"auditentry": 1}
    async with store.reading() as db:
        assert (await db.exec(select(col(AuditEntry.act)))).all() == ["document.done"]
