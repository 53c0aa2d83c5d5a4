"""“Thay mặt …”: a secretary asks and answers for a leader, and every reply says so."""

import pytest
from sqlmodel import col, select

from storage import behalf, staff
from storage.engine import Store
from storage.models import AuditEntry, PetitionKind
from tests import cast
from tests import office as make
from tests.chat import Chat, ChatAs
from tests.hands import Hands

SECRETARY = cast.COLLEAGUE
HEADING = "Thay mặt Chánh Văn phòng Nông Văn Thành:"
BEGAN = (
    f"{HEADING}\n\n"
    "Từ giờ trợ lý trả lời đồng chí theo quyền của người được thay mặt, "
    "và ghi lại là đồng chí hỏi. Gõ “thôi thay mặt” để dừng; sau 30 phút không dùng thì tự dừng."
)
REFUSED = "Việc thay mặt này chưa được đăng ký. Cần đăng ký, xin liên hệ quản trị."
LAPSED = "Đã hết thời gian thay mặt; câu trả lời này là cho chính đồng chí."


@pytest.fixture(autouse=True)
async def office(cast_office: Store) -> None:
    """Vi Thu Hà may act for Nông Văn Thành; a document is another unit's."""
    async with cast_office.sessions() as db, db.begin():
        await behalf.allow(db, SECRETARY, cast.LEADER)
        await make.document(db, "77/SYT-NV", holder_id=cast.PETITION_DESK, unit_id=cast.JUSTICE)


@pytest.fixture
async def chat(chat_as: ChatAs) -> Chat:
    return await chat_as(cast.person(SECRETARY))


async def test_it_begins_and_ends_and_every_reply_says_so(chat: Chat) -> None:
    before = await chat.say("văn bản 77/SYT-NV")
    assert "V/v triển khai" not in before
    assert await chat.say("thay mặt Chánh Văn phòng") == BEGAN
    acted = await chat.say("văn bản 77/SYT-NV")
    assert acted.startswith(f"{HEADING}\n\n")
    assert "V/v triển khai tiêm chủng" in acted
    assert (await chat.say("văn bản 999/XX-YY")).startswith(f"{HEADING}\n\n")  # refusals too
    assert await chat.say("thôi thay mặt") == (
        "Đã thôi thay mặt. Từ giờ trợ lý trả lời cho chính đồng chí."
    )
    assert await chat.say("văn bản 77/SYT-NV") == before


async def test_one_question_can_be_asked_in_the_same_breath(chat: Chat) -> None:
    reply = await chat.say("thay mặt anh Thành: văn bản 77/SYT-NV")
    assert reply.startswith(f"{HEADING}\n\n")
    assert "V/v triển khai tiêm chủng" in reply


async def test_who_may_not_is_told_no_more_than_that(chat: Chat, chat_as: ChatAs) -> None:
    assert await (await chat_as(cast.person(cast.OFFICER))).say("thay mặt Chánh Văn phòng") == (
        REFUSED
    )
    assert await chat.say("thay mặt chị Hoa") == REFUSED


async def test_of_several_it_is_asked_which(chat: Chat, sqlite_store: Store) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        await behalf.allow(db, SECRETARY, cast.HEAD)
    assert (
        await chat.say("thay mặt")
        == """\
Chưa rõ thay mặt ai. Đồng chí có thể thay mặt:
– Chánh Văn phòng Nông Văn Thành
– Trưởng phòng Lý Thị Hoa
Mời gõ lại kèm chức vụ hoặc họ tên, ví dụ “thay mặt Chánh Văn phòng”."""
    )


async def test_it_ends_by_itself_and_what_comes_next_says_so(chat: Chat, hands: Hands) -> None:
    await chat.say("thay mặt Chánh Văn phòng")
    hands.forward(minutes=29)
    assert (await chat.say("trợ giúp")).startswith(HEADING)
    hands.forward(minutes=30)
    assert (await chat.say("trợ giúp")).startswith(f"{LAPSED}\n\n")
    assert LAPSED not in await chat.say("trợ giúp")


async def test_a_right_that_is_taken_away_or_a_leader_who_leaves_ends_it_at_once(
    chat: Chat, sqlite_store: Store
) -> None:
    await chat.say("thay mặt Chánh Văn phòng")
    async with sqlite_store.sessions() as db, db.begin():
        assert await behalf.forbid(db, SECRETARY, cast.LEADER)
    assert (await chat.say("văn bản 77/SYT-NV")).startswith(LAPSED)
    async with sqlite_store.sessions() as db, db.begin():
        await behalf.allow(db, SECRETARY, cast.LEADER)
    await chat.say("thay mặt Chánh Văn phòng")
    async with sqlite_store.sessions() as db, db.begin():
        await staff.leave(db, cast.LEADER, now=cast.NOW)
    left = await chat.say("văn bản 77/SYT-NV")
    assert left.startswith(LAPSED)
    assert "V/v triển khai" not in left
    assert await chat.say("thay mặt") == REFUSED


async def test_accounts_invitations_and_denunciations_are_never_anothers(
    chat: Chat, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        code = await cast.add_petition(db, 5, kind=PetitionKind.DENUNCIATION, holder_id=cast.LEADER)
        await behalf.allow(db, SECRETARY, cast.ADMIN)
    await chat.say("thay mặt Chánh Văn phòng")
    hidden = await chat.say(f"đơn {code}")
    never = await chat.say("đơn ĐT-2026-0999")
    assert hidden.replace(code, "…") == never.replace("ĐT-2026-0999", "…")
    for words in ("ai đang dùng tài khoản của tôi?", "tôi mất điện thoại", "đăng xuất"):
        reply = await chat.say(words)
        assert reply.startswith(f"{HEADING}\n\nViệc về tài khoản thì không làm thay")
    await chat.say("thay mặt anh Khoa")
    assert "Việc này dành cho quản trị" in await chat.say("/moi Hoàng Minh Đức")


async def test_the_audit_names_both(chat: Chat, sqlite_store: Store) -> None:
    await chat.say("thay mặt anh Thành: văn bản 77/SYT-NV")
    await chat.say("thôi thay mặt")
    async with sqlite_store.reading() as db:
        noted = await db.exec(select(AuditEntry).order_by(col(AuditEntry.id)))
        found = [(one.act, one.person_id, one.on_behalf_of_id) for one in noted]
    assert found == [
        ("acting.began", SECRETARY, cast.LEADER),
        ("document.status", SECRETARY, cast.LEADER),
        ("acting.ended", SECRETARY, cast.LEADER),
    ]
