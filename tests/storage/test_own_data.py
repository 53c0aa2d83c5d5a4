"""One account's data, on both databases: all of it is seen, and what may go goes."""

from datetime import timedelta

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import data_requests, own_data
from storage.models import (
    Account,
    ChatFile,
    ChatLine,
    DossierGrant,
    Handover,
    HandoverLine,
    HandoverState,
    Memory,
    Message,
    MessageKind,
    MessageState,
    RequestKind,
    Tally,
    Tried,
)
from storage.seals import Seal
from tests import office as make
from tests.hands import MONDAY

SEAL = Seal("s" * 32)
YESTERDAY = MONDAY - timedelta(hours=25)


async def somebody(db: AsyncSession) -> int:
    """An account that has left every kind of trace."""
    account = await make.account(db, channel="web", language="en", seen_at=MONDAY)
    officer = await make.account(db, await make.person(db))
    dossier = await make.dossier(db)
    number, chat = account.id or 0, account.chat_id
    sealed = SEAL("dossier codes", "web", str(chat))
    for row in (
        ChatFile(id=f"f{number}", chat_id=chat, name="a.pdf", mime="", content=b"123", at=MONDAY),
        ChatLine(channel="web", chat_id=chat, ours=False, at=MONDAY, html="a &lt; b"),
        ChatLine(channel="web", chat_id=chat, ours=True, at=MONDAY, file_id=f"f{number}"),
        Memory(bot_id=102, chat_id=chat, user_id=chat, data={"a": "b"}, changed_at=MONDAY),
        DossierGrant(account_id=number, dossier_id=dossier.id or 0, since=MONDAY),
        Message(
            account_id=number, slot="1", kind=MessageKind.REPLY, words="w", send_at=MONDAY,
            planned_for=MONDAY,
        ),
        Handover(
            account_id=number, state=HandoverState.TAKEN, asked_at=MONDAY, call_at=MONDAY,
            officer_account_id=officer.id,
        ),
        Tally(kind="now", key=str(number), since=MONDAY, count=2),
        Tally(kind="dossier codes", key=sealed, since=MONDAY, count=4),
        Tally(kind="then", key=str(number), since=YESTERDAY, count=1),
        Tried(kind="then", key=str(number), what="s", at=YESTERDAY),
    ):  # fmt: skip
        db.add(row)
        await db.flush()
    talk = (await db.exec(select(Handover).where(Handover.account_id == number))).one()
    db.add(HandoverLine(handover_id=talk.id or 0, at=MONDAY, by_officer=True, words="vâng"))
    await db.flush()
    await ask(db, number, "x")
    return number


async def ask(db: AsyncSession, account_id: int, words: str) -> bool:
    _, is_new = await data_requests.ask(
        db, account_id, RequestKind.CORRECT, detail=words, answer_by=MONDAY.date(), now=MONDAY
    )
    return is_new


async def test_all_of_one_account_is_found_and_nothing_of_another(db: AsyncSession) -> None:
    await somebody(db)
    mine = await somebody(db)
    kept = await own_data.of_account(db, mine, seal=SEAL)
    assert (kept.account.channel, kept.account.language) == ("web", "en")
    assert [(line.ours, line.html) for line in kept.lines] == [(False, "a &lt; b"), (True, "")]
    assert [(file.name, file.size) for file in kept.files] == [("a.pdf", 3)]
    assert kept.form == ("b",)
    assert len(kept.grants) == len(kept.requests) == len(kept.waiting) == 1
    assert [talk.lines for talk in kept.handovers] == [((MONDAY, True, "vâng"),)]
    assert kept.tries == 7


async def test_what_may_go_goes_and_the_others_keep_theirs(db: AsyncSession) -> None:
    other = await somebody(db)
    mine = await somebody(db)
    (talk,) = await own_data.delete(db, mine, seal=SEAL, now=MONDAY)
    assert talk.officer_account_id
    assert db.info[own_data.FORGOTTEN]
    kept = await own_data.of_account(db, mine, seal=SEAL)
    assert (kept.lines, kept.files, kept.form, kept.grants, kept.waiting) == ((), (), (), (), ())
    assert [one.lines for one in kept.handovers] == [()]
    assert (kept.tries, len(kept.requests)) == (6, 1)
    theirs = await own_data.of_account(db, other, seal=SEAL)
    assert (len(theirs.lines), len(theirs.waiting), theirs.tries) == (2, 1, 7)
    db.expire_all()
    account = (await db.exec(select(Account).where(Account.id == mine))).one()
    assert (account.greeted, account.language, account.seen_at) == (False, None, None)
    states = (await db.exec(select(Message.state).where(Message.account_id == mine))).all()
    assert states == [MessageState.CANCELLED]


async def test_one_request_of_a_kind_is_open_at_a_time(db: AsyncSession) -> None:
    account = await make.account(db)
    number = account.id or 0
    assert await ask(db, number, "một")
    assert not await ask(db, number, "hai")
    (request,) = await data_requests.waiting(db)
    assert request.detail == "một\nhai"
    assert (await data_requests.how_many_wait(db)).first == MONDAY.date()
    assert await data_requests.finish(db, request.id, note="xong", now=MONDAY)
    assert await ask(db, number, "ba")
    assert [one.note for one in await data_requests.of_account(db, number)] == ["xong", ""]


@pytest.mark.parametrize("length", [data_requests.MOST_WORDS, data_requests.MOST_WORDS * 3])
async def test_a_request_does_not_grow_for_ever(db: AsyncSession, length: int) -> None:
    account = await make.account(db)
    await ask(db, account.id or 0, "a" * length)
    await ask(db, account.id or 0, "b" * length)
    (request,) = await data_requests.waiting(db)
    assert len(request.detail) == data_requests.MOST_WORDS


async def test_nobody_asks_nothing(db: AsyncSession) -> None:
    assert await data_requests.how_many_wait(db) == data_requests.Waiting()
    assert await data_requests.finish(db, 1, note="", now=MONDAY) is None
