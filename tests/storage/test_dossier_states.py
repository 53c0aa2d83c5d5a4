"""The states of a dossier: which may follow which, and what each means for its clock."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.dossier_states import AWAITS, FOLLOWS, KINDS, StateKind, may_follow, pausing
from storage.dossiers import IN_WORK
from storage.models import DossierState, PauseReason

# As practised, by the numbers of the national portal.
TABLE = "1>2,3,7 2>4,7,8 4>5,6,8,9,7 5>4,8,7 6>4,8,7 9>10"
ALLOWED = {
    (old, new) for row in TABLE.split() for old, news in [row.split(">")] for new in news.split(",")
}


@pytest.mark.parametrize("old", DossierState)
@pytest.mark.parametrize("new", DossierState)
def test_what_may_follow_is_what_is_practised(old: DossierState, new: DossierState) -> None:
    assert may_follow(old, new) is ((old.value, new.value) in ALLOWED)


def test_every_state_can_be_come_to_from_the_first() -> None:
    reached, new = set(), {DossierState.SUBMITTED}
    while new:
        reached |= new
        new = {after for state in new for after in FOLLOWS[state]} - reached
    assert reached == set(DossierState)


@st.composite
def ways(draw: st.DrawFn) -> list[DossierState]:
    """One that the table allows, from any state on."""
    way = [draw(st.sampled_from(DossierState))]
    while len(way) < 12 and (after := sorted(FOLLOWS[way[-1]])):
        way.append(draw(st.sampled_from(after)))
    return way


@given(ways())
def test_a_way_by_the_table_ends_once_and_a_rest_is_left_by_going_on(
    way: list[DossierState],
) -> None:
    for old, new in pairwise(way):
        if KINDS[old] is StateKind.OVER:
            assert (old, new) == (DossierState.FINISHED, DossierState.RETURNED)
        if KINDS[old] is StateKind.RESTS:
            assert new is DossierState.PROCESSING or KINDS[new] is StateKind.OVER
        assert KINDS[new] is not StateKind.BEFORE


def test_kinds_awaited_things_and_what_is_in_work_agree() -> None:
    assert {one for one, kind in KINDS.items() if kind is StateKind.RESTS} == set(AWAITS)
    assert {one for one, kind in KINDS.items() if kind is not StateKind.OVER} == set(IN_WORK)


def test_waiting_for_papers_always_pauses_and_for_money_as_it_is_set() -> None:
    assert pausing(fee_pauses=True) == set(PauseReason)
    assert pausing(fee_pauses=False) == {PauseReason.SUPPLEMENT}
