"""ENC: the bytes of a file."""

from plugins.catalogue.codes._code import error

CODES = {
    "ENC-UTF8": error(
        "Die Datei ist nicht in UTF-8 gespeichert (Byte {byte}).",
        "The file is not saved as UTF-8 (byte {byte}).",
        "Im Editor »Speichern unter« wählen und als Kodierung UTF-8 einstellen.",
        'Choose "Save as" in the editor and set the encoding to UTF-8.',
    ),
    "ENC-UTF16": error(
        "Die Datei ist in UTF-16 gespeichert (»Unicode« in Windows).",
        'The file is saved as UTF-16 ("Unicode" on Windows).',
        "Im Editor »Speichern unter« wählen und als Kodierung UTF-8 einstellen.",
        'Choose "Save as" in the editor and set the encoding to UTF-8.',
    ),
    "ENC-BOM": error(
        "Vor dem ersten Zeichen steht eine unsichtbare Marke (BOM).",
        "There is an invisible mark (BOM) before the first character.",
        "Im Editor als »UTF-8« speichern, nicht als »UTF-8 mit BOM«.",
        'Save as "UTF-8" in the editor, not as "UTF-8 with BOM".',
    ),
    "ENC-CONTROL": error(
        "Hier steht ein Steuerzeichen ({character}), das kein Text ist.",
        "There is a control character ({character}) that is not text.",
        "Das Zeichen löschen; oft kam es beim Kopieren aus einem anderen Programm mit.",
        "Delete the character; it often comes along when copying from another program.",
    ),
    "ENC-LINE-BREAK": error(
        "Hier steht ein ungewöhnlicher Zeilenwechsel ({character}).",
        "There is an unusual line break ({character}).",
        "Das Zeichen löschen und die Zeile mit der Eingabetaste umbrechen.",
        "Delete the character and break the line with the return key.",
    ),
    "ENC-BIDI": error(
        "Hier steht ein unsichtbares Zeichen, das die Schreibrichtung umkehrt ({character}).",
        "There is an invisible character that reverses the direction of writing ({character}).",
        "Das Zeichen löschen; Arabisch und Hebräisch werden auch ohne es richtig angezeigt.",
        "Delete the character; Arabic and Hebrew are shown correctly without it.",
    ),
    "ENC-INVISIBLE": error(
        "Hier steht ein unsichtbares Zeichen ({character}).",
        "There is an invisible character ({character}).",
        "Das Zeichen löschen: die Stelle markieren und neu schreiben.",
        "Delete the character: select the place and type it again.",
    ),
    "ENC-ESCAPE": error(
        "Der Text enthält verschlüsselt ein verbotenes Zeichen ({character}).",
        "The text contains a forbidden character in escaped form ({character}).",
        "Die Zeichenfolge, die mit \\ oder & beginnt, löschen.",
        "Delete the sequence that begins with \\ or &.",
    ),
}
