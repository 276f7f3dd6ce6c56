"""What pages say about when an association was last confirmed."""

import re
from html import unescape
from pathlib import Path

import pytest

from tests.conftest import Build, Write

HEAD = "name: Chor\ntopics: [kultur]\nlisted: 2020-01-01\n"
OLD, ARCHIVED = "Das ist über ein Jahr her.", "Seit zwei Jahren nicht bestätigt"


def shown(file: Path) -> str:
    """The words that are there without a script, tags as blanks."""
    html = re.sub(r"<(\w+)[^>]* hidden>.*?</\1>", "", file.read_text(encoding="utf-8"))
    return unescape(re.sub(r"\s*<[^>]+>\s*", " ", html))


@pytest.mark.parametrize(
    ("checked", "expected"),
    [
        ("2025-11-22", [False, False, False]),
        ("2025-11-21", [True, False, False]),
        ("2024-11-22", [True, False, False]),
        ("2024-11-21", [True, True, True]),
    ],
)
def test_the_older_the_plainer(
    write: Write, run_build: Build, tmp_path: Path, checked: str, expected: list[bool]
) -> None:
    content = write({"associations/chor.yaml": f"{HEAD}checked: {checked}\n"})
    assert run_build(tmp_path / "out", CONTENT=str(content), LANGUAGES="de").returncode == 0
    directory = tmp_path / "out" / "vereine"
    page, list_of_all = shown(directory / "chor" / "index.html"), shown(directory / "index.html")
    assert [OLD in page, ARCHIVED in page, ARCHIVED in list_of_all] == expected
    assert "Chor" in list_of_all and "1 Eintrag" in list_of_all
