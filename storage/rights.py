"""What every `visible_to` is built of. Fails closed: nobody's id matches nothing."""

from typing import Any

import sqlalchemy as sa
from sqlmodel import col


def belongs(column: Any, owner_id: int | None) -> sa.ColumnElement[bool]:
    """The column names this owner. Without an owner nothing does, not even an empty column."""
    return sa.false() if owner_id is None else col(column) == owner_id
