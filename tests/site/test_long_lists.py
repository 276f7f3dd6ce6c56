"""A site with more entries than a page can list: light pages, and links lead to everything."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.corpus import write
from plugins.publishing.audit import audit
from plugins.rendering.divided import GRID, WHOLE

pytestmark = pytest.mark.slow

Build = Callable[..., subprocess.CompletedProcess[str]]
ELEMENTS = 1500
LINK = re.compile(r'href="(/[^"#?]*/)(?:[#?][^"]*)?"')


def write_events(content: Path, day: str, count: int) -> None:
    """So many events of a day, besides those that are there."""
    text = f"title: Fest\nstart: {day}\norganisers: office\n"
    for number in range(count):
        (content / "events" / f"fest-{day}-{number}.yaml").write_text(text, encoding="utf-8")


def page(site: Path, path: str) -> str:
    return (site / path.lstrip("/") / "index.html").read_text(encoding="utf-8")


def elements(file: Path) -> int:
    return len(re.findall(r"<[a-z]", file.read_text(encoding="utf-8")))


def reached(site: Path, start: str, inside: re.Pattern[str]) -> set[str]:
    """The pages that links lead to, from page to page as long as these are lists."""
    waiting, seen = [start], set[str]()
    while waiting:
        path = waiting.pop()
        if path not in seen:
            seen.add(path)
            if inside.fullmatch(path):
                waiting += LINK.findall(page(site, path))
    return seen


def test_long_lists(run_build: Build, tmp_path: Path) -> None:
    content, site = tmp_path / "content", tmp_path / "site"
    write(content, WHOLE + 50, 20, WHOLE + 50)
    write_events(content, "2025-03-01", WHOLE + 1)
    write_events(content, "2026-12-24", GRID + 1)
    done = run_build(site, CONTENT=str(content), LANGUAGES="de,ar")
    assert done.returncode == 0, done.stderr
    assert audit(site) == ()
    for place in ("/vereine/", "/biete-suche/"):  # a field there would find nothing
        assert 'name="q"' not in page(site, place).partition("<main")[2]
    home = page(site, "/").partition("<main")[2]  # there it asks the search over everything
    assert re.findall(r'<form [^>]*action="([^"]*)"', home) == ["/suche/"]
    lists = (
        ("/vereine/", "associations", r"/vereine/(?:a-z/.*)?"),
        ("/biete-suche/", "board", r"/biete-suche/(?:kategorie/.*|archiv/.*)?"),
    )
    for start, folder, inside in lists:
        ids = {path.stem for path in (content / folder).iterdir() if path.suffix != ".txt"}
        missing = {f"{start}{key}/" for key in ids} - reached(site, start, re.compile(inside))
        assert missing == set()
    counts = {path: elements(path) for path in site.rglob("*.html")}
    assert {path: count for path, count in counts.items() if count > ELEMENTS} == {}
