"""What `make serve` puts into pages on their way, to the letter."""

import pytest

from plugins.serving import live

ADDED = (
    '<link rel="stylesheet" href="/@serve/panel.css">\n'
    '<script type="module" src="/@serve/reload.js?page=abc"></script>\n'
)

PAGES = {
    "": "",
    "no head": "no head",
    "<head></head><body>": f"<head>{ADDED}</head><body>",
    "<HEAD></HEAD >": f"<HEAD>{ADDED}</HEAD >",
    "<head></head></head>": f"<head>{ADDED}</head></head>",
    "<head><title>»ü«</title></head>": f"<head><title>»ü«</title>{ADDED}</head>",
}


@pytest.mark.parametrize(("before", "after"), PAGES.items())
def test_page(before: str, after: str) -> None:
    assert live.page(before.encode(), "abc").decode() == after
