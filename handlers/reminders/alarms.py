"""What is stuck, in words for whoever keeps the program."""

from handlers.replies import Said
from handlers.texts import Say, lines
from scheduler.alarms import Trouble


def words(trouble: Trouble, *, say: Say) -> Said:
    """What, since when, how many, and what to do. Nobody is named, nor any item."""
    what = say(
        f"alarm-{trouble.cause}",
        number=trouble.number,
        since=trouble.since,
        channel=say("account-channel", channel=trouble.channel),
        period=trouble.period or "",
        most=trouble.most,
        reserve=trouble.reserve,
    )
    return lines(what, say(f"alarm-{trouble.cause}-do")), (), []
