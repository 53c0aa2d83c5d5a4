"""A file of records is sent · What it holds and would change; then “Nhập” or “Thôi”."""

import datetime as dt
from dataclasses import dataclass
from pathlib import PurePath

from aiogram import Router
from aiogram.filters import Filter
from aiogram.methods import SendDocument, SendMessage
from aiogram.types import TelegramObject
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.filters import answers
from handlers.imports import lines
from handlers.imports.desk import Desk, Sheet
from handlers.imports.outcome import Outcome, UnreadableError, may_import
from handlers.keyboards import button
from handlers.presses import LeaveSheet, TakeSheet
from handlers.replies import Answer, Buttons
from handlers.texts import Say
from storage import audit
from storage.errors import NotFoundError, StaleError
from storage.viewer import Viewer

router = Router(name=__name__)


@dataclass(frozen=True, kw_only=True)
class Brought:
    """The file that was sent: a sheet, or why it is none."""

    sheet: Sheet | None = None
    refusal: UnreadableError | None = None


class Brings(Filter):
    """A file was sent that may be a sheet."""

    async def __call__(self, _event: TelegramObject, brought: Brought | None = None) -> bool:
        return brought is not None


@answers(router.message, Brings())
async def sheet_sent(
    brought: Brought,
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    now: dt.datetime,
    imports: Desk,
) -> SendMessage | SendDocument:
    """Looked at only: what it is, what it would change, what is wrong in it and where."""
    if not may_import(viewer):
        raise NotFoundError("import-not-yours")
    if brought.refusal or brought.sheet is None:
        refusal = brought.refusal or UnreadableError("import-not-a-table")
        return answer.anywhere(say(refusal.text_id, **refusal.facts))
    sheet = brought.sheet
    outcome = await imports.look(db, viewer, sheet, now=now)
    if outcome is None:
        return answer.anywhere(say("import-unknown"))
    if outcome.secret:
        await audit.note(db, viewer, "import.refused", "", None, now, detail=outcome.kind)
    if outcome.problems and not outcome.secret:
        return await _with_errors(sheet, outcome, imports, say, answer)
    number = viewer.account_id and outcome.may_be_written and not outcome.secret
    if not number:
        return answer.anywhere(lines.told(outcome, sheet.name, say))
    accepts = bool(outcome.doubts)
    held = imports.hold(viewer.account_id or 0, sheet, now=now, accepts=accepts)
    buttons = _buttons(held, say, accepts=accepts)
    return answer.anywhere(lines.told(outcome, sheet.name, say), buttons)


@answers(router.callback_query, TakeSheet.filter())
async def sheet_imported(
    callback_data: TakeSheet,
    viewer: Viewer,
    db: AsyncSession,
    say: Say,
    answer: Answer,
    now: dt.datetime,
    imports: Desk,
) -> SendMessage | SendDocument:
    """All of it or nothing: it is compared anew with what the store holds by now."""
    sheet = imports.take(viewer.account_id or 0, callback_data.number, now=now)
    if sheet is None:
        raise StaleError("import-not-held")
    outcome = await imports.write(db, viewer, sheet, now=now) if may_import(viewer) else None
    if outcome is None:
        raise NotFoundError("import-not-yours")
    if outcome.problems and not outcome.secret:
        return await _with_errors(sheet, outcome, imports, say, answer)
    return answer.anywhere(lines.told(outcome, sheet.name, say))


@answers(router.callback_query, LeaveSheet.filter())
async def sheet_left(
    callback_data: LeaveSheet, viewer: Viewer, say: Say, answer: Answer, now: dt.datetime,
    imports: Desk,
) -> SendMessage:  # fmt: skip
    """Nothing of it is held any more."""
    imports.take(viewer.account_id or 0, callback_data.number, now=now)
    return answer.anywhere(say("import-left"))


async def _with_errors(
    sheet: Sheet, outcome: Outcome, imports: Desk, say: Say, answer: Answer
) -> SendDocument:
    content = await imports.marked(sheet, outcome, say)
    name = say("import-errors-file", name=PurePath(sheet.name).stem)
    return answer.file(name, content, lines.told(outcome, sheet.name, say))


def _buttons(number: str, say: Say, *, accepts: bool) -> Buttons:
    take = say("import-button-accept" if accepts else "import-button")
    return [
        [
            button(take, TakeSheet(number=number).pack()),
            button(say("import-button-leave"), LeaveSheet(number=number).pack()),
        ]
    ]
