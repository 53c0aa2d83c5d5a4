"""An event loop whose clock is moved instead of waited for: an hour of sleeping takes no time."""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class _Moving(selectors.SelectSelector):
    """Where a loop waits for the next thing to happen; here the waiting only counts."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        assert timeout is not None, "everybody waits, and nothing will ever happen"
        self.now += max(timeout, 1e-6)  # as in life, it never quite stands still
        return super().select(0)


class MovedClock(asyncio.SelectorEventLoop):
    """Sleeps, timeouts and `time()` as ever, in seconds that do not pass. No sockets."""

    def __init__(self) -> None:
        self._moving = _Moving()
        super().__init__(self._moving)

    def time(self) -> float:
        return self._moving.now


def run(work: Coroutine[Any, Any, T]) -> T:
    """Like `asyncio.run`, at once."""
    with asyncio.Runner(loop_factory=MovedClock) as runner:
        return runner.run(work)
