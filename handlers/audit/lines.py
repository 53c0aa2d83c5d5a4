"""How a look reads as a line: when, who, on whose behalf, what they did, where."""

from handlers.texts import Say, Words
from storage.audit_trail import Entry


def line(entry: Entry, say: Say) -> Words:
    """One line; whoever is not of the office has a number and no name."""
    who = (
        say("audit-person", name=entry.name, title=entry.title)
        if entry.name
        else say("audit-account", number=entry.account_id or 0)
    )
    behalf = (
        say("audit-behalf", name=entry.behalf_name, title=entry.behalf_title)
        if entry.behalf_name
        else ""
    )
    return say(
        "audit-line",
        at=entry.at,
        who=who,
        behalf=behalf,
        did=say("audit-act", act=_key(entry.act)) if entry.found else say("audit-in-vain"),
        channel=say("account-channel", channel=entry.channel),
    )


def _key(act: str) -> str:
    """An act as the texts choose by it: their keys have neither dots nor underscores."""
    return act.replace(".", "-").replace("_", "-")
