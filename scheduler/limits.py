"""What a due time is made of: a limit, the pauses in it, and what an office may settle itself."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from storage.models import TimeUnit


@dataclass(frozen=True, kw_only=True)
class Limit:
    """How long something may take: “07 ngày làm việc”, “30 ngày”, “08 giờ làm việc”, “01 tháng”.

    0 working days is “trong ngày”: by the end of the day on which it came, and of the next working
    day for what came after `cut_off` (“sau 15 giờ”) or when the office had closed. ValueError for
    0 of another unit, for less, and for a cut-off of anything else.
    """

    number: int
    unit: TimeUnit
    cut_off: dt.time | None = None

    def __post_init__(self) -> None:
        if self.number < 0 or (self.number == 0 and self.unit is not TimeUnit.WORKING_DAYS):
            raise ValueError(f"a limit cannot be {self.number} {self.unit}")
        if self.cut_off and self.number:
            raise ValueError("only what is settled on the same day has a cut-off hour")

    @property
    def is_same_day(self) -> bool:
        """“Trong ngày”."""
        return self.number == 0


@dataclass(frozen=True, kw_only=True)
class Pause:
    """A time in which the clock stands still; without an end it still does.

    Both moments are in the office's zone. ValueError when it ends before it began.
    """

    began_at: dt.datetime
    ended_at: dt.datetime | None = None

    def __post_init__(self) -> None:
        if self.ended_at and self.ended_at < self.began_at:
            raise ValueError(f"the pause of {self.began_at} ends before it begins")


@dataclass(frozen=True, kw_only=True)
class DueRules:
    """Where no text settles how to count. What is set here gives the earlier due time.

    `late_is_next_day`: what comes after closing or on a day off counts as received on the next
    working day, so that day 1 is the one after.
    `moves_off_day`: a limit in calendar days or months that ends on a day off ends with the next
    working day (BLDS 2015 Đ148.5).
    """

    late_is_next_day: bool = False
    moves_off_day: bool = True


def merged(pauses: Iterable[Pause]) -> tuple[Pause, ...]:
    """The same time as pauses that do not overlap, in their order; after an open one none."""
    found: list[Pause] = []
    for pause in sorted(pauses, key=lambda one: one.began_at):
        last = found[-1] if found else None
        if last is None or (last.ended_at and last.ended_at < pause.began_at):
            found.append(pause)
        elif last.ended_at:
            ended_at = pause.ended_at and max(last.ended_at, pause.ended_at)
            found[-1] = Pause(began_at=last.began_at, ended_at=ended_at)
    return tuple(found)
