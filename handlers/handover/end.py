"""The end of a conversation with a person."""

import datetime as dt

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.handover.calls import tell
from handlers.texts import Say, Words, speak
from storage import audit, handovers
from storage.handovers import Talk
from storage.viewer import Viewer


async def end_talk(
    db: AsyncSession, viewer: Viewer, talk: Talk, *, say: Say, now: dt.datetime
) -> Words:
    """End it and tell the other side; the words for this one."""
    if not await handovers.end(db, viewer, talk.id, now=now):
        return say("handover-over")
    await audit.note(db, viewer, "handover.end", "handover", talk.id, now)
    by_citizen = viewer.account_id == talk.account_id
    other = talk.officer_account_id if by_citizen else talk.account_id
    if other is not None:
        theirs = speak("vi" if by_citizen else talk.language or "vi", say.zone)
        said = (
            theirs("handover-ended-by-citizen", number=talk.id)
            if by_citizen
            else theirs("handover-ended-by-officer")
        )
        await tell(db, other, said, now=now)
    return say("handover-ended")
