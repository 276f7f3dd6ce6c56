"""A sheet as CSV (RFC 4180), as a German Excel opens it: UTF-8 with a mark, semicolons.

A cell that a spreadsheet would take for a formula gets an apostrophe in front, so that no program
runs what a stranger wrote (CWE-1236). `guarded` and `bare` are exact opposites.
"""

import csv
import io
import re

from plugins.intake.sheet.export import Sheet

# At the beginning of a cell, and after what another program may take for the end of one.
_PLACE = r"((?:\A|[,;\t]) *)('*)"
_STARTS = r"(?=[=+\-@\t\r＝＋－＠])"
_GUARDED = re.compile(_PLACE + _STARTS)
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def render(sheet: Sheet) -> bytes:
    """The bytes of the file: a row of names, a row of keys, then the entries."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(header.label for header in sheet.headers)
    writer.writerow(header.key for header in sheet.headers)
    numbers = [header.type == "number" for header in sheet.headers]
    for row in sheet.rows:
        writer.writerow(_cell(text, number) for text, number in zip(row, numbers, strict=True))
    return stream.getvalue().encode("utf-8-sig", "replace")


def _cell(text: str, number: bool) -> str:
    """Numbers have a comma, as a German Excel reads them, and need no guard."""
    return text.replace(".", ",") if number and _NUMBER.fullmatch(text) else guarded(text)


def guarded(text: str) -> str:
    """`text` with an apostrophe wherever a program could begin to calculate."""
    return _GUARDED.sub(r"\1'\2", text)


def bare(text: str) -> str:
    """`text` as it was before `guarded`; what a person wrote without guards stays as it is."""
    return _GUARDED.sub(lambda match: match[1] + match[2][1:], text)
