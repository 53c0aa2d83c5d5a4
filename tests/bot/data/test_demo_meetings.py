"""Two weeks of meetings either side of today."""

import datetime as dt
from collections import defaultdict
from itertools import combinations

import pytest

from bot.data.demo import meetings, people
from bot.data.demo.schedule import Schedule
from storage.models import Meeting, MeetingState, Openness, PartOfDay
from tests.bot.data.demo_days import ALL, CALENDAR, SATURDAY, WEDNESDAY, ZONE, demo_day

PARTS = {
    PartOfDay.MORNING: (dt.time(7, 30), dt.time(11, 30)),
    PartOfDay.AFTERNOON: (dt.time(13, 30), dt.time(17, 0)),
    PartOfDay.EVENING: (dt.time(18, 0), dt.time(21, 0)),
    PartOfDay.ALL_DAY: (dt.time(7, 30), dt.time(17, 0)),
}


@pytest.fixture(scope="module", params=ALL, ids=str)
def plan(request: pytest.FixtureRequest) -> Schedule:
    return meetings.schedule(demo_day(request.param))


def span(meeting: Meeting) -> tuple[dt.datetime, dt.datetime]:
    if meeting.starts_at and meeting.ends_at:
        return meeting.starts_at, meeting.ends_at
    begins, ends = PARTS[meeting.part]
    return (
        dt.datetime.combine(meeting.day, begins, ZONE),
        dt.datetime.combine(meeting.day, ends, ZONE),
    )


def overlapping(found: list[Meeting]) -> list[tuple[str, str]]:
    return [
        (one.subject, other.subject)
        for one, other in combinations(found, 2)
        if span(one)[0] < span(other)[1] and span(other)[0] < span(one)[1]
    ]


def test_nobody_is_in_two_places(plan: Schedule) -> None:
    by_id = {meeting.id: meeting for meeting in plan.meetings}
    of_person = defaultdict(list)
    for participant in plan.participants:
        of_person[participant.person_id].append(by_id[participant.meeting_id])
    assert [clash for found in of_person.values() for clash in overlapping(found)] == []


def test_no_room_is_used_twice(plan: Schedule) -> None:
    in_room = defaultdict(list)
    for meeting in plan.meetings:
        in_room[meeting.place].append(meeting)
    assert [clash for found in in_room.values() for clash in overlapping(found)] == []


def test_the_chair_takes_part(plan: Schedule) -> None:
    present = {(one.meeting_id, one.person_id) for one in plan.participants}
    assert all((one.id, one.chair_id) in present for one in plan.meetings)


def test_on_days_off_there_is_at_most_a_watch_and_a_visit(plan: Schedule) -> None:
    off = [one for one in plan.meetings if not CALENDAR.is_working(one.day)]
    assert len(off) <= 2
    assert {one.day.weekday() for one in off} <= {5}


def test_everything_lies_within_two_weeks_and_was_published_before_now(plan: Schedule) -> None:
    today = plan.day.today
    assert all(abs(one.day - today) <= dt.timedelta(days=14) for one in plan.meetings)
    assert all(one.source_at <= plan.day.now for one in plan.meetings)
    assert all(one.source_at.date() < one.day for one in plan.meetings)


def test_past_meetings_were_held_or_cancelled_and_coming_ones_were_not(plan: Schedule) -> None:
    past = {one.state for one in plan.meetings if one.day < plan.day.today}
    coming = {one.state for one in plan.meetings if one.day >= plan.day.today}
    assert (
        MeetingState.HELD
        in past
        <= {
            MeetingState.HELD,
            MeetingState.CANCELLED,
            MeetingState.POSTPONED,
        }
    )
    assert MeetingState.HELD not in coming


def test_each_part_has_a_meeting_on_the_next_working_days(plan: Schedule) -> None:
    for number in (0, 1):
        on = plan.day.working(number)
        ids = {one.id for one in plan.meetings if one.day == on}
        there = {one.person_id for one in plan.participants if one.meeting_id in ids}
        assert {people.CHIEF, people.HEAD, people.OFFICER, people.CLERK} <= there


def test_an_ordinary_month_has_every_shape_of_line() -> None:
    plan = meetings.schedule(demo_day(WEDNESDAY))
    assert len(plan.meetings) > 70
    assert {one.openness for one in plan.meetings} == set(Openness)
    assert {one.state for one in plan.meetings} == set(MeetingState)
    assert {one.part for one in plan.meetings} == set(PartOfDay)
    assert any(one.starts_at is None for one in plan.meetings)
    assert any(one.online_points for one in plan.meetings)
    assert len({one.subject for one in plan.meetings}) > 40
    assert len(plan.papers) > 70
    invitations = [one.invitation for one in plan.meetings if one.invitation]
    assert len(invitations) == len(set(invitations)) > 40


def test_a_meeting_for_its_participants_has_no_public_invitation() -> None:
    private = [
        one
        for one in meetings.schedule(demo_day(SATURDAY)).meetings
        if one.openness is Openness.PARTICIPANTS
    ]
    assert private
    assert {one.invitation for one in private} == {""}
