"""What is asked about an association."""

from plugins.intake.new.question import Question, after, prose
from plugins.intake.new.words import Words, same

QUESTIONS = (
    Question(
        "name",
        Words("Wie heißt der Verein?", "What is the association called?"),
        Words(
            "Der volle Name, so wie er auf der Seite stehen soll, ohne »e. V.«.",
            "The full name as it is to be shown, without the legal form.",
        ),
        same("Chor am Fluss"),
    ),
    Question(
        "topics",
        Words("Welche Themen passen? (eins bis drei)", "Which topics fit? (one to three)"),
        Words(
            "Nach den Themen wird auf der Seite gesucht und sortiert. Das wichtigste zuerst.",
            "Visitors search and sort by topic. The most important one first.",
        ),
    ),
    Question(
        "listed",
        Words("Seit wann steht der Verein im Verzeichnis?", "Since when is it listed?"),
        Words(
            "Der Tag, an dem der Eintrag gilt. Berichte zählen Vereine ab diesem Tag.",
            "The day from which the entry counts. Reports count associations from that day on.",
        ),
        same("1.12.2026"),
        default=lambda answers, today: today.isoformat(),
    ),
    Question(
        "summary",
        Words("Was macht der Verein, in einem Satz?", "What does it do, in one sentence?"),
        Words(
            "Höchstens 200 Zeichen. Der Satz steht in der Übersicht unter dem Namen.",
            "At most 200 characters. Shown below the name in the overview.",
        ),
        Words(
            "Wir singen Lieder aus zwanzig Ländern, ohne Vorsingen.",
            "We sing songs from twenty countries, no audition.",
        ),
    ),
    Question(
        "languages",
        Words("Welche Sprachen werden dort gesprochen?", "Which languages are spoken there?"),
        Words(
            "Die Sprachen, in denen man sich dort verständigen kann. Namen oder Kürzel.",
            "The languages in which one can talk to people there. Names or tags.",
        ),
        Words("Deutsch, Türkisch", "German, Turkish"),
    ),
    Question(
        "audiences",
        Words("Für wen ist das Angebot?", "Whom is it for?"),
        Words("An wen sich der Verein vor allem wendet.", "Whom the association mainly addresses."),
    ),
    Question(
        "district",
        Words("In welchem Stadtteil?", "In which district?"),
        Words("Wo der Verein sich meistens trifft.", "Where the association usually meets."),
    ),
    Question(
        "legal_form",
        Words("Welche Rechtsform hat er?", "What is its legal form?"),
        Words(
            "Zum Beispiel eingetragener Verein; eine lose Gruppe ist eine Initiative.",
            "For instance a registered association; a loose group is an initiative.",
        ),
    ),
    Question(
        "founded",
        Words("Wann wurde er gegründet?", "When was it founded?"),
        Words("Ein Jahr genügt.", "A year is enough."),
        same("1998"),
    ),
    Question(
        "email",
        Words("Welche E-Mail-Adresse soll öffentlich sein?", "Which e-mail address is public?"),
        Words(
            "Am besten eine Adresse des Vereins, keine private: Sie steht für alle sichtbar da.",
            "Preferably the association's own, not a private one: everybody can see it.",
        ),
        same("kontakt@chor.example.org"),
    ),
    Question(
        "phone",
        Words("Welche Telefonnummer soll öffentlich sein?", "Which phone number is public?"),
        Words(
            "Nur eine Nummer des Vereins, keine private ohne Einwilligung.",
            "A number of the association's own, no private one without consent.",
        ),
        same("030 23125 170"),
    ),
    Question(
        "website",
        Words("Welche Webseite hat er?", "What is its website?"),
        Words("Die ganze Adresse, mit https:// am Anfang.", "The whole address with https://."),
        same("https://chor.example.org"),
    ),
    Question(
        "address.street",
        Words("Straße und Hausnummer?", "Street and number?"),
        Words(
            "Wo man den Verein besuchen kann. Keine private Anschrift.",
            "Where one can visit the association. No private address.",
        ),
        same("Marktplatz 11"),
    ),
    Question(
        "address.postal_code",
        Words("Postleitzahl?", "Postcode?"),
        Words("Fünf Ziffern.", "The postcode of that street."),
        same("01067"),
        when=after("address.street"),
    ),
    Question(
        "address.city",
        Words("Ort?", "City?"),
        Words("Der Ort zu dieser Postleitzahl.", "The city of that postcode."),
        same("Musterstadt"),
        when=after("address.street"),
    ),
    Question(
        "accessibility.wheelchair",
        Words("Kommt man mit dem Rollstuhl hinein?", "Is it accessible by wheelchair?"),
        Words(
            "»Teilweise« heißt: mit Hilfe, oder nicht überall hin. Nicht bekannt: weglassen.",
            '"Partly" means: with help, or not everywhere. Not known: leave it out.',
        ),
    ),
    Question(
        "accessibility.toilet",
        Words("Gibt es ein barrierefreies WC?", "Is there an accessible toilet?"),
        Words(
            "Eine Toilette, die auch mit Rollstuhl benutzbar ist.",
            "A toilet that can be used with a wheelchair.",
        ),
    ),
    prose(
        Words("Was erzählt der Verein über sich?", "What does it say about itself?"),
        Words(
            "Der Text auf der Seite des Vereins: was er macht, wer willkommen ist, wann man sich "
            "trifft. Eine leere Zeile beginnt einen neuen Absatz.",
            "The text on its page: what it does, who is welcome, when people meet. An empty line "
            "begins a new paragraph.",
        ),
    ),
)
