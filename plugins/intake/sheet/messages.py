"""Why a sheet cannot be read at all. What is said about rows and cells: catalogue/codes."""

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.catalogue.diagnostics import Diagnostic, Language, Place
from plugins.intake.sheet.letters import letters

Texts = Mapping[Language, str]

# Why nothing can be read at all.
_UNREADABLE: Mapping[str, Texts] = {
    "MISSING": {
        "de": "Die Datei gibt es nicht, oder sie lässt sich nicht öffnen.",
        "en": "There is no such file, or it cannot be opened.",
    },
    "NONE": {
        "de": "Welche Datei? Zum Beispiel: make sheet-in FILE=tabellen/vereine.xlsx",
        "en": "Which file? For instance: make sheet-in FILE=tabellen/vereine.xlsx",
    },
    "CONTENT": {
        "de": "Den Ordner »{path}« mit Einträgen gibt es nicht. Den Pfad hinter CONTENT= prüfen.",
        "en": 'There is no folder "{path}" with entries. Check the path after CONTENT=.',
    },
    "SIZE": {
        "de": "Die Datei ist größer als {most} MB.",
        "en": "The file is larger than {most} MB.",
    },
    "OLD": {
        "de": "Die Datei hat das alte Excel-Format oder ein Kennwort. Bitte als .xlsx speichern, "
        "ohne Kennwort.",
        "en": "The file is in the old Excel format or has a password. Save it as .xlsx, without "
        "a password.",
    },
    "FORM": {
        "de": "Das ist keine Tabelle. Gelesen werden .xlsx, .ods und .csv.",
        "en": "This is no spreadsheet. Use .xlsx, .ods or .csv.",
    },
    "DAMAGED": {
        "de": "Die Datei ist beschädigt. Bitte im Tabellenprogramm öffnen und neu speichern.",
        "en": "The file is damaged. Open it in your spreadsheet program and save it again.",
    },
    "BOMB": {
        "de": "Die Datei bräuchte zu viel Speicher. Steht weit unten oder weit rechts noch etwas? "
        "Bitte die leeren Zeilen und Spalten dahinter löschen und neu speichern.",
        "en": "The file would need too much memory. Is there something far below or far to the "
        "right? Delete the empty rows and columns behind your data and save it again.",
    },
    "ENCODING": {
        "de": "Die Zeichen der Datei lassen sich nicht lesen. Bitte als .xlsx speichern, oder als "
        "CSV UTF-8.",
        "en": "The characters of the file cannot be read. Save it as .xlsx, or as CSV UTF-8.",
    },
    "CSV": {
        "de": "Zeile {row}: Ein Anführungszeichen ist nicht geschlossen oder steht falsch.",
        "en": "Line {row}: a quotation mark is not closed or in the wrong place.",
    },
    "ROWS": {
        "de": "Die Tabelle hat mehr als {most} Zeilen.",
        "en": "The sheet has more than {most} rows.",
    },
    "COLUMNS": {
        "de": "Die Tabelle hat mehr als {most} Spalten.",
        "en": "The sheet has more than {most} columns.",
    },
    "CELLS": {
        "de": "In der Tabelle sind mehr als {most} Zellen ausgefüllt. Bitte teilen.",
        "en": "More than {most} cells of the sheet are filled in. Please split it.",
    },
    "CELL": {
        "de": "Zeile {row}: In einer Zelle stehen mehr als {most} Zeichen.",
        "en": "Row {row}: a cell has more than {most} characters.",
    },
    "HEAD": {
        "de": "In keiner Zeile steht ein Spaltenname, den die Site kennt. Die erste oder zweite "
        "Zeile muss sie nennen, zum Beispiel: id, name, topics. Hat die Liste eigene Namen, hilft "
        "eine Zuordnung (docs/tabellen.md).",
        "en": "No row has a name of a column that the site knows. The first or second row must "
        "name them, for instance: id, name, topics. If the list has names of its own, use a "
        "mapping (docs/tabellen.md).",
    },
    "KIND": {
        "de": "Es ist nicht klar, was in der Tabelle steht. Bitte dazusagen: KIND=association "
        "(oder event, posting, network, funding, report, page).",
        "en": "It is not clear what the sheet holds. Say so: KIND=association (or event, posting, "
        "network, funding, report, page).",
    },
    "KIND-WORD": {
        "de": "KIND={value} gibt es nicht. Möglich sind association, event, posting, network, "
        "funding, report, page.",
        "en": "There is no KIND={value}. Use association, event, posting, network, funding, report "
        "or page.",
    },
    "COLUMN-TWICE": {
        "de": "Die Spalte »{key}« gibt es zweimal, in {one} und in {two}.",
        "en": 'The column "{key}" is there twice, in {one} and in {two}.',
    },
    "MAPPING": {
        "de": "Die Zuordnung {path} hat Fehler.",
        "en": "The mapping {path} has errors.",
    },
    "MAPPING-KEY": {
        "de": "Zuordnung: Ein Feld »{key}« gibt es nicht.{hint}",
        "en": 'Mapping: there is no field "{key}".{hint}',
    },
    "MAPPING-TWICE": {
        "de": "Zuordnung: Die Tabelle hat zwei Spalten »{key}«, {one} und {two}. Die "
        "gemeinte in der Zuordnung so nennen: Spalte {one}",
        "en": 'Mapping: the sheet has two columns "{key}", {one} and {two}. Call the '
        "one that is meant: column {one}",
    },
    "MAPPING-COLUMN": {
        "de": "Zuordnung: Die Tabelle hat keine Spalte »{key}«.{hint}",
        "en": 'Mapping: the sheet has no column "{key}".{hint}',
    },
}


class Unreadable(Exception):
    """The file cannot be taken for a sheet; the code says why."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code, self.details = code, details
        self.diagnostics: tuple[Diagnostic, ...] = ()

    def said(self, language: Language) -> str:
        """One plain sentence."""
        return _UNREADABLE[self.code][language].format_map(self.details)


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
        return self._diagnostic().is_error

    def _diagnostic(self) -> Diagnostic:
        return Diagnostic("", Place(self.row, self.column), self.code, self.details)

    def said(self, language: Language) -> tuple[str, str]:
        """What is wrong, and what helps."""
        diagnostic = self._diagnostic()
        return diagnostic.message(language), diagnostic.remedy(language)

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
