"""The year of a store, counted back from its records, beside what was printed of it."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.data import office_years
from bot.data.office_years import Figure, Growth, OfficeYear, PrintedRate
from bot.data.printed_rates import Range, bases_that_fit, before_growth, follows
from bot.data.report_counts import Count, counted
from handlers.texts import Rate
from storage import office
from storage.counted import Period
from storage.dossier_states import BY_THE_FORM, DossierCounting
from storage.errors import StoreError


@dataclass(frozen=True, kw_only=True)
class Share:
    """A rate with its numerator and its denominator, and the printed rate if there is one."""

    key: str
    rate: Rate
    base: str  # the key of what the denominator counts
    as_of: dt.datetime | None
    printed: PrintedRate | None = None

    @property
    def agrees(self) -> bool | None:
        """With the page; None where the page is silent."""
        return None if self.printed is None else self.rate.percent() == self.printed.percent


@dataclass(frozen=True, kw_only=True)
class Misfit:
    """A printed rate that does not follow from the printed number beside it."""

    rate: PrintedRate
    part: int
    beside: int
    there: Rate  # what it is on that number
    fits: Range  # the bases on which it is right


@dataclass(frozen=True, kw_only=True)
class SharedBase:
    """The base on which several printed rates are right at once, and what is left of it."""

    base: str
    rates: tuple[PrintedRate, ...]
    fits: Range
    rest: Range  # neither of the parts
    recorded: int  # what the records hold of it

    @property
    def holds(self) -> bool:
        """The records lie in the range."""
        return self.recorded in self.fits


@dataclass(frozen=True, kw_only=True)
class Before:
    """A printed growth, and what the earlier number must have been."""

    growth: Growth
    now: Figure
    then: Range


@dataclass(frozen=True, kw_only=True)
class Report:
    """A year in numbers. Without a printed page only `counts` and `shares` are filled."""

    office: str
    period: Period
    counted_at: dt.datetime
    page: OfficeYear | None
    counts: tuple[Count, ...]
    shares: tuple[Share, ...]
    misfits: tuple[Misfit, ...] = ()
    shared_bases: tuple[SharedBase, ...] = ()
    growths: tuple[Before, ...] = ()

    @property
    def agrees(self) -> bool:
        """Nothing counted differs from what was printed."""
        counts = all(one.agrees is not False for one in self.counts)
        return counts and all(one.agrees is not False for one in self.shares)


# Rates of every report: what of what.
_RATES = (
    ("early_rate", "dossiers_early", "dossiers_resolved"),
    ("on_the_day_rate", "dossiers_on_the_day", "dossiers_resolved"),
    ("late_rate", "dossiers_late", "dossiers_resolved"),
    ("on_time_rate", "dossiers_on_time", "dossiers_resolved"),
    ("national_on_time_rate", "dossiers_on_time_or_open_in_time", "dossiers_handled"),
    ("digitised_rate", "incoming_digitised", "incoming"),
    ("in_time_rate", "incoming_in_time", "incoming_handled"),
    ("signed_rate", "outgoing_signed", "outgoing"),
)
# Follow from printed figures by adding and taking away.
_DERIVED = ("dossiers_resolved", "dossiers_on_time", "dossiers_open")
# Counts that only serve as a numerator or a denominator.
_NOT_LISTED = {
    "dossiers_on_time",
    "dossiers_on_time_or_open_in_time",
    "dossiers_handled",
    "incoming_handled",
}


async def report(
    db: AsyncSession,
    year_key: str | None,
    *,
    year: int,
    now: dt.datetime,
    how: DossierCounting = BY_THE_FORM,
) -> Report:
    """Count a calendar year in the store and set it beside the page it was made of, if any.

    Without a key the page is that of the store itself. StoreError for a page of another year, or
    when the store was not made of that page.
    """
    mark = await office.mark(db)
    if year_key is None and mark is not None and mark.content in office_years.all_years():
        year_key = mark.content
    page = office_years.of(year_key) if year_key is not None else None
    if page is not None and (mark is None or mark.content != year_key):
        raise StoreError(f"This store was not made of “{year_key}”.")
    if page is not None and page.year != year:
        raise StoreError(f"“{year_key}” is the year {page.year}, not {year}.")
    period = Period.of_year(year, today=now.date())
    counts = {one.key: one for one in await counted(db, period, how)}
    if page is not None:
        counts = _beside(page, counts)
    return Report(
        office=mark.office if mark else "",
        period=period,
        counted_at=now,
        page=page,
        counts=tuple(one for key, one in counts.items() if key not in _NOT_LISTED),
        shares=tuple(_shares(page, counts)),
        misfits=tuple(_misfits(page)) if page else (),
        shared_bases=tuple(_shared_bases(page, counts)) if page else (),
        growths=tuple(_growths(page)) if page else (),
    )


def _beside(page: OfficeYear, counts: Mapping[str, Count]) -> dict[str, Count]:
    """Only what the page gives, or what follows from it: the rest of a made record says nothing."""
    said = {*page.records(), *_DERIVED}
    return {
        key: replace(count, printed=page.figure_of(key))
        for key, count in counts.items()
        if key in said
    }


def _shares(page: OfficeYear | None, counts: Mapping[str, Count]) -> Iterator[Share]:
    printed = {rate.key: rate for rate in page.rates} if page else {}
    for key, part, base in _RATES:
        on = printed[key].base if key in printed else base
        if part in counts and on in counts and counts[on].value:
            yield Share(
                key=key,
                rate=Rate(counts[part].value, counts[on].value),
                base=on,
                as_of=counts[part].as_of,
                printed=printed.get(key),
            )


def _misfits(page: OfficeYear) -> Iterator[Misfit]:
    for rate in page.rates:
        part, beside = page.figure_of(rate.part), page.figure_of(rate.beside)
        if part and beside and not follows(part.value, beside.value, rate.percent):
            yield Misfit(
                rate=rate,
                part=part.value,
                beside=beside.value,
                there=Rate(part.value, beside.value),
                fits=bases_that_fit(part.value, rate.percent),
            )


def _shared_bases(page: OfficeYear, counts: Mapping[str, Count]) -> Iterator[SharedBase]:
    for base in dict.fromkeys(rate.base for rate in page.rates):
        rates = [(rate, page.figure_of(rate.part)) for rate in page.rates if rate.base == base]
        parts = [(rate, part.value) for rate, part in rates if part is not None]
        if len(parts) < 2 or base not in counts:
            continue
        total = sum(part for _, part in parts)
        fits = Range(lowest=total, highest=counts["dossiers_received"].value)
        for rate, part in parts:
            fits = fits.both(bases_that_fit(part, rate.percent))
        yield SharedBase(
            base=base,
            rates=tuple(rate for rate, _ in parts),
            fits=fits,
            rest=fits.less(total),
            recorded=counts[base].value,
        )


def _growths(page: OfficeYear) -> Iterator[Before]:
    by_key = {figure.key: figure for figure in page.figures}
    for growth in page.changes:
        figure = by_key[growth.of]
        then = before_growth(figure.value, growth.percent)
        yield Before(growth=growth, now=figure, then=then)
