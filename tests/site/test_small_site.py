"""A small site, stored as it should look: content/ beside expected/. `make bless` renews it.

Stored is the main part of each page (of the home page all of it), without the digests in addresses
of static files: so a change to the style sheet leaves it alone.
"""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

SMALL = Path(__file__).resolve().parents[1] / "sites" / "small"
Build = Callable[..., subprocess.CompletedProcess[str]]


def kept(site: Path) -> dict[str, str]:
    """What is stored of a built site, by the name of its file."""
    found = {}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_file() and not name.startswith("static/"):
            text = path.read_bytes().decode()
            whole = path.suffix != ".html" or name == "index.html"
            part = text if whole else re.findall(r"<main.*?</main>\n?", text, re.DOTALL)[0]
            found[name] = re.sub(r"static/[0-9a-f]{12}/", "static/DIGEST/", part)
    return found


@pytest.mark.golden
def test_small_site(run_build: Build, tmp_path: Path, bless: bool) -> None:
    done = run_build(tmp_path / "out", CONTENT=str(SMALL / "content"))
    assert done.returncode == 0, done.stderr
    built = kept(tmp_path / "out")
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
