"""A row of the catalogue of procedures, with the columns of the store."""

import re
from typing import Any

from bot.data.imports.columns import header_key
from bot.data.imports.names import Names
from bot.data.imports.papers import papers_in
from bot.data.imports.rows import Built, Place, Values, WrongTogether
from storage.imported_procedures import CASE
from storage.models import TimeUnit

_CODE = re.compile(r"[123]\.\d{6}(?:\.(?:[GHK]\d{2}|(?:\d{2,3}\.){1,3}[GHK]\d{2}))?")
_UNITS = {
    "ngay lam viec": TimeUnit.WORKING_DAYS,
    "ngay": TimeUnit.CALENDAR_DAYS,
    "gio": TimeUnit.WORKING_HOURS,
    "thang": TimeUnit.MONTHS,
}
# “Không quá 10 (mười) ngày làm việc kể từ ngày nhận đủ hồ sơ”
_LIMIT = re.compile(rf"(?:\D+ )??(\d{{1,3}})(?: \w+){{0,3}}? ({'|'.join(_UNITS)})\b")
_AT_ONCE = re.compile(r"(?:giai quyet )?(?:ngay|trong ngay)(?: lam viec)?(?: (?:khi|sau khi) .*)?")
HOURS_A_DAY = 8
_TEXTS = (
    *("code", "name", "field", "level", "agency", "audience", "place", "fee", "fee_online"),
    *("fee_post", "sets", "conditions", "result", "online", "url", "legal_basis", "decision"),
    *("version", "replaced_by"),
)


def procedure_row(row: Values, _place: Place, _names: Names) -> Built:
    """One case of a procedure. A column that is not there, or an empty cell, says nothing."""
    code, case = row.get("code"), row.get(CASE) or ""
    if not _CODE.fullmatch(code):
        raise WrongTogether("code", "procedure-code", read=code)
    valid_from, valid_to = row.get("valid_from"), row.get("valid_to")
    if valid_from and valid_to and valid_to < valid_from:
        raise WrongTogether("valid_to", "ends-before")
    number, unit = _limit(row.get("limit"))
    papers = row.get("papers")
    told: dict[str, Any] = row.only(
        **{name: row.get(name) for name in _TEXTS},
        papers=None if papers is None else papers_in(papers),
        valid_from=valid_from,
        valid_to=valid_to,
    )
    told |= {CASE: case, "time_limit": number, "time_unit": unit}
    return Built(rows=(told,), key=(code, valid_from, header_key(case)), named_by="code")


def _limit(told: str) -> tuple[int, TimeUnit]:
    """“Không quá 10 ngày làm việc kể từ …” → 10 working days."""
    key = header_key(told)
    if _AT_ONCE.fullmatch(key):
        return HOURS_A_DAY, TimeUnit.WORKING_HOURS
    found = _LIMIT.match(key)
    if found is None or int(found[1]) == 0:
        raise WrongTogether("limit", "procedure-limit", read=told)
    return int(found[1]), _UNITS[found[2]]
