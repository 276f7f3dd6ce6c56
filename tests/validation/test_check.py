"""Everything together: what is published, what is said, what happens when a rule crashes."""

import ast
import inspect
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from plugins.catalogue.diagnostics import Diagnostic
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import KINDS, Association, Translation
from plugins.validation import rules
from plugins.validation.check import CheckResult, check_folder
from plugins.validation.context import RuleContext, SiteRules
from plugins.validation.markdown import Passage
from plugins.validation.rules import RULES, Rule, about, apply, rules_for
from plugins.validation.rules._easy_texts import EasyText
from tests.rules import also, only

TODAY = date(2026, 12, 1)
VOCABULARY = Path(__file__).parents[1] / "cases" / "vocabulary"
CHOIR = "name: Chor\ntopics: [musik]\nlisted: 2024-01-10\n"


def checking(folder: Path, **associations: str) -> CheckResult:
    (folder / "associations").mkdir()
    for name, text in associations.items():
        (folder / "associations" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return check_folder(folder, TODAY, SiteRules(vocabulary=VOCABULARY))


def published(checked: CheckResult) -> list[str]:
    return [entry.id for entry in checked.catalogue.entries]


def test_an_error_of_a_rule_keeps_the_entry_back(tmp_path: Path) -> None:
    bad = CHOIR.replace("Chor", "Kor") + "contacts: [{name: Ana}]\n"
    checked = checking(tmp_path, chor=CHOIR, kor=bad)
    assert [d.code for d in checked.diagnostics] == ["PRIV-CONSENT"]
    assert published(checked) == ["chor"]
    assert (checked.has_errors, checked.has_failed) == (True, False)
    assert [checked.count(s) for s in ("error", "warning", "notice")] == [1, 0, 0]


def test_a_warning_does_not(tmp_path: Path) -> None:
    checked = checking(tmp_path, chor=CHOIR, kor=CHOIR)
    assert [d.code for d in checked.diagnostics] == ["DUP-NAME"]
    assert published(checked) == ["chor", "kor"]
    assert not checked.has_errors


def test_a_bad_translation_is_kept_back_alone(tmp_path: Path) -> None:
    (tmp_path / "associations").mkdir()
    (tmp_path / "associations" / "chor.yaml").write_text(CHOIR)
    translation = "---\nname: Choir\n---\n[x](javascript:y)\n"
    (tmp_path / "associations" / "chor.en.md").write_text(translation)
    checked = check_folder(tmp_path, TODAY, SiteRules(vocabulary=VOCABULARY))
    assert [(d.path, d.code) for d in checked.diagnostics if d.is_error] == [
        ("content/associations/chor.en.md", "MD-LINK")
    ]
    assert [a.translations for a in checked.catalogue.associations] == [()]


def test_a_crash_is_a_finding_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def moody(association: Association, context: RuleContext) -> Iterator[Diagnostic]:
        yield association.problem("name", "DUP-NAME", other="nobody")
        if association.id == "kor":
            raise RuntimeError("\x1b[31m{value}")

    also(monkeypatch, moody)
    checked = checking(tmp_path, chor=CHOIR, kor=CHOIR.replace("Chor", "Kor"))
    assert [(d.path, d.code) for d in checked.diagnostics] == [
        ("content/associations/chor.yaml", "DUP-NAME"),
        ("content/associations/kor.yaml", "SYS-RULE"),
    ]
    assert published(checked) == ["chor"]
    assert checked.has_failed


def test_a_rule_about_the_catalogue_that_crashes_on_an_entry_goes_on_without_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def moody(catalogue: Catalogue, context: RuleContext) -> Iterator[Diagnostic]:
        for association in catalogue.associations:
            if association.id == "kor":
                raise RuntimeError
            yield association.problem("name", "DUP-NAME", other="nobody")

    only(monkeypatch, moody)
    checked = checking(tmp_path, chor=CHOIR, kor=CHOIR)
    assert [(d.path, d.code) for d in checked.diagnostics] == [
        ("content/associations/chor.yaml", "DUP-NAME"),
        ("content/associations/kor.yaml", "SYS-RULE"),
    ]
    assert published(checked) == ["chor"]


def test_a_crash_that_no_single_entry_causes_keeps_nothing_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def moody(catalogue: Catalogue, context: RuleContext) -> Iterator[Diagnostic]:
        if len(catalogue.associations) > 1:
            raise RuntimeError("zu viele")
        yield from ()

    only(monkeypatch, moody)
    checked = checking(tmp_path, chor=CHOIR, kor=CHOIR)
    assert [(d.path, d.code) for d in checked.diagnostics] == [("content", "SYS-RULE")]
    assert published(checked) == ["chor", "kor"]
    assert checked.has_failed


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__module__.rpartition(".")[2])
def test_a_rule_is_one_sentence_and_finds_nothing_in_nothing(rule: Rule) -> None:
    """It stands once, above the file; what else there is to say stands below it."""
    sentence, _, below = (import_module(rule.__module__).__doc__ or "").partition("\n")
    assert sentence.endswith(".") and sentence.count(".") == 1
    assert below == "" or below.startswith("\n")
    assert rule.__doc__ is None
    if about(rule) == (Catalogue,):
        assert apply(rule, Catalogue(), RuleContext(TODAY)) == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__module__.rpartition(".")[2])
def test_a_rule_asks_only_for_what_it_uses(rule: Rule) -> None:
    code = ast.parse(inspect.getsource(rule)).body[0]
    assert isinstance(code, ast.FunctionDef)
    _, *more = (one.arg for one in code.args.args)
    assert more in ([], ["context"])
    used = {one.id for one in ast.walk(code) if isinstance(one, ast.Name)}
    assert {*more} <= used


def test_every_rule_is_about_something_that_there_is_and_named_once() -> None:
    parts = (*KINDS, Translation, Passage, EasyText, Catalogue)
    asked = [(rule, part) for part in parts for rule in rules_for(part)]
    assert {rule for rule, _ in asked} == {*RULES}
    folder = Path(rules.__file__).parent
    modules = sorted(file.stem for file in folder.glob("*.py") if not file.stem.startswith("_"))
    assert [rule.__module__.rpartition(".")[2] for rule in RULES] == modules


UNREAD_BESIDE = {
    "start: 2026-12-05T19:30\nend: 22:00": ["DATE-TIME-FORMAT"],
    "start: 5.12.2026 19 Uhr\nend: 2026-12-05T22:00": ["DATE-TIME-FORMAT"],
    "start: bald\nrepeat: {every: week, also: [2026-12-13T18:00]}": ["DATE-TIME-FORMAT"],
    "start: bald\nend: 2027-03-28T02:30": ["DATE-CLOCK", "DATE-TIME-FORMAT"],
    "start: bald\nprice: x\nreason: Konto DE02 1203 0000 0000 2020 51": [
        "DATE-TIME-FORMAT",
        "PRIV-IBAN",
    ],
}


@pytest.mark.parametrize(("fields", "codes"), UNREAD_BESIDE.items())
def test_of_what_was_not_read_nothing_is_said_but_that(
    fields: str, codes: list[str], tmp_path: Path
) -> None:
    (tmp_path / "events").mkdir()
    text = f"---\ntitle: Fest\norganisers: [office]\n{fields}\n---\n"
    (tmp_path / "events" / "fest.md").write_text(text)
    found = check_folder(tmp_path, TODAY, SiteRules(vocabulary=VOCABULARY)).diagnostics
    assert sorted(d.code for d in found) == codes
