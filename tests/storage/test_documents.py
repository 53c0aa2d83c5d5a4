"""Who may see which document, how a number finds it, what is due, and who may say it is done."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import documents, due_documents
from storage.document_records import IncomingRecord, OutgoingRecord
from storage.documents import SoughtNumber, number_key
from storage.due_documents import DueDates, UnitCount, Whose
from storage.models import (
    Direction,
    DocumentKind,
    DocumentState,
    IncomingDocument,
    OutgoingDocument,
    Person,
    Unit,
    Urgency,
)
from storage.viewer import Role, Viewer

TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)
OVERDUE = DueDates(last=TODAY - timedelta(days=1))


@dataclass
class Office:
    hoa: int
    binh: int
    arts: int
    trade: int

    @property
    def officer(self) -> Viewer:
        return Viewer(role=Role.OFFICER, person_id=self.hoa, unit_id=self.arts)

    @property
    def head(self) -> Viewer:
        return Viewer(role=Role.HEAD, person_id=987_654, unit_id=self.arts)


def incoming(book_number: int, number_sign: str = "", **given: object) -> IncomingDocument:
    number_sign = number_sign or f"{book_number}/UBND-KGVX"
    usual = {
        "year": 2026,
        "book_number": book_number,
        "arrived_at": NOW,
        "arrived_on": TODAY,
        "issuer": "Sở Y tế",
        "number_sign": number_sign,
        "number_key": number_key(number_sign),
        "dated": TODAY,
        "kind": DocumentKind.OFFICIAL_LETTER,
        "subject": "V/v tiêm chủng mở rộng",
        "state": DocumentState.PROCESSING,
        "source_at": NOW,
    }
    return IncomingDocument.model_validate(usual | given)


def outgoing(number: int, sign: str, **given: object) -> OutgoingDocument:
    usual = {
        "year": 2026,
        "number": number,
        "sign": sign,
        "number_key": number_key(f"{number:02d}/{sign}"),
        "kind": DocumentKind.DECISION,
        "subject": "Phê duyệt kế hoạch",
        "dated": TODAY,
        "source_at": NOW,
    }
    return OutgoingDocument.model_validate(usual | given)


async def keep(
    db: AsyncSession, *rows: Unit | Person | IncomingDocument | OutgoingDocument
) -> list[int]:
    db.add_all(rows)
    await db.flush()
    return [row.id or 0 for row in rows]


@pytest_asyncio.fixture
async def office(db: AsyncSession) -> Office:
    """Two rooms with an officer each."""
    arts, trade = await keep(
        db,
        Unit(code="KGVX", name="Phòng Khoa giáo – Văn xã"),
        Unit(code="KT", name="Phòng Kinh tế"),
    )
    hoa, binh = await keep(
        db,
        Person(name="Trần Thị Hòa", role=Role.OFFICER, unit_id=arts),
        Person(name="Phạm Văn Bình", role=Role.OFFICER, unit_id=arts),
    )
    return Office(hoa, binh, arts, trade)


async def late_ones(db: AsyncSession, viewer: Viewer, whose: Whose | None = None) -> list[str]:
    page = await due_documents.due(db, viewer, whose or Whose(), OVERDUE, limit=50)
    assert page.total == len(page.lines)
    return [line.number_sign for line in page.lines]


@pytest_asyncio.fixture
async def four_late(db: AsyncSession, office: Office) -> list[int]:
    """One of Hòa, one of Bình in the same room, one of the other room, one nobody has."""
    late: dict[str, Any] = {"due_on": TODAY - timedelta(days=2)}
    return await keep(
        db,
        incoming(1, holder_id=office.hoa, unit_id=office.arts, **late),
        incoming(2, holder_id=office.binh, unit_id=office.arts, **late),
        incoming(3, unit_id=office.trade, **late),
        incoming(4, **late),
    )


async def test_each_role_sees_its_own_documents(
    db: AsyncSession, office: Office, four_late: list[int]
) -> None:
    all_four = ["1/UBND-KGVX", "2/UBND-KGVX", "3/UBND-KGVX", "4/UBND-KGVX"]
    nobody: list[str] = []

    assert await late_ones(db, office.officer) == all_four[:1]
    assert await late_ones(db, office.head) == all_four[:2]
    assert await late_ones(db, Viewer(role=Role.LEADER, person_id=5)) == all_four
    assert await late_ones(db, Viewer(role=Role.CLERK, person_id=6)) == all_four
    assert await late_ones(db, Viewer.office()) == all_four
    assert await late_ones(db, Viewer(role=Role.ADMIN, person_id=office.hoa)) == nobody
    assert await late_ones(db, Viewer(role=Role.CITIZEN, person_id=office.hoa)) == nobody
    assert await late_ones(db, Viewer.stranger()) == nobody


@pytest.mark.parametrize("role", [Role.OFFICER, Role.HEAD])
async def test_an_account_without_a_person_does_not_see_what_nobody_holds(
    db: AsyncSession, four_late: list[int], role: Role
) -> None:
    assert await late_ones(db, Viewer(role=role)) == []


def test_a_role_nobody_thought_of_sees_nothing() -> None:
    minister = Viewer(role="minister")  # type: ignore[arg-type]

    with pytest.raises(AssertionError):
        documents.visible_to(minister)
    with pytest.raises(AssertionError):
        documents.outgoing_visible_to(minister)


async def test_outgoing_documents_are_for_the_office(db: AsyncSession) -> None:
    await keep(db, outgoing(3100, "QĐ-UBND"))
    number = SoughtNumber(number="3100")

    for role in (Role.OFFICER, Role.CLERK, Role.HEAD, Role.LEADER, Role.OFFICE):
        assert await documents.by_number(db, Viewer(role=role), number, limit=5)
    for role in (Role.CITIZEN, Role.ADMIN):
        assert not await documents.by_number(db, Viewer(role=role), number, limit=5)


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("1234/UBND-KGVX", "1234/ubnd-kgvx"),
        ("3100/QĐ-UBND", "3100/qd-ubnd"),
        ("3100/QÐ-UBND", "3100/qd-ubnd"),  # an Icelandic letter from an old font
        ("01 / QyĐ-UBND", "01/qyd-ubnd"),
        ("16-NQ/TW", "16-nq/tw"),
    ],
)
def test_a_number_is_folded(printed: str, key: str) -> None:
    assert number_key(printed) == key


async def found(db: AsyncSession, which: SoughtNumber) -> list[str]:
    rows = await documents.by_number(db, Viewer.office(), which, limit=20)
    return sorted(row.number_sign for row in rows)


async def test_a_number_is_found_however_much_of_it_was_said(db: AsyncSession) -> None:
    await keep(
        db,
        incoming(1, "45/UBND-NC"),
        incoming(2, "45/CT-UBND", kind=DocumentKind.DIRECTIVE),
        incoming(3, "45-NQ/TU", kind=DocumentKind.RESOLUTION),
        incoming(4, "045/BC-SYT", kind=DocumentKind.REPORT),
        incoming(5, "451/UBND-NC"),
        incoming(45, "7/UBND-TH"),
        outgoing(45, "KH-UBND", kind=DocumentKind.PLAN),
        outgoing(5, "GM-UBND", kind=DocumentKind.INVITATION),
    )
    letter = DocumentKind.OFFICIAL_LETTER

    assert await found(db, SoughtNumber(number="45", book_year=2026)) == [
        "045/BC-SYT",
        "45-NQ/TU",
        "45/CT-UBND",
        "45/KH-UBND",
        "45/UBND-NC",
        "7/UBND-TH",  # 45 is its số đến
    ]
    assert await found(db, SoughtNumber(number="45", groups=("ct",))) == ["45/CT-UBND"]
    assert await found(db, SoughtNumber(number="45", groups=("nq", "tu"))) == ["45-NQ/TU"]
    assert await found(db, SoughtNumber(number="45", kind=letter)) == ["45/UBND-NC"]
    assert await found(db, SoughtNumber(number="5", book_year=2026)) == [
        "05/GM-UBND",
        "451/UBND-NC",
    ]
    assert await found(db, SoughtNumber(number="45", year=2025)) == []
    assert await found(db, SoughtNumber(number="45", direction=Direction.OUTGOING)) == [
        "45/KH-UBND"
    ]
    assert await found(db, SoughtNumber(number="7", direction=Direction.INCOMING)) == ["7/UBND-TH"]


async def test_the_record_says_who_has_it(db: AsyncSession, office: Office) -> None:
    [leader] = await keep(db, Person(name="Vũ Văn Chỉ", role=Role.LEADER))
    await keep(
        db,
        incoming(
            1,
            "1234/UBND-KGVX",
            unit_id=office.arts,
            holder_id=office.hoa,
            held_since=NOW,
            instruction="Tham mưu trả lời",
            instructed_by_id=leader,
            due_on=TODAY,
            urgency=Urgency.FLASH,
        ),
    )

    number = SoughtNumber(number="1234")
    [record] = await documents.by_number(db, office.officer, number, limit=5)

    assert isinstance(record, IncomingRecord)
    assert (record.unit, record.holder) == ("Phòng Khoa giáo – Văn xã", "Trần Thị Hòa")
    assert record.held_since == NOW
    assert (record.instruction, record.instructed_by) == ("Tham mưu trả lời", "Vũ Văn Chỉ")
    assert record.due_on == TODAY
    assert record.urgency is Urgency.FLASH
    assert record.state is DocumentState.PROCESSING
    assert record.is_open


async def test_an_outgoing_record_says_who_signed(db: AsyncSession, office: Office) -> None:
    await keep(db, outgoing(5, "GM-UBND", signer_id=office.hoa, issued_at=NOW))

    number = SoughtNumber(number="5", groups=("gm", "ubnd"))
    [record] = await documents.by_number(db, office.officer, number, limit=5)

    assert isinstance(record, OutgoingRecord)
    assert record.number_sign == "05/GM-UBND"
    assert record.signer == "Trần Thị Hòa"
    assert record.issued_at == NOW


async def test_a_document_is_found_by_what_it_is_about(db: AsyncSession, office: Office) -> None:
    mine: dict[str, Any] = {"holder_id": office.hoa}
    await keep(
        db,
        incoming(1, subject="V/v đẩy mạnh chuyển đổi số", dated=date(2026, 11, 2), **mine),
        incoming(2, subject="Kế hoạch chuyển đổi số năm 2027", dated=date(2026, 11, 9), **mine),
        incoming(3, subject="Chuyển đổi số của người khác", holder_id=office.binh),
        incoming(4, subject="Chuyển trường", issuer="Sở Giáo dục", **mine),
        outgoing(9, "KH-UBND", subject="Chuyển đổi số trong trường học", dated=date(2026, 11, 5)),
    )

    async def about(words: str) -> list[str]:
        records = await documents.about(db, office.officer, words, limit=5)
        return [record.number_sign for record in records]

    assert await about("chuyển đổi số") == ["2/UBND-KGVX", "09/KH-UBND", "1/UBND-KGVX"]
    assert await about("chuyen doi so") == ["2/UBND-KGVX", "09/KH-UBND", "1/UBND-KGVX"]
    assert await about("chuyển trường sở giáo dục") == ["4/UBND-KGVX"]
    assert await about("chuyện đổi sơ") == []  # spelt otherwise, with diacritics
    assert await about("phòng chống thiên tai") == []


async def test_one_document_by_its_id(db: AsyncSession, office: Office) -> None:
    mine, theirs = await keep(
        db, incoming(1, holder_id=office.hoa), incoming(2, holder_id=office.binh)
    )

    assert await documents.by_id(db, office.officer, mine)
    assert await documents.by_id(db, office.officer, theirs) is None


async def test_the_longest_late_comes_first_then_the_most_urgent(
    db: AsyncSession, office: Office
) -> None:
    await keep(
        db,
        incoming(1, due_on=TODAY - timedelta(days=1)),
        incoming(2, due_on=TODAY - timedelta(days=3)),
        incoming(3, due_on=TODAY - timedelta(days=3), urgency=Urgency.FLASH),
        incoming(4, due_on=TODAY),
        incoming(5, due_on=TODAY - timedelta(days=3), state=DocumentState.DONE),
        incoming(6, due_on=TODAY - timedelta(days=3), state=DocumentState.RETURNED),
        incoming(7),
    )

    page = await due_documents.due(db, Viewer.office(), Whose(), OVERDUE, limit=2)
    rest = await due_documents.due(db, Viewer.office(), Whose(), OVERDUE, limit=2, offset=2)

    assert [line.number_sign for line in page.lines] == ["3/UBND-KGVX", "2/UBND-KGVX"]
    assert [line.number_sign for line in rest.lines] == ["1/UBND-KGVX"]
    assert page.total == rest.total == 3
    assert page.without_deadline == 1
    assert page.as_of == NOW


async def test_the_totals_are_there_without_a_line(db: AsyncSession, office: Office) -> None:
    await keep(db, incoming(1, holder_id=office.hoa, due_on=TODAY), incoming(2))
    whose = Whose(person_id=office.hoa)

    page = await due_documents.due(db, office.officer, whose, OVERDUE, limit=5)

    assert page.lines == ()
    assert (page.total, page.without_deadline) == (0, 0)
    assert page.whose_name == "Trần Thị Hòa"


async def test_what_is_due_between_two_days(db: AsyncSession, office: Office) -> None:
    await keep(
        db,
        incoming(1, due_on=TODAY - timedelta(days=1)),
        incoming(2, due_on=TODAY),
        incoming(3, due_on=TODAY + timedelta(days=2)),
        incoming(4, due_on=TODAY + timedelta(days=3)),
    )
    dates = DueDates(first=TODAY, last=TODAY + timedelta(days=2))

    page = await due_documents.due(db, Viewer.office(), Whose(), dates, limit=5)

    assert [line.number_sign for line in page.lines] == ["2/UBND-KGVX", "3/UBND-KGVX"]


async def test_a_unit_is_asked_about_by_its_name(
    db: AsyncSession, office: Office, four_late: list[int]
) -> None:
    whose = Whose(unit_id=office.arts)

    page = await due_documents.due(db, Viewer.office(), whose, OVERDUE, limit=5)

    assert page.total == 2
    assert page.whose_name == "Phòng Khoa giáo – Văn xã"


async def test_each_unit_has_its_count(
    db: AsyncSession, office: Office, four_late: list[int]
) -> None:
    assert await due_documents.due_by_unit(db, Viewer.office(), OVERDUE) == [
        UnitCount(unit="Phòng Khoa giáo – Văn xã", number=2),
        UnitCount(unit="", number=1),
        UnitCount(unit="Phòng Kinh tế", number=1),
    ]
    assert await due_documents.due_by_unit(db, office.officer, OVERDUE) == [
        UnitCount(unit="Phòng Khoa giáo – Văn xã", number=1)
    ]
