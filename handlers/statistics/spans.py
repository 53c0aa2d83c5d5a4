"""“tháng 10”, “quý III”, “9 tháng” · The days that are counted, and those beside them."""

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from handlers.understanding.asked import Grain, Interval
from storage.counted import Period

ONE_DAY = dt.timedelta(days=1)
ONE_WEEK = dt.timedelta(weeks=1)
MONTHS = 12
REPORTED_FROM = 15  # the day on which a reporting period begins (NĐ 09/2019/NĐ-CP Đ.12)


class SpanKind(StrEnum):
    """How a stretch of days is called."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    MONTHS = "months"  # the first so many of a year
    YEAR = "year"
    OTHER = "other"


_BY_MONTHS = {
    1: SpanKind.MONTH,
    3: SpanKind.QUARTER,
    6: SpanKind.HALF,
    MONTHS: SpanKind.YEAR,
}
_BY_DAYS = (SpanKind.DAY, SpanKind.WEEK, SpanKind.OTHER)
_REPORTED = (SpanKind.MONTH, SpanKind.QUARTER, SpanKind.HALF, SpanKind.YEAR)


@dataclass(frozen=True, kw_only=True)
class Span:
    """The days that were asked for, both included; what is not over is counted until today."""

    first: dt.date
    last: dt.date
    today: dt.date

    @property
    def counted(self) -> Period:
        """What of it has passed."""
        return Period(first=self.first, last=min(self.last, self.today))

    @property
    def is_over(self) -> bool:
        """Its last day has passed."""
        return self.last < self.today

    @property
    def is_to_come(self) -> bool:
        """It has not begun."""
        return self.first > self.today

    @property
    def kind(self) -> SpanKind:
        """By its days alone, however they were said."""
        first, last = self.first, self.last
        if first == last:
            return SpanKind.DAY
        if first.weekday() == 0 and last - first == ONE_WEEK - ONE_DAY:
            return SpanKind.WEEK
        if first.day != 1 or (last + ONE_DAY).day != 1 or first.year != last.year:
            return SpanKind.OTHER
        months = self.months
        if months in _BY_MONTHS and (first.month - 1) % months == 0:
            return _BY_MONTHS[months]
        return SpanKind.MONTHS if first.month == 1 else SpanKind.OTHER

    @property
    def months(self) -> int:
        """How many months its days touch."""
        return (self.last.year - self.first.year) * MONTHS + self.last.month - self.first.month + 1

    @property
    def interval(self) -> Interval:
        """As a button carries it; the midnights are of no zone yet."""
        return Interval(
            start=dt.datetime.combine(self.first, dt.time()),
            end=dt.datetime.combine(self.last + ONE_DAY, dt.time()),
            grain=Grain.SPAN,
        )

    def before(self) -> "Span":
        """The month, quarter, half or year before, or as many days; of “9 tháng” a year earlier."""
        if self.kind is SpanKind.MONTHS:
            return self.a_year_earlier()
        if self.kind in _BY_DAYS:
            length = self.last - self.first + ONE_DAY
            return self._moved(self.first - length, self.last - length)
        return self._moved(_months_on(self.first, -self.months), self.first - ONE_DAY)

    def a_year_earlier(self) -> "Span":
        """The same days of the year before."""
        if self.kind in _BY_DAYS:
            return self._moved(_months_on(self.first, -MONTHS), _months_on(self.last, -MONTHS))
        end = _months_on(self.last + ONE_DAY, -MONTHS) - ONE_DAY
        return self._moved(_months_on(self.first, -MONTHS), end)

    def reported(self) -> "Span | None":
        """The reporting period of a month, quarter, half or year: from the 15th to the 14th."""
        if self.kind not in _REPORTED:
            return None
        begins = _months_on(self.first, -1).replace(day=REPORTED_FROM)
        return Span(first=begins, last=self.last.replace(day=REPORTED_FROM - 1), today=self.today)

    def _moved(self, first: dt.date, last: dt.date) -> "Span":
        """As much of it as of this one has passed, so that like is compared with like."""
        if self.is_over:
            return Span(first=first, last=last, today=self.today)
        passed = min(first + (self.today - self.first), last)
        if self.kind not in _BY_DAYS:
            months = (first.year - self.first.year) * MONTHS + first.month - self.first.month
            passed = min(_months_on(self.today, months), last)
        return Span(first=first, last=passed, today=self.today)


def span_of(when: Interval | None, today: dt.date) -> Span:
    """The days that were said, this month where none were; “trước 15/11” begins with its year."""
    if when is None or not when.said:
        return this_month(today)
    last = when.last_day or max(today, when.first_day or today)
    first = when.first_day or dt.date(last.year, 1, 1)
    return Span(first=min(first, last), last=last, today=today)


def this_month(today: dt.date) -> Span:
    """From its first day to its last."""
    return _whole_months(today.replace(day=1), 1, today)


def this_quarter(today: dt.date) -> Span:
    """The three months in which today lies."""
    begins = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
    return _whole_months(begins, 3, today)


def this_year(today: dt.date) -> Span:
    """The calendar year."""
    return _whole_months(today.replace(month=1, day=1), MONTHS, today)


def _whole_months(first: dt.date, number: int, today: dt.date) -> Span:
    return Span(first=first, last=_months_on(first, number) - ONE_DAY, today=today)


def _months_on(day: dt.date, number: int) -> dt.date:
    """The same day so many months later; the last of a month that is too short."""
    months = day.year * MONTHS + day.month - 1 + number
    year, month = divmod(months, MONTHS)
    longest = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, longest))
