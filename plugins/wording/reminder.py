"""What a reminder to an association says: German messages, translated like those of the pages."""

SUBJECT = "Stimmt Ihr Eintrag noch? %(name)s"
GREETING = "Guten Tag!"
LISTED = "Ihr Verein steht im Verzeichnis »%(site)s«: %(name)s"
CONFIRMED = "Zuletzt bestätigt am %(day)s"
NEVER = "Seit %(day)s im Verzeichnis, noch nie bestätigt"
CALENDAR = (
    "Ihren Kalender können wir seit Längerem nicht mehr abrufen (%(address)s). Ist die Adresse "
    "noch richtig, und ist der Kalender öffentlich?"
)
QUESTION = "Ist noch alles richtig? Bitte wählen Sie eine Antwort, das dauert eine Minute."
RIGHT = "Ja, alles stimmt noch"
CHANGE = "Etwas hat sich geändert"
LEAVE = "Bitte nehmen Sie uns aus dem Verzeichnis"
BY_FORM = "Auf der Website antworten"
BY_MAIL = "Per E-Mail antworten"
SHOWN = "Das steht zurzeit auf der Website"
CLOSING = "Freundliche Grüße"

MESSAGES = (
    SUBJECT,
    GREETING,
    LISTED,
    CONFIRMED,
    NEVER,
    CALENDAR,
    QUESTION,
    RIGHT,
    CHANGE,
    LEAVE,
    BY_FORM,
    BY_MAIL,
    SHOWN,
    CLOSING,
)
