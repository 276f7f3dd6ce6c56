"""Right to left, and the way from language to language, as a browser shows them."""

import pytest
from playwright.sync_api import expect

from tests.browser.fonts import WITH_EACH
from tests.browser.pages import (
    BUILT,
    LONG_WORDS,
    SIZES,
    TYPES,
    Visit,
    follow,
    localised,
    menu_lines,
)

pytestmark = pytest.mark.browser

# From where to where the first line goes; figures in a line of Arabic are a piece of their own.
FIRST_LINE = """(heading) => {
    const range = document.createRange();
    range.selectNodeContents(heading);
    const [first, ...others] = range.getClientRects();
    const line = [first, ...others.filter(({top}) => top < first.bottom)];
    return [Math.min(...line.map((box) => box.left)), Math.max(...line.map((box) => box.right))];
}"""
MIRRORED = {name: f"/ar{path}" for name, path in TYPES.items() if path.endswith("/")}


@WITH_EACH
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", MIRRORED.values(), ids=MIRRORED)
def test_right_to_left(look: Visit, path: str, width: int) -> None:
    """A page begins at the right: its name does, and the menu's end is left of it."""
    page = look(path, viewport={"width": width, "height": 900})
    name = page.locator(".wordmark").bounding_box()
    switch = page.locator(".languages").bounding_box()
    assert name is not None and switch is not None
    assert name["x"] > switch["x"]
    left, right = page.locator("h1").evaluate(FIRST_LINE)
    assert width - right < left


@pytest.mark.parametrize("width", [390, 1280])
def test_the_switch_without_javascript(visit: Visit, address: str, width: int) -> None:
    page = visit("/termine/", java_script_enabled=False, viewport={"width": width, "height": 844})
    page.locator(".languages").click()
    follow(page.get_by_role("link", name="Українська", exact=True))
    assert page.url == f"{address}/uk/termine/"
    page.locator(".languages").click()
    follow(page.get_by_role("link", name="Deutsch", exact=True))
    assert page.url == f"{address}/termine/"


@pytest.mark.parametrize(
    ("query", "expected"),
    [("Chor der Nationen", "إدراج واحد"), ("zzzz", "لا إدراجات"), ("", "45 إدراجًا")],
)
def test_results_are_counted_in_the_forms_of_the_language(
    visit: Visit, query: str, expected: str
) -> None:
    page = visit("/ar/vereine/")
    page.locator("#suche").fill(query)
    expect(page.locator("p[data-filter-count]")).to_have_text(expected)


def test_what_was_chosen_is_kept_in_another_language(visit: Visit, address: str) -> None:
    page = visit("/vereine/?thema=musik")
    page.locator("#suche").fill("chor")
    expect(page).to_have_url(f"{address}/vereine/?thema=musik&q=chor")
    page.locator(".languages").click()
    follow(page.get_by_role("link", name="العربية", exact=True))
    assert page.url == f"{address}/ar/vereine/?thema=musik&q=chor"
    expect(page.locator("#suche")).to_have_value("chor")
    expect(page.locator('[data-value="musik"]')).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("close", ["Escape", "elsewhere"])
def test_the_switch_closes(visit: Visit, close: str) -> None:
    page = visit("/ar/termine/")
    panel = page.locator("#sprachwahl")
    page.locator(".languages").click()
    expect(panel).to_be_visible()
    if close == "Escape":
        page.keyboard.press("Escape")
    else:
        page.locator("h1").click()
    expect(panel).not_to_be_visible()


@WITH_EACH
@pytest.mark.parametrize("width", [960, 1280])
@pytest.mark.parametrize("language", LONG_WORDS)
def test_the_menu_has_one_line(look: Visit, language: str, width: int) -> None:
    page = look(f"/{language}/", viewport={"width": width, "height": 800})
    assert len(menu_lines(page)) == 1


@WITH_EACH
@pytest.mark.parametrize("language", BUILT)
def test_on_a_phone_the_head_has_one_line(look: Visit, language: str) -> None:
    page = look(localised("/", language), viewport=SIZES["phone"])
    head = page.locator(".wordmark, .masthead__button").filter(visible=True)
    boxes = head.evaluate_all("(all) => all.map((one) => one.getBoundingClientRect())")
    middles = [box["y"] + box["height"] / 2 for box in boxes]
    assert len(middles) == 3
    assert middles == pytest.approx([middles[0]] * 3, abs=1)
