"""What the owner of a dossier hears: where it is, until when and why, what is next, what to do."""

import datetime as dt
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import col, select

from bot.pipeline import Pipeline
from handlers.dossiers.rules import DossierRules
from storage.engine import Store
from storage.models import (
    DayKind,
    DayOverride,
    Dossier,
    DossierPause,
    DossierState,
    PauseReason,
    ResultBy,
)
from tests import cast
from tests.chat import Chat, ChatAs
from tests.hands import Hands

FRIDAY = dt.date(2026, 11, 27)
TENTH_DAY = dt.date(2026, 12, 1)  # of ten, from Monday 16/11 on: Tuesday 24/11 is a holiday


class Desk:
    """Where dossiers are put, as the test wants them."""

    def __init__(self, store: Store) -> None:
        self.store = store

    async def takes(self, number: int = 1, **facts: Any) -> str:
        """A dossier of the citizen; its code."""
        columns = {name: facts.pop(name) for name in [*facts] if name in Dossier.model_fields}
        state = columns.pop("state", DossierState.PROCESSING)
        missing = columns.pop("missing", "")
        async with self.store.sessions() as db, db.begin():
            code = await cast.add_dossier(
                db, number, state=state, missing=missing, applicant_id=cast.CITIZEN, **facts
            )
            if columns:
                changed = sa.update(Dossier).where(col(Dossier.code) == code).values(**columns)
                await db.exec(changed)
        return code

    async def waited(self, *days: tuple[int, int], reason: PauseReason) -> None:
        """From ten on one day of November until ten on another, for the dossier put in last."""
        async with self.store.sessions() as db, db.begin():
            number = (await db.exec(select(sa.func.max(col(Dossier.id))))).one() or 0
            for began, ended in days:
                times = [cast.at(dt.date(2026, 11, day), 10) for day in (began, ended)]
                db.add(
                    DossierPause(
                        dossier_id=number, reason=reason, began_at=times[0], ended_at=times[1]
                    )
                )


@pytest.fixture
async def desk(sqlite_store: Store, hands: Hands) -> Desk:
    """On Wednesday 25/11/2026 at nine."""
    hands.now = cast.NOW
    async with sqlite_store.sessions() as db, db.begin():
        await cast.settle(db)
    return Desk(sqlite_store)


async def the_owner(chat_as: ChatAs) -> Chat:
    return await chat_as(cast.person(cast.CITIZEN))


async def test_the_owner_hears_where_it_is_until_when_why_and_what_to_do(
    desk: Desk, chat_as: ChatAs
) -> None:
    code = await desk.takes(due=TENTH_DAY, step="thẩm định hồ sơ", result_by=ResultBy.POST)
    chat = await the_owner(chat_as)
    assert (
        await chat.say(code)
        == """\
Hồ sơ H37.12-261116-0001
Hưởng trợ cấp xã hội hằng tháng
Hồ sơ đang được giải quyết tại Phòng Khoa giáo – Văn xã.
Bước đang làm: thẩm định hồ sơ.
Hạn trả kết quả là thứ Ba 01/12/2026, còn 4 ngày làm việc.
Cách tính hạn: Nhận 09:00 thứ Hai 16/11/2026, thời hạn 10 ngày làm việc; không tính ngày nhận, \
nghỉ lễ 24/11, thứ Bảy, Chủ nhật.
Tiếp theo: kết quả được gửi qua bưu chính đến địa chỉ Anh/Chị đã đăng ký.
Lúc này Anh/Chị chưa phải làm gì thêm.
Nơi giải quyết: Phòng Khoa giáo – Văn xã, điện thoại 0205 3000 101.
Tính đến 08:30 thứ Tư 25/11/2026."""
    )


async def test_the_time_papers_were_awaited_is_told_as_a_reason(
    desk: Desk, chat_as: ChatAs
) -> None:
    code = await desk.takes(due_at=cast.at(dt.date(2026, 12, 3), 10), due_on=dt.date(2026, 12, 3))
    await desk.waited((17, 19), reason=PauseReason.SUPPLEMENT)
    told = await (await the_owner(chat_as)).say(code)
    assert "Cách tính hạn: Nhận 09:00 thứ Hai 16/11/2026, thời hạn 10 ngày làm việc;" not in told
    due_at = cast.at(dt.date(2026, 12, 3))  # two working days later, to the same hour
    again = await desk.takes(2, due_at=due_at, due_on=due_at.date())
    await desk.waited((17, 19), reason=PauseReason.SUPPLEMENT)
    told = await (await the_owner(chat_as)).say(again)
    assert "thời hạn 10 ngày làm việc" in told
    assert (
        "Không tính thời gian tạm dừng từ 10:00 thứ Ba 17/11/2026 đến 10:00 thứ Năm 19/11/2026."
        in told
    )


async def test_a_due_day_on_which_the_office_is_closed_is_told_with_the_next_open_one(
    desk: Desk, chat_as: ChatAs
) -> None:
    async with desk.store.sessions() as db, db.begin():
        db.add(DayOverride(day=TENTH_DAY, kind=DayKind.OFF, name="Nghỉ tránh bão", official=True))
    told = await (await the_owner(chat_as)).say(await desk.takes(due=TENTH_DAY))
    assert (
        "Hạn trả kết quả là thứ Ba 01/12/2026, còn 3 ngày làm việc. "
        "Ngày đó Văn phòng nghỉ; kết quả được trả từ thứ Tư 02/12/2026."
    ) in told


async def test_that_a_day_off_is_not_announced_yet_is_said_once(
    desk: Desk, chat_as: ChatAs, hands: Hands
) -> None:
    hands.set("2026-11-20 09:00")
    async with desk.store.sessions() as db, db.begin():
        monday = dt.date(2026, 11, 23)
        db.add(DayOverride(day=monday, kind=DayKind.OFF, name="Đề xuất nghỉ", official=False))
    told = await (await the_owner(chat_as)).say(await desk.takes(due=TENTH_DAY))
    assert told.count("hưa có thông báo chính thức về ngày nghỉ thứ Hai 23/11/2026") == 1
    assert "\nCách tính hạn: " in told


async def test_what_is_missing_in_which_letter_and_by_when(desk: Desk, chat_as: ChatAs) -> None:
    code = await desk.takes(
        due=FRIDAY,
        state=DossierState.SUPPLEMENT,
        missing="Bản sao giấy khai sinh",
        asked_in="phiếu yêu cầu bổ sung số 12/PBS ngày 20/11/2026",
        asked_until=dt.date(2026, 12, 4),
        waiting_since=cast.at(dt.date(2026, 11, 20), 10),
    )
    told = await (await the_owner(chat_as)).say(code)
    assert (
        """
Việc cần làm bây giờ: bổ sung giấy tờ theo phiếu yêu cầu đã gửi Anh/Chị.
Giấy tờ cần bổ sung: Bản sao giấy khai sinh.
Theo phiếu yêu cầu bổ sung số 12/PBS ngày 20/11/2026.
Hạn bổ sung: thứ Sáu 04/12/2026.
"""
        in told
    )
    stranger = await (await chat_as()).say(code)
    assert "khai sinh" not in stranger
    assert "12/PBS" not in stranger


async def test_how_much_is_to_be_paid_and_how(desk: Desk, chat_as: ChatAs) -> None:
    code = await desk.takes(
        due=FRIDAY,
        state=DossierState.PAYMENT,
        fee_due=1_250_000,
        fee_how="chuyển khoản theo thông báo nộp tiền",
    )
    told = await (await the_owner(chat_as)).say(code)
    assert "Hồ sơ đang chờ Anh/Chị nộp phí, lệ phí." in told
    assert (
        "Số tiền cần nộp: 1.250.000 đồng.\nCách nộp: chuyển khoản theo thông báo nộp tiền." in told
    )
    assert "1.250.000" not in await (await chat_as()).say(code)
    english = await (await the_owner(chat_as)).say(f"where is my dossier {code}")
    assert "Amount to pay: 1,250,000 đồng." in english


@pytest.mark.parametrize(
    ("by", "to_do"),
    [
        (
            ResultBy.COUNTER,
            "mang giấy hẹn và giấy tờ tùy thân đến nhận kết quả tại Trung tâm Phục vụ hành chính "
            "công.",
        ),
        (ResultBy.POST, "chờ nhân viên bưu chính mang kết quả đến địa chỉ đã đăng ký."),
        (
            ResultBy.ELECTRONIC,
            "mở tài khoản của Anh/Chị trên Cổng Dịch vụ công quốc gia dichvucong.gov.vn để lấy "
            "kết quả bản điện tử.",
        ),
        (None, "mang giấy hẹn và giấy tờ tùy thân đến nhận kết quả."),
    ],
)
async def test_how_to_get_the_result(
    desk: Desk, chat_as: ChatAs, by: ResultBy | None, to_do: str
) -> None:
    code = await desk.takes(due=FRIDAY, state=DossierState.FINISHED, result_by=by)
    told = await (await the_owner(chat_as)).say(code)
    assert f"\nViệc cần làm bây giờ: {to_do}\n" in told


@pytest.mark.parametrize(
    ("finished", "by_minute", "side"),
    [
        ("2026-11-26 16:00", False, ", trước hạn."),
        ("2026-11-27 10:00", False, ", đúng hạn."),
        ("2026-11-27 10:00", True, ", trước hạn."),
        ("2026-11-30 08:00", False, ", sau ngày hẹn. Xin lỗi Anh/Chị vì sự chậm trễ này."),
    ],
)
async def test_a_finished_one_was_early_on_time_or_late_as_the_office_compares(
    desk: Desk,
    chat_as: ChatAs,
    pipeline: Pipeline,
    hands: Hands,
    finished: str,
    by_minute: bool,
    side: str,
) -> None:
    hands.set("2026-11-30 09:00")
    pipeline.dossier_rules = DossierRules(by_minute=by_minute)
    at = dt.datetime.fromisoformat(finished).replace(tzinfo=cast.ZONE)
    code = await desk.takes(due=FRIDAY, state=DossierState.FINISHED, finished_at=at)
    told = await (await the_owner(chat_as)).say(code)
    [line] = [one for one in told.splitlines() if one.startswith("Giải quyết xong")]
    assert line.endswith(side)
    assert "Giải quyết xong" not in await (await chat_as()).say(code)


async def test_where_waiting_for_money_does_not_stop_the_clock_days_are_counted_all_the_same(
    desk: Desk, chat_as: ChatAs, pipeline: Pipeline
) -> None:
    since = cast.at(dt.date(2026, 11, 20), 10)
    code = await desk.takes(due=FRIDAY, state=DossierState.PAYMENT, waiting_since=since)
    chat = await the_owner(chat_as)
    assert "Thời gian chờ không tính vào thời hạn" in await chat.say(code)
    assert "tạm dừng tính thời hạn" in await chat.say("hồ sơ của tôi")
    assert "tạm dừng tính thời hạn" in await chat.say("hôm nay có gì")
    pipeline.dossier_rules = DossierRules(fee_pauses=False)
    told = await chat.say(code)
    assert "Hạn trả kết quả là thứ Sáu 27/11/2026, còn 2 ngày làm việc." in told
    assert "Tạm dừng" not in told
    assert "còn 2 ngày làm việc" in await chat.say("hồ sơ của tôi")
    assert "còn 2 ngày làm việc" in await chat.say("hôm nay có gì")


async def test_the_office_hears_that_papers_asked_for_twice_count_as_late(
    desk: Desk, chat_as: ChatAs
) -> None:
    code = await desk.takes(due=FRIDAY, holder_id=cast.OFFICER)
    await desk.waited((17, 18), reason=PauseReason.SUPPLEMENT)
    officer, late = await chat_as(cast.person(cast.OFFICER)), "chỉ số quốc gia"
    assert late not in await officer.say(code)
    await desk.waited((19, 20), reason=PauseReason.SUPPLEMENT)
    assert "Đã yêu cầu bổ sung 2 lần nên chỉ số quốc gia" in await officer.say(code)
    assert late not in await (await the_owner(chat_as)).say(code)


async def test_no_state_is_told_by_its_name_alone(desk: Desk, chat_as: ChatAs) -> None:
    """In every state there is a sentence on where it is and one on what the citizen does now."""
    chat = await the_owner(chat_as)
    for number, state in enumerate(DossierState, 1):
        code = await desk.takes(number, due=FRIDAY, state=state)
        told = (await chat.say(code)).splitlines()
        assert told[2].endswith(".")
        assert len(told[2].split()) >= 6
        assert [one for one in told if "Anh/Chị" in one or "bây giờ" in one], state
