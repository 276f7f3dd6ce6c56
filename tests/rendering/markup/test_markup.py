"""Markdown to safe HTML: a table of what goes in and what comes out."""

import re

import nh3
import pytest

from plugins.catalogue.characters import forbidden
from plugins.rendering.markup import address, html, reference
from plugins.rendering.markup.plain_markup import is_rtl

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


@pytest.mark.parametrize("element", sorted(nh3.ALLOWED_TAGS | {"p", "svg", "math", "font", "x-y"}))
def test_the_closed_list_of_attributes_is_closed(element: str) -> None:
    """Whatever nh3 would allow by itself, and what it never does."""
    allowed = {name for names in nh3.ALLOWED_ATTRIBUTES.values() for name in names}
    names = sorted(allowed | {"title", "lang", "id", "class", "style", "onclick", "dir", "rel"})
    written = " ".join(f'{name}="/x"' for name in names)
    for text in (f"<{element} {written}>a</{element}>", f"b <{element} {written}>a</{element}>"):
        kept = set(re.findall(r' ([a-z-]+)="', reference(text, lambda target: target)))
        assert kept <= KEPT.get(element, set())


KEPT = {
    "a": {"href", "rel"},
    "ol": {"start"},
    **{name: {"dir"} for name in "p li h2 h3 h4 h5 h6 blockquote".split()},
}


@pytest.mark.parametrize(
    "scheme", ["javascript", "vbscript", "data", "file", "ftp", "blob", "xmpp"]
)
def test_a_scheme_that_may_be_dangerous_is_refused_twice(scheme: str) -> None:
    """Neither our own look at addresses nor nh3's list of schemes stands alone."""
    target = f"{scheme}:alert(1)"
    assert address(target) is None
    written = reference(f"[x]({target})\n\n<a href='{target}'>y</a>", lambda target: target)
    assert written == '<p><a rel="noopener">x</a></p>\n<p><a rel="noopener">y</a></p>'


HIDDEN = "&#8238; &#x202e; &#X202E; &#08238; &#x0000202e; &#8238 &#x202E &NoBreak; &ZeroWidthSpace;"


@pytest.mark.parametrize("entity", [*HIDDEN.split(), "&\\#8238;", "&#\\x202e;", "&#8234;&#8294;"])
def test_a_hidden_character_never_reaches_a_page(entity: str) -> None:
    """Entries that hold one are refused; this is the second look, at what has been made of them."""
    for text in (entity, f"a {entity}b", f"[a](/b/ '{entity}')", f"`{entity}`", f"<p>{entity}</p>"):
        assert list(forbidden(html(text))) == []
