"""What people bring to each channel: a file that is sent, and a telephone number of their own.

A clerk sends a register, a citizen a paper, and a citizen opens their dossier by their number. A
Zalo Bot brings no files: it says where they are sent instead, and the clerk goes there. Where there
is no form for a number its last four digits are typed. A terminal sends no files:
`python -m bot import` reads them.
"""

from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from sqlalchemy.engine import URL
from sqlmodel import select

from bot.channels.zalo_bot import NAME as ZALO_BOT
from bot.channels.zalo_oa import NAME as ZALO_OA
from handlers.dossiers.rules import DossierRules
from storage import exposures
from storage.engine import Store, opened
from storage.models import IncomingDocument, Level, Noun
from storage.models import Person as Row
from storage.viewer import Role
from tests import cast
from tests import office as make
from tests.bot.data.imports.sheets import INCOMING, RIGHT, workbook
from tests.bot.fake_telegram import fake_telegram, sent_in
from tests.bot.on_zalo import PAGE
from tests.bot.people_on import CHANNELS, AtTelegram, servers
from tests.bot.sitting import Person, Seen
from tests.bot.test_on_every_channel import normal
from tests.hands import Hands
from tests.stores import copy_of

SAY, CHOOSE, FILE, NUMBER = "say", "choose", "file", "number"
Step = tuple[str, str]
FILES = {
    "so.xlsx": workbook(INCOMING, RIGHT, ("813", *RIGHT[1:])),
    "sai.xlsx": workbook(INCOMING, ("814", "31/11/2026", *RIGHT[2:])),
    "bao-cao.docx": b"PK",
    "don.pdf": b"%PDF-1.4",
}
CLERK = (
    (FILE, "so.xlsx"),
    (CHOOSE, "Nhập"),
    (FILE, "so.xlsx"),
    (CHOOSE, "Thôi"),
    (FILE, "sai.xlsx"),
    (FILE, "bao-cao.docx"),
)
SEE_MORE, FORM = "Xem chi tiết (chủ hồ sơ)", "Chia sẻ số điện thoại"
CODE, OTHER = "H37.12-261116-0001", "H37.12-261116-0002"
CITIZEN = (
    (SAY, CODE),
    (CHOOSE, SEE_MORE),
    (NUMBER, "84900004321"),
    (NUMBER, "84900000678"),
    (SAY, CODE),
    (SAY, OTHER),
    (CHOOSE, SEE_MORE),
    (CHOOSE, "Thôi"),
    (SAY, "hồ sơ của tôi"),
    (FILE, "don.pdf"),
)
ASKED, OPENS = (1, 6), 3  # steps: digits are asked for; the right ones are given
INSTEAD_OF_A_SHEET = (
    "Ở ứng dụng này trợ lý không nhận được tin vừa gửi (tệp, video …). Câu hỏi thì mời đồng chí gõ "
    f"bằng chữ; tệp sổ để nhập, mời gửi trên trang của Văn phòng: {PAGE}"
)
INSTEAD_OF_A_PAPER = (
    "Ở ứng dụng này trợ lý không nhận được tin vừa gửi (tệp, video …). Mời Anh/Chị gõ câu hỏi, "
    "hoặc mã hồ sơ. Giấy tờ của hồ sơ thì nộp trên Cổng Dịch vụ công https://dichvucong.gov.vn/ "
    "hoặc tại nơi tiếp nhận. Nếu đã gõ chữ mà vẫn gặp câu này, mời Anh/Chị dùng trang của Văn "
    f"phòng: {PAGE}"
)
BY_THE_FORM = (
    " Anh/Chị cũng có thể bấm “Chia sẻ số điện thoại” để gửi số của chính mình trong ứng dụng này, "
    "thay cho gõ bốn số cuối."
)
THANKS = "Cảm ơn Anh/Chị, trợ lý đã nhận bốn số cuối. "


async def sits(person: Person, store: Store, who: Row | None) -> Person:
    """With an account of theirs, where a dossier's owner reads all of it."""
    person.pipeline.office.page_url = PAGE
    person.pipeline.dossier_rules = DossierRules(owner_on_our_page=False)
    async with store.sessions() as db, db.begin():
        await make.account(
            db,
            who,
            channel=person.channel.name,
            external_id=person.external_id,
            chat_id=person.chat_id,
            linked_at=cast.NOW,
            seen_at=cast.NOW,
        )
        await exposures.put(db, person.channel.name, Noun.DOSSIERS, Role.CITIZEN, Level.FULL)
    return person


async def does(person: Person, steps: Sequence[Step]) -> list[Seen]:
    told = []
    for what, words in steps:
        if what == SAY:
            seen = await person.say(words)
        elif what == CHOOSE:
            seen = await person.choose(words)
        elif what == NUMBER:
            seen = await person.give_number(words)
        else:
            seen = await person.send_file(words, FILES[words])
        told.append(normal(seen))
    await person.channel.bot.session.close()
    return told


@asynccontextmanager
async def office(template: Path, folder: Path) -> AsyncGenerator[tuple[Store, Hands]]:
    """With two dossiers of one owner."""
    hands = Hands()
    hands.now = cast.NOW
    async with opened(_copied(template, folder)) as store:
        async with store.sessions() as db, db.begin():
            await cast.settle(db)
            for number in (1, 2):
                await cast.add_dossier(db, number, phone="0678")
        yield store, hands


def _copied(template: Path, folder: Path) -> URL:
    folder.mkdir()
    return copy_of(template, folder)


async def registered(store: Store) -> list[int | None]:
    async with store.reading() as db:
        return [one.book_number for one in await db.exec(select(IncomingDocument))]


async def test_a_clerk_sends_a_register_where_files_are_brought_and_else_is_told_where(
    sqlite_template: Path, tmp_path: Path
) -> None:
    clerk = cast.person(cast.REGISTRY_CLERK)
    told = {}
    for channel in CHANNELS:
        if channel == "console":
            continue
        async with office(sqlite_template, tmp_path / channel) as (store, hands), servers() as sit:
            person = await sits(sit[channel](store, hands), store, clerk)
            if channel == ZALO_BOT:
                (instead,) = await does(person, CLERK[:1])
                assert instead.text == INSTEAD_OF_A_SHEET
                assert await registered(store) == []
                person = await sits(sit["web"](store, hands), store, clerk)
            told[channel] = await does(person, CLERK)
            assert await registered(store) == [812, 813]
    page = told["web"]
    assert (page[0].choices, page[4].file) == (("Nhập", "Thôi"), "sai – cần sửa.xlsx")
    assert "Đã nhập: 2 mới" in page[1].text
    assert [one for one in told.values() if one != page] == []


async def test_a_citizen_opens_a_dossier_by_their_own_number(
    sqlite_template: Path, tmp_path: Path
) -> None:
    told = {}
    for channel in CHANNELS:
        steps = CITIZEN if channel != "console" else CITIZEN[:-1]
        async with office(sqlite_template, tmp_path / channel) as (store, hands), servers() as sit:
            told[channel] = await does(await sits(sit[channel](store, hands), store, None), steps)
    page = told["web"]
    assert told["console"] == page[:-1]
    assert told[ZALO_BOT] == [*page[:-1], replace(page[-1], text=INSTEAD_OF_A_PAPER)]
    on_oa = [_with_the_form(one) if n in ASKED else one for n, one in enumerate(page)]
    assert told[ZALO_OA] == on_oa
    thanked = replace(on_oa[OPENS], text=THANKS + on_oa[OPENS].text)
    assert told["telegram"] == [*on_oa[:OPENS], thanked, *on_oa[OPENS + 1 :]]
    assert page[OPENS + 1].text in page[OPENS].text
    assert "không nhận giấy tờ qua tin nhắn" in page[-1].text


def _with_the_form(asked: Seen) -> Seen:
    return replace(asked, text=asked.text + BY_THE_FORM, choices=(FORM, *asked.choices))


async def test_the_key_for_a_number_stands_at_telegram_as_long_as_one_is_asked_for(
    sqlite_store: Store, hands: Hands
) -> None:
    hands.now = cast.NOW
    async with sqlite_store.sessions() as db, db.begin():
        await cast.settle(db)
        await cast.add_dossier(db, 1, phone="0678")
    async with fake_telegram() as fake:
        person = AtTelegram(sqlite_store, hands, fake)
        await sits(person, sqlite_store, None)
        for ends in ("0678", "thôi"):
            await person.say(CODE if ends == "0678" else OTHER)
            await person.choose(SEE_MORE)
            assert fake.keyboards[person.chat_id] == [[{"text": FORM, "request_contact": True}]]
            not_theirs = {"phone_number": "84900000678", "first_name": "?", "user_id": 8}
            (refused,) = await person.take(sent_in(50, contact=not_theirs))
            assert refused.text.startswith("Liên hệ này không phải của chính Anh/Chị")
            assert fake.keyboards
            await person.say(ends)
            assert fake.keyboards == {}
        await person.channel.bot.session.close()
