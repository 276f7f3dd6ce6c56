"""The version stands once in the code; all other places say the same, and when it was released."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import yaml

from plugins.catalogue.versions import VERSION
from tests.casebook import CODES
from tests.each import each

ROOT = Path(__file__).parents[1]
CHANGES = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
RELEASES = re.findall(r"^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)$", CHANGES, re.M)
NEXT = re.findall(r"^Becomes (\d+\.\d+\.\d+)", CHANGES, re.M)
"""What the section of what is not released yet will be, if it says so."""


def numbers(version: str) -> list[int]:
    return [int(number) for number in version.split(".")]


def test_the_changelog_tells_of_this_version_and_of_each_before_it() -> None:
    headings = re.findall(r"^## (.*)", CHANGES, re.M)
    assert headings == ["[Unreleased]", *(f"[{version}] - {day}" for version, day in RELEASES)]
    versions = [*NEXT, *(version for version, _ in RELEASES)]
    assert RELEASES[0][0] == VERSION
    assert all(numbers(later) > numbers(earlier) for later, earlier in pairwise(versions))
    assert sorted((day for _, day in RELEASES), reverse=True) == [day for _, day in RELEASES]


def test_a_city_reads_of_each_version_what_it_has_to_do() -> None:
    sections = re.split(r"^## \[\d.*$", CHANGES, flags=re.M)[1:]
    assert [section.count("\n### What to do\n") for section in sections] == [1] * len(RELEASES)


def test_the_catalogue_of_public_code_says_the_same() -> None:
    said = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    assert (said["softwareVersion"], said["releaseDate"]) == RELEASES[0]


def test_the_project_file_says_no_version_of_its_own() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (project.get("version"), project["dynamic"]) == (None, ["version"])


@each("code", CODES)
def test_a_code_is_there_since_a_version_that_is_known(code: str) -> None:
    assert CODES[code].since in {*NEXT, *(version for version, _ in RELEASES)}
