"""“so với tháng trước”, “so với cùng kỳ” · One period beside another, in numbers and points."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from handlers.statistics.figures import ordinary
from handlers.texts import Rate, Say, Words
from storage.counted import Subject
from storage.counts import Counts

HUNDREDTHS = 100


@dataclass(frozen=True)
class Measure:
    """A number, or with a base the share that it is of it; `key` is that of its name."""

    key: str
    part: int
    base: int | None = None


def measures(subject: Subject, counts: Counts) -> tuple[Measure, ...]:
    """What of a subject is compared."""
    match subject:
        case Subject.DOSSIERS:
            found = counts.dossiers
            return (
                Measure("dossiers-received", found.received),
                Measure("dossiers-resolved", found.resolved),
                Measure("dossiers-on-time", found.on_time, found.resolved),
            )
        case Subject.INCOMING:
            came = counts.incoming
            return (
                Measure("incoming", came.received + counts.classified_in),
                Measure("incoming-in-time", came.in_time, came.handled),
            )
        case Subject.OUTGOING:
            return (Measure("outgoing", counts.outgoing.issued + counts.classified_out),)
        case Subject.MEETINGS:
            return (Measure("meetings", counts.meetings.held),)
        case Subject.PETITIONS:
            letters = counts.petitions
            return (
                Measure("petitions", ordinary(letters)),
                Measure("settled", letters.settled),
            )
        case Subject.RECEPTIONS:
            return (Measure("visits", sum(one.visits for one in counts.receptions.values())),)
    assert_never(subject)


def lines(subject: Subject, now: Counts, then: Counts, say: Say) -> Iterator[Words]:
    """A line for each measure that both periods have; 0 of 0 is no rate to compare."""
    for one, other in zip(measures(subject, now), measures(subject, then), strict=True):
        if one.base is None or other.base is None:
            yield _numbers(one, other, say)
        elif one.base and other.base:
            yield _shares(one.key, Rate(one.part, one.base), Rate(other.part, other.base), say)


def _numbers(one: Measure, other: Measure, say: Say) -> Words:
    name = say("statistics-name", key=one.key)
    if not other.part:
        return say("statistics-changed-from-none", name=name, now=one.part)
    by = abs(one.part - other.part)
    return say(
        "statistics-changed",
        name=name,
        now=one.part,
        then=other.part,
        direction=_direction(one.part - other.part),
        by=by,
        rate=Rate(by, other.part),
    )


def _shares(key: str, now: Rate, then: Rate, say: Say) -> Words:
    """Percentages differ by points (“điểm %”), never by percent."""
    points = int((now.percent() - then.percent()) * HUNDREDTHS)
    shown = say("report-percent", rate=Rate(abs(points), HUNDREDTHS * HUNDREDTHS))
    return say(
        "statistics-changed-rate",
        name=say("statistics-name", key=key),
        now=now,
        part=now.numerator,
        base=now.denominator,
        then=then,
        then_part=then.numerator,
        then_base=then.denominator,
        direction=_direction(points),
        points=Words(shown.removesuffix("%")),
    )


def _direction(difference: int) -> str:
    return "same" if not difference else "up" if difference > 0 else "down"
