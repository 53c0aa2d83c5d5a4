"""What is counted in a period, on both databases."""

import datetime as dt

from sqlmodel.ext.asyncio.session import AsyncSession

from storage import stats
from storage.counted import Period
from storage.counts import (
    DossierCounts,
    IncomingCounts,
    MeetingCounts,
    OutgoingCounts,
    ReceptionCounts,
)
from storage.dossier_states import DossierCounting
from storage.models import (
    ClassifiedCount,
    Direction,
    DocumentKind,
    DocumentState,
    Dossier,
    DossierState,
    IncomingDocument,
    Meeting,
    MeetingState,
    OutgoingDocument,
    PartOfDay,
    Petition,
    PetitionKind,
    PetitionState,
    Reception,
    ReceptionKind,
    Secrecy,
    SubmittedBy,
)

YEAR = Period(first=dt.date(2026, 1, 1), last=dt.date(2026, 11, 25))
NOON = dt.datetime(2026, 11, 25, 12, 0, tzinfo=dt.UTC)
EARLIER = NOON - dt.timedelta(days=1)


def day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def dossier(
    number: int,
    state: DossierState,
    received: str | None,
    due: str | None = None,
    finished: str | None = None,
) -> Dossier:
    return Dossier(
        code=f"000.00.12.H37-260101-{number:04}",
        applicant="Người nộp",
        submitted_by=SubmittedBy.ONLINE,
        state=state,
        received_on=day(received),
        due_on=day(due),
        finished_on=day(finished),
        source_at=NOON if number == 1 else EARLIER,
    )


async def test_dossiers_are_early_on_the_day_late_or_open(db: AsyncSession) -> None:
    finished, open_, waiting = (
        DossierState.FINISHED,
        DossierState.PROCESSING,
        DossierState.SUPPLEMENT,
    )
    db.add_all(
        [
            dossier(1, finished, "2026-03-02", "2026-03-09", "2026-03-06"),
            dossier(2, DossierState.RETURNED, "2026-03-02", "2026-03-09", "2026-03-09"),
            dossier(3, finished, "2025-12-30", "2026-01-06", "2026-01-07"),
            dossier(4, finished, "2026-03-02", None, "2026-03-09"),
            dossier(5, open_, "2026-11-02", "2026-11-25"),
            dossier(6, open_, "2026-11-02", "2026-11-24"),
            dossier(7, waiting, "2026-10-02", "2026-10-24"),
            dossier(8, DossierState.WITHDRAWN, "2026-05-04", "2026-05-11", "2026-05-05"),
            dossier(9, DossierState.SUBMITTED, None),
            dossier(10, finished, "2025-03-02", "2025-03-09", "2025-03-06"),
            dossier(11, finished, "2026-11-20", "2026-11-30", "2026-11-27"),
        ]
    )
    await db.flush()
    counted = (await stats.whole(db, YEAR)).dossiers
    assert counted == DossierCounts(
        received=8,
        online=8,
        carried_over=1,
        early=1,
        on_the_day=1,
        late=1,
        undated=1,
        withdrawn_or_stopped=1,
        open_in_time=3,
        open_late=1,
        as_of=NOON,
    )
    assert counted.resolved == 4


async def test_by_the_minute_what_is_finished_on_its_day_is_early_or_late(
    db: AsyncSession,
) -> None:
    for number, hour in enumerate((9, 17, 18), 1):
        one = dossier(number, DossierState.FINISHED, "2026-03-02", "2026-03-09", "2026-03-09")
        one.due_at = dt.datetime(2026, 3, 9, 17, tzinfo=NOON.tzinfo)
        one.finished_at = dt.datetime(2026, 3, 9, hour, tzinfo=NOON.tzinfo)
        db.add(one)
    await db.flush()
    by_day = (await stats.whole(db, YEAR)).dossiers
    assert (by_day.early, by_day.on_the_day, by_day.late) == (0, 3, 0)
    by_minute = (await stats.whole(db, YEAR, DossierCounting(by_minute=True))).dossiers
    assert (by_minute.early, by_minute.on_the_day, by_minute.late) == (1, 1, 1)


async def test_what_waits_for_money_is_late_where_that_does_not_stop_the_clock(
    db: AsyncSession,
) -> None:
    for number, state in enumerate((DossierState.PAYMENT, DossierState.SUPPLEMENT), 1):
        db.add(dossier(number, state, "2026-03-02", "2026-03-09"))
    await db.flush()
    assert (await stats.whole(db, YEAR)).dossiers.open_late == 0
    runs_on = DossierCounting(fee_pauses=False)
    assert (await stats.whole(db, YEAR, runs_on)).dossiers.open_late == 1


def incoming(
    number: int, due: str | None, done: str | None, state: DocumentState, *, digitised: bool = True
) -> IncomingDocument:
    return IncomingDocument(
        year=2026,
        book_number=number,
        arrived_at=NOON,
        arrived_on=dt.date(2026, 11, 2) if number < 9 else dt.date(2026, 11, 26),
        issuer="Sở Tư pháp",
        number_sign=f"{number:02}/STP-HC",
        number_key=f"{number:02}/stp-hc",
        dated=dt.date(2026, 11, 2),
        kind=DocumentKind.OFFICIAL_LETTER,
        subject="Báo cáo",
        digitised=digitised,
        due_on=day(due),
        done_on=day(done),
        state=state,
        source_at=NOON,
    )


async def test_incoming_documents_with_their_deadlines(db: AsyncSession) -> None:
    db.add_all(
        [
            incoming(1, "2026-11-09", "2026-11-09", DocumentState.DONE),
            incoming(2, "2026-11-09", "2026-11-10", DocumentState.DONE, digitised=False),
            incoming(3, None, "2026-11-10", DocumentState.DONE),
            incoming(4, "2026-11-24", None, DocumentState.PROCESSING),
            incoming(5, "2026-11-25", None, DocumentState.PROCESSING),
            incoming(9, "2026-11-25", None, DocumentState.PROCESSING),
        ]
    )
    await db.flush()
    assert (await stats.whole(db, YEAR)).incoming == IncomingCounts(
        received=5, digitised=4, with_deadline=4, in_time=1, late=1, open_late=1, as_of=NOON
    )


async def test_outgoing_documents_count_when_they_are_issued(db: AsyncSession) -> None:
    for number, issued in ((1, "2026-11-02"), (2, "2026-11-03"), (3, None)):
        db.add(
            OutgoingDocument(
                year=2026,
                number=number,
                sign="QĐ-UBND",
                number_key=f"{number}/qd-ubnd",
                kind=DocumentKind.DECISION,
                subject="Kiện toàn",
                dated=dt.date(2026, 11, 2),
                issued_on=day(issued),
                digitally_signed=number == 1,
                source_at=NOON,
            )
        )
    await db.flush()
    assert (await stats.whole(db, YEAR)).outgoing == OutgoingCounts(
        issued=2, decisions=2, digitally_signed=1, as_of=NOON
    )


async def test_meetings_held_and_called_off(db: AsyncSession) -> None:
    for state in MeetingState:
        db.add(
            Meeting(
                day=dt.date(2026, 11, 2),
                part=PartOfDay.MORNING,
                subject="Giao ban",
                state=state,
                source_at=NOON,
            )
        )
    await db.flush()
    assert (await stats.whole(db, YEAR)).meetings == MeetingCounts(
        held=1, called_off=2, scheduled=2, as_of=NOON
    )


async def test_petitions_by_kind(db: AsyncSession) -> None:
    for number, kind in enumerate((*PetitionKind, PetitionKind.COMPLAINT)):
        db.add(
            Petition(
                code=f"ĐT-2026-{number:04}",
                kind=kind,
                subject="Đơn",
                received_at=NOON,
                received_on=dt.date(2026, 11, 2),
                state=PetitionState.RECEIVED,
                source_at=NOON,
            )
        )
    await db.flush()
    counted = (await stats.whole(db, YEAR)).petitions
    assert counted.received == 4
    assert counted.by_kind == {
        PetitionKind.COMPLAINT: 2,
        PetitionKind.DENUNCIATION: 1,
        PetitionKind.PROPOSAL: 1,
    }


async def test_receptions_by_kind_and_nought_where_there_was_none(db: AsyncSession) -> None:
    for visits, matters in ((3, 2), (4, None)):
        db.add(
            Reception(
                day=dt.date(2026, 11, 2),
                kind=ReceptionKind.STANDING,
                visits=visits,
                matters=matters,
                groups=1,
                source_at=NOON,
            )
        )
    await db.flush()
    assert (await stats.whole(db, YEAR)).receptions == {
        ReceptionKind.STANDING: ReceptionCounts(
            sessions=2, visits=7, matters=2, groups=2, as_of=NOON
        ),
        ReceptionKind.CHAIRMAN: ReceptionCounts(),
    }


async def test_classified_documents_are_one_number(db: AsyncSession) -> None:
    assert (await stats.whole(db, YEAR)).classified_in == 0
    for month in (10, 11, 12):
        db.add(
            ClassifiedCount(
                month=dt.date(2026, month, 1),
                direction=Direction.INCOMING,
                level=Secrecy.SECRET,
                number=month,
            )
        )
    await db.flush()
    counted = await stats.whole(db, YEAR)
    assert (counted.classified_in, counted.classified_out) == (21, 0)


async def test_an_empty_period_has_no_source(db: AsyncSession) -> None:
    assert (await stats.whole(db, YEAR)).dossiers.as_of is None
    assert (await stats.whole(db, YEAR)).petitions.as_of is None


def test_a_year_that_is_not_over_ends_today() -> None:
    assert Period.of_year(2026, today=NOON.date()).last == NOON.date()
    assert Period.of_year(2025, today=NOON.date()).last == dt.date(2025, 12, 31)
    assert Period.of_year(2027, today=NOON.date()).last == dt.date(2027, 1, 1)
