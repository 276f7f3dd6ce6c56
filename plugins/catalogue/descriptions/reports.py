"""Descriptions of the fields of reports and pages."""

from plugins.catalogue import model
from plugins.catalogue.descriptions._described import described

DESCRIPTIONS = {
    model.Report: {
        "title": described(
            "Titel",
            "Title",
            "Wie der Bericht heißt.",
            "What the report is called.",
        ),
        "period": described(
            "Zeitraum",
            "Period",
            "Die Tage, über die berichtet wird.",
            "The days that the report covers.",
        ),
        "paper": described(
            "Vorlage",
            "Council paper",
            "Angaben für die Vorlage im Ausschuss.",
            "What the paper for the committee says about itself.",
        ),
        "survey": described(
            "Umfrage",
            "Survey",
            "Was die Vereine gefragt wurden und was sie geantwortet haben.",
            "What the associations were asked and what they answered.",
        ),
        "consultations": described(
            "Beratungen",
            "Consultations",
            "Wie oft zu welchem Thema beraten wurde.",
            "How often advice was given on which subject.",
        ),
        "networks": described(
            "Netzwerke",
            "Networks",
            "Über welche Netzwerke berichtet wird: die Kennungen.",
            "Which networks the report is about: their ids.",
        ),
        "text": described(
            "Text",
            "Text",
            "Der Bericht. [[associations.active]] wird durch die gezählte Zahl ersetzt, "
            "docs/figures.md nennt alle.",
            "The report. [[associations.active]] is replaced by the figure, docs/figures.md has "
            "them all.",
        ),
        "conclusion": described(
            "Fazit",
            "Conclusion",
            "Was daraus folgt, in einigen Sätzen.",
            "What follows from it, in a few sentences.",
        ),
    },
    model.Period: {
        "from": described(
            "Von",
            "From",
            "Der erste Tag des Zeitraums.",
            "The first day of the period.",
        ),
        "until": described(
            "Bis",
            "Until",
            "Der letzte Tag des Zeitraums.",
            "The last day of the period.",
        ),
    },
    model.Paper: {
        "number": described(
            "Nummer",
            "Number",
            "Die Nummer der Vorlage: 031/26.",
            "The number of the paper: 031/26.",
        ),
        "lead": described(
            "Federführung",
            "Lead",
            "Welches Amt zuständig ist.",
            "Which office is in charge.",
        ),
        "clerk": described(
            "Sachbearbeitung",
            "Clerk",
            "Wer sie geschrieben hat.",
            "Who wrote it.",
        ),
        "date": described(
            "Datum",
            "Date",
            "Der Tag, an dem sie fertig wurde.",
            "The day on which it was finished.",
        ),
        "committee": described(
            "Gremium",
            "Committee",
            "Welcher Ausschuss sie bekommt.",
            "Which committee gets it.",
        ),
        "session": described(
            "Sitzung",
            "Session",
            "Der Tag der Sitzung, oder wie sie heißt.",
            "The day of the session, or what it is called.",
        ),
        "kind": described(
            "Art",
            "Kind",
            "Was für eine Vorlage es ist: Mitteilungsvorlage, öffentlich.",
            "What sort of paper it is: for information, public.",
        ),
        "subject": described(
            "Betreff",
            "Subject",
            "Worum es geht, in einer Zeile.",
            "What it is about, in one line.",
        ),
        "plan_reference": described(
            "Bezug zum Stadtkonzept",
            "Reference to the city's plan",
            "Zu welchem Ziel der Stadt der Bericht gehört.",
            "To which aim of the city the report belongs.",
        ),
        "reference": described(
            "Bezug",
            "Reference",
            "Auf welche frühere Vorlage er sich bezieht.",
            "To which earlier paper it refers.",
        ),
        "costs": described(
            "Kosten",
            "Costs",
            "Was es kostet: ein Satz, oder Zeilen der Form »Bezeichnung: Angabe«.",
            'What it costs: a sentence, or lines of the form "name: value".',
        ),
        "distribution": described(
            "Verteiler",
            "Distribution",
            "Wer die Vorlage bekommt.",
            "Who gets the paper.",
        ),
        "signed": described(
            "Unterzeichnet",
            "Signed",
            "Wer unterschrieben hat.",
            "Who signed it.",
        ),
    },
    model.Survey: {
        "asked": described(
            "Gefragt",
            "Asked",
            "Wie viele Vereine gefragt wurden.",
            "How many associations were asked.",
        ),
        "answered": described(
            "Geantwortet",
            "Answered",
            "Wie viele geantwortet haben.",
            "How many answered.",
        ),
        "from": described(
            "Von",
            "From",
            "Der erste Tag der Umfrage.",
            "The first day of the survey.",
        ),
        "until": described(
            "Bis",
            "Until",
            "Der letzte Tag der Umfrage.",
            "The last day of the survey.",
        ),
        "questions": described(
            "Fragen",
            "Questions",
            "Die Fragen, jede mit ihren Antworten.",
            "The questions, each with its answers.",
        ),
    },
    model.Question: {
        "question": described(
            "Frage",
            "Question",
            "Die Frage im Wortlaut.",
            "The question in its own words.",
        ),
        "kind": described(
            "Art",
            "Kind",
            "single: Nur eine Antwort war möglich. multiple: mehrere.",
            "single: only one answer was possible. multiple: several.",
        ),
        "answers": described(
            "Antworten",
            "Answers",
            "Je Antwort eine Zeile: der Wortlaut, ein Doppelpunkt, wie oft sie gegeben wurde.",
            "One line for each answer: its words, a colon, how often it was given.",
        ),
    },
    model.Consultations: {
        "topic": described(
            "Thema",
            "Subject",
            "Wozu beraten wurde: ein Begriff aus der Liste.",
            "What advice was given on: a term from the list.",
        ),
        "count": described(
            "Anzahl",
            "Count",
            "Wie oft.",
            "How often.",
        ),
    },
    model.Article: {
        "title": described(
            "Titel",
            "Title",
            "Die Überschrift der Seite.",
            "The heading of the page.",
        ),
        "text": described(
            "Text",
            "Text",
            "Der Text der Seite. In einer .md-Datei steht er unter der zweiten Linie.",
            "The text of the page. In a .md file it stands below the second line.",
        ),
        "menu": described(
            "Im Menü",
            "In the menu",
            "main: oben im Hauptmenü. footer: unten auf jeder Seite. no: nirgends. Andere Wörter "
            "stehen so unten als Link.",
            "main: in the main menu. footer: at the foot of every page. no: nowhere. Other words "
            "become a link at the foot.",
        ),
        "order": described(
            "Reihenfolge",
            "Order",
            "Eine Zahl. Kleine Zahlen stehen im Menü vorn.",
            "A number. Small numbers come first in the menu.",
        ),
    },
}
