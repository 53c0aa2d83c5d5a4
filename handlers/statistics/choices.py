"""What may be pressed under figures: each subject alone, another period, a comparison."""

from collections.abc import Iterable
from dataclasses import replace

from handlers.keyboards import asking, pack, title_of
from handlers.replies import Buttons
from handlers.statistics import naming
from handlers.statistics.sheet import Sheet
from handlers.statistics.spans import Span, SpanKind, this_month, this_quarter, this_year
from handlers.texts import Say, Words
from handlers.understanding.asked import Asked, Question, Slots
from handlers.understanding.figures_said import Against, Figures, figures_of
from storage.counted import Subject

ACROSS = 3  # buttons in a row
Choice = tuple[Words, Asked]


def after(asked: Asked, sheet: Sheet, say: Say) -> Buttons:
    """Under an answer: what it leaves to ask."""
    kept = replace(sheet.wanted, against=None, other=None, unknown="")
    return [
        *([] if sheet.only else subjects(asked, say, sheet.span)),
        *_rows(_schedule(sheet, say)),
        *([] if sheet.earlier else _rows(_comparisons(asked, sheet.span, kept, say))),
        *([] if asked.slots.when else periods(asked, sheet.span, say)),
        *_rows(_reported(asked, sheet.span, kept, say)),
    ]


def subjects(asked: Asked, say: Say, span: Span | None = None) -> Buttons:
    """Each subject in full, of the same period."""
    return _rows(
        (say("statistics-subject", subject=one), _asking(asked, span, Figures(subjects=(one,))))
        for one in Subject
    )


def periods(asked: Asked, span: Span, say: Say) -> Buttons:
    """This month, quarter and year: those of them that were not told."""
    figures, today = replace(figures_of(asked.slots.topic), unknown=""), span.today
    choices = (
        (say("statistics-button-month"), this_month(today)),
        (say("statistics-button-quarter"), this_quarter(today)),
        (say("statistics-button-this-year"), this_year(today)),
    )
    return _rows((label, _asking(asked, one, figures)) for label, one in choices if one != span)


def _comparisons(asked: Asked, span: Span, figures: Figures, say: Say) -> list[Choice]:
    before, year = (replace(figures, against=one) for one in (Against.BEFORE, Against.YEAR))
    return [
        (say("statistics-button-before"), _asking(asked, span, before)),
        (say("statistics-button-year"), _asking(asked, span, year)),
    ]


def _schedule(sheet: Sheet, say: Say) -> list[Choice]:
    """Of meetings of some days also the list of them."""
    if sheet.only is not Subject.MEETINGS or sheet.span.kind not in (SpanKind.DAY, SpanKind.WEEK):
        return []
    question = Question.MEETING_SCHEDULE
    slots = Slots(when=sheet.span.interval, whole_office=True)
    return [(say(title_of(question)), Asked(question=question, confidence=1.0, slots=slots))]


def _reported(asked: Asked, span: Span, figures: Figures, say: Say) -> list[Choice]:
    """The same month or quarter as periodic reports count it (NĐ 09/2019/NĐ-CP Đ.12)."""
    reported = span.reported()
    if reported is None or reported.is_to_come:
        return []
    first, last = naming.short(reported.first), naming.short(reported.last)
    if reported.first.year == reported.last.year:
        first = f"{reported.first:%d/%m}"
    label = say("statistics-button-reported", first=first, last=last)
    return [(label, _asking(asked, reported, figures))]


def _asking(asked: Asked, span: Span | None, figures: Figures) -> Asked:
    """These figures of whoever was asked about; a person says their unit as well."""
    slots = asked.slots
    return Asked(
        question=Question.REPORT_STATISTICS,
        confidence=1.0,
        slots=Slots(
            when=span.interval if span else None,
            person_id=slots.person_id,
            unit_id=None if slots.person_id else slots.unit_id,
            mine=slots.mine,
            whole_office=slots.whole_office,
            topic=figures.topic,
        ),
    )


def _rows(choices: Iterable[Choice]) -> Buttons:
    """Beside each other; what a button has no room for is left out, it would ask something else."""
    every = [
        asking(label, asks) for label, asks in choices if pack(asks).endswith(asks.slots.topic)
    ]
    return [every[at : at + ACROSS] for at in range(0, len(every), ACROSS)]
