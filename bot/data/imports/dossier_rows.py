"""What the cells of a row say of a dossier together."""

import re
from typing import Any

from bot.data.imports.names import Names
from bot.data.imports.rows import Built, Place, Remark, Values, WrongTogether, at, date, id_of
from storage.dossier_owners import sealed
from storage.folding import folded
from storage.imported_dossiers import CHANGED_AT, procedure_key
from storage.models import DossierState

# TT 01/2018/TT-VPCP Đ.19 and the shapes seen since.
_CODE = re.compile(
    r"(?:\d{2,3}\.){0,3}[GHK]\d{2}(?:\.\d{1,3}){0,4}-(?:\d{6}|\d{8})-\d{4,7}", re.ASCII
)
_MOMENTS = ("submitted", "received", "finished", "returned", "changed")


def dossier(row: Values, place: Place, _names: Names) -> Built:
    """One dossier. Of telephone and identity numbers only seals of the last four digits stay."""
    code = str(row.get("code")).upper().replace(" ", "")
    if not _CODE.fullmatch(code):
        raise WrongTogether("code", "dossier-code", read=row.get("code"))
    for name in _MOMENTS:
        told = row.get(name)
        if told and date(told) > place.now.date():
            raise WrongTogether(name, "day-ahead", day=date(told))
    received, due, finished = row.get("received"), row.get("due"), row.get("finished")
    if received and due and date(due) < date(received):
        raise WrongTogether("due", "due-before-received", day=date(received))
    holder, opens = row.get("holder"), place.hours.opens
    procedure_id, remarks = _procedure(row, place)
    told = row.only(
        code=code,
        procedure_id=procedure_id,
        applicant=row.get("applicant"),
        submitted_by=row.get("submitted_by"),
        submitted_at=at(row.get("submitted"), opens, place),
        received_at=at(received, opens, place),
        received_on=date(received) if received else None,
        due_at=at(due, place.hours.closes, place),
        due_on=date(due) if due else None,
        finished_at=at(finished, opens, place),
        finished_on=date(finished) if finished else None,
        returned_at=at(row.get("returned"), opens, place),
        state=_state(row),
        receiving_unit_id=_receiving(row, place),
        unit_id=id_of(row.get("unit")) or (holder.unit_id if holder else None),
        holder_id=id_of(holder),
        missing=row.get("missing"),
        phone_seal=_seal(row, "phone", code, place),
        identity_seal=_seal(row, "identity", code, place),
    )
    told[CHANGED_AT] = at(row.get("changed"), opens, place)
    return Built(rows=(told,), key=code, named_by="code", remarks=remarks)


def _state(row: Values) -> DossierState:
    state: DossierState = row.get("state")
    return state


def _receiving(row: Values, place: Place) -> int | None:
    """The desk that received it: a clerk's own, and no other."""
    told = id_of(row.get("receiving"))
    if place.own_desk is not None and told not in (None, place.own_desk):
        raise WrongTogether("receiving", "desk-of-others")
    return told or place.own_desk


def _procedure(row: Values, place: Place) -> tuple[int | None, tuple[Remark, ...]]:
    """By its code, else by its name. One that is not published here is told, not guessed."""
    code, name = row.get("procedure_code"), row.get("procedure")
    keys = [procedure_key(code)] if code else []
    keys += [folded(name)] if name else []
    found = next((place.procedures[key] for key in keys if key in place.procedures), None)
    if found is not None or not keys:
        return found, ()
    field = "procedure_code" if code else "procedure"
    return None, (Remark(field=field, text="procedure-unknown", facts={"read": code or name}),)


def _seal(row: Values, of: Any, code: str, place: Place) -> str | None:
    digits = row.get(of)
    return sealed(place.seal, of, code, digits) if digits else None
