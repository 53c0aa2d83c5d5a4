"""Kept statements: nobody is answered with somebody else's rights."""

from collections.abc import Callable

import pytest
import sqlalchemy as sa

from storage import documents, dossiers, meetings, people, petitions
from storage.viewer import DutyKind, Role, Viewer

DECIDERS: tuple[Callable[[Viewer], sa.ColumnElement[bool]], ...] = (
    meetings.visible_to,
    documents.visible_to,
    documents.outgoing_visible_to,
    dossiers.visible_to,
    petitions.visible_to,
    people.visible_to,
)


def spelt(clause: sa.ColumnElement[bool]) -> str:
    return str(clause.compile(compile_kwargs={"literal_binds": True}))


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("decide", DECIDERS, ids=lambda decide: decide.__module__)
def test_rights_depend_on_nothing_that_a_kept_statement_forgets(
    decide: Callable[[Viewer], sa.ColumnElement[bool]], role: Role
) -> None:
    viewer = Viewer(
        role=role,
        person_id=7,
        unit_id=3,
        name="Trần Thị Hoa",
        title="Chuyên viên",
        duties=frozenset({DutyKind.PETITION_DESK}),
        account_id=9,
        channel="web",
        language="en",
        actor_id=5,
    )
    assert spelt(decide(viewer)) == spelt(decide(viewer.rights))


@pytest.mark.parametrize(
    "other",
    [
        Viewer(role=Role.OFFICER, person_id=8, unit_id=3),
        Viewer(role=Role.OFFICER, person_id=7, unit_id=4),
        Viewer(role=Role.HEAD, person_id=7, unit_id=3),
        Viewer(role=Role.OFFICER, person_id=7, unit_id=3, duties=frozenset(DutyKind)),
        Viewer(role=Role.OFFICER, unit_id=3),
        Viewer(role=Role.OFFICER, person_id=7, unit_id=3, actor_id=8),
    ],
)
def test_two_people_with_other_rights_are_kept_apart(other: Viewer) -> None:
    assert other.rights != Viewer(role=Role.OFFICER, person_id=7, unit_id=3).rights
