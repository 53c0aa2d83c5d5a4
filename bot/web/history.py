"""What was said in a chat, read from the store and put into frames for the page."""

from collections.abc import Sequence
from datetime import UTC, datetime

from bot.channels import webchat
from bot.web import frames
from storage import conversations
from storage.engine import Store
from storage.models import ChatLine

LINES_AT_ONCE = 50
MOST_MISSED = 200  # after a longer absence the page starts anew with the last lines


async def last_lines(
    store: Store, chat_id: int, *, before: int | None = None, reset: bool = False
) -> frames.History:
    """The last lines of a chat; with `before`, the last ones before that line."""
    async with store.reading() as db:
        rows = await conversations.history(
            db, webchat.NAME, chat_id, limit=LINES_AT_ONCE + 1, before=before
        )
        files = await conversations.files_under(db, rows)
    return frames.History(
        lines=_lines(rows[-LINES_AT_ONCE:], files),
        more=len(rows) > LINES_AT_ONCE,
        older=before is not None,
        reset=reset,
    )


async def missed_lines(store: Store, chat_id: int, *, after: int, now: datetime) -> frames.History:
    """What was said, or edited, since line `after`; if that is too much, the last lines."""
    async with store.reading() as db:
        rows = await conversations.missed(
            db,
            webchat.NAME,
            chat_id,
            after=after,
            # Message ids of this channel are milliseconds.
            since=datetime.fromtimestamp(min(after / 1000, now.timestamp()), UTC),
            limit=MOST_MISSED + 1,
        )
        files = await conversations.files_under(db, rows)
    if len(rows) > MOST_MISSED:
        return await last_lines(store, chat_id, reset=True)
    return frames.History(lines=_lines(rows, files))


def _lines(
    rows: Sequence[ChatLine], files: dict[str, conversations.FileFacts]
) -> tuple[frames.Line, ...]:
    return tuple(_line(row, files.get(row.file_id or "")) for row in rows)


def _line(row: ChatLine, file: conversations.FileFacts | None) -> frames.Line:
    link = (
        webchat.link_to(row.file_id, file.name, file.mime, file.size)
        if row.file_id and file
        else None
    )
    return frames.Line(
        id=row.message_id or 0,
        ours=row.ours,
        at=row.at,
        html=row.html,
        buttons=tuple(tuple(frames.Button(**b) for b in buttons) for buttons in row.buttons),
        file=link,
        edited=row.edited_at is not None,
    )
