"""A file to cells: .xlsx and .ods by the worker, everything else as CSV. Bounded before parsing."""

import codecs
import csv
import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from plugins.intake.sheet import worker, write_csv
from plugins.intake.sheet.messages import Unreadable

MAX_BYTES = 10 << 20
MAX_UNPACKED = 200 << 20
MAX_PARTS = 1000
MAX_ROWS = 20_000
MAX_COLUMNS = 300
MAX_CELL = 50_000

_OLD = b"\xd0\xcf\x11\xe0"  # OLE: Excel up to 2003, and anything with a password
_ZIP = b"PK\x03\x04"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"


class Cell(NamedTuple):
    """A cell: s text, n number, b truth, d day or time on a day, t time of day."""

    kind: str
    text: str


Row = tuple[Cell, ...]
EMPTY = Cell("s", "")


class Grid(NamedTuple):
    """A sheet as it was found; `name` is empty in CSV."""

    name: str
    rows: tuple[Row, ...]


def read(path: Path) -> tuple[Grid, ...]:
    """The visible sheets of a file. Raises `Unreadable`."""
    data = _bytes(path)
    if data.startswith(_OLD):
        raise Unreadable("OLD")
    return _workbook(data) if data.startswith(_ZIP) else (Grid("", _csv(data)),)


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise Unreadable("MISSING")
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise Unreadable("MISSING") from error
    if len(data) > MAX_BYTES:
        raise Unreadable("SIZE", most=MAX_BYTES >> 20)
    return data


def _workbook(data: bytes) -> tuple[Grid, ...]:
    _check_archive(data)
    command = [sys.executable, "-I", worker.__file__, str(MAX_ROWS), str(MAX_COLUMNS)]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, check=False, timeout=2 * worker.SECONDS
        )
    except subprocess.TimeoutExpired as error:
        raise Unreadable("DAMAGED") from error
    if done.returncode:
        raise Unreadable("DAMAGED" if done.returncode == 1 else "BOMB")
    return tuple(_grid(sheet) for sheet in json.loads(done.stdout))


def _check_archive(data: bytes) -> None:
    """Refuse what is no workbook, and what unpacks to more than a workbook of our size can be."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            kind = archive.open("mimetype").read(100) if "mimetype" in names else b""
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError) as error:
        raise Unreadable("DAMAGED") from error
    except ValueError as error:
        raise Unreadable("DAMAGED") from error
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise Unreadable("BOMB")
    if "xl/workbook.xml" not in names and kind.strip() != _ODS:
        raise Unreadable("FORM")


def _grid(sheet: dict[str, object]) -> Grid:
    height, width, cells = sheet["height"], sheet["width"], sheet["cells"]
    if isinstance(height, int) and height > MAX_ROWS:
        raise Unreadable("ROWS", most=MAX_ROWS)
    if isinstance(width, int) and width > MAX_COLUMNS:
        raise Unreadable("COLUMNS", most=MAX_COLUMNS)
    rows = cells if isinstance(cells, list) else []
    return Grid(str(sheet["name"]), _bounded([Cell(*cell) for cell in row] for row in rows))


def _bounded(rows: Iterator[list[Cell]]) -> tuple[Row, ...]:
    kept: list[Row] = []
    for number, row in enumerate(rows, start=1):
        if number > MAX_ROWS:
            raise Unreadable("ROWS", most=MAX_ROWS)
        if len(row) > MAX_COLUMNS:
            raise Unreadable("COLUMNS", most=MAX_COLUMNS)
        if any(len(cell.text) > MAX_CELL for cell in row):
            raise Unreadable("CELL", row=number, most=MAX_CELL)
        kept.append(tuple(row))
    return tuple(kept)


def _csv(data: bytes) -> tuple[Row, ...]:
    text = _decoded(data)
    named = re.match(r"sep=([;,\t])\r?\n", text)
    if named:
        text = text[named.end() :]
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=named[1] if named else _separator(text),
        strict=True,
    )
    rows = ([Cell("s", write_csv.bare(item)) for item in row] for row in reader)
    try:
        return _bounded(rows)
    except csv.Error as error:
        raise Unreadable("CSV", row=reader.line_num) from error


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
    raise Unreadable("ENCODING")


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
