"""What is counted of a period: numbers alone, no row and no name."""

from dataclasses import dataclass, field
from datetime import datetime

from storage.models import PetitionKind, ReceptionKind


@dataclass(frozen=True, kw_only=True)
class DossierCounts:
    """What came and what became of it (biểu II.06, TT 01/2020/TT-VPCP).

    `early`, `on_the_day` and `late` are disjoint: finished before the promised day, on it, after
    it. `as_of` is the latest time the source was read; None without a row.
    """

    received: int = 0
    online: int = 0  # of those received
    carried_over: int = 0  # received before the period and not finished then
    early: int = 0
    on_the_day: int = 0
    late: int = 0
    undated: int = 0  # resolved without ever having had a promised day
    withdrawn_or_stopped: int = 0
    open_in_time: int = 0  # at the end of the period; what waits for the citizen is in time
    open_late: int = 0
    as_of: datetime | None = None

    @property
    def resolved(self) -> int:
        """Finished in the period, in time or not."""
        return self.early + self.on_the_day + self.late + self.undated

    @property
    def on_time(self) -> int:
        """Finished by the promised day: trước hạn and đúng hạn together."""
        return self.early + self.on_the_day

    @property
    def still_open(self) -> int:
        """At the end of the period."""
        return self.open_in_time + self.open_late


@dataclass(frozen=True, kw_only=True)
class IncomingCounts:
    """Incoming documents that arrived in the period, and how those with a deadline stand."""

    received: int = 0
    digitised: int = 0
    with_deadline: int = 0
    in_time: int = 0  # done by the deadline
    late: int = 0  # done after it
    open_late: int = 0  # not done, and the deadline was before the last day of the period
    as_of: datetime | None = None

    @property
    def handled(self) -> int:
        """Done, and there was a deadline."""
        return self.in_time + self.late


@dataclass(frozen=True, kw_only=True)
class OutgoingCounts:
    """Documents issued in the period."""

    issued: int = 0
    decisions: int = 0
    directives: int = 0
    plans: int = 0
    digitally_signed: int = 0
    as_of: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class MeetingCounts:
    """Meetings of the period; of those on the schedule nobody has said yet that they were held."""

    held: int = 0
    called_off: int = 0
    scheduled: int = 0
    as_of: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class PetitionCounts:
    """Petitions received in the period, by kind, and those that were settled in it."""

    by_kind: dict[PetitionKind, int] = field(default_factory=dict)
    settled: int = 0  # complaints and proposals, whenever they came
    as_of: datetime | None = None

    @property
    def received(self) -> int:
        """All kinds."""
        return sum(self.by_kind.values())


@dataclass(frozen=True, kw_only=True)
class ReceptionCounts:
    """One kind of reception: sessions, visits (lượt), matters (vụ việc), groups (đoàn)."""

    sessions: int = 0
    visits: int = 0
    matters: int = 0
    groups: int = 0
    as_of: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Counts:
    """All that was asked for of one period; nought of what was not asked for.

    Classified documents are counted by whole months, for those who may know the number.
    """

    dossiers: DossierCounts = DossierCounts()
    incoming: IncomingCounts = IncomingCounts()
    outgoing: OutgoingCounts = OutgoingCounts()
    meetings: MeetingCounts = MeetingCounts()
    petitions: PetitionCounts = field(default_factory=PetitionCounts)
    receptions: dict[ReceptionKind, ReceptionCounts] = field(default_factory=dict)
    classified_in: int = 0
    classified_out: int = 0

    @property
    def classified(self) -> int:
        """Both ways."""
        return self.classified_in + self.classified_out
