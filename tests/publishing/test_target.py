"""Targets: what PUBLISH_TO may say; and a server, played by a shell that stays on this machine."""

import os
from pathlib import Path

import pytest

from plugins.publishing.target import LocalFolder, RemoteFolder, TargetError, target

GOOD = {
    "releases": LocalFolder(Path("/root/releases")),
    "/srv/www": LocalFolder(Path("/srv/www")),
    "user@host.example:/var/www/site": RemoteFolder("user@host.example", "/var/www/site"),
    "host:site": RemoteFolder("host", "site"),
}
BAD = ["", "host:/a b", "host:$(rm)", "-oProxyCommand=x:/a", "host:-x", "a:b:c", "host:/a;ls"]


@pytest.mark.parametrize(("where", "expected"), GOOD.items(), ids=GOOD)
def test_target(where: str, expected: object) -> None:
    assert target(where, Path("/root")) == expected


@pytest.mark.parametrize("where", BAD)
def test_bad_target(where: str) -> None:
    with pytest.raises(TargetError):
        target(where, Path("/root"))


@pytest.fixture
def remote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RemoteFolder:
    """A server whose ssh runs the command here, in a folder of its own."""
    home = tmp_path / "home"
    home.mkdir()
    ssh = tmp_path / "ssh"
    ssh.write_text(
        '#!/bin/sh\n[ "$1" = -- ] && shift\n[ "$1" = host ] || exit 255\nshift\n'
        f'[ "$1" = -- ] && shift\ncd {home}\nexec sh -c "$*"\n'
    )
    ssh.chmod(0o755)
    monkeypatch.setenv("RSYNC_RSH", str(ssh))
    return RemoteFolder("host", "www")


def a_site(folder: Path, text: str) -> Path:
    (folder / "a").mkdir(parents=True)
    (folder / "a" / "index.html").write_text(text)
    (folder / "same.html").write_text("same")
    return folder


@pytest.mark.rsync
def test_server(remote: RemoteFolder, tmp_path: Path) -> None:
    www = tmp_path / "home" / "www"
    assert (remote.releases(), remote.live()) == ((), "")
    remote.receive(a_site(tmp_path / "one", "1"), "20261122T160000Z")
    assert (remote.releases(), remote.live()) == (("20261122T160000Z",), "")
    remote.show("20261122T160000Z")
    assert (www / "live" / "a" / "index.html").read_text() == "1"
    remote.receive(a_site(tmp_path / "two", "2"), "20261123T160000Z")
    assert (www / "live" / "a" / "index.html").read_text() == "1"
    remote.show("20261123T160000Z")
    assert (www / "live" / "a" / "index.html").read_text() == "2"
    assert remote.live() == "20261123T160000Z"
    (www / "20261124T160000Z.partial").mkdir()
    remote.remove(["20261122T160000Z"])
    assert sorted(p.name for p in www.iterdir()) == ["20261123T160000Z", "live"]


@pytest.mark.rsync
def test_what_is_gone_is_not_shown(remote: RemoteFolder, tmp_path: Path) -> None:
    remote.receive(a_site(tmp_path / "one", "1"), "20261122T160000Z")
    remote.show("20261122T160000Z")
    with pytest.raises(TargetError, match="20260101T000000Z"):
        remote.show("20260101T000000Z")
    assert remote.live() == "20261122T160000Z"


@pytest.mark.rsync
def test_only_releases_are_deleted(remote: RemoteFolder, tmp_path: Path) -> None:
    www = tmp_path / "home" / "www"
    remote.receive(a_site(tmp_path / "one", "1"), "20261122T160000Z")
    (www / "mine.partial").mkdir()
    (www / "20261124T160000Z-2.partial").mkdir()
    remote.remove(["20261122T160000Z", "20261101T160000Z"])
    assert sorted(p.name for p in www.iterdir()) == ["mine.partial"]


@pytest.mark.rsync
def test_unchanged_files_are_not_sent_again(remote: RemoteFolder, tmp_path: Path) -> None:
    www = tmp_path / "home" / "www"
    remote.receive(a_site(tmp_path / "one", "1"), "20261122T160000Z")
    remote.show("20261122T160000Z")
    second_site = a_site(tmp_path / "two", "2")
    os.utime(second_site / "same.html", (1, 1))  # every build writes every file anew
    remote.receive(second_site, "20261123T160000Z")
    first, second = (www / name / "same.html" for name in ("20261122T160000Z", "20261123T160000Z"))
    assert first.stat().st_ino == second.stat().st_ino


@pytest.mark.rsync
def test_a_server_that_does_not_answer(remote: RemoteFolder) -> None:
    with pytest.raises(TargetError):
        RemoteFolder("nowhere", "www").releases()
