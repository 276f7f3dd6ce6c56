"""The pages of the small site: what holds in every city, also where the sample is gone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser.pages import SMALL, SMALL_SITE, Visit, sticks_out, unfold, violations
from tests.browser.serving import served

pytestmark = pytest.mark.browser

PAGES = [*SMALL_SITE, "/404.html", *(f"/ar{address}" for address in SMALL_SITE)]


@pytest.fixture(scope="module")
def address(built_once: Callable[..., Path]) -> Iterator[str]:
    """Where the small site is served."""
    with served(built_once("small-for-browsers", SMALL, LANGUAGES="de,ar")) as address:
        yield address


@pytest.mark.parametrize("path", PAGES)
def test_anybody_can_read_it_on_any_width(look: Visit, path: str) -> None:
    """WCAG 2.2: what axe finds, and reflow at 320 pixels (1.4.10)."""
    page = look(path, viewport={"width": 320, "height": 640})
    unfold(page)
    assert not sticks_out(page)
    assert violations(page) == []
