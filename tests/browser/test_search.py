"""The search in a real browser answers as the server does, and says what it found."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from plugins.search.query import SearchIndex, answer, corrected, nearest
from tests.browser.pages import SIZES, sticks_out, violations
from tests.search.judged import QUESTIONS

pytestmark = [pytest.mark.browser]

ODD = [
    *("Frauen.Treff", "中文学校", "e.V.", "", " ", "a", "Freund*innen", "தமிழ்", "O'Neill"),
    *("Schüler/-innen", "a/-b", "Kurs...Tanz", "constructor Schahc"),
    *("KADINLAR", "İstanbul ışık", "الرَّقص", "x" * 300, "<b>", "../../etc", "\x00", "🎉"),
]
ASK = """async ([address, script, asked]) => {
  const { Index: SearchIndex, answer, corrected, nearest } = await import(script);
  const index = new SearchIndex(new URL(address, location));
  const found = [];
  for (const [question, language] of asked) {
    const { hits, mended } = await answer(index, question, language);
    const better = corrected(question, mended);
    found.push([hits.map(({ reference }) => reference), better, await nearest(index, question)]);
  }
  return found;
}"""
Visit = Callable[..., Page]


def script_of(page: Page) -> str:
    """Where the theme's scripts are."""
    found = page.locator('script[src*="js/search.js"]').get_attribute("src")
    assert found
    return found.replace("search.js", "search/answer.js")


@pytest.mark.sample
def test_a_browser_answers_as_a_server_does(visit: Visit, site: Path) -> None:
    texts = {
        path.relative_to(site / "suche" / "1").with_suffix("").as_posix(): path.read_text("utf-8")
        for path in (site / "suche" / "1").rglob("*.txt")
    }
    asked = [[str(q["ask"]), q["language"]] for q in QUESTIONS] + [[odd, "de"] for odd in ODD]
    index = SearchIndex(lambda name: texts.get(name, ""))
    answers = [answer(index, question, language) for question, language in asked]
    expected = [
        [
            [h.reference for h in found.hits],
            corrected(question, found.mended),
            list(nearest(index, question)),
        ]
        for (question, _), found in zip(asked, answers, strict=True)
    ]
    page = visit("/suche/")
    found = page.evaluate(ASK, ["/suche/1/index.txt", script_of(page), asked])
    different = [a for a, b, c in zip(asked, expected, found, strict=True) if b != c]
    assert different == []


FETCHED = """async ([address, script, asked]) => {
  const { Index: SearchIndex, answer } = await import(script);
  const found = [];
  for (const [question, language] of asked) {
    const index = new SearchIndex(new URL(address, location));
    await answer(index, question, language);
    found.push(["index", ...index.files.keys()]);
  }
  return found;
}"""
MOST_BYTES, FEW = 60_000, 0.02


@pytest.mark.sample
def test_a_first_search_is_light(visit: Visit, site: Path) -> None:
    page = visit("/suche/")
    asked = [[str(q["ask"]), q["language"]] for q in QUESTIONS[::3]]
    found = page.evaluate(FETCHED, ["/suche/1/index.txt", script_of(page), asked])
    folder = site / "suche" / "1"
    bytes_of = {
        name: len(gzip.compress((folder / f"{name}.txt").read_bytes(), 9))
        for name in {name for names in found for name in names}
    }
    heavy = [a for a, names in zip(asked, found, strict=True) if is_heavy(names, bytes_of)]
    assert len(heavy) <= FEW * len(asked), heavy


def is_heavy(names: list[str], bytes_of: dict[str, int]) -> bool:
    """Whether these files are more than a first search may fetch."""
    return sum(bytes_of[name] for name in names) > MOST_BYTES


def test_hits_appear_while_somebody_types(visit: Visit) -> None:
    page = visit("/vereine/")
    field = page.locator("#suche-oben")
    field.click()
    field.press_sequentially("schach")
    first = page.locator(".found a").first
    expect(first).to_have_text("Schachfreunde International e. V.")
    field.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".found")).to_be_hidden()
    expect(field).to_be_focused()
    field.press("Enter")
    expect(page).to_have_url(re.compile("/suche/[?]q=schach$"))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", ["/", "/ar/", "/404.html"])
def test_hits_are_seen_whole(visit: Visit, path: str, size: str) -> None:
    """They hang out of the head of the home page, whose edge cuts its ornament."""
    page = visit(path, viewport=SIZES[size])
    page.locator("main [name=q]").press_sequentially("Tanz")
    expect(page.locator(".found")).to_be_visible()
    assert page.locator(".found").evaluate(
        """(found) => {
            found.scrollIntoView({ block: "end", behavior: "instant" });
            const { left, bottom } = found.getBoundingClientRect();
            return found.contains(document.elementFromPoint(left + 20, bottom - 5));
        }"""
    )
    assert not sticks_out(page)


@pytest.mark.parametrize("language", ["de", "ar"])
def test_the_page_shows_all_and_keeps_it_in_its_address(visit: Visit, language: str) -> None:
    folder = "" if language == "de" else f"/{language}"
    page = visit(f"{folder}/suche/?q=Tanz", viewport=SIZES["phone"])
    first = page.locator("main .hit a").first
    expect(first).to_have_attribute("href", f"{folder}/vereine/tanzgruppe-horon/")
    expect(page.locator("[data-search-help]")).to_be_hidden()
    assert violations(page) == []
    assert not sticks_out(page)
    page.locator("main [name=q]").fill("")
    expect(page.locator("[data-search-help]")).to_be_visible()
    expect(page).to_have_url(re.compile(f"{folder}/suche/$"))


@pytest.mark.parametrize("lost", ["index", "i/s"])
def test_without_its_index_the_page_leads_on_until_it_is_there(visit: Visit, lost: str) -> None:
    page = visit("/suche/")
    page.route(f"**/{lost}.txt", lambda route: route.fulfill(status=500, body="-"))
    with page.expect_response(f"**/{lost}.txt"):
        page.goto(f"{page.url}?q=Schach")
    expect(page.locator("[data-search-page]")).to_be_hidden()
    expect(page.locator("[data-search-help]")).to_be_visible()
    expect(page.locator("[data-search-none]")).to_be_hidden()
    page.unroute(f"**/{lost}.txt")
    page.locator("main [name=q]").fill("Schachf")
    expect(page.locator("main .hit a").first).to_contain_text("Schachfreunde")
    expect(page.locator("[data-search-help]")).to_be_hidden()


def test_who_mistypes_is_told_what_was_taken(visit: Visit) -> None:
    page = visit("/suche/?q=Kamingespäch")
    expect(page.locator(".hits__meant")).to_have_text("Meinten Sie Kamingespräch?")
    expect(page.locator("main .hit a").first).to_contain_text("Kamingespräch")


def test_where_nothing_is_found_a_person_is(visit: Visit) -> None:
    page = visit("/suche/?q=qqqqqqqq")
    expect(page.locator("[data-search-count]")).to_have_text("Kein Treffer")
    expect(page.locator("[data-search-none] a[href^=mailto]")).to_be_visible()
    expect(page.locator("[data-search-help]")).to_be_visible()


def test_without_a_script_the_page_leads_on(visit: Visit) -> None:
    page = visit("/suche/?q=Tanz", java_script_enabled=False)
    expect(page.locator(".no-script")).to_be_visible()
    expect(page.get_by_role("link", name="Kultur", exact=True)).to_be_visible()
    expect(page.locator("[data-search-page]")).to_be_hidden()


def test_what_is_over_says_so_by_the_visitors_clock(visit: Visit) -> None:
    def facts(now: str) -> str:
        page = visit("/suche/?q=Adventskonzert", now=now)
        event = page.locator(
            "main .hit", has=page.locator('a[href="/termine/adventskonzert-2026/"]')
        )
        return event.locator(".hit__facts").inner_text()

    assert "vorbei" not in facts("2026-11-22T12:00:00+01:00")
    assert "vorbei" in facts("2027-11-22T12:00:00+01:00")


@pytest.mark.parametrize(
    ("question", "path", "now", "said"),
    [
        ("Rente", "vortrag-rente-2026", "2026-11-22T12:00", "Verschoben"),
        ("Rente", "vortrag-rente-2026", "2026-12-04T12:00", "vorbei"),
        ("Lichtermarkt", "ausflug-weihnachtsmarkt-2026", "2026-11-22T12:00", "Abgesagt"),
        ("Farbe der Wege", "ausstellung-farbe-der-wege-2026", "2026-12-01T12:00", ""),
        ("Farbe der Wege", "ausstellung-farbe-der-wege-2026", "2027-01-11T12:00", "vorbei"),
    ],
)
def test_what_is_called_off_or_goes_on_is_not_over(
    visit: Visit, question: str, path: str, now: str, said: str
) -> None:
    page = visit(f"/suche/?q={question}", now=f"{now}:00+01:00")
    one = page.locator("main .hit", has=page.locator(f'a[href="/termine/{path}/"]'))
    facts = one.first.locator(".hit__facts").inner_text().split(" · ")
    assert facts[:-1] == ([said] if said else [])
