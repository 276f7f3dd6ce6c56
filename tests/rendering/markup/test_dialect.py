"""Markdown as people write it: a table of what goes in and what the page says."""

import re
from functools import partial
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.rendering import markup
from plugins.rendering.markup import html

# Shown sign for sign, without any element in it.
AS_WRITTEN = (
    "Freund*innen",
    "*innen",
    "Alle Freund*innen und Helfer*innen sind willkommen.",
    "Die *innen-Form",
    "Kolleg_innen und Kund_innen",
    "Lehrer**innen und Schüler**innen",
    "*Musik*abend und Wochen*markt",
    "*Musik*abend und Wochen*markt*",
    "**Musik**abend und Wochen**markt**",
    "***Musik***abend und Wochen***markt***",
    "_Musik_abend und Wochen_markt_",
    "Musik*abend und *Wochen*markt*",
    "_chor_berlin_",
    "Für *innen, 5 €*, ermäßigt 3 €**",
    "Cafe\u0301*innen und Cafe\u0301*innen",
    "Freund\u00ad*innen und Freund\u00ad*innen",
    "\u0939\u093f*\u0939\u093f*\u0939\u093f",
    "2*3*4 = 24, 2 * 3 * 4, (2+3)*(4+5)*6",
    "Eintritt 5 €*, ermäßigt 3 €**",
    "5 €*/3 €* und 5,-*/3,-*",
    "(*) Pflichtfeld, (*) freiwillig",
    "Name: _____ Ort: _____",
    "__init__ und foto_a_b.jpg",
    "*offen und nie zu",
    "* gilt nur für Kinder",
    "+ Getränke",
    "3. Oktober: Feier",
    "24. Dezember",
    "1. Mai",
    "12. Okt. um 19 Uhr",
    "1. 5. 2027",
    "10.30 Uhr",
    "2026. Das Jahr",
    "1. FC Musterstadt",
    "01. Tanz",
    "1.) Tanz",
    "1) Tanz",
    "٣. أكتوبر",
    "+49 30 23125 014",
    "#Hashtag und #zusammen",
    "#zusammen",
    ">50 Personen",
    "<3 :-) § 3 & mehr",
    "Oma`s Café, gibt`s, geht`s",
    "[Ort]: Rathaus",
    "[Hinweis]: https",
    "[x] angekreuzt [ ] offen",
    "[a][b]",
    "– ein Gedanke –",
    "-5 Grad",
    "===",
    "C:\\Daten und \\d",
    "www.verein.example",
    "www.probe.example/_x_",
    "instagram.com/_chor_",
    "(probe.example/*x*), probe.example:80/_x_/?a&_b_",
    "probe.example?a&_x_",
    "_siehe instagram.com/_chor_",
    "_a probe.example/x_/y",
    "_x_.probe.example",
    "/termine/_neu_ und insta/_chor_",
    "@_chor_ und @_tanz_",
    "a | b",
    "http:// und x@y",
    "@verein@mastodon.example",
)


@pytest.mark.parametrize("text", AS_WRITTEN)
def test_shown_as_written(text: str) -> None:
    written = html(text)
    assert re.fullmatch(r"<p(?: dir=\"rtl\")?>[^<]*</p>", written)
    assert unescape(re.sub("<[^>]*>", "", written)) == text.strip()


A = '<a href="{0}" rel="noopener">{1}</a>'.format
CASES = {
    "emphasis": ("*so* und _so_", "<p><em>so</em> und <em>so</em></p>"),
    "strong": ("**so**", "<p><strong>so</strong></p>"),
    "both": ("***so***", "<p><strong><em>so</em></strong></p>"),
    "punctuation": ("(*so*), „*so*“, *so*: **so**!", None),
    "gender in emphasis": ("**Freund*innen**", "<p><strong>Freund*innen</strong></p>"),
    "gender in slanted emphasis": (
        "*Jede*r und alle Helfer*innenteams* _Kolleg_innen da_",
        "<p><em>Jede*r und alle Helfer*innenteams</em> <em>Kolleg_innen da</em></p>",
    ),
    "half words before emphasis": (
        "*Musik*abend am *Markt*",
        "<p>*Musik*abend am <em>Markt</em></p>",
    ),
    "half words in other emphasis": (
        "*a **x*y** c*",
        "<p><em>a <strong>x*y</strong> c</em></p>",
    ),
    "emphasis around what is known as an address": (
        "**a.example/_x_** _www.a.example/x_ [a.example/_x_](/b/)",
        "<p><strong>a.example/_x_</strong> <em>www.a.example/x</em> "
        f"{A('/b/', 'a.example/_x_')}</p>",
    ),
    "emphasis around a slash": ("**Mo**/**Di**", "<p><strong>Mo</strong>/<strong>Di</strong></p>"),
    "before and after gender": (
        "Lehrer*innen *und* Schüler*innen",
        "<p>Lehrer*innen <em>und</em> Schüler*innen</p>",
    ),
    "the nearest star": ("*innen und *außen*", "<p>*innen und <em>außen</em></p>"),
    "arabic": ("هذا *مهم*، جدا", '<p dir="rtl">هذا <em>مهم</em>، جدا</p>'),
    "cyrillic": ("Це **важливо**.", "<p>Це <strong>важливо</strong>.</p>"),
    "turkish": ("Çok *önemli*!", "<p>Çok <em>önemli</em>!</p>"),
    "nested emphasis": ("**a *b* c**", "<p><strong>a <em>b</em> c</strong></p>"),
    "emphasis after a link": (
        "[a](/b/) *c* d*e",
        f"<p>{A('/b/', 'a')} <em>c</em> d*e</p>",
    ),
    "mail": ("fest_team_sued@probe.example", None),
    "bold mail": (
        "**a_b@c.example** und **Mail: d@e.example!**",
        f"<p><strong>{A('mailto:a_b@c.example', 'a_b@c.example')}</strong> und "
        f"<strong>Mail: {A('mailto:d@e.example', 'd@e.example')}!</strong></p>",
    ),
    "slanted mail": (
        "*a@b.example*, (_a@b.example_), _**a@b.example**_",
        f"<p><em>{A('mailto:a@b.example', 'a@b.example')}</em>, "
        f"(<em>{A('mailto:a@b.example', 'a@b.example')}</em>), "
        f"<em><strong>{A('mailto:a@b.example', 'a@b.example')}</strong></em></p>",
    ),
    "underscores of a mail address": (
        "_a@b.example, _@b.example_ und __a@b.example__",
        f"<p>{A('mailto:_a@b.example', '_a@b.example')}, "
        f"{A('mailto:_@b.example', '_@b.example')}_ und "
        f"__{A('mailto:a@b.example', 'a@b.example')}__</p>",
    ),
    "a mail address in two kinds of emphasis": (
        "***_@www.a.example(_-_***",
        f"<p><strong><em>{A('mailto:_@www.a.example', '_@www.a.example')}"
        "(<em>-</em></em></strong></p>",
    ),
    "a star at a mail address": (
        "Eintritt frei, a@b.example*",
        f"<p>Eintritt frei, {A('mailto:a@b.example', 'a@b.example')}*</p>",
    ),
    "emphasis in emphasis is looked at once": (
        "**a *b*-c@d.example _e_**",
        "<p><strong>a <em>b</em>-c@d.example <em>e</em></strong></p>",
    ),
    "address": ("Siehe https://a.example/x_(y).", None),
    "address in a link": ("[https://a.example](/b/)", f"<p>{A('/b/', 'https://a.example')}</p>"),
    "escaped mail": ("fest\\_team@probe.example", "<p>fest_team@probe.example</p>"),
    "escaped star": ("\\*a\\* 5\\. b", "<p>*a* 5. b</p>"),
    "code": ("`a*b*c`", "<p><code>a*b*c</code></p>"),
    "list under a line": (
        "Programm:\n- Tanz\n- Essen",
        "<p>Programm:</p>\n<ul>\n<li>Tanz</li>\n<li>Essen</li>\n</ul>",
    ),
    "numbers under a line": (
        "Ablauf:\n1. Tanz\n2. Essen",
        "<p>Ablauf:</p>\n<ol>\n<li>Tanz</li>\n<li>Essen</li>\n</ol>",
    ),
    "under a bold line": (
        "**Programm**\n- Tanz",
        "<p><strong>Programm</strong></p>\n<ul>\n<li>Tanz</li>\n</ul>",
    ),
    "under a heading": ("## A\n* a\n* b", "<h2>A</h2>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
    "under a link": (
        "[A](/b/)\n+ a\n+ b",
        f"<p>{A('/b/', 'A')}</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>",
    ),
    "a thought": ("Der Chor\n- wie immer -\nsingt.", "<p>Der Chor\n- wie immer -\nsingt.</p>"),
    "numbers go on": ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
    "numbers as written": ("1. a\n1. b\n7. c", "<p>1. a<br>\n1. b<br>\n7. c</p>"),
    "numbers with gaps": ("1. a\n\n2. b\n\n4. c", None),
    "dates in a row": ("3. Mai: a\n4. Mai: b", "<p>3. Mai: a<br>\n4. Mai: b</p>"),
    "dates in a list": (
        "- 3. Mai: a\n- 4. Mai: b",
        "<ul>\n<li>3. Mai: a</li>\n<li>4. Mai: b</li>\n</ul>",
    ),
    "a date under a bold line": (
        "**Termine**\n24.12. Krippenspiel",
        "<p><strong>Termine</strong><br>\n24.12. Krippenspiel</p>",
    ),
    "a date within a sentence": ("Wir feiern am\n3. Mai.", "<p>Wir feiern am\n3. Mai.</p>"),
    "brackets after numbers": ("1) a\n2) b", "<p>1) a<br>\n2) b</p>"),
    "nested numbers": (
        "- a\n  1. b\n  2. c\n- d",
        "<ul>\n<li>a<ol>\n<li>b</li>\n<li>c</li>\n</ol>\n</li>\n<li>d</li>\n</ul>",
    ),
    "an item of two paragraphs": (
        "- a\n\n  b\n- c\n\nd",
        "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n<li>c</li>\n</ul>\n<p>d</p>",
    ),
    "blank lines in a list": ("- a\n\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
    "an item over two lines": ("- a\nb\n- c", "<ul>\n<li>a\nb</li>\n<li>c</li>\n</ul>"),
    "two lists": (
        "1. a\n2. b\n- c\n- d",
        "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n<ul>\n<li>c</li>\n<li>d</li>\n</ul>",
    ),
    "list in a quotation": (
        "> a\n> - b\n> - c",
        "<blockquote>\n<p>a</p>\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>\n</blockquote>",
    ),
    "quotation under a list": (
        "- a\n- b\n> c",
        "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<blockquote>\n<p>c</p>\n</blockquote>",
    ),
    "backslash": ("9 bis 10\\\n9 bis 11", "<p>9 bis 10<br>\n9 bis 11</p>"),
    "two blanks": ("9 bis 10  \n9 bis 11", "<p>9 bis 10<br>\n9 bis 11</p>"),
    "no underlined heading": ("Titel\n===\n\nText\n---", "<p>Titel\n===</p>\n<p>Text</p>\n<hr>"),
    "heading": ("## C#\n\n## a ##", "<h2>C#</h2>\n<h2>a</h2>"),
    "no code": ("    eingerückt", "<p>eingerückt</p>"),
    "table": ("a | b\n- | -\n*c* | d_e_f", None),
}  # fmt: skip
LONGER = {
    "punctuation": "<p>(<em>so</em>), „<em>so</em>“, <em>so</em>: <strong>so</strong>!</p>",
    "mail": f"<p>{A('mailto:fest_team_sued@probe.example', 'fest_team_sued@probe.example')}</p>",
    "address": f"<p>Siehe {A('https://a.example/x_(y)', 'https://a.example/x_(y)')}.</p>",
    "numbers with gaps": "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n<p>4. c</p>",
    "table": "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
    "<td><em>c</em></td>\n<td>d_e_f</td>\n</tr>\n</tbody>\n</table>",
}


@pytest.mark.parametrize("name", CASES)
def test_dialect(name: str) -> None:
    text, expected = CASES[name]
    assert html(text) == (expected or LONGER[name])
    address = partial(markup.address, base="", is_there=bool)
    assert markup.reference(text, address) == (expected or LONGER[name])


LINES = (
    "10.30 Uhr Kaffee\n11.00 Uhr Tee",
    "1.12. Probe\n8.12. Probe",
    "18:00 Einlass\n19:00 Konzert",
    "4. Oktober: Feier\n24.12. Krippenspiel\n2026-12-31 Ball",
    "5 € Erwachsene\n3 € Kinder",
    "030 23125 014\n+49 30 23125 015",
    "• Tanz\n• Essen",
    "Wir bieten\n• Tanz",
    "– Tanz\n– Essen",
    "— Tanz\n— Essen",
    "· Tanz\n· Essen",
    "► Tanz\n► Essen",
    "🎵 Tanz\n🍰 Essen",
    "a) Tanz\nb) Essen\n\n(1) Tanz\n(2) Essen",
    "1.Tanz\n2.Essen",
    "Mo-Fr 9-12 Uhr\nSa: zu\nSonntags 10 Uhr",
    "Termine:\n24.12. Krippenspiel",
)
RUNNING = (
    "Wir feiern am\n3. Mai.",
    "Wir treffen uns um\n18:00 Uhr und",
    "Der Chor\n– wie immer –\nsingt.",
    "Es ist\nso schön, und\nDi heißt Dienstag.",
    "2026 feiern\nwir und\n12 andere.",
    "Eins\nZwei\nDrei",
)


@pytest.mark.parametrize("text", LINES)
def test_what_begins_like_a_point_stays_a_line(text: str) -> None:
    paragraphs = text.replace("\n", "<br>\n").replace("<br>\n<br>\n", "</p>\n<p>")
    assert html(text) == f"<p>{paragraphs}</p>"
    assert markup.plain(text, "") == text


@pytest.mark.parametrize("text", RUNNING)
def test_a_wrapped_sentence_stays_one(text: str) -> None:
    assert html(text) == f"<p>{text}</p>"


def test_a_point_over_two_lines() -> None:
    text = "10.30 Uhr Kaffee\nund Kuchen\n11.00 Uhr Tee"
    assert html(text) == "<p>10.30 Uhr Kaffee\nund Kuchen<br>\n11.00 Uhr Tee</p>"


@pytest.mark.parametrize("end", ["\\", "  "])
def test_a_line_ends_once(end: str) -> None:
    assert html(f"1:00 a{end}\n2:00 b") == "<p>1:00 a<br>\n2:00 b</p>"


@pytest.mark.parametrize("indent", ["  ", "   ", "    ", "\t"])
def test_whoever_indents_nests(indent: str) -> None:
    text = f"- a\n{indent}- b\n{indent * 2}- c\n{indent}- d\n- e"
    inner = "<ul>\n<li>b<ul>\n<li>c</li>\n</ul>\n</li>\n<li>d</li>\n</ul>"
    assert html(text) == f"<ul>\n<li>a{inner}\n</li>\n<li>e</li>\n</ul>"


def test_lists_do_not_nest_without_end() -> None:
    text = "\n".join(" " * 2 * depth + "- a" for depth in range(400))
    assert html(text).count("<ul>") == 12


WORD = st.sampled_from(
    (
        "Wir Größe важно مهم önemli e\u0301 2 € 3. Oktober *innen Freund*innen 5€* a_b _x_ *y*"
        " **z** ( ) „ “ , . / -"
    ).split()
)


@given(st.lists(st.sampled_from(" \n") | WORD, max_size=25).map("".join))
@settings(max_examples=500)
def test_no_emphasis_begins_or_ends_inside_of_a_word(text: str) -> None:
    written = unescape(html(text))
    assert not re.search(r"[^\W_]<(?:em|strong)>|</(?:em|strong)>[^\W_]", written)
