"""A small site, stored as it should look: content/ beside expected/. `make bless` renews it.

Stored is the main part of each page (of the home page all of it), without the digests in addresses
of static files: so a change to the style sheet leaves it alone. Of the pages in other languages
some are stored, and in the manifest the names of all.
"""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

SMALL = Path(__file__).resolve().parents[1] / "sites" / "small"
Build = Callable[..., subprocess.CompletedProcess[str]]


LANGUAGES = "de,ar,uk"  # uk: with a translation that is outdated
TRANSLATED = re.compile(
    r"ar/(?:(?:vereine/(?:chor/)?|termine/(?:probe|2026-12)/|biete-suche/saal/|bericht/2025/|daten/)?)"
    r"index\.html|uk/vereine/chor/index\.html"
)


def is_stored(name: str) -> bool:
    return not name.startswith(("ar/", "uk/")) or TRANSLATED.fullmatch(name) is not None


def kept(site: Path) -> dict[str, str]:
    """What is stored of a built site, by the name of its file."""
    found = {}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_file() and not name.startswith("static/"):
            text = path.read_bytes().decode()
            whole = path.suffix != ".html" or name in ("index.html", "ar/index.html")
            part = text if whole else re.findall(r"<main.*?</main>\n?", text, re.DOTALL)[0]
            found[name] = re.sub(r"static/[0-9a-f]{12}/", "static/DIGEST/", part)
    return found


@pytest.mark.golden
def test_small_site(run_build: Build, tmp_path: Path, bless: bool) -> None:
    content = tmp_path / "content"
    shutil.copytree(SMALL / "content", content)  # not in git, whose commits would be seen
    done = run_build(tmp_path / "out", CONTENT=str(content), LANGUAGES=LANGUAGES)
    assert done.returncode == 0, done.stderr
    built = {name: text for name, text in kept(tmp_path / "out").items() if is_stored(name)}
    expected = SMALL / "expected"
    if bless:
        shutil.rmtree(expected, ignore_errors=True)
        for name, text in built.items():
            (expected / name).parent.mkdir(parents=True, exist_ok=True)
            (expected / name).write_bytes(text.encode())
    stored = {
        path.relative_to(expected).as_posix(): path.read_bytes().decode()
        for path in expected.rglob("*")
        if path.is_file()
    }
    assert sorted(built) == sorted(stored)
    for name, text in built.items():
        assert text == stored[name], name
