"""Who must hear that a document is not theirs any more, or is over."""

from handlers.work import Work
from storage import assigning, news
from storage.document_changes import Change


async def tell_who_had_it(change: Change, work: Work) -> None:
    """News of the change for its holder, or for the heads while only the unit had it.

    Whoever did it, and whoever still has it, knows by other ways.
    """
    knows = (change.by_id, change.after.get("holder_id"))
    for person_id in await assigning.who_had(work.db, change):
        if person_id not in knows:
            of = f"change {change.id}"
            await news.tell(work.db, person_id=person_id, of=of, now=work.now)
