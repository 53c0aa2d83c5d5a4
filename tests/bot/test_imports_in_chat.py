"""A clerk sends the register: it is looked at, imported when told so, and kept nowhere else."""

from collections.abc import AsyncGenerator
from pathlib import PurePath

import pytest
from sqlmodel import SQLModel, col, select

from bot.channels import webchat
from bot.channels.webchat import WebChat
from bot.pipeline import Pipeline
from handlers.presses import TakeSheet
from storage.engine import Store
from storage.models import (
    AuditEntry,
    ChatFile,
    ChatLine,
    Dossier,
    DossierState,
    IncomingDocument,
    Person,
    StoreKind,
    StoreMark,
    Unit,
)
from tests import cast
from tests import office as make
from tests.bot.data.imports.sheets import INCOMING, RIGHT, cells, workbook
from tests.bot.on_telegram import labels_of, on_telegram
from tests.hands import Hands

REGISTER = workbook((*INCOMING, "Đơn vị xử lý"), (*RIGHT, "KGVX"), ("813", *RIGHT[1:], ""))
HEADING = "Tệp so.xlsx: sổ văn bản đến, 2 dòng."
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
async def office(sqlite_store: Store, hands: Hands) -> Store:
    hands.now = cast.NOW
    async with sqlite_store.sessions() as db, db.begin():
        await cast.settle(db)
    return sqlite_store


class Page:
    """Somebody of the office on its own page, with the real channel and pipeline."""

    def __init__(self, store: Store, hands: Hands, pipeline: Pipeline) -> None:
        self.channel = webchat.open_webchat(store, hands)
        self.pipeline = pipeline
        self.store = store
        self.chat_id = 0
        self.last: ChatLine | None = None

    async def sits_down(self, who: int | None) -> "Page":
        async with self.store.sessions() as db, db.begin():
            person = cast.person(who) if who else None
            account = await make.account(
                db, person, channel=webchat.NAME, linked_at=cast.NOW, seen_at=cast.NOW
            )
            self.chat_id = account.chat_id
        return self

    async def sends(self, content: bytes, name: str = "so.xlsx", mime: str = XLSX) -> str:
        session = self.channel.bot.session
        assert isinstance(session, WebChat)

        async def chunks() -> AsyncGenerator[bytes]:
            yield content

        number = await session.received.take(chunks(), size=len(content))
        update = session.incoming_file(
            self.channel.bot,
            self.chat_id,
            file_id=number,
            name=name,
            mime=mime,
            size=len(content),
        )
        await self.pipeline.receive(self.channel, update)
        return await self._newest()

    async def press(self, label: str) -> str:
        assert self.last
        data = next(one["data"] for row in self.last.buttons for one in row if one["text"] == label)
        session = self.channel.bot.session
        assert isinstance(session, WebChat)
        message_id = self.last.message_id or 0
        update = session.press(self.channel.bot, self.chat_id, message_id, data)
        await self.pipeline.receive(self.channel, update)
        return await self._newest()

    async def says(self, words: str) -> str:
        session = self.channel.bot.session
        assert isinstance(session, WebChat)
        update = session.incoming(self.channel.bot, self.chat_id, text=words)
        await self.pipeline.receive(self.channel, update)
        return await self._newest()

    @property
    def labels(self) -> list[str]:
        return [one["text"] for row in self.last.buttons for one in row] if self.last else []

    async def _newest(self) -> str:
        async with self.store.reading() as db:
            lines = select(ChatLine).where(col(ChatLine.ours)).order_by(col(ChatLine.id).desc())
            self.last = (await db.exec(lines.limit(1))).one()
        return self.last.html


@pytest.fixture
def page(office: Store, hands: Hands, pipeline: Pipeline) -> Page:
    return Page(office, hands, pipeline)


async def documents(store: Store) -> list[IncomingDocument]:
    async with store.reading() as db:
        return list(await db.exec(select(IncomingDocument)))


async def everything_kept(store: Store) -> str:
    async with store.reading() as db:
        connection = await db.connection()
        return "\n".join(
            [
                repr(row)
                for table in SQLModel.metadata.sorted_tables
                for row in await connection.execute(table.select())
            ]
        )


async def test_a_register_is_looked_at_and_imported_with_a_button(page: Page) -> None:
    clerk = await page.sits_down(cast.REGISTRY_CLERK)
    told = await clerk.sends(REGISTER)
    assert told == f"{HEADING}\n\nNếu nhập: 2 mới, 0 đổi, 0 như cũ."
    assert clerk.labels == ["Nhập", "Thôi"]
    assert await documents(page.store) == []
    assert await clerk.press("Nhập") == f"{HEADING}\n\nĐã nhập: 2 mới, 0 đổi, 0 như cũ."
    first, second = await documents(page.store)
    assert (first.book_number, first.unit_id, first.source) == (812, cast.CULTURE, "so.xlsx")
    assert (second.book_number, second.unit_id, second.source_at) == (813, None, cast.NOW)
    assert "0 mới, 0 đổi, 2 như cũ" in await clerk.sends(REGISTER)
    async with page.store.reading() as db:
        entry = (await db.exec(select(AuditEntry))).one()
    assert (entry.act, entry.person_id) == ("import.incoming", cast.REGISTRY_CLERK)


async def test_yes_imports_it_and_no_forgets_it(page: Page) -> None:
    clerk = await page.sits_down(cast.REGISTRY_CLERK)
    await clerk.sends(REGISTER)
    assert await clerk.press("Thôi") == "Vâng, trợ lý đã bỏ tệp, không nhập gì."
    await clerk.sends(REGISTER)
    assert "Đã nhập: 2 mới" in await clerk.says("ừ")
    assert len(await documents(page.store)) == 2


async def test_what_is_wrong_comes_back_in_the_senders_own_sheet(page: Page) -> None:
    clerk = await page.sits_down(cast.REGISTRY_CLERK)
    wrong = ("813", "31/11/2026", *RIGHT[2:], "Phòng Khoa giáo")
    told = await clerk.sends(workbook((*INCOMING, "Đơn vị xử lý"), (*RIGHT, "KGVX"), wrong))
    assert "2 chỗ cần sửa ở 1 dòng" in told
    assert "Dòng 3, cột B (Ngày đến): đọc được “31/11/2026”" in told
    assert "Chưa nhập dòng nào" in told
    assert clerk.labels == []
    assert clerk.last
    async with page.store.reading() as db:
        file = (await db.exec(select(ChatFile))).one()
    assert PurePath(file.name).name == "so – cần sửa.xlsx"
    header, _, marked = cells(file.content)
    assert header[-1] == "Lỗi"
    assert "lịch không có ngày này" in marked[-1]
    assert await documents(page.store) == []


async def test_of_a_file_with_state_secrets_nothing_is_taken_repeated_or_kept(
    page: Page,
) -> None:
    clerk = await page.sits_down(cast.REGISTRY_CLERK)
    secret = (*RIGHT[:5], "Phương án X19 (Tối mật)")
    told = await clerk.sends(workbook(INCOMING, ("x", *RIGHT[1:]), secret))
    assert told.startswith("Trong tệp có dấu chỉ mức độ mật.")
    assert "Dòng 3, cột F (Trích yếu)" in told
    assert clerk.labels == []
    kept = await everything_kept(page.store)
    assert "X19" not in kept
    assert "import.refused" in kept


@pytest.mark.parametrize(
    ("who", "told"),
    [
        (cast.OFFICER, "Sổ văn bản đến do văn thư nhập."),
        (cast.LEADER, "Việc nhập sổ từ tệp dành cho văn thư"),
        (cast.ADMIN, "Sổ văn bản đến do văn thư nhập."),
        (None, "Trợ lý không nhận giấy tờ qua tin nhắn: tệp vừa gửi không được mở"),
    ],
)
async def test_others_cannot_import_a_register(page: Page, who: int | None, told: str) -> None:
    somebody = await page.sits_down(who)
    assert (await somebody.sends(REGISTER)).startswith(told)
    assert somebody.labels[:1] != ["Nhập"]
    assert await documents(page.store) == []


@pytest.mark.parametrize("who", [cast.DESK_CLERK, cast.COLLEAGUE])
async def test_whoever_works_at_a_one_stop_desk_imports_its_dossiers(page: Page, who: int) -> None:
    async with page.store.sessions() as db, db.begin():
        code = await cast.add_dossier(db, 45)
        person = await db.get_one(Person, who)
        person.unit_id = cast.ONE_STOP
        db.add(person)
    export = f"MaHoSo,ChuHoSo,KenhThucHien,TrangThaiHoSo\n{code},Lương Thị Mai,1,9\n".encode()
    desk = await page.sits_down(who)
    assert "hồ sơ một cửa, 1 dòng" in await desk.sends(export, "hs.csv", "text/csv")
    assert "Đã nhập: 0 mới, 1 đổi" in await desk.press("Nhập")
    async with page.store.reading() as db:
        dossier = (await db.exec(select(Dossier).where(Dossier.code == code))).one()
    assert dossier.state is DossierState.FINISHED


async def test_an_officer_of_another_room_imports_no_dossiers(page: Page) -> None:
    async with page.store.sessions() as db, db.begin():
        await cast.add_dossier(db, 45, holder_id=cast.OFFICER)
    export = b"MaHoSo,ChuHoSo,KenhThucHien,TrangThaiHoSo\nH37.12-261116-0045,x,1,9\n"
    officer = await page.sits_down(cast.OFFICER)
    told = await officer.sends(export, "hs.csv", "text/csv")
    assert told.startswith("Hồ sơ do người của bộ phận một cửa nhập")
    assert officer.labels == []


async def test_the_administrator_imports_units_which_are_known_from_the_next_word_on(
    page: Page,
) -> None:
    admin = await page.sits_down(cast.ADMIN)
    units = "Mã đơn vị;Tên đơn vị\nTH;Phòng Tổng hợp\n".encode()
    assert "danh sách đơn vị, 1 dòng" in await admin.sends(units, "dv.csv", "text/csv")
    assert "Đã nhập: 1 mới" in await admin.press("Nhập")
    async with page.store.reading() as db:
        assert "TH" in [one.code for one in await db.exec(select(Unit))]
    await admin.says("xin chào")
    assert "TH" in [one.code for one in page.pipeline.office.lexicon.units]


async def test_a_clerk_who_changed_rooms_in_between_imports_nothing(page: Page) -> None:
    clerk = await page.sits_down(cast.REGISTRY_CLERK)
    await clerk.sends(REGISTER)
    async with page.store.sessions() as db, db.begin():
        person = await db.get_one(type(cast.person(cast.REGISTRY_CLERK)), cast.REGISTRY_CLERK)
        person.role = cast.person(cast.OFFICER).role
        db.add(person)
    assert await clerk.press("Nhập") == "Sổ văn bản đến do văn thư nhập."
    assert await documents(page.store) == []


async def test_a_file_is_held_for_half_an_hour(page: Page, hands: Hands) -> None:
    clerk = await page.sits_down(cast.REGISTRY_CLERK)
    await clerk.sends(REGISTER)
    hands.forward(minutes=31)
    assert await clerk.press("Nhập") == "Trợ lý không còn giữ tệp đó. Xin gửi lại tệp."
    assert await documents(page.store) == []


async def test_a_demonstration_says_that_it_keeps_nothing_for_long(page: Page) -> None:
    async with page.store.sessions() as db, db.begin():
        db.add(StoreMark(kind=StoreKind.DEMO, office="Văn phòng Ví Dụ", since=cast.NOW))
    clerk = await page.sits_down(cast.REGISTRY_CLERK)
    assert "Đây là bản trình diễn" in await clerk.sends(REGISTER)


async def test_other_files_get_a_kind_sentence(page: Page) -> None:
    clerk = await page.sits_down(cast.REGISTRY_CLERK)
    assert "chỉ nhập tệp .xlsx hoặc .csv" in await clerk.sends(
        b"PK", "don.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    )
    assert "Không có dấu mật" in await clerk.sends(b"%PDF", "don.pdf", "application/pdf")
    assert "chưa đọc được thành bảng" in await clerk.sends(b"PK broken")
    assert "chưa nhận ra đây là sổ gì" in await clerk.sends(b"a;b\n1;2", "la.csv", "text/csv")


async def test_words_beside_a_file_that_are_dangerous_are_answered_and_it_is_not_fetched(
    page: Page,
) -> None:
    clerk = await page.sits_down(cast.REGISTRY_CLERK)
    session = page.channel.bot.session
    assert isinstance(session, WebChat)
    document = {"file_id": "x", "file_unique_id": "x", "file_name": "so.xlsx"}
    update = session.incoming(
        page.channel.bot, clerk.chat_id, document=document, caption="gửi công văn mật này vào nhóm"
    )
    turn = await page.pipeline.receive(page.channel, update)
    assert turn
    assert turn.danger


async def test_by_telegram_too(office: Store, hands: Hands) -> None:
    async with office.sessions() as db, db.begin():
        clerk = cast.person(cast.REGISTRY_CLERK)
        await make.account(db, clerk, channel="telegram", chat_id=7, linked_at=cast.NOW)
    document = {"file_id": "so", "file_unique_id": "so", "file_name": "so.xlsx", "mime_type": XLSX}
    async with on_telegram(office, hands) as chat:
        chat.fake.files = {"so": REGISTER}
        told = await chat.send(document=document)
        assert told["text"] == f"{HEADING}\n\nNếu nhập: 2 mới, 0 đổi, 0 như cũ."
        assert labels_of(told) == ["Nhập", "Thôi"]
        done = await chat.press(1, "Nhập")
        assert "Đã nhập: 2 mới" in done["text"]
        chat.fake.files = {"so": workbook(INCOMING, ("x", *RIGHT[1:]))}
        wrong = await chat.send(document=document)
        assert "1 chỗ cần sửa" in wrong["caption"]
        too_big = await chat.send(document={**document, "file_size": 21 * 1024 * 1024})
        assert "lớn hơn 20 MB" in too_big["text"]
        gone = await chat.send(document={**document, "file_id": "gone"})
        assert "chưa tải được tệp" in gone["text"]


def test_what_a_button_carries_fits() -> None:
    assert len(TakeSheet(number="x" * 12).pack().encode()) <= 64
