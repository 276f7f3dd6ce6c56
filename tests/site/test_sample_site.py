"""The sample site as it is built: valid, whole, and with every entry in it."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest

from plugins.catalogue.load import load
from plugins.catalogue.settings import Settings
from plugins.publishing.audit import audit
from plugins.rendering import urls
from tests.site import nu

ROOT = Path(__file__).resolve().parents[2]


def test_audit(site: Path) -> None:
    assert audit(site) == ()


@pytest.mark.html
def test_html_is_valid(site: Path) -> None:
    assert nu.messages(site) == set()


@pytest.mark.html
def test_the_checker_would_find_something(tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text("<!doctype html><p><div id=a></div><p id=a>", encoding="utf-8")
    found = nu.messages(bad)
    assert any("title" in m for m in found) and any("Duplicate ID" in m for m in found)


def reachable(site: Path) -> set[str]:
    """The pages that a visitor gets to from the home page by following links."""
    found, waiting = set(), ["/"]
    while waiting:
        path = waiting.pop().partition("#")[0]
        file = site / urls.output_file(path)
        if path in found or not file.is_file():
            continue
        found.add(path)
        if file.suffix == ".html":
            for link in re.findall(r'<a [^>]*?href="([^"]+)"', file.read_text(encoding="utf-8")):
                if not re.match(r"[a-z]+:", link):
                    waiting.append(urljoin(path, unescape(link)))
    return found


UNLINKED = {
    "/suche/": "where the form in the head of every page leads",
    "/offline/": "what a browser shows that has no network",
}
"""The only pages that no link leads to, and who does instead."""


def test_every_page_is_linked(site: Path) -> None:
    pages = {f"/{p.relative_to(site).parent.as_posix()}/" for p in site.rglob("index.html")}
    moved = {p for p in pages if 'http-equiv="refresh"' in (site / f".{p}index.html").read_text()}
    linked = {p for p in reachable(site) if p.endswith("/")}
    assert pages - {"/./"} - moved - linked == UNLINKED.keys()
    assert linked <= pages | {"/"}


def test_every_entry_is_found_with_all_it_says(site: Path, sample_settings: Settings) -> None:
    """Each entry's page holds each of its texts; what is only a code or a date aside."""
    catalogue = load(sample_settings.content).catalogue
    found = reachable(site)
    count = 0
    for entry in catalogue.entries:
        path = urls.path(urls.of(entry), sample_settings.site.addresses)
        assert path.partition("#")[0] in found
        page = (site / urls.output_file(path.partition("#")[0])).read_text(encoding="utf-8")
        text = " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())
        for field in (
            "name",
            "short_name",
            "title",
            "summary",
            "reason",
            "price",
            "funder",
            "meets",
        ):
            value = getattr(entry, field, "")
            assert value in text, (entry.id, field, value)
        count += 1
    assert count == 49 + 80 + 30 + 5 + 8 + 2 + 8


def test_no_directions_to_this_machine(site: Path) -> None:
    home = str(ROOT).encode()
    assert [p for p in site.rglob("*") if p.is_file() and home in p.read_bytes()] == []
