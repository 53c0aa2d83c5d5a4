"""“Hôm nay có gì?” asked by a citizen: their own dossiers that are not over."""

import datetime as dt

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.brief_words import day_off
from handlers.dossiers.lines import line as dossier_line
from handlers.dossiers.lines import reference as dossier_reference
from handlers.dossiers.rules import DossierRules
from handlers.keyboards import asking
from handlers.replies import Said
from handlers.texts import Say, Words, lines
from handlers.understanding.asked import Asked, Question, Slots
from scheduler.calendar import WorkingCalendar
from storage import dossiers
from storage.viewer import Viewer

MOST = 5


async def for_citizen(
    db: AsyncSession,
    viewer: Viewer,
    *,
    say: Say,
    now: dt.datetime,
    calendar: WorkingCalendar,
    rules: DossierRules,
) -> Said:
    """A linked citizen's own dossiers that are not over."""
    page = await dossiers.awaited_by(db, viewer, limit=MOST)
    listed = [
        Words(f"{at}. {dossier_line(dossier, say, now.date(), calendar, rules=rules)}")
        for at, dossier in enumerate(page.items, 1)
    ]
    shown = lines(
        say("brief-greeting-citizen", day=now.date()),
        day_off(now.date(), say, calendar),
        say("brief-own-dossiers", total=page.total) if listed else say("brief-own-none"),
        *listed,
        say("brief-as-of", at=min(d.source_at for d in page.items)) if listed else None,
    )
    own = Asked(question=Question.DOSSIER_STATUS, confidence=1.0, slots=Slots(mine=True))
    told = [dossier_reference(dossier, place=at) for at, dossier in enumerate(page.items, 1)]
    return shown, [[asking(say("brief-button-dossiers"), own)]], told
