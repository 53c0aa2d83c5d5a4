"""`python -m bot ladder list|set|remove|usual`: at which steps the office reminds of things."""

import asyncio
from collections.abc import AsyncIterable, Callable
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from bot.settings import SettingsError, load
from scheduler.clock import system_clock
from storage.models import ItemKind, StepAudience

if TYPE_CHECKING:
    from bot.assistant import Assistant
    from handlers.texts import Say, Words

ladder = typer.Typer(
    help="At which steps somebody hears of what is due.", invoke_without_command=True
)
out = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)

Kind = Annotated[ItemKind, typer.Argument(help="document, dossier or petition.")]
Audience = Annotated[StepAudience, typer.Argument(help="holder, head or leader.")]
Days = Annotated[
    int, typer.Option("--days", help="Working days after the due day; --days=-5 is five before.")
]


@ladder.callback()
def show(context: typer.Context) -> None:
    """Show every step that holds, with its reason."""
    from bot.ladder import shown

    if context.invoked_subcommand is None:
        _tell(shown)


@ladder.command("list")
def list_() -> None:
    """Show every step that holds, with its reason."""
    from bot.ladder import shown

    _tell(shown)


@ladder.command("set")
def set_(
    kind: Kind,
    audience: Audience,
    days: Days,
    reason: Annotated[str, typer.Option("--reason", help="Why, as people will read it.")],
    repeats: Annotated[
        bool, typer.Option("--repeats", help="Again on each working day from then on.")
    ] = False,
) -> None:
    """Set one step. The first one makes the usual steps of its kind the office's own."""
    from bot.ladder import put

    if not reason.strip():
        raise SettingsError('--reason: say why, for example --reason "…".')
    _tell(
        lambda office, say: put(
            office, say, kind, audience, days, repeats=repeats, reason=reason.strip()
        )
    )


@ladder.command()
def remove(kind: Kind, audience: Audience, days: Days) -> None:
    """Remove one step; the others of its kind stay as they are."""
    from bot.ladder import take_away

    _tell(lambda office, say: take_away(office, say, kind, audience, days))


@ladder.command()
def usual(kind: Kind) -> None:
    """Forget the office's own steps of a kind: the usual ones hold again."""
    from bot.ladder import forget

    _tell(lambda office, say: forget(office, say, kind))


def _tell(tell: "Callable[[Assistant, Say], AsyncIterable[Words]]") -> None:
    from bot.assistant import assistant
    from handlers.texts import plain, speak

    async def work() -> None:
        settings = load()
        async with assistant(settings, system_clock(settings.zone)) as office:
            async for words in tell(office, speak("vi", settings.zone)):
                out.print(plain(words))

    asyncio.run(work())
