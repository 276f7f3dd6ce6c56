"""What is asked about a report."""

from plugins.intake.new.question import Question, prose
from plugins.intake.new.words import Words, same

QUESTIONS = (
    Question(
        "title",
        Words("Wie heißt der Bericht?", "What is the report called?"),
        Words("Die Überschrift, mit dem Jahr.", "The heading, with the year."),
        Words("Jahresbericht 2026", "Annual report 2026"),
    ),
    Question(
        "period.from",
        Words("Welches ist der erste Tag des Zeitraums?", "Which is the first day it covers?"),
        Words("Von diesem Tag an wird gezählt.", "Counting begins on this day."),
        same("1.1.2026"),
    ),
    Question(
        "period.until",
        Words("Welches ist der letzte Tag des Zeitraums?", "Which is the last day it covers?"),
        Words("Bis zu diesem Tag wird gezählt, er selbst zählt mit.", "The last day that counts."),
        same("31.12.2026"),
    ),
    Question(
        "networks",
        Words("Über welche Netzwerke wird berichtet?", "Which networks does it report on?"),
        Words("Netzwerke aus dem Verzeichnis.", "Networks of the directory."),
    ),
    Question(
        "conclusion",
        Words("Was ist das Fazit?", "What is the conclusion?"),
        Words("Ein Absatz am Ende des Berichts.", "A paragraph at the end of the report."),
    ),
    prose(
        Words("Was steht im Bericht?", "What does the report say?"),
        Words(
            "Der Text. Zahlen wie [[associations.active]] rechnet die Seite selbst aus "
            "(docs/figures.md nennt alle). Eine leere Zeile beginnt einen neuen Absatz.",
            "The text. Figures like [[associations.active]] are counted by the site itself "
            "(docs/figures.md has them all). An empty line begins a new paragraph.",
        ),
    ),
)
