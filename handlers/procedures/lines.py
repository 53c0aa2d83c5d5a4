"""How a procedure reads: its name, its time and fee, what applies when, and the ways on."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from aiogram.types import InlineKeyboardButton

from handlers.keyboards import asking, link
from handlers.texts import Say, Words, lines
from handlers.understanding.asked import Asked, Question, Slots
from storage.models import TimeUnit
from storage.procedures import Named, Paper, Variant, Whole

PORTAL = "https://dichvucong.gov.vn/"  # the one front for handing in: NĐ 224/2026 Đ.15.1
LONGEST_LABEL = 40  # characters on a button
Row = list[InlineKeyboardButton]
_SIDES = {
    Question.PROCEDURE_LOOKUP: "procedure-button-lookup",
    Question.PROCEDURE_REQUIRED_PAPERS: "procedure-button-papers",
    Question.PROCEDURE_FEE_TIME: "procedure-button-fee-time",
}


@dataclass(frozen=True, kw_only=True)
class Meant:
    """The procedure, the case of it that was chosen, and what took its place if that is known."""

    procedure: Whole
    case: Variant | None = None
    successor: Named | None = None
    guessed: bool = False  # from words that may mean another one as well


def title(meant: Meant, say: Say, today: dt.date) -> Words:
    """The name; of one that does not apply today also that, and what took its place."""
    one = meant.procedure
    return lines(
        say("procedure-title", name=one.name),
        say("procedure-case", case=meant.case.name) if meant.case else None,
        _not_today(one, meant.successor, say, today),
    )


def _not_today(one: Whole, successor: Named | None, say: Say, today: dt.date) -> Words | None:
    if one.applies(today):
        return None
    if one.valid_from > today:
        return say("procedure-to-come", day=day(one.valid_from))
    return lines(
        say("procedure-ended", day=day(one.valid_to or today)),
        say("procedure-successor", name=successor.name) if successor else None,
    )


def footer(one: Whole, say: Say) -> Words:
    """Which decision published it, and from when to when it applies."""
    return lines(
        say("procedure-published", decision=one.decision, version=one.version)
        if one.decision
        else None,
        say(
            "procedure-applies",
            since=day(one.valid_from),
            ends=one.valid_to is not None,
            until=day(one.valid_to) if one.valid_to else "",
        ),
    )


def day(of: dt.date) -> str:
    """`01/07/2026`: a day of the week says nothing here."""
    return f"{of:%d/%m/%Y}"


def limit(one: Whole, case: Variant | None, say: Say) -> Words:
    """How long it takes: of the case, else of all cases, from the shortest to the longest."""
    limits = [_limit_of(one, each) for each in ((case,) if case else one.variants or (None,))]
    shortest, longest = min(limits, key=_length), max(limits, key=_length)
    if shortest == longest:
        return _limit(*shortest, say)
    return say("procedure-limits", least=_limit(*shortest, say), most=_limit(*longest, say))


def limits_differ(one: Whole) -> bool:
    """Whether it depends on the case how long it takes or what it costs."""
    told = {(_limit_of(one, case), case.fee or one.fee) for case in one.variants}
    return len(told) > 1


def _limit_of(one: Whole, case: Variant | None) -> tuple[int, TimeUnit]:
    if case is None or case.time_limit is None:
        return one.time_limit, one.time_unit
    return case.time_limit, case.time_unit or one.time_unit


def _length(told: tuple[int, TimeUnit]) -> float:
    """Roughly, in days: only to say the shorter one first."""
    number, unit = told
    per = {TimeUnit.WORKING_HOURS: 1 / 8, TimeUnit.MONTHS: 30, TimeUnit.WORKING_DAYS: 7 / 5}
    return number * per.get(unit, 1)


def _limit(number: int, unit: TimeUnit, say: Say) -> Words:
    return say("deadline-limit", number=number, unit=unit)


def papers(told: Iterable[Paper], say: Say, *, first: int = 1) -> list[Words]:
    """A line each, numbered on."""
    return [
        say(
            "procedure-paper",
            number=number,
            name=paper.name,
            form=paper.form,
            has_form=bool(paper.form),
            originals=paper.originals,
            copies=paper.copies,
        )
        for number, paper in enumerate(told, first)
    ]


def buttons(meant: Meant, asked: Asked, say: Say) -> list[Row]:
    """The other sides of the same procedure, handing in at the portal, and other procedures."""
    one = meant.procedure
    case = asked.slots.topic if meant.case else ""
    sides = [
        _asking(say(text), question, Slots(item_id=one.id, topic=case), asked)
        for question, text in _SIDES.items()
        if question is not asked.question
    ]
    rows: list[Row] = [sides]
    if successor := meant.successor:
        slots = Slots(item_id=successor.id)
        rows.insert(0, [_asking(_label(successor.name), asked.question, slots, asked)])
    else:
        rows.append([link(say("procedure-hand-in"), one.url or PORTAL)])
    if meant.guessed:
        rows.append([asking(say("procedure-others"), replace(asked, offset=1, runner_up=None))])
    return rows


def cases(one: Whole, asked: Asked) -> list[Row]:
    """A button for each case of the procedure."""
    return [
        [_asking(_label(case.name), asked.question, Slots(item_id=one.id, topic=str(at)), asked)]
        for at, case in enumerate(one.variants, 1)
    ]


def in_all_cases(one: Whole, case: Variant | None) -> Sequence[Paper]:
    """The papers of all cases, and those of the chosen one."""
    return [*one.papers, *(case.papers if case else ())]


def _label(name: str) -> str:
    return name if len(name) <= LONGEST_LABEL else name[: LONGEST_LABEL - 1].rstrip() + "…"


def _asking(label: str, question: Question, slots: Slots, asked: Asked) -> InlineKeyboardButton:
    return asking(
        label, Asked(question=question, confidence=1.0, slots=slots, language=asked.language)
    )
