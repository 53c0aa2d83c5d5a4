"""How many classified documents a month saw: numbers, the only thing that is kept of them."""

from typing import assert_never

import sqlalchemy as sa

from storage.rights import decides
from storage.viewer import DutyKind, Role, Viewer


@decides("classifiedcount")
def visible_to(viewer: Viewer) -> sa.ColumnElement[bool]:
    """Who may know the numbers: the leaders, and whoever enters them as a duty.

    There is nothing else to know here: no number of a document, no subject, no sender
    (Luật Bảo vệ bí mật nhà nước 117/2025/QH15).
    """
    match viewer.role:
        case Role.OFFICE | Role.LEADER:
            return sa.true()
        case Role.HEAD | Role.OFFICER | Role.CLERK:
            return sa.true() if DutyKind.CLASSIFIED_COUNTS in viewer.duties else sa.false()
        case Role.CITIZEN | Role.ADMIN:
            return sa.false()
    assert_never(viewer.role)
