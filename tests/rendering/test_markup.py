"""Markdown to safe HTML: a table of what goes in and what comes out."""

import pytest

from plugins.rendering.markup import html
from plugins.rendering.plain_markup import is_rtl

CASES = {
    "paragraph": ("Wir singen.", "<p>Wir singen.</p>"),
    "emphasis": ("**neu** und *alt*", "<p><strong>neu</strong> und <em>alt</em></p>"),
    "link": (
        "[Chor](https://chor.example.org)",
        '<p><a href="https://chor.example.org" rel="noopener">Chor</a></p>',
    ),
    "own link": (
        "[Termine](/termine/)",
        '<p><a href="/stadt/termine/" rel="noopener">Termine</a></p>',
    ),
    "fragment": ("[unten](#a)", '<p><a rel="noopener">unten</a></p>'),
    "relative": ("[unten](a/b)", '<p><a rel="noopener">unten</a></p>'),
    "mail": (
        "[Post](mailto:a@b.example)",
        '<p><a href="mailto:a@b.example" rel="noopener">Post</a></p>',
    ),
    "two slashes": ("[x](//evil.example/)", '<p><a rel="noopener">x</a></p>'),
    "backslash": ("[x](/\\evil.example/)", '<p><a rel="noopener">x</a></p>'),
    "javascript": ("[x](javascript:alert(1))", '<p><a rel="noopener">x</a></p>'),
    "javascript in entities": (
        "[x](&#106;avascript&colon;alert(1))",
        '<p><a rel="noopener">x</a></p>',
    ),
    "data": ("[x](data:text/html,<script>)", '<p><a rel="noopener">x</a></p>'),
    "script": ("a <script>alert(1)</script> b", "<p>a  b</p>"),
    "handler": ('<b onclick="x()">fett</b>', "<p>fett</p>"),
    "style": ('<p style="color:red">rot</p>', "<p>rot</p>"),
    "image": ("![Bild](https://x.example/a.png)", "<p></p>"),
    "form": ("<form action=x><input name=y></form>ende", "<p>ende</p>"),
    "headings start at 2": (
        "# Eins\n\n### Drei\n\n# Eins",
        "<h2>Eins</h2>\n<h3>Drei</h3>\n<h2>Eins</h2>",
    ),
    "heading gap closed": ("#### Vier", "<h2>Vier</h2>"),
    "template": ("{{ 7*7 }} {% x %}", "<p>{{ 7*7 }} {% x %}</p>"),
    "arabic": ("مرحبا بكم", '<p dir="rtl">مرحبا بكم</p>'),
    "arabic after an element": ("<b></b> مرحبا", '<p dir="rtl"> مرحبا</p>'),
    "words that Python-Markdown marks places with": (
        "klzzwxh:1 مرحبا `x`",
        "<p>klzzwxh:1 مرحبا <code>x</code></p>",
    ),
    "german first": ("Willkommen – مرحبا", "<p>Willkommen – مرحبا</p>"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_html(text: str, expected: str) -> None:
    assert html(text, base="/stadt").strip() == expected


def test_figures_are_put_in_place_of_their_names() -> None:
    figures = {"associations.active": "45", "survey.rate": "49 %"}
    text = "Es sind [[associations.active]] Vereine ([[ survey.rate ]])."
    assert html(text, figures=figures) == "<p>Es sind 45 Vereine (49 %).</p>"


@pytest.mark.parametrize(
    ("target", "kept"),
    [("/termine/", True), ("/termine/?q=x", True), ("/gibt-es-nicht/", False), ("/a%2Fb/", False)],
)
def test_a_link_to_a_page_that_is_not_there_is_left_out(target: str, kept: bool) -> None:
    written = html(f"[x]({target})", "/stadt", is_there={"/termine/", "/"}.__contains__)
    href = f' href="/stadt{target}"' if kept else ""
    assert written == f'<p><a{href} rel="noopener">x</a></p>'


def test_without_figures_the_brackets_stay() -> None:
    assert html("[[associations.active]]") == "<p>[[associations.active]]</p>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc", False),
        ("مرحبا", True),
        ("12 שלום", True),
        ("«Калина»", False),
        ("", False),
        ("!?", False),
    ],
)
def test_is_rtl(text: str, expected: bool) -> None:
    assert is_rtl(text) is expected
