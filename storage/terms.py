"""How long what is kept is kept."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, kw_only=True)
class Terms:
    """The office's terms. No law names them for a chat: docs/privacy.md says what each covers."""

    chats: timedelta = timedelta(days=90)
    lookups: timedelta = timedelta(days=30)
    audit: timedelta = timedelta(days=1825)
    unlearnt: timedelta = timedelta(days=30)
    inbound: timedelta = timedelta(hours=48)
