"""`python -m bot import incoming so-van-ban-den.xlsx`: the office's own records, from a file."""

import asyncio
import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from bot.cli_audit import TERMINAL
from bot.settings import Settings, SettingsError, load
from scheduler.clock import system_clock
from storage.models import SheetKind
from storage.viewer import Viewer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlmodel.ext.asyncio.session import AsyncSession

    from bot.data.imports.reading import Progress
    from bot.imports import File, ImportDesk
    from handlers.imports.outcome import Outcome
    from handlers.texts import Say, Words

IMPORTING = replace(Viewer.office(), channel=TERMINAL)
REFUSED = 1
out = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)
progress = Console(highlight=False, markup=False, emoji=False, stderr=True)

Kind = Annotated[SheetKind, typer.Argument(help="What the file holds.")]


def import_(
    kind: Kind,
    file: Annotated[Path, typer.Argument(help="An .xlsx or .csv file.")],
    template: Annotated[
        bool, typer.Option("--template", help="Write an empty sheet to the file instead.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what it would change.")
    ] = False,
    names: Annotated[
        list[str] | None,
        typer.Option(
            "--map", help='"name in the file=name in the template"; remembered from then on.'
        ),
    ] = None,
    errors: Annotated[
        Path | None, typer.Option("--errors", help="Where to write the sheet with what is wrong.")
    ] = None,
    accept_states: Annotated[
        bool,
        typer.Option(
            "--accept-states", help="Take states against their order as the source's word."
        ),
    ] = False,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="When it was exported: 2026-11-25T08:00.")
    ] = None,
) -> None:
    """Import an office's own records: the whole file, or nothing and what is wrong in it."""
    settings = load()
    if template:
        _write_template(settings, kind, file)
        return
    if not file.is_file():
        raise SettingsError(f"There is no file {file}.")
    moment = _moment(as_of, settings)
    right = asyncio.run(
        _import(
            settings,
            kind,
            file,
            names or (),
            dry_run=dry_run,
            errors=errors,
            as_of=moment,
            accepts=accept_states,
        )
    )
    if not right:
        raise typer.Exit(REFUSED)


async def _import(
    settings: Settings,
    kind: SheetKind,
    file: Path,
    names: "Iterable[str]",
    *,
    dry_run: bool,
    errors: Path | None,
    as_of: dt.datetime | None,
    accepts: bool,
) -> bool:
    """Whether all was right. A refused file leaves the store as it was."""
    from bot.assistant import prepare
    from bot.imports import ImportDesk
    from handlers.imports import lines
    from handlers.texts import plain, speak
    from storage.engine import opened
    from storage.errors import ProblemError

    now = system_clock(settings.zone)()
    say = speak("vi", settings.zone)
    desk = ImportDesk(
        zone=settings.zone,
        progress=_telling(say),
        seal=settings.seal,
        hours=settings.hours,
        fee_pauses=settings.dossier_fee_pauses,
    )
    content = await asyncio.to_thread(file.read_bytes)
    async with opened(settings.address) as store:
        await prepare(store, settings, now)
        async with store.sessions() as db, db.begin():
            if names:
                await _remember(db, kind, names, say)
            try:
                sheet = await desk.read(db, file.name, content, only=kind)
                sheet = replace(sheet, as_of=as_of, accepts=accepts)
                work = desk.look if dry_run else desk.write
                outcome = await work(db, IMPORTING, sheet, now=now)
            except ProblemError as problem:
                out.print(plain(say(problem.text_id, **problem.facts)))
                return False
        if outcome is None:
            out.print(plain(say("import-unknown")))
            return False
        out.print(plain(lines.told(outcome, file.name, say, terminal=True)))
        wrong = outcome.problems or outcome.doubts
        if errors and wrong and not outcome.secret:
            out.print(await _write_errors(desk, sheet, outcome, errors, say))
        return outcome.may_be_written and (dry_run or outcome.written)


async def _write_errors(
    desk: "ImportDesk", sheet: "File", outcome: "Outcome", errors: Path, say: "Say"
) -> str:
    from handlers.texts import plain

    await asyncio.to_thread(errors.write_bytes, await desk.marked(sheet, outcome, say))
    return plain(say("import-errors-written", file=str(errors)))


async def _remember(
    db: "AsyncSession", kind: SheetKind, names: "Iterable[str]", say: "Say"
) -> None:
    """Each name in the file, and what it is called in our template."""
    from bot.data.imports.columns import header_key
    from bot.data.imports.headers import KINDS
    from handlers.texts import plain
    from storage import column_names

    ours = {header_key(column.name): column.field for column in KINDS[kind].columns}
    said: dict[str, str] = {}
    for name in names:
        theirs, given, called = name.partition("=")
        if not (given and header_key(theirs)):
            raise SettingsError(plain(say("import-map-form")))
        if header_key(called) not in ours:
            known = ", ".join(column.name for column in KINDS[kind].columns)
            raise SettingsError(plain(say("import-map-unknown", name=called.strip(), names=known)))
        said[header_key(theirs)] = ours[header_key(called)]
    await column_names.remember(db, kind, said)
    out.print(plain(say("import-mapped")))


def _write_template(settings: Settings, kind: SheetKind, file: Path) -> None:
    from bot.data.imports.headers import KINDS
    from bot.data.imports.writing import template
    from handlers.texts import plain, speak

    if file.exists():
        raise SettingsError(f"{file} is there already; name another file.")
    file.write_bytes(template(KINDS[kind]))
    told: Words = speak("vi", settings.zone)("import-template-written", file=str(file))
    out.print(plain(told))


def _moment(as_of: str | None, settings: Settings) -> dt.datetime | None:
    if as_of is None:
        return None
    try:
        moment = dt.datetime.fromisoformat(as_of)
    except ValueError as wrong:
        raise SettingsError(f"--as-of {as_of}: write it as 2026-11-25T08:00.") from wrong
    moment = moment if moment.tzinfo else moment.replace(tzinfo=settings.zone)
    if moment > system_clock(settings.zone)():
        raise SettingsError(f"--as-of {as_of} has not come yet.")
    return moment


def _telling(say: "Say") -> "Progress":
    """A line on stderr for every thousand rows of each step."""
    return lambda step, rows: progress.print(say("import-progress", step=step, rows=rows))
