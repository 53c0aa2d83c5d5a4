"""What is left of an answer where little may be said: numbers, dates, and what is public."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from handlers.texts import Say, Words, lines
from storage.models import ItemKind, Noun

NOUN_OF = {
    ItemKind.MEETING: Noun.MEETINGS,
    ItemKind.DOCUMENT: Noun.DOCUMENTS,
    ItemKind.DOSSIER: Noun.DOSSIERS,
    ItemKind.PETITION: Noun.PETITIONS,
}


class Meaning(StrEnum):
    """What the date beside a number says."""

    DUE = "due"
    DATED = "dated"
    RECEIVED = "received"
    DONE = "done"
    HELD = "held"  # a meeting


@dataclass(frozen=True, kw_only=True)
class Reference:
    """One record by what tells nothing of it to others: its number and a date."""

    noun: Noun
    number: str = ""  # số, ký hiệu or code; a meeting has none
    day: dt.date | None = None
    meaning: Meaning = Meaning.DUE
    time: str = ""  # of a meeting: “08:30”, “Sáng”
    place: int | None = None  # its number in a list, which the buttons name
    item: tuple[str, int] | None = None  # what can be done something about by that number


@dataclass(frozen=True)
class Open:
    """Words that may be read by anybody anywhere: public records, our own sentences."""

    words: Words


@dataclass(frozen=True)
class Figure:
    """A line of numbers about many records of one noun, said where its numbers and dates are."""

    noun: Noun
    words: Words


Brief = Sequence[Reference | Open | Figure]


def worded(item: Reference | Open | Figure, say: Say, today: dt.date) -> Words:
    """“1. 1234/BNV-CCHC: đến hạn hôm nay”."""
    if isinstance(item, Open | Figure):
        return item.words
    number = say("reference-meeting", time=item.time) if item.noun is Noun.MEETINGS else item.number
    told = say(
        "reference",
        number=number,
        has_day=item.day is not None,
        day=item.day or today,
        meaning=_meaning(item, today),
    )
    return told if item.place is None else say("reference-in-list", place=item.place, told=told)


def list_of(brief: Brief, say: Say, today: dt.date) -> Words:
    """One below the other."""
    return lines(*(worded(item, say, today) for item in brief))


def question_about(brief: Brief, say: Say) -> Words | None:
    """What to ask on our own page for more of it; None unless it is about one record."""
    named = [item for item in brief if isinstance(item, Reference)]
    if len(named) != 1:
        return None
    if named[0].noun is Noun.MEETINGS:
        return say("reference-question-meetings", day=named[0].day) if named[0].day else None
    return say("reference-question", noun=named[0].noun, number=named[0].number)


def _meaning(item: Reference, today: dt.date) -> str:
    if item.meaning is not Meaning.DUE or item.day is None or item.day > today:
        return item.meaning.value
    return "today" if item.day == today else "late"
