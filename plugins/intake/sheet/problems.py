"""What is found in a sheet, at its cells; why one cannot be read at all (catalogue/codes).

Row and column are counted from 1; column 0 is the row as a whole. What is found has no path: who
shows it knows what the sheet is called.
"""

from xlsxwriter.utility import (  # type: ignore[import-untyped]
    xl_cell_to_rowcol,
    xl_col_to_name,
)

from plugins.catalogue.diagnostics import Diagnostic, MessageLanguage, Place, diagnostic
from plugins.intake.content import CannotRead


def finding(row: int, column: int, code: str, **details: object) -> Diagnostic:
    """Something about a cell."""
    return diagnostic("", Place(row, column), code, details)


def unreadable(code: str, row: int = 1, column: int = 1, **details: object) -> CannotRead:
    """Why a sheet cannot be read."""
    return CannotRead(finding(row, column, code, **details))


def where(place: Place, label: str, language: MessageLanguage) -> str:
    """»Zeile 7, Spalte F (E-Mail)«."""
    row, column = {"de": ("Zeile", "Spalte"), "en": ("Row", "column")}[language]
    place_name = f"{row} {place.line}"
    if place.column:
        place_name += f", {column} {letters(place.column)}"
    return f"{place_name} ({label})" if label else place_name


def letters(column: int) -> str:
    """What spreadsheets call a column: 1 is A, 26 is Z, 27 is AA."""
    return str(xl_col_to_name(column - 1))


def number_of(name: str) -> int:
    """The number of the column with these letters: A is 1, AA is 27."""
    return int(xl_cell_to_rowcol(f"{name.upper()}1")[1]) + 1
