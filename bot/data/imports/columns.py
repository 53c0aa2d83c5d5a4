"""What a kind of sheet looks like: its columns, and how a header is recognised."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made
from enum import StrEnum
from typing import Any

from storage.folding import folded
from storage.models import SheetKind

_NOT_A_WORD = re.compile(r"[\W_]+")


class Form(StrEnum):
    """What stands in the cells of a column."""

    TEXT = "text"
    LINES = "lines"  # of text, each of which means something by itself
    NUMBER = "number"
    DAY = "day"  # a date, or a moment where the hour is given
    CHOICE = "choice"
    UNIT = "unit"
    PERSON = "person"
    RECEIVER = "receiver"  # a unit, or a person
    SECRECY = "secrecy"
    DIGITS = "digits"  # of a number that is not kept: its last four


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column: its name in our template, and what other systems call it (folded)."""

    field: str
    name: str
    also: tuple[str, ...] = ()
    form: Form = Form.TEXT
    required: bool = False
    choices: Mapping[str, Any] = made(default_factory=dict)  # by folded words
    offered: tuple[str, ...] = ()  # the choices as the template shows them
    help: str = ""
    in_template: bool = True


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of sheet. `instead` are fields that together stand for a required one."""

    kind: SheetKind
    columns: tuple[Column, ...]
    examples: tuple[str, ...]  # one row of the template, in the order of its columns
    instead: Mapping[str, tuple[str, ...]] = made(default_factory=dict)
    ignored: tuple[str, ...] = ()  # headers, folded, that are known and not taken

    def column(self, name: str) -> Column | None:
        """The column of this field."""
        return next((one for one in self.columns if one.field == name), None)

    @property
    def headers(self) -> dict[str, str]:
        """The field that each known header means, folded; empty for what is not taken."""
        known = dict.fromkeys(self.ignored, "")
        for column in self.columns:
            known |= dict.fromkeys((*column.also, header_key(column.name)), column.field)
        return known

    def missing(self, fields: set[str]) -> tuple[Column, ...]:
        """The required columns that are not there, nor what may stand for them."""
        return tuple(
            column
            for column in self.columns
            if column.required
            and column.field not in fields
            and not (self.instead.get(column.field) and {*self.instead[column.field]} <= fields)
        )


def header_key(header: str) -> str:
    """A header for comparing: “Số, ký hiệu (VB)” → “so ky hieu vb”."""
    return " ".join(_NOT_A_WORD.sub(" ", folded(header)).split())
