"""An entry that waits in the conversation's memory until it is confirmed: as JSON, and back."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from handlers.forms import Given
from handlers.understanding.registering import Fields
from storage.models import DocumentKind, Urgency

_DAYS = ("dated", "arrived_on", "due_on")


def written(fields: Fields) -> Given:
    """What was said, as memory holds it."""
    said = {name: value for name, value in vars(fields).items() if value not in (None, "")}
    return {
        name: value.isoformat() if isinstance(value, dt.date) else value
        for name, value in said.items()
    }


def fields_of(given: Given) -> Fields:
    """What was said so far."""
    said: dict[str, Any] = {
        name: given[name] for name in Fields.__dataclass_fields__ if given.get(name) is not None
    }
    said |= {name: dt.date.fromisoformat(said[name]) for name in _DAYS if name in said}
    if "urgency" in said:
        said["urgency"] = Urgency(said["urgency"])
    return Fields(**said)


def facts_of(told: Mapping[str, Any]) -> dict[str, Any]:
    """Facts for a text: what ends in “day” is a day again."""
    return {
        name: dt.date.fromisoformat(value) if name.endswith("day") and value else value
        for name, value in told.items()
    }


def kind_of(number_sign: str) -> DocumentKind:
    """By the ký hiệu (NĐ 30/2020, PL I): of a công văn it names a body first, and no kind."""
    groups = number_sign.replace("-", "/").split("/")[1:]
    kinds = {kind.value.upper(): kind for kind in DocumentKind}
    named = next((kinds[group.upper()] for group in groups if group.upper() in kinds), None)
    return named or DocumentKind.OFFICIAL_LETTER
