"""Which state of a dossier may follow which, and in which of them its clock stands still.

The states are those of the national portal (TrangThaiHoSo); the steps between them are as
practised: what is refused before reception is refused, what is refused after it is stopped.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from storage.models import DossierState, PauseReason

S = DossierState


class StateKind(StrEnum):
    """What a state means for the clock."""

    BEFORE = "before"  # chờ tiếp nhận: it has not been started
    RUNS = "runs"  # đang giải quyết
    RESTS = "rests"  # tạm dừng: papers or money are awaited
    OVER = "over"  # kết thúc


KINDS: Mapping[DossierState, StateKind] = {
    S.SUBMITTED: StateKind.BEFORE,
    S.RECEIVED: StateKind.RUNS,
    S.REFUSED: StateKind.OVER,
    S.PROCESSING: StateKind.RUNS,
    S.SUPPLEMENT: StateKind.RESTS,
    S.PAYMENT: StateKind.RESTS,
    S.WITHDRAWN: StateKind.OVER,
    S.STOPPED: StateKind.OVER,
    S.FINISHED: StateKind.OVER,
    S.RETURNED: StateKind.OVER,
}

FOLLOWS: Mapping[DossierState, frozenset[DossierState]] = {
    S.SUBMITTED: frozenset({S.RECEIVED, S.REFUSED, S.WITHDRAWN}),
    S.RECEIVED: frozenset({S.PROCESSING, S.WITHDRAWN, S.STOPPED}),
    S.PROCESSING: frozenset({S.SUPPLEMENT, S.PAYMENT, S.WITHDRAWN, S.STOPPED, S.FINISHED}),
    S.SUPPLEMENT: frozenset({S.PROCESSING, S.WITHDRAWN, S.STOPPED}),
    S.PAYMENT: frozenset({S.PROCESSING, S.WITHDRAWN, S.STOPPED}),
    S.FINISHED: frozenset({S.RETURNED}),
    S.REFUSED: frozenset(),
    S.WITHDRAWN: frozenset(),
    S.STOPPED: frozenset(),
    S.RETURNED: frozenset(),
}
"""What may come next."""

AWAITS: Mapping[DossierState, PauseReason] = {
    S.SUPPLEMENT: PauseReason.SUPPLEMENT,
    S.PAYMENT: PauseReason.PAYMENT,
}
"""For what the clock rests, in the states in which it does."""


def may_follow(old: DossierState, new: DossierState) -> bool:
    """Whether a dossier may go from one state straight to the other; to the same it goes never."""
    return new in FOLLOWS[old]


@cache
def may_lead_to(old: DossierState, new: DossierState) -> bool:
    """Whether `new` may come some time after `old`: who looks once a day misses steps between."""
    reached, ahead = set[DossierState](), [old]
    while ahead:
        following = FOLLOWS[ahead.pop()] - reached
        reached |= following
        ahead += following
    return new in reached


def pausing(*, fee_pauses: bool) -> frozenset[PauseReason]:
    """The waits that stop the clock: for papers (QĐ 766/2022), for money as the office sets [U]."""
    papers = frozenset({PauseReason.SUPPLEMENT})
    return papers | {PauseReason.PAYMENT} if fee_pauses else papers


@dataclass(frozen=True, kw_only=True)
class DossierCounting:
    """What no text settles of how dossiers are counted [U].

    `by_minute`: early and late are told apart by the moment, not by the day. `fee_pauses`: what
    waits for money is in time, as what waits for papers is.
    """

    by_minute: bool = False
    fee_pauses: bool = True


BY_THE_FORM = DossierCounting()
