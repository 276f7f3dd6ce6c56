"""Ways of showing findings; nothing of what an entry says steers the terminal or the forge."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue.diagnostics import Diagnostic, Place, diagnostic
from plugins.findings import FORMATS, Display
from plugins.findings.excerpt import MAX_COLUMNS, excerpt
from plugins.findings.safe import escape, width

DOCS = Path(__file__).parents[2] / "docs"
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


def shown(name: str, *findings: Diagnostic, view: Display) -> str:
    return FORMATS[name](findings, view)


def test_concise() -> None:
    assert shown("concise", MISSING, FUTURE, view=Display("de")) == (
        "content/board/saal.yaml:3:14: REF-MISSING Einen Verein »chor-musterstad« gibt es nicht.\n"
        "    Hilfe: Meinten Sie »chor-musterstadt«?\n"
        "content/b.md:1:1: DATE-FUTURE Warnung: »listed« liegt in der Zukunft.\n"
        "    Hilfe: Das Datum prüfen.\n"
    )


def test_concise_in_english() -> None:
    assert shown("concise", MISSING, view=Display("en")) == (
        "content/board/saal.yaml:3:14: REF-MISSING "
        'There is no such entry: an association "chor-musterstad".\n'
        '    Help: Did you mean "chor-musterstadt"?\n'
    )


def test_full() -> None:
    assert shown("full", MISSING, view=Display("de", lines)) == (
        "content/board/saal.yaml:3:14: Fehler REF-MISSING\n"
        "Einen Verein »chor-musterstad« gibt es nicht.\n"
        "    3 | association: chor-musterstad\n"
        "      |              ^\n"
        "Hilfe: Meinten Sie »chor-musterstadt«?\n"
        "\n"
    )


@pytest.mark.parametrize(
    ("line", "column", "expected"),
    [
        ("a: 日本", 4, ["    1 | a: 日本", "      |    ^"]),
        ("日本: a", 5, ["    1 | 日本: a", "      |       ^"]),
        ("\tb: c", 2, ["    1 |     b: c", "      |     ^"]),
        ("u\u0308: b", 5, ["    1 | u\u0308: b", "      |    ^"]),
        ("a: مدرسة", 4, ["    1 | a: مدرسة", "      |    ^"]),
        ("a: [مدرسة, x]", 12, ["    1 | a: […x]", "      |      ^"]),
        ("a: b", 5, ["    1 | a: b", "      |     ^"]),
        ("a: b  ", 7, ["    1 | a: b", "      |       ^"]),
        (f"a: {'x' * 300}", 200, [f"    1 | …{'x' * 66}{'x' * 33}…", f"      | {' ' * 67}^"]),
    ],
    ids=str,
)
def test_the_caret_stands_below_the_place(line: str, column: int, expected: list[str]) -> None:
    finding = diagnostic("x.md", Place(1, column), "YML-TAB", {})
    text = shown("full", finding, view=Display("de", lambda _: [line, "end"]))
    assert text.split("\n")[2:4] == expected


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("---\nname: x\n", 3, ["    2 | name: x", "    3 |", "      | ^"]),
        ("---\n\nname: x", 2, ["    1 | ---", "    2 |", "      | ^"]),
        ("---\nname: x", 2, ["    2 | name: x", "      | ^"]),
        ("\nx", 1, ["    1 |", "      | ^"]),
        ("", 1, []),
        ("x", 2, []),
    ],
)
def test_an_empty_line_is_shown_below_the_one_before(
    text: str, line: int, expected: list[str]
) -> None:
    finding = diagnostic("x.md", Place(line, 1), "YML-TAB", {})
    printed = shown("full", finding, view=Display("de", lambda _: text.split("\n")))
    assert printed.split("\n")[2:-3] == expected


def test_full_without_a_source_and_in_colour() -> None:
    assert shown("full", FUTURE, view=Display("en", colour=True)) == (
        "\x1b[1mcontent/b.md:1:1:\x1b[0m \x1b[33mwarning DATE-FUTURE\x1b[0m\n"
        '"listed" is in the future.\n'
        "Help: Check the date.\n"
        "\n"
    )


def test_github() -> None:
    finding = diagnostic("a,b:c%.md", Place(2, 3), "FLD-YES-NO", {"value": "%0A::error::\r\nx"})
    assert shown("github", finding, view=Display("en")) == (
        "::error file=a%2Cb%3Ac%25.md,line=2,col=3,title=FLD-YES-NO::"
        '"%250A::error::\\r\\nx" is neither yes nor no.%0AHelp: Write yes or no.\n'
    )


def test_json_is_what_its_documentation_shows() -> None:
    text = (DOCS / "diagnostics-json.md").read_text(encoding="utf-8")
    shown_example, schema = re.findall(r"```json\n(.*?)```", text, re.DOTALL)
    printed = shown("json", MISSING, FUTURE, view=Display("de"))
    assert shown_example == printed
    known, written = json.loads(schema), json.loads(printed)
    assert known["required"] == list(known["properties"]) == list(written)
    item = known["properties"]["findings"]["items"]
    assert item["required"] == list(item["properties"])
    assert [list(finding) for finding in written["findings"]] == [item["required"]] * 2
    assert known["properties"]["counts"]["required"] == list(written["counts"])


@pytest.mark.parametrize(
    ("name", "empty"),
    [
        (
            "json",
            '{"version": 1, "language": "de", '
            '"counts": {"error": 0, "warning": 0, "notice": 0}, "findings": [\n]}\n',
        ),
        ("gitlab", "[\n]\n"),
        ("github", ""),
        ("concise", ""),
        ("full", ""),
    ],
)
def test_nothing(name: str, empty: str) -> None:
    assert shown(name, view=Display()) == empty


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
    before, after = excerpt(line, position)
    assert ((before + after).rstrip(), width(before)) == (shown_line, caret)


@given(st.text(max_size=3000), st.integers(0, 3000))
def test_an_excerpt_fits_and_holds_its_place(line: str, position: int) -> None:
    before, after = excerpt(line, position)
    assert width(before + after) <= MAX_COLUMNS + 2
    assert width(before) <= MAX_COLUMNS
    assert escape(before + after) == before + after


HOSTILE = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)


@pytest.mark.parametrize("name", FORMATS)
@given(path=HOSTILE, value=HOSTILE)
def test_only_visible_characters_are_printed(name: str, path: str, value: str) -> None:
    finding = diagnostic(path, Place(1, 1), "FLD-YES-NO", {"value": value})
    printed = shown(name, finding, view=Display("de", lambda _: [value]))
    assert re.search(r"[^\n\x20-\x7e\xa1-\U0010ffff]", printed) is None
    assert all(c.isprintable() or c in "\n\u200c\u200d" for c in printed)


@given(path=HOSTILE, value=HOSTILE)
def test_a_finding_is_one_command_of_a_forge(path: str, value: str) -> None:
    finding = diagnostic(path, Place(1, 1), "FLD-YES-NO", {"value": value})
    [line] = shown("github", finding, view=Display("de")).splitlines()
    head, _, _ = line.removeprefix("::").partition("::")
    keys = [part.split("=", 1)[0] for part in head.removeprefix("error ").split(",")]
    assert keys == ["file", "line", "col", "title"]


def test_joiners_of_persian_stay() -> None:
    assert escape("می\u200cخواهم") == "می\u200cخواهم"
