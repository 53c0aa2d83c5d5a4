"""What was understood of a message, for whoever looks at it from outside."""

from datetime import datetime
from typing import Any

from handlers.understanding import reading
from handlers.understanding.asked import Interval, Lexicon
from handlers.understanding.codes.found import CodeKind
from handlers.understanding.intents import understand
from handlers.understanding.language import language_in
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

    A slot that nothing was said for is left out. `confidence` stays None until it is calibrated.
    """
    asked = understand(words, now=now, viewer=viewer, lexicon=lexicon)
    return {
        "text": words,
        "language": language_in(words),
        "question": asked.question.value,
        "confidence": None,
        "slots": slots_of(words, now=now, lexicon=lexicon),
    }


def slots_of(words: str, *, now: datetime, lexicon: Lexicon) -> dict[str, Any]:
    """Everything that the words name. The first of several stands alone, all of them beside it."""
    read = reading.read(words, now=now, lexicon=lexicon)
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


def dated(interval: Interval) -> dict[str, Any]:
    """ISO times with their offset; an open side is None. Only what was assumed says so."""
    said = {
        "start": interval.start.isoformat() if interval.start else None,
        "end": interval.end.isoformat() if interval.end else None,
        "grain": interval.grain.value,
    }
    return said if interval.said else said | {"assumed": True}
