"""“Tháng 11 có 3 văn bản mật đến” · How many classified documents a month saw: numbers alone.

Whoever does not enter them as a duty gets the words for anything unknown.
"""

import datetime as dt

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.methods import SendMessage

from handlers import forms
from handlers.filters import asks
from handlers.forms import YES, Form, Given, Typed
from handlers.references import Open
from handlers.replies import Buttons, Said
from handlers.suggestions import suggestions
from handlers.texts import Words, lines
from handlers.understanding import form_words
from handlers.understanding.asked import Question
from handlers.understanding.counts_said import CountSaid, count_said
from handlers.work import Work
from storage import classified
from storage.errors import StaleError
from storage.models import Direction, Secrecy

router = Router(name=__name__)
COUNT, SURE = "count", "sure"


class ClassifiedForm:
    """Month, direction, level and number in one line, read back."""

    name = "classified"
    steps = (COUNT, SURE)
    again = ""

    def ask(self, step: str, given: Given, work: Work) -> tuple[Words, Buttons] | Said:
        """How to say it, or what was understood."""
        say = work.say
        if step == COUNT:
            return say("document-classified-which"), []
        said, before = _count(given[COUNT]), given.get("before")
        words = lines(
            say(
                "document-classified-sure",
                month=f"{said.month:%m/%Y}",
                direction=said.direction,
                level=say("document-classified-level", level=said.level),
                number=said.number,
            ),
            None if before is None else say("document-classified-before", number=before),
            say("document-classified-write"),
        )
        yes = work.button(say("document-work-yes"), YES)
        return words, [[yes]], [Open(say("document-classified-write"))]

    async def read(self, step: str, given: Given, typed: Typed, work: Work) -> Given | None:
        """The line, or a plain “yes”."""
        if step == COUNT:
            said = count_said(typed.words, now=work.now, lexicon=work.lexicon)
            return await _written(said, work) if said else None
        if not (typed.says_yes or form_words.writes(typed.words)):
            return None
        said = _count(given[COUNT])
        entered = await classified.enter(
            work.db,
            work.viewer,
            classified.Count(
                month=said.month, direction=said.direction, level=said.level, number=said.number
            ),
            now=work.now,
        )
        if not entered:
            raise StaleError("form-stale")
        return {SURE: True}

    async def finish(self, given: Given, work: Work) -> SendMessage:
        """That it is kept."""
        return work.answer.anywhere(
            work.say("document-classified-done", month=f"{_count(given[COUNT]).month:%m/%Y}")
        )


form: Form = forms.known(ClassifiedForm())


async def _written(said: CountSaid, work: Work) -> Given:
    before = await classified.entered(work.db, work.viewer, said.month, said.direction, said.level)
    count = [said.month.isoformat(), said.direction.value, said.level.value, said.number]
    return {COUNT: count, "before": before}


def _count(kept: list[str | int]) -> CountSaid:
    month, direction, level, number = kept
    return CountSaid(
        month=dt.date.fromisoformat(str(month)),
        direction=Direction(str(direction)),
        level=Secrecy(str(level)),
        number=int(number),
    )


@asks(router, Question.DOCUMENT_CLASSIFIED)
async def document_classified(
    work: Work,
    state: FSMContext,
    words: str = "",
) -> SendMessage:
    """Read the number back to whoever has this duty."""
    if not classified.enters(work.viewer):
        return work.answer.anywhere(work.say("out-of-scope"), suggestions(work.say, work.viewer))
    said = count_said(words, now=work.now, lexicon=work.lexicon)
    given = await _written(said, work) if said else {}
    return await forms.begin(form, given, state, work)
