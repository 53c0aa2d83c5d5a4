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
STARTS_WITHIN = 60  # seconds, on a machine that does much else at once

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


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
    await expect(page.locator("#suggestions button").first).to_have_text("Hôm nay có gì?")

    for question in ("Hôm nay có gì?", "Văn phòng làm việc mấy giờ?", "Văn bản quá hạn"):
        asked = page.locator(".mine", has_text=question)
        await page.fill("#words", question)
        await page.press("#words", "Enter")
        await expect(asked.locator("xpath=following-sibling::*[1]")).to_contain_text(
            re.compile(r"\S{3}")
        )
        assert await asked.locator("xpath=following-sibling::*[1][contains(@class,'ours')]").count()

    first = page.locator(".ours").first
    await expect(first).to_contain_text("BẢN TRÌNH DIỄN, số liệu không có thật")
    before = await page.locator(".ours").count()
    await page.get_by_role("button", name="Xem thêm").last.click()
    await expect(page.locator(".ours")).to_have_count(before + 1)

    said = await page.locator(".words").all_inner_texts()
    await page.reload()
    await expect(page.locator(".ours")).to_have_count(before + 1)
    assert await page.locator(".words").all_inner_texts() == said
    assert complaints == []
