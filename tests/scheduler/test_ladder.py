"""The steps of the ladder: which item stands at which step on a day."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler import ladder, reminders
from scheduler.calendar import WorkingCalendar
from scheduler.ladder import DOCUMENT, HEAD, HOLDER, LEADER, Step
from storage import ladder as own_ladder
from storage.engine import Store
from storage.ladder import OwnStep
from storage.models import ItemKind, Message, MessageState, StepAudience
from tests.scheduler import records
from tests.scheduler.office_days import OFFICE
from tests.scheduler.records import HUNG, LAN, at
from tests.scheduler.test_reminders import MORNING, change, messages, plan, planned

CALENDAR = WorkingCalendar()
WORKING = st.dates(dt.date(2025, 1, 1), dt.date(2027, 12, 1)).filter(CALENDAR.is_working)


@pytest.fixture
async def office(store: Store) -> Store:
    await records.found_office(store)
    return store


async def all_arrived(office: Store) -> None:
    for message in await messages(office):
        await change(office, Message, message.id, state=MessageState.SENT)


def steps_at(due_on: dt.date, today: dt.date, audience: StepAudience = HOLDER) -> list[Step]:
    """The usual steps that speak of a document on a day."""
    return [
        step
        for step, windows in ladder.windows(ladder.of()[DOCUMENT], audience, today, CALENDAR)
        if any(one.first <= due_on <= one.last for one in windows)
    ]


@given(WORKING, st.integers(-30, 30))
def test_nobody_hears_two_steps_of_one_document_on_a_day(today: dt.date, days: int) -> None:
    due_on = today + dt.timedelta(days=days)
    assert len(steps_at(due_on, today)) <= 1


@given(WORKING, st.integers(-5, 10))
def test_a_step_is_said_on_its_own_day_or_on_the_first_working_day_after(
    today: dt.date, days: int
) -> None:
    """Counted by hand: how many working days lie between the due day and today."""
    due_on = CALENDAR.add_working_days(today, -days)
    if CALENDAR.days_between(due_on, today) != days:
        return  # due on a day off: it goes with the working day before
    (step,) = steps_at(due_on, today)
    assert step.days == max(n for n in (-5, -2, 0, 1) if n <= days)


@given(WORKING)
def test_the_head_hears_from_the_second_day_and_the_leaders_from_the_fifth(today: dt.date) -> None:
    for days in range(10):
        due_on = CALENDAR.add_working_days(today, -days)
        late = CALENDAR.days_between(due_on, today)
        assert bool(steps_at(due_on, today, HEAD)) == (late >= 2)
        assert bool(steps_at(due_on, today, LEADER)) == (late >= 5)


def test_own_steps_replace_the_usual_ones_of_their_kind_alone() -> None:
    own = OwnStep(kind=DOCUMENT, audience=HEAD, days=3, repeats=False, reason="quy chế")
    steps = ladder.of([own])
    assert steps[DOCUMENT] == [
        Step(kind=DOCUMENT, audience=HEAD, days=3, repeats=False, reason="quy chế")
    ]
    assert steps[ItemKind.DOSSIER] == ladder.of()[ItemKind.DOSSIER]


async def test_own_steps_are_kept_changed_and_forgotten(office: Store) -> None:
    step = OwnStep(kind=DOCUMENT, audience=HEAD, days=3, repeats=True, reason="quy chế")
    again = OwnStep(kind=DOCUMENT, audience=HEAD, days=3, repeats=False, reason="mới")
    async with office.sessions() as db, db.begin():
        await own_ladder.put(db, [step])
        await own_ladder.put(db, [again])
        assert list(await own_ladder.own_steps(db)) == [again]
        assert await own_ladder.take_away(db, DOCUMENT, HOLDER, 3) == 0
        assert await own_ladder.take_away(db, DOCUMENT) == 1
        assert await own_ladder.own_steps(db) == []


async def test_the_offices_own_steps_are_planned(office: Store) -> None:
    await records.add(office, records.document(1, "2026-12-04", holder=HUNG, unit=3))
    async with office.sessions() as db, db.begin():
        step = OwnStep(kind=DOCUMENT, audience=HOLDER, days=-7, repeats=False, reason="sớm")
        await own_ladder.put(db, [step])
    assert await plan(office) == 1  # seven working days ahead
    assert await planned(office) == {HUNG: {("document", 1, "due in 7")}}


async def test_due_in_five_days_is_said_once(office: Store) -> None:
    await records.add(office, records.document(1, "2026-12-02"))
    for day in ("2026-11-25", "2026-11-26", "2026-11-27"):
        await plan(office, at(f"{day} 07:30"))
        await all_arrived(office)
    assert await planned(office) == {LAN: {("document", 1, "due in 5")}}
    assert len(await messages(office)) == 1


async def test_a_step_whose_day_was_missed_is_said_the_next_working_day_once(
    office: Store,
) -> None:
    await records.add(office, records.document(1, "2026-12-02"))
    assert await plan(office, at("2026-11-26 07:30")) == 1  # nobody was running on the 25th
    await all_arrived(office)
    assert await plan(office, at("2026-11-27 07:30")) == 0
    assert await planned(office) == {LAN: {("document", 1, "due in 5")}}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("2026-11-25 07:00", True),  # before the brief that says it
        ("2026-11-25 09:00", False),  # after it: “five days” lies before they got it
    ],
)
async def test_a_step_from_before_somebody_got_it_is_skipped(
    office: Store, given: str, told: bool
) -> None:
    document = records.document(1, "2026-12-02")
    document.held_since = at(given)
    await records.add(office, document)
    assert await plan(office, at("2026-11-26 07:30")) == int(told)


async def test_late_is_said_however_lately_it_was_given(office: Store) -> None:
    document = records.document(1, "2026-11-23")
    document.held_since = at("2026-11-25 16:00")
    await records.add(office, document)
    await plan(office, at("2026-11-26 07:30"))
    assert (await planned(office))[LAN] == {("document", 1, "late 2026-11-26")}


@pytest.mark.parametrize(
    ("state", "reason", "again"),
    [
        (MessageState.CANCELLED, "too_late: console: busy", True),
        (MessageState.GIVEN_UP, "no account", True),
        (MessageState.FAILED, "blocked", True),
        (MessageState.CANCELLED, "nothing_to_say", False),
        (MessageState.SENT, "", False),
    ],
)
async def test_what_only_a_brief_that_never_arrived_would_have_said_is_in_the_next(
    office: Store, state: MessageState, reason: str, again: bool
) -> None:
    await records.add(office, records.document(1, "2026-12-02"))
    await plan(office)
    (lost,) = await messages(office)
    await change(office, Message, lost.id, state=state, reason=reason)
    assert await plan(office, at("2026-11-26 07:30")) == int(again)
    if again:
        old, new = await messages(office)
        assert (old.slot, new.slot) == ("2026-11-25", "2026-11-26")
        assert await planned(office) == {LAN: {("document", 1, "due in 5")}}


async def test_leaders_hear_from_the_fifth_day_on(office: Store) -> None:
    await records.add(office, records.document(1, "2026-11-18"))
    assert await plan(office) == 2  # four days late: holder and head
    await change(office, Message, 1, slot="x")
    await change(office, Message, 2, slot="y")
    assert await plan(office, at("2026-11-26 07:30")) == 3


async def test_two_steps_in_the_same_words_are_one(office: Store) -> None:
    assert MORNING.date() == dt.date(2026, 11, 25)
    assert OFFICE.is_working(MORNING.date())
    late = [step for step in ladder.of()[DOCUMENT] if step.repeats]
    assert {step.stage(MORNING.date()) for step in late} == {"late 2026-11-25"}
    assert all(ladder.repeats(step.stage(MORNING.date())) for step in late)
    assert not ladder.repeats("due in 5")


async def test_a_rehearsal_knows_the_step_of_each_line(office: Store) -> None:
    await records.add(office, records.document(1, "2026-11-17"), records.document(2, "2026-12-02"))
    async with office.sessions() as db, db.begin():
        lines = await reminders.rehearse(db, now=MORNING, calendar=OFFICE)
    steps = {
        (line.person_id, line.item.id): step.usual
        for line in lines
        if line.item and (step := ladder.step_of(line, ladder.of(), MORNING.date()))
    }
    assert steps == {(LAN, 1): "late", (LAN, 2): "prepare", (records.HEAD, 1): "head"}
