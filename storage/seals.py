"""Keyed hashes: what the store must recognise, but must not know."""

import hashlib
import hmac
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Seal:
    """Seals things under the office's secret: 64 hexadecimal digits, the same for the same parts.

    The first part says what is sealed, so that the same digits in two places have two seals.
    Whoever has the store alone learns nothing from a seal; without a secret (a demonstration on
    its own machine) anybody could try all digits.
    """

    secret: str = field(default="", repr=False)

    def __call__(self, what: str, *parts: str) -> str:
        """The seal of these parts, for example `seal("phone", code, "0678")`."""
        sealed = "\x1f".join((what, *parts)).encode()
        return hmac.new(self.secret.encode(), sealed, hashlib.sha256).hexdigest()
