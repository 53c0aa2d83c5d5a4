"""Everything a message names: codes, people, units, times; and the words that are left."""

from dataclasses import dataclass, replace
from datetime import datetime

from handlers.understanding import digits, entities, keystrokes, normalise, shorthand, speaker
from handlers.understanding.asked import Interval, KnownUnit, Lexicon
from handlers.understanding.codes.finding import find_codes
from handlers.understanding.codes.found import CodeKind, FoundCode
from handlers.understanding.digits import Digits
from handlers.understanding.entities import FoundName
from handlers.understanding.names import names_of
from handlers.understanding.times import finding
from handlers.understanding.times.ranges import FoundTime
from handlers.understanding.tokens import Token, tokens_of

# What stands for a thing found when sentences are compared, whichever thing it was.
DOSSIER, PETITION, DOCUMENT, NUMBER = "<dossier>", "<petition>", "<document>", "<number>"
PERSON, UNIT, TIME, OFFICE = "<person>", "<unit>", "<time>", "<office>"

_CODE_MARKS = {
    CodeKind.DOSSIER: DOSSIER,
    CodeKind.PETITION: PETITION,
    CodeKind.DOCUMENT: DOCUMENT,
    CodeKind.PROCEDURE: NUMBER,
    CodeKind.PHONE: NUMBER,
    CodeKind.OTHER: NUMBER,
}
_BLANK = "¤"  # neither a letter nor a space: nothing is read across what was found


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A stretch of the message: one word, or one thing that it names (then `mark` says what)."""

    start: int
    end: int
    mark: str = ""
    token: Token | None = None


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A message taken apart."""

    tidied: str  # and mended: what a keyboard left half-written is written out
    pieces: tuple[Piece, ...]
    found_codes: tuple[FoundCode, ...]
    digits: Digits | None
    found_times: tuple[FoundTime, ...]
    no_such_day: str  # a day that is named but that no calendar has, as it was said
    names: tuple[FoundName, ...]  # everybody and every unit, in their order
    person: FoundName | None
    unit: KnownUnit | None
    own_unit: bool
    whole_office: bool
    mine: bool
    origins: tuple[int, ...]  # of each character of `tidied`, in the message as it came

    def typed_at(self, start: int, end: int) -> tuple[int, int]:
        """Where in the message as it came these characters of the tidied words stand."""
        return self.origins[start], self.origins[end - 1] + 1

    @property
    def times(self) -> tuple[Interval, ...]:
        """All times that are named, in their order."""
        return tuple(found.interval for found in self.found_times)

    @property
    def when(self) -> Interval | None:
        """The first time that is named."""
        return self.found_times[0].interval if self.found_times else None

    def code(self, kind: CodeKind) -> FoundCode | None:
        """The first code of this kind; its printed form is empty if it cannot be one."""
        return next((code for code in self.found_codes if code.kind is kind), None)

    @property
    def people(self) -> tuple[int, ...]:
        """Who may be meant: several, if several are called so, even in the unit named beside."""
        people = self.person.people if self.person else ()
        if len(people) > 1 and self.unit is not None:
            unit_id = self.unit.id
            here = tuple(person for person in people if person.unit_id == unit_id)
            people = here or people
        return tuple(person.id for person in people)

    @property
    def person_id(self) -> int | None:
        """The person named; None where several are called so."""
        return self.people[0] if len(self.people) == 1 else None

    def compared(self) -> list[str]:
        """Its words as they compare with phrases, with marks for the things it names."""
        words: list[str] = []
        beside = ["", *(piece.token.folded if piece.token else "" for piece in self.pieces), ""]
        for at, piece in enumerate(self.pieces, 1):
            words += (
                shorthand.written_out(piece.token, beside[at - 1], beside[at + 1])
                if piece.token
                else [piece.mark]
            )
        return words

    def has(self, mark: str) -> bool:
        """Whether such a thing is named."""
        return any(piece.mark == mark for piece in self.pieces)


def read(words: str, *, now: datetime, lexicon: Lexicon) -> Reading:
    """Take a message apart: codes first, so that nothing else is found inside them."""
    typed, places = normalise.traced(words)
    meant = keystrokes.mended(typed)
    tidied = meant.words
    found_codes = find_codes(tidied, now)
    given = _given(tidied, found_codes)
    pieces = [Piece(start=c.start, end=c.end, mark=_CODE_MARKS[c.kind]) for c in found_codes]
    if given and not any(given.start < piece.end and piece.start < given.end for piece in pieces):
        pieces.append(Piece(start=given.start, end=given.end, mark=NUMBER))
    rest = _without(tidied, pieces)

    lowered = normalise.lower(rest)
    own_unit, whole_office = speaker.find_own_unit(lowered), speaker.find_whole_office(lowered)
    spoken = [
        Piece(start=span[0], end=span[1], mark=mark)
        for span, mark in ((own_unit, UNIT), (whole_office, OFFICE))
        if span is not None
    ]
    rest = _without(rest, spoken)

    tokens = tokens_of(rest)
    names = entities.find_names(tokens, names_of(lexicon))
    named = [
        Piece(
            start=tokens[name.first].start,
            end=tokens[name.first + name.count - 1].end,
            mark=PERSON if name.is_person else UNIT,
        )
        for name in names
    ]
    rest = _without(rest, named)

    read_times = finding.read_times(rest, now, lexicon.calendar)
    times, no_such_day = read_times.found, read_times.impossible
    timed = [Piece(start=time.start, end=time.end, mark=TIME) for time in times]
    if no_such_day and not times:
        timed = [Piece(start=no_such_day.start, end=no_such_day.end, mark=TIME)]
    rest = _without(rest, timed)

    left = [Piece(start=token.start, end=token.end, token=token) for token in tokens_of(rest)]
    return Reading(
        tidied=tidied,
        pieces=tuple(sorted(pieces + spoken + named + timed + left, key=lambda piece: piece.start)),
        found_codes=tuple(found_codes),
        digits=given and replace(given, start=meant.place(given.start), end=meant.place(given.end)),
        found_times=tuple(times),
        no_such_day=tidied[no_such_day.start : no_such_day.end] if no_such_day else "",
        origins=tuple(places[at] for at in meant.origins),
        names=tuple(names),
        person=next((name for name in names if name.is_person), None),
        unit=next((name.unit for name in names if name.unit is not None), None),
        own_unit=own_unit is not None,
        whole_office=whole_office is not None,
        mine=speaker.says_mine(normalise.lower(rest)),
    )


def _given(tidied: str, found: list[FoundCode]) -> Digits | None:
    dossier = next((code for code in found if code.kind is CodeKind.DOSSIER), None)
    return digits.after(tidied, dossier.end) if dossier else digits.alone(tidied)


def _without(words: str, pieces: list[Piece]) -> str:
    for piece in pieces:
        words = words[: piece.start] + _BLANK * (piece.end - piece.start) + words[piece.end :]
    return words
