"""The glossary speaks of the names that the code really has, and leaves none out."""

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlmodel import SQLModel

from handlers.statistics import spans
from handlers.understanding import asked, figures_said
from scheduler import (
    alarms,
    calendar,
    deadlines,
    dossier_time,
    due,
    ladder,
    left_out,
    limits,
    timetable,
    working_time,
)
from storage import (
    assigning,
    channel_budgets,
    counted,
    counts,
    dossier_changes,
    dossier_states,
    dossier_trails,
    due_times,
    late_dossiers,
    ledger,
    models,
    petitions,
    reachable,
    registering,
    viewer,
)

PAGE = (Path(__file__).parents[2] / "docs" / "glossary.md").read_text("utf-8")
MODULES: tuple[ModuleType, ...] = (
    models,
    viewer,
    petitions,
    due_times,
    registering,
    assigning,
    ledger,
    reachable,
    channel_budgets,
    dossier_changes,
    dossier_states,
    dossier_time,
    dossier_trails,
    late_dossiers,
    alarms,
    calendar,
    deadlines,
    due,
    left_out,
    ladder,
    limits,
    timetable,
    working_time,
    asked,
    counted,
    counts,
    figures_said,
    spans,
)
MISSING = object()


def explained() -> list[str]:
    """The names in the first column of the tables that compare with the code."""
    table, _, _ = PAGE.partition("## Words kept for what is not there yet")
    return re.findall(r"^\| `([A-Za-z_.]+)` \|", table, re.MULTILINE)


def enum_members() -> Iterator[str]:
    others = [viewer.Role, viewer.DutyKind, petitions.Stage, ledger.Fate, alarms.Cause]
    for value in [*vars(models).values(), *others]:
        if isinstance(value, type) and issubclass(value, StrEnum):
            yield from (f"{value.__name__}.{member.name}" for member in value)


def tables() -> Iterator[str]:
    for value in vars(models).values():
        if isinstance(value, type) and issubclass(value, SQLModel):
            yield value.__name__


def found(name: str) -> Any:
    owner, _, part = name.partition(".")
    thing = next((vars(m)[owner] for m in MODULES if owner in vars(m)), MISSING)
    if thing is MISSING or not part:
        return thing
    known = set(getattr(thing, "model_fields", {})) | set(getattr(thing, "__annotations__", {}))
    return thing if part in known else getattr(thing, part, MISSING)


def test_the_code_has_what_the_glossary_explains() -> None:
    assert [name for name in explained() if found(name) is MISSING] == []


def test_every_table_and_every_value_of_the_store_is_explained() -> None:
    assert [name for name in (*tables(), *enum_members()) if name not in explained()] == []


def test_nothing_is_explained_twice() -> None:
    names = explained()
    assert sorted(names) == sorted(set(names))
