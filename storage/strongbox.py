"""What the program must read again, but nobody else who has the store: encrypted where it lies."""

from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

CLOSED = "fernet:"  # what was put in begins so
KEY_BYTES = 32


class Strongbox:
    """Keeps words of one purpose under a key of their own, derived from the office's secret.

    What another secret closed does not open, nor what was changed since.
    """

    def __init__(self, secret: str, purpose: str) -> None:
        derive = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose.encode())
        self._fernet = Fernet(urlsafe_b64encode(derive.derive(secret.encode())))

    def closed(self, words: str) -> str:
        """As the store may hold them, each time another text; nothing stays nothing."""
        return CLOSED + self._fernet.encrypt(words.encode()).decode() if words else ""

    def opened(self, kept: str) -> str:
        """The words again; empty for what does not open. What was never closed stays as it is."""
        if not kept.startswith(CLOSED):
            return kept
        try:
            return self._fernet.decrypt(kept.removeprefix(CLOSED)).decode()
        except InvalidToken:
            return ""

    @staticmethod
    def holds(kept: str) -> bool:
        """It can be read by nobody else, or there is nothing to read."""
        return not kept or kept.startswith(CLOSED)
