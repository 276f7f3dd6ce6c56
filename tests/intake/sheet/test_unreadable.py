"""Why a sheet cannot be read at all: every code with what is wrong, and what is right instead."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from plugins.catalogue.codes import found_by
from plugins.catalogue.diagnostics import Diagnostic
from plugins.findings import Display
from plugins.intake.content import CannotRead, ContentFolder
from plugins.intake.sheet import mapping, workbook
from plugins.intake.sheet.headers import kind_in, kind_named
from plugins.intake.sheet.mapping import NO_MAPPING
from plugins.intake.sheet.rows import table_of
from tests.intake.sheet import test_messages

pytestmark = pytest.mark.slow


def xlsx(*rows: Sequence[str], corner: bool = False) -> bytes:
    """A sheet as .xlsx, with something in its last cell far below and far to the right."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
        if corner:
            sheet.write(1048575, 16383, "x")
    return stream.getvalue()


def archive(name: str) -> bytes:
    """An archive with one file in it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr(name, "x")
    return stream.getvalue()


CSV = b"id;name\nneu;Neu\n"
XLSX = xlsx(("id", "name"), ("neu", "Neu"))
FOREIGN = b"Name;Ruf;Ruf\nBoxkreis;1;2\n"


class Sheet(NamedTuple):
    """A file, of which kind somebody says that it is, and the mapping for it."""

    data: bytes | None = CSV
    kind: str = "association"
    mapping: str = ""


def foreign(columns: str) -> Sheet:
    return Sheet(FOREIGN, mapping=f"columns: {{{columns}}}\n")


MAPPED = foreign("name: Name, phone: Spalte B")

CASES: dict[str, tuple[Sheet, Sheet]] = {
    "SHEET-FILE": (Sheet(None), Sheet()),
    "SHEET-SIZE": (Sheet(CSV + b"x" * workbook.MAX_BYTES), Sheet()),
    "SHEET-OLD": (Sheet(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), Sheet(XLSX)),
    "SHEET-FORM": (Sheet(archive("word/document.xml")), Sheet(XLSX)),
    "SHEET-DAMAGED": (Sheet(XLSX[:-200]), Sheet(XLSX)),
    "SHEET-MEMORY": (Sheet(xlsx(("id", "name"), corner=True)), Sheet(XLSX)),
    "SHEET-ROWS": (Sheet(CSV + b"x\n" * workbook.MAX_ROWS), Sheet()),
    "SHEET-COLUMNS": (Sheet(b"id;name" + b";" * workbook.MAX_COLUMNS), Sheet()),
    "SHEET-CELLS": (Sheet(xlsx(*[("id", "name")] * 3)), Sheet(XLSX)),
    "SHEET-LONG": (Sheet(CSV + b"alt;" + b"x" * (workbook.MAX_CELL + 1)), Sheet(CSV + b"alt;x")),
    "SHEET-ENCODING": (Sheet(CSV + b"\x81"), Sheet(CSV + b"\xfc")),
    "SHEET-QUOTES": (Sheet(CSV + b'alt;"Al"t\n'), Sheet(CSV + b'alt;"Al""t"\n')),
    "SHEET-HEADS": (Sheet(b"a;b\n1;2\n"), Sheet()),
    "SHEET-KIND": (Sheet(kind=""), Sheet()),
    "SHEET-KIND-WORD": (Sheet(kind="auto"), Sheet(kind="verein")),
    "SHEET-COLUMN-TWICE": (Sheet(b"id;name;name\n"), Sheet(b"id;name;short_name\n")),
    "SHEET-MAPPING-FIELD": (foreign("name: Name, fone: Spalte B"), MAPPED),
    "SHEET-MAPPING-COLUMN": (foreign("name: Name, phone: Fon"), MAPPED),
    "SHEET-MAPPING-TWICE": (foreign("name: Name, phone: Ruf"), MAPPED),
}


def found(sheet: Sheet, sample: ContentFolder, folder: Path) -> tuple[Diagnostic, ...]:
    """Why the sheet cannot be read."""
    file, arranged = folder / "liste", folder / "zuordnung.yaml"
    arranged.write_text(sheet.mapping, encoding="utf-8")
    if sheet.data is not None:
        file.write_bytes(sheet.data)
    try:
        sheets = workbook.read(file)
        kind = kind_named(sheet.kind) if sheet.kind else kind_in(sheets, file.name)
        columns = mapping.read(arranged, kind) if sheet.mapping else NO_MAPPING
        table_of(sheets, kind, sample.lists, "DE", columns)
    except CannotRead as error:
        return error.found
    return ()


@pytest.fixture(autouse=True)
def few_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MAX_FILLED", 5)


@pytest.mark.parametrize("code", CASES)
def test_what_is_wrong_yields_the_code_in_full_sentences(
    code: str, sample: ContentFolder, tmp_path: Path
) -> None:
    (one,) = found(CASES[code][0], sample, tmp_path)
    said = [Display("de").sentence(one), Display("en").sentence(one)]
    assert (one.code, [text for text in said if "{" in text]) == (code, [])


@pytest.mark.parametrize("code", CASES)
def test_what_is_right_is_read(code: str, sample: ContentFolder, tmp_path: Path) -> None:
    assert found(CASES[code][1], sample, tmp_path) == ()


def test_every_code_of_a_sheet_has_a_case() -> None:
    no_file = "SHEET-NO-FILE"  # is found before there is a sheet: test_main.py
    assert found_by("sheet-in") == (*test_messages.CASES, no_file, *CASES)


def test_all_that_is_wrong_with_a_mapping_is_said_at_once(
    sample: ContentFolder, tmp_path: Path
) -> None:
    fields = foreign("name: Name, phon: Spalte B, sport: Sparte")
    wrong = Sheet(FOREIGN, mapping=f"{fields.mapping}constants: {{town: x}}\nid: nmae\n")
    assert [(f.place, f.code, dict(f.details)) for f in found(wrong, sample, tmp_path)] == [
        ((1, 23), "SHEET-MAPPING-FIELD", {"key": "phon", "suggestion": "phone"}),
        ((1, 39), "SHEET-MAPPING-FIELD", {"key": "sport", "suggestion": ""}),
        ((2, 13), "SHEET-MAPPING-FIELD", {"key": "town", "suggestion": ""}),
        ((3, 5), "SHEET-MAPPING-FIELD", {"key": "nmae", "suggestion": "name"}),
    ]
    columns = foreign("name: Nme, phone: Ruf, email: Mail")
    assert [(f.code, dict(f.details)) for f in found(columns, sample, tmp_path)] == [
        ("SHEET-MAPPING-COLUMN", {"key": "Nme", "suggestion": "Name"}),
        ("SHEET-MAPPING-TWICE", {"key": "Ruf", "one": "B", "two": "C"}),
        ("SHEET-MAPPING-COLUMN", {"key": "Mail", "suggestion": ""}),
    ]
