"""Why something is due when it is, how much working time is left, and what moved: in words."""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby

from handlers.texts import Say, Words, lines
from scheduler.calendar import ONE_DAY, WorkingCalendar
from scheduler.deadlines import TimeLeft
from scheduler.due import Due
from scheduler.left_out import LeftOut, Why
from scheduler.limits import Limit
from storage.due_times import Moved

MOST_GROUPS = 6
MOST_SIGNS = 6
RANGE = 3  # so many days in a row are told by the first and the last


def explanation(found: Due, say: Say) -> Words:
    """When it is due and how that was counted, in a few sentences.

    “Hạn: hết ngày làm việc thứ Ba 05/05/2026. Nhận 14:10 thứ Tư 29/04/2026, thời hạn 02 ngày làm
    việc; không tính ngày nhận, nghỉ lễ 30/4 và 01/5, thứ Bảy, Chủ nhật.”
    """
    provisional = found.doubt is not None
    if found.at is None:
        due = say("deadline-stopped", since=found.stopped_at)
    elif found.ends_with_day:
        due = say("deadline-by-day", day=found.at.date(), provisional=provisional)
    else:
        due = say("deadline-by-hour", at=found.at, provisional=provisional)
    return Words(f"{due} {reasons(found, say)}")


def reasons(found: Due, say: Say) -> Words:
    """How it was counted, for where the due time itself is said already."""
    told = [_from(found, say)]
    if found.start.date() < found.received_on and not found.limit.is_same_day:
        told.append(say("deadline-counts-as", day=found.received_on))
    if found.made_up:
        told.append(say("deadline-made-up", days=_days(found.made_up, say)))
    told += [
        say("deadline-paused", since=pause.began_at, until=pause.ended_at)
        for pause in found.pauses
        if pause.ended_at
    ]
    if found.fell_on:
        told.append(say("deadline-fell-on", day=found.fell_on))
    if found.doubt:
        told.append(say("deadline-doubt", day=found.doubt.day))
    return Words(" ".join(told))


def standing(seen: TimeLeft, say: Say) -> Words:
    """“Quá 2 ngày 3 giờ làm việc”, “Còn 1 ngày 4 giờ làm việc”, “Còn 35 phút”.

    The two largest of days, hours and minutes: minutes do not matter beside days.
    """
    parts = [
        say("deadline-days", number=seen.days) if seen.days else None,
        say("deadline-hours", number=seen.hours) if seen.hours else None,
        say("deadline-minutes", number=seen.minutes) if seen.minutes and not seen.days else None,
    ]
    time = Words(" ".join(part for part in parts if part))
    working = bool(seen.days or seen.hours)
    if not time:
        told = say("deadline-late-none") if seen.late else say("deadline-left-none")
    elif seen.late:
        told = say("deadline-late", time=time, working=working)
    else:
        told = say("deadline-left", time=time, working=working)
    return say("deadline-provisional", standing=told) if seen.doubt else told


def moved(found: Sequence[Moved], name: str, say: Say, calendar: WorkingCalendar) -> Words:
    """“Do nghỉ thứ Hai 23/11/2026 (…), hạn của 3 văn bản thay đổi.”, then from when to when."""
    groups = [
        (between, [one.number_sign for one in same])
        for between, same in groupby(found, lambda one: _between(one, say))
    ]
    shown = [_group(between, signs, say) for between, signs in groups[:MOST_GROUPS]]
    rest = sum(len(signs) for _, signs in groups[MOST_GROUPS:])
    return lines(
        say("deadline-moved", name=name, why=_why_moved(found, say, calendar), number=len(found)),
        *shown,
        say("deadline-moved-more", number=rest) if rest else None,
    )


def _from(found: Due, say: Say) -> Words:
    start, limit = found.start, _limit(found.limit, say)
    left_out = _left_out(found.left_out, say)
    if not left_out:
        return say("deadline-from", start=start, limit=limit)
    return say("deadline-from-without", start=start, limit=limit, days=Words(", ".join(left_out)))


def _limit(limit: Limit, say: Say) -> Words:
    if limit.cut_off:
        return say("deadline-same-day-until", time=limit.cut_off)
    if limit.is_same_day:
        return say("deadline-same-day")
    return say("deadline-limit", number=limit.number, unit=limit.unit)


def _left_out(days: Sequence[LeftOut], say: Say) -> list[Words]:
    """What was not counted, each kind once. Pauses and a moved end have sentences of their own."""
    why = {one.why for one in days}
    holidays = [one.day for one in days if one.why is Why.HOLIDAY]
    told = [say("deadline-left-out-received")] if Why.RECEIVED in why else []
    if holidays:
        told.append(say("deadline-left-out-holidays", days=_days(holidays, say)))
    for one in days:
        if one.why is Why.NOTICE and one.name:
            told.append(say("deadline-left-out-notice", day=_short(one.day), name=one.name))
        elif one.why is Why.NOTICE:
            told.append(say("deadline-left-out-notice-bare", day=_short(one.day)))
    if Why.SATURDAY in why:
        told.append(say("deadline-left-out-saturday"))
    if Why.SUNDAY in why:
        told.append(say("deadline-left-out-sunday"))
    return told


def _days(days: Iterable[dt.date], say: Say) -> Words:
    """“30/4 và 01/5”, “từ 16/02 đến 20/02”."""
    runs: list[list[dt.date]] = []
    for day in days:
        if runs and runs[-1][-1] + ONE_DAY == day:
            runs[-1].append(day)
        else:
            runs.append([day])
    told: list[Words] = []
    for run in runs:
        if len(run) >= RANGE:
            first, last = _short(run[0]), _short(run[-1])
            told.append(say("deadline-days-through", first=first, last=last))
        else:
            told += [Words(_short(day)) for day in run]
    return _joined(told, say)


def _joined(told: Sequence[Words], say: Say) -> Words:
    if len(told) < 2:
        return Words("".join(told))
    return say("deadline-and", before=Words(", ".join(told[:-1])), last=told[-1])


def _short(day: dt.date) -> str:
    """30/4, 01/5, 10/01: days below 10 and the months 1 and 2 with a zero (NĐ 30/2020, PL I)."""
    return f"{day:%d}/{day:%m}" if day.month < 3 else f"{day:%d}/{day.month}"


def _between(one: Moved, say: Say) -> tuple[dt.date | dt.datetime, dt.date | dt.datetime]:
    """From when to when: by the day, and by the hour only when the day stays."""
    before, after = one.from_at.astimezone(say.zone), one.to_at.astimezone(say.zone)
    if before.date() == after.date():
        return before, after
    return before.date(), after.date()


def _group(
    between: tuple[dt.date | dt.datetime, dt.date | dt.datetime], signs: Sequence[str], say: Say
) -> Words:
    before, after = between
    if len(signs) == 1:
        return say("deadline-moved-one", sign=signs[0], **{"from": before, "to": after})
    rest = len(signs) - MOST_SIGNS
    more = [say("deadline-moved-more", number=rest)] if rest > 0 else []
    shown = ", ".join([*signs[:MOST_SIGNS], *more])
    facts = {"from": before, "to": after, "signs": shown, "number": len(signs)}
    return say("deadline-moved-group", **facts)


def _why_moved(found: Sequence[Moved], say: Say, calendar: WorkingCalendar) -> Words:
    days = sorted({day for one in found for day in one.days})
    if not days:
        return say("deadline-moved-calendar")
    return _joined([_changed(day, say, calendar) for day in days], say)


def _changed(day: dt.date, say: Say, calendar: WorkingCalendar) -> Words:
    called = calendar.name_of(day)
    if calendar.is_working(day):
        return (
            say("deadline-moved-worked", day=day, called=called)
            if called
            else say("deadline-moved-worked-bare", day=day)
        )
    return (
        say("deadline-moved-off", day=day, called=called)
        if called
        else say("deadline-moved-off-bare", day=day)
    )
