"""What servers do, and what becomes of it: bounded, and never a way into another network."""

import gzip
import socket
import ssl
import time
from http.server import BaseHTTPRequestHandler
from ipaddress import ip_address
from threading import Event

import pytest

from plugins.intake.calendars.addresses import IPAddress, Reach
from plugins.intake.calendars.fetch import Bounds, Download, NotFetched, Validators, fetch
from tests.intake.calendars.conftest import HERE, Answer, CalendarServer, is_here, sends
from tests.waiting import MOST

SMALL = Bounds(seconds=MOST, connecting=MOST, bytes=1_000_000)
SHORT = SMALL._replace(seconds=1)
PACKED = gzip.compress(b"BEGIN:VCALENDAR")


def drips(request: BaseHTTPRequestHandler) -> None:
    """A byte now and then, for longer than anybody waits."""
    request.send_response(200)
    request.send_header("Content-Length", "100000")
    request.end_headers()
    for _ in range(100_000):
        request.wfile.write(b"B")
        Event().wait(0.1)


def drips_headers(request: BaseHTTPRequestHandler) -> None:
    """The same before anything else."""
    for _ in range(100_000):
        request.wfile.write(b"H")
        request.wfile.flush()
        Event().wait(0.1)


def without_end(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    while True:
        request.wfile.write(bytes(100_000))


def ends_early(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Length", "1000")
    request.end_headers()
    request.wfile.write(b"BEGIN:VCALENDAR")


def no_http(request: BaseHTTPRequestHandler) -> None:
    request.wfile.write(b"220 smtp.example ESMTP\r\n")


def leads_to(address: str, status: int = 302) -> Answer:
    return sends(b"", status, Location=address)


def falls_silent(request: BaseHTTPRequestHandler) -> None:
    """Half of a calendar of which nobody knows the length, and then nothing."""
    request.send_response(200)
    request.end_headers()
    request.wfile.write(b"BEGIN:VCALENDAR\r\n")
    request.wfile.flush()
    time.sleep(3 * SHORT.seconds)


ANSWERS: dict[str, tuple[Answer, str]] = {
    "drips": (drips, "slow"),
    "falls silent": (falls_silent, "slow"),
    "drips headers": (drips_headers, "slow"),
    "without end": (without_end, "large"),
    "large": (sends(bytes(1_000_001)), "large"),
    "a bomb": (sends(gzip.compress(bytes(50_000_000)), Content_Encoding="gzip"), "large"),
    "half a bomb": (sends(PACKED[:-9], Content_Encoding="gzip"), "cut"),
    "two in one gzip": (sends(PACKED + PACKED, Content_Encoding="gzip"), "cut"),
    "no gzip": (sends(b"BEGIN:VCALENDAR", Content_Encoding="gzip"), "unreachable"),
    "another coding": (sends(b"x", Content_Encoding="br"), "coding"),
    "ends early": (ends_early, "cut"),
    "no HTTP": (no_http, "unreachable"),
    "a login": (sends(b"", 401), "refused"),
    "forbidden": (sends(b"", 403), "refused"),
    "not found": (sends(b"", 404), "gone"),
    "gone": (sends(b"", 410), "gone"),
    "error": (sends(b"", 500), "status"),
    "no content": (sends(b"", 204), "status"),
    "unasked 304": (sends(b"", 304), "status"),
    "metadata": (leads_to("http://169.254.169.254/latest/meta-data/"), "private"),
    "another port of this machine": (leads_to("http://[::1]:22/"), "private"),
    "mapped": (leads_to("http://[::ffff:10.0.0.1]/", 308), "private"),
    "a file": (leads_to("file:///etc/passwd"), "address"),
    "gopher": (leads_to("gopher://localhost/"), "address"),
    "a password": (leads_to("http://user:secret@localhost/"), "address"),
    "nowhere": (leads_to("http://nichts.invalid/", 307), "host"),
    "in a circle": (leads_to("/x", 301), "redirects"),
    "no place": (sends(b"", 302), "redirects"),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_what_servers_do(server: CalendarServer, name: str) -> None:
    server.answers["/x"], code = ANSWERS[name]
    with pytest.raises(NotFetched) as found:
        bounds = SHORT if code == "slow" else SMALL
        fetch(f"{server.address}/x", reach=HERE, bounds=bounds)
    assert found.value.code == code


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("ftp://localhost/x", "address"),
        ("/etc/passwd", "address"),
        ("http://", "address"),
        ("http://localhost:99999/", "address"),
        ("http://[::1/", "address"),
        ("http://user@localhost/", "address"),
        ("http://127.0.0.1/", "private"),
        ("webcal://localhost/x.ics", "private"),
        ("http://0/", "private"),
        ("https://nichts.invalid/", "host"),
        ("https://" + "ü" * 70 + ".de/", "address"),
    ],
)
def test_addresses_that_are_not_asked(address: str, code: str) -> None:
    with pytest.raises(NotFetched) as found:
        fetch(address, bounds=SMALL)
    assert found.value.code == code


def test_what_is_sent_and_what_comes(server: CalendarServer) -> None:
    server.answers["/a%20b?t=%C3%BC"] = leads_to("/c", 303)
    server.answers["/c"] = sends(
        PACKED,
        Content_Type="text/calendar; charset=ISO-8859-1",
        Content_Encoding="gzip",
        ETag='"1"',
        Last_Modified="Tue, 01 Dec 2026 10:00:00 GMT",
    )
    found = fetch(f"{server.address}/a b?t=ü", reach=HERE, bounds=SMALL)
    held = Validators('"1"', "Tue, 01 Dec 2026 10:00:00 GMT")
    assert found == Download(b"BEGIN:VCALENDAR", "iso-8859-1", held)
    assert {name for asked in server.asked for name in asked} == {
        *("path", "Host", "User-Agent", "Accept", "Accept-Encoding", "Connection")
    }


def test_it_asks_whether_anything_has_changed(server: CalendarServer) -> None:
    held = Validators('"1"', "Tue, 01 Dec 2026 10:00:00 GMT")
    server.answers["/c"] = sends(b"", 304)
    assert fetch(f"{server.address}/c", held, HERE, SMALL) == Download(
        validators=held, is_unchanged=True
    )
    sent = server.asked[0]
    assert (sent["If-None-Match"], sent["If-Modified-Since"]) == (held.etag, held.modified)


def test_what_would_be_another_header_is_not_sent_back(server: CalendarServer) -> None:
    server.answers["/c"] = sends(b"x", ETag='"' + "x" * 600 + '"')
    assert fetch(f"{server.address}/c", reach=HERE, bounds=SMALL).validators == Validators()


def test_the_address_that_was_looked_at_is_the_one_that_is_asked(server: CalendarServer) -> None:
    """A name that says something else the second time is not asked a second time."""
    asked: list[str] = []

    def resolve(host: str, port: int, seconds: float) -> tuple[IPAddress, ...]:
        asked.append(host)
        return (ip_address("127.0.0.1" if len(asked) == 1 else "169.254.169.254"),)

    server.answers["/c"] = sends(b"x")
    port = server.address.rpartition(":")[2]
    reach = Reach(resolve, is_here)
    assert fetch(f"http://chor.example:{port}/c", reach=reach, bounds=SMALL).data == b"x"
    assert (asked, server.asked[0]["Host"]) == (["chor.example"], f"chor.example:{port}")
    with pytest.raises(NotFetched, match="private"):
        fetch(f"http://chor.example:{port}/c", reach=reach, bounds=SMALL)


def test_one_address_among_others_is_enough_to_stay_away(server: CalendarServer) -> None:
    def resolve(host: str, port: int, seconds: float) -> tuple[IPAddress, ...]:
        return ip_address("127.0.0.1"), ip_address("10.0.0.1")

    with pytest.raises(NotFetched, match="private"):
        fetch(f"{server.address}/c", reach=Reach(resolve, is_here), bounds=SMALL)
    assert server.asked == []


def test_a_server_that_never_shakes_hands() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        with pytest.raises(NotFetched, match="slow"):
            fetch(f"https://127.0.0.1:{port}/", reach=HERE, bounds=SHORT)


def test_a_certificate_of_nobody(server: CalendarServer) -> None:
    """What speaks no TLS has none; a wrong one is refused by the library (CERT_REQUIRED)."""
    address = server.address.replace("http:", "https:")
    with pytest.raises(NotFetched, match="unreachable"):
        fetch(address, reach=HERE, bounds=SMALL)
    assert ssl.create_default_context().verify_mode is ssl.CERT_REQUIRED
