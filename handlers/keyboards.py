"""Buttons that ask: a question with its slots, packed into the 64 bytes a button may carry."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from handlers.presses import SURELY
from handlers.texts import Say
from handlers.understanding.asked import Asked, Grain, Interval, Question, Slots

PREFIX = "q:"
MOST_BYTES = 64
TIME = "%Y%m%d%H%M"
OPEN = "-" * 12  # the side that an interval does not have


def button(label: str, data: str) -> InlineKeyboardButton:
    """A button that brings `data` back when it is pressed."""
    return InlineKeyboardButton(text=label, callback_data=data)


def link(label: str, url: str) -> InlineKeyboardButton:
    """A button that opens a page; nothing comes back."""
    return InlineKeyboardButton(text=label, url=url)


def kept(button: InlineKeyboardButton) -> dict[str, str]:
    """A button as the store keeps it: what stands on it, and what it sends or opens."""
    if button.url:
        return {"text": button.text, "url": button.url}
    return {"text": button.text, "data": button.callback_data or ""}


def offered(button: Mapping[str, str]) -> InlineKeyboardButton:
    """A button that the store kept."""
    return InlineKeyboardButton(
        text=button["text"], callback_data=button.get("data"), url=button.get("url")
    )


def asking(label: str, asked: Asked) -> InlineKeyboardButton:
    """A button that asks `asked` again: “xem thêm”, one of two meanings, an example."""
    return button(label, pack(asked))


def is_it(label: str, asked: Asked) -> InlineKeyboardButton:
    """A button that asks `asked`, and that a plain “yes” presses."""
    return button(label, f"{pack(asked)}|{SURELY}")


def pages(
    asked: Asked, say: Say, *, seen: int, total: int, size: int
) -> list[list[InlineKeyboardButton]]:
    """The row that turns the page of a list, back and on; no row where there is one page only.

    `seen` lines are on this page, which begins after `asked.offset` of them; a full one has `size`.
    """
    row = []
    if asked.offset:
        before = max(asked.offset - size, 0)
        row.append(asking(say("back"), replace(asked, offset=before, turns_page=True)))
    if seen and asked.offset + seen < total:
        after = asked.offset + seen
        row.append(asking(say("more"), replace(asked, offset=after, turns_page=True)))
    return [row] if row else []


def title_of(question: Question) -> str:
    """The id of the text that names a question on a button."""
    return "question-" + question.value.replace(".", "-").replace("_", "-")


def pack(asked: Asked) -> str:
    """The question and its slots as button data. Only `topic` is cut when it does not fit."""
    packed = written(replace(asked, slots=replace(asked.slots, topic="")))
    if asked.slots.topic:
        room = MOST_BYTES - len(packed.encode()) - len("|t")
        topic = _on_a_button(asked.slots.topic).encode()[: max(room, 0)].decode(errors="ignore")
        packed += f"|t{topic}" if topic else ""
    if len(packed.encode()) > MOST_BYTES:
        raise ValueError(f"a button cannot carry {asked.question}: {len(packed.encode())} bytes")
    return packed


def written(asked: Asked) -> str:
    """The question and its slots in one line, which `unpack` reads. Nobody's digits are in it."""
    slots = asked.slots
    parts = [
        f"w{_moment(slots.when.start)}{_moment(slots.when.end)}{slots.when.grain}"
        if slots.when
        else "",
        f"c{slots.dossier_code}" if slots.dossier_code else "",
        f"e{slots.petition_code}" if slots.petition_code else "",
        f"d{slots.document_number}" if slots.document_number else "",
        f"p{slots.person_id}" if slots.person_id else "",
        f"u{slots.unit_id}" if slots.unit_id else "",
        f"i{slots.item_id}" if slots.item_id else "",
        f"l{slots.language}" if slots.language else "",
        "m" if slots.mine else "",
        "o" if slots.whole_office else "",
        f"N{asked.offset}" if asked.turns_page else f"n{asked.offset}" if asked.offset else "",
        f"t{_on_a_button(slots.topic)}" if slots.topic else "",
    ]
    return "|".join([PREFIX + asked.question, *filter(None, parts)])


def _on_a_button(topic: str) -> str:
    return topic.replace("|", " ")


def is_question(data: str) -> bool:
    """A button with this data asks something; any other one acts."""
    return data.startswith(PREFIX)


def turns_page(data: str) -> bool:
    """A button with this data goes on with a list."""
    return is_question(data) and any(re.fullmatch(r"[nN]\d+", part) for part in data.split("|")[1:])


def unpack(data: str, zone: ZoneInfo, language: str) -> Asked | None:
    """What a pressed button asks; None if it is not a button that asks."""
    if not is_question(data):
        return None
    question, *parts = data.removeprefix(PREFIX).split("|")
    value = {part[0]: part[1:] for part in parts}
    number = {key: int(text) for key, text in value.items() if key in "puinN"}
    return Asked(
        question=Question(question),
        confidence=1.0,
        language=language,
        offset=number.get("N", number.get("n", 0)),
        turns_page="N" in number,
        slots=Slots(
            when=_interval(value["w"], zone) if "w" in value else None,
            dossier_code=value.get("c"),
            petition_code=value.get("e"),
            document_number=value.get("d"),
            person_id=number.get("p"),
            unit_id=number.get("u"),
            item_id=number.get("i"),
            language=value.get("l"),
            mine="m" in value,
            whole_office="o" in value,
            topic=value.get("t", ""),
        ),
    )


def _interval(text: str, zone: ZoneInfo) -> Interval:
    start, end, grain = text[:12], text[12:24], text[24:]
    return Interval(start=_side(start, zone), end=_side(end, zone), grain=Grain(grain))


def _moment(side: datetime | None) -> str:
    return f"{side:{TIME}}" if side else OPEN


def _side(text: str, zone: ZoneInfo) -> datetime | None:
    return None if text == OPEN else datetime.strptime(text, TIME).replace(tzinfo=zone)
