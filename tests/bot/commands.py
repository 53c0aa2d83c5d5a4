"""The commands of `python -m bot`, as somebody types them in an empty folder."""

from collections.abc import Callable

from typer.testing import CliRunner

from bot import cli

Refused = Callable[..., str]
"""`refused("link", "nobody")`, from the fixture of that name."""


def typed(*words: str, lines: str = "") -> list[str]:
    """The lines that a command prints; it must end well. `lines` are typed while it runs."""
    done = CliRunner().invoke(cli.cli, [*words], input=lines)
    if done.exception:
        raise done.exception
    assert done.exit_code == 0
    return done.output.splitlines()
