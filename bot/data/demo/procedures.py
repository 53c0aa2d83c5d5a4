"""The demo's procedures, and how their limits count."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from bot.data.demo import catalogue, people
from bot.data.demo.day import content
from bot.data.imports.papers import papers_in
from storage.models import OnlineLevel, Procedure, TimeUnit

HOURS_A_DAY = 8


@dataclass(frozen=True, kw_only=True)
class Limit:
    """One procedure as far as its dossiers need it."""

    procedure_id: int
    code: str
    field: str
    unit: str  # code of who handles it
    papers: tuple[str, ...]
    days: int
    counts: TimeUnit

    @property
    def in_working_days(self) -> int:
        """The limit as working days, for choosing when to have received a dossier."""
        if self.counts is TimeUnit.CALENDAR_DAYS:
            return self.days * 5 // 7
        return self.days


def rows(since: dt.date) -> Sequence[Procedure]:
    """Forty in detail, which the dossiers follow; valid from the published day, or from `since`."""
    published = content("procedures")
    agencies = {unit["code"]: unit["name"] for unit in content("people")["outside"]}
    agencies |= dict.fromkeys(people.units(), "UBND tỉnh")
    return [
        Procedure(
            id=number,
            code=one["code"],
            name=one["name"],
            field=one["field"],
            level=one["level"],
            agency=agencies[one["unit"]],
            time_limit=one.get("hours", one.get("limit")),
            time_unit=_time_unit(one),
            fee=one["fee"],
            papers=papers_in("\n".join(one["papers"])),
            variants=one.get("variants", []),
            result=one["result"],
            online=OnlineLevel(one["online"]),
            legal_basis=one["law"],
            decision=published["decision"],
            valid_from=min(published["valid_from"], since),
            valid_to=one.get("ends"),
        )
        for number, one in enumerate(published["procedures"], start=1)
    ]


def all_rows(since: dt.date) -> Sequence[Procedure]:
    """The whole catalogue."""
    detailed = rows(since)
    rest = catalogue.values(
        detailed[0].valid_from, decision=detailed[0].decision, first_id=len(detailed) + 1
    )
    return [*detailed, *(Procedure(**told) for told in rest)]


@cache
def limits() -> tuple[Limit, ...]:
    """What the dossiers need to know of each procedure."""
    return tuple(
        Limit(
            procedure_id=number,
            code=one["code"],
            field=one["field"],
            unit=one["unit"],
            papers=tuple(paper["name"] for paper in papers_in("\n".join(one["papers"]))),
            days=one.get("limit", one.get("hours", 0) // HOURS_A_DAY),
            counts=_time_unit(one),
        )
        for number, one in enumerate(content("procedures")["procedures"], start=1)
    )


def _time_unit(one: dict[str, str]) -> TimeUnit:
    if "hours" in one:
        return TimeUnit.WORKING_HOURS
    return TimeUnit(one.get("unit_of_time", TimeUnit.WORKING_DAYS))
