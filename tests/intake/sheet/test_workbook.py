"""Files from strangers: bounded before parsing, and one plain sentence for what is no sheet."""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from plugins.intake.content import CannotRead
from plugins.intake.sheet import workbook

Ods = Callable[[str, Sequence[Sequence[object]]], bytes]


def xlsx(fill: Callable[[Any], object]) -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    fill(book)
    book.close()
    return stream.getvalue()


def page(*cells: tuple[int, int, object]) -> bytes:
    def fill(book: Any) -> None:  # noqa: ANN401
        sheet = book.add_worksheet("Blatt")
        for cell in cells:
            sheet.write(*cell)

    return xlsx(fill)


def archive(**files: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name.replace("__", "/"), data)
    return stream.getvalue()


WORKBOOK = {"xl__workbook.xml": b"<workbook/>"}


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("SHEET-SIZE", b"a" * (workbook.MAX_BYTES + 1)),
        ("SHEET-OLD", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("SHEET-FORM", archive(**{"a.txt": b"x"})),
        ("SHEET-FORM", archive(mimetype=b"application/vnd.oasis.opendocument.text")),
        ("SHEET-DAMAGED", b"PK\x03\x04 nothing"),
        ("SHEET-DAMAGED", page((0, 0, "x"))[:-200]),
        ("SHEET-DAMAGED", archive(**{"xl__workbook.xml": b"<workbook"})),
        ("SHEET-DAMAGED", archive(mimetype=b"application/vnd.oasis.opendocument.spreadsheet")),
        ("SHEET-MEMORY", page((0, 0, "x"), (1048575, 16383, "y"))),
        ("SHEET-MEMORY", archive(**WORKBOOK, x=bytes(workbook.MAX_UNPACKED + 1))),
        ("SHEET-MEMORY", archive(**WORKBOOK, **{f"f{n}": b"" for n in range(workbook.MAX_PARTS)})),
        ("SHEET-ROWS", page((0, 0, "x"), (workbook.MAX_ROWS, 0, "y"))),
        ("SHEET-ROWS", b"a;b\n" * (workbook.MAX_ROWS + 1)),
        ("SHEET-COLUMNS", page((0, 0, "x"), (0, workbook.MAX_COLUMNS, "y"))),
        ("SHEET-COLUMNS", b";" * workbook.MAX_COLUMNS),
        ("SHEET-LONG", b"id;name\nx;" + b"y" * (workbook.MAX_CELL + 1)),
        ("SHEET-ENCODING", "id;name".encode("utf-16-le")),
        ("SHEET-ENCODING", b"id;\x81"),
        ("SHEET-ENCODING", b"id;na\0me"),
        ("SHEET-QUOTES", b'id;name\nx;"y\n'),
        ("SHEET-QUOTES", b'id;name\nx;"y"z\n'),
    ],
)
def test_what_is_refused(code: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "liste"
    path.write_bytes(data)
    with pytest.raises(CannotRead) as refused:
        workbook.read(path)
    assert [found.code for found in refused.value.found] == [code]


@pytest.mark.parametrize("make", [Path.mkdir, lambda path: None])
def test_what_is_no_file(make: Callable[[Path], object], tmp_path: Path) -> None:
    make(tmp_path / "liste.xlsx")
    with pytest.raises(CannotRead, match="SHEET-FILE"):
        workbook.read(tmp_path / "liste.xlsx")


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a;b\n1;2", [["a", "b"], ["1", "2"]]),
        ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
        ("a\tb\n1\t2", [["a", "b"], ["1", "2"]]),
        ('"a;b",c\n1,2', [["a;b", "c"], ["1", "2"]]),
        ("sep=,\na;x,b\n", [["a;x", "b"]]),
        ('a;b\r\n"1\r\n\r\n2";3\r\n', [["a", "b"], ["1\r\n\r\n2", "3"]]),
        ("a\n\nb\n", [["a"], [], ["b"]]),
        ("", []),
        ("'=1;''=1;'a", [["=1", "'=1", "'a"]]),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "mac_roman"])
def test_csv(text: str, cells: list[list[str]], encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_bytes(text.encode(encoding))
    (found,) = workbook.read(path)
    assert [[cell.text for cell in row] for row in found.rows] == cells


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "utf-16", "utf-8-sig"])
def test_umlauts_of_other_programs(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "liste.txt"
    path.write_bytes("Büro – 5 €\tSaß\r\n„Höfe“\tx".encode(encoding))
    assert [[cell.text for cell in row] for row in workbook.read(path)[0].rows] == [
        ["Büro – 5 €", "Saß"],
        ["„Höfe“", "x"],
    ]


def test_a_sign_alone_is_no_umlaut_of_a_mac(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_bytes("Preis;5 €…\rŠ;§ 5".encode("cp1252"))
    assert [[cell.text for cell in row] for row in workbook.read(path)[0].rows] == [
        ["Preis", "5 €…"],
        ["Š", "§ 5"],
    ]


def test_the_cells_of_a_workbook(tmp_path: Path) -> None:
    def fill(book: Any) -> None:  # noqa: ANN401
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        moment = book.add_format({"num_format": "dd.mm.yyyy hh:mm"})
        time = book.add_format({"num_format": "hh:mm"})
        sheet = book.add_worksheet("Blatt")
        sheet.write_row(0, 1, [1067, 52.5138, True])
        sheet.write_number(1, 0, 46357, day)
        sheet.write_number(1, 1, 46357 + 19.5 / 24, moment)
        sheet.write_number(1, 2, 12.5 / 24, time)
        sheet.write_formula(1, 3, "=1+1", None, 2)
        book.add_worksheet("Verborgen").hide()

    path = tmp_path / "liste.bin"  # what a file is called does not matter
    path.write_bytes(xlsx(fill))
    (found,) = workbook.read(path)
    assert found.name == "Blatt"
    assert [[tuple(cell) for cell in row] for row in found.rows] == [
        [("s", ""), ("n", "1067"), ("n", "52.5138"), ("b", "1")],
        [("d", "2026-12-01"), ("d", "2026-12-01T19:30"), ("t", "12:30"), ("n", "2")],
    ]


def test_the_cells_of_an_open_document(tmp_path: Path, ods: Ods) -> None:
    path = tmp_path / "liste.ods"
    days = [date(2026, 12, 1), datetime(2026, 12, 1, 19, 30)]
    path.write_bytes(ods("Blatt", [["a", "", 5.0, True], ["z\n\nb", "=1"], days]))
    (found,) = workbook.read(path)
    assert [[tuple(cell) for cell in row] for row in found.rows] == [
        [("s", "a"), ("s", ""), ("n", "5"), ("b", "1")],
        [("s", "z\n\nb"), ("s", "=1")],
        [("d", "2026-12-01"), ("d", "2026-12-01T19:30")],
    ]


def test_errors_of_formulas_are_seen(tmp_path: Path) -> None:
    def fill(book: Any) -> None:  # noqa: ANN401
        sheet = book.add_worksheet()
        sheet.write_formula(1, 1, "=NA()", None, "#N/A")
        sheet.write_formula(1, 2, "=1/0", None, "#DIV/0!")
        sheet.write(1, 3, 'x t="e"')

    path = tmp_path / "liste.xlsx"
    path.write_bytes(xlsx(fill))
    (found,) = workbook.read(path)
    assert [[cell.text for cell in row] for row in found.rows] == [
        [],
        ["", "#N/A", "#DIV/0!", 'x t="e"'],
    ]


@pytest.mark.slow
def test_a_workbook_that_needs_more_memory_than_it_may(tmp_path: Path) -> None:
    """One cell in the corner of the largest sheet that may be; without a limit it is read."""
    path = tmp_path / "liste.xlsx"
    path.write_bytes(page((0, 0, "x"), (workbook.MAX_ROWS - 1, 40, "y")))
    assert len(workbook.read(path)[0].rows) == workbook.MAX_ROWS
    path.write_bytes(page((0, 0, "x"), (workbook.MAX_ROWS - 1, workbook.MAX_COLUMNS - 1, "y")))
    with pytest.raises(CannotRead, match="SHEET-MEMORY"):
        workbook.read(path)


def test_an_open_document_that_repeats_itself_without_end(tmp_path: Path, ods: Ods) -> None:
    small = ods("Blatt", [["a"]])
    with zipfile.ZipFile(io.BytesIO(small)) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    row = b'<table:table-row table:number-rows-repeated="1048576">'
    cell = b'<table:table-cell table:number-columns-repeated="16384" office:value-type="string">'
    text = parts["content.xml"].replace(b"<table:table-row>", row)
    parts["content.xml"] = text.replace(b'<table:table-cell office:value-type="string">', cell)
    assert row in parts["content.xml"] and cell in parts["content.xml"]
    path = tmp_path / "liste.ods"
    path.write_bytes(archive(**{name.replace("/", "__"): data for name, data in parts.items()}))
    with pytest.raises(CannotRead) as refused:
        workbook.read(path)
    assert str(refused.value) in ("SHEET-MEMORY", "SHEET-DAMAGED", "SHEET-ROWS")
