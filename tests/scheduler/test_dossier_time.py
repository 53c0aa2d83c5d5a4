"""Whether a dossier was in time, by both definitions: worked by hand, and by their laws."""

import csv
import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.calendar import WorkingCalendar
from scheduler.clock import VIETNAM
from scheduler.dossier_time import Course, Side, in_time, on_time, side_of
from scheduler.limits import Limit, Pause
from scheduler.working_time import WorkingTime
from storage.models import TimeUnit
from tests.scheduler.office_days import DAYS_OF_2026

FILE = Path(__file__).with_name("golden_dossier_time.tsv")
OFFICE = WorkingTime(WorkingCalendar.of(DAYS_OF_2026))
PERIOD_END = dt.datetime(2026, 11, 30, 23, 59, tzinfo=VIETNAM)
SIDES = {Side.EARLY: "trước", Side.ON_TIME: "đúng", Side.LATE: "quá"}
COUNTED = {True: "1", False: "0", None: "-"}


@dataclass(frozen=True)
class Row:
    """One case as it is written."""

    received: str
    due: str
    limit: str
    finished: str
    returned: str
    ended: str
    waits: str
    by_day: str
    by_minute: str
    counted: str
    reasoning: str


def rows() -> list[Row]:
    lines = FILE.read_text("utf-8").splitlines()
    written = [line for line in lines if not line.startswith("#")]
    return [Row(*cells) for cells in csv.reader(written, delimiter="\t", quoting=csv.QUOTE_NONE)]


def moment(written: str) -> dt.datetime | None:
    return dt.datetime.fromisoformat(written).replace(tzinfo=VIETNAM) if written else None


def waits_of(written: str) -> tuple[Pause, ...]:
    found = []
    for one in filter(None, written.strip("-").split(";")):
        began, _, ended = one.strip().partition("/")
        began_at = moment(began)
        assert began_at
        found.append(Pause(began_at=began_at, ended_at=moment(ended)))
    return tuple(found)


def course_of(row: Row) -> Course:
    return Course(
        received_at=moment(row.received),
        due_at=moment(row.due),
        limit=Limit(number=int(row.limit), unit=TimeUnit.WORKING_DAYS) if row.limit else None,
        finished_at=moment(row.finished),
        returned_at=moment(row.returned),
        ended_at=moment(row.ended),
        waits=waits_of(row.waits),
    )


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.reasoning)
def test_a_dossier_is_in_time_as_worked_by_hand(row: Row) -> None:
    course = course_of(row)
    assert COUNTED[in_time(course, PERIOD_END, OFFICE)] == row.counted
    if course.finished_at and course.due_at:
        sides = [
            SIDES[side_of(course.finished_at, course.due_at, zone=VIETNAM, by_minute=by_minute)]
            for by_minute in (False, True)
        ]
        assert sides == [row.by_day, row.by_minute]
    else:
        assert (row.by_day, row.by_minute) == ("-", "-")


def test_the_table_is_large_and_says_how_each_case_was_worked() -> None:
    found = rows()
    assert len(found) >= 20
    assert all(row.reasoning for row in found)
    assert len({course_of(row) for row in found}) == len(found)


def test_the_rate_leaves_out_what_does_not_count() -> None:
    courses = [course_of(row) for row in rows()]
    expected = [row.counted for row in rows()]
    assert on_time(courses, PERIOD_END, OFFICE) == (
        expected.count("1"),
        expected.count("1") + expected.count("0"),
    )
    assert on_time([], PERIOD_END, OFFICE) == (0, 0)


MOMENTS = st.datetimes(
    dt.datetime.fromisoformat("2026-11-01"),
    dt.datetime.fromisoformat("2026-12-20"),
    timezones=st.just(VIETNAM),
)
SOME = st.none() | MOMENTS


@st.composite
def courses(draw: st.DrawFn) -> Course:
    waits = sorted(draw(st.lists(st.tuples(MOMENTS, st.integers(1, 200)), max_size=3)))
    return Course(
        received_at=draw(SOME),
        due_at=draw(SOME),
        limit=Limit(number=draw(st.integers(1, 15)), unit=TimeUnit.WORKING_DAYS),
        finished_at=draw(SOME),
        returned_at=draw(SOME),
        ended_at=draw(SOME),
        waits=tuple(
            Pause(began_at=at, ended_at=at + dt.timedelta(hours=hours)) for at, hours in waits
        ),
    )


@given(MOMENTS, MOMENTS)
def test_by_the_minute_nothing_is_later_than_by_the_day_unless_on_the_day(
    finished: dt.datetime, due: dt.datetime
) -> None:
    by_day = side_of(finished, due, zone=VIETNAM)
    by_minute = side_of(finished, due, zone=VIETNAM, by_minute=True)
    assert by_day in (by_minute, Side.ON_TIME)
    assert (by_day is Side.ON_TIME) is (finished.date() == due.date())


@given(MOMENTS, MOMENTS, st.booleans())
def test_the_sides_of_two_moments_are_each_others_mirror(
    one: dt.datetime, other: dt.datetime, by_minute: bool
) -> None:
    mirror = {Side.EARLY: Side.LATE, Side.LATE: Side.EARLY, Side.ON_TIME: Side.ON_TIME}
    there = side_of(one, other, zone=VIETNAM, by_minute=by_minute)
    assert side_of(other, one, zone=VIETNAM, by_minute=by_minute) is mirror[there]


@given(MOMENTS, MOMENTS)
def test_the_zone_in_which_a_moment_is_kept_changes_nothing(
    finished: dt.datetime, due: dt.datetime
) -> None:
    kept = side_of(finished.astimezone(dt.UTC), due.astimezone(dt.UTC), zone=VIETNAM)
    assert kept is side_of(finished, due, zone=VIETNAM)


@given(courses(), SOME)
def test_who_collects_late_makes_nothing_late(course: Course, collected: dt.datetime) -> None:
    if course.finished_at and course.finished_at <= PERIOD_END:
        other = replace(course, returned_at=collected)
        assert in_time(other, PERIOD_END, OFFICE) is in_time(course, PERIOD_END, OFFICE)


@given(courses())
def test_asking_for_papers_twice_is_late_and_more_time_never_makes_late(course: Course) -> None:
    counted = in_time(course, PERIOD_END, OFFICE)
    asked = [wait for wait in course.waits if wait.began_at <= PERIOD_END]
    if len(asked) > 1:
        assert counted is not True
    if course.due_at and counted:
        later = replace(course, due_at=course.due_at + dt.timedelta(days=3))
        assert in_time(later, PERIOD_END, OFFICE)


@given(courses())
def test_what_was_not_received_by_the_end_of_the_period_does_not_count(course: Course) -> None:
    received = course.received_at
    counts = received is not None and received <= PERIOD_END
    assert (in_time(course, PERIOD_END, OFFICE) is not None) is counts
