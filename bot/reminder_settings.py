"""The settings about what is said unasked, and when."""

from datetime import time, timedelta

from pydantic import Field
from pydantic_settings import BaseSettings

from scheduler.alarms import Tolerance
from scheduler.follow_rules import FollowRules
from scheduler.timetable import AtOnce, Timetable
from storage.models import Urgency


class ReminderSettings(BaseSettings):
    """A part of `bot.settings.Settings`, which reads them."""

    brief_time: time = Field(time(7, 30), description="When the morning's brief is sent.")
    meeting_reminder_minutes: int = Field(
        30, ge=1, le=24 * 60, description="How long before a meeting its reminder is sent."
    )
    given_minutes: int = Field(
        30, ge=0, le=24 * 60, description="How long new work is gathered before it is told."
    )
    at_once_flash: AtOnce = Field(
        AtOnce.ALWAYS, description="When it is told that a flash document was given."
    )
    at_once_very_urgent: AtOnce = Field(AtOnce.ALWAYS, description="The same of a very urgent one.")
    at_once_urgent: AtOnce = Field(AtOnce.HOURS, description="The same of an urgent one.")
    quiet_from: time = Field(time(21, 0), description="When nobody is disturbed any more.")
    quiet_until: time = Field(time(6, 30), description="Until when; the same time: never quiet.")

    call_list_time: time = Field(
        time(8, 0), description="When the clerk is told whom no channel reaches."
    )
    stuck_minutes: int = Field(
        15, ge=1, le=24 * 60, description="After so long a message that waits is an alarm."
    )

    follow_gather_minutes: int = Field(
        60, ge=0, le=24 * 60, description="How long what happens to a dossier is told together."
    )
    follow_wakes_for_pressing: bool = Field(
        False, description="true: papers, fees and results are told in the quiet hours too."
    )
    follow_news_days: int = Field(
        7, ge=1, le=30, description="What happened so long ago is not told to followers."
    )
    apology_warns_before_days: int = Field(
        1, ge=0, le=30, description="Working days before a dossier is due its apology is drafted."
    )
    apology_proposes_days: int = Field(
        3, ge=1, le=60, description="Working days after the due day that the draft proposes."
    )

    @property
    def follow_rules(self) -> FollowRules:
        """How soon followers of a dossier are told, and when an apology is drafted."""
        return FollowRules(
            gather=timedelta(minutes=self.follow_gather_minutes),
            wakes_for_pressing=self.follow_wakes_for_pressing,
            news_lasts=timedelta(days=self.follow_news_days),
            warns_before=self.apology_warns_before_days,
            proposes=self.apology_proposes_days,
        )

    @property
    def tolerance(self) -> Tolerance:
        """How much may go wrong before whoever keeps the program is told."""
        return Tolerance(
            stuck_after=timedelta(minutes=self.stuck_minutes), brief_at=self.brief_time
        )

    @property
    def timetable(self) -> Timetable:
        """When something may be said unasked."""
        return Timetable(
            brief_at=self.brief_time,
            meeting_ahead=timedelta(minutes=self.meeting_reminder_minutes),
            gather=timedelta(minutes=self.given_minutes),
            quiet_from=self.quiet_from,
            quiet_until=self.quiet_until,
            at_once={
                Urgency.FLASH: self.at_once_flash,
                Urgency.VERY_URGENT: self.at_once_very_urgent,
                Urgency.URGENT: self.at_once_urgent,
            },
        )
