"""`make run` on a fresh clone: it sets itself up, opens the demonstration and answers."""

import json
import os
import re
import shutil
import signal
import subprocess
from collections.abc import Generator
from pathlib import Path

import pytest
from websockets.sync.client import connect
from websockets.typing import Origin

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 600  # seconds: on a fresh machine every package is fetched

pytestmark = [pytest.mark.acceptance, pytest.mark.timeout(PATIENCE + 60)]


def commands_of_the_readme() -> list[str]:
    """The lines of the README's first shell block."""
    block = re.search(
        r"```(?:sh|shell|bash)\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL
    )
    assert block
    return [line.split("#")[0].strip() for line in block[1].splitlines() if line.strip()]


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What somebody gets who clones the repository, without anything that is not committed."""
    folder = tmp_path_factory.mktemp("clone") / "office"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder)], check=True)
    return folder


@pytest.fixture(scope="module")
def address(clone: Path) -> Generator[str]:
    """The address that the running program prints."""
    command = shutil.which("make")
    assert command
    settings = {k: v for k, v in os.environ.items() if not k.startswith("OFFICE_")}  # noqa: TID251
    settings["OFFICE_WEB_PORT"] = "0"
    with subprocess.Popen(
        [command, "run"],
        cwd=clone,
        env=settings,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as program:
        assert program.stdout
        said = ""
        for line in program.stdout:
            said += line
            if found := re.search(r"http://\S+", line):
                yield found[0].rstrip("/")
                break
        else:
            pytest.fail(f"make run ended: {said}")
        os.killpg(program.pid, signal.SIGTERM)
        program.wait(timeout=30)


def test_the_readme_names_the_two_commands() -> None:
    assert commands_of_the_readme()[-2:] == ["make run", "make test"]


def test_a_question_typed_on_the_page_is_answered_from_the_demonstration(address: str) -> None:
    reply = ask(address, "hôm nay có lịch họp gì?")
    assert "BẢN TRÌNH DIỄN" in reply


def ask(address: str, words: str) -> str:
    """Say something as the page does; the first thing that the assistant answers."""
    import urllib.request

    visit = urllib.request.Request(  # noqa: S310 - our own address on this machine
        f"{address}/chat/visitor", method="POST", headers={"Origin": address}
    )
    with urllib.request.urlopen(visit) as answer:  # noqa: S310 - the same
        cookie = answer.headers["set-cookie"].split(";")[0]
    socket = address.replace("http", "ws") + "/chat/socket"
    with connect(socket, origin=Origin(address), additional_headers={"Cookie": cookie}) as page:
        page.send(json.dumps({"text": words}))
        while True:
            frame = json.loads(page.recv(timeout=30))
            if frame.get("ours"):
                return str(frame["html"])
