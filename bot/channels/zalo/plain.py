"""Our words as Zalo shows them: without tags, composed, with bold and the like beside the text."""

import unicodedata
from html.parser import HTMLParser
from typing import Any

Styles = list[dict[str, Any]]
"""`{"start": 0, "len": 5, "st": ["b"]}`, counted in units of UTF-16."""

_CODES = {"b": "b", "strong": "b", "i": "i", "em": "i", "u": "u", "ins": "u", "s": "s", "del": "s"}


def in_units(text: str) -> int:
    """How long a text is in units of UTF-16, by which Zalo counts."""
    return len(text.encode("utf-16-le")) // 2


class Plain(HTMLParser):
    """A text of ours read: `text` as it is shown, `styles` of its parts. Links are written out."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.styles: Styles = []
        self._units = 0
        self._open: list[tuple[str, int, str]] = []  # tag, where it began, where it leads
        # Composed: letters with their marks apart would count twice.
        self.feed(unicodedata.normalize("NFC", html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A part begins."""
        self._open.append((tag, self._units, dict(attrs).get("href") or ""))

    def handle_endtag(self, tag: str) -> None:
        """The part ends, and whatever was left open in it."""
        while self._open:
            name, start, link = self._open.pop()
            if link and link not in self.text:
                self.handle_data(f" ({link})")
            elif name in _CODES and self._units > start:
                part = {"start": start, "len": self._units - start, "st": [_CODES[name]]}
                self.styles.append(part)
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        """What is read."""
        self.text += data
        self._units += in_units(data)


def plain(html: str) -> str:
    """A text of ours as it reads without tags, composed."""
    return Plain(html).text
