"""What every `visible_to` is built of. Fails closed: nobody's id matches nothing."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import sqlalchemy as sa
from sqlmodel import col

from storage.viewer import Viewer

Decides = Callable[[Viewer], sa.ColumnElement[bool]]
MARK = "visible_to "
"""What begins the label of every condition that a deciding function gave."""


def belongs(column: Any, owner_id: int | None) -> sa.ColumnElement[bool]:
    """The column names this owner. Without an owner nothing does, not even an empty column."""
    return sa.false() if owner_id is None else col(column) == owner_id


def lies_with(column: Any, viewer: Viewer) -> sa.ColumnElement[bool]:
    """The column names this person, or somebody they stand in for today."""
    theirs = belongs(column, viewer.person_id)
    if not viewer.stands_in_for:
        return theirs
    return sa.or_(theirs, col(column).in_(sorted(viewer.stands_in_for)))


def decides(table: str) -> Callable[[Decides], Decides]:
    """Decorates the one function that decides who may see the rows of a private table.

    What it gives bears the table's name as a label. In a WHERE a label changes nothing, but it
    stays when the condition is simplified, so that the tests find every statement without one
    (`tests/watch.py`).
    """

    def decorate(visible_to: Decides) -> Decides:
        @wraps(visible_to)
        def marked(viewer: Viewer) -> sa.ColumnElement[bool]:
            return visible_to(viewer).label(MARK + table)

        return marked

    return decorate
