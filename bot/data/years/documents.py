"""A year's incoming and outgoing documents. What the page does not say stays unsaid."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.data.office_years import OfficeYear
from bot.data.years.spread import Year, takes
from storage.documents import number_key
from storage.models import DocumentKind, DocumentState, PaperForm, Urgency

TERM = 5  # working days for an answer, where the page says how many were in time
_UNSAID = "không ghi trong nguồn"


def incoming(page: OfficeYear, numbers: Mapping[str, int], year: Year) -> Iterator[dict[str, Any]]:
    """The register in the order of arrival.

    A due day is only given where the page says how many were handled in time.
    """
    number = numbers.get("incoming", 0)
    digitised = numbers.get("incoming_digitised", 0)  # not said is not claimed
    in_time = numbers.get("incoming_in_time")
    for index in range(number):
        day, place, that_day = year.place(index, number)
        arrived_at = year.office_time(day, place, that_day)
        sign = f"{index + 1:05}/VB"
        due = done = None
        if in_time is not None:
            due = day + TERM
            on_time = takes(index, in_time, number)
            done = due - index % TERM if on_time else due + 1 + index % 3
        yield {
            "year": page.year,
            "book_number": index + 1,
            "arrived_at": arrived_at,
            "arrived_on": year.days[day],
            "issuer": f"Cơ quan gửi {_UNSAID}",
            "number_sign": sign,
            "number_key": number_key(sign),
            "dated": year.days[day],
            "kind": DocumentKind.OTHER,
            "subject": f"Văn bản đến {index + 1:05} (trích yếu {_UNSAID})",
            "urgency": Urgency.NORMAL,
            "form": PaperForm.ELECTRONIC,
            "digitised": takes(index, digitised, number),
            "instruction": "",
            "due_at": None if due is None else year.at(due, 17),
            "due_on": None if due is None else year.days[due],
            "due_version": 1,
            "state": DocumentState.DONE,
            "done_at": None if done is None else year.at(done, 16, index % 60),
            "done_on": None if done is None else year.days[done],
            "reply_number": "",
            "source": page.file,
            "source_at": page.published,
        }


def outgoing(page: OfficeYear, numbers: Mapping[str, int], year: Year) -> Iterator[dict[str, Any]]:
    """The register in the order of issue, each on the day it is dated."""
    number = numbers.get("outgoing", 0)
    signed = numbers.get("outgoing_signed", 0)
    for index in range(number):
        day, place, that_day = year.place(index, number)
        yield {
            "year": page.year,
            "number": index + 1,
            "sign": "UBND-VP",
            "number_key": f"{index + 1:02}/ubnd-vp",
            "kind": DocumentKind.OTHER,
            "subject": f"Văn bản đi {index + 1:05} (trích yếu {_UNSAID})",
            "dated": year.days[day],
            "issued_at": year.office_time(day, place, that_day),
            "issued_on": year.days[day],
            "urgency": Urgency.NORMAL,
            "digitally_signed": takes(index, signed, number),
            "source": page.file,
            "source_at": page.published,
        }
