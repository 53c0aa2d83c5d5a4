"""Before anybody is answered: what the phrases teach has been learnt from them as they are now."""

import asyncio
import logging
import sys
from pathlib import Path

from handlers.understanding import weights

ROOT = Path(__file__).parents[1]

log = logging.getLogger(__name__)


class LearningError(Exception):
    """The phrases could not be learnt. Its text is one sentence for a person."""


async def learn_if_changed() -> None:
    """Learn, in a process of its own, if a phrase was changed since; it takes some 15 seconds."""
    if await asyncio.to_thread(weights.are_fresh):
        return
    log.info("the phrases have changed: learning how questions are asked")
    learning = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "handlers.understanding.training",
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    _, wrong = await learning.communicate()
    if learning.returncode:
        raise LearningError(wrong.decode().strip().rpartition("\n")[2])
    weights.weights.cache_clear()
