"""Whose system a code belongs to, by what it begins with: nothing else is looked at."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from handlers.texts import Say, Words

TABLE = Path(__file__).with_name("agencies.toml")
_TOP = re.compile(r"(?<![A-Z0-9])[GHK]\d\d(?!\d)")


def is_ours(code: str, prefixes: tuple[str, ...]) -> bool:
    """Whether a printed code is one of the office's own; without prefixes every code is.

    Old codes end with the top-level code (`000.00.12.H37-…`), new ones begin with it (`H37.12-…`).
    """
    unit = f".{code.partition('-')[0]}."
    return not prefixes or any(f".{prefix}." in unit for prefix in prefixes)


def where_instead(code: str, say: Say) -> Words:
    """Where to ask for a code that is not of this office."""
    found = _TOP.search(code)
    prefix = found[0] if found else code.partition("-")[0]
    facts = {"code": code, "prefix": prefix}
    table = _table()
    # K are the People's Councils, with the numbers of their provinces.
    key = prefix.replace("K", "H")
    if ministry := table["ministries"].get(key):
        return say("dossier-elsewhere-ministry", agency=ministry[say.language], **facts)
    province = table["provinces"].get(key)
    if province is None:
        return say("dossier-elsewhere", **facts)
    if into := table["closed"].get(key):
        now = table["provinces"][into]
        return say("dossier-elsewhere-closed", agency=province, now=now, **facts)
    return say("dossier-elsewhere-province", agency=province, **facts)


@cache
def _table() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(TABLE.read_text("utf-8"))
