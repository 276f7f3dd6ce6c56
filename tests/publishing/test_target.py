"""Targets: what PUBLISH_TO may say; what a folder and a server do with a release."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.publishing.contents import digests
from plugins.publishing.history import Release
from plugins.publishing.local import LocalFolder
from plugins.publishing.locations import location
from plugins.publishing.release import NotReleased, opened
from plugins.publishing.server import RemoteFolder
from plugins.publishing.target import OWN, Damaged, ReleaseTarget, TargetError, TargetLocation

GOOD = {
    "releases": LocalFolder(Path("/root/releases")),
    "/srv/www": LocalFolder(Path("/srv/www")),
    "user@host.example:/var/www/site": RemoteFolder("user@host.example", "/var/www/site"),
    "host:site": RemoteFolder("host", "site"),
}
BAD = ["", "host:/a b", "host:$(rm)", "-oProxyCommand=x:/a", "host:-x", "a:b:c", "host:/a;ls"]


@pytest.mark.parametrize(("where", "expected"), GOOD.items(), ids=GOOD)
def test_target(where: str, expected: object) -> None:
    assert location(where, Path("/root")) == expected


@pytest.mark.parametrize("where", BAD)
def test_bad_target(where: str) -> None:
    with pytest.raises(TargetError):
        location(where, Path("/root"))


@pytest.fixture
def remote(a_server: str) -> RemoteFolder:
    return RemoteFolder(*a_server.split(":"))


def a_site(folder: Path, text: str) -> Path:
    (folder / "a").mkdir(parents=True)
    (folder / "a" / "index.html").write_text(text)
    (folder / "same.html").write_text("same")
    return folder


ONE, TWO = Release(1, "20261122T160000Z"), Release(2, "20261123T160000Z")


def send(target: ReleaseTarget, site: Path, release: Release) -> None:
    target.receive(site, release, digests(site))


@pytest.mark.rsync
def test_server(remote: RemoteFolder, tmp_path: Path) -> None:
    www = tmp_path / "home" / "www"
    with opened(remote) as target:
        assert target.history().releases == ()
        send(target, a_site(tmp_path / "one", "1"), ONE)
        assert (target.history().releases, target.history().live) == ((ONE,), "")
        target.show(ONE)
        assert (www / "live" / "a" / "index.html").read_text() == "1"
        send(target, a_site(tmp_path / "two", "2"), TWO)
        assert (www / "live" / "a" / "index.html").read_text() == "1"
        target.show(TWO)
        assert (www / "live" / "a" / "index.html").read_text() == "2"
        assert (target.history().live, target.history().last) == (TWO.name, TWO.name)
        assert target.read(ONE, "a/index.html") == b"1"
        assert target.read(ONE, "none.html") == b""
        target.remove([ONE.name])
    assert sorted(p.name for p in www.iterdir()) == [OWN, TWO.name, "live"]


@pytest.mark.rsync
def test_what_is_gone_is_not_shown(remote: RemoteFolder, tmp_path: Path) -> None:
    with opened(remote) as target:
        send(target, a_site(tmp_path / "one", "1"), ONE)
        target.show(ONE)
        with pytest.raises(TargetError, match=TWO.name):
            target.show(TWO)
        assert target.history().live == ONE.name


@pytest.mark.rsync
def test_live_that_is_a_folder_is_not_replaced(remote: RemoteFolder, tmp_path: Path) -> None:
    (tmp_path / "home" / "www" / "live").mkdir(parents=True)
    with opened(remote) as target:
        send(target, a_site(tmp_path / "one", "1"), ONE)
        with pytest.raises(TargetError, match="not a link"):
            target.show(ONE)


def test_what_others_left_behind_goes(remote: RemoteFolder, tmp_path: Path) -> None:
    www = tmp_path / "home" / "www"
    (www / OWN / "partial-20261101T160000Z-0123").mkdir(parents=True)
    (www / "mine.partial").mkdir()
    with opened(remote) as target:
        target.tidy()
    assert sorted(p.name for p in www.iterdir()) == [OWN, "mine.partial"]
    assert [p.name for p in (www / OWN).iterdir()] == ["lock"]


@pytest.mark.rsync
def test_unchanged_files_are_not_sent_again(remote: RemoteFolder, tmp_path: Path) -> None:
    www = tmp_path / "home" / "www"
    second_site = a_site(tmp_path / "two", "2")
    os.utime(second_site / "same.html", (1, 1))  # every build writes every file anew
    with opened(remote) as target:
        send(target, a_site(tmp_path / "one", "1"), ONE)
        target.show(ONE)
        send(target, second_site, TWO)
    first, second = (www / release.name / "same.html" for release in (ONE, TWO))
    assert first.stat().st_ino == second.stat().st_ino


DAMAGE = {
    "a letter": lambda site: (site / "same.html").write_text("same!"),
    "a cut": lambda site: (site / "same.html").write_text("sa"),
    "a file too few": lambda site: (site / "same.html").unlink(),
    "a file too many": lambda site: (site / "more.html").write_text("more"),
}


@pytest.fixture(params=["a folder here", pytest.param("a server", marks=pytest.mark.rsync)])
def either(request: pytest.FixtureRequest, remote: RemoteFolder, tmp_path: Path) -> TargetLocation:
    return remote if request.param == "a server" else LocalFolder(tmp_path / "home" / "www")


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_what_arrives_otherwise_is_no_release(
    either: TargetLocation, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    """The disk changed it, another program, a broken connection: whatever, it is found."""
    site = a_site(tmp_path / "one", "1")
    sent = digests(site)
    damage(site)
    with either.opened() as target:
        with pytest.raises(Damaged):
            target.receive(site, ONE, sent)
        assert target.history().releases == ()


def test_the_lock_lies_at_the_target(either: TargetLocation) -> None:
    for _ in range(2):
        with opened(either), pytest.raises(NotReleased, match="PUB-BUSY"), opened(either):
            pass


@pytest.mark.rsync
def test_without_the_connection_nothing_is_done(remote: RemoteFolder, tmp_path: Path) -> None:
    """The lock is gone with the connection, so a step that was about to be done is not."""
    with remote.opened() as target:
        send(target, a_site(tmp_path / "one", "1"), ONE)
        target.shell.end()
        with pytest.raises(TargetError), remote.opened() as other:
            other.show(ONE)
            target.show(ONE)


def test_a_server_without_what_is_needed(
    remote: RemoteFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = tmp_path / "bin"
    bare.mkdir()
    for name in ("sh", "mkdir"):
        (bare / name).symlink_to(f"/usr/bin/{name}")
    monkeypatch.setenv("PATH", str(bare))
    with pytest.raises(TargetError, match="flock"), remote.opened():
        pass


def test_a_server_that_does_not_answer(remote: RemoteFolder) -> None:
    with pytest.raises(TargetError), RemoteFolder("nowhere", "www").opened():
        pass
