"""The office's hours as a setting: `07:30-11:30 13:30-17:00`."""

import re
from datetime import time
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_settings import NoDecode

from scheduler.calendar import OfficeHours

WRITTEN = re.compile(r"\s*(\d\d:\d\d)\s*-\s*(\d\d:\d\d)[\s,]+(\d\d:\d\d)\s*-\s*(\d\d:\d\d)\s*")

HOW = "takes morning and afternoon, such as 07:30-11:30 13:30-17:00"


def read(written: object) -> object:
    """What is written, as hours; ValueError that says how to write them."""
    if not isinstance(written, str):
        return written
    found = WRITTEN.fullmatch(written)
    if found is None:
        raise ValueError(HOW)
    try:
        opens, lunch, back, closes = map(time.fromisoformat, found.groups())
        return OfficeHours(opens=opens, lunch=lunch, back=back, closes=closes)
    except ValueError as wrong:
        raise ValueError(HOW) from wrong


Hours = Annotated[OfficeHours, NoDecode, BeforeValidator(read)]
