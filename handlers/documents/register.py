"""“Vào sổ: 2311/UBND-KTN ngày 24/11 của UBND tỉnh X về …” · Văn thư registers what came in."""

import datetime as dt
import re
from collections.abc import AsyncIterator

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.methods import SendMessage

from handlers import forms
from handlers.documents import contradictions, drafts, register_words
from handlers.documents.contradictions import Doubted
from handlers.documents.due_said import due_said
from handlers.documents.whom import person_named, unit_named
from handlers.filters import asks
from handlers.forms import PROBLEM, Form, Given, Typed
from handlers.replies import Buttons, Said
from handlers.texts import Say, Words
from handlers.understanding import form_words
from handlers.understanding.asked import Question
from handlers.understanding.registering import Fields, Registering
from handlers.work import Work
from storage import assigning, audit, registering
from storage.models import RecordKind, Urgency
from storage.registering import Entry
from storage.viewer import Role, Viewer

router = Router(name=__name__)
LINE, SIGN, DATED, ISSUER, SUBJECT, WHO_SET = (
    "line", "number_sign", "dated", "issuer", "subject", "due_by_id",
)  # fmt: skip
CHECKED, SURE = "checked", "sure"
EDIT, KEEP, NO_DUE = "edit", "keep", "no-due"
_SYMBOL = re.compile(r"(?:[^\W\d_]|&)+(?:[-./](?:[^\W\d_]|[&.])+)*")


def may_keep(viewer: Viewer, say: Say) -> Words | None:
    """Why this person cannot write in the register; None for văn thư."""
    if viewer.role in (Role.CITIZEN, Role.ADMIN):
        return say("document-for-staff")
    if viewer.on_behalf:
        return say("document-register-in-person")
    return None if registering.is_registrar(viewer) else say("document-register-for-clerks")


class RegisterForm:
    """An entry: what the line does not say is asked for, what is odd is asked about."""

    name = "register"
    steps = (LINE, SIGN, DATED, ISSUER, SUBJECT, WHO_SET, CHECKED, SURE)
    again = LINE

    def ask(self, step: str, given: Given, work: Work) -> tuple[Words, Buttons] | Said:
        """The next thing that is missing or odd; in the end all of it, read back."""
        say = work.say
        match step:
            case "checked":
                return register_words.doubt(given["doubt"], work)
            case "sure":
                return register_words.read_back(given, work)
            case "due_by_id":
                drop = work.button(say("document-register-no-due"), NO_DUE)
                return say(given.get(PROBLEM, "document-register-ask-due-by")), [[drop]]
            case "number_sign" if given.get("bare_number"):
                return say("document-register-no-sign", number=given["bare_number"]), []
            case _:
                return say(f"document-register-ask-{step.replace('_', '-')}"), []

    async def read(self, step: str, given: Given, typed: Typed, work: Work) -> Given | None:
        """What is said of this thing, or of others by their names."""
        reads = Registering(work.now, work.lexicon)
        if step == LINE:
            fields = reads.line(typed.words)
            asks = form_words.asks(typed.words) and not fields.subject
            return await begun(fields, work) if fields.is_entry and not asks else None
        if step == SURE:
            return await self._sure(given, typed, reads, work)
        if step == CHECKED and (answered := _settled(given, typed)) is not None:
            return answered | await examined(given | answered, work)
        said = await self._said(step, given, typed, reads, work)
        return None if said is None else said | await examined(given | said, work)

    async def _said(
        self, step: str, given: Given, typed: Typed, reads: Registering, work: Work
    ) -> Given | None:
        if step == WHO_SET:
            return await _who_set(typed, work)
        if typed.pressed or typed.asked.bare:
            return None
        named = reads.named(typed.words)
        match step:
            case "number_sign":
                return _numbered(typed.words, given, reads)
            case "dated" if not named.dated:
                return drafts.written(Fields(dated=reads.day(typed.words))) or None
            case "issuer" if not named.issuer:
                return {ISSUER: typed.words.strip()}
            case "subject" if not named.subject:
                return {SUBJECT: typed.words.strip()}
            case _:
                return drafts.written(named) or None

    async def _sure(
        self, given: Given, typed: Typed, reads: Registering, work: Work
    ) -> Given | None:
        if typed.says_yes or form_words.writes(typed.words):
            return await _write(given, work)
        if typed.pressed == EDIT:
            return {"note": EDIT}
        if reads.line(typed.words).is_entry:
            return {"note": "waits"}
        edited = form_words.edited(typed.words)
        changed = drafts.written(reads.named(typed.words if edited is None else edited))
        if not changed:
            return None if edited is None else {"note": EDIT}
        changed["note"] = None
        return changed | await examined(given | changed, work)

    async def finish(self, given: Given, work: Work) -> SendMessage:
        """One line, with the số đến."""
        return work.answer(*register_words.written(given, work))


form: Form = forms.known(RegisterForm())


@asks(router, Question.DOCUMENT_REGISTER)
async def document_register(
    work: Work,
    state: FSMContext,
    words: str = "",
) -> SendMessage:
    """Take the line apart, and ask for what is missing before anything is written."""
    refused = may_keep(work.viewer, work.say)
    if refused:
        return work.answer.anywhere(refused)
    fields = Registering(work.now, work.lexicon).line(words)
    return await forms.begin(form, await begun(fields, work), state, work)


async def begun(fields: Fields, work: Work) -> Given:
    """A draft of what was said, looked at."""
    given = drafts.written(fields) | {LINE: True}
    if fields.number_sign and not _has_symbol(fields.number_sign):
        given |= {SIGN: None, "bare_number": fields.number_sign}
    return given | await examined(given, work)


async def examined(given: Given, work: Work) -> Given:
    """What is still odd about the draft, the number it will get, and its names in words."""
    fields = drafts.fields_of(given)
    due = due_said(fields, work)
    told: Given = {
        WHO_SET: given.get(WHO_SET) or (None if due else 0),
        "unit": unit_named(fields.unit_id, work.lexicon),
        "due_by": person_named(fields.due_by_id, work.lexicon),
    }
    if fields.due_by_id and not await assigning.is_leader(work.db, fields.due_by_id):
        told |= {WHO_SET: None}
    if fields.unit_id and not await assigning.target(work.db, work.viewer, unit_id=fields.unit_id):
        told |= {"unit_id": None, "unit": ""}
    year = (fields.arrived_on or work.now.date()).year
    following = await registering.next_number(work.db, year)
    told |= {"next": following, "number": fields.book_number or following}
    accepted = given.get("accepted") or []
    complete = all(given.get(step) is not None for step in (SIGN, DATED, ISSUER, SUBJECT))
    async for one in _oddities(fields, following, year, work, complete=complete):
        if one.key not in accepted:
            return told | {CHECKED: None, "doubt": one.written}
    return told | {CHECKED: True, "doubt": None}


async def _oddities(
    fields: Fields, following: int, year: int, work: Work, *, complete: bool
) -> AsyncIterator[Doubted]:
    for one in contradictions.in_itself(fields, work.now.date(), work.calendar):
        yield one
    if fields.book_number is not None:
        holder = await registering.by_book_number(work.db, work.viewer, fields.book_number, year)
        for one in contradictions.of_number(fields.book_number, following, holder):
            yield one
    if complete and fields.dated:
        same = await registering.same_as(
            work.db,
            work.viewer,
            issuer=fields.issuer,
            number_sign=fields.number_sign,
            dated=fields.dated,
            subject=fields.subject,
        )
        if same:
            audit.saw(work.db, RecordKind.DOCUMENT, [same.id])
            yield contradictions.of_another(same)


def _settled(given: Given, typed: Typed) -> Given | None:
    """“Ừ” does what was proposed; where nothing is, or with “giữ nguyên”, it stays as it is."""
    doubt = given["doubt"]
    keeps = typed.pressed == KEEP or form_words.keeps(typed.words)
    if typed.says_yes and doubt["fix"]:
        return dict(doubt["fix"])
    if doubt["may_stay"] and (keeps or typed.says_yes):
        return {"accepted": [*(given.get("accepted") or []), doubt["key"]]}
    return None


def _has_symbol(number_sign: str) -> bool:
    return "/" in number_sign or "-" in number_sign


def _numbered(words: str, given: Given, reads: Registering) -> Given | None:
    """The number with its ký hiệu, the whole line, or only the ký hiệu that was missing."""
    fields = reads.line(words)
    if _has_symbol(fields.number_sign):
        return drafts.written(fields) | {"bare_number": None}
    bare = given.get("bare_number") or fields.number_sign
    symbol = words.strip(" /.")
    if bare and _SYMBOL.fullmatch(symbol):
        return {SIGN: f"{bare}/{symbol.upper()}", "bare_number": None}
    return drafts.written(fields) | {SIGN: None, "bare_number": bare} if bare else None


async def _who_set(typed: Typed, work: Work) -> Given | None:
    """A leader by name; a due time that none of them set is not kept."""
    if typed.pressed == NO_DUE or form_words.drops_due(typed.words):
        return {"due_on": None, "due_days": None, WHO_SET: 0}
    slots = typed.asked.slots
    named = slots.people or ([slots.person_id] if slots.person_id else [])
    leaders = [one for one in named if await assigning.is_leader(work.db, one)]
    if len(leaders) == 1:
        return {WHO_SET: leaders[0]}
    return {PROBLEM: "document-register-which-leader"} if named else None


async def _write(given: Given, work: Work) -> Given:
    """Write it; where somebody took the number meanwhile, the next one is offered."""
    fields = drafts.fields_of(given)
    arrived_at = _arrival(fields, work)
    due = due_said(fields, work)
    assert fields.dated is not None  # noqa: S101 - a step asks for it
    entry = Entry(
        year=arrived_at.year,
        book_number=given["number"],
        arrived_at=arrived_at,
        issuer=fields.issuer,
        number_sign=fields.number_sign,
        dated=fields.dated,
        kind=drafts.kind_of(fields.number_sign),
        subject=fields.subject,
        urgency=fields.urgency or Urgency.NORMAL,
        unit_id=fields.unit_id,
        due_set_by_id=(fields.due_by_id or None) if due else None,
        **(due.columns if due else {}),  # type: ignore[arg-type]
    )
    made = await registering.register(work.db, work.viewer, entry, now=work.now)
    if made is None:
        return (given | {"book_number": None, "note": "number"}) | await examined(
            given | {"book_number": None}, work
        )
    audit.saw(work.db, RecordKind.DOCUMENT, [made.document_id])
    return {SURE: made.document_id}


def _arrival(fields: Fields, work: Work) -> dt.datetime:
    """Now; of what came on another day only the day is known, and counts from the opening."""
    now = work.now.astimezone(work.say.zone)
    if fields.arrived_on is None or fields.arrived_on == now.date():
        return now
    return dt.datetime.combine(fields.arrived_on, work.calendar.hours.opens, work.say.zone)
