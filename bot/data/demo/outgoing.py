"""What the demo office sent: decisions, plans, conclusions, letters, with their numbers."""

import datetime as dt
import random
from collections import Counter
from collections.abc import Iterable, Sequence

from bot.data.demo import people
from bot.data.demo.day import DemoDay, chance, content, filled_in
from storage.documents import number_key
from storage.models import (
    DocumentKind,
    DocumentState,
    IncomingDocument,
    OutgoingDocument,
    Urgency,
)

SENT = 260
NOT_YET_ISSUED = 6
SOURCE = "Sổ văn bản đi"
EXAMPLE = "3100/QĐ-UBND"  # always there

# Numbers a day of the year, so that a number looks right for its date.
_PACE = {
    DocumentKind.DECISION: 8.0,
    DocumentKind.OFFICIAL_LETTER: 14.0,
    DocumentKind.ANNOUNCEMENT: 1.2,
    DocumentKind.REPORT: 1.5,
    DocumentKind.PLAN: 0.7,
    DocumentKind.SUBMISSION: 0.6,
    DocumentKind.INVITATION: 1.6,
    DocumentKind.DIRECTIVE: 0.04,
}


def outgoing(day: DemoDay, received: Sequence[IncomingDocument]) -> list[OutgoingDocument]:
    """The register of what was sent, with which of the received ones it answers."""
    dice = chance("outgoing")
    days = sorted(-dice.randrange(1, 205) for _ in range(SENT))
    texts = content("documents")["outgoing"]["subjects"]
    sent = [_sent(day, dice, dice.choice(texts), day.working(number)) for number in days]
    sent.append(_example(day))
    sent.sort(key=lambda one: one.dated)
    _number(sent)
    for document in sent[-NOT_YET_ISSUED:]:
        document.issued_at = document.issued_on = None
    _answer(sent, received)
    return sent


def _sent(
    day: DemoDay, dice: random.Random, topic: tuple[str, str, str], dated: dt.date
) -> OutgoingDocument:
    kind, drafting, text = DocumentKind(topic[0]), topic[1], topic[2]
    letter = kind is DocumentKind.OFFICIAL_LETTER
    leader = content("documents")["fields"][drafting]["leader"]
    return OutgoingDocument(
        year=dated.year,
        number=0,
        sign=f"UBND-{drafting}" if letter else f"{kind}-UBND",
        number_key="",
        kind=kind,
        subject=filled_in(text, dated, dice.choice(content("documents")["communes"])),
        dated=dated,
        issued_at=day.at(dated, dice.choice((10, 14, 16)), dice.randrange(60)),
        issued_on=dated,
        signer_id=1 if kind is DocumentKind.DIRECTIVE else leader,
        unit_id=people.units()[drafting].unit_id,
        urgency=dice.choices((Urgency.NORMAL, Urgency.URGENT, Urgency.FLASH), (90, 8, 2))[0],
        digitally_signed=dice.random() < 0.98,
        source=SOURCE,
        source_at=day.synced_at,
    )


def _example(day: DemoDay) -> OutgoingDocument:
    text = "Phê duyệt Kế hoạch cải cách hành chính của tỉnh năm {nam_sau}"
    document = _sent(day, chance("example"), ("QĐ", "NC", text), day.working(-12))
    document.number = int(EXAMPLE.split("/", maxsplit=1)[0])
    return document


def _number(documents: Iterable[OutgoingDocument]) -> None:
    """Rising through the year within a kind; letters of all units share one row of numbers."""
    last: Counter[tuple[int, DocumentKind]] = Counter()
    for number, document in enumerate(documents, start=1):
        row = (document.year, document.kind)
        so_far = int(document.dated.timetuple().tm_yday * _PACE[document.kind])
        last[row] = max(last[row] + 1, so_far, document.number)
        document.id, document.number = number, last[row]
        document.number_key = number_key(f"{document.number:02}/{document.sign}")


def _answer(sent: Sequence[OutgoingDocument], received: Sequence[IncomingDocument]) -> None:
    """A letter answers a document that its unit finished on that day or shortly before."""
    letters = [one for one in sent if one.kind is DocumentKind.OFFICIAL_LETTER and one.issued_on]
    waiting = [one for one in received if one.state is DocumentState.DONE]
    for letter in letters:
        fits = (
            one
            for one in waiting
            if one.unit_id == letter.unit_id
            and not one.reply_number
            and one.done_on
            and one.arrived_on < letter.dated <= one.done_on
        )
        answered = next(fits, None)
        if answered is not None:
            letter.answers_id = answered.id
            answered.reply_number = f"{letter.number:02}/{letter.sign}"
