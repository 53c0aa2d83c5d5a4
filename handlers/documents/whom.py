"""How a unit or a person is called, by what the lexicon knows of the office."""

from handlers.understanding.asked import Lexicon


def unit_named(unit_id: int | None, lexicon: Lexicon) -> str:
    """“Phòng Nội chính”; empty for none."""
    return next((unit.name for unit in lexicon.units if unit.id == unit_id), "")


def person_named(person_id: int | None, lexicon: Lexicon) -> str:
    """“Nguyễn Văn Bình”; empty for nobody."""
    return next((person.name for person in lexicon.people if person.id == person_id), "")
