"""From words to a question. Pure: no messenger, no database, no network."""

from handlers.understanding.intents import understand

__all__ = ["understand"]
