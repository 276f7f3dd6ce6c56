"""Icons are lines in the colour of the text beside them, in every mode that visitors choose."""

import io
from collections.abc import Mapping
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Locator

from tests.browser.pages import PAGES, Visit

pytestmark = pytest.mark.browser

MODES: Mapping[str, Mapping[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
    "forced colours, dark": {"forced_colors": "active", "color_scheme": "dark"},
    "print": {"media": "print"},
}
CALENDAR = '.panel [data-icon="calendar"]'
ICON = ".glance dt [data-icon]"
"""One that is printed: what adds a date to a calendar is not."""
COLOUR = (
    "(one) => getComputedStyle(one.parentElement).color.match(/[0-9.]+/g).slice(0, 3).map(Number)"
)
READY = "(one) => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def inked(icon: Locator) -> tuple[float, bool]:
    """Which part of an icon differs from its ground, and whether the colour of text is in it."""
    icon.scroll_into_view_if_needed()
    icon.evaluate(READY)
    picture = Image.open(io.BytesIO(icon.screenshot())).convert("RGB")
    data = picture.tobytes()
    pixels = [data[at : at + 3] for at in range(0, len(data), 3)]
    ground, text = pixels[0], icon.evaluate(COLOUR)
    far = [sum(abs(a - b) for a, b in zip(pixel, ground, strict=True)) > 60 for pixel in pixels]
    near = (sum(abs(a - b) for a, b in zip(pixel, text, strict=True)) for pixel in pixels)
    return sum(far) / len(far), min(near) < 60


@pytest.mark.parametrize("mode", MODES.values(), ids=MODES)
@pytest.mark.parametrize("path", [PAGES["event, recurring"], "/ar" + PAGES["event, recurring"]])
def test_lines_in_the_colour_of_the_text(visit: Visit, path: str, mode: Mapping[str, Any]) -> None:
    page = visit(path)
    page.emulate_media(**mode)
    page.wait_for_load_state("networkidle")
    part, has_colour = inked(page.locator(ICON if "media" in mode else CALENDAR).first)
    assert 0.1 < part < 0.6
    assert has_colour


def test_without_its_strip_an_icon_is_nothing(visit: Visit) -> None:
    """A host that has lost the file shows no boxes."""
    page = visit("/404.html")
    page.route("**/icons.svg", lambda route: route.abort())
    page.goto(page.url.replace("/404.html", PAGES["event, recurring"]))
    page.wait_for_load_state("networkidle")
    part, _ = inked(page.locator(CALENDAR).locator("visible=true").first)
    assert part == 0
