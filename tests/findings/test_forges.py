"""What forges read: GitLab's Code Quality report, and SARIF."""

import json
from collections.abc import Sequence
from string import Formatter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue.diagnostics import Diagnostic, Place, diagnostic
from plugins.findings import FORMATS, Display
from tests.casebook import CODES

MISSING = {"kind_de": "Einen Verein", "kind_en": "an association", "suggestion": "chor"}


def missing(line: int, value: str = "chr") -> Diagnostic:
    return diagnostic(
        "content/networks/a b.yaml", Place(line, 3), "REF-MISSING", {**MISSING, "value": value}
    )


def printed(name: str, found: Sequence[Diagnostic], *lines: str) -> Any:  # noqa: ANN401
    return json.loads(FORMATS[name](found, Display("de", lambda _: lines)))


def test_gitlab() -> None:
    [first] = printed("gitlab", [missing(2)], "members:", "- chr")
    assert first == {
        "description": "Einen Verein »chr« gibt es nicht. Hilfe: Meinten Sie »chor«?",
        "check_name": "REF-MISSING",
        "fingerprint": first["fingerprint"],
        "severity": "major",
        "location": {"path": "content/networks/a b.yaml", "lines": {"begin": 2}},
    }
    assert len(first["fingerprint"]) == 32


def test_severities() -> None:
    found = [
        diagnostic("a", Place(1, 1), "YML-TAB", {}),
        diagnostic("a", Place(1, 1), "FLD-REASON", {}),
        diagnostic("a", Place(1, 1), "TR-OUTDATED", {"digest": "x"}),
    ]
    assert [item["severity"] for item in printed("gitlab", found)] == ["major", "minor", "info"]
    [run] = printed("sarif", found)["runs"]
    assert [item["level"] for item in run["results"]] == ["error", "warning", "note"]


def fingerprints(found: Sequence[Diagnostic], *lines: str) -> list[str]:
    own = [item["fingerprint"] for item in printed("gitlab", found, *lines)]
    [run] = printed("sarif", found, *lines)["runs"]
    assert [item["partialFingerprints"] for item in run["results"]] == [
        {"finding/v1": fingerprint} for fingerprint in own
    ]
    return own


def test_a_fingerprint_outlives_lines_above() -> None:
    before = fingerprints([missing(2), missing(3, "kor")], "members:", "- chr", "- kor")
    after = fingerprints(
        [missing(4), missing(5, "kor")], "title: x", "", "members:", "- chr ", "  - kor"
    )
    assert before == after
    assert len(set(before)) == 2


def test_a_fingerprint_outlives_a_line_number_in_the_message() -> None:
    one = diagnostic("a.md", Place(3, 1), "YML-DUPLICATE", {"key": "name", "first": 2})
    two = diagnostic("a.md", Place(4, 1), "YML-DUPLICATE", {"key": "name", "first": 3})
    assert fingerprints([one], "", "name: a", "name: b") == fingerprints(
        [two], "", "", "name: a", "name: b"
    )


def test_the_same_on_the_same_line_is_counted() -> None:
    found = [missing(1), missing(1), missing(1, "kor")]
    assert len(set(fingerprints(found, "members: [chr, chr, kor]"))) == 3


def test_another_file_code_or_line_has_another_fingerprint() -> None:
    other_file = diagnostic("b", Place(1, 1), "YML-TAB", {})
    found = [
        diagnostic("a", Place(1, 1), "YML-TAB", {}),
        diagnostic("a", Place(1, 1), "YML-KEY", {}),
        diagnostic("a", Place(2, 1), "YML-TAB", {}),
        other_file,
    ]
    assert len(set(fingerprints(found, "x", "y"))) == 4


def test_sarif() -> None:
    found = [missing(2), diagnostic("a.md", Place(1, 1), "DATE-FUTURE", {"key": "listed"})]
    log = printed("sarif", [*found, missing(3)], "members:", "- chr", "- chr")
    [run] = log["runs"]
    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["language"]) == ("Anlaufstelle", "de")
    assert [rule["id"] for rule in driver["rules"]] == ["REF-MISSING", "DATE-FUTURE"]
    assert driver["rules"][0] == {
        "id": "REF-MISSING",
        "shortDescription": {"text": "… »…« gibt es nicht."},
        "fullDescription": {"text": CODES["REF-MISSING"].cause["de"]},
        "help": {"text": CODES["REF-MISSING"].remedy["de"]},
        "defaultConfiguration": {"level": "error"},
    }
    assert [(item["ruleId"], item["ruleIndex"]) for item in run["results"]] == [
        ("REF-MISSING", 0),
        ("DATE-FUTURE", 1),
        ("REF-MISSING", 0),
    ]
    assert run["results"][0]["message"] == {
        "text": "Einen Verein »chr« gibt es nicht. Hilfe: Meinten Sie »chor«?"
    }
    assert run["results"][0]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "content/networks/a%20b.yaml"},
                "region": {"startLine": 2, "startColumn": 3},
            }
        }
    ]


def test_nothing() -> None:
    assert printed("sarif", [])["runs"] == [
        {
            "tool": {"driver": {"name": "Anlaufstelle", "language": "de", "rules": []}},
            "columnKind": "unicodeCodePoints",
            "results": [],
        }
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("{0}", "{{0}}"),
        ("[hier](http://x.example)", "[hier] (http://x.example)"),
        ("\x1b[31m", "\\x1b[31m"),
    ],
)
def test_a_message_of_sarif_is_plain_text(value: str, expected: str) -> None:
    finding = diagnostic("a.md", Place(1, 1), "FLD-YES-NO", {"value": value})
    [run] = printed("sarif", [finding])["runs"]
    assert run["results"][0]["message"]["text"].startswith(f"»{expected}« ist weder")


@given(st.lists(st.tuples(st.sampled_from(sorted(CODES)), st.integers(1, 9)), max_size=20))
def test_every_finding_is_there_once(found: list[tuple[str, int]]) -> None:
    texts = [words["de"] for code in CODES.values() for words in (code.message, code.remedy)]
    names = [name for text in texts for _, name, _, _ in Formatter().parse(text) if name]
    details = dict.fromkeys([*names, "suggestion"], "x")
    findings = [diagnostic("a.md", Place(line, 1), code, details) for code, line in found]
    report = printed("gitlab", findings, "a", "b", "a")
    assert [item["check_name"] for item in report] == [code for code, _ in found]
    assert len({item["fingerprint"] for item in report}) == len(found)
    [run] = printed("sarif", findings, "a", "b", "a")["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for item, (code, _) in zip(run["results"], found, strict=True):
        assert rules[item["ruleIndex"]]["id"] == item["ruleId"] == code
