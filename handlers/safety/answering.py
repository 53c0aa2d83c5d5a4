"""What is said to dangerous words: always the same, whoever asks and whatever is in the records."""

from handlers.safety.recognising import Danger
from handlers.texts import Say, Words


def answer_to(danger: Danger, say: Say) -> Words:
    """The fixed words; an emergency's begin with the number to call."""
    return say(f"safety-{danger.replace('_', '-')}")


def kept_instead(say: Say) -> Words:
    """What the history shows in place of the words."""
    return say("safety-not-kept")
