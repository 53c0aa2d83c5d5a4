"""The commands of `python -m bot`. Each imports what it needs when it is called."""

import asyncio
import contextlib
import html
import json
import sys
from collections.abc import AsyncIterable, Callable, Coroutine
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from bot import cli_accounts, cli_import
from bot.cli_audit import audit
from bot.cli_exposure import exposure
from bot.cli_ladder import ladder
from bot.cli_ledger import budgets, notices
from bot.cli_phrases import phrases
from bot.cli_receipt import receipt
from bot.cli_watchers import watchers
from bot.cli_zalo import zalo
from bot.learning import LearningError
from bot.settings import Settings, SettingsError, load
from scheduler.clock import Clock, standing_clock, system_clock
from storage.errors import StoreError

if TYPE_CHECKING:
    from bot.assistant import Assistant
    from handlers.texts import Say

cli = typer.Typer(
    help="The chat assistant of a provincial People's Committee office.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
database = typer.Typer(help="The store's schema.", no_args_is_help=True)
cli.add_typer(database, name="db")
requests = typer.Typer(help="What people ask of their own data.", invoke_without_command=True)
cli.add_typer(requests, name="requests")
cli.add_typer(exposure, name="exposure")
cli.add_typer(ladder, name="ladder")
cli.add_typer(budgets, name="budgets")
cli.add_typer(zalo, name="zalo")
cli.add_typer(cli_accounts.acting, name="acting")
cli.add_typer(watchers, name="watchers")
cli.command()(audit)
cli.command()(notices)
cli.command()(phrases)
cli.command()(receipt)
cli.command("import")(cli_import.import_)
for command in (
    cli_accounts.link,
    cli_accounts.unlink,
    cli_accounts.accounts,
    cli_accounts.leave,
    cli_accounts.move,
):
    cli.command()(command)
out = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)
errors = Console(highlight=False, soft_wrap=True, markup=False, emoji=False, stderr=True)
WRONG = 2

At = Annotated[str | None, typer.Option("--at", help="As if it were then: 2026-11-25T08:00.")]
OfficeYear = Annotated[
    str | None, typer.Option("--office-year", help="lang-son-2020 or vinh-long-2016.")
]
As = Annotated[
    str,
    typer.Option(
        "--as",
        help="A person's name or short title; in a demonstration also chanh-van-phong, "
        "truong-phong, chuyen-vien, van-thu, citizen.",
    ),
]


def main() -> None:
    """Run a command; a wrong setting or store is one sentence, not a traceback."""
    try:
        cli()
    except (SettingsError, LearningError, StoreError) as wrong:
        errors.print(str(wrong))
        sys.exit(WRONG)


@cli.command()
def run() -> None:
    """Open the assistant: the web chat, the clock and the outbox."""
    settings = load()
    from bot import app, logs  # takes seconds: a wrong setting is told at once

    logs.set_up(settings.log_level)
    _do(app.run(settings, system_clock(settings.zone), ready=lambda url: _ready(url, settings)))


@cli.command()
def ask(
    words: Annotated[
        str, typer.Argument(help="The question; - reads a conversation, a line each.")
    ],
    who: As = "citizen",
    at: At = None,
    as_json: Annotated[bool, typer.Option("--json", help="One object a line.")] = False,
) -> None:
    """Ask a question on the terminal, as somebody."""
    from bot.terminal import talk

    async def conversation() -> None:
        async with talk(settings, _clock(settings, at), who) as talking:
            for line in lines:
                reply = await talking.say(line)
                if as_json:
                    out.print(json.dumps(reply.as_json(), ensure_ascii=False))
                else:
                    out.print(reply.as_text())

    settings = load()
    lines = [line.strip() for line in sys.stdin if line.strip()] if words == "-" else [words]
    _do(conversation())


@cli.command()
def understand(
    words: Annotated[str, typer.Argument(help="What somebody types; - reads a line each.")],
    who: As = "citizen",
    at: At = None,
    as_json: Annotated[bool, typer.Option("--json", help="One object a line.")] = False,
) -> None:
    """Say how words are understood, and answer nothing."""
    from bot.terminal import understood

    settings = load()
    lines = [line.rstrip("\n") for line in sys.stdin] if words == "-" else [words]

    async def explain() -> None:
        async for found in understood(settings, _clock(settings, at), who, lines):
            if as_json or words == "-":
                out.print(json.dumps(found, ensure_ascii=False))
            else:
                out.print(json.dumps(found, ensure_ascii=False, indent=2))

    _do(explain())


@cli.command()
def chat(who: As = "citizen", at: At = None) -> None:
    """Talk on the terminal, as somebody; a number presses a button, an empty line leaves."""
    from bot.terminal import talk

    settings = load()
    opened = contextlib.AsyncExitStack()
    # Between the words no loop runs: Ctrl-C would otherwise wait for the line to be finished.
    with asyncio.Runner() as runner:
        try:
            talking = runner.run(
                opened.enter_async_context(talk(settings, _clock(settings, at), who))
            )
            while words := out.input("> ").strip():
                out.print(runner.run(talking.say(words)).as_text())
        except (EOFError, KeyboardInterrupt):
            out.print()
        finally:
            runner.run(opened.aclose())


@cli.command()
def remind(
    at: At = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Required: reminders are sent by `run` alone.")
    ] = False,
) -> None:
    """List who would be told of what at a moment, and why; nothing is sent or written."""
    from bot.ledger import rehearsal

    if not dry_run:
        raise SettingsError("Reminders are sent by `run` alone; add --dry-run to list them.")
    settings = load()
    _do(_lines(settings, lambda office, say: rehearsal(office, say, _clock(settings, at)())))


@requests.callback()
def list_requests(context: typer.Context) -> None:
    """List what waits for an answer, the first due first, in the people's own words."""
    from bot.data_requests import waiting

    if context.invoked_subcommand is None:
        settings = load()
        today = _clock(settings, None)().date()
        _do(_lines(settings, lambda office, say: waiting(office, say, today)))


@requests.command()
def done(
    number: Annotated[int, typer.Argument(help="The number of the request.")],
    note: Annotated[str, typer.Option("--note", help="The answer, as the person will read it.")],
) -> None:
    """Answer a request: the person is told where they asked."""
    from bot.data_requests import answer

    settings = load()
    _do(_lines(settings, lambda office, say: answer(office, say, number, note)))


@cli.command()
def demo(year: OfficeYear = None) -> None:
    """Fill an empty store with the demonstration office, or with a real office's year."""
    from rich.progress import Progress

    from bot.filling import fill

    settings = load()
    told: list[str] = []

    async def work() -> None:
        with Progress(console=out, transient=True, disable=not out.is_terminal) as bar:
            task = bar.add_task("", total=None)
            told.append(
                await fill(
                    settings, year, lambda done, of: bar.update(task, completed=done, total=of)
                )
            )

    _do(work())
    out.print(html.unescape(told[0]))


@cli.command()
def report(
    year: Annotated[int, typer.Option(help="The calendar year.")],
    office_year: OfficeYear = None,
) -> None:
    """Count a year back from the records: each rate with its base, its period and its time."""
    from bot.filling import count

    _do(count(load(), office_year, year, out.print))


@database.command()
def upgrade() -> None:
    """Bring the store to this program's schema; an SQLite file is copied beside itself first."""
    from handlers.texts import speak
    from storage import migrate
    from storage.engine import opened

    async def work() -> None:
        async with opened(settings.address) as store:
            done = await migrate.upgrade(store, now=_clock(settings, None)())
        say = speak("vi", settings.zone)
        copied = {"copied": "yes" if done.copy else "no", "copy": str(done.copy or "")}
        out.print(say("store-upgraded", revision=done.after, **copied))

    settings = load()
    _do(work())


async def _lines(
    settings: Settings, tell: "Callable[[Assistant, Say], AsyncIterable[str]]"
) -> None:
    """Print what a command tells, a line each, as it comes."""
    from bot.assistant import assistant
    from handlers.texts import speak

    async with assistant(settings, _clock(settings, None)) as office:
        async for line in tell(office, speak("vi", settings.zone)):
            out.print(html.unescape(line))


def _clock(settings: Settings, at: str | None) -> Clock:
    """The machine's clock, or one that stands at `--at`."""
    if at is None:
        return system_clock(settings.zone)
    try:
        moment = datetime.fromisoformat(at)
    except ValueError as wrong:
        raise SettingsError(f"--at {at}: write it as 2026-11-25T08:00.") from wrong
    return standing_clock(moment if moment.tzinfo else moment.replace(tzinfo=settings.zone))


def _do(work: Coroutine[Any, Any, None]) -> None:
    """Run one command's work; a wrong setting found inside a task group is still one sentence."""
    try:
        asyncio.run(work)
    except* (SettingsError, LearningError, StoreError) as wrong:
        raise wrong.exceptions[0] from None


def _ready(url: str, settings: Settings) -> None:
    """Told once the page really answers."""
    from handlers.texts import speak

    out.print(speak("vi", settings.zone)("program-ready", url=url))
