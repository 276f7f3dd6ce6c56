"""What `make inbox` says, in both languages."""

from plugins.intake.new.texts import Bilingual

EMPTY = Bilingual("Der Eingang ist leer.", "The inbox is empty.")
COUNT = Bilingual("Im Eingang: {count}", "In the inbox: {count}")
MORE = Bilingual("und {count} weitere", "and {count} more")
UNREADABLE = Bilingual(
    "{path} lässt sich nicht lesen. Bitte ansehen; die Datei bleibt, wo sie ist.",
    "{path} cannot be read. Please look at it; the file stays where it is.",
)
FULL = Bilingual(
    "Der Eingang ist voll ({megabytes} MB), deshalb hat make intake etwas nicht angenommen. Bitte "
    "entscheiden (make inbox), oder »megabytes« in INTAKE_LIMITS erhöhen.",
    "The inbox is full ({megabytes} MB), so make intake has not taken something. Please decide "
    '(make inbox), or raise "megabytes" in INTAKE_LIMITS.',
)
NEARLY_FULL = Bilingual(
    "Der Eingang wird voll: {used} von {megabytes} MB. Ist kein Platz mehr, nimmt make intake "
    "nichts an und bietet die E-Mail an. Bitte bald entscheiden.",
    "The inbox is getting full: {used} of {megabytes} MB. Without room make intake takes nothing "
    "and offers e-mail. Please decide soon.",
)
ASKED = Bilingual("Antwort geschrieben", "answer written")
UNCONFIRMED = Bilingual("unbestätigt", "unconfirmed")
UNCONFIRMED_UNTIL = Bilingual(
    "unbestätigt, wird nach dem {day:%d.%m.%Y} gelöscht",
    "unconfirmed, removed after {day:%Y-%m-%d}",
)
TOO_OLD = Bilingual("zu lange, bitte entscheiden", "too long, please decide")
TODAY = Bilingual("heute", "today")
ONE_DAY = Bilingual("seit gestern", "since yesterday")
DAYS = Bilingual("seit {days} Tagen", "for {days} days")
ANONYMOUS = Bilingual("ohne Namen", "no name")

FROM = Bilingual("Von: {sender}", "From: {sender}")
ABOUT = Bilingual("Zu: {entry}", "About: {entry}")
IN_LANGUAGE = Bilingual("Sprache: {named}", "Language: {named}")
MESSAGE = Bilingual("Nachricht:", "Message:")
FILES = Bilingual("Dateien: {files}", "Files: {files}")
WOULD = Bilingual("Daraus wird {path}:", "This becomes {path}:")
CHANGES = Bilingual("Das ändert sich in {path}:", "This changes in {path}:")
NOTHING = Bilingual(
    "An {path} ändert sich dadurch nichts.",
    "Nothing changes in {path} by this.",
)
BEGUN = Bilingual(
    "{path} ist schon geschrieben, aber noch nicht festgehalten. Noch einmal ebenso entscheiden.",
    "{path} is written already, but not committed yet. Decide the same once more.",
)
ONLY_WORDS = Bilingual(
    "Das ist eine Nachricht, kein ausgefülltes Formular. »bearbeiten« macht eines daraus.",
    'This is a message, not a form that was filled in. "edit" turns it into one.',
)
GONE = Bilingual(
    "Den Eintrag {path} gibt es nicht. »bearbeiten« nennt einen anderen.",
    'There is no entry {path}. "edit" names another one.',
)
BROKEN = Bilingual(
    "In {path} lässt sich nichts sicher ändern. Bitte die Datei von Hand ändern (make check).",
    "Nothing can be changed safely in {path}. Please change the file by hand (make check).",
)
WITHHELD = Bilingual(
    "Nicht übernommen, weil die Einwilligung fehlt: {fields}",
    "Not taken over, for there is no consent: {fields}",
)
SURE_THEY_AGREE = Bilingual(
    "Alle sind einverstanden, dass das auf der Website steht: {fields}? Dann bitte »ja« tippen.",
    'All of them agree that this stands on the website: {fields}? Then please type "yes".',
)
LEFT_OUT = Bilingual(
    "Nicht übernommen, bitte von Hand ergänzen: {fields}",
    "Not taken over, please add it by hand: {fields}",
)
PICTURE = Bilingual("Bild: {width} × {height}, {alt}", "Picture: {width} × {height}, {alt}")
UNDESCRIBED = Bilingual(
    "Bild: {width} × {height}, »{name}«. Es kommt hinein, sobald jemand es beschreibt: »{choice}«.",
    'Picture: {width} × {height}, "{name}". It is put in once somebody describes it: "{choice}".',
)
UNUSABLE = Bilingual(
    "Als Bild nicht zu gebrauchen: {names}",
    "Cannot be used as a picture: {names}",
)
WHICH_ALT = Bilingual(
    "»{name}« ({width} × {height}): Was ist zu sehen? Ein Satz; Enter = das Bild bleibt draußen",
    '"{name}" ({width} × {height}): what does it show? A sentence; Enter = it stays outside',
)
WRITTEN_IN = Bilingual("Auf {named} geschrieben", "Written in {named}")
GERMAN_MISSING = Bilingual("Auf Deutsch fehlt: {fields}", "There is no German yet for: {fields}")
HOW_TO_TRANSLATE = Bilingual(
    "»bearbeiten«: die Texte durch deutsche ersetzen; was kam, bleibt als Übersetzung daneben. "
    "»annehmen«: Es steht dann so im Eintrag, wie es kam.",
    '"edit": replace the texts with German ones; what came stays beside them as a translation. '
    '"accept": it then stands in the entry as it came.',
)
TRANSLATION = Bilingual(
    "Was auf {named} kam, bleibt als Übersetzung: {path} ({fields})",
    "What came in {named} stays as a translation: {path} ({fields})",
)
NO_TRANSLATION = Bilingual(
    "Was auf {named} kam, bleibt nicht als Übersetzung: {fields}",
    "What came in {named} does not stay as a translation: {fields}",
)
KEEP_TRANSLATION = Bilingual(
    "Was auf {named} kam, als Übersetzung behalten? Enter = ja; »nein«, wenn es schon Deutsch war",
    'Keep what came in {named} as a translation? Enter = yes; "no" where it was German already',
)
NO_GERMAN = Bilingual(
    "So angenommen, wie es kam. Auf Deutsch fehlt noch: {fields}",
    "Accepted as it came. There is no German yet for: {fields}",
)
NO_ID = Bilingual(
    "Aus diesem Namen wird keine Kennung. Bitte eine eintippen, in lateinischen Buchstaben.",
    "No id can be made of this name. Please type one, in Latin letters.",
)
EMPTY_FIELD = Bilingual("(leer)", "(empty)")
DUPLICATES = Bilingual("Vielleicht schon da:", "Perhaps there already:")
FINDINGS = Bilingual("Dazu fällt auf:", "What is found:")

ACCEPT = Bilingual("annehmen", "accept")
CONFIRM = Bilingual("stimmt noch", "still right")
END = Bilingual("beenden", "end it")
REMOVE = Bilingual("entfernen", "remove")
EDIT = Bilingual("bearbeiten", "edit")
DESCRIBE = Bilingual("Bild beschreiben", "describe picture")
AGREE = Bilingual("Einwilligung liegt vor", "there is consent")
RENAME = Bilingual("Kennung ändern", "other id")
ASK_BACK = Bilingual("nachfragen", "ask back")
REFUSE = Bilingual("ablehnen", "refuse")
DONE = Bilingual("erledigt", "done")
LATER = Bilingual("später", "later")
STOP = Bilingual("Schluss", "quit")

WHAT = Bilingual("Nummer oder Anfang des Wortes; Enter = später", "Number or word; Enter = later")
NOT_A_CHOICE = Bilingual("Das war keine Auswahl.", "That was none of them.")
HAS_ERRORS = Bilingual(
    "So lässt es sich noch nicht annehmen. »bearbeiten« öffnet es.",
    'It cannot be accepted like this. "edit" opens it.',
)
SURE = Bilingual(
    "{path} wirklich löschen? Dann bitte »ja« eintippen.",
    'Really delete {path}? Then please type "yes".',
)
REFERRED = Bilingual(
    "Nicht gelöscht, denn andere Einträge nennen ihn: {paths}. Lieber »beenden«.",
    'Not deleted, for other entries name it: {paths}. Rather "end it".',
)
WRITTEN = Bilingual("Geschrieben: {path}", "Written: {path}")
DELETED = Bilingual("Gelöscht: {path}", "Deleted: {path}")
COMMITTED = Bilingual("Festgehalten: {message}", "Committed: {message}")
NOT_COMMITTED = Bilingual(
    "Die Datei ist geändert, aber git hat sie nicht angenommen: {reason} Die Einsendung bleibt im "
    "Eingang. Ist der Grund behoben, hier noch einmal ebenso entscheiden.",
    "The file is changed, but git did not take it: {reason} The submission stays in the inbox. "
    "Once the reason is mended, decide the same here again.",
)
LOCKED = Bilingual(
    "Die Datei ist geändert, aber noch nicht festgehalten, denn git ist gesperrt: {lock}. Arbeitet "
    "gerade ein anderes Programm mit git, warten Sie, bis es fertig ist. Sonst ist diese Datei von "
    "einem abgebrochenen Programm übrig: Löschen Sie sie. Die Einsendung bleibt im Eingang; danach "
    "hier noch einmal ebenso entscheiden.",
    "The file is changed, but not committed yet, for git is locked: {lock}. If another program is "
    "working with git, wait until it has finished. Else a program that was stopped has left this "
    "file: delete it. The submission stays in the inbox; after that decide the same here again.",
)
REQUESTED = Bilingual("Vorschlag geöffnet: {address}", "Request opened: {address}")
REQUEST_IS_THERE = Bilingual(
    "Den Vorschlag gibt es schon: {address}", "There is a request already: {address}"
)
ALL_THERE = Bilingual(
    "Auf der Plattform steht es schon so. Hierher kommt es mit »git pull«.",
    'The forge has it like this already. "git pull" brings it here.',
)
REQUEST_BODY = Bilingual("Im Eingang angenommen:", "Accepted in the inbox:")
NO_TOKEN = Bilingual(
    "Ohne {name} in der Umgebung gibt es keinen Vorschlag. Die Einsendung bleibt im Eingang.",
    "Without {name} in the environment there is no request. The submission stays in the inbox.",
)
OTHER_THERE = Bilingual(
    "{path} ist auf der Plattform anders als hier. Es ist nichts geschehen; erst die Stände "
    "zusammenbringen (git pull, git push), dann noch einmal annehmen.",
    "{path} is not the same here and on the forge. Nothing was done; first bring both together "
    "(git pull, git push), then accept again.",
)
BRANCH_TAKEN = Bilingual(
    "Im Zweig {branch} hat auf der Plattform schon jemand gearbeitet. Es ist nichts geschehen, und "
    "die Einsendung bleibt im Eingang. Wer neu beginnen will, löscht den Zweig dort.",
    "Somebody has worked on the branch {branch} on the forge. Nothing was done, and the submission "
    "stays in the inbox. To begin anew, delete the branch there.",
)
NOT_PUSHED = Bilingual(
    "Der Zweig ließ sich nicht übertragen: {reason}. Die Einsendung bleibt im Eingang; noch einmal "
    "annehmen genügt.",
    "The branch could not be pushed: {reason}. The submission stays in the inbox; accepting it "
    "again is enough.",
)
NOT_OPENED = Bilingual(
    "Der Zweig {branch} ist übertragen, aber der Vorschlag ließ sich nicht öffnen: {reason}. Die "
    "Einsendung bleibt im Eingang; noch einmal annehmen genügt.",
    "The branch {branch} has been pushed, but the request could not be opened: {reason}. The "
    "submission stays in the inbox; accepting it again is enough.",
)
CHANGED = Bilingual(
    "{path} hat sich gerade geändert. Es wurde nichts geschrieben; bitte noch einmal ansehen.",
    "{path} has just been changed. Nothing was written; please look again.",
)
DECIDED = Bilingual(
    "Darüber hat inzwischen jemand anderes entschieden, oder es wurde geändert. Es ist nichts "
    "geschehen.",
    "Somebody else has decided about this meanwhile, or changed it. Nothing has been done.",
)
WHICH_ID = Bilingual("Kennung (Enter = {value})", "Id (Enter = {value})")
NO_EDITOR = Bilingual(
    "Der Editor {editor} ließ sich nicht starten. EDITOR=nano make inbox nimmt einen anderen.",
    "The editor {editor} did not start. EDITOR=nano make inbox takes another.",
)
NO_FORM = Bilingual(
    "Das ist kein Formular mehr: In der ersten Zeile steht »Formular: …«. Es bleibt, wie es war.",
    'This is no form any more: its first line is "Formular: …". It stays as it was.',
)
QUESTION = Bilingual(
    "Was soll gefragt werden? Leere Zeile = fertig",
    "What is to be asked? Empty line = done",
)
REASON = Bilingual(
    "Warum? Leere Zeile = fertig, oder ohne Grund",
    "Why? Empty line = done, or without a reason",
)
REPLY = Bilingual(
    "Antwort geschrieben, zum Öffnen im Mailprogramm: {path}",
    "Answer written, to be opened in the mail program: {path}",
)
TOLD = Bilingual(
    "Bescheid für den Absender, zum Öffnen im Mailprogramm: {path}",
    "Word for the sender, to be opened in the mail program: {path}",
)
NO_ADDRESS = Bilingual(
    "Eine Adresse für die Antwort ist nicht angegeben. Der Text, falls er anders ankommt:",
    "There is no address for an answer. The text, if it can reach them otherwise:",
)
ALL_SEEN = Bilingual("Das war alles.", "That was all.")
LEFT = Bilingual("Noch im Eingang: {count}", "Still in the inbox: {count}")
