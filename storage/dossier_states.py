"""Which state of a dossier may follow which, as the exchange with the national portal has them."""

from collections.abc import Mapping
from functools import cache

from storage.models import DossierState as State

FOLLOWS: Mapping[State, frozenset[State]] = {
    State.SUBMITTED: frozenset({State.RECEIVED, State.REFUSED, State.WITHDRAWN}),
    State.RECEIVED: frozenset({State.PROCESSING, State.WITHDRAWN, State.STOPPED}),
    State.PROCESSING: frozenset(
        {State.SUPPLEMENT, State.PAYMENT, State.STOPPED, State.FINISHED, State.WITHDRAWN}
    ),
    State.SUPPLEMENT: frozenset({State.PROCESSING, State.STOPPED, State.WITHDRAWN}),
    State.PAYMENT: frozenset({State.PROCESSING, State.STOPPED, State.WITHDRAWN}),
    State.FINISHED: frozenset({State.RETURNED}),
}
"""By each state those that may come next. What is not here is an end."""


def may_follow(old: State, new: State) -> bool:
    """Whether `new` may come right after `old`."""
    return new in FOLLOWS.get(old, frozenset())


@cache
def may_lead_to(old: State, new: State) -> bool:
    """Whether `new` may come some time after `old`: who looks once a day misses steps between."""
    reached, ahead = set[State](), [old]
    while ahead:
        last = ahead.pop()
        following = {one for one in State if may_follow(last, one)} - reached
        reached |= following
        ahead += following
    return new in reached
