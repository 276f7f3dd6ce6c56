"""A sheet that nobody changed changes nothing, whatever it was saved as."""

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from plugins.catalogue import nodes, source
from plugins.catalogue.diagnostics import Problems
from plugins.catalogue.fields.base import Field, Record
from plugins.catalogue.fields.choices import Choice, Menu, YesNo
from plugins.catalogue.fields.contact import Account, Email, Phone, Postcode, WebAddress
from plugins.catalogue.fields.containers import ListOf, MapOf
from plugins.catalogue.fields.context import Context
from plugins.catalogue.fields.days import (
    Day,
    DayLeftOut,
    DayOfMonth,
    DayOfSeries,
    DayOrTime,
    Since,
    TimeZone,
)
from plugins.catalogue.fields.numbers import Coordinate, Integer, Number
from plugins.catalogue.fields.prose import Prose
from plugins.catalogue.fields.records import Either, RecordField, fields_of, read_fields
from plugins.catalogue.fields.references import Identifier, ImageFile, LanguageTag, Term
from plugins.catalogue.fields.texts import Line, Paragraph
from plugins.catalogue.model import KINDS, Entry, Origin
from plugins.intake import entry_file
from plugins.intake.content import ContentFolder
from plugins.intake.edit import EntryFile, edited, read_tree
from plugins.intake.entry_file import MERGE
from plugins.intake.sheet import workbook, write_csv, write_xlsx
from plugins.intake.sheet.export import Sheet, sheet_of
from plugins.intake.sheet.row_diff import row_diff
from plugins.intake.sheet.rows import table_of
from plugins.intake.tree import tree_of

pytestmark = pytest.mark.slow

Ods = Callable[[str, Sequence[Sequence[object]]], bytes]
by_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)


def csv_in(sheet: Sheet, separator: str, encoding: str) -> bytes:
    """The sheet as another program saves it again: other separator, other encoding."""
    text = write_csv.render(sheet).decode("utf-8-sig")
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator).writerows(rows)
    return stream.getvalue().encode(encoding, "xmlcharrefreplace")


def rows_of(sheet: Sheet) -> list[Sequence[object]]:
    names = [header.label for header in sheet.headers]
    return [names, [header.key for header in sheet.headers], *sheet.rows]


def assert_nothing_changes(
    path: Path, data: bytes, kind: type[Entry], entries: Sequence[Entry], sample: ContentFolder
) -> None:
    path.write_bytes(data)
    table = table_of(workbook.read(path), kind, sample.lists, "DE")
    before = {entry.id: tree_of(entry, sample.lists) for entry in entries}
    diffs = [row_diff(row, before[row.id], table) for row in table.rows]
    assert [(d.changes, d.conflicts) for d in diffs if d.state != "same"] == []
    assert (len(diffs), table.findings) == (len(entries), ())


@by_kind
@pytest.mark.parametrize("form", ["xlsx", "ods", "csv"])
def test_the_sample_content(
    kind: type[Entry], form: str, sample: ContentFolder, tmp_path: Path, ods: Ods
) -> None:
    entries = sample.entries(kind)
    sheet = sheet_of(kind, entries, sample.lists)
    if form == "ods":
        data = ods(sheet.name, rows_of(sheet))
    else:
        data = (write_xlsx if form == "xlsx" else write_csv).render(sheet)
    assert_nothing_changes(tmp_path / f"sheet.{form}", data, kind, entries, sample)


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_csv_of_other_programs(
    separator: str, encoding: str, sample: ContentFolder, tmp_path: Path
) -> None:
    kind = next(kind for kind in KINDS if kind.folder == "events")
    entries = tuple(e for e in sample.entries(kind) if _is_western(e))
    data = csv_in(sheet_of(kind, entries, sample.lists), separator, encoding)
    assert len(entries) > 30
    assert_nothing_changes(tmp_path / "sheet.csv", data, kind, entries, sample)


def _is_western(entry: Entry) -> bool:
    try:
        repr(entry).encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


# Any entry that could be written by hand.

_LETTERS = "abÄß1 0'\"=+-@;,:#|.\t/€şи–(){}[]&<_"
_ids = st.sampled_from(["chor-der-nationen", "haus-der-begegnung", "x1"])
_lines = st.text(_LETTERS, min_size=1, max_size=40).map(str.strip).filter(bool)
_blocks = st.lists(_lines, min_size=1, max_size=3).map("\n\n".join)
_days = st.dates().filter(lambda day: 1000 <= day.year <= 2200).map(str)
_times = (
    st.datetimes()
    .filter(lambda t: 1000 <= t.year <= 2200)
    .map(lambda t: t.isoformat(timespec="minutes")[:16])
)
_SIMPLE: dict[type[Field], st.SearchStrategy[str]] = {
    Account: st.sampled_from(["@chor", "https://a.example/@b", "+chor"]),
    WebAddress: st.sampled_from(["https://a.example", "http://b.example/c;d,e=f?g#h"]),
    DayOrTime: _days | _times,
    Day: _days,
    DayLeftOut: _days | st.sampled_from(["school_holidays", "public_holidays"]),
    DayOfSeries: _days,
    TimeZone: st.sampled_from(["America/New_York", "Asia/Kathmandu"]),
    Since: _days | st.sampled_from(["1998", "2001-05"]),
    DayOfMonth: st.sampled_from(["15", "last friday"]),
    Email: st.sampled_from(["a@b.example", "a.b+c@d.example"]),
    Phone: st.sampled_from(["030 23125 101", "+49 30 23125102", "(030) 23125-103"]),
    Postcode: st.sampled_from(["01067", "12345"]),
    ImageFile: st.sampled_from(["a.png", "b-1.jpg"]),
    LanguageTag: st.sampled_from(["de", "tr", "zh-Hant"]),
    Menu: st.sampled_from(["main", "footer", "no", "Über uns"]),
    YesNo: st.sampled_from(["yes", "no", "true"]),
    Identifier: _ids,
    Paragraph: _blocks,
    Prose: _blocks,
    Line: _lines,
}


def values(field: Field, sample: ContentFolder) -> st.SearchStrategy[Any]:
    """Whatever the field may hold, as an entry file says it."""
    match field:
        case Either():
            return values(field.text, sample) | values(field.record, sample)
        case RecordField():
            return records(field.record, sample)
        case ListOf():
            least, most = max(1, field.least), min(field.most, 4)
            items = values(field.item, sample)
            return st.lists(items, min_size=least, max_size=most, unique_by=str)
        case MapOf():
            keys, below = values(field.key, sample), values(field.value, sample)
            keys = keys.filter(lambda key: key != MERGE)
            return st.dictionaries(keys, below, min_size=1, max_size=3)
        case Choice():
            return st.sampled_from(field.words)
        case Term():
            return st.sampled_from(sorted(sample.lists.vocabularies[field.vocabulary]))
        case Coordinate():
            return st.integers(-890000, 890000).map(lambda n: f"{n / 10000}")
        case Number() | Integer():
            least, most = field.bounds
            return st.integers(least, min(most, 10**6)).map(str)
    return next(s for kind, s in _SIMPLE.items() if isinstance(field, kind))


def records(record: type[Record], sample: ContentFolder) -> st.SearchStrategy[dict[str, Any]]:
    known = fields_of(record).items()
    return st.fixed_dictionaries(
        {key: values(f.field, sample) for key, f in known if f.required},
        optional={key: values(f.field, sample) for key, f in known if not f.required},
    )


def entry_of(kind: type[Entry], tree: dict[str, Any], sample: ContentFolder) -> Entry | None:
    """The entry that a file with these values holds; `None` when a value is no good after all."""
    problems = Problems("x.md")
    body = tree.pop("text", "")
    data = entry_file.text_of(kind, tree, body).encode()
    document = source.read(data, problems, markdown=True)
    if document is None or document.text is None:
        return None
    pair = (nodes.Scalar("text", document.text.place), document.text)
    node = nodes.Mapping((*document.fields.pairs, pair), document.fields.place)
    context = Context(problems, sample.lists.vocabularies)
    found, complete = read_fields(kind, node, context)
    return kind(id="x", origin=Origin("x.md", node), **found) if complete else None


@by_kind
@settings(max_examples=10, suppress_health_check=list(HealthCheck), derandomize=True)
@given(data=st.data())
def test_any_entry(
    kind: type[Entry], data: st.DataObject, sample: ContentFolder, tmp_path: Path, ods: Ods
) -> None:
    trees = data.draw(st.lists(records(kind, sample), min_size=3, max_size=8))
    drawn = (entry_of(kind, tree, sample) for tree in trees)
    entries = [
        kind(**{**vars(entry), "id": f"x{n}"}) for n, entry in enumerate(drawn) if entry is not None
    ]
    sheet = sheet_of(kind, entries, sample.lists)
    for form, rendered in (
        ("csv", write_csv.render(sheet)),
        ("xlsx", write_xlsx.render(sheet)),
        ("ods", ods(sheet.name, rows_of(sheet))),
    ):
        assert_nothing_changes(tmp_path / f"x.{form}", rendered, kind, entries, sample)


@by_kind
@settings(max_examples=25, suppress_health_check=list(HealthCheck), derandomize=True)
@given(data=st.data())
def test_any_file_can_be_made_to_say_anything(
    kind: type[Entry], data: st.DataObject, sample: ContentFolder
) -> None:
    drawn = (data.draw(records(kind, sample)) for _ in "ab")
    old, new = (entry_of(kind, tree, sample) for tree in drawn)
    assume(old is not None and new is not None)
    if old is not None and new is not None:
        before, after = tree_of(old, sample.lists), tree_of(new, sample.lists)
        text = entry_file.text_of(kind, before).replace("---\n\n", "---\n").encode()
        file = EntryFile(text, kind, True, sample.lists)
        assert read_tree(file._replace(data=edited(file, before, after))) == after
