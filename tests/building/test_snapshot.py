"""A snapshot is good only if nothing at all has changed."""

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.building import __main__ as make_site
from plugins.building import snapshot as snapshots
from plugins.building.outcome import Built, Result
from plugins.building.progress import Progress
from plugins.building.snapshot import MANIFEST, TICKS, Snapshot, noted, output, settled, sources
from plugins.catalogue.clock import Clock
from plugins.catalogue.settings import Settings
from tests.waiting import let_time_pass

LATER = 2**62
ROOT = Path(__file__).resolve().parents[2]
SLOW = {
    "importlib.resources",
    "json",
    "secrets",
    "shutil",
    "subprocess",
    "tempfile",
    "yaml",
}
"""What takes longer to import than to look whether anything changed."""


@pytest.fixture
def site(tmp_path: Path, settings: Settings) -> Settings:
    for name in (
        "content/events/a.md",
        "content/images/x.png",
        "theme/templates/a.html",
        "v/t.yaml",
        "pelican.conf.py",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("1")
    output = tmp_path / "output"
    (output / "a").mkdir(parents=True)
    (output / "a" / "index.html").write_text("1")
    (output / MANIFEST).write_text("a/index.html\n")
    return replace(
        settings,
        file=tmp_path / "pelican.conf.py",
        content=tmp_path / "content",
        theme=tmp_path / "theme",
        vocabulary=tmp_path / "v",
        output=output,
    )


def snapshot(site: Settings, clock: Clock) -> Snapshot:
    return Snapshot(sources(site, clock), output(site.output), noted())


def now(site: Settings) -> Clock:
    return Clock(LATER, site.content.stat().st_dev)


def test_the_same_as_long_as_nothing_changes(site: Settings) -> None:
    first = snapshot(site, now(site))
    assert first.still_holds(sources(site, now(site)), site.output)


CHANGES: dict[str, Callable[[Path], object]] = {
    "an entry's text": lambda root: (root / "content/events/a.md").write_text("22"),
    "as many bytes, the time put back": lambda root: _behind_its_back(root / "content/events/a.md"),
    "a new file": lambda root: (root / "content/events/b.md").write_text("1"),
    "a new file in a new folder": lambda root: _made(root / "content/neu/deep/b.md"),
    "a hidden file": lambda root: (root / "content/events/.b.md").write_text("1"),
    "a renamed file": lambda root: (root / "content/events/a.md").rename(root / "content/b.md"),
    "a file that is gone": lambda root: (root / "content/events/a.md").unlink(),
    "a line in the settings": lambda root: (root / "pelican.conf.py").write_text("\n1"),
    "an empty folder": lambda root: (root / "content/events/new").mkdir(),
    "a link to nowhere": lambda root: (root / "content/x.md").symlink_to("nowhere"),
    "a picture": lambda root: (root / "content/images/x.png").write_text("22"),
    "a template": lambda root: (root / "theme/templates/a.html").write_text("22"),
    "a closed list": lambda root: (root / "v/t.yaml").write_text("22"),
    "a page": lambda root: (root / "output/a/index.html").write_text("22"),
    "a page that is gone": lambda root: (root / "output/a/index.html").unlink(),
    "the manifest": lambda root: (root / "output" / MANIFEST).write_text(""),
    "no manifest": lambda root: (root / "output" / MANIFEST).unlink(),
}


def _made(file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_text("1")


def _behind_its_back(file: Path) -> None:
    status = file.stat()
    let_time_pass(file.parent)
    file.write_text("2")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_is_seen(
    site: Settings, tmp_path: Path, change: Callable[[Path], object]
) -> None:
    first = snapshot(site, now(site))
    change(tmp_path)
    assert not first.still_holds(sources(site, now(site)), site.output)


@pytest.mark.parametrize("folder", ["theme", "v"])
def test_what_a_link_leads_to_is_not_known_by_its_time(site: Settings, folder: str) -> None:
    """A theme that is shared by several cities, or a part of it: what it says may change there."""
    shared = site.content.parent / "shared"
    shared.mkdir()
    (site.content.parent / folder / "shared").symlink_to(shared)
    assert not snapshot(site, now(site)).is_known


def test_what_was_touched_since_the_clock_is_not_known_by_its_time(site: Settings) -> None:
    touched = (site.content / "events" / "a.md").stat().st_ctime_ns
    assert not snapshot(site, Clock(touched, site.content.stat().st_dev)).is_known
    assert not snapshot(site, Clock()).is_known


def test_what_was_touched_a_moment_ago_is_waited_for(
    site: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An edit and a build within one tick of the clock; one whose clock never goes on ends, too."""
    entry = site.content / "events" / "a.md"
    entry.write_text("22")
    device, edited = site.content.stat().st_dev, entry.stat().st_ctime_ns
    ticks = [Clock(edited, device), Clock(edited, device), Clock(edited + 1, device)]
    monkeypatch.setattr(snapshots, "clock", lambda _: ticks.pop(0))
    assert settled(site) == sources(site, now(site))
    assert ticks == []
    for other, looks in ((device, TICKS + 1), (device + 1, 1)):
        ticks[:] = [Clock(edited, other)] * 99
        assert settled(site) == b""
        assert len(ticks) == 99 - looks


def test_without_an_earlier_build_there_is_nothing_to_know(site: Settings) -> None:
    (site.output / MANIFEST).unlink()
    assert not snapshot(site, now(site)).is_known


def test_a_receipt_for_a_folder_that_is_gone_is_forgotten(
    site: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(make_site, "_built", _fake_build)
    monkeypatch.setattr(snapshots, "clock", lambda _: now(site))
    for name in ("one", "two", "three"):
        there = replace(site, output=tmp_path / name, cache=tmp_path, state=tmp_path / "state")
        assert make_site._result(there, SILENT).built.written == 1
        assert make_site._result(there, SILENT).built.written == 0
        if name == "two":
            shutil.rmtree(there.output)
    places = [note.read_text() for note in (tmp_path / "kept").glob("builds-*/place")]
    assert sorted(places) == [str(tmp_path / "one"), str(tmp_path / "three")]


SILENT = Progress(io.StringIO(), lambda: 0.0)


def _fake_build(settings: Settings, progress: Progress) -> Result:
    settings.output.mkdir()
    (settings.output / "index.html").write_text("1")
    (settings.output / MANIFEST).write_text("index.html\n")
    return Result((), (), (), 1, Built(1, 0, written=1, removed=0, seen=output(settings.output)), 0)


def test_who_only_looks_imports_nothing_that_is_slow() -> None:
    command = (
        "import sys, plugins.building.__main__; from plugins.catalogue import settings;"
        "settings._time_zone('Europe/Berlin');"
        f"print(*sorted({SLOW!r} & {{*sys.modules}}))"
    )
    given = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [sys.executable, "-c", command], env=given, check=True, capture_output=True, text=True
    )
    assert run.stdout == "\n"


# What only a text that is read, a picture, a recurring date or a table of names needs.
RARE = SLOW - {"json", "importlib.resources", "shutil", "subprocess", "tempfile"} | {
    "PIL",
    "babel",
    "calendar",
    "difflib",
    "email",
    "html",
    "markdown",
    "multiprocessing",
    "nh3",
    "phonenumbers",
    "plugins.catalogue.structure",
}


def test_the_model_imports_little() -> None:
    command = f"import sys, plugins.catalogue.load; print(*sorted({RARE!r} & {{*sys.modules}}))"
    given = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [sys.executable, "-c", command], env=given, check=True, capture_output=True, text=True
    )
    assert run.stdout == "\n"
