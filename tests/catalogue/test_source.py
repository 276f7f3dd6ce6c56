"""The strict reader: nodes with their places, and everything that it refuses."""

import pytest

from plugins.catalogue.characters import MAX_BYTES
from plugins.catalogue.diagnostics import Place, Problems
from plugins.catalogue.nodes import Document, Mapping, Node, Scalar, Sequence
from plugins.catalogue.source import read

Plain = str | list["Plain"] | dict[str, "Plain"] | None


def plain(node: Node | None) -> Plain:
    """The node without its places."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.pairs}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.text if node else None


def reading(text: str | bytes, *, markdown: bool = False) -> tuple[Document | None, list[str]]:
    problems = Problems("x")
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    document = read(data, problems, markdown=markdown)
    return document, [f"{p.code} {p.place.line}:{p.place.column}" for p in problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 01067", {"a": "01067"}),
        ("a: 0301234567", {"a": "0301234567"}),
        ("a: 19:30", {"a": "19:30"}),
        ("a: no", {"a": "no"}),
        ("on: yes", {"on": "yes"}),
        ("a: 2026-02-30", {"a": "2026-02-30"}),
        ("a: .nan", {"a": ".nan"}),
        ("a: ~", {"a": ""}),
        ('a: "~"', {"a": "~"}),
        ("a: 1_000", {"a": "1_000"}),
        ("a: 0x1f", {"a": "0x1f"}),
        ("a:", {"a": ""}),
        ('a: " b "', {"a": "b"}),
        ("a: [b, c]", {"a": ["b", "c"]}),
        ("a:\n- b\n- c", {"a": ["b", "c"]}),
        ("a: {b: c}", {"a": {"b": "c"}}),
        ("a: u\u0308", {"a": "ü"}),
        ("a: b # Anmerkung", {"a": "b"}),
        ("a: b#c", {"a": "b#c"}),
        ('a: "b #c"', {"a": "b #c"}),
        ("a: 'it''s'", {"a": "it's"}),
        ("a: |\n  b\n  c\n", {"a": "b\nc"}),
        ("a: >\n  b\n  c\n", {"a": "b c"}),
        ("a: b\r\nc: d\r\n", {"a": "b", "c": "d"}),
        ("a: b\rc: d", {"a": "b", "c": "d"}),
        ('a: "b\\r\\nc\\rd"', {"a": "b\nc\nd"}),
        ("\u0627: \u0628", {"\u0627": "\u0628"}),
    ],
)
def test_all_text_stays_text(text: str, expected: Plain) -> None:
    document, problems = reading(text)
    assert problems == []
    assert document is not None
    assert plain(document.fields) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"a: \xe4", ["ENC-UTF8 1:4"]),
        (b"\xff\xfea\x00:\x00\n\x00a\x00:\x00", ["ENC-UTF16 1:1", "YML-DUPLICATE 2:1"]),
        (b"a: b\nc: \xc3(", ["ENC-UTF8 2:4"]),
        (b"\xff\xfea\x00", ["ENC-UTF16 1:1", "YML-ROOT 1:1"]),
        (b"\xfe\xff\x00a\x00", ["ENC-UTF16 1:1", "YML-ROOT 1:1"]),
        (b"\xef\xbb\xbfa: b", ["ENC-BOM 1:1"]),
        (b"a: \xed\xa0\x80", ["ENC-UTF8 1:4"]),
        ("a: \0", ["ENC-CONTROL 1:4"]),
        ("a: \x1b[31m", ["ENC-CONTROL 1:4"]),
        ("a: \x85b: c", ["ENC-LINE-BREAK 1:4"]),
        ("a: \u2028", ["ENC-LINE-BREAK 1:4"]),
        ("a: \u202e\u200b", ["ENC-BIDI 1:4", "ENC-INVISIBLE 1:5"]),
        ("a: \U000e0041", ["ENC-INVISIBLE 1:4"]),
        ("a: \ufeff", ["ENC-INVISIBLE 1:4"]),
        ('a: "\\u202e"', ["ENC-ESCAPE 1:4"]),
        ('a: "\\0"', ["ENC-ESCAPE 1:4"]),
        ('a: "\\uD800"', ["YML-ESCAPE 1:7"]),
        ("a: &b c", ["YML-ANCHOR 1:4"]),
        ("a: &b c\nd: *b", ["YML-ANCHOR 1:4", "YML-ALIAS 2:4"]),
        ("a: *b", ["YML-ALIAS 1:4"]),
        ("a: !!python/name:os.system", ["YML-TAG 1:4"]),
        ("a: !b c", ["YML-TAG 1:4"]),
        ("a: {<<: {b: c}}", ["YML-MERGE 1:5"]),
        ("a: b\na: c", ["YML-DUPLICATE 2:1"]),
        ("%YAML 1.1\n---\na: b", ["YML-DIRECTIVE 1:1"]),
        ("a: b\n---\nc: d", ["YML-DOCUMENTS 2:1"]),
        ("? [a]\n: b", ["YML-KEY 1:3"]),
        ("- a", ["YML-ROOT 1:1"]),
        ("a", ["YML-ROOT 1:1"]),
        ("", ["YML-EMPTY 1:1"]),
        ("# nur eine Anmerkung\n", ["YML-EMPTY 1:1"]),
        ("a: " + "[" * 7 + "]" * 7, ["YML-DEPTH 1:9"]),
        (
            "a: [[[[[[[]], [[{c: d}]], {e: f}]]]]]\nb: [[[[[[[]]]]]]]\nc: *b",
            ["YML-DEPTH 1:9", "YML-ALIAS 3:4"],
        ),
        ("a: b: c", ["YML-COLON 1:5"]),
        ("a: b\n c: d", ["YML-INDENT 2:2"]),
        ('a: "b" c', ["YML-AFTER 1:8"]),
        ("a: 'b' c'", ["YML-AFTER 1:8"]),
        ("a: [b] c", ["YML-AFTER 1:8"]),
        ("a: - b", ["YML-CHARACTER 1:4"]),
        ("a b\nc: d", ["YML-NO-COLON 1:1"]),
        ("# x\n\na:b\nc:d\ne: f", ["YML-NO-COLON 3:1"]),
        ("a: b\nc:d\ne: f", ["YML-NO-COLON 2:1"]),
        ("a: >\n b\nc", ["YML-NO-COLON 3:1"]),
        ("a: dienstags,\nhttps://chor.example", ["YML-WRAPPED 2:1"]),
        ("a: dienstags,\nhttps://chor.example und mehr\nc: d", ["YML-WRAPPED 2:1"]),
        ("a: dienstags,\nmailto:post@chor.example\nc: d", ["YML-WRAPPED 2:1"]),
        ("a: dienstags,\ntel:+493023125014", ["YML-WRAPPED 2:1"]),
        ("a: dienstags,\nwebsite:https://chor.example", ["YML-NO-COLON 2:1"]),
        ("a: b\n Ein Satz: hier", ["YML-COLON 2:10"]),
        ("a: @b", ["YML-CHARACTER 1:4"]),
        ("a:\n\tb: c", ["YML-TAB 2:1"]),
        ('a: "b', ["YML-QUOTE 1:4"]),
        ('a: "\\q"', ["YML-ESCAPE 1:5"]),
        ("a: [b, c", ["YML-BRACKET 1:4"]),
        ("a: 030 123 #45", ["YML-HASH 1:12"]),
        ('a: "Chor"#1 Berlin', ["YML-HASH 1:10"]),
        ("a: 'Chor'#1 Berlin", ["YML-HASH 1:10"]),
        ('a: ["Chor"#1]', ["YML-HASH 1:11", "YML-BRACKET 1:4"]),
        ("a: #wirsindmehr", ["YML-HASH 1:4"]),
        ('a: "Chor" #1 Berlin', ["YML-HASH 1:11"]),
        ("a: [b]#c", ["YML-HASH 1:7"]),
        ("a: [b] #c", ["YML-HASH 1:8"]),
        ("a: {b: c}#d", ["YML-HASH 1:10"]),
        ("a: |#b\n  c", ["YML-HASH 1:5"]),
        ("a: > #b\n  c", ["YML-HASH 1:6"]),
        ("a:\n- #b\n- c #d", ["YML-HASH 2:3", "YML-HASH 3:5"]),
        ("a: Ein # Satz\n  mit Rest\nb: c", ["YML-HASH 1:8"]),
        ("a: Ein Satz\n  # mit\n  Rest\nb: c", ["YML-HASH 2:3"]),
        ("a: Ein # Satz\n  b: c", ["YML-INDENT 2:3"]),
        ('a: "Ein # Satz"\n  mit Rest', ["YML-INDENT 2:3"]),
        ("a: [Raum # 5, Saal]", ["YML-HASH 1:10"]),
        ("a: [Raum # 5,\n  Saal]", ["YML-HASH 1:10"]),
        ('a: ["Raum # 5", Saal', ["YML-BRACKET 1:4"]),
        ("a: | b", ["YML-CHARACTER 1:4"]),
        ("a: > b", ["YML-CHARACTER 1:4"]),
        ("a: ? b", ["YML-CHARACTER 1:4"]),
        ("a: & b", ["YML-ANCHOR 1:4"]),
        ("a: *b* c", ["YML-ALIAS 1:4"]),
        ("a: **b** c", ["YML-ALIAS 1:4"]),
        ('a: "b" - c', ["YML-AFTER 1:8"]),
        ("a: {b: c, d}", ["FLD-COMMA 1:11"]),
        ("a: {b}", ["FLD-COMMA 1:5"]),
        ("a: {b, c}", ["FLD-COMMA 1:5", "FLD-COMMA 1:8"]),
        ("a: {b: c, d e, f: g}", ["FLD-COMMA 1:11"]),
        (b"a: " + b"b" * MAX_BYTES, ["FILE-SIZE 1:1"]),
    ],
)
def test_what_is_refused_is_said_at_its_place(text: str | bytes, expected: list[str]) -> None:
    _, problems = reading(text)
    assert problems == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b # c", "1:6 # c"),
        ("a: b #", "1:6 #"),
        ("a: b ## c", "1:6 ## c"),
        ("a: b\t# c", "1:6 # c"),
        ("a: # c", "1:4 # c"),
        ("a: b # c # d", "1:6 # c # d"),
        ("a: b\n  c # d", "2:5 # d"),
        ("a: b\n  # c\nd: e", "2:3 # c"),
        ("a: b\n  #c", "2:3 #c"),
        ("a:\n  b\n  # c", "3:3 # c"),
        ("a: | # b\n  c", "1:6 # b"),
        ("a: >-2 # b\n  c", "1:8 # b"),
        ("a: |\n    b\n  # c\n", "3:3 # c"),
        ("a: {b: c # d\n  }", ""),
        ("a: b#c", ""),
        ("a: b\n# c\nd: e", ""),
        ("# c\na: b", ""),
        ("a: |\n  b # c\n  # d", ""),
        ("a: |\n  b\n# c\n", ""),
        ('a: "b" # c', ""),
        ('a: "b # c"', ""),
        ("a: 'b'\n  # c", ""),
        ("a: [b] # c", ""),
    ],
)
def test_what_a_comment_may_have_taken_away(text: str, expected: str) -> None:
    document, problems = reading(text)
    assert document is not None and problems == []
    value = document.fields.pairs[0][1]
    lost = value.comment if isinstance(value, Scalar) else None
    assert (f"{lost.place.line}:{lost.place.column} {lost.text}" if lost else "") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n- b # c\n- d\n# e\n- f\n  # g", ["# c", "", "# g"]),
        ("a:\n  - b\n  # c\n  - d", ["", ""]),
        ("a: [\n  b, # c\n  # d\n  e # f\n  ]", ["", "# f"]),
    ],
)
def test_what_comments_may_have_taken_away_from_items(text: str, expected: list[str]) -> None:
    document, problems = reading(text)
    assert document is not None and problems == []
    (_, value), *_ = document.fields.pairs
    assert isinstance(value, Sequence)
    items = [item for item in value.items if isinstance(item, Scalar)]
    assert [item.comment.text if item.comment else "" for item in items] == expected


def test_a_comma_in_braces_is_the_only_fault_that_does_not_stop_the_reading() -> None:
    document, _ = reading("a: {b: c, d e}\nf: g")
    assert document is not None
    assert plain(document.fields) == {"a": {"b": "c"}, "f": "g"}


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("---\na: b\n---\nText\n", []),
        ("---\na: b\n---", []),
        ("--- \na: b\n--- \nText", []),
        ("a: b\n", ["YML-FRONT-MATTER 1:1"]),
        ("---\na: b\n", ["YML-FRONT-END 3:1"]),
        ("---\na: b\n----\nText", ["YML-DASHES 3:1"]),
        ("----\na: b\n----\nText\n---\n", ["YML-DASHES 1:1", "YML-DASHES 3:1"]),
        ("---\na: b\n\u2014\nText", ["YML-DASHES 3:1"]),
        ("---\na:\n-\n---\nText", []),
        ("---\n---\nText", ["YML-EMPTY 2:1"]),
        ("---\na: b: c\n---\n", ["YML-COLON 2:5"]),
        ("---\na: b\nc: @d\n---\n", ["YML-CHARACTER 3:4"]),
        ("---\na: b\n---\n\u202e", ["ENC-BIDI 4:1"]),
    ],
)
def test_front_matter(text: str, problems: list[str]) -> None:
    assert reading(text, markdown=True)[1] == problems


def test_places_count_lines_of_the_whole_file_and_columns_in_characters() -> None:
    document, _ = reading("---\nä: {ö: ü}\nb:\n  - c\n---\n\nText", markdown=True)
    assert document is not None
    [(first, inner), (_, items)] = document.fields.pairs
    assert isinstance(inner, Mapping)
    assert isinstance(items, Sequence)
    assert (first.place, inner.pairs[0][0].place, inner.pairs[0][1].place) == (
        Place(2, 1),
        Place(2, 5),
        Place(2, 8),
    )
    assert items.items[0].place == Place(4, 5)
    assert document.text == Scalar("Text", Place(7, 1))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b", Place(1, 4)),
        ("a: |\n  b", Place(2, 3)),
        ("a: |\n\n    b\n", Place(3, 5)),
        ("a: >-\n  b", Place(2, 3)),
        ("a: |\n", Place(1, 4)),
    ],
)
def test_the_place_of_a_block_is_that_of_its_text(text: str, place: Place) -> None:
    document, _ = reading(text)
    assert document is not None
    assert document.fields.pairs[0][1].place == place


def test_the_text_below_has_one_unicode_form() -> None:
    document, _ = reading("---\na: b\n---\nu\u0308", markdown=True)
    assert document is not None
    assert plain(document.text) == "ü"
