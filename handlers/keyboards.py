"""Buttons that ask: a question with its slots, packed into the 64 bytes a button may carry."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from handlers.understanding.asked import Asked, Grain, Interval, Question, Slots

PREFIX = "q:"
MOST_BYTES = 64
TIME = "%Y%m%d%H%M"


def button(label: str, data: str) -> InlineKeyboardButton:
    """A button that brings `data` back when it is pressed."""
    return InlineKeyboardButton(text=label, callback_data=data)


def asking(label: str, asked: Asked) -> InlineKeyboardButton:
    """A button that asks `asked` again: “xem thêm”, one of two meanings, an example."""
    return button(label, pack(asked))


def more(label: str, asked: Asked, *, seen: int) -> InlineKeyboardButton:
    """The button under a list that goes on."""
    return asking(label, replace(asked, offset=asked.offset + seen))


def pack(asked: Asked) -> str:
    """The question and its slots as button data. Only `topic` is cut when it does not fit."""
    slots = asked.slots
    parts = [
        f"w{slots.when.start:{TIME}}{slots.when.end:{TIME}}{slots.when.grain}"
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
        f"n{asked.offset}" if asked.offset else "",
    ]
    packed = "|".join([PREFIX + asked.question, *filter(None, parts)])
    if slots.topic:
        room = MOST_BYTES - len(packed.encode()) - len("|t")
        topic = slots.topic.replace("|", " ").encode()[: max(room, 0)].decode(errors="ignore")
        packed += f"|t{topic}" if topic else ""
    if len(packed.encode()) > MOST_BYTES:
        raise ValueError(f"a button cannot carry {packed!r}")
    return packed


def unpack(data: str, zone: ZoneInfo, language: str) -> Asked | None:
    """What a pressed button asks; None if it is not a button that asks."""
    if not data.startswith(PREFIX):
        return None
    question, *parts = data.removeprefix(PREFIX).split("|")
    value = {part[0]: part[1:] for part in parts}
    number = {key: int(text) for key, text in value.items() if key in "puin"}
    return Asked(
        question=Question(question),
        confidence=1.0,
        language=language,
        offset=number.get("n", 0),
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
    return Interval(
        start=datetime.strptime(start, TIME).replace(tzinfo=zone),
        end=datetime.strptime(end, TIME).replace(tzinfo=zone),
        grain=Grain(grain),
    )
