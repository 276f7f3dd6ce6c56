"""What is noticed of changed files: true files, because the file system is what is asked."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.serving.watch import Changes, changes

pytestmark = pytest.mark.slow


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "content" / "board").mkdir(parents=True)
    return tmp_path / "content"


def until(reports: Iterator[Changes], path: Path) -> Changes:
    """The first report that names the path; an empty one says that there was none for long."""
    report = next(report for report in reports if path in report or not report)
    assert report
    return report


def test_first_all_folders_are_named(content: Path) -> None:
    file = content.parent / "pelican.conf.py"
    file.touch()
    assert next(changes([content, file, content / "nowhere"])) == {content}


def test_a_file_is_named_however_it_is_saved(content: Path) -> None:
    reports = changes([content])
    next(reports)
    file = content / "board" / "saal.yaml"
    file.write_text("a")
    assert file in until(reports, file)
    beside = content / "board" / ".saal.yaml.part"
    beside.write_text("b")
    beside.replace(file)
    assert file in until(reports, file)
    file.unlink()
    assert file in until(reports, file)


def test_files_saved_at_once_are_one_change(content: Path) -> None:
    reports = changes([content])
    next(reports)
    files = {content / "board" / f"{number}.yaml" for number in range(50)}
    for file in files:
        file.touch()
    assert files <= until(reports, content / "board" / "0.yaml")


def test_what_changes_while_nobody_looks_is_one_change(content: Path) -> None:
    reports, others = changes([content]), changes([content])
    next(reports), next(others)
    files = {content / "board" / f"{number}.yaml" for number in range(3)}
    for file in files:
        file.touch()
        until(others, file)  # somebody else did look, so it is not at once with the next
    assert files <= next(reports)
    assert next(reports) == frozenset()


def test_a_single_file_is_watched_beyond_its_replacement(content: Path) -> None:
    file = content.parent / "pelican.conf.py"
    file.write_text("a")
    reports = changes([content, file])
    next(reports)
    for text in ("b", "c", "d"):
        beside = content.parent / "beside"
        beside.write_text(text)
        beside.replace(file)
        until(reports, file)


def test_a_folder_that_is_replaced_is_followed(content: Path) -> None:
    reports = changes([content])
    next(reports)
    content.rename(content.with_name("away"))
    (content / "board").mkdir(parents=True)
    until(reports, content)
    file = content / "board" / "saal.yaml"
    file.touch()
    assert file in until(reports, file)


def test_a_name_that_is_no_text_ends_nothing(content: Path) -> None:
    reports = changes([content])
    next(reports)
    odd = os.fsencode(content / "board") + b"/Bilder f\xfcr"
    os.mkdir(odd)  # noqa: PTH102 (no Path has such a name)
    until(reports, content)
    os.rename(odd, odd + b" Feste")  # noqa: PTH104
    until(reports, content)
    file = content / "board" / "saal.yaml"
    file.touch()
    assert file in until(reports, file)
