"""What the demo office says of itself, and what it only counts."""

import datetime as dt
from collections.abc import Iterable

from bot.data.demo.day import DemoDay, chance, content
from storage.models import (
    ClassifiedCount,
    Direction,
    OfficeFact,
    Reception,
    ReceptionKind,
    Secrecy,
)

MONTHS = 12
RECEPTION_DAY = 15


def name() -> str:
    """What people read: it says that it is a demonstration."""
    return str(content("office")["name"])


def facts() -> list[OfficeFact]:
    """Keys: address, hours, phone, hotline, email, website, reception, function; hours.en."""
    office = content("office")
    return [
        OfficeFact(key=key, value=value, source=office["source"])
        for key, value in office["facts"].items()
    ]


def receptions(day: DemoDay) -> list[Reception]:
    """The standing desk on most working days of the last months, the Chairman once a month."""
    dice = chance("receptions")
    found = []
    for number in range(-200, 0):
        on = day.working(number)
        if dice.random() < 0.6:
            visits = dice.choice((1, 1, 1, 2, 2, 3))
            found.append(_reception(day, on, ReceptionKind.STANDING, visits, 0))
        if day.number(on.replace(day=RECEPTION_DAY)) == number:
            groups = dice.choice((0, 0, 1))
            visits = dice.randrange(7, 15)
            found.append(_reception(day, on, ReceptionKind.CHAIRMAN, visits, groups))
    return found


def _reception(
    day: DemoDay, on: dt.date, kind: ReceptionKind, visits: int, groups: int
) -> Reception:
    return Reception(
        day=on,
        kind=kind,
        visits=visits,
        people=visits,
        matters=max(1, visits - groups * 5),
        groups=groups,
        source="Sổ tiếp công dân",
        source_at=day.synced_at,
    )


def classified(day: DemoDay) -> Iterable[ClassifiedCount]:
    """Numbers a month, for the full months before this one."""
    dice = chance("classified")
    month = day.today.replace(day=1)
    for _ in range(MONTHS):
        month = (month - dt.timedelta(days=1)).replace(day=1)
        for direction in Direction:
            for level, most in ((Secrecy.SECRET, 90), (Secrecy.TOP_SECRET, 12)):
                number = dice.randrange(most // 2, most)
                yield ClassifiedCount(month=month, direction=direction, level=level, number=number)
