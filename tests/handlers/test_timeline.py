"""“Xem dòng thời gian”: a picture, and the same in words; as much of it as the tier holds."""

import datetime as dt
from io import BytesIO

import pytest
import sqlalchemy as sa
from aiogram.methods import SendMessage, SendPhoto, TelegramMethod
from PIL import Image
from sqlmodel import col, select

from bot import push
from bot.channels.console import CAN
from handlers.dossiers import drawing
from handlers.dossiers.story import Mark, Point, Story, Tone
from handlers.limits import Limits
from handlers.replies import Answer
from handlers.texts import Words, speak
from storage.engine import Store
from storage.models import Dossier, DossierEvent, DossierState, Level, Noun
from tests import cast
from tests.chat import ChatAs
from tests.hands import Hands

FRIDAY = dt.date(2026, 11, 27)
TIMELINE = "Xem dòng thời gian"
CODE = "H37.12-261116-0001"
S = DossierState


async def put(store: Store, state: DossierState, *steps: tuple[int, int, DossierState]) -> None:
    """The citizen's dossier, which came into its states on these days of November and hours."""
    async with store.sessions() as db, db.begin():
        waits = state in (S.SUPPLEMENT, S.PAYMENT)
        since = cast.at(dt.date(2026, 11, steps[-1][0]), steps[-1][1]) if steps else None
        await cast.add_dossier(
            db,
            1,
            state=state,
            due=FRIDAY,
            applicant_id=cast.CITIZEN,
            holder_id=cast.OFFICER,
            waiting_since=since if waits else None,
        )
        one = (await db.exec(select(Dossier).where(col(Dossier.code) == CODE))).one()
        for day, hour, reached in steps:
            desk = reached in (S.SUBMITTED, S.RECEIVED, S.FINISHED, S.RETURNED)
            db.add(
                DossierEvent(
                    dossier_id=one.id or 0,
                    at=cast.at(dt.date(2026, 11, day), hour),
                    state=reached,
                    unit_id=cast.ONE_STOP if desk else cast.CULTURE,
                    person_id=cast.OFFICER,
                    note="ghi chú nội bộ",
                )
            )


@pytest.fixture
async def office(sqlite_store: Store, hands: Hands) -> Store:
    hands.now = cast.NOW
    async with sqlite_store.sessions() as db, db.begin():
        await cast.settle(db)
    return sqlite_store


BEGUN = ((16, 8, S.SUBMITTED), (16, 9, S.RECEIVED), (16, 15, S.PROCESSING))


async def test_the_owner_sees_every_change_with_its_time_and_unit(
    office: Store, chat_as: ChatAs
) -> None:
    await put(office, S.SUPPLEMENT, *BEGUN, (20, 10, S.SUPPLEMENT))
    chat = await chat_as(cast.person(cast.CITIZEN))
    await chat.say(CODE)
    told = await chat.press(TIMELINE)
    assert (
        told
        == """\
Hồ sơ H37.12-261116-0001: dòng thời gian
Hưởng trợ cấp xã hội hằng tháng
Thời gian chờ không tính vào thời hạn giải quyết. \
Hạn trả ghi lúc tạm dừng là thứ Sáu 27/11/2026 và sẽ lùi theo số ngày chờ.
1. Đã gửi hồ sơ · 08:00 thứ Hai 16/11/2026 · Trung tâm Phục vụ hành chính công
2. Đã tiếp nhận · 09:00 thứ Hai 16/11/2026 · Trung tâm Phục vụ hành chính công
3. Chuyển giải quyết · 15:00 thứ Hai 16/11/2026 · Phòng Khoa giáo – Văn xã
4. Chờ Anh/Chị bổ sung giấy tờ · 10:00 thứ Sáu 20/11/2026 · Phòng Khoa giáo – Văn xã \
(hiện nay, tạm dừng tính thời hạn)
5. Tiếp theo: Giải quyết
6. Tiếp theo: Trả kết quả
Tính đến 08:30 thứ Tư 25/11/2026."""
    )
    assert chat.conversation.last[0].pictures == [f"{CODE}.png"]


async def test_with_the_code_alone_it_says_no_more_than_the_card(
    office: Store, chat_as: ChatAs
) -> None:
    await put(office, S.SUPPLEMENT, *BEGUN, (20, 10, S.SUPPLEMENT))
    chat = await chat_as()
    card = await chat.say(CODE)
    told = await chat.press(TIMELINE)
    assert (
        told
        == """\
Hồ sơ H37.12-261116-0001: dòng thời gian
Thời gian chờ không tính vào thời hạn giải quyết. \
Hạn trả ghi lúc tạm dừng là thứ Sáu 27/11/2026 và sẽ lùi theo số ngày chờ.
1. Đã tiếp nhận · thứ Hai 16/11/2026 · Trung tâm Phục vụ hành chính công
2. Chờ Anh/Chị bổ sung giấy tờ · Tạm dừng từ 10:00 thứ Sáu 20/11/2026. \
(hiện nay, tạm dừng tính thời hạn)
3. Tiếp theo: Giải quyết
4. Tiếp theo: Trả kết quả
Tính đến 08:30 thứ Tư 25/11/2026."""
    )
    for secret in ("Hưởng trợ cấp", "Khoa giáo", "Hoàng Minh Đức", "15:00", "nội bộ"):
        assert secret not in card + told


async def test_it_works_a_day_later_and_tells_what_is_true_then(
    office: Store, chat_as: ChatAs, hands: Hands
) -> None:
    await put(office, S.PROCESSING, *BEGUN)
    chat = await chat_as(cast.person(cast.CITIZEN))
    await chat.say(CODE)
    card = chat.conversation.last
    assert "3. Đang giải quyết" in await chat.press(TIMELINE)
    hands.now = cast.NOW + dt.timedelta(days=1)
    async with office.sessions() as db, db.begin():
        number = (await db.exec(select(Dossier.id).where(col(Dossier.code) == CODE))).one()
        await db.exec(sa.update(Dossier).values(state=S.FINISHED))
        finished = cast.at(dt.date(2026, 11, 26), 8)
        db.add(DossierEvent(dossier_id=number or 0, at=finished, state=S.FINISHED))
    chat.conversation.last = card
    told = await chat.press(TIMELINE)
    assert "\n4. Đã có kết quả · 08:00 thứ Năm 26/11/2026\n5. Tiếp theo: Trả kết quả\n" in told


async def test_whose_it_is_no_more_sees_no_more_than_anybody(
    office: Store, chat_as: ChatAs
) -> None:
    await put(office, S.PROCESSING, *BEGUN)
    chat = await chat_as(cast.person(cast.CITIZEN))
    await chat.say(CODE)
    async with office.sessions() as db, db.begin():
        await db.exec(sa.update(Dossier).values(applicant_id=cast.NEIGHBOUR, public=False))
    assert (await chat.press(TIMELINE)).startswith("Trợ lý chưa mở được hồ sơ nào")
    assert not chat.conversation.last[0].pictures


async def test_the_office_sees_it_and_it_is_told_in_english(office: Store, chat_as: ChatAs) -> None:
    await put(office, S.FINISHED, *BEGUN, (24, 16, S.FINISHED))
    officer = await chat_as(cast.person(cast.OFFICER))
    await officer.say(CODE)
    assert "4. Đã có kết quả · 16:00 thứ Ba 24/11/2026" in await officer.press(TIMELINE)
    english = await chat_as(cast.person(cast.CITIZEN), language="en")
    await english.say(f"where is my dossier {CODE}")
    told = await english.press("See the timeline")
    assert told.startswith("Dossier H37.12-261116-0001: timeline\n")
    assert "3. Passed on to be processed · 15:00 Monday 16/11/2026" in told


async def test_of_a_long_way_the_newest_steps_are_shown_and_how_many_are_not(
    office: Store, chat_as: ChatAs
) -> None:
    again = [(17, 8 + n // 2, (S.SUPPLEMENT, S.PROCESSING)[n % 2]) for n in range(10)]
    await put(office, S.PROCESSING, *BEGUN, *again)
    chat = await chat_as(cast.person(cast.CITIZEN))
    await chat.say(CODE)
    told = await chat.press(TIMELINE)
    assert "(5 bước trước đó không hiện ở đây)" in told
    assert "9. Tiếp theo: Trả kết quả" in told
    caption = SendPhoto(chat_id=1, photo="x", caption="a" * 2000)
    fitted: list[TelegramMethod[object]] = list(push.fitting((caption,), CAN))
    assert len(fitted) == 2  # words that do not fit under a picture follow it


def a_story(words: str) -> Story:
    said = Words(words)
    points = tuple(Point(mark=mark, what=said, when=said, unit=said) for mark in Mark)
    return Story(
        title=said,
        procedure=said,
        due=said,
        tone=Tone.LATE,
        earlier=said,
        points=points,
        as_of=said,
    )


@pytest.mark.parametrize(
    "words", ["Ngắn", "Thửa đất số " * 20, "x" * 300, "a &lt;b&gt; &amp; c", ""]
)
def test_whatever_the_words_nothing_runs_over_the_edge(words: str) -> None:
    with Image.open(BytesIO(drawing.png(a_story(words)))) as picture:
        assert picture.width == drawing.WIDTH
        edge = picture.convert("L").crop((drawing.WIDTH - 20, 0, drawing.WIDTH, picture.height))
        assert edge.getextrema() == (255, 255)


def test_every_letter_of_vietnamese_is_drawn_and_not_a_box() -> None:
    def drawn(letter: str) -> bytes:
        with Image.open(BytesIO(drawing.png(a_story(letter)))) as picture:
            return picture.tobytes()

    unknown = drawn("\ufffe")
    for letter in "ăâđêôơưắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựỹỷỵĐƯỚ–·“”…":
        assert drawn(letter) != unknown, letter


def test_where_little_may_be_said_there_is_no_picture() -> None:
    limits = Limits(
        levels={Noun.DOSSIERS: Level.BRIEF},
        say=speak("vi", cast.ZONE),
        today=cast.TODAY,
        title=None,
        page_url="https://troly.example.gov.vn",
    )
    reply = Answer(1, limits).picture("a.png", b"", "Hưởng trợ cấp xã hội", brief=[])
    assert isinstance(reply, SendMessage)
    assert "trợ cấp" not in reply.text
