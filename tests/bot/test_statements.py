"""What an answer may cost the store: at most four statements, three more that keep who saw
what, what was asked and what the numbers of a list mean, and one commit before the reply.

What was said and shown is recorded afterwards, in a transaction of its own.
"""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from aiogram.client.session.middlewares.base import BaseRequestMiddleware
from aiogram.methods import EditMessageText, SendMessage
from sqlalchemy import event
from sqlmodel import col, select

from bot.channels.console import NAME, Conversation, open_console
from bot.data import demo
from bot.data.personas import PERSONAS
from bot.office import Office
from bot.pipeline import Pipeline
from handlers.texts import speak
from handlers.understanding.asked import Question
from scheduler.clock import VIETNAM, standing_clock
from storage import accounts, languages
from storage.engine import Store, opened, store_url
from storage.models import Dossier, DossierState, IncomingDocument, Petition, PetitionKind
from tests.hands import MONDAY
from tests.stores import copy_of

STATEMENT, COMMIT, REPLY = "statement", "commit", "reply"
MOST_STATEMENTS = 4
MOST_KEPT = 3
KEPT = "kept"

OFFICER, HEAD, LEADER, CITIZEN = "chuyen-vien", "truong-phong", "chanh-van-phong", "citizen"
ASKED = (
    (OFFICER, "lịch họp hôm nay", Question.MEETING_SCHEDULE),
    (OFFICER, "tuần này tôi có lịch họp gì", Question.MEETING_SCHEDULE),
    (OFFICER, "cuộc họp giao ban ở đâu, ai chủ trì", Question.MEETING_DETAIL),
    (OFFICER, "tôi có văn bản nào quá hạn không?", Question.DOCUMENT_OVERDUE),
    (LEADER, "văn bản quá hạn của cả văn phòng", Question.DOCUMENT_OVERDUE),
    (HEAD, "phòng mình có văn bản nào sắp đến hạn", Question.DOCUMENT_DUE_SOON),
    (LEADER, "văn bản {document} ai đang xử lý", Question.DOCUMENT_STATUS),
    (LEADER, "công văn về tiêm chủng", Question.DOCUMENT_STATUS),
    (OFFICER, "hồ sơ {dossier} đến đâu rồi", Question.DOSSIER_STATUS),
    (CITIZEN, "hồ sơ {dossier} đến đâu rồi", Question.DOSSIER_STATUS),
    (CITIZEN, "hồ sơ của tôi đến đâu rồi", Question.DOSSIER_STATUS),
    (LEADER, "hồ sơ quá hạn của cả văn phòng", Question.DOSSIER_OVERDUE),
    (HEAD, "hồ sơ quá hạn phòng mình", Question.DOSSIER_OVERDUE),
    (HEAD, "đơn {petition} giải quyết đến đâu rồi", Question.PETITION_STATUS),
    (CITIZEN, "đơn của tôi đã giải quyết chưa", Question.PETITION_STATUS),
    (LEADER, "báo cáo tháng 10", Question.REPORT_STATISTICS),
    (LEADER, "báo cáo tháng 10 so với tháng trước", Question.REPORT_STATISTICS),
    (LEADER, "tỷ lệ hồ sơ đúng hạn tháng 10 so với cùng kỳ", Question.REPORT_STATISTICS),
    (HEAD, "thống kê đơn thư quý III", Question.REPORT_STATISTICS),
    (OFFICER, "hôm nay có gì", Question.BRIEF_TODAY),
    (HEAD, "hôm nay có gì", Question.BRIEF_TODAY),
    (LEADER, "hôm nay có gì", Question.BRIEF_TODAY),
    (CITIZEN, "mấy giờ văn phòng mở cửa", Question.OFFICE_INFO),
    (OFFICER, "ai phụ trách giáo dục", Question.PERSON_LOOKUP),
    (LEADER, "ai chưa nhận được nhắc", Question.REMINDER_UNDELIVERED),
    (CITIZEN, "trợ giúp", Question.HELP),
    (CITIZEN, "xin chào", Question.GREETING),
    (OFFICER, "cảm ơn nhé", Question.THANKS_BYE),
    (OFFICER, "trả lời bằng tiếng Anh giúp tôi", Question.LANGUAGE_SWITCH),
    (OFFICER, "nhắn ở đâu tiện thì nhắn", Question.ACCOUNT_CHANNEL),
    (CITIZEN, "giá vàng bao nhiêu một chỉ", Question.OUT_OF_SCOPE),
)


@dataclass
class Journal:
    """What happened, in its order."""

    entries: list[str] = field(default_factory=list)

    def listen(self, store: Store) -> None:
        """Hear of every statement and commit of the engine that writes and of the other one."""
        for engine in (store.engine.sync_engine, store.reader.sync_engine):
            event.listen(engine, "before_cursor_execute", self._statement)
            event.listen(engine, "commit", lambda _: self.entries.append(COMMIT))

    def _statement(self, _c: Any, _cursor: Any, sql: str, *_: Any) -> None:
        if not sql.startswith("BEGIN"):
            kept = sql.startswith(
                ("INSERT INTO auditentry", "INSERT INTO memory", "INSERT INTO shownlist")
            )
            self.entries.append(KEPT if kept else STATEMENT)


class Replies(BaseRequestMiddleware):
    """Notes when words go out."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal

    async def __call__(self, make_request: Any, bot: Any, method: Any) -> Any:
        if isinstance(method, SendMessage | EditMessageText):
            self.journal.entries.append(REPLY)
        return await make_request(bot, method)


@pytest.fixture(scope="module")
def demo_file(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration office on a Monday."""
    folder = tmp_path_factory.mktemp("demo")
    url = copy_of(sqlite_template, folder)

    async def fill() -> None:
        async with opened(url) as store, store.sessions() as db, db.begin():
            await demo.fill_or_refresh(db, now=MONDAY)

    asyncio.run(fill())
    return folder / "office.db"


@pytest_asyncio.fixture
async def office(demo_file: Path) -> AsyncGenerator[Store]:
    async with opened(store_url(f"sqlite:///{demo_file}")) as store:
        yield store


async def examples(store: Store) -> dict[str, str]:
    """A dossier and a petition of this office, by their codes."""
    async with store.reading() as db:
        in_work = select(Dossier.code).where(col(Dossier.state) == DossierState.PROCESSING)
        complaint = select(Petition.code).where(col(Petition.kind) == PetitionKind.COMPLAINT)
        number = select(IncomingDocument.number_sign).order_by(col(IncomingDocument.id))
        return {
            "dossier": (await db.exec(in_work)).first() or "",
            "petition": (await db.exec(complaint)).first() or "",
            "document": (await db.exec(number)).first() or "",
        }


async def sit_down(store: Store, persona: str, journal: Journal) -> Conversation:
    """Somebody of the office at a console, who has heard already that this is a demonstration."""
    known = Office()
    async with store.sessions() as db, db.begin():
        person_id = PERSONAS[persona].person_id
        account = await accounts.open_account(
            db, NAME, persona, chat_id=person_id, now=MONDAY, person_id=person_id
        )
        await accounts.mark_greeted(db, account.id or 0)
        await languages.choose(db, account.id or 0, "vi")
        await known.read(db)
    clock = standing_clock(MONDAY)
    channel = open_console(clock)
    channel.bot.session.middleware(Replies(journal))
    pipeline = Pipeline(store=store, clock=clock, zone=VIETNAM, office=known)
    journal.listen(store)
    return Conversation(channel, person_id, pipeline.receive)


@pytest.mark.parametrize(("persona", "words", "question"), ASKED)
async def test_an_answer_takes_few_statements_and_one_commit_before_it_leaves(
    office: Store, persona: str, words: str, question: Question
) -> None:
    journal = Journal()
    asked = words.format(**await examples(office))
    chat = await sit_down(office, persona, journal)
    heard = await chat.say(asked)
    assert chat.turn
    assert chat.turn.asked
    assert chat.turn.asked.question is question
    say = speak("vi", VIETNAM)
    assert not {message.text for message in heard} & {
        say("error-unforeseen"),
        say("not-words", staff=True),
    }
    replied = journal.entries.index(REPLY)
    before, after = journal.entries[:replied], journal.entries[replied + 1 :]
    assert before.count(STATEMENT) <= MOST_STATEMENTS
    assert before.count(KEPT) <= MOST_KEPT
    assert [entry for entry in before if entry not in (STATEMENT, KEPT)] == [COMMIT]
    assert before[-1] == COMMIT
    assert after == [STATEMENT, COMMIT]


async def test_a_press_is_answered_in_as_few(office: Store) -> None:
    journal = Journal()
    chat = await sit_down(office, LEADER, journal)
    await chat.say("văn bản quá hạn của cả văn phòng")
    journal.entries.clear()
    assert await chat.press("Xem thêm")
    before = journal.entries[: journal.entries.index(REPLY)]
    assert before.count(STATEMENT) <= MOST_STATEMENTS + 1  # what the numbers before it mean
    assert before.count(COMMIT) == 1
