"""Days and hours as they are said in English: “tomorrow afternoon”, “next Friday at 3 pm”."""

from collections.abc import Callable
from re import Match

from handlers.understanding.times import intervals, numbers
from handlers.understanding.times.english_spans import MONTH, MONTHS, SHIFTS, YEAR
from handlers.understanding.times.intervals import DAY
from handlers.understanding.times.partial import Clock, Part, Partial
from handlers.understanding.times.reader import Reader, says
from handlers.understanding.times.resolving import days_until
from handlers.understanding.times.seen import Seen
from handlers.understanding.wording import pattern

_PARTS = {
    "mornig": Part.MORNING, "morning": Part.MORNING, "noon": Part.NOON, "afternoon": Part.AFTERNOON,
    "evening": Part.EVENING, "night": Part.NIGHT,
}  # fmt: skip
_PART = "|".join(_PARTS)
_WEEKDAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
_WEEKDAY = (
    "(?P<weekday>mondays?|tuesdays?|(?:wed?nesday|wednsday|wensday)s?|thursdays?|fridays?|saturdays?|sundays?"
    r"|tues|tue|thurs|fri|(?:(?<=\bon )|(?<=\bby )|(?<=\bnext )|(?<=\bthis )|(?<=\blast )"
    r"|(?<=\buntil )|(?<=\bfrom )|(?<=\bto )|(?<=\bbefore )|(?<=\bafter )|(?<=\bsince )"
    r"|(?<=\band )|(?<=-))"
    "(?:mon|wed|sat|sun|thu))"  # words of Vietnamese as well: “món”, “sắt”
)
_FIRST = r"(?P<first>\d{1,2})(?:st|nd|rd|th)?"
_UNTIL = "(?: ?[-–] ?| (?:to|until|till|thru|through|and) )(?:the )?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WHICH = "|".join(SHIFTS)
_TOMORROW = "tom+or+ow|tmrw?"  # however it is misspelt
_HALF_DAY = r"(?P<half_day>a\.?m\.?|p\.?m\.?)"


def _away(count: int) -> Callable[[Match[str], Seen], Partial]:
    def read(_: Match[str], seen: Seen) -> Partial:
        return Partial(day=seen.today + count * DAY)

    return read


def _part_today(found: Match[str], seen: Seen) -> Partial:
    return Partial(day=seen.today, part=_PARTS[found["part"]])


def _weekday(found: Match[str], seen: Seen) -> Partial:
    """“Friday” is the coming one, “next Friday” that of next week."""
    weekday = _WEEKDAYS.index(found["weekday"][:2])
    shift = SHIFTS.get(found["which"] or "")
    if found["which"] in {"coming", "upcoming"}:
        return Partial(weekday=weekday, turn=0)
    if shift == -1:
        return Partial(weekday=weekday, turn=-1)
    if shift is None:
        return Partial(weekday=weekday)
    return Partial(weekday=weekday, frame=intervals.around(seen.today, "week", shift, seen.now))


def _date(found: Match[str], _: Seen) -> Partial | None:
    day, month, year = int(found["day"]), found["month"], found["year"]
    number = int(month) if month.isdigit() else MONTHS.index(month[:3]) + 1
    if intervals.a_date(int(year) if year else 2000, number, day) is None:
        return None
    return Partial(day_of_month=day, month=number, year=int(year) if year else None)


def _days(found: Match[str], seen: Seen) -> Partial | None:
    said = _date(found, seen)
    return days_until(int(found["first"]), said, seen) if said else None


def _day_of_month(found: Match[str], _: Seen) -> Partial | None:
    day = int(found["day"] or found["bare"])
    return Partial(day_of_month=day) if 1 <= day <= 31 else None


def _clock(found: Match[str], _: Seen) -> Partial | None:
    said = found.groupdict()
    hour = numbers.english(said["hour"])
    minute = int(said["minute"]) if said.get("minute") else None
    side = (said.get("half_day") or "").replace(".", "")
    if said.get("before_after"):
        minutes = {"half": 30, "quarter": 15}.get(said["minutes"]) or numbers.english(
            said["minutes"].removesuffix(" minutes")
        )
        is_to = said["before_after"] == "to"
        hour, minute = (hour - 1, 60 - minutes) if is_to else (hour, minutes)
    if side == "pm" and hour < 12:
        hour += 12
    elif side == "am" and hour == 12:
        hour = 0
    if hour > 24 or (minute or 0) > 59:
        return None
    return Partial(clock=Clock(hour=hour, minute=minute, sure=bool(side)))


def _is_small(words: str) -> bool:
    return 1 <= numbers.english(words) <= 12


READERS = (
    Reader(
        looks=pattern("right now|now|at the moment"),
        read=lambda _, seen: Partial(whole=intervals.moment(seen.now)),
    ),
    Reader(looks=pattern("today"), read=_away(0)),
    Reader(
        looks=pattern("ton(?:ight|ite)"),
        read=lambda _, seen: Partial(day=seen.today, part=Part.EVENING),
    ),
    Reader(looks=pattern(_TOMORROW), read=_away(1)),
    Reader(looks=pattern(f"(?:the )?day after (?:{_TOMORROW})"), read=_away(2)),
    Reader(looks=pattern("yesterday"), read=_away(-1)),
    Reader(looks=pattern("(?:the )?day before yesterday"), read=_away(-2)),
    Reader(
        looks=pattern("last night"),
        read=lambda _, seen: Partial(day=seen.today - DAY, part=Part.EVENING),
    ),
    Reader(looks=pattern(f"this (?P<part>{_PART})"), read=_part_today),
    Reader(
        looks=pattern("(?:in the |at )?(?P<part>mornin?g|afternoon|evening|night)"),
        read=lambda found, _: Partial(part=_PARTS[found["part"]], weak=True),
    ),
    Reader(looks=pattern("midnight"), read=says(clock=Clock(hour=24))),
    Reader(
        looks=pattern("(?:during )?(?:office|business|working) hours"),
        read=says(part=Part.OFFICE_HOURS, weak=True),
    ),
    Reader(looks=pattern(f"(?:(?P<which>{_WHICH}) )?{_WEEKDAY}"), read=_weekday),
    Reader(
        looks=pattern(rf"(?:from |between )?{_FIRST}{_UNTIL}{_DAY}(?: of)? {MONTH}{YEAR}"),
        read=_days,
    ),
    Reader(
        looks=pattern(rf"(?:from |between )?{MONTH}(?: the)? {_FIRST}{_UNTIL}{_DAY}{YEAR}(?!\d)"),
        read=_days,
    ),
    Reader(looks=pattern(rf"(?:the )?{_DAY}(?: of)? {MONTH}{YEAR}"), read=_date),
    Reader(looks=pattern(rf"{MONTH}(?: the)? {_DAY}(?!\d| ?(?::|am|pm)){YEAR}"), read=_date),
    Reader(
        looks=pattern(r"(?P<year>(?:19|20)\d\d)[-/](?P<month>\d\d)[-/](?P<day>\d\d)"), read=_date
    ),
    Reader(
        looks=pattern(
            r"(?:on |(?<=by )|(?<=until )|(?<=before )|(?<=after )|(?<=from )|(?<=since )|(?<=to ))"
            r"the (?P<day>\d{1,2})(?:st|nd|rd|th)"
            r"|the (?P<bare>\d{1,2})(?:st|nd|rd|th)(?= of|[,.?!]|$)"
        ),
        read=_day_of_month,
    ),
    Reader(
        looks=pattern("(?:at )?(?:12 )?noon|midday"),
        read=says(clock=Clock(hour=12, sure=True)),
    ),
    Reader(
        looks=pattern(
            "(?:(?:the )?end of (?:the )?(?:working |business )?day|eod|close of business|cob)"
        ),
        read=says(part=Part.CLOSING),
    ),
    Reader(
        looks=pattern(rf"(?:at )?(?P<hour>1[0-2]|0?\d)(?:[:.](?P<minute>[0-5]\d))? ?{_HALF_DAY}"),
        read=_clock,
    ),
    Reader(
        looks=pattern(rf"(?:at )?(?P<hour>{numbers.ENGLISH}) o.?clock(?: {_HALF_DAY})?"),
        read=_clock,
    ),
    Reader(looks=pattern(r"at (?P<hour>1\d|2[0-3]|0?\d)(?![:/.,-]?\d)"), read=_clock),
    Reader(
        looks=pattern(
            rf"(?:at )?(?P<minutes>half|(?:a )?quarter|(?:{numbers.ENGLISH})(?: minutes)?)"
            rf" (?P<before_after>past|to) (?P<hour>{numbers.ENGLISH})(?: ?{_HALF_DAY})?"
        ),
        read=lambda found, seen: _clock(found, seen) if _is_small(found["hour"]) else None,
        not_after=frozenset({"from", "between"}),
    ),
)
