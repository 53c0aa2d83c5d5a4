"""Every statement of every test is looked at: who may see a private row is asked in its WHERE.

The functions that decide it mark what they give (`storage.rights.decides`). A statement of the
program that reads or changes a private table without its mark, or a table that belongs to an
account without naming whose, fails the test that ran it, unless it is one of `tests.doors`.

What a statement lacks is worked out once for each that SQLAlchemy compiles, so it costs little.
"""

from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any
from weakref import WeakKeyDictionary

import pytest
import sqlalchemy as sa
from greenlet import getcurrent
from sqlalchemy import event
from sqlalchemy.sql.expression import CompoundSelect
from sqlalchemy.sql.visitors import ExternallyTraversible, iterate

from storage.rights import MARK
from tests.doors import NAMED_BESIDE, OWNED, PASSES_ON, PRIVATE, opened_to

ROOT = Path(__file__).parents[1]
OURS = tuple(f"{ROOT}/{package}/" for package in ("bot", "handlers", "scheduler", "storage"))
TESTS = tuple(f"{ROOT}/{package}/" for package in ("tests", "benchmarks"))
NOTHING = type(sa.false())  # a WHERE that lets no row through


@dataclass
class Scope:
    """One SELECT, UPDATE or DELETE by itself, without those inside it."""

    tables: set[str] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)
    compared: set[tuple[str, str]] = field(default_factory=set)  # in its WHERE and its joins
    inside: list[ExternallyTraversible] = field(default_factory=list)


def lacking(statement: ExternallyTraversible) -> set[str]:
    """The tables on which this statement asks for nobody's rights.

    A statement inside another stands under the marks of the outer one: it is joined to its rows.
    """
    found = set(_lacking(statement, frozenset()))
    if found & NAMED_BESIDE and any(map(is_mark, iterate(statement))):
        found -= NAMED_BESIDE
    return found


def is_mark(part: object) -> bool:
    """A condition that a deciding function gave."""
    return isinstance(part, sa.Label) and part.name.startswith(MARK)


def _lacking(part: ExternallyTraversible, marks: frozenset[str]) -> Iterator[str]:
    if not isinstance(part, sa.Select | sa.Update | sa.Delete):
        for child in part.get_children():
            yield from _lacking(child, marks)
        return
    scope = scope_of(part)
    marks |= scope.marks
    yield from (table for table in scope.tables if _is_open(table, scope, marks))
    for one in scope.inside:
        yield from _lacking(one, marks)


def scope_of(statement: Any) -> Scope:
    """What stands in a statement itself."""
    scope = Scope()
    if isinstance(getattr(statement.whereclause, "element", None), NOTHING):
        return scope
    scope.tables = {one.name for one in _own(statement, scope) if isinstance(one, sa.Table)}
    for one in _conditions(statement):
        if isinstance(one, sa.Label) and is_mark(one):
            scope.marks.add(one.name.removeprefix(MARK))
        if isinstance(one, sa.Column) and one.table is not None:
            scope.compared.add((_name_of(one.table), one.name))
    return scope


def _conditions(statement: Any) -> Iterator[ExternallyTraversible]:
    """Every part of the WHERE and of the joins."""
    whole = [] if statement.whereclause is None else [statement.whereclause]
    if isinstance(statement, sa.Select):
        whole += [one for one in statement.get_final_froms() if isinstance(one, sa.Join)]
    for condition in whole:
        yield condition
        yield from _own(condition, Scope())


def _name_of(table: sa.FromClause) -> str:
    """Of the table itself, also under another name."""
    while isinstance(table, sa.Alias):
        table = table.element
    return table.name if isinstance(table, sa.Table) else ""


def _own(part: ExternallyTraversible, scope: Scope) -> Iterator[ExternallyTraversible]:
    for child in part.get_children():
        if isinstance(child, sa.Select | CompoundSelect):
            scope.inside.append(child)
        else:
            yield child
            yield from _own(child, scope)


def _is_open(table: str, scope: Scope, marks: frozenset[str]) -> bool:
    if table in OWNED:
        return not {(table, column) for column in OWNED[table]} & scope.compared
    return table in PRIVATE and PRIVATE[table] not in marks


@dataclass
class Watch:
    """What was found since the last look."""

    found: list[str] = field(default_factory=list)
    known: WeakKeyDictionary[Any, set[str]] = field(default_factory=WeakKeyDictionary)

    def look(self, *about: Any) -> None:
        """Before a statement runs: an event of SQLAlchemy's."""
        context = about[4]
        compiled = context.compiled
        if compiled is None or context.invoked_statement is None:
            return
        if compiled not in self.known:
            self.known[compiled] = lacking(context.invoked_statement)
        if lacks := self.known[compiled]:
            where = asker()
            allowed = opened_to(where) if where else lacks
            if stray := lacks - allowed:
                self.found.append(f"{where} asks nobody's rights on {', '.join(sorted(stray))}")

    def take(self) -> list[str]:
        """What was found, once."""
        found, self.found = self.found, []
        return found


def asker() -> str | None:
    """The function of the program that runs the statement; None when a test does, or nobody."""
    for frame in _frames():
        file = frame.f_code.co_filename
        if file.startswith(TESTS):
            return None
        if file.startswith(OURS):
            name = f"{file.removeprefix(f'{ROOT}/')}:{frame.f_code.co_qualname}"
            if name not in PASSES_ON:
                return name
    return None


def _frames() -> Iterator[FrameType]:
    """From the inside out, over the border between SQLAlchemy's two worlds."""
    running = getcurrent()
    while running is not None:
        frame = running.gr_frame
        while frame is not None:
            yield frame
            frame = frame.f_back
        running = running.parent


watch = Watch()
event.listen(sa.Engine, "before_cursor_execute", watch.look)


def _refuse() -> None:
    if found := watch.take():
        pytest.fail("\n".join(dict.fromkeys(found)), pytrace=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup() -> Generator[None, Any, Any]:
    result = yield
    _refuse()
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Generator[None, Any, Any]:
    result = yield
    _refuse()
    return result
