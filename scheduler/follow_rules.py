"""What an office sets about dossiers that are followed, and about those that will be late."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class FollowRules:
    """How soon followers are told, and when an apology is drafted."""

    gather: dt.timedelta = dt.timedelta(hours=1)
    """Steps within this time are told together; a dossier handed in online is told of at once,
    as NĐ 224/2026 Đ.15.1g wants it."""

    wakes_for_pressing: bool = False
    """Papers or money that are asked for, and a result, are told in the quiet hours too."""

    news_lasts: dt.timedelta = dt.timedelta(days=7)
    """What happened longer ago is no news: an import may bring years of it."""

    warns_before: int = 1
    """Working days before its due time at which the draft of an apology is made; 0: none is."""

    proposes: int = 3
    """Working days after the old due day that the draft proposes as the new one."""


USUAL_FOLLOWING = FollowRules()
