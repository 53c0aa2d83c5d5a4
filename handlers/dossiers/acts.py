"""What the holder of a dossier does about it, and how it is read back."""

from collections.abc import Sequence

from handlers.dossiers.desk import Desk
from handlers.dossiers.lines import name_of
from handlers.keyboards import button
from handlers.presses import Done, UndoDossier
from handlers.references import Open
from handlers.replies import Buttons, Said
from handlers.texts import Say, Words, lines
from handlers.work import Work
from scheduler.pauses import PutOff
from scheduler.working_time import WorkingTime
from storage import audit, dossier_acts, dossiers
from storage.dossier_changes import Counting
from storage.dossier_states import may_follow
from storage.dossiers import DossierOfficer, DossierPublic
from storage.models import DossierState, ItemKind, RecordKind
from storage.viewer import Viewer


def counting(work: Work, desk: Desk) -> Counting:
    """How this office counts the time that is not its own."""
    office = WorkingTime(work.calendar, work.say.zone)
    return Counting(put_off=PutOff(office), fee_pauses=desk.rules.fee_pauses)


def buttons(dossier: DossierPublic, viewer: Viewer, say: Say) -> Buttons:
    """“Đã xong”, under the card of a dossier that this person holds and may bring to its end."""
    if not isinstance(dossier, DossierOfficer) or not _may_finish(dossier, viewer):
        return ()
    press = Done(kind=ItemKind.DOSSIER, item_id=dossier.id, due_version=dossier.due_version)
    return [[button(say("document-done"), press.pack())]]


async def finish(
    work: Work, desk: Desk, ids: Sequence[int], *, due_version: int | None = None
) -> Said:
    """“Đã xong”: each is written at once and read back, with one button that undoes them all."""
    done = await dossier_acts.finish(
        work.db, work.viewer, ids, counting(work, desk), now=work.now, due_version=due_version
    )
    told = [work.say("dossier-done", code=one.code, at=work.now) for one in done]
    left = [one for one in ids if one not in {one.id for one in done}]
    if left:
        told += await _why_not(work, left)
    if done:
        told.append(work.say("dossier-done-there-too"))
    undo = [UndoDossier(change_id=done[-1].change_id).pack()] if done else []
    rows = [[button(work.say("act-undo"), press)] for press in undo]
    return lines(*told), rows, [Open(words) for words in told]


async def undo(work: Work, desk: Desk, change_id: int | None) -> Said | None:
    """As it was before, within ten minutes; None when there is nothing to undo."""
    undone = await dossier_acts.undo(
        work.db, work.viewer, change_id, counting(work, desk), now=work.now
    )
    told = [work.say("dossier-undone", code=one.code) for one in undone]
    return (lines(*told), (), [Open(words) for words in told]) if told else None


def _may_finish(dossier: DossierOfficer, viewer: Viewer) -> bool:
    theirs = viewer.answers_for(dossier.holder_id)
    return theirs and may_follow(dossier.state, DossierState.FINISHED)


async def _why_not(work: Work, ids: Sequence[int]) -> list[Words]:
    """Of each what has become of it; nothing of what it is about."""
    known = await dossiers.by_ids(work.db, work.viewer, ids)
    audit.saw(work.db, RecordKind.DOSSIER, known)
    return [_why(known.get(one), work) for one in ids]


def _why(dossier: DossierOfficer | None, work: Work) -> Words:
    if dossier is None:
        return work.say("dossier-done-gone")
    code = dossier.code
    if dossier.state in (DossierState.FINISHED, DossierState.RETURNED):
        return work.say("dossier-done-before", code=code)
    if not work.viewer.answers_for(dossier.holder_id):
        return work.say("dossier-done-others", code=code)
    if may_follow(dossier.state, DossierState.FINISHED):
        return work.say("dossier-done-new-deadline", code=code)
    state = work.say("dossier-state", state=name_of(dossier.state))
    return work.say("dossier-done-state", code=code, state=state)
