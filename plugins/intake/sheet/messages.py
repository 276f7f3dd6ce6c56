"""What is said about a sheet as such. What is said about values stands in catalogue/codes."""

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

# What is wrong with one cell, and what helps.
CELLS: Mapping[str, tuple[Texts, Texts]] = {
    "SHEET-EMPTY": (
        {"de": "Diese Zelle darf nicht leer sein.", "en": "This cell must not be empty."},
        {"de": "Einen Wert eintragen.", "en": "Enter a value."},
    ),
    "SHEET-MISSING": (
        {
            "de": "Es fehlt die Angabe »{field}« ({key}).",
            "en": 'The field "{key}" is missing.',
        },
        {
            "de": "Eine Spalte »{key}« anlegen und ausfüllen, oder in einer Zuordnung unter "
            "constants sagen, was für alle gilt.",
            "en": 'Add a column "{key}" and fill it in, or say under constants of a mapping what '
            "holds for all.",
        },
    ),
    "SHEET-ID-TWICE": (
        {
            "de": "Die Kennung »{value}« steht schon in Zeile {other}.",
            "en": 'The id "{value}" is in row {other} already.',
        },
        {
            "de": "Ist es derselbe Eintrag, eine der Zeilen löschen. Sonst jeder Zeile eine eigene "
            "Kennung geben, in einer Spalte »Kennung«; in einer Zuordnung kann sie auch anders "
            "heißen (unter columns: id: Name der Spalte).",
            "en": "If it is the same entry, delete one of the rows. Otherwise give each row an id "
            'of its own in a column "Kennung"; in a mapping it may have another name (id: name of '
            "the column).",
        },
    ),
    "SHEET-NO-ID": (
        {
            "de": "Die Zeile hat keine Kennung, und aus dem Namen lässt sich keine bilden.",
            "en": "The row has no id, and none can be made from the name.",
        },
        {
            "de": "In die Spalte Kennung einen kurzen Namen aus a-z, 0-9 und - schreiben.",
            "en": "Write a short name made of a-z, 0-9 and - into the column id.",
        },
    ),
    "SHEET-PHONE": (
        {
            "de": "Das Tabellenprogramm hat aus der Telefonnummer eine Zahl gemacht ({value}); die "
            "Null am Anfang fehlt.",
            "en": "The spreadsheet program made a number of the phone number ({value}); its first "
            "zero is missing.",
        },
        {
            "de": "Die Zelle als Text formatieren und die Nummer neu schreiben.",
            "en": "Format the cell as text and type the number again.",
        },
    ),
    "SHEET-ZERO": (
        {
            "de": "Aus der Zahl {value} wurde die Postleitzahl {mended}.",
            "en": "The number {value} was taken for the postcode {mended}.",
        },
        {
            "de": "Wenn das nicht stimmt, die Zelle als Text formatieren und neu schreiben.",
            "en": "If that is wrong, format the cell as text and type it again.",
        },
    ),
    "SHEET-PAIR": (
        {
            "de": "»{value}« ist kein Paar aus Netzwerk und Adresse, oder das Netzwerk steht "
            "zweimal da.",
            "en": '"{value}" is no pair of network and address, or the network is there twice.',
        },
        {
            "de": "Schreiben: mastodon=https://… und mehrere mit Strichpunkt trennen.",
            "en": "Write mastodon=https://… and separate several by semicolons.",
        },
    ),
    "SHEET-EITHER": (
        {
            "de": "Hier steht etwas, und in der Spalte »{other}« auch; beides zusammen geht nicht.",
            "en": 'There is something here and in the column "{other}"; both together do not work.',
        },
        {"de": "Eine der beiden Zellen leeren.", "en": "Empty one of the two cells."},
    ),
    "SHEET-YES-NO": (
        {"de": "»{value}« ist weder ja noch nein.", "en": '"{value}" is neither yes nor no.'},
        {"de": "ja oder nein schreiben.", "en": "Write yes or no."},
    ),
    "SHEET-BROKEN": (
        {
            "de": "Die Datei dieses Eintrags hat Fehler und lässt sich nicht vergleichen.",
            "en": "The file of this entry has errors and cannot be compared.",
        },
        {
            "de": "Erst die Datei berichtigen: make check sagt, was zu tun ist.",
            "en": "Correct the file first: make check says how.",
        },
    ),
    "SHEET-LARGE": (
        {
            "de": "Der Eintrag wäre zu lang für eine Datei.",
            "en": "The entry would be too long for a file.",
        },
        {"de": "Den Text kürzen.", "en": "Shorten the text."},
    ),
    "SHEET-ERROR": (
        {
            "de": "Hier steht der Fehler {value} des Tabellenprogramms und kein Wert.",
            "en": "Here stands the error {value} of the spreadsheet program and no value.",
        },
        {
            "de": "Im Tabellenprogramm die Formel berichtigen oder den Wert selbst eintragen.",
            "en": "Correct the formula in your spreadsheet program, or type the value itself.",
        },
    ),
    "SHEET-LETTERS": (
        {
            "de": "Beim Speichern sind wohl Buchstaben verloren gegangen: »{value}«.",
            "en": 'Letters seem to have been lost when the file was saved: "{value}".',
        },
        {
            "de": "Die Tabelle als .xlsx speichern, oder als CSV UTF-8, und noch einmal einlesen.",
            "en": "Save the sheet as .xlsx, or as CSV UTF-8, and read it in again.",
        },
    ),
    "SHEET-DATE": (
        {"de": "»{value}« ist kein Datum.{hint}", "en": '"{value}" is no date.{hint}'},
        {
            "de": "So schreiben: 1.12.2026 oder 2026-12-01.",
            "en": "Write it like this: 1.12.2026 or 2026-12-01.",
        },
    ),
    "SHEET-TIME": (
        {
            "de": "»{value}« ist kein Datum und kein Datum mit Uhrzeit.{hint}",
            "en": '"{value}" is no date and no date with a time.{hint}',
        },
        {
            "de": "So schreiben: 1.12.2026 oder 1.12.2026 19:30. Steht die Uhrzeit in einer "
            "eigenen Spalte, in der Zuordnung beide zusammenfügen: Datum + Uhrzeit.",
            "en": "Write it like this: 1.12.2026 or 1.12.2026 19:30. If the time has a column of "
            "its own, join the two in the mapping: Date + Time.",
        },
    ),
    "SHEET-UNUSED": (
        {
            "de": "Hier steht noch »{value}«; genommen wurde, was in Spalte {other} steht.",
            "en": 'There is also "{value}" here; column {other} was taken.',
        },
        {
            "de": "Gehört beides zusammen, in der Zuordnung ein + dazwischen schreiben: A + B.",
            "en": "If both belong together, write a + between them in the mapping: A + B.",
        },
    ),
    "SHEET-ADDRESSES": (
        {
            "de": "Hier stehen zwei Anschriften: »{value}«.",
            "en": 'There are two addresses here: "{value}".',
        },
        {
            "de": "Die eine stehen lassen; die andere gehört in den Hinweis (address.note) oder in "
            "die Beschreibung.",
            "en": "Leave one; the other belongs into the note (address.note) or the description.",
        },
    ),
    "SHEET-POINT": (
        {
            "de": "»{value}« ist kein Punkt auf der Karte.",
            "en": '"{value}" is no point on the map.',
        },
        {
            "de": "Breite und Länge in Grad schreiben: 51.0504, 13.7373.",
            "en": "Write latitude and longitude in degrees: 51.0504, 13.7373.",
        },
    ),
    "SHEET-SKIPPED": (
        {
            "de": "Diese Zeile gilt nicht als Eintrag: Sie hat nur »{value}«.",
            "en": 'This row is not taken for an entry: it only has "{value}".',
        },
        {
            "de": "Ist sie doch einer, mehr von ihr ausfüllen.",
            "en": "If it is one, fill in more of it.",
        },
    ),
    "SHEET-COLUMN": (
        {
            "de": "Die Spalte »{value}« gehört zu keinem Feld; sie bleibt unbeachtet.{hint}",
            "en": 'The column "{value}" belongs to no field; it is ignored.{hint}',
        },
        {
            "de": "Soll sie gelesen werden: den Namen berichtigen oder sie in einer Zuordnung "
            "unter columns nennen.",
            "en": "If it should be read, correct its name or put it under columns of a mapping.",
        },
    ),
}
_NOTICES = frozenset(
    {"SHEET-ZERO", "SHEET-COLUMN", "SHEET-LETTERS", "SHEET-UNUSED", "SHEET-SKIPPED"}
)


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
        if self.code in CELLS:
            return self.code not in _NOTICES
        return self._diagnostic().is_error

    def _diagnostic(self) -> Diagnostic:
        return Diagnostic("", Place(self.row, self.column), self.code, self.details)

    def said(self, language: Language) -> tuple[str, str]:
        """What is wrong, and what helps."""
        if self.code not in CELLS:
            diagnostic = self._diagnostic()
            return diagnostic.message(language), diagnostic.remedy(language)
        message, remedy = CELLS[self.code]
        details = {k: v if len(v) <= 80 else v[:79] + "…" for k, v in self.details}
        return message[language].format_map(details), remedy[language].format_map(details)

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
