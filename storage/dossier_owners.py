"""Who has shown that a dossier is theirs: its code, and a second fact that is not printed on it."""

import hmac
from datetime import datetime
from typing import Literal

import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import audit, upserts
from storage.models import DossierGrant, ItemKind
from storage.seals import Seal
from storage.viewer import Viewer

NumberOf = Literal["phone", "identity"]
"""What digits are the end of, as their seals say it."""

EITHER: tuple[NumberOf, ...] = ("phone", "identity")
OPENED = "dossier.opened"

_dossier = SQLModel.metadata.tables["dossier"]
_SEALS = sa.select(_dossier.c.id, _dossier.c.phone_seal, _dossier.c.identity_seal).where(
    _dossier.c.code == sa.bindparam("code")
)
_GRANT = upserts.upsert(
    DossierGrant,
    lambda insert: insert.on_conflict_do_nothing(index_elements=["account_id", "dossier_id"]),
)


def sealed(seal: Seal, of: NumberOf, code: str, digits: str) -> str:
    """What the store keeps of the last four digits that were given with a dossier."""
    return seal(of, code, digits)


async def open_to(
    db: AsyncSession,
    viewer: Viewer,
    code: str,
    digits: str,
    *,
    seal: Seal,
    now: datetime,
    of: tuple[NumberOf, ...] = EITHER,
) -> bool:
    """Whether the digits end the telephone number or the số định danh given with this dossier.

    If so, this account may see this dossier as its owner from now on, and no other: agents hand in
    dozens under one number. How long a wrong try takes does not depend on how much of it was
    right, nor on whether there is such a dossier. It does not count the try.
    """
    found = (await (await db.connection()).execute(_SEALS, {"code": code})).one_or_none()
    kept = {"phone": found.phone_seal, "identity": found.identity_seal} if found else {}
    nobodys = seal("nobody", code)
    right = [
        hmac.compare_digest(kept.get(one) or nobodys, sealed(seal, one, code, digits)) for one in of
    ]
    if found is None or not any(right):
        return False
    values = {"account_id": viewer.account_id, "dossier_id": found.id, "since": now}
    await upserts.run(db, _GRANT, values)
    await audit.note(db, viewer, OPENED, ItemKind.DOSSIER, found.id, now)
    return True
