"""Checkouts that publish to one target at the same time, and are killed whenever."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.waiting import MOST

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
FILES = 60
ROUNDS = 9

# Publishes, from a checkout of its own, a site whose pages all say the same.
PUBLISH = f"""
import json, os, sys
from datetime import UTC, datetime
from pathlib import Path
from plugins.publishing import release
from plugins.publishing.audit import MANIFEST, POLICY
from plugins.publishing.contents import INVENTORY
from plugins.publishing.locations import location
from plugins.publishing.workshop import Workshop

os.fsync = lambda _: None  # only a power cut would need it
where, checkout, text = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
page = '<html lang="de"><meta http-equiv="Content-Security-Policy" content="%s">' % POLICY

def build(folder):
    names = ["index.html", *(f"{{number}}.html" for number in range({FILES}))]
    folder.mkdir()
    for name in names:
        (folder / name).write_text(page + text)
    (folder / INVENTORY).write_text(json.dumps({{"entries": {{}}, "left_out": 0}}))
    (folder / MANIFEST).write_text("\\n".join([INVENTORY, *names]))
    return 0

try:
    with (
        release.alone(checkout / "lock"),
        release.opened(location(where, checkout)) as target,
    ):
        release.publish(target, build, Workshop(checkout / "work"), datetime.now(UTC), "", 3)
except release.NotReleased as reason:
    print(reason.code)
    sys.exit(reason.exitcode)
"""


@pytest.fixture(params=["a folder here", pytest.param("a server", marks=pytest.mark.rsync)])
def where(
    request: pytest.FixtureRequest, tmp_path: Path, a_server: str
) -> Iterator[tuple[str, Path]]:
    folder = tmp_path / "home" / "www"
    yield (a_server, folder) if request.param == "a server" else (str(folder), folder)


def start(where: str, checkout: Path, text: str) -> "subprocess.Popen[str]":
    checkout.mkdir(exist_ok=True)
    command = [sys.executable, "-c", PUBLISH, where, str(checkout), text]
    given = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, cwd=checkout, env=given, stdout=subprocess.PIPE, text=True)


def seen(folder: Path) -> set[str]:
    """What the pages that visitors see say; a page that is missing is an error."""
    live = folder / "live"
    pages = [live / "index.html", *(live / f"{number}.html" for number in range(FILES))]
    return {page.read_text().rpartition(">")[2] for page in pages}


def test_one_is_busy_or_both_are_whole(where: tuple[str, Path], tmp_path: Path) -> None:
    target, folder = where
    outcomes = set()
    for number in range(ROUNDS):
        texts = [f"one {number}", f"two {number}"]
        both = [start(target, tmp_path / text[:3], text) for text in texts]
        said = [(one.communicate(timeout=MOST)[0].strip(), one.returncode) for one in both]
        outcomes |= set(said)
        done = {text for text, (_, code) in zip(texts, said, strict=True) if code == 0}
        (shown,) = seen(folder)
        assert shown in done
    assert outcomes <= {("", 0), ("PUB-BUSY", 1)} and ("", 0) in outcomes


def test_killed_whenever_nothing_is_torn_and_nobody_is_locked_out(
    where: tuple[str, Path], tmp_path: Path
) -> None:
    target, folder = where
    assert start(target, tmp_path / "one", "start").wait(MOST) == 0
    chance = random.Random(2026)
    allowed = {"start"}
    for number in range(ROUNDS):
        texts = [f"one {number}", f"two {number}"]
        both = [start(target, tmp_path / text[:3], text) for text in texts]
        allowed |= set(texts)
        victim = both[number % 2]
        try:
            victim.wait(chance.uniform(0.05, 0.9))
        except subprocess.TimeoutExpired:
            victim.send_signal(signal.SIGKILL)
        for one in both:
            one.communicate(timeout=MOST)
        (shown,) = seen(folder)
        assert shown in allowed
    # A lock that its holder left behind is none; what it had sent is gone.
    assert start(target, tmp_path / "one", "end").wait(MOST) == 0
    assert seen(folder) == {"end"}
    assert sorted(p.name for p in (folder / ".publishing").iterdir()) == ["last", "lock"]
    assert len([p for p in folder.iterdir() if not p.is_symlink()]) == 1 + 3
