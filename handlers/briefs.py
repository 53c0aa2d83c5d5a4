"""What a brief is about: a person's day, gathered from the records of all nouns."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlmodel.ext.asyncio.session import AsyncSession

from scheduler import ladder
from scheduler.calendar import WorkingCalendar
from storage import data_requests, due_items, late_counts, meetings
from storage.data_requests import Waiting
from storage.due_items import NOTHING_NAMED, DueKind, Named
from storage.late_counts import LateCount
from storage.meetings import MeetingPage, Sought
from storage.models import ItemKind
from storage.open_items import ITEMS
from storage.viewer import Role, Viewer

MOST_MEETINGS = 5
EACH = 3  # lines of a kind
ONE_DAY = dt.timedelta(days=1)
NOTHING_ASKED = Waiting()
LateSince = Mapping[ItemKind, dt.date | None]


@dataclass(frozen=True, kw_only=True)
class Brief:
    """What one person of the office should know today."""

    day: dt.date  # of the meetings
    meetings: MeetingPage
    held: tuple[DueKind, ...]
    others: Sequence[LateCount]  # late: of the unit person by person, of the office unit by unit
    asked: Waiting = NOTHING_ASKED  # by people of their own data: for who answers for it

    @property
    def is_empty(self) -> bool:
        """Nothing is due; a meeting alone is in the schedule anyway."""
        return not self.held and not self.others and not self.asked.number


async def gather(
    db: AsyncSession,
    viewer: Viewer,
    *,
    today: dt.date,
    calendar: WorkingCalendar,
    day: dt.date | None = None,
    shown: bool = True,
    also: Named = NOTHING_NAMED,
    late: LateSince | None = None,
) -> Brief:
    """From the records as they are now, in at most three statements.

    `day`: whose meetings are wanted, if not today's; what is due stays as it is today.
    `also`: what is to be listed besides what is due soon. `late`: by kind the last due day that
    counts as late with others; all that is past, if not given.
    With `shown` False no record is named to anybody, so nobody has seen one.
    """
    day = day or today
    tomorrow, last = ladder.soon(today, calendar)
    past = dict.fromkeys(ITEMS, today - ONE_DAY) if late is None else late
    mine = Sought(first=day, last=day, person_id=viewer.person_id)
    held = await due_items.held(
        db, viewer, today=today, tomorrow=tomorrow, last=last, each=EACH, shown=shown, also=also
    )
    match viewer.role:
        case Role.HEAD:
            others = await late_counts.late_by_holder(db, viewer, past)
        case Role.LEADER:
            others = await late_counts.late_by_unit(db, viewer, past)
        case _:
            others = ()
    asked = NOTHING_ASKED
    if viewer.role is Role.ADMIN:
        asked = await data_requests.how_many_wait(db)
    return Brief(
        day=day,
        meetings=await meetings.sought(db, viewer, mine, limit=MOST_MEETINGS, shown=shown),
        held=held,
        others=others,
        asked=asked,
    )
