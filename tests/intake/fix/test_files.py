"""Which files are mended, and that each is the old one or the new one, whatever happens."""

import os
import stat
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from plugins.catalogue.settings import Settings
from plugins.intake.fix.decided import decided
from plugins.intake.fix.files import files, read, replace
from plugins.intake.fix.run import State, run
from plugins.validation.check import check

Write = Callable[[Mapping[str, str]], Path]


def test_entries_translations_and_lists_and_nothing_else(write: Write, tmp_path: Path) -> None:
    content = write(
        {
            "associations/chor.md": "",
            "associations/chor.tr.md": "",
            "associations/chor.de.md": "",
            "associations/Chor!.md": "",
            "associations/notes.txt": "",
            "associations/unter/chor.md": "",
            "board/saal.yaml": "",
            "vocabulary/topics.yaml": "",
            "vocabulary/colours.yaml": "",
            "images/chor.md": "",
            "drafts/chor.md": "",
            "chor.md": "",
        }
    )
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "saal.md").write_text("")
    (content / "board" / "link.md").symlink_to(outside / "saal.md")
    (content / "events").symlink_to(outside)
    (content / "vocabulary" / "districts.yaml").symlink_to(outside / "saal.md")
    assert sorted(file.shown for file in files(content, "x")) == [
        "x/associations/chor.md",
        "x/associations/chor.tr.md",
        "x/board/saal.yaml",
        "x/vocabulary/topics.yaml",
    ]


def test_a_folder_of_lists_that_is_a_link(write: Write, tmp_path: Path) -> None:
    content = write({"pages/a.md": ""})
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "topics.yaml").write_text("")
    (content / "vocabulary").symlink_to(tmp_path / "lists")
    assert [file.shown for file in files(content, "x")] == ["x/pages/a.md"]


def test_no_content(tmp_path: Path) -> None:
    assert list(files(tmp_path / "nothing", "x")) == []


def test_which_files_have_a_text_below_their_fields(write: Write) -> None:
    content = write({"pages/a.md": "", "pages/b.yaml": ""})
    assert [file.is_markdown for file in files(content, "x")] == [True, False]


def beside(path: Path) -> list[str]:
    return [other.name for other in path.parent.iterdir() if other != path]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "a.md"
    file.write_bytes(b"old")
    return file


def test_the_new_file_takes_the_place_with_the_old_permissions(path: Path) -> None:
    path.chmod(0o640)
    assert replace(path, b"old", b"new")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o640)
    assert beside(path) == []


def test_what_somebody_else_has_just_saved_stays(path: Path) -> None:
    assert not replace(path, b"older", b"new")
    assert (path.read_bytes(), beside(path)) == (b"old", [])


def test_a_link_that_took_the_files_place_stays(path: Path) -> None:
    path.rename(path.with_name("b.md"))
    path.symlink_to("b.md")
    assert not replace(path, b"old", b"new")
    assert path.is_symlink() and path.read_bytes() == b"old"


@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
@pytest.mark.parametrize("step", ["fsync", "fchmod", "replace"])
def test_interrupted(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: type[BaseException]
) -> None:
    def stop(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path if step == "replace" else os, step, stop)
    with pytest.raises(error):
        replace(path, b"old", b"new")
    assert (path.read_bytes(), beside(path)) == (b"old", [])


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    assert read(tmp_path / "a.md") is None


@pytest.mark.slow
def test_the_sample_is_in_order(sample_settings: Settings) -> None:
    found = files(sample_settings.content, sample_settings.shown)
    answers = decided(check(sample_settings).diagnostics)
    outcomes = list(run(found, sample_settings.site.region, write=False, answers=answers))
    assert [outcome.file.shown for outcome in outcomes if outcome.state is not State.FINE] == []
