"""A release goes live whole or not at all, whenever it is killed."""

import json
import os
import shutil
import sys
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import pytest

from plugins.publishing import local, release
from plugins.publishing.audit import MANIFEST, POLICY
from plugins.publishing.contents import INVENTORY, Loss
from plugins.publishing.history import MARKER, Release, ReleaseHistory
from plugins.publishing.local import LocalFolder
from plugins.publishing.release import NotReleased, alone, opened, publish, rollback
from plugins.publishing.target import OWN, TargetError
from plugins.publishing.workshop import Workshop

if TYPE_CHECKING:
    from _typeshed import TraceFunction

NOW = datetime(2026, 11, 22, 16, 0, tzinfo=UTC)
PAGE = (
    '<!doctype html><html lang="de"><meta http-equiv="Content-Security-Policy" '
    f'content="{POLICY}"><title>t</title><h1>{{}}</h1></html>'
)


def site(folder: Path, text: str, entries: Iterable[str] = ("a", "b")) -> int:
    """A site of three pages that all say the same, and that has these associations."""
    names = ["index.html", "a/index.html", "b/index.html"]
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(PAGE.format(text))
    shown = {"entries": {"associations": list(entries)}, "left_out": 0}
    (folder / INVENTORY).write_text(json.dumps(shown))
    (folder / MANIFEST).write_text("\n".join([INVENTORY, *names]))
    return 0


def put_live(tmp_path: Path, text: str, now: datetime, keep: int = 5) -> str:
    with opened(LocalFolder(tmp_path / "target")) as target:
        return publish(
            target, lambda f: site(f, text), Workshop(tmp_path / "work"), now, "", keep
        ).name


def take_back(tmp_path: Path) -> str:
    with opened(LocalFolder(tmp_path / "target")) as target:
        return rollback(target).name


def history(tmp_path: Path) -> ReleaseHistory:
    with opened(LocalFolder(tmp_path / "target")) as target:
        return target.history()


def names(tmp_path: Path) -> list[str]:
    return [release.name for release in history(tmp_path).releases]


def seen(tmp_path: Path) -> set[str]:
    """What visitors see: the text of every file under `live`."""
    live = tmp_path / "target" / "live"
    files = [live / name for name in ("index.html", "a/index.html", "b/index.html")]
    return {path.read_text().partition("<h1>")[2].partition("</h1>")[0] for path in files}


def test_two_releases_and_back(tmp_path: Path) -> None:
    first = put_live(tmp_path, "old", NOW)
    second = put_live(tmp_path, "new", NOW + timedelta(minutes=1))
    assert (first, second) == ("20261122T160000Z", "20261122T160100Z")
    assert seen(tmp_path) == {"new"}
    assert take_back(tmp_path) == first
    assert seen(tmp_path) == {"old"}
    with pytest.raises(NotReleased, match="PUB-NO-EARLIER") as refused:
        take_back(tmp_path)
    assert refused.value.exitcode == 1
    assert seen(tmp_path) == {"old"}


def test_what_was_taken_back_does_not_come_back(tmp_path: Path) -> None:
    put_live(tmp_path, "good", NOW)
    put_live(tmp_path, "bad", NOW + timedelta(days=1))
    take_back(tmp_path)
    put_live(tmp_path, "bad too", NOW + timedelta(days=2))
    take_back(tmp_path)
    assert seen(tmp_path) == {"good"}


def test_what_is_gone_is_not_shown(tmp_path: Path) -> None:
    put_live(tmp_path, "old", NOW)
    with (
        opened(LocalFolder(tmp_path / "target")) as target,
        pytest.raises(TargetError, match="20260101T000000Z"),
    ):
        target.show(Release(7, "20260101T000000Z"))
    assert seen(tmp_path) == {"old"}


def test_two_releases_within_a_second(tmp_path: Path) -> None:
    assert put_live(tmp_path, "old", NOW) == "20261122T160000Z"
    assert put_live(tmp_path, "new", NOW) == "20261122T160000Z-2"
    assert seen(tmp_path) == {"new"}


def test_old_releases_go(tmp_path: Path) -> None:
    published = [put_live(tmp_path, str(i), NOW + timedelta(days=i), keep=2) for i in range(4)]
    assert names(tmp_path) == published[2:]


def test_a_release_that_is_being_deleted_is_none_any_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed in the midst of it, half a release must not be there to roll back to."""
    published = [put_live(tmp_path, str(i), NOW + timedelta(days=i)) for i in range(3)]
    listed = []

    def look(_: Path) -> None:
        listed.append(LocalFolder(tmp_path / "target").history().releases)

    monkeypatch.setattr(shutil, "rmtree", look)
    with opened(LocalFolder(tmp_path / "target")) as target:
        target.remove(published[:2])
    left = [[release.name for release in releases] for releases in listed]
    assert left == [published[1:], published[2:]]


def test_a_release_is_on_the_disk_before_it_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files, the folders that name them, and the folder of releases: a power cut loses none."""
    safe = []

    def sync(descriptor: int) -> None:
        name = Path(f"/proc/self/fd/{descriptor}").readlink()
        safe.append(str(name.relative_to(tmp_path / "target")))

    monkeypatch.setattr(os, "fsync", sync)
    name = put_live(tmp_path, "new", NOW)
    part = f"{OWN}/partial-{name}"
    files = ["", "/a", "/b", "/index.html", "/a/index.html", "/b/index.html"]
    files += [f"/{name}" for name in (MANIFEST, INVENTORY, MARKER)]
    assert sorted(safe[:-2]) == sorted(part + file for file in files)
    assert safe[-2:] == [".", "."]  # it has its name; it is shown


def refusal(tmp_path: Path, build: release.Build) -> NotReleased:
    """Why nothing is published of what `build` makes."""
    with (
        opened(LocalFolder(tmp_path / "target")) as target,
        pytest.raises(NotReleased) as refused,
    ):
        publish(target, build, Workshop(tmp_path / "work"), NOW + timedelta(days=1), "", 5)
    return refused.value


@pytest.mark.parametrize(("status", "exitcode"), [(1, 1), (2, 2), (3, 2), (-9, 2)])
def test_only_the_content_gives_1(tmp_path: Path, status: int, exitcode: int) -> None:
    assert refusal(tmp_path, lambda _: status).exitcode == exitcode


def test_a_failed_build_changes_nothing(tmp_path: Path) -> None:
    put_live(tmp_path, "old", NOW)
    refused = refusal(tmp_path, lambda _: 1)
    assert (refused.code, refused.exitcode) == ("PUB-BUILD", 1)
    assert (seen(tmp_path), len(names(tmp_path))) == ({"old"}, 1)


def test_a_site_that_fails_the_audit_is_not_shown(tmp_path: Path) -> None:
    put_live(tmp_path, "old", NOW)

    def cut(folder: Path) -> int:
        site(folder, "new")
        (folder / "a" / "index.html").unlink()
        return 0

    refused = refusal(tmp_path, cut)
    assert [(f.path, f.code) for f in refused.findings] == [("a/index.html", "OUT-MISSING")]
    assert seen(tmp_path) == {"old"}


def test_one_at_a_time(tmp_path: Path) -> None:
    """From one checkout, and to one target from however many."""
    target = LocalFolder(tmp_path / "target")
    for lock in (lambda: alone(tmp_path / "lock"), lambda: opened(target)):
        with lock(), pytest.raises(NotReleased, match="PUB-BUSY"), lock():
            pass
        with lock():
            pass


def test_live_that_is_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "target" / "live").mkdir(parents=True)
    (tmp_path / "target" / "live" / "mine").write_text("x")
    with pytest.raises(Exception, match="not a link"):
        put_live(tmp_path, "new", NOW)
    assert (tmp_path / "target" / "live" / "mine").read_text() == "x"


WATCHED = {release.__file__, local.__file__, shutil.__file__}


def killed_after(steps: int, tmp_path: Path) -> bool:
    """Publish in a process that dies after so many lines of code; whether it got that far."""
    child = os.fork()
    if child == 0:
        left = steps

        def trace(frame: FrameType, event: str, _: object) -> "TraceFunction | None":
            nonlocal left
            if frame.f_code.co_filename not in WATCHED:
                return None
            left -= event == "line"
            if left < 0:
                os._exit(9)
            return trace

        sys.settrace(trace)
        put_live(tmp_path, "new", NOW + timedelta(days=1))
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


@pytest.mark.usefixtures("no_waiting")
@pytest.mark.slow
def test_killed_at_every_line(tmp_path: Path) -> None:
    put_live(tmp_path / "start", "old", NOW)
    outcomes = []
    for steps in range(2000):
        here = tmp_path / "here"
        shutil.rmtree(here, ignore_errors=True)
        shutil.copytree(tmp_path / "start", here, symlinks=True)
        alive = not killed_after(steps, here)
        (text,) = seen(here)
        outcomes.append(text)
        if alive:
            break
        # The next publication is not disturbed by what was left behind.
        if steps % 20 == 0:
            put_live(here, "next", NOW + timedelta(days=2))
            assert seen(here) == {"next"}
            assert sorted(p.name for p in (here / "target" / OWN).iterdir()) == ["last", "lock"]
    # First the old site at every point, then the new one: never anything between.
    assert outcomes == ["old"] * outcomes.count("old") + ["new"] * outcomes.count("new")
    assert outcomes.count("old") > 100 and outcomes[-1] == "new"


def test_a_foreign_live_keeps_every_release(tmp_path: Path) -> None:
    """`live` leads to a page for maintenance, beside it lies something else of somebody's."""
    published = [put_live(tmp_path, str(i), NOW + timedelta(days=i)) for i in range(3)]
    folder = tmp_path / "target"
    for name in ("0-wartung", "99991231T235959Z", "20250101T000000Z.alt"):
        (folder / name).mkdir()
        (folder / name / "index.html").write_text("x")
    shutil.copytree(folder / published[0], folder / "20250101T000000Z")  # somebody's copy
    (folder / "live").unlink()
    (folder / "live").symlink_to("0-wartung")
    published.append(put_live(tmp_path, "3", NOW - timedelta(days=1)))  # and the clock set back
    assert names(tmp_path) == published
    assert seen(tmp_path) == {"3"}
    assert [take_back(tmp_path), *seen(tmp_path)] == [published[2], "2"]
    put_live(tmp_path, "4", NOW - timedelta(days=9), keep=1)
    kept = {path.name for path in folder.iterdir() if path.is_dir() and not path.is_symlink()}
    foreign = {"0-wartung", "99991231T235959Z", "20250101T000000Z.alt", "20250101T000000Z"}
    assert kept == {OWN, *names(tmp_path), *foreign}


@pytest.mark.parametrize("written", ["{}", "./{}", "{}/", "../target/{}", "{folder}/{}"])
def test_live_may_be_written_in_any_way(tmp_path: Path, written: str) -> None:
    first = put_live(tmp_path, "old", NOW)
    put_live(tmp_path, "new", NOW)
    live = tmp_path / "target" / "live"
    live.unlink()
    live.symlink_to(written.format(first, folder=tmp_path / "target"))
    assert history(tmp_path).live == first


def test_what_would_lose_much_is_refused(tmp_path: Path) -> None:
    put_live(tmp_path, "old", NOW)
    refused = refusal(tmp_path, lambda folder: site(folder, "new", ["a"]))
    assert (refused.code, refused.exitcode) == ("PUB-LOSS", 1)
    assert refused.losses == (Loss("associations", 1, 2),)
    assert seen(tmp_path) == {"old"}


def test_unless_one_insists(tmp_path: Path) -> None:
    put_live(tmp_path, "old", NOW)
    with opened(LocalFolder(tmp_path / "target")) as target:
        publish(
            target,
            lambda f: site(f, "new", []),
            Workshop(tmp_path / "work"),
            NOW,
            "",
            5,
            force=True,
        )
    assert seen(tmp_path) == {"new"}


@pytest.mark.parametrize(("live", "code"), [(["a", "b", "c"], "PUB-LOSS"), (["a"], ""), ([], "")])
def test_where_no_release_lies_it_is_compared_with_what_visitors_see(
    tmp_path: Path, live: list[str], code: str
) -> None:
    said = json.dumps({"entries": {"associations": live}, "left_out": 0}).encode()
    refused = ""
    with opened(LocalFolder(tmp_path / "target")) as target:
        workshop = Workshop(tmp_path / "work")
        try:
            publish(target, lambda f: site(f, "new", ["a"]), workshop, NOW, "", 5, live=said)
        except NotReleased as reason:
            refused = reason.code
        assert refused == code
