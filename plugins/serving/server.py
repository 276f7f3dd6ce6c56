"""The web server of `make serve`: for this machine only, and for reading only.

A foreign page can make a browser ask 127.0.0.1 under a name of its own (DNS rebinding), so only
our own names are answered. Each request has a thread; there are never more than `MOST` at once,
and each must have come whole within `SECONDS`.
"""

import contextlib
import gzip
import json
import re
import threading
import time
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import SHUT_RDWR, socket
from typing import NamedTuple
from urllib.parse import parse_qs

from plugins.serving import files, live
from plugins.serving.files import Moved, ServedFile
from plugins.serving.news import Bulletin

HOST = "127.0.0.1"

MOST = 64
"""Requests at once. A browser opens six connections to a server; few of them may wait."""

SECONDS = 10.0
"""In which a request must have come, however many bytes it comes in, and an answer have gone."""

WORTH_PACKING = 1400
"""Bytes: what is smaller fits into one packet anyway."""

_PACKS = re.compile(r"\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))")
_IS_TEXT = re.compile(r"text/|application/(?:json|xml|atom\+xml)|image/svg")

STATIC = Path(__file__).parent / "static"
_STATIC = {"reload.js": "text/javascript; charset=utf-8", "panel.css": "text/css; charset=utf-8"}


class ServedSite(NamedTuple):
    """What is served: the folder of the site, the path that it lives under, what is new.

    Without a bulletin pages are delivered as they are.
    """

    folder: Path
    base: str = ""
    bulletin: Bulletin | None = None


class Delivery(NamedTuple):
    """What a request is answered with; the digest is that of the data."""

    status: int
    type: str = "text/plain; charset=utf-8"
    data: bytes = b""
    headers: Mapping[str, str] = {}


def answer(site: ServedSite, target: str) -> Delivery:
    """What to answer to a request for `target`, which is a path and perhaps a query."""
    path, _, query = target.partition("?")
    if site.bulletin and path.startswith(live.OWN):
        return _own(site, site.bulletin, path.removeprefix(live.OWN), query)
    found = files.find(site.folder, site.base, path)
    if isinstance(found, Moved):
        location = f"{found.path}?{query}" if query else found.path
        return Delivery(HTTPStatus.MOVED_PERMANENTLY, headers={"Location": location})
    is_live = site.bulletin is not None and found.type == files.PAGE
    data = live.page(found.data, found.digest) if is_live else found.data
    return Delivery(found.status, found.type, data)


def _own(site: ServedSite, bulletin: Bulletin, name: str, query: str) -> Delivery:
    if name == "state":
        return _state(site, bulletin, parse_qs(query))
    if name in _STATIC:
        return Delivery(HTTPStatus.OK, _STATIC[name], (STATIC / name).read_bytes())
    return Delivery(HTTPStatus.NOT_FOUND)


def _state(site: ServedSite, bulletin: Bulletin, query: Mapping[str, list[str]]) -> Delivery:
    """What is new, once it is: `seen` names what the browser knows, `page` the page it shows."""
    news = bulletin.after(query.get("seen", [""])[0])
    found = files.find(site.folder, site.base, query.get("page", [""])[0])
    state = {
        "version": news.version,
        "busy": news.is_busy,
        "page": found.digest if isinstance(found, ServedFile) else "",
        "panel": news.panel.as_mapping() if news.panel else None,
    }
    return Delivery(HTTPStatus.OK, "application/json", json.dumps(state).encode())


def is_ours(hosts: list[str], port: int) -> bool:
    """Whether a request names us, once, in its Host header (RFC 9110, section 7.2)."""
    names = {f"{name}:{port}" for name in (HOST, "localhost")}
    names |= {HOST, "localhost"} if port == 80 else set()
    return len(hosts) == 1 and hosts[0].strip().lower() in names


def is_known(tags: str, tag: str) -> bool:
    """Whether If-None-Match names the tag (RFC 9110, section 13.1.2: compared weakly)."""
    listed = {known.strip().removeprefix("W/") for known in tags.split(",")}
    return bool(listed & {"*", tag.removeprefix("W/")})


def packed(given: Delivery, accepted: str) -> Delivery:
    """The answer as web servers send texts, when Accept-Encoding allows it (RFC 9110, 12.5.3).

    So what is measured here is what visitors get.
    """
    if len(given.data) < WORTH_PACKING or not _IS_TEXT.match(given.type):
        return given
    headers = {**given.headers, "Vary": "Accept-Encoding"}
    if not _PACKS.search(accepted.lower()):
        return given._replace(headers=headers)
    headers["Content-Encoding"] = "gzip"
    return given._replace(data=gzip.compress(given.data, 6, mtime=0), headers=headers)


class Handler(BaseHTTPRequestHandler):
    """One request. The connection ends with it, so that none holds a thread for nothing."""

    server: "Server"
    timeout = SECONDS

    def parse_request(self) -> bool:
        """Refuse what is not for us or is no reading, before anything is done."""
        is_whole = super().parse_request()
        self.server.has_come(self.request)
        if not is_whole:
            return False
        if self.command not in ("GET", "HEAD"):
            self._send(Delivery(HTTPStatus.METHOD_NOT_ALLOWED, headers={"Allow": "GET, HEAD"}))
        elif not is_ours(self.headers.get_all("Host", []), self.server.server_port):
            self._send(Delivery(HTTPStatus.MISDIRECTED_REQUEST))
        else:
            return True
        return False

    def do_GET(self) -> None:
        """Answer with the data, or without them where the browser has them."""
        given = answer(self.server.site, self.path)
        tag = f'W/"{files.digest(given.data)}"'
        known = ",".join(self.headers.get_all("If-None-Match", []))
        if given.status == HTTPStatus.OK and known and is_known(known, tag):
            given = given._replace(status=HTTPStatus.NOT_MODIFIED)
        tagged = {"ETag": tag} if given.status < HTTPStatus.BAD_REQUEST else {}
        accepted = ",".join(self.headers.get_all("Accept-Encoding", []))
        self._send(packed(given._replace(headers={**given.headers, **tagged}), accepted))

    do_HEAD = do_GET  # noqa: N815

    def _send(self, given: Delivery) -> None:
        """Send the head, and the data where they are wanted."""
        self.send_response(given.status)
        for name, value in given.headers.items():
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        if given.status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Type", given.type)
            self.send_header("Content-Length", str(len(given.data)))
        self.end_headers()
        if self.command != "HEAD" and given.status != HTTPStatus.NOT_MODIFIED:
            self.wfile.write(given.data)

    def version_string(self) -> str:
        """Our name; which Python we run is nobody's business."""
        return "Anlaufstelle"

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the terminal is for what was found wrong in the entries."""


class Server(ThreadingHTTPServer):
    """Serves one site on this machine. Ends at once: it waits for no browser.

    `clock` tells seconds, from whenever.
    """

    daemon_threads = True
    block_on_close = False
    request_queue_size = MOST

    def __init__(
        self, site: ServedSite, port: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.site, self._clock = site, clock
        self._room = threading.BoundedSemaphore(MOST)
        self._coming: dict[socket, float] = {}
        super().__init__((HOST, port), Handler)

    def process_request(self, request: socket, client_address: object) -> None:  # type: ignore[override]
        """Answer in a thread of its own; where there is no room, not at all."""
        if not self._room.acquire(blocking=False):
            self.shutdown_request(request)
            return
        self._coming[request] = self._clock() + SECONDS
        super().process_request(request, client_address)

    def process_request_thread(self, request: socket, client_address: object) -> None:  # type: ignore[override]
        """Answer, then make room."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self.has_come(request)
            self._room.release()

    def has_come(self, request: socket) -> None:
        """A request is whole, or is no more."""
        self._coming.pop(request, None)

    def service_actions(self) -> None:
        """Hang up on those whose request is not whole in time: a timeout is for each read alone."""
        now = self._clock()
        for request, until in tuple(self._coming.items()):
            if now > until:
                with contextlib.suppress(OSError):
                    request.shutdown(SHUT_RDWR)

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing: a browser that left before it was answered is no fault."""


def server(folder: Path, port: int, base: str = "", bulletin: Bulletin | None = None) -> Server:
    """A server for `folder` under the path `base`; port 0 takes a free one.

    Raises `OSError` when the port is taken, `OverflowError` when there is no such port.
    """
    return Server(ServedSite(folder, base, bulletin), port)
