"""What is asked about a page of text."""

from plugins.intake.new.question import Question, prose
from plugins.intake.new.words import Words

QUESTIONS = (
    Question(
        "title",
        Words("Wie heißt die Seite?", "What is the page called?"),
        Words("Die Überschrift.", "The heading."),
        Words("Einen Verein gründen", "Founding an association"),
    ),
    Question(
        "menu",
        Words("Von wo soll man sie erreichen?", "Where shall it be linked from?"),
        Words(
            "Hauptmenü: oben auf jeder Seite. Fußzeile: ganz unten. Andere Worte werden zu einem "
            "Verweis in der Fußzeile.",
            "Main menu: on top of every page. Footer: at the bottom. Any other words become a "
            "link in the footer.",
        ),
    ),
    prose(
        Words("Was steht auf der Seite?", "What does the page say?"),
        Words(
            "Der Text. Eine leere Zeile beginnt einen neuen Absatz, ## eine Überschrift.",
            "The text. An empty line begins a new paragraph, ## a heading.",
        ),
    ),
)
