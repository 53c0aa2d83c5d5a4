"""A year's meetings, petitions and receptions of citizens: as many as the page says."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.data.office_years import OfficeYear
from bot.data.years.spread import Year
from storage.models import (
    MeetingState,
    Openness,
    PartOfDay,
    PetitionKind,
    PetitionState,
    ReceptionKind,
)

_UNSAID = "không ghi trong nguồn"


def meetings(page: OfficeYear, numbers: Mapping[str, int], year: Year) -> Iterator[dict[str, Any]]:
    """Held, without chair and place: the page names none."""
    number = numbers.get("meetings", 0)
    for index in range(number):
        day, place, _ = year.place(index, number)
        afternoon = place % 2 == 1
        yield {
            "day": year.days[day],
            "part": PartOfDay.AFTERNOON if afternoon else PartOfDay.MORNING,
            "starts_at": year.at(day, 14 if afternoon else 8),
            "subject": f"Cuộc họp {index + 1:03} (nội dung {_UNSAID})",
            "place": "",
            "online_points": "",
            "invitation": "",
            "state": MeetingState.HELD,
            "openness": Openness.INTERNAL,
            "note": "",
            "version": 1,
            "source": page.file,
            "source_at": page.published,
        }


def petitions(page: OfficeYear, numbers: Mapping[str, int], year: Year) -> Iterator[dict[str, Any]]:
    """Handled. The page does not say how many of which kind: all stand as proposals."""
    number = numbers.get("petitions", 0)
    for index in range(number):
        day, place, that_day = year.place(index, number)
        received_at = year.office_time(day, place, that_day)
        finished_at = year.at(day + 5, 16)
        yield {
            "code": f"ĐT-{page.year}-{index + 1:04}",
            "kind": PetitionKind.PROPOSAL,
            "sender": "",
            "subject": f"Đơn {index + 1:04} (loại và nội dung {_UNSAID})",
            "field": "",
            "received_at": received_at,
            "received_on": year.days[day],
            "state": PetitionState.ANSWERED,
            "due_version": 1,
            "due_rule": "",
            "finished_at": finished_at,
            "finished_on": finished_at.date(),
            "source": page.file,
            "source_at": page.published,
        }


def receptions(
    page: OfficeYear, numbers: Mapping[str, int], year: Year
) -> Iterator[dict[str, Any]]:
    """A row a visit at the standing desk; the Chairman's sessions with their visits."""
    visits = numbers.get("desk_visits", 0)
    for index in range(visits):
        day, _, _ = year.place(index, visits)
        yield _reception(page, year, day, ReceptionKind.STANDING, 1)
    sessions, visits = numbers.get("chairman_sessions", 0), numbers.get("chairman_visits", 0)
    for index in range(sessions):
        day, _, _ = year.place(index, sessions)
        of_this = (index + 1) * visits // sessions - index * visits // sessions
        yield _reception(page, year, day, ReceptionKind.CHAIRMAN, of_this)


def _reception(
    page: OfficeYear, year: Year, day: int, kind: ReceptionKind, visits: int
) -> dict[str, Any]:
    return {
        "day": year.days[day],
        "kind": kind,
        "visits": visits,
        "groups": 0,
        "source": page.file,
        "source_at": page.published,
    }
