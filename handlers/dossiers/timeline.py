"""“Xem dòng thời gian” · A dossier's way as a picture, with the same in words under it."""

import asyncio
import datetime as dt

from aiogram import Router
from aiogram.methods import SendMessage, SendPhoto
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.dossiers import drawing, lookup
from handlers.dossiers.desk import Desk
from handlers.dossiers.lines import reference
from handlers.dossiers.lookup import Shown
from handlers.dossiers.story import Point, Story, story
from handlers.filters import answers
from handlers.presses import ShowTimeline
from handlers.replies import Answer
from handlers.texts import Say, Words, lines, paragraphs
from scheduler.calendar import WorkingCalendar
from storage import dossier_story
from storage.dossiers import DossierOwn
from storage.viewer import Viewer

router = Router(name=__name__)


@answers(router.callback_query, ShowTimeline.filter())
async def timeline(
    callback_data: ShowTimeline,
    viewer: Viewer,
    db: AsyncSession,
    desk: Desk,
    say: Say,
    answer: Answer,
    now: dt.datetime,
    calendar: WorkingCalendar,
) -> SendMessage | SendPhoto:
    """As it is now, whenever the button is pressed; as much of it as this person may see now."""
    code = callback_data.code
    found = await lookup.sought(code, None, viewer=viewer, db=db, desk=desk, say=say, now=now)
    if isinstance(found, Shown):
        return found.reply(answer)
    dossier = found.dossier
    happened = (
        await dossier_story.happenings(db, viewer, dossier.id)
        if isinstance(dossier, DossierOwn)
        else ()
    )
    told = story(dossier, happened, say, today=now.date(), calendar=calendar, rules=desk.rules)
    picture = await asyncio.to_thread(drawing.png, told)
    words, buttons = in_words(told, say), lookup.for_owners(code, desk, say)
    brief = [reference(dossier)]
    if viewer.is_staff or not desk.own_page:
        return answer.picture(f"{code}.png", picture, words, brief=brief)
    words = paragraphs(words, lookup.owner_hint(desk, say))
    return answer.picture(f"{code}.png", picture, words, buttons, brief=brief)


def in_words(told: Story, say: Say) -> Words:
    """The same for who cannot see the picture."""
    return lines(
        say("dossier-timeline-heading", title=told.title),
        told.procedure,
        told.due,
        told.earlier,
        *(_line(number, point, say) for number, point in enumerate(told.points, 1)),
        told.as_of,
    )


def _line(number: int, point: Point, say: Say) -> Words:
    parts = [part for part in (point.what, point.when, point.unit) if part]
    return say(
        "dossier-timeline-line", number=number, mark=point.mark, words=Words(" · ".join(parts))
    )
