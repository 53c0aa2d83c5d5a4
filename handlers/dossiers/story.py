"""What happened to a dossier, as words in their order: the one source of the picture and its text.

Of what the code alone opens only what the card says as well is in it: the day of reception, the
state, the due day. Its owner and the office see every change with its time and its unit.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from handlers.dossiers import plain_words
from handlers.dossiers.lines import counts, is_waiting, name_of
from handlers.dossiers.rules import DossierRules
from handlers.texts import Say, Words
from scheduler.calendar import WorkingCalendar
from scheduler.deadlines import Standing
from storage.dossier_states import AWAITS
from storage.dossier_story import Happening
from storage.dossiers import IN_WORK, DossierOwn, DossierPublic
from storage.models import DossierState

MOST = 8
S = DossierState


class Mark(StrEnum):
    """How a point of the line is drawn."""

    PAST = "past"
    NOW = "now"
    RESTS = "rests"  # now, and the clock stands still
    OVER = "over"  # now, and the office has nothing more to do about it
    AHEAD = "ahead"


class Tone(StrEnum):
    """What colour the line about the due day has."""

    CALM = "calm"
    SOON = "soon"
    LATE = "late"


@dataclass(frozen=True, kw_only=True)
class Point:
    """One point of the line: what, when and where, in words."""

    mark: Mark
    what: Words
    when: Words | None = None
    unit: Words | None = None


@dataclass(frozen=True, kw_only=True)
class Story:
    """A dossier's way, as it is drawn and as it is told."""

    title: Words
    procedure: Words | None
    due: Words | None
    tone: Tone
    earlier: Words | None  # how many of the first changes are left out
    points: tuple[Point, ...]
    as_of: Words


def story(
    dossier: DossierPublic,
    happened: Sequence[Happening],
    say: Say,
    *,
    today: dt.date,
    calendar: WorkingCalendar,
    rules: DossierRules,
) -> Story:
    """Its way so far and what comes next. `happened` is empty for who has the code alone."""
    own = dossier if isinstance(dossier, DossierOwn) else None
    kept = list(happened)[-MOST:]
    left = len(happened) - len(kept)
    past = [_point(one, say, newest=one is kept[-1]) for one in kept] or _known(dossier, say)
    *before, last = past
    points = [*before, _now(last, dossier, say, rules), *_ahead(dossier, say)]
    return Story(
        title=say("dossier-timeline-title", code=dossier.code),
        procedure=say("dossier-status-procedure", procedure=own.procedure)
        if own and own.procedure
        else None,
        due=plain_words.until(dossier, say, today, calendar, rules=rules),
        tone=_tone(dossier, today, calendar, rules),
        earlier=say("dossier-timeline-earlier", number=left) if left > 0 else None,
        points=tuple(points),
        as_of=say("dossier-status-as-of", at=dossier.source_at),
    )


def _point(one: Happening, say: Say, *, newest: bool) -> Point:
    return Point(
        mark=Mark.PAST,
        what=_what(one.state, say)
        if newest
        else say("dossier-timeline-happened", state=name_of(one.state)),
        when=say("dossier-timeline-at", at=one.at),
        unit=say("dossier-timeline-unit", unit=one.unit) if one.unit else None,
    )


def _known(dossier: DossierPublic, say: Say) -> list[Point]:
    """What the card of this tier says too: the day of reception, and the state now."""
    desk = say("dossier-timeline-unit", unit=plain_words.desk_of(dossier, say))
    if dossier.received_on is None:
        return [Point(mark=Mark.PAST, what=_what(dossier.state, say), unit=desk)]
    received = Point(
        mark=Mark.PAST,
        what=_what(S.RECEIVED, say),
        when=say("dossier-timeline-on", day=dossier.received_on),
        unit=desk,
    )
    if dossier.state is S.RECEIVED:
        return [received]
    return [received, Point(mark=Mark.PAST, what=_what(dossier.state, say))]


def _now(last: Point, dossier: DossierPublic, say: Say, rules: DossierRules) -> Point:
    """The newest point, which is where the dossier is, with since when the clock stands still."""
    rests = is_waiting(dossier, rules=rules)
    if dossier.state not in IN_WORK:
        return replace(last, mark=Mark.OVER)
    if rests and dossier.waiting_since and not last.when:
        since = say("dossier-status-waiting-since", since=dossier.waiting_since)
        return replace(last, mark=Mark.RESTS, when=since)
    return replace(last, mark=Mark.RESTS if rests else Mark.NOW)


def _ahead(dossier: DossierPublic, say: Say) -> list[Point]:
    """What is still to come, without a time: nobody promises one but the due day."""
    coming: dict[DossierState, tuple[DossierState, ...]] = {
        S.SUBMITTED: (S.RECEIVED, S.PROCESSING, S.RETURNED),
        S.RECEIVED: (S.PROCESSING, S.RETURNED),
        S.PROCESSING: (S.RETURNED,),
        S.FINISHED: (S.RETURNED,),
        **dict.fromkeys(AWAITS, (S.PROCESSING, S.RETURNED)),
    }
    return [
        Point(mark=Mark.AHEAD, what=say("dossier-timeline-ahead", state=name_of(state)))
        for state in coming.get(dossier.state, ())
    ]


def _tone(
    dossier: DossierPublic, today: dt.date, calendar: WorkingCalendar, rules: DossierRules
) -> Tone:
    counted = counts(dossier, today, calendar, rules=rules)
    match counted.standing if counted else None:
        case Standing.LATE:
            return Tone.LATE
        case Standing.TODAY:
            return Tone.SOON
        case _:
            return Tone.CALM


def _what(state: DossierState, say: Say) -> Words:
    return say("dossier-timeline-state", state=name_of(state))
