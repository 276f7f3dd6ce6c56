"""The words of a text: what the page says, calendars, cards and excerpts say."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.rendering.cards import excerpt
from plugins.rendering.markup import html, plain
from tests.rendering.markup.test_plain_markup import BLOCKS, MARKED, NASTY, WORDS

SITE = "https://stadt.example"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("  Text  ", "Text"),
        ("Wir singen.", "Wir singen."),
        ("Wir  singen", "Wir singen"),
        ("## Titel\nText", "Titel\n\nText"),
        ("> Zitat\n> weiter", "Zitat\nweiter"),
        ("**fett** und _schräg_ und `code`", "fett und schräg und code"),
        ("Freund*innen zahlen 5 €*", "Freund*innen zahlen 5 €*"),
        ("fest_team_sued@probe.example", "fest_team_sued@probe.example"),
        ("https://probe.example/f_1.", "https://probe.example/f_1."),
        ("[Formular](https://probe.example/f_1)", "Formular (https://probe.example/f_1)"),
        ("[Termine](/termine/)", "Termine (https://stadt.example/termine/)"),
        ("[probe.example](https://probe.example/)", "probe.example"),
        ("[a@b.example](mailto:a@b.example)", "a@b.example"),
        ("[Mail](mailto:a@b.example?subject=x)", "Mail (a@b.example)"),
        ("[030 23125014](tel:+49-30-23125014)", "030 23125014"),
        ("[Anruf](tel:+49-30-23125014)", "Anruf (+49-30-23125014)"),
        ("[x](javascript:alert)", "x"),
        ("[](/leer/)", ""),
        ("![Bild](x.png)", ""),
        ("Programm:\n- Tanz\n- Essen", "Programm:\n\n- Tanz\n- Essen"),
        ("3. a\n4. b", "3. a\n4. b"),
        ("1. a\n1. b", "1. a\n1. b"),
        ("- a\n  - b\n    1. c\n    2. d\n- e", "- a\n  - b\n    1. c\n    2. d\n- e"),
        ("- a\n\n  b\n- c\n\nd", "- a\n\n  b\n- c\n\nd"),
        ("- b\n- [](/x/)\n\nText", "- b\n\nText"),  # an item without words says nothing
        ("a\n\n- [](/x/)\n- b", "a\n\n- b"),
        ("- a\n- > \n- b", "- a\n- b"),
        ("- a\n- &nbsp;\n- b", "- a\n- b"),
        ("- a\n  - [](/x/)\n  - ![](/y.png)\n- c", "- a\n- c"),
        ("1. a\n2. [](/x/)\n3. c", "1. a\n3. c"),
        ("- a\n- <b></b>\n\n## H", "- a\n\nH"),
        ("3. Oktober: Feier", "3. Oktober: Feier"),
        ("9 bis 10\\\n9 bis 11", "9 bis 10\n9 bis 11"),
        ("a | b\n- | -\n1 | \n | 2\n\nc", "a | b\n1 |\n| 2\n\nc"),
        ("a\n\n---\n\nb", "a\n\nb"),
        ("3 < 4 > 2", "3 < 4 > 2"),
        ("3 &lt; 4 &amp;amp; mehr", "3 < 4 &amp; mehr"),
        ("<b>fett</b> <noch offen>", "fett"),
        ("a &*#8238;*b", "a &*#8238;*b"),
        ("&amp;#8238;", "&#8238;"),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert plain(text, SITE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("## Titel", ""),
        ("## Titel\n\nText", "Text"),
        ("## Titel\nText", "Text"),
        ("[Formular](https://probe.example/f_1) für Freund*innen", "Formular für Freund*innen"),
        ("Am\n3. Oktober", "Am 3. Oktober"),
        ("wort " * 60, "wort " * 29 + "wort …"),
    ],
)
def test_excerpt(text: str, expected: str) -> None:
    assert excerpt(text) == expected


class _Seen(HTMLParser):
    """All text of a page, read by a parser that is not ours."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data


def _seen(written: str) -> str:
    parser = _Seen()
    parser.feed(written)
    parser.close()
    return "".join(parser.text.split())


def _without_marks(words: str) -> str:
    """Words without white space, the marks of lists, and what stands between cells."""
    lines = (re.sub(r"^ *(?:- |[0-9]+\. )", "", line) for line in words.split("\n"))
    return "".join("".join(lines).replace(" | ", "").split())


PIECES = tuple(p for p in (*WORDS, *MARKED, *BLOCKS, *NASTY) if p != "\ud800")


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
@settings(max_examples=1000)
def test_words_are_those_of_the_page(text: str) -> None:
    """But for numbers at the beginning of lines: where they are a list, the page counts."""
    seen, said = _seen(html(text)), _without_marks(plain(text, addresses=False))
    assert re.sub(r"[-0-9. |]", "", said) == re.sub(r"[-0-9. |]", "", seen)


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
@settings(max_examples=500)
def test_no_mark_stands_alone_that_no_page_shows(text: str) -> None:
    lines = plain(text, addresses=False).split("\n")
    alone = [line for line in lines if re.fullmatch(r" *- ?", line)]
    assert len(alone) <= _seen(html(text)).count("-")


@pytest.mark.slow
def test_words_of_the_sample_are_those_of_its_pages(sample_content: Path) -> None:
    files = [path.read_text(encoding="utf-8") for path in sorted(sample_content.rglob("*.md"))]
    texts = [text for text in (file.split("\n---\n", 1)[1] for file in files) if " | " not in text]
    said = [_without_marks(plain(text, addresses=False)) for text in texts]
    assert said == [_seen(html(text)) for text in texts]
