"""The registers of the demo: what is open, late, due today, finished, sent."""

import datetime as dt
import re
from dataclasses import dataclass

import pytest

from bot.data.demo import documents, outgoing, people
from bot.data.demo.day import DemoDay, content
from scheduler.due import by_rule
from scheduler.working_time import WorkingTime
from storage.due_times import DueRule
from storage.models import DocumentState, IncomingDocument, OutgoingDocument, Urgency
from tests.bot.data.demo_days import ALL, CALENDAR, WEDNESDAY, ZONE, demo_day

# domain.md §1.2, as tested there
NUMBER_AND_SIGN = re.compile(
    r"^\d{1,6}[a-z]?(?:/(?:19|20)\d{2})?"
    r"/[A-ZĐƯ][A-Za-zĐđƯư0-9&]*(?:[-.][A-ZĐƯ][A-Za-zĐđƯư0-9&.]*)*$"
)
CLOSED = {DocumentState.DONE, DocumentState.RETURNED}


@dataclass(frozen=True)
class Registers:
    """Both registers of one day."""

    day: DemoDay
    received: list[IncomingDocument]
    sent: list[OutgoingDocument]


def registers_of(now: dt.datetime) -> Registers:
    day = demo_day(now)
    received = documents.incoming(day)
    return Registers(day, received, outgoing.outgoing(day, received))


@pytest.fixture(scope="module", params=ALL, ids=str)
def both(request: pytest.FixtureRequest) -> Registers:
    return registers_of(request.param)


@pytest.fixture(scope="module")
def wednesday() -> Registers:
    return registers_of(WEDNESDAY)


def open_ones(found: list[IncomingDocument]) -> list[IncomingDocument]:
    return [one for one in found if one.state not in CLOSED]


def test_three_hundred_are_open_and_some_hundred_are_done(both: Registers) -> None:
    found = both.received
    assert len(open_ones(found)) == 300
    assert len(found) - 300 == 420
    assert {one.state for one in found} == set(DocumentState) - {DocumentState.WITHDRAWN}


def test_some_are_late_by_one_to_fifteen_working_days(both: Registers) -> None:
    zero = both.day.working(0)
    dues = [one.due_on for one in open_ones(both.received) if one.due_on]
    late = [CALENDAR.days_between(due, zero) for due in dues if due < zero]
    assert set(late) == set(range(1, 16))
    assert len(late) == 30
    assert dues.count(zero) >= 10
    assert sum(0 < CALENDAR.days_between(zero, due) <= 2 for due in dues) >= 20


def test_a_document_without_a_leaders_deadline_has_none(both: Registers) -> None:
    without = [one for one in open_ones(both.received) if one.due_on is None]
    assert len(without) >= 80
    assert all(one.due_at is None and "hoàn thành trước" not in one.instruction for one in without)


def test_every_open_deadline_is_what_its_rule_gives(both: Registers) -> None:
    office = WorkingTime(CALENDAR, ZONE)
    for one in open_ones(both.received):
        assert (one.due_limit is None) == (one.due_on is None)
        if one.due_limit and one.due_unit and one.due_from:
            rule = DueRule(number=one.due_limit, unit=one.due_unit, begins_at=one.due_from)
            assert by_rule(rule, office).at == one.due_at
            assert one.due_set_by_id == one.instructed_by_id


def test_nothing_has_happened_after_now(both: Registers) -> None:
    for one in both.received:
        assert one.dated <= one.arrived_on < both.day.today
        assert one.source_at <= both.day.now
        assert one.done_at is None or one.arrived_at < one.done_at < both.day.now
        assert (one.done_at is not None) == (one.state in CLOSED)
        assert CALENDAR.is_working(one.arrived_on)


def test_the_clerk_has_new_ones_to_hand_out(both: Registers) -> None:
    new = [one for one in both.received if one.state is DocumentState.REGISTERED]
    assert len(new) == 23
    assert {(one.unit_id, one.holder_id, one.due_on) for one in new} == {(None, None, None)}
    assert any(one.urgency is Urgency.FLASH for one in new)


@pytest.mark.parametrize("who", [people.OFFICER, people.HEAD, people.CHIEF, people.CLERK])
def test_each_part_has_something_due_today_and_something_later(both: Registers, who: int) -> None:
    dues = {one.due_on for one in open_ones(both.received) if one.holder_id == who}
    assert both.day.working(0) in dues
    assert any(due and due > both.day.working(0) for due in dues)


def test_numbers_can_be_told_apart_and_read(both: Registers) -> None:
    found = both.received
    books = [(one.year, one.book_number) for one in found]
    assert len(set(books)) == len(books)
    assert books == sorted(books)
    assert all(NUMBER_AND_SIGN.match(one.number_sign) for one in found)
    sent = both.sent
    keys = [(one.year, one.number, one.sign) for one in sent]
    assert len(set(keys)) == len(keys)
    assert all(NUMBER_AND_SIGN.match(f"{one.number:02}/{one.sign}") for one in sent)


def test_the_two_examples_are_always_there(both: Registers) -> None:
    found = both.received
    (example,) = [one for one in found if one.number_sign == documents.EXAMPLE]
    assert (example.holder_id, example.due_on) == (people.OFFICER, both.day.working(3))
    (decision,) = [one for one in both.sent if one.number_key == "3100/qd-ubnd"]
    assert decision.dated == both.day.working(-12)


def test_a_letter_answers_a_document_of_its_own_unit_once(wednesday: Registers) -> None:
    found, sent = wednesday.received, wednesday.sent
    by_id = {one.id: one for one in found}
    answers = [one for one in sent if one.answers_id]
    assert len(answers) > 20
    assert len({one.answers_id for one in answers}) == len(answers)
    for letter in answers:
        answered = by_id[letter.answers_id]
        assert answered.unit_id == letter.unit_id
        assert answered.reply_number == f"{letter.number:02}/{letter.sign}"
        assert answered.arrived_on < letter.dated


def test_subjects_are_many_and_of_every_field(wednesday: Registers) -> None:
    fields = content("documents")["fields"]
    subjects = {topic[2] for field in fields.values() for topic in field["subjects"]}
    assert len(subjects) >= 80
    assert len(content("documents")["outgoing"]["subjects"]) >= 30
    seen = {one.subject for one in wednesday.received}
    assert len(seen) > 150
    assert not any("{" in one for one in seen)


def test_the_last_sent_ones_wait_for_the_stamp(wednesday: Registers) -> None:
    sent = wednesday.sent
    waiting = [one for one in sent if one.issued_on is None]
    assert waiting == sent[-6:]
    assert min(one.dated for one in waiting) > WEDNESDAY.date() - dt.timedelta(days=14)
