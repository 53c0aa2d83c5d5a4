"""Logging on the error stream: what happened and where, never what somebody wrote.

Three walls: our own lines quote nobody; of a failure the trace is written, but not its message,
which may quote what was being worked on; and what still looks like a number or an address of a
person is masked as it is written.
"""

import asyncio
import copy
import logging
import re
import sys
import traceback
from collections.abc import Iterator
from types import TracebackType
from typing import Any

from storage import link_codes

OURS = ("bot", "handlers", "scheduler", "storage")
# What a database says of a refusal that is not a value: the kind, and the rule that was broken.
SAFE_FACTS = ("sqlstate", "sqlite_errorname", "constraint_name", "errno", "status_code")
# Twelve digits are a căn cước number, nine or ten after 0 or +84 a telephone number.
IDENTITY = re.compile(r"\b(\d{4})\d{6}(\d{2})\b")
PHONE = re.compile(r"(?<![\w.])(?:\+?84|0)(?:[ .-]?\d){8,10}(?![\w.]*\d)")
EMAIL = re.compile(r"\b([\w.+-])[\w.+-]*@([\w-]+(?:\.[\w-]+)+)")

log = logging.getLogger(__name__)


class Masking(logging.Formatter):
    """Hides numbers and addresses of people, and the messages of exceptions."""

    def format(self, record: logging.LogRecord) -> str:
        """The whole event as one masked text, whoever has written it out before."""
        fresh = copy.copy(record)
        fresh.exc_text = None
        return masked(super().format(fresh))

    def formatException(self, ei: Any) -> str:  # noqa: N802 - its name in logging
        """The trace without what the exceptions say."""
        return trace(ei[1]) if ei[1] else ""


def masked(text: str) -> str:
    """`0912 345 678` becomes `09xxxx678`, `038012345611` `0380******11`, `an@x.vn` `a***@x.vn`."""
    text = IDENTITY.sub(r"\1******\2", link_codes.hidden(text))
    return EMAIL.sub(r"\1***@\2", PHONE.sub(_short, text))


def trace(error: BaseException) -> str:
    """Where it happened and of what kind it was, with what led to it."""
    return "\n".join(_told(error, set()))


def set_up(level: str) -> None:
    """Send everything of ours of at least this level to the error stream.

    Libraries speak from WARNING on: what they say at DEBUG quotes what passes through them.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(Masking("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    others = max(logging.WARNING, logging.getLevelNamesMapping()[level])
    logging.basicConfig(level=others, handlers=[handler], force=True)
    speak_from(level)
    sys.excepthook = _ends


def speak_from(level: str | int) -> None:
    """Our own packages are heard from this level on."""
    for package in OURS:
        logging.getLogger(package).setLevel(level)


def in_the_loop(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """What asyncio has to say of a task that nobody waited for; its own words quote the error."""
    log.error("a task failed unseen", exc_info=context.get("exception"))


def _ends(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
    log.critical("the program ends", exc_info=(kind, error, where))


def _short(found: re.Match[str]) -> str:
    plus = "+" if found[0].startswith("+") else ""
    digits = re.sub(r"\D", "", found[0])
    first = 3 if digits.startswith("84") else 2
    return f"{plus}{digits[:first]}xxxx{digits[-3:]}"


def _told(error: BaseException, seen: set[int]) -> Iterator[str]:
    seen.add(id(error))
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and id(before) not in seen:
        yield from _told(before, seen)
        yield "which led to"
    yield from (line.rstrip() for line in traceback.format_tb(error.__traceback__))
    facts = [str(fact) for name in SAFE_FACTS if (fact := getattr(error, name, None))]
    kind = type(error)
    yield f"{kind.__module__}.{kind.__qualname__} {' '.join(facts)}".rstrip()
    if isinstance(error, BaseExceptionGroup):
        for one in error.exceptions:
            yield from _told(one, seen)
