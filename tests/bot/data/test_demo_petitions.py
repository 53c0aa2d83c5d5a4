"""60 petitions of three kinds, with the limits of the law."""

import re

import pytest

from bot.data.demo import people, petitions
from bot.data.demo.petitions import Matter
from storage.models import PetitionKind, PetitionState
from tests.bot.data.demo_days import ALL, CALENDAR, demo_day

ENDED = {
    PetitionState.FILED,
    PetitionState.GUIDED,
    PetitionState.FORWARDED,
    PetitionState.SENT_BACK,
    PetitionState.DISCONTINUED,
    PetitionState.RESOLVED,
    PetitionState.ANSWERED,
}


@pytest.fixture(scope="module", params=ALL, ids=str)
def matters(request: pytest.FixtureRequest) -> list[Matter]:
    return petitions.matters(demo_day(request.param))


def test_sixty_in_all_states_and_kinds(matters: list[Matter]) -> None:
    assert len(matters) == 60
    assert {one.petition.state for one in matters} == set(PetitionState)
    assert {one.petition.kind for one in matters} == set(PetitionKind)


def test_codes_are_numbered_through_the_year(matters: list[Matter]) -> None:
    codes = [one.petition.code for one in matters]
    assert len(set(codes)) == 60
    for one in matters:
        assert re.match(rf"^ĐT-{one.petition.received_on.year}-\d{{4}}$", one.petition.code)


def test_steps_lead_to_the_state_in_order_and_before_now(matters: list[Matter]) -> None:
    now = max(ALL)
    for one in matters:
        times = [event.at for event in one.events]
        assert times == sorted(times)
        assert times[-1] < now
        assert one.events[0].state is PetitionState.RECEIVED
        assert one.events[-1].state is one.petition.state
        assert (one.petition.finished_on is not None) == (one.petition.state in ENDED)


@pytest.mark.parametrize(
    ("kind", "rule", "days"),
    [
        (PetitionKind.COMPLAINT, "KN-02", 7),
        (PetitionKind.DENUNCIATION, "TC-01", 7),
        (PetitionKind.PROPOSAL, "PA-01", 10),
    ],
)
def test_a_new_one_is_due_so_many_working_days_after_it_came(
    matters: list[Matter], kind: PetitionKind, rule: str, days: int
) -> None:
    new = [
        one.petition
        for one in matters
        if one.petition.kind is kind
        and one.petition.state in {PetitionState.RECEIVED, PetitionState.CLASSIFIED}
    ]
    assert new
    for one in new:
        assert one.due_rule == rule
        assert one.due_on == CALENDAR.add_working_days(one.received_on, days)


def test_an_accepted_complaint_is_due_thirty_days_later_or_on_the_next_working_day(
    matters: list[Matter],
) -> None:
    accepted = [
        one
        for one in matters
        if one.petition.kind is not PetitionKind.PROPOSAL
        and PetitionState.ACCEPTED in {event.state for event in one.events}
    ]
    assert {one.petition.due_rule for one in accepted} == {"KN-03", "TC-04"}
    for one in accepted:
        (step,) = [event for event in one.events if event.state is PetitionState.ACCEPTED]
        assert one.petition.due_on
        assert 30 <= (one.petition.due_on - step.at.date()).days <= 40
        assert CALENDAR.is_working(one.petition.due_on)


def test_the_citizen_has_one_and_the_officer_has_two(matters: list[Matter]) -> None:
    own = [one.petition for one in matters if one.petition.sender_id == people.CITIZEN]
    assert [one.kind for one in own] == [PetitionKind.PROPOSAL]
    held = [one.petition for one in matters if one.petition.holder_id == people.OFFICER]
    assert len(held) == 2
    assert {one.kind for one in held} == {PetitionKind.PROPOSAL}


def test_denunciations_are_held_by_one_officer_of_the_reception(matters: list[Matter]) -> None:
    holders = {
        one.petition.holder_id for one in matters if one.petition.kind is PetitionKind.DENUNCIATION
    }
    assert holders == {49}
