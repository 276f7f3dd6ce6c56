"""What people know of Pelican: it builds again at each change, and shows what it built."""

import os
import shutil
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.checkout import check_out
from tests.waiting import MOST, until

pytestmark = [pytest.mark.slow, pytest.mark.shm]

SMALL = Path(__file__).resolve().parents[1] / "sites" / "small" / "content"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The project with few entries, for a site that lives under a path."""
    check_out(tmp_path)
    shutil.copytree(SMALL, tmp_path / "content", dirs_exist_ok=True)
    settings = tmp_path / "pelican.conf.py"
    text = settings.read_text(encoding="utf-8")
    host = "https://anlaufstelle.example"
    settings.write_text(text.replace(host, "https://stadt.example/anlaufstelle"), encoding="utf-8")
    return tmp_path


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    """Where `pelican --autoreload --listen` shows it."""
    port = free_port()
    command = [sys.executable, "-m", "pelican", "-s", "pelican.conf.py", "-r", "-l"]
    with (project / "said").open("wb") as said:
        process = subprocess.Popen(
            [*command, "-p", str(port), "-b", "127.0.0.1"],
            cwd=project,
            env={**os.environ, "TODAY": "2026-11-22"},
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
    yield f"http://127.0.0.1:{port}/anlaufstelle"
    os.killpg(process.pid, 15)
    process.wait(MOST)


def shows(address: str, text: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=MOST) as answer:
            return text in answer.read().decode()
    except OSError:
        return False


def test_it_builds_at_each_change_and_shows_it(project: Path, address: str) -> None:
    choir = f"{address}/vereine/chor/"
    until(lambda: shows(choir, 'href="/anlaufstelle/vereine/"'))
    entry = project / "content" / "associations" / "chor.md"
    text = entry.read_text(encoding="utf-8")
    name = next(line for line in text.splitlines() if line.startswith("name:"))

    def saved(name_now: str) -> bool:
        """Saved again and again: between build and watch Pelican misses what changes."""
        entry.write_text(text.replace(name, f"name: {name_now}"), encoding="utf-8")
        return shows(choir, name_now)

    until(lambda: saved("Neuer Name"))
    assert not shows(f"{address}/../stadt/vereine/chor/", "Neuer Name")

    template = project / "theme" / "templates" / "association.html"
    good = template.read_text(encoding="utf-8")
    template.write_text("{{ nothing_of_the_kind }}", encoding="utf-8")
    failed = "Nicht gebaut, durch einen Fehler des Programms: vereine/"
    until(lambda: not saved("Nie") and failed in (project / "said").read_text(encoding="utf-8"))
    template.write_text(good, encoding="utf-8")
    until(lambda: saved("Noch einer"))


def test_settings_of_an_older_version_are_no_empty_success(project: Path) -> None:
    """What builds was called otherwise: without it Pelican would write nothing and say »Done«."""
    settings = project / "pelican.conf.py"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('"plugins.building"', '"plugins.rendering"'), encoding="utf-8")
    command = [sys.executable, "-m", "pelican", "-s", "pelican.conf.py"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    said = (done.returncode, done.stdout, done.stderr)
    assert said == (1, "", "pelican.conf.py: PLUGINS: 'plugins.building'?\n")
