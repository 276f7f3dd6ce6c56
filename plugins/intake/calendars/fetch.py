"""Fetches one calendar over HTTP: bounded in size, time and redirects, from public hosts only."""

import http.client
import socket
import ssl
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from plugins.catalogue.versions import VERSION
from plugins.intake.calendars.addresses import INTERNET, IPAddress, Reach, Unresolved
from plugins.intake.calendars.deadline import Deadline

_SCHEMES = {"http": 80, "https": 443, "webcal": 443, "webcals": 443}
"""webcal is what calendars are linked with so that programs offer to subscribe; it means https."""
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_REFUSED, _GONE = frozenset({401, 402, 403, 407}), frozenset({404, 410})
_BLOCK = 1 << 16
_TRIED = 3
"""So many addresses of a host are tried."""


class NotFetched(Exception):
    """There is no calendar to be had; `code` says why (texts.PROBLEMS), `details` fill it in."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code, self.details = code, details


class Bounds(NamedTuple):
    """What one calendar may cost. `bytes` counts what was unpacked, `connecting` one address."""

    seconds: float = 20
    connecting: float = 5
    bytes: int = 5_000_000
    redirects: int = 5


USUAL_BOUNDS = Bounds()


@dataclass(frozen=True)
class Validators:
    """By what a server tells whether a calendar has changed (RFC 9110, section 8.8)."""

    etag: str = ""
    modified: str = ""

    def headers(self) -> Iterator[tuple[str, str]]:
        """The conditions of a request."""
        if self.etag:
            yield "If-None-Match", self.etag
        if self.modified:
            yield "If-Modified-Since", self.modified


NO_VALIDATORS = Validators()


@dataclass(frozen=True)
class Download:
    """What a server gave: bytes and their character set, or that nothing has changed."""

    data: bytes = field(default=b"", repr=False)
    charset: str = ""
    validators: Validators = NO_VALIDATORS
    is_unchanged: bool = False


def fetch(
    address: str,
    validators: Validators = NO_VALIDATORS,
    reach: Reach = INTERNET,
    bounds: Bounds = USUAL_BOUNDS,
) -> Download:
    """What is at an address now. Raises `NotFetched`, whatever the server does."""
    with Deadline(bounds.seconds) as deadline:
        try:
            found = _followed(address, validators, reach, bounds, deadline)
            if deadline.is_over:  # without a length, what was hung up on looks whole
                raise NotFetched("slow", seconds=round(bounds.seconds))
            return found
        except NotFetched as error:
            if deadline.is_over and error.code in ("cut", "status"):
                raise NotFetched("slow", seconds=round(bounds.seconds)) from error
            raise
        except ssl.SSLCertVerificationError as error:
            raise NotFetched("certificate") from error
        except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
            if deadline.is_over or isinstance(error, TimeoutError):
                raise NotFetched("slow", seconds=round(bounds.seconds)) from error
            raise NotFetched("unreachable") from error


def _followed(
    address: str, validators: Validators, reach: Reach, bounds: Bounds, deadline: Deadline
) -> Download:
    """Each address that a redirect leads to is looked at like the first one."""
    for _ in range(bounds.redirects + 1):
        parts = _parts(address)
        opened = _connected(parts, reach, bounds, deadline)
        try:
            answer = _asked(parts, opened, validators)
            if answer.status not in _REDIRECTS:
                return _download(answer, validators, bounds)
            address = urljoin(_spelled(parts), answer.getheader("Location", ""))
        finally:
            opened.close()
    raise NotFetched("redirects", most=bounds.redirects)


def _parts(address: str) -> SplitResult:
    """The parts of an address that may be fetched."""
    try:
        parts = urlsplit(address.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise NotFetched("address") from None
    if parts.scheme not in _SCHEMES or not host or port == 0 or parts.username is not None:
        raise NotFetched("address")
    return parts


def _spelled(parts: SplitResult) -> str:
    """The address as others are relative to it."""
    scheme = "http" if parts.scheme == "http" else "https"
    return parts._replace(scheme=scheme, fragment="").geturl()


def _connected(
    parts: SplitResult, reach: Reach, bounds: Bounds, deadline: Deadline
) -> socket.socket:
    """A connection to just one of the addresses that were looked at; a name may change its mind."""
    host, port = parts.hostname or "", parts.port or _SCHEMES[parts.scheme]
    try:
        addresses = reach.resolve(_ascii(host), port, bounds.connecting)
    except Unresolved:
        raise NotFetched("host", host=host) from None
    if not all(map(reach.allows, addresses)):
        raise NotFetched("private", host=host)
    opened = _first(addresses, port, bounds, deadline)
    if parts.scheme == "http":
        return opened
    secured = ssl.create_default_context().wrap_socket(
        opened, server_hostname=_ascii(host), do_handshake_on_connect=False
    )
    try:
        deadline.watch(secured)
        secured.do_handshake()
    except BaseException:
        secured.close()
        raise
    return secured


def _ascii(host: str) -> str:
    """The name as the network has it: xn--vereine-muster."""
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        raise NotFetched("address") from None


def _first(
    addresses: tuple[IPAddress, ...], port: int, bounds: Bounds, deadline: Deadline
) -> socket.socket:
    """A connection to the first address that answers."""
    problem: OSError = OSError("no address")
    for address in addresses[:_TRIED]:
        try:
            opened = socket.create_connection((str(address), port), timeout=bounds.connecting)
        except OSError as error:
            problem = error
            continue
        opened.settimeout(bounds.seconds)
        try:
            deadline.watch(opened)
        except TimeoutError:
            opened.close()
            raise
        return opened
    raise problem


def _asked(
    parts: SplitResult, opened: socket.socket, validators: Validators
) -> http.client.HTTPResponse:
    """The head of the answer. Neither cookies nor credentials are sent."""
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port)
    connection.sock = opened
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    headers = {
        "Host": _host(parts),
        "User-Agent": f"Anlaufstelle/{VERSION}",
        "Accept": "text/calendar, */*;q=0.1",
        "Accept-Encoding": "gzip",
        "Connection": "close",
        **dict(validators.headers()),
    }
    connection.request("GET", f"{target}?{query}" if query else target, headers=headers)
    return connection.getresponse()


def _host(parts: SplitResult) -> str:
    host = _ascii(parts.hostname or "")
    host = f"[{host}]" if ":" in host else host
    return f"{host}:{parts.port}" if parts.port else host


def _download(answer: http.client.HTTPResponse, validators: Validators, bounds: Bounds) -> Download:
    """The answer as a download. A status that is no success raises `NotFetched`."""
    status = answer.status
    if status == 304 and validators != NO_VALIDATORS:
        return Download(validators=validators, is_unchanged=True)
    if status in _REFUSED:
        raise NotFetched("refused", status=status)
    if status in _GONE:
        raise NotFetched("gone", status=status)
    if status != 200:
        raise NotFetched("status", status=status)
    data = _body(answer, bounds)
    held = Validators(
        _kept(answer.headers, "ETag"),
        _kept(answer.headers, "Last-Modified"),
    )
    return Download(data, answer.headers.get_content_charset() or "", held)


def _kept(headers: Message, name: str) -> str:
    """What is sent back to the server next time, if it is one line of a sensible length."""
    text = headers.get(name, "")
    return text if len(text) <= 500 and text.isascii() and text.isprintable() else ""


def _body(answer: http.client.HTTPResponse, bounds: Bounds) -> bytes:
    """The bytes, unpacked; no more of them are ever held than may be read."""
    coding = answer.headers.get("Content-Encoding", "identity").strip().lower()
    if coding not in ("identity", "", "gzip", "x-gzip"):
        raise NotFetched("coding", coding=coding[:40])
    unpacker = zlib.decompressobj(wbits=31) if "gzip" in coding else None
    data, received = bytearray(), 0
    while block := answer.read(_BLOCK):
        received += len(block)
        room = bounds.bytes - len(data) + 1
        data += unpacker.decompress(block, room) if unpacker else block
        if len(data) > bounds.bytes or received > bounds.bytes:
            raise NotFetched("large", megabytes=bounds.bytes // 1_000_000)
    is_whole = not unpacker or not received or (unpacker.eof and not unpacker.unused_data)
    if answer.length or not is_whole:
        raise NotFetched("cut")
    return bytes(data)
