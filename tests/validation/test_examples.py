"""Examples for the documentation: what is shown of a case, wrong and right."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from plugins.validation.examples import CASES, example, mended

Files = Mapping[str, str | bytes]

SMALL = (CASES / "IMG-ALT" / "content" / "images" / "chor.png").read_bytes()


def case(folder: Path, files: Files) -> Path:
    for name, data in files.items():
        file = folder / "X" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return folder


def shown(folder: Path, files: Files) -> tuple[list[str], list[str]]:
    found = example("X", case(folder, files))
    return list(found.wrong), list(found.right)


def test_a_small_file_is_shown_whole_with_a_caret(tmp_path: Path) -> None:
    files: Files = {
        "content/a.md": "x: 1\n\ty: 日本, z\n",
        "good/a.md": "x: 1\n  y: 2\n",
        "expected.txt": "content/a.md:2:7: FLD-X …\n",
    }
    assert shown(tmp_path, files) == (
        ["x: 1", "\\ty: 日本, z", "         ^"],
        ["x: 1", "  y: 2"],
    )


def test_of_a_long_file_the_lines_around_the_place(tmp_path: Path) -> None:
    lines = [f"l{number}" for number in range(1, 31)]
    mended_lines = [*lines[:14], "gut", *lines[15:]]
    files: Files = {
        "content/a.md": "\n".join(lines),
        "good/a.md": "\n".join(mended_lines),
        "expected.txt": "content/a.md:15:1: FLD-X …\n",
    }
    wrong, right = shown(tmp_path, files)
    assert wrong == ["…", *lines[10:15], "^", *lines[15:19], "…"]
    assert right == ["…", *mended_lines[10:19], "…"]


def test_a_renamed_file_is_listed(tmp_path: Path) -> None:
    files: Files = {
        "content/A.md": "x",
        "good/a.md": "x",
        "removed.txt": "A.md\n",
        "expected.txt": "content/A.md:1:1: FILE-X …\n",
    }
    assert shown(tmp_path, files) == (["A.md"], ["a.md"])


def test_of_a_picture_its_kind_and_size_are_said(tmp_path: Path) -> None:
    files: Files = {
        "content/a.md": "x: [b.png]",
        "content/images/b.png": SMALL[:40],
        "good/images/b.png": SMALL,
        "expected.txt": "content/a.md:1:5: IMG-X …\n",
    }
    assert shown(tmp_path, files) == (
        ["a.md", "images/b.png  (PNG, 2 x 2, beschädigt / damaged)", "", "x: [b.png]", "    ^"],
        ["a.md", "images/b.png  (PNG, 2 x 2)"],
    )


def test_bytes_that_are_no_text_are_spelled_out(tmp_path: Path) -> None:
    files: Files = {
        "content/a.md": b"x: \xe4\0\xe2\x80\xae",
        "good/a.md": "x: ä",
        "expected.txt": "content/a.md:1:4: ENC-X …\n",
    }
    assert shown(tmp_path, files) == (["x: \\xe4\\x00\\u202e", "   ^"], ["x: ä"])


def test_what_no_file_can_show_is_told(tmp_path: Path) -> None:
    files: Files = {
        "shown.txt": "a.md -> b\n",
        "good/a.md": "x",
        "expected.txt": "content/a.md:1:1: X\n",
    }
    assert shown(tmp_path, files) == (["a.md -> b"], ["a.md", "", "x"])


def test_mended_is_what_is_left_and_what_is_new(tmp_path: Path) -> None:
    files: Files = {
        "content/a": "1",
        "content/b": "2",
        "good/b": "3",
        "good/c": "4",
        "removed.txt": "a\n",
    }
    assert mended(case(tmp_path, files) / "X") == {"b": b"3", "c": b"4"}


@pytest.mark.parametrize("files", [{}, {"expected.txt": ""}])
def test_a_case_that_is_not_blessed_yet_has_no_example(tmp_path: Path, files: Files) -> None:
    with pytest.raises((FileNotFoundError, ValueError)):
        example("X", case(tmp_path, files))
