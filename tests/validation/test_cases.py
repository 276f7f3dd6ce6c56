"""Every code has a folder whose content yields exactly that code, and nothing once it is mended."""

import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from plugins.catalogue import versions
from plugins.catalogue.codes import Family, found_by
from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.model import Association
from plugins.findings import Display, concise
from plugins.validation.check import CheckResult, check_folder
from plugins.validation.context import RuleContext, SiteRules
from plugins.validation.examples import files, mended, subject
from tests.casebook import CASES, FAMILIES, WITH_CASE, compare, lay_mended, several
from tests.rules import also
from tests.sites.city import ADDRESSES

CHECKED = found_by("check")
OF_ENTRIES = [family for family in FAMILIES if family.command == "check"]
pytestmark = pytest.mark.usefixtures("soon")
TODAY = date(2026, 12, 1)
SITE = SiteRules(
    addresses=ADDRESSES,
    vocabulary=CASES / "vocabulary",
    reserved={"pages": frozenset({"termine"}), "associations": frozenset({"thema"})},
)


def _pipe(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(content / "events.md")
    (content / "events.md").rename(content / "associations" / "kor.md")


def _link(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (content / "associations" / "kor.md").symlink_to("/etc/hostname")


def _crash(association: Association, context: RuleContext) -> Iterator[Diagnostic]:
    yield from ()
    raise ValueError(f"kein Rat für {association.id}")


def _broken_rule(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_crash, "__module__", "plugins.validation.rules.broken")
    also(monkeypatch, _crash)


def _another_city(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "SITE", replace(SITE, texts={"CITY": "Neustadt"}))


def _last_known_holidays(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "SITE", replace(SITE, state="DE-BW"))
    monkeypatch.setitem(globals(), "TODAY", date(2029, 4, 1))


def _newer_program(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "FORMAT", 2)


# What git cannot hold, or no content can cause.
PREPARED: Mapping[str, Callable[[Path, pytest.MonkeyPatch], None]] = {
    "FILE-UNREADABLE": _pipe,
    "FILE-LINK": _link,
    "FILE-OLDER": _newer_program,
    "FLD-SAMPLE": _another_city,
    "RRULE-HOLIDAYS-END": _last_known_holidays,
    "SYS-RULE": _broken_rule,
    "several-SYS": _broken_rule,
}


def _checked(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CheckResult:
    content = CASES / name / "content"
    if name in PREPARED:
        content = Path(shutil.copytree(content, tmp_path / "content"))
        PREPARED[name](content, monkeypatch)
    return check_folder(content, TODAY, SITE)


@pytest.mark.golden
@pytest.mark.parametrize("code", CHECKED)
def test_a_case_yields_its_code_and_nothing_else(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bless: bool
) -> None:
    checked = _checked(code, tmp_path, monkeypatch)
    assert [finding.code for finding in checked.diagnostics] == [code]
    compare(code, checked.diagnostics, bless=bless)


@pytest.mark.parametrize("code", CHECKED)
def test_an_error_keeps_its_file_out_and_all_others_in(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = _checked(code, tmp_path, monkeypatch)
    broken = {finding.path for finding in checked.diagnostics if finding.is_error}
    published = [entry.origin.path for entry in checked.catalogue.entries]
    assert sorted(published) == sorted(set(checked.files) - broken)


# The content is right there; only the program is not.
NOT_TO_BE_MENDED = {"SYS-RULE"}


@pytest.mark.parametrize("code", CHECKED)
def test_once_mended_nothing_is_found(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if code == "FILE-OLDER":
        _newer_program(tmp_path, monkeypatch)
    changed = mended(CASES / code) != files(CASES / code / "content")
    assert changed != (code in NOT_TO_BE_MENDED)
    checked = check_folder(lay_mended(code, tmp_path / "content"), TODAY, SITE)
    assert concise.render(checked.diagnostics, Display("de")) == ""
    assert len(list(checked.catalogue.entries)) == len(checked.files)


@pytest.mark.parametrize("code", WITH_CASE)
def test_the_mended_twin_holds_only_what_differs(code: str) -> None:
    bad = files(subject(CASES / code))
    removed = CASES / code / "removed.txt"
    gone = removed.read_text(encoding="utf-8").split("\n")[:-1] if removed.exists() else []
    good = files(CASES / code / "good")
    same = [name for name, data in good.items() if bad.get(name) == data]
    assert same == [], "good/ has only what differs from content/"
    assert [name for name in gone if name not in bad] == []


@pytest.mark.golden
@pytest.mark.parametrize("family", OF_ENTRIES, ids=lambda family: family.name)
def test_several_faults_are_all_reported(
    family: Family, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bless: bool
) -> None:
    checked = _checked(several(family), tmp_path, monkeypatch)
    found = {finding.code for finding in checked.diagnostics}
    assert len(found) >= 3
    assert len(found & family.codes.keys()) >= min(3, len(family.codes))
    compare(several(family), checked.diagnostics, bless=bless)


@pytest.mark.parametrize("family", OF_ENTRIES, ids=lambda family: family.name)
def test_several_faults_in_one_file_are_all_reported(
    family: Family, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: dict[str, int] = {}
    for finding in _checked(several(family), tmp_path, monkeypatch).diagnostics:
        found[finding.path] = found.get(finding.path, 0) + 1
    # What is wrong with a file's place or name is wrong once.
    assert max(found.values()) >= (1 if family.name == "FILE" else 2)


def test_every_folder_belongs_to_a_code_or_family() -> None:
    folders = {path.name for path in CASES.iterdir()}
    with_case = [family for family in FAMILIES if family.codes.keys() & {*WITH_CASE}]
    assert folders == {*WITH_CASE, *map(several, with_case), "vocabulary"}


@pytest.mark.parametrize("code", CHECKED)
def test_the_texts_of_a_code_can_be_filled(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for finding in _checked(code, tmp_path, monkeypatch).diagnostics:
        for text in (finding.message("de"), finding.message("en"), finding.remedy("en")):
            assert text and not re.search(r"\{\w+\}", text.replace("{digest}", ""))
