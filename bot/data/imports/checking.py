"""A sheet as rows for the store, or as what is wrong in which cell."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.data.imports import dossier_rows, secrecy, values
from bot.data.imports import rows as whole_rows
from bot.data.imports.columns import Form
from bot.data.imports.headers import Layout, Placed
from bot.data.imports.names import Names
from bot.data.imports.procedure_rows import procedure_row
from bot.data.imports.reading import TOLD_EVERY, Progress, Table, silent
from bot.data.imports.rows import Place, Values
from bot.data.imports.values import Wrong
from handlers.imports.outcome import Problem
from storage.models import SheetKind

BUILDERS = {
    **whole_rows.BUILDERS,
    SheetKind.DOSSIERS: dossier_rows.dossier,
    SheetKind.PROCEDURES: procedure_row,
}


@dataclass(kw_only=True)
class Checked:
    """The rows of a sheet, typed, and what is wrong. With problems the rows are of no use."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    number: int = 0  # of rows with anything in them
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    secret: bool = False
    numbers: dict[Any, int] = field(default_factory=dict)  # of the rows, by their keys


def check(
    table: Table,
    layout: Layout,
    names: Names,
    place: Place,
    *,
    progress: Progress = silent,
) -> Checked:
    """Every row, its own cells first, then what they say together. Pure; takes its time."""
    found = Checked()
    marked = list(_marks(table, layout))
    if marked:
        return Checked(problems=marked, secret=True)
    american = {
        one.at: values.is_american(row[one.at] for row in table.rows if len(row) > one.at)
        for one in layout.placed
        if one.column.form is Form.DAY
    }
    whole = BUILDERS[layout.kind.kind]
    first_with = found.numbers
    for number, row in _filled(table, layout):
        found.number += 1
        cells, wrong = _values(row, number, layout, names, place, american)
        if not wrong:
            wrong = _add(found, whole, cells, number, names, place, first_with)
        found.problems += wrong
        if found.number % TOLD_EVERY == 0:
            progress("checked", found.number)
    return found


def _filled(table: Table, layout: Layout) -> Iterator[tuple[int, tuple[Any, ...]]]:
    for number, row in enumerate(table.rows[layout.first_row :], layout.first_row + 1):
        if any(values.words(cell) for cell in row):
            yield number, row


def _marks(table: Table, layout: Layout) -> Iterator[Problem]:
    """Looked for in every cell, also of columns that are not taken; nothing of it is repeated."""
    degrees = [one.at for one in layout.placed if one.column.form is Form.SECRECY]
    for number, row in _filled(table, layout):
        for at, cell in enumerate(row):
            if secrecy.bears_mark(cell) or (at in degrees and not secrecy.degree_is_harmless(cell)):
                header = layout.headers[at] if at < len(layout.headers) else ""
                placed = Placed(at=at, header=header, column=layout.kind.columns[0])
                yield _problem(number, "secret", placed)


def _values(
    row: tuple[Any, ...],
    number: int,
    layout: Layout,
    names: Names,
    place: Place,
    american: dict[int, bool],
) -> tuple[Values, list[Problem]]:
    """What the cells say, by field; an empty one says nothing."""
    told: dict[str, Any] = {}
    wrong: list[Problem] = []
    there: dict[str, Placed] = {}
    people: list[Placed] = []
    for one in layout.placed:
        cell = row[one.at] if one.at < len(row) else None
        there[one.column.field] = one
        if not values.words(cell):
            if one.column.required:
                wrong.append(_problem(number, "required", one, name=one.column.name))
        elif one.column.form is Form.PERSON:
            people.append(one)  # told apart by the unit, which may stand further on
        else:
            try:
                told[one.column.field] = _value(cell, one, names, place, american)
            except Wrong as problem:
                wrong.append(_problem(number, problem.text, one, **problem.facts))
    unit = told.get("unit")
    for one in people:
        try:
            told[one.column.field] = names.person(row[one.at], unit.id if unit else None)
        except Wrong as problem:
            wrong.append(_problem(number, problem.text, one, **problem.facts))
    return Values(told, there), wrong


def _value(cell: Any, one: Placed, names: Names, place: Place, american: dict[int, bool]) -> Any:
    match one.column.form:
        case Form.NUMBER:
            return values.number(cell)
        case Form.DAY:
            return values.day(
                cell, zone=place.zone, today=place.now.date(), american=american[one.at]
            )
        case Form.CHOICE:
            return values.choice(cell, one.column)
        case Form.LINES:
            return values.lines(cell)
        case Form.DIGITS:
            return values.last_digits(cell)
        case Form.UNIT:
            return names.unit(cell)
        case Form.RECEIVER:
            return names.receiver(cell)
        case _:
            return values.text(cell)


def _add(
    found: Checked,
    whole: "whole_rows.Builder",
    cells: Values,
    number: int,
    names: Names,
    place: Place,
    first_with: dict[Any, int],
) -> list[Problem]:
    """Put the row with the others, if it is right as a whole and the first with its key."""
    try:
        built = whole(cells, place, names)
    except whole_rows.WrongTogether as problem:
        return [_problem(number, problem.text, cells.there.get(problem.field), **problem.facts)]
    if built.key in first_with:
        at = cells.there.get(built.named_by)
        return [_problem(number, "twice", at, first=str(first_with[built.key]))]
    first_with[built.key] = number
    found.rows += built.rows
    found.remarks += [
        _problem(number, remark.text, cells.there.get(remark.field), **remark.facts)
        for remark in built.remarks
    ]
    return []


def _problem(number: int, text: str, placed: Placed | None, **facts: Any) -> Problem:
    return Problem(
        row=number,
        text=text,
        letter=placed.letter if placed else "",
        header=placed.header if placed else "",
        facts=facts,
    )
