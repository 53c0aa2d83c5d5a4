"""How a period is called, and whose figures they are."""

import datetime as dt

from handlers.statistics.spans import Span, SpanKind
from handlers.statistics.whose import Theirs
from handlers.texts import Say, Words
from handlers.understanding.asked import Lexicon

QUARTERS = ("I", "II", "III", "IV")


def period(span: Span, say: Say) -> Words:
    """“tháng 10/2026”, “quý III năm 2026”, “9 tháng năm 2026”, “từ 15/09/2026 đến 14/10/2026”."""
    half = span.kind is SpanKind.HALF
    part = (span.first.month - 1) // (6 if half else 3)
    return say(
        "statistics-period",
        kind=span.kind,
        first=short(span.first),
        last=short(span.last),
        month=f"{span.first:%m/%Y}",
        quarter=QUARTERS[part],
        months=str(span.months),
        year=str(span.last.year),
    )


def period_so_far(span: Span, say: Say) -> Words:
    """The same, and that it is counted until today where it is not over."""
    called = period(span, say)
    if span.last <= span.today:
        return called
    return say("statistics-until-today", period=called, today=short(span.today))


def whose(theirs: Theirs, lexicon: Lexicon, say: Say) -> Words:
    """“toàn Văn phòng”, “Phòng Nội chính”, “phần của đồng chí”."""
    unit_id, person_id = theirs.whose.unit_id, theirs.whose.person_id
    unit = next((one.name for one in lexicon.units if one.id == unit_id), "")
    person = next((one.name for one in lexicon.people if one.id == person_id), "")
    is_named = bool(unit_id or person_id) and not theirs.mine
    kind = "mine" if theirs.mine else "named" if is_named else "all" if theirs.all else "seen"
    return say("statistics-whose", whose=kind, name=person or unit)


def short(day: dt.date) -> str:
    """“26/11/2026”."""
    return f"{day:%d/%m/%Y}"
