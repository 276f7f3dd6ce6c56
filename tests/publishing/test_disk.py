"""What the disk of the target refuses: one sentence, no half release, the live one untouched."""

import errno
import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from plugins.publishing import __main__, release
from plugins.publishing.disk import code_of
from plugins.publishing.history import MARKER
from plugins.publishing.release import opened
from plugins.publishing.server import RemoteFolder
from plugins.publishing.target import LAST, LOCK, OWN, TargetError
from tests.publishing.test_release import NOW, put_live, seen
from tests.publishing.test_target import ONE, a_site, send

PARTIAL = f"{OWN}/partial-20261123T160000Z"

# Where the system says that there is no room, never of which file; the path that is told.
FULL = {
    "copying": (shutil, "copy2", f"{PARTIAL}/.entries.json"),
    "noting": (Path, "write_text", f"{PARTIAL}/{MARKER}"),
    "making sure": (os, "fsync", PARTIAL),
    "showing": (Path, "symlink_to", f"{OWN}/{LAST}"),
}


def _full(original: Callable[..., Any]) -> Callable[..., Any]:
    """The same, but in the target there is no room."""

    def refusing(*given: Any, **more: Any) -> Any:  # noqa: ANN401
        paths = [
            str(Path(f"/proc/self/fd/{x}").readlink()) if isinstance(x, int) else str(x)
            for x in given
        ]
        if any(f"/{OWN}/" in path for path in paths):
            names = (paths[0], None, paths[1]) if original.__name__ == "copy2" else ()
            raise OSError(errno.ENOSPC, "No space left on device", *names)
        return original(*given, **more)

    return refusing


@pytest.mark.parametrize(("owner", "name", "told"), FULL.values(), ids=FULL)
def test_a_full_disk_keeps_nothing_of_what_was_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: object, name: str, told: str
) -> None:
    first, folder = put_live(tmp_path, "old", NOW), tmp_path / "target"
    with monkeypatch.context() as patch, pytest.raises(OSError) as refused:
        patch.setattr(owner, name, _full(getattr(owner, name)))
        put_live(tmp_path, "new", NOW + timedelta(days=1))
    assert refused.value.errno == errno.ENOSPC
    assert refused.value.filename == str(folder / told)
    assert sorted(path.name for path in (folder / OWN).iterdir()) == [LAST, LOCK]
    assert sorted(path.name for path in folder.iterdir()) == [OWN, first, "live"]
    assert seen(tmp_path) == {"old"}
    put_live(tmp_path, "new", NOW + timedelta(days=2))
    assert seen(tmp_path) == {"new"}


def _folder(path: Path) -> None:
    path.mkdir(parents=True)


def _link(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(path.parent.parent / "elsewhere")


def _file(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("mine")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("put", "path"),
    [
        (_folder, ".cache/publish.lock"),
        (_link, ".cache/publish.lock"),
        (_file, "releases"),
        (_file, "releases/.publishing"),
        (_link, "releases/.publishing"),
        (_folder, "releases/.publishing/lock"),
        (_link, "releases/.publishing/lock"),
    ],
)
def test_what_is_in_the_way_is_named(
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    put: Callable[[Path], None],
    path: str,
) -> None:
    project = Path(shutil.copytree(project, tmp_path / "project", symlinks=True))
    monkeypatch.setattr(__main__, "ROOT", project)
    monkeypatch.setattr(release, "build", lambda _: 3)
    put(project / path)
    before = sorted(project.rglob("elsewhere"))
    assert __main__.main(["publish"]) == 2
    assert capsys.readouterr().err == (
        f"releases:1:1: PUB-PLACE Nicht zu Ende veröffentlicht: {path} ist etwas anderes, als dort"
        " sein muss.\n    Hilfe: Nachsehen, was es ist, es löschen oder umbenennen, dann noch"
        " einmal.\n"
    )
    assert sorted(project.rglob("elsewhere")) == before


@pytest.mark.parametrize(
    ("refused", "said"),
    [
        (errno.ENOSPC, "PUB-FULL"),
        (errno.EDQUOT, "PUB-FULL"),
        (errno.EROFS, "PUB-FORBIDDEN"),
        (errno.EACCES, "PUB-FORBIDDEN"),
        (errno.EIO, "PUB-DISK"),
    ],
)
def test_what_is_refused_has_its_sentence(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    refused: int,
    said: str,
) -> None:
    def run(*_: object) -> None:
        raise OSError(refused, os.strerror(refused), str(project / ".cache" / "publish.lock"))

    monkeypatch.setattr(__main__, "ROOT", project)
    monkeypatch.setattr(__main__, "_run", run)
    assert __main__.main(["publish"]) == 2
    first, second, end = capsys.readouterr().err.split("\n")
    assert first.startswith(f"releases:1:1: {said} ") and ".cache/publish.lock" in first
    assert os.strerror(refused) not in first and second.startswith("    Hilfe: ") and end == ""


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ('rsync: write failed on "/srv/a": No space left on device (28)', "PUB-FULL"),
        ("ssh: mkdir: cannot create directory 'x': Read-only file system", "PUB-FORBIDDEN"),
        ('rsync: mkdir "/srv/a" failed: Permission denied (13)', "PUB-FORBIDDEN"),
        ("ssh: sh: 1: cannot create .publishing/lock: Is a directory", "PUB-PLACE"),
        ("ssh: me@host: Permission denied (publickey).", ""),
        ("ssh: no answer", ""),
    ],
)
def test_what_a_server_says(said: str, code: str) -> None:
    assert code_of(said) == code


@pytest.mark.parametrize("name", [OWN, f"{OWN}/{LOCK}"])
def test_a_link_on_the_server_leads_nobody_elsewhere(
    a_server: str, tmp_path: Path, name: str
) -> None:
    _link(tmp_path / "home" / "www" / name)
    with pytest.raises(TargetError, match="is a link"), opened(RemoteFolder("host", "www")):
        pass
    assert list(tmp_path.rglob("elsewhere")) == []


@pytest.mark.rsync
def test_a_full_server_keeps_nothing_of_what_was_begun(
    a_server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise TargetError("rsync: No space left on device (28)")

    with opened(RemoteFolder("host", "www")) as target:
        monkeypatch.setattr(type(target), "_compare", full)
        with pytest.raises(TargetError):
            send(target, a_site(tmp_path / "one", "1"), ONE)
    assert [path.name for path in (tmp_path / "home" / "www" / OWN).iterdir()] == [LOCK]
