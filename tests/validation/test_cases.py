"""Every code has a folder whose content yields exactly that code; every family one with several."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from plugins.catalogue.codes import CODES
from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue
from plugins.catalogue.settings import from_file
from plugins.validation import rules
from plugins.validation.check import Checked, SiteRules, check_folder
from plugins.validation.output import View, concise

CASES = Path(__file__).parents[1] / "cases"
TODAY = date(2026, 12, 1)
SITE = SiteRules(
    addresses=from_file(CASES.parents[1] / "pelican.conf.py").site.addresses,
    vocabulary=CASES / "vocabulary",
    reserved={"pages": frozenset({"termine"}), "associations": frozenset({"thema"})},
)


def _pipe(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(content / "events.md")
    (content / "events.md").rename(content / "associations" / "kor.md")


def _link(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (content / "associations" / "kor.md").symlink_to("/etc/hostname")


def _crash(catalogue: Catalogue, today: date) -> Iterator[Diagnostic]:
    yield from ()
    for association in catalogue.associations:
        raise ValueError(f"kein Rat für {association.id}")


def _broken_rule(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_crash, "__module__", "plugins.validation.rules.broken")
    monkeypatch.setattr("plugins.validation.check.RULES", (*rules.RULES, _crash))


# What git cannot hold, or no content can cause.
PREPARED: Mapping[str, Callable[[Path, pytest.MonkeyPatch], None]] = {
    "FILE-UNREADABLE": _pipe,
    "FILE-LINK": _link,
    "SYS-RULE": _broken_rule,
}


def _checked(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checked:
    content = CASES / name / "content"
    if name in PREPARED:
        content = Path(shutil.copytree(content, tmp_path / "content"))
        PREPARED[name](content, monkeypatch)
    return check_folder(content, TODAY, SITE)


def _compare(name: str, checked: Checked, bless: bool) -> None:
    expected = CASES / name / "expected.txt"
    shown = concise.render(checked.diagnostics, View("de"))
    if bless:
        expected.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == expected.read_text(encoding="utf-8")


@pytest.mark.golden
@pytest.mark.parametrize("code", CODES)
def test_a_case_yields_its_code_and_nothing_else(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bless: bool
) -> None:
    checked = _checked(code, tmp_path, monkeypatch)
    assert [finding.code for finding in checked.diagnostics] == [code]
    _compare(code, checked, bless)


@pytest.mark.parametrize("code", CODES)
def test_an_error_keeps_its_file_out_and_all_others_in(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = _checked(code, tmp_path, monkeypatch)
    broken = {finding.path for finding in checked.diagnostics if finding.is_error}
    published = [entry.origin.path for entry in checked.catalogue.entries]
    assert sorted(published) == sorted(set(checked.files) - broken)


FAMILIES = sorted({code.partition("-")[0] for code in CODES} - {"SYS"})


@pytest.mark.golden
@pytest.mark.parametrize("family", FAMILIES)
def test_several_faults_are_all_reported(
    family: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bless: bool
) -> None:
    name = f"several-{family}"
    checked = _checked(name, tmp_path, monkeypatch)
    assert len(checked.diagnostics) >= 2
    _compare(name, checked, bless)


def test_every_folder_belongs_to_a_code_or_family() -> None:
    folders = {path.name for path in CASES.iterdir()}
    assert folders == {*CODES, *(f"several-{family}" for family in FAMILIES), "vocabulary"}


@pytest.mark.parametrize("code", CODES)
def test_the_texts_of_a_code_can_be_filled(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for finding in _checked(code, tmp_path, monkeypatch).diagnostics:
        for text in (finding.message("de"), finding.message("en"), finding.remedy("en")):
            assert text and "{" not in text.replace("{digest}", "")
