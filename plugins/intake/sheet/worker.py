"""Parses one workbook in a process of its own, whose memory and time are bounded.

A file of a few kilobytes with one cell in its last row and column makes the parser ask for 500 GB
and ends the process that it runs in. So this one is started for it: workbook on standard input,
a line of JSON on standard output for every sheet and every row of it. Nothing else of the project
is imported.
"""

import io
import json
import resource
import sys
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta

import python_calamine

SECONDS = 10
MAX_SHEETS = 8


def main() -> int:
    """Read from standard input, write to standard output; 1 when it is no workbook."""
    rows, columns, memory = map(int, sys.argv[1:])
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    with suppress(ValueError, OSError):  # some systems know no such limit; the time is one too
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    try:
        data = _errors_as_text(sys.stdin.buffer.read())
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in _visible(book):
            for line in _sheet(book, name, rows, columns):
                sys.stdout.write(f"{json.dumps(line)}\n")
    except (python_calamine.CalamineError, ValueError, OverflowError, OSError, zlib.error):
        return 1
    except MemoryError:
        return 2
    return 0


def _errors_as_text(data: bytes) -> bytes:
    """The workbook with its error cells as text: the parser gives an empty text for them.

    ECMA-376, part 1, section 18.18.11: such a cell has the type e, and its error as its value.
    """
    output = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(output, "w") as new:
        sheets = [n for n in old.namelist() if n.startswith("xl/worksheets/sheet")]
        if not any(b' t="e"' in piece for name in sheets for piece in _pieces(old, name)):
            return data
        for name in old.namelist():
            with new.open(zipfile.ZipInfo(name), "w") as stream:
                for piece in _pieces(old, name):
                    wanted = name in sheets
                    stream.write(piece.replace(b' t="e"', b' t="str"') if wanted else piece)
    return output.getvalue()


def _pieces(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """The part in pieces that end behind a tag, so that none is cut within."""
    rest = b""
    with archive.open(name) as stream:
        while block := stream.read(1 << 18):
            done, end, rest = (rest + block).rpartition(b">")
            yield done + end
    yield rest


def _visible(book: python_calamine.CalamineWorkbook) -> list[str]:
    kinds, seen = python_calamine.SheetTypeEnum, python_calamine.SheetVisibleEnum
    shown = [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.typ == kinds.WorkSheet and sheet.visible == seen.Visible
    ]
    return shown[:MAX_SHEETS]


def _sheet(
    book: python_calamine.CalamineWorkbook, name: str, rows: int, columns: int
) -> Iterator[object]:
    """Name and size, then the rows without the empty cells behind them; none when too many."""
    sheet = book.get_sheet_by_name(name)
    height, width = sheet.total_height, sheet.total_width
    yield {"name": name, "height": height, "width": width}
    if height <= rows and width <= columns:
        before = sheet.start[1] if sheet.start else 0
        for row in sheet.iter_rows():
            yield _row([*[""] * before, *row])


def _row(row: list[object]) -> list[tuple[str, str]]:
    while row and row[-1] == "":
        row.pop()
    return [_cell(value) for value in row]


def _cell(value: object) -> tuple[str, str]:
    """Kind and text of a cell: s text, n number, b truth, d day or time on a day, t time."""
    if isinstance(value, bool):
        return "b", "1" if value else "0"
    if isinstance(value, (int, float)):
        whole = float(value).is_integer() and abs(value) < 1e15
        return "n", str(int(value)) if whole else repr(value)
    if isinstance(value, datetime):
        rounded = (value + timedelta(seconds=30)).replace(second=0, microsecond=0)
        return "d", rounded.isoformat(timespec="minutes")
    if isinstance(value, date):
        return "d", value.isoformat()
    if isinstance(value, (time, timedelta)):
        return "t", str(value)[:5].rstrip(":")
    return "s", str(value)


if __name__ == "__main__":
    sys.exit(main())
