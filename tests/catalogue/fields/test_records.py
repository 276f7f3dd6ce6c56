"""Records: which keys are known, required, repeated; where a value stands."""

from typing import Annotated

import pytest

from plugins.catalogue.diagnostics import Place, Problems
from plugins.catalogue.fields.base import Record
from plugins.catalogue.fields.containers import NOTHING, FrozenMap, ListOf, MapOf
from plugins.catalogue.fields.context import INVALID, Context
from plugins.catalogue.fields.numbers import Integer
from plugins.catalogue.fields.records import Either, RecordField, fields_of, place_in, read_record
from plugins.catalogue.fields.texts import Line
from plugins.catalogue.frozen import record
from plugins.catalogue.nodes import Mapping
from plugins.catalogue.source import read


@record(frozen=True, kw_only=True)
class Inner(Record):
    """A record inside."""

    from_: Annotated[int | None, Integer()] = None
    to: Annotated[int | None, Integer()] = None


@record(frozen=True, kw_only=True)
class Outer(Record):
    """A record."""

    name: Annotated[str, Line(10)]
    items: Annotated[tuple[str, ...], ListOf(Line(), most=3)] = ()
    one: Annotated[tuple[str, ...], ListOf(Line(), least=1)] = ()
    inner: Annotated[Inner | None, RecordField(Inner)] = None
    either: Annotated[Inner | str | None, Either(Line(), RecordField(Inner))] = None
    counts: Annotated[FrozenMap, MapOf(Line(), Integer(), most=2)] = NOTHING
    unread: str = "no field"


def mapping(text: str) -> Mapping:
    document = read(text.encode(), Problems("x"), markdown=False)
    assert document is not None
    return document.fields


def reading(text: str) -> tuple[object, list[str]]:
    problems = Problems("x")
    value = read_record(Outer, mapping(text), Context(problems, {}))
    return value, [f"{p.code} {p.place.line}:{p.place.column}" for p in problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name: a", Outer(name="a")),
        ("name: a\nitems:", Outer(name="a")),
        ("name: a\nitems: []", Outer(name="a")),
        ("name: a\nitems: [b, c]", Outer(name="a", items=("b", "c"))),
        ("name: a\none: b", Outer(name="a", one=("b",))),
        ("name: a\none: [b]", Outer(name="a", one=("b",))),
        ("name: a\ninner: {from: 1}", Outer(name="a", inner=Inner(from_=1))),
        ("name: a\ninner: {}", Outer(name="a", inner=Inner())),
        ("name: a\neither: b", Outer(name="a", either="b")),
        ("name: a\neither: {to: 1}", Outer(name="a", either=Inner(to=1))),
        ("name: a\ncounts: {b: 1}", Outer(name="a", counts=FrozenMap((("b", 1),)))),
    ],
)
def test_records(text: str, expected: Outer) -> None:
    assert reading(text) == (expected, [])


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("items: []", ["FLD-MISSING 1:1"]),
        ("name:", ["FLD-EMPTY 1:1"]),
        ("name: a\nnam: b", ["FLD-UNKNOWN 2:1"]),
        ("name: a\nunread: b", ["FLD-UNKNOWN 2:1"]),
        ("name: a\nfrom_: b", ["FLD-UNKNOWN 2:1"]),
        ("name: [a]", ["FLD-NOT-TEXT-LIST 1:7"]),
        ("name: {a: b}", ["FLD-NOT-TEXT-MAP 1:7"]),
        ("name: a\nitems: {b: c}", ["FLD-NOT-LIST 2:8"]),
        ("name: a\nitems: [b, c, b]", ["FLD-REPEATED 2:15"]),
        ("name: a\nitems: [b, c, d, e]", ["FLD-MANY 2:18"]),
        ("name: a\nitems: [[b]]", ["FLD-NOT-TEXT-LIST 2:9"]),
        ("name: a\none: []", ["FLD-FEW 2:6"]),
        ("name: a\ninner: b", ["FLD-NOT-RECORD 2:8"]),
        ("name: a\ninner: {to: b, form: 1}", ["FLD-INTEGER 2:13", "FLD-UNKNOWN 2:16"]),
        ("name: a\neither: [b]", ["FLD-NOT-RECORD 2:9"]),
        ("name: a\ncounts: [b]", ["FLD-NOT-MAP 2:9"]),
        ("name: a\ncounts: {b: c, d: e}", ["FLD-INTEGER 2:13", "FLD-INTEGER 2:19"]),
        ("name: a\ncounts: {b: 1, c: 2, d: 3}", ["FLD-MANY 2:22"]),
    ],
)
def test_refused(text: str, problems: list[str]) -> None:
    assert reading(text) == (INVALID, problems)


def test_the_nearest_known_key_is_suggested() -> None:
    problems = Problems("x")
    read_record(Outer, mapping("name: a\ncount: {}"), Context(problems, {}))
    assert [dict(p.details) for p in problems] == [{"key": "count", "suggestion": "counts"}]


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("a", Place(1, 4)),
        ("b.c", Place(2, 8)),
        ("b.d.0", Place(2, 15)),
        ("b.d.1", Place(2, 14)),
        ("b.x.y", Place(2, 4)),
        ("x", Place(1, 1)),
        ("", Place(1, 1)),
        ("a.b.c", Place(1, 4)),
    ],
)
def test_place_in(path: str, place: Place) -> None:
    assert place_in(mapping("a: 1\nb: {c: 2, d: [3]}"), path) == place


def test_fields_keep_the_order_of_the_class() -> None:
    assert list(fields_of(Outer)) == ["name", "items", "one", "inner", "either", "counts"]
    assert list(fields_of(Inner)) == ["from", "to"]


@pytest.mark.parametrize(("key", "value"), [("a", 1), ("c", None)])
def test_frozen_map(key: str, value: int | None) -> None:
    assert FrozenMap((("a", 1), ("b", 2))).get(key) == value
