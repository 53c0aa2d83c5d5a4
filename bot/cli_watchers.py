"""`python -m bot watchers list|name|dismiss`: who may see beforehand whom reminders will reach."""

from typing import Annotated

import typer

from bot.cli_accounts import tell

watchers = typer.Typer(
    help="Who, beside the leaders, may see before they go out who will be reminded of what.",
    no_args_is_help=True,
)
Whom = Annotated[str, typer.Option("--person", help="A name, a short title or a number.")]


@watchers.command("list")
def list_() -> None:
    """Who watches over the reminders."""
    from bot.staffing import watching

    tell(watching)


@watchers.command()
def name(person: Whom) -> None:
    """From now on they may ask “sáng mai nhắc những ai?”."""
    from bot.staffing import let_watch

    tell(lambda office, say: let_watch(office, say, person, may=True))


@watchers.command()
def dismiss(person: Whom) -> None:
    """They may no longer; it ends with their next message."""
    from bot.staffing import let_watch

    tell(lambda office, say: let_watch(office, say, person, may=False))
