"""400 dossiers in all ten states, with what happened to each and when its clock stood still."""

import datetime as dt
import random
from collections.abc import Iterable, Sequence

from bot.data import demo
from bot.data.demo import names, people
from bot.data.demo.day import DemoDay, chance
from bot.data.demo.dossier_case import DESK, Case
from bot.data.demo.procedures import Limit, limits
from storage import dossier_owners
from storage.models import (
    Dossier,
    DossierEvent,
    DossierPause,
    DossierState,
    PauseReason,
    ResultBy,
    SubmittedBy,
    TimeUnit,
)
from storage.seals import Seal

WAITING_AT = "KGVX"  # the officer's room
WAITED = 2  # working days for the missing papers
UNIT_CODE = f"000.00.12.{demo.OWN_PREFIX}"
NOT_PUBLIC = {"Người có công", "Lý lịch tư pháp"}  # even that there is one tells of somebody
DAYS_TO_BRING = 30  # working days
STEPS = ("thẩm định hồ sơ", "lấy ý kiến cơ quan liên quan", "trình lãnh đạo phê duyệt")
SOURCE = "Hệ thống thông tin giải quyết thủ tục hành chính"

NUMBERS = {
    DossierState.SUBMITTED: 15,
    DossierState.RECEIVED: 25,
    DossierState.REFUSED: 10,
    DossierState.PROCESSING: 110,
    DossierState.SUPPLEMENT: 25,
    DossierState.PAYMENT: 20,
    DossierState.WITHDRAWN: 10,
    DossierState.STOPPED: 10,
    DossierState.FINISHED: 45,
    DossierState.RETURNED: 130,
}

# Whose are fixed: state, procedure, working days until due, applicant, who handles it.
_RESERVED: tuple[tuple[DossierState, str, int, int, int | None], ...] = (
    (DossierState.PROCESSING, "1.900008", 3, people.CITIZEN, None),
    (DossierState.SUPPLEMENT, "1.900014", 4, people.CITIZEN, None),
    (DossierState.PROCESSING, "1.900009", -2, people.CITIZEN, None),
    (DossierState.FINISHED, "1.900006", 1, people.CITIZEN, None),
    (DossierState.PROCESSING, "1.900025", -2, 103, people.OFFICER),
    (DossierState.PROCESSING, "1.900028", 0, 104, people.OFFICER),
    (DossierState.PROCESSING, "1.900034", 1, 105, people.OFFICER),
    (DossierState.PROCESSING, "1.900025", 6, 106, people.OFFICER),
    (DossierState.PROCESSING, "1.900034", 2, 102, people.HEAD),
)
_DESK_OFFICER = {"Đất đai": 54, "Xây dựng": 54, "Hộ tịch": 56, "Chứng thực": 56, "Giáo dục": 57}


def cases(day: DemoDay, seal: Seal) -> list[Case]:
    """Every dossier with its story; coded in the order in which they came."""
    dice = chance("dossiers")
    by_code = {limit.code: limit for limit in limits()}
    found = []
    left = dict(NUMBERS)
    for state, code, due, applicant, holder in _RESERVED:
        case = _case(day, dice, by_code[code], applicant)
        _tell(case, state, due)
        case.dossier.holder_id = holder or case.dossier.holder_id
        left[state] -= 1
        found.append(case)
    for state, number in left.items():
        for _ in range(number):
            fits = [one for one in limits() if _suits(state, one)]
            case = _case(day, dice, dice.choice(fits), _somebody_known(dice))
            _tell(case, state, _due(dice, state, case.limit))
            found.append(case)
    _give_the_officer_some_that_wait(found)
    found.sort(key=lambda one: one.dossier.received_at or one.dossier.submitted_at or day.now)
    _number(found)
    for case in found:
        _seal(case.dossier, seal)
        _tell_its_owner(case)
    return found


def _tell_its_owner(case: Case) -> None:
    """What the owner of each hears besides its state; by its number, so that all ways are there."""
    dossier, number = case.dossier, case.dossier.id or 0
    dossier.result_by = tuple(ResultBy)[number % len(ResultBy)]
    match dossier.state:
        case DossierState.PROCESSING:
            dossier.step = STEPS[number % len(STEPS)]
        case DossierState.SUPPLEMENT:
            asked_on = case.pauses[-1].began_at.date()
            dossier.asked_in = f"phiếu yêu cầu bổ sung số {number}/PBS ngày {asked_on:%d/%m/%Y}"
            dossier.asked_until = case.day.working(case.day.number(asked_on) + DAYS_TO_BRING)
        case DossierState.PAYMENT:
            dossier.fee_due = (number % 9 + 1) * 150_000
            dossier.fee_how = "chuyển khoản theo thông báo nộp tiền, hoặc tại quầy thu phí"
        case _:
            return


def _give_the_officer_some_that_wait(found: Sequence[Case]) -> None:
    """So that whoever asks as the officer sees what waits for whom."""
    room = people.units()[WAITING_AT]
    wait = [
        case.dossier
        for case in found
        if case.dossier.state is DossierState.SUPPLEMENT and case.dossier.unit_id == room.unit_id
    ]
    for dossier in wait[:2]:
        dossier.holder_id = people.OFFICER


def _suits(state: DossierState, limit: Limit) -> bool:
    """Nobody asks for papers, or for money, in a matter of a day."""
    match state:
        case DossierState.PAYMENT:
            return limit.field == "Đất đai" and limit.days >= 10
        case DossierState.SUPPLEMENT | DossierState.STOPPED | DossierState.WITHDRAWN:
            return limit.days >= 7
        case _:
            return True


def _due(dice: random.Random, state: DossierState, limit: Limit) -> int:
    """Working days from today until due; late ones are few and most recent."""
    longest = max(0, limit.in_working_days - 1)
    if state is DossierState.PROCESSING:
        nearest = dice.choices((-dice.randrange(1, 13), 0, 1, 2, longest), (14, 8, 9, 9, 60))[0]
        return min(longest, nearest) if nearest < 3 else dice.randrange(0, longest + 1)
    if state is DossierState.RECEIVED:
        return longest
    return dice.randrange(min(2, longest), longest + 1)


def _case(day: DemoDay, dice: random.Random, limit: Limit, applicant_id: int | None) -> Case:
    known = people.citizens().get(applicant_id or 0)
    firm = limit.field in {"Đầu tư", "Xúc tiến thương mại", "Đường bộ", "Môi trường"}
    desk = people.units()[DESK]
    return Case(
        day=day,
        dice=dice,
        limit=limit,
        dossier=Dossier(
            code="",
            procedure_id=limit.procedure_id,
            applicant=known.name if known else (names.firm if firm else names.person)(dice),
            applicant_id=known.id if known else None,
            submitted_by=dice.choices(list(SubmittedBy), (38, 52, 10))[0],
            state=DossierState.SUBMITTED,
            receiving_unit_id=desk.unit_id,
            public=limit.field not in NOT_PUBLIC,
            holder_id=_DESK_OFFICER.get(limit.field, 55),
            source=SOURCE,
            source_at=day.synced_at,
        ),
    )


def _somebody_known(dice: random.Random) -> int | None:
    others = [number for number in people.citizens() if number != people.CITIZEN]
    return dice.choice(others) if dice.random() < 0.04 else None


def _tell(case: Case, state: DossierState, due: int) -> None:
    """The story that ends in this state, with `due` the working days from today until due."""
    dice = case.dice
    match state:
        case DossierState.SUBMITTED:
            case.submit(-1)
        case DossierState.REFUSED:
            case.submit(-dice.randrange(3, 60))
            submitted = case.dossier.submitted_at or case.day.now
            number = case.day.number(submitted.date()) + 1
            case.finish(number, state, "Không thuộc thẩm quyền tiếp nhận")
        case DossierState.FINISHED:
            _decided(case, -dice.randrange(1, 7))
        case DossierState.RETURNED:
            decided = -dice.randrange(3, 200)
            _decided(case, decided)
            case.hand_over(decided + dice.randrange(1, 3))
        case DossierState.WITHDRAWN | DossierState.STOPPED:
            _begin(case, -dice.randrange(5, 90) + case.limit.days)
            _ended_early(case, state)
        case _:
            _begin(case, due)
            _still_open(case, state, due)


def _begin(case: Case, due: int) -> None:
    """Received so that it is due then, and at the latest on the last working day."""
    received = min(-1, due - case.limit.in_working_days)
    calendar_days = case.limit.counts is TimeUnit.CALENDAR_DAYS
    case.submit(received)
    case.receive(received, until=due if calendar_days and due < 0 else None)


def _still_open(case: Case, state: DossierState, due: int) -> None:
    received = case.day.number(case.dossier.received_on or case.day.today)
    if state is DossierState.RECEIVED:
        return
    case.process(received)
    _assign(case)
    if state in {DossierState.SUPPLEMENT, DossierState.PAYMENT}:
        reason = PauseReason[state.name]
        case.pause(case.dice.randrange(received, 0), reason, state)
    elif received < -8 and due > 1 and case.dice.random() < 0.5:
        _wait(case, received + 2, WAITED)


def _decided(case: Case, decided: int) -> None:
    """Seven in ten on the promised day, some before it, a few late (as in real years)."""
    term = case.limit.in_working_days
    early = min(case.dice.choices((0, 1, 2, -2), (68, 17, 10, 5))[0], term - 1)
    waited = WAITED if term > 5 and case.dice.random() < 0.4 else 0
    _begin(case, decided + early - waited)
    received = case.day.number(case.dossier.received_on or case.day.today)
    case.process(received)
    if waited:
        _wait(case, received + 1, waited)
    case.finish(decided, DossierState.FINISHED)
    case.dossier.unit_id = people.units()[DESK].unit_id


def _ended_early(case: Case, state: DossierState) -> None:
    received = case.day.number(case.dossier.received_on or case.day.today)
    case.process(received)
    note = (
        "Công dân có văn bản xin rút" if state is DossierState.WITHDRAWN else "Không đủ điều kiện"
    )
    case.finish(min(-1, received + case.dice.randrange(1, 4)), state, note)


def _wait(case: Case, began: int, working_days: int) -> None:
    case.pause(began, PauseReason.SUPPLEMENT, DossierState.SUPPLEMENT)
    case.go_on(began + working_days)


def _assign(case: Case) -> None:
    """A unit of the office has an officer for it; a body outside names nobody to us."""
    inside = people.units().get(case.limit.unit)
    officers = [one for one in inside.staff[1:] if one != people.OFFICER] if inside else []
    case.dossier.holder_id = case.dice.choice(officers) if officers else None


def _seal(dossier: Dossier, seal: Seal) -> None:
    """The second facts that its owner knows."""
    code = dossier.code
    dossier.phone_seal = dossier_owners.sealed(seal, "phone", code, demo.PHONE_DIGITS)
    dossier.identity_seal = dossier_owners.sealed(seal, "identity", code, demo.IDENTITY_DIGITS)


def _number(found: Sequence[Case]) -> None:
    """Codes as printed: unit, date, number of the day (the demo holds a sample of the day)."""
    of_the_day: dict[dt.date, int] = {}
    for number, case in enumerate(found, start=1):
        dossier = case.dossier
        submitted = dossier.submitted_at or case.day.now
        on = dossier.received_on or submitted.date()
        of_the_day[on] = of_the_day.get(on, 0) + case.dice.randrange(1, 14)
        dossier.id = number
        dossier.code = f"{UNIT_CODE}-{on:%y%m%d}-{of_the_day[on]:04}"
        _belong(number, case.events)
        _belong(number, case.pauses)


def _belong(number: int, parts: Iterable[DossierEvent | DossierPause]) -> None:
    for part in parts:
        part.dossier_id = number
