"""YML: the form of the fields at the head of a file."""

from plugins.catalogue.codes._code import error

CODES = {
    "YML-FRONT-MATTER": error(
        "Die Datei beginnt nicht mit einer Zeile aus drei Strichen.",
        "The file does not begin with a line of three dashes.",
        "In die erste Zeile --- schreiben, darunter die Felder, dann wieder ---, dann den Text.",
        "Write --- in the first line, the fields below it, then --- again, then the text.",
    ),
    "YML-FRONT-END": error(
        "Nach den Feldern fehlt die zweite Zeile aus drei Strichen.",
        "The second line of three dashes after the fields is missing.",
        "Unter das letzte Feld eine Zeile --- schreiben; darunter folgt der Text.",
        "Write a line --- below the last field; the text follows it.",
    ),
    "YML-EMPTY": error(
        "Die Datei enthält keine Felder.",
        "The file contains no fields.",
        "Die Felder des Eintrags ergänzen; die Seite »Mitmachen« zeigt Vorlagen.",
        'Add the fields of the entry; the page "Mitmachen" shows templates.',
    ),
    "YML-ROOT": error(
        "Die Datei beginnt nicht mit einem Feld der Form »name: Wert«.",
        'The file does not begin with a field of the form "name: value".',
        "Jede Zeile mit einem Feldnamen, einem Doppelpunkt und einem Leerzeichen beginnen.",
        "Begin each line with the name of a field, a colon and a space.",
    ),
    "YML-SYNTAX": error(
        "Diese Stelle lässt sich nicht lesen.",
        "This place cannot be read.",
        "Die Zeile und die davor auf fehlende Anführungszeichen, Klammern und Doppelpunkte prüfen.",
        "Check this line and the one before for missing quotes, brackets and colons.",
    ),
    "YML-COLON": error(
        "Im Text steht ein Doppelpunkt mit Leerzeichen; er wird für ein neues Feld gehalten.",
        "The text contains a colon and a space; it is taken for a new field.",
        'Den ganzen Text hinter dem Feldnamen in Anführungszeichen setzen: "…".',
        'Put the whole text after the field\'s name into quotes: "…".',
    ),
    "YML-CHARACTER": error(
        "Mit diesem Zeichen darf ein Wert nicht beginnen.",
        "A value must not begin with this character.",
        'Den Wert in Anführungszeichen setzen: "…".',
        'Put the value into quotes: "…".',
    ),
    "YML-TAB": error(
        "Hier steht ein Tabulator.",
        "There is a tab here.",
        "Mit Leerzeichen einrücken, zwei je Stufe.",
        "Indent with spaces, two for each level.",
    ),
    "YML-QUOTE": error(
        "Ein Anführungszeichen wird geöffnet, aber nicht geschlossen.",
        "A quotation mark is opened but not closed.",
        "Am Ende des Textes das gleiche Anführungszeichen ergänzen.",
        "Add the same quotation mark at the end of the text.",
    ),
    "YML-ESCAPE": error(
        "Zwischen Anführungszeichen steht ein \\, dem kein erlaubtes Zeichen folgt.",
        "There is a \\ between quotes that is not followed by an allowed character.",
        "Den umgekehrten Schrägstrich löschen oder einfache Anführungszeichen verwenden: '…'.",
        "Delete the backslash or use single quotes: '…'.",
    ),
    "YML-BRACKET": error(
        "In einer Liste in Klammern fehlt ein Komma oder die schließende Klammer.",
        "A list in brackets lacks a comma or its closing bracket.",
        "Die Werte mit Kommas trennen und die Klammer schließen: [eins, zwei].",
        "Separate the values by commas and close the bracket: [one, two].",
    ),
    "YML-NO-COLON": error(
        "In dieser Zeile oder der davor fehlt der Doppelpunkt nach dem Feldnamen.",
        "This line or the one before lacks the colon after the field's name.",
        "»feld: Wert« schreiben, mit einem Leerzeichen nach dem Doppelpunkt.",
        'Write "field: value", with a space after the colon.',
    ),
    "YML-INDENT": error(
        "Diese Zeile ist anders eingerückt als die, zu denen sie gehört.",
        "This line is indented differently from those it belongs to.",
        "Zusammengehörige Zeilen mit gleich vielen Leerzeichen beginnen.",
        "Begin lines that belong together with the same number of spaces.",
    ),
    "YML-ALIAS": error(
        "Ein Wert beginnt mit *, das verweist in YAML auf eine andere Stelle.",
        "A value begins with *, which in YAML refers to another place.",
        'Den Wert in Anführungszeichen setzen: "*…".',
        'Put the value into quotes: "*…".',
    ),
    "YML-ANCHOR": error(
        "Ein Wert beginnt mit &, das ist in YAML eine Sprungmarke.",
        "A value begins with &, which in YAML is an anchor.",
        'Den Wert in Anführungszeichen setzen: "&…".',
        'Put the value into quotes: "&…".',
    ),
    "YML-TAG": error(
        "Ein Wert beginnt mit !, das ist in YAML eine Typangabe.",
        "A value begins with !, which in YAML is a tag.",
        'Den Wert in Anführungszeichen setzen: "!…".',
        'Put the value into quotes: "!…".',
    ),
    "YML-DIRECTIVE": error(
        "Zeilen, die mit % beginnen, sind nicht erlaubt.",
        "Lines that begin with % are not allowed.",
        "Die Zeile löschen.",
        "Delete the line.",
    ),
    "YML-DOCUMENTS": error(
        "In der Datei stehen mehrere Einträge hintereinander.",
        "The file holds several entries one after the other.",
        "Für jeden Eintrag eine eigene Datei anlegen; --- nur vor und nach den Feldern schreiben.",
        "Make one file for each entry; write --- only before and after the fields.",
    ),
    "YML-DEPTH": error(
        "Die Angaben sind tiefer als {limit} Stufen verschachtelt.",
        "The values are nested deeper than {limit} levels.",
        "Kein Feld braucht so viele Stufen; überzählige Klammern oder Einrückungen entfernen.",
        "No field needs so many levels; remove brackets or indentation.",
    ),
    "YML-KEY": error(
        "Ein Feldname muss ein einfacher Text sein.",
        "The name of a field must be plain text.",
        "Klammern vor dem Doppelpunkt entfernen.",
        "Remove brackets before the colon.",
    ),
    "YML-MERGE": error(
        "Das Feld << ist nicht erlaubt.",
        "The field << is not allowed.",
        "Die gemeinten Felder selbst hinschreiben.",
        "Write the fields themselves.",
    ),
    "YML-DUPLICATE": error(
        "Das Feld »{key}« steht schon in Zeile {first}.",
        'The field "{key}" stands in line {first} already.',
        "Eine der beiden Zeilen löschen.",
        "Delete one of the two lines.",
    ),
    "YML-HASH": error(
        "Ab diesem # würde der Rest der Zeile verloren gehen.",
        "From this # on the rest of the line would be lost.",
        'Den Wert in Anführungszeichen setzen: "…"; vor einer Anmerkung steht »# «.',
        'Put the value into quotes: "…"; a comment begins with "# ".',
    ),
}
