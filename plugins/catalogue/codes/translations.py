"""TR: translations of entries."""

from plugins.catalogue.codes._code import error, notice

CODES = {
    "TR-LANGUAGE": error(
        since="0.1.0",
        message=(
            "»{value}« im Dateinamen ist kein Kürzel einer Sprache, in die übersetzt wird.",
            '"{value}" in the file\'s name is no tag of a language to translate into.',
        ),
        cause=(
            "Zwischen den beiden Punkten des Dateinamens steht, in welcher Sprache der Text "
            "ist. Deutsch steht dort nie, denn das ist das Original.",
            "Between the two dots of the file's name stands the language of the text. German "
            "never does, for it is the original.",
        ),
        remedy=(
            "Die Datei umbenennen: Name des Originals, Punkt, Kürzel der Sprache, .md, zum "
            "Beispiel chor.tr.md.",
            "Rename the file: the original's name, a dot, the language's tag, .md, for "
            "instance choir.tr.md.",
        ),
    ),
    "TR-ORPHAN": error(
        since="0.1.0",
        message=(
            "Einen Eintrag »{value}«, den diese Datei übersetzt, gibt es nicht.",
            'There is no entry "{value}" that this file could translate.',
        ),
        cause=(
            "Eine Übersetzung erscheint auf der Seite ihres Originals. Ohne Original hat sie "
            "keinen Platz.",
            "A translation appears on the page of its original. Without one it has no place.",
        ),
        remedy=(
            "Die Datei so umbenennen, dass sie bis zum ersten Punkt genauso heißt wie das "
            "Original.",
            "Rename the file so that up to its first dot it is called exactly like the original.",
        ),
    ),
    "TR-FIELD": error(
        since="0.1.0",
        message=(
            "Das Feld »{key}« wird nicht übersetzt; es gilt für alle Sprachen.",
            'The field "{key}" is not translated; it holds for all languages.',
        ),
        cause=(
            "Was in allen Sprachen gleich ist, steht nur im Original. So muss eine neue "
            "Telefonnummer nur einmal geändert werden.",
            "What is the same in all languages stands in the original only. So a new phone "
            "number is changed only once.",
        ),
        remedy=(
            "Die Zeile hier löschen.",
            "Delete the line here.",
        ),
    ),
    "TR-SOURCE": notice(
        since="0.1.0",
        message=(
            "Es steht nicht da, von welcher Fassung des Originals diese Übersetzung ist.",
            "It does not say which version of the original this translation was made of.",
        ),
        cause=(
            "Ohne diese Angabe merkt niemand, wenn sich das Original ändert und die "
            "Übersetzung veraltet.",
            "Without it nobody notices when the original changes and the translation becomes "
            "outdated.",
        ),
        remedy=(
            "Die Übersetzung mit dem Original vergleichen und dann oben eine Zeile »source: "
            "{digest}« ergänzen.",
            'Compare the translation with the original, then add a line "source: {digest}" at '
            "the top.",
        ),
    ),
    "TR-OUTDATED": notice(
        since="0.1.0",
        message=(
            "Das Original wurde seit dieser Übersetzung geändert.",
            "The original has changed since this translation was made.",
        ),
        cause=(
            "Wer die Übersetzung liest, erfährt vielleicht Veraltetes. Auf der Seite steht "
            "deshalb ein Hinweis.",
            "Whoever reads the translation may learn what is outdated. So the page carries a note.",
        ),
        remedy=(
            "Die Übersetzung mit dem Original vergleichen, anpassen und dann »source: "
            "{digest}« schreiben.",
            'Compare the translation with the original, adapt it, then write "source: {digest}".',
        ),
    ),
}
