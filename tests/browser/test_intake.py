"""Handing in over the service in a real browser: with and without JavaScript, on a phone."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.intake.submission.store import DraftStore
from plugins.intake.submission.submission import Submission
from plugins.web.intake.app import SOONEST
from tests.browser.conftest import opened
from tests.browser.pages import SIZES, follow, sticks_out, violations
from tests.checkout import check_out
from tests.waiting import until
from tests.web.intake.conftest import SMALL
from tests.web.intake.served import Served, serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LANGUAGES = "de,de-simple,ar"


ALTCHA = "INTAKE_ALTCHA = os.environ.get('ALTCHA') == '1'\n"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A small site, built and served with the service beside it."""
    folder = tmp_path_factory.mktemp("intake") / "site"
    check_out(folder)
    shutil.copytree(SMALL, folder / "content", dirs_exist_ok=True)
    build_with_service(folder, LANGUAGES)
    with serving(folder, LANGUAGES=LANGUAGES) as served:
        yield served


def build_with_service(folder: Path, languages: str) -> None:
    """Build a checked-out site whose forms the service takes."""
    settings = folder / "pelican.conf.py"
    text = re.sub(r"^INTAKE.*\n", "", settings.read_text("utf-8"), flags=re.M)
    settings.write_text(f'{text}INTAKE = "einreichen"\n{ALTCHA}', "utf-8")
    environment = {**os.environ, "LANGUAGES": languages, "TODAY": "2026-11-22"}
    command = [sys.executable, "-m", "plugins.building"]
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)


@pytest.fixture
def asking(service: Served) -> Iterator[Served]:
    """The same site, where browsers have to solve a task."""
    with serving(service.folder, LANGUAGES=LANGUAGES, ALTCHA="1") as served:
        yield served


Visit = Callable[..., Page]


@pytest.fixture
def visitor(chromium: Browser, service: Served) -> Iterator[Visit]:
    """Opens a page of the served site, on a phone."""
    yield from visits(chromium, service)


@pytest.fixture
def visitor_who_is_asked(chromium: Browser, asking: Served) -> Iterator[Visit]:
    """The same where browsers have to solve a task."""
    yield from visits(chromium, asking)


def visits(chromium: Browser, service: Served) -> Iterator[Visit]:
    with ExitStack() as stack:

        def visit(path: str, *, script: bool = False) -> Page:
            page = opened(
                chromium, viewport=SIZES["phone"], java_script_enabled=script, bypass_csp=script
            )
            stack.enter_context(closing(page.context))
            page.goto(f"http://127.0.0.1:{service.port}{path}")
            return page

        yield visit


def drafts(service: Served) -> list[Submission]:
    store = DraftStore(service.folder / "eingang")
    found = [store.get(draft_id) for draft_id in store.ids()]
    return [one.submission for one in found if one is not None]


def named(service: Served, name: str) -> list[Submission]:
    return [one for one in drafts(service) if one.fields.get("name") == (name,)]


def send(page: Page) -> None:
    """Press the button below what is shown, again where that was too soon."""

    def is_here() -> bool:
        follow(page.locator("[data-handing-in] button[name=_send]"))
        return page.locator("[data-handed-in]").count() > 0

    until(is_here)


def looks_well(page: Page) -> None:
    assert not sticks_out(page)
    assert violations(page) == []


@pytest.mark.parametrize("script", [True, False], ids=["with", "without"])
@pytest.mark.parametrize("folder", ["", "/ar"], ids=["de", "ar"])
def test_the_search_is_answered_without_a_script(visitor: Visit, folder: str, script: bool) -> None:
    page = visitor(f"{folder}/vereine/")
    page.fill("#suche-oben", "Musik")
    follow(page.locator(".finder__button"))
    assert "/einreichen/suche/?" in page.url
    first = page.locator("main .hit a").first
    path = first.get_attribute("href")
    expect(page.locator("html")).to_have_attribute("lang", folder[1:] or "de")
    assert path is not None and path.startswith(f"{folder}/")
    if script:  # which leaves it as it is
        parts = urlsplit(page.url)
        page = visitor(f"{parts.path}?{parts.query}", script=True)
        expect(page.locator("main .hit a").first).to_have_attribute("href", path)
        looks_well(page)
    follow(page.locator("main .hit a").first)
    assert page.locator("main h1").count() == 1


@pytest.mark.parametrize("script", [True, False], ids=["with", "without"])
@pytest.mark.parametrize(
    ("folder", "tag"), [("", "de"), ("/ar", "ar"), ("/de-simple", "de-simple")]
)
def test_a_new_association(
    visitor: Visit, service: Served, folder: str, tag: str, script: bool
) -> None:
    name = f"Chor in {tag}, {script}"
    page = visitor(f"{folder}/mitmachen/verein/", script=script)
    page.fill("[name=name]", name)
    page.check("[name=topics][value=musik]")
    page.fill("[name=text]", "Wir singen.\n\nAuch im Sommer.")
    page.fill("[name=_email]", "mona@chor.example")
    page.click("form.form button[type=submit]:not([name])")
    expect(page.locator("main h1").last).to_contain_text(name)
    expect(page.locator("html")).to_have_attribute("lang", tag)
    assert named(service, name) == []
    if script:
        looks_well(page)
    send(page)
    if script:
        looks_well(page)
    [draft] = named(service, name)
    assert (draft.form, draft.language) == ("verein", tag)
    assert draft.fields["text"] == ("Wir singen.\n\nAuch im Sommer.",)
    number = page.locator("[data-handed-in] strong").text_content() or ""
    page.reload()
    assert re.fullmatch("[0-9a-f]{8}", number) and len(named(service, name)) == 1


def test_what_is_wrong_is_said_without_a_script(visitor: Visit, service: Served) -> None:
    page = visitor("/mitmachen/verein/")
    page.fill("[name=summary]", "Wir singen.")
    page.fill("[name=_email]", "mona")
    page.click("form.form button[type=submit]:not([name])")
    summary = page.locator("[data-errors]")
    expect(summary).to_be_visible()
    expect(summary.locator("a").first).to_have_attribute("href", "#feld-name")
    expect(page.locator("#fehler-feld-antwort")).to_have_text("Das ist keine E-Mail-Adresse.")
    assert page.input_value("[name=summary]") == "Wir singen."
    assert page.input_value("[name=_email]") == "mona"


def test_one_goes_back_and_changes(visitor: Visit, service: Served) -> None:
    page = visitor("/mitmachen/verein/")
    page.fill("[name=name]", "Chor zurück")
    page.check("[name=topics][value=musik]")
    page.fill("[name=text]", "Wir singen.")
    page.fill("[name=_email]", "mona@chor.example")
    page.click("form.form button[type=submit]:not([name])")
    page.click("[data-handing-in] button[name=_back]")
    assert page.input_value("[name=name]") == "Chor zurück"
    page.fill("[name=name]", "Chor vorwärts")
    page.click("form.form button[type=submit]:not([name])")
    send(page)
    assert len(named(service, "Chor vorwärts")) == 1 and named(service, "Chor zurück") == []


def test_a_change_without_a_script(visitor: Visit, service: Served) -> None:
    path = "/einreichen/aenderung/?eintrag=associations/theater"
    page = visitor(path)
    assert page.input_value("[name=name]") == "Theater Zeder"
    page.fill("[name=summary]", "Wir spielen jetzt draußen.")
    page.fill("[name=_email]", "mona@chor.example")
    page.click("form.form button[type=submit]:not([name])")
    expect(page.locator("main")).to_contain_text("Wir spielen jetzt draußen.")
    send(page)
    [draft] = [one for one in drafts(service) if one.form == "aenderung"]
    assert draft.fields == {"summary": ("Wir spielen jetzt draußen.",)}


@pytest.mark.parametrize("form", ["stimmt", "abmelden", "hinweis"])
def test_a_word(visitor: Visit, service: Served, form: str) -> None:
    page = visitor(f"/einreichen/{form}/?eintrag=associations/chor")
    page.fill("[name=_message]", "Guten Tag")
    page.fill("[name=_email]", "mona@chor.example")
    page.click("form.form button[type=submit]:not([name])")
    expect(page.locator("main h1")).to_have_text("So kommt es bei uns an")
    send(page)
    [draft] = [one for one in drafts(service) if one.form == form]
    assert (draft.entry, draft.message) == ("associations/chor", "Guten Tag")


NO_SOLUTION = "Gegen Spam muss Ihr Browser kurz etwas ausrechnen."


@pytest.mark.parametrize("script", [True, False], ids=["with", "without"])
def test_a_task_is_solved_before_it_goes(
    visitor_who_is_asked: Visit, asking: Served, script: bool
) -> None:
    page = visitor_who_is_asked("/einreichen/hinweis/?eintrag=associations/chor", script=script)
    said = f"Mit Aufgabe, {script}"
    page.fill("[name=_message]", said)
    page.fill("[name=_email]", "mona@chor.example")
    page.click("form.form button[type=submit]:not([name])")
    made = re.match("[0-9]+", page.input_value("[name=_token]"))
    assert made is not None
    until(lambda: time.time() - int(made[0]) > SOONEST + 1)
    page.click("[data-handing-in] button[name=_send]")
    if script:
        expect(page.locator("[data-handed-in]")).to_be_visible()
    else:
        expect(page.locator("main")).to_contain_text(NO_SOLUTION)
        expect(page.locator("main a[href^='mailto:']")).to_have_text("E-Mail öffnen")
    found = [one for one in drafts(asking) if one.message == said]
    assert len(found) == (1 if script else 0)
