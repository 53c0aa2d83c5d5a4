"""What the numbers mean by which an Official Account is refused, and what is done about each.

Collected from several clients of live systems; what is not here is a fault of ours.
"""

from enum import Enum, auto
from typing import Any

from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
)
from aiogram.methods import TelegramMethod

from bot.channels import NotNowError
from storage.models import ChannelTroubleKind
from storage.troubles import NO_BUDGET

SECONDS_WHEN_BUSY = 5
AN_HOUR = 3600


class Meaning(Enum):
    """What a refusal says."""

    TOKEN_DEAD = auto()  # the access token: renew it once and say it again
    GRANT_DEAD = auto()  # the refresh token: a person must authorise again
    BUSY = auto()
    TOO_LONG = auto()
    EXPIRED = auto()  # what was uploaded: upload it again
    UNREACHABLE = auto()  # this person: not a follower, muted, too long ago
    QUOTA = auto()
    ADMINISTRATION = auto()
    KIND = auto()  # of message: say it as text
    NIGHT = auto()
    OLD_WAY = auto()  # only the older address speaks for this kind of account
    FAULT = auto()  # parameters, policy, a template: it would be refused again


_CODES: dict[Meaning, tuple[int, ...]] = {
    Meaning.TOKEN_DEAD: (-124, -216, -220, 216, -401, 401),
    Meaning.GRANT_DEAD: (-118, -14014),
    Meaning.BUSY: (-32,),
    Meaning.TOO_LONG: (-210,),
    Meaning.EXPIRED: (-100,),
    Meaning.UNREACHABLE: (-213, -227, -230, -231, -232, -244),
    Meaning.QUOTA: (-211, -218, -144, -147),
    Meaning.ADMINISTRATION: (
        *(-221, -224),  # not verified, package too low
        *(-204, -205, -209, -212, -219, -223),  # app and account are not joined
        *(-240, -242, -320, -321),  # old way closed, proof of the secret, Zalo Cloud
    ),
    Meaning.KIND: (-233,),
    Meaning.NIGHT: (-234, -133),
    Meaning.OLD_WAY: (-235,),
}
_MEANINGS = {code: meaning for meaning, codes in _CODES.items() for code in codes}
_AUTHORISE, _ARRANGE = str(ChannelTroubleKind.AUTHORISE), str(ChannelTroubleKind.ADMINISTRATION)
TROUBLES = {
    Meaning.GRANT_DEAD: ChannelTroubleKind.AUTHORISE,
    Meaning.QUOTA: ChannelTroubleKind.QUOTA,
    Meaning.ADMINISTRATION: ChannelTroubleKind.ADMINISTRATION,
}


class RefusedError(TelegramBadRequest):
    """It was refused and would be again; `code` is Zalo's number, and says why."""

    def __init__(self, method: TelegramMethod[Any], code: int, message: str = "") -> None:
        super().__init__(method, f"{code} {message}".strip())
        self.code = code

    @property
    def meaning(self) -> Meaning:
        """What the number says."""
        return meaning_of(self.code)


def meaning_of(code: int) -> Meaning:
    """What a number says; a fault where nobody knows."""
    return _MEANINGS.get(code, Meaning.FAULT)


def error_of(
    method: TelegramMethod[Any], code: int, message: str, *, morning: int, tomorrow: int
) -> TelegramAPIError:
    """The refusal as aiogram would say it; seconds until six in the morning, and until midnight."""
    match meaning_of(code):
        case Meaning.BUSY:
            return TelegramRetryAfter(method, message, retry_after=SECONDS_WHEN_BUSY)
        case Meaning.UNREACHABLE:
            return TelegramForbiddenError(method, str(code))
        case Meaning.QUOTA:
            return NotNowError(method, NO_BUDGET, seconds=tomorrow, code=str(code))
        case Meaning.NIGHT:
            return NotNowError(method, "night", seconds=morning, code=str(code))
        case Meaning.TOKEN_DEAD | Meaning.GRANT_DEAD:
            return NotNowError(method, _AUTHORISE, seconds=AN_HOUR, code=str(code))
        case Meaning.ADMINISTRATION:
            return NotNowError(method, _ARRANGE, seconds=AN_HOUR, code=str(code))
        case _:
            return RefusedError(method, code, message)
