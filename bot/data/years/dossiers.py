"""A year's dossiers: received evenly, finished before, on or after their day, some still open."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, assert_never

from bot.data.office_years import OfficeYear
from bot.data.years.spread import Year, takes
from storage.models import DossierState, SubmittedBy

# Working days promised, as procedures mix: many for the next day, few for a month.
_TERMS = (1, 3, 1, 5, 3, 7, 1, 10, 5, 15, 3, 20)
_LATEST_SLACK = 3  # a late one is finished within so many working days
_OPEN_AMONG = 2  # of the last ones, each second is still open at the year's end


class Outcome(Enum):
    """How a dossier ended."""

    EARLY = auto()
    ON_THE_DAY = auto()
    LATE = auto()
    OPEN = auto()


@dataclass(frozen=True)
class Promise:
    """When a dossier came and for when it was promised, in working days of the year."""

    index: int
    received: int
    place: int
    that_day: int
    term: int

    @property
    def due(self) -> int:
        """The promised day."""
        return self.received + self.term


def rows(page: OfficeYear, numbers: Mapping[str, int], year: Year) -> Iterator[dict[str, Any]]:
    """The rows of the table, in the order in which they were received."""
    received = numbers.get("dossiers_received", 0)
    promises = [_promise(year, index, received, numbers) for index in range(received)]
    outcomes = _outcomes(promises, numbers, year)
    for promise, outcome in zip(promises, outcomes, strict=True):
        yield _row(page, year, promise, outcome)


def _open_ones(numbers: Mapping[str, int]) -> int:
    resolved = ("dossiers_early", "dossiers_on_the_day", "dossiers_late")
    return numbers["dossiers_received"] - sum(numbers[name] for name in resolved)


def _is_open(index: int, numbers: Mapping[str, int]) -> bool:
    among = _open_ones(numbers) * _OPEN_AMONG
    from_the_end = numbers["dossiers_received"] - 1 - index
    return from_the_end < among and from_the_end % _OPEN_AMONG == 0


def _promise(year: Year, index: int, received: int, numbers: Mapping[str, int]) -> Promise:
    day, place, that_day = year.place(index, received)
    left = year.length - 1 - day
    if _is_open(index, numbers):
        term = left + 1 + index % 10
    else:
        term = min(_TERMS[index % len(_TERMS)], left)
    return Promise(index, day, place, that_day, term)


def _outcomes(promises: list[Promise], numbers: Mapping[str, int], year: Year) -> list[Outcome]:
    """Exactly as many of each as the page says, spread over the year."""
    found = [
        Outcome.OPEN if _is_open(one.index, numbers) else Outcome.ON_THE_DAY for one in promises
    ]
    may_be_early = [one for one in promises if found[one.index] is Outcome.ON_THE_DAY and one.term]
    for turn, one in enumerate(may_be_early):
        if takes(turn, numbers["dossiers_early"], len(may_be_early)):
            found[one.index] = Outcome.EARLY
    may_be_late = [
        one
        for one in promises
        if found[one.index] is Outcome.ON_THE_DAY and one.due + _LATEST_SLACK < year.length
    ]
    for turn, one in enumerate(may_be_late):
        if takes(turn, numbers["dossiers_late"], len(may_be_late)):
            found[one.index] = Outcome.LATE
    return found


def _finished(one: Promise, outcome: Outcome) -> int:
    """The working day of the result; of an open one, that on which it is promised."""
    match outcome:
        case Outcome.EARLY:
            return one.due - 1 - one.index % min(one.term, 3)
        case Outcome.LATE:
            return one.due + 1 + one.index % _LATEST_SLACK
        case Outcome.ON_THE_DAY | Outcome.OPEN:
            return one.due
    assert_never(outcome)


def _row(page: OfficeYear, year: Year, one: Promise, outcome: Outcome) -> dict[str, Any]:
    is_open = outcome is Outcome.OPEN
    finished = _finished(one, outcome)
    received_at = year.office_time(one.received, one.place, one.that_day)
    return {
        "code": f"{page.dossier_unit}-{received_at:%y%m%d}-{one.place + 1:04}",
        "applicant": f"Người nộp {one.index + 1:05}",
        "phone": "",
        "submitted_by": SubmittedBy.COUNTER,  # the page does not say how
        "submitted_at": received_at,
        "received_at": received_at,
        "received_on": year.days[one.received],
        "due_at": year.at(one.due, 17),
        "due_on": year.days[one.due],
        "due_version": 1,
        "finished_at": None if is_open else year.at(finished, 16, 30 + one.index % 30),
        "finished_on": None if is_open else year.days[finished],
        "state": DossierState.PROCESSING if is_open else DossierState.RETURNED,
        "missing": "",
        "source": page.file,
        "source_at": page.published,
    }
