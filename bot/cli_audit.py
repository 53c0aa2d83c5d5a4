"""`python -m bot audit --item …`: who looked at a record, for whoever keeps the program."""

import asyncio
import html
from collections.abc import AsyncGenerator
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from bot.settings import Settings, SettingsError, load
from scheduler.clock import system_clock

if TYPE_CHECKING:
    from bot.assistant import Assistant
    from handlers.texts import Say
    from storage.models import RecordKind

out = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)
TERMINAL = "console"
MOST = 1_000  # lines; more are found with --since
Since = Annotated[str | None, typer.Option("--since", help="Only since then: 2026-11-01.")]


def audit(
    item: Annotated[
        str, typer.Option("--item", help="The code of a dossier or petition, a document's number.")
    ],
    since: Since = None,
) -> None:
    """List who looked at a record, or changed it; this look is written down as well."""
    settings = load()
    asyncio.run(_print(settings, item, _moment(settings, since)))


async def _print(settings: Settings, item: str, since: datetime | None) -> None:
    from bot.assistant import assistant
    from handlers.texts import speak

    async with assistant(settings, system_clock(settings.zone)) as office:
        async for told in looks(office, speak("vi", settings.zone), item, since):
            out.print(html.unescape(told))


async def looks(
    office: "Assistant", say: "Say", item: str, since: datetime | None
) -> AsyncGenerator[str]:
    """A line for each look, the newest first. SettingsError if that is no code of a record."""
    from handlers.audit.lines import line
    from storage import audit as written
    from storage import audit_trail
    from storage.viewer import Role, Viewer

    reader = Viewer(role=Role.ADMIN, channel=TERMINAL)
    kind, code, now = *_called(item, office.clock()), office.clock()
    seal = office.settings.seal
    async with office.store.sessions() as db, db.begin():
        record = await audit_trail.record_called(db, kind, code, seal=seal)
        page = await audit_trail.looks_at(db, reader, record, since=since, limit=MOST)
        written.saw(db, record.kind, record.ids)
        if not record.ids:
            written.missed(db, kind, code)
        looked = written.taken(db)
        await written.keep(db, reader, "audit.who_saw", looked, seal=seal, now=now)
    if not page.items:
        yield say("audit-none", what=code)
        return
    yield say("audit-heading", what=code, total=page.total)
    for entry in page.items:
        yield line(entry, say)


def _called(item: str, now: datetime) -> "tuple[RecordKind, str]":
    """What kind of record is called so, and its code in its printed form."""
    from handlers.understanding.codes.finding import find_codes
    from handlers.understanding.codes.found import CodeKind
    from handlers.understanding.normalise import tidy
    from storage.models import RecordKind

    for found in find_codes(tidy(item), now):
        if found.kind is not CodeKind.OTHER and found.printed:
            return RecordKind(found.kind.value), found.printed
    raise SettingsError(
        f"--item {item}: this is no code of a dossier (000.00.12.H37-261109-0045) or a petition "
        "(as on its receipt) and no number of a document (1234/UBND-KGVX)."
    )


def _moment(settings: Settings, since: str | None) -> datetime | None:
    if since is None:
        return None
    try:
        moment = datetime.fromisoformat(since)
    except ValueError as wrong:
        raise SettingsError(f"--since {since}: write it as 2026-11-01.") from wrong
    return moment if moment.tzinfo else moment.replace(tzinfo=settings.zone)
