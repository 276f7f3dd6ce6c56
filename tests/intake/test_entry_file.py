"""The canonical file: how it looks, and that our reader gives back what was put in."""

import unicodedata
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue.characters import forbidden
from plugins.catalogue.diagnostics import Problems
from plugins.catalogue.model import Article, Association, Event, Report
from plugins.catalogue.nodes import Document, Mapping, Node, Sequence
from plugins.catalogue.source import read
from plugins.intake.entry_file import YamlValue, text_of
from plugins.intake.scalars import needs_quotes, scalar

CHOIR: dict[str, YamlValue] = {
    "founded": "2016",
    "name": "Chor der Nationen",
    "summary": "Vierstimmig in zwanzig Sprachen: ein Chor ohne Vorsingen",
    "languages": ["de", "no"],
    "members": "64",
    "email": "",
    "phone": "+49 30 23125170",
    "social": {"mastodon": "@chor@musik.example", "no": "https://chor.example.org"},
    "contacts": [
        {"role": "Chorleitung", "name": "Katharina Wolff", "languages": ["de"], "email": ""},
        {"name": "Oksana »Oksa« Melnyk", "role": ""},
    ],
    "address": {"city": "Musterstadt", "postal_code": "12345", "street": " Marktplatz 11 "},
    "location": {"latitude": "52.50", "longitude": "-13.4"},
    "accessibility": {"wheelchair": "yes", "toilet": "no", "note": "no"},
    "images": [{"file": "a.jpg", "alt": 'Ein "A"', "credit": "it's #1"}],
    "consent": {"on": "2026-01-19", "scope": ["Name, Aufgabe", "yes"]},
    "formerly": [],
    "ended": {"on": "", "reason": " "},
}
CHOIR_FILE = """\
---
name: Chor der Nationen
summary: "Vierstimmig in zwanzig Sprachen: ein Chor ohne Vorsingen"
languages: [de, "no"]
founded: 2016
members: 64
phone: +49 30 23125170
social:
  mastodon: "@chor@musik.example"
  "no": https://chor.example.org
contacts:
  - name: Katharina Wolff
    role: Chorleitung
    languages: [de]
  - name: Oksana »Oksa« Melnyk
address:
  street: Marktplatz 11
  postal_code: "12345"
  city: Musterstadt
location:
  latitude: 52.50
  longitude: -13.4
accessibility:
  wheelchair: yes
  toilet: no
  note: "no"
images:
  - file: a.jpg
    alt: Ein "A"
    credit: "it's #1"
consent:
  on: 2026-01-19
  scope:
    - Name, Aufgabe
    - "yes"
---

Wir singen.

    Noten
"""


def plain(node: Node) -> Any:  # noqa: ANN401
    """The node without its places, mappings as pairs so that their order counts."""
    if isinstance(node, Mapping):
        return [(key.text, plain(value)) for key, value in node.pairs]
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.text


def read_back(text: str) -> Document:
    problems = Problems("x")
    document = read(text.encode(), problems, markdown=True)
    assert [p.code for p in problems] == []
    assert document is not None
    return document


def test_the_canonical_file() -> None:
    assert text_of(Association, CHOIR, "\n \nWir singen.\r\n\r\n    Noten\n\n") == CHOIR_FILE


def test_the_text_among_the_fields_and_below_them() -> None:
    below = text_of(Article, {"title": "Über uns"}, "Text")
    assert below == "---\ntitle: Über uns\n---\n\nText\n"
    assert text_of(Article, {"title": "Über uns", "text": "Text"}) == below
    with pytest.raises(ValueError, match="text"):
        text_of(Article, {"text": "a"}, "b")


def test_no_text_and_no_field() -> None:
    assert text_of(Article, {"title": "Über uns"}) == "---\ntitle: Über uns\n---\n"
    assert text_of(Article, {"title": " ", "menu": ""}, " \n ") == "---\n---\n"


def test_lines_become_a_block_at_any_depth() -> None:
    costs = {"Deckung": "erstens\n\n  zweitens\nx"}
    written = text_of(Report, {"title": "a\nb", "paper": {"costs": costs, "signed": ["a\nb"]}})
    assert written == (
        "---\ntitle: |\n  a\n  b\npaper:\n  costs:\n    Deckung: |\n      erstens\n\n"
        "        zweitens\n      x\n  signed:\n    - |\n      a\n      b\n---\n"
    )


@pytest.mark.parametrize(("length", "lines"), [(100, 1), (101, 11)])
def test_a_list_stands_on_one_line_as_long_as_it_fits(length: int, lines: int) -> None:
    items = ["abcdef"] * 9
    items.append("x" * (length - len("formerly: []") - 9 * 8))
    written = text_of(Association, {"formerly": items}).splitlines()[1:-1]
    assert (len(written), sum(map(len, written[:1]))) == (lines, 100 if lines == 1 else 9)


@pytest.mark.parametrize("fields", [{"nam": "x"}, {"address": {"strasse": "x"}}])
def test_a_field_that_does_not_exist(fields: dict[str, YamlValue]) -> None:
    with pytest.raises(KeyError):
        text_of(Association, fields)


@pytest.mark.parametrize("keys", [["<<"], [" a", "a"], ["u\u0308", "ü"], ["x" * 1001]])
def test_keys_that_could_not_be_read_back(keys: list[str]) -> None:
    with pytest.raises(ValueError, match=keys[-1]):
        text_of(Association, {"social": dict.fromkeys(keys, "x")})


@pytest.mark.parametrize("character", ["\0", "\u202e", "\u2028", "\ufeff", "\ud800", "\x1b"])
def test_what_no_entry_may_contain_is_not_written(character: str) -> None:
    for fields, body in (
        ({"name": f"a{character}b"}, ""),
        ({"social": {f"a{character}b": "x"}}, ""),
        ({}, f"a{character}b"),
    ):
        with pytest.raises(ValueError, match=r"U\+"):
            text_of(Association, fields, body)


QUOTING = [
    ("Chor", "Chor"),
    ("Straße 5, Hof", "Straße 5, Hof"),
    ("https://chor.example.org", "https://chor.example.org"),
    ("a#b", "a#b"),
    ("2026-11-22", "2026-11-22"),
    ("2026-11-22T19:30", "2026-11-22T19:30"),
    ("2016", "2016"),
    ("-13.4", "-13.4"),
    ("031/26", "031/26"),
    ("17 bis 22 Uhr", "17 bis 22 Uhr"),
    ("", '""'),
    ("01067", '"01067"'),
    ("0301234567", '"0301234567"'),
    ("1.50", '"1.50"'),
    ("1e3", '"1e3"'),
    ("1_000", '"1_000"'),
    ("0x1f", '"0x1f"'),
    ("19:30", '"19:30"'),
    (".inf", '".inf"'),
    ("+49", '"+49"'),
    ("12345678901234567890", '"12345678901234567890"'),
    ("2026-02-30", '"2026-02-30"'),
    ("2026-11-22 19:30:00", '"2026-11-22 19:30:00"'),
    ("on", '"on"'),
    ("No", '"No"'),
    ("y", '"y"'),
    ("null", '"null"'),
    ("~", '"~"'),
    ("=", '"="'),
    ("<<", '"<<"'),
    ("a: b", '"a: b"'),
    ("a:", '"a:"'),
    ("a #b", '"a #b"'),
    ("- a", '"- a"'),
    ("@chor", '"@chor"'),
    ("[a]", '"[a]"'),
    ("*a", '"*a"'),
    ('"a" b', "'\"a\" b'"),
    ("\"a\" 'b'", '"\\"a\\" \'b\'"'),
    ("C:\\neu: x", "'C:\\neu: x'"),
    ("a\tb", '"a\\tb"'),
    (" a ", "a"),
    ("u\u0308", "ü"),
]


@pytest.mark.parametrize(("text", "written"), QUOTING, ids=[repr(text) for text, _ in QUOTING])
def test_quotes_where_needed(text: str, written: str) -> None:
    assert scalar(text) == written


# Any text that the reader can give: without what it refuses, composed, without blanks around it.
def accepted(text: str) -> str:
    kept = unicodedata.normalize("NFC", text.replace("\r", "\n"))
    for position, _ in reversed(list(forbidden(kept))):
        kept = kept[:position] + kept[position + 1 :]
    return unicodedata.normalize("NFC", kept).strip()


PIECES = st.sampled_from(
    [
        *"-:#,[]{}&*!|>'\"%@`\\~=<? \t\n",
        " #",
        ": ",
        "\n\n",
        "no",
        "0",
        "1.0",
        "---",
        "...",
        "ü",
        "…",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=30),
    st.lists(PIECES, max_size=8).map("".join),
    st.from_regex(r"\A[\d.:e+-]{1,8}\Z"),
).map(accepted)


@given(TEXTS, st.sampled_from([0, 2, 4]))
def test_a_scalar_is_read_back(text: str, indent: int) -> None:
    above = "".join(f"{' ' * i}a:\n" for i in range(0, indent, 2))
    written = f"---\n{above}{' ' * indent}b: {scalar(text, indent)}\n---\n"
    found: Node | None = read_back(written).fields
    for key in "a" * (indent // 2) + "b":
        assert isinstance(found, Mapping)
        found = found.get(key)
    assert found is not None and plain(found) == text


@given(TEXTS)
def test_other_readers_lose_nothing(text: str) -> None:
    for loader in (yaml.SafeLoader, yaml.CSafeLoader):
        given = yaml.load(f"a: {scalar(text)}\n", loader)["a"]
        shown = given.isoformat() if hasattr(given, "isoformat") else str(given)
        assert shown.strip() == text
        assert given is not None and not isinstance(given, bool)


NAMES = TEXTS.filter(lambda text: 0 < len(text) <= 30)
RECORDS = st.fixed_dictionaries(
    {}, optional={"name": NAMES, "street": NAMES, "postal_code": NAMES, "city": NAMES}
).filter(bool)


@given(
    title=NAMES,
    languages=st.lists(NAMES, min_size=1, max_size=12),
    venue=st.one_of(NAMES, RECORDS),
    moved=st.dictionaries(NAMES.filter(lambda name: name != "<<"), NAMES, min_size=1, max_size=3),
    body=TEXTS,
)
def test_an_entry_is_read_back(
    title: str, languages: list[str], venue: str | dict[str, str], moved: dict[str, str], body: str
) -> None:
    fields: dict[str, YamlValue] = {
        "languages": languages,
        "repeat": {"moved": moved, "every": "week"},
        "venue": venue,
        "title": title,
    }
    document = read_back(text_of(Event, fields, body))
    ordered = [(k, venue[k]) for k in ORDER if k in venue] if isinstance(venue, dict) else venue
    assert plain(document.fields) == [
        ("title", title),
        ("repeat", [("every", "week"), ("moved", list(moved.items()))]),
        ("venue", ordered),
        ("languages", languages),
    ]
    assert document.text is not None and document.text.text == body


ORDER = ("name", "street", "postal_code", "city")


def test_needs_quotes_asks_the_field() -> None:
    assert [needs_quotes(text) for text in ("yes", "12345", "1.50")] == [True, False, True]
