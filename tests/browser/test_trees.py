"""What each page type says to those who hear it, as Chromium tells a screen reader."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from tests.browser.pages import ALL_PAGES, ALL_TYPES, LANGUAGES, SIZES, Visit, localised, unfold
from tests.browser.tree import Node, heard, text, walk

pytestmark = [pytest.mark.browser, pytest.mark.golden]
TREES = Path(__file__).parent / "trees"
CURRENT = re.compile(r" \[current \w+\]")
FRAMES = {language: localised("/", language)[1:] + "frame" for language in LANGUAGES}
"""Header and footer, by the language: stored once, and each page is held against them."""
FIELDS = {language: localised("/", language)[1:] + "field" for language in LANGUAGES}
"""The field in the header that searches everything; pages with a large one of their own lack it."""

LARGE = {"home", "not-found"}


def split(nodes: Sequence[Node], path: str) -> tuple[str, str, str]:
    """The frame of the page at an address, its field, and its main part.

    With the main part stands what of the frame leads there.
    """
    frame, field = without_field([node for node in nodes if node.role != "main"])
    here = [node for node in walk(frame) if CURRENT.search(node.line)]
    main = [node for node in nodes if node.role == "main"]
    around = CURRENT.sub("", lines(frame))
    return (
        around.replace(f".example{path}\n", ".example{path}\n"),
        lines(field),
        lines([*(replace(node, children=()) for node in here), *main]),
    )


def without_field(frame: Sequence[Node]) -> tuple[list[Node], list[Node]]:
    """The frame without its field for searching, and that field, if it has one."""
    field = [one for node in frame for one in node.children if one.role == "search"]
    rest = [
        replace(node, children=tuple(one for one in node.children if one.role != "search"))
        for node in frame
    ]
    return rest, field


def lines(nodes: Sequence[Node]) -> str:
    return "".join(f"{line}\n" for line in text(nodes))


@pytest.mark.parametrize("kind", ALL_TYPES)
def test_tree(look: Visit, bless: bool, kind: str) -> None:
    language = kind.split("/")[0] if "/" in kind else LANGUAGES[0]
    found = split(heard(look(ALL_TYPES[kind], viewport=SIZES["desk"])), ALL_TYPES[kind])
    is_large = kind.split("/")[-1] in LARGE
    assert (found[1] == "") == is_large
    for name, tree in zip((FRAMES[language], FIELDS[language], kind), found, strict=True):
        if not tree:
            continue
        file = TREES / f"{name}.txt"
        if bless:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(tree, encoding="utf-8")
        assert tree == file.read_text(encoding="utf-8"), name


def test_no_tree_is_of_a_page_that_is_gone(bless: bool) -> None:
    expected = {TREES / f"{name}.txt" for name in (*FRAMES.values(), *FIELDS.values(), *ALL_TYPES)}
    for stale in set(TREES.rglob("*.txt")) - expected if bless else ():
        stale.unlink()
    assert set(TREES.rglob("*.txt")) <= expected


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
