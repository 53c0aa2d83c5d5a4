"""telegram-test-api as a process of its own."""

import asyncio
import shutil
import socket
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

FOLDER = Path(__file__).parent
NODE = shutil.which("node") or str(Path(sys.prefix) / "bin" / "node")
START = (
    "const Server = require('telegram-test-api');"
    "const [host, port] = process.argv.slice(1);"
    "new Server({host, port, storeTimeout: 3600}).start().then(() => console.log('listening'));"
    "process.stdin.on('end', () => process.exit()).resume();"  # it ends with whoever started it
)
PATIENCE = 60  # seconds, on a busy machine


@asynccontextmanager
async def running() -> AsyncGenerator[str]:
    """Its address, as long as it runs. `make witness` installs it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host, port = free.getsockname()
    process = await asyncio.create_subprocess_exec(
        *(NODE, "-e", START, host, str(port)),
        cwd=FOLDER,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdin
    assert process.stdout
    try:
        told = await asyncio.wait_for(process.stdout.readline(), PATIENCE)
        assert told == b"listening\n", "telegram-test-api does not start; run `make witness`"
        yield f"http://{host}:{port}"
    finally:
        process.stdin.close()
        await process.wait()
