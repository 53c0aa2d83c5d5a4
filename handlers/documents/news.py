"""News of one change for whoever must know, worded from the records when it is said."""

from aiogram.types import InlineKeyboardButton
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.documents.deciding import choice
from handlers.keyboards import asking
from handlers.references import Open
from handlers.replies import Buttons, Said
from handlers.texts import Say, Words, lines
from handlers.understanding.asked import Asked, Question, Slots
from storage import document_changes, documents, extensions, people_of_work
from storage.document_changes import Change
from storage.extensions import Wish
from storage.models import DocumentAct, ExtensionState
from storage.viewer import Viewer

OF_A_WISH, OF_A_CHANGE, UNDONE = "extension", "change", "undone"


async def words(db: AsyncSession, person: Viewer, of: str, *, say: Say) -> Said | None:
    """What `of` names (“extension 3”, “change 12”, “undone 12”); None when it is of no use now."""
    kind, _, number = of.partition(" ")
    if kind == OF_A_WISH:
        wish = await extensions.by_id(db, person, int(number))
        waits = wish and wish.state is ExtensionState.ASKED
        return _wish(wish, say) if wish and waits else None
    change = await document_changes.by_id(db, Viewer.office(), int(number))
    if change is None or (kind == OF_A_CHANGE and change.undone_at is not None):
        return None
    by = await people_of_work.name_of(db, change.by_id) if change.by_id else ""
    told = (
        say("news-undone", by=by, sign=change.number_sign)
        if kind == UNDONE
        else _change(change, by, say)
    )
    seen = await documents.by_id(db, person, change.document_id)
    rows: Buttons = [[_see(change, say)]] if seen else ()
    return told, rows, [Open(told)]


def _wish(wish: Wish, say: Say) -> Said:
    first = say("news-extension", asker=wish.asker, sign=wish.number_sign, until=wish.until)
    told = lines(
        first,
        say("document-done-subject", subject=wish.subject),
        say("news-extension-due", due=wish.due_on) if wish.due_on else None,
        say("news-extension-reason", reason=wish.reason),
    )
    return told, [choice(wish, say)], [Open(first)]


def _change(change: Change, by: str, say: Say) -> Words:
    sign = change.number_sign
    match change.act:
        case DocumentAct.EXTENDED:
            until = change.after.get("due_on")
            facts = {"granted": until is not None, "until": until or change.at.date()}
            return say("news-decided", by=by, sign=sign, **facts)
        case DocumentAct.DONE:
            return say("news-done", by=by, sign=sign, at=change.at)
        case DocumentAct.RETURNED:
            return say("news-returned", by=by, sign=sign, reason=change.reason)
        case _:
            return say("news-other", by=by, sign=sign)


def _see(change: Change, say: Say) -> InlineKeyboardButton:
    slots = Slots(item_id=change.document_id)
    asked = Asked(question=Question.DOCUMENT_STATUS, confidence=1.0, slots=slots)
    return asking(say("news-see"), asked)
