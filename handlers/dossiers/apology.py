"""A dossier that will be late: the draft of an apology for whoever holds it, and its number.

Mẫu 04 is a document that somebody signs: nothing is told to the citizen before it is issued.
"""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers import forms
from handlers.dossiers.lines import name_of, reference
from handlers.filters import answers
from handlers.forms import PROBLEM, Given, Typed
from handlers.keyboards import button
from handlers.presses import IssueApology
from handlers.replies import Buttons, Said
from handlers.texts import Say, Words, lines, paragraphs
from handlers.work import Work
from scheduler.calendar import WorkingCalendar
from scheduler.follow_rules import FollowRules
from storage import apologies, audit
from storage.dossiers import DossierOfficer
from storage.errors import StaleError
from storage.models import RecordKind
from storage.viewer import Viewer

router = Router(name=__name__)
_NUMBER = re.compile(r"\d{1,6}\s*/\s*[^\W\d_][^\s,;]{1,40}", re.IGNORECASE)


async def draft(
    db: AsyncSession,
    person: Viewer,
    dossier: DossierOfficer,
    *,
    say: Say,
    calendar: WorkingCalendar,
    rules: FollowRules,
) -> Said:
    """The whole draft for a dossier of theirs that runs, and the button by which it is issued."""
    audit.saw(db, RecordKind.DOSSIER, [dossier.id])
    before = await apologies.newest(db, dossier.id)
    code, due, until = dossier.code, due_of(dossier), proposed(dossier, calendar, rules)
    told = paragraphs(
        lines(
            say(
                "dossier-apology-why",
                name=person.given_name,
                code=code,
                due=due,
                state=say("dossier-state", state=name_of(dossier.state)),
            ),
            say("dossier-apology-again", number=before.number) if before else None,
            say("dossier-apology-law"),
        ),
        say(
            "dossier-apology-draft",
            code=code,
            received=dossier.received_on or "none",
            office=dossier.receiving_office or say("dossier-office-unknown"),
            procedure=dossier.procedure or say("dossier-procedure-unknown"),
            due=due,
            until=until,
        ),
        say("dossier-apology-then"),
    )
    press = IssueApology(dossier_id=dossier.id, due_version=dossier.due_version).pack()
    return told, [[button(say("dossier-apology-button"), press)]], [reference(dossier)]


def due_of(dossier: DossierOfficer) -> dt.datetime:
    """When it is due; what is drafted for has a due time."""
    assert dossier.due_at  # noqa: S101 - only what has a due time is drafted for
    return dossier.due_at


def proposed(dossier: DossierOfficer, calendar: WorkingCalendar, rules: FollowRules) -> dt.date:
    """The day that its draft gives instead."""
    return calendar.add_working_days(dossier.due_on or due_of(dossier).date(), rules.proposes)


class Issued:
    """The number of the signed document, and the date that it gives."""

    name = "dossier.apology"
    again = ""
    steps: Sequence[str] = ("number", "until", "confirmed")

    def ask(self, step: str, given: Given, work: Work) -> tuple[Words, Buttons]:
        """What is written on the document; then once more, because it cannot be taken back."""
        say = work.say
        if problem := given.get(PROBLEM):
            return say(problem, due=dt.date.fromisoformat(given["due"])), ()
        if step == "number":
            return say("dossier-apology-ask-number"), ()
        if step == "until":
            return say("dossier-apology-ask-until"), ()
        words = say(
            "dossier-apology-confirm",
            number=given["number"],
            code=given["code"],
            until=dt.date.fromisoformat(given["until"]),
        )
        return words, [[work.button(say("dossier-apology-yes"), forms.YES)]]

    async def read(self, step: str, given: Given, typed: Typed, work: Work) -> Given | None:
        """A số, ký hiệu; a working day after the old one; yes."""
        if step == "confirmed":
            return {step: True} if typed.says_yes else None
        found = _NUMBER.search(typed.words) if step == "number" else None
        number = {"number": re.sub(r"\s", "", found[0])} if found else {}
        return {**number, **_day(typed, given, work)} or None

    async def finish(self, given: Given, work: Work) -> SendMessage:
        """It has its new due time, if it is still as it was drafted."""
        dossier = await theirs(work.db, work.viewer, given["dossier"], given["version"])
        until = dt.date.fromisoformat(given["until"])
        closes = dt.datetime.combine(until, work.calendar.hours.closes, work.now.tzinfo)
        if dossier is None or not await apologies.issue(
            work.db,
            work.viewer,
            dossier,
            number=given["number"],
            until=closes,
            now=work.now,
        ):
            raise StaleError("dossier-apology-stale")
        audit.saw(work.db, RecordKind.DOSSIER, [dossier.id])
        facts: dict[str, Any] = {"from": dossier.due_on, "until": until}
        words = work.say("dossier-apology-done", number=given["number"], code=dossier.code, **facts)
        return work.answer(words, (), [reference(dossier)])


def _day(typed: Typed, given: Given, work: Work) -> Given:
    """The day that is named, if the dossier can be due on it; else what is wrong with it."""
    when = typed.asked.slots.when
    day = when.last_day or when.first_day if when else None
    if day is None:
        return {}
    if day <= work.now.date():
        return {PROBLEM: "dossier-apology-until-past"}
    if day <= dt.date.fromisoformat(given["due"]):
        return {PROBLEM: "dossier-apology-until-not-later"}
    if not work.calendar.is_working(day):
        return {PROBLEM: "dossier-apology-until-off"}
    return {"until": day.isoformat()}


ISSUED = forms.known(Issued())


@answers(router.callback_query, IssueApology.filter())
async def pressed(callback_data: IssueApology, work: Work, state: FSMContext) -> SendMessage:
    """Ask for what stands on the signed document."""
    number, version = callback_data.dossier_id, callback_data.due_version
    dossier = await theirs(work.db, work.viewer, number, version)
    if dossier is None or dossier.due_on is None:
        raise StaleError("dossier-apology-stale")
    due, code = dossier.due_on.isoformat(), dossier.code
    given = {"dossier": number, "version": version, "due": due, "code": code}
    return await forms.begin(ISSUED, given, state, work)


async def theirs(
    db: AsyncSession, person: Viewer, dossier_id: int, due_version: int
) -> DossierOfficer | None:
    """The dossier, if they answer for it and it runs with this due time still; else None."""
    found = await apologies.still_run(db, person, {dossier_id: due_version})
    return found[0] if found else None
