"""`python -m bot receipt`: the line and the QR code for receipts, and the sheet for the counter."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from bot.cli_accounts import telegram_name
from bot.settings import Settings, SettingsError, load
from scheduler.clock import system_clock

if TYPE_CHECKING:
    from bot.receipts import Door

out = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)
errors = Console(highlight=False, soft_wrap=True, markup=False, emoji=False, stderr=True)
COUNTER = "counter.html"


def receipt(
    codes: Annotated[
        list[str] | None, typer.Argument(help="Codes of dossiers, as printed or as typed.")
    ] = None,
    into: Annotated[
        Path, typer.Option("--into", help="The folder for the pictures; it is made.")
    ] = Path("receipts"),
    telegram: Annotated[
        str, typer.Option("--telegram", help="Our bot's name, where Telegram is not to be asked.")
    ] = "",
    counter: Annotated[
        bool, typer.Option("--counter", help="Write the sheet for the counter as well.")
    ] = False,
) -> None:
    """Write a QR code (.svg, .png) for each dossier, and print the line that goes beside it."""
    if not codes and not counter:
        raise SettingsError("Name the code of a dossier, or --counter for the sheet.")
    from bot import receipts
    from handlers.texts import plain, speak

    settings = load()
    say, now = speak("vi", settings.zone), system_clock(settings.zone)()
    printed = [receipts.code_of(one, now) for one in codes or ()]
    if codes and "" in printed:
        wrong = codes[printed.index("")]
        raise SettingsError(f"{wrong} is not the code of a dossier: write it as it is printed.")
    office, door = asyncio.run(_office_and_door(settings, telegram.removeprefix("@")))
    into.mkdir(parents=True, exist_ok=True)
    for code in printed:
        address = door.to(code)
        (into / f"{code}.svg").write_bytes(receipts.svg(address))
        (into / f"{code}.png").write_bytes(receipts.png(address))
        out.print(plain(say("receipt-line", code=code, office=office)))
    if counter:
        (into / COUNTER).write_text(receipts.counter_sheet(door, office, say), "utf-8")
    out.print(plain(say("receipt-written", folder=str(into))))
    if not door.telegram_name and settings.web_url is None:
        errors.print(plain(say("receipt-only-here", address=door.page_url)))


async def _office_and_door(settings: Settings, telegram: str) -> "tuple[str, Door]":
    from bot.assistant import assistant
    from bot.receipts import Door

    async with assistant(settings, system_clock(settings.zone)) as opened:
        name = telegram or await telegram_name(settings)
        return opened.office.name, Door(page_url=settings.page_url, telegram_name=name)
