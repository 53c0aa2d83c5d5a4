"""What an office sets about dossiers that are asked for by their code."""

from dataclasses import dataclass

DIGITS = 4


@dataclass(frozen=True, kw_only=True)
class DossierRules:
    """Which codes are the office's own, and how many may be tried."""

    prefixes: tuple[str, ...] = ()
    """With what its own codes begin: `H37`, or `H05` and the closed `H02`. Without any, every code
    is looked for here."""

    codes_per_day: int = 10
    """Different codes an account may ask for on one day."""

    digits_per_day: int = 5
    """How often digits may be tried for one code on one day, by all accounts together."""

    codes_per_address: int = 30
    """New codes an hour from one network address, on the web."""

    owner_on_our_page: bool = False
    """On channels that leave the office its owner is sent to our own page for what is theirs."""

    fee_pauses: bool = True
    """Waiting for a fee or a tax stops the clock of a dossier, as waiting for papers does [U]."""

    by_minute: bool = False
    """“Trước hạn” and “đúng hạn” are told apart by the moment, not by the day [U]."""

    demo_digits: str = ""
    """In a demonstration: the digits that open every dossier."""


USUAL = DossierRules()
"""What holds where an office has set nothing."""
