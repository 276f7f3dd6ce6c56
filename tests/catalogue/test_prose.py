"""Markdown in plain words, for calendars and excerpts."""

import pytest

from plugins.catalogue.prose import plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("  Text  ", "Text"),
        ("## Titel", "Titel"),
        ("> Zitat\n> weiter", "Zitat\nweiter"),
        ("**fett** und _schräg_ und `code`", "fett und schräg und code"),
        ("[Termine](/termine/) und ![Bild](x.png)", "Termine und Bild"),
        ("[](/leer/)", ""),
        ("3 < 4 > 2", "3 < 4 > 2"),
        ("3 &lt; 4 &amp;amp; mehr", "3 < 4 &amp; mehr"),
        ("<b>fett</b>", "fett"),
        ("a &*#8238;b", "a b"),  # a reversal of direction that only appears without the star
        ("a &_#8232;b &*#13;c", "a b \nc"),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected
