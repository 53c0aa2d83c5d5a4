"""“Chuyển 1502 cho phòng Nội chính, hạn 30/11” · Who handles this document, and until when."""

import datetime as dt
from collections.abc import Sequence

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.methods import SendMessage

from handlers import forms
from handlers.documents import contradictions, drafts, handing_back, meant, register_words
from handlers.documents.confirmed import ConfirmedChange
from handlers.documents.due_said import due_said
from handlers.documents.whom import person_named
from handlers.filters import asks
from handlers.forms import Form, Given, Typed
from handlers.references import Open
from handlers.replies import Buttons, Said
from handlers.texts import Words, lines
from handlers.understanding import form_words
from handlers.understanding.asked import Asked, Question
from handlers.understanding.registering import Fields
from handlers.understanding.work_said import Assignment, WorkSaid
from handlers.work import Work
from storage import assigning
from storage.assigning import Given as GivenTo
from storage.document_changes import Change
from storage.errors import NotFoundError
from storage.viewer import Role

router = Router(name=__name__)
WHOM, WHO_SET, CHECKED = "whom", "due_by_id", "checked"
MOST_NAMESAKES = 6


class AssignForm(ConfirmedChange):
    """Which document, to whom, by whose word until when; read back before it counts."""

    name = "assign"
    needs = (WHOM, WHO_SET, CHECKED)

    def ask_for(self, step: str, given: Given, work: Work) -> tuple[Words, Buttons] | Said:
        """To whom, who set the due time, or whether what is odd is meant so."""
        if step == WHOM:
            return _ask_whom(given, work)
        if step == CHECKED:
            return register_words.doubt(given["doubt"], work)
        drop = work.button(work.say("document-register-no-due"), "no-due")
        return work.say("document-register-ask-due-by"), [[drop]]

    async def follows(self, given: Given, work: Work) -> Given:
        """What of the rest was said already."""
        return await examined(given, work)

    async def understand(self, step: str, given: Given, typed: Typed, work: Work) -> Given | None:
        """A name, a leader; on the way, and also at the end, another name or day."""
        if step == CHECKED and (typed.says_yes or typed.pressed or form_words.keeps(typed.words)):
            return await examined(given | _settled(given, typed), work)
        if step == WHO_SET and (typed.pressed or form_words.drops_due(typed.words)):
            return await examined(given | {"due_on": None, "due_days": None}, work)
        if step == WHOM and typed.pressed:
            return await examined(given | {"person_id": int(typed.pressed), "people": []}, work)
        if typed.pressed or typed.asked.bare:
            return None
        said = written(WorkSaid(work.now, work.lexicon).assignment(typed.words))
        if step == WHO_SET:
            said = {"set_by_id": said.get("set_by_id") or said.get("person_id")}
        return await examined(given | said, work) if any(said.values()) else None

    def yes(self, work: Work) -> Words:
        """“Giao”."""
        return work.say("document-assign-yes")

    def read_back(self, given: Given, work: Work) -> Sequence[Words]:
        """To whom, until when, with which words and by whose word."""
        return _assignment(given, work), work.say("document-assign-sure")

    async def make(self, given: Given, work: Work) -> Change | None:
        """It lies with them, until then, as it was read back."""
        due = due_said(_due_fields(given), work)
        clerk = work.viewer.role is Role.CLERK
        to = GivenTo(
            unit_id=given.get("unit_id"),
            person_id=given.get("person_id"),
            set_by_id=given.get("set_by_id") if clerk else work.viewer.person_id,
            instruction=_instruction(given, work),
            **(due.columns if due else {}),  # type: ignore[arg-type]
        )
        return await assigning.assign(
            work.db,
            work.viewer,
            given[meant.SHOWN],
            to,
            due_version=given["version"],
            now=work.now,
        )

    def done(self, given: Given, work: Work) -> Words:
        """To whom it went."""
        whom, name = given[WHOM], "document-assign-done-unit"
        if whom["name"]:
            name = "document-assign-done-person"
        facts = {"name": whom["name"]} if whom["name"] else {}
        return work.say(name, sign=given["sign"], unit=whom["unit"], **facts)

    async def finish(self, given: Given, work: Work) -> SendMessage:
        """To whom it went; on a messenger only which document it was."""
        return work.answer(self.done(given, work), (), [Open(meant.brief(given, work))])


form: Form = forms.known(AssignForm())


def written(said: Assignment) -> Given:
    """What was said, as memory holds it."""
    return {
        name: value.isoformat() if isinstance(value, dt.date) else value
        for name, value in vars(said).items()
        if value not in (None, ())
    }


async def examined(given: Given, work: Work) -> Given:
    """The draft with whom it goes to, who says so, and what is odd about its due time."""
    viewer = work.viewer
    told: Given = dict(given) | {WHOM: None, CHECKED: True, "doubt": None}
    if given.get(meant.SHOWN) is None:
        return told
    if not await assigning.is_assignable(work.db, viewer, given[meant.SHOWN]):
        raise NotFoundError("document-assign-not-yours")
    to = await assigning.target(
        work.db, viewer, unit_id=given.get("unit_id"), person_id=given.get("person_id")
    )
    told[WHOM] = to and {"unit": to.unit, "name": to.name}
    fields = _due_fields(given)
    due = due_said(fields, work)
    told[WHO_SET] = await _set_by(given, work) if due else 0
    for one in contradictions.of_due(fields.due_on, work.now.date(), work.calendar):
        if one.key not in (given.get("accepted") or []):
            return told | {CHECKED: None, "doubt": one.written}
    set_before = given.get("due_before")
    if viewer.role is Role.HEAD and due and set_before and due.on.isoformat() > set_before:
        return told | {CHECKED: None, "doubt": contradictions.later_than(set_before).written}
    return told


async def _set_by(given: Given, work: Work) -> int | None:
    """A leader or a head speaks for themselves; văn thư says which leader it was."""
    if work.viewer.role is not Role.CLERK:
        return work.viewer.person_id
    leader: int | None = given.get("set_by_id")
    return leader if leader and await assigning.is_leader(work.db, leader) else None


def _due_fields(given: Given) -> Fields:
    return drafts.fields_of({name: given.get(name) for name in ("due_on", "due_days")})


def _settled(given: Given, typed: Typed) -> Given:
    doubt = given["doubt"]
    if typed.says_yes and doubt["fix"]:
        return dict(doubt["fix"])
    if not doubt["may_stay"]:
        return {}
    return {"accepted": [*(given.get("accepted") or []), doubt["key"]]}


def _ask_whom(given: Given, work: Work) -> tuple[Words, Buttons]:
    people = list(given.get("people") or [])[:MOST_NAMESAKES]
    if people:
        named = [(person_named(one, work.lexicon), one) for one in people]
        buttons = [[work.button(Words(name), str(one))] for name, one in named]
        return work.say("document-assign-which-person"), buttons
    if work.viewer.role is Role.HEAD:
        return work.say("document-assign-whom-in-unit"), []
    return work.say("document-assign-whom"), []


def _assignment(given: Given, work: Work) -> Words:
    say, whom = work.say, given[WHOM]
    due = due_said(_due_fields(given), work)
    to = (
        say("document-assign-to-person", name=whom["name"], unit=whom["unit"])
        if whom["name"]
        else say("document-assign-to-unit", unit=whom["unit"])
    )
    said_by = given.get("set_by_id") if work.viewer.role is Role.CLERK else None
    instruction = _instruction(given, work)
    return lines(
        to,
        due.explained(work) if due else None,
        say("document-assign-instruction", instruction=instruction) if instruction else None,
        say("document-assign-said-by", name=person_named(said_by, work.lexicon))
        if said_by
        else None,
    )


def _instruction(given: Given, work: Work) -> str:
    """The words of whoever may give them; văn thư's only with the leader they are of."""
    is_theirs = work.viewer.role is not Role.CLERK or given.get("set_by_id")
    return str(given.get("words") or "") if is_theirs else ""


@asks(router, Question.DOCUMENT_ASSIGN)
async def document_assign(
    asked: Asked,
    work: Work,
    state: FSMContext,
    before: Asked | None = None,
    words: str = "",
) -> SendMessage:
    """The document named or shown last, to whoever is named; nothing counts before a “yes”."""
    if work.viewer.role in (Role.CITIZEN, Role.ADMIN):
        return work.answer.anywhere(work.say("document-for-staff"))
    if await handing_back.is_theirs(asked, work, before):  # who holds it may pass it on
        return await handing_back.typed(asked, work, state, before)
    if not await assigning.assigns(work.db, work.viewer):
        return work.answer.anywhere(work.say("document-assign-for"))
    record, rest = await meant.which(words, before, work)
    given = written(WorkSaid(work.now, work.lexicon).assignment(rest)) | {"words": words}
    if record:
        given |= meant.kept(record, work)
    return await forms.begin(form, await examined(given, work), state, work)
