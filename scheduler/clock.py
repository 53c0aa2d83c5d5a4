"""The only file that may read the time."""

import datetime as dt
from collections.abc import Callable
from zoneinfo import ZoneInfo

Clock = Callable[[], dt.datetime]
"""Gives the present as an aware datetime in the office's zone."""

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def system_clock(zone: ZoneInfo = VIETNAM) -> Clock:
    """The machine's clock, read in the office's zone."""
    return lambda: dt.datetime.now(zone)  # noqa: TID251 - here is where it is read


def standing_clock(now: dt.datetime) -> Clock:
    """A clock that shows one moment: for `--at` and for tests."""
    return lambda: now
