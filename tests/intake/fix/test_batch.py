"""Which files are mended."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from plugins.catalogue.settings import Settings
from plugins.intake.fix.batch import FileState, files, run
from plugins.intake.fix.decided import decided
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


@pytest.mark.slow
def test_the_sample_is_in_order(sample_settings: Settings) -> None:
    found = files(sample_settings.content, sample_settings.shown)
    answers = decided(check(sample_settings).diagnostics)
    results = list(run(found, sample_settings.site.region, write=False, answers=answers))
    assert [result.file.shown for result in results if result.state is not FileState.FINE] == []
