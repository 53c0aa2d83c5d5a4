"""Whatever happens to dossiers, the sums of a period agree, and so do both ways to the rate."""

import datetime as dt
from dataclasses import dataclass

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.statistics import national
from handlers.texts import Rate
from scheduler.calendar import WorkingCalendar
from scheduler.clock import VIETNAM
from scheduler.dossier_time import Course, Side, on_time, side_of
from scheduler.limits import Pause
from scheduler.working_time import WorkingTime
from storage import stats
from storage.counted import Period
from storage.due_documents import Whose
from storage.models import (
    Dossier,
    DossierPause,
    DossierState,
    PauseReason,
    SubmittedBy,
)
from storage.viewer import Role, Viewer

MONTH = Period(first=dt.date(2026, 10, 1), last=dt.date(2026, 10, 31))
NOW = dt.datetime(2026, 11, 16, 8, tzinfo=VIETNAM)
END = dt.datetime(2026, 10, 31, 23, 59, 59, 999999, tzinfo=VIETNAM)
OFFICE = WorkingTime(WorkingCalendar())
LEADER = Viewer(role=Role.LEADER, person_id=1)
RESULTS = (DossierState.FINISHED, DossierState.RETURNED)
WITHOUT = (DossierState.WITHDRAWN, DossierState.STOPPED)
OPEN = (DossierState.PROCESSING, DossierState.SUPPLEMENT, DossierState.PAYMENT)


@dataclass(frozen=True)
class Made:
    """A dossier by what happened to it; days are counted from 1 September."""

    received: int
    state: DossierState
    promised: int | None  # days after it was received
    took: int  # days, of one that is over
    asked: tuple[int, ...]  # for papers, days after it was received; each takes two days
    online: bool

    @property
    def finished_at(self) -> dt.datetime | None:
        """None while it is open."""
        return None if self.state in OPEN else moment(self.received + self.took, 10)

    @property
    def due_at(self) -> dt.datetime | None:
        """None where nothing was promised."""
        return None if self.promised is None else moment(self.received + self.promised, 17)

    @property
    def waits(self) -> tuple[Pause, ...]:
        """In their order."""
        days = sorted(self.received + asked for asked in self.asked)
        return tuple(Pause(began_at=moment(d, 11), ended_at=moment(d + 2, 11)) for d in days)

    @property
    def course(self) -> Course:
        """As the indicator takes it."""
        has_result = self.state in RESULTS
        return Course(
            received_at=moment(self.received, 9),
            due_at=self.due_at,
            finished_at=self.finished_at if has_result else None,
            ended_at=None if has_result else self.finished_at,
            waits=self.waits,
        )


def moment(days: int, hour: int) -> dt.datetime:
    return dt.datetime(2026, 9, 1, hour, tzinfo=VIETNAM) + dt.timedelta(days=days)


dossiers = st.builds(
    Made,
    received=st.integers(0, 80),
    state=st.sampled_from((*RESULTS, *RESULTS, *WITHOUT, *OPEN)),
    promised=st.none() | st.integers(0, 40),
    took=st.integers(0, 45),
    asked=st.sets(st.integers(0, 20), max_size=3).map(tuple),
    online=st.booleans(),
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=st.lists(dossiers, max_size=12))
async def test_the_sums_agree(db: AsyncSession, made: list[Made]) -> None:
    undo = await db.begin_nested()
    await put(db, made)
    counts = (await stats.whole(db, MONTH)).dossiers
    rate = await national.rate(db, LEADER, Whose(), MONTH, now=NOW, office=OFFICE)
    await undo.rollback()

    came = counts.received + counts.carried_over
    assert came == counts.resolved + counts.still_open + counts.withdrawn_or_stopped
    assert counts.online <= counts.received
    sides = [
        side_of(one.finished_at, one.due_at, zone=VIETNAM)
        for one in made
        if one.state in RESULTS and one.finished_at and one.due_at and ended_in_the_month(one)
    ]
    assert [counts.early, counts.on_the_day, counts.late] == [sides.count(one) for one in Side]

    touched = [one for one in made if touches(one)]
    assert came == len(touched)
    part, base = on_time((one.course for one in touched), END, OFFICE)
    assert rate == (Rate(part, base) if base else None)


def ended_in_the_month(one: Made) -> bool:
    return one.finished_at is not None and MONTH.first <= one.finished_at.date() <= MONTH.last


def touches(one: Made) -> bool:
    """Received by the end of the month, and not over before it."""
    over_before = one.finished_at is not None and one.finished_at.date() < MONTH.first
    return moment(one.received, 9) <= END and not over_before


async def put(db: AsyncSession, made: list[Made]) -> None:
    for number, one in enumerate(made):
        received_at = moment(one.received, 9)
        dossier = Dossier(
            code=f"H37.12-261001-{number:04}",
            applicant="Người nộp",
            submitted_by=SubmittedBy.ONLINE if one.online else SubmittedBy.COUNTER,
            received_at=received_at,
            received_on=received_at.date(),
            due_at=one.due_at,
            due_on=one.due_at.date() if one.due_at else None,
            finished_at=one.finished_at,
            finished_on=one.finished_at.date() if one.finished_at else None,
            state=one.state,
            source_at=NOW,
        )
        db.add(dossier)
        await db.flush()
        db.add_all(
            DossierPause(
                dossier_id=dossier.id or 0,
                reason=PauseReason.SUPPLEMENT,
                began_at=wait.began_at,
                ended_at=wait.ended_at,
            )
            for wait in one.waits
        )
    await db.flush()
