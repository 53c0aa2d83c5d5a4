"""Signing in and out on the page, and sending files from it, in a real browser."""

import re
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import (
    Browser,
    BrowserContext,
    FilePayload,
    Page,
    ViewportSize,
    expect,
)

from bot.office import Office
from bot.pipeline import Pipeline
from scheduler.clock import VIETNAM
from storage import link_codes, links
from storage.engine import Store, opened
from storage.link_rules import LinkRules
from storage.models import Person
from storage.seals import Seal
from storage.viewer import Role
from tests.bot.web_office import PICTURE, Running, running
from tests.hands import Hands
from tests.stores import copy_of

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

PHONE: ViewportSize = {"width": 360, "height": 720}
DESK: ViewportSize = {"width": 1200, "height": 800}
CODE = "K7QM-4TXP-9R"
NAME, TITLE = "Nguyễn Thị Thanh Hương Giang", "Phó Trưởng phòng phụ trách Khoa giáo – Văn xã"


@dataclass
class Desk:
    """The program's own answers behind a page, and the clock."""

    web: Running
    store: Store
    hands: Hands

    async def code(self) -> str:
        """A code for somebody of the office, as it is given to them."""
        async with self.store.sessions() as db, db.begin():
            code = await links.make_code(db, 1, seal=Seal(), rules=LinkRules(), now=self.hands())
        return link_codes.shown(code)

    async def sign_in(self, page: Page) -> None:
        """They type it."""
        await ask(page, await self.code())
        await expect(page.locator("#who")).to_be_visible()


@pytest_asyncio.fixture(loop_scope="module")
async def store(sqlite_template: Path, tmp_path: Path) -> AsyncGenerator[Store]:
    async with opened(copy_of(sqlite_template, tmp_path)) as it:
        async with it.sessions() as db, db.begin():
            db.add(Person(id=1, name=NAME, title=TITLE, role=Role.HEAD))
        yield it


@pytest_asyncio.fixture(loop_scope="module")
async def desk(store: Store) -> AsyncGenerator[Desk]:
    hands = Hands()
    pipeline = Pipeline(store=store, clock=hands, zone=VIETNAM, office=Office(version=-1))
    async with running(store, clock=hands, receive=pipeline.receive) as web:
        yield Desk(web, store, hands)


@pytest_asyncio.fixture(loop_scope="module")
async def fixed(store: Store) -> AsyncGenerator[Running]:
    """Answers in a fixed way, and tells what it heard."""
    async with running(store) as web:
        yield web


@pytest_asyncio.fixture(loop_scope="module")
async def context(browser: Browser) -> AsyncGenerator[BrowserContext]:
    """A browser of somebody; at the end its pages may not have complained about anything."""
    complaints: list[str] = []
    it = await browser.new_context(viewport=DESK)
    it.on("weberror", lambda error: complaints.append(str(error.error)))
    it.on("console", lambda said: complaints.append(said.text))
    yield it
    await it.close()
    assert complaints == []


async def opened_page(context: BrowserContext, url: str) -> Page:
    page = await context.new_page()
    await page.goto(url)
    await expect(page.locator("#suggestions button").first).to_be_visible()
    return page


async def ask(page: Page, text: str) -> None:
    """Type it and send it, and wait until it is answered."""
    answers = page.locator(".ours")
    before = await answers.count()
    await page.fill("#words", text)
    await page.press("#words", "Enter")
    await expect(answers).to_have_count(before + 1)


async def test_the_head_shows_whose_it_is_and_signing_out_leaves_nothing(
    context: BrowserContext, desk: Desk
) -> None:
    page = await opened_page(context, desk.web.url)
    second = await opened_page(context, desk.web.url)
    await expect(page.locator("#who")).to_be_hidden()
    await desk.sign_in(page)
    for shown in (page, second):
        await expect(shown.locator("#who-name")).to_have_text(NAME)
        await expect(shown.locator("#who-title")).to_have_text(TITLE)
    await page.fill("#words", "chưa gửi")

    await page.get_by_role("button", name="Đăng xuất").click()
    question = page.get_by_role("dialog", name="Đăng xuất khỏi trình duyệt này?")
    await expect(question.get_by_role("button", name="Ở lại")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(page.locator("#who")).to_be_visible()
    await page.get_by_role("button", name="Đăng xuất").click()
    await question.get_by_role("button", name="Đăng xuất").click()

    for shown in (page, second):
        await expect(shown.locator("#notice")).to_contain_text("đã đăng xuất")
        await expect(shown.locator("#who")).to_be_hidden()
        await expect(shown.locator(".line")).to_have_count(0)
        await expect(shown.locator("#suggestions button").first).to_be_visible()
    assert await page.input_value("#words") == ""
    await ask(page, "xin chào")
    await expect(page.locator("#notice")).to_be_hidden()
    await expect(second.locator(".line")).to_have_count(2)  # one browser, one chat
    await page.reload()
    await expect(page.locator(".line")).to_have_count(2)
    await expect(page.locator("#who")).to_be_hidden()


async def test_after_a_night_the_page_says_kindly_how_to_come_back(
    context: BrowserContext, desk: Desk
) -> None:
    page = await opened_page(context, desk.web.url)
    await desk.sign_in(page)
    desk.hands.forward(hours=14)
    await page.fill("#words", "văn bản quá hạn")
    await page.press("#words", "Enter")

    notice = page.locator("#notice")
    await expect(notice).to_contain_text("không được dùng trong 8 giờ")
    await expect(notice).to_contain_text("mã")
    await expect(page.locator(".line")).to_have_count(0)
    await expect(page.locator("#words")).to_have_value("văn bản quá hạn")
    await page.get_by_role("button", name="English").click()
    await expect(notice).to_contain_text("was not used for 8 hours")


async def test_a_page_that_is_opened_after_the_night_says_so_too(
    context: BrowserContext, desk: Desk
) -> None:
    page = await opened_page(context, desk.web.url)
    await desk.sign_in(page)
    await page.goto("about:blank")
    desk.hands.forward(hours=14)
    await page.goto(desk.web.url)
    await expect(page.locator("#notice")).to_contain_text("không được dùng trong 8 giờ")
    await expect(page.locator("#suggestions button").first).to_be_visible()
    await expect(page.locator("#who")).to_be_hidden()


async def test_a_code_in_the_address_is_used_only_when_one_agrees(
    context: BrowserContext, fixed: Running
) -> None:
    page = await opened_page(context, f"{fixed.url}/#ma={CODE}")
    question = page.get_by_role("dialog")
    await expect(question).to_be_visible()
    assert page.url == f"{fixed.url}/"
    await question.get_by_role("button", name="Không liên kết").click()
    await page.reload()
    await expect(page.locator("#suggestions button").first).to_be_visible()
    await expect(question).to_be_hidden()
    assert fixed.office.heard == []
    (before,) = await context.cookies()

    await page.goto(f"{fixed.url}/#ma={CODE}")
    await question.get_by_role("button", name="Liên kết", exact=True).click()

    await expect(page.locator(".ours")).to_have_count(1)
    assert fixed.office.heard == [CODE]
    await expect(page.locator(".mine .words")).to_have_text("••••-••••-••")
    (after,) = await context.cookies()
    assert before != after
    await page.goto(f"{fixed.url}/#ma=<script>")
    await expect(page.locator(".ours")).to_have_count(1)
    await expect(question).to_be_hidden()


async def test_a_link_with_a_code_signs_in(context: BrowserContext, desk: Desk) -> None:
    page = await opened_page(context, desk.web.url)
    await page.goto(f"{desk.web.url}/#ma={await desk.code()}")
    await page.get_by_role("button", name="Liên kết", exact=True).click()
    await expect(page.locator("#who-name")).to_have_text(NAME)
    await expect(page.locator(".ours .words")).to_contain_text("Tài khoản này từ giờ là của")
    await expect(page.locator(".mine .words")).to_have_text("••••-••••-••")


async def test_it_all_fits_a_phone(browser: Browser, desk: Desk) -> None:
    context = await browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = await opened_page(context, desk.web.url)
    await desk.sign_in(page)
    await page.get_by_role("button", name="Đăng xuất").click()
    await expect(page.get_by_role("dialog")).to_be_visible()
    assert not await page.evaluate("document.documentElement.scrollWidth > innerWidth")
    for control in ("#leave", "#attach", "#send", "#ask-yes", "#ask-no"):
        box = await page.locator(control).bounding_box()
        assert box
        assert box["height"] >= 40, control
        assert box["x"] >= 0, control
        assert box["x"] + box["width"] <= PHONE["width"], control
    name = await page.locator("#who-name").bounding_box()
    assert name
    assert name["width"] > 150
    await context.close()


async def test_files_are_chosen_dropped_and_refused_kindly(
    context: BrowserContext, fixed: Running
) -> None:
    page = await opened_page(context, fixed.url)
    async with page.expect_file_chooser() as chooser:
        await page.get_by_role("button", name="Đính kèm ảnh, tệp PDF hoặc bảng tính").click()
    photo: FilePayload = {"name": "giấy hẹn.png", "mimeType": "image/png", "buffer": PICTURE}
    await (await chooser.value).set_files([photo])
    await expect(page.locator(".mine .words")).to_have_text(re.compile("Đã gửi một ảnh"))
    await expect(page.locator(".ours .words")).to_have_text(f"ảnh: {len(PICTURE)}")
    await expect(page.locator(".pending")).to_have_count(0)

    await page.evaluate(DROP, {"name": "đơn.pdf", "type": "application/pdf", "size": 9})
    await expect(page.locator(".ours .words").last).to_have_text("tệp đơn.pdf: 9")
    for name, kind, size, told in (
        ("phim.mp4", "video/mp4", 9, "chỉ nhận ảnh, tệp PDF và bảng tính"),
        ("to.pdf", "application/pdf", 10 * 1024 * 1024 + 1, "lớn hơn 10 MB"),
    ):
        await page.evaluate(DROP, {"name": name, "type": kind, "size": size})
        await expect(page.locator("#toast")).to_contain_text(told)
    await expect(page.locator(".line")).to_have_count(4)
    await page.get_by_role("button", name="English").click()
    await expect(page.locator(".mine .words").first).to_have_text("Sent a photo or file (not kept)")


DROP = """({ name, type, size }) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(size)], name, { type }));
    document.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
}"""


async def test_a_question_from_a_link_outlives_the_session_that_is_over(
    context: BrowserContext, desk: Desk
) -> None:
    page = await opened_page(context, desk.web.url)
    await desk.sign_in(page)
    await page.goto("about:blank")
    desk.hands.forward(hours=14)
    await page.goto(f"{desk.web.url}/#hoi=v%C4%83n%20b%E1%BA%A3n%20qu%C3%A1%20h%E1%BA%A1n")
    await expect(page.locator("#notice")).to_be_visible()
    await expect(page.locator("#words")).to_have_value("văn bản quá hạn")
