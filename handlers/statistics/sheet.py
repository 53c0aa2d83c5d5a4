"""What an answer counts: of what, whose, which days, and beside which others."""

from collections.abc import Mapping
from dataclasses import dataclass

from handlers.statistics import figures
from handlers.statistics.spans import Span
from handlers.statistics.whose import Theirs
from handlers.understanding.figures_said import Figures
from storage.counted import Period, Subject
from storage.counts import Counts
from storage.due_documents import Whose


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One answer's figures, before they are counted."""

    wanted: Figures
    of: Mapping[Subject, Theirs]
    span: Span
    earlier: Span | None  # what it is compared with

    @property
    def only(self) -> Subject | None:
        """The one subject that is told in full; None for several."""
        return next(iter(self.of)) if len(self.of) == 1 else None

    @property
    def whose(self) -> Mapping[Subject, Whose]:
        """As the store is asked."""
        return {subject: theirs.whose for subject, theirs in self.of.items()}

    @property
    def periods(self) -> list[Period]:
        """Now, and then where it is compared; of each what has passed."""
        return [one.counted for one in (self.span, self.earlier) if one]

    def finds(self, counts: Counts) -> bool:
        """Whether there is any record, or a number of classified ones, to tell of."""
        return bool(counts.classified) or any(figures.as_of(one, counts) for one in self.of)
