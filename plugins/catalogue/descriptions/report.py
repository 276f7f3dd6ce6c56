"""What is asked and said about the fields of a report."""

from plugins.catalogue.descriptions.row import Row, Rows, within

CONSULTATIONS: Rows = {
    "topic": Row("Thema", "Wozu beraten wurde."),
    "count": Row("Anzahl", "Wie oft."),
}

QUESTION: Rows = {
    "question": Row("Frage", "Die Frage im Wortlaut."),
    "kind": Row("Art", "single: Nur eine Antwort war möglich. multiple: mehrere."),
    "answers": Row(
        "Antworten",
        "Je Antwort eine Zeile: der Wortlaut, ein Doppelpunkt, wie oft sie gegeben wurde.",
    ),
}

SURVEY: Rows = {
    "asked": Row("gefragt", "Wie viele Vereine gefragt wurden."),
    "answered": Row("geantwortet", "Wie viele geantwortet haben."),
    "from": Row("von", "Der erste Tag der Umfrage."),
    "until": Row("bis", "Der letzte Tag der Umfrage."),
    "questions": Row("Fragen", "Die Fragen, jede mit ihren Antworten."),
    **within("questions", QUESTION),
}

PAPER: Rows = {
    "number": Row("Nummer", "Die Nummer der Vorlage: 031/26."),
    "lead": Row("Federführung", "Welches Amt zuständig ist."),
    "clerk": Row("Bearbeitung", "Wer sie geschrieben hat."),
    "date": Row("Datum", "Der Tag, an dem sie fertig wurde."),
    "committee": Row("Ausschuss", "Welcher Ausschuss sie bekommt."),
    "session": Row("Sitzung", "Der Tag der Sitzung, oder wie sie heißt."),
    "kind": Row("Art", "Was für eine Vorlage es ist: Mitteilungsvorlage, öffentlich."),
    "subject": Row("Betreff", "Worum es geht, in einer Zeile."),
    "plan_reference": Row("Bezug zum Plan", "Zu welchem Ziel der Stadt der Bericht gehört."),
    "reference": Row("Bezug", "Auf welche frühere Vorlage er sich bezieht."),
    "costs": Row("Kosten", "Was es kostet: ein Satz, oder Zeilen der Form »Bezeichnung: Angabe«."),
    "distribution": Row("Verteiler", "Wer die Vorlage bekommt."),
    "signed": Row("Unterschriften", "Wer unterschrieben hat."),
}

PERIOD: Rows = {
    "from": Row(
        "von",
        "Von diesem Tag an wird gezählt.",
        question="Welches ist der erste Tag des Zeitraums?",
        example="1.1.2026",
    ),
    "until": Row(
        "bis",
        "Bis zu diesem Tag wird gezählt, er selbst zählt mit.",
        question="Welches ist der letzte Tag des Zeitraums?",
        example="31.12.2026",
    ),
}

REPORT: Rows = {
    "title": Row(
        "Titel",
        "Die Überschrift, mit dem Jahr.",
        question="Wie heißt der Bericht?",
        example="Jahresbericht 2026",
    ),
    "period": Row("Zeitraum", "Die Tage, über die berichtet wird."),
    **within("period", PERIOD),
    "networks": Row(
        "Netzwerke",
        "Netzwerke aus dem Verzeichnis.",
        question="Über welche Netzwerke wird berichtet?",
        file="Die Kennungen der Netzwerke.",
    ),
    "conclusion": Row(
        "Fazit",
        "Ein Absatz am Ende des Berichts.",
        question="Was ist das Fazit?",
    ),
    "paper": Row("Vorlage", "Angaben für die Vorlage im Ausschuss."),
    **within("paper", PAPER),
    "survey": Row("Umfrage", "Was die Vereine gefragt wurden und was sie geantwortet haben."),
    **within("survey", SURVEY),
    "consultations": Row("Beratungen", "Wie oft zu welchem Thema beraten wurde."),
    **within("consultations", CONSULTATIONS),
    "text": Row(
        "Text",
        "Der Text. Zahlen wie [[associations.active]] rechnet die Seite selbst aus "
        "(docs/figures.md nennt alle). Eine leere Zeile beginnt einen neuen Absatz.",
        question="Was steht im Bericht?",
        file="In einer .md-Datei steht der Text unter der zweiten Linie.",
    ),
}
