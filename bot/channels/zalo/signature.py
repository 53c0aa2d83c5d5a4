"""Whether an event was brought by Zalo: a plain SHA-256 over what it says and a secret.

Which secret signs, and whether the app or the account is named first, is told differently in
different places. So each is tried, and the first that fits is pinned.
"""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass

HEADER = "x-zevent-signature"


@dataclass(frozen=True, kw_only=True)
class Signature:
    """The ways in which this account's events may be signed, by their names."""

    ways: Mapping[str, tuple[str, str]]  # who is named first, and the secret

    @classmethod
    def of(cls, *, app_id: str, oa_id: str, app_secret: str, oa_secret: str) -> "Signature":
        """Those ways whose parts the office has given."""
        secrets = {"oa secret": oa_secret, "app secret": app_secret}
        names = {"app": app_id, "oa": oa_id}
        return cls(
            ways={
                f"{named} id, {of}": (name, secret)
                for of, secret in secrets.items()
                for named, name in names.items()
                if name and secret
            }
        )

    def way(self, body: bytes, timestamp: str, said: str, *, pinned: str | None) -> str | None:
        """The way that fits, only the pinned one if there is one; None if the event is forged."""
        mac = said.removeprefix("mac=").strip().lower().encode()
        for way, (name, secret) in self.ways.items():
            if pinned in (None, way):
                signed = name.encode() + body + timestamp.encode() + secret.encode()
                if hmac.compare_digest(hashlib.sha256(signed).hexdigest().encode(), mac):
                    return way
        return None
