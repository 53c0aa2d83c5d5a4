"""What the cells of a row say together: the columns of the store, and the key of the record."""

import datetime as dt
import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from dataclasses import field as made
from typing import Any
from zoneinfo import ZoneInfo

from bot.data.imports.columns import header_key
from bot.data.imports.headers import Placed
from bot.data.imports.names import KnownName, Names
from bot.data.imports.register_words import DOCUMENT_KINDS, KIND_NAMES
from scheduler.calendar import OfficeHours
from storage.documents import number_key
from storage.folding import folded
from storage.imported_office import PARENT, person_key
from storage.models import DayKind, DocumentKind, DocumentState, SheetKind
from storage.seals import Seal
from storage.viewer import Role

NO_SECRET = Seal()
_SIGN = re.compile(r"(?P<number>\d{1,6})/(?P<sign>\S.*)")  # 128/2025/QĐ-UBND keeps its year
_LED_BY_KIND = sorted(KIND_NAMES, key=len, reverse=True)


@dataclass(frozen=True, kw_only=True)
class Place:
    """When and where the sheet is read. `now` is in the office's zone."""

    now: dt.datetime
    zone: ZoneInfo
    hours: OfficeHours = made(default_factory=OfficeHours)
    roles: Mapping[tuple[str, int | None], Role] = made(default_factory=dict)  # of people here
    unit_codes: frozenset[str] = frozenset()  # folded: of the store and of the sheet itself
    procedures: Mapping[str, int] = made(default_factory=dict)  # by code and by folded name
    own_desk: int | None = None  # the unit of who brings the sheet, unless they bring those of many
    seal: Seal = NO_SECRET


@dataclass(frozen=True)
class Values:
    """What the cells of a row say, by field, and where each stands."""

    told: Mapping[str, Any]
    there: Mapping[str, Placed]

    def get(self, name: str) -> Any:
        """None where the cell is empty or there is no such column."""
        return self.told.get(name)

    def only(self, **columns: Any) -> dict[str, Any]:
        """The columns about which something is said."""
        return {name: value for name, value in columns.items() if value is not None}


@dataclass(frozen=True, kw_only=True)
class Remark:
    """Something to tell about a cell, and no reason to refuse it."""

    field: str
    text: str
    facts: Mapping[str, Any] = made(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Built:
    """The rows of the store that a row of the sheet makes, and by what it is known again."""

    rows: tuple[dict[str, Any], ...]
    key: Hashable
    named_by: str  # the field that shows the key to people
    remarks: tuple[Remark, ...] = ()


class WrongTogether(Exception):  # noqa: N818 - a row, not the program
    """The cells of a row do not go together."""

    def __init__(self, field: str, text: str, **facts: Any) -> None:
        super().__init__(text)
        self.field = field
        self.text = text
        self.facts = facts


Builder = Callable[[Values, Place, Names], Built]


def _incoming(row: Values, place: Place, _names: Names) -> Built:
    arrived_on = date(row.get("arrived"))
    if arrived_on > place.now.date():
        raise WrongTogether("arrived", "day-ahead", day=arrived_on)
    number_sign = _number_sign(row)
    unit, holder = row.get("unit"), row.get("holder")
    if receiver := row.get("receiver"):
        unit, holder = unit or receiver[0], holder or receiver[1]
    due, done = row.get("due"), row.get("done")
    state = row.get("state") or (DocumentState.DONE if done else None)
    if state is not None and state is not DocumentState.DONE:
        done = None
    year, book_number = arrived_on.year, row.get("book_number")
    told = row.only(
        year=year,
        book_number=book_number,
        arrived_at=at(row.get("arrived"), dt.time(), place),
        arrived_on=arrived_on,
        issuer=row.get("issuer"),
        number_sign=number_sign,
        number_key=number_key(number_sign),
        dated=date(row.get("dated")),
        kind=_kind(row, number_sign),
        subject=row.get("subject"),
        urgency=row.get("urgency"),
        form=row.get("form"),
        instruction=row.get("instruction"),
        instructed_by_id=id_of(row.get("instructor")),
        unit_id=id_of(unit) or (holder.unit_id if holder else None),
        holder_id=id_of(holder),
        held_since=at(row.get("moved"), dt.time(), place) if holder else None,
        due_at=at(due, place.hours.closes, place),
        due_on=date(due) if due else None,
        state=state,
        done_at=at(done, place.hours.closes, place),
        done_on=date(done) if done else None,
        reply_number=row.get("reply_number"),
    )
    remarks = []
    if date(row.get("dated")) > arrived_on:
        remarks.append(Remark(field="dated", text="dated-after"))
    return Built(
        rows=(told,), key=(year, book_number), named_by="book_number", remarks=tuple(remarks)
    )


def _outgoing(row: Values, place: Place, _names: Names) -> Built:
    number_sign = _number_sign(row)
    found = _SIGN.fullmatch(number_sign)
    where = "number_sign" if "number_sign" in row.there else "sign_part"
    if found is None:
        raise WrongTogether(where, "sign", read=number_sign)
    dated = date(row.get("dated"))
    if dated > place.now.date():
        raise WrongTogether("dated", "day-ahead", day=dated)
    issued = row.get("issued")
    told = row.only(
        year=dated.year,
        number=int(found["number"]),
        sign=found["sign"],
        number_key=number_key(number_sign),
        kind=_kind(row, number_sign),
        subject=row.get("subject"),
        dated=dated,
        issued_at=at(issued, place.hours.opens, place),
        issued_on=date(issued) if issued else None,
        signer_id=id_of(row.get("signer")),
        unit_id=id_of(row.get("unit")),
        urgency=row.get("urgency"),
        digitally_signed=row.get("digitally_signed"),
    )
    return Built(rows=(told,), key=(told["year"], told["number"], told["sign"]), named_by=where)


def _person(row: Values, place: Place, names: Names) -> Built:
    unit = row.get("unit")
    told = row.only(
        name=row.get("name"),
        role=row.get("role"),
        title=row.get("title"),
        short_title=row.get("short_title"),
        fields_in_charge=row.get("fields_in_charge"),
        phone=row.get("phone"),
    ) | {"unit_id": id_of(unit)}
    key = person_key(told)
    known = place.roles.get(key)
    if known is not None and known is not told["role"]:
        raise WrongTogether("role", "role-differs", role=known)
    elsewhere = names.others_called(told["name"], told["unit_id"]) if known is None else ()
    remarks = [
        Remark(
            field="name", text="same-name", facts={"name": told["name"], "unit": other.unit or "–"}
        )
        for other in elsewhere
    ]
    return Built(rows=(told,), key=key, named_by="name", remarks=tuple(remarks))


def _unit(row: Values, place: Place, _names: Names) -> Built:
    parent = row.get("parent_code")
    if parent and folded(parent) not in place.unit_codes:
        raise WrongTogether("parent_code", "parent-unknown", read=parent)
    if parent and folded(parent) == folded(row.get("code")):
        raise WrongTogether("parent_code", "parent-itself", read=parent)
    told = row.only(
        code=row.get("code"),
        name=row.get("name"),
        outside=row.get("outside"),
        room=row.get("room"),
        phone=row.get("phone"),
    )
    if parent:
        told[PARENT] = parent
    return Built(rows=(told,), key=folded(told["code"]), named_by="code")


def _fact(row: Values, _place: Place, _names: Names) -> Built:
    key = row.get("key")
    told: list[dict[str, Any]] = [{"key": key, "value": row.get("value")}]
    if english := row.get("english"):
        told.append({"key": f"{key}.en", "value": english})
    return Built(rows=tuple(told), key=key, named_by="key")


def _day(row: Values, _place: Place, _names: Names) -> Built:
    day = date(row.get("day"))
    kind: DayKind = row.get("kind")
    told = row.only(
        day=day, kind=kind, name=row.get("name"), basis=row.get("basis"),
        official=row.get("official"),
    )  # fmt: skip
    return Built(rows=(told,), key=day, named_by="day")


BUILDERS: Mapping[SheetKind, Builder] = {
    SheetKind.INCOMING: _incoming,
    SheetKind.OUTGOING: _outgoing,
    SheetKind.PEOPLE: _person,
    SheetKind.UNITS: _unit,
    SheetKind.FACTS: _fact,
    SheetKind.DAYS: _day,
}


def _number_sign(row: Values) -> str:
    """Số, ký hiệu as printed, without spaces around its marks."""
    joined = row.get("number_sign")
    if not joined:
        number, sign = row.get("number_part"), row.get("sign_part")
        if number is None or not sign:
            raise WrongTogether("sign_part", "required", name="Số, ký hiệu")
        joined = sign if sign.startswith(f"{number}/") else f"{number:02}/{sign.lstrip('/')}"
    return re.sub(r"\s*([/-])\s*", r"\1", str(joined))


def _kind(row: Values, number_sign: str) -> DocumentKind:
    """As told; else by the ký hiệu, then by the words with which the subject begins."""
    told: DocumentKind | None = row.get("kind")
    if told is not None:
        return told
    groups = re.split(r"[/-]", number_sign)[1:]
    codes = {kind.value: kind for kind in DocumentKind}
    for group in groups:
        if group in codes:
            return codes[group]
    subject = header_key(row.get("subject"))
    for name in _LED_BY_KIND:
        if subject.startswith(folded(name) + " "):
            return KIND_NAMES[name]
    return DocumentKind.OFFICIAL_LETTER if subject.startswith("v v ") else _by_default(groups)


def _by_default(groups: list[str]) -> DocumentKind:
    """A ký hiệu of two groups without a kind is a công văn's (NĐ 30/2020, Phụ lục I)."""
    letters = [group for group in groups if not group.isdecimal()]
    has_kind = letters and header_key(letters[0]) in DOCUMENT_KINDS
    return DocumentKind.OTHER if has_kind or not letters else DocumentKind.OFFICIAL_LETTER


def date(told: dt.datetime | dt.date) -> dt.date:
    """The day of what was told."""
    return told.date() if isinstance(told, dt.datetime) else told


def at(told: dt.datetime | dt.date | None, time: dt.time, place: Place) -> dt.datetime | None:
    """The moment that was told, or this time of the day that was."""
    if told is None or isinstance(told, dt.datetime):
        return told
    return dt.datetime.combine(told, time, place.zone)


def id_of(one: KnownName | None) -> int | None:
    """Whose number it is; nobody's is none."""
    return one.id if one else None
