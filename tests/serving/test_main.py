"""`make serve` as a whole, as a process of its own: ports, interruption, code that changes."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

import pytest

from plugins.serving.__main__ import last_words
from tests.checkout import check_out
from tests.waiting import MOST, until

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "sites" / "small" / "content"


class Serving:
    """`make serve` in the folder `root`."""

    def __init__(self, root: Path, output: Path, **environment: str) -> None:
        given = {"CONTENT": str(SMALL), "OUTPUT": str(output), "PORT": "0", "TODAY": "2026-11-22"}
        self.output = output
        self.process = subprocess.Popen(
            [sys.executable, "-m", "plugins.serving"],
            env={**os.environ, **given, **environment},
            cwd=root,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stderr is not None
        self.first = self.process.stderr.readline()
        self.port = int(self.first.split(":")[2].split("/")[0]) if "http" in self.first else 0

    def get(self, path: str) -> bytes:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=MOST)
        connection.request("GET", path)
        return connection.getresponse().read()

    def until(self, is_so: Callable[[dict[str, Any]], bool], page: str = "/") -> dict[str, Any]:
        """The first state of which this is so."""

        def look() -> dict[str, Any]:
            try:
                state: dict[str, Any] = json.loads(self.get(f"/@serve/state?page={page}"))
            except (OSError, HTTPException):  # it is being replaced by new code
                return {}
            return state if is_so(state) else {}

        return until(look)

    def end(self, number: int = signal.SIGINT) -> tuple[int, str]:
        self.process.send_signal(number)
        try:
            _, said = self.process.communicate(timeout=MOST)
        finally:
            self.process.kill()
        return self.process.returncode, said


Start = Callable[..., Serving]


@pytest.fixture
def start(tmp_path: Path, project: Path) -> Iterator[Start]:
    started: list[Serving] = []

    def serve(root: Path = project, **environment: str) -> Serving:
        started.append(Serving(root, tmp_path / f"output-{len(started)}", **environment))
        return started[-1]

    yield serve
    for serving in started:
        if serving.process.poll() is None:
            serving.end()


def is_built(state: dict[str, Any]) -> bool:
    return not state["version"].endswith("-0")


def panel(state: dict[str, Any]) -> list[str]:
    shown = state["panel"] or {"sections": []}
    return [item["message"] for section in shown["sections"] for item in section["items"]]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_when_told(start: Start, number: int) -> None:
    serving = start()
    serving.until(is_built)
    code, said = serving.end(number)
    assert code == 0
    assert "Traceback" not in said and "unverändert" in said


STUCK = """
import time

def write(path, data, write=write):
    is_new = write(path, data)
    while str(path).endswith(".html"):
        time.sleep(1)
    return is_new
"""
"""At the end of the engine: a build that never gets beyond its first page."""


def test_it_ends_in_the_midst_of_a_build(start: Start, tmp_path: Path) -> None:
    project = tmp_path / "project"
    check_out(project)
    with (project / "plugins" / "building" / "engine.py").open("a", encoding="utf-8") as engine:
        engine.write(STUCK)
    serving = start(project)
    until(lambda: any(serving.output.glob("**/*.html")))
    code, said = serving.end()
    assert code == 0
    assert "Traceback" not in said and "unverändert" not in said


def test_a_port_that_is_taken(start: Start) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        serving = start(PORT=str(port))
        assert serving.process.wait(MOST) == 2
    assert serving.first == (
        f"Die Adresse 127.0.0.1:{port} ist vergeben, vielleicht läuft »make serve« schon in einem"
        f" anderen Fenster. Eine andere nehmen: make serve PORT={port + 1}\n"
    )
    assert not serving.output.exists()


@pytest.mark.parametrize("port", ["70000", "-1", "acht", "80 80"])
def test_what_is_no_port(start: Start, port: str) -> None:
    serving = start(PORT=port, LANGUAGE="en")
    assert serving.process.wait(MOST) == 2
    assert serving.first == f"PORT={port}: This is no number from 1 to 65535. Usual is 8000.\n"


def test_settings_that_are_wrong(start: Start) -> None:
    serving = start(TODAY="heute")
    assert serving.process.wait(MOST) == 2
    assert serving.first == "pelican.conf.py: TODAY: 'heute'? YYYY-MM-DD\n"


def test_changed_code_counts(start: Start, tmp_path: Path) -> None:
    project = tmp_path / "project"
    check_out(project)
    serving = start(project)
    first = serving.until(is_built)
    code = project / "plugins" / "rendering" / "frame.py"
    right = code.read_text(encoding="utf-8")

    code.write_text(right + "\nx = = 1\n", encoding="utf-8")
    line = right.count("\n") + 2
    said = f"SyntaxError: invalid syntax (plugins/rendering/frame.py:{line})"
    state = serving.until(lambda state: panel(state) == [said])
    assert state["page"] == first["page"]

    label = "name=page.menu.label) if is_own else found"
    assert label in right
    code.write_text(right.replace(label, 'name="Neu")'), encoding="utf-8")
    token = first["version"].partition("-")[0]
    state = serving.until(lambda s: is_built(s) and not s["version"].startswith(token))
    assert state["page"] != first["page"] and panel(state) == []
    assert b">Neu<" in serving.get("/")

    code.write_text(right, encoding="utf-8")
    serving.until(lambda state: is_built(state) and state["page"] == first["page"])

    settings = project / "pelican.conf.py"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("Anlaufstelle Musterstadt", "Anlaufstelle Neustadt"))
    serving.until(lambda state: is_built(state) and state["page"] != first["page"])
    assert b"Anlaufstelle Neustadt" in serving.get("/")
    assert serving.end()[0] == 0


def test_the_last_words_of_a_traceback() -> None:
    frame = f'  File "{ROOT}/plugins/board/__init__.py", line 7, in pages\n'
    foreign = '  File "/usr/lib/python3/ast.py", line 50, in parse\n'
    end = "ValueError: x\n"
    assert last_words(f"Traceback:\n{frame}{foreign}{end}") == (
        "ValueError: x (plugins/board/__init__.py:7)"
    )
    assert last_words(f"{foreign}{end}") == "ValueError: x"
    assert last_words("") == "?"
