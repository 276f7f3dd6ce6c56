"""What `make inbox-web` says, in both languages, besides what `make inbox` says."""

from plugins.intake.new.words import Words

INBOX = Words("Eingang", "Inbox")
SKIP = Words("Zum Inhalt springen", "Skip to content")
HERE_ONLY = Words("Nur auf diesem Rechner", "On this computer only")
YOU_ARE_HERE = Words("Sie sind hier", "You are here")

WAITING_ONE = Words("Eine Einsendung wartet", "One submission is waiting")
WAITING = Words("{count} Einsendungen warten", "{count} submissions are waiting")
OLDEST_FIRST = Words("Die älteste steht oben.", "The oldest comes first.")
ALL = Words("Alle", "All")
BY_KIND = Words("Nach Art", "By kind")
NOTHING_WAITS = Words("Alles erledigt", "All done")
NOTHING_WAITS_LEAD = Words(
    "Nichts wartet auf eine Entscheidung. Was Vereine einreichen, erscheint hier von selbst; "
    "Mails holt »make inbox-mail«.",
    "Nothing waits for a decision. What associations hand in appears here by itself; mails are "
    'fetched by "make inbox-mail".',
)
NONE_OF_KIND = Words("Von dieser Art wartet nichts.", "Nothing of this kind is waiting.")
NOT_READ = Words("Nicht lesbar", "Cannot be read")
WHO = Words("Von", "From")
ERRORS_ONE = Words("1 Fehler", "1 error")
ERRORS = Words("{count} Fehler", "{count} errors")
MAYBE_TWICE = Words("vielleicht schon da", "perhaps there already")
EDITED = Words("bearbeitet", "edited")
HAS_PICTURES = Words("mit Bild", "with picture")

FACTS = Words("Wer und wann", "Who and when")
EMAIL = Words("E-Mail", "E-mail")
LANGUAGE = Words("Sprache", "Language")
CAME = Words("Eingegangen", "Received")
WHICH_ENTRY = Words("Eintrag", "Entry")
ENCLOSED = Words("Dateien", "Files")
CONSENT = Words("Einwilligung", "Consent")
CONSENT_YES = Words("ja, Menschen dürfen genannt werden", "yes, people may be named")
CONSENT_NO = Words("nicht gegeben", "not given")
THEY_AGREE = Words(
    "Die genannten Personen sind einverstanden, dass ihr Name, ihre Telefonnummer und ihre "
    "E-Mail-Adresse auf der Website stehen.",
    "The people named agree that their name, their phone number and their e-mail address stand on "
    "the website.",
)
NOTE_CONSENT = Words("Einwilligung festhalten", "Record the consent")
THEY_AGREE_HELP = Words(
    "Festgehalten wird der heutige Tag, von wem das kam und was davon im Eintrag steht.",
    "What is recorded is today, from whom this came and what of it stands in the entry.",
)
KEEP_WORDS = Words("Doch als Übersetzung behalten", "Keep it as a translation after all")
DROP_WORDS = Words("Nicht als Übersetzung behalten", "Do not keep it as a translation")
WORDS_OF_SENDER = Words("Nachricht", "Message")
ORIGINAL = Words("Mail, wie sie kam", "The mail as it came")

BECOMES = Words("Das wird neu", "This is new")
DIFFERS = Words("Das ändert sich", "This changes")
FILE = Words("Datei", "File")
TODAY_SAYS = Words("Heute", "Today")
THEN_SAYS = Words("Danach", "Then")
NOTHING_THERE = Words("(leer)", "(empty)")
PICTURES = Words("Bilder", "Pictures")
ALT = Words("Was ist zu sehen?", "What does it show?")
ALT_HELP = Words(
    "Ein Satz für Menschen, die das Bild nicht sehen. Ohne ihn bleibt es draußen.",
    "A sentence for people who do not see the picture. Without it the picture stays outside.",
)
SAVE_ALT = Words("Bild aufnehmen", "Put the picture in")
PUT_IN = Words("kommt mit hinein", "is put in")
STAYS_OUT = Words("bleibt noch draußen", "stays outside for now")

LOOK_AT = Words("Das fällt auf", "What is found")
ERROR = Words("Fehler", "Error")
WARNING = Words("Warnung", "Warning")
NOTICE = Words("Hinweis", "Notice")
HELP = Words("Was hilft:", "What helps:")
ALL_RIGHT = Words("Nichts zu beanstanden.", "Nothing to object to.")
TWICE = Words("Vielleicht schon da", "Perhaps there already")
SEE_ENTRY = Words("Seite ansehen", "See its page")
LINE = Words("Zeile {line}", "Line {line}")

PREVIEW = Words("So sieht es aus", "How it will look")
PREVIEW_NOW = Words("So sieht es heute aus", "How it looks today")
PREVIEW_ALONE = Words("Vorschau allein öffnen", "Open the preview by itself")
NO_PREVIEW_ERRORS = Words(
    "Die Vorschau erscheint, sobald keine Fehler mehr darin sind.",
    "The preview appears once there are no errors left.",
)
NO_PREVIEW = Words("Dazu gibt es keine eigene Seite.", "There is no page of its own for this.")
ONLY_PREVIEW = Words(
    "Hier endet die Vorschau: Andere Seiten zeigt »make serve«.",
    'The preview ends here: "make serve" shows other pages.',
)

DECIDE = Words("Entscheiden", "Decide")
DO_ACCEPT = Words("Annehmen", "Accept")
DO_CONFIRM = Words("Stimmt noch", "Still right")
DO_END = Words("Beenden", "End it")
DO_REMOVE = Words("Entfernen …", "Remove …")
DO_EDIT = Words("Bearbeiten", "Edit")
DO_RENAME = Words("Kennung ändern", "Change the id")
DO_ASK = Words("Nachfragen", "Ask back")
DO_REFUSE = Words("Ablehnen", "Refuse")
DO_CLOSE = Words("Erledigt", "Done")
DO_LATER = Words("Später", "Later")
FIRST_MEND = Words(
    "Mit Fehlern lässt es sich nicht annehmen: erst bearbeiten oder nachfragen.",
    "With errors it cannot be accepted: edit it or ask back first.",
)
FORGET_EDIT = Words("Bearbeitung verwerfen", "Discard the edit")
IS_EDITED = Words(
    "Sie haben diese Einsendung bearbeitet. Angenommen ist sie noch nicht.",
    "You have edited this submission. It has not been accepted yet.",
)
SAVED = Words("Gemerkt. Angenommen ist es noch nicht.", "Kept. It has not been accepted yet.")

EDIT_FILE = Words("Ganze Datei", "The whole file")
EDIT_FILE_LEAD = Words(
    "So stünde es in der Datei. Beim Speichern wird geprüft; angenommen wird erst danach.",
    "This is what the file would say. Saving checks it; accepting comes after that.",
)
EDIT_FIELDS = Words("Bearbeiten", "Edit")
EDIT_FIELDS_LEAD = Words(
    "Was hier steht, wird beim Speichern geprüft; angenommen wird erst danach.",
    "What is written here is checked when you save it; accepting comes after that.",
)
MISSING = Words("Diese Angabe fehlt.", "This is missing.")
MEND_THESE = Words("Bitte noch verbessern", "Please mend these")
AS_FILE = Words("Lieber die ganze Datei bearbeiten", "Rather edit the whole file")
STEP_MAIN = Words("Das Wichtigste", "What matters most")
STEP_WHEN = Words("Wann", "When")
STEP_WHERE = Words("Wo", "Where")
STEP_CONTACT = Words("Kontakt", "Contact")
STEP_MORE = Words("Mehr", "More")
NOT_SAFELY = Words(
    "Das lässt sich so nicht in die Datei schreiben. Bitte die ganze Datei bearbeiten.",
    "This cannot be put into the file like that. Please edit the whole file.",
)
ASSIGN = Words("Was wird daraus?", "What does it become?")
ASSIGN_LEAD = Words(
    "Danach öffnet sich das Formular, und Sie tragen ein, was in der Nachricht steht.",
    "After that the form opens, and you enter what the message says.",
)
WHICH_KIND = Words("Art", "Kind")
WHICH_ONE = Words("Um welchen Eintrag geht es?", "Which entry is it about?")
WHICH_ONE_HELP = Words(
    "Sein Name. Bei einem neuen Verein, Termin oder Aushang bleibt das Feld leer.",
    "Its name. For a new association, event or posting leave this empty.",
)
NO_SUCH_ENTRY = Words(
    "So heißt kein Eintrag, oder mehr als einer. Bitte aus den Vorschlägen einen wählen.",
    "No entry is called so, or more than one. Please choose one of those proposed.",
)
NEEDS_ENTRY = Words(
    "Bitte den Eintrag nennen, um den es geht.", "Please name the entry that it is about."
)
GO_ON = Words("Weiter", "Go on")
AS_TEXT = Words("Lieber als Text ausfüllen", "Rather fill it in as text")
EDIT_FORM = Words("Formular", "Form")
EDIT_FORM_LEAD = Words(
    "Aus der Nachricht wird ein Eintrag, wenn hier ein Formular steht: in der ersten Zeile "
    "welches, darunter je Zeile ein Feld, etwa »Telefon: 030 23125 200«.",
    "The message becomes an entry once there is a form here: in the first line which one, below it "
    'a field in each line, such as "Telefon: 030 23125 200".',
)
SAVE = Words("Speichern und prüfen", "Save and check")
BACK = Words("Zurück, ohne zu speichern", "Back without saving")
BACK_TO_DRAFT = Words("Zurück", "Back")
WHICH_FORMS = Words("Formulare", "Forms")
ABOUT_ENTRY = Words("Die letzten vier nennen den Eintrag:", "The last four name the entry:")

NEW_ID = Words("Kennung", "Id")
NEW_ID_HELP = Words(
    "Sie steht in der Adresse der Seite: kleine Buchstaben, Ziffern, Bindestriche.",
    "It is part of the page's address: small letters, digits, hyphens.",
)
SAVE_ID = Words("Kennung übernehmen", "Take this id")

ASK_TITLE = Words("Nachfragen", "Ask back")
ASK_LEAD = Words(
    "Die Einsendung bleibt im Eingang. Die Mail schicken Sie selbst ab.",
    "The submission stays in the inbox. You send the mail yourself.",
)
ASK_LABEL = Words("Ihre Frage", "Your question")
REFUSE_TITLE = Words("Ablehnen", "Refuse")
REFUSE_LEAD = Words(
    "Die Einsendung kommt zu den erledigten. Die Mail schicken Sie selbst ab.",
    "The submission is put with those that are done. You send the mail yourself.",
)
REFUSE_LABEL = Words("Ihr Grund (freiwillig)", "Your reason (optional)")
IN_THEIR_LANGUAGE = Words(
    "Anrede und Gruß stehen auf {language} schon da. Schreiben Sie Ihren Satz am besten ebenso.",
    "Greeting and closing are there in {language}. Best write your sentence likewise.",
)
WRITE_MAIL = Words("Mail schreiben", "Write the mail")
WRITE_REFUSAL = Words("Ablehnen und Mail schreiben", "Refuse and write the mail")
NO_MAIL = Words(
    "Eine Adresse für die Antwort ist nicht angegeben.",
    "There is no address for an answer.",
)
OPEN_MAIL = Words("Im Mailprogramm öffnen", "Open in the mail program")
DOWNLOAD_MAIL = Words("Als .eml herunterladen", "Download as .eml")
KEPT_AT = Words("Liegt auch hier: {path}", "Also kept here: {path}")

REMOVE_TITLE = Words("Wirklich entfernen?", "Really remove it?")
REMOVE_LEAD = Words(
    "{path} wird gelöscht, und mit ihm die Seite und ihre Übersetzungen. Lieber »Beenden«, wenn es "
    "den Verein nur nicht mehr gibt: Dann bleibt die Seite mit einem Hinweis.",
    "{path} will be deleted, and with it the page and its translations. Rather end it if it has "
    "only ceased to exist: then the page stays with a note.",
)
REMOVE_NOW = Words("Ja, entfernen", "Yes, remove it")
NOT_REMOVED = Words(
    "Andere Einträge nennen ihn: {paths}. Lieber »Beenden«.",
    "Other entries name it: {paths}. Rather end it.",
)

DONE_ACCEPTED = Words("Angenommen", "Accepted")
DONE_REMOVED = Words("Entfernt", "Removed")
DONE_ASKED = Words("Rückfrage ist geschrieben", "The question is written")
DONE_REFUSED = Words("Abgelehnt", "Refused")
DONE_NOT_YET = Words("Noch nicht fertig", "Not finished yet")
DONE_CLOSED = Words("Abgelegt", "Put aside")
NO_COMMIT = Words(
    "Hier wird nicht mit git gearbeitet: Es gibt keinen Commit.",
    "There is no git here: there is no commit.",
)
SEE_REQUEST = Words("Vorschlag ansehen", "See the request")
NEXT = Words("Zur nächsten", "To the next one")
TO_LIST = Words("Zum Eingang", "To the inbox")
ALL_DONE = Words("Damit ist der Eingang leer.", "With that the inbox is empty.")

STALE_LEAD = Words(
    "Seit Sie diese Seite geöffnet haben, hat sich die Einsendung oder der Eintrag geändert. Es "
    "ist nichts geschehen. Bitte noch einmal ansehen.",
    "Since you opened this page the submission or the entry has changed. Nothing was done. Please "
    "look at it again.",
)
GONE_TITLE = Words("Darüber ist schon entschieden", "This has been decided already")
GONE_LEAD = Words(
    "Diese Einsendung wartet nicht mehr. Es ist nichts geschehen.",
    "This submission is not waiting any more. Nothing was done.",
)
CLOSED_TITLE = Words(
    "Bitte die Adresse aus dem Terminal öffnen", "Open the address in the terminal"
)
CLOSED_LEAD = Words(
    "Sie gilt einmal, für einen Browser. Ist sie verbraucht, beenden Sie »make inbox-web« mit "
    "Strg-C und starten es neu.",
    'It is good once, for one browser. If it has been used, end "make inbox-web" with Ctrl-C and '
    "start it again.",
)
NOT_FROM_HERE = Words(
    "Das kam nicht von einer Seite dieses Eingangs. Es ist nichts geschehen.",
    "This did not come from a page of this inbox. Nothing was done.",
)
FAILED_TITLE = Words("Das hat nicht geklappt", "That did not work")

OPEN = Words(
    "Eingang: {address}\nDie Adresse gilt einmal, für einen Browser auf diesem Rechner. "
    "(beenden: Strg+C)",
    "Inbox: {address}\nThe address is good once, for one browser on this computer. (end: Ctrl+C)",
)
TAKEN = Words(
    "Der Port {port} ist vergeben. Ohne PORT= wird ein freier genommen.",
    "Port {port} is taken. Without PORT= a free one is chosen.",
)
NO_PORT = Words(
    "PORT={port}: Das ist keine Zahl von 1 bis 65535.",
    "PORT={port}: This is no number from 1 to 65535.",
)
