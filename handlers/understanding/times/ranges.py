"""What stands around a time: “từ … đến …”, “trước …”, “sau …”, “kể từ …”."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from handlers.understanding.asked import Grain, Interval
from handlers.understanding.times import intervals
from handlers.understanding.times.intervals import Stretch
from handlers.understanding.times.joining import Said
from handlers.understanding.times.partial import Clock, Partial, fits
from handlers.understanding.times.resolving import resolved
from handlers.understanding.times.seen import Seen
from handlers.understanding.wording import spelt

_BEFORE = r"(?<!\w)(?:{})(?: {})?[ :]*\Z"
_WHEN = spelt("(?:ngày|lúc|khoảng|khi|là|vào|the)")


def _before(source: str, *, marked: str = "") -> re.Pattern[str]:
    """Words before a time; those that are `marked` mean something else without diacritics."""
    words = "|".join(filter(None, (spelt(source), marked)))
    return re.compile(_BEFORE.format(words, _WHEN))


_FROM = _before(
    "kể từ|tính từ|bắt đầu từ|trong khoảng từ|từ|from|since|starting|starting from|as of"
)
_SINCE = _before("since")
_BETWEEN = _before("giữa|trong khoảng|between")
_UNTIL_ITS_START = _before("trước|before|prior to|ahead of|earlier than")
_TO_AN_HOUR = _before("đến|tới")
_WEEK_OF = _before("(?:the )?week (?:of|starting|beginning|commencing)|tuần (?:của|có|chứa)")
_UNTIL_ITS_END = _before(
    "(?:cho )?(?:đến|tới) hết|cho đến|tính (?:đến|tới)|chậm nhất|muộn nhất|trễ nhất"
    "|không quá|không muộn hơn|không trễ hơn"
    "|hạn chót|hạn cuối(?: cùng)?|(?:hạn|hiệu lực|kéo dài|gia hạn|nghỉ|dời|lùi|nay|giờ) (?:đến|tới)"
    "|hết|by|until|till|up to|no later than|not later than|through|thru",
    marked="cho tới",  # “bao cho toi hom nay” tells me
)
_AFTER = _before("sau|after|later than|past", marked="quá")
_TO = re.compile(
    rf"\s*(?:{spelt('(?:cho )?(?:đến|tới)(?: hết)?|đến')}|->|→|[-–—~]|to|till|until|through|thru)"
    rf"\s*(?:{_WHEN} )?"
)
_DASH = re.compile(r"\s*[-–—~]\s*")
_AND = re.compile(rf"\s*(?:{spelt('và')}|and)\s*(?:{_WHEN} )?")
_UNTIL_NOW = re.compile(
    rf",? ?(?:{spelt('(?:cho )?(?:đến|tới) (?:nay|giờ|hiện nay|hiện tại|bây giờ|thời điểm này)')}"
    rf"|(?:{spelt('trở lại đây|lại đây')})|until now|till now|to date|up to now|so far)(?!\w)"
)
_ON = re.compile(rf",? ?(?:{spelt('trở đi|về sau|trở về sau')}|onwards?|on)(?!\w)")
_BACK = re.compile(rf",? ?(?:{spelt('trở về trước|về trước|trở lại|đổ lại')}|or earlier)(?!\w)")
# “từ 5 đến 10/11”, “8-10h”: the first is only a number
_NUMBER_TO = re.compile(
    rf"(?<![\w/.,:-])(?:{spelt('(?:từ )?(?:ngày )?')})?(?:from |between )?(?P<number>\d{{1,2}}) ?"
    rf"(?:{spelt('đến|tới')}|[-–—]|to|and) ?(?:{_WHEN} )?\Z"
)
_LIST_BEFORE = re.compile(
    rf"(?<!\w){spelt('ngày')} (?:\d{{1,2}}(?:, ?|,? {spelt('và')} |,? {spelt('ngày')} ))+\Z"
)
_NUMBER = re.compile(r"\d+")
_DAY_FIELDS = ("day", "weekday", "turn", "frame", "day_of_month", "month", "year", "lunar", "nth")


@dataclass(frozen=True, kw_only=True)
class FoundTime:
    """A time, and the characters of the tidied words that name it."""

    start: int
    end: int
    interval: Interval


def found(said: Sequence[Said], lowered: str, seen: Seen) -> list[FoundTime]:
    """The times that are meant, in their order: ranges as one, one-sided ones left open."""
    times: list[FoundTime] = []
    at = 0
    while at < len(said):
        if times and said[at].start < times[-1].end:  # the “now” of “until now”
            at += 1
            continue
        pair = _range(said[at], said[at + 1], lowered, seen) if at + 1 < len(said) else None
        if pair:
            times.append(pair)
            at += 2
            continue
        if listed := _listed(said[at], lowered, seen):
            times = [one for one in times if one.end < listed[0].start] + listed
        if one := _with_number(said[at], lowered, seen) or _one(said[at], lowered, seen):
            times.append(one)
        at += 1
    return [one for at, one in enumerate(times) if one.interval not in _intervals(times[:at])]


def _intervals(times: Sequence[FoundTime]) -> list[Interval]:
    return [one.interval for one in times]


def _listed(last: Said, lowered: str, seen: Seen) -> list[FoundTime]:
    """The days of “ngày 12, 13 và 14/10” before its last one."""
    listed = _LIST_BEFORE.search(lowered, 0, last.start)
    if listed is None or not last.partial.day_of_month:
        return []
    times = []
    for number in _NUMBER.finditer(lowered, listed.start(), listed.end()):
        one = resolved(replace(last.partial, day_of_month=int(number[0]), weekday=None), seen)
        if one:
            times.append(
                FoundTime(start=number.start(), end=number.end(), interval=one.as_interval())
            )
    return times


# --- Two of them --------------------------------------------------------------------------------


def _range(first: Said, last: Said, lowered: str, seen: Seen) -> FoundTime | None:
    """“từ thứ 2 đến thứ 4 tuần sau”: what one of them leaves unsaid, the other one says."""
    gap = lowered[first.end : last.start]
    between = _BETWEEN.search(lowered, 0, first.start)
    opened = _FROM.search(lowered, 0, first.start) or between
    if not (_TO.fullmatch(gap) or (between and _AND.fullmatch(gap))):
        return None
    if _UNTIL_NOW.match(lowered, first.end):
        return None
    if _DASH.fullmatch(gap) and first.partial.has_hours != last.partial.has_hours:
        return None
    interval = _spanning(first.partial, last.partial, seen)
    if interval is None:
        return None
    start = opened.start() if opened else first.start
    return FoundTime(start=start, end=last.end, interval=interval)


def _with_number(last: Said, lowered: str, seen: Seen) -> FoundTime | None:
    number = _NUMBER_TO.search(lowered, 0, last.start)
    if number is None:
        return None
    value = int(number["number"])
    if last.partial.clock and value <= 24 and not last.partial.day_of_month:
        first = replace(last.partial, clock=Clock(hour=value))
    elif last.partial.day_of_month and 1 <= value < last.partial.day_of_month:
        first = replace(last.partial, day_of_month=value)
    else:
        return None
    interval = _spanning(first, last.partial, seen)
    if interval is None:
        return None
    return FoundTime(start=number.start(), end=last.end, interval=interval)


def _spanning(first: Partial, last: Partial, seen: Seen) -> Interval | None:
    first_said = _completed(first, last)
    for candidate in dict.fromkeys((_with_part_of(first_said, last), first_said)):
        start = resolved(candidate, seen)
        end = start and _resolved_after(_completed(last, first, hours_only=True), start.start, seen)
        if start and end and start.start < (until := _until(end, last)):
            is_said = start.said and end.said
            return Interval(start=start.start, end=until, grain=Grain.SPAN, said=is_said)
    return None


def _completed(one: Partial, other: Partial, *, hours_only: bool = False) -> Partial:
    """What it leaves unsaid, as the other one says it: the month, the week, the day of an hour."""
    if one.whole or other.whole:
        return one
    if one.has_hours and not one.has_day:
        return replace(one, **{name: getattr(other, name) for name in _DAY_FIELDS})
    if hours_only:
        return one
    if one.weekday is not None and one.frame is None and one.turn is None:
        return replace(one, frame=other.frame, turn=other.turn)
    if one.day_of_month is not None and one.month is None and one.frame is None:
        return replace(
            one, month=other.month, year=other.year, frame=other.frame, lunar=other.lunar
        )
    if one.year is None and (one.month is not None or one.quarter is not None):
        frame = one.frame or (other.frame if other.month or other.quarter else None)
        return replace(one, year=other.year, frame=frame, lunar=one.lunar or other.lunar)
    return one


def _with_part_of(one: Partial, other: Partial) -> Partial:
    """“Từ 8h đến 10h tối” is all in the evening."""
    is_alike = one.clock and one.part is None and other.clock and other.part
    if is_alike and one.clock and other.part and fits(one.clock, other.part):
        return replace(one, part=other.part)
    return one


def _resolved_after(said: Partial, start: datetime, seen: Seen) -> Stretch | None:
    """The first one that is not over when the range begins."""
    found = resolved(said, seen)
    if found and found.end <= start:
        return resolved(said, replace(seen, now=start, past=False))
    from_there = resolved(said, replace(seen, now=start, past=False))
    is_vague = said.weekday is not None and said.frame is None and said.turn is None
    return from_there if is_vague else found


def _until(found: Stretch, said: Partial) -> datetime:
    """Where a range ends that goes to it: a clock's time is reached, a day is lived through."""
    return found.start if said.clock else found.end


# --- One of them --------------------------------------------------------------------------------


def _one(said: Said, lowered: str, seen: Seen) -> FoundTime | None:
    start, end = said.start, said.end
    until_now = _UNTIL_NOW.match(lowered, end)
    tells_of_what_was = until_now or _SINCE.search(lowered, 0, start)
    time = resolved(said.partial, replace(seen, past=seen.past or bool(tells_of_what_was)))
    if time is None:
        return None
    if week := _WEEK_OF.search(lowered, 0, start):
        whole = intervals.week_of(time.first_day, seen.now).as_interval()
        return FoundTime(start=week.start(), end=end, interval=whole)
    if until_now and time.start < seen.now:
        opened = _FROM.search(lowered, 0, start)
        today = intervals.day(seen.today, seen.now)
        since_then = Interval(start=time.start, end=today.end, grain=Grain.SPAN)
        start = opened.start() if opened else start
        return FoundTime(start=start, end=until_now.end(), interval=since_then)
    for words, sides in _BEFORE_IT:
        before = words.search(lowered, 0, start)
        if before and (open_sides := sides(time, said.partial)):
            on = _ON.match(lowered, end)
            return _open(before.start(), on.end() if on else end, *open_sides)
    for words, sides in _AFTER_IT:
        if (after := words.match(lowered, end)) and (open_sides := sides(time, said.partial)):
            return _open(start, after.end(), *open_sides)
    return FoundTime(start=start, end=end, interval=time.as_interval())


Sides = tuple[datetime | None, datetime | None]
_BEFORE_IT: tuple[tuple[re.Pattern[str], Callable[[Stretch, Partial], Sides | None]], ...] = (
    (_FROM, lambda time, _: (time.start, None)),
    (_UNTIL_ITS_START, lambda time, _: (None, time.start)),
    (_UNTIL_ITS_END, lambda time, said: (None, _until(time, said))),
    # “văn bản đến hôm nay” came in today, but “đến 17h” ends then
    (_TO_AN_HOUR, lambda time, said: (None, time.start) if said.clock else None),
    (_AFTER, lambda time, said: (_until(time, said), None)),
)
_AFTER_IT: tuple[tuple[re.Pattern[str], Callable[[Stretch, Partial], Sides | None]], ...] = (
    (_ON, lambda time, _: (time.start, None)),
    (_BACK, lambda time, _: (None, time.end)),
)


def _open(start: int, end: int, since: datetime | None, until: datetime | None) -> FoundTime:
    interval = Interval(start=since, end=until, grain=Grain.SPAN)
    return FoundTime(start=start, end=end, interval=interval)
