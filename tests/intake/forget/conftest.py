"""A city of few entries in which people and associations want to be forgotten."""

import shutil
import struct
import subprocess
import zlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.catalogue.settings import Settings
from plugins.intake.forget.__main__ import Forgetting
from tests.intake.new.scripted import CONTENT, TODAY, Script

NOW = 1795350000
CHOIR = """\
---
# Seit 1998
name: Chor am Fluss
topics: [musik]
email: post@chor.example
phone: 030 23125 170
contacts:
  - name: Mona Beispiel
    role: Leitung # seit 2019
    email: mona@chor.example
    phone: 030 23125 171
  - name: Kim Muster
    phone: 030 23125 170
checked: {on: 2026-02-01, by: Mona Beispiel}
consent: {on: 2025-01-01, by: Mona Beispiel, scope: [Name]}
logo: chor.png
images:
  - {file: saal.png, alt: Ein Saal}
  - {file: probe.png, alt: Mona Beispiel dirigiert}
listed: 2024-01-10
formerly: [flusschor]
---

Wir singen. Fragen an Mona  Beispiel,
030/23125-171.
"""
BAND = """\
---
name: Band
topics: [musik]
email: mona@chor.example
contacts: [{name: Mona Beispiel, role: Gitarre}]
consent: {on: 2025-01-01, by: Mona Beispiel}
images: [{file: saal.png, alt: Saal}]
listed: 2024-01-10
---

Wir spielen mit dem [Chor am Fluss](/vereine/chor-am-fluss/).
"""
FILES = {
    "associations/chor-am-fluss.md": CHOIR,
    "associations/chor-am-fluss.en.md": "---\nname: River Choir\n---\nWe sing.\n",
    "associations/band.md": BAND,
    "events/konzert.md": (
        "---\ntitle: Konzert\nstart: 2026-12-24T19:00\norganisers: [chor-am-fluss]\n"
        "formerly: [adventskonzert]\n---\n"
    ),
    "events/gestern.md": (
        "---\ntitle: Gestern\nstart: 2026-01-24T19:00\norganisers: [chor-am-fluss]\n---\n"
    ),
    "events/fest.md": (
        "---\ntitle: Fest\nstart: 2026-12-27T19:00\norganisers: [chor-am-fluss, band]\n"
        "venue: chor-am-fluss\nregistration: {email: mona@chor.example, until: 2026-12-20}\n---\n"
    ),
    "board/klavier.md": (
        "---\nkind: seek\ntitle: Klavier\nassociation: chor-am-fluss\ncategory: room\n"
        "posted: 2026-11-01\nexpires: 2027-01-01\n---\n"
    ),
    "networks/raum.md": (
        "---\ntitle: Netzwerk Raum\nmembers:\n  - chor-am-fluss\n  - band # neu\n"
        "contact: Mona Beispiel\n---\n"
    ),
}
OTHERS = ("associations/boxclub.md", "associations/chor-der-nationen.md")


def png(grey: int) -> bytes:
    """A picture of one dot."""

    def chunk(name: bytes, data: bytes) -> bytes:
        check = zlib.crc32(name + data)
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    dot = chunk(b"IDAT", zlib.compress(bytes((0, grey))))
    return b"\x89PNG\r\n\x1a\n" + head + dot + chunk(b"IEND", b"")


def lay_out(settings: Settings, root: Path) -> Settings:
    """The city in a folder, with all that belongs to it."""
    content = root / "content"
    for name in ("vocabulary", *OTHERS):
        source = CONTENT / name
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, content / name)
    for name, text in FILES.items():
        (content / name).parent.mkdir(exist_ok=True)
        (content / name).write_text(text, encoding="utf-8")
    (content / "images").mkdir()
    for number, name in enumerate(("chor.png", "saal.png", "probe.png")):
        (content / "images" / name).write_bytes(png(number))
    return replace(
        settings,
        file=root / "pelican.conf.py",
        content=content,
        shown="content",
        inbox=root / "eingang",
        output=root / "output",
        cache=root / ".cache",
        publish_to="releases",
        today=TODAY,
    )


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Digests that cost nothing; what they cost is tested with the list itself."""
    monkeypatch.setattr("plugins.catalogue.forgotten.COST", 2)


@pytest.fixture
def city(settings: Settings, tmp_path: Path) -> Settings:
    return lay_out(settings, tmp_path)


@pytest.fixture
def repository(city: Settings) -> Settings:
    """The city with all its entries committed."""
    git(city, "init", "--quiet", "--initial-branch=main")
    git(city, "config", "user.name", "Büro")
    git(city, "config", "user.email", "buero@example.org")
    git(city, "add", "--all")
    git(city, "commit", "--quiet", "--message=start")
    return city


def git(city: Settings, *arguments: str) -> str:
    command = ["git", *arguments]
    done = subprocess.run(command, cwd=city.content, capture_output=True, text=True, check=True)
    return done.stdout


def forget(city: Settings, wanted: str, *typed: str, **given: str) -> int:
    """The exit code; what is typed when somebody is asked."""
    environment: Mapping[str, str] = {"ID": wanted, "PATH": "/usr/bin:/bin", **given}
    terminal = Script(list(typed)) if typed else None
    return Forgetting(city, environment, terminal, NOW).run()


def texts(city: Settings) -> dict[str, str]:
    """All files of the content with their texts, but for pictures and lists."""
    found = (p for p in city.content.rglob("*") if p.suffix in (".md", ".yaml"))
    named = {p.relative_to(city.content).as_posix(): p for p in found}
    return {
        name: path.read_text("utf-8")
        for name, path in sorted(named.items())
        if not name.startswith("vocabulary/")
    }


def pictures(city: Settings) -> list[str]:
    return sorted(path.name for path in (city.content / "images").iterdir())
