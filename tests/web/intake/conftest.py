"""A service for tests: a small site, a clock that stands, an inbox of each test's own."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from plugins.catalogue.settings import IntakeRules, Settings
from plugins.intake.submission.store import DraftStore
from plugins.web.http import Request, Response
from plugins.web.intake.app import Service
from plugins.web.intake.limits import Counters
from plugins.web.intake.loaded_site import LoadedSite, known_of
from plugins.web.intake.pictures import WaitingPictures
from plugins.web.intake.secret import secret_in
from plugins.web.intake.space import Space

SMALL = Path(__file__).resolve().parents[2] / "sites" / "small" / "content"
TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 18, 30, 5, tzinfo=UTC)
Pairs = Iterable[tuple[str, str]]

CHOIR = (
    ("_form", "verein"),
    ("_language", "de"),
    ("name", "Neuer Chor"),
    ("topics", "musik"),
    ("summary", "Wir singen & tanzen."),
    ("text", "Wir singen.\r\n\r\nJeden <b>Dienstag</b>."),
    ("email", "chor@chor.example"),
    ("_sender", "Mona Muster"),
    ("_email", "mona@chor.example"),
    ("_website", ""),
)


def with_(pairs: Pairs, **given: str) -> tuple[tuple[str, str], ...]:
    """The pairs with other values; what is empty is left out."""
    rest = {name: value for name, value in given.items() if name not in dict(pairs)}
    found = [(name, given.get(name, value)) for name, value in pairs]
    return tuple((name, value) for name, value in (*found, *rest.items()) if value)


def multipart(pairs: Pairs, files: Mapping[str, tuple[str, bytes]]) -> tuple[str, bytes]:
    """What a browser sends for a form with files: its type and its bytes."""
    parts = [
        f'--XX\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in pairs
    ]
    for name, (called, data) in files.items():
        head = f'--XX\r\nContent-Disposition: form-data; name="{name}"; filename="{called}"\r\n'
        parts.append(f"{head}Content-Type: image/png\r\n\r\n".encode() + data + b"\r\n")
    return "multipart/form-data; boundary=XX", b"".join((*parts, b"--XX--\r\n"))


@dataclass
class Desk:
    """Asks the service as a browser does."""

    service: Service
    notes: list[str] = field(default_factory=list)
    now: datetime = NOW
    headers: dict[str, str] = field(default_factory=lambda: {"host": "localhost:8000"})
    peer: str = "192.0.2.7"

    def get(self, path: str) -> Response:
        parts = urlsplit(path)
        return self.service.answer(
            Request("GET", parts.path, parts.query, headers=self.headers, peer=self.peer)
        )

    def send(self, body: bytes, kind: str, path: str = "/einreichen/") -> Response:
        headers = {**self.headers, "content-type": kind}
        return self.service.answer(
            Request("POST", path, headers=headers, body=body, length=len(body), peer=self.peer)
        )

    def post(self, pairs: Pairs, path: str = "/einreichen/") -> Response:
        body = urlencode(list(pairs)).encode()
        return self.send(body, "application/x-www-form-urlencoded", path)

    def post_with(self, pairs: Pairs, **files: tuple[str, bytes]) -> Response:
        kind, body = multipart(pairs, files)
        return self.send(body, kind)

    def later(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    def hand_in(self, pairs: Pairs) -> Response:
        """Both steps, with some time to read between them."""
        shown = self.post(pairs)
        self.later(5)
        return self.post(second_step(shown))


def html(response: Response) -> str:
    return response.body.decode()


def second_step(shown: Response, **more: str) -> tuple[tuple[str, str], ...]:
    """What the button below a preview sends."""
    form = re.search(r"<form[^>]*data-handing-in.*?</form>", html(shown), re.DOTALL)
    assert form is not None, html(shown)
    inputs = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form[0])
    return (*((name, unescape(value)) for name, value in inputs), *more.items())


def place(response: Response) -> tuple[str, dict[str, str]]:
    """Where a response leads: the path and the query."""
    parts = urlsplit(response.headers["Location"])
    return parts.path, {name: values[0] for name, values in parse_qs(parts.query).items()}


def errors(response: Response) -> dict[str, str]:
    """What is said beside the controls of a form, by their ids."""
    found = re.findall(r'class="field__error" id="fehler-([^"]+)">([^<]+)<', html(response))
    return {name: unescape(text) for name, text in found}


@pytest.fixture(scope="session")
def service_settings(settings: Settings) -> Settings:
    """The settings of a small site whose forms are taken by a server."""
    site = replace(settings.site, languages=("de", "en", "ar"), intake="einreichen")
    return replace(settings, site=site, content=SMALL, shown="content", today=TODAY)


@pytest.fixture(scope="session")
def known(service_settings: Settings) -> LoadedSite:
    return known_of(service_settings)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    return tmp_path / "eingang"


@pytest.fixture
def desk(known: LoadedSite, inbox: Path) -> Desk:
    desk, store = Desk.__new__(Desk), DraftStore(inbox)
    service = Service(
        known=known,
        store=store,
        pictures=WaitingPictures(inbox),
        secret=secret_in(inbox),
        counters=Counters(IntakeRules()),
        space=Space(store, IntakeRules().megabytes, "de"),
        clock=lambda: desk.now,
        note=lambda text: desk.notes.append(text),
        hosts=frozenset({"localhost"}),
    )
    desk.__init__(service)  # type: ignore[misc]
    return desk
