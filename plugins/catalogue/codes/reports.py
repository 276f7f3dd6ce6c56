"""REP: reports."""

from plugins.catalogue.codes._code import error, warning

CODES = {
    "REP-FIGURE": error(
        "Eine Zahl »[[{value}]]« kennt der Bericht nicht.",
        'The report knows no figure "[[{value}]]".',
        "Den Namen prüfen; docs/figures.md nennt alle.",
        "Check the name; docs/figures.md has them all.",
    ),
    "REP-SURVEY": error(
        "Es können nicht mehr geantwortet haben ({answered}), als gefragt wurden ({asked}).",
        "No more can have answered ({answered}) than were asked ({asked}).",
        "Die beiden Zahlen prüfen.",
        "Check the two numbers.",
    ),
    "REP-ANSWERS": warning(
        "Auf diese Frage kommen mehr Antworten ({count}) als Vereine geantwortet haben "
        "({answered}).",
        "This question has more answers ({count}) than associations that answered ({answered}).",
        "Die Zahlen prüfen; waren mehrere Antworten möglich, »kind: multiple« schreiben.",
        'Check the numbers; if several answers were possible, write "kind: multiple".',
    ),
}
