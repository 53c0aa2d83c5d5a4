"""The chat page in a real browser. What is answered is fixed; how it is shown is judged."""

import re
from collections.abc import AsyncGenerator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio
from aiogram.methods import SendMessage
from playwright.async_api import Browser, Page, expect

from storage.engine import Store, opened
from storage.models import Person
from storage.viewer import Role
from tests.bot.web_office import Running, running
from tests.stores import copy_of

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

# Chromium says so when foreign HTML is only parsed, too; the page has no handlers of this kind.
BLOCKED = "Executing inline event handler violates"
PHONE = {"width": 360, "height": 720}
DESK = {"width": 1200, "height": 800}

Open = Callable[..., Awaitable[Page]]


@pytest_asyncio.fixture(loop_scope="module")
async def store(sqlite_template: Path, tmp_path: Path) -> AsyncGenerator[Store]:
    async with opened(copy_of(sqlite_template, tmp_path)) as it:
        async with it.sessions() as db, db.begin():
            db.add(Person(id=1, name="Lý Thị Na", role=Role.CITIZEN))
            db.add(Person(id=2, name="Hoàng Văn Thái", role=Role.LEADER))
        yield it


@pytest_asyncio.fixture(loop_scope="module")
async def web(store: Store) -> AsyncGenerator[Running]:
    async with running(store, demo=True) as it:
        yield it


@pytest_asyncio.fixture(loop_scope="module")
async def open_page(browser: Browser, web: Running) -> AsyncGenerator[Open]:
    """Opens the page as a new visitor; at the end nothing may have been complained about."""
    complaints: list[str] = []

    async def new(viewport: dict[str, int] = DESK, **more: object) -> Page:
        context = await browser.new_context(viewport=viewport, **more)  # type: ignore[arg-type]
        page = await context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text))
        await page.goto(web.url)
        await expect(page.locator("#suggestions button").first).to_be_visible()
        return page

    yield new
    for context in browser.contexts:
        await context.close()
    assert [text for text in complaints if BLOCKED not in text] == []


async def ask(page: Page, text: str) -> None:
    """Type it and send it, and wait until it is answered."""
    answers = page.locator(".ours")
    before = await answers.count()
    await page.fill("#words", text)
    await page.press("#words", "Enter")
    await expect(answers).to_have_count(before + 1)


async def test_a_conversation_its_button_and_its_history(open_page: Open) -> None:
    page = await open_page()
    await expect(page.locator("#demo")).to_have_text("BẢN TRÌNH DIỄN, số liệu không có thật")
    await expect(page.locator("#welcome")).to_be_visible()

    for text in ("xin chào", "lịch họp hôm nay", "danh sách"):
        await ask(page, text)

    await expect(page.locator("#welcome")).to_be_hidden()
    await expect(page.locator(".ours b").first).to_have_text("Trả lời")
    await page.get_by_role("button", name="Xem thêm").click()
    await expect(page.locator(".ours .words").last).to_have_text("Đã xem")
    await expect(page.locator("#toast")).to_have_text("Đã nhận")
    await expect(page.get_by_role("button", name="Xem thêm")).to_have_count(0)

    said = await page.locator(".words").all_inner_texts()
    await page.reload()
    await expect(page.locator(".line")).to_have_count(6)
    assert await page.locator(".words").all_inner_texts() == said
    await expect(page.locator(".day")).to_have_text("Hôm nay")
    assert re.fullmatch(r"\d\d:\d\d · đã sửa", await page.locator(".meta").last.inner_text())


async def test_the_keyboard_is_enough(open_page: Open) -> None:
    page = await open_page()
    await expect(page.locator("#words")).to_be_focused()
    await page.keyboard.type("một dòng")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("hai dòng")
    await page.keyboard.press("Enter")
    await expect(page.locator(".mine .words")).to_have_text("một dòng\nhai dòng")
    await page.keyboard.type("danh sách")
    await page.keyboard.press("Enter")
    more = page.get_by_role("button", name="Xem thêm")
    await expect(more).to_be_visible()

    await page.keyboard.press("Shift+Tab")
    await expect(more).to_be_focused()
    await page.keyboard.press("Enter")

    await expect(page.locator(".ours .words").last).to_have_text("Đã xem")
    await page.locator("body").press("Tab")
    names = []
    for _ in range(8):
        names.append(await page.evaluate(WHAT_HAS_FOCUS))
        await page.keyboard.press("Tab")
    assert {"Đóng vai", "Đến ô nhập câu hỏi", "English", "Câu hỏi", "Gửi"} <= set(names)


WHAT_HAS_FOCUS = """() => {
    const it = document.activeElement;
    const name = it.labels?.[0]?.innerText || it.getAttribute("aria-label") || it.innerText || "";
    return name.split("\\n")[0].trim();
}"""


async def test_it_fits_a_phone(open_page: Open) -> None:
    page = await open_page(PHONE, has_touch=True, is_mobile=True)
    await ask(page, "danh sách")
    await ask(page, "html:" + "dài" * 200)
    await ask(page, "biểu đồ")
    wide = await page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not wide
    for control in ("#words", "#send", "#persona", ".row button"):
        box = await page.locator(control).first.bounding_box()
        assert box
        assert box["height"] >= 40, control
        assert box["x"] + box["width"] <= PHONE["width"], control


async def test_foreign_html_is_only_ever_text(open_page: Open) -> None:
    page = await open_page()
    await ask(
        page,
        'html:<b>đậm</b> <img src=x onerror="document.title=1"> <script>document.title=2</script>'
        '<a href="javascript:document.title=3">bẫy</a> <a href="https://example.vn/a">trang</a>'
        "<i onclick=alert(1)>nghiêng</i> &lt;u&gt; <form><input></form>"
        "<svg><script>1</script></svg>",
    )
    await ask(page, "<b>của tôi</b>")
    answer = page.locator(".ours .words").first
    assert await answer.inner_html() == (
        "<b>đậm</b>  bẫy "
        '<a href="https://example.vn/a" target="_blank" rel="noopener noreferrer">trang</a>'
        "<i>nghiêng</i> &lt;u&gt; "
    )
    await expect(page.locator(".mine .words").last).to_have_text("<b>của tôi</b>")
    assert await page.title() == "Trợ lý Văn phòng"


async def test_pictures_and_documents(open_page: Open) -> None:
    page = await open_page()
    await ask(page, "biểu đồ")
    picture = page.locator(".picture img")
    await expect(picture).to_have_attribute("alt", "Biểu đồ tuần")
    assert await picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1
    await ask(page, "tệp")
    async with page.expect_download() as download:
        await page.get_by_role("link", name="giấy mời.html").click()
    assert (await download.value).suggested_filename == "giấy mời.html"


async def test_each_persona_sees_its_own_chat_and_keeps_it(open_page: Open) -> None:
    page = await open_page()
    await ask(page, "hồ sơ của tôi")
    await page.select_option("#persona", "chanh-van-phong")
    await expect(page.locator(".line")).to_have_count(0)
    await expect(page.locator("#suggestions button").last).to_have_text("Ai phụ trách giáo dục?")
    await page.locator("#suggestions button").first.click()
    await expect(page.locator(".ours")).to_have_count(1)
    await page.reload()
    await expect(page.locator("#persona")).to_have_value("chanh-van-phong")
    await expect(page.locator(".mine .words")).to_have_text("Hôm nay có gì?")
    await page.select_option("#persona", "citizen")
    await expect(page.locator(".mine .words")).to_have_text("hồ sơ của tôi")


async def test_the_page_speaks_english_too(open_page: Open) -> None:
    page = await open_page()
    await page.get_by_role("button", name="English").click()
    await expect(page.locator("html")).to_have_attribute("lang", "en")
    await expect(page.get_by_role("button", name="Send")).to_be_visible()
    await expect(page.locator("#suggestions button").first).to_have_text("Where is my dossier?")
    await ask(page, "hello")
    await expect(page.locator(".day")).to_have_text("Today")
    await expect(page.locator(".mine .words")).to_have_attribute("lang", "en")
    await expect(page.locator(".ours .words")).to_have_attribute("lang", "vi")
    await page.reload()
    await expect(page.get_by_role("button", name="Tiếng Việt")).to_be_visible()


async def test_two_pages_of_one_visitor_show_the_same(open_page: Open) -> None:
    page = await open_page()
    second = await page.context.new_page()
    await second.goto(page.url)
    await expect(second.locator("#suggestions button").first).to_be_visible()
    await ask(page, "danh sách")
    await expect(second.locator(".line")).to_have_count(2)
    await second.get_by_role("button", name="Xem thêm").click()
    await expect(page.locator(".ours .words")).to_have_text("Đã xem")


async def test_after_a_break_it_comes_back_by_itself_and_has_lost_nothing(
    browser: Browser, store: Store
) -> None:
    async with running(store) as web:
        context = await browser.new_context(viewport=DESK)  # type: ignore[arg-type]
        page = await context.new_page()
        await page.goto(web.url)
        await ask(page, "trước khi mất")
        chat_id, port = web.office.chat_ids[0], int(web.host.rpartition(":")[2])

    await expect(page.locator("#connection")).to_have_text("Mất kết nối, đang kết nối lại…")
    await page.fill("#words", "chưa gửi được")
    await page.press("#words", "Enter")
    await expect(page.locator("#toast")).to_contain_text("vẫn còn trong ô nhập")
    await expect(page.locator("#words")).to_have_value("chưa gửi được")

    async with running(store, port=port) as web:
        await web.office.say(web.site.channel, SendMessage(chat_id=chat_id, text="Nhắc việc 07:30"))
        await expect(page.locator("#connection")).to_be_hidden()
        await expect(page.locator(".ours .words").last).to_have_text("Nhắc việc 07:30")
        await page.press("#words", "Enter")
        await expect(page.locator(".mine .words").last).to_have_text("chưa gửi được")
        await expect(page.locator("#words")).to_have_value("")
        await expect(page.locator(".line")).to_have_count(5)
        await context.close()


async def test_a_broken_wire_gives_the_words_back(open_page: Open) -> None:
    page = await open_page()
    await page.evaluate("() => { WebSocket.prototype.send = function () { this.close(); } }")
    await page.fill("#words", "đừng mất")
    await page.press("#words", "Enter")
    await expect(page.locator(".pending")).to_have_count(0)
    await expect(page.locator("#words")).to_have_value("đừng mất")
    await page.reload()
    await expect(page.locator("#words")).to_have_value("đừng mất")


async def test_older_messages_are_shown_when_asked_for(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.web.history.LINES_AT_ONCE", 4)
    page = await open_page()
    for text in ("một", "hai", "ba"):
        await ask(page, text)
    await page.reload()
    await expect(page.locator(".line")).to_have_count(4)
    await page.get_by_role("button", name="Xem tin cũ hơn").click()
    await expect(page.locator(".line")).to_have_count(6)
    await expect(page.locator(".words").first).to_have_text("một")
    await expect(page.locator("#older")).to_be_hidden()
    await expect(page.locator(".day")).to_have_count(1)


async def test_a_long_answer_is_read_from_its_question_on(open_page: Open, web: Running) -> None:
    page = await open_page()
    await ask(page, "ngắn")
    await ask(page, "html:" + "dòng\n" * 60)
    await expect(page.locator(".mine").last).to_be_in_viewport(ratio=1)
    await expect(page.locator("#newer")).to_be_hidden()

    reminder = SendMessage(chat_id=web.office.chat_ids[0], text="Nhắc việc 07:30")
    await web.office.say(web.site.channel, reminder)

    newest = page.locator(".ours").last
    await expect(newest).not_to_be_in_viewport()
    await page.get_by_role("button", name="Có tin mới").click()
    await expect(newest).to_be_in_viewport(ratio=1)
    await expect(page.locator("#newer")).to_be_hidden()


async def test_what_a_button_brings_is_brought_into_view(open_page: Open) -> None:
    page = await open_page()
    await ask(page, "sách")
    await page.get_by_role("button", name="Đọc tiếp").click()
    brought = page.locator(".ours").nth(1)
    await expect(brought.locator(".words")).to_be_visible()
    await page.wait_for_function(
        """() => {
            const line = document.querySelectorAll(".ours")[1].getBoundingClientRect();
            const view = document.getElementById("scroll").getBoundingClientRect();
            return line.top >= view.top && line.top < view.top + 40;
        }"""
    )


async def test_too_long_a_message_stays_in_the_box(open_page: Open) -> None:
    page = await open_page()
    await page.evaluate("() => { document.getElementById('words').value = 'a'.repeat(100_001) }")
    await page.press("#words", "Enter")
    await expect(page.locator("#toast")).to_contain_text("quá dài")
    assert len(await page.input_value("#words")) == 100_001


async def test_a_question_in_the_address_is_filled_in_and_not_sent(
    open_page: Open, web: Running
) -> None:
    page = await open_page()
    await page.goto(f"{web.url}/#hoi=v%C4%83n%20b%E1%BA%A3n%201234/BNV-CCHC")
    await expect(page.locator("#words")).to_have_value("văn bản 1234/BNV-CCHC")
    await expect(page).to_have_url(re.compile(r"/$"))
    assert await page.locator(".line").count() == 0


async def test_a_button_that_leads_to_a_page_is_a_link_also_after_a_reload(
    open_page: Open,
) -> None:
    page = await open_page()
    await ask(page, "liên kết")
    for _ in range(2):
        way = page.get_by_role("link", name="Mở trang")
        await expect(way).to_have_attribute("href", "https://troly.vidu.gov.vn/")
        await expect(way).to_have_attribute("rel", "noopener")
        await page.reload()
