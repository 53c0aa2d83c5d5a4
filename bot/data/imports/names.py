"""The units and people that the rows of a sheet name, as the store knows them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.data.imports.columns import header_key
from bot.data.imports.values import Wrong, nearest, words

_TITLE = re.compile(
    r"^(?:(?:đ/c|đồng chí|ông|bà|anh|chị|kt|tm|tl|tuq|q)\b\.?\s*"
    r"|(?:phó\s+)?(?:chủ tịch|chánh văn phòng|trưởng phòng|trưởng ban|giám đốc|cvp|pcvp)\b"
    r"(?:\s+(?:thường trực|ubnd tỉnh))*[,:.\s-]*|(?:chuyên viên|văn thư)\b[,:.\s-]*)+",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s*(?:[(\[].*|\s[-–]\s.*|[,;].*)$")


@dataclass(frozen=True, kw_only=True)
class KnownName:
    """Somebody, or a unit, by number."""

    id: int
    name: str
    unit_id: int | None = None
    unit: str = ""
    code: str = ""


class Names:
    """Finds who and what is meant. Nobody is guessed: a name fits in full or not at all."""

    def __init__(self, people: Iterable[KnownName], units: Iterable[KnownName]) -> None:
        self._people: dict[str, list[KnownName]] = defaultdict(list)
        self._units: dict[str, KnownName] = {}
        for person in people:
            self._people[header_key(person.name)].append(person)
        for unit in units:
            self._units[header_key(unit.name)] = unit
            code = header_key(unit.code)
            self._units |= {code: unit, f"phong {code}": unit, f"p {code}": unit}
        self._unit_names = {key: _called(unit) for key, unit in self._units.items()}
        self._person_names = {key: them[0].name for key, them in self._people.items()}
        self._found: dict[str, KnownName] = {}

    def unit(self, cell: Any) -> KnownName:
        """By code or name; Wrong names the nearest."""
        sought = words(cell)
        if sought not in self._found:
            known = self._units.get(header_key(sought))
            if known is None:
                raise self._unknown("unit", sought, self._unit_names)
            self._found[sought] = known
        return self._found[sought]

    def person(self, cell: Any, unit_id: int | None = None) -> KnownName:
        """By full name; of several of one name who is in the unit. Wrong names the nearest."""
        sought = words(cell)
        plain = _BEHIND.sub("", _TITLE.sub("", sought)) or sought
        found = self._people.get(header_key(sought)) or self._people.get(header_key(plain), [])
        if not found:
            raise self._unknown("person", sought, self._person_names)
        if len(found) > 1:
            there = [one for one in found if unit_id is not None and one.unit_id == unit_id]
            if len(there) != 1:
                units = ", ".join(one.unit or "–" for one in found)
                raise Wrong("person-several", read=sought, units=units)
            return there[0]
        return found[0]

    def receiver(self, cell: Any) -> tuple[KnownName | None, KnownName | None]:
        """A unit, or else a person with their unit."""
        try:
            return self.unit(cell), None
        except Wrong as no_unit:
            try:
                person = self.person(cell)
            except Wrong:
                raise no_unit from None
        unit = next((one for one in self._units.values() if one.id == person.unit_id), None)
        return unit, person

    def others_called(self, name: str, unit_id: int | None) -> tuple[KnownName, ...]:
        """People of this name in other units."""
        found = self._people.get(header_key(name), ())
        return tuple(one for one in found if one.unit_id != unit_id)

    def _unknown(self, what: str, sought: str, names: Mapping[str, str]) -> Wrong:
        alike = nearest(sought, names)
        return Wrong(f"{what}-unknown", read=sought, nearest=alike, has_nearest=bool(alike))


def _called(unit: KnownName) -> str:
    return f"{unit.code} ({unit.name})"
