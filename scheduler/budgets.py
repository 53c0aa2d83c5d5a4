"""How long a channel's budget lasts, and what is left of it."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import assert_never

from scheduler.calendar import ONE_DAY
from storage.channel_budgets import Allowance, Budget
from storage.models import BudgetPeriod


def began(period: BudgetPeriod, now: dt.datetime) -> dt.datetime:
    """The first moment of the period that it is now. `now` is in the office's zone."""
    day = now.date() if period is BudgetPeriod.DAY else now.date().replace(day=1)
    return dt.datetime.combine(day, dt.time(), now.tzinfo)


def ends(period: BudgetPeriod, now: dt.datetime) -> dt.datetime:
    """The first moment of the next period."""
    first = began(period, now).date()
    match period:
        case BudgetPeriod.DAY:
            following = first + ONE_DAY
        case BudgetPeriod.MONTH:
            following = (first + 31 * ONE_DAY).replace(day=1)
        case _:
            assert_never(period)
    return dt.datetime.combine(following, dt.time(), now.tzinfo)


@dataclass(frozen=True)
class Spending:
    """The budgets of one channel, and what they allow at a moment."""

    budgets: Sequence[Budget]
    now: dt.datetime  # in the office's zone

    def allowances(self, *, pressing: bool) -> list[Allowance]:
        """What is pressing may be said with the reserve as well."""
        return [
            Allowance(
                since=began(one.period, self.now),
                most=one.most if pressing else one.most - one.reserve,
            )
            for one in self.budgets
        ]

    @property
    def ends_in(self) -> dt.timedelta:
        """How long until one of them begins anew."""
        return min(ends(one.period, self.now) for one in self.budgets) - self.now


def spending(budgets: Iterable[Budget], channel: str, now: dt.datetime) -> Spending:
    """Of one channel; without a budget it allows everything."""
    return Spending([one for one in budgets if one.channel == channel], now)
