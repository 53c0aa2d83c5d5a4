"""How people are called: those of the office “đồng chí”, everybody else with courtesy."""

from handlers.texts import Say, Words
from storage.viewer import STAFF, Role


def you(role: Role, say: Say) -> Words:
    """Whoever is spoken to, in the middle of a sentence."""
    return say("address-you", staff=role in STAFF)


def official(name: str, role: Role, say: Say) -> Words:
    """Somebody of the office by name, told to a person of this role."""
    return say("address-official", staff=role in STAFF, name=name)
