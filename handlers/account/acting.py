"""“Thay mặt anh Bình”, “thôi thay mặt” · A secretary asks and answers for a leader, openly.

Whether they may, and from when on, is decided before understanding (`bot/behalf.py`), so that the
whole answer has the leader's rights; here it is put into words.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any, assert_never

from aiogram import Router
from aiogram.filters import Filter
from aiogram.methods import SendMessage

from handlers.filters import answers
from handlers.replies import Answer
from handlers.texts import Say, Words, lines
from storage.behalf import Leader
from storage.link_rules import LinkRules

router = Router(name=__name__)
MINUTE = timedelta(minutes=1)


class Outcome(StrEnum):
    """What became of the wish to speak for somebody, or no longer."""

    BEGAN = "began"
    ENDED = "ended"
    NOT_ACTING = "not_acting"  # so there was nothing to end
    WHICH = "which"  # of several
    REFUSED = "refused"


@dataclass(frozen=True)
class Turning:
    """The outcome, and who may be meant."""

    outcome: Outcome
    leaders: tuple[Leader, ...] = ()


class Turned(Filter):
    """The message spoke of speaking for somebody, and of nothing else."""

    async def __call__(self, _event: Any, turned: Turning | None = None) -> bool:
        return turned is not None


@answers(router.message, Turned())
async def turn(turned: Turning, say: Say, answer: Answer, link_rules: LinkRules) -> SendMessage:
    """Say from now on for whom the assistant answers."""
    return answer(_words(turned, say, link_rules.acting_lasts // MINUTE))


def _words(turned: Turning, say: Say, minutes: int) -> Words:
    match turned.outcome:
        case Outcome.BEGAN:
            return say("acting-began", minutes=minutes)
        case Outcome.ENDED:
            return say("acting-ended")
        case Outcome.NOT_ACTING:
            return say("acting-not")
        case Outcome.WHICH:
            known = [say("acting-one", name=one.name, title=one.title) for one in turned.leaders]
            return lines(say("acting-which"), *known, say("acting-which-example"))
        case Outcome.REFUSED:
            return say("acting-refused")
    assert_never(turned.outcome)
