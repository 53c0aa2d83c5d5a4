"""The register on both databases: one sequence, who writes in it, what is known again."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
import pytest_asyncio
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import document_changes, registering
from storage.models import (
    DocumentAct,
    DocumentKind,
    DocumentState,
    IncomingDocument,
    Person,
    Urgency,
)
from storage.registering import Entry
from storage.viewer import Role, Viewer

NOW = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
TODAY = date(2026, 11, 25)
EVERYBODY = tuple(Role)


def entry(book_number: int = 1, **more: Any) -> Entry:
    usual = Entry(
        year=2026,
        book_number=book_number,
        arrived_at=NOW,
        issuer="Sở Tài chính",
        number_sign="45/BC-STC",
        dated=date(2026, 11, 23),
        kind=DocumentKind.REPORT,
        subject="Quyết toán ngân sách năm 2025",
        urgency=Urgency.URGENT,
    )
    return replace(usual, **more)


@pytest_asyncio.fixture
async def clerk(db: AsyncSession) -> Viewer:
    person = Person(name="Đàm Thị Lan", role=Role.CLERK)
    db.add(person)
    await db.flush()
    return Viewer(role=Role.CLERK, person_id=person.id)


async def numbers(db: AsyncSession) -> list[int]:
    found = select(IncomingDocument.book_number).order_by(col(IncomingDocument.book_number))
    return list(await db.exec(found))


async def test_an_entry_gets_what_was_said_and_the_usual_beside(
    db: AsyncSession, clerk: Viewer
) -> None:
    assert await registering.next_number(db, 2026) == 1
    change = await registering.register(db, clerk, entry(), now=NOW)
    assert change
    assert (change.act, change.after) == (
        DocumentAct.REGISTERED,
        {"state": DocumentState.REGISTERED},
    )
    made = (await db.exec(select(IncomingDocument))).one()
    assert (made.number_sign, made.number_key) == ("45/BC-STC", "45/bc-stc")
    assert (made.urgency, made.due_version, made.expects_reply) == (Urgency.URGENT, 1, False)
    assert (made.arrived_on, made.holder_id, made.due_on) == (TODAY, None, None)
    assert await registering.next_number(db, 2026) == 2
    assert await registering.next_number(db, 2027) == 1


async def test_a_number_is_given_once(db: AsyncSession, clerk: Viewer) -> None:
    assert await registering.register(db, clerk, entry(7), now=NOW)
    other = entry(7, number_sign="9/SYT-NVY")
    assert await registering.register(db, clerk, other, now=NOW) is None
    assert await numbers(db) == [7]
    taken = await registering.by_book_number(db, clerk, 7, 2026)
    assert taken
    assert taken.number_sign == "45/BC-STC"
    assert await registering.register(db, clerk, replace(other, year=2027), now=NOW)


async def test_undoing_it_withdraws_it_and_the_number_stays_used(
    db: AsyncSession, clerk: Viewer
) -> None:
    change = await registering.register(db, clerk, entry(), now=NOW)
    assert change
    assert await document_changes.undo(db, clerk, change.id, now=NOW)
    db.expire_all()
    assert (await db.exec(select(IncomingDocument.state))).one() is DocumentState.WITHDRAWN
    assert await registering.register(db, clerk, entry(), now=NOW) is None
    assert await registering.next_number(db, 2026) == 2


@pytest.mark.parametrize("role", EVERYBODY)
@pytest.mark.parametrize("actor_id", [None, 2])
async def test_only_a_clerk_as_themselves_writes(
    db: AsyncSession, clerk: Viewer, role: Role, actor_id: int | None
) -> None:
    made = await registering.register(db, clerk, entry(), now=NOW)
    assert made
    who = Viewer(role=role, person_id=clerk.person_id, actor_id=actor_id)
    may = role is Role.CLERK and actor_id is None
    of, reason = made.document_id, "vào nhầm"
    written = [
        await registering.register(db, who, entry(2), now=NOW),
        await registering.correct(db, who, of, {"subject": "X"}, reason=reason, now=NOW),
        await registering.close(db, who, of, reply_number="", now=NOW),
        await registering.withdraw(db, who, of, reason=reason, now=NOW),
    ]
    assert [one is not None for one in written] == [may] * 4
    assert await registering.register(db, Viewer(role=role), entry(3), now=NOW) is None


async def test_a_correction_folds_the_number_anew_and_can_be_undone(
    db: AsyncSession, clerk: Viewer
) -> None:
    made = await registering.register(db, clerk, entry(), now=NOW)
    assert made
    values = {"number_sign": "46/BC-STC", "dated": date(2026, 11, 20)}
    change = await registering.correct(
        db, clerk, made.document_id, values, reason="gõ nhầm", now=NOW
    )
    assert change
    assert change.reason == "gõ nhầm"
    db.expire_all()
    row = (await db.exec(select(IncomingDocument))).one()
    assert (row.number_sign, row.number_key, row.dated) == (
        "46/BC-STC",
        "46/bc-stc",
        date(2026, 11, 20),
    )
    assert await document_changes.undo(db, clerk, change.id, now=NOW)
    db.expire_all()
    row = (await db.exec(select(IncomingDocument))).one()
    assert (row.number_sign, row.number_key, row.dated) == (
        "45/BC-STC",
        "45/bc-stc",
        date(2026, 11, 23),
    )


async def test_what_is_withdrawn_is_neither_corrected_nor_withdrawn_again(
    db: AsyncSession, clerk: Viewer
) -> None:
    made = await registering.register(db, clerk, entry(), now=NOW)
    assert made
    of = made.document_id
    assert await registering.withdraw(db, clerk, of, reason="trùng", now=NOW)
    assert await registering.withdraw(db, clerk, of, reason="trùng", now=NOW) is None
    assert await registering.correct(db, clerk, of, {"subject": "X"}, reason="", now=NOW) is None
    assert await registering.close(db, clerk, of, reply_number="", now=NOW) is None


async def test_what_expects_an_answer_is_closed_only_with_one(
    db: AsyncSession, clerk: Viewer
) -> None:
    made = await registering.register(db, clerk, entry(), now=NOW)
    assert made
    row = (await db.exec(select(IncomingDocument))).one()
    row.expects_reply = True
    db.add(row)
    await db.flush()
    of = made.document_id
    assert await registering.expects_reply(db, clerk, of)
    assert await registering.close(db, clerk, of, reply_number="", now=NOW) is None
    assert await registering.close(db, clerk, of, reply_number="3100/UBND-NC", now=NOW)


@pytest.mark.parametrize(
    ("said", "is_known"),
    [
        ({}, True),
        ({"issuer": "so tai chinh", "number_sign": "45/bc-stc", "subject": "khác hẳn"}, True),
        ({"issuer": "Sở TC", "subject": "quyết toán ngân sách năm 2025"}, True),
        ({"issuer": "Sở TC", "subject": "khác hẳn"}, False),
        ({"number_sign": "46/BC-STC"}, False),
        ({"dated": date(2025, 11, 23), "subject": "khác hẳn"}, False),
    ],
)
async def test_the_same_document_is_known_again(
    db: AsyncSession, clerk: Viewer, said: dict[str, Any], is_known: bool
) -> None:
    made = await registering.register(db, clerk, entry(), now=NOW)
    assert made
    usual: dict[str, Any] = {
        "issuer": "Sở Tài chính",
        "number_sign": "45/BC-STC",
        "dated": date(2026, 11, 20),
        "subject": "Quyết toán ngân sách năm 2025",
    }
    found = await registering.same_as(db, clerk, **usual | said)
    assert (found is not None) is is_known
    await registering.withdraw(db, clerk, made.document_id, reason="", now=NOW)
    assert await registering.same_as(db, clerk, **usual | said) is None
