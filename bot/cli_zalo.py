"""`python -m bot zalo check`: what works with the office's own Official Account."""

from typing import Annotated

import typer

from bot.cli_ledger import tell

zalo = typer.Typer(help="The office's Zalo Official Account.", no_args_is_help=True)


@zalo.callback()
def _zalo() -> None:
    """The office's Zalo Official Account."""


@zalo.command("check")
def check(
    to: Annotated[
        str,
        typer.Option("--to", help="Whom to write to: a user id of somebody who just wrote to it."),
    ] = "",
) -> None:
    """Try the account step by step; say what works, and what is done instead where it does not."""
    from bot.zalo_check import check as checked

    tell(lambda office, say: checked(office, say, to))
