"""The sample site as it is built: valid, whole, and with every entry in it."""

import json
import re
import subprocess
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest

from plugins.catalogue.load import load
from plugins.catalogue.settings import Settings
from plugins.publishing.audit import audit
from plugins.rendering import urls

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT / ".cache" / "tools"
POLICY_ON_FILES = ".*Content Security Policy.*"


def test_audit(site: Path) -> None:
    assert [str(finding) for finding in audit(site)] == []


@pytest.mark.html
def test_html_is_valid(site: Path) -> None:
    """The Nu HTML checker over every page: no errors, no warnings.

    It reads the pages as files, where the policy's 'self' allows nothing: it says so for each
    style sheet, which is left out here. The browser tests load the pages under their policy.
    """
    command = [str(TOOLS / "java"), "-jar", str(TOOLS / "vnu.jar"), "--format", "json"]
    done = subprocess.run(
        [*command, "--skip-non-html", "--stdout", "--filterpattern", POLICY_ON_FILES, str(site)],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    messages = json.loads(done.stdout)["messages"]
    assert {f"{m['url'].rpartition('/sample-site/')[2]}: {m['message']}" for m in messages} == set()


@pytest.mark.html
def test_the_checker_would_find_something(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(
        "<!doctype html><p><div id=a></div><p id=a>", encoding="utf-8"
    )
    command = [str(TOOLS / "java"), "-jar", str(TOOLS / "vnu.jar"), "--format", "json", "--stdout"]
    done = subprocess.run(
        [*command, str(tmp_path / "bad.html")], capture_output=True, text=True, check=False
    )
    messages = [m["message"] for m in json.loads(done.stdout)["messages"]]
    assert any("title" in m for m in messages) and any("Duplicate ID" in m for m in messages)


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


def test_every_page_is_linked(site: Path) -> None:
    pages = {f"/{p.relative_to(site).parent.as_posix()}/" for p in site.rglob("index.html")}
    moved = {p for p in pages if 'http-equiv="refresh"' in (site / f".{p}index.html").read_text()}
    assert (
        pages - {"/./"} - moved == {p for p in reachable(site) if p.endswith("/")} - {"/"} - moved
    )


def test_every_entry_is_found_with_all_it_says(site: Path, settings: Settings) -> None:
    """Each entry's page holds each of its texts; what is only a code or a date aside."""
    catalogue = load(settings.content, shown="content").catalogue
    found = reachable(site)
    count = 0
    for entry in catalogue.entries:
        path = urls.path(urls.of(entry), settings.site.addresses)
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
