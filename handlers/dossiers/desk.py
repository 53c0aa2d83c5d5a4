"""The counter at which codes are asked for: it counts the tries, and checks the second fact."""

import datetime as dt
from dataclasses import dataclass

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.dossiers.rules import DossierRules
from handlers.texts import Say, Words
from storage import budgets, dossier_owners
from storage.budgets import Budget
from storage.dossier_owners import EITHER, NumberOf
from storage.seals import Seal
from storage.viewer import Viewer

CODES, DIGITS, NETWORK = "dossier codes", "dossier digits", "dossier codes of a network"
AN_HOUR = dt.timedelta(hours=1)


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Who stands at the counter, and the office's rules for it.

    Nobody who may see the dossier anyway is sent here: an account that opened it before, one
    linked to the applicant, and people of the office use up nothing.
    """

    rules: DossierRules
    seal: Seal
    channel: str
    chat_id: int
    address: str = ""  # of the network, where it is known
    phone: str = ""  # of the office, for whoever cannot get on here
    own_page: str = ""  # where a dossier's owner reads what is theirs; empty: here

    async def spend(
        self, db: AsyncSession, code: str, say: Say, *, now: dt.datetime
    ) -> Words | None:
        """Count this code, unless it was asked for today already; words when no more may be.

        They are the same whether there is such a dossier or not.
        """
        networks = [self._of_the_network()] if self.address else []
        used_up = await budgets.take_different(
            db, self.seal(CODES, code), self._of_the_account(now), *networks, now=now
        )
        if used_up is None:
            return None
        called = {"has_phone": bool(self.phone), "phone": self.phone}
        if used_up.kind == NETWORK:
            return say("dossier-limit-network", **called)
        return say("dossier-limit-day", limit=used_up.limit, **called)

    async def opens(
        self,
        db: AsyncSession,
        viewer: Viewer,
        code: str,
        digits: str,
        *,
        now: dt.datetime,
        of: tuple[NumberOf, ...] = EITHER,
    ) -> bool:
        """Whether these digits open the dossier to this account. The try counts, right or wrong.

        With the tries of the day used up the right digits open nothing either.
        """
        granted = await budgets.take(
            db,
            DIGITS,
            self.seal(DIGITS, code),
            limit=self.rules.digits_per_day,
            within=_since_midnight(now),
            now=now,
        )
        return granted and await dossier_owners.open_to(
            db, viewer, code, digits, seal=self.seal, now=now, of=of
        )

    def _of_the_account(self, now: dt.datetime) -> Budget:
        """By the chat, not by the account's row: who has theirs deleted gets no new budget."""
        return Budget(
            kind=CODES,
            key=self.seal(CODES, self.channel, str(self.chat_id)),
            limit=self.rules.codes_per_day,
            within=_since_midnight(now),
        )

    def _of_the_network(self) -> Budget:
        return Budget(
            kind=NETWORK,
            key=self.seal(NETWORK, self.address),
            limit=self.rules.codes_per_address,
            within=AN_HOUR,
        )


def _since_midnight(now: dt.datetime) -> dt.timedelta:
    """So that “ngày mai” is true: a day ends at midnight in the office's zone."""
    return now - dt.datetime.combine(now.date(), dt.time(), now.tzinfo)
