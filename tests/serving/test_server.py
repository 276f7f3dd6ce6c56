"""`make serve`: what its server delivers, to this machine only, for reading only."""

import contextlib
import gzip
import json
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import NamedTuple

import pytest

from plugins.serving import HOST, server
from plugins.serving.files import digest
from plugins.serving.news import Bulletin
from plugins.serving.server import (
    MOST,
    SECONDS,
    Delivery,
    ServedSite,
    Server,
    is_known,
    is_ours,
    packed,
)
from tests import waiting
from tests.waiting import STEP, until

FILES = {
    "index.html": b"home",
    "404.html": b"not here",
    "vereine/index.html": b"<head></head>list",
    "lang/index.html": b"long " * 400,
    "termine.ics": b"BEGIN",
    "bericht/figures.csv": b"a,b",
    "static/x/js/fold.js": b"export",
    "leer/bild.webp": b"RIFF",
    ".manifest": b"index.html",
    ".hidden/index.html": b"hidden",
}
PAGE = "text/html; charset=utf-8"
NOT_HERE = (404, PAGE, b"not here")


class Got(NamedTuple):
    status: int
    headers: Mapping[str, str]
    data: bytes

    @property
    def brief(self) -> tuple[int, str | None, bytes]:
        return self.status, self.headers.get("Content-Type"), self.data


Ask = Callable[..., Got]


def write(folder: Path) -> Path:
    site = folder / "site"
    for name, data in FILES.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(data)
    (folder / "secret.txt").write_bytes(b"secret")
    (site / "out.txt").symlink_to(folder / "secret.txt")
    (site / "up").symlink_to(folder)
    return site


def start(folder: Path, base: str, bulletin: Bulletin | None) -> tuple[Server, Callable[[], None]]:
    """A server of the files above, for which no time passes, and what ends it."""
    return run(Server(ServedSite(write(folder), base, bulletin), 0, lambda: 0.0))


def run(web: Server) -> tuple[Server, Callable[[], None]]:
    """A server at work, and what ends it."""
    thread = threading.Thread(target=web.serve_forever, args=(0.02,), daemon=True)
    thread.start()

    def end() -> None:
        web.shutdown()
        web.server_close()
        thread.join(timeout=waiting.MOST)

    return web, end


@pytest.fixture(scope="module", params=["", "/stadt"])
def base(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module", params=[False, True], ids=["plain", "live"])
def bulletin(request: pytest.FixtureRequest) -> Bulletin | None:
    return Bulletin("token") if request.param else None


@pytest.fixture(scope="module")
def ask(
    tmp_path_factory: pytest.TempPathFactory, base: str, bulletin: Bulletin | None
) -> Iterator[Ask]:
    """Asks the server as a browser would; the path may be anything, also what none would send."""
    web, end = start(tmp_path_factory.mktemp("serve"), base, bulletin)

    def send(path: str, method: str = "GET", **headers: str) -> Got:
        connection = HTTPConnection(HOST, web.server_port, timeout=waiting.MOST)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        given = {"Host": f"{HOST}:{web.server_port}", **headers}
        for name, value in given.items():
            connection.putheader(
                name.replace("_", "-"), value.replace("PORT", str(web.server_port))
            )
        connection.endheaders()
        answer = connection.getresponse()
        return Got(answer.status, dict(answer.headers), answer.read())

    yield send
    end()


PATHS = {
    "/": (200, PAGE, b"home"),
    "/?q=x": (200, PAGE, b"home"),
    "/termine.ics": (200, "text/calendar; charset=utf-8", b"BEGIN"),
    "/bericht/figures.csv": (200, "text/csv; charset=utf-8", b"a,b"),
    "/static/x/js/fold.js": (200, "text/javascript; charset=utf-8", b"export"),
    "/leer/bild.webp": (200, "image/webp", b"RIFF"),
    "/%76ereine/figures": NOT_HERE,
    "/gibt/es/nicht/": NOT_HERE,
    "/leer/": NOT_HERE,
    "/termine.ics/": NOT_HERE,
    "/../secret.txt": NOT_HERE,
    "/%2e%2e/secret.txt": NOT_HERE,
    "/vereine/..%2f..%2f..%2fsecret.txt": NOT_HERE,
    "/..%5csecret.txt": NOT_HERE,
    "/%2fetc/passwd": NOT_HERE,
    "//etc/passwd": NOT_HERE,
    "/vereine//index.html": NOT_HERE,
    "/index.html%00.txt": NOT_HERE,
    "/%ff": NOT_HERE,
    "/.manifest": NOT_HERE,
    "/.hidden/": NOT_HERE,
    "/out.txt": NOT_HERE,
    "/up/secret.txt": NOT_HERE,
    "/" + "x" * 300: NOT_HERE,
}


@pytest.mark.parametrize(("path", "expected"), PATHS.items(), ids=[*map(str, range(len(PATHS)))])
def test_get(ask: Ask, base: str, path: str, expected: tuple[int, str, bytes]) -> None:
    assert ask(base + path).brief == expected


def test_what_is_no_path_is_nothing(ask: Ask) -> None:
    assert ask("http://example.org/").status == 404
    assert ask("*").status == 404


def test_outside_of_the_path_is_nothing(ask: Ask, base: str) -> None:
    assert ask("/vereine/").status == (404 if base else 200)


def test_a_folder_without_its_slash_is_sent_on(ask: Ask, base: str) -> None:
    got = ask(f"{base}/vereine?q=1")
    assert (got.status, got.headers["Location"]) == (301, f"{base}/vereine/?q=1")


@pytest.mark.parametrize("path", ["/", "/termine.ics", "/nichts/", "/vereine"])
def test_a_head_is_the_same_without_data(ask: Ask, base: str, path: str) -> None:
    get, head = ask(base + path), ask(base + path, "HEAD")
    skipped = ("Date",)
    assert [p for p in head.headers.items() if p[0] not in skipped] == [
        p for p in get.headers.items() if p[0] not in skipped
    ]
    assert (head.status, head.data) == (get.status, b"")


def test_headers_of_every_answer(ask: Ask, base: str) -> None:
    for path in ("/", "/nichts/", "/vereine"):
        headers = ask(base + path).headers
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Server"] == "Anlaufstelle"


def test_a_browser_that_has_it_is_told_so(ask: Ask, base: str) -> None:
    tag = ask(f"{base}/vereine/").headers["ETag"]
    again = ask(f"{base}/vereine/", If_None_Match=tag)
    assert (again.status, again.data, again.headers["ETag"]) == (304, b"", tag)
    assert ask(f"{base}/vereine/", If_None_Match='"other"').status == 200
    assert ask(f"{base}/nichts/", If_None_Match="*").status == 404


@pytest.mark.parametrize(
    ("tags", "known"),
    [
        ('"a"', True),
        ('W/"a"', True),
        ('"b", W/"a"', True),
        ("*", True),
        ('"b"', False),
        ("a", False),
    ],
)
def test_tags(tags: str, known: bool) -> None:
    assert is_known(tags, '"a"') == known


LONG = b"a" * 1400
CSS, WEBP = "text/css; charset=utf-8", "image/webp"


@pytest.mark.parametrize(
    ("accepted", "kind", "data", "expected"),
    [
        ("gzip", CSS, LONG, "gzip"),
        ("br, GZIP;q=0.5", CSS, LONG, "gzip"),
        ("gzip", "image/svg+xml", LONG, "gzip"),
        ("gzip", CSS, LONG[1:], None),
        ("gzip", WEBP, LONG, None),
        ("", CSS, LONG, None),
        ("br", CSS, LONG, None),
        ("gzip;q=0", CSS, LONG, None),
        ("gzip; q=0.0, br", CSS, LONG, None),
    ],
)
def test_texts_are_packed(accepted: str, kind: str, data: bytes, expected: str | None) -> None:
    given = packed(Delivery(200, kind, data, {"ETag": '"a"'}), accepted)
    assert given.headers.get("Content-Encoding") == expected
    assert (gzip.decompress(given.data) if expected else given.data) == data
    assert given.headers["ETag"] == '"a"'
    assert ("Vary" in given.headers) == (kind != WEBP and len(data) >= 1400)


def test_a_packed_page_arrives(ask: Ask, base: str) -> None:
    got = ask(f"{base}/lang/", Accept_Encoding="gzip")
    assert got.headers["Content-Encoding"] == "gzip"
    assert int(got.headers["Content-Length"]) == len(got.data)
    assert gzip.decompress(got.data) == FILES["lang/index.html"]
    assert ask(f"{base}/lang/").data == FILES["lang/index.html"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get", "X"])
def test_nothing_but_reading(ask: Ask, method: str) -> None:
    got = ask("/", method)
    assert (got.status, got.headers["Allow"], got.data) == (405, "GET, HEAD", b"")


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:PORT", 200),
        ("localhost:PORT", 200),
        ("LOCALHOST:PORT", 200),
        ("127.0.0.1", 421),
        ("127.0.0.1:1", 421),
        ("evil.example:PORT", 421),
        ("127.0.0.1.evil.example:PORT", 421),
        ("localhost.:PORT", 421),
        ("", 421),
    ],
)
def test_who_asks_under_another_name_is_refused(
    ask: Ask, base: str, host: str, status: int
) -> None:
    assert ask(f"{base}/", Host=host).status == status


def test_our_names() -> None:
    assert is_ours(["localhost"], 80) and is_ours(["127.0.0.1:80"], 80)
    assert not is_ours(["localhost"], 8000)
    assert not is_ours([], 8000)
    assert not is_ours(["localhost:8000", "localhost:8000"], 8000)


@pytest.mark.parametrize("name", ["reload.js", "panel.css", "state", "", "../server.py", "x"])
def test_our_own_files_are_there_only_where_it_is_live(
    ask: Ask, bulletin: Bulletin | None, name: str
) -> None:
    there = bulletin is not None and name in ("reload.js", "panel.css", "state")
    assert ask(f"/@serve/{name}").status == (200 if there else 404)


def test_pages_tell_the_browser_to_ask_only_where_it_is_live(
    ask: Ask, base: str, bulletin: Bulletin | None
) -> None:
    data = ask(f"{base}/vereine/").data
    known = digest(FILES["vereine/index.html"]).encode()
    assert (data == FILES["vereine/index.html"]) == (bulletin is None)
    assert (b"reload.js?page=" + known + b'"' in data) == (bulletin is not None)


def test_the_state_tells_of_the_page_that_is_asked_for(
    ask: Ask, base: str, bulletin: Bulletin | None
) -> None:
    if bulletin is None:
        return
    for path, data in (("/vereine/", b"<head></head>list"), ("/nichts/", b"not here")):
        state = json.loads(ask(f"/@serve/state?page={base}{path}").data)
        expected = {"version": "token-0", "busy": False, "page": digest(data), "panel": None}
        assert state == expected


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    first = server(tmp_path, 0)
    with pytest.raises(OSError):
        server(tmp_path, first.server_port)
    first.server_close()


def test_browsers_that_hang_on_neither_hold_it_up_nor_add_up(tmp_path: Path) -> None:
    bulletin = Bulletin("token")
    web, end = start(tmp_path, "", bulletin)
    before = threading.active_count()
    hanging = [HTTPConnection(HOST, web.server_port, timeout=waiting.MOST) for _ in range(MOST - 4)]
    for connection in hanging:
        connection.request("GET", "/@serve/state?seen=token-0&page=/")
    connection = HTTPConnection(HOST, web.server_port, timeout=waiting.MOST)
    connection.request("GET", "/")
    assert connection.getresponse().read() == b"home"
    bulletin.tell(None)
    states = [json.loads(connection.getresponse().read()) for connection in hanging]
    assert {state["version"] for state in states if not state["busy"]} == {"token-1"}
    until(lambda: threading.active_count() <= before)
    end()


def test_there_are_never_more_requests_than_may_be(tmp_path: Path) -> None:
    web, end = start(tmp_path, "", None)
    opened = [socket.create_connection((HOST, web.server_port), waiting.MOST) for _ in range(MOST)]
    with socket.create_connection((HOST, web.server_port), waiting.MOST) as refused:
        assert refused.recv(1) == b""
    for connection in opened:
        connection.close()

    def answers() -> bool:
        connection = HTTPConnection(HOST, web.server_port, timeout=waiting.MOST)
        with contextlib.suppress(OSError, HTTPException):
            connection.request("GET", "/")
            return connection.getresponse().read() == b"home"
        return False

    until(answers)
    end()


def test_a_request_that_comes_byte_by_byte_has_no_more_time(tmp_path: Path) -> None:
    passed = [0.0]
    web, end = run(Server(ServedSite(write(tmp_path)), 0, lambda: passed[0]))
    with socket.create_connection((HOST, web.server_port), STEP) as dripping:
        dripping.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX: ")
        with pytest.raises(TimeoutError):
            dripping.recv(1)

        def is_hung_up_on() -> bool:
            passed[0] += SECONDS + 1  # once more where it was let in only now
            try:
                dripping.sendall(b"x")
                return dripping.recv(1) == b""
            except TimeoutError:
                return False
            except ConnectionError:
                return True

        until(is_hung_up_on)
    end()
