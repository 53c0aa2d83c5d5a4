"""One dossier as it grows: handed in, received, paused, decided, collected."""

import datetime as dt
import random
from dataclasses import dataclass, field

from bot.data.demo import people
from bot.data.demo.day import DemoDay
from bot.data.demo.procedures import Limit
from scheduler.calendar import ONE_DAY
from storage.models import (
    Dossier,
    DossierEvent,
    DossierPause,
    DossierState,
    PauseReason,
    SubmittedBy,
    TimeUnit,
)

DESK = "TTPVHCC"


@dataclass
class Case:
    """A dossier as it grows, with its events and pauses. Days are numbers of working days."""

    day: DemoDay
    dice: random.Random
    limit: Limit
    dossier: Dossier
    events: list[DossierEvent] = field(default_factory=list)
    pauses: list[DossierPause] = field(default_factory=list)

    def submit(self, number: int) -> None:
        """Handed in: not counted yet."""
        online = self.dossier.submitted_by is SubmittedBy.ONLINE
        if online and self.dice.random() < 0.3:  # the portal takes dossiers in the evening too
            self.dossier.submitted_at = self.day.at(self.day.working(number - 1), 20, 15)
        else:
            self.dossier.submitted_at = self.day.at(
                self.day.working(number), self.dice.choice((7, 8, 9)), self.dice.randrange(31, 60)
            )
        self._event(self.dossier.submitted_at, DossierState.SUBMITTED, DESK)

    def receive(self, number: int, *, until: int | None) -> None:
        """Valid, so that the clock starts; due after the limit, or on working day `until`."""
        received = self.day.at(
            self.day.working(number), self.dice.choice((10, 13, 14)), self.dice.randrange(31, 60)
        )
        self.dossier.received_at, self.dossier.received_on = received, received.date()
        self._event(received, DossierState.RECEIVED, DESK)
        self.due(until)

    def due(self, number: int | None) -> None:
        """When the result was promised."""
        received_on = self.dossier.received_on
        assert received_on is not None  # noqa: S101 - only a received dossier has a due day
        if number is not None:
            due_on = self.day.working(number)
        elif self.limit.counts is TimeUnit.CALENDAR_DAYS:
            due_on = self.day.calendar.next_working(received_on + self.limit.days * ONE_DAY)
        else:
            due_on = self.day.calendar.add_working_days(received_on, self.limit.days)
        self.dossier.due_on, self.dossier.due_at = due_on, self.day.at(due_on, 17)

    def process(self, number: int) -> None:
        """Given to whoever decides."""
        self._event(self.day.at(self.day.working(number), 15, 40), DossierState.PROCESSING)

    def pause(self, number: int, reason: PauseReason, state: DossierState) -> None:
        """Papers or money are asked for."""
        began = self.day.at(self.day.working(number), 16, self.dice.randrange(10, 50))
        self.pauses.append(DossierPause(dossier_id=0, reason=reason, began_at=began))
        note = ""
        if reason is PauseReason.SUPPLEMENT:
            note = self.dossier.missing = self.dice.choice(self.limit.papers[1:])
        self._event(began, state, note=note)

    def go_on(self, number: int) -> None:
        """The papers came: the due day moves by as many working days as were waited."""
        pause = self.pauses[-1]
        pause.ended_at = self.day.at(self.day.working(number), 9, self.dice.randrange(60))
        waited = number - self.day.number(pause.began_at.date())
        assert self.dossier.due_on is not None  # noqa: S101 - received before
        self.due(self.day.number(self.dossier.due_on) + waited)
        self.dossier.due_version += 1
        self.dossier.missing = ""
        self._event(pause.ended_at, DossierState.PROCESSING)

    def finish(self, number: int, state: DossierState, note: str = "") -> None:
        """Decided, in one way or another."""
        finished = self.day.at(self.day.working(number), 16, self.dice.randrange(10, 59))
        self.dossier.finished_at, self.dossier.finished_on = finished, finished.date()
        self._event(finished, state, DESK, note=note)

    def hand_over(self, number: int) -> None:
        """The result is collected."""
        self.dossier.returned_at = self.day.at(
            self.day.working(number), self.dice.choice((8, 9, 10)), self.dice.randrange(60)
        )
        self._event(self.dossier.returned_at, DossierState.RETURNED, DESK)

    def _event(self, at: dt.datetime, state: DossierState, unit: str = "", note: str = "") -> None:
        unit_id = people.unit_ids()[unit or self.limit.unit]
        self.events.append(
            DossierEvent(dossier_id=0, at=at, state=state, unit_id=unit_id, note=note)
        )
        self.dossier.state = state
        self.dossier.unit_id = unit_id
