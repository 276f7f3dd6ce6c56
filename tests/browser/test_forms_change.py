"""A change of an entry that is there: filled in with what its page shows, told by what differs."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, Route, expect

from plugins.catalogue.lists import NO_LISTS
from plugins.catalogue.load import load
from plugins.catalogue.model import Entry
from plugins.catalogue.settings import Settings
from plugins.intake.content import read as content_of
from plugins.intake.submission.filled import FieldChange, filled
from plugins.intake.submission.questionnaire import read
from plugins.intake.submission.shown import values_of
from plugins.intake.submission.submission import Sender, Submission
from plugins.pages.forms import FormData, FormSubject, page
from plugins.web.site import Pages
from tests.browser.pages import Visit, sticks_out, violations
from tests.browser.serving import served

pytestmark = pytest.mark.browser

SCHOOL, SCHOOL_NAME = "associations/arabische-schule", "Arabische Schule Al-Manar e. V."
TODAY = date(2026, 11, 22)
KEPT_OUT = "Service Worker registration blocked"
"""What Playwright says where pages are not to be kept (`conftest.USUAL`)."""
PHONE = {"width": 390, "height": 844}
NAMES = {
    "": ("Deutsch", "de"),
    "/ar": ("Arabisch", "ar"),
    "/de-simple": ("Leichte Sprache", "de-simple"),
}


@pytest.fixture(scope="module")
def address(built_once: Callable[..., Path], sample_content: Path) -> Iterator[str]:
    """Where the sample site in three languages is served."""
    site = built_once("change-site", sample_content, LANGUAGES="de,ar,de-simple")
    with served(site) as address:
        yield address


@contextmanager
def silent(page: Page) -> Iterator[None]:
    """Nothing may be said in the console."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield
    assert [text for text in said if not text.startswith(KEPT_OUT)] == []


def begun(visit: Visit, entry: str, folder: str = "") -> Page:
    """The form of a change, reached by the link of the entry's page."""
    opened = visit(f"{folder}/mitmachen/aenderung/?eintrag={entry}", viewport=PHONE)
    expect(opened.locator("[data-about]")).to_be_visible()
    return opened


def text_of(page: Page) -> str:
    page.click("form.form button[type=submit]")
    expect(page.locator("[data-result]")).to_be_visible()
    return page.locator("[data-text]").text_content() or ""


@pytest.mark.parametrize("folder", NAMES)
def test_what_differs_is_told(
    visit: Visit, settings: Settings, sample_content: Path, folder: str
) -> None:
    page = begun(visit, SCHOOL, folder)
    assert page.url.endswith(f"{folder}/mitmachen/verein/?eintrag={SCHOOL}")
    with silent(page):
        assert page.input_value("[name=name]") == SCHOOL_NAME
        assert page.locator("[data-about] bdi").inner_text() == SCHOOL_NAME
        assert [
            box.get_attribute("value") for box in page.locator("[name=topics]:checked").all()
        ] == [
            "bildung",
            "sprache",
        ]
        assert violations(page) == [] and not sticks_out(page)
        page.fill("[name=phone]", "030 23125 999")
        page.uncheck("[name=topics][value=sprache]")
        page.fill("[name=website]", "")
        page.fill("[name=_email]", "mona@schule.example")
        text = text_of(page)
    name, tag = NAMES[folder]
    assert text == (
        f"Formular: Änderung\nSprache: {name} ({tag})\n\nEintrag: {SCHOOL}\n"
        "Themen: Bildung\nTelefon: 030 23125 999\nWebsite: -\nAntwort an: mona@schule.example\n"
    )
    found = read(text)
    assert found == Submission(
        form="aenderung",
        entry=SCHOOL,
        language=tag,
        fields={"topics": ("Bildung",), "phone": ("030 23125 999",), "website": ()},
        sender=Sender("", "mona@schule.example"),
    )
    known = content_of(replace(settings, content=sample_content, today=TODAY))
    assert filled(found, known).differences == (
        FieldChange("Themen", "Bildung, Sprache", "Bildung"),
        FieldChange("Telefon", "+49 30 23125135", "030 23125 999"),
        FieldChange("Website", "https://almanar-schule.example.org", ""),
    )


def test_without_a_change_there_is_nothing_to_hand_in(visit: Visit) -> None:
    page = begun(visit, "events/chorprobe")
    assert page.locator("h1").inner_text() == "Einen Eintrag ändern"
    page.fill("[name=_email]", "mona@chor.example")
    page.click("form.form button[type=submit]")
    errors = page.locator("[data-errors] li")
    assert errors.all_inner_texts() == ["Was wir noch wissen sollten – Diese Angabe fehlt."]
    page.fill("[name=_message]", "Wir proben jetzt im Saal.")
    assert text_of(page) == (
        "Formular: Änderung\nSprache: Deutsch (de)\n\nEintrag: events/chorprobe\n"
        "Antwort an: mona@chor.example\nNachricht: Wir proben jetzt im Saal.\n"
    )


def test_what_hangs_on_what_was_taken_out_goes_too(visit: Visit) -> None:
    page = begun(visit, "events/chorprobe")
    page.check('[name="repeat.every"][value=""]')
    page.fill("[name=_email]", "mona@chor.example")
    lines = text_of(page).split("\n")
    assert "Wiederholung: Rhythmus: -" in lines and "Wiederholung: Wochentage: -" in lines


def test_a_list_keeps_its_order_and_what_is_new_comes_last(visit: Visit) -> None:
    page = begun(visit, "associations/alevitische-gemeinde")
    page.check("[name=topics][value=bildung]")
    page.fill("[name=_email]", "mona@x.example")
    assert "\nThemen: Religion, Musik, Bildung\n" in text_of(page)


def test_only_what_somebody_changed_is_kept_and_for_this_entry(visit: Visit) -> None:
    page = begun(visit, SCHOOL)
    page.fill("[name=phone]", "030 23125 999")
    kept = page.evaluate("localStorage.getItem(localStorage.key(0))")
    assert page.evaluate("localStorage.key(0)") == f"form aenderung {SCHOOL}"
    assert re.fullmatch(r'\[\[\d+,"phone","030 23125 999"\]\]', kept)
    page.reload()
    expect(page.locator("[name=phone]")).to_have_value("030 23125 999")
    assert page.input_value("[name=website]") == "https://almanar-schule.example.org"
    page.click("[data-forget]")
    assert page.input_value("[name=phone]") == "030 23125135"
    assert page.evaluate("localStorage.length") == 0


def test_what_is_wrong_is_said_and_by_keyboard_one_gets_there(visit: Visit) -> None:
    page = begun(visit, SCHOOL)
    page.fill("[name=name]", "")
    page.locator("form.form button[type=submit]").press("Enter")
    summary = page.locator("[data-errors]")
    expect(summary).to_be_focused()
    assert summary.locator("li").all_inner_texts() == [
        "Wie heißt der Verein? – Diese Angabe fehlt.",
        "Ihre E-Mail-Adresse – Diese Angabe fehlt.",
    ]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[name=name]")).to_be_focused()


def shown(entry: Entry) -> FormData:
    """What a server fills the form of a change in with."""
    about = FormSubject(f"{entry.folder}/{entry.id}", entry.called)
    return FormData(values_of(entry, NO_LISTS, TODAY), about=about)


def entries(content: Path) -> Iterator[Entry]:
    catalogue = load(content).catalogue
    for key in ("chor-der-nationen", "chorprobe", "kleiner-saal-mit-klavier"):
        yield next(entry for entry in catalogue.entries if entry.id == key)


CONTROLS = """() => Object.fromEntries([...document.querySelector("form.form").elements]
  .filter(one => one.name && !/^_|^images?\\./.test(one.name))
  .filter(one => !one.matches("[type=hidden], [type=tel], [data-names]"))
  .map((one, place) => [`${place} ${one.name}`, one.matches(":checked") || one.value]))"""


def test_the_browser_fills_in_what_a_server_does(
    visit: Visit, settings: Settings, sample_content: Path, address: str
) -> None:
    catalogue = load(sample_content).catalogue
    site = replace(settings.site, languages=("de", "ar", "de-simple"), intake="einreichen")
    pages = Pages(replace(settings, site=site, content=sample_content), catalogue)
    window = visit("/")
    html = b""
    kind = "text/html; charset=utf-8"
    window.route("**/einreichen/**", lambda route: route.fulfill(body=html, content_type=kind))
    for entry in entries(sample_content):
        given = shown(entry)
        html = pages.html(page("aenderung", catalogue, given))
        window.goto(f"{address}/einreichen/aenderung/")
        by_browser = begun(visit, f"{entry.folder}/{entry.id}").evaluate(CONTROLS)
        assert window.evaluate(CONTROLS) == by_browser


@pytest.mark.parametrize("form", ["hinweis", "stimmt", "abmelden"])
def test_the_other_forms_name_the_entry(visit: Visit, form: str) -> None:
    page = visit(f"/mitmachen/{form}/?eintrag={SCHOOL}", viewport=PHONE)
    with silent(page):
        expect(page.locator("[data-about] bdi")).to_have_text(SCHOOL_NAME)
        assert page.locator("[data-which]").is_hidden()
        page.fill("[name=_message]", "Danke")
        page.fill("[name=_email]", "mona@x.example")
        lines = text_of(page).rstrip().split("\n")[3:]
        said = ["Antwort an: mona@x.example", "Nachricht: Danke"]  # what it is about comes first
        assert lines == [f"Eintrag: {SCHOOL}", *(reversed(said) if form == "hinweis" else said)]


def test_what_has_no_form_of_its_own_is_changed_in_words(visit: Visit) -> None:
    page = visit("/mitmachen/aenderung/?eintrag=networks/raum")
    with page.expect_response("**/daten/v1/networks/raum.json") as asked:
        page.reload()
    assert asked.value.status == 404
    assert page.url.endswith("/mitmachen/aenderung/?eintrag=networks/raum")
    assert page.input_value("[name=_entry]") == "networks/raum"


def test_from_a_page_of_another_kind_one_gets_to_the_right_form(visit: Visit) -> None:
    page = visit(f"/mitmachen/termin/?eintrag={SCHOOL}")
    page.wait_for_url(f"**/mitmachen/verein/?eintrag={SCHOOL}")
    expect(page.locator("[name=name]")).to_have_value(SCHOOL_NAME)


def test_a_form_that_a_server_filled_in_is_posted_as_it_is(
    visit: Visit, settings: Settings, sample_content: Path, address: str
) -> None:
    catalogue = load(sample_content).catalogue
    site = replace(settings.site, languages=("de", "ar", "de-simple"), intake="einreichen")
    pages = Pages(replace(settings, site=site, content=sample_content), catalogue)
    entry = catalogue.association("arabische-schule")
    assert entry
    html = pages.html(page("aenderung", catalogue, shown(entry)))
    posted: list[Request] = []

    def answer(route: Route, request: Request) -> None:
        if request.method == "POST":
            posted.append(request)
        done = b'<div data-handed-in="aenderung" data-entry="associations/arabische-schule"></div>'
        script = re.search(rb'<script type="module" src="[^"]*form.js"></script>', html)
        assert script
        body = script[0] + done if request.method == "POST" else html
        route.fulfill(body=body, content_type="text/html; charset=utf-8")

    window = visit("/", viewport=PHONE)
    window.route("**/einreichen/**", answer)
    window.goto(f"{address}/einreichen/aenderung/")
    window.locator("details[data-by-mail] > summary").click()
    expect(window.locator("[data-text]")).to_have_text(re.compile("Eintrag: associations/arab"))
    window.fill("[name=phone]", "030 23125 999")
    window.uncheck("[name=topics][value=sprache]")
    window.click("form.form button[type=submit]")
    expect(window.locator("[data-errors]")).to_be_focused()
    assert posted == [] and window.evaluate("localStorage.length") == 1
    window.fill("[name=_email]", "mona@x.example")
    window.click("form.form button[type=submit]")
    window.wait_for_function("() => localStorage.length === 0")
    (request,) = posted
    body = (request.post_data_buffer or b"").decode()
    given = re.findall(r'name="([^"]+)"\r\n\r\n(.*?)\r\n--', body, re.DOTALL)
    assert ("_form", "aenderung") in given and ("_entry", SCHOOL) in given
    assert [value for name, value in given if name == "topics"] == ["", "bildung"]
    assert ("phone", "030 23125 999") in given


def test_a_new_form_is_in_easy_german_too(visit: Visit) -> None:
    page = visit("/de-simple/mitmachen/verein/", viewport={"width": 320, "height": 640})
    assert page.locator("html").get_attribute("lang") == "de-simple"
    page.evaluate("for (const d of document.querySelectorAll('main details')) d.open = true")
    assert not sticks_out(page)


def test_a_language_that_is_not_offered_stays(visit: Visit) -> None:
    page = begun(visit, "associations/afghanischer-kulturverein")
    languages = page.locator('[data-field="languages"]')
    expect(languages.get_by_label("Suchen")).to_have_value("")
    expect(languages.get_by_label("Andere Sprachen")).to_have_value("ps")
    languages.locator('[value="tr"]').check()
    page.fill("[name=_email]", "mona@chor.example")
    said = next(line for line in text_of(page).split("\n") if line.startswith("Sprachen: "))
    assert "ps" in said.removeprefix("Sprachen: ").split(", ")
