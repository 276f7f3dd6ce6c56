"""All files or none, and each the old one or the new one, whatever happens."""

import os
import signal
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.intake.writes import ChangedMeanwhile, Write, write_all
from tests.waiting import MOST


@pytest.fixture
def three(tmp_path: Path) -> tuple[Write, ...]:
    (tmp_path / "a.md").write_bytes(b"A")
    (tmp_path / "c.md").write_bytes(b"C")
    return (
        Write(tmp_path / "a.md", b"a", b"A"),
        Write(tmp_path / "b.md", b"b", None),
        Write(tmp_path / "c.md", b"c", b"C"),
    )


def found(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_all_are_written(three: tuple[Write, ...], tmp_path: Path) -> None:
    write_all(three)
    assert found(tmp_path) == {"a.md": b"a", "b.md": b"b", "c.md": b"c"}


def test_a_new_file_takes_the_place_with_the_old_permissions(
    three: tuple[Write, ...], tmp_path: Path
) -> None:
    (tmp_path / "a.md").chmod(0o640)
    write_all(three)
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o640


def test_nothing_to_write() -> None:
    write_all(())


@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
@pytest.mark.parametrize("nth", range(1, 15))
def test_stopped_anywhere_none_is_written(
    three: tuple[Write, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: type[BaseException],
    nth: int,
) -> None:
    calls = 0

    def failing(real: Callable[..., object]) -> Callable[..., object]:
        def call(*given: object) -> object:
            nonlocal calls
            calls += 1
            if calls == nth:
                raise error
            return real(*given)

        return call

    for name in ("fchmod", "fsync", "link", "replace"):
        monkeypatch.setattr(os, name, failing(getattr(os, name)))
    if nth <= 8:
        with pytest.raises(error):
            write_all(three)
        assert found(tmp_path) == {"a.md": b"A", "c.md": b"C"}
    else:
        write_all(three)
        assert found(tmp_path) == {"a.md": b"a", "b.md": b"b", "c.md": b"c"}


@pytest.mark.parametrize(
    ("name", "data"), [("a.md", b"X"), ("b.md", b""), ("b.md", b"b"), ("c.md", None)]
)
def test_what_changed_meanwhile_is_not_overwritten(
    three: tuple[Write, ...], tmp_path: Path, name: str, data: bytes | None
) -> None:
    path = tmp_path / name
    path.unlink(missing_ok=True)
    if data is not None:
        path.write_bytes(data)
    before = found(tmp_path)
    with pytest.raises(ChangedMeanwhile, match=name):
        write_all(three)
    assert found(tmp_path) == before


def test_links_are_not_followed(three: tuple[Write, ...], tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_bytes(b"A")
    (tmp_path / "a.md").unlink()
    (tmp_path / "a.md").symlink_to(outside)
    with pytest.raises(ChangedMeanwhile):
        write_all(three)
    assert outside.read_bytes() == b"A"


def test_folders_that_are_links_are_not_entered(tmp_path: Path) -> None:
    outside, link = tmp_path / "outside", tmp_path / "board"
    outside.mkdir()
    link.symlink_to(outside)
    with pytest.raises(ChangedMeanwhile):
        write_all([Write(link / "a.md", b"a", None)])
    assert found(outside) == {}


def test_a_folder_that_is_missing_is_made(tmp_path: Path) -> None:
    write_all([Write(tmp_path / "board" / "a.md", b"a", None)])
    assert found(tmp_path / "board") == {"a.md": b"a"}


def test_what_an_earlier_run_left_behind_does_not_matter(
    three: tuple[Write, ...], tmp_path: Path
) -> None:
    (tmp_path / ".a.md.new").write_bytes(b"half")
    write_all(three)
    assert found(tmp_path) == {"a.md": b"a", "b.md": b"b", "c.md": b"c"}


def test_what_another_has_just_written_stays(
    three: tuple[Write, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two accept the same thing: the file says just what we would have written."""
    link = os.link

    def slower(source: Path, target: Path) -> None:
        target.write_bytes(b"b")
        link(source, target)

    monkeypatch.setattr(os, "link", slower)
    with pytest.raises(ChangedMeanwhile):
        write_all(three)
    assert found(tmp_path) == {"a.md": b"A", "b.md": b"b", "c.md": b"C"}


def test_one_folder_by_two_names_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "networks").symlink_to("events")
    writes = [Write(tmp_path / name / "a.md", b"a", None) for name in ("events", "networks")]
    before = signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.alarm(MOST)
    try:
        with pytest.raises(ChangedMeanwhile):
            write_all(writes)
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
    assert found(tmp_path / "events") == {}
