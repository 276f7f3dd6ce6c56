"""Modes that visitors choose: forced colours, reduced motion, paper; and the size of targets."""

import pytest
from playwright.sync_api import Page

from tests.browser.fonts import WITH_EACH
from tests.browser.pages import ALL_TYPES, PAGES, SIZES, TYPES, Visit, sticks_out, unfold

pytestmark = pytest.mark.browser

# Where a state is shown by more than colour: its element, and an address that has it.
EDGED = {
    "chip": (PAGES["directory"], "a.chip"),
    "tag": (PAGES["association, full"], ".page-head .tag"),
    "cancelled date": (PAGES["event, recurring"], '.state[data-kind="cancelled"]'),
    "calendar leaf": (PAGES["home"], ".date-block"),
    "posting": (PAGES["board"], "article.posting"),
    "button": (PAGES["home"], ".button"),
    "search field": (PAGES["home"], "input[type=search]"),
}


@pytest.mark.parametrize(("path", "selector"), EDGED.values(), ids=EDGED)
def test_forced_colours_keep_the_edges(look: Visit, path: str, selector: str) -> None:
    """Backgrounds go, so what they set apart needs a line around it."""
    page = look(path, viewport=SIZES["desk"], forced_colors="active")
    edges = page.locator(selector).evaluate_all(
        """(all) => all.filter((one) => one.checkVisibility()).map((one) => {
            const style = getComputedStyle(one);
            return style.borderTopStyle !== "none" && parseFloat(style.borderTopWidth) >= 1
                && style.borderTopColor !== style.backgroundColor;
        })"""
    )
    assert edges and all(edges)


def test_forced_colours_keep_what_is_pressed(visit: Visit) -> None:
    page = visit(
        PAGES["directory"], viewport=SIZES["desk"], forced_colors="active", reduced_motion="reduce"
    )
    chip, other = page.locator("a.chip").nth(0), page.locator("a.chip").nth(1)
    chip.click()
    ground = "(one) => getComputedStyle(one).backgroundColor"
    assert chip.evaluate(ground) != other.evaluate(ground)
    page.keyboard.press("Tab")
    assert other.evaluate("(one) => getComputedStyle(one).outlineStyle") == "solid"


@pytest.mark.parametrize("path", TYPES.values(), ids=TYPES)
def test_nothing_moves_for_those_who_want_rest(look: Visit, path: str) -> None:
    page = look(path, reduced_motion="reduce")
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((one) => {
            const {animationName, transitionDuration, scrollBehavior} = getComputedStyle(one);
            return animationName !== "none" || /[1-9]/.test(transitionDuration)
                || scrollBehavior === "smooth";
        }).map((one) => one.outerHTML.slice(0, 80))"""
    )
    assert moving == []


TARGETS = """() => {
    const hit = [...document.querySelectorAll("a[href], button, summary, input")]
        .filter((one) => one.checkVisibility() && !one.matches(".skip, .visually-hidden"))
        // Points of the map: the list beside it has the same links (exception: equivalent).
        .filter((one) => !one.closest("svg[aria-hidden=true]"));
    // A link in a sentence may be as high as its line (2.5.8, exception: inline).
    const inline = (one) => getComputedStyle(one).display === "inline"
        && [...one.parentElement.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    const small = ({width, height}) => width < 24 || height < 24;
    const boxes = hit.map((one) => {
        const after = getComputedStyle(one, "::after");
        const card = after.position === "absolute" && one.closest("li, article, .card");
        return (card || one).getBoundingClientRect();
    });
    // Or a circle of 24 pixels around it meets no other (exception: spacing).
    const middle = (box) => [box.x + box.width / 2, box.y + box.height / 2];
    const near = (i, j) => {
        const [x, y] = middle(boxes[i]), other = boxes[j];
        if (small(other)) { const [u, v] = middle(other); return Math.hypot(x - u, y - v) < 24; }
        const dx = Math.max(other.left - x, 0, x - other.right);
        return Math.hypot(dx, Math.max(other.top - y, 0, y - other.bottom)) < 12;
    };
    return hit.filter((one, i) => small(boxes[i]) && !inline(one)
        && hit.some((_, j) => j !== i && near(i, j))).map((one) => one.outerHTML.slice(0, 100));
}"""


@WITH_EACH
@pytest.mark.parametrize("path", ALL_TYPES.values(), ids=ALL_TYPES)
def test_targets_can_be_hit(look: Visit, path: str) -> None:
    """24 pixels, or enough room around (WCAG 2.2, 2.5.8)."""
    page = look(path)
    unfold(page)
    for size in SIZES.values():
        page.set_viewport_size(size)
        assert page.evaluate(TARGETS) == []


def test_a_small_target_would_be_found(look: Visit) -> None:
    page = look("/impressum/", viewport=SIZES["desk"], bypass_csp=True)
    page.add_style_tag(
        content=".menu__list { display: block !important }"
        ".menu__list a { all: unset !important; display: block !important;"
        " font: 9px/1 serif !important }"
    )
    assert len(page.evaluate(TARGETS)) == 7


def visible(page: Page, selector: str) -> int:
    return page.locator(selector).filter(visible=True).count()


@pytest.mark.parametrize("path", TYPES.values(), ids=TYPES)
def test_paper(look: Visit, path: str) -> None:
    """What can only be pressed is not printed."""
    page = look(path, viewport={"width": 700, "height": 1000})
    page.emulate_media(media="print")
    assert (
        visible(page, "nav.menu, .menu-button, .skip, .breadcrumb, form:not(.form), form button")
        == 0
    )
    assert page.get_by_role("heading", level=1).is_visible()
    assert visible(page, '.colophon a[href*="subject="]') == 0  # nobody presses paper
    assert not sticks_out(page)


def test_a_form_can_be_filled_in_on_paper(look: Visit) -> None:
    """Also what is folded on a screen: for those who write by hand."""
    page = look(PAGES["form"])
    page.emulate_media(media="print")
    assert page.locator("[name=name]").is_visible() and page.locator("[name=members]").is_visible()


def test_what_is_folded_is_printed(look: Visit) -> None:
    page = look(PAGES["report"])
    page.emulate_media(media="print")
    assert page.locator(".disclosure:not([open]) .table").first.is_visible()


def test_other_languages_are_printed_where_they_were_opened(look: Visit) -> None:
    page = look(PAGES["association, full"])
    page.emulate_media(media="print")
    heading = page.get_by_role("heading", name="In anderen Sprachen")
    assert visible(page, ".translation") == 0 and not heading.is_visible()
    page.locator(".translation").first.evaluate("(one) => (one.open = true)")
    assert visible(page, ".translation") == visible(page, ".translation .prose") == 1
    assert heading.is_visible()


def test_addresses_are_written_out_on_paper(look: Visit) -> None:
    page = look(PAGES["association, full"])
    page.emulate_media(media="print")
    link = page.locator('.link-list a[href^="https:"]').first
    content = link.evaluate("(one) => getComputedStyle(one, '::after').content")
    assert content == f'" ({link.get_attribute("href")})"'
