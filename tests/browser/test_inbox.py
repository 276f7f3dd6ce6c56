"""`make inbox-web` in a real browser: from the address in the terminal to the file in git."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.catalogue.settings import Settings
from plugins.intake.submission.store import DraftStore
from plugins.intake.submission.submission import Sender, Submission
from plugins.web.inbox.access import Access
from plugins.web.inbox.app import TOKEN, App
from plugins.web.inbox.draft_pages import ROOT
from plugins.web.inbox.server import HOST, bound, serve
from plugins.web.inbox.workspace import Workspace
from tests.browser.conftest import opened
from tests.browser.pages import SCHEMES, SIZES, sticks_out, violations
from tests.intake.inbox.test_inbox import git, repository
from tests.intake.inbox.test_pictures import RED, with_pictures
from tests.intake.submission.conftest import place
from tests.intake.submission.test_filled import WITH_CONSENT, change
from tests.intake.submission.test_store import NOW

__all__ = ["place", "repository"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]

ARABIC = Submission(
    form="verein",
    language="ar",
    fields={"name": ("بيت الثقافة",), "text": ("نلتقي كل يوم سبت.",)},
    sender=Sender("سلمى", "salma@bait.example"),
    message="نرجو النشر.",
)


@dataclass
class Served:
    """An inbox that is served: where it lets one browser in, and what is in it."""

    address: str
    store: DraftStore
    settings: Settings

    def put(self, *submissions: Submission) -> list[str]:
        """Hand these in; their ids."""
        return [self.store.put(one, NOW)[0] for one in submissions]


@pytest.fixture
def inbox(repository: Settings) -> Iterator[Served]:
    """The inbox of a small site in a repository, served until the test is over."""
    with bound(0) as server:
        port = server.server_port
        access = Access(f"eingang-{port}")
        room = Workspace(lambda: repository, lambda: NOW, os.environ)
        app = App(room, access, port, lambda failure: None)
        thread = Thread(target=serve, args=(server, app.answer), daemon=True)
        thread.start()
        address = f"http://{HOST}:{port}{ROOT}?{TOKEN}={access.token}"
        yield Served(address, DraftStore(repository.inbox), repository)
        server.shutdown()
        thread.join()


@pytest.fixture
def enter(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Opens the address of an inbox; options are Playwright's."""
    pages: list[Page] = []

    def entered(inbox: Served, **options: Any) -> Page:  # noqa: ANN401 - as Playwright has them
        pages.append(opened(chromium, **options))
        pages[-1].goto(inbox.address)
        return pages[-1]

    yield entered
    for page in pages:
        with closing(page.context):
            pass


def test_from_the_terminal_to_git(inbox: Served, enter: Callable[..., Page]) -> None:
    inbox.put(with_pictures(WITH_CONSENT, RED))
    page = enter(inbox, java_script_enabled=False)
    assert page.url.endswith(ROOT)  # the token is not in the address any more
    page.get_by_role("link", name="Trommeln Neustadt e. V.").click()
    seen = page.frame_locator("iframe")  # where a sheet for the wall repeats name and picture
    expect(seen.locator("h1")).to_have_text("Trommeln Neustadt e. V.")
    page.get_by_label("Was ist zu sehen?").fill("Eine rote Trommel")
    page.get_by_role("button", name="Bild aufnehmen").click()
    expect(seen.get_by_alt_text("Eine rote Trommel").first).to_be_visible()
    page.get_by_role("link", name="Bearbeiten", exact=True).click()
    page.get_by_label("Wie heißt der Verein?").fill("Trommeln am Markt")
    page.get_by_role("button", name="Speichern und prüfen").click()
    expect(page.get_by_text("Sie haben diese Einsendung bearbeitet.")).to_be_visible()
    expect(seen.locator("h1")).to_have_text("Trommeln am Markt")
    page.get_by_role("button", name="Annehmen").click()
    expect(page.get_by_text("Festgehalten: Neuer Verein: associations/")).to_be_visible()
    expect(page.get_by_text("Damit ist der Eingang leer.")).to_be_visible()
    shown = git(inbox.settings, "show", "HEAD:associations/trommeln-neustadt.md")
    assert "name: Trommeln am Markt\n" in shown and "alt: Eine rote Trommel\n" in shown
    assert git(inbox.settings, "status", "--porcelain") == ""


def test_another_browser_is_not_let_in(inbox: Served, enter: Callable[..., Page]) -> None:
    inbox.put(WITH_CONSENT)
    enter(inbox)
    other = enter(inbox)
    expect(other.get_by_role("heading")).to_have_text("Bitte die Adresse aus dem Terminal öffnen")


def test_decided_by_keyboard_alone(inbox: Served, enter: Callable[..., Page]) -> None:
    inbox.put(change(phone=("030 23125 200",)))
    page = enter(inbox)

    def tab_to(name: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.textContent.trim()") == name:
                return
        raise AssertionError(name)

    tab_to("Chor am Fluss")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Annehmen")).to_be_visible()
    tab_to("Annehmen")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Festgehalten: Änderung")).to_be_visible()


def test_the_pages_are_for_everybody(inbox: Served, enter: Callable[..., Page]) -> None:
    twin = Submission(form="verein", fields={"name": ("Fluss-Chor",), "phone": ("030 23125 170",)})
    leave = Submission(form="abmelden", entry="associations/chor-am-fluss")
    new, arabic, message, phone, gone, double = inbox.put(
        with_pictures(WITH_CONSENT, RED, RED[:-1], images__1__alt="Rot"),
        ARABIC,
        Submission(message="Hallo!\n\nWir haben eine Frage."),
        change(phone=("030 23125 200",)),
        leave,
        replace(twin, message="x " * 500),
    )
    paths = [
        "",
        *(f"{one}/" for one in (new, arabic, message, phone, gone, double)),
        *(f"{arabic}/{deed}/" for deed in ("bearbeiten", "datei", "kennung", "nachfragen")),
        *(f"{message}/{deed}/" for deed in ("bearbeiten", "formular", "ablehnen")),
        f"{gone}/entfernen/",
        "nirgends/",
    ]
    page = enter(inbox, bypass_csp=True, reduced_motion="reduce")
    start = page.url
    for path in paths:
        page.goto(start + path)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            for size in SIZES.values():
                page.set_viewport_size(size)
                assert violations(page) == [], (path, scheme, size)
        page.set_viewport_size({"width": 320, "height": 640})
        assert not sticks_out(page), path
