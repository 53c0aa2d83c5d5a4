"""What a store holds of a period, counted from its records."""

import datetime as dt
from dataclasses import dataclass

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.data.office_years import Figure
from storage import stats
from storage.counted import Period
from storage.counts import Counts, DossierCounts
from storage.dossier_states import BY_THE_FORM, DossierCounting
from storage.models import PetitionKind, ReceptionKind


@dataclass(frozen=True, kw_only=True)
class Count:
    """What the records say, how old that is, and the printed figure if there is one."""

    key: str
    value: int
    as_of: dt.datetime | None
    printed: Figure | None = None

    @property
    def agrees(self) -> bool | None:
        """With the page; None where the page is silent."""
        return None if self.printed is None else self.printed.agrees(self.value)


async def counted(
    db: AsyncSession, period: Period, how: DossierCounting = BY_THE_FORM
) -> list[Count]:
    """Everything the store has of the period; a kind of record it never had is left out."""
    found = await stats.whole(db, period, how)
    return [*_meetings_and_documents(found), *_dossiers(found.dossiers), *_citizens(found)]


def _meetings_and_documents(found: Counts) -> list[Count]:
    meetings, received, sent = found.meetings, found.incoming, found.outgoing
    both = max((one.as_of for one in (received, sent) if one.as_of), default=None)
    secret = found.classified
    return [
        *_known(meetings.as_of, meetings=meetings.held, meetings_called_off=meetings.called_off),
        *_known(
            received.as_of,
            incoming=received.received,
            incoming_digitised=received.digitised,
            incoming_with_deadline=received.with_deadline,
            incoming_in_time=received.in_time,
            incoming_late=received.late,
            incoming_open_late=received.open_late,
            incoming_handled=received.handled,
        ),
        *_known(sent.as_of, outgoing=sent.issued, outgoing_signed=sent.digitally_signed),
        *_known(both, documents=received.received + sent.issued),
        *([Count(key="classified", value=secret, as_of=None)] if secret else []),
    ]


def _dossiers(found: DossierCounts) -> list[Count]:
    return _known(
        found.as_of,
        dossiers_received=found.received,
        dossiers_carried_over=found.carried_over,
        dossiers_resolved=found.resolved,
        dossiers_early=found.early,
        dossiers_on_the_day=found.on_the_day,
        dossiers_late=found.late,
        dossiers_withdrawn_or_stopped=found.withdrawn_or_stopped,
        dossiers_open=found.still_open,
        dossiers_open_late=found.open_late,
        dossiers_on_time=found.on_time,
        dossiers_on_time_or_open_in_time=found.on_time + found.open_in_time,
        dossiers_handled=found.resolved + found.still_open,
    )


def _citizens(found: Counts) -> list[Count]:
    letters, visits = found.petitions, found.receptions
    desk, chairman = visits[ReceptionKind.STANDING], visits[ReceptionKind.CHAIRMAN]
    return [
        *_known(
            letters.as_of,
            petitions=letters.received,
            complaints=letters.by_kind.get(PetitionKind.COMPLAINT, 0),
            denunciations=letters.by_kind.get(PetitionKind.DENUNCIATION, 0),
            proposals=letters.by_kind.get(PetitionKind.PROPOSAL, 0),
        ),
        *_known(desk.as_of, desk_visits=desk.visits),
        *_known(
            chairman.as_of, chairman_sessions=chairman.sessions, chairman_visits=chairman.visits
        ),
    ]


def _known(as_of: dt.datetime | None, **counts: int) -> list[Count]:
    """Nothing of a kind of which there is no record at all: that is not the same as nought."""
    if as_of is None:
        return []
    return [Count(key=key, value=value, as_of=as_of) for key, value in counts.items()]
