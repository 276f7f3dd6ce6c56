"""Ways of showing findings; nothing of what an entry says steers the terminal or the forge."""

import json
import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue.diagnostics import Diagnostic, Place, diagnostic
from plugins.validation.output import FORMATS, View
from plugins.validation.output.full import MAX_COLUMNS, excerpt
from plugins.validation.output.safe import escape, width

MISSING = diagnostic(
    "content/board/saal.yaml",
    Place(3, 14),
    "REF-MISSING",
    {
        "kind_de": "Einen Verein",
        "kind_en": "an association",
        "value": "chor-musterstad",
        "suggestion": "chor-musterstadt",
    },
)
FUTURE = diagnostic("content/b.md", Place(1, 1), "DATE-FUTURE", {"key": "listed"})


def lines(path: str) -> Sequence[str]:
    return ["kind: offer", "title: Saal", "association: chor-musterstad"]


def shown(name: str, *findings: Diagnostic, view: View) -> str:
    return FORMATS[name](findings, view)


def test_concise() -> None:
    assert shown("concise", MISSING, FUTURE, view=View("de")) == (
        "content/board/saal.yaml:3:14: REF-MISSING Einen Verein »chor-musterstad« gibt es nicht.\n"
        "    Hilfe: Meinten Sie »chor-musterstadt«?\n"
        "content/b.md:1:1: DATE-FUTURE Warnung: »listed« liegt in der Zukunft.\n"
        "    Hilfe: Das Datum prüfen.\n"
    )


def test_concise_in_english() -> None:
    assert shown("concise", MISSING, view=View("en")) == (
        "content/board/saal.yaml:3:14: REF-MISSING "
        'There is no such entry: an association "chor-musterstad".\n'
        '    Help: Did you mean "chor-musterstadt"?\n'
    )


def test_full() -> None:
    assert shown("full", MISSING, view=View("de", lines)) == (
        "content/board/saal.yaml:3:14: Fehler REF-MISSING\n"
        "Einen Verein »chor-musterstad« gibt es nicht.\n"
        "    3 | association: chor-musterstad\n"
        "      |              ^\n"
        "Hilfe: Meinten Sie »chor-musterstadt«?\n"
        "\n"
    )


def test_full_without_a_source_and_in_colour() -> None:
    assert shown("full", FUTURE, view=View("en", colour=True)) == (
        "\x1b[1mcontent/b.md:1:1:\x1b[0m \x1b[33mwarning DATE-FUTURE\x1b[0m\n"
        '"listed" is in the future.\n'
        "Help: Check the date.\n"
        "\n"
    )


def test_github() -> None:
    finding = diagnostic("a,b:c%.md", Place(2, 3), "FLD-YES-NO", {"value": "%0A::error::\r\nx"})
    assert shown("github", finding, view=View("en")) == (
        "::error file=a%2Cb%3Ac%25.md,line=2,col=3,title=FLD-YES-NO::"
        '"%250A::error::\\r\\nx" is neither yes nor no.%0AHelp: Write yes or no.\n'
    )


def test_json() -> None:
    assert json.loads(shown("json", MISSING, FUTURE, view=View("de"))) == [
        {
            "path": "content/board/saal.yaml",
            "line": 3,
            "column": 14,
            "code": "REF-MISSING",
            "severity": "error",
            "message": "Einen Verein »chor-musterstad« gibt es nicht.",
            "remedy": "Meinten Sie »chor-musterstadt«?",
            "details": dict(MISSING.details),
        },
        {
            "path": "content/b.md",
            "line": 1,
            "column": 1,
            "code": "DATE-FUTURE",
            "severity": "warning",
            "message": "»listed« liegt in der Zukunft.",
            "remedy": "Das Datum prüfen.",
            "details": {"key": "listed"},
        },
    ]


@pytest.mark.parametrize(("name", "empty"), [("json", "[\n]\n"), ("concise", ""), ("full", "")])
def test_nothing(name: str, empty: str) -> None:
    assert shown(name, view=View()) == empty


@pytest.mark.parametrize(
    ("line", "position", "shown_line", "caret"),
    [
        ("abc", 1, "abc", 1),
        ("abc", 3, "abc", 3),
        ("abc", 99, "abc", 3),
        ("日本語x", 3, "日本語x", 6),
        ("u\u0308ber", 2, "u\u0308ber", 1),
        ("a\u202eb", 2, "a\\u202eb", 7),
        ("\tb", 1, "    b", 4),
        ("a\x1b[31m", 0, "a\\x1b[31m", 0),
        ("a" * 200, 0, "a" * MAX_COLUMNS + "…", 0),
    ],
)
def test_excerpt(line: str, position: int, shown_line: str, caret: int) -> None:
    assert excerpt(line, position) == (shown_line, caret)


@given(st.text(max_size=3000), st.integers(0, 3000))
def test_an_excerpt_fits_and_holds_its_place(line: str, position: int) -> None:
    text, caret = excerpt(line, position)
    assert width(text) <= MAX_COLUMNS * 2
    assert caret <= MAX_COLUMNS
    assert escape(text) == text


HOSTILE = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)


@pytest.mark.parametrize("name", FORMATS)
@given(path=HOSTILE, value=HOSTILE)
def test_only_visible_characters_are_printed(name: str, path: str, value: str) -> None:
    finding = diagnostic(path, Place(1, 1), "FLD-YES-NO", {"value": value})
    printed = shown(name, finding, view=View("de", lambda _: [value]))
    assert re.search(r"[^\n\x20-\x7e\xa1-\U0010ffff]", printed) is None
    assert all(c.isprintable() or c in "\n\u200c\u200d" for c in printed)


@given(path=HOSTILE, value=HOSTILE)
def test_a_finding_is_one_command_of_a_forge(path: str, value: str) -> None:
    finding = diagnostic(path, Place(1, 1), "FLD-YES-NO", {"value": value})
    [line] = shown("github", finding, view=View("de")).splitlines()
    head, _, _ = line.removeprefix("::").partition("::")
    keys = [part.split("=", 1)[0] for part in head.removeprefix("error ").split(",")]
    assert keys == ["file", "line", "col", "title"]


def test_joiners_of_persian_stay() -> None:
    assert escape("می\u200cخواهم") == "می\u200cخواهم"
