"""The directory's search and filter, with JavaScript and without."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import SIZES, Visit, as_typed, follow, violations

pytestmark = pytest.mark.browser


def shown(page: Page) -> list[str]:
    names = page.locator("[data-filter-item]:visible h3").all_inner_texts()
    return [as_typed(name) for name in names]


def search(page: Page, text: str) -> None:
    """Type, and wait until the list has followed: it does when the address has."""
    page.get_by_role("main").get_by_role("searchbox").fill(text)
    page.wait_for_function("(q) => new URLSearchParams(location.search).get('q') === q", arg=text)


def count(page: Page) -> str:
    return page.locator("p[data-filter-count]").inner_text()


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
    found, counted = shown(page), count(page)
    url = page.evaluate("location.href")
    page.goto(address + "/")
    page.go_back()
    expect(page.locator("p[data-filter-count]")).to_have_text(counted)
    assert (shown(page), page.url) == (found, url)
    page.reload()
    expect(page.locator("p[data-filter-count]")).to_have_text(counted)
    assert shown(page) == found
    assert page.get_by_role("main").get_by_role("searchbox").input_value() == "verein"


def test_counts_are_those_of_the_result(visit: Visit) -> None:
    page = visit("/vereine/")
    chip(page, "district", "hafen")
    promised = int(page.locator('[data-filter="topic"][data-value="freizeit"] span').inner_text())
    chip(page, "topic", "freizeit")
    assert len(shown(page)) == promised > 0


def test_from_the_home_page(visit: Visit) -> None:
    page = visit("/")
    page.get_by_role("main").get_by_role("searchbox").fill("Schach")
    page.get_by_role("main").get_by_role("searchbox").press("Enter")
    expect(page).to_have_url(re.compile(r"/suche/\?q=Schach$"))
    expect(page.locator("main .hit a").first).to_have_text("Schachfreunde International e. V.")


def test_hostile_address(visit: Visit) -> None:
    page = visit("/vereine/?q=<img src=x onerror=alert(1)>&thema=%00,../,musik&x=1")
    assert (
        page.get_by_role("main").get_by_role("searchbox").input_value()
        == "<img src=x onerror=alert(1)>"
    )
    expect(page.locator("p[data-filter-count]")).to_have_text("Kein Eintrag")
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


@pytest.mark.parametrize("path", ["/vereine/", "/ar/vereine/", "/biete-suche/"])
def test_on_a_phone_the_choices_are_behind_a_button(visit: Visit, path: str) -> None:
    """It says how many are chosen; the way back says how many results there are."""
    page = visit(path, viewport=SIZES["phone"])
    panel, opens = page.locator(".filter__panel"), page.locator(".filter__open")
    expect(panel).to_be_hidden()
    opens.focus()
    page.keyboard.press("Enter")
    expect(panel).to_be_visible()
    expect(page.locator(".filter__number")).to_be_hidden()
    page.locator("[data-filter]").first.focus()
    page.keyboard.press("Space")
    expect(page.locator(".filter__number > span").first).to_have_text("1")
    said = page.locator("[data-show]").inner_text()
    box = page.locator("[data-show]").bounding_box()
    assert box and box["y"] + box["height"] <= 844  # in reach, however long the choices are
    assert (page.locator("p[data-filter-count]").text_content() or "?") in said
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(opens).to_be_focused()


def test_what_is_chosen_stands_above_the_list_and_is_taken_back_there(visit: Visit) -> None:
    page = visit("/vereine/?thema=musik&sprache=tr", viewport=SIZES["phone"])
    chosen = page.locator("[data-filter-chosen] button")
    assert chosen.all_inner_texts() == ["Musik", "Türkisch"]
    assert count(page) == "2 Einträge"
    chosen.first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/vereine/\?sprache=tr$"))
    expect(chosen).to_have_text(["Türkisch"])
    expect(chosen.first).to_be_focused()
    page.keyboard.press("Enter")
    expect(chosen).to_have_count(0)
    expect(page.get_by_role("main").get_by_role("searchbox")).to_be_focused()
    assert count(page) == "45 Einträge"


def test_choices_that_find_nothing_are_behind_more(visit: Visit) -> None:
    page = visit("/vereine/?thema=musik")
    group = page.locator("details").filter(has=page.locator("[data-filter=language]"))
    group.locator("summary").click()
    shown_counts = group.locator("a:visible span").all_inner_texts()
    assert 0 < len(shown_counts) <= 10 and "0" not in shown_counts
    more = group.locator("[data-filter-more]")
    more.click()
    assert more.get_attribute("aria-expanded") == "true"
    counts = group.locator("a:visible span").all_inner_texts()
    assert len(counts) == group.locator("a").count() > 10 and "0" in counts


def test_a_choice_that_finds_nothing_any_more_keeps_the_focus(visit: Visit) -> None:
    page = visit("/vereine/?thema=musik&sprache=vi")
    chip = page.locator("[data-filter=language][data-value=vi]")
    chip.focus()
    page.keyboard.press("Space")
    assert chip.get_attribute("aria-pressed") == "false"
    expect(chip).to_be_focused()


def test_the_language_of_the_page_comes_first(visit: Visit) -> None:
    first = "[data-filter=language] >> nth=0"
    values = [
        visit(path).locator(first).get_attribute("data-value")
        for path in ("/vereine/", "/ar/vereine/")
    ]
    assert values == ["de", "ar"]


@pytest.mark.parametrize("path", ["/vereine/", "/biete-suche/"])
def test_without_javascript_the_choices_open_on_a_phone(visit: Visit, path: str) -> None:
    page = visit(path, viewport=SIZES["phone"], java_script_enabled=False)
    page.locator(".filter__open").click()
    expect(page.locator(".filter__panel")).to_be_visible()
    page.locator("[data-show]").click()
    expect(page.locator(".filter__panel")).to_be_hidden()


def test_a_number_of_seats_finds_the_hall(visit: Visit) -> None:
    page = visit("/biete-suche/")
    search(page, "60 stufenlos küche donnerstag")
    assert page.locator(".posting__title:visible").all_inner_texts() == [
        "Kleiner Saal mit Klavier, donnerstags frei"
    ]


def test_rooms_are_found_by_what_they_have(visit: Visit) -> None:
    page = visit("/biete-suche/raeume/")
    assert count(page) == "1 Raum"
    for name, value in (("seats", "50"), ("kitchen", "yes"), ("weekday", "thursday")):
        page.locator(f'[data-filter="{name}"][data-value="{value}"]').click()
    expect(page).to_have_url(re.compile(r"\?plaetze=50&kueche=yes&wochentag=thursday$"))
    assert count(page) == "1 Raum"
    search(page, "xyzxyz")
    expect(page.locator("[data-filter-empty]")).to_be_visible()
    assert page.locator("#gesuche ~ * .posting").count() > 0


def test_rooms_a_year_later(visit: Visit) -> None:
    page = visit("/biete-suche/raeume/", now="2027-11-28T12:00:00+01:00")
    expect(page.locator("[data-until-empty]").first).to_be_visible()
    assert page.locator(".posting:visible").count() == 0
