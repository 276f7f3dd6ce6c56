"""`make serve`: what its server delivers, to this machine only."""

import threading
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from plugins.rendering.serve import HOST, server

Get = Callable[[str], tuple[int, str, bytes]]
FILES = {
    "index.html": b"home",
    "404.html": b"not here",
    "vereine/index.html": b"list",
    "termine.ics": b"BEGIN",
    "bericht/figures.csv": b"a,b",
}


@pytest.fixture(params=["", "/stadt"])
def base(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def get(tmp_path: Path, base: str) -> Iterator[Get]:
    site = tmp_path / "site"
    for name, data in FILES.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(data)
    (tmp_path / "secret.txt").write_bytes(b"secret")
    web = server(site, 0, base)
    thread = threading.Thread(target=web.serve_forever, daemon=True)
    thread.start()

    def fetch(path: str) -> tuple[int, str, bytes]:
        connection = HTTPConnection(HOST, web.server_port, timeout=10)
        connection.request("GET", path)
        answer: HTTPResponse = connection.getresponse()
        return answer.status, answer.headers["Content-Type"], answer.read()

    yield fetch
    web.shutdown()
    web.server_close()
    thread.join(timeout=10)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", (200, "text/html", b"home")),
        ("/?q=x", (200, "text/html", b"home")),
        ("/vereine/", (200, "text/html", b"list")),
        ("/termine.ics", (200, "text/calendar; charset=utf-8", b"BEGIN")),
        ("/bericht/figures.csv", (200, "text/csv; charset=utf-8", b"a,b")),
        ("/gibt/es/nicht/", (404, "text/html; charset=utf-8", b"not here")),
        ("/../secret.txt", (404, "text/html; charset=utf-8", b"not here")),
        ("/%2e%2e/secret.txt", (404, "text/html; charset=utf-8", b"not here")),
    ],
)
def test_get(get: Get, base: str, path: str, expected: tuple[int, str, bytes]) -> None:
    assert get(base + path) == expected


def test_outside_of_the_path_is_nothing(get: Get, base: str) -> None:
    status = get("/vereine/")[0]
    assert status == (404 if base else 200)


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    first = server(tmp_path, 0)
    with pytest.raises(OSError):
        server(tmp_path, first.server_port)
    first.server_close()
