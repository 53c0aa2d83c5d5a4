"""Longer times, and counted ones, in English: “next week”, “Q3 2026”, “in 3 working days”."""

from dataclasses import replace
from re import Match

from handlers.understanding.asked import Grain
from handlers.understanding.times import intervals, numbers
from handlers.understanding.times.counting import HALF_A_YEAR, point, stretch, years
from handlers.understanding.times.intervals import DAY, Stretch, Unit
from handlers.understanding.times.partial import Edge, Nth, Partial
from handlers.understanding.times.reader import Reader
from handlers.understanding.times.seen import Seen
from handlers.understanding.wording import pattern

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    "(?P<month>january|february|march|april|may|june|july|august|september|october|november"
    "|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)"
)
_MONTH_WORD = MONTH.replace("?P<month>", "?:")
_AFTER_ONE_OF = (
    "(?:"
    + "|".join(
        f"(?<={word} )"
        for word in [
            "in",
            "since",
            "until",
            "by",
            "of",
            "from",
            "to",
            "before",
            "after",
            "this",
            "during",
            "for",
            "and",
            "with",
            "vs",
            "versus",
            "than",
        ]
    )
    + ")"
)
SHIFTS = {"this": 0, "current": 0, "next": 1, "coming": 1, "following": 1, "upcoming": 1}
SHIFTS |= {"last": -1, "previous": -1, "past": -1}
_WHICH = "|".join(SHIFTS)
_COUNT = f"(?P<count>{numbers.ENGLISH})"
_UNIT = "(?P<unit>minute|min|hour|(?:working|business) day|day|week|month|quarter|year)s?"
_UNITS: dict[str, Unit] = {
    "minute": "minute", "min": "minute", "hour": "hour", "working day": "working day",
    "business day": "working day", "day": "day", "week": "week", "wk": "week", "month": "month",
    "quarter": "quarter", "year": "year",
}  # fmt: skip
YEAR = r"(?:,? (?:of )?(?P<year>(?:19|20)\d\d))?"
_EDGES = {
    "early": Edge.START, "beginning of": Edge.START, "start of": Edge.START,
    "mid": Edge.MIDDLE, "middle of": Edge.MIDDLE, "late": Edge.END, "end of": Edge.END,
}  # fmt: skip
_EDGE = (
    "(?:(?:at )?(?:the )?(?P<edge>early|beginning of|start of|mid|middle of|late|end of)"
    "[ -](?:in )?(?:the )?)?"
)
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4,
             "4th": 4, "last": -1}  # fmt: skip
_ORDINAL = f"(?P<ordinal>{'|'.join(_ORDINALS)})"


def _around(found: Match[str], seen: Seen) -> Partial:
    shift = SHIFTS.get(found["which"] or "this", 0)
    frame = intervals.around(seen.today, _UNITS[found["unit"]], shift, seen.now)
    return Partial(frame=frame, edge=_edge(found))


def _weekend(found: Match[str], seen: Seen) -> Partial:
    shift = SHIFTS.get(found["which"] or "this", 0)
    return Partial(frame=intervals.around(seen.today, "week", shift, seen.now), edge=Edge.END)


def _edge(found: Match[str]) -> Edge | None:
    said = found.groupdict().get("edge")
    return _EDGES[said] if said else None


def _named_month(found: Match[str], _: Seen) -> Partial:
    year = found["year"]
    number = MONTHS.index(found["month"][:3]) + 1
    return Partial(month=number, year=int(year) if year else None, edge=_edge(found))


def _quarter(found: Match[str], _: Seen) -> Partial:
    said, year = found["quarter"], found["year"]
    return Partial(quarter=_ORDINALS.get(said) or int(said), year=int(year) if year else None)


def _numbered_week(found: Match[str], seen: Seen) -> Partial | None:
    year = int(found["year"]) if found["year"] else seen.today.year
    frame = intervals.week(year, int(found["number"]), seen.now)
    return Partial(frame=frame) if frame else None


def _a_year(found: Match[str], _: Seen) -> Partial:
    return Partial(year=int(found["year"]))


def _half(found: Match[str], _: Seen) -> Partial:
    year = found["year"] or found["in_year"]
    is_end = found["half"] in {"second", "last", "2nd"}
    months = numbers.english(found["months"]) if found["months"] else HALF_A_YEAR
    return Partial(months=-months if is_end else months, year=int(year) if year else None)


def _rest(found: Match[str], seen: Seen) -> Partial:
    """From today to the end of what runs."""
    whole = intervals.around(seen.today, _UNITS[found["unit"]], 0, seen.now)
    today = intervals.day(seen.today, seen.now)
    return Partial(whole=Stretch(start=today.start, end=whole.end, grain=Grain.SPAN))


def _numbered_half(found: Match[str], _: Seen) -> Partial:
    months = HALF_A_YEAR if found["half"] == "1" else -HALF_A_YEAR
    return Partial(months=months, year=int(found["year"]) if found["year"] else None)


def _first_of_month(found: Match[str], _: Seen) -> Partial:
    nth = Nth(number=_ORDINALS[found["ordinal"]], unit="day")
    return replace(_named_month(found, _), nth=nth)


def _years(found: Match[str], seen: Seen) -> Partial | None:
    return years(int(found["first"]), int(found["last"]), seen)


def _point(found: Match[str], seen: Seen) -> Partial:
    sign = -1 if found["way"] in {"ago", "earlier", "before"} else 1
    return point(numbers.english(found["count"]), _UNITS[found["unit"]], seen, sign=sign)


def _stretch(found: Match[str], seen: Seen) -> Partial:
    ahead = SHIFTS.get(found["which"] or "next", 1) >= 0
    return stretch(numbers.english(found["count"]), _UNITS[found["unit"]], seen, ahead=ahead)


SPANS = (
    Reader(
        looks=pattern(f"(?:(?:on|at|over|during) )?(?:the )?(?:(?P<which>{_WHICH}) )?weekend"),
        read=_weekend,
    ),
    Reader(
        looks=pattern(f"{_EDGE}(?P<which>{_WHICH}) (?P<unit>week|wk|month|quarter|year)"),
        read=_around,
    ),
    Reader(
        looks=pattern(
            r"(?:at )?(?:the )?(?P<edge>beginning of|start of|middle of|end of) (?:the )?"
            r"(?P<which>)(?P<unit>week|month|quarter|year)"
        ),
        read=_around,
    ),
    Reader(
        looks=pattern("(?:the )?(?P<unit>week|month|quarter|year)[ -]end(?P<which>)"),
        read=lambda found, seen: Partial(
            frame=intervals.around(seen.today, _UNITS[found["unit"]], 0, seen.now), edge=Edge.END
        ),
    ),
    Reader(
        looks=pattern("(?:the )?(?:next|following) (?:working|business) day"),
        read=lambda _, seen: point(1, "working day", seen, sign=1),
    ),
    Reader(looks=pattern(r"fy ?(?P<year>20\d\d)"), read=_a_year),
    Reader(
        looks=pattern(r"(?:the )?week (?:number |no\.? )?(?P<number>[1-4]\d|5[0-3]|[1-9])" + YEAR),
        read=_numbered_week,
    ),
    Reader(
        looks=pattern(f"(?:the )?{_ORDINAL} (?P<unit>week|working day|business day|day) (?:of|in)"),
        read=lambda found, _: Partial(
            nth=Nth(
                number=_ORDINALS[found["ordinal"]],
                unit="working day" if " " in found["unit"] else found["unit"],  # type: ignore[arg-type]
            ),
            weak=True,
        ),
    ),
    Reader(
        looks=pattern(rf"the (?P<ordinal>first|last|1st)(?: day)? of {MONTH}{YEAR}"),
        read=_first_of_month,
    ),
    Reader(
        looks=pattern(
            rf"{_EDGE}(?!(?:may|march|mar|sep)(?!\w)|{_MONTH_WORD} \d{{1,2}}(?!\d)){MONTH}{YEAR}"
        ),
        read=_named_month,
    ),
    # “May I …”, “march”: months only after such a word or before a year
    Reader(
        looks=pattern(
            rf"(?:in |this |of )?{_EDGE}(?P<month>may|march|mar),? (?P<year>(?:19|20)\d\d)"
        ),
        read=_named_month,
    ),
    Reader(
        looks=pattern(rf"{_AFTER_ONE_OF}{_EDGE}(?P<month>may|march|mar)(?P<year>)(?! \d)"),
        read=_named_month,
    ),
    Reader(
        looks=pattern(r"(?P<edge>early|mid|late|end of)[ -](?P<month>may|march|mar)(?P<year>)"),
        read=_named_month,
    ),
    Reader(looks=pattern(r"quar?ter (?P<quarter>[1-4])(?P<year>)"), read=_quarter),
    Reader(looks=pattern(r"q(?P<quarter>[1-4])(?:[/ -](?P<year>(?:19|20)\d\d))?"), read=_quarter),
    Reader(
        looks=pattern(
            rf"(?:the )?(?P<quarter>first|second|third|fourth|1st|2nd|3rd|4th|last) quarter{YEAR}"
        ),
        read=_quarter,
    ),
    Reader(
        looks=pattern(
            rf"(?:the )?(?P<half>first|second|last|1st|2nd)"
            rf" (?:half|(?P<months>{numbers.ENGLISH}) months)"
            r"(?(months)(?: of(?: the)? (?:(?:year )?(?P<year>(?:19|20)\d\d)|year|this year))?"
            r"| of(?: the)? (?:(?:year )?(?P<in_year>(?:19|20)\d\d)|year|this year))"
        ),
        read=_half,
    ),
    Reader(looks=pattern(r"h(?P<half>[12])(?:[/ -](?P<year>20\d\d))?"), read=_numbered_half),
    Reader(
        looks=pattern(rf"(?:in |of |year |{_AFTER_ONE_OF})(?P<year>(?:19|20)\d\d)"), read=_a_year
    ),
    Reader(
        looks=pattern(
            r"(?:from |between )?(?P<first>(?:19|20)\d\d) (?:to|and|until) (?P<last>(?:19|20)\d\d)"
        ),
        read=_years,
    ),
    Reader(looks=pattern("(?:the )?rest of (?:the|this) (?P<unit>week|month|year)"), read=_rest),
    Reader(
        looks=pattern("year to date|ytd|this year so far"),
        read=lambda _, seen: Partial(
            whole=intervals.days(
                seen.today.replace(month=1, day=1), seen.today + DAY, seen.now, Grain.SPAN
            )
        ),
    ),
)
COUNTED = (
    Reader(looks=pattern("in half an hour"), read=lambda _, seen: point(0.5, "hour", seen, sign=1)),
    Reader(looks=pattern(rf"in (?P<way>){_COUNT} {_UNIT}(?: time)?"), read=_point),
    Reader(
        looks=pattern(rf"{_COUNT} {_UNIT} (?P<way>from now|from today|later|ago|earlier)"),
        read=_point,
    ),
    Reader(
        looks=pattern(
            r"(?:(?:in|within|over|for|during) )?(?:the )?"
            rf"(?P<which>next|coming|last|past|previous) {_COUNT} {_UNIT}"
        ),
        read=_stretch,
    ),
    Reader(looks=pattern(rf"within(?P<which>) (?:the )?{_COUNT} {_UNIT}"), read=_stretch),
)
