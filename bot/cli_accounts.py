"""`python -m bot link`, `unlink`, `accounts`, `leave`, `move`, `acting`: who speaks from where."""

import asyncio
from collections.abc import AsyncIterable, Callable
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from bot.settings import Settings, load
from scheduler.clock import system_clock

if TYPE_CHECKING:
    from bot.assistant import Assistant
    from handlers.texts import Say, Words

acting = typer.Typer(help="Who may ask and answer for a leader.", no_args_is_help=True)
out = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)
TELEGRAM_WAITS = 5.0  # seconds for the name of our bot; without it the code is typed

Whom = Annotated[str, typer.Option("--person", help="A name, a short title or a number.")]
Somebody = Annotated[
    str | None, typer.Option("--person", help="A name, a short title or a number.")
]
Secretary = Annotated[str, typer.Option("--secretary", help="Who asks.")]
Leader = Annotated[str, typer.Option("--leader", help="For whom.")]


def link(person: Whom) -> None:
    """Make a one-time code by which somebody of the office links an account."""
    from bot.staffing import invite

    async def work(settings: Settings) -> None:
        name = await telegram_name(settings)
        await _print(settings, lambda office, say: invite(office, say, person, name))

    asyncio.run(work(load()))


def unlink(
    person: Somebody = None,
    account: Annotated[
        int | None, typer.Option("--account", help="One account, by its number.")
    ] = None,
) -> None:
    """End all of somebody's accounts, or one; they are told of it."""
    from bot.staffing import unlink as end

    tell(lambda office, say: end(office, say, called=person, account_id=account))


def accounts(person: Somebody = None) -> None:
    """List where people of the office are linked."""
    from bot.staffing import listed

    tell(lambda office, say: listed(office, say, person))


def leave(person: Whom) -> None:
    """Somebody has left the office: every account, code, duty and session of theirs ends."""
    from bot.staffing import leave as gone

    tell(lambda office, say: gone(office, say, person))


def move(
    person: Whom,
    unit: Annotated[str, typer.Option("--unit", help="The new unit, by its code or name.")],
    role: Annotated[
        str | None, typer.Option("--role", help="officer, clerk, head, leader, admin.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="As people read it.")] = None,
) -> None:
    """Somebody works in another unit: what the old one allowed ends, and they are linked anew."""
    from bot.staffing import move as moved

    tell(lambda office, say: moved(office, say, person, unit=unit, role=role, title=title))


@acting.command("list")
def list_() -> None:
    """Who may act for whom."""
    from bot.staffing import acting as pairs

    tell(pairs)


@acting.command()
def allow(secretary: Secretary, leader: Leader) -> None:
    """From now on the secretary may ask and answer for the leader, visibly."""
    from bot.staffing import let_act

    tell(lambda office, say: let_act(office, say, secretary=secretary, leader=leader, may=True))


@acting.command()
def forbid(secretary: Secretary, leader: Leader) -> None:
    """The secretary may no longer; it ends with their next message."""
    from bot.staffing import let_act

    tell(lambda office, say: let_act(office, say, secretary=secretary, leader=leader, may=False))


def tell(work: "Callable[[Assistant, Say], AsyncIterable[Words]]") -> None:
    """Do it on the office's store, and print what is said of it."""
    asyncio.run(_print(load(), work))


async def _print(
    settings: Settings, work: "Callable[[Assistant, Say], AsyncIterable[Words]]"
) -> None:
    from bot.assistant import assistant
    from handlers.texts import plain, speak

    async with assistant(settings, system_clock(settings.zone)) as office:
        async for words in work(office, speak("vi", settings.zone)):
            out.print(plain(words))


async def telegram_name(settings: Settings) -> str:
    """Of our bot, for a link; empty without one, or where Telegram is not reached just now."""
    if settings.telegram_token is None:
        return ""
    from aiogram.exceptions import TelegramAPIError

    from bot.channels.telegram import open_telegram

    token = settings.telegram_token.get_secret_value()
    channel = open_telegram(token, settings.telegram_api_url)
    try:
        async with asyncio.timeout(TELEGRAM_WAITS):
            return (await channel.bot.me()).username or ""
    except (TelegramAPIError, TimeoutError):
        return ""
    finally:
        await channel.bot.session.close()
