"""What a citizen is told first: what this is, who runs it, what is kept, how to reach a person.

The page shows the same before anything is typed.
"""

from collections.abc import Mapping

from handlers.texts import Say, Words, lines
from storage.models import OfficeFact
from storage.terms import Terms

ABROAD = ("telegram", "zalo_oa", "zalo_bot")  # somebody else keeps the words too


def words(
    say: Say, *, office: str, channel: str, terms: Terms, facts: Mapping[str, OfficeFact]
) -> Words:
    """At most five lines (Luật 91/2025/QH15; NĐ 356/2025/NĐ-CP)."""
    human = facts.get("hotline") or facts.get("phone")
    return lines(
        say("privacy-opening", office=office or say("privacy-opening-office")),
        say("privacy-opening-abroad", channel=channel, days=terms.chats.days)
        if channel in ABROAD
        else say("privacy-opening-kept", days=terms.chats.days),
        say("privacy-opening-human-phone", hotline=human.value)
        if human
        else say("privacy-opening-human"),
        say("privacy-opening-rights"),
    )
