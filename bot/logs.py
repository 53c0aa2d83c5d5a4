"""Logging on the error stream; numbers that name a person are masked as they are written."""

import logging
import re

# Twelve digits are a căn cước number, ten or eleven after 0 or +84 a telephone number.
IDENTITY = re.compile(r"\b(\d{4})\d{6}(\d{2})\b")
CHATTY = ("aiogram.event", "alembic", "apscheduler", "httpx", "uvicorn.error", "uvicorn.access")
PHONE = re.compile(r"(?<![\d.])((?:\+?84|0)\d)\d{4,6}(\d{3})\b")


class Masking(logging.Formatter):
    """Hides the middle of telephone and identity numbers, also in a traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """The whole event as one masked text."""
        return masked(super().format(record))


def masked(text: str) -> str:
    """`0912345678` becomes `09xxxx678`, `038012345611` becomes `0380******11`."""
    return PHONE.sub(r"\1xxxx\2", IDENTITY.sub(r"\1******\2", text))


def set_up(level: str) -> None:
    """Send everything of at least this level to the error stream."""
    handler = logging.StreamHandler()
    handler.setFormatter(Masking("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for chatty in CHATTY:
        quieter = logging.getLogger(chatty)
        quieter.setLevel(max(logging.WARNING, quieter.getEffectiveLevel()))
