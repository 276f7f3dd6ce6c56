"""A file to worksheets: .xlsx and .ods by the worker, else as CSV. Bounded before parsing."""

import codecs
import csv
import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, NamedTuple, cast

from plugins.intake.content import CannotRead
from plugins.intake.sheet import worker, write_csv
from plugins.intake.sheet.problems import unreadable

MAX_BYTES = 10 << 20
MAX_UNPACKED = 200 << 20
MAX_PARTS = 1000
MAX_ROWS = 20_000
MAX_COLUMNS = 300
MAX_CELL = 50_000
MAX_FILLED = 400_000
"""Cells with something in them; a city's largest list has a tenth of that."""

MEMORY = 200 << 20
"""Bytes for the process that parses a workbook, its program included."""

_OLD = b"\xd0\xcf\x11\xe0"  # OLE: Excel up to 2003, and anything with a password
_ZIP = b"PK\x03\x04"
_NO_ARCHIVE = (zipfile.BadZipFile, OSError, RuntimeError, EOFError, ValueError)
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"


class CellValue(NamedTuple):
    """A cell: s text, n number, b truth, d day or time on a day, t time of day."""

    kind: str
    text: str


CellRow = tuple[CellValue, ...]
EMPTY = CellValue("s", "")


class Worksheet(NamedTuple):
    """A sheet as it was found; `name` is empty in CSV."""

    name: str
    rows: tuple[CellRow, ...]


def read(path: Path) -> tuple[Worksheet, ...]:
    """The visible sheets of a file. Raises `CannotRead`."""
    data = _bytes(path)
    if data.startswith(_OLD):
        raise unreadable("SHEET-OLD")
    return _workbook(data) if data.startswith(_ZIP) else (Worksheet("", _csv(data)),)


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise unreadable("SHEET-FILE")
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise unreadable("SHEET-FILE") from error
    if len(data) > MAX_BYTES:
        raise unreadable("SHEET-SIZE", most=MAX_BYTES >> 20)
    return data


def _workbook(data: bytes) -> tuple[Worksheet, ...]:
    _check_archive(data)
    limits = map(str, (MAX_ROWS, MAX_COLUMNS, MEMORY))
    command = [sys.executable, "-I", worker.__file__, *limits]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        try:
            with suppress(BrokenPipeError), cast("IO[bytes]", process.stdin) as stream:
                stream.write(data)
            sheets = _worksheets(map(json.loads, cast("IO[bytes]", process.stdout)))
        except json.JSONDecodeError:  # the worker was stopped within a line
            sheets = ()
        except CannotRead:
            process.kill()
            raise
    if process.returncode:
        raise unreadable("SHEET-DAMAGED" if process.returncode == 1 else "SHEET-MEMORY")
    return sheets


def _worksheets(lines: Iterator[Any]) -> tuple[Worksheet, ...]:
    """What the worker says: a mapping begins a sheet, a list is a row of it."""
    names: list[str] = []
    sheets: list[list[CellRow]] = []
    filled = 0
    for line in lines:
        if isinstance(line, dict):
            _check_size(line["height"], line["width"])
            names.append(line["name"])
            sheets.append([])
            continue
        row = tuple(CellValue(sys.intern(kind), text) if text else EMPTY for kind, text in line)
        filled += sum(cell is not EMPTY for cell in row)
        if filled > MAX_FILLED:
            raise unreadable("SHEET-CELLS", most=MAX_FILLED)
        sheets[-1].append(row)
    return tuple(
        Worksheet(n, _bounded(map(list, rows))) for n, rows in zip(names, sheets, strict=True)
    )


def _check_size(height: int, width: int) -> None:
    if height > MAX_ROWS:
        raise unreadable("SHEET-ROWS", most=MAX_ROWS)
    if width > MAX_COLUMNS:
        raise unreadable("SHEET-COLUMNS", most=MAX_COLUMNS)


def _check_archive(data: bytes) -> None:
    """Refuse what is no workbook, and what unpacks to more than a workbook of our size can be."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            kind = archive.open("mimetype").read(100) if "mimetype" in names else b""
    except _NO_ARCHIVE as error:
        raise unreadable("SHEET-DAMAGED") from error
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise unreadable("SHEET-MEMORY")
    if "xl/workbook.xml" not in names and kind.strip() != _ODS:
        raise unreadable("SHEET-FORM")


def _bounded(rows: Iterator[list[CellValue]]) -> tuple[CellRow, ...]:
    kept: list[CellRow] = []
    for number, row in enumerate(rows, start=1):
        if number > MAX_ROWS:
            raise unreadable("SHEET-ROWS", most=MAX_ROWS)
        if len(row) > MAX_COLUMNS:
            raise unreadable("SHEET-COLUMNS", most=MAX_COLUMNS)
        if any(len(cell.text) > MAX_CELL for cell in row):
            raise unreadable("SHEET-LONG", number, most=MAX_CELL)
        kept.append(tuple(row))
    return tuple(kept)


def _csv(data: bytes) -> tuple[CellRow, ...]:
    text = _decoded(data)
    named = re.match(r"sep=([;,\t])\r?\n", text)
    if named:
        text = text[named.end() :]
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=named[1] if named else _separator(text),
        strict=True,
    )
    rows = ([CellValue("s", write_csv.bare(item)) for item in row] for row in reader)
    try:
        return _bounded(rows)
    except csv.Error as error:
        raise unreadable("SHEET-QUOTES", max(reader.line_num, 1)) from error


def _decoded(data: bytes) -> str:
    """The text of a file: by the mark at its beginning, as UTF-8, or as older programs write."""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", _older(data)):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text if "\n" in text else text.replace("\r", "\n")
    raise unreadable("SHEET-ENCODING")


def _older(data: bytes) -> str:
    """What Windows calls ANSI in western Europe, or what a Mac wrote before it knew UTF-8.

    Where one has umlauts the other has signs that hardly any word contains.
    """
    windows, mac = (
        len(re.findall("[a-z][äöü]|[äöü][a-z]", data.decode(encoding, "replace").lower()))
        for encoding in ("cp1252", "mac_roman")
    )
    return "mac_roman" if mac and not windows else "cp1252"


def _separator(text: str) -> str:
    """The separator that stands most often in the first line, outside of quotation marks."""
    line = re.sub(r'"(?:[^"]|"")*"', "", text[:MAX_CELL].lstrip("\r\n"), count=MAX_COLUMNS)
    first = line.splitlines()[0] if line.strip("\r\n") else ""
    return max(";,\t", key=first.count)
