"""A file of records is fetched and read before anything is written down; its bytes stay in memory.

Only what somebody sends who may import is fetched at all.
"""

import asyncio
import logging

from aiogram.types import Document, Update

from bot.channels import Channel
from bot.data.imports import reading
from bot.imports import ImportDesk
from bot.pictures import NOT_FETCHED, Bounded, TooBigError
from handlers.imports.outcome import UnreadableError, may_import
from handlers.imports.sheet import Brought
from storage import accounts
from storage.engine import Store
from storage.viewer import Viewer

log = logging.getLogger(__name__)
WITHIN = 60.0  # seconds, to fetch and to read
AT_ONCE = 1  # a large workbook takes some hundred megabytes
UNNAMED = "so.xlsx"


class BoundedSheet(Bounded):
    """As many bytes as a sheet may have."""

    @property
    def most(self) -> int:
        """How many."""
        return reading.MOST_BYTES


class Sheets:
    """Reads sheets, one at a time."""

    def __init__(self, store: Store, desk: ImportDesk) -> None:
        self.store = store
        self.desk = desk
        self._places = asyncio.Semaphore(AT_ONCE)

    async def read(self, channel: Channel, update: Update) -> Brought | None:
        """What was brought; None for other updates, and for files of who has nothing to import."""
        message = update.message
        file = message.document if message else None
        if message is None or file is None or (file.mime_type or "").startswith("image/"):
            return None
        viewer = await self._viewer(channel, message.chat.id)
        if not viewer.is_staff:
            return None
        name = file.file_name or UNNAMED
        if not reading.is_table(name, file.mime_type or ""):
            other = Brought(refusal=UnreadableError("import-other-kind"))
            return other if may_import(viewer) else None
        if not may_import(viewer):
            return Brought()
        try:
            async with asyncio.timeout(WITHIN), self._places:
                content = await self._fetched(channel, file)
                async with self.store.reading() as db:
                    return Brought(sheet=await self.desk.read(db, name, content))
        except UnreadableError as refusal:
            return Brought(refusal=refusal)
        except NOT_FETCHED as trouble:
            log.warning("a sheet could not be fetched: %s", type(trouble).__name__)
            return Brought(refusal=UnreadableError("import-not-fetched"))

    async def _fetched(self, channel: Channel, file: Document) -> bytes:
        too_big = UnreadableError("import-too-big", megabytes=reading.MOST_BYTES // 2**20)
        if (file.file_size or 0) > reading.MOST_BYTES:
            raise too_big
        try:
            with BoundedSheet() as content:
                await channel.bot.download(file.file_id, content, timeout=int(WITHIN))
                return content.getvalue()
        except TooBigError:
            raise too_big from None

    async def _viewer(self, channel: Channel, chat_id: int) -> Viewer:
        """Whose rights are asked again, as they then are, by whoever answers."""
        async with self.store.reading() as db:
            known = await accounts.viewer_of(db, channel.name, chat_id, bot_id=channel.bot.id)
        return known.viewer if known else Viewer.stranger()
