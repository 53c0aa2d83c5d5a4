"""What is counted, and of which days: values that know of no table."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Subject(StrEnum):
    """What is counted. The values are short: a button carries them beside a period."""

    DOSSIERS = "hs"  # hồ sơ
    INCOMING = "den"  # văn bản đến
    OUTGOING = "di"  # văn bản đi
    MEETINGS = "hop"  # cuộc họp
    PETITIONS = "don"  # đơn thư
    RECEPTIONS = "tcd"  # tiếp công dân


@dataclass(frozen=True, kw_only=True)
class Period:
    """Both days included."""

    first: date
    last: date

    @classmethod
    def of_year(cls, year: int, *, today: date) -> "Period":
        """The calendar year; of a year that is not over, what of it has passed."""
        return cls(
            first=date(year, 1, 1), last=max(date(year, 1, 1), min(date(year, 12, 31), today))
        )
