"""What the buttons carry that end an account, or make a code for somebody."""

from aiogram.filters.callback_data import CallbackData


class Invite(CallbackData, prefix="invite"):
    """Make a link code for this person: `invite:32`."""

    person_id: int


class EndAccount(CallbackData, prefix="endaccount"):
    """End one of one's own accounts: `endaccount:12`."""

    account_id: int


class LeaveAccount(CallbackData, prefix="leaveaccount"):
    """End the account where this is pressed, for sure."""


class EndOthers(CallbackData, prefix="endothers"):
    """End all of one's own accounts but the one where this is pressed."""
