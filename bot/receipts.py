"""What an office prints so that people find the assistant: a line and a QR code on each receipt.

The code leads to the assistant with the dossier's code in it, and to nobody else: to our bot on
Telegram, or to the office's own page, where it is filled in and sent by the visitor's own hand.
"""

from dataclasses import dataclass
from datetime import datetime
from html import escape
from io import BytesIO
from pathlib import Path
from string import Template
from urllib.parse import quote

import segno

from handlers.texts import Say, plain
from handlers.understanding import deep_links
from handlers.understanding.codes.finding import find_codes
from handlers.understanding.codes.found import CodeKind
from handlers.understanding.normalise import tidy

SHEET = Path(__file__).with_name("counter.html")
QUIET = 4  # modules of white around a code, as its norm asks for
FINE = 12  # pixels a module, for a picture that is put on paper


@dataclass(frozen=True, kw_only=True)
class Door:
    """Where the assistant is met: on Telegram, where the office has a bot, else on its page."""

    page_url: str
    telegram_name: str = ""

    def to(self, code: str = "") -> str:
        """The address that a QR code holds; without a dossier's code it only opens the talk."""
        if self.telegram_name:
            start = f"?start={deep_links.to_dossier(code)}" if code else ""
            return f"https://t.me/{self.telegram_name}{start}"
        asked = f"#hoi={quote(code)}" if code else ""
        return f"{self.page_url.rstrip('/')}/{asked}"


def code_of(typed: str, now: datetime) -> str:
    """The printed form of a dossier's code, however it was typed; empty if it is none."""
    words = tidy(typed)
    found = [one for one in find_codes(words, now) if one.kind is CodeKind.DOSSIER]
    return found[0].printed if len(found) == 1 else ""


def svg(address: str) -> bytes:
    """A QR code for paper, at any size."""
    content = BytesIO()
    _drawn(address).save(content, kind="svg", border=QUIET, scale=4)
    return content.getvalue()


def png(address: str) -> bytes:
    """The same where only pictures can be put in."""
    content = BytesIO()
    _drawn(address).save(content, kind="png", border=QUIET, scale=FINE)
    return content.getvalue()


def counter_sheet(door: Door, office: str, say: Say) -> str:
    """A page of A4 for the counter: how to find the assistant, with a code that names nobody."""
    code = _drawn(door.to())
    words = {
        name: escape(plain(say(f"receipt-sheet-{name}", office=office)), quote=False)
        for name in ("title", "how", "careful")
    }
    drawn = code.svg_inline(border=QUIET, omitsize=True)
    return Template(SHEET.read_text("utf-8")).substitute(words, code=drawn, address=door.to())


def _drawn(address: str) -> segno.QRCode:
    """A quarter of it may be dirty or torn and it is still read."""
    return segno.make_qr(address, error="q")
