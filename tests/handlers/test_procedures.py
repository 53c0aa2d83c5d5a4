"""A procedure is asked for in everyday words: which one, its papers, its fee and time."""

import pytest
from sqlmodel import delete

from storage import office
from storage.engine import Store
from storage.models import Procedure, StoreKind, StoreMark
from storage.viewer import Role
from tests import office as make
from tests.chat import ChatAs
from tests.hands import MONDAY
from tests.procedures import procedure, short


@pytest.fixture(autouse=True)
async def catalogue(sqlite_store: Store) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        db.add(StoreMark(kind=StoreKind.REAL, office="", since=MONDAY))
        db.add_all(short())


BIRTH = """\
Đăng ký khai sinh
Thời gian giải quyết: 03 ngày làm việc, kể từ khi nộp đủ giấy tờ
Phí, lệ phí: Miễn lệ phí
Nơi nộp: Trung tâm Phục vụ hành chính công (Bộ phận Một cửa) bất kỳ trong tỉnh. \
Nơi giải quyết: UBND cấp xã
Trên mạng: làm được toàn bộ, không phải đến nơi (toàn trình)
Theo Quyết định số 99/QĐ-UBND, lần công bố 1.
Áp dụng từ 01/07/2026 đến hết 28/02/2027."""
BIRTH_PAPERS = """\
Đăng ký khai sinh
Giấy tờ cần nộp (01 bộ):
1. Tờ khai đăng ký khai sinh (Mẫu số 01): 01 bản chính
2. Giấy chứng sinh: 01 bản chính
3. Giấy tờ tùy thân (xuất trình)
Mẫu đơn, tờ khai có tại nơi nộp và trên trang của thủ tục ở Cổng Dịch vụ công quốc gia.
Theo Quyết định số 99/QĐ-UBND, lần công bố 1.
Áp dụng từ 01/07/2026 đến hết 28/02/2027."""


async def test_a_stranger_asks_in_everyday_words(chat_as: ChatAs) -> None:
    chat = await chat_as()
    assert await chat.say("làm giấy khai sinh cho con ở đâu") == BIRTH
    assert "Nộp trên Cổng Dịch vụ công" in chat.buttons
    assert await chat.press("Điều kiện, kết quả, căn cứ") == (
        "Đăng ký khai sinh\nDành cho: Cá nhân\nCăn cứ: Luật Hộ tịch 2014\n"
        "Mã thủ tục: 1.000001\nLĩnh vực: Hộ tịch"
    )


@pytest.mark.parametrize(
    "words", ["lam giay khai sinh o dau", "thủ tục khia sinh", "tthc 1.000001"]
)
async def test_without_diacritics_with_a_typo_by_its_code(chat_as: ChatAs, words: str) -> None:
    assert await (await chat_as()).say(words) == BIRTH


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ("cần gì", BIRTH_PAPERS),
        ("mẫu nào", BIRTH_PAPERS),
        ("thủ tục này thì cần những giấy tờ gì vậy em", BIRTH_PAPERS),
        ("bao nhiêu tiền", "Đăng ký khai sinh\nThời gian giải quyết: 03 ngày làm việc"),
        ("mấy ngày", "Đăng ký khai sinh\nThời gian giải quyết: 03 ngày làm việc"),
        ("nộp ở đâu", BIRTH),
        ("còn đăng ký kết hôn thì sao", "Đăng ký kết hôn\nThời gian"),
    ],
)
async def test_one_goes_on_from_what_was_asked(chat_as: ChatAs, words: str, begins: str) -> None:
    chat = await chat_as()
    await chat.say("thủ tục khai sinh")
    assert (await chat.say(words)).startswith(begins)


async def test_the_same_sides_are_on_buttons(chat_as: ChatAs) -> None:
    chat = await chat_as()
    await chat.say("thủ tục khai sinh")
    assert await chat.press("Giấy tờ, mẫu đơn") == BIRTH_PAPERS
    assert (await chat.press("Phí, thời gian")).startswith("Đăng ký khai sinh\nThời gian")
    assert await chat.press("Nộp ở đâu") == BIRTH


async def test_who_asks_what_is_needed_of_nothing_is_asked_for_the_procedure(
    chat_as: ChatAs,
) -> None:
    chat = await chat_as()
    assert (await chat.say("cần giấy tờ gì")).startswith("Anh/Chị cần làm thủ tục gì?")
    assert await chat.say("khai sinh") == BIRTH_PAPERS


async def test_marriage_with_a_foreigner_is_one_question(chat_as: ChatAs) -> None:
    reply = await (await chat_as()).say("đăng ký kết hôn với người Đài Loan mấy ngày")
    assert reply.startswith(
        "Đăng ký kết hôn có yếu tố nước ngoài\nThời gian giải quyết: 15 ngày làm việc"
    )


async def test_when_two_fit_the_asker_chooses(chat_as: ChatAs, sqlite_store: Store) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        db.add(procedure("1.000008", "Tuyển sinh vào lớp 6", field="Giáo dục"))
        await office.raise_version(db)
    chat = await chat_as()
    assert await chat.say("thủ tục tuyển sinh cần giấy tờ gì") == (
        "Có mấy thủ tục gần giống nhau. Anh/Chị cần thủ tục nào?\n"
        "1. Tuyển sinh vào lớp 1 (Cấp xã)\n2. Tuyển sinh vào lớp 6 (Cấp xã)"
    )
    assert (await chat.say("2")).startswith("Tuyển sinh vào lớp 6\nDanh mục chưa ghi giấy tờ")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("bằng lái sắp hết hạn", "Đổi giấy phép lái xe"),
        ("mất hộ chiếu", "Trình báo mất hộ chiếu phổ thông"),
    ],
)
async def test_a_citizens_everyday_words_are_not_the_offices_work(
    chat_as: ChatAs, sqlite_store: Store, words: str, name: str
) -> None:
    names = ("Đổi giấy phép lái xe", "Cấp hộ chiếu phổ thông ở trong nước")
    async with sqlite_store.sessions() as db, db.begin():
        for number, one in enumerate((*names, "Trình báo mất hộ chiếu phổ thông"), 20):
            db.add(procedure(f"1.0000{number}", one, field="Giao thông"))
        await office.raise_version(db)
    assert name in await (await chat_as()).say(words)


@pytest.mark.parametrize("words", ["văn bản quá hạn", "van ban den hom nay", "đóng văn bản 123"])
async def test_the_offices_work_is_no_procedure(chat_as: ChatAs, words: str) -> None:
    told = await (await chat_as()).say(words)
    assert told.startswith("Thông tin văn bản chỉ dành cho tài khoản của cán bộ")


async def test_papers_of_all_cases_come_before_the_question_that_decides(chat_as: ChatAs) -> None:
    chat = await chat_as()
    told = await chat.say("cấp lại giấy phép bán lẻ rượu cần giấy tờ gì")
    assert told.startswith(
        "Cấp lại giấy phép bán lẻ rượu\nTrường hợp nào cũng cần (01 bộ):\n"
        "1. Đơn đề nghị cấp lại (Mẫu số 02): 01 bản chính\n"
    )
    assert told.endswith("Có trường hợp cần thêm giấy tờ. Anh/Chị thuộc trường hợp nào?")
    assert chat.buttons[:2] == ["Bị mất", "Bị hỏng"]
    chosen = await chat.say("bị hỏng")
    assert "Trường hợp: Bị hỏng" in chosen
    assert "2. Giấy phép bị hỏng: 01 bản chính" in chosen
    assert "trường hợp nào?" not in chosen
    assert "05 ngày làm việc" in await chat.say("mấy ngày")


async def test_a_case_that_is_typed_is_chosen_whatever_else_it_might_ask(chat_as: ChatAs) -> None:
    chat = await chat_as()
    await chat.say("xác nhận nguồn gốc đàn ong bao nhiêu tiền")
    assert chat.buttons[:2] == ["Trong tỉnh", "Từ tỉnh khác đến"]
    assert "Phí, lệ phí: 50.000 đồng" in await chat.say("tu tinh khac den")


async def test_time_of_all_cases_comes_before_the_question_that_decides(chat_as: ChatAs) -> None:
    chat = await chat_as()
    told = await chat.say("lệ phí cấp lại giấy phép bán lẻ rượu bao nhiêu")
    assert told.startswith(
        "Cấp lại giấy phép bán lẻ rượu\n"
        "Thời gian giải quyết: từ 03 ngày làm việc đến 05 ngày làm việc, tùy trường hợp, "
        "kể từ khi nộp đủ giấy tờ\nPhí, lệ phí: 200.000 đồng\nNộp trên mạng: 100.000 đồng\n"
    )
    assert told.endswith("Anh/Chị thuộc trường hợp nào?")
    assert "Thời gian giải quyết: 03 ngày làm việc, kể" in await chat.press("Bị mất")


async def test_one_that_ended_says_so_and_names_what_took_its_place(chat_as: ChatAs) -> None:
    chat = await chat_as()
    told = await chat.say("thủ tục 1.000005")
    assert told.startswith(
        "Cấp giấy phép bán lẻ rượu\n"
        "Thủ tục này đã hết hiệu lực từ sau ngày 30/06/2025, nay không làm theo nữa.\n"
        "Nay làm theo thủ tục: Cấp giấy phép bán lẻ rượu bia."
    )
    assert "Nộp trên Cổng Dịch vụ công" not in chat.buttons
    assert (await chat.press("Cấp giấy phép bán lẻ rượu bia")).startswith(
        "Cấp giấy phép bán lẻ rượu bia\nThời gian"
    )


async def test_only_what_applies_today_is_found_unless_the_old_one_is_asked_for(
    chat_as: ChatAs,
) -> None:
    chat = await chat_as()
    assert (await chat.say("thủ tục cấp giấy phép bán lẻ rượu")).startswith(
        "Cấp giấy phép bán lẻ rượu bia"
    )
    assert "hết hiệu lực" in await chat.say(
        "thủ tục cấp giấy phép bán lẻ rượu trước đây ở cấp huyện"
    )


async def test_a_later_version_of_a_code_ends_the_one_before(
    chat_as: ChatAs, sqlite_store: Store
) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        later = make.day("2026-11-20")
        row = procedure("1.000002", "Đăng ký kết hôn", time_limit=1, version=2, valid_from=later)
        db.add(row)
        await office.raise_version(db)
    chat = await chat_as()
    told = await chat.say("thủ tục đăng ký kết hôn")
    assert "03 ngày làm việc" in told
    assert told.endswith("Áp dụng từ 01/07/2026 đến hết 19/11/2026.")


async def test_a_field_is_listed(chat_as: ChatAs) -> None:
    chat = await chat_as()
    assert await chat.say("danh sách thủ tục lĩnh vực hộ tịch") == (
        "Lĩnh vực Hộ tịch: 3 thủ tục.\n1. Đăng ký kết hôn (Cấp xã)\n"
        "2. Đăng ký kết hôn có yếu tố nước ngoài (Cấp xã)\n3. Đăng ký khai sinh (Cấp xã)"
    )
    assert (await chat.press("3")).startswith("Đăng ký khai sinh")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("thủ tục xyzzy qwrtp", "Trợ lý chưa tìm thấy thủ tục nào hợp với “xyzzy qwrtp”."),
        ("thủ tục 1.999999", "Danh mục không có thủ tục mang mã 1.999999."),
    ],
)
async def test_what_is_not_there_is_said_with_what_to_do(
    chat_as: ChatAs, words: str, said: str
) -> None:
    assert (await (await chat_as()).say(words)).startswith(said)


async def test_bare_everyday_words_of_a_citizen_are_looked_for(chat_as: ChatAs) -> None:
    chat = await chat_as()
    assert "Đăng ký kết hôn" in await chat.say("lấy vợ")
    assert not (await chat.say("hôm nay trời đẹp quá")).startswith("Trợ lý chưa chắc")


async def test_an_officer_asks_as_well(chat_as: ChatAs, sqlite_store: Store) -> None:
    async with sqlite_store.sessions() as db, db.begin():
        officer = await make.person(db, role=Role.OFFICER)
    assert await (await chat_as(officer)).say("thủ tục khai sinh làm ở đâu") == BIRTH


async def test_in_english(chat_as: ChatAs) -> None:
    chat = await chat_as()
    told = await chat.say("what papers do i need for a birth certificate")
    assert told.startswith("Đăng ký khai sinh\nPapers to hand in (one set):\n1. Tờ khai")
    assert "Time: 3 working days" in await chat.say("how long does it take")


async def test_a_changed_catalogue_is_searched_anew(chat_as: ChatAs, sqlite_store: Store) -> None:
    chat = await chat_as()
    await chat.say("thủ tục khai sinh")
    async with sqlite_store.sessions() as db, db.begin():
        await db.exec(delete(Procedure))
        db.add(procedure("1.000009", "Đăng ký khai sinh lưu động", id=99))
        await office.raise_version(db)
    assert (await chat.press("Giấy tờ, mẫu đơn")).startswith("Danh mục vừa được cập nhật")
    assert (await chat.say("thủ tục khai sinh")).startswith("Đăng ký khai sinh lưu động")
