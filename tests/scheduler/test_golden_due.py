"""Due times worked by hand from the calendar and the law, one a line of `golden_due.tsv`."""

import csv
import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pytest

from scheduler.calendar import Override, WorkingCalendar
from scheduler.clock import VIETNAM
from scheduler.due import due, last_day_before
from scheduler.limits import Limit, Pause
from scheduler.working_time import WorkingTime
from storage.models import TimeUnit
from tests.scheduler.office_days import DAYS_OF_2026

FILE = Path(__file__).with_name("golden_due.tsv")
UNITS = {
    "nlv": TimeUnit.WORKING_DAYS,
    "ngày": TimeUnit.CALENDAR_DAYS,
    "giờ": TimeUnit.WORKING_HOURS,
    "tháng": TimeUnit.MONTHS,
}
SAME_DAY, BEFORE, STOPPED = "trong ngày", "trước ", "-"


@dataclass(frozen=True)
class Row:
    """One case as it is written."""

    limit: str
    start: str
    pauses: str
    changed_days: str
    due: str
    reasoning: str


def rows() -> list[Row]:
    lines = FILE.read_text("utf-8").splitlines()
    written = [line for line in lines if not line.startswith("#")]
    return [Row(*cells) for cells in csv.reader(written, delimiter="\t", quoting=csv.QUOTE_NONE)]


def limit_of(written: str) -> Limit:
    if written.startswith(SAME_DAY):
        hour = written.removeprefix(SAME_DAY).strip()
        cut_off = dt.time.fromisoformat(hour) if hour else None
        return Limit(number=0, unit=TimeUnit.WORKING_DAYS, cut_off=cut_off)
    number, unit = written.removeprefix(BEFORE).split()
    return Limit(number=int(number), unit=UNITS[unit])


def moment(written: str) -> dt.datetime:
    return dt.datetime.fromisoformat(written).replace(tzinfo=VIETNAM)


def pauses_of(written: str) -> list[Pause]:
    return [
        Pause(began_at=moment(began), ended_at=moment(ended) if ended else None)
        for began, _, ended in (one.strip().partition("/") for one in written.split(";") if one)
    ]


def office_of(written: str) -> WorkingTime:
    changed = [
        Override(day=dt.date.fromisoformat(day), off=kind == "nghỉ", name="Theo thông báo")
        for day, kind in (one.split() for one in written.split(";") if one)
    ]
    days = {one.day for one in changed}
    kept = [one for one in DAYS_OF_2026 if one.day not in days]
    return WorkingTime(WorkingCalendar.of([*kept, *changed]))


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.limit} · {row.start} · {row.due}")
def test_a_due_time_is_as_worked_by_hand(row: Row) -> None:
    office, limit = office_of(row.changed_days), limit_of(row.limit)
    if row.limit.startswith(BEFORE):
        before = last_day_before(limit, dt.date.fromisoformat(row.start), office)
        assert str(before) == row.due, row.reasoning
        return
    found = due(limit, moment(row.start), pauses_of(row.pauses), office)
    told = STOPPED if found.at is None else f"{found.at:%Y-%m-%d %H:%M}"
    assert told == row.due, row.reasoning


def test_the_table_is_large_and_says_how_each_case_was_worked() -> None:
    found = rows()
    assert len(found) >= 60
    assert all(row.reasoning for row in found)
    cases = [(row.limit, row.start, row.pauses, row.changed_days) for row in found]
    assert len(set(cases)) == len(cases)
