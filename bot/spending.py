"""Whether a message may be said on a channel within its budget."""

from dataclasses import dataclass

from bot.channels import Channel
from bot.refused import NotHere
from scheduler.budgets import ends, spending
from scheduler.clock import Clock
from scheduler.outbox import Outgoing
from storage import channel_budgets
from storage.engine import Store
from storage.models import BudgetPeriod, MessageKind
from storage.troubles import NO_BUDGET, on


class OverBudget(NotHere):
    """Not on this channel before its next period, unless the office raises the budget."""


@dataclass(frozen=True)
class Budgeted:
    """Counts what is said unasked; the clock is in the office's zone."""

    store: Store
    clock: Clock

    async def over(self, channel: Channel, message: Outgoing) -> OverBudget | None:
        """None when it may be said there, and is counted as said; call it just before.

        An alarm may use the reserve as well: it may be the alarm that only the reserve is left.
        """
        if message.person_id is None and message.kind is not MessageKind.FOLLOW:
            return None
        async with self.store.reading() as db:
            spent = spending(await channel_budgets.budgets(db), channel.name, self.clock())
            if not (spent.budgets or channel.has_room):
                return None
            pressing = message.kind is MessageKind.ALARM or await channel_budgets.is_pressing(
                db, message.id
            )
        if channel.has_room and not pressing and not await channel.has_room():
            now = self.clock()
            return OverBudget(on(channel.name, NO_BUDGET), ends(BudgetPeriod.MONTH, now) - now)
        if not spent.budgets:
            return None
        async with self.store.sessions() as db, db.begin():
            allowed = spent.allowances(pressing=pressing)
            if await channel_budgets.take(db, message.id, channel.name, allowed):
                return None
        return OverBudget(on(channel.name, NO_BUDGET), spent.ends_in)
