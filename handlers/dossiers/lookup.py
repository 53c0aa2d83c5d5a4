"""One dossier by its code, and by what else was given with it."""

import datetime as dt
from dataclasses import dataclass, field

from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.dossiers import acts, agencies, cards, explained, follow_buttons, own_page
from handlers.dossiers.desk import Desk
from handlers.dossiers.lines import reference
from handlers.keyboards import button
from handlers.presses import GiveDigits, ShowTimeline
from handlers.replies import Answer, Buttons
from handlers.texts import Say, Words, lines, paragraphs
from handlers.understanding.digits import Digits
from scheduler.calendar import WorkingCalendar
from storage import apologies, audit, dossiers
from storage.dossier_owners import EITHER, NumberOf
from storage.dossiers import IN_WORK, DossierOwn, DossierPublic
from storage.errors import NotFoundError
from storage.models import RecordKind
from storage.viewer import Viewer

FIRST = 1  # due version


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


@dataclass(frozen=True, kw_only=True)
class Found:
    """As much of a dossier as may be seen; `opened` just now, by the digits."""

    dossier: DossierPublic
    opened: bool = False


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
    """What this person may see of it, where else to ask, or the one sentence for all else."""
    found = await sought(code, given, viewer=viewer, db=db, desk=desk, say=say, now=now)
    if isinstance(found, Shown):
        return found
    dossier = found.dossier
    why = await explained.why_due(dossier, db, viewer, say, calendar, desk.rules)
    words = cards.card(dossier, viewer, say, now.date(), calendar, rules=desk.rules, why=why)
    words = lines(words, await _moved(dossier, db, say))
    timeline = [button(say("dossier-timeline-button"), ShowTimeline(code=code).pack())]
    buttons = [*acts.buttons(dossier, viewer, say), timeline]
    if found.opened and given:
        words = paragraphs(words, _opened(given, say))
    elif not viewer.is_staff and not isinstance(dossier, DossierOwn):
        words = paragraphs(words, owner_hint(desk, say))
        buttons = [*for_owners(code, desk, say), *buttons]
    buttons += follow_buttons.beside(dossier, viewer, say)
    return Shown(words=words, buttons=buttons, found=dossier)


async def sought(
    code: str,
    given: SecondFact | None,
    *,
    viewer: Viewer,
    db: AsyncSession,
    desk: Desk,
    say: Say,
    now: dt.datetime,
) -> Found | Shown:
    """As much of the dossier as this person may see, or what is said instead of it.

    Where the owner's part is on our own page, digits open nothing here and are not tried.

    A code that is not there, one that the code alone does not open, digits that are wrong and
    digits that come too late read the same.
    """
    if not agencies.is_ours(code, desk.rules.prefixes):
        return Shown(words=agencies.where_instead(code, say))
    found = await dossiers.by_code(db, viewer, code)
    if found is None and viewer.is_staff:
        raise NotFoundError("dossier-not-found", code=code)
    if found and (viewer.is_staff or isinstance(found, DossierOwn)):
        audit.saw(db, RecordKind.DOSSIER, [found.id])
        return Found(dossier=_here(found, viewer, desk))
    if no_more := await desk.spend(db, code, say, now=now):
        audit.missed(db, RecordKind.DOSSIER, code)
        return Shown(words=no_more)
    if given and not desk.own_page:
        is_open = await desk.opens(db, viewer, code, given.digits, now=now, of=given.of)
        found = await dossiers.by_code(db, viewer, code) if is_open else None
    if found is None:
        audit.missed(db, RecordKind.DOSSIER, code)
        return Shown(words=_not_shown(code, desk, say), buttons=for_owners(code, desk, say))
    audit.saw(db, RecordKind.DOSSIER, [found.id])
    opened = given is not None and not desk.own_page
    return Found(dossier=_here(found, viewer, desk), opened=opened)


def _here(found: DossierPublic, viewer: Viewer, desk: Desk) -> DossierPublic:
    """As much of it as is read in this conversation: of what is theirs some read on our page."""
    if viewer.is_staff or not desk.own_page:
        return found
    return own_page.public_part(found)


async def _moved(dossier: DossierPublic, db: AsyncSession, say: Say) -> Words | None:
    """The document that moved its due time, where one did; it says no more than that time."""
    if dossier.due_version == FIRST or dossier.state not in IN_WORK:
        return None
    moved = await apologies.newest(db, dossier.id)
    if moved is None:
        return None
    facts = {"number": moved.number, "from": moved.from_on, "to": moved.to_on}
    return say("dossier-due-moved", **facts)


def for_owners(code: str, desk: Desk, say: Say) -> Buttons:
    """The way to what is its owner's: on our page, or here by digits."""
    if desk.own_page:
        return own_page.way(code, desk.own_page, say)
    return [[button(say("dossier-owner-button"), GiveDigits(code=code).pack())]]


def owner_hint(desk: Desk, say: Say) -> Words:
    """Where its owner reads more, beside those buttons."""
    return say("dossier-owner-page-hint") if desk.own_page else say("dossier-owner-hint")


def _not_shown(code: str, desk: Desk, say: Say) -> Words:
    return say("dossier-not-shown", code=code, has_phone=bool(desk.phone), phone=desk.phone)


def _opened(given: SecondFact, say: Say) -> Words:
    return lines(
        say("dossier-owner-opened"), say("dossier-owner-four-are-enough") if given.more else None
    )
