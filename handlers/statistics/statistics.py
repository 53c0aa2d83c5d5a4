"""“Tỷ lệ hồ sơ đúng hạn tháng 10”, “thống kê đơn thư quý III” · The figures of a period."""

from collections.abc import Iterator, Sequence

from aiogram import Router
from aiogram.methods import SendMessage

from handlers import texts
from handlers.dossiers.rules import DossierRules
from handlers.filters import asks
from handlers.references import Figure, Open
from handlers.statistics import choices, comparing, figures, naming, national, whose
from handlers.statistics.sheet import Sheet
from handlers.statistics.spans import Span, span_of
from handlers.texts import Say, Words
from handlers.understanding.asked import Asked, Question
from handlers.understanding.figures_said import Against, Figures, figures_of
from handlers.work import Work
from scheduler.working_time import WorkingTime
from storage import stats
from storage.counted import Subject
from storage.counts import Counts
from storage.dossier_states import DossierCounting

router = Router(name=__name__)


@asks(router, Question.REPORT_STATISTICS)
async def report_statistics(asked: Asked, work: Work, dossier_rules: DossierRules) -> SendMessage:
    """Of one subject in full, of several a line each; beside another period where that is asked."""
    say, viewer = work.say, work.viewer
    wanted = figures_of(asked.slots.topic)
    subjects = wanted.subjects or tuple(Subject)
    found = {one: whose.theirs(one, asked.slots, viewer) for one in subjects}
    of = {one: theirs for one, theirs in found.items() if theirs is not None}
    if not of:
        return work.answer.anywhere(say("statistics-for-staff"))
    if wanted.unknown and not wanted.subjects:
        said = say("statistics-not-counted")
        return work.answer.anywhere(said, choices.subjects(asked, say))
    span = span_of(asked.slots.when, work.now.date())
    earlier = _beside(span, wanted)
    if earlier and earlier.first > span.first:
        span, earlier = earlier, span
    if span.is_to_come:
        to_come = say("statistics-to-come", period=naming.period(span, say))
        return work.answer.anywhere(to_come, choices.periods(asked, span, say))
    sheet = Sheet(wanted=wanted, of=of, span=span, earlier=earlier)
    how = DossierCounting(by_minute=dossier_rules.by_minute, fee_pauses=dossier_rules.fee_pauses)
    counted = await stats.counted(work.db, viewer, sheet.whose, sheet.periods, how)
    as_of = min(filter(None, (figures.as_of(one, counted[0]) for one in of)), default=None)
    told = [*_told(sheet, counted, work)] if any(map(sheet.finds, counted)) else []
    if sheet.only is Subject.DOSSIERS and (line := await _national(sheet, work)):
        told.append((Subject.DOSSIERS, line))
    source = say("statistics-as-of", time=as_of) if as_of else say("statistics-nothing")
    heading = _heading(sheet, work)
    words = texts.paragraphs(
        texts.lines(heading, *_notes(sheet, say)), texts.lines(*(line for _, line in told)), source
    )
    lines = [Figure(figures.NOUNS[one], line) for one, line in told]
    brief: list[Open | Figure] = [Open(heading), *lines, Open(source)]
    return work.answer(words, choices.after(asked, sheet, say), brief)


def _beside(span: Span, wanted: Figures) -> Span | None:
    """The period that is compared with."""
    if wanted.other:
        return Span(first=wanted.other.first, last=wanted.other.last, today=span.today)
    match wanted.against:
        case Against.BEFORE:
            return span.before()
        case Against.YEAR:
            return span.a_year_earlier()
        case None:
            return None


def _heading(sheet: Sheet, work: Work) -> Words:
    period = naming.period_so_far(sheet.span, work.say)
    if sheet.only is None:
        return work.say("statistics-heading-all", period=period)
    return work.say(
        "statistics-heading",
        subject=work.say("statistics-subject", subject=sheet.only),
        period=period,
        whose=naming.whose(sheet.of[sheet.only], work.lexicon, work.say),
    )


def _notes(sheet: Sheet, say: Say) -> Iterator[Words]:
    """Where the figures are not quite those that were asked for."""
    if any(theirs.narrowed for theirs in sheet.of.values()):
        yield say("statistics-narrowed")
    if sheet.wanted.unknown:
        yield say("statistics-not-apart", words=sheet.wanted.unknown)


def _told(sheet: Sheet, counted: Sequence[Counts], work: Work) -> Iterator[tuple[Subject, Words]]:
    """The lines, each with what it is about; of several subjects under whose they are."""
    say, now = work.say, counted[0]
    beside = naming.period(sheet.earlier, say) if sheet.earlier else None
    if sheet.only and beside is None:
        yield from ((sheet.only, line) for line in figures.in_full(sheet.only, now, say))
        return
    if beside:
        yield next(iter(sheet.of)), say("statistics-against", period=beside)
    called = Words()
    by_whose = {one: naming.whose(theirs, work.lexicon, say) for one, theirs in sheet.of.items()}
    names = list(dict.fromkeys(by_whose.values()))
    for one in sorted(by_whose, key=lambda subject: names.index(by_whose[subject])):
        if sheet.only is None and by_whose[one] != called:
            called = by_whose[one]
            yield one, say("statistics-of", whose=called)
        if beside:
            yield from ((one, line) for line in comparing.lines(one, now, counted[1], say))
        else:
            yield one, figures.in_short(one, now, say)


async def _national(sheet: Sheet, work: Work) -> Words | None:
    """The other definition of on time, beside that of the form."""
    rate = await national.rate(
        work.db,
        work.viewer,
        sheet.whose[Subject.DOSSIERS],
        sheet.span.counted,
        now=work.now,
        office=WorkingTime(work.calendar, work.say.zone),
    )
    if rate is None:
        return None
    return work.say(
        "statistics-dossiers-national", rate=rate, part=rate.numerator, base=rate.denominator
    )
