"""The figures of a period, as people ask for them. The day is Monday 16/11/2026, 08:00."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.engine import Store
from storage.models import (
    ClassifiedCount,
    Direction,
    DocumentState,
    DossierState,
    Duty,
    MeetingState,
    Openness,
    Person,
    PetitionKind,
    PetitionState,
    Reception,
    ReceptionKind,
    Secrecy,
)
from storage.viewer import DutyKind, Role
from tests import office as make
from tests.chat import ChatAs
from tests.hands import MONDAY


@dataclass(frozen=True)
class Cast:
    """Who asks."""

    leader: Person
    head: Person
    officer: Person
    clerk: Person
    desk: Person  # follows the petitions of the office
    other_unit: int


@pytest_asyncio.fixture
async def people(sqlite_store: Store) -> Cast:
    """Two units with dossiers, documents and petitions of October 2026."""
    async with sqlite_store.sessions() as db, db.begin():
        ours = await make.unit(db, "NC", name="Phòng Nội chính")
        other = await make.unit(db, "KT", name="Phòng Kinh tế")
        leader = await make.person(db, "Nông Văn Thành", Role.LEADER)
        head = await make.person(db, "Lý Thị Hoa", Role.HEAD, unit_id=ours.id)
        officer = await make.person(db, "Hoàng Minh Đức", unit_id=ours.id)
        clerk = await make.person(db, "Vũ Thị Thư", Role.CLERK, unit_id=other.id)
        desk = await make.person(db, "Bế Văn Sơn", unit_id=other.id)
        db.add(Duty(person_id=desk.id or 0, kind=DutyKind.PETITION_DESK))
        await _october(db, ours.id, other.id, officer.id)
        return Cast(leader, head, officer, clerk, desk, other.id or 0)


async def _october(
    db: AsyncSession, ours: int | None, other: int | None, officer: int | None
) -> None:
    """Three dossiers resolved (early, on the day, late), one open, one of September."""
    mine: dict[str, Any] = {"unit_id": ours, "holder_id": officer}
    await _dossier(db, "2026-10-01", due="2026-10-09", finished="2026-10-08", **mine)
    await _dossier(db, "2026-10-01", due="2026-10-09", finished="2026-10-09", unit_id=ours)
    await _dossier(db, "2026-10-01", due="2026-10-09", finished="2026-10-12", unit_id=other)
    await _dossier(db, "2026-10-20", due="2026-11-20", unit_id=other)
    await _dossier(db, "2026-09-01", due="2026-09-09", finished="2026-09-08", unit_id=other)
    for unit, done in ((ours, "2026-10-06"), (other, "2026-10-08")):
        await make.document(
            db,
            arrived_on=make.day("2026-10-05"),
            arrived_at=make.at("2026-10-05 08:00"),
            due_on=make.day("2026-10-07"),
            done_on=make.day(done),
            state=DocumentState.DONE,
            unit_id=unit,
        )
    for kind in (PetitionKind.COMPLAINT, PetitionKind.PROPOSAL):
        await make.petition(db, kind, received_on=make.day("2026-10-05"), unit_id=ours)
    await make.petition(
        db,
        received_on=make.day("2026-09-05"),
        finished_on=make.day("2026-10-05"),
        state=PetitionState.ANSWERED,
        unit_id=other,
    )
    await make.meeting(db, "2026-10-05 08:00", state=MeetingState.HELD)
    await make.meeting(db, "2026-10-06 08:00", state=MeetingState.CANCELLED)
    db.add(
        Reception(
            day=make.day("2026-10-15"),
            kind=ReceptionKind.CHAIRMAN,
            visits=12,
            matters=7,
            groups=1,
            source_at=MONDAY,
        )
    )


async def _dossier(
    db: AsyncSession, received: str, *, due: str, finished: str = "", **more: Any
) -> None:
    values: dict[str, Any] = {
        "received_on": make.day(received),
        "received_at": make.at(f"{received} 09:00"),
        "due_on": make.day(due),
        "due_at": make.at(f"{due} 17:00"),
        **more,
    }
    if finished:
        values |= {
            "finished_on": make.day(finished),
            "finished_at": make.at(f"{finished} 10:00"),
            "state": DossierState.FINISHED,
        }
    await make.dossier(db, **values)


async def test_dossiers_are_told_by_both_definitions_each_with_its_base(
    chat_as: ChatAs, people: Cast
) -> None:
    chat = await chat_as(people.leader)
    assert await chat.say("tỷ lệ hồ sơ đúng hạn tháng 10") == (
        "Hồ sơ tháng 10/2026, toàn Văn phòng\n"
        "\n"
        "Tiếp nhận 4 (nộp trực tuyến 0); kỳ trước chuyển sang 0.\n"
        "Đã giải quyết 3, trong đó:\n"
        "– trước hạn 1 (33,33%)\n"
        "– đúng hạn, trả đúng ngày hẹn: 1 (33,33%)\n"
        "– quá hạn 1 (33,33%)\n"
        "Trước hạn và đúng hạn: 66,67% (2/3 hồ sơ đã giải quyết).\n"
        "Đang giải quyết 1: trong hạn 1, quá hạn 0.\n"
        "Theo chỉ số QĐ 766/QĐ-TTg: 75% đúng hạn (3/4 hồ sơ tiếp nhận và xử lý trong kỳ).\n"
        "\n"
        "Tính đến 08:00 thứ Hai 16/11/2026, theo dữ liệu trong sổ."
    )
    assert chat.buttons == ["So với kỳ trước", "So với cùng kỳ", "Kỳ báo cáo 15/09–14/10/2026"]


async def test_without_a_subject_there_is_a_line_of_each_and_a_button(
    chat_as: ChatAs, people: Cast
) -> None:
    chat = await chat_as(people.leader)
    told = await chat.say("báo cáo tháng 10")
    assert told == (
        "Số liệu tháng 10/2026\n"
        "\n"
        "Phạm vi: toàn Văn phòng\n"
        "– Hồ sơ: tiếp nhận 4, đã giải quyết 3, đang giải quyết 1;"
        " trước hạn và đúng hạn 66,67% (2/3 đã giải quyết)\n"
        "– Văn bản đến: tiếp nhận 2, đã quá hạn chưa xong 0\n"
        "– Văn bản đi: phát hành 0\n"
        "– Cuộc họp: đã họp 1, hoãn, hủy 1\n"
        "– Đơn thư: tiếp nhận 2, giải quyết xong 1\n"
        "– Tiếp công dân: 12 lượt công dân\n"
        "\n"
        "Tính đến 08:00 thứ Hai 16/11/2026, theo dữ liệu trong sổ."
    )
    assert (await chat.press("Đơn thư")).startswith("Đơn thư tháng 10/2026, toàn Văn phòng")
    assert "khiếu nại 1, kiến nghị, phản ánh 1" in await chat.say("thống kê đơn thư tháng 10")
    assert "Xử lý trong hạn: 50% (1/2 văn bản có hạn đã xử lý)" in await chat.say(
        "tỷ lệ văn bản xử lý đúng hạn tháng 10"
    )
    assert "1 kỳ, 12 lượt, 7 vụ việc, 1 đoàn" in await chat.say("tháng 10 tiếp mấy lượt công dân")


async def test_a_period_that_is_not_over_is_counted_until_today(
    chat_as: ChatAs, people: Cast
) -> None:
    chat = await chat_as(people.leader)
    assert (await chat.say("năm nay họp bao nhiêu cuộc")).startswith(
        "Cuộc họp năm 2026 (chưa hết kỳ, đếm đến hôm nay 16/11/2026), toàn Văn phòng\n\nĐã họp 1;"
    )
    assert (await chat.say("thống kê")).startswith("Số liệu tháng 11/2026 (chưa hết kỳ")
    assert chat.buttons[-3:] == ["Quý này", "Năm nay", "Kỳ báo cáo 15/10–14/11/2026"]
    assert "Số liệu quý IV năm 2026" in await chat.press("Quý này")
    assert await chat.say("thống kê tháng 12") == ("Chưa có số liệu: tháng 12/2026 chưa đến.")


async def test_two_periods_stand_beside_each_other_in_numbers_and_points(
    chat_as: ChatAs, people: Cast
) -> None:
    chat = await chat_as(people.leader)
    told = await chat.say("tỷ lệ hồ sơ đúng hạn tháng 10 so với tháng trước")
    assert "Kỳ so sánh: tháng 09/2026" in told
    assert "Hồ sơ tiếp nhận: 4, kỳ trước 1; tăng 3 (300%)" in told
    assert "66,67% (2/3), kỳ trước 100% (1/1); giảm 33,33 điểm %" in told
    year = await chat.say("so với cùng kỳ")
    assert "Kỳ so sánh: tháng 10/2025" in year
    assert "Hồ sơ tiếp nhận: 4; kỳ so sánh không phát sinh" in year
    assert "điểm" not in year
    assert "Kỳ so sánh: quý II năm 2026" in await chat.say("so sánh số hồ sơ quý II và quý III")


async def test_words_that_mean_nothing_alone_go_on(chat_as: ChatAs, people: Cast) -> None:
    chat = await chat_as(people.leader)
    await chat.say("tỷ lệ hồ sơ đúng hạn tháng 10")
    assert "Hồ sơ quý III năm 2026" in await chat.say("còn quý trước?")
    assert "Hồ sơ quý III năm 2026, Phòng Kinh tế" in await chat.say("của phòng Kinh tế")
    assert "Đơn thư quý III năm 2026, Phòng Kinh tế" in await chat.say("đơn thư thì sao")


async def test_everybody_gets_what_their_lists_show(chat_as: ChatAs, people: Cast) -> None:
    head = await chat_as(people.head)
    assert "Hồ sơ tháng 10/2026, Phòng Nội chính" in (
        told := await head.say("thống kê hồ sơ tháng 10")
    )
    assert "Tiếp nhận 2 " in told
    elsewhere = await head.say("thống kê hồ sơ tháng 10 của phòng Kinh tế")
    assert "Đồng chí được xem số liệu của phần mình" in elsewhere
    assert "Tiếp nhận 2 " in elsewhere
    officer = await chat_as(people.officer)
    assert "Tiếp nhận 1 " in await officer.say("thống kê hồ sơ tháng 10")
    clerk = await chat_as(people.clerk)
    told = await clerk.say("báo cáo tháng 10")
    assert "Văn bản đến: tiếp nhận 2" in told
    assert "Hồ sơ: tiếp nhận 0" in told
    for stranger in (None, people.desk):
        chat = await chat_as(stranger)
        told = await chat.say("thống kê đơn thư tháng 10")
        assert ("Tiếp nhận 2: khiếu nại 1" in told) == (stranger is not None)
    assert "dành cho cán bộ Văn phòng" in await (await chat_as()).say("báo cáo tháng 10")


@pytest.mark.parametrize(
    "words",
    [
        "báo cáo tháng 10",
        "thống kê đơn thư tháng 10",
        "có bao nhiêu đơn tố cáo tháng 10",
        "tỷ lệ đơn tố cáo đã giải quyết tháng 10 so với tháng trước",
    ],
)
async def test_a_denunciation_changes_no_answer_but_its_holders(
    chat_as: ChatAs, people: Cast, sqlite_store: Store, words: str
) -> None:
    chats = [await chat_as(one) for one in (people.leader, people.head, people.desk, people.clerk)]
    before = [await chat.say(words) for chat in chats]
    async with sqlite_store.sessions() as db, db.begin():
        await make.petition(
            db,
            PetitionKind.DENUNCIATION,
            received_on=make.day("2026-10-05"),
            finished_on=make.day("2026-10-06"),
            state=PetitionState.ANSWERED,
            unit_id=people.head.unit_id,
            holder_id=people.officer.id,
            source_at=MONDAY + dt.timedelta(hours=3),
        )
    assert [await chat.say(words) for chat in chats] == before
    holder = await chat_as(people.officer)
    assert "Đơn tố cáo đồng chí đang giữ, nhận trong kỳ: 1" in await holder.say(
        "thống kê đơn thư tháng 10"
    )


async def test_classified_documents_are_a_number_for_those_who_may_know_it(
    chat_as: ChatAs, people: Cast, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        db.add(
            ClassifiedCount(
                month=make.day("2026-10-01"),
                direction=Direction.OUTGOING,
                level=Secrecy.SECRET,
                number=3,
            )
        )
    words = "tháng 10 phát hành bao nhiêu văn bản đi"
    assert "Phát hành 3, trong đó 3 văn bản mật" in await (await chat_as(people.leader)).say(words)
    assert "mật" not in await (await chat_as(people.clerk)).say(words)


async def test_a_meeting_for_its_participants_is_in_no_others_count(
    chat_as: ChatAs, people: Cast, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        await make.meeting(
            db,
            "2026-10-07 08:00",
            people.officer,
            state=MeetingState.HELD,
            openness=Openness.PARTICIPANTS,
        )
    assert "Đã họp 1;" in await (await chat_as(people.leader)).say("số cuộc họp tháng 10")
    assert "Đã họp 2;" in await (await chat_as(people.officer)).say("số cuộc họp tháng 10")


async def test_a_head_reads_what_is_the_units_and_then_what_is_the_offices(
    chat_as: ChatAs, people: Cast
) -> None:
    chat = await chat_as(people.head)
    told = (await chat.say("báo cáo tháng 10")).splitlines()
    assert [line for line in told if line.startswith("Phạm vi")] == [
        "Phạm vi: Phòng Nội chính",
        "Phạm vi: toàn Văn phòng",
    ]
    assert told.index("– Đơn thư: tiếp nhận 2, giải quyết xong 0") < told.index(
        "Phạm vi: toàn Văn phòng"
    )


async def test_who_of_several_is_meant_is_asked(
    chat_as: ChatAs, people: Cast, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        for name in ("Trần Thị Hoa", "Ngô Thị Hoa"):
            await make.person(db, name, unit_id=people.other_unit)
    chat = await chat_as(people.leader)
    told = await chat.say("chị Hoa tháng này xử lý bao nhiêu văn bản, đúng hạn mấy phần trăm")
    assert told.startswith("Có 3 người cùng tên.")


async def test_what_nobody_counts_is_said_so(chat_as: ChatAs, people: Cast) -> None:
    chat = await chat_as(people.leader)
    assert (await chat.say("thống kê hộ nghèo năm nay")).startswith("Trợ lý không có số liệu này.")
    assert "Hồ sơ" in chat.buttons
    told = await chat.say("hồ sơ lĩnh vực đất đai giải quyết được bao nhiêu trong tháng 10")
    assert "Chưa tính riêng được theo “lĩnh vực”" in told


async def test_the_same_in_english(chat_as: ChatAs, people: Cast) -> None:
    chat = await chat_as(people.leader)
    told = await chat.say("on-time rate of dossiers in October")
    assert "Before or on the due day: 66.67% (2 of 3 resolved dossiers)." in told
    assert "By the indicator of Decision 766/QĐ-TTg: 75% on time (3 of 4" in told
