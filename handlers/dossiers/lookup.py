"""One dossier by its code, and by what else was given with it."""

import datetime as dt
from dataclasses import dataclass, field, replace
from functools import partial

from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.dossiers import agencies, cards, own_page
from handlers.dossiers.desk import Desk
from handlers.dossiers.lines import reference
from handlers.keyboards import button
from handlers.presses import GiveDigits
from handlers.replies import Answer, Buttons
from handlers.texts import Say, Words, lines, paragraphs
from handlers.understanding.digits import Digits
from scheduler.calendar import WorkingCalendar
from storage import audit, dossiers
from storage.dossier_owners import EITHER, NumberOf
from storage.dossiers import DossierOwn, DossierPublic
from storage.errors import NotFoundError
from storage.models import RecordKind
from storage.viewer import Viewer


@dataclass(frozen=True, kw_only=True)
class SecondFact:
    """The last four digits of a number, whose they may be, and whether more were typed."""

    digits: str = field(repr=False)
    of: tuple[NumberOf, ...] = EITHER
    more: bool = False

    @classmethod
    def of_words(cls, given: Digits | None) -> "SecondFact | None":
        """What the words give; they do not say whose number it is."""
        return cls(digits=given.last, more=given.more) if given else None


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What is said about a code; `found` is as much of the dossier as is in the words."""

    words: Words
    buttons: Buttons = ()
    found: DossierPublic | None = None

    def reply(self, answer: Answer) -> SendMessage:
        """The words as a reply; where little may be said, the number and the date of the card."""
        if self.found is None:
            return answer.anywhere(self.words, self.buttons)
        return answer(self.words, self.buttons, brief=[reference(self.found)])


async def by_code(
    code: str,
    given: SecondFact | None,
    *,
    viewer: Viewer,
    db: AsyncSession,
    desk: Desk,
    say: Say,
    now: dt.datetime,
    calendar: WorkingCalendar,
) -> Shown:
    """What this person may see of it, where else to ask, or the one sentence for everything else.

    Where the owner's part is on our own page, digits open nothing here and are not tried.

    A code that is not there, one that the code alone does not open, digits that are wrong and
    digits that come too late read the same.
    """
    if not agencies.is_ours(code, desk.rules.prefixes):
        return Shown(words=agencies.where_instead(code, say))
    card = partial(_card, viewer=viewer, desk=desk, say=say, today=now.date(), calendar=calendar)
    found = await dossiers.by_code(db, viewer, code)
    if found is None and viewer.is_staff:
        raise NotFoundError("dossier-not-found", code=code)
    if found and (viewer.is_staff or isinstance(found, DossierOwn)):
        audit.saw(db, RecordKind.DOSSIER, [found.id])
        return card(found)
    if no_more := await desk.spend(db, code, say, now=now):
        audit.missed(db, RecordKind.DOSSIER, code)
        return Shown(words=no_more)
    if given and not desk.own_page:
        is_open = await desk.opens(db, viewer, code, given.digits, now=now, of=given.of)
        found = await dossiers.by_code(db, viewer, code) if is_open else None
    if found is None:
        audit.missed(db, RecordKind.DOSSIER, code)
        return Shown(words=_not_shown(code, desk, say), buttons=_more(code, desk, say))
    audit.saw(db, RecordKind.DOSSIER, [found.id])
    shown = card(found)
    if given and not desk.own_page:
        return replace(shown, words=paragraphs(shown.words, _opened(given, say)))
    return shown


def _card(
    found: DossierPublic,
    *,
    viewer: Viewer,
    desk: Desk,
    say: Say,
    today: dt.date,
    calendar: WorkingCalendar,
) -> Shown:
    """As much as may be read here, and to citizens the way to what is their own."""
    if viewer.is_staff or (isinstance(found, DossierOwn) and not desk.own_page):
        return Shown(words=cards.card(found, viewer, say, today, calendar), found=found)
    shown = own_page.public_part(found)
    hint = say("dossier-owner-page-hint") if desk.own_page else say("dossier-owner-hint")
    words = paragraphs(cards.card(shown, viewer, say, today, calendar), hint)
    return Shown(words=words, buttons=_more(found.code, desk, say), found=shown)


def _more(code: str, desk: Desk, say: Say) -> Buttons:
    if desk.own_page:
        return own_page.way(code, desk.own_page, say)
    return [[button(say("dossier-owner-button"), GiveDigits(code=code).pack())]]


def _not_shown(code: str, desk: Desk, say: Say) -> Words:
    return say("dossier-not-shown", code=code, has_phone=bool(desk.phone), phone=desk.phone)


def _opened(given: SecondFact, say: Say) -> Words:
    return lines(
        say("dossier-owner-opened"), say("dossier-owner-four-are-enough") if given.more else None
    )
