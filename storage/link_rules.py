"""What an office may set about linking accounts."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, kw_only=True)
class LinkRules:
    """How long a code is valid, how often one may err, and how long one acts for somebody."""

    code_lasts: timedelta = timedelta(hours=24)
    wrong_tries: int = 5  # and then the account takes no code for a while
    locked_for: timedelta = timedelta(minutes=15)
    acting_lasts: timedelta = timedelta(minutes=30)  # after the last word
