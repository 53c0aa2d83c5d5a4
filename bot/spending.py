"""Whether a message may be said on a channel within its budget."""

from dataclasses import dataclass

from scheduler.budgets import spending
from scheduler.clock import Clock
from scheduler.outbox import Outgoing, TryLater
from storage import channel_budgets
from storage.engine import Store
from storage.models import MessageKind
from storage.troubles import NO_BUDGET, on


class OverBudget(TryLater):
    """Not on this channel before its next period, unless the office raises the budget."""


@dataclass(frozen=True)
class Budgeted:
    """Counts what is said unasked; the clock is in the office's zone."""

    store: Store
    clock: Clock

    async def over(self, channel: str, message: Outgoing) -> OverBudget | None:
        """None when it may be said there, and is counted as said; call it just before.

        An alarm may use the reserve as well: it may be the alarm that only the reserve is left.
        """
        if message.person_id is None:
            return None
        async with self.store.reading() as db:
            spent = spending(await channel_budgets.budgets(db), channel, self.clock())
            if not spent.budgets:
                return None
            pressing = message.kind is MessageKind.ALARM or await channel_budgets.is_pressing(
                db, message.id
            )
        async with self.store.sessions() as db, db.begin():
            allowed = spent.allowances(pressing=pressing)
            if await channel_budgets.take(db, message.id, channel, allowed):
                return None
        return OverBudget(on(channel, NO_BUDGET), spent.ends_in)
