"""What is found in a sheet, at its cells, and why one cannot be read at all (catalogue/codes)."""

from dataclasses import dataclass

from plugins.catalogue.diagnostics import Diagnostic, Language, Place, diagnostic
from plugins.intake.sheet.letters import letters


class Unreadable(Exception):
    """The file cannot be taken for a sheet; `found` says why.

    What is found has no path where it is about the sheet, or about its mapping: who reads them
    knows what they are called.
    """

    def __init__(self, *found: Diagnostic) -> None:
        super().__init__(", ".join(one.code for one in found))
        self.found = found


def unreadable(code: str, row: int = 1, column: int = 1, **details: object) -> Unreadable:
    """Why a sheet cannot be read, in one finding."""
    return Unreadable(diagnostic("", Place(row, column), code, details))


@dataclass(frozen=True, order=True)
class Finding:
    """Something about a cell. Row and column are counted from 1; column 0 is the row as a whole."""

    row: int
    column: int
    code: str
    details: tuple[tuple[str, str], ...] = ()
    label: str = ""

    @property
    def is_error(self) -> bool:
        """Whether nothing may be written because of it."""
        return self.in_file("").is_error

    def in_file(self, path: str) -> Diagnostic:
        """The finding as one about a file: row and column as its line and column."""
        return Diagnostic(path, Place(self.row, max(self.column, 1)), self.code, self.details)

    def said(self, language: Language) -> tuple[str, str]:
        """What is wrong, and what helps."""
        found = self.in_file("")
        return found.message(language), found.remedy(language)

    def where(self, language: Language) -> str:
        """»Zeile 7, Spalte F (E-Mail)«."""
        row, column = {"de": ("Zeile", "Spalte"), "en": ("Row", "column")}[language]
        place = f"{row} {self.row}"
        if self.column:
            place += f", {column} {letters(self.column)}"
        return f"{place} ({self.label})" if self.label else place


def finding(row: int, column: int, code: str, label: str = "", **details: object) -> Finding:
    """Make a finding."""
    texts = tuple(sorted((name, str(value)) for name, value in details.items()))
    return Finding(row, column, code, texts, label)
