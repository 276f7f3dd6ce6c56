"""What is asked about a network."""

from plugins.intake.new.question import Question, prose
from plugins.intake.new.words import Words, same

QUESTIONS = (
    Question(
        "title",
        Words("Wie heißt das Netzwerk?", "What is the network called?"),
        Words("Der Name, unter dem man es kennt.", "The name by which people know it."),
        Words("Netzwerk Frauen", "Women's network"),
    ),
    Question(
        "topics",
        Words("Welche Themen passen?", "Which topics fit?"),
        Words("Nach den Themen wird gesucht.", "Visitors search by topic."),
    ),
    Question(
        "members",
        Words("Welche Vereine gehören dazu?", "Which associations belong to it?"),
        Words("Vereine aus dem Verzeichnis.", "Associations of the directory."),
    ),
    Question(
        "meets",
        Words("Wann trifft es sich?", "When does it meet?"),
        Words(
            "In Worten. Die einzelnen Treffen sind eigene Termine.",
            "In words. The meetings themselves are events of their own.",
        ),
        Words("Jeden ersten Samstag im Monat", "Every first Saturday of the month"),
    ),
    Question(
        "contact",
        Words("An wen wendet man sich?", "Whom does one turn to?"),
        Words("Am besten eine Adresse, kein Name.", "Preferably an address, not a name."),
        same("frauen@musterstadt.example"),
    ),
    Question(
        "started",
        Words("Seit wann gibt es das Netzwerk?", "Since when does it exist?"),
        Words("Ein Jahr genügt.", "A year is enough."),
        same("2023"),
    ),
    prose(
        Words("Woran arbeitet es?", "What does it work on?"),
        Words(
            "Der Text auf der Seite des Netzwerks. Eine leere Zeile beginnt einen neuen Absatz.",
            "The text on the network's page. An empty line begins a new paragraph.",
        ),
    ),
)
