"""What is asked about an event."""

from plugins.intake.new.question import Question, after, prose, without
from plugins.intake.new.words import Words, same

QUESTIONS = (
    Question(
        "title",
        Words("Wie heißt die Veranstaltung?", "What is the event called?"),
        Words(
            "Kurz und so, dass man ohne den Verein versteht, worum es geht.",
            "Short, and understandable without knowing the association.",
        ),
        Words("Adventskonzert im Kulturzentrum", "Advent concert at the arts centre"),
    ),
    Question(
        "start",
        Words("Wann beginnt sie?", "When does it begin?"),
        Words(
            "Tag und Uhrzeit. Dauert sie ganze Tage, genügt der Tag. Ohne Jahr ist das nächste "
            "Mal gemeint.",
            "Day and time. The day is enough when it lasts all day. Without a year the next one "
            "is meant.",
        ),
        same("1.12.2026 19:30"),
    ),
    Question(
        "organisers",
        Words("Wer veranstaltet sie?", "Who organises it?"),
        Words(
            "Ein Verein aus dem Verzeichnis, oder mehrere. Für die Stadt selbst: office.",
            "An association of the directory, or several. For the city itself: office.",
        ),
    ),
    Question(
        "end",
        Words("Wann endet sie?", "When does it end?"),
        Words(
            "Tag und Uhrzeit; am selben Tag genügt die Uhrzeit.",
            "Day and time; on the same day the time is enough.",
        ),
        same("21:30"),
    ),
    Question(
        "repeat.every",
        Words("Wiederholt sie sich regelmäßig?", "Does it repeat regularly?"),
        Words(
            "Wöchentlich heißt: jede Woche am selben Wochentag. Einmalig: weglassen.",
            "Weekly means: every week on the same day. Only once: leave it out.",
        ),
    ),
    Question(
        "repeat.until",
        Words("Bis wann wiederholt sie sich?", "Until when does it repeat?"),
        Words("Der letzte Tag. Ohne Ende: weglassen.", "The last day. No end: leave it out."),
        same("30.6.2027"),
        when=after("repeat.every"),
    ),
    Question(
        "format",
        Words("Was für eine Veranstaltung ist es?", "What kind of event is it?"),
        Words("Danach wird im Jahresbericht gezählt.", "The annual report counts by it."),
    ),
    Question(
        "venue",
        Words(
            "Findet sie bei einem Verein aus dem Verzeichnis statt?",
            "Does it take place at an association of the directory?",
        ),
        Words(
            "Dann steht dessen Anschrift dabei. Woanders oder online: weglassen.",
            "Then its address is shown. Elsewhere or online: leave it out.",
        ),
    ),
    Question(
        "venue.name",
        Words("Wie heißt der Ort?", "What is the place called?"),
        Words("Haus und Raum. Nur online: weglassen.", "House and room. Online: leave it out."),
        Words("Kulturzentrum, Saal 2", "Arts centre, hall 2"),
        when=without("venue"),
    ),
    Question(
        "venue.street",
        Words("Straße und Hausnummer?", "Street and number?"),
        Words("Damit man hinfindet.", "So that people find it."),
        same("Schlossstraße 12"),
        when=after("venue.name"),
    ),
    Question(
        "venue.postal_code",
        Words("Postleitzahl?", "Postcode?"),
        Words("Fünf Ziffern.", "The postcode of that street."),
        same("01067"),
        when=after("venue.street"),
    ),
    Question(
        "venue.city",
        Words("Ort?", "City?"),
        Words("Der Ort zu dieser Postleitzahl.", "The city of that postcode."),
        same("Musterstadt"),
        when=after("venue.street"),
    ),
    Question(
        "online",
        Words("Unter welcher Adresse nimmt man online teil?", "Where does one take part online?"),
        Words(
            "Die Adresse der Videokonferenz; sie steht für alle sichtbar da.",
            "The address of the video conference; everybody can see it.",
        ),
        same("https://video.example.org/konzert"),
    ),
    Question(
        "registration.email",
        Words("E-Mail-Adresse für die Anmeldung?", "E-mail address for registering?"),
        Words("Ohne Anmeldung: weglassen.", "No registration: leave it out."),
        same("anmeldung@chor.example.org"),
    ),
    Question(
        "registration.url",
        Words("Webadresse für die Anmeldung?", "Web address for registering?"),
        Words("Ein Anmeldeformular im Netz.", "A form on the web."),
        same("https://chor.example.org/anmeldung"),
    ),
    Question(
        "registration.until",
        Words("Bis wann kann man sich anmelden?", "Until when can one register?"),
        Words("Der letzte Tag, auf Wunsch mit Uhrzeit.", "The last day, with a time if you like."),
        same("24.11.2026"),
        when=after("registration"),
    ),
    Question(
        "registration.places",
        Words("Wie viele Plätze gibt es?", "How many places are there?"),
        Words("Nur die Zahl.", "The number only."),
        same("25"),
        when=after("registration"),
    ),
    Question(
        "price",
        Words("Was kostet es?", "What does it cost?"),
        Words("In Worten, so wie es auf dem Plakat steht.", "In words, as on the poster."),
        Words("Eintritt frei, Spenden erbeten", "Free, donations welcome"),
    ),
    Question(
        "languages",
        Words("In welchen Sprachen?", "In which languages?"),
        Words("Die Sprachen, die man versteht oder übersetzt.", "Spoken or interpreted there."),
        Words("Deutsch, Ukrainisch", "German, Ukrainian"),
    ),
    Question(
        "audiences",
        Words("Für wen ist sie?", "Whom is it for?"),
        Words("An wen sich die Veranstaltung wendet.", "Whom the event addresses."),
    ),
    Question(
        "topics",
        Words("Welche Themen passen?", "Which topics fit?"),
        Words("Nach den Themen wird gesucht.", "Visitors search by topic."),
    ),
    Question(
        "networks",
        Words("Ist es ein Treffen eines Netzwerks?", "Is it a meeting of a network?"),
        Words(
            "Dann zählt die Veranstaltung zu diesem Netzwerk.",
            "Then the event counts for that network.",
        ),
    ),
    prose(
        Words("Was geschieht dort?", "What happens there?"),
        Words(
            "Der Text auf ihrer Seite. Eine leere Zeile beginnt einen neuen Absatz.",
            "The text on the event's page. An empty line begins a new paragraph.",
        ),
    ),
)
