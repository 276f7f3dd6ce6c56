"""YML: what YAML would allow, and these files may not have."""

from plugins.catalogue.codes._code import error, notice

CODES = {
    "YML-ALIAS": error(
        since="0.1.0",
        message=(
            "Dieser Text beginnt mit einem Stern (*).",
            "This text begins with a star (*).",
        ),
        cause=(
            "Ein Stern am Anfang bedeutet in solchen Dateien »dasselbe wie an einer anderen "
            "Stelle«. Das wird hier nicht gebraucht und ist deshalb nicht erlaubt.",
            'A star at the beginning means "the same as in another place" in such files. That '
            "is not needed here, and so not allowed.",
        ),
        remedy=(
            'Den ganzen Text in Anführungszeichen setzen: "*…". Für eine Liste statt * den '
            "Strich - nehmen.",
            'Put the whole text into quotes: "*…". For a list use a dash - instead of *.',
        ),
    ),
    "YML-ANCHOR": error(
        since="0.1.0",
        message=(
            "Dieser Text beginnt mit &.",
            "This text begins with &.",
        ),
        cause=(
            "Ein & am Anfang gibt in solchen Dateien einer Stelle einen Namen. Das wird hier "
            "nicht gebraucht und ist deshalb nicht erlaubt.",
            "An & at the beginning gives a place a name in such files. That is not needed "
            "here, and so not allowed.",
        ),
        remedy=(
            'Den ganzen Text in Anführungszeichen setzen: "&…".',
            'Put the whole text into quotes: "&…".',
        ),
    ),
    "YML-TAG": error(
        since="0.1.0",
        message=(
            "Dieser Text beginnt mit einem Ausrufezeichen.",
            "This text begins with an exclamation mark.",
        ),
        cause=(
            "Ein ! am Anfang ist in solchen Dateien ein Befehl an das Programm, das sie liest. "
            "Fremde könnten damit Schaden anrichten, deshalb ist es nicht erlaubt.",
            "A ! at the beginning is an order to the program that reads such files. Strangers "
            "could do harm with it, so it is not allowed.",
        ),
        remedy=(
            'Den ganzen Text in Anführungszeichen setzen: "!…".',
            'Put the whole text into quotes: "!…".',
        ),
    ),
    "YML-DIRECTIVE": error(
        since="0.1.0",
        message=(
            "Zeilen, die mit % beginnen, sind nicht erlaubt.",
            "Lines that begin with % are not allowed.",
        ),
        cause=(
            "Solche Zeilen stellen das Programm ein, das die Datei liest. Ein Eintrag braucht "
            "das nie.",
            "Such lines configure the program that reads the file. An entry never needs that.",
        ),
        remedy=(
            "Die Zeile löschen.",
            "Delete the line.",
        ),
    ),
    "YML-DOCUMENTS": error(
        since="0.1.0",
        message=(
            "In der Datei stehen mehrere Einträge hintereinander.",
            "The file holds several entries one after the other.",
        ),
        cause=(
            "Jeder Eintrag hat seine eigene Datei, weil der Dateiname zu seiner Adresse im "
            "Netz wird.",
            "Every entry has a file of its own, because the file's name becomes its address on "
            "the web.",
        ),
        remedy=(
            "Für jeden Eintrag eine eigene Datei anlegen. In einer .yaml-Datei steht keine "
            "Zeile ---, in einer .md-Datei stehen genau zwei.",
            "Make one file for each entry. A .yaml file has no line ---, an .md file has "
            "exactly two.",
        ),
    ),
    "YML-DEPTH": error(
        since="0.1.0",
        message=(
            "Hier stehen Angaben in Angaben in Angaben, tiefer als {limit} Stufen.",
            "Here are fields within fields within fields, deeper than {limit} levels.",
        ),
        cause=(
            "Kein Feld braucht so viele Stufen. Sehr tiefe Dateien können das Programm "
            "lahmlegen, deshalb gibt es eine Grenze.",
            "No field needs so many levels. Very deep files can bring the program to a halt, "
            "so there is a limit.",
        ),
        remedy=(
            "Überzählige Klammern oder Leerzeichen am Zeilenanfang entfernen.",
            "Remove the brackets, or the spaces at the beginning of lines, that are too many.",
        ),
    ),
    "YML-KEY": error(
        since="0.1.0",
        message=(
            "Vor dem Doppelpunkt steht kein einfacher Feldname.",
            "There is no plain field name before the colon.",
        ),
        cause=(
            "Ein Feldname ist ein einzelnes Wort aus kleinen Buchstaben, damit die Seite ihn "
            "wiedererkennt.",
            "A field's name is one word of small letters, so that the site recognises it.",
        ),
        remedy=(
            "Klammern, Fragezeichen und andere Zeichen vor dem Doppelpunkt entfernen.",
            "Remove brackets, question marks and other characters before the colon.",
        ),
    ),
    "YML-MERGE": error(
        since="0.1.0",
        message=(
            "Ein Feld << ist nicht erlaubt.",
            "A field << is not allowed.",
        ),
        cause=(
            "Damit lassen sich in solchen Dateien Felder von anderswo hereinholen. Wer den "
            "Eintrag liest, sähe sie nicht.",
            "It fetches fields from elsewhere in such files. Whoever reads the entry would not "
            "see them.",
        ),
        remedy=(
            "Die Zeile löschen und die gemeinten Felder selbst hinschreiben, jedes in seine "
            "eigene Zeile.",
            "Delete the line and write the fields themselves, each into a line of its own.",
        ),
    ),
    "YML-DUPLICATE": error(
        since="0.1.0",
        message=(
            "Das Feld »{key}« steht schon in Zeile {first}.",
            'The field "{key}" stands in line {first} already.',
        ),
        cause=(
            "Zwei Angaben zur selben Sache widersprechen sich. Welche gilt, kann nur ein "
            "Mensch entscheiden.",
            "Two statements about one thing contradict each other. Only a human can decide "
            "which one holds.",
        ),
        remedy=(
            "Nur eine der beiden Zeilen stehen lassen; mehrere Angaben gehören zusammen in eine "
            "Liste: [musik, sport].",
            "Leave one of the two lines only; several values belong together in a list: "
            "[musik, sport].",
        ),
    ),
    "YML-HASH": error(
        since="0.1.0",
        message=(
            "Ab diesem # würde der Rest der Zeile verloren gehen.",
            "From this # on the rest of the line would be lost.",
        ),
        cause=(
            "Nach einem Leerzeichen beginnt # in solchen Dateien eine Anmerkung, die nirgends "
            "erscheint.",
            "After a space a # begins a remark in such files, which appears nowhere.",
        ),
        remedy=(
            "Gehört es zum Inhalt, den ganzen Wert mit dem # in ein Paar Anführungszeichen setzen: "
            '"…". Ist es eine Anmerkung, sie in eine eigene Zeile über dem Feld setzen.',
            "If it belongs to the content, put the whole value with the # into one pair of quotes: "
            '"…". If it is a remark, put it into a line of its own above the field.',
        ),
    ),
    "YML-CUT": notice(
        since="0.1.0",
        message=(
            "Ab dem # geht der Rest verloren: »{lost}«.",
            'From the # on the rest is lost: "{lost}".',
        ),
        cause=(
            "Nach einem Leerzeichen beginnt # in solchen Dateien eine Anmerkung, die nirgends "
            "erscheint. In einem Text kann beides gemeint sein: »Raum # 5«.",
            "After a space a # begins a remark in such files, which appears nowhere. In a text "
            'either can be meant: "room # 5".',
        ),
        remedy=(
            'Den ganzen Wert in Anführungszeichen setzen: "… # …". Ist es eine Anmerkung, sie in '
            "eine eigene Zeile über dem Feld setzen.",
            'Put the whole value into quotes: "… # …". If it is a remark, put it into a line of '
            "its own above the field.",
        ),
    ),
}
