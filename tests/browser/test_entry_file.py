"""The file of an entry that a page builds is the one that the office would write of its answers."""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.building.build import render
from plugins.building.planning import planners_of
from plugins.catalogue.load import load
from plugins.catalogue.settings import Settings, from_file
from plugins.intake.content import ContentFolder
from plugins.intake.content import read as read_content
from plugins.intake.submission.filled import filled
from plugins.intake.submission.questionnaire import read
from plugins.pages import forms
from tests import sample
from tests.browser.conftest import opened
from tests.browser.pages import Visit
from tests.browser.serving import served
from tests.browser.test_forms import text_of

pytestmark = [pytest.mark.browser, pytest.mark.sample]

BUILD = """async (recipe) => {
  const form = document.querySelector("form[data-form]");
  const address = document.querySelector("script[src$='form.js']").src;
  const { answers } = await import(address);
  const { entryFile } = await import(new URL("entry_file.js", address));
  return entryFile(JSON.parse(recipe), answers(form));
}"""


@pytest.fixture(scope="module")
def own() -> Settings:
    """The sample's settings, on the day for which the pages are opened."""
    return replace(from_file(sample.ROOT / "pelican.conf.py"), today=date(2026, 11, 22))


@pytest.fixture(scope="module")
def content(own: Settings) -> ContentFolder:
    return read_content(own)


@pytest.fixture(scope="module")
def recipes(content: ContentFolder) -> dict[str, str]:
    views = (page.view for page in forms.pages(content.existing.catalogue))
    return {view.form: view.recipe for view in views if isinstance(view, forms.FormView)}


def fill(page: Page, typed: dict[str, Any]) -> None:
    """Answer in the page's controls: a list is what is checked, or the parts of one value."""
    page.evaluate("for (const d of document.querySelectorAll('main details')) d.open = true")
    for name, value in typed.items():
        found = page.locator(f'[name="{name}"]')
        sort = found.first.get_attribute("type")
        if sort in ("checkbox", "radio"):
            for one in [value] if isinstance(value, str) else value:
                page.check(f'[name="{name}"][value="{one}"]')
        else:
            for number, one in enumerate([value] if isinstance(value, str) else value):
                field = found.nth(number)
                is_list = field.evaluate("field => field.matches('select')")
                field.select_option(one) if is_list else field.fill(one)


ASSOCIATION: dict[str, Any] = {
    "name": "Chor »Über: uns« # 1 e. V.",
    "topics": ["musik", "bildung"],
    "summary": 'Wir sagen: "ja" - und \\ nein',
    "text": "\n  # Überschrift\n\nمرحبا بكم\n---\n- Liste: eins   \n\nEnde.\n\n",
    "languages": ["de", "ar"],
    "founded": "1998",
    "email": "kontakt@chor.example.org",
    "phone": "+49 30 23125 170",
    "website": "https://chor.example.org/a#b",
    "address.street": "Am Markt 3",
    "address.postal_code": "01067",
    "address.city": "null",
    "address.note": "no",
    "accessibility.wheelchair": "yes",
    "short_name": "1.50",
    "members": "0120",
    "social": "instagram: https://instagram.example/chor\nMastodon: @chor",
    "contacts.1.name": "Alex  Beispiel",
    "contacts.1.email": "alex@chor.example.org",
    "contacts.1.languages": ["tr"],
    "_consent": "yes",
    "_sender": "Mona: Beispiel",
    "_email": "mona@chor.example",
}
EVENT: dict[str, Any] = {
    "title": "جوقة Probe: offen",
    "start": ["2026-12-01", "19:30"],
    "end": ["2026-12-01", "21:00"],
    "organisers": "Chor der Nationen, Frauentreff Rosa e. V.",
    "repeat.every": "week",
    "repeat.weekdays": ["tuesday", "friday"],
    "repeat.until": "2027-06-30",
    "repeat.except": "25.12.2026, 1.1.2027",
    "venue.name": "Saal 2",
    "venue.street": "Am Markt 3",
    "venue.postal_code": "12345",
    "venue.city": "Musterstadt",
    "registration.email": "a@chor.example.org",
    "registration.until": ["2026-11-30"],
    "registration.places": "25",
    "price": "5",
    "text": "Kommen Sie.",
    "_email": "mona@chor.example",
}
POSTING: dict[str, Any] = {
    "kind": "seek",
    "title": "Raum für Proben",
    "association": "Chor der Nationen",
    "category": "room",
    "expires": "2027-03-01",
    "available.weekdays": ["tuesday"],
    "room.seats": "60",
    "room.kitchen": "yes",
    "room.hours": "17:00",
    "text": "Bitte\nmelden.",
    "_email": "mona@chor.example",
}
MONTHLY = EVENT | {
    "repeat.every": "month",
    "repeat.day": ["last", "friday"],
    "repeat.weekdays": [],
    "repeat.except": "",
    "venue": "Haus der Begegnung e. V.",
    "venue.name": "",
    "venue.street": "",
    "venue.postal_code": "",
    "venue.city": "",
}
CASES = {
    "an association": ("verein", ASSOCIATION),
    "nobody agreed": ("verein", {k: v for k, v in ASSOCIATION.items() if k != "_consent"}),
    "the least": ("verein", {"name": "Neu", "topics": ["musik"], "_email": "m@x.example"}),
    "a weekly event": ("termin", EVENT),
    "the last friday": ("termin", MONTHLY),
    "a posting": ("biete-suche", POSTING),
}


@pytest.mark.parametrize(("form", "typed"), CASES.values(), ids=CASES)
def test_it_is_what_the_office_writes(
    visit: Visit,
    recipes: dict[str, str],
    content: ContentFolder,
    form: str,
    typed: dict[str, Any],
) -> None:
    page = visit(f"/mitmachen/{form}/")
    fill(page, {name: value for name, value in typed.items() if value})
    submission = read(text_of(page))
    assert submission is not None
    expected = filled(submission, content)
    found = page.evaluate(BUILD, recipes[form])
    assert found["text"] == expected.text
    assert expected.errors == ()
    assert found["path"].startswith(f"content/{expected.kind.folder}/")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Chor am Fluß e. V.", "chor-am-fluss"),
        ("Élan & Söhne gGmbH", "elan-soehne"),
        ("جوقة", "vereine-2026-11-22"),
        ("Хор", "vereine-2026-11-22"),
        ("Der Name " + "immer " * 9, "der-name" + 7 * "-immer"),
    ],
)  # fmt: skip
def test_its_name_is_made_of_the_name(
    visit: Visit, recipes: dict[str, str], name: str, id: str
) -> None:
    page = visit("/mitmachen/verein/")
    page.fill("[name=name]", name)
    assert page.evaluate(BUILD, recipes["verein"])["path"] == f"content/associations/{id}.md"


UNCLEAR = {
    "another language": ("verein", {"languages": []}, "#feld-languages-andere", "Plattdeutsch"),
    "somebody unknown": ("termin", {"organisers": "Irgendwer"}, "", ""),
    "an odd day": ("verein", {"founded": "um 1998"}, "", ""),
    "what steers": ("verein", {"name": "Chor \u202e"}, "", ""),
    "no pair": ("verein", {"social": "wir sind überall"}, "", ""),
}


@pytest.mark.parametrize(("form", "typed", "more", "text"), UNCLEAR.values(), ids=UNCLEAR)
def test_what_a_person_has_to_read_makes_no_file(
    visit: Visit, recipes: dict[str, str], form: str, typed: dict[str, Any], more: str, text: str
) -> None:
    page = visit(f"/mitmachen/{form}/")
    fill(page, typed)
    if more:
        page.fill(more, text)
    assert page.evaluate(BUILD, recipes[form]) is None


# --- where it goes -------------------------------------------------------------------------------

SMALL = Path(__file__).parents[1] / "sites" / "small" / "content"
REPOSITORY = "https://git.example/stadt/anlaufstelle"


@pytest.fixture
def offers(chromium: Browser, tmp_path: Path, settings: Settings) -> Iterator[Visit]:
    """Opens a page of the small site, whose repository is in a forge of such a kind."""
    with ExitStack() as stack:

        def show(path: str, forge: str) -> Page:
            site = replace(settings.site, forge=forge, repository=REPOSITORY, languages=("de",))
            made = replace(settings, site=site, content=SMALL, output=tmp_path / forge)
            catalogue = load(SMALL, shown="content", vocabulary=settings.vocabulary).catalogue
            render(catalogue, made, planners_of(made.plugins))
            address = stack.enter_context(served(made.output))
            page = opened(chromium)
            stack.enter_context(closing(page.context))
            page.goto(address + path)
            return page

        yield show


def filled_in(page: Page, text: str = "Wir singen.") -> None:
    fill(page, {"name": "Chor", "topics": ["musik"], "text": text, "_email": "m@chor.example"})
    text_of(page)


@pytest.mark.parametrize(
    ("forge", "begin"),
    [("github", f"{REPOSITORY}/new/main?"), ("forgejo", f"{REPOSITORY}/_new/main/?")],
)
def test_the_forge_is_handed_the_file(offers: Visit, forge: str, begin: str) -> None:
    page = offers("/mitmachen/verein/", forge)
    filled_in(page)
    link = page.locator("[data-new-file]")
    expect(link).to_be_visible()
    address = link.get_attribute("href") or ""
    assert address.startswith(begin)
    assert parse_qs(urlsplit(address).query) == {
        "filename": ["content/associations/chor.md"],
        "value": ["---\nname: Chor\ntopics: [musik]\nlisted: 2026-11-22\n---\n\nWir singen.\n"],
    }
    assert "m%40chor" not in address
    assert page.locator("[data-no-file]").is_hidden()


def test_what_is_too_long_for_an_address_is_not_offered(offers: Visit) -> None:
    page = offers("/mitmachen/verein/", "github")
    filled_in(page, "Wir singen. Würde. " * 300)
    expect(page.locator("[data-no-file]")).to_be_visible()
    assert page.locator("[data-new-file]").is_hidden()
    filled_in(page, "Kurz.")
    expect(page.locator("[data-new-file]")).to_be_visible()
    assert page.locator("[data-no-file]").is_hidden()


def test_gitlab_is_handed_an_issue_for_the_office_alone(offers: Visit) -> None:
    page = offers("/mitmachen/hinweis/", "gitlab")
    fill(page, {"_entry": "Chor", "_message": "Falsch", "_email": "m@chor.example"})
    text_of(page)
    link = page.locator("[data-new-file]")
    expect(link).to_be_visible()
    address = urlsplit(link.get_attribute("href") or "")
    assert address.path == "/stadt/anlaufstelle/-/issues/new"
    assert parse_qs(address.query) == {
        "issue[title]": ["Hinweis"],
        "issue[description]": [
            "Formular: Hinweis\nSprache: Deutsch (de)\n\nEintrag: Chor\nNachricht: Falsch\n"
        ],
        "issue[confidential]": ["true"],
    }


@pytest.mark.parametrize(
    ("forge", "path"), [("", "/mitmachen/verein/"), ("github", "/mitmachen/hinweis/")]
)
def test_where_there_is_nothing_to_hand_over_nothing_is_offered(
    offers: Visit, forge: str, path: str
) -> None:
    page = offers(path, forge)
    assert page.locator("[data-new-file], [data-no-file]").count() == 0
