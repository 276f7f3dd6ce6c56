"""The directory's search and filter, with JavaScript and without."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import Visit, follow

pytestmark = pytest.mark.browser


def shown(page: Page) -> list[str]:
    return page.locator("[data-filter-item]:visible h3").all_inner_texts()


def search(page: Page, text: str) -> None:
    """Type, and wait until the list has followed: it does when the address has."""
    page.get_by_role("searchbox").fill(text)
    page.wait_for_function("(q) => new URLSearchParams(location.search).get('q') === q", arg=text)


def count(page: Page) -> str:
    return page.locator("[data-filter-count]").inner_text()


def test_all_are_there(look: Visit) -> None:
    page = look("/vereine/")
    assert len(shown(page)) == 45
    assert count(page).startswith("45 ")


# What people type, and an association that must then be shown.
QUERIES = {
    "chor": "Chor der Nationen",
    "CHOR": "Chor der Nationen",
    "griech": "Griechische Gemeinde Musterstadt e. V.",
    "tuerkisch": "Türkischer Kulturverein Musterstadt e. V.",
    "turkisch": "Türkischer Kulturverein Musterstadt e. V.",
    "Fussball": "FC Balkan Musterstadt e. V.",
    "schule arabisch": "Arabische Schule Al-Manar e. V.",
    "Калина": "Ukrainischer Verein Kalyna e. V.",
}


@pytest.mark.parametrize(("query", "name"), QUERIES.items(), ids=QUERIES)
def test_search(visit: Visit, query: str, name: str) -> None:
    page = visit("/vereine/")
    search(page, query)
    found = shown(page)
    assert name in found and 0 < len(found) < 45
    assert count(page).split()[0] == str(len(found))


# What stands inside of words: a text, a query, and whether the query finds it.
INSIDE = (
    ("Eltern\u00adtreff Sonnen\u00adhang", "elterntreff sonnenhang", True),
    ("Elterntreff", "eltern\u00adtreff", True),
    ("Freund*innen", "freundinnen", True),
    ("Freundinnen", "Freund*innen", True),
    ("Freund:innen", "Freund_innen", True),
    ("Freund·innen", "freund/innen", True),
    ("Kolleg!innen (Schüler(innen))", "kolleginnen schülerinnen", True),
    ("Frauen.Treff", "frauentreff", True),
    ("Frauen Treff", "Frauen.Treff", True),
    ("Eltern-Kind-Kreis", "elternkindkreis", True),
    ("FC Balkan e.\u00a0V.", "fc balkan e.V.", True),
    ("FC Balkan e.V.", "fc balkan e. v.", True),
    ("می\u200cخواهم", "میخواهم", True),
    ("Haus\u2060meister\ufeff", "hausmeister", True),
    ("Freund*innen", "feinde", False),
    ("Eltern", "eltern*kind", False),
)


@pytest.mark.parametrize(("text", "query", "found"), INSIDE)
def test_signs_inside_of_words(look: Visit, text: str, query: str, found: bool) -> None:
    page = look("/vereine/")
    script = str(page.locator("script[src$='filter.js']").get_attribute("src"))
    matched = """async ([script, text, query]) => {
        const { asked, fold, matches } = await import(script);
        return matches(fold(text), asked(query));
    }"""
    arguments = [script.replace("filter.js", "fold.js"), text, query]
    assert page.evaluate(matched, arguments) is found


def test_nothing_found(visit: Visit) -> None:
    page = visit("/vereine/")
    search(page, "xyzxyz")
    assert shown(page) == []
    reset = page.locator("[data-filter-reset]:visible").first
    reset.click()
    assert len(shown(page)) == 45


def chip(page: Page, facet: str, value: str) -> None:
    target = page.locator(f'[data-filter="{facet}"][data-value="{value}"]')
    details = page.locator("details:not([open])").filter(has=target)
    if details.count():
        details.locator("summary").click()
    target.click()


def test_facets_narrow_and_widen(visit: Visit) -> None:
    page = visit("/vereine/")
    chip(page, "topic", "musik")
    music = shown(page)
    chip(page, "topic", "sport")
    both = shown(page)
    assert set(music) < set(both)
    chip(page, "language", "tr")
    assert 0 < len(shown(page)) < len(both)
    expect(page).to_have_url(re.compile(r"/vereine/\?thema=musik,sport&sprache=tr$"))


def test_the_state_is_in_the_address(visit: Visit, address: str) -> None:
    page = visit("/vereine/")
    search(page, "verein")
    chip(page, "district", "mitte")
    found = shown(page)
    url = page.evaluate("location.href")
    page.goto(address + "/")
    page.go_back()
    assert (shown(page), page.url) == (found, url)
    page.reload()
    assert shown(page) == found
    assert page.get_by_role("searchbox").input_value() == "verein"


def test_counts_are_those_of_the_result(visit: Visit) -> None:
    page = visit("/vereine/")
    chip(page, "district", "hafen")
    promised = int(page.locator('[data-filter="topic"][data-value="freizeit"] span').inner_text())
    chip(page, "topic", "freizeit")
    assert len(shown(page)) == promised > 0


def test_from_the_home_page(visit: Visit) -> None:
    page = visit("/")
    page.get_by_role("searchbox").fill("Schach")
    page.get_by_role("searchbox").press("Enter")
    expect(page).to_have_url(re.compile(r"/vereine/\?q=Schach$"))
    expect(page.locator("[data-filter-count]")).not_to_have_text(re.compile("^45 "))
    assert "Schachfreunde International e. V." in shown(page)


def test_hostile_address(visit: Visit) -> None:
    page = visit("/vereine/?q=<img src=x onerror=alert(1)>&thema=%00,../,musik&x=1")
    assert page.get_by_role("searchbox").input_value() == "<img src=x onerror=alert(1)>"
    assert shown(page) == []


def test_keyboard(visit: Visit) -> None:
    page = visit("/vereine/")
    first = page.locator('[data-filter="topic"]').first
    first.focus()
    page.keyboard.press("Space")
    assert first.get_attribute("aria-pressed") == "true"
    page.keyboard.press("Enter")
    assert first.get_attribute("aria-pressed") == "false"


def test_without_javascript(visit: Visit) -> None:
    page = visit("/vereine/", java_script_enabled=False)
    assert len(shown(page)) == 45
    promised = page.locator('[data-filter="topic"][data-value="musik"] span').inner_text()
    follow(page.locator('[data-filter="topic"][data-value="musik"]'))
    assert page.url.endswith("/vereine/thema/musik/")
    assert len(shown(page)) == int(promised)
    follow(page.locator("[data-filter-item] a").first)
    assert page.get_by_role("heading", level=1).is_visible()


def test_the_board_is_filtered_too(visit: Visit) -> None:
    page = visit("/biete-suche/")
    titles = page.locator("[data-filter-item]:visible")
    before = titles.count()
    page.locator('[data-filter="category"][data-value="room"]').click()
    assert 0 < titles.count() < before
    expect(page).to_have_url(re.compile(r"\?kategorie=room$"))
