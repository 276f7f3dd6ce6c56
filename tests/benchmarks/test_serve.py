"""That the time of `make serve` ends with bytes that came over HTTP, and not before."""

import os
import sys
from pathlib import Path

import pytest

from benchmarks import serve
from benchmarks.measure import Failed

SERVER = """
import os
from http.server import SimpleHTTPRequestHandler, test
test(SimpleHTTPRequestHandler, port=int(os.environ["PORT"]), bind="127.0.0.1")
"""


def test_new_bytes_are_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "CALM", 0.0)
    saved: list[str] = []

    def save(words: str) -> None:
        saved.append(words)
        (tmp_path / "page.html").write_text(f"<p>{words}</p>", encoding="utf-8")

    command = [sys.executable, "-c", SERVER]
    with serve.served(command, tmp_path, os.environ) as address:
        took = serve.save_to_bytes(f"{address}/page.html", save, "7")
    assert saved == ["7 zuvor", "7 danach"]
    assert took > 0
    assert serve.fetched(f"{address}/page.html") == b""


def test_what_never_comes_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "CALM", 0.0)
    monkeypatch.setattr(serve, "PATIENCE", 0.0)
    with pytest.raises(Failed, match="7 zuvor"):
        serve.save_to_bytes("http://127.0.0.1:9/page.html", lambda words: None, "7")
