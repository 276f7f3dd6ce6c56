"""What each page type says to those who hear it, as Chromium tells a screen reader."""

from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.pages import ALL_PAGES, ALL_TYPES, SIZES, Visit, unfold
from tests.browser.tree import Node, heard, text, walk

pytestmark = [pytest.mark.browser, pytest.mark.golden]
TREES = Path(__file__).parent / "trees"
FRAME = "home"
"""The page whose header and footer are written out; on the others they are the same."""


def tree(page: Page, whole: bool) -> str:
    """The tree as text; but for the `whole` one the footer is left out."""
    nodes = heard(page)
    if not whole:
        nodes = tuple(node for node in nodes if node.role != "contentinfo")
    return "\n".join(text(nodes)) + "\n"


@pytest.mark.parametrize("kind", ALL_TYPES)
def test_tree(look: Visit, bless: bool, kind: str) -> None:
    page = look(ALL_TYPES[kind], viewport=SIZES["desk"])
    found = tree(page, whole=Path(kind).name == FRAME)
    path = TREES / f"{kind}.txt"
    if bless:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


def unfolded(look: Visit, path: str) -> tuple[Node, ...]:
    page = look(path, viewport=SIZES["desk"])
    unfold(page)
    return heard(page)


def level(node: Node) -> int:
    return next(int(detail[7:-1]) for detail in node.details if detail.startswith("[level "))


@pytest.mark.parametrize("path", ALL_PAGES.values(), ids=ALL_PAGES)
def test_what_is_heard_by_itself(look: Visit, path: str) -> None:
    """Headings leave no gap; links and buttons say where they lead and what they do."""
    nodes = unfolded(look, path)
    levels = [level(node) for node in walk(nodes) if node.role == "heading"]
    assert levels[0] == 1
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []
    main = [node for node in nodes if node.role == "main"]
    buttons = [node.line for node in walk(main) if node.role == "button"]
    assert len(buttons) == len(set(buttons))
    targets: dict[str, set[str]] = {}
    for node in walk(main):
        if node.role == "link":
            targets.setdefault(node.name, set()).add(node.details[-1])
    assert "" not in targets
    assert {name: found for name, found in targets.items() if len(found) > 1} == {}
