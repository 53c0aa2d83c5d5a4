"""The whole program in a real browser: the demonstration is opened, asked, and asked again."""

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

ROOT = Path(__file__).parent.parent.parent
STARTS_WITHIN = 120  # seconds, on a machine that does much else at once

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(STARTS_WITHIN + 60),
    pytest.mark.asyncio(loop_scope="module"),
]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def address(tmp_path_factory: pytest.TempPathFactory) -> AsyncGenerator[str]:
    """Where `python -m bot run`, without configuration, says that it is."""
    settings = {k: v for k, v in os.environ.items() if not k.startswith("OFFICE_")}  # noqa: TID251
    program = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "run"),
        cwd=tmp_path_factory.mktemp("office"),
        env=settings | {"OFFICE_WEB_PORT": "0", "PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.PIPE,
    )
    assert program.stdout
    async with asyncio.timeout(STARTS_WITHIN):
        async for line in program.stdout:
            if found := re.search(r"http://\S+", line.decode()):
                yield found[0]
                break
        else:
            pytest.fail("the program ended before it was ready")
    program.send_signal(signal.SIGTERM)
    assert await program.wait() == 0


async def test_the_chief_of_office_asks_three_questions(browser: Browser, address: str) -> None:
    page = await (await browser.new_context()).new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text))
    await page.goto(address)
    await page.select_option("#persona", "chanh-van-phong")

    for question in ("Hôm nay có gì?", "Văn phòng làm việc mấy giờ?", "Văn bản quá hạn"):
        await page.fill("#words", question)
        await page.press("#words", "Enter")
        asked = page.locator(".mine", has_text=question)
        await expect(
            asked.locator("xpath=following-sibling::*[contains(@class, 'ours')]")
        ).not_to_have_count(0)

    await expect(page.locator("#log")).to_contain_text("BẢN TRÌNH DIỄN, số liệu không có thật")
    await expect(page.locator("#log")).to_contain_text("07:30")
    await page.get_by_role("button", name="Xem thêm").last.click()
    await expect(page.get_by_role("button", name="Trang trước")).to_be_visible()

    said = await page.locator(".words").all_inner_texts()
    await page.reload()
    await expect(page.locator(".words").nth(len(said) - 1)).to_be_visible()
    assert set(said) <= set(await page.locator(".words").all_inner_texts())
    assert complaints == []
