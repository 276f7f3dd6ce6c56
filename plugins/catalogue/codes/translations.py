"""TR: translations of entries."""

from plugins.catalogue.codes._code import error, notice

CODES = {
    "TR-LANGUAGE": error(
        "»{value}« im Dateinamen ist keine Sprache, in die übersetzt wird.",
        '"{value}" in the file\'s name is no language to translate into.',
        "Übersetzungen heißen <Kennung>.<Sprache>.md, zum Beispiel chor.tr.md.",
        "Translations are called <id>.<language>.md, for instance choir.tr.md.",
    ),
    "TR-ORPHAN": error(
        "Einen Eintrag »{value}«, den diese Datei übersetzt, gibt es nicht.",
        'There is no entry "{value}" that this file could translate.',
        "Den Dateinamen bis zum ersten Punkt der Kennung des Originals angleichen.",
        "Make the file's name up to the first dot the id of the original.",
    ),
    "TR-FIELD": error(
        "Das Feld »{key}« wird nicht übersetzt; es gilt für alle Sprachen.",
        'The field "{key}" is not translated; it holds for all languages.',
        "Die Zeile aus der Übersetzung löschen.",
        "Delete the line from the translation.",
    ),
    "TR-SOURCE": notice(
        "Es steht nicht da, von welcher Fassung des Originals diese Übersetzung ist.",
        "It does not say which version of the original this translation was made of.",
        "Die Übersetzung prüfen und dann »source: {digest}« eintragen.",
        'Check the translation, then set "source: {digest}".',
    ),
    "TR-OUTDATED": notice(
        "Das Original wurde seit dieser Übersetzung geändert.",
        "The original has changed since this translation was made.",
        "Die Übersetzung prüfen und dann »source: {digest}« eintragen.",
        'Check the translation, then set "source: {digest}".',
    ),
}
