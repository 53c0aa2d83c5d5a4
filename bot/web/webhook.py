"""Where Telegram brings its updates, when it is told to."""

import hmac
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from fastapi import Request, Response

SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105 - the name of a header
MOST_BYTES = 1024 * 1024  # an update has a few thousand

Take = Callable[[Sequence[dict[str, Any]]], Awaitable[None]]


@dataclass(frozen=True, kw_only=True)
class TelegramDoor:
    """Lets in who knows the secret; what they bring is stored before it is acknowledged."""

    secret: str = field(repr=False)
    take: Take

    async def receive(self, request: Request) -> Response:
        """200 once the update is stored: it is answered afterwards. 403 and no word to others."""
        said = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(said.encode(), self.secret.encode()):
            return Response(status_code=403)
        body = await body_of(request)
        if body is None:
            return Response(status_code=413)
        update = _update(body)
        if update is None:
            return Response(status_code=400)
        await self.take([update])
        return Response(status_code=200)


async def body_of(request: Request) -> bytes | None:
    """All of what is brought; None as soon as it is too much."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            return None
    return bytes(body)


def _update(body: bytes) -> dict[str, Any] | None:
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        return None
    numbered = isinstance(update, dict) and isinstance(update.get("update_id"), int)
    return update if numbered else None
