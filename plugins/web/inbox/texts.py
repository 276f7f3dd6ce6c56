"""What `make inbox-web` says, in both languages, besides what `make inbox` says."""

from plugins.intake.new.texts import Bilingual

INBOX = Bilingual("Eingang", "Inbox")
SKIP = Bilingual("Zum Inhalt springen", "Skip to content")
HERE_ONLY = Bilingual("Nur auf diesem Rechner", "On this computer only")
YOU_ARE_HERE = Bilingual("Sie sind hier", "You are here")

WAITING_ONE = Bilingual("Eine Einsendung wartet", "One submission is waiting")
WAITING = Bilingual("{count} Einsendungen warten", "{count} submissions are waiting")
OLDEST_FIRST = Bilingual("Die älteste steht oben.", "The oldest comes first.")
ALL = Bilingual("Alle", "All")
BY_KIND = Bilingual("Nach Art", "By kind")
NOTHING_WAITS = Bilingual("Alles erledigt", "All done")
NOTHING_WAITS_LEAD = Bilingual(
    "Nichts wartet auf eine Entscheidung. Was Vereine einreichen, erscheint hier von selbst; "
    "Mails holt »make inbox-mail«.",
    "Nothing waits for a decision. What associations hand in appears here by itself; mails are "
    'fetched by "make inbox-mail".',
)
NONE_OF_KIND = Bilingual("Von dieser Art wartet nichts.", "Nothing of this kind is waiting.")
NOT_READ = Bilingual("Nicht lesbar", "Cannot be read")
WHO = Bilingual("Von", "From")
ERRORS_ONE = Bilingual("1 Fehler", "1 error")
ERRORS = Bilingual("{count} Fehler", "{count} errors")
MAYBE_TWICE = Bilingual("vielleicht schon da", "perhaps there already")
EDITED = Bilingual("bearbeitet", "edited")
HAS_PICTURES = Bilingual("mit Bild", "with picture")

CALENDARS = Bilingual("Kalender der Vereine", "Calendars of the associations")
FETCHED_ON = Bilingual("zuletzt geholt: {day}", "last fetched: {day}")
CHANGED_ON = Bilingual("zuletzt geändert: {day}", "last changed: {day}")
SO_MANY = Bilingual(
    "Termine: {events}, ausgelassen: {skipped}", "events: {events}, left out: {skipped}"
)

FACTS = Bilingual("Wer und wann", "Who and when")
EMAIL = Bilingual("E-Mail", "E-mail")
LANGUAGE = Bilingual("Sprache", "Language")
CAME = Bilingual("Eingegangen", "Received")
WHICH_ENTRY = Bilingual("Eintrag", "Entry")
ENCLOSED = Bilingual("Dateien", "Files")
CONSENT = Bilingual("Einwilligung", "Consent")
CONSENT_YES = Bilingual("ja, Menschen dürfen genannt werden", "yes, people may be named")
CONSENT_NO = Bilingual("nicht gegeben", "not given")
THEY_AGREE = Bilingual(
    "Die genannten Personen sind einverstanden, dass ihr Name, ihre Telefonnummer und ihre "
    "E-Mail-Adresse auf der Website stehen.",
    "The people named agree that their name, their phone number and their e-mail address stand on "
    "the website.",
)
NOTE_CONSENT = Bilingual("Einwilligung festhalten", "Record the consent")
THEY_AGREE_HELP = Bilingual(
    "Festgehalten wird der heutige Tag, von wem das kam und was davon im Eintrag steht.",
    "What is recorded is today, from whom this came and what of it stands in the entry.",
)
KEEP_WORDS = Bilingual("Doch als Übersetzung behalten", "Keep it as a translation after all")
DROP_WORDS = Bilingual("Nicht als Übersetzung behalten", "Do not keep it as a translation")
WORDS_OF_SENDER = Bilingual("Nachricht", "Message")
ORIGINAL = Bilingual("Mail, wie sie kam", "The mail as it came")

BECOMES = Bilingual("Das wird neu", "This is new")
DIFFERS = Bilingual("Das ändert sich", "This changes")
FILE = Bilingual("Datei", "File")
TODAY_SAYS = Bilingual("Heute", "Today")
THEN_SAYS = Bilingual("Danach", "Then")
NOTHING_THERE = Bilingual("(leer)", "(empty)")
PICTURES = Bilingual("Bilder", "Pictures")
ALT = Bilingual("Was ist zu sehen?", "What does it show?")
ALT_HELP = Bilingual(
    "Ein Satz für Menschen, die das Bild nicht sehen. Ohne ihn bleibt es draußen.",
    "A sentence for people who do not see the picture. Without it the picture stays outside.",
)
SAVE_ALT = Bilingual("Bild aufnehmen", "Put the picture in")
PUT_IN = Bilingual("kommt mit hinein", "is put in")
STAYS_OUT = Bilingual("bleibt noch draußen", "stays outside for now")

LOOK_AT = Bilingual("Das fällt auf", "What is found")
ERROR = Bilingual("Fehler", "Error")
WARNING = Bilingual("Warnung", "Warning")
NOTICE = Bilingual("Hinweis", "Notice")
HELP = Bilingual("Was hilft:", "What helps:")
ALL_RIGHT = Bilingual("Nichts zu beanstanden.", "Nothing to object to.")
TWICE = Bilingual("Vielleicht schon da", "Perhaps there already")
SEE_ENTRY = Bilingual("Seite ansehen", "See its page")
LINE = Bilingual("Zeile {line}", "Line {line}")

PREVIEW = Bilingual("So sieht es aus", "How it will look")
PREVIEW_NOW = Bilingual("So sieht es heute aus", "How it looks today")
PREVIEW_ALONE = Bilingual("Vorschau allein öffnen", "Open the preview by itself")
NO_PREVIEW_ERRORS = Bilingual(
    "Die Vorschau erscheint, sobald keine Fehler mehr darin sind.",
    "The preview appears once there are no errors left.",
)
NO_PREVIEW = Bilingual("Dazu gibt es keine eigene Seite.", "There is no page of its own for this.")
ONLY_PREVIEW = Bilingual(
    "Hier endet die Vorschau: Andere Seiten zeigt »make serve«.",
    'The preview ends here: "make serve" shows other pages.',
)

DECIDE = Bilingual("Entscheiden", "Decide")
DO_ACCEPT = Bilingual("Annehmen", "Accept")
DO_CONFIRM = Bilingual("Stimmt noch", "Still right")
DO_END = Bilingual("Beenden", "End it")
DO_REMOVE = Bilingual("Entfernen …", "Remove …")
DO_EDIT = Bilingual("Bearbeiten", "Edit")
DO_RENAME = Bilingual("Kennung ändern", "Change the id")
DO_ASK = Bilingual("Nachfragen", "Ask back")
DO_REFUSE = Bilingual("Ablehnen", "Refuse")
DO_CLOSE = Bilingual("Erledigt", "Done")
DO_LATER = Bilingual("Später", "Later")
FIRST_MEND = Bilingual(
    "Mit Fehlern lässt es sich nicht annehmen: erst bearbeiten oder nachfragen.",
    "With errors it cannot be accepted: edit it or ask back first.",
)
FORGET_EDIT = Bilingual("Bearbeitung verwerfen", "Discard the edit")
IS_EDITED = Bilingual(
    "Sie haben diese Einsendung bearbeitet. Angenommen ist sie noch nicht.",
    "You have edited this submission. It has not been accepted yet.",
)
SAVED = Bilingual("Gemerkt. Angenommen ist es noch nicht.", "Kept. It has not been accepted yet.")

EDIT_FILE = Bilingual("Ganze Datei", "The whole file")
EDIT_FILE_LEAD = Bilingual(
    "So stünde es in der Datei. Beim Speichern wird geprüft; angenommen wird erst danach.",
    "This is what the file would say. Saving checks it; accepting comes after that.",
)
EDIT_FIELDS = Bilingual("Bearbeiten", "Edit")
EDIT_FIELDS_LEAD = Bilingual(
    "Was hier steht, wird beim Speichern geprüft; angenommen wird erst danach.",
    "What is written here is checked when you save it; accepting comes after that.",
)
MISSING = Bilingual("Diese Angabe fehlt.", "This is missing.")
MEND_THESE = Bilingual("Bitte noch verbessern", "Please mend these")
AS_FILE = Bilingual("Lieber die ganze Datei bearbeiten", "Rather edit the whole file")
STEP_MAIN = Bilingual("Das Wichtigste", "What matters most")
STEP_WHEN = Bilingual("Wann", "When")
STEP_WHERE = Bilingual("Wo", "Where")
STEP_CONTACT = Bilingual("Kontakt", "Contact")
STEP_MORE = Bilingual("Mehr", "More")
NOT_SAFELY = Bilingual(
    "Das lässt sich so nicht in die Datei schreiben. Bitte die ganze Datei bearbeiten.",
    "This cannot be put into the file like that. Please edit the whole file.",
)
ASSIGN = Bilingual("Was wird daraus?", "What does it become?")
ASSIGN_LEAD = Bilingual(
    "Danach öffnet sich das Formular, und Sie tragen ein, was in der Nachricht steht.",
    "After that the form opens, and you enter what the message says.",
)
WHICH_KIND = Bilingual("Art", "Kind")
WHICH_ONE = Bilingual("Um welchen Eintrag geht es?", "Which entry is it about?")
WHICH_ONE_HELP = Bilingual(
    "Sein Name. Bei einem neuen Verein, Termin oder Aushang bleibt das Feld leer.",
    "Its name. For a new association, event or posting leave this empty.",
)
NO_SUCH_ENTRY = Bilingual(
    "So heißt kein Eintrag, oder mehr als einer. Bitte aus den Vorschlägen einen wählen.",
    "No entry is called so, or more than one. Please choose one of those proposed.",
)
NEEDS_ENTRY = Bilingual(
    "Bitte den Eintrag nennen, um den es geht.", "Please name the entry that it is about."
)
GO_ON = Bilingual("Weiter", "Go on")
AS_TEXT = Bilingual("Lieber als Text ausfüllen", "Rather fill it in as text")
EDIT_FORM = Bilingual("Formular", "Form")
EDIT_FORM_LEAD = Bilingual(
    "Aus der Nachricht wird ein Eintrag, wenn hier ein Formular steht: in der ersten Zeile "
    "welches, darunter je Zeile ein Feld, etwa »Telefon: 030 23125 200«.",
    "The message becomes an entry once there is a form here: in the first line which one, below it "
    'a field in each line, such as "Telefon: 030 23125 200".',
)
SAVE = Bilingual("Speichern und prüfen", "Save and check")
BACK = Bilingual("Zurück, ohne zu speichern", "Back without saving")
BACK_TO_DRAFT = Bilingual("Zurück", "Back")
WHICH_FORMS = Bilingual("Formulare", "Forms")
ABOUT_ENTRY = Bilingual("Die letzten vier nennen den Eintrag:", "The last four name the entry:")

NEW_ID = Bilingual("Kennung", "Id")
NEW_ID_HELP = Bilingual(
    "Sie steht in der Adresse der Seite: kleine Buchstaben, Ziffern, Bindestriche.",
    "It is part of the page's address: small letters, digits, hyphens.",
)
SAVE_ID = Bilingual("Kennung übernehmen", "Take this id")

ASK_TITLE = Bilingual("Nachfragen", "Ask back")
ASK_LEAD = Bilingual(
    "Die Einsendung bleibt im Eingang. Die Mail schicken Sie selbst ab.",
    "The submission stays in the inbox. You send the mail yourself.",
)
ASK_LABEL = Bilingual("Ihre Frage", "Your question")
REFUSE_TITLE = Bilingual("Ablehnen", "Refuse")
REFUSE_LEAD = Bilingual(
    "Die Einsendung kommt zu den erledigten. Die Mail schicken Sie selbst ab.",
    "The submission is put with those that are done. You send the mail yourself.",
)
REFUSE_LABEL = Bilingual("Ihr Grund (freiwillig)", "Your reason (optional)")
IN_THEIR_LANGUAGE = Bilingual(
    "Anrede und Gruß stehen auf {language} schon da. Schreiben Sie Ihren Satz am besten ebenso.",
    "Greeting and closing are there in {language}. Best write your sentence likewise.",
)
WRITE_MAIL = Bilingual("Mail schreiben", "Write the mail")
WRITE_REFUSAL = Bilingual("Ablehnen und Mail schreiben", "Refuse and write the mail")
NO_MAIL = Bilingual(
    "Eine Adresse für die Antwort ist nicht angegeben.",
    "There is no address for an answer.",
)
OPEN_MAIL = Bilingual("Im Mailprogramm öffnen", "Open in the mail program")
DOWNLOAD_MAIL = Bilingual("Als .eml herunterladen", "Download as .eml")
KEPT_AT = Bilingual("Liegt auch hier: {path}", "Also kept here: {path}")

REMOVE_TITLE = Bilingual("Wirklich entfernen?", "Really remove it?")
REMOVE_LEAD = Bilingual(
    "{path} wird gelöscht, und mit ihm die Seite und ihre Übersetzungen. Lieber »Beenden«, wenn es "
    "den Verein nur nicht mehr gibt: Dann bleibt die Seite mit einem Hinweis.",
    "{path} will be deleted, and with it the page and its translations. Rather end it if it has "
    "only ceased to exist: then the page stays with a note.",
)
REMOVE_NOW = Bilingual("Ja, entfernen", "Yes, remove it")
NOT_REMOVED = Bilingual(
    "Andere Einträge nennen ihn: {paths}. Lieber »Beenden«.",
    "Other entries name it: {paths}. Rather end it.",
)

DONE_ACCEPTED = Bilingual("Angenommen", "Accepted")
DONE_REMOVED = Bilingual("Entfernt", "Removed")
DONE_ASKED = Bilingual("Rückfrage ist geschrieben", "The question is written")
DONE_REFUSED = Bilingual("Abgelehnt", "Refused")
DONE_NOT_YET = Bilingual("Noch nicht fertig", "Not finished yet")
DONE_CLOSED = Bilingual("Abgelegt", "Put aside")
NO_COMMIT = Bilingual(
    "Hier wird nicht mit git gearbeitet: Es gibt keinen Commit.",
    "There is no git here: there is no commit.",
)
SEE_REQUEST = Bilingual("Vorschlag ansehen", "See the request")
NEXT = Bilingual("Zur nächsten", "To the next one")
TO_LIST = Bilingual("Zum Eingang", "To the inbox")
ALL_DONE = Bilingual("Damit ist der Eingang leer.", "With that the inbox is empty.")

STALE_LEAD = Bilingual(
    "Seit Sie diese Seite geöffnet haben, hat sich die Einsendung oder der Eintrag geändert. Es "
    "ist nichts geschehen. Bitte noch einmal ansehen.",
    "Since you opened this page the submission or the entry has changed. Nothing was done. Please "
    "look at it again.",
)
GONE_TITLE = Bilingual("Darüber ist schon entschieden", "This has been decided already")
GONE_LEAD = Bilingual(
    "Diese Einsendung wartet nicht mehr. Es ist nichts geschehen.",
    "This submission is not waiting any more. Nothing was done.",
)
CLOSED_TITLE = Bilingual(
    "Bitte die Adresse aus dem Terminal öffnen", "Open the address in the terminal"
)
CLOSED_LEAD = Bilingual(
    "Sie gilt einmal, für einen Browser. Ist sie verbraucht, beenden Sie »make inbox-web« mit "
    "Strg-C und starten es neu.",
    'It is good once, for one browser. If it has been used, end "make inbox-web" with Ctrl-C and '
    "start it again.",
)
NOT_FROM_HERE = Bilingual(
    "Das kam nicht von einer Seite dieses Eingangs. Es ist nichts geschehen.",
    "This did not come from a page of this inbox. Nothing was done.",
)
FAILED_TITLE = Bilingual("Das hat nicht geklappt", "That did not work")

OPEN = Bilingual(
    "Eingang: {address}\nDie Adresse gilt einmal, für einen Browser auf diesem Rechner. "
    "(beenden: Strg+C)",
    "Inbox: {address}\nThe address is good once, for one browser on this computer. (end: Ctrl+C)",
)
TAKEN = Bilingual(
    "Der Port {port} ist vergeben. Ohne PORT= wird ein freier genommen.",
    "Port {port} is taken. Without PORT= a free one is chosen.",
)
NO_PORT = Bilingual(
    "PORT={port}: Das ist keine Zahl von 1 bis 65535.",
    "PORT={port}: This is no number from 1 to 65535.",
)
