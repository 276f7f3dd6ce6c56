"""SHEET: why a sheet, or the mapping for it, cannot be read at all."""

from plugins.catalogue.codes._code import error

_BOUNDS = (
    "Was größer ist, als eine Liste von Einträgen je wird, hat meist einen Fehler, und niemand "
    "soll den Rechner damit lahmlegen.",
    "What is larger than a list of entries ever gets mostly has a fault, and nobody shall bring "
    "the machine to a halt with it.",
)
_SPLIT = (
    "Die Tabelle in mehrere teilen und eine nach der anderen einlesen.",
    "Split the sheet and read its parts in one after the other.",
)
_EMPTY_CELLS = (
    "Steht weit unten oder weit rechts noch etwas? Die leeren Zeilen und Spalten hinter den Daten "
    "löschen und neu speichern; sonst die Tabelle teilen.",
    "Is there something far below or far to the right? Delete the empty rows and columns behind "
    "your data and save it again; otherwise split the sheet.",
)
_PLACED = (
    "Eine Zuordnung sagt, in welcher Spalte der Liste welches Feld eines Eintrags steht.",
    "A mapping says which column of the list holds which field of an entry.",
)
_KINDS = "association, event, posting, network, funding, report, page"

CODES = {
    "SHEET-NO-FILE": error(
        since="0.1.0",
        message=("Es ist keine Tabelle genannt.", "No sheet is named."),
        cause=(
            "Eingelesen wird nur, was genannt ist.",
            "Only what is named is read in.",
        ),
        remedy=(
            "Sie nennen, zum Beispiel so: »make sheet-in FILE=tabellen/vereine.xlsx«.",
            'Name it, for instance: "make sheet-in FILE=tabellen/vereine.xlsx".',
        ),
    ),
    "SHEET-FILE": error(
        since="0.1.0",
        message=(
            "Diese Datei gibt es nicht, oder sie lässt sich nicht öffnen.",
            "There is no such file, or it cannot be opened.",
        ),
        cause=(
            "Meist ist der Name vertippt, der Befehl lief in einem anderen Ordner, oder ein "
            "anderes Programm hält die Datei fest.",
            "Mostly the name is mistyped, the command ran in another folder, or another program "
            "holds the file.",
        ),
        remedy=(
            "Den Namen hinter FILE= prüfen, und die Datei in anderen Programmen schließen.",
            "Check the name after FILE=, and close the file in other programs.",
        ),
    ),
    "SHEET-SIZE": error(
        since="0.1.0",
        message=(
            "Die Datei ist größer als {most} MB.",
            "The file is larger than {most} MB.",
        ),
        cause=_BOUNDS,
        remedy=(
            "Bilder und Blätter, die nicht dazugehören, entfernen, oder die Tabelle teilen.",
            "Remove pictures and sheets that do not belong to it, or split it.",
        ),
    ),
    "SHEET-OLD": error(
        since="0.1.0",
        message=(
            "Die Datei hat das alte Excel-Format (.xls) oder ein Kennwort.",
            "The file is in the old Excel format (.xls) or has a password.",
        ),
        cause=(
            "Das alte Format kann Programme enthalten, und was ein Kennwort hat, lässt sich nicht "
            "lesen.",
            "The old format can hold programs, and what has a password cannot be read.",
        ),
        remedy=(
            "Im Tabellenprogramm als .xlsx speichern, ohne Kennwort.",
            "Save it as .xlsx in your spreadsheet program, without a password.",
        ),
    ),
    "SHEET-FORM": error(
        since="0.1.0",
        message=("Das ist keine Tabelle.", "This is no spreadsheet."),
        cause=(
            "Was für eine Datei es ist, sagt ihr Inhalt, nicht ihr Name.",
            "What kind of file it is its content says, not its name.",
        ),
        remedy=(
            "Die Liste in einem Tabellenprogramm öffnen und als .xlsx, .ods oder .csv speichern.",
            "Open the list in a spreadsheet program and save it as .xlsx, .ods or .csv.",
        ),
    ),
    "SHEET-DAMAGED": error(
        since="0.1.0",
        message=("Die Datei ist beschädigt.", "The file is damaged."),
        cause=(
            "Sie wurde wohl nicht ganz übertragen oder nicht zu Ende gespeichert.",
            "Probably it was not transferred or saved to its end.",
        ),
        remedy=(
            "Im Tabellenprogramm öffnen und neu speichern; geht das nicht, sie noch einmal holen.",
            "Open it in your spreadsheet program and save it again; if that fails, get it anew.",
        ),
    ),
    "SHEET-MEMORY": error(
        since="0.1.0",
        message=(
            "Die Datei bräuchte beim Einlesen zu viel Speicher.",
            "The file would need too much memory to be read.",
        ),
        cause=_BOUNDS,
        remedy=_EMPTY_CELLS,
    ),
    "SHEET-ROWS": error(
        since="0.1.0",
        message=(
            "Die Tabelle hat mehr als {most} Zeilen.",
            "The sheet has more than {most} rows.",
        ),
        cause=_BOUNDS,
        remedy=_EMPTY_CELLS,
    ),
    "SHEET-COLUMNS": error(
        since="0.1.0",
        message=(
            "Die Tabelle hat mehr als {most} Spalten.",
            "The sheet has more than {most} columns.",
        ),
        cause=_BOUNDS,
        remedy=_EMPTY_CELLS,
    ),
    "SHEET-CELLS": error(
        since="0.1.0",
        message=(
            "In der Tabelle sind mehr als {most} Zellen ausgefüllt.",
            "More than {most} cells of the sheet are filled in.",
        ),
        cause=_BOUNDS,
        remedy=_SPLIT,
    ),
    "SHEET-LONG": error(
        since="0.1.0",
        message=(
            "In einer Zelle stehen mehr als {most} Zeichen.",
            "A cell has more than {most} characters.",
        ),
        cause=_BOUNDS,
        remedy=(
            "Den Text in dieser Zeile kürzen.",
            "Shorten the text in this row.",
        ),
    ),
    "SHEET-ENCODING": error(
        since="0.1.0",
        message=(
            "Die Zeichen der Datei lassen sich nicht lesen.",
            "The characters of the file cannot be read.",
        ),
        cause=(
            "Die Datei sagt nicht, wie ihre Buchstaben geschrieben sind, und es ist keine der "
            "Weisen, die Tabellenprogramme hier benutzen.",
            "The file does not say how its letters are written, and it is none of the ways that "
            "spreadsheet programs use here.",
        ),
        remedy=(
            "Im Tabellenprogramm als .xlsx speichern, oder als CSV UTF-8.",
            "Save it as .xlsx in your spreadsheet program, or as CSV UTF-8.",
        ),
    ),
    "SHEET-QUOTES": error(
        since="0.1.0",
        message=(
            "Ein Anführungszeichen ist nicht geschlossen oder steht falsch.",
            "A quotation mark is not closed or in the wrong place.",
        ),
        cause=(
            "In CSV stehen Anführungszeichen um eine ganze Zelle. Wo eines fehlt, lässt sich nicht "
            "sagen, wo die Zelle endet.",
            "In CSV quotation marks stand around a whole cell. Where one is missing, nobody can "
            "tell where the cell ends.",
        ),
        remedy=(
            "In dieser Zeile oder darüber: eine Zelle ganz in Anführungszeichen setzen oder gar "
            'nicht, und eines im Text verdoppeln ("").',
            "In this row or above: put a cell into quotation marks wholly or not at all, and "
            'double one in the text ("").',
        ),
    ),
    "SHEET-HEADS": error(
        since="0.1.0",
        message=(
            "In keiner Zeile steht ein Spaltenname, den die Site kennt.",
            "No row has a name of a column that the site knows.",
        ),
        cause=(
            "Ohne Spaltennamen ist nicht zu erkennen, welche Zelle welche Angabe ist.",
            "Without names of columns nobody can tell which cell is which field.",
        ),
        remedy=(
            "Über den Einträgen die Spalten nennen, zum Beispiel: id, name, topics. Hat die Liste "
            "eigene Namen, hilft eine Zuordnung (docs/tabellen.md).",
            "Name the columns above the entries, for instance: id, name, topics. If the list has "
            "names of its own, use a mapping (docs/tabellen.md).",
        ),
    ),
    "SHEET-KIND": error(
        since="0.1.0",
        message=(
            "Es ist nicht klar, welche Art von Einträgen in der Tabelle steht.",
            "It is not clear which kind of entries the sheet holds.",
        ),
        cause=(
            "Weder die Datei noch ihr Name sagt es, und geraten wird nicht.",
            "Neither the file nor its name says it, and nothing is guessed.",
        ),
        remedy=(
            f"Dazusagen, zum Beispiel: KIND=association. Möglich sind {_KINDS}.",
            f"Say so, for instance: KIND=association. There are {_KINDS}.",
        ),
    ),
    "SHEET-KIND-WORD": error(
        since="0.1.0",
        message=("KIND={value} gibt es nicht.", "There is no KIND={value}."),
        cause=(
            "Jede Art von Eintrag hat andere Felder.",
            "Every kind of entry has fields of its own.",
        ),
        remedy=(f"Möglich sind {_KINDS}.", f"There are {_KINDS}."),
    ),
    "SHEET-COLUMN-TWICE": error(
        since="0.1.0",
        message=(
            "Die Spalte »{key}« gibt es zweimal, in {one} und in {two}.",
            'The column "{key}" is there twice, in {one} and in {two}.',
        ),
        cause=(
            "Welche von beiden gilt, kann das Programm nicht wissen.",
            "Which of the two is right the program cannot know.",
        ),
        remedy=(
            "Eine der beiden Spalten löschen oder anders nennen.",
            "Delete one of the two columns, or give it another name.",
        ),
    ),
    "SHEET-MAPPING-FIELD": error(
        since="0.1.0",
        message=("Ein Feld »{key}« gibt es nicht.", 'There is no field "{key}".'),
        cause=_PLACED,
        remedy=(
            "Die Namen der Felder stehen in docs/fields.md.",
            "The names of the fields are in docs/fields.md.",
        ),
    ),
    "SHEET-MAPPING-COLUMN": error(
        since="0.1.0",
        message=(
            "Die Tabelle hat keine Spalte »{key}«.",
            'The sheet has no column "{key}".',
        ),
        cause=_PLACED,
        remedy=(
            "Den Namen aus der Tabelle schreiben; hat die Spalte keinen, »Spalte D«.",
            'Write the name as it stands in the sheet, or "column D" if it has none.',
        ),
    ),
    "SHEET-MAPPING-TWICE": error(
        since="0.1.0",
        message=(
            "Die Tabelle hat zwei Spalten »{key}«, {one} und {two}.",
            'The sheet has two columns "{key}", {one} and {two}.',
        ),
        cause=(
            "Welche von beiden gemeint ist, kann das Programm nicht wissen.",
            "Which of the two is meant the program cannot know.",
        ),
        remedy=(
            "In der Zuordnung »Spalte {one}« oder »Spalte {two}« schreiben.",
            'Write "column {one}" or "column {two}" in the mapping.',
        ),
    ),
}
