"""ID and REF: the ids of entries, and what refers to them."""

from plugins.catalogue.codes._code import error

CODES = {
    "ID-FORM": error(
        since="0.1.0",
        message=(
            "»{value}« kann keine Kennung sein.",
            '"{value}" cannot be an id.',
        ),
        cause=(
            "Die Kennung eines Eintrags ist sein Dateiname ohne Endung, und sie steht in "
            "seiner Adresse im Netz.",
            "The id of an entry is its file's name without the ending, and it is part of its "
            "address on the web.",
        ),
        remedy=(
            "Nur die kleinen Buchstaben a-z, Ziffern und - verwenden, höchstens 80 Zeichen.",
            "Use only the small letters a-z, digits and -, at most 80 characters.",
        ),
    ),
    "ID-FORMERLY": error(
        since="0.1.0",
        message=(
            "Die frühere Kennung »{value}« gehört schon zu {other}.",
            'The former id "{value}" belongs to {other} already.',
        ),
        cause=(
            "Die alte Adresse soll zum neuen Eintrag weiterleiten. Das geht nur zu einem.",
            "The old address is to lead to the new entry. It can lead to one only.",
        ),
        remedy=(
            "»{value}« aus der Zeile »formerly« löschen.",
            'Delete "{value}" from the line "formerly".',
        ),
    ),
    "REF-MISSING": error(
        since="0.1.0",
        message=(
            "{kind_de} »{value}« gibt es nicht.",
            'There is no such entry: {kind_en} "{value}".',
        ),
        cause=(
            "Hier steht die Kennung eines anderen Eintrags, also sein Dateiname ohne .md oder "
            ".yaml. Eine Datei dieses Namens liegt nicht in seinem Ordner.",
            "Here is the id of another entry, that is its file's name without .md or .yaml. "
            "There is no file of this name in its folder.",
        ),
        remedy=(
            "Den Dateinamen des gemeinten Eintrags nachsehen und genauso schreiben; fehlt der "
            "Eintrag, ihn zuerst anlegen.",
            "Look up the file's name of the entry that is meant and write it exactly so; if "
            "there is no such entry, add it first.",
        ),
    ),
    "REF-NAME": error(
        since="0.1.0",
        message=(
            "Hier gehört die Kennung hin, nicht der Name »{value}«.",
            'Here the id is needed, not the name "{value}".',
        ),
        cause=(
            "Die Kennung eines Eintrags ist sein Dateiname ohne .md oder .yaml. Sie bleibt auch "
            "dann, wenn sich der Name ändert.",
            "The id of an entry is its file's name without .md or .yaml. It stays when the name "
            "changes.",
        ),
        remedy=(
            "Den Dateinamen des gemeinten Eintrags nachsehen und ohne Endung hierher schreiben; "
            "wer noch keinen Eintrag hat, kann im Text genannt werden.",
            "Look up the file's name of the entry that is meant and write it here without its "
            "ending; who has no entry yet can be named in the text.",
        ),
    ),
    "REF-PLACE": error(
        since="0.1.0",
        message=(
            "{kind_de} »{value}« gibt es nicht.",
            'There is no such entry: {kind_en} "{value}".',
        ),
        cause=(
            "Als Ort steht hier die Kennung eines Vereins, bei dem etwas stattfindet. Jeder andere "
            "Ort wird mit seinem Namen und, wenn bekannt, seiner Anschrift beschrieben.",
            "For a place there is the id of an association here, at which something takes place. "
            "Any other place is described by its name and, if known, its address.",
        ),
        remedy=(
            "Ist ein Ort gemeint: venue: {place}. Ist ein Verein gemeint, den Dateinamen seines "
            "Eintrags ohne Endung schreiben.",
            "If a place is meant: venue: {place}. If an association is meant, write its file's "
            "name without the ending.",
        ),
    ),
    "REF-ONLINE": error(
        since="0.1.0",
        message=(
            "»{value}« ist kein Ort.",
            '"{value}" is no place.',
        ),
        cause=(
            "Als Ort steht hier, wohin man geht: ein Verein oder ein Haus. Was im Netz "
            "stattfindet, hat dafür ein eigenes Feld, und wer mitmacht, braucht die Adresse.",
            "The venue is where people go: an association or a house. What takes place online has "
            "a field of its own, and who takes part needs the address.",
        ),
        remedy=(
            "Die Zeile venue löschen und die Adresse des Treffens in das Feld online schreiben: "
            "online: https://… Steht sie noch nicht fest, gehört das in den Text.",
            "Delete the line venue and write the address of the meeting into the field online: "
            "online: https://… If it is not known yet, say so in the text.",
        ),
    ),
    "REF-TERM": error(
        since="0.1.0",
        message=(
            "»{value}« steht nicht in der Liste vocabulary/{vocabulary}.yaml.",
            '"{value}" is not in the list vocabulary/{vocabulary}.yaml.',
        ),
        cause=(
            "Diese Wörter stammen aus einer festen Liste, damit zusammenfindet, was "
            "zusammengehört, und damit es sie in allen Sprachen gibt.",
            "These words come from a fixed list, so that what belongs together is found "
            "together, and in every language.",
        ),
        remedy=(
            "Ein Wort aus dieser Liste nehmen; passt keines, fragen, ob es ergänzt werden soll.",
            "Take a word from this list; if none fits, ask for it to be added.",
        ),
    ),
}
