"""Why a message did not arrive, as it stands in its `reason`: “telegram: blocked”."""

NO_ACCOUNT = "no account"
IN_A_FORM = "in a form"  # somebody is just answering: it waits a little
BLOCKED = "blocked"
REFUSED = "refused"
NO_BUDGET = "budget"
WINDOW = "window"  # the messenger lets nobody be written to who has said nothing for so long
AWAY = "away"  # nobody is there to be told: it is told first when they write next


def on(channel: str, trouble: str) -> str:
    """The trouble of one channel."""
    return f"{channel}: {trouble}"


def channel_of(reason: str) -> str:
    """Whose trouble it was; empty where it was that of no channel."""
    channel, found, _ = reason.partition(": ")
    return channel if found else ""
