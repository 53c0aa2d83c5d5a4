"""What stands behind `?start=` in a link to our bot, as on the QR code of a receipt.

Telegram lets through A-Z, a-z, 0-9, _ and -, at most 64 of them, so the dots of a dossier's code
become `_`: `https://t.me/<bot>?start=d_H37_12-261116-0001`.
"""

import re

_STARTS = re.compile(r"[?&]start=(?P<payload>d_[\w-]{1,62})(?![\w-])", re.ASCII)
_DOSSIER = re.compile(r"/start d_(?P<code>[\w-]{1,62})", re.ASCII)


def to_dossier(code: str) -> str:
    """What a link to this dossier carries."""
    return f"d_{code.replace('.', '_')}"


def asked_by(words: str) -> str:
    """The code of a dossier, if the words are what such a link sends; else the words themselves."""
    link = _DOSSIER.fullmatch(words)
    return link["code"].replace("_", ".") if link else words


def in_address(address: str) -> str:
    """The code of a dossier in an address like the one on our receipts; empty in any other."""
    found = _STARTS.search(address)
    return asked_by(f"/start {found['payload']}") if found else ""
