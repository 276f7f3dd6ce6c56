"""The page that can be mailed: whole in itself, and nothing in it but what we put there."""

import re
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue.diagnostics import Diagnostic, MessageLanguage, Place, diagnostic
from plugins.findings import Display, html
from plugins.findings.safe import escape

GOLDEN = Path(__file__).parent / "golden"
FILES = {
    "content/board/saal.yaml": ["kind: offer", "title: Saal", "association: chor-musterstad"],
    "content/associations/ende.md": ["---", "name: Ende", ""],
}
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
FOUND = (
    diagnostic("content/associations/ende.md", Place(3, 1), "YML-FRONT-END", {}),
    MISSING,
    diagnostic("content/board/saal.yaml", Place(1, 1), "DATE-FUTURE", {"key": "posted"}),
    diagnostic("content/images/x.png", Place(1, 1), "IMG-UNUSED", {}),
)


def lines(path: str) -> Sequence[str]:
    return FILES.get(path, [])


def page(*found: Diagnostic, language: MessageLanguage = "de") -> str:
    view = Display(
        language, lines, heading="Anlaufstelle, 1.12.2026", summary="4 Einträge geprüft."
    )
    return html.render(found, view)


class Page(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.golden
@pytest.mark.parametrize(
    ("name", "found", "language"),
    [("bericht.html", FOUND, "de"), ("report.html", FOUND, "en"), ("nichts.html", (), "de")],
)
def test_the_page(
    name: str, found: tuple[Diagnostic, ...], language: MessageLanguage, bless: bool
) -> None:
    text = page(*found, language=language)
    if bless:
        (GOLDEN / name).write_text(text, encoding="utf-8", newline="\n")
    assert text == (GOLDEN / name).read_text(encoding="utf-8")


def test_nothing_is_loaded_from_anywhere() -> None:
    text = page(*FOUND)
    assert re.findall(r"(?i)https?:|//|url\(|@import|src=|href=|<script|<link", text) == []
    assert "default-src 'none'" in text


def test_the_word_at_the_place_is_marked() -> None:
    assert "association: <mark>chor-musterstad</mark></code>" in page(MISSING)


@pytest.mark.parametrize(
    ("line", "column", "expected"),
    [
        ("topics: [a, b]", 10, "topics: [<mark>a</mark>, b]"),
        ("topics: []", 9, "topics: <mark>[</mark>]"),
        ("x: ", 4, "x: <mark>&nbsp;</mark>"),
        ("x", 9, "x<mark>&nbsp;</mark>"),
        ("", 1, "<mark>&nbsp;</mark>"),
        ("], a", 1, "<mark>]</mark>, a"),
        ("\tx", 1, "<mark>    </mark>x"),
        ("<b>&amp;", 1, "<mark>&lt;b&gt;&amp;amp;</mark>"),
        ("a\u202eb", 2, "a<mark>\\u202eb</mark>"),
    ],
)
def test_what_is_marked(line: str, column: int, expected: str) -> None:
    finding = diagnostic("x.md", Place(1, column), "FLD-EMPTY", {"key": "x"})
    text = html.render((finding,), Display(lines=lambda _: [line, "z"]))
    assert re.findall(r"<code>(.*)</code></pre>", text) == [expected]


HOSTILE = st.text(st.characters(codec=None, exclude_categories=()), max_size=60) | st.sampled_from(
    [
        "<script>alert(1)</script>",
        "</code></pre><img src=x onerror=alert(1)>",
        "\"' onclick=alert(1) x='",
        "<!--",
        "]]>",
        "&lt;b&gt;",
        "</style><style>*{}",
        "</title>",
    ]
)


@given(path=HOSTILE, value=HOSTILE, heading=HOSTILE)
def test_what_strangers_write_is_text(path: str, value: str, heading: str) -> None:
    finding = diagnostic(path, Place(1, 1), "FLD-YES-NO", {"value": value})
    view = Display("de", lambda _: [value, "x"], heading=heading)
    harmless = diagnostic("a.md", Place(1, 1), "FLD-YES-NO", {"value": "a"})
    found = Page(html.render((finding,), view))
    expected = Page(html.render((harmless,), Display("de", lambda _: ["a", "x"], heading="a")))
    assert found.elements == expected.elements
    assert escape(heading) in found.text and escape(path) in found.text
    assert f"»{escape(value)}« ist weder" in found.text
