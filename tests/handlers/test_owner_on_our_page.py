"""What only a dossier's owner may see stays on our own page, where a messenger keeps the words."""

import datetime as dt
from dataclasses import replace

import pytest

from bot.channels.console import open_console
from bot.office import Office
from bot.pipeline import Pipeline
from bot.settings import Settings
from handlers.dossiers.rules import DossierRules
from scheduler.clock import VIETNAM
from storage.engine import Store
from storage.models import Person
from storage.viewer import Role
from tests import cast
from tests import office as make
from tests.bot.on_zalo import USER, on_oa
from tests.chat import Chat
from tests.hands import Hands

CODE, PAGE = "H37.12-261116-0001", "https://troly.vidu.gov.vn"
HINT = "Phần dành cho chủ hồ sơ chỉ xem trên trang web của Văn phòng"
THEIRS = "Hưởng trợ cấp xã hội hằng tháng"


@pytest.fixture
async def office(sqlite_store: Store, hands: Hands) -> Store:
    hands.now = cast.NOW
    async with sqlite_store.sessions() as db, db.begin():
        await cast.settle(db)
        await cast.add_dossier(
            db, 1, due=dt.date(2026, 11, 27), phone="0678", identity="4321", public=True
        )
    return sqlite_store


async def stranger_on(
    store: Store,
    hands: Hands,
    *,
    page: str = PAGE,
    on: bool = True,
    leaves: bool = True,
    person: Person | None = None,
) -> Chat:
    """Somebody on a channel like Telegram or Zalo, or like our own."""
    channel = open_console(hands, "messenger", "104:messenger")
    channel = replace(channel, can=replace(channel.can, leaves_the_office=leaves))
    async with store.sessions() as db, db.begin():
        account = await make.account(db, person, channel="messenger")
    pipeline = Pipeline(
        store=store,
        clock=hands,
        zone=VIETNAM,
        office=Office(version=-1, page_url=page),
        dossier_rules=DossierRules(owner_on_our_page=on),
    )
    return Chat(channel, account.chat_id, pipeline)


async def test_a_messenger_tells_what_the_code_opens_and_links_to_the_rest(
    office: Store, hands: Hands
) -> None:
    chat = await stranger_on(office, hands)
    for words in (CODE, f"{CODE} 0678", f"{CODE} 9999"):
        said = await chat.say(words)
        assert "đang được giải quyết" in said
        assert HINT in said
        assert THEIRS not in said
        (heard,) = chat.conversation.last[-1:]
        assert heard.links == [("Xem chi tiết trên trang của Văn phòng", f"{PAGE}/#hoi={CODE}")]


async def test_right_digits_open_nothing_there_that_could_be_read_later(
    office: Store, hands: Hands
) -> None:
    on_it = await stranger_on(office, hands)
    await on_it.say(f"{CODE} 0678")
    on_it.conversation.receive = (await stranger_on(office, hands, on=False)).conversation.receive
    assert THEIRS not in await on_it.say(CODE)


@pytest.mark.parametrize(
    "here", [{"on": False}, {"leaves": False}, {"page": "http://localhost:8080"}]
)
async def test_elsewhere_and_where_no_page_can_be_reached_the_owner_reads_it_here(
    office: Store, hands: Hands, here: dict[str, object]
) -> None:
    chat = await stranger_on(office, hands, **here)  # type: ignore[arg-type]
    assert THEIRS in await chat.say(f"{CODE} 0678")


async def test_a_known_citizens_list_has_codes_and_days_and_the_way_to_our_page(
    office: Store, hands: Hands
) -> None:
    async with office.sessions() as db, db.begin():
        lan = await make.person(db, "Nguyễn Thị Lan", Role.CITIZEN)
        await make.dossier(db, "H37.12-261116-0009", applicant_id=lan.id)
    chat = await stranger_on(office, hands, person=lan)
    said = await chat.say("hồ sơ của tôi tới đâu rồi")
    assert "H37.12-261116-0009" in said
    assert HINT in said
    (heard,) = chat.conversation.last[-1:]
    assert heard.links[0][1].startswith(f"{PAGE}/#hoi=")


def test_an_office_has_it_so_unless_it_decides_otherwise() -> None:
    assert Settings(_env_file=None).dossier_rules.owner_on_our_page


async def test_on_zalo_a_number_may_be_given_by_its_own_form(office: Store, hands: Hands) -> None:
    async with on_oa(office, hands, contact_image="https://vidu.gov.vn/a.png") as chat:
        await chat.say(CODE)
        await chat.press("Xem chi tiết (chủ hồ sơ)")
        await chat.fake.until(lambda: len(chat.fake.said) == 3)
        form = chat.fake.said[-1]["message"]["attachment"]["payload"]
        assert form["template_type"] == "request_user_info"
        assert form["elements"][0]["image_url"] == "https://vidu.gov.vn/a.png"
        info = {"name": "Lan", "phone": "84900000678", "address": "?"}
        shown = await chat.send("user_submit_info", info=info)
    assert THEIRS in shown["message"]["text"]
    assert shown["recipient"]["user_id"] == str(USER)


async def test_without_that_form_it_is_typed(office: Store, hands: Hands) -> None:
    async with on_oa(office, hands) as chat:
        await chat.say(CODE)
        asked = await chat.press("Xem chi tiết (chủ hồ sơ)")
        assert "bốn số cuối" in asked["message"]["text"]
        assert THEIRS in (await chat.say("0678"))["message"]["text"]
        assert len(chat.fake.said) == 3
