"""400 dossiers in ten states, and the procedures they follow."""

import re
from collections import Counter

import pytest

from bot.data import demo
from bot.data.demo import dossiers, people, procedures
from bot.data.demo.day import DemoDay
from bot.data.demo.dossier_case import Case
from storage.models import DossierState, TimeUnit
from storage.seals import Seal
from tests.bot.data.demo_days import ALL, CALENDAR, WEDNESDAY, demo_day

# domain.md §2.2, as tested there
CODE = re.compile(
    r"^(?P<unit>(?:\d{2,3}\.){0,3}[GHK]\d{2}(?:\.\d{1,3}){0,4})-(?P<day>\d{6}|\d{8})-\d{4,7}$"
)
PROCEDURE_CODE = re.compile(r"^[123]\.\d{6}$")
OPEN = {
    DossierState.RECEIVED,
    DossierState.PROCESSING,
    DossierState.SUPPLEMENT,
    DossierState.PAYMENT,
}


@pytest.fixture(scope="module", params=ALL, ids=str)
def cases(request: pytest.FixtureRequest) -> list[Case]:
    return dossiers.cases(demo_day(request.param), Seal())


def test_all_ten_states_are_there(cases: list[Case]) -> None:
    states = Counter(case.dossier.state for case in cases)
    assert states == dossiers.NUMBERS
    assert sum(states.values()) == 400
    assert set(states) == set(DossierState)


def test_codes_can_be_read_and_are_one_each(cases: list[Case]) -> None:
    codes = [case.dossier.code for case in cases]
    assert len(set(codes)) == 400
    for case in cases:
        read = CODE.match(case.dossier.code)
        assert read
        assert read["unit"] == "000.00.12.H37"
        if case.dossier.received_on:
            assert read["day"] == f"{case.dossier.received_on:%y%m%d}"


def test_events_follow_one_another_and_end_in_the_state(cases: list[Case]) -> None:
    for case in cases:
        times = [event.at for event in case.events]
        assert times == sorted(times)
        assert times[-1] < case.day.now
        assert case.events[0].state is DossierState.SUBMITTED
        assert case.events[-1].state is case.dossier.state
        assert {event.dossier_id for event in case.events} == {case.dossier.id}


def test_the_due_day_follows_from_the_limit_and_the_pauses(cases: list[Case]) -> None:
    for case in cases:
        dossier, limit = case.dossier, case.limit
        if dossier.received_on is None or dossier.due_on is None:
            assert dossier.state in {DossierState.SUBMITTED, DossierState.REFUSED}
            assert dossier.due_on is None
            continue
        waited = sum(
            CALENDAR.days_between(pause.began_at.date(), pause.ended_at.date())
            for pause in case.pauses
            if pause.ended_at
        )
        assert CALENDAR.is_working(dossier.due_on)
        if limit.counts is not TimeUnit.CALENDAR_DAYS:
            expected = CALENDAR.add_working_days(dossier.received_on, limit.days + waited)
            assert dossier.due_on == expected


def test_a_clock_stands_still_only_while_papers_or_money_are_awaited(cases: list[Case]) -> None:
    for case in cases:
        waiting = [pause for pause in case.pauses if pause.ended_at is None]
        awaited = case.dossier.state in {DossierState.SUPPLEMENT, DossierState.PAYMENT}
        assert len(waiting) == awaited
        asked = case.dossier.state is DossierState.SUPPLEMENT
        assert bool(case.dossier.missing) == asked
    assert sum(bool(case.pauses) for case in cases) > 80


def test_a_few_are_late_and_most_are_not(cases: list[Case]) -> None:
    zero = cases[0].day.working(0)
    dues = [one.dossier.due_on for one in cases if one.dossier.state in OPEN and one.dossier.due_on]
    assert 8 <= sum(due < zero for due in dues) <= 40
    assert zero in dues
    ended = [case.dossier for case in cases if case.dossier.state is DossierState.RETURNED]
    late = sum(one.finished_on > one.due_on for one in ended if one.finished_on and one.due_on)
    assert 1 <= late <= 20
    assert all(
        one.returned_at and one.finished_at < one.returned_at for one in ended if one.finished_at
    )


def test_the_demo_citizen_has_four_in_different_states(cases: list[Case]) -> None:
    own = [case.dossier for case in cases if case.dossier.applicant_id == people.CITIZEN]
    assert Counter(one.state for one in own) == {
        DossierState.PROCESSING: 2,
        DossierState.SUPPLEMENT: 1,
        DossierState.FINISHED: 1,
    }
    assert len({one.applicant for one in own}) == 1


def test_the_officer_has_a_late_one_and_one_for_today(cases: list[Case]) -> None:
    held = [case.dossier.due_on for case in cases if case.dossier.holder_id == people.OFFICER]
    day: DemoDay = cases[0].day
    assert day.working(0) in held
    assert any(due and due < day.working(0) for due in held)


def test_forty_procedures_say_what_people_ask_for() -> None:
    day = demo_day(WEDNESDAY)
    found = procedures.rows(day.working(-250))
    assert len(found) == len({one.code for one in found}) == 40
    for one in found:
        assert PROCEDURE_CODE.match(one.code)
        assert one.papers
        assert one.fee
        assert one.result
        assert one.legal_basis
        assert one.time_limit > 0
        assert "trình diễn" in one.decision
    assert {one.time_unit for one in found} == set(TimeUnit) - {TimeUnit.MONTHS}


def test_every_one_is_opened_by_the_digits_that_the_demonstration_tells(
    cases: list[Case],
) -> None:
    seal = Seal()
    for dossier in (case.dossier for case in cases):
        assert dossier.phone_seal == seal("phone", dossier.code, demo.PHONE_DIGITS)
        assert dossier.identity_seal == seal("identity", dossier.code, demo.IDENTITY_DIGITS)
    hidden = [case.limit.field for case in cases if not case.dossier.public]
    assert set(hidden) == dossiers.NOT_PUBLIC
    assert len(hidden) < 40
