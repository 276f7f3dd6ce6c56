"""Whoever does what a message proposes, to the letter, is rid of that message."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.catalogue.diagnostics import Diagnostic
from plugins.validation.check import check_folder
from tests.casebook import CASES
from tests.validation.test_cases import SITE, TODAY

FOLDERS = sorted(path.name for path in CASES.iterdir() if (path / "content").is_dir())

# How the value is called that has to be replaced, and what replaces it.
_VALUE = ("value", "key", "setting", "name")
_WRITTEN = {"FLD-LIST": "value", "REF-PLACE": "place", "TEL-FORM": "one"}
# About the name of a file, which is not what stands at its place.
_OF_FILES = ("FILE-", "TR-ORPHAN", "TR-LANGUAGE", "MD-DEAD")


def _proposed(finding: Diagnostic) -> str:
    details = dict(finding.details)
    return details.get("suggestion", "") or details.get(_WRITTEN.get(finding.code, ""), "")


def _followed(finding: Diagnostic, content: Path) -> Iterator[str]:
    """The line with what is proposed in the place of what is there, however it is written."""
    file = content.parent / finding.path
    lines = file.read_text(encoding="utf-8").split("\n")
    line, column = lines[finding.place.line - 1], finding.place.column - 1
    details = dict(finding.details)
    values = [details[key] for key in _VALUE if key in details]
    if finding.code == "FLD-LIST":
        values = [details["value"][1:-1]]
    for value in values:
        if value in line[column:]:
            new = line[:column] + line[column:].replace(value, _proposed(finding), 1)
            lines[finding.place.line - 1] = new
            yield "\n".join(lines)
            return


@pytest.mark.parametrize("name", FOLDERS)
def test_what_is_proposed_helps(name: str, tmp_path: Path) -> None:
    found = check_folder(CASES / name / "content", TODAY, SITE).diagnostics
    for number, finding in enumerate(found):
        if not _proposed(finding) or finding.code.startswith(_OF_FILES):
            continue
        content = shutil.copytree(CASES / name / "content", tmp_path / str(number) / "content")
        for text in _followed(finding, content):
            (content.parent / finding.path).write_text(text, encoding="utf-8")
            after = check_folder(content, TODAY, SITE).diagnostics
            assert finding not in after
