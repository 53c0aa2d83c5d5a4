"""What a file of ways to name times is made of."""

from collections.abc import Callable
from dataclasses import dataclass
from re import Match, Pattern

from handlers.understanding.times.partial import Partial
from handlers.understanding.times.seen import Seen


@dataclass(frozen=True, kw_only=True)
class Reader:
    """One way of naming a time: what it looks like, and what it says of it.

    `read` may answer None when the words only look like a time. The neighbours that make it
    something else (“đến nay”, “lần thứ hai”) are given folded.
    """

    looks: Pattern[str]
    read: Callable[[Match[str], Seen], Partial | None]
    not_after: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    counted: bool = False  # not with a number before it, as in “2 tuần trước”
    after_dash: bool = False  # it ends “8-10h”
    may_be_a_name: bool = False  # “Mai”: a capital inside the sentence makes it one


def says(**said: object) -> Callable[[Match[str], Seen], Partial]:
    """A reader's answer that is always the same."""
    always = Partial(**said)  # type: ignore[arg-type]  # the fields are Partial's own
    return lambda _found, _seen: always
