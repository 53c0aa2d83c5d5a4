"""What cannot be true of an entry, or only rarely: asked about before it is written."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from handlers.understanding.registering import Fields
from scheduler.calendar import WorkingCalendar
from storage.folding import folded
from storage.registering import Known

_GROUPS = re.compile(r"[^/-]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_KINDS = frozenset(
    [
        "nq",
        "qd",
        "ct",
        "qc",
        "qyd",
        "tc",
        "tb",
        "hd",
        "ctr",
        "kh",
        "pa",
        "da",
        "dan",
        "bc",
        "bb",
        "ttr",
        "hd",
        "cd",
        "bgn",
        "btt",
        "guq",
        "gm",
        "ggt",
        "gnp",
        "pg",
        "pc",
        "pb",
    ]
)
# How bodies are shortened, and how their names begin.
_COMMITTEE, _COUNCIL = ("ubnd", "uy ban nhan dan"), ("hdnd", "hoi dong nhan dan")
_SMALL = frozenset({"va", "cua", "tinh", "thanh", "pho", "viet", "nam"})
_SHORT_BODY = re.compile(r"[sb][a-z]{1,6}")


class Doubt(StrEnum):
    """What is odd."""

    TAKEN = "taken"  # the number was given to another
    GAP = "gap"  # numbers would be left out
    DUPLICATE = "duplicate"
    ISSUER = "issuer"  # the ký hiệu names another body
    FUTURE = "future"  # dated after today
    AFTER_ARRIVAL = "after-arrival"  # dated after it came
    ARRIVES_LATER = "arrives-later"  # it would come after today
    DUE_OFF = "due-off"
    DUE_PAST = "due-past"
    DUE_LATER = "due-later"  # than a leader set it


@dataclass(frozen=True, kw_only=True)
class Doubted:
    """One oddity, with what a text needs; `fix` is what a plain “yes” puts right, if anything."""

    doubt: Doubt
    facts: dict[str, Any]  # as JSON holds them
    fix: dict[str, Any] = field(default_factory=dict)
    may_stay: bool = True

    @property
    def key(self) -> str:
        """By which it is known that it was asked about: another value is asked about anew."""
        return f"{self.doubt}:{'|'.join(str(value) for value in self.facts.values())}"

    @property
    def written(self) -> dict[str, Any]:
        """As memory holds it."""
        return {
            "kind": self.doubt,
            "facts": self.facts,
            "fix": self.fix,
            "key": self.key,
            "may_stay": self.may_stay,
        }


def in_itself(fields: Fields, today: dt.date, calendar: WorkingCalendar) -> Iterator[Doubted]:
    """What is odd about the words alone."""
    named = body_of(fields.number_sign)
    if named and fields.issuer and contradicts(named, fields.issuer):
        yield Doubted(
            doubt=Doubt.ISSUER, facts={"sign": fields.number_sign, "issuer": fields.issuer}
        )
    arrived = fields.arrived_on or today
    if arrived > today:
        yield Doubted(doubt=Doubt.ARRIVES_LATER, facts={"day": arrived.isoformat()})
    if fields.dated and fields.dated > today:
        yield Doubted(doubt=Doubt.FUTURE, facts={"day": fields.dated.isoformat()})
    elif fields.dated and fields.dated > arrived:
        facts = {"day": fields.dated.isoformat(), "arrived_day": arrived.isoformat()}
        yield Doubted(doubt=Doubt.AFTER_ARRIVAL, facts=facts)
    yield from of_due(fields.due_on, today, calendar)


def of_due(due_on: dt.date | None, today: dt.date, calendar: WorkingCalendar) -> Iterator[Doubted]:
    """A due time that is over, or on a day off: the working day before is offered."""
    if due_on is None:
        return
    if due_on < today:
        yield Doubted(doubt=Doubt.DUE_PAST, facts={"day": due_on.isoformat()})
    elif not calendar.is_working(due_on):
        before = calendar.add_working_days(due_on, -1)
        if before < today:
            return
        yield Doubted(
            doubt=Doubt.DUE_OFF,
            facts={"day": due_on.isoformat(), "before_day": before.isoformat()},
            fix={"due_on": before.isoformat()},
        )


def later_than(set_before: str) -> Doubted:
    """A head asks for it later than it is due: what was set (a day in ISO form) stays."""
    fix = {"due_on": None, "due_days": None}
    return Doubted(doubt=Doubt.DUE_LATER, facts={"day": set_before}, fix=fix, may_stay=False)


def of_number(number: int, following: int, holder: Known | None) -> Iterator[Doubted]:
    """A số đến that was given already, or that leaves numbers out."""
    if holder is not None:
        yield Doubted(
            doubt=Doubt.TAKEN,
            facts={
                "number": str(number),
                "sign": holder.number_sign,
                "issuer": holder.issuer,
                "next": str(following),
            },
            fix={"book_number": None},
            may_stay=False,
        )
    elif number > following:
        yield Doubted(
            doubt=Doubt.GAP,
            facts={"number": str(number), "next": str(following)},
            fix={"book_number": None},
        )


def of_another(known: Known) -> Doubted:
    """The same document stands in the register."""
    facts = {
        "number": str(known.book_number),
        "sign": known.number_sign,
        "issuer": known.issuer,
        "subject": known.subject,
        "arrived_day": known.arrived_on.isoformat(),
    }
    return Doubted(doubt=Doubt.DUPLICATE, facts=facts)


def body_of(number_sign: str) -> str:
    """Who a ký hiệu says has issued it, shortened and folded: “2311/UBND-KTN” → “ubnd”."""
    groups = [folded(group) for group in _GROUPS.findall(number_sign)][1:]
    own = [group for group in groups if group not in _KINDS and not _YEAR.fullmatch(group)]
    return own[0] if own else ""


def contradicts(body: str, issuer: str) -> bool:
    """Whether the issuer is surely another body than the ký hiệu names.

    Only bodies whose short names follow a rule are told apart: uỷ ban, hội đồng, sở, bộ.
    """
    name = " ".join(folded(issuer).split())
    is_committee, is_council = _is(name, _COMMITTEE), _is(name, _COUNCIL)
    if body in ("ubnd", "hdnd"):
        return not (is_committee if body == "ubnd" else is_council) and not _is_office_of(name)
    if not _SHORT_BODY.fullmatch(body):
        return False
    words = name.split()
    if is_committee or is_council:
        return body[0] == "s"
    if words[0] not in ("so", "bo"):
        return False
    return body not in _initials(words)


def _is(name: str, body: tuple[str, str]) -> bool:
    return any(one in name for one in body)


def _is_office_of(name: str) -> bool:
    """The office of a committee writes in its name as well."""
    return name.startswith(("van phong", "vp"))


def _initials(words: list[str]) -> set[str]:
    """“so nong nghiep va moi truong” → “snnmt”, “snnvmt”; “so y te tinh x” → also “syt”."""
    whole = "".join(word[0] for word in words)
    found = {whole}
    for length in range(2, len(words) + 1):
        start = words[:length]
        found |= {
            "".join(word[0] for word in start),
            "".join(word[0] for word in start if word not in _SMALL),
        }
    return found | ({words[0][0] + words[1]} if len(words) > 1 else set())
