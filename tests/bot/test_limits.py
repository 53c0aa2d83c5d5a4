"""How much is said where: a messenger gets numbers and dates, our own page everything.

The day is Monday 16/11/2026.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.channels import Channel
from bot.channels.console import Conversation, open_console
from bot.data.personas import PERSONAS
from bot.delivery import Delivery
from bot.office import Office
from bot.pipeline import Pipeline
from handlers.understanding.asked import Question
from scheduler.clock import VIETNAM, standing_clock
from storage import accounts, exposures, messages
from storage.engine import Store, opened
from storage.models import (
    IncomingDocument,
    Level,
    Meeting,
    MeetingPaper,
    MessageKind,
    Noun,
    Openness,
    OutgoingDocument,
    Person,
    Petition,
    Procedure,
    StoreKind,
    StoreMark,
)
from storage.viewer import Role
from tests import office as make
from tests.bot.at_work import AtWork
from tests.bot.test_statements import ASKED, HEAD, LEADER, OFFICER, examples
from tests.chat import Chat
from tests.hands import MONDAY, Hands
from tests.scheduler.sending import send_everything_due
from tests.stores import copy_of

PAGE = "https://troly.vidu.gov.vn"
BRIEF = "Trên kênh này trợ lý chỉ nêu số, ký hiệu và ngày. Nội dung có trên trang của Văn phòng."
NONE = "Nội dung này không nói trên kênh này. Mời xem trên trang của Văn phòng."
MESSENGER = "messenger"
MessengerAs = Callable[..., Awaitable[Chat]]


def open_messenger(hands: Hands) -> Channel:
    """A console as far away as Telegram."""
    console = open_console(hands, MESSENGER, "104:messenger")
    return replace(console, can=replace(console.can, leaves_the_office=True))


@pytest.fixture
def messenger(hands: Hands) -> Channel:
    return open_messenger(hands)


@pytest.fixture
def known() -> Office:
    return Office(version=-1, page_url=PAGE)


@pytest.fixture
def messenger_as(
    sqlite_store: Store, hands: Hands, known: Office, messenger: Channel
) -> MessengerAs:
    """Somebody on a messenger: what is said there leaves the office."""
    pipeline = Pipeline(store=sqlite_store, clock=hands, zone=VIETNAM, office=known)

    async def sit_down(person: Person | None = None) -> Chat:
        async with sqlite_store.sessions() as db, db.begin():
            theirs = await make.account(db, person, channel=MESSENGER)
        return Chat(messenger, theirs.chat_id, pipeline)

    return sit_down


@pytest_asyncio.fixture
async def hoa(sqlite_store: Store) -> Person:
    """An officer with two documents, a dossier, and a meeting of each kind today."""
    async with sqlite_store.sessions() as db, db.begin():
        db.add(StoreMark(kind=StoreKind.REAL, office="Văn phòng Ví Dụ", since=MONDAY))
        culture = await make.unit(db, "KGVX", name="Phòng Khoa giáo – Văn xã")
        hoa = await make.person(db, "Trần Thị Hoa", title="Chuyên viên", unit_id=culture.id)
        chief = await make.person(
            db, "Lê Văn Chánh", Role.LEADER, title="Chánh Văn phòng", phone="0912 000 009"
        )
        held = {"holder_id": hoa.id, "unit_id": culture.id}
        await make.document(
            db, "1234/BNV-CCHC", subject="Kỷ luật ông B", due_on=make.day("2026-11-16"), **held
        )
        await make.document(
            db, "77/SYT-NVY", subject="Tiêm chủng", due_on=make.day("2026-11-12"), **held
        )
        await make.meeting(
            db, "2026-11-16 14:00", hoa, subject="Nhân sự mật", openness=Openness.PARTICIPANTS
        )
        open_ = await make.meeting(
            db,
            "2026-11-16 15:00",
            hoa,
            subject="Phiên họp thường kỳ",
            place="Hội trường",
            openness=Openness.PUBLIC,
            chair_id=chief.id,
            note="Mang theo số liệu",
        )
        db.add(MeetingPaper(meeting_id=open_.id or 0, name="Dự thảo tờ trình", pages=12))
        return hoa


async def test_a_list_of_documents_is_numbers_and_dates_and_a_link_to_our_page(
    messenger_as: MessengerAs, hoa: Person
) -> None:
    chat = await messenger_as(hoa)
    assert await chat.say("văn bản quá hạn của tôi") == (
        f"Văn bản quá hạn\n1. 77/SYT-NVY: quá hạn từ thứ Năm 12/11/2026\n{BRIEF}"
    )
    asked = "v%C4%83n%20b%E1%BA%A3n%2077/SYT-NVY"
    assert [row for heard in chat.conversation.last for row in heard.buttons] == [
        [("Mở trang của Văn phòng", f"{PAGE}/#hoi={asked}")]
    ]


async def test_a_document_by_its_number_can_be_marked_done_without_its_subject(
    messenger_as: MessengerAs, hoa: Person
) -> None:
    chat = await messenger_as(hoa)
    assert await chat.say("văn bản 1234/BNV-CCHC tới đâu rồi") == (
        f"Tra một văn bản\n1234/BNV-CCHC: đến hạn hôm nay\n{BRIEF}"
    )
    assert chat.buttons == [
        "Đã nhận", "Đã xong", "Xin gia hạn", "Chuyển lại", "Nhắc lại sau", "Mở trang của Văn phòng",
    ]  # fmt: skip
    done = await chat.press("Đã xong")
    assert "Đã ghi nhận văn bản 1234/BNV-CCHC xử lý xong" in done
    assert "Kỷ luật" not in done


async def test_an_internal_meeting_is_an_hour_and_a_public_one_is_told_without_its_papers(
    messenger_as: MessengerAs, hoa: Person
) -> None:
    chat = await messenger_as(hoa)
    assert await chat.say("lịch họp của tôi hôm nay") == (
        "Lịch họp\n"
        "1. Họp 14:00, thứ Hai 16/11/2026\n"
        "2. 15:00 · Phiên họp thường kỳ\n"
        "Hội trường · Chủ trì: Chánh Văn phòng Lê Văn Chánh\n"
        f"{BRIEF}"
    )
    detail = await chat.say("phiên họp thường kỳ ở đâu, ai chủ trì")
    assert "Hội trường" in detail
    assert "Dự thảo" not in detail
    assert "số liệu" not in detail


async def test_the_brief_of_the_day_keeps_its_numbers_and_its_buttons_that_act(
    messenger_as: MessengerAs, hoa: Person
) -> None:
    chat = await messenger_as(hoa)
    assert await chat.say("hôm nay có gì") == (
        "Việc hôm nay\n"
        "1. Họp 14:00, thứ Hai 16/11/2026\n"
        "2. 15:00 · Phiên họp thường kỳ\n"
        "Hội trường · Chủ trì: Chánh Văn phòng Lê Văn Chánh\n"
        "3. 77/SYT-NVY: quá hạn từ thứ Năm 12/11/2026\n"
        "4. 1234/BNV-CCHC: đến hạn hôm nay\n"
        f"{BRIEF}"
    )
    assert chat.buttons == [
        "Việc 3: đã xong",
        "Việc 3: nhắc lại sau",
        "Việc 4: đã xong",
        "Việc 4: nhắc lại sau",
        "Mở trang của Văn phòng",
    ]


async def test_of_several_days_every_meeting_says_its_own(
    messenger_as: MessengerAs, hoa: Person
) -> None:
    chat = await messenger_as(hoa)
    week = await chat.say("lịch họp của tôi tuần này")
    assert week.startswith(
        "Lịch họp\n"
        "1. Họp 14:00, thứ Hai 16/11/2026\n"
        "2. 15:00 · Phiên họp thường kỳ\n"
        "Hội trường · Chủ trì: Chánh Văn phòng Lê Văn Chánh · thứ Hai 16/11/2026\n"
    )


async def test_of_colleagues_leaders_and_heads_are_told_without_their_telephone(
    messenger_as: MessengerAs, hoa: Person
) -> None:
    chat = await messenger_as(hoa)
    assert await chat.say("Lê Văn Chánh là ai") == (
        f"Tìm người phụ trách\nLê Văn Chánh, Chánh Văn phòng\n{BRIEF}"
    )
    assert await chat.say("Trần Thị Hoa là ai") == f"Tìm người phụ trách\n{NONE}"


async def test_what_is_refused_or_asked_back_is_said_as_it_is(
    messenger_as: MessengerAs, hoa: Person
) -> None:
    chat = await messenger_as(hoa)
    assert "999/BNV" in await chat.say("văn bản 999/BNV tới đâu rồi")
    assert "Trợ giúp 1/3" in await chat.say("trợ giúp")
    assert BRIEF not in await chat.say("mấy giờ văn phòng mở cửa")


async def test_a_citizen_hears_on_a_messenger_what_their_code_opens(
    messenger_as: MessengerAs, chat_as: Callable[..., Awaitable[Chat]], sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        dossier = await make.dossier(db)
    far, near = await messenger_as(), await chat_as()
    question = f"hồ sơ {dossier.code} đến đâu rồi"
    assert await far.say(question) == await near.say(question)


async def test_the_table_can_be_narrowed_and_widened_while_the_program_runs(
    messenger_as: MessengerAs, hoa: Person, sqlite_store: Store
) -> None:
    chat = await messenger_as(hoa)
    await chat.say("văn bản quá hạn của tôi")
    await put(sqlite_store, Noun.DOCUMENTS, Level.NONE)
    assert await chat.say("văn bản quá hạn của tôi") == f"Văn bản quá hạn\n{NONE}"
    assert chat.buttons == ["Mở trang của Văn phòng"]
    await put(sqlite_store, Noun.DOCUMENTS, Level.FULL)
    assert "Tiêm chủng" in await chat.say("văn bản quá hạn của tôi")


async def test_what_is_internal_stays_inside_whatever_the_table_says(
    messenger_as: MessengerAs, hoa: Person, sqlite_store: Store
) -> None:
    for noun in Noun:
        await put(sqlite_store, noun, Level.FULL)
    chat = await messenger_as(hoa)
    assert "Nhân sự mật" not in await chat.say("lịch họp của tôi hôm nay")
    assert "Dự thảo" not in await chat.say("phiên họp thường kỳ ở đâu, ai chủ trì")


async def test_of_a_noun_that_is_not_said_the_brief_of_the_day_says_nothing(
    messenger_as: MessengerAs, hoa: Person, sqlite_store: Store
) -> None:
    await put(sqlite_store, Noun.DOCUMENTS, Level.NONE)
    chat = await messenger_as(hoa)
    brief = await chat.say("hôm nay có gì")
    assert "14:00" in brief
    assert "1234/BNV-CCHC" not in brief
    assert chat.buttons == ["Mở trang của Văn phòng"]


async def test_a_page_that_telegram_would_not_link_to_is_only_named(
    messenger_as: MessengerAs, hoa: Person, known: Office
) -> None:
    known.page_url = "http://localhost:8080"
    chat = await messenger_as(hoa)
    assert BRIEF in await chat.say("văn bản quá hạn của tôi")
    assert chat.buttons == []


async def put(store: Store, noun: Noun, level: Level) -> None:
    async with store.sessions() as db, db.begin():
        await exposures.put(db, MESSENGER, noun, Role.OFFICER, level)


# Unasked


async def test_what_is_said_unasked_is_cut_for_the_channel_it_goes_to(
    sqlite_store: Store, hands: Hands, hoa: Person, channel: Channel, messenger: Channel
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        account = await make.account(
            db, hoa, channel=MESSENGER, seen_at=make.at("2026-11-13 16:00")
        )
    at_work = AtWork(sqlite_store, hands, channel, messenger)
    at_work.delivery.office.page_url = PAGE
    there = Conversation(messenger, account.chat_id, at_work_receives_nothing)
    await at_work.starts("2026-11-15 20:00")
    await at_work.at("2026-11-16 07:30")
    (brief,) = there.session.take(account.chat_id)
    assert brief.text.startswith("Việc hôm nay\n1. Họp 14:00, thứ Hai 16/11/2026\n")
    assert "1234/BNV-CCHC: đến hạn hôm nay" in brief.text
    assert "Kỷ luật" not in brief.text
    await at_work.at("2026-11-16 13:30")
    (internal,) = there.session.take(account.chat_id)
    assert internal.text == f"Lịch họp\nHọp 14:00, thứ Hai 16/11/2026\n{BRIEF}"
    (row,) = internal.buttons
    assert row[0][1].startswith(f"{PAGE}/#hoi=l%E1%BB%8Bch%20h%E1%BB%8Dp")
    await at_work.at("2026-11-16 14:30")
    (public,) = there.session.take(account.chat_id)
    assert "Phiên họp thường kỳ" in public.text
    assert "số liệu" not in public.text


async def at_work_receives_nothing(channel: Channel, update: object) -> None:
    raise AssertionError


# Every question


async def secrets_of(db: AsyncSession) -> set[str]:
    """Words of this office that may not leave it."""
    internal = col(Meeting.openness) != Openness.PUBLIC
    not_public = col(Person.role).not_in((Role.LEADER, Role.HEAD))
    found: set[str] = set()
    for statement in (
        select(IncomingDocument.subject),
        select(OutgoingDocument.subject),
        select(IncomingDocument.instruction),
        select(Meeting.subject).where(internal),
        select(Meeting.note),
        select(MeetingPaper.name),
        select(Petition.subject),
        select(Person.name).where(not_public),
        select(Person.phone),
        select(Procedure.name),
    ):
        found |= {words[:40] for words in await db.exec(statement) if words}
    public = "\n".join(await db.exec(select(Meeting.subject).where(~internal)))
    return {words for words in found if words not in public}


@pytest.mark.parametrize("persona", [OFFICER, HEAD, LEADER])
async def test_no_question_lets_anything_internal_out(
    mondays_demo: Path, tmp_path: Path, hands: Hands, persona: str
) -> None:
    async with opened(copy_of(mondays_demo, tmp_path)) as store:
        known = Office(page_url=PAGE)
        person_id = PERSONAS[persona].person_id
        async with store.sessions() as db, db.begin():
            await accounts.open_account(
                db, MESSENGER, persona, chat_id=person_id, now=MONDAY, person_id=person_id
            )
            await known.read(db)
            secret = await secrets_of(db)
        pipeline = Pipeline(store=store, clock=standing_clock(MONDAY), zone=VIETNAM, office=known)
        chat = Conversation(open_messenger(hands), person_id, pipeline.receive)
        facts = await examples(store)
        assert len(secret) > 100
        kept_short = 0
        for _, words, question in ASKED:
            heard = await chat.say(words.format(**facts))
            assert chat.turn
            assert chat.turn.asked
            assert heard
            said = "\n".join(
                [message.text for message in heard]
                + [label for message in heard for row in message.buttons for label, _ in row]
            )
            assert {one for one in secret if one in said} == set(), question
            assert NONE not in said or question is Question.PERSON_LOOKUP
            kept_short += BRIEF in said
        assert kept_short >= 12


async def test_what_a_citizen_says_to_an_officer_is_not_read_on_a_messenger(
    sqlite_store: Store,
    hands: Hands,
    known: Office,
    messenger: Channel,
    messenger_as: MessengerAs,
    hoa: Person,
) -> None:
    officer = await messenger_as(hoa)
    delivery = Delivery(
        sqlite_store, {messenger.name: messenger}, clock=hands, zone=VIETNAM, office=known
    )
    async with sqlite_store.sessions() as db, db.begin():
        (account,) = await accounts.accounts_of(db, hoa.id or 0)
        await messages.tell(
            db,
            kind=MessageKind.RELAY,
            account_id=account.id,
            words="Công dân: con tôi bị bệnh",
            buttons=[[{"text": "Trả lời", "data": "take:1"}]],
            now=hands(),
        )
    await send_everything_due(sqlite_store, delivery, hands.now)
    assert officer.pushed == (
        "Có công dân cần gặp cán bộ, hoặc có tin mới trong cuộc trao đổi: mời đồng chí trả lời "
        "trên trang của Văn phòng.\n"
        "Chưa đăng nhập ở đó, xin gõ tại đây “mã cho trang web của tôi”.\n"
        "Trên kênh này trợ lý chỉ nêu số, ký hiệu và ngày. Nội dung có trên trang của Văn phòng."
    )
    assert officer.buttons == ["Mở trang của Văn phòng"]
