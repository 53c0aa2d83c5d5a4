"""Where a person is told something: on the channel they chose, then on their others in order."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import follows
from bot.channels import Channel
from scheduler.outbox import Outgoing
from storage import accounts
from storage.models import Account, MessageKind

Channels = Mapping[str, Channel]


def in_order(reached: Sequence[Account], channels: Channels, now: datetime) -> list[Account]:
    """As the store gives them. For whoever has chosen, those come last that cannot tell them now.

    So a page that is closed and a window that is over give way to the next channel, and still
    serve where there is no other.
    """

    def cannot_tell(account: Account) -> bool:
        channel = channels.get(account.channel)
        return channel is None or not follows.reaches(channel, account, now=now)

    has_chosen = any(account.preferred for account in reached)
    return sorted(reached, key=cannot_tell) if has_chosen else list(reached)


async def beside(
    db: AsyncSession, message: Outgoing, account: Account, channels: Channels, now: datetime
) -> list[Account]:
    """Where words go that were made for one account: news, wherever its person wants to be told.

    Everything else is of that account: a reply, a conversation, what happened to it.
    """
    if message.kind is MessageKind.NEWS and account.person_id:
        theirs = await accounts.accounts_of(db, account.person_id)
        if any(one.preferred for one in theirs):
            return in_order(theirs, channels, now)
    return [account]
