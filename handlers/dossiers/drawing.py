"""The timeline as a picture that is read on a telephone: words from top to bottom, nothing else.

It draws what a `Story` holds and knows of no dossier, so it can show no more than was said.
"""

from functools import cache
from io import BytesIO
from typing import NamedTuple

import pymupdf_fonts
from PIL import Image, ImageDraw, ImageFont

from handlers.dossiers.story import Mark, Point, Story, Tone
from handlers.texts import plain

WIDTH = 900  # pixels; a telephone shows it at less than half of that
MARGIN = 48
TITLE, TEXT, SMALL = 42, 36, 30
DOT = 15  # radius of a point
LINE_AT = MARGIN + DOT
WORDS_AT = LINE_AT + 52
BETWEEN = 40  # two points
REGULAR, BOLD = "notos", "notosbo"  # Noto Sans: it has every letter of Vietnamese

PAPER, INK, FAINT, RULE = "#ffffff", "#1b2733", "#5b6875", "#c9d1d9"
TONES = {Tone.CALM: "#e7f1fb", Tone.SOON: "#fdf1d6", Tone.LATE: "#fbe3e1"}
MARKS = {
    Mark.PAST: "#2f6f4f",
    Mark.NOW: "#1f5fa8",
    Mark.RESTS: "#b06a00",
    Mark.OVER: "#2f6f4f",
    Mark.AHEAD: "#9aa5b1",
}


class Line(NamedTuple):
    """Words that fit on one line, and how they are drawn."""

    words: str
    size: int
    bold: bool
    colour: str


def png(story: Story) -> bytes:
    """The picture. It takes some hundredths of a second of a processor."""
    head = _head(story)
    due = _wrapped(story.due, TEXT, WIDTH - 2 * MARGIN - 40) if story.due else []
    points = [(point, _point_lines(point)) for point in story.points]
    foot = _wrapped(story.as_of, SMALL, WIDTH - 2 * MARGIN, colour=FAINT)
    if story.earlier:
        head += _wrapped(story.earlier, SMALL, WIDTH - 2 * MARGIN, colour=FAINT)
    height = (
        2 * MARGIN
        + _height(head)
        + (_height(due) + 72 if due else 32)
        + sum(_height(lines) + BETWEEN for _, lines in points)
        + _height(foot)
    )
    picture = Image.new("RGB", (WIDTH, height), PAPER)
    pen = ImageDraw.Draw(picture)
    top = _write(pen, head, MARGIN, MARGIN)
    top = _banner(pen, due, TONES[story.tone], top) if due else top + 32
    top = _draw_points(pen, points, top)
    _write(pen, foot, MARGIN, top)
    content = BytesIO()
    picture.save(content, "PNG")
    return content.getvalue()


def _head(story: Story) -> list[Line]:
    room = WIDTH - 2 * MARGIN
    lines = _wrapped(story.title, TITLE, room, bold=True)
    return lines + (_wrapped(story.procedure, TEXT, room) if story.procedure else [])


def _point_lines(point: Point) -> list[Line]:
    room = WIDTH - WORDS_AT - MARGIN
    ahead = point.mark is Mark.AHEAD
    current = point.mark not in (Mark.AHEAD, Mark.PAST)
    lines = _wrapped(point.what, TEXT, room, bold=current, colour=FAINT if ahead else INK)
    for words in (point.when, point.unit):
        lines += _wrapped(words, SMALL, room, colour=FAINT) if words else []
    return lines


def _banner(pen: ImageDraw.ImageDraw, due: list[Line], colour: str, top: int) -> int:
    box = (MARGIN, top + 20, WIDTH - MARGIN, top + 20 + _height(due) + 24)
    pen.rounded_rectangle(box, radius=14, fill=colour)
    return _write(pen, due, MARGIN + 20, top + 32) + 40


def _draw_points(pen: ImageDraw.ImageDraw, points: list[tuple[Point, list[Line]]], top: int) -> int:
    before: int | None = None
    for point, lines in points:
        middle = top + _line_height(TEXT) // 2
        ahead = point.mark is Mark.AHEAD
        if before is not None:
            _rule(pen, before + DOT + 4, middle - DOT - 4, dashed=ahead)
        _dot(pen, middle, point.mark)
        before = middle
        top = _write(pen, lines, WORDS_AT, top) + BETWEEN
    return top


def _rule(pen: ImageDraw.ImageDraw, top: int, bottom: int, *, dashed: bool) -> None:
    """From point to point; dashed towards what has not happened."""
    step = 16 if dashed else bottom - top
    for start in range(top, bottom, max(step, 1)):
        end = min(start + (9 if dashed else step), bottom)
        pen.line((LINE_AT, start, LINE_AT, end), fill=RULE, width=6)


def _dot(pen: ImageDraw.ImageDraw, middle: int, mark: Mark) -> None:
    """Full where it has been, a ring where it is, empty where it will be: not by colour alone."""
    box = (LINE_AT - DOT, middle - DOT, LINE_AT + DOT, middle + DOT)
    match mark:
        case Mark.PAST | Mark.OVER:
            pen.ellipse(box, fill=MARKS[mark])
        case Mark.NOW:
            pen.ellipse(box, outline=MARKS[mark], width=9)
        case Mark.RESTS:
            pen.ellipse(box, outline=MARKS[mark], width=5)
            for left in (-6, 3):
                bar = (LINE_AT + left, middle - 6, LINE_AT + left + 3, middle + 6)
                pen.rectangle(bar, fill=MARKS[mark])
        case Mark.AHEAD:
            pen.ellipse(box, outline=MARKS[mark], width=3)


def _write(pen: ImageDraw.ImageDraw, lines: list[Line], left: int, top: int) -> int:
    """One below the other; where the next one would begin."""
    for line in lines:
        pen.text((left, top), line.words, font=_font(line.size, line.bold), fill=line.colour)
        top += _line_height(line.size)
    return top


def _wrapped(
    words: str, size: int, room: int, *, bold: bool = False, colour: str = INK
) -> list[Line]:
    """The words in lines no wider than `room`; a word that is wider alone is cut."""
    font = _font(size, bold)
    lines: list[str] = []
    for part in plain(words).split("\n"):
        current = ""
        for word in part.split():
            for piece in _pieces(word, font, room):
                longer = f"{current} {piece}".strip()
                if current and font.getlength(longer) > room:
                    lines.append(current)
                    longer = piece
                current = longer
        lines.append(current)
    return [Line(line, size, bold, colour) for line in lines]


def _pieces(word: str, font: ImageFont.FreeTypeFont, room: int) -> list[str]:
    pieces = [""]
    for letter in word:
        if font.getlength(pieces[-1] + letter) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _height(lines: list[Line]) -> int:
    return sum(_line_height(line.size) for line in lines)


def _line_height(size: int) -> int:
    return size * 7 // 5


@cache
def _font(size: int, bold: bool) -> ImageFont.FreeTypeFont:
    name = BOLD if bold else REGULAR
    return ImageFont.truetype(BytesIO(pymupdf_fonts.myfont(name)), size)
