"""`make inbox-web`: what the terminal says, and how it ends."""

import os
import re
import signal
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path

import pytest

from plugins.web.inbox.__main__ import main
from plugins.web.inbox.server import HOST, bound
from tests.waiting import MOST

SMALL = Path(__file__).resolve().parents[2] / "sites" / "small" / "content"


@pytest.mark.parametrize("port", ["x", "-1", "70000", "1.5"])
def test_what_is_no_port(port: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(project / "pelican.conf.py", {"PORT": port}) == 2
    assert f"PORT={port}: Das ist keine Zahl von 1 bis 65535." in capsys.readouterr().err


def test_a_port_that_is_taken(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with bound(0) as server:
        assert main(project / "pelican.conf.py", {"PORT": str(server.server_port)}) == 2
        assert f"Der Port {server.server_port} ist vergeben." in capsys.readouterr().err


def test_no_settings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(tmp_path / "pelican.conf.py", {}) == 2
    assert "make inbox-web: " in capsys.readouterr().err


@pytest.mark.slow
def test_from_start_to_ctrl_c(project: Path) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "PORT", "LANGUAGE")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    process = subprocess.Popen(
        [sys.executable, "-m", "plugins.web.inbox"],
        cwd=project,
        env={**environment, "CONTENT": str(SMALL)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None and process.stderr is not None
        said = process.stdout.readline()
        match = re.search(rf"http://{re.escape(HOST)}:([0-9]+)(/eingang/\?\S+)", said)
        assert match is not None, said
        connection = HTTPConnection(HOST, int(match[1]), timeout=MOST)
        connection.request("GET", match[2])
        answer = connection.getresponse()
        assert (answer.status, answer.headers["Location"]) == (303, "/eingang/")
        assert answer.read() == b"" and answer.headers["Server"] == "Anlaufstelle"
        connection.close()
        process.send_signal(signal.SIGINT)
        assert (process.wait(timeout=MOST), process.stderr.read()) == (0, "")
    finally:
        process.kill()
        process.wait()
