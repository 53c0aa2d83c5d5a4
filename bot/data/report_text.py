"""A report as lines for the terminal, in words of `handlers/texts`."""

from collections.abc import Iterator
from decimal import Decimal
from html import unescape

from bot.data.report import Misfit, Report, Share, SharedBase
from bot.data.report_counts import Count
from handlers.texts import Rate, Say

WHOLE = 100


def lines(report: Report, say: Say) -> Iterator[str]:
    """Line by line, sections apart by an empty one; nothing but text."""
    for line in _sections(report, say):
        yield unescape(line)  # `say` escapes for chats; a terminal shows what it is given


def _sections(report: Report, say: Say) -> Iterator[str]:
    yield from _head(report, say)
    sections = {
        "counts": [_count(one, say) for one in report.counts],
        "shares": [_share(one, say) for one in report.shares],
        "misfits": [
            *(_misfit(one, say) for one in report.misfits),
            *(_shared_base(one, say) for one in report.shared_bases if report.misfits),
        ],
        "growths": list(_growths(report, say)),
        "chosen": list(_chosen(report, say)),
        "quoted": list(_quoted(report, say)),
    }
    if not report.counts:
        yield say("report-nothing")
    for name, found in sections.items():
        if found:
            yield ""
            yield say(f"report-heading-{name}")
            yield from (f"  {line}" for line in found)


def _head(report: Report, say: Say) -> Iterator[str]:
    yield say("report-title", year=str(report.period.first.year))
    yield say("report-office", office=report.office)
    yield say("report-period", first=report.period.first, last=report.period.last)
    yield say("report-counted-at", at=report.counted_at)
    if report.page is not None:
        yield say("report-page", office=report.page.office, file=report.page.file)


def _count(count: Count, say: Say) -> str:
    said: list[str] = [
        say("report-count", number=count.value, name=say("report-name", key=count.key))
    ]
    if count.printed is not None:
        said.append(_beside(count.printed.words, agrees=count.agrees is True, say=say))
    if count.as_of is not None:
        said.append(say("report-as-of", at=count.as_of))
    return " ".join(said)


def _share(share: Share, say: Say) -> str:
    said: list[str] = [
        say(
            "report-share",
            name=say("report-rate-name", key=share.key),
            rate=share.rate,
            part=share.rate.numerator,
            base=share.rate.denominator,
            baseName=say("report-name", key=share.base),
        )
    ]
    if share.printed is not None:
        said.append(_beside(share.printed.words, agrees=share.agrees is True, say=say))
    if share.as_of is not None:
        said.append(say("report-as-of", at=share.as_of))
    return " ".join(said)


def _beside(words: str, *, agrees: bool, say: Say) -> str:
    text_id = "report-printed-agrees" if agrees else "report-printed-differs"
    return f"· {say(text_id, words=words)}"


def _misfit(misfit: Misfit, say: Say) -> str:
    return say(
        "report-misfit",
        words=misfit.rate.words,
        part=misfit.part,
        beside=misfit.beside,
        there=misfit.there,
        percent=_percent(misfit.rate.percent),
        lowest=misfit.fits.lowest,
        highest=misfit.fits.highest,
    )


def _shared_base(base: SharedBase, say: Say) -> str:
    return say(
        "report-shared-base",
        percents=", ".join(say("report-percent", rate=_percent(one.percent)) for one in base.rates),
        lowest=base.fits.lowest,
        highest=base.fits.highest,
        baseName=say("report-name", key=base.base),
        restLowest=base.rest.lowest,
        restHighest=base.rest.highest,
        recorded=base.recorded,
    )


def _percent(percent: Decimal) -> Rate:
    """A printed percentage, to be shown like those that are counted."""
    return Rate(int(percent * WHOLE), WHOLE * WHOLE)


def _growths(report: Report, say: Say) -> Iterator[str]:
    for one in report.growths:
        between = one.then.highest > one.then.lowest
        facts: dict[str, object] = {"highest": one.then.highest} if between else {}
        yield say(
            "report-growth-between" if between else "report-growth",
            words=one.growth.words,
            now=one.now.value,
            since=str(one.growth.since),
            lowest=one.then.lowest,
            **facts,
        )


def _chosen(report: Report, say: Say) -> Iterator[str]:
    page = report.page
    if page is None:
        return
    numbers = {one.counts: (one.value, one.why) for one in page.chosen}
    numbers |= {
        figure.counts: (figure.recorded, figure.why)
        for figure in page.figures
        if figure.recorded is not None
    }
    for key, (number, why) in numbers.items():
        yield say("report-chosen", number=number, name=say("report-name", key=key), why=why)


def _quoted(report: Report, say: Say) -> Iterator[str]:
    if report.page is not None:
        facts = [figure.words for figure in report.page.figures if not figure.counts]
        for words in (*facts, *(rate.words for rate in report.page.quoted_rates)):
            yield say("report-quoted", words=words)
