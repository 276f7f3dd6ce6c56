"""The register is documented: every code has its case, and its paragraph in docs/codes.md."""

import pytest

from plugins.catalogue.codes import Family
from plugins.validation.docs import pages
from plugins.validation.examples import CASES, example, files, mended, subject
from tests.casebook import CODES, FAMILIES, WITH_CASE
from tests.each import each


@pytest.fixture(scope="module")
def page() -> str:
    """docs/codes.md as it is written."""
    return pages()["codes.md"]


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


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_a_family_is_explained(family: Family, page: str) -> None:
    assert f"**[{family.name}](#" in page


def test_there_are_enough() -> None:
    assert len(CODES) >= 120
