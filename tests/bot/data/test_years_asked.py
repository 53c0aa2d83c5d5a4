"""A printed year, asked for in the chat: its figures are those that `bot report` prints."""

from handlers.texts import Rate, speak
from storage import stats
from storage.counted import Period
from storage.engine import Store
from storage.models import Person
from tests.bot.data.demo_days import SATURDAY, ZONE
from tests.bot.data.test_years import fill, report_of
from tests.chat import ChatAs

SAY = speak("vi", ZONE)
CHIEF = 5  # of the office, in every demonstration
PRINTED = {"early_rate", "on_the_day_rate", "late_rate", "on_time_rate"}


async def chief(store: Store) -> Person:
    async with store.reading() as db:
        return await db.get_one(Person, CHIEF)


def shown(rate: Rate) -> str:
    return str(SAY("report-percent", rate=rate))


def thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")


async def test_lang_son_2020(sqlite_store: Store, chat_as: ChatAs) -> None:
    await fill(sqlite_store, "lang-son-2020", share=0.05)
    report = await report_of(sqlite_store, 2020)
    counts = {one.key: one.value for one in report.counts}
    chat = await chat_as(await chief(sqlite_store))
    dossiers = await chat.say("tỷ lệ hồ sơ đúng hạn năm 2020")
    rates = [one for one in report.shares if one.key in PRINTED]
    assert len(rates) == len(PRINTED)
    for one in rates:
        assert shown(one.rate) in dossiers
    on_time = next(one.rate for one in rates if one.key == "on_time_rate")
    assert (
        f"Trước hạn và đúng hạn: {shown(on_time)} ({thousands(on_time.numerator)}/"
        f"{thousands(on_time.denominator)} hồ sơ đã giải quyết)" in dossiers
    )
    whole = await chat.say("báo cáo năm 2020")
    for words, key in (
        ("Văn bản đến: tiếp nhận", "incoming"),
        ("Văn bản đi: phát hành", "outgoing"),
        ("Cuộc họp: đã họp", "meetings"),
        ("Đơn thư: tiếp nhận", "petitions"),
    ):
        assert f"{words} {thousands(counts[key])}" in whole
    visits = counts["desk_visits"] + counts["chairman_visits"]
    assert f"Tiếp công dân: {thousands(visits)} lượt" in whole


async def test_the_two_definitions_agree_where_nothing_waited_and_all_is_dated(
    sqlite_store: Store, chat_as: ChatAs
) -> None:
    await fill(sqlite_store, "lang-son-2020", share=0.01)
    async with sqlite_store.reading() as db:
        found = await stats.whole(db, Period.of_year(2020, today=SATURDAY.date()))
    dossiers = found.dossiers
    part = dossiers.on_time + dossiers.open_in_time
    base = dossiers.resolved + dossiers.still_open
    chat = await chat_as(await chief(sqlite_store))
    assert (
        f"QĐ 766/QĐ-TTg: {shown(Rate(part, base))} đúng hạn ({thousands(part)}/{thousands(base)} "
        in await chat.say("tỷ lệ hồ sơ đúng hạn năm 2020")
    )


async def test_vinh_long_2016(sqlite_store: Store, chat_as: ChatAs) -> None:
    await fill(sqlite_store, "vinh-long-2016")
    chat = await chat_as(await chief(sqlite_store))
    incoming = await chat.say("số liệu xử lý văn bản đến năm 2016, bao nhiêu phần trăm đúng hạn")
    assert "Tiếp nhận 16.143." in incoming
    assert "Số hóa: 76,46% (12.343/16.143 văn bản đến trong sổ)." in incoming
    assert "Xử lý trong hạn: 97,04% (15.665/16.143 văn bản có hạn đã xử lý)." in incoming
    assert "Phát hành 9.658." in await chat.say("năm 2016 phát hành bao nhiêu văn bản đi")
