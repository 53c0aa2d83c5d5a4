"""What was understood of a message, for whoever looks at it from outside."""

from datetime import datetime
from typing import Any

from handlers.understanding import reading
from handlers.understanding.asked import Interval, Lexicon
from handlers.understanding.codes.found import CodeKind
from handlers.understanding.intents import understand
from handlers.understanding.language import language_in
from handlers.understanding.reading import PERSON, UNIT, Reading
from storage.viewer import Viewer

_CODES = {
    CodeKind.DOSSIER: "dossier_code",
    CodeKind.PETITION: "petition_code",
    CodeKind.DOCUMENT: "document_number",
    CodeKind.PROCEDURE: "procedure",
    CodeKind.PHONE: "phone",
}


def explained(words: str, *, now: datetime, viewer: Viewer, lexicon: Lexicon) -> dict[str, Any]:
    """The question, the language and every slot with its value, ready for JSON.

    A slot that nothing was said for is left out. Of the questions with a `confidence` of 0.9 nine
    in ten are right; `runner_up` is what else it may be, if nobody could be sure.
    """
    asked = understand(words, now=now, viewer=viewer, lexicon=lexicon)
    read = reading.read(words, now=now, lexicon=lexicon)
    return {
        "text": words,
        "language": language_in(words),
        "question": asked.question.value,
        "confidence": asked.confidence,
        "runner_up": asked.runner_up.value if asked.runner_up else None,
        "slots": slots_of(read),
        "spans": spans_of(read),
    }


def slots_of(read: Reading) -> dict[str, Any]:
    """Everything that the words name. The first of several stands alone, all of them beside it."""
    slots: dict[str, Any] = {}
    if read.times:
        slots["date"] = dated(read.times[0])
    if len(read.times) > 1:
        slots["dates"] = [dated(time) for time in read.times]
    for kind, name in _CODES.items():
        code = read.code(kind)
        if code and code.printed:
            slots[name] = code.printed
    repaired = [_CODES[code.kind] for code in read.found_codes if code.repaired]
    people = {person.id: person.name for name in read.names for person in name.people}
    units = {name.unit.code: name.unit.name for name in read.names if name.unit}
    own = "unit" if read.own_unit else "office" if read.whole_office else "me" if read.mine else ""
    several = {
        "repaired": repaired,
        "person": [{"id": number, "name": name} for number, name in people.items()],
        "unit": [{"code": code, "name": name} for code, name in units.items()],
        "whose": own,
    }
    return slots | {name: value for name, value in several.items() if value}


def spans_of(read: Reading) -> dict[str, list[tuple[int, int]]]:
    """Where in the text as it was typed each thing is named: [from, to), in its characters."""
    spans: dict[str, list[tuple[int, int]]] = {}
    named = [("date", time.start, time.end) for time in read.found_times]
    named += [
        (_CODES[code.kind], code.start, code.end)
        for code in read.found_codes
        if code.printed and code.kind in _CODES
    ]
    marks = {PERSON: "person", UNIT: "unit"}
    named += [(marks[one.mark], one.start, one.end) for one in read.pieces if one.mark in marks]
    for name, start, end in sorted(named, key=lambda one: one[1]):
        spans.setdefault(name, []).append(read.typed_at(start, end))
    return spans


def dated(interval: Interval) -> dict[str, Any]:
    """ISO times with their offset; an open side is None. Only what was assumed says so."""
    said = {
        "start": interval.start.isoformat() if interval.start else None,
        "end": interval.end.isoformat() if interval.end else None,
        "grain": interval.grain.value,
    }
    return said if interval.said else said | {"assumed": True}
