"""What is asked and said about the fields of a page of text."""

from plugins.catalogue.descriptions.row import Row, Rows

ARTICLE: Rows = {
    "title": Row(
        "Titel",
        "Die Überschrift.",
        question="Wie heißt die Seite?",
        example="Einen Verein gründen",
    ),
    "menu": Row(
        "Menü",
        "Hauptmenü: oben auf jeder Seite. Fußzeile: ganz unten. Andere Worte werden zu einem "
        "Verweis in der Fußzeile.",
        question="Von wo soll man sie erreichen?",
        file="main (Hauptmenü), footer (Fußzeile), no (nirgends), oder andere Worte.",
    ),
    "order": Row("Reihenfolge", "Eine Zahl. Kleine Zahlen stehen im Menü vorn."),
    "text": Row(
        "Text",
        "Der Text. Eine leere Zeile beginnt einen neuen Absatz, ## eine Überschrift.",
        question="Was steht auf der Seite?",
        file="In einer .md-Datei steht der Text unter der zweiten Linie.",
    ),
}
