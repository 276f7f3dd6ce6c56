"""A new file is whole or not there, never over another, and never outside the folder."""

import errno
import os
from pathlib import Path

import pytest

from plugins.intake.new.writing import Linked, write_new


def held(folder: Path) -> dict[str, str]:
    return {p.name: p.read_text(encoding="utf-8") for p in folder.rglob("*") if p.is_file()}


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    write_new(tmp_path, "events", "a.md", "Grüße\n")
    assert held(tmp_path) == {"a.md": "Grüße\n"}
    mask = os.umask(0)
    os.umask(mask)
    assert (tmp_path / "events" / "a.md").stat().st_mode & 0o777 == 0o666 & ~mask


@pytest.mark.parametrize("links", [True, False])
def test_nothing_is_overwritten(
    links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_new(tmp_path, "events", "a.md", "alt")
    if not links:
        monkeypatch.setattr(os, "link", _no_links)
    with pytest.raises(FileExistsError):
        write_new(tmp_path, "events", "a.md", "neu")
    assert held(tmp_path) == {"a.md": "alt"}


def _no_links(*args: object, **options: object) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")


def test_where_files_have_one_name_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", _no_links)
    write_new(tmp_path, "events", "a.md", "neu")
    assert held(tmp_path) == {"a.md": "neu"}


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("step", ["open", "fdopen", "fsync", "link", "rename"])
@pytest.mark.parametrize("stop", [KeyboardInterrupt, OSError(errno.ENOSPC, "full")])
def test_whatever_stops_it_leaves_nothing_behind(
    stop: BaseException | type[BaseException],
    step: str,
    there: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stopped(*args: object, **options: object) -> None:
        raise stop

    if there:
        (tmp_path / "events").mkdir()
    if step == "rename":
        monkeypatch.setattr(os, "link", _no_links)
    monkeypatch.setattr(os, step, stopped)
    with pytest.raises((KeyboardInterrupt, OSError)):
        write_new(tmp_path, "events", "a.md", "neu")
    monkeypatch.undo()
    assert [path.name for path in tmp_path.rglob("*")] == ["events"][:there]


def test_links_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    content = tmp_path / "content"
    content.mkdir()
    (content / "events").symlink_to(outside)
    (content / "pages").mkdir()
    (content / "pages" / "a.md").symlink_to(outside / "a.md")
    with pytest.raises(Linked):
        write_new(content, "events", "a.md", "neu")
    with pytest.raises(FileExistsError):
        write_new(content, "pages", "a.md", "neu")
    assert held(outside) == {}
