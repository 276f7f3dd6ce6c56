"""A release goes live whole or not at all, whenever it is killed."""

import os
import shutil
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import pytest

from plugins.publishing import release
from plugins.publishing.audit import MANIFEST, POLICY
from plugins.publishing.release import NotReleased, alone, publish, rollback
from plugins.publishing.target import LocalFolder, TargetError

if TYPE_CHECKING:
    from _typeshed import TraceFunction

NOW = datetime(2026, 11, 22, 16, 0, tzinfo=UTC)
PAGE = (
    '<!doctype html><html lang="de"><meta http-equiv="Content-Security-Policy" '
    f'content="{POLICY}"><title>t</title><h1>{{}}</h1></html>'
)


def site(folder: Path, text: str) -> int:
    """A site of three files that all say the same."""
    names = ["index.html", "a/index.html", "b/index.html"]
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(PAGE.format(text))
    (folder / MANIFEST).write_text("\n".join(names))
    return 0


def put_live(tmp_path: Path, text: str, now: datetime, keep: int = 5) -> str:
    target = LocalFolder(tmp_path / "target")
    return publish(target, lambda f: site(f, text), tmp_path / "work", now, "", keep)


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
    assert rollback(LocalFolder(tmp_path / "target")) == first
    assert seen(tmp_path) == {"old"}
    with pytest.raises(NotReleased, match="NO-EARLIER"):
        rollback(LocalFolder(tmp_path / "target"))
    assert seen(tmp_path) == {"old"}


def test_what_was_taken_back_does_not_come_back(tmp_path: Path) -> None:
    target = LocalFolder(tmp_path / "target")
    put_live(tmp_path, "good", NOW)
    put_live(tmp_path, "bad", NOW + timedelta(days=1))
    rollback(target)
    put_live(tmp_path, "bad too", NOW + timedelta(days=2))
    rollback(target)
    assert seen(tmp_path) == {"good"}


def test_what_is_gone_is_not_shown(tmp_path: Path) -> None:
    put_live(tmp_path, "old", NOW)
    with pytest.raises(TargetError, match="20260101T000000Z"):
        LocalFolder(tmp_path / "target").show("20260101T000000Z")
    assert seen(tmp_path) == {"old"}


def test_two_releases_within_a_second(tmp_path: Path) -> None:
    assert put_live(tmp_path, "old", NOW) == "20261122T160000Z"
    assert put_live(tmp_path, "new", NOW) == "20261122T160000Z-2"
    assert seen(tmp_path) == {"new"}


def test_old_releases_go(tmp_path: Path) -> None:
    names = [put_live(tmp_path, str(i), NOW + timedelta(days=i), keep=2) for i in range(4)]
    assert LocalFolder(tmp_path / "target").releases() == tuple(names[2:])
    assert not (tmp_path / "work").exists()


def test_a_release_that_is_being_deleted_is_none_any_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed in the midst of it, half a release must not be there to roll back to."""
    names = [put_live(tmp_path, str(i), NOW + timedelta(days=i)) for i in range(3)]
    target = LocalFolder(tmp_path / "target")
    listed = []
    monkeypatch.setattr(shutil, "rmtree", lambda _: listed.append(target.releases()))
    target.remove(names[:2])
    assert listed == [tuple(names[1:]), tuple(names[2:])]


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
    part = f"{name}.partial"
    files = ["", "/a", "/b", "/index.html", "/a/index.html", "/b/index.html", f"/{MANIFEST}"]
    assert sorted(safe[:-2]) == sorted(part + file for file in files)
    assert safe[-2:] == [".", "."]  # it has its name; it is shown


@pytest.mark.parametrize(("status", "exitcode"), [(1, 1), (2, 2), (3, 2), (-9, 2)])
def test_only_the_content_gives_1(tmp_path: Path, status: int, exitcode: int) -> None:
    target = LocalFolder(tmp_path / "target")
    with pytest.raises(NotReleased) as refused:
        publish(target, lambda _: status, tmp_path / "work", NOW, "", 5)
    assert refused.value.exitcode == exitcode


def test_a_failed_build_changes_nothing(tmp_path: Path) -> None:
    put_live(tmp_path, "old", NOW)
    target = LocalFolder(tmp_path / "target")
    with pytest.raises(NotReleased) as refused:
        publish(target, lambda _: 1, tmp_path / "work", NOW + timedelta(days=1), "", 5)
    assert (refused.value.code, refused.value.exitcode) == ("BUILD", 1)
    assert (seen(tmp_path), len(target.releases())) == ({"old"}, 1)


def test_a_site_that_fails_the_audit_is_not_shown(tmp_path: Path) -> None:
    put_live(tmp_path, "old", NOW)

    def cut(folder: Path) -> int:
        site(folder, "new")
        (folder / "a" / "index.html").unlink()
        return 0

    target = LocalFolder(tmp_path / "target")
    with pytest.raises(NotReleased) as refused:
        publish(target, cut, tmp_path / "work", NOW + timedelta(days=1), "", 5)
    assert [str(finding) for finding in refused.value.findings] == ["a/index.html: OUT-MISSING "]
    assert seen(tmp_path) == {"old"}


def test_one_at_a_time(tmp_path: Path) -> None:
    with (
        alone(tmp_path / "lock"),
        pytest.raises(NotReleased, match="BUSY"),
        alone(tmp_path / "lock"),
    ):
        pass
    with alone(tmp_path / "lock"):
        pass


def test_live_that_is_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "target" / "live").mkdir(parents=True)
    (tmp_path / "target" / "live" / "mine").write_text("x")
    with pytest.raises(Exception, match="not a link"):
        put_live(tmp_path, "new", NOW)
    assert (tmp_path / "target" / "live" / "mine").read_text() == "x"


WATCHED = {release.__file__, sys.modules[LocalFolder.__module__].__file__, shutil.__file__}


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
            assert not [p for p in (here / "target").iterdir() if p.name.endswith(".partial")]
    # First the old site at every point, then the new one: never anything between.
    assert outcomes == ["old"] * outcomes.count("old") + ["new"] * outcomes.count("new")
    assert outcomes.count("old") > 100 and outcomes[-1] == "new"
