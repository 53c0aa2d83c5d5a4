"""Counts over a period, for answers and reports. Only numbers leave this file: no row, no name.

Whoever asks has what they may see counted and nothing else, so a denunciation is in no number but
its holder's. A day belongs to the period from `first` up to and including `last`.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import count_selects as selects
from storage.counted import Period, Subject
from storage.counts import (
    Counts,
    DossierCounts,
    IncomingCounts,
    MeetingCounts,
    OutgoingCounts,
    PetitionCounts,
    ReceptionCounts,
)
from storage.dossier_states import BY_THE_FORM, DossierCounting
from storage.due_documents import Whose
from storage.models import Direction, PetitionKind, ReceptionKind
from storage.viewer import Viewer

THE_OFFICE = Viewer.office()
OF_ALL: Mapping[Subject, Whose] = dict.fromkeys(Subject, Whose())
_CLASSIFIED = "classified"


async def whole(db: AsyncSession, period: Period, how: DossierCounting = BY_THE_FORM) -> Counts:
    """All that the office itself sees, for its own report."""
    (found,) = await counted(db, THE_OFFICE, OF_ALL, [period], how)
    return found


async def counted(
    db: AsyncSession,
    viewer: Viewer,
    whose: Mapping[Subject, Whose],
    periods: Sequence[Period],
    how: DossierCounting = BY_THE_FORM,
) -> tuple[Counts, ...]:
    """The subjects of `whose` in each period, as far as this person may see them. One statement.

    Receptions are counted by their day alone: no unit and no person has them. So are classified
    documents, which only stand beside a direction that is counted for the whole office.
    """
    rows: dict[str, sa.Subquery] = {}
    for place, period in enumerate(periods):
        for subject, theirs in whose.items():
            select = selects.of(subject, viewer.rights, theirs, period, how)
            rows[f"{subject}_{place}"] = select.subquery(f"{subject}_{place}")
        numbers = selects.classified_numbers(viewer.rights, period)
        rows[f"{_CLASSIFIED}_{place}"] = numbers.subquery(f"{_CLASSIFIED}_{place}")
    found = (await (await db.connection()).execute(_beside(rows))).mappings().one()
    return tuple(_counts(found, whose, place) for place in range(len(periods)))


def _beside(rows: Mapping[str, sa.Subquery]) -> sa.Select[Any]:
    """Single rows next to each other, each number under the name of its row and its own."""
    joined: sa.FromClause | None = None
    for row in rows.values():
        joined = row if joined is None else joined.join(row, sa.true())
    columns = [one.label(f"{name}.{one.name}") for name, row in rows.items() for one in row.c]
    return sa.select(*columns) if joined is None else sa.select(*columns).select_from(joined)


def _counts(found: sa.RowMapping, whose: Mapping[Subject, Whose], place: int) -> Counts:
    def part(name: str) -> dict[str, Any]:
        mine = f"{name}_{place}."
        return {key.removeprefix(mine): found[key] for key in found if key.startswith(mine)}

    def classified(direction: Direction, beside: Subject) -> int:
        number: int = found[f"{_CLASSIFIED}_{place}.{direction}"]
        return number if whose.get(beside) == Whose() else 0

    letters = part(Subject.PETITIONS)
    return Counts(
        dossiers=DossierCounts(**part(Subject.DOSSIERS)),
        incoming=IncomingCounts(**part(Subject.INCOMING)),
        outgoing=OutgoingCounts(**part(Subject.OUTGOING)),
        meetings=MeetingCounts(**part(Subject.MEETINGS)),
        petitions=PetitionCounts(
            by_kind={kind: letters.pop(kind.value) for kind in PetitionKind}, **letters
        )
        if letters
        else PetitionCounts(),
        receptions=_receptions(part(Subject.RECEPTIONS)),
        classified_in=classified(Direction.INCOMING, Subject.INCOMING),
        classified_out=classified(Direction.OUTGOING, Subject.OUTGOING),
    )


def _receptions(numbers: Mapping[str, Any]) -> dict[ReceptionKind, ReceptionCounts]:
    """Each kind, also one without a session."""
    return {
        kind: ReceptionCounts(
            **{
                name.removeprefix(f"{kind}_"): number
                for name, number in numbers.items()
                if name.startswith(f"{kind}_")
            }
        )
        for kind in ReceptionKind
    }
