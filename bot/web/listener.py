"""Listening on an address: uvicorn, without its hands on the program's signals."""

import asyncio
import socket
from collections.abc import Callable, Generator, Sequence
from contextlib import closing, contextmanager

import uvicorn
from fastapi import FastAPI

MOST_FRAME_BYTES = 1024 * 1024  # beyond it not even a kind word is possible
SECONDS_TO_FINISH = 10


async def serve(
    app: FastAPI,
    *,
    host: str,
    port: int,
    listening: Callable[[str], None],
    stopping: asyncio.Event,
    proxies: Sequence[str] = (),
) -> None:
    """Serve until `stopping` is set, then finish what is in flight and close all sockets.

    Only `proxies`, addresses or networks, are believed when they say whom they speak for.
    `listening` is told the address once it really answers; port 0 takes any that is free.
    Raises OSError when the address cannot be had. Cancelled, it closes in the same way.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with closing(socket.create_server((host, port), family=family)) as listener:
        config = uvicorn.Config(
            app,
            lifespan="off",
            log_config=None,  # the program's own
            access_log=False,  # who asks what is nobody's business
            server_header=False,
            # Said in so many words: uvicorn by itself believes whatever calls from this machine.
            proxy_headers=bool(proxies),
            forwarded_allow_ips=[*proxies],
            ws="websockets-sansio",
            ws_max_size=MOST_FRAME_BYTES,
            timeout_graceful_shutdown=SECONDS_TO_FINISH,
        )
        server = _Server(config, stopping, lambda: listening(_address(listener)))
        await server.serve([listener])


class _Server(uvicorn.Server):
    """uvicorn raises SIGTERM and SIGINT again when it has served, which would end the program
    before its last words are written down. Signals are the program's own business."""

    def __init__(
        self, config: uvicorn.Config, stopping: asyncio.Event, started: Callable[[], None]
    ) -> None:
        super().__init__(config)
        self.stopping = stopping
        self.tell_started = started

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Captures none."""
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Say so when it is done."""
        await super().startup(sockets)
        self.tell_started()

    async def main_loop(self) -> None:
        """Wait to be stopped. Cancelled, close as if stopped: nobody is cut off in a word."""
        try:
            await super().main_loop()
        except asyncio.CancelledError:
            await self.shutdown()
            raise

    async def on_tick(self, counter: int) -> bool:
        """Whether to stop; asked ten times a second."""
        return await super().on_tick(counter) or self.stopping.is_set()


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
