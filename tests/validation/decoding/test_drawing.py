"""Drawings are written anew from what is allowed; whatever else is in a file is not published."""

import signal

import pytest

from plugins.catalogue.pictures import Pixels
from plugins.validation.decoding import drawing
from plugins.validation.decoding.drawing import MAX_BYTES, MAX_DEPTH, MAX_ELEMENTS, Drawing
from tests.waiting import MOST

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 12"'
FRAME = '<svg height="112" viewBox="0 0 24 12" width="224" xmlns="http://www.w3.org/2000/svg"'
SHAPE = '<path d="M0 0h9v9z"/>'


def svg(inside: str, more: str = "") -> bytes:
    return f"{HEAD}{more}>{inside}</svg>".encode()


def made(inside: str) -> str:
    """What is published of a drawing with this inside, without its frame."""
    found = drawing.drawing(svg(inside))
    assert found is not None
    text = found.svg.decode()
    assert text.startswith(f"{FRAME}>") and text.endswith("</svg>")
    return text[len(FRAME) + 1 : -len("</svg>")]


@pytest.mark.parametrize(
    "inside",
    [
        SHAPE,
        '<g fill="none" stroke="#a33" stroke-width=".5"><circle cx="1" cy="2" r="3.5e-1"/></g>',
        '<defs><linearGradient id="a"><stop offset="0" stop-color="rgb(1, 2, 3)"/>'
        '</linearGradient></defs><rect fill="url(#a)" height="9" width="9"/>',
        '<defs><clipPath id="b"><circle r="4"/></clipPath></defs><g clip-path="url(#b)">'
        '<path d="M0 0h9"/></g>',
        '<path d="M0 0h9" id="a"/><use href="#a" x="3"/>',
        '<text font-family="Arial, sans-serif" x="1">Chor &amp; mehr<tspan>x</tspan></text>',
        '<path d="M0 0" transform="translate(1 2) rotate(45)"/>',
    ],
)
def test_what_is_allowed_stays(inside: str) -> None:
    assert made(inside) == inside


@pytest.mark.parametrize(
    ("inside", "published"),
    [
        # what loads, runs, or steers
        ("<script>alert(1)</script>", ""),
        ('<path d="M0 0" onload="alert(1)" onclick="x()"/>', '<path d="M0 0"/>'),
        ("<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>", ""),
        ('<image href="http://evil.example/x.png"/>', ""),
        ('<image href="data:image/png;base64,AAAA"/>', ""),
        ('<use href="http://evil.example/x.svg#a"/>', "<use/>"),
        ('<use href="data:image/svg+xml,x#a"/>', "<use/>"),
        ('<use x:href="//evil.example#a" xmlns:x="http://www.w3.org/1999/xlink"/>', "<use/>"),
        ('<a href="javascript:alert(1)"><path d="M0 0"/></a>', '<g><path d="M0 0"/></g>'),
        ('<path d="M0 0"><animate attributeName="href" to="x:y"/></path>', '<path d="M0 0"/>'),
        ('<set attributeName="onload" to="alert(1)"/>', ""),
        ('<svg onload="alert(1)"><script/></svg>', ""),
        ('<handler type="x"/><listener/><discard/>', ""),
        # the same in other clothes: another prefix, another case, escapes
        ('<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>', ""),
        ('<s:path xmlns:s="http://www.w3.org/2000/svg" d="M0 0"/>', '<path d="M0 0"/>'),
        ('<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>', ""),
        ('<SCRIPT>alert(1)</SCRIPT><Path d="M0 0"/>', ""),
        ('<path ONLOAD="x" d="M0 0"/>', '<path d="M0 0"/>'),
        ('<path d="M0 0" xmlns:e="urn:e" e:onload="x"/>', '<path d="M0 0"/>'),
        ('<path d="M0 0" fill="u&#114;l(http://evil.example)"/>', '<path d="M0 0"/>'),
        ('<path d="M0 0" xml:base="http://evil.example/"/>', '<path d="M0 0"/>'),
        ("<text><![CDATA[<script>alert(1)</script>]]></text>",
         "<text>&lt;script&gt;alert(1)&lt;/script&gt;</text>"),
        ("<!-- Frau Muster --><?xml-stylesheet href='http://evil.example/x.css'?>", ""),
        ("<title>Frau Muster</title><metadata><x xmlns='urn:x'/></metadata>", ""),
        # styles
        ("<style>@import 'http://evil.example/x.css'; .a{fill:red}</style>", ""),
        ('<path d="M0 0" style="fill:#a33;background:url(http://evil.example)"/>',
         '<path d="M0 0" fill="#a33"/>'),
        ('<path d="M0 0" style="fill:url(http://evil.example/#a)"/>', '<path d="M0 0"/>'),
        ('<path d="M0 0" style="fill:\\75rl(http://evil.example)"/>', '<path d="M0 0"/>'),
        ('<path d="M0 0" style="fill:url( \'#a\' )"/>', '<path d="M0 0" fill="url(#a)"/>'),
        ("<style>.a, path.b{fill:#123;cursor:url(x)} #b{fill:red}</style><path class='a' d='M0'/>",
         '<path d="M0" fill="#123"/>'),
        ("<style>rect{fill:red}.a{fill:blue;opacity:.5}</style><rect class='a' style='fill:lime'/>",
         '<rect fill="lime" opacity=".5"/>'),
        # attributes of other forms
        ('<path d="M0 0&quot;/&gt;&lt;script&gt;"/>', "<path/>"),
        ('<path d="M0 0" id="a b"/>', '<path d="M0 0"/>'),
        ('<g id="a"/><path d="M0 0" id="a"/>', '<g id="a"/><path d="M0 0"/>'),
        ('<path d="M0 0" filter="url(#f)" mask="url(#m)"/>', '<path d="M0 0"/>'),
    ],
)  # fmt: skip
def test_what_else_there_is_goes(inside: str, published: str) -> None:
    assert made(SHAPE + inside) == SHAPE + published


def nested(depth: int) -> str:
    return "<g>" * depth + SHAPE + "</g>" * depth


LAUGHS = "".join(f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 9))
CHAIN = "".join(f'<g id="a{n}"><use href="#a{n - 1}"/></g>' for n in range(1, 300))
AMPLIFIED = (
    "<style>.a{stroke-dasharray:" + "1 " * 50_000 + "}</style>" + "<path d='M0' class='a'/>" * 500
)
ENTITIES = '<!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"<svg",
        b"<svg xmlns='http://www.w3.org/2000/svg'>" + SHAPE.encode() + b"</svg>",
        b"<svg viewBox='0 0 9 9'>" + SHAPE.encode() + b"</svg>",
        b"<html xmlns='http://www.w3.org/1999/xhtml' viewBox='0 0 9 9'/>",
        ENTITIES.encode() + svg("<text>&b;</text>"),
        b"<!DOCTYPE svg SYSTEM 'http://evil.example/x.dtd'>" + svg(SHAPE),
        b"<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + svg("<text>&x;</text>"),
        svg("<text>&undeclared;</text>"),
        svg(SHAPE).decode().encode("utf-16"),
        b"<?xml version='1.0' encoding='latin-1'?>" + svg(SHAPE).replace(b"M0", b"M0\xff"),
        b"\x1f\x8b\x08\x00" + svg(SHAPE),
        svg(SHAPE + "<b:g/>"),
        svg(SHAPE, ' viewBox="0 0 1 1"'),
        svg(SHAPE * (MAX_ELEMENTS + 1)),
        svg(nested(MAX_DEPTH)),
        svg(SHAPE + "<!--" + "x" * MAX_BYTES + "-->"),
        svg('<g id="a0"><path d="M0 0"/></g>' + LAUGHS),
        svg('<g id="a0"><path d="M0 0"/></g>' + CHAIN),
        svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
        svg('<g id="a"><use href="#a"/></g>'),
        svg(AMPLIFIED),
        svg('<image href="data:image/png;base64,AAAA"/>'),
        svg("<g/>"),
    ],
)
def test_what_is_refused(data: bytes) -> None:
    assert drawing.drawing(data) is None
    assert drawing.pixels(data) is None


THRICE = "".join(
    f'<clipPath id="a{n}" clip-path="url(#a{n + 1})" fill="url(#a{n + 1})" '
    f'stroke="url(#a{n + 1})"/>'
    for n in range(40)
)


@pytest.mark.parametrize(
    ("inside", "is_published"),
    [
        (f"<defs>{THRICE}</defs>{SHAPE}", False),
        (f"<style>{'a' * 200_000}</style>{SHAPE}", True),
        (f"<style>{'/*' * 100_000}</style>{SHAPE}", True),
        (f"<style>{'a,' * 50_000}b{{{'fill:red;' * 12_000}}}</style>{SHAPE}", True),
    ],
    ids=["references", "selectors", "comments", "rules"],
)
def test_no_file_takes_long(inside: str, is_published: bool) -> None:
    signal.alarm(MOST)
    found = drawing.drawing(svg(inside))
    signal.alarm(0)
    assert (found is not None) == is_published


@pytest.mark.parametrize(
    ("head", "size"),
    [
        ('viewBox="0,0 , 100 50"', (224, 112)),
        ('width="10px" height="20"', (112, 224)),
        ('viewBox="0 0 1 51"', None),
        ('viewBox="0 0 0 1"', None),
        ('viewBox="0 0 nan 1"', None),
        ('viewBox="0 0 1e9 1e9"', None),
        ('width="100%" height="100%"', None),
    ],
)
def test_its_size(head: str, size: tuple[int, int] | None) -> None:
    found = drawing.drawing(
        f'<svg xmlns="http://www.w3.org/2000/svg" {head}>{SHAPE}</svg>'.encode()
    )
    assert (found and found[1:3]) == size


def test_a_drawing_that_was_written_stays_as_it_is() -> None:
    """What is published can be given in again, and no byte of it is another."""
    one = drawing.drawing(svg("<style>.a{fill:red}</style><g class='a' id='x'>" + SHAPE + "</g>"))
    assert one is not None and drawing.drawing(one.svg) == one


def test_the_encoding_that_a_file_claims_does_not_count() -> None:
    data = b"<?xml version='1.0' encoding='utf-7'?>" + svg("<text>+ADw-script+AD4-</text>")
    found = drawing.drawing(data)
    assert found and found.svg == f"{FRAME}><text>+ADw-script+AD4-</text></svg>".encode()


def test_what_may_be_missed_is_told() -> None:
    data = b"\xef\xbb\xbf" + svg(SHAPE + "<script/><g><image/><image/></g><desc/>")
    found = drawing.drawing(data)
    assert found == Drawing(f"{FRAME}>{SHAPE}<g/></svg>".encode(), 224, 112, ("image", "script"))
    known = drawing.pixels(data)
    assert isinstance(known, Pixels) and known.left_out == ("image", "script")
    assert (known.width, known.height, known.opaque) == (224, 112, False)
