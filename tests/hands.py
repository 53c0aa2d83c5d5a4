"""The clock that tests move."""

import datetime as dt

from scheduler.clock import VIETNAM

MONDAY = dt.datetime(2026, 11, 16, 8, 0, tzinfo=VIETNAM)
"""An ordinary working morning, a week before the holiday of 24/11/2026."""


class Hands:
    """A clock that shows what the test sets."""

    def __init__(self, now: dt.datetime = MONDAY) -> None:
        self.now = now

    def __call__(self) -> dt.datetime:
        return self.now

    def set(self, text: str) -> None:
        """`hands.set("2026-11-25 07:30")`, in the office's zone."""
        self.now = dt.datetime.fromisoformat(text).replace(tzinfo=VIETNAM)

    def forward(self, **by: float) -> None:
        """`hands.forward(minutes=30)`."""
        self.now += dt.timedelta(**by)
