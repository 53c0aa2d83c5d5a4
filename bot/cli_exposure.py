"""`python -m bot exposure list|set`: the office's table of how much may be said where."""

import asyncio
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, TypeVar

import typer
from rich.console import Console
from rich.table import Table

from bot.settings import SettingsError, load
from scheduler.clock import system_clock
from storage.models import Level, Noun
from storage.viewer import Role

exposure = typer.Typer(
    help="How much may be said on which channel, of what, to whom.", no_args_is_help=True
)
out = Console(highlight=False, markup=False, emoji=False)
DEFAULT = "default"  # not set: what the program starts from
Choice = TypeVar("Choice", bound=StrEnum)
ROLES = tuple(role for role in Role if role is not Role.OFFICE)  # nobody speaks as the office


@exposure.command("list")
def list_() -> None:
    """The whole table; a cell that the office has set itself is marked with *."""
    asyncio.run(_list())


@exposure.command("set")
def set_(
    channel: Annotated[str, typer.Argument(help="telegram, console …")],
    noun: Annotated[str, typer.Argument(help="meetings, documents, dossiers, petitions, people.")],
    role: Annotated[str, typer.Argument(help="citizen, officer, clerk, head, leader, admin.")],
    level: Annotated[
        str,
        typer.Argument(help="full, brief (number and date), none (only a link), default."),
    ],
) -> None:
    """Set one cell; a running program keeps to it from its next message on."""
    asyncio.run(_set(channel, noun, role, level))


async def _list() -> None:
    from bot.assistant import assistant
    from bot.channels.known import CHANNELS

    settings = load()
    async with assistant(settings, system_clock(settings.zone)) as office:
        table = office.office.exposures
    shown = Table(box=None, pad_edge=False)
    for heading in ("channel", "noun", *ROLES):
        shown.add_column(heading)
    for name, can in CHANNELS.items():
        for noun in Noun:
            levels = (
                table.level(name, can, noun, role) + ("*" if table.sets(name, noun, role) else "")
                for role in ROLES
            )
            shown.add_row(name, noun, *levels)
    out.print(shown)


async def _set(channel: str, noun: str, role: str, level: str) -> None:
    from bot.assistant import prepare
    from storage import exposures
    from storage.engine import opened

    of, to = _one_of(Noun, "noun", noun), _one_of(ROLES, "role", role)
    wanted = None if level == DEFAULT else _one_of(Level, "level", level, DEFAULT)
    if wanted:
        _refuse(channel, of, to, wanted)
    settings = load()
    async with opened(settings.address) as store:
        await prepare(store, settings, system_clock(settings.zone)())
        async with store.sessions() as db, db.begin():
            if wanted:
                await exposures.put(db, channel, of, to, wanted)
            else:
                await exposures.forget(db, channel, of, to)
    out.print(f"{channel} {of} {to}: {level}")


def _refuse(channel: str, noun: Noun, role: Role, level: Level) -> None:
    """SettingsError for a channel that there is not, and for what may not leave the office."""
    from bot.channels.known import CHANNELS
    from bot.exposures import refusal

    if channel not in CHANNELS:
        raise SettingsError(f"There is no channel {channel}; known are: {', '.join(CHANNELS)}.")
    if reason := refusal(CHANNELS[channel], noun, role, level):
        raise SettingsError(f"{channel} {noun} {role}: {reason}")


def _one_of(known: Iterable[Choice], what: str, given: str, *more: str) -> Choice:
    names = {choice.value: choice for choice in known}
    if given not in names:
        raise SettingsError(f"There is no {what} {given}; known are: {', '.join([*names, *more])}.")
    return names[given]
