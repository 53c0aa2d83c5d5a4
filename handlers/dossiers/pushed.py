"""What a follower of a dossier is told unasked, made when it is said from what they may see then.

With the state only and the dates for whoever knows the code alone; with unit, person and what is
missing for its owner (NĐ 224/2026 Đ.15.1g), unless those are read on our own page.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handlers.dossiers import own_page, plain_words
from handlers.dossiers.follow_buttons import to_see, to_stop
from handlers.dossiers.lines import name_of, reference
from handlers.dossiers.rules import USUAL, DossierRules
from handlers.replies import Buttons, Said
from handlers.texts import Say, Words, lines, paragraphs
from scheduler.calendar import WorkingCalendar
from storage.dossiers import DossierOwn, DossierPublic
from storage.follow_news import News, Step


@dataclass(frozen=True, kw_only=True)
class Now:
    """The day on which it is said, and how this office counts."""

    today: dt.date
    calendar: WorkingCalendar
    rules: DossierRules = USUAL
    own_page: str = ""  # where an owner on this channel reads what is theirs; empty: here


def words(news: Sequence[News], say: Say, now: Now) -> Said | None:
    """What happened, how it is now, what to do; None when there is nothing left to tell."""
    if not news:
        return None
    here = [own_page.public_news(one) for one in news] if now.own_page else news
    way = _way(news, now, say)
    hint = say("dossier-owner-page-hint") if way else None
    told = paragraphs(*(_of_one(one, now, say) for one in here), hint)
    return told, [*_buttons(here, say), *way], [reference(one.dossier) for one in here]


def missed(news: Sequence[News], say: Say, now: Now) -> Said | None:
    """The same for what could not be sent, before the answer to what somebody just wrote."""
    said = words(news, say, now)
    if said is None:
        return None
    told, _, brief = said
    return lines(say("dossier-push-missed"), told), _way(news, now, say), brief


def _of_one(one: News, now: Now, say: Say) -> Words:
    return lines(
        say("dossier-push-title", code=one.dossier.code),
        *(line for step in one.steps for line in _step(step, say)),
        *_as_it_is(one.dossier, now, say),
        say("dossier-push-last") if one.is_last else None,
    )


def _step(step: Step, say: Say) -> Iterator[Words]:
    if step.apology:
        yield say(
            "dossier-push-apology",
            at=step.at,
            number=step.apology,
            **{"from": step.from_on, "to": step.to_on},
        )
        return
    state = name_of(step.state)
    yield say("dossier-push-step", at=step.at, state=state)
    by = (
        say("dossier-push-unit", state=state, unit=step.unit) if step.unit else None,
        say("dossier-push-person", state=state, person=step.person) if step.person else None,
    )
    if any(by):
        yield Words(" ".join(filter(None, by)))


def _as_it_is(dossier: DossierPublic, now: Now, say: Say) -> Iterator[Words | None]:
    """How it is now: what to do, which is what matters most; the desk, until when."""
    yield plain_words.to_do(dossier, say)
    if not isinstance(dossier, DossierOwn) and dossier.receiving_office:
        yield say("dossier-push-desk", office=dossier.receiving_office)
    yield plain_words.until(dossier, say, now.today, now.calendar, rules=now.rules)


def _way(news: Sequence[News], now: Now, say: Say) -> Buttons:
    """The link to what is theirs, where that is read on our page; to all of it from several."""
    theirs = [one.dossier.code for one in news if isinstance(one.dossier, DossierOwn)]
    if not (now.own_page and theirs):
        return ()
    question = theirs[0] if len(theirs) == 1 else say("question-dossier-status")
    return own_page.way(question, now.own_page, say)


def _buttons(news: Sequence[News], say: Say) -> Buttons:
    return [
        [
            to_see(one.dossier.code, say),
            *([] if one.is_last else [to_stop(one.dossier.code, say)]),
        ]
        for one in news
    ]
