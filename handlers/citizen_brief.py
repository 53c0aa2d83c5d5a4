"""“Hôm nay có gì?” asked by a citizen: their own dossiers that are not over."""

import datetime as dt

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.brief_words import day_off
from handlers.dossiers import own_page
from handlers.dossiers.lines import line as dossier_line
from handlers.dossiers.lines import reference as dossier_reference
from handlers.dossiers.rules import DossierRules
from handlers.keyboards import asking
from handlers.references import list_of
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
    page: str = "",
) -> Said:
    """A linked citizen's own dossiers that are not over.

    Where an owner reads what is theirs on our own `page`, their codes and days, and the way there.
    """
    theirs = await dossiers.awaited_by(db, viewer, limit=MOST)
    told = [dossier_reference(dossier, place=at) for at, dossier in enumerate(theirs.items, 1)]
    elsewhere = bool(page and told)
    listed = (
        [list_of(told, say, now.date())]
        if elsewhere
        else [
            Words(f"{at}. {dossier_line(dossier, say, now.date(), calendar, rules=rules)}")
            for at, dossier in enumerate(theirs.items, 1)
        ]
    )
    shown = lines(
        say("brief-greeting-citizen", day=now.date()),
        day_off(now.date(), say, calendar),
        say("brief-own-dossiers", total=theirs.total) if told else say("brief-own-none"),
        *listed,
        say("brief-as-of", at=min(d.source_at for d in theirs.items)) if told else None,
        say("dossier-owner-page-hint") if elsewhere else None,
    )
    own = Asked(question=Question.DOSSIER_STATUS, confidence=1.0, slots=Slots(mine=True))
    way = own_page.way(say("question-dossier-status"), page, say) if elsewhere else []
    return shown, [[asking(say("brief-button-dossiers"), own)], *way], told
