"""ENC: the characters that a file is made of."""

from plugins.catalogue.codes._code import error

CODES = {
    "ENC-UTF8": error(
        since="0.1.0",
        message=(
            "Die Umlaute und Sonderzeichen dieser Datei lassen sich nicht lesen: Sie ist nicht "
            "als UTF-8 gespeichert ({byte}).",
            "The accented letters of this file cannot be read: it is not saved as UTF-8 ({byte}).",
        ),
        cause=(
            "Es gibt mehrere Arten, Buchstaben zu speichern. Nur in UTF-8 haben ä, ß, ş, ж und "
            "ع alle Platz; in den älteren werden sie zu falschen Zeichen.",
            "There are several ways to store letters. Only UTF-8 has room for ä, ß, ş, ж and ع "
            "alike; in older ones they turn into wrong characters.",
        ),
        remedy=(
            "Die Datei mit »Speichern unter« neu speichern und dabei als Zeichenkodierung "
            "»UTF-8« wählen.",
            'Save the file again with "Save as" and choose "UTF-8" as its encoding.',
        ),
    ),
    "ENC-UTF16": error(
        since="0.1.0",
        message=(
            "Die Datei ist als UTF-16 gespeichert (manche Programme nennen das »Unicode«).",
            'The file is saved as UTF-16 (some programs call it "Unicode").',
        ),
        cause=(
            "Diese Art zu speichern ist für Webseiten nicht üblich; git und viele andere "
            "Programme halten solche Dateien nicht für Text.",
            "This way of storing is unusual on the web; git and many other programs do not "
            "take such files for text.",
        ),
        remedy=(
            "Die Datei mit »Speichern unter« neu speichern und dabei als Zeichenkodierung "
            "»UTF-8« wählen.",
            'Save the file again with "Save as" and choose "UTF-8" as its encoding.',
        ),
    ),
    "ENC-BOM": error(
        since="0.1.0",
        message=(
            "Vor dem ersten Zeichen der Datei steht eine unsichtbare Marke (BOM).",
            "There is an invisible mark (BOM) before the first character of the file.",
        ),
        cause=(
            "Manche Programme unter Windows schreiben diese Marke beim Speichern dazu. Die "
            "erste Zeile ist dann nicht mehr das, wonach sie aussieht.",
            "Some Windows programs add this mark when they save. The first line is then not "
            "what it looks like.",
        ),
        remedy=(
            "Die Datei mit »Speichern unter« als »UTF-8« speichern, nicht als »UTF-8 mit BOM«.",
            'Save the file with "Save as" as "UTF-8", not as "UTF-8 with BOM".',
        ),
    ),
    "ENC-CONTROL": error(
        since="0.1.0",
        message=(
            "Hier steht ein unsichtbares Steuerzeichen ({character}).",
            "There is an invisible control character ({character}) here.",
        ),
        cause=(
            "Solche Zeichen steuern Geräte und gehören in keinen Text. Meist kommen sie beim "
            "Kopieren aus einem anderen Programm mit.",
            "Such characters steer devices and belong into no text. They mostly come along "
            "when copying from another program.",
        ),
        remedy=(
            "Die Buchstaben links und rechts davon mit löschen und neu tippen.",
            "Delete it together with the letters on both sides and type those again.",
        ),
    ),
    "ENC-LINE-BREAK": error(
        since="0.1.0",
        message=(
            "Hier steht ein ungewöhnlicher Zeilenwechsel ({character}).",
            "There is an unusual line break ({character}) here.",
        ),
        cause=(
            "Manche Programme sehen hier eine neue Zeile, andere nicht. Deshalb wäre unklar, "
            "wo ein Feld aufhört.",
            "Some programs see a new line here, others do not. So it would be unclear where a "
            "field ends.",
        ),
        remedy=(
            "Das Zeichen löschen und die Zeile mit der Eingabetaste umbrechen.",
            "Delete the character and break the line with the return key.",
        ),
    ),
    "ENC-BIDI": error(
        since="0.1.0",
        message=(
            "Hier steht ein unsichtbares Zeichen, das die Schreibrichtung umkehrt ({character}).",
            "There is an invisible character here that reverses the direction of writing "
            "({character}).",
        ),
        cause=(
            "Damit lässt sich Text zeigen, der anders aussieht, als er geschrieben ist, zum "
            "Beispiel eine falsche Webadresse.",
            "It can make a text look different from what is written, for instance a false web "
            "address.",
        ),
        remedy=(
            "Das Zeichen löschen; Arabisch und Hebräisch werden auch ohne es richtig angezeigt.",
            "Delete the character; Arabic and Hebrew are shown correctly without it.",
        ),
    ),
    "ENC-INVISIBLE": error(
        since="0.1.0",
        message=(
            "Hier steht ein unsichtbares Zeichen ({character}).",
            "There is an invisible character ({character}) here.",
        ),
        cause=(
            "Zwei Wörter können gleich aussehen und doch verschieden sein; die Suche findet "
            "dann das eine nicht.",
            "Two words can look alike and still differ; searching then misses one of them.",
        ),
        remedy=(
            "Das Wort löschen und neu tippen, nicht neu einfügen.",
            "Delete the word and type it again; do not paste it.",
        ),
    ),
    "ENC-ESCAPE": error(
        since="0.1.0",
        message=(
            "Im Text ist ein verbotenes Zeichen umschrieben ({character}).",
            "The text contains a forbidden character in disguise ({character}).",
        ),
        cause=(
            "Was mit \\ oder & beginnt, kann auf der Seite zu einem unsichtbaren Zeichen "
            "werden, das hier nicht stehen darf.",
            "What begins with \\ or & can turn into an invisible character on the page, and "
            "such a character must not be here.",
        ),
        remedy=(
            "Das Stück löschen, das mit \\u, \\x, &# oder & beginnt.",
            "Delete the piece that begins with \\u, \\x, &# or &.",
        ),
    ),
}
