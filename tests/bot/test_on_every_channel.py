"""One conversation at every channel, compared by what its reader sees.

Where a channel has no buttons their words are typed, where it takes no files there is a link; a
number under a list is typed everywhere. A terminal sends no pictures.
"""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
import segno
from sqlmodel import select

from bot.channels.zalo_bot import NAME as ZALO_BOT
from bot.channels.zalo_oa import NAME as ZALO_OA
from storage import exposures
from storage.engine import Store, opened
from storage.models import DocumentState, IncomingDocument, Level, Noun
from storage.models import Person as Row
from storage.viewer import Role
from tests import office as make
from tests.bot.at_work import AtWork
from tests.bot.people_on import CHANNELS, servers
from tests.bot.sitting import Person, Seen
from tests.hands import Hands
from tests.stores import copy_of

CODE = "000.00.12.H37-261109-0045"
SAY, CHOOSE, PICTURE, NEXT_DAY = "say", "choose", "picture", "next day"
CONVERSATION = (
    (SAY, "xin chào"),
    (SAY, "văn bản quá hạn"),
    (CHOOSE, "Xem thêm"),
    (CHOOSE, "Trang trước"),
    (SAY, "2"),
    (CHOOSE, "Nhắc lại sau"),
    (CHOOSE, "Sáng mai"),
    (SAY, "văn bản 4/SYT-NVY"),
    (CHOOSE, "Đã nhận"),
    (SAY, "văn bản 5/SYT-NVY"),
    (CHOOSE, "Xin gia hạn"),
    (SAY, "27/11/2026"),
    (SAY, "chờ Sở Y tế góp ý"),
    (SAY, "văn bản sắp đến hạn"),
    (SAY, "English please"),
    (SAY, "overdue documents"),
    (SAY, "nói tiếng Việt nhé"),
    (SAY, "dữ liệu của tôi"),
    (PICTURE, ""),
    (PICTURE, CODE),
    (SAY, "mấy giờ Văn phòng làm việc"),
    (SAY, "hồ sơ " + CODE),
    (SAY, "trợ giúp"),
    (SAY, "asdf qwer zxcv"),
    (SAY, "thôi"),
    (SAY, "cảm ơn"),
    (NEXT_DAY, ""),
    (SAY, "1"),
    (SAY, "xong 2"),
    (CHOOSE, "Hoàn tác"),
    (SAY, "văn bản quá hạn"),
    (CHOOSE, "Xem thêm"),
)


async def hoa_at(store: Store, person: Person) -> Row:
    """Her account there, eight documents that are late, and one dossier."""
    async with store.sessions() as db, db.begin():
        unit = await make.unit(db)
        hoa = await make.person(db, "Trần Thị Hoa", unit_id=unit.id)
        account = await make.account(db, hoa, channel=person.channel.name, chat_id=person.chat_id)
        account.external_id = person.external_id
        for noun in (Noun.DOCUMENTS, Noun.DOSSIERS):
            for role in (Role.OFFICER, Role.CITIZEN):
                await exposures.put(db, person.channel.name, noun, role, Level.FULL)
        for n in range(2, 10):
            await make.document(
                db,
                f"{n}/SYT-NVY",
                book_number=n,
                holder_id=hoa.id,
                unit_id=unit.id,
                due_on=make.day(f"2026-11-{n:02}"),
            )
        await make.dossier(db, CODE, unit_id=unit.id)
    return hoa


def qr(words: str) -> bytes:
    written = BytesIO()
    segno.make(words or "https://vidu.vn/", micro=False).save(written, kind="png", scale=8)
    return written.getvalue()


def normal(seen: Sequence[Seen]) -> Seen:
    """All that was said in one turn, however many messages it took; lists number themselves."""
    return Seen(
        " ".join(" ".join(one.text for one in seen).split()),
        tuple(sorted(c for one in seen for c in one.choices if not c.isdigit())),
        any(one.picture for one in seen),
        "".join(one.file for one in seen),
    )


async def played(channel: str, store: Store, hands: Hands) -> list[tuple[str, Seen]]:
    """The conversation at one channel; over night the program is started again."""
    told = []
    async with servers() as sit:
        person = sit[channel](store, hands)
        await hoa_at(store, person)
        for what, words in CONVERSATION:
            if what == SAY:
                seen = await person.say(words)
            elif what == CHOOSE:
                seen = await person.choose(words)
            elif what == PICTURE:
                if channel == "console":
                    continue
                seen = await person.send_picture(qr(words))
            else:
                await person.channel.bot.session.close()
                person = sit[channel](store, hands)
                work = AtWork(store, hands, person.channel)
                await work.starts("2026-11-17 07:30")
                seen = sorted(person.unasked(), key=lambda one: one.text)  # they race
                hands.set("2026-11-17 08:30")
            told.append((f"{what} {words}".strip(), normal(seen)))
        await person.channel.bot.session.close()
    return told


@pytest.fixture
async def told(sqlite_template: Path, tmp_path: Path) -> dict[str, list[tuple[str, Seen]]]:
    """What was read at each channel, step by step; each over a store of its own."""
    at = {}
    for channel in CHANNELS:
        folder = tmp_path / channel
        folder.mkdir()
        async with opened(copy_of(sqlite_template, folder)) as store:
            at[channel] = await played(channel, store, Hands())
            async with store.reading() as db:
                done = IncomingDocument.state == DocumentState.DONE
                assert (await db.exec(select(IncomingDocument).where(done))).all() == []
    return at


async def test_what_is_read_and_can_be_chosen_is_the_same(
    told: dict[str, list[tuple[str, Seen]]],
) -> None:
    page = told["web"]
    at_night = [one for one in page if one[0] != NEXT_DAY]
    assert len(page) > 30
    assert told["console"] == [one for one in page if not one[0].startswith(PICTURE)]
    for messenger in ("telegram", ZALO_OA, ZALO_BOT):
        assert [one for one in told[messenger] if one[0] != NEXT_DAY] == at_night
        # The brief leaves the office as numbers and dates only.
        assert told[messenger] == told["telegram"]
