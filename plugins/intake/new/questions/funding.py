"""What is asked about a funding programme."""

from plugins.intake.new.question import Question, prose, without
from plugins.intake.new.words import Words, same

QUESTIONS = (
    Question(
        "title",
        Words("Wie heißt das Programm?", "What is the programme called?"),
        Words("Der Name, unter dem man es findet.", "The name by which one finds it."),
        Words("Kleinprojektefonds", "Small projects fund"),
    ),
    Question(
        "funder",
        Words("Wer gibt das Geld?", "Who gives the money?"),
        Words("Die Stelle, bei der man den Antrag stellt.", "Where one applies."),
        Words("Stadt Musterstadt, Kulturamt", "City of Musterstadt, arts office"),
    ),
    Question(
        "who",
        Words("Wer kann einen Antrag stellen?", "Who can apply?"),
        Words("In ein bis zwei Sätzen.", "In one or two sentences."),
        Words("Eingetragene Vereine mit Sitz in der Stadt", "Associations based in the city"),
    ),
    Question(
        "what",
        Words("Was wird gefördert?", "What is funded?"),
        Words("In ein bis zwei Sätzen.", "In one or two sentences."),
        Words("Honorare, Miete und Technik", "Fees, rent and equipment"),
    ),
    Question(
        "amount.from",
        Words("Ab welchem Betrag, in Euro?", "From which amount, in euros?"),
        Words("Nur die Zahl.", "The number only."),
        same("500"),
    ),
    Question(
        "amount.to",
        Words("Bis zu welchem Betrag, in Euro?", "Up to which amount, in euros?"),
        Words("Nur die Zahl.", "The number only."),
        same("2500"),
    ),
    Question(
        "deadlines",
        Words("Bis wann muss der Antrag da sein?", "By when must one apply?"),
        Words(
            "Ein Tag oder mehrere. Jederzeit möglich: weglassen.",
            "One day or several. At any time: leave it out.",
        ),
        same("15.5.2027, 15.11.2027"),
    ),
    Question(
        "rolling",
        Words("Kann man jederzeit einen Antrag stellen?", "Can one apply at any time?"),
        Words("Ja, wenn es keine Fristen gibt.", "Yes, when there are no deadlines."),
        when=without("deadlines"),
    ),
    Question(
        "website",
        Words("Wo steht mehr darüber?", "Where is more about it?"),
        Words("Die ganze Adresse, mit https:// am Anfang.", "The whole address with https://."),
        same("https://stiftung.example.org"),
    ),
    Question(
        "topics",
        Words("Welche Themen passen?", "Which topics fit?"),
        Words("Nach den Themen wird gesucht.", "Visitors search by topic."),
    ),
    Question(
        "checked",
        Words("Wann wurde das zuletzt nachgesehen?", "When was this last looked up?"),
        Words(
            "Der Tag steht auf der Seite, damit man weiß, wie frisch die Angaben sind.",
            "The day is shown, so that people know how recent all this is.",
        ),
        same("1.12.2026"),
        default=lambda answers, today: today.isoformat(),
    ),
    prose(
        Words("Was sollte man noch wissen?", "What else should one know?"),
        Words(
            "Der Text auf der Seite des Programms. Eine leere Zeile beginnt einen neuen Absatz.",
            "The text on the programme's page. An empty line begins a new paragraph.",
        ),
    ),
)
