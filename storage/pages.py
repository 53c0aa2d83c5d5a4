"""A part of a list, and how long the whole list is."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True)
class Page(Generic[Item]):
    """The items of one screen; `total` counts all screens."""

    items: tuple[Item, ...] = ()
    total: int = 0
