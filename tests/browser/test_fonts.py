"""The pages that are looked at have the tests' own fonts, not those of the machine."""

import sys

import pytest
from playwright.sync_api import Page

from tests.browser.fonts import WITH_EACH
from tests.browser.pages import Visit

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(sys.platform == "darwin", reason="there Chromium asks no fontconfig"),
]

NARROW, WIDE = (
    "Source Sans 3 ExtraLight",
    "DejaVu Sans",
)  # as the file calls itself, for all weights
TEXTS = {
    "Straße łódź": {"narrow": NARROW, "wide": WIDE},
    "Σύλλογοι": {"narrow": NARROW, "wide": WIDE},
    "Об’єднання": {"narrow": NARROW, "wide": WIDE},
    "الجمعيات": {"narrow": WIDE, "wide": WIDE},
}
ASKED = ("system-ui", "sans-serif", "serif", "monospace", "Arial", "'Noto Sans'", "'DejaVu Serif'")


def shown(page: Page, text: str, style: str) -> set[str]:
    """The families that Chromium shows a text in."""
    page.set_content(f'<p style="font: {style}">{text}</p>')
    session = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        session.send(f"{domain}.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": "p"})
    found = session.send("CSS.getPlatformFontsForNode", node)["fonts"]
    session.detach()
    return {font["familyName"] for font in found}


@WITH_EACH
@pytest.mark.parametrize("text", TEXTS)
def test_own_fonts_and_no_others(visit: Visit, fonts: str, text: str) -> None:
    page = visit("/404.html", bypass_csp=True)
    styles = [f"{weight} 16px {family}" for family in ASKED for weight in (400, 700)]
    assert [shown(page, text, style) for style in styles] == [{TEXTS[text][fonts]}] * len(styles)
