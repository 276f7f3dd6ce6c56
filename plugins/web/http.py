"""Requests and responses as values, and how WSGI (PEP 3333) has them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

HTML = "text/html; charset=utf-8"
TEXT = "text/plain; charset=utf-8"

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""That of the site's own pages (theme/templates/base.html), and nobody may frame them."""

SAFE: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""What goes with each answer: it is for one person, and for nobody to keep or to frame."""


def first(pairs: Iterable[tuple[str, str]], name: str) -> str:
    """The first value of a name; empty where there is none."""
    return next((value for key, value in pairs if key == name), "")


def by_name(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """All values of each name, in their order."""
    found: dict[str, tuple[str, ...]] = {}
    for name, value in pairs:
        found[name] = (*found.get(name, ()), value)
    return found


@dataclass(frozen=True)
class Request:
    """What a browser asks. `path` is as it was sent, headers by their names in small letters.

    `length` is how long the body says it is; of a longer one than allowed nothing has been read.
    """

    method: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = field(default=b"", repr=False)
    length: int = 0
    peer: str = ""

    def header(self, name: str) -> str:
        """A header by its name in small letters; empty where there is none."""
        return self.headers.get(name, "")

    def asked(self, name: str) -> str:
        """The first value of a name in the query; empty where there is none."""
        try:
            pairs = parse_qsl(self.query, errors="strict", max_num_fields=20)
        except (ValueError, UnicodeDecodeError):
            return ""
        return first(pairs, name)

    @property
    def is_whole(self) -> bool:
        """Whether all of its body is here."""
        return len(self.body) == self.length


@dataclass(frozen=True)
class Response:
    """What it is answered with."""

    status: int
    body: bytes = field(default=b"", repr=False)
    type: str = HTML
    headers: Mapping[str, str] = field(default_factory=dict)

    def with_headers(self, headers: Mapping[str, str]) -> "Response":
        """The same with more headers; its own count more."""
        return replace(self, headers={**headers, **self.headers})


def see_other(place: str) -> Response:
    """The browser shall get another page, which can be loaded again without sending again."""
    return Response(HTTPStatus.SEE_OTHER, headers={"Location": place})


Handle = Callable[[Request], Response]


def application(handle: Handle, most: int) -> "WSGIApplication":
    """The WSGI application that answers with `handle`; of bodies above `most` bytes reads none."""

    def answer(environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        request = request_of(environ, most)
        given = handle(request)
        status = HTTPStatus(given.status)
        headers = {**given.headers, "Content-Length": str(len(given.body))}
        if given.body:
            headers["Content-Type"] = given.type
        start(f"{status.value} {status.phrase}", list(headers.items()))
        return [] if request.method == "HEAD" else [given.body]

    return answer


def request_of(environ: "WSGIEnvironment", most: int) -> Request:
    """The request that an environment of WSGI describes."""
    length = _number(environ.get("CONTENT_LENGTH", ""))
    headers = {
        name.removeprefix("HTTP_").replace("_", "-").lower(): str(value)
        for name, value in environ.items()
        if name.startswith("HTTP_")
    }
    return Request(
        method=environ["REQUEST_METHOD"],
        path=_path(environ),
        query=environ.get("QUERY_STRING", ""),
        headers=headers | {"content-type": environ.get("CONTENT_TYPE", "")},
        body=environ["wsgi.input"].read(length) if 0 < length <= most else b"",
        length=length,
        peer=environ.get("REMOTE_ADDR", ""),
    )


def _path(environ: "WSGIEnvironment") -> str:
    """The path as it was sent; an address as a whole, which is for proxies, is taken apart."""
    sent = str(environ.get("REQUEST_URI", ""))
    return sent.partition("?")[0] if sent.startswith("/") else str(environ["PATH_INFO"])


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0
