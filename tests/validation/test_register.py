"""The register is complete: every code has all that the documentation promises of it."""

import re
import tomllib

import pytest

from plugins.catalogue.codes import CODES, FAMILIES, Family
from plugins.validation.docs import DOCS, pages
from plugins.validation.examples import CASES, example, files, mended, subject
from tests.casebook import WITH_CASE
from tests.each import each

NAMED = (
    "ENC YML FILE FLD ID REF URL MAIL TEL GEO ADR DATE RRULE MD IMG PRIV DUP TR EASY REP SYS "
    "OUT PUB SHEET"
).split()
VERSION = tomllib.loads((DOCS.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"][
    "version"
]


@pytest.fixture(scope="module")
def page() -> str:
    """docs/codes.md as it is written."""
    return pages()["codes.md"]


def numbers(version: str) -> list[int]:
    return [int(number) for number in version.split(".")]


@each("name", CODES)
def test_a_code_has_its_texts_in_both_languages(name: str) -> None:
    code = CODES[name]
    for texts in (code.message, code.cause, code.remedy):
        assert list(texts) == ["de", "en"]
        for text in texts.values():
            assert text.strip() == text and len(text) > 10
            assert text.endswith((".", "…", "{value}", "{hint}"))
    assert "{" not in code.cause["de"] + code.cause["en"]
    for language in ("de", "en"):
        assert len({t[language] for t in (code.message, code.cause, code.remedy)}) == 3


@each("name", CODES)
def test_german_texts_are_in_plain_german(name: str) -> None:
    code = CODES[name]
    for text in (code.message["de"], code.cause["de"], code.remedy["de"]):
        jargon = r"YAML|Mapping|Skalar|Sequenz|Zeichenfolge|Parser|Syntax|String|Byte|Token|Key\b"
        assert re.findall(jargon, text) == []
        assert re.findall(r"\w!", text) == []


@each("name", CODES)
def test_a_code_says_since_when_it_is_there(name: str) -> None:
    since = CODES[name].since
    assert re.fullmatch(r"[0-9]+\.[0-9]+\.[0-9]+", since)
    assert numbers(since) <= numbers(VERSION)


@each("name", WITH_CASE)
def test_a_code_has_a_bad_and_a_good_fixture(name: str) -> None:
    assert (CASES / name / "expected.txt").exists()
    assert files(subject(CASES / name)) or name == "FILE-NO-CONTENT"
    assert mended(CASES / name)


@each("name", CODES)
def test_a_code_has_its_paragraph(name: str, page: str) -> None:
    assert page.count(f"\n### {name}\n") == page.count(f"](#{name.lower()})") == 1
    paragraph = page.split(f"\n### {name}\n")[1].split("\n##")[0]
    for word in ("since", "Meldung", "Warum", "Was hilft", "Message", "Why", "What helps"):
        assert word in paragraph
    if name not in WITH_CASE:
        return
    shown = example(name)
    assert "".join(shown.wrong).strip()
    assert "".join(shown.right).strip() or name == "SYS-RULE"
    for line in (*shown.wrong, *shown.right):
        assert f"    {line}".rstrip() in paragraph


def test_all_families_are_there() -> None:
    assert sorted(prefix for family in FAMILIES for prefix in family.prefixes) == sorted(NAMED)
    assert {code.partition("-")[0] for code in CODES} == set(NAMED)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_a_family_is_explained(family: Family, page: str) -> None:
    assert family.de.endswith(".") and family.en.endswith(".")
    assert f"**[{family.name}](#" in page


def test_there_are_enough() -> None:
    assert len(CODES) >= 120
