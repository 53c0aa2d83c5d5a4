"""The desk at which sheets are imported: read, compared with the store, written as a whole."""

import asyncio
import datetime as dt
import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.data.imports import headers, reading, writing
from bot.data.imports.checking import Checked, check
from bot.data.imports.headers import Layout
from bot.data.imports.names import KnownName, Names
from bot.data.imports.reading import Progress, Table, silent
from bot.data.imports.rows import Place
from handlers.imports import lines
from handlers.imports.desk import Sheet
from handlers.imports.outcome import Outcome, Problem, may_import
from handlers.texts import Say, plain
from scheduler import office_days
from scheduler.calendar import OfficeHours
from scheduler.pauses import PutOff
from scheduler.working_time import WorkingTime
from storage import (
    audit,
    column_names,
    imported_documents,
    imported_dossiers,
    imported_office,
    imported_procedures,
    office,
)
from storage.dossier_changes import Counting
from storage.errors import NotFoundError
from storage.folding import folded
from storage.imported_dossiers import DossierMerge
from storage.imported_office import person_key
from storage.merging import Merge, Row, Source
from storage.models import SheetKind, StoreKind
from storage.seals import Seal
from storage.viewer import Role, Viewer

HELD = dt.timedelta(minutes=30)
LONGEST_NAME = 200  # characters of a file's, with its kind
NO_SECRET = Seal()
MOST_HELD = 8  # sheets of all accounts together

Compare = Callable[[AsyncSession, Viewer, Sequence[Row]], Awaitable[Merge]]
Write = Callable[[AsyncSession, Viewer, Merge, Source], Awaitable[None]]
_STORAGE: Mapping[SheetKind, tuple[Compare, Write]] = {
    SheetKind.INCOMING: (imported_documents.incoming_merge, imported_documents.write_incoming),
    SheetKind.OUTGOING: (imported_documents.outgoing_merge, imported_documents.write_outgoing),
    SheetKind.PEOPLE: (imported_office.people_merge, imported_office.write_people),
    SheetKind.UNITS: (imported_office.units_merge, imported_office.write_units),
    SheetKind.FACTS: (imported_office.facts_merge, imported_office.write_facts),
    SheetKind.DAYS: (imported_office.days_merge, imported_office.write_days),
    SheetKind.PROCEDURES: (imported_procedures.merge, imported_procedures.write),
}


@dataclass(frozen=True, kw_only=True)
class File(Sheet):
    """A sheet with the kind that was asked for; None where the headers tell."""

    table: Table
    only: SheetKind | None = None
    as_of: dt.datetime | None = None  # when the register said so, if that is not now
    accepts: bool = False  # states against their order are taken as the source's word

    @property
    def name(self) -> str:
        """The file's name."""
        return self.table.name


@dataclass
class _Held:
    account_id: int
    sheet: File
    until: dt.datetime


@dataclass(kw_only=True)
class ImportDesk:
    """Imports for one program. What is held is in memory alone and gone with a restart."""

    zone: ZoneInfo
    progress: Progress = silent
    seal: Seal = NO_SECRET
    hours: OfficeHours | None = None
    fee_pauses: bool = True
    _held: dict[str, _Held] = field(default_factory=dict)

    async def read(
        self, db: AsyncSession, name: str, content: bytes, *, only: SheetKind | None = None
    ) -> File:
        """The sheet of a file. UnreadableError says in words why a file is none."""
        knows = headers.known_headers(await column_names.recall(db), only=only)
        bare = PurePath(name).name[:LONGEST_NAME]
        table = await asyncio.to_thread(
            reading.read, bare, content, knows=knows, progress=self.progress
        )
        return File(table=table, only=only)

    async def look(
        self, db: AsyncSession, viewer: Viewer, sheet: Sheet, *, now: dt.datetime
    ) -> Outcome | None:
        """What the sheet would change; None where it is no kind of sheet that is known."""
        compared = await self._compare(db, viewer, _file(sheet), now)
        return compared and compared[0]

    async def write(
        self, db: AsyncSession, viewer: Viewer, sheet: Sheet, *, now: dt.datetime
    ) -> Outcome | None:
        """Import it as a whole in this transaction, or nothing of it."""
        file = _file(sheet)
        compared = await self._compare(db, viewer, file, now)
        if compared is None:
            return None
        outcome, merge = compared
        if merge is None or not outcome.may_be_written or (outcome.doubts and not file.accepts):
            return outcome
        source = Source(name=file.name, at=file.as_of or now)
        await self._write(db, viewer, outcome.kind, merge, source)
        await imported_office.settle_mark(db, source)
        told = f"{outcome.new} new, {outcome.changed} changed, {outcome.same} as before"
        await audit.note(db, viewer, f"import.{outcome.kind}", "", None, now, detail=told)
        return lines.written(outcome)

    async def marked(self, sheet: Sheet, outcome: Outcome, say: Say) -> bytes:
        """The sender's own sheet with what is wrong in it. Never of one with state secrets."""
        wrong: dict[int, list[tuple[str, str]]] = {}
        for problem in (*outcome.problems, *outcome.doubts):
            words = plain(lines.what_is_wrong(problem, say))
            wrong.setdefault(problem.row, []).append((problem.letter, words))
        return await asyncio.to_thread(
            writing.with_errors, _file(sheet).table, wrong, header_row=outcome.header_row
        )

    def hold(
        self, account_id: int, sheet: Sheet, *, now: dt.datetime, accepts: bool = False
    ) -> str:
        """Keep it in mind for `HELD`, in place of the account's one before; gives its number."""
        self._held = {
            number: held
            for number, held in self._held.items()
            if held.until > now and held.account_id != account_id
        }
        while len(self._held) >= MOST_HELD:
            del self._held[next(iter(self._held))]
        number = secrets.token_urlsafe(9)
        self._held[number] = _Held(account_id, replace(_file(sheet), accepts=accepts), now + HELD)
        return number

    def take(self, account_id: int, number: str, *, now: dt.datetime) -> Sheet | None:
        """The sheet of this account and number, once; None when it is not held any more."""
        held = self._held.get(number)
        if held is None or held.account_id != account_id:
            return None
        del self._held[number]
        return held.sheet if held.until > now else None

    async def _compare(
        self, db: AsyncSession, viewer: Viewer, file: File, now: dt.datetime
    ) -> tuple[Outcome, Merge | None] | None:
        table = file.table
        layout = headers.layout_of(table.rows, await column_names.recall(db), only=file.only)
        if layout is None:
            return None
        await _ensure_may(db, viewer, layout.kind.kind)
        mark = await office.mark(db)
        laid_out: dict[str, Any] = {
            "kind": layout.kind.kind,
            "header_row": layout.header_row + 1,
            "unplaced": layout.unplaced,
            "missing": tuple(column.name for column in layout.missing),
            "is_demo": mark is not None and mark.kind is StoreKind.DEMO,
        }
        checked = await self._check(db, viewer, table, layout, now)
        outcome = Outcome(
            rows=checked.number,
            problems=tuple(checked.problems),
            remarks=tuple(checked.remarks),
            secret=checked.secret,
            **laid_out,
        )
        if not outcome.may_be_written:
            return outcome, None
        merge = await self._merge(db, viewer, outcome.kind, checked.rows)
        if isinstance(merge, DossierMerge):
            outcome = _questioned(outcome, merge, checked, layout)
        return lines.compared(outcome, merge), merge

    async def _merge(
        self, db: AsyncSession, viewer: Viewer, kind: SheetKind, rows: Sequence[Row]
    ) -> Merge:
        if kind is SheetKind.DOSSIERS:
            return await imported_dossiers.dossiers_merge(db, viewer, rows)
        return await _STORAGE[kind][0](db, viewer, rows)

    async def _write(
        self, db: AsyncSession, viewer: Viewer, kind: SheetKind, merge: Merge, source: Source
    ) -> None:
        if kind is SheetKind.DOSSIERS:
            calendar = await office_days.read(db, hours=self.hours)
            counting = Counting(
                put_off=PutOff(WorkingTime(calendar, self.zone)),
                fee_pauses=self.fee_pauses,
            )
            await imported_dossiers.write_dossiers(db, viewer, merge, source, counting=counting)
        else:
            await _STORAGE[kind][1](db, viewer, merge, source)

    async def _check(
        self, db: AsyncSession, viewer: Viewer, table: Table, layout: Layout, now: dt.datetime
    ) -> Checked:
        people = await imported_office.everybody(db, viewer)
        units = await imported_office.units(db)
        names = Names(
            [
                KnownName(id=p["id"], name=p["name"], unit_id=p["unit_id"], unit=p["unit"])
                for p in people
            ],
            [KnownName(id=u["id"], name=u["name"], code=u["code"]) for u in units],
        )
        place = Place(
            now=now,
            zone=self.zone,
            roles={person_key(dict(person)): person["role"] for person in people},
            unit_codes=frozenset(folded(unit["code"]) for unit in units) | _codes(table, layout),
            procedures=await imported_dossiers.procedures(db),
            own_desk=None if viewer.role is Role.ADMIN else viewer.unit_id,
            seal=self.seal,
            hours=self.hours or OfficeHours(),
        )
        return await asyncio.to_thread(check, table, layout, names, place, progress=self.progress)


async def _ensure_may(db: AsyncSession, viewer: Viewer, kind: SheetKind) -> None:
    """NotFoundError for a kind that is not this person's; the program itself imports all."""
    if viewer.role is Role.OFFICE:
        return
    of_a_desk = kind is SheetKind.DOSSIERS and viewer.role is not Role.ADMIN
    if kind not in may_import(viewer) or (
        of_a_desk and not await imported_dossiers.is_desk(db, viewer)
    ):
        raise NotFoundError("import-not-your-kind", kind=kind)


def _questioned(outcome: Outcome, merge: DossierMerge, checked: Checked, layout: Layout) -> Outcome:
    """With the rows whose dossier is another desk's, or whose state cannot follow the one known."""
    placed = {one.column.field: one for one in layout.placed}

    def problem(code: str, field: str, text: str, **facts: Any) -> Problem:
        at = placed[field]
        return Problem(
            row=checked.numbers[code], text=text, letter=at.letter, header=at.header, facts=facts
        )

    elsewhere = [problem(code, "code", "dossier-of-others") for code in merge.elsewhere]
    doubts = [
        problem(code, "state", "state-order", old=old, new=new)
        for code, (old, new) in merge.doubts.items()
    ]
    return replace(outcome, problems=(*outcome.problems, *elsewhere), doubts=tuple(doubts))


def _codes(table: Table, layout: Layout) -> frozenset[str]:
    """The codes of units that the sheet itself brings."""
    at = next((one.at for one in layout.placed if one.column.field == "code"), None)
    if at is None:
        return frozenset()
    cells: list[Any] = [row[at] for row in table.rows[layout.first_row :] if len(row) > at]
    return frozenset(folded(str(cell).strip()) for cell in cells if cell not in (None, ""))


def _file(sheet: Sheet) -> File:
    assert isinstance(sheet, File)  # noqa: S101 - this desk gave it
    return sheet
