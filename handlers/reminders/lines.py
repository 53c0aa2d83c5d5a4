"""How one message of the ledger reads as a line."""

from collections.abc import Sequence

from handlers.texts import Say, Words
from storage.ledger import Fate, LedgerEntry

MOST = 5  # items that are named
NO_TROUBLE = (Fate.ARRIVED, Fate.ON_ITS_WAY)


def line(
    entry: LedgerEntry, say: Say, *, number: int, labels: Sequence[str], with_phone: bool
) -> Words:
    """“1. Trần Thị Hoa · bản tin sáng, 2 việc (1/SYT-NVY …) · chưa liên kết tài khoản”."""
    phone = entry.phone if with_phone and entry.fate not in NO_TROUBLE else ""
    return say(
        "ledger-line",
        number=number,
        person=entry.person,
        what=what(entry, say),
        labels=", ".join(labels[:MOST]),
        named=min(len(labels), MOST),
        more=max(entry.items - MOST, 0) if labels else 0,
        fate=fate(entry, say),
        phone=phone or "",
        has_phone=bool(phone),
    )


def what(entry: LedgerEntry, say: Say) -> Words:
    """“bản tin sáng, 2 việc”."""
    kind = "calls-instead" if entry.instead else entry.kind
    return say("ledger-what", kind=kind, items=entry.items)


def fate(entry: LedgerEntry, say: Say) -> Words:
    """What became of it, and on which channel."""
    channel = entry.channel or entry.reason.partition(": ")[0]
    return say(
        "ledger-fate",
        fate=entry.fate,
        channel=say("account-channel", channel=channel),
        time=entry.send_at,
    )
