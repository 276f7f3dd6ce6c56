"""What stands where in a text, and where links may lead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.validation.markdown import images, leads_somewhere, links, tags


@pytest.mark.parametrize(
    "destination",
    [
        "https://chor.example",
        "http://chor.example/a?b=c#d",
        "HTTPS://chor.example",
        "mailto:kontakt@chor.example",
        "mailto:a@b.example?subject=Hallo%20Welt",
        "tel:+49-30-23125014",
        "/termine/",
        "/",
        "#anfahrt",
        "https://ar.example/\u0645\u062f\u0631\u0633\u0629",
    ],
)
def test_leads_somewhere(destination: str) -> None:
    assert leads_somewhere(destination)


@pytest.mark.parametrize(
    "destination",
    [
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "java&#x0A;script:alert(1)",
        "java&Tab;script:alert(1)",
        "&#106;&#97;vascript:alert(1)",
        "&amp;#106;avascript:alert(1)",
        "\x01javascript:alert(1)",
        "java\u200bscript:alert(1)",
        "javascript&colon;alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://chor.example",
        "//chor.example",
        "/\\chor.example",
        "\\\\chor.example",
        "&#47;/chor.example",
        "http://us]er@chor.example/",
        "http://[chor.example/",
        "https:chor.example",
        "https:///chor.example",
        "https://",
        "termine.html",
        "../geheim.txt",
        "{static}/x",
        "{attach}../secret.txt",
        "?a=b",
        "mailto:",
        "mailto:chor",
        "tel:",
        "www.chor.example",
    ],
)
def test_leads_nowhere(destination: str) -> None:
    assert not leads_somewhere(destination)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](b)", [("b", 4)]),
        ("[a]( b )", [("b", 5)]),
        ("[a](<b c>)", [("b c", 5)]),
        ('[a](b "Titel")', [("b", 4)]),
        ("[a](b(c)d)", [("b(c)d", 4)]),
        ("[a](javascript:alert(1))", [("javascript:alert(1)", 4)]),
        ("[a [b] c](d)", [("d", 10)]),
        ("[a\nb](c)", [("c", 6)]),
        ("[a](b) [c](d)", [("b", 4), ("d", 11)]),
        ("[a]()", [("", 4)]),
        ("<https://a.example>", [("https://a.example", 1)]),
        ("<javascript:a>", [("javascript:a", 1)]),
        ("[![Bild](x.png)](b)", [("b", 17)]),
        ("![Bild](x.png)", []),
        ("a](b)", []),
        ("[a\n\nb](c)", []),
        ("`[a](b)`", []),
        ("``[a](b) ` ``", []),
        ("\\[a](b)", []),
        ("[a\\](b)", []),
        ("[Hinweis]: Wir treffen uns", []),
        ("[a]: javascript:b", []),  # no link on the page, shown as written
        ("gibt`s [a](b) und geht`s", [("b", 11)]),
        ("[[associations.active]]", []),
        ("<b>", []),
    ],
)
def test_links(text: str, expected: list[tuple[str, int]]) -> None:
    assert list(links(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a <b>c</b>", [("<b>", 2), ("</b>", 6)]),
        ("<script src=x>", [("<script src=x>", 0)]),
        ("<br/>", [("<br/>", 0)]),
        ("<!-- x -->", [("<!--", 0)]),
        ("a < b > c", []),
        ("1 <2 und 3> 2", []),
        ("<https://a.example>", []),
        ("<a@b.example>", []),
        ("`<b>`", []),
        ("\\<b>", []),
    ],
)
def test_tags(text: str, expected: list[tuple[str, int]]) -> None:
    assert list(tags(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a ![b](c)", [("![b](c)", 2)]),
        ("![b [c]](d)", [("![b [c]](d)", 0)]),
        ("Achtung! [b](c)", []),
        ("`![b](c)`", []),
        ("![b][c]", []),
        ("\\![b](c)", []),
    ],
)
def test_images(text: str, expected: list[tuple[str, int]]) -> None:
    assert list(images(text)) == expected


@given(st.text(alphabet="[]()<>!`\\:a \n/#\"'{}&", max_size=200))
def test_offsets_are_those_of_the_text(text: str) -> None:
    for finder in (links, tags, images):
        for found in finder(text):
            assert text[found.offset :].startswith(found.text)
