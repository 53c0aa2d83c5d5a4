"""A schedule as it fills up: nobody is in two places, no room is used twice."""

import datetime as dt
import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.data.demo import people
from bot.data.demo.day import DemoDay, chance, content, filled_in
from storage.models import Meeting, MeetingPaper, MeetingState, Openness, Participant, PartOfDay

Slot = tuple[int, int, int, int]
"""From hour, minute to hour, minute."""

_WHOLE: dict[PartOfDay, Slot] = {
    PartOfDay.MORNING: (7, 30, 11, 30),
    PartOfDay.AFTERNOON: (13, 30, 17, 0),
    PartOfDay.EVENING: (18, 0, 21, 0),
    PartOfDay.ALL_DAY: (7, 30, 17, 0),
}


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What is met about, who takes the chair and whose people come."""

    chair: int
    units: tuple[str, ...]
    text: str
    openness: Openness


@dataclass
class Schedule:
    """The weeks as they fill up: who and which room is taken when."""

    day: DemoDay
    dice: random.Random = field(default_factory=lambda: chance("meetings"))
    meetings: list[Meeting] = field(default_factory=list)
    participants: list[Participant] = field(default_factory=list)
    papers: list[MeetingPaper] = field(default_factory=list)
    last_met: dict[str, int] = field(default_factory=dict)
    _taken: defaultdict[object, list[tuple[dt.datetime, dt.datetime]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def add(
        self,
        subject: Subject,
        day: dt.date,
        part: PartOfDay,
        slot: Slot | None = None,
        *,
        place: str | None = None,
    ) -> Meeting | None:
        """Put a meeting in when chair and place are free; others who are not free stay away.

        Without a slot it has no hour, as many lines of a weekly schedule, and takes the whole
        part of the day. “{xa}” in the place is the commune that the subject speaks of.
        """
        begins, ends = self._span(day, slot or _WHOLE[part])
        if not self._free(subject.chair, begins, ends):
            return None
        commune = self.dice.choice(content("documents")["communes"])
        room = place.format(xa=commune) if place else self._room(begins, ends)
        if not self._free(room, begins, ends):
            return None
        comes = [one for one in self._invited(subject) if self._free(one, begins, ends)]
        for taken in (room, subject.chair, *comes):
            self._taken[taken].append((begins, ends))
        source, published_at = self._published(day)
        meeting = Meeting(
            id=len(self.meetings) + 1,
            day=day,
            part=part,
            starts_at=begins if slot else None,
            ends_at=ends if slot else None,
            subject=filled_in(subject.text, day, commune),
            chair_id=subject.chair,
            place=room,
            preparing_unit_id=people.units()[subject.units[0]].unit_id,
            state=MeetingState.HELD if day < self.day.today else MeetingState.PLANNED,
            openness=subject.openness,
            source=source,
            source_at=published_at,
        )
        self.meetings.append(meeting)
        self.last_met[subject.text] = len(self.meetings)
        self._bring(meeting, [subject.chair, *comes])
        return meeting

    def _bring(self, meeting: Meeting, who: Iterable[int]) -> None:
        number = meeting.id or 0
        self.participants += [
            Participant(meeting_id=number, person_id=one) for one in dict.fromkeys(who)
        ]
        names = self.dice.sample(
            content("meetings")["papers"], self.dice.choice((0, 1, 2, 2, 3, 4))
        )
        self.papers += [
            MeetingPaper(meeting_id=number, name=name, pages=self.dice.randrange(2, 40))
            for name in names
        ]

    def _span(self, day: dt.date, slot: Slot) -> tuple[dt.datetime, dt.datetime]:
        return self.day.at(day, slot[0], slot[1]), self.day.at(day, slot[2], slot[3])

    def _free(self, taken: object, begins: dt.datetime, ends: dt.datetime) -> bool:
        return all(end <= begins or ends <= start for start, end in self._taken[taken])

    def _room(self, begins: dt.datetime, ends: dt.datetime) -> str:
        rooms: list[str] = content("meetings")["rooms"]
        start = self.dice.randrange(len(rooms))
        around = [*rooms[start:], *rooms[:start]]
        return next(room for room in around if self._free(room, begins, ends))

    def _invited(self, subject: Subject) -> Iterable[int]:
        """Heads, then the demo's own officer and clerk, then another; a whole unit for its head."""
        for code in subject.units:
            staff = people.units()[code].staff
            if subject.chair == staff[0]:
                yield from staff[1:]
                continue
            yield staff[0]
            yield from (one for one in staff if one in {people.OFFICER, people.CLERK})
            yield self.dice.choice(staff[1:])

    def _published(self, day: dt.date) -> tuple[str, dt.datetime]:
        """The schedule of a week leaves on the working day before it; later weeks are a draft."""
        monday = day - dt.timedelta(days=day.weekday())
        before = self.day.working(self.day.number(monday) - 1)
        if before < self.day.today:
            week = monday.isocalendar().week
            return f"Lịch công tác tuần {week}", self.day.at(before, 16, 30)
        return "Lịch công tác dự kiến", self.day.at(self.day.working(-1), 16, 30)
