"""`python -m bot notices` and `python -m bot budgets list|set|remove`."""

import asyncio
import html
from collections.abc import AsyncIterable, Callable
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from bot.settings import load
from scheduler.clock import system_clock
from storage.models import BudgetPeriod

if TYPE_CHECKING:
    from bot.assistant import Assistant
    from handlers.texts import Say, Words

budgets = typer.Typer(
    help="How many messages may be said unasked on a channel.", invoke_without_command=True
)
out = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)

Channel = Annotated[str, typer.Argument(help="telegram, web …")]
Period = Annotated[BudgetPeriod, typer.Argument(help="day or month.")]


def notices(
    day: Annotated[
        str | None, typer.Option("--day", help="2026-11-25; today if none is given.")
    ] = None,
    person: Annotated[
        str | None, typer.Option("--person", help="A name, a short title or a number.")
    ] = None,
    missing: Annotated[
        bool, typer.Option("--missing", help="Only what did not reach somebody.")
    ] = False,
) -> None:
    """List who was told what unasked, and who was not, and why."""
    from bot.told import notices as told

    tell(lambda office, say: told(office, say, day=day, called=person, missing=missing))


@budgets.callback()
def show(context: typer.Context) -> None:
    """Show every budget and how much of it was used."""
    from bot.told import budgets as shown

    if context.invoked_subcommand is None:
        tell(shown)


@budgets.command("list")
def list_() -> None:
    """Show every budget and how much of it was used."""
    from bot.told import budgets as shown

    tell(shown)


@budgets.command("set")
def set_(
    channel: Channel,
    period: Period,
    most: Annotated[int, typer.Argument(help="How many messages, at most.", min=0)],
    reserve: Annotated[
        int, typer.Option("--reserve", help="The last so many are for what is pressing.", min=0)
    ] = 0,
) -> None:
    """Set a budget; a running program keeps to it from its next message on."""
    from bot.told import set_budget
    from storage.channel_budgets import Budget

    wanted = Budget(channel=channel, period=period, most=most, reserve=reserve)
    tell(lambda office, say: set_budget(office, say, wanted))


@budgets.command("remove")
def remove(channel: Channel, period: Period) -> None:
    """Lift a budget: there is no limit any more."""
    from bot.told import remove_budget

    tell(lambda office, say: remove_budget(office, say, channel, period))


def tell(work: "Callable[[Assistant, Say], AsyncIterable[Words]]") -> None:
    """Open the office and print the lines that this work gives."""
    asyncio.run(_print(work))


async def _print(work: "Callable[[Assistant, Say], AsyncIterable[Words]]") -> None:
    from bot.assistant import assistant
    from handlers.texts import speak

    settings = load()
    async with assistant(settings, system_clock(settings.zone)) as office:
        async for line in work(office, speak("vi", settings.zone)):
            out.print(html.unescape(line))
