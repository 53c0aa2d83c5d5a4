"""`python -m bot phrases`: what was not understood, for whoever teaches the assistant."""

import asyncio
import html
from collections.abc import AsyncGenerator
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from bot.settings import Settings, SettingsError, load
from scheduler.clock import system_clock

if TYPE_CHECKING:
    from handlers.texts import Say
    from storage.engine import Store

out = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)
ALL = "all"


def phrases(
    forget: Annotated[
        str | None, typer.Option("--forget", help="Delete one, by its number, or all.")
    ] = None,
) -> None:
    """List what was not understood, the most frequent first, ready for a file of phrases."""
    asyncio.run(_print(load(), forget))


async def _print(settings: Settings, forget: str | None) -> None:
    from bot.assistant import prepare
    from handlers.texts import speak
    from storage.engine import opened

    say = speak("vi", settings.zone)
    async with opened(settings.address) as store:
        await prepare(store, settings, system_clock(settings.zone)())
        lines = listed(store, say) if forget is None else forgotten(store, say, forget)
        async for line in lines:
            out.print(html.unescape(line))


async def listed(store: "Store", say: "Say") -> AsyncGenerator[str]:
    """Each sentence below a comment that says where it comes from."""
    from storage import unlearnt

    async with store.reading() as db:
        found = await unlearnt.sentences(db)
    if not found:
        yield say("unlearnt-none")
    for one in found:
        yield say(
            "unlearnt-line",
            number=one.id,
            times=one.times,
            who="officer" if one.by_officer else "citizen",
            language=one.language,
            day=one.day,
        )
        yield say("unlearnt-words", words=one.words)


async def forgotten(store: "Store", say: "Say", which: str) -> AsyncGenerator[str]:
    """Delete one or all; SettingsError if there is none with that number."""
    from storage import unlearnt

    if which != ALL and not which.isdecimal():
        raise SettingsError(say("unlearnt-which", given=which))
    async with store.sessions() as db, db.begin():
        gone = await unlearnt.forget(db, None if which == ALL else int(which))
    if which != ALL and not gone:
        raise SettingsError(say("unlearnt-unknown", number=which))
    yield say("unlearnt-forgotten", number=gone)
