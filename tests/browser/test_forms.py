"""Handing in by a form, without a server: filled in, checked, kept, and made a text to send."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from plugins.intake.submission.questionnaire import read
from plugins.intake.submission.submission import Sender, Submission
from tests.browser import fonts as own
from tests.browser.pages import Visit, sticks_out, violations

pytestmark = pytest.mark.browser

ASSOCIATION = "/mitmachen/verein/"
PHONE = {"width": 390, "height": 844}


def fill_in(page: Page) -> None:
    page.fill("[name=name]", "Chor, am Fluss")
    page.check("[name=topics][value=musik]")
    page.check("[name=topics][value=bildung]")
    page.fill("[name=text]", "Wir singen.\n\nAuch im Sommer.")
    page.fill("[name=_email]", "mona@chor.example")


def text_of(page: Page) -> str:
    page.click("form.form button[type=submit]")
    expect(page.locator("[data-result]")).to_be_visible()
    return page.locator("[data-text]").text_content() or ""


def written(language: str, *, tag: str) -> str:
    return (
        f"Formular: Neuer Verein\nSprache: {language} ({tag})\n\n"
        "Name: Chor, am Fluss\nThemen: Musik, Bildung\n"
        "Text:\nWir singen.\n\nAuch im Sommer.\n-----\nAntwort an: mona@chor.example\n"
    )


@pytest.mark.parametrize(
    ("folder", "language", "tag"), [("", "Deutsch", "de"), ("/ar", "Arabisch", "ar")]
)
def test_a_new_association_becomes_a_german_text(
    visit: Visit, folder: str, language: str, tag: str
) -> None:
    page = visit(folder + ASSOCIATION, viewport=PHONE)
    fill_in(page)
    assert text_of(page) == written(language, tag=tag)
    link = urlsplit(page.locator("[data-send]").get_attribute("href") or "")
    assert link.scheme == "mailto" and link.path == "anlaufstelle@musterstadt.example"
    sent = parse_qs(link.query)
    assert sent["subject"] == ["Neuer Verein"]
    assert sent["body"][0].replace("\r\n", "\n") == written(language, tag=tag)
    with page.expect_download() as caught:
        page.click("[data-download]")
    assert caught.value.path().read_text(encoding="utf-8") == written(language, tag=tag)


def test_what_is_wrong_is_said_above_and_beside_and_nothing_is_lost(visit: Visit) -> None:
    page = visit(ASSOCIATION, viewport=PHONE)
    page.fill("[name=website]", "chor.example")
    for topic in ("musik", "bildung", "sport", "kultur"):
        page.check(f"[name=topics][value={topic}]")
    page.click("form.form button[type=submit]")
    summary = page.locator("[data-errors]")
    expect(summary).to_be_focused()
    assert summary.locator("li").all_inner_texts() == [
        "Wie heißt der Verein? – Diese Angabe fehlt.",
        "Welche Themen passen? (eins bis drei) – Höchstens 3 davon.",
        "Welche Webseite hat er? – Eine Webadresse beginnt mit https://.",
        "Ihre E-Mail-Adresse – Diese Angabe fehlt.",
    ]
    assert page.locator("[aria-invalid]").count() == 4
    summary.locator("a").first.click()
    expect(page.locator("[name=name]")).to_be_focused()
    assert page.locator("[data-result]").is_hidden()
    assert page.input_value("[name=website]") == "chor.example"
    assert violations(page) == []


def test_what_was_typed_is_kept_until_it_is_deleted(visit: Visit) -> None:
    page = visit(ASSOCIATION)
    fill_in(page)
    page.reload()
    assert page.input_value("[name=text]") == "Wir singen.\n\nAuch im Sommer."
    assert page.is_checked("[name=topics][value=bildung]")
    assert not page.is_checked("[name=topics][value=sport]")
    page.click("[data-forget]")
    assert page.input_value("[name=name]") == ""
    page.reload()
    assert page.input_value("[name=text]") == ""
    assert page.evaluate("localStorage.length") == 0


SERIES = {
    "every week": (
        {"start": "2026-12-01"}, "week", [], [],
        "Dienstag, 1. Dezember 2026; Dienstag, 8. Dezember 2026; Dienstag, 15. Dezember 2026",
    ),
    "every second week on two days": (
        {"start": "2026-12-01", "repeat.interval": "2"}, "week", ["tuesday", "friday"], [],
        "Dienstag, 1. Dezember 2026; Freitag, 4. Dezember 2026; Dienstag, 15. Dezember 2026",
    ),
    "the last friday": (
        {"start": "2026-12-01"}, "month", [], ["last", "friday"],
        "Freitag, 25. Dezember 2026; Freitag, 29. Januar 2027; Freitag, 26. Februar 2027",
    ),
    "the 31st": (
        {"start": "2026-12-31"}, "month", [], [],
        "Donnerstag, 31. Dezember 2026; Sonntag, 31. Januar 2027; Mittwoch, 31. März 2027",
    ),
    "leap day": (
        {"start": "2028-02-29"}, "year", [], [],
        "Dienstag, 29. Februar 2028; Sonntag, 29. Februar 2032; Freitag, 29. Februar 2036",
    ),
    "until": (
        {"start": "2026-12-01", "repeat.until": "2026-12-02"}, "day", [], [],
        "Dienstag, 1. Dezember 2026; Mittwoch, 2. Dezember 2026",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "every", "weekdays", "nth", "said"), SERIES.values(), ids=SERIES)
def test_a_series_is_shown_back_with_its_next_dates(
    visit: Visit,
    typed: dict[str, str],
    every: str,
    weekdays: list[str],
    nth: list[str],
    said: str,
) -> None:
    page = visit("/mitmachen/termin/")
    page.check(f'[name="repeat.every"][value={every}]')
    for name, value in typed.items():
        page.locator(f'[name="{name}"]').first.fill(value)
    for day in weekdays:
        page.check(f'[name="repeat.weekdays"][value={day}]')
    for position, word in enumerate(nth):
        page.locator('[name="repeat.day"]').nth(position).select_option(word)
    expect(page.locator('[data-field="repeat.every"] output')).to_have_text(
        f"Die nächsten Male: {said}"
    )


def test_what_need_not_be_asked_is_not_asked(visit: Visit) -> None:
    page = visit("/mitmachen/biete-suche/")
    page.locator("details.form__more > summary").click()
    seats = page.locator('[name="room.seats"]')
    assert seats.is_hidden()
    page.select_option("[name=category]", "room")
    expect(seats).to_be_visible()
    page = visit("/mitmachen/termin/")
    street = page.locator('[name="venue.street"]')
    assert street.is_hidden()
    page.fill('[name="venue.name"]', "Saal")
    expect(street).to_be_visible()
    expect(page.locator('[name="venue.name"]')).to_be_visible()  # it is no venue by itself
    page.fill("[name=venue]", "Chor")
    expect(page.locator('[name="venue.name"]')).to_be_hidden()


TEXT = "Wir singen.\n\nTelefon: 030 23125 100\n-----\n> Zitat\n\\ Strich\n- Liste"


def test_the_office_can_read_what_it_makes(visit: Visit) -> None:
    """The text there and back: also what looks like the text's own signs."""
    page = visit("/uk" + ASSOCIATION)
    fill_in(page)
    page.fill("[name=text]", TEXT)
    page.fill("[name=summary]", "- Wir singen")
    page.locator("details.form__more > summary").click()
    page.check("[name=languages][value=ar]")
    page.fill("#feld-languages-andere", "Plattdeutsch, Friesisch")
    page.fill('[name="contacts.1.name"]', "Alex Beispiel")
    page.check("[name=_consent]")
    page.fill("[name=social]", "instagram: https://instagram.example/chor\nMastodon: @chor")
    page.fill("[name=_message]", "Bitte bald.\nDanke")
    found = read(text_of(page))
    assert found == Submission(
        form="verein",
        language="uk",
        fields={
            "name": ("Chor, am Fluss",),
            "topics": ("Musik", "Bildung"),
            "summary": ("- Wir singen",),
            "text": (TEXT,),
            "languages": ("Arabisch", "Plattdeutsch, Friesisch"),
            "social": ("instagram: https://instagram.example/chor\nMastodon: @chor",),
            "contacts.1.name": ("Alex Beispiel",),
        },
        sender=Sender("", "mona@chor.example"),
        message="Bitte bald.\nDanke",
        consent=True,
    )


def test_a_value_may_begin_like_the_rest_of_a_longer_label(visit: Visit) -> None:
    page = visit("/mitmachen/termin/")
    page.fill("[name=title]", "Probe")
    page.locator("[name=start]").nth(0).fill("2026-12-01")
    page.fill("[name=organisers]", "Chor der Nationen")
    page.fill("[name=venue]", "Name : Saal")
    page.fill("[name=_email]", "mona@chor.example")
    found = read(text_of(page))
    assert found and found.fields["venue"] == ("Name : Saal",)


def test_a_day_and_its_time_are_one_value(visit: Visit) -> None:
    page = visit("/mitmachen/termin/")
    page.fill("[name=title]", "Probe")
    page.locator("[name=start]").nth(0).fill("2026-12-01")
    page.locator("[name=start]").nth(1).fill("19:30")
    page.fill("[name=organisers]", "Chor der Nationen")
    page.fill("[name=_email]", "mona@chor.example")
    assert "\nBeginn: 2026-12-01 19:30\n" in text_of(page)


@pytest.mark.parametrize("given", ["associations/chor", "../../x", "associations/x<script>"])
def test_the_entry_comes_from_the_address_where_it_is_one(visit: Visit, given: str) -> None:
    page = visit(f"/mitmachen/stimmt/?eintrag={given}")
    assert page.input_value("[name=_entry]") == (given if given == "associations/chor" else "")


def test_entries_lead_to_their_form(visit: Visit) -> None:
    page = visit("/vereine/chor-der-nationen/")
    page.get_by_role("link", name="Eintrag ändern").click()
    page.wait_for_url("**/mitmachen/verein/?eintrag=associations/chor-der-nationen")
    expect(page.locator("[name=name]")).to_have_value("Chor der Nationen")


def test_without_javascript_there_is_a_mail_with_the_questions(visit: Visit) -> None:
    page = visit(ASSOCIATION, java_script_enabled=False, viewport=PHONE)
    assert page.locator("form.form").is_hidden()
    link = urlsplit(
        page.get_by_role("link", name="E-Mail mit den Fragen").get_attribute("href") or ""
    )
    body = parse_qs(link.query, keep_blank_values=True)["body"][0]
    assert body.startswith("Formular: Neuer Verein\r\nSprache: Deutsch (de)\r\n\r\nName: \r\n")
    assert len(link.geturl()) < 1800


@own.WITH_EACH
@pytest.mark.parametrize("path", ["", "/ar", "/el", "/uk"])
@pytest.mark.parametrize("form", ["verein", "termin"])
def test_it_fits_the_smallest_phone_unfolded(visit: Visit, path: str, form: str) -> None:
    page = visit(f"{path}/mitmachen/{form}/", viewport={"width": 320, "height": 640})
    page.evaluate("for (const d of document.querySelectorAll('main details')) d.open = true")
    page.evaluate("for (const f of document.querySelectorAll('[data-field]')) f.hidden = false")
    assert not sticks_out(page)


def test_nothing_but_the_page_itself_is_asked_for(visit: Visit) -> None:
    page = visit(ASSOCIATION)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    fill_in(page)
    text_of(page)
    own = ("/favicon.svg", "/js/offline.js")  # which come by themselves, whatever one does
    assert [url for url in asked if not url.startswith("blob:") and not url.endswith(own)] == []
    assert json.loads(page.evaluate("JSON.stringify(Object.keys(localStorage))")) == ["form verein"]


def test_a_long_list_of_choices_is_searched(visit: Visit) -> None:
    page = visit("/mitmachen/verein/", viewport=PHONE)
    page.locator("summary", has_text="Mehr über Ihren Verein").click()
    languages = page.locator('[data-field="languages"]')
    shown = languages.locator(".choice:visible")
    languages.locator('[value="de"]').check()
    languages.get_by_label("Suchen").fill("turk")
    expect(shown).to_have_text(["Deutsch", "Türkisch"])
    languages.get_by_label("Suchen").press("Enter")
    expect(page.locator("[data-errors]")).to_be_hidden()
    languages.get_by_label("Suchen").fill("")
    assert shown.count() == languages.locator(".choice").count() > 12
    assert page.locator('[data-field="topics"]').get_by_label("Suchen").count() == 0
