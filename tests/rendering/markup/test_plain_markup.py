"""The short way for plain texts gives what the reference gives, or says: not plain."""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import corpus
from plugins.catalogue.characters import forbidden
from plugins.rendering import markup
from plugins.rendering.markup import plain_markup
from plugins.rendering.markup.plain_text import words

pytestmark = pytest.mark.slow

BASES = ("", "/stadt", "/a_b/größe~1.0-x")
PAGES = (None, frozenset({"/", "/termine/", "/a b/"}))


def where(base: str = "", pages: frozenset[str] | None = None) -> plain_markup.Resolve:
    is_there = bool if pages is None else pages.__contains__
    return partial(markup.address, base=base, is_there=is_there)


def short(text: str, base: str = "", pages: frozenset[str] | None = None) -> str | None:
    return plain_markup.html(text, where(base, pages))


def long(text: str, base: str = "", pages: frozenset[str] | None = None) -> str:
    return markup.reference(text, where(base, pages))


def said(text: str, addresses: bool = True) -> str | None:
    return plain_markup.words(text, where(), addresses)


PLAIN = {
    "paragraph": ("Wir singen.", "<p>Wir singen.</p>"),
    "two paragraphs": ("Eins\n\nZwei", "<p>Eins</p>\n<p>Zwei</p>"),
    "two lines": ("Eins\nZwei", "<p>Eins\nZwei</p>"),
    "signs": (
        "„So“ \"so\" 'so' (so) – 2 + 3 = 5; 49 % #1 C# §5 ~ ^ {{ x }} {: .x }?!",
        "<p>„So“ \"so\" 'so' (so) – 2 + 3 = 5; 49 % #1 C# §5 ~ ^ {{ x }} {: .x }?!</p>",
    ),
    "numbers": ("Auf\n12.5 Meter\nsind\n3) x", "<p>Auf\n12.5 Meter\nsind\n3) x</p>"),
    "addresses as text": (
        "(https://a.example/x_y). a_b@c.example, www.a.example",
        '<p>(<a href="https://a.example/x_y" rel="noopener">https://a.example/x_y</a>). '
        '<a href="mailto:a_b@c.example" rel="noopener">a_b@c.example</a>, www.a.example</p>',
    ),
    "headings": ("# A\n## B\n#### C\n# D", "<h2>A</h2>\n<h2>B</h2>\n<h3>C</h3>\n<h2>D</h2>"),
    "deepest heading": (
        "## 2\n### 3\n#### 4\n##### 5\n###### 6",
        "<h2>2</h2>\n<h3>3</h3>\n<h4>4</h4>\n<h5>5</h5>\n<h6>6</h6>",
    ),
    "text under a heading": ("## A\nText\n\n##  B", "<h2>A</h2>\n<p>Text</p>\n<h2>B</h2>"),
    "bullets": (
        "- a\n* b\n+  c\n- *d* e",
        "<ul>\n<li>a</li>\n<li>b</li>\n<li>c</li>\n<li><em>d</em> e</li>\n</ul>",
    ),
    "numbered": ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
    "numbered from three": ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
    "dates": ("1. Mai: Fest\n\n3. Oktober: Feier", "<p>1. Mai: Fest</p>\n<p>3. Oktober: Feier</p>"),
    "list under a line": ("A:\n- a\n- b", "<p>A:</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
    "dash in a sentence": ("A\n- b -\nc", "<p>A\n- b -\nc</p>"),
    "list under a heading": ("## A\n- a\n\nb", "<h2>A</h2>\n<ul>\n<li>a</li>\n</ul>\n<p>b</p>"),
    "lists of two kinds": (
        "- a\n1. b\n2. c",
        "<ul>\n<li>a</li>\n</ul>\n<ol>\n<li>b</li>\n<li>c</li>\n</ol>",
    ),
    "lists apart": (
        "- a\n\nb\n\n- c",
        "<ul>\n<li>a</li>\n</ul>\n<p>b</p>\n<ul>\n<li>c</li>\n</ul>",
    ),
    "emphasis": ("*a b*, **c** _d_", "<p><em>a b</em>, <strong>c</strong> <em>d</em></p>"),
    "emphasis in emphasis": (
        "***a*** **b *c***",
        "<p><strong><em>a</em></strong> <strong>b <em>c</em></strong></p>",
    ),
    "stars and underscores in words": (
        "Freund*innen, *innen, 5 €*, 2*3*4, __init__, a_b_c",
        "<p>Freund*innen, *innen, 5 €*, 2*3*4, __init__, a_b_c</p>",
    ),
    "emphasis over two lines": ("**a\nb**", "<p><strong>a\nb</strong></p>"),
    "emphasised link": (
        "**[a](/termine/)**",
        '<p><strong><a href="/stadt/termine/" rel="noopener">a</a></strong></p>',
    ),
    "links": (
        "[a](https://a-b.example/x?y=1#z), [b](mailto:a.b+c@d.example?subject=e)([c](tel:+49-30))",
        '<p><a href="https://a-b.example/x?y=1#z" rel="noopener">a</a>, '
        '<a href="mailto:a.b+c@d.example?subject=e" rel="noopener">b</a>'
        '(<a href="tel:+49-30" rel="noopener">c</a>)</p>',
    ),
    "a slash after emphasis": (
        "_[a](/termine/)_/_x_\u200f_[b](/termine/)_",
        '<p><em><a href="/stadt/termine/" rel="noopener">a</a></em>/_x_\u200f_'
        '<a href="/stadt/termine/" rel="noopener">b</a>_</p>',
    ),
    "own link": ("[a](/termine/?b=c)", '<p><a href="/stadt/termine/?b=c" rel="noopener">a</a></p>'),
    "encoded link": ("[a](/a%20b/)", '<p><a href="/stadt/a%20b/" rel="noopener">a</a></p>'),
    "link to nowhere": ("[a](/nichts/)", '<p><a rel="noopener">a</a></p>'),
    "arabic": ("- مرحبا\n- Hallo", '<ul>\n<li dir="rtl">مرحبا</li>\n<li>Hallo</li>\n</ul>'),
    "hebrew heading": ("## **שלום**", '<h2 dir="rtl"><strong>שלום</strong></h2>'),
    "direction of what is seen": (
        "[12](https://a.example) مرحبا",
        '<p dir="rtl"><a href="https://a.example" rel="noopener">12</a> مرحبا</p>',
    ),
}


@pytest.mark.parametrize(("text", "expected"), PLAIN.values(), ids=PLAIN)
def test_plain(text: str, expected: str) -> None:
    assert short(text, "/stadt", PAGES[1]) == expected
    assert long(text, "/stadt", PAGES[1]) == expected


def test_an_address_cannot_leave_its_attribute() -> None:
    written = plain_markup.html("[a](/b/)", lambda target: f'{target}"><b>&')
    assert written == '<p><a href="/b/&quot;&gt;&lt;b&gt;&amp;" rel="noopener">a</a></p>'


NOT_PLAIN = {
    "nothing": "|\n|\n\n|a\n|\na|\n\na|a\n\n|a\n\n\nb".split("|"),
    "blanks": "| |a |a  \nb|a \nb|  a|a\n  b|a\n    b|\ta|a\tb|a\rb|a\u00a0b|a\u2028b".split("|"),
    "heading or not": "##|##a|## |## # a|## a ##|## C#|####### a|a\n## b|- a\n# b".split("|"),
    "list or not": "-|- |- a\nb|1) a\n1. b|1. a\n1. b".split("|"),
    "lists in lists": "- - a|- + a|- * a|- 1. a|- # a|- a\n  - b|- a\n    b|- [ ] a".split("|"),
    "lists with gaps": "- a\n\n- b|1. a\n\n2. b|1. a\n\n1. b|- a\n\n\n- b|- a\n\n    b".split("|"),
    "lines with points": ["18:00 a\n19:00 b", "a\n• b", "– a\n– b", "a) b\nc) d", "Mo 1\nDi 2"],
    "digits of other scripts": ["1. a\n\u0663. b"],
    "lines of signs": "---|a\n---|***|* * *|a\n- - -|**|_ _ _|___".split("|"),
    "quotes and tables": ["> a", "a\n> b", "a | b\n- | -", "|a|\n|-|", "2 > 1", "1 < 2"],
    "runs of stars": "*****|****".split("|"),
    "code": ["`a`", "a ` b", "```\na\n```", "    a"],
    "link or not": "[a]|[a|a]|[]|[]()|[a]()|[](/a/)|[a](b)|[a](#b)|[a](/b c/)|[a] (/b/)".split("|"),
    "links without words": ["[ ](/a/)", "- a\n- [ ](/a/)", "a [\n](/b/)"],
    "links in links": "[a [b](/c/)](/d/)|[a](/b(c)/)".split("|"),
    "other links": "![a](/b/)|[a](</b/>)|[a](/b/ 'c')|[a][b]|[a]: /b/|[[a.b]]|[^1]".split("|"),
    "addresses that parsers refuse": [
        f"[a](https://{host})"
        for host in "1.2.3.999 a.0xa xn--a.de a.de:99999 a@b.de [::1] a..de a \xe4.de".split()
    ],
    "addresses glued together": [
        "a@b.example.c@d.example",
        "https://a.example.c@d.example",
        "a@b.example**-c@d.example",
    ],
    "escapes and entities": ["\\*a*", "a\\", "&amp;", "a & b", "&#60;", "&nbsp;", "a&b"],
    "other white space": [*map("a{}b".format, "\x0b\x1c\x85\u1680\u2009\u2029\u202f\u205f\u3000")],
    "what UTF-8 cannot hold": ["a\ud800"],
    "placeholders": ["\x02klzzwxh:0000\x03", "\x02wzxhzdk:0\x03", "\x0242\x03", "\x00"],
}


@pytest.mark.parametrize("texts", NOT_PLAIN.values(), ids=NOT_PLAIN)
def test_not_plain(texts: list[str]) -> None:
    assert {text: short(text) for text in texts} == dict.fromkeys(texts)
    assert {text: plain_markup.words(text, where(), True) for text in texts} == dict.fromkeys(texts)


def test_no_white_space_or_forbidden_character_is_plain() -> None:
    signs = map(chr, range(sys.maxunicode + 1))
    odd = [c for c in signs if (c.isspace() and c not in " \n") or [*forbidden(c)]]
    assert [c for c in odd if short(f"a{c}b") is not None] == []


HOSTILE = (
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert%281%29)",
    "[x](java\nscript:alert)",
    "[x](data:text/html,x)",
    "[x](vbscript:x)",
    "[x](//evil.example/)",
    "[x](/\\evil.example/)",
    "[x](https:/evil.example)",
    "[x](https://a.example\\@evil.example)",
    '[x](/a"onclick="x)',
    "[x](/a'onclick='x)",
    "[x](&#106;avascript&colon;alert)",
    "<script>alert(1)</script>",
    "<img src=x onerror=x>",
    "a<!--",
    "[" * 200,
    "[x](" * 200,
    "[x](/*a*/)*",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_not_plain(text: str) -> None:
    for around in ("{}", "Wir singen.\n\n- {}\n- b", "**{}**", "## {}"):
        assert short(around.format(text)) is None


# --- Texts made up by hypothesis ------------------------------------------------------------------

WORDS: tuple[str, ...] = (
    "Wir",
    "singen.",
    "Übung",
    "C#",
    "12",
    "3.5",
    "–",
    "(so)",
    "„ja“",
    "a:b",
    "2-3",
    "!",
    '"x"',
)
WORDS += ("مرحبا", "שלום", "«Калина»", "ਸਤਿ", "x\u0301", "\u200f", "klzzwxh:0000", "🙂")
LINKS: tuple[str, ...] = (
    "https://a.example",
    "http://a-b.example/x/?y=%zz#@",
    "mailto:a@b.example",
    "tel:+49-30",
)
LINKS += ("/termine/", "/termine/?q=1", "/nichts/", "/a%20b/", "/", "/#")
MARKED = (
    " ",
    " ",
    "a ",
    "*innen",
    "€*",
    "a_b",
    "_a_",
    "a@b.example",
    "_@a.example",
    "**a@b.example**",
    "_a@b.example_",
    "***",
    "**a *b*-",
    "https://a.example/x.",
    "*b*",
    "**c d**",
    "*[x](/termine/)*",
    " *Musik*abend ",
    "*markt* ",
    "_x_.a.example/_x_",
    "instagram.com/_x_",
    "/_x_",
    *map("[x]({})".format, LINKS),
)
BLOCKS = (
    "\n",
    "\n\n",
    "\n2. b",
    "\n3. Mai",
    "\n18:00 ",
    "\n• ",
    "\n– a",
    "\n* a",
    "\n- ",
    "\n- a",
    "\n1. a",
    "\n\n## A\n",
    "\n\n- a",
    "\n\n1. a",
    "\n\nb\n\n",
)
NASTY: tuple[str, ...] = tuple(
    "<>&\\`|_*#-+=[]()!: \t\r\n\x00\x02\x03\x1c\x85\xa0\u2003\u2028\u200b\ufeff\u00ad\ud800"
)
NASTY += tuple(
    (
        "**¦***¦__¦  ¦    ¦  \n¦ \n¦\n ¦\n\n¦\n\n\n¦\n---\n¦\n=\n¦\n- ¦\n* ¦\n1. ¦\n2. ¦\n# ¦"
        "\n## ¦\n    ¦\n> ¦\n- - ¦\n- # ¦\n+ ¦\n\n1. ¦\n\n- ¦\n10. ¦٣. ¦01. ¦ #¦##¦1) ¦~~~¦```¦"
        "![¦](¦]: /a/¦[x]¦[x][y]¦[x]: /a/¦[[a.b]]¦[*x*](/)¦*[x*](/)¦[^1]¦&amp;¦&#106;¦<b>¦</p>¦"
        "<!--¦<a@b.example>¦javascript:¦klzzwxh:¦//¦[x](https://1.2.3.999)¦"
        "[x](https://xn--a.de)¦[x](//a/)¦[x](/a 'b')¦\n| a |\n"
    ).split("¦")
)

_word = st.sampled_from(WORDS)
_words = st.lists(_word, min_size=1, max_size=4).map(" ".join)
_link = st.builds("[{}]({})".format, _words, st.sampled_from(LINKS))
_inner = st.lists(_word | _link, min_size=1, max_size=3).map(" ".join)
_marked = st.builds("{0}{1}{0}".format, st.sampled_from(("*", "**")), _inner)
_line = st.lists(_word | _link | _marked, min_size=1, max_size=5).map(" ".join)
_title = _line.map(lambda line: line.replace("#", "").replace("  ", " ").strip() or "x")
_heading = st.builds("{} {}".format, st.sampled_from([*map("#".__mul__, range(1, 7))]), _title)
_paragraph = st.lists(_line, min_size=1, max_size=3).map("\nUnd ".join)  # no line is a point
_bullets = st.lists(_line.map("- {}".format), min_size=1, max_size=3).map("\n".join)
_numbers = st.lists(_line, min_size=2, max_size=4).map(
    lambda lines: "\n".join(f"{number}. {line}" for number, line in enumerate(lines, start=3))
)
_section = st.builds("{}\n{}".format, _heading, _paragraph | _bullets | _numbers)
_block = _heading | _section | _paragraph
_list_apart = st.builds("{}\n\n{}".format, _paragraph, _bullets | _numbers)
_plain = st.lists(_block | _list_apart, min_size=1, max_size=4).map(
    lambda blocks: "\n\nUnd\n\n".join(blocks)
)


# As flat as can be: hypothesis makes several times as many of them in the same time.
_harmless = st.sampled_from((*WORDS, *MARKED, *BLOCKS))
_spoilt = st.builds(
    "a{}{}{}".format,
    st.lists(_harmless, max_size=5).map("".join),
    st.sampled_from((*NASTY, *("" for _ in NASTY))),
    st.lists(_harmless, max_size=5).map("".join),
)
_pieces = st.lists(st.sampled_from((*WORDS, *MARKED, *BLOCKS, *NASTY)), max_size=8).map("".join)


@given(_plain, st.sampled_from(BASES), st.sampled_from(PAGES))
@settings(max_examples=400)
def test_what_the_grammar_gives_is_plain_and_equal(
    text: str, base: str, pages: frozenset[str] | None
) -> None:
    written = long(text, base, pages)
    assert short(text, base, pages) == written
    assert plain_markup.words(text, where(base, pages), True) == words(written)


@given(_spoilt | _pieces, st.sampled_from(BASES), st.sampled_from(PAGES))
@settings(max_examples=2000)
def test_what_is_not_quite_plain_is_refused_or_equal(
    text: str, base: str, pages: frozenset[str] | None
) -> None:
    written, words_alone = short(text, base, pages), said(text, addresses=False)
    assert written is None or written == long(text, base, pages)
    assert words_alone == (None if written is None else words(long(text), addresses=False))


@given(st.text())
def test_any_text_is_refused_or_equal(text: str) -> None:
    written = short(text)
    assert written is None or written == long(text)


# --- Real texts -----------------------------------------------------------------------------------


def _sample(content: Path) -> Iterator[str]:
    for path in sorted(content.rglob("*.md")):
        yield path.read_text(encoding="utf-8").split("\n---\n", 1)[1].strip()


def test_all_texts_of_the_sample_content_are_equal_and_nearly_all_plain(
    sample_content: Path,
) -> None:
    texts = [*_sample(sample_content)]
    written = [short(text, "/stadt", PAGES[1]) for text in texts]
    taken = {text: html for text, html in zip(texts, written, strict=True) if html is not None}
    assert taken == {text: long(text, "/stadt", PAGES[1]) for text in taken}
    assert all("[[" in text for text in texts if text not in taken)
    assert [*map(said, taken)] == [words(html) for html in map(long, taken)]


def test_all_texts_of_the_corpus_are_plain_and_equal() -> None:
    texts = [entry.text for entry in corpus.entries(200, 1000, 200)]
    written = [*map(long, texts)]
    assert [*map(short, texts)] == written
    assert [*map(said, texts)] == [*map(words, written)]


def test_a_plain_text_does_not_reach_python_markdown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "reference", lambda *_: "reference")
    assert markup.html("Dieser Text ist *schlicht*.") == "<p>Dieser Text ist <em>schlicht</em>.</p>"
    assert markup.html("Dieser Text ist `es nicht`.") == "reference"
