"""Parses one workbook in a process of its own, whose memory and time are bounded.

A file of a few kilobytes with one cell in its last row and column makes the parser ask for 500 GB
and ends the process that it runs in. So this one is started for it: workbook on standard input,
JSON on standard output, nothing else of the project is imported.
"""

import io
import json
import resource
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta

import python_calamine

MEMORY = 2 << 30
SECONDS = 30
MAX_SHEETS = 8


def main() -> int:
    """Read from standard input, write to standard output; 1 when it is no workbook."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    with suppress(ValueError, OSError):  # some systems know no such limit; the time is one too
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    rows, columns = int(sys.argv[1]), int(sys.argv[2])
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
        sheets = [_sheet(book, name, rows, columns) for name in _visible(book)]
    except (python_calamine.CalamineError, ValueError, OverflowError, OSError):
        return 1
    json.dump(sheets, sys.stdout, ensure_ascii=True)
    return 0


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
) -> dict[str, object]:
    """Name, size and cells; no cells when there are more than allowed."""
    sheet = book.get_sheet_by_name(name)
    height, width = sheet.total_height, sheet.total_width
    cells: list[list[tuple[str, str]]] = []
    if height <= rows and width <= columns:
        cells = [list(_row(row)) for row in sheet.to_python(skip_empty_area=False)]
    return {"name": name, "height": height, "width": width, "cells": cells}


def _row(row: Sequence[object]) -> Iterator[tuple[str, str]]:
    return map(_cell, row)


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
