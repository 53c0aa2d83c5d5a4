"""Files that Zalo does not take: put behind a link of ours for some minutes."""

import mimetypes
import secrets
from dataclasses import dataclass
from datetime import timedelta
from html import escape

from handlers.texts import speak
from scheduler.clock import VIETNAM, Clock
from storage import handed_files
from storage.engine import Store
from storage.models import HandedFile

PATH = "/tep"
UNKNOWN_MIME = "application/octet-stream"


@dataclass(frozen=True, kw_only=True)
class Handing:
    """Where such links lead. Without an address that people can reach, there are none."""

    store: Store
    clock: Clock
    page_url: str
    lasts: timedelta

    async def hand(self, channel: str, chat_id: int, name: str, content: bytes) -> str | None:
        """The address of a file, which whoever has it can open until its time is over."""
        if not self.page_url:
            return None
        number = secrets.token_urlsafe(32)
        mime = mimetypes.guess_type(name)[0] or UNKNOWN_MIME
        file = HandedFile(
            id=number,
            channel=channel,
            chat_id=chat_id,
            name=name,
            mime=mime,
            content=content,
            until=self.clock() + self.lasts,
        )
        async with self.store.sessions() as db, db.begin():
            await handed_files.keep(db, file)
        return f"{self.page_url}{PATH}/{number}"

    async def words(self, channel: str, chat_id: int, name: str, content: bytes) -> str:
        """The sentence that stands for a file: its link, or where else it can be had."""
        say = speak("vi", VIETNAM)
        link = await self.hand(channel, chat_id, name, content)
        if link is None:
            return say("file-elsewhere", name=name)
        minutes = self.lasts // timedelta(minutes=1)
        return say("file-link", name=name, url=escape(link, quote=False), minutes=minutes)
