"""What only a dossier's owner may see stays on our own page, where a messenger keeps the words."""

import datetime as dt
from dataclasses import replace

import pytest
from sqlmodel import select

from bot.channels.console import open_console
from bot.office import Office
from bot.pipeline import Pipeline
from bot.settings import Settings
from handlers.dossiers import own_page
from handlers.dossiers.rules import DossierRules
from handlers.reach import ALWAYS, NEVER, Reach
from scheduler.clock import VIETNAM
from storage.engine import Store
from storage.models import Dossier, DossierEvent, DossierState, Person
from storage.viewer import Role
from tests import cast
from tests import office as make
from tests.bot.at_work import AtWork
from tests.bot.on_zalo import USER, on_oa
from tests.chat import Chat
from tests.hands import Hands

CODE, PAGE = "H37.12-261116-0001", "https://troly.vidu.gov.vn"
HINT = "Phần dành cho chủ hồ sơ chỉ xem trên trang web của Văn phòng"
FOLLOWED = "H37.12-261116-0009"
TO_OUR_PAGE = ("Xem chi tiết trên trang của Văn phòng", f"{PAGE}/#hoi={FOLLOWED}")
THEIRS = "Hưởng trợ cấp xã hội hằng tháng"


@pytest.fixture
async def office(cast_office: Store) -> Store:
    async with cast_office.sessions() as db, db.begin():
        await cast.add_dossier(
            db, 1, due=dt.date(2026, 11, 27), phone="0678", identity="4321", public=True
        )
    return cast_office


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


THEIRS_IN_NEWS = ("Phòng Khoa giáo – Văn xã", "Hoàng Minh Đức", "Bản sao sổ hộ nghèo")


async def citizen_on(store: Store, hands: Hands, *, on: bool, reach: Reach = ALWAYS) -> Chat:
    """The applicant, linked to their account on a messenger."""
    async with store.sessions() as db, db.begin():
        await cast.add_dossier(
            db,
            9,
            state=DossierState.RECEIVED,
            due=dt.date(2026, 11, 27),
            applicant_id=cast.CITIZEN,
            missing=THEIRS_IN_NEWS[-1],
        )
    chat = await stranger_on(store, hands, on=on, person=cast.person(cast.CITIZEN))
    channel = chat.conversation.channel
    chat.conversation.channel = replace(channel, can=replace(channel.can, reach=reach))
    return chat


async def papers_are_asked_for(store: Store, hands: Hands, chat: Chat, *, on: bool) -> None:
    """A step of the dossier of `citizen_on`, and the news of it go out."""
    at_work = AtWork(store, hands, chat.conversation.channel)
    at_work.delivery.dossier_rules = DossierRules(owner_on_our_page=on)
    at_work.delivery.office.page_url = PAGE
    when = hands.now + dt.timedelta(minutes=1)
    async with store.sessions() as db, db.begin():
        one = (await db.exec(select(Dossier).where(Dossier.code == FOLLOWED))).one()
        one.state, one.source_at = DossierState.SUPPLEMENT, when
        db.add(
            DossierEvent(
                dossier_id=one.id or 0,
                at=when,
                state=one.state,
                unit_id=cast.CULTURE,
                person_id=cast.OFFICER,
            )
        )
    await at_work.at(f"{hands.now + dt.timedelta(minutes=2):%Y-%m-%d %H:%M}")


@pytest.mark.parametrize("on", [True, False])
async def test_news_of_a_followed_dossier_lead_its_owner_to_our_page(
    office: Store, hands: Hands, on: bool
) -> None:
    chat = await citizen_on(office, hands, on=on)
    begun = await chat.say(f"theo dõi hồ sơ {FOLLOWED}")
    assert begun.startswith("Đã theo dõi")
    assert ("Tin gửi tới đây chỉ có trạng thái" in begun, HINT in begun) == (on, on)
    await papers_are_asked_for(office, hands, chat, on=on)
    told = chat.pushed
    assert "hồ sơ cần bổ sung giấy tờ" in told
    assert [secret in told for secret in THEIRS_IN_NEWS] == [not on] * 3
    assert (HINT in told) is on
    assert chat.conversation.last[-1].links == ([TO_OUR_PAGE] if on else [])


@pytest.mark.parametrize("on", [True, False])
async def test_so_does_what_is_told_first_when_they_write(
    office: Store, hands: Hands, on: bool
) -> None:
    chat = await citizen_on(office, hands, on=on, reach=NEVER)
    await chat.say(f"theo dõi hồ sơ {FOLLOWED}")
    await papers_are_asked_for(office, hands, chat, on=on)
    assert chat.pushed == ""
    told = await chat.say("xin chào")
    assert "hồ sơ cần bổ sung giấy tờ" in told
    assert [secret in told for secret in THEIRS_IN_NEWS] == [not on] * 3
    assert chat.conversation.last[0].links == ([TO_OUR_PAGE] if on else [])


@pytest.mark.parametrize("on", [True, False])
async def test_so_do_the_picture_of_its_way_and_the_words_under_it(
    office: Store, hands: Hands, on: bool
) -> None:
    chat = await citizen_on(office, hands, on=on)
    await papers_are_asked_for(office, hands, chat, on=on)
    await chat.say(FOLLOWED)
    told = await chat.press("Xem dòng thời gian")
    assert [name in told for name in (THEIRS, "Phòng Khoa giáo – Văn xã")] == [not on] * 2
    assert (HINT in told) is on
    assert chat.conversation.last[-1].links == ([TO_OUR_PAGE] if on else [])


@pytest.mark.parametrize("on", [True, False])
async def test_so_does_the_brief_of_the_day(office: Store, hands: Hands, on: bool) -> None:
    chat = await citizen_on(office, hands, on=on)
    told = await chat.say("hôm nay có gì")
    assert FOLLOWED in told
    assert (THEIRS in told, HINT in told) == (not on, on)


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


@pytest.mark.parametrize(
    ("address", "is_reached"),
    [
        ("https://troly.langson.gov.vn", True),
        ("http://192.0.2.7:8080", True),
        ("http://127.0.0.1:8080", False),
        ("http://[::1]:8080", False),
        ("http://localhost:8080", False),
        ("", False),
    ],
)
def test_nobody_is_sent_to_a_page_that_no_phone_reaches(address: str, is_reached: bool) -> None:
    assert own_page.reached(address) == (address if is_reached else "")
