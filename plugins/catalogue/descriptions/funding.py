"""What is asked and said about the fields of a funding programme."""

from plugins.catalogue.descriptions.row import Row, Rows, within
from plugins.catalogue.descriptions.shared import CHECKED

AMOUNT: Rows = {
    "from": Row(
        "von",
        "Der kleinste Betrag. Nur die Zahl.",
        question="Ab welchem Betrag, in Euro?",
        file="Mit Punkt statt Komma und ohne Tausenderpunkt: 500 oder 49.5.",
        example="500",
    ),
    "to": Row(
        "bis",
        "Der größte Betrag. Nur die Zahl.",
        question="Bis zu welchem Betrag, in Euro?",
        file="Mit Punkt statt Komma und ohne Tausenderpunkt: 5000.",
        example="2500",
    ),
    "currency": Row("Währung", "EUR oder CHF."),
}

FUNDING: Rows = {
    "title": Row(
        "Titel",
        "Der Name, unter dem man es findet.",
        question="Wie heißt das Programm?",
        example="Kleinprojektefonds",
    ),
    "funder": Row(
        "Wer fördert",
        "Die Stelle, bei der man den Antrag stellt.",
        question="Wer gibt das Geld?",
        example="Stadt Musterstadt, Kulturamt",
    ),
    "who": Row(
        "Wer kann Anträge stellen",
        "In ein bis zwei Sätzen.",
        question="Wer kann einen Antrag stellen?",
        example="Eingetragene Vereine mit Sitz in der Stadt",
    ),
    "what": Row(
        "Was wird gefördert",
        "In ein bis zwei Sätzen.",
        question="Was wird gefördert?",
        example="Honorare, Miete und Technik",
    ),
    "amount": Row("Betrag", "Von welchem bis zu welchem Betrag."),
    **within("amount", AMOUNT),
    "deadlines": Row(
        "Fristen",
        "Ein Tag oder mehrere. Jederzeit möglich: weglassen.",
        question="Bis wann muss der Antrag da sein?",
        example="15.5.2027, 15.11.2027",
    ),
    "rolling": Row(
        "laufend offen",
        "Ja, wenn es keine Fristen gibt.",
        question="Kann man jederzeit einen Antrag stellen?",
        file="yes (ja) oder no (nein).",
        unless="deadlines",
    ),
    "website": Row(
        "Website",
        "Die ganze Adresse, mit https:// am Anfang.",
        question="Wo steht mehr darüber?",
        example="https://stiftung.example.org",
    ),
    "topics": Row(
        "Themen",
        "Nach den Themen wird gesucht.",
        question="Welche Themen passen?",
        one="Thema",
    ),
    "checked": Row(
        "Geprüft",
        "Der Tag steht auf der Seite, damit man weiß, wie frisch die Angaben sind.",
        question="Wann wurde das zuletzt nachgesehen?",
        example="1.12.2026",
        proposed="today",
    ),
    **within("checked", CHECKED),
    "text": Row(
        "Text",
        "Der Text auf der Seite des Programms. Eine leere Zeile beginnt einen neuen Absatz.",
        question="Was sollte man noch wissen?",
        file="In einer .md-Datei steht der Text unter der zweiten Linie.",
    ),
}
