"""Who is told when of what happened to a dossier that they follow, and of one that will be late."""

import datetime as dt
from collections.abc import Sequence
from itertools import groupby

from sqlmodel.ext.asyncio.session import AsyncSession

from scheduler.calendar import WorkingCalendar
from scheduler.follow_rules import USUAL_FOLLOWING, FollowRules
from scheduler.timetable import USUAL_TIMES, Timetable
from storage import apologies, follow_news
from storage.channel_budgets import PRESSING_STEPS
from storage.document_changes import CAN_BE_UNDONE
from storage.follow_news import Untold


async def plan_news(
    db: AsyncSession,
    *,
    now: dt.datetime,
    times: Timetable = USUAL_TIMES,
    rules: FollowRules = USUAL_FOLLOWING,
) -> int:
    """Plan what followers are told now; gives how many messages have something new.

    Call it every minute; commit afterwards and wake the outbox. `now` is in the office's zone.
    """
    planned = 0
    untold = await follow_news.untold(
        db, after=now - rules.news_lasts, settled_before=now - CAN_BE_UNDONE
    )
    for _, group in groupby(untold, key=lambda one: (one.account_id, one.dossier_id)):
        steps = list(group)
        if not _is_time(steps, now, rules):
            continue
        any_hour = rules.wakes_for_pressing and _is_pressing(steps)
        send_at = now if any_hour else times.after_night(now)
        planned += await follow_news.tell(db, steps, now=now, send_at=send_at, any_hour=any_hour)
    return planned


def _is_time(steps: Sequence[Untold], now: dt.datetime, rules: FollowRules) -> bool:
    """They are not gathered any longer; what a wrong clock has put into the future is not at all.

    A dossier that was handed in online is never made to wait.
    """
    first = min(step.at for step in steps)
    gathering = now - rules.gather < first <= now
    return not gathering or _is_pressing(steps) or steps[0].online


def _is_pressing(steps: Sequence[Untold]) -> bool:
    """The follower has something to do: what tells of it waits for nothing else."""
    return any(step.state in PRESSING_STEPS for step in steps)


async def plan_drafts(
    db: AsyncSession,
    *,
    now: dt.datetime,
    calendar: WorkingCalendar,
    times: Timetable = USUAL_TIMES,
    rules: FollowRules = USUAL_FOLLOWING,
) -> int:
    """Plan drafts of apologies for whoever holds what is due before long; how many messages.

    On the morning of a working day, with the briefs: all of a person in one message, each once for
    its due version, and only before the due time: an apology after it is none. Called again on
    that day it plans what is new since. Commit afterwards and wake the outbox.
    """
    today = now.date()
    too_early = not calendar.is_working(today) or now.time() < times.brief_at
    if too_early or not rules.warns_before:
        return 0
    last = calendar.add_working_days(today, rules.warns_before)
    return await apologies.plan_drafts(db, now=now, last=last)
