"""How late a dossier is reads the same to the citizen who waits and to whoever works on it."""

import datetime as dt
import re

from hypothesis import given
from hypothesis import strategies as some

from handlers.dossiers import late_lines, lines, plain_words
from handlers.dossiers.cards import FOR_OFFICERS
from handlers.due_lines import item_line
from handlers.texts import LANGUAGES, speak
from scheduler.calendar import ONE_DAY
from scheduler.clock import VIETNAM
from storage.dossiers import DossierPublic
from storage.due_items import DueItem
from storage.late_dossiers import Concern, LateLine
from storage.models import DossierState, ItemKind, Urgency
from tests.scheduler.office_days import OFFICE

CODE = "H37.12-261116-0001"
DUE = some.builds(
    dt.datetime.combine,
    some.dates(dt.date(2026, 9, 1), dt.date(2026, 12, 31)),
    some.times(),
    some.just(VIETNAM),
)
LATER = some.timedeltas(ONE_DAY, dt.timedelta(days=40))
LATE_BY = re.compile(r"(\d+|One|one) (?:ngày làm việc|working days?)")


def days_in(words: str) -> int:
    """How many working days late the words say; 0 where they name no number."""
    found = LATE_BY.search(words)
    return 0 if found is None else 1 if found[1].lower() == "one" else int(found[1])


@given(due_at=DUE, later=LATER, language=some.sampled_from(LANGUAGES))
def test_everybody_is_told_the_working_days_that_have_begun_since(
    due_at: dt.datetime, later: dt.timedelta, language: str
) -> None:
    say, now, due_on = speak(language, VIETNAM), due_at + later, due_at.date()
    today = now.date()
    dossier = DossierPublic(
        id=1,
        code=CODE,
        state=DossierState.PROCESSING,
        received_on=due_on,
        due_at=due_at,
        due_on=due_on,
        due_version=1,
        waiting_since=None,
        receiving_office=None,
        source_at=due_at,
    )
    listed = LateLine(
        id=1,
        code=CODE,
        procedure="",
        state=DossierState.PROCESSING,
        unit="",
        outside=False,
        holder="",
        due_on=due_on,
    )
    in_a_brief = DueItem(
        kind=ItemKind.DOSSIER,
        id=1,
        label=CODE,
        about="",
        issuer="",
        urgency=Urgency.NORMAL,
        due_on=due_on,
        due_at=due_at,
        due_version=1,
        holder_id=None,
        source_at=due_at,
    )
    told = [
        plain_words.until(dossier, say, today, OFFICE),
        plain_words.until(dossier, say, today, OFFICE, texts=FOR_OFFICERS),
        lines.due_in_brief(dossier, say, today, OFFICE),
        late_lines.line(
            listed, None, Concern.LATE, say, number=1, now=now, calendar=OFFICE, with_holder=False
        ),
        item_line(in_a_brief, say, number=1, now=now, calendar=OFFICE),
    ]
    begun = sum(
        OFFICE.is_working(due_on + at * ONE_DAY) for at in range(1, (today - due_on).days + 1)
    )
    assert [days_in(words or "") for words in told] == [begun] * len(told)
