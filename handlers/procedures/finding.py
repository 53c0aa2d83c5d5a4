"""Which procedure is meant: by a button, by its code, by words; or the question which one."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.keyboards import asking, link, pages, title_of
from handlers.procedures.lines import PORTAL, Meant
from handlers.procedures.published import Published
from handlers.procedures.search import Catalogue, Hit
from handlers.replies import Answer, Buttons
from handlers.texts import Say, Words, lines
from handlers.understanding.asked import Asked, Lacking, Question, Slots
from handlers.understanding.procedure_words import ask_for_ended
from storage import procedures
from storage.errors import NotFoundError
from storage.procedures import Named

LEAST = 0.25  # how well a procedure must fit to be the answer
FAR = 0.18  # below that nothing is near
NEAR = 0.6  # of the best: … to be offered beside it as a guess
SURELY = 0.55  # … or how sure the question must be, for an answer without asking
TOGETHER = 0.85  # of the best: from there on nobody can tell which one is meant
MOST_OFFERED, PAGE = 5, 10
_CODE = re.compile(r"[123]\.\d{6}(?:\.[0-9GHK.]+)?")


@dataclass(frozen=True)
class Desk:
    """What finding a procedure needs."""

    asked: Asked
    db: AsyncSession
    published: Published
    say: Say
    answer: Answer
    today: dt.date


async def meant(desk: Desk) -> Meant | SendMessage:
    """The one that is meant, whole; or a reply that asks which. NotFoundError where none is."""
    slots = desk.asked.slots
    catalogue = await desk.published.catalogue(desk.db)
    if slots.item_id is not None:
        return await _whole(slots.item_id, catalogue, desk, case=slots.topic)
    if not slots.topic:
        return desk.answer.ask_for(Lacking.SUBJECT, desk.say("procedure-which"))
    if _CODE.fullmatch(slots.topic):
        known = catalogue.by_code(slots.topic, on=desk.today)
        if known is None:
            raise NotFoundError("procedure-no-such-code", code=slots.topic)
        return await _whole(known.id, catalogue, desk)
    if field := catalogue.in_field(slots.topic, on=desk.today):
        return _field(field, desk)
    return await _by_words(catalogue, desk)


async def _by_words(catalogue: Catalogue, desk: Desk) -> Meant | SendMessage:
    words, skipped = desk.asked.slots.topic, desk.asked.offset
    hits = catalogue.search(words, on=desk.today, limit=MOST_OFFERED + skipped)[skipped:]
    best = hits[0].likeness if hits else 0.0
    if not skipped and (best < LEAST or ask_for_ended(words)):
        ended = [
            hit for hit in catalogue.search(words, on=None) if not hit.procedure.applies(desk.today)
        ]
        if ended and ended[0].likeness >= max(LEAST, TOGETHER * best):
            return await _whole(ended[0].procedure.id, catalogue, desk)
    likely = [hit for hit in hits if hit.likeness >= TOGETHER * best]
    sure = best >= LEAST and max(best, desk.asked.confidence) >= SURELY
    if not sure or skipped or len(likely) > 1:
        near = hits if skipped or not sure else likely
        least = max(FAR, NEAR * best)
        return _which([hit for hit in near if hit.likeness >= least], desk, sure=sure)
    found = await _whole(hits[0].procedure.id, catalogue, desk)
    return replace(found, guessed=len(hits) > 1)


async def _whole(procedure_id: int, catalogue: Catalogue, desk: Desk, *, case: str = "") -> Meant:
    procedure = await procedures.whole(desk.db, procedure_id)
    if procedure is None:
        raise NotFoundError("procedure-gone")
    chosen = int(case) - 1 if case.isdecimal() else -1
    cases = procedure.variants
    after = procedure.replaced_by
    return Meant(
        procedure=procedure,
        case=cases[chosen] if 0 <= chosen < len(cases) else None,
        successor=catalogue.by_code(after, on=desk.today) if after else None,
    )


def _which(hits: Sequence[Hit], desk: Desk, *, sure: bool) -> SendMessage:
    """The likeliest by name, each on a button; with nothing near, where else to ask."""
    say = desk.say
    if not hits:
        words = say("procedure-not-found", words=desk.asked.slots.topic)
        human = Question.HUMAN_HANDOFF
        person = asking(say(title_of(human)), Asked(question=human, confidence=1.0))
        return desk.answer.anywhere(words, [[link(say("procedure-portal"), PORTAL)], [person]])
    heading = say("procedure-several" if sure else "procedure-perhaps")
    told, rows = _offered([hit.procedure for hit in hits], desk, first=1)
    return desk.answer(lines(heading, *told), rows)


def _field(found: Sequence[Named], desk: Desk) -> SendMessage:
    """A page of the procedures of a field."""
    seen = desk.asked.offset
    shown = found[seen : seen + PAGE]
    told, rows = _offered(shown, desk, first=seen + 1)
    heading = desk.say("procedure-field", field=found[0].field, total=len(found))
    turning = pages(desk.asked, desk.say, seen=len(shown), total=len(found), size=PAGE)
    return desk.answer(lines(heading, *told), [*rows, *turning])


def _offered(several: Sequence[Named], desk: Desk, *, first: int) -> tuple[list[Words], Buttons]:
    numbered = list(enumerate(several, first))
    told = [
        desk.say("procedure-choice", number=number, name=one.name, level=one.level)
        for number, one in numbered
    ]
    buttons = [
        asking(str(number), replace(desk.asked, offset=0, slots=Slots(item_id=one.id)))
        for number, one in numbered
    ]
    half = PAGE // 2
    return told, [buttons[at : at + half] for at in range(0, len(buttons), half)]
