"""Who is at the page: a random token in a cookie, of which the store knows only a keyed hash."""

import hashlib
import hmac
import re
import secrets
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection
from starlette.responses import Response

COOKIE = "office_visitor"
KEPT_SECONDS = 180 * 24 * 3600
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


def token_of(connection: HTTPConnection) -> str | None:
    """The visitor's token; None if there is none, or none of ours."""
    token = connection.cookies.get(COOKIE, "")
    return token if _TOKEN.fullmatch(token) else None


def remember(response: Response, token: str | None, *, secure: bool) -> None:
    """Give the browser its token, or a new one; scripts and other sites never get at it."""
    response.set_cookie(
        COOKIE,
        token or secrets.token_urlsafe(32),
        max_age=KEPT_SECONDS,
        httponly=True,
        samesite="strict",
        secure=secure,
    )


def external_id(token: str, *, secret: str = "", persona: str | None = None) -> str:
    """What the store knows a visitor by. Each persona of a demonstration has its own account."""
    known = hmac.new(secret.encode(), token.encode(), hashlib.sha256).hexdigest()
    return f"{known}:{persona}" if persona else known


def chat_id(external: str) -> int:
    """The number aiogram knows a visitor by: 62 bits of a hash, so that nobody is given
    another's and a chat has its number before anything about it is written down."""
    return int.from_bytes(hashlib.sha256(external.encode()).digest()[:8]) >> 2


def is_from_our_page(connection: HTTPConnection, *, loopback_only: bool) -> bool:
    """Whether the page that makes this request came from this very address.

    Any page on the web could otherwise talk to 127.0.0.1 in the name of whoever looks at it.
    `loopback_only` also refuses names that somebody else made to point here.
    """
    host = connection.headers.get("host", "")
    origin = connection.headers.get("origin", "")
    if not host or _address_of(origin) != host.lower():
        return False
    return not loopback_only or urlsplit(f"//{host}").hostname in LOOPBACK


def _address_of(origin: str) -> str | None:
    try:
        parts = urlsplit(origin)
    except ValueError:  # an address in brackets that is none
        return None
    return parts.netloc.lower() if parts.scheme in {"http", "https"} else None
