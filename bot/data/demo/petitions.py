"""60 petitions of three kinds in all states, each with the limit that gave its due day."""

import datetime as dt
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count

from bot.data.demo import names, people
from bot.data.demo.day import DemoDay, chance, content, filled_in
from scheduler.calendar import ONE_DAY
from storage.models import Petition, PetitionEvent, PetitionKind, PetitionState

SOURCE = "Sổ tiếp nhận, xử lý đơn"


@dataclass(frozen=True, kw_only=True)
class Term:
    """A time limit: how many days, and whether working ones."""

    rule: str
    days: int
    working: bool


# Limits by kind: until it is accepted (or answered), and until it is settled.
# Luật Khiếu nại Đ.27–28 (as amended by Luật 136/2025), Luật Tố cáo Đ.24, Đ.30, Luật TCD Đ.28.
_FIRST = {
    PetitionKind.COMPLAINT: Term(rule="KN-02", days=7, working=True),
    PetitionKind.DENUNCIATION: Term(rule="TC-01", days=7, working=True),
    PetitionKind.PROPOSAL: Term(rule="PA-01", days=10, working=True),
}
_SETTLE = {
    PetitionKind.COMPLAINT: Term(rule="KN-03", days=30, working=False),
    PetitionKind.DENUNCIATION: Term(rule="TC-04", days=30, working=False),
    PetitionKind.PROPOSAL: Term(rule="PA-01", days=10, working=True),
}
_DESK = {
    PetitionKind.COMPLAINT: (49, 48),
    PetitionKind.DENUNCIATION: (49,),
    PetitionKind.PROPOSAL: (50, 51),
}

# Steps that lead to a state; each takes a few working days.
_WAY = {
    PetitionState.RECEIVED: (),
    PetitionState.CLASSIFIED: (PetitionState.CLASSIFIED,),
    PetitionState.FILED: (PetitionState.CLASSIFIED, PetitionState.FILED),
    PetitionState.GUIDED: (PetitionState.CLASSIFIED, PetitionState.GUIDED),
    PetitionState.FORWARDED: (PetitionState.CLASSIFIED, PetitionState.FORWARDED),
    PetitionState.SENT_BACK: (PetitionState.CLASSIFIED, PetitionState.SENT_BACK),
    PetitionState.ACCEPTED: (PetitionState.CLASSIFIED, PetitionState.ACCEPTED),
    PetitionState.VERIFYING: (
        PetitionState.CLASSIFIED,
        PetitionState.ACCEPTED,
        PetitionState.VERIFYING,
    ),
}
_WAY |= {
    end: (*_WAY[PetitionState.VERIFYING], end)
    for end in (PetitionState.SUSPENDED, PetitionState.DISCONTINUED, PetitionState.RESOLVED)
}
_WAY[PetitionState.ANSWERED] = (*_WAY[PetitionState.RESOLVED], PetitionState.ANSWERED)

_OPEN = {
    PetitionState.RECEIVED,
    PetitionState.CLASSIFIED,
    PetitionState.ACCEPTED,
    PetitionState.VERIFYING,
    PetitionState.SUSPENDED,
}

NUMBERS = {
    PetitionState.RECEIVED: 7,
    PetitionState.CLASSIFIED: 7,
    PetitionState.FILED: 3,
    PetitionState.GUIDED: 4,
    PetitionState.FORWARDED: 6,
    PetitionState.SENT_BACK: 3,
    PetitionState.ACCEPTED: 7,
    PetitionState.VERIFYING: 9,
    PetitionState.SUSPENDED: 1,
    PetitionState.DISCONTINUED: 2,
    PetitionState.RESOLVED: 4,
    PetitionState.ANSWERED: 7,
}

# Which kinds end so; a proposal is not accepted or suspended as a complaint is.
_ANY = (
    PetitionKind.COMPLAINT,
    PetitionKind.PROPOSAL,
    PetitionKind.DENUNCIATION,
    PetitionKind.COMPLAINT,
    PetitionKind.PROPOSAL,
)
_KINDS = {
    PetitionState.GUIDED: (PetitionKind.COMPLAINT,),
    PetitionState.SENT_BACK: (PetitionKind.COMPLAINT,),
    PetitionState.FORWARDED: (PetitionKind.DENUNCIATION, PetitionKind.PROPOSAL),
    PetitionState.SUSPENDED: (PetitionKind.COMPLAINT,),
    PetitionState.DISCONTINUED: (PetitionKind.COMPLAINT, PetitionKind.DENUNCIATION),
}

# Whose are fixed: kind, state, working days since it came, subject, sender, unit, holder.
_RESERVED: tuple[tuple[PetitionKind, PetitionState, int, int, int | None, str, int], ...] = (
    (PetitionKind.PROPOSAL, PetitionState.VERIFYING, 7, 4, people.CITIZEN, "BTCD", 50),
    (PetitionKind.PROPOSAL, PetitionState.VERIFYING, 9, 2, 104, "KGVX", people.OFFICER),
    (PetitionKind.PROPOSAL, PetitionState.ACCEPTED, 12, 6, None, "KGVX", people.OFFICER),
    (PetitionKind.PROPOSAL, PetitionState.CLASSIFIED, 6, 3, None, "KGVX", people.HEAD),
)


@dataclass
class Matter:
    """A petition and its steps."""

    petition: Petition
    events: list[PetitionEvent] = field(default_factory=list)


def matters(day: DemoDay) -> list[Matter]:
    """Every petition, coded in the order in which they came."""
    dice = chance("petitions")
    left = dict(NUMBERS)
    found = []
    for kind, state, since, subject, sender_id, unit, holder in _RESERVED:
        matter = _matter(day, dice, kind, state, -since, _topics(kind)[subject])
        sender = people.citizens().get(sender_id or 0)
        if sender:
            matter.petition.sender, matter.petition.sender_id = sender.name, sender.id
        matter.petition.unit_id = people.units()[unit].unit_id
        matter.petition.holder_id = holder
        left[state] -= 1
        found.append(matter)
    for state, number in left.items():
        kinds = _KINDS.get(state, _ANY)
        turn = count()
        for _ in range(number):
            kind = kinds[next(turn) % len(kinds)]
            since = _since(dice, state, kind)
            found.append(_matter(day, dice, kind, state, -since, dice.choice(_topics(kind))))
    found.sort(key=lambda one: one.petition.received_at)
    _number(found)
    return found


def _topics(kind: PetitionKind) -> Sequence[tuple[str, str]]:
    topics: Sequence[tuple[str, str]] = content("petitions")[kind.value]["subjects"]
    return topics


def _since(dice: random.Random, state: PetitionState, kind: PetitionKind) -> int:
    """Working days since it came: a few are late, as everywhere."""
    if state in {PetitionState.RECEIVED, PetitionState.CLASSIFIED}:
        return dice.choice((1, 2, 3, 4, 5, 6, 6, 8)) + (state is PetitionState.CLASSIFIED)
    if state in _OPEN:
        return dice.randrange(6, 12) if kind is PetitionKind.PROPOSAL else dice.randrange(14, 30)
    return dice.randrange(35, 200)


def _matter(
    day: DemoDay,
    dice: random.Random,
    kind: PetitionKind,
    state: PetitionState,
    came: int,
    topic: tuple[str, str],
) -> Matter:
    received_on = day.working(came)
    petition = Petition(
        code="",
        kind=kind,
        sender=names.person(dice),
        subject=filled_in(topic[1], received_on, dice.choice(content("documents")["communes"])),
        field=topic[0],
        received_at=day.office_time(received_on, dice),
        received_on=received_on,
        unit_id=people.units()["BTCD"].unit_id,
        holder_id=dice.choice(_DESK[kind]),
        state=state,
        source=SOURCE,
        source_at=day.synced_at,
    )
    matter = Matter(petition)
    _step(matter, petition.received_at, PetitionState.RECEIVED)
    _walk(day, dice, matter, came)
    return matter


def _walk(day: DemoDay, dice: random.Random, matter: Matter, came: int) -> None:
    """Step by step to its state; the due day follows the step that set it."""
    petition = matter.petition
    _set_due(day, petition, _FIRST[petition.kind], petition.received_on)
    goal, number = petition.state, came
    for step in _WAY[goal]:
        slow = step in {PetitionState.SUSPENDED, PetitionState.RESOLVED}
        number = min(-1, number + (dice.randrange(8, 16) if slow else dice.randrange(1, 4)))
        at = max(day.at(day.working(number), 15, 30), matter.events[-1].at + 5 * _MINUTE)
        _step(matter, at, step)
        if step is PetitionState.ACCEPTED and petition.kind is not PetitionKind.PROPOSAL:
            _set_due(day, petition, _SETTLE[petition.kind], at.date())
            petition.due_version += 1
        if step is PetitionState.RESOLVED or (step is goal and step not in _OPEN):
            petition.finished_at = petition.finished_at or at
            petition.finished_on = petition.finished_at.date()
    petition.state = goal


_MINUTE = dt.timedelta(minutes=1)


def _set_due(day: DemoDay, petition: Petition, term: Term, start: dt.date) -> None:
    """A due day on a day off moves to the next working day (Bộ luật Dân sự 2015 Đ.148.5)."""
    if term.working:
        due_on = day.calendar.add_working_days(start, term.days)
    else:
        due_on = day.calendar.next_working(start + term.days * ONE_DAY)
    petition.due_on, petition.due_at, petition.due_rule = due_on, day.at(due_on, 17), term.rule


def _step(matter: Matter, at: dt.datetime, state: PetitionState) -> None:
    unit_id = people.units()["BTCD"].unit_id
    matter.events.append(PetitionEvent(petition_id=0, at=at, state=state, unit_id=unit_id))


def _number(found: Iterable[Matter]) -> None:
    of_the_year: Counter[int] = Counter()
    for number, matter in enumerate(found, start=1):
        petition = matter.petition
        year = petition.received_on.year
        of_the_year[year] += 1
        petition.id, petition.code = number, f"ĐT-{year}-{of_the_year[year]:04}"
        for event in matter.events:
            event.petition_id = number
