"""Why a dossier is due when it is, for those who may know its procedure."""

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers import deadlines
from handlers.dossiers.rules import DossierRules
from handlers.texts import Say, Words
from scheduler.calendar import WorkingCalendar
from scheduler.due import by_rule
from scheduler.working_time import WorkingTime
from storage import dossier_story
from storage.dossier_states import pausing
from storage.dossiers import IN_WORK, DossierOwn, DossierPublic
from storage.due_times import DueRule
from storage.viewer import Viewer


async def why_due(
    dossier: DossierPublic,
    db: AsyncSession,
    viewer: Viewer,
    say: Say,
    calendar: WorkingCalendar,
    rules: DossierRules,
) -> Words | None:
    """“Nhận …, thời hạn 10 ngày làm việc; không tính …”; None for what has no limit, or is over.

    None as well where the procedure's limit gives another day than the one on the receipt: what
    was promised holds, and is not explained by what did not bring it about.
    """
    if not isinstance(dossier, DossierOwn) or dossier.state not in IN_WORK:
        return None
    number, unit, begins_at = dossier.time_limit, dossier.time_unit, dossier.received_at
    if number is None or unit is None or begins_at is None:
        return None
    found = by_rule(
        DueRule(
            number=number,
            unit=unit,
            begins_at=begins_at,
            pauses=await dossier_story.waits(
                db, viewer, dossier.id, pausing(fee_pauses=rules.fee_pauses)
            ),
        ),
        WorkingTime(calendar, say.zone),
    )
    if found.at is not None and found.at != dossier.due_at:
        return None
    return deadlines.reasons(found, say)
