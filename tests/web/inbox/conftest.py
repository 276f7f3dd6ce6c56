"""The inbox as an application, and a browser that is let in."""

import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlencode

import pytest

from plugins.catalogue.settings import Settings
from plugins.intake.submission.store import DraftStore
from plugins.intake.submission.submission import Submission
from plugins.web.http import Request, Response
from plugins.web.inbox.access import Access
from plugins.web.inbox.app import App
from plugins.web.inbox.draft_pages import ROOT
from plugins.web.inbox.workspace import Workspace
from tests.intake.forge.test_propose import town
from tests.intake.inbox.test_inbox import repository
from tests.intake.submission.conftest import place
from tests.intake.submission.test_store import NOW

__all__ = ["place", "repository", "town"]

PORT = 8123
HOST = f"127.0.0.1:{PORT}"
FORM = "application/x-www-form-urlencoded"


@dataclass
class Client:
    """A browser: it keeps its cookie, and sends what a browser sends with a form."""

    app: App
    headers: dict[str, str] = field(default_factory=lambda: {"host": HOST})
    last: Response = field(default_factory=lambda: Response(0))

    @property
    def text(self) -> str:
        """The last page."""
        return self.last.body.decode()

    def get(self, path: str, **headers: str) -> Response:
        """A page of the inbox."""
        return self._send("GET", path, b"", headers)

    def post(self, path: str, values: Mapping[str, str] | None = None, **headers: str) -> Response:
        """Send a form."""
        own = {"content-type": FORM, "origin": f"http://{HOST}", "sec-fetch-site": "same-origin"}
        body = urlencode(values or {}).encode()
        return self._send("POST", path, body, {**own, **headers})

    def post_pairs(self, path: str, pairs: Iterable[tuple[str, str]]) -> Response:
        """Send a form in which names come more than once."""
        own = {"content-type": FORM, "origin": f"http://{HOST}"}
        return self._send("POST", path, urlencode(list(pairs)).encode(), own)

    def press(self, draft_id: str, action: str, page: str = "", **values: str) -> Response:
        """Open a draft, or a page of it, and send what a form there sends; follow it."""
        self.get(f"{draft_id}/{page}")
        given = self.post(f"{draft_id}/{action}/", {**self.sealed(), **values})
        place = given.headers.get("Location", "")
        return self.get(place.removeprefix(ROOT)) if place else given

    def sealed(self) -> dict[str, str]:
        """The hidden fields of the last page."""
        return dict(re.findall(r'name="(_stand|_siegel)" value="([^"]*)"', self.text))

    def _send(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> Response:
        path = path if path.startswith("/") else ROOT + path
        where, _, query = path.partition("#")[0].partition("?")
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        request = Request(method, where, query, {**self.headers, **sent}, body, len(body))
        self.last = self.app.answer(request)
        return self.last


@dataclass
class Desk:
    """An inbox, what is in it, and who has been let in."""

    settings: Settings
    store: DraftStore
    app: App
    client: Client
    failures: list[str]

    def put(self, submission: Submission, at: datetime = NOW) -> str:
        """Hand something in; its id."""
        return self.store.put(submission, at)[0]


@pytest.fixture
def open_desk() -> Callable[[Settings], Desk]:
    """Opens the inbox of a site, and lets a browser in."""

    def opened(settings: Settings) -> Desk:
        failures: list[str] = []
        workspace = Workspace(lambda: settings, lambda: NOW, os.environ)
        access = Access(f"eingang-{PORT}")
        app = App(workspace, access, PORT, failures.append)
        client = Client(app)
        given = client.get(f"?schluessel={access.token}")
        client.headers["cookie"] = given.headers["Set-Cookie"].partition(";")[0]
        return Desk(settings, DraftStore(settings.inbox), app, client, failures)

    return opened


@pytest.fixture
def desk(place: Settings, open_desk: Callable[[Settings], Desk]) -> Desk:
    """The inbox of a small site without git."""
    return open_desk(place)
