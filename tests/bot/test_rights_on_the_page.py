"""Seeing and deleting one's data where most people are: on the page, with the real pipeline."""

from collections.abc import AsyncGenerator

import pytest_asyncio

from bot.office import Office
from bot.pipeline import Pipeline
from scheduler.clock import VIETNAM
from storage.engine import Store
from tests.bot.web_office import Running, running
from tests.hands import Hands


@pytest_asyncio.fixture
async def web(sqlite_store: Store, hands: Hands) -> AsyncGenerator[Running]:
    pipeline = Pipeline(store=sqlite_store, clock=hands, zone=VIETNAM, office=Office(version=-1))
    async with running(sqlite_store, clock=hands, receive=pipeline.receive) as it:
        yield it


async def test_the_file_is_there_to_be_opened(web: Running) -> None:
    async with web.visitor() as visitor, visitor.page() as page:
        opening = await page.ask("mấy giờ mở cửa")
        assert opening["html"].startswith("Đây là trợ lý tự động của Văn phòng UBND tỉnh: máy")
        answer = await page.ask("dữ liệu của tôi")
        assert answer["file"]["name"] == "du-lieu-cua-toi-20261116.txt"
        told = await visitor.http.get(answer["file"]["url"])
        assert "Anh/Chị: mấy giờ mở cửa" in told.text


async def test_once_deleted_every_page_is_empty_and_stays_so(web: Running, hands: Hands) -> None:
    async with web.visitor() as visitor:
        async with visitor.page() as page, visitor.page() as other:
            await page.ask("xin chào")
            kept = await page.ask("dữ liệu của tôi")
            asked = await page.ask("xóa dữ liệu của tôi")
            ((delete,), _) = asked["buttons"]
            await page.send({"press": {"message": asked["id"], "data": delete["data"]}})
            for shown in (page, other):
                assert (await shown.hear("history", reset=True))["lines"] == []
                assert (await shown.hear("line", ours=True))["html"].startswith("Đã xóa.")
            await page.hear("typing", on=False)
            gone = await visitor.http.get(kept["file"]["url"])
            assert gone.status_code == 404
        hands.forward(minutes=1)
        async with visitor.page() as page:
            assert await page.history() == []
            again = await page.ask("xin chào")
            assert again["html"].startswith("Đây là trợ lý tự động")
