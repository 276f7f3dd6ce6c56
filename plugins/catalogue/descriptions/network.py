"""What is asked and said about the fields of a network."""

from plugins.catalogue.descriptions.row import Row, Rows, within

PARTNER: Rows = {
    "name": Row("Name", "Wie die Einrichtung heißt."),
    "website": Row("Website", "Ihre Adresse im Netz. Sie beginnt mit https://."),
}

NETWORK: Rows = {
    "title": Row(
        "Titel",
        "Der Name, unter dem man es kennt.",
        question="Wie heißt das Netzwerk?",
        example="Netzwerk Frauen",
    ),
    "topics": Row(
        "Themen",
        "Nach den Themen wird gesucht.",
        question="Welche Themen passen?",
        one="Thema",
    ),
    "members": Row(
        "Mitglieder",
        "Vereine aus dem Verzeichnis.",
        question="Welche Vereine gehören dazu?",
        file="Die Kennungen, also ihre Dateinamen ohne Endung.",
    ),
    "meets": Row(
        "Trifft sich",
        "In Worten. Die einzelnen Treffen sind eigene Termine.",
        question="Wann trifft es sich?",
        example="Jeden ersten Samstag im Monat",
    ),
    "contact": Row(
        "Kontakt",
        "Am besten eine Adresse, kein Name.",
        question="An wen wendet man sich?",
        example="frauen@musterstadt.example",
    ),
    "started": Row(
        "Begonnen",
        "Ein Jahr genügt.",
        question="Seit wann gibt es das Netzwerk?",
        file="2019, 2019-05 oder 2019-05-21.",
        example="2023",
    ),
    "partners": Row(
        "Partner", "Ämter und Einrichtungen, die mitarbeiten und kein Verein im Verzeichnis sind."
    ),
    **within("partners", PARTNER),
    "ended": Row("Beendet", "Der erste Tag, an dem es das Netzwerk nicht mehr gibt."),
    "text": Row(
        "Text",
        "Der Text auf der Seite des Netzwerks. Eine leere Zeile beginnt einen neuen Absatz.",
        question="Woran arbeitet es?",
        file="In einer .md-Datei steht der Text unter der zweiten Linie.",
    ),
}
