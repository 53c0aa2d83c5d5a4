"""The parts one can play in a demonstration, and who they are in its store."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class PersonaKey:
    """A part's name on the command line, and the id of its person, the same in every demo."""

    key: str
    person_id: int


PERSONAS = {
    key: PersonaKey(key=key, person_id=person_id)
    for key, person_id in {
        "citizen": 101,
        "chuyen-vien": 32,
        "van-thu": 38,
        "truong-phong": 30,
        "chanh-van-phong": 5,
    }.items()
}
