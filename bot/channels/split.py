"""Cutting a long reply into messages, at line ends."""

from collections.abc import Iterator

SENTENCE_ENDS = (". ", "! ", "? ", "; ", ".” ")


def split(text: str, most: int) -> Iterator[str]:
    """Parts of at most `most` characters. Tags open and close within a line in our texts."""
    part = ""
    for piece in (piece for line in text.splitlines() for piece in _pieces(line, most)):
        if part.strip() and len(part) + 1 + len(piece) > most:
            yield part
            part = piece
        else:
            part = f"{part}\n{piece}" if part.strip() else piece
    if part.strip():
        yield part


def _pieces(line: str, most: int) -> Iterator[str]:
    """A line that is too long, cut where a sentence ends in its second half, else at a space."""
    rest = line
    while len(rest) > most:
        ends = [rest.rfind(end, most // 2, most) + 1 for end in SENTENCE_ENDS]
        space = rest.rfind(" ", 1, most)
        cut = max(ends) or (space if space > 0 else most)
        yield rest[:cut]
        rest = rest[cut:].lstrip()
    yield rest
