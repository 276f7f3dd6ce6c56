"""ID, REF and DUP: the names of entries and what refers to them."""

from plugins.catalogue.codes._code import error, warning

CODES = {
    "ID-FORM": error(
        "»{value}« kann keine Kennung sein.",
        '"{value}" cannot be an id.',
        "Nur die Kleinbuchstaben a-z, Ziffern und - verwenden, höchstens 80 Zeichen.",
        "Use only the small letters a-z, digits and -, at most 80 characters.",
    ),
    "ID-FORMERLY": error(
        "Die frühere Kennung »{value}« gehört schon zu {other}.",
        'The former id "{value}" belongs to {other} already.',
        "Die Kennung aus »formerly« streichen oder den anderen Eintrag umbenennen.",
        'Remove it from "formerly" or rename the other entry.',
    ),
    "REF-MISSING": error(
        "{kind_de} »{value}« gibt es nicht.",
        'There is no such entry: {kind_en} "{value}".',
        "Die Kennung ist der Dateiname ohne Endung; den Eintrag anlegen oder die Kennung "
        "berichtigen.",
        "The id is the file's name without its ending; add that entry or correct the id.",
    ),
    "REF-TERM": error(
        "»{value}« steht nicht in der Liste vocabulary/{vocabulary}.yaml.",
        '"{value}" is not in the list vocabulary/{vocabulary}.yaml.',
        "Einen Begriff aus der Liste nehmen oder ihn dort ergänzen.",
        "Take a term from the list, or add it there.",
    ),
    "DUP-SCRIPT": warning(
        "Im Wort »{value}« sind Buchstaben verschiedener Schriften gemischt.",
        'The word "{value}" mixes letters of different scripts.',
        "Das Wort neu schreiben; so kann sich jemand für einen anderen Verein ausgeben.",
        "Type the word again; this is how somebody may pose as another association.",
    ),
    "DUP-NAME": warning(
        "Denselben Namen trägt auch {other}.",
        "{other} has the same name.",
        "Falls es derselbe Verein ist, einen der Einträge löschen.",
        "If it is the same association, delete one of the entries.",
    ),
}
