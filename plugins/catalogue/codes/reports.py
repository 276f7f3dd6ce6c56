"""REP: reports."""

from plugins.catalogue.codes._code import error, warning

CODES = {
    "REP-FIGURE": error(
        since="0.1.0",
        message=(
            "Eine Zahl »[[{value}]]« kennt der Bericht nicht.",
            'The report knows no figure "[[{value}]]".',
        ),
        cause=(
            "Was zwischen [[ und ]] steht, wird durch eine gezählte Zahl ersetzt. Mit einem "
            "unbekannten Namen stünde an der Stelle nichts.",
            "What stands between [[ and ]] is replaced by a counted number. With an unknown "
            "name there would be nothing.",
        ),
        remedy=(
            "Den Namen prüfen; docs/figures.md nennt alle.",
            "Check the name; docs/figures.md has them all.",
        ),
    ),
    "REP-SURVEY": error(
        since="0.1.0",
        message=(
            "Es können nicht mehr geantwortet haben ({answered}), als gefragt wurden ({asked}).",
            "No more can have answered ({answered}) than were asked ({asked}).",
        ),
        cause=(
            "Der Bericht rechnet daraus, wie viel Prozent geantwortet haben; das wären mehr "
            "als 100.",
            "The report computes the percentage that answered; it would be more than 100.",
        ),
        remedy=(
            "Die beiden Zahlen prüfen; vielleicht sind sie vertauscht.",
            "Check the two numbers; perhaps they are swapped.",
        ),
    ),
    "REP-ANSWERS": warning(
        since="0.1.0",
        message=(
            "Auf diese Frage kommen mehr Antworten ({count}) als Vereine geantwortet haben "
            "({answered}).",
            "This question has more answers ({count}) than associations that answered "
            "({answered}).",
        ),
        cause=(
            "Bei einer Antwort je Verein kann das nicht sein. Konnte man mehrere ankreuzen, "
            "muss es dabeistehen.",
            "With one answer each this cannot be. If several could be ticked, it must be said.",
        ),
        remedy=(
            "Die Zahlen prüfen; waren mehrere Antworten möglich, bei der Frage »kind: "
            "multiple« ergänzen.",
            'Check the numbers; if several answers were possible, add "kind: multiple" to the '
            "question.",
        ),
    ),
}
