"""The demo's registers: 300 open incoming documents, hundreds finished, what was sent."""

import datetime as dt
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from bot.data.demo import people
from bot.data.demo.day import DemoDay, chance, content, filled_in
from storage.documents import number_key
from storage.models import (
    DocumentKind,
    DocumentState,
    IncomingDocument,
    PaperForm,
    TimeUnit,
    Urgency,
)

OPEN = 300
DONE = 420
REGISTERED = 23
WITHOUT_DEADLINE = 60
NUMBERS_A_DAY = 120  # the office gets some forty thousand a year; the demo holds a sample
SOURCE = "Sổ văn bản đến"
EXAMPLE = "5425/VPCP-KGVX"  # always there, open, the officer's

# Due so many working days from today (less than 0: late), for those whose turn is fixed: each
# part one can play has something late, something for today and something for later.
_RESERVED: tuple[tuple[str, int, tuple[int, ...]], ...] = (
    ("KGVX", people.OFFICER, (-4, -1, 0, 1, 2, 6, 12)),
    ("KGVX", people.HEAD, (-2, 0, 1, 5)),
    ("TH", people.CHIEF, (0, 1, 4)),
    ("HCTC", people.CLERK, (-1, 0, 2, 5)),
)
_WEIGHTS = {
    "TH": 14, "NC": 15, "KT": 16, "KTN": 17, "KGVX": 16, "HCTC": 6, "QTTV": 4, "BTCD": 6,
    "TTPVHCC": 8, "TTTT": 3,
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What a kind of document is about and who sends it."""

    field: str
    kind: DocumentKind
    issuers: tuple[str, ...]
    text: str


@cache
def subjects(field: str) -> tuple[Subject, ...]:
    """What comes in for one unit."""
    return tuple(
        Subject(field=field, kind=DocumentKind(kind), issuers=tuple(issuers), text=text)
        for kind, issuers, text in content("documents")["fields"][field]["subjects"]
    )


def incoming(day: DemoDay) -> list[IncomingDocument]:
    """The register, in the order of arrival and with its book numbers."""
    dice = chance("documents")
    found = [*_reserved(day, dice), *_registered(day, dice)]
    found += _open(day, dice, taken=found)
    found += [_finished(day, dice, number) for number in range(DONE)]
    found.sort(key=lambda one: one.arrived_at)
    _number(found)
    return found


def _reserved(day: DemoDay, dice: random.Random) -> Iterable[IncomingDocument]:
    for field, holder, dues in _RESERVED:
        topics = dice.sample(subjects(field), min(len(dues), len(subjects(field))))
        for topic, due in zip(topics, dues, strict=True):
            yield _assigned(day, dice, topic, due, holder)
    example = Subject(
        field="KGVX",
        kind=DocumentKind.OFFICIAL_LETTER,
        issuers=("VPCP:KGVX",),
        text="Báo cáo kết quả triển khai Đề án chuyển đổi số năm {nam}",
    )
    document = _assigned(day, dice, example, 3, people.OFFICER)
    document.number_sign, document.number_key = EXAMPLE, number_key(EXAMPLE)
    yield document


def _registered(day: DemoDay, dice: random.Random) -> Iterable[IncomingDocument]:
    """Come in on the last working day and not yet given to anybody."""
    for number in range(REGISTERED):
        document = _arrived(day, dice, _any_subject(dice), day.working(-1))
        document.urgency = Urgency.FLASH if number == 0 else _urgency(dice)
        yield document


def _open(
    day: DemoDay, dice: random.Random, taken: Sequence[IncomingDocument]
) -> Iterable[IncomingDocument]:
    dues: list[int | None] = [-late for late in range(1, 16) for _ in (1, 2)]
    dues += [0] * 12 + [1] * 14 + [2] * 12 + [None] * WITHOUT_DEADLINE
    fixed = Counter(due for _, _, each in _RESERVED for due in each)
    for reserved, number in fixed.items():
        for _ in range(min(number, dues.count(reserved))):
            dues.remove(reserved)
    dues += [dice.randrange(3, 21) for _ in range(OPEN - len(taken) - len(dues))]
    for due in dues:
        topic = _any_subject(dice)
        yield _assigned(day, dice, topic, due, _holder(dice, topic.field))


def _holder(dice: random.Random, field: str) -> int | None:
    """An officer, at times the head; at times nobody has been named in the unit yet."""
    staff = people.units()[field].staff
    return dice.choice((None, staff[0], *staff[1:], *staff[1:], *staff[1:]))


def _assigned(
    day: DemoDay, dice: random.Random, topic: Subject, due: int | None, holder: int | None
) -> IncomingDocument:
    """Given to a unit, and to somebody in it unless `holder` is None."""
    urgency = _urgency(dice, hurry=due is not None and due < 3)
    if urgency is Urgency.FLASH and (due is None or due < -2):
        urgency = Urgency.URGENT  # what is flash is not left lying
    waited = dice.randrange(1, 3) if urgency is Urgency.FLASH else dice.randrange(2, 11)
    document = _arrived(day, dice, topic, day.working(min(0, due or 0) - waited))
    document.urgency = urgency
    _instruct(day, document, topic.field, None if due is None else day.working(due), dice)
    if due is not None:
        document.due_limit = due - day.number(document.arrived_on)
        document.due_unit = TimeUnit.WORKING_DAYS
        document.due_from = document.arrived_at
        document.due_set_by_id = document.instructed_by_id
    document.holder_id = holder
    document.state = DocumentState.ASSIGNED
    if holder is not None:
        document.held_since = document.arrived_at + dt.timedelta(minutes=dice.randrange(20, 90))
        document.state = dice.choice((DocumentState.ASSIGNED, *[DocumentState.PROCESSING] * 3))
    return document


def _finished(day: DemoDay, dice: random.Random, number: int) -> IncomingDocument:
    """Nine in ten with a deadline were done by it."""
    topic = _any_subject(dice)
    arrived = -dice.randrange(10, 205)
    term = dice.randrange(3, 9)
    document = _arrived(day, dice, topic, day.working(arrived))
    document.urgency = _urgency(dice)
    due = None if dice.random() < 0.15 else day.working(arrived + term)
    _instruct(day, document, topic.field, due, dice)
    document.holder_id = _holder(dice, topic.field) or people.units()[topic.field].head
    document.held_since = document.arrived_at + dt.timedelta(minutes=dice.randrange(20, 90))
    late = dice.randrange(1, 4) if number % 10 == 0 else -dice.randrange(0, term - 1)
    document.done_on = day.working(min(-1, arrived + term + late))
    document.done_at = day.at(document.done_on, 16, dice.randrange(60))
    document.state = DocumentState.RETURNED if number % 60 == 7 else DocumentState.DONE
    return document


def _arrived(day: DemoDay, dice: random.Random, topic: Subject, on: dt.date) -> IncomingDocument:
    """As văn thư registers it."""
    issuer = dice.choice(topic.issuers)
    commune = dice.choice(content("documents")["communes"])
    arrived_at = day.office_time(on, dice)
    sign = _number_sign(dice, topic, issuer, on)
    paper = dice.random() < 0.12
    return IncomingDocument(
        year=on.year,
        book_number=0,
        arrived_at=arrived_at,
        arrived_on=on,
        issuer=_issuer_name(issuer, commune),
        number_sign=sign,
        number_key=number_key(sign),
        dated=day.working(day.number(on) - (2 if paper else dice.choice((0, 0, 1)))),
        kind=topic.kind,
        subject=filled_in(topic.text, on, commune),
        form=PaperForm.PAPER if paper else PaperForm.ELECTRONIC,
        digitised=not paper or dice.random() < 0.8,
        source=SOURCE,
        source_at=day.synced_at,
    )


def _instruct(
    day: DemoDay,
    document: IncomingDocument,
    field: str,
    due_on: dt.date | None,
    dice: random.Random,
) -> None:
    """A leader's word on it: who handles it and by when, if a day was given."""
    texts = content("documents")
    deadline = texts["deadline"].format(day=due_on.strftime("%d/%m/%Y")) if due_on else ""
    unit = people.units()[field]
    document.instruction = dice.choice(texts["instructions"]).format(unit=unit.name, han=deadline)
    document.instructed_by_id = texts["fields"][field]["leader"]
    document.unit_id = unit.unit_id
    document.due_on = due_on
    document.due_at = day.closing(due_on) if due_on else None


def _any_subject(dice: random.Random) -> Subject:
    field = dice.choices(list(_WEIGHTS), list(_WEIGHTS.values()))[0]
    return dice.choice(subjects(field))


def _urgency(dice: random.Random, *, hurry: bool = False) -> Urgency:
    weights = (60, 24, 8, 8) if hurry else (86, 10, 3, 1)
    return dice.choices(list(Urgency), weights)[0]


def _issuer_name(issuer: str, commune: str) -> str:
    if issuer == "XA":
        return f"UBND {commune}"
    return str(content("documents")["issuers"][issuer.split(":", maxsplit=1)[0]])


def _number_sign(dice: random.Random, topic: Subject, issuer: str, on: dt.date) -> str:
    """1234/SYT-NVY for a letter, 123/BC-SYT for a named kind (NĐ 30/2020 Phụ lục I)."""
    code, _, letter = issuer.replace("XA", "UBND:VP").partition(":")
    through_the_year = on.timetuple().tm_yday / 365
    if topic.kind is DocumentKind.OFFICIAL_LETTER:
        return f"{int(through_the_year * 6_000) + dice.randrange(1, 400)}/{code}-{letter or 'VP'}"
    return f"{int(through_the_year * 400) + dice.randrange(1, 40):02}/{topic.kind}-{code}"


def _number(documents: Iterable[IncomingDocument]) -> None:
    """One row of book numbers a year, rising with the days (NĐ 30/2020 Đ.22)."""
    last: Counter[int] = Counter()
    for number, document in enumerate(documents, start=1):
        so_far = document.arrived_on.timetuple().tm_yday * NUMBERS_A_DAY
        last[document.year] = max(last[document.year] + 1 + number % 5, so_far)
        document.id, document.book_number = number, last[document.year]
