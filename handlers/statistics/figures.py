"""What is said of each subject: in full when it is asked for alone, else in one line."""

import datetime as dt
from collections.abc import Iterator
from typing import assert_never

from handlers.texts import Rate, Say, Words
from storage.counted import Subject
from storage.counts import (
    Counts,
    DossierCounts,
    IncomingCounts,
    OutgoingCounts,
    PetitionCounts,
    ReceptionCounts,
)
from storage.models import Noun, PetitionKind, ReceptionKind

NOUNS = {
    Subject.DOSSIERS: Noun.DOSSIERS,
    Subject.INCOMING: Noun.DOCUMENTS,
    Subject.OUTGOING: Noun.DOCUMENTS,
    Subject.MEETINGS: Noun.MEETINGS,
    Subject.PETITIONS: Noun.PETITIONS,
    Subject.RECEPTIONS: Noun.PETITIONS,
}


def in_full(subject: Subject, counts: Counts, say: Say) -> list[Words]:
    """All lines of one subject."""
    match subject:
        case Subject.DOSSIERS:
            return [*_dossiers(counts.dossiers, say)]
        case Subject.INCOMING:
            return [*_incoming(counts.incoming, counts.classified_in, say)]
        case Subject.OUTGOING:
            return [*_outgoing(counts.outgoing, counts.classified_out, say)]
        case Subject.MEETINGS:
            found = counts.meetings
            told = [say("statistics-meetings", held=found.held, called_off=found.called_off)]
            if found.scheduled:
                told.append(say("statistics-meetings-scheduled", number=found.scheduled))
            return told
        case Subject.PETITIONS:
            return [*_petitions(counts.petitions, say)]
        case Subject.RECEPTIONS:
            return [*_receptions(counts, say)]
    assert_never(subject)


def in_short(subject: Subject, counts: Counts, say: Say) -> Words:
    """One line of one subject."""
    return say(
        "statistics-line",
        subject=say("statistics-subject", subject=subject),
        told=_short(subject, counts, say),
    )


def _short(subject: Subject, counts: Counts, say: Say) -> Words:
    match subject:
        case Subject.DOSSIERS:
            found = counts.dossiers
            return Words(
                say(
                    "statistics-short-dossiers",
                    received=found.received,
                    resolved=found.resolved,
                    open=found.still_open,
                )
                + _rate("statistics-short-rate", found.on_time, found.resolved, say)
            )
        case Subject.INCOMING:
            came = counts.incoming
            received = came.received + counts.classified_in
            return say("statistics-short-incoming", received=received, open_late=came.open_late)
        case Subject.OUTGOING:
            issued = counts.outgoing.issued + counts.classified_out
            return say("statistics-short-outgoing", issued=issued)
        case Subject.MEETINGS:
            held = counts.meetings
            return say("statistics-short-meetings", held=held.held, called_off=held.called_off)
        case Subject.PETITIONS:
            letters = counts.petitions
            return say(
                "statistics-short-petitions",
                received=ordinary(letters),
                settled=letters.settled,
            )
        case Subject.RECEPTIONS:
            visits = sum(one.visits for one in counts.receptions.values())
            return say("statistics-short-receptions", visits=visits)
    assert_never(subject)


def as_of(subject: Subject, counts: Counts) -> dt.datetime | None:
    """When the records of a subject were read; None where there is none."""
    match subject:
        case Subject.DOSSIERS:
            return counts.dossiers.as_of
        case Subject.INCOMING:
            return counts.incoming.as_of
        case Subject.OUTGOING:
            return counts.outgoing.as_of
        case Subject.MEETINGS:
            return counts.meetings.as_of
        case Subject.PETITIONS:
            return counts.petitions.as_of
        case Subject.RECEPTIONS:
            return max((one.as_of for one in counts.receptions.values() if one.as_of), default=None)
    assert_never(subject)


def ordinary(found: PetitionCounts) -> int:
    """Complaints and proposals: what is counted together."""
    return found.received - found.by_kind.get(PetitionKind.DENUNCIATION, 0)


def _rate(text: str, part: int, base: int, say: Say) -> Words:
    """A share with both its numbers; 0 of 0 is none."""
    return say(text, rate=Rate(part, base), part=part, base=base) if base else Words()


def _dossiers(found: DossierCounts, say: Say) -> Iterator[Words]:
    yield say(
        "statistics-dossiers-received",
        received=found.received,
        online=found.online,
        carried=found.carried_over,
    )
    if found.resolved:
        yield say("statistics-dossiers-resolved", resolved=found.resolved)
        yield from _sides(found, say)
        yield _rate("statistics-dossiers-on-time", found.on_time, found.resolved, say)
    yield say(
        "statistics-dossiers-open",
        open=found.still_open,
        in_time=found.open_in_time,
        late=found.open_late,
    )
    if found.withdrawn_or_stopped:
        yield say("statistics-dossiers-ended", number=found.withdrawn_or_stopped)


def _sides(found: DossierCounts, say: Say) -> Iterator[Words]:
    """Disjoint, and together the resolved ones."""

    def share(text: str, number: int) -> Words:
        return say(text, number=number, rate=Rate(number, found.resolved))

    yield share("statistics-dossiers-early", found.early)
    yield share("statistics-dossiers-on-the-day", found.on_the_day)
    yield share("statistics-dossiers-late", found.late)
    if found.undated:
        yield share("statistics-dossiers-undated", found.undated)


def _incoming(found: IncomingCounts, classified: int, say: Say) -> Iterator[Words]:
    received = found.received + classified
    yield say("statistics-incoming", received=received, classified=classified)
    yield _rate("statistics-incoming-digitised", found.digitised, found.received, say)
    yield say(
        "statistics-incoming-deadlines",
        with_deadline=found.with_deadline,
        in_time=found.in_time,
        late=found.late,
        open_late=found.open_late,
    )
    yield _rate("statistics-incoming-rate", found.in_time, found.handled, say)


def _outgoing(found: OutgoingCounts, classified: int, say: Say) -> Iterator[Words]:
    yield say("statistics-outgoing", issued=found.issued + classified, classified=classified)
    if found.issued:
        named = found.decisions + found.directives + found.plans
        yield say(
            "statistics-outgoing-kinds",
            decisions=found.decisions,
            directives=found.directives,
            plans=found.plans,
            others=found.issued - named,
        )
    yield _rate("statistics-outgoing-signed", found.digitally_signed, found.issued, say)


def _petitions(found: PetitionCounts, say: Say) -> Iterator[Words]:
    yield say(
        "statistics-petitions",
        received=ordinary(found),
        complaints=found.by_kind.get(PetitionKind.COMPLAINT, 0),
        proposals=found.by_kind.get(PetitionKind.PROPOSAL, 0),
    )
    if held := found.by_kind.get(PetitionKind.DENUNCIATION, 0):
        yield say("statistics-petitions-denunciations", number=held)
    yield say("statistics-petitions-settled", settled=found.settled)
    if not held:
        yield say("statistics-petitions-privacy")


def _receptions(counts: Counts, say: Say) -> Iterator[Words]:
    def told(text: str, found: ReceptionCounts, **more: int) -> Words:
        return say(text, visits=found.visits, matters=found.matters, groups=found.groups, **more)

    desk, chairman = ReceptionKind.STANDING, ReceptionKind.CHAIRMAN
    yield told("statistics-receptions-standing", counts.receptions[desk])
    yield told(
        "statistics-receptions-chairman",
        counts.receptions[chairman],
        sessions=counts.receptions[chairman].sessions,
    )
