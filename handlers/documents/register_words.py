"""What is said while something is registered: what is odd, all of it read back, and its number."""

import datetime as dt

from handlers.documents import drafts
from handlers.documents.due_said import due_said
from handlers.forms import YES, Given
from handlers.references import Open
from handlers.replies import Buttons, Said
from handlers.texts import lines, paragraphs
from handlers.work import Work
from storage.models import Urgency


def doubt(given: Given, work: Work) -> Said:
    """What is odd and what is proposed, with a button for that and one to leave it as it is."""
    say, facts = work.say, drafts.facts_of(given["facts"])
    name = f"document-doubt-{given['kind']}"
    yes = work.button(
        say(f"{name}-yes", **facts) if given["fix"] else say("document-doubt-keep"), YES
    )
    buttons: Buttons = [[yes]]
    if given["fix"] and given["may_stay"]:
        buttons = [[yes, work.button(say("document-doubt-as-it-is"), "keep")]]
    return say(name, **facts), buttons, [Open(say("document-doubt-brief"))]


def read_back(given: Given, work: Work) -> Said:
    """Everything that will be written, with “Ghi sổ” and “Sửa”."""
    say, fields = work.say, drafts.fields_of(given)
    due = due_said(fields, work)
    told = lines(
        say(
            "document-register-number",
            number=str(given["number"]),
            is_next=given["number"] == given["next"],
            arrived=fields.arrived_on or work.now.astimezone(say.zone).date(),
        ),
        say(
            "document-register-document",
            sign=fields.number_sign,
            dated=fields.dated or dt.date.min,
            issuer=fields.issuer,
        ),
        say("document-register-subject", subject=fields.subject),
        say("document-register-urgency", urgency=fields.urgency or Urgency.NORMAL),
        say("document-register-unit", unit=given["unit"]) if given.get("unit") else None,
        due.explained(work) if due else None,
        say("document-register-due-by", name=given["due_by"]) if due else None,
    )
    note = given.get("note")
    words = paragraphs(
        say(f"document-register-note-{note}", number=str(given["number"])) if note else None,
        told,
        say("document-register-sure"),
    )
    buttons = [
        [
            work.button(say("document-register-write"), YES),
            work.button(say("document-register-edit"), "edit"),
        ]
    ]
    brief = say("document-register-brief", number=str(given["number"]), sign=fields.number_sign)
    return words, buttons, [Open(brief)]


def written(given: Given, work: Work) -> Said:
    """One line: the số đến, the number and where it went."""
    told = work.say(
        "document-register-written",
        number=str(given["number"]),
        sign=given["number_sign"],
        unit=given.get("unit") or "",
        has_unit=bool(given.get("unit")),
    )
    return told, (), [Open(told)]
