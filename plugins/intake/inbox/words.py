"""What `make inbox` says, in both languages."""

from plugins.intake.new.words import Words

EMPTY = Words("Der Eingang ist leer.", "The inbox is empty.")
COUNT = Words("Im Eingang: {count}", "In the inbox: {count}")
MORE = Words("und {count} weitere", "and {count} more")
UNREADABLE = Words(
    "{path} lässt sich nicht lesen. Bitte ansehen; die Datei bleibt, wo sie ist.",
    "{path} cannot be read. Please look at it; the file stays where it is.",
)
FULL = Words(
    "Der Eingang ist voll ({megabytes} MB), deshalb hat make intake etwas nicht angenommen. Bitte "
    "entscheiden (make inbox), oder »megabytes« in INTAKE_LIMITS erhöhen.",
    "The inbox is full ({megabytes} MB), so make intake has not taken something. Please decide "
    '(make inbox), or raise "megabytes" in INTAKE_LIMITS.',
)
NEARLY_FULL = Words(
    "Der Eingang wird voll: {used} von {megabytes} MB. Ist kein Platz mehr, nimmt make intake "
    "nichts an und bietet die E-Mail an. Bitte bald entscheiden.",
    "The inbox is getting full: {used} of {megabytes} MB. Without room make intake takes nothing "
    "and offers e-mail. Please decide soon.",
)
ASKED = Words("Antwort geschrieben", "answer written")
UNCONFIRMED = Words("unbestätigt", "unconfirmed")
UNCONFIRMED_UNTIL = Words(
    "unbestätigt, wird nach dem {day:%d.%m.%Y} gelöscht",
    "unconfirmed, removed after {day:%Y-%m-%d}",
)
TOO_OLD = Words("zu lange, bitte entscheiden", "too long, please decide")
TODAY = Words("heute", "today")
ONE_DAY = Words("seit gestern", "since yesterday")
DAYS = Words("seit {days} Tagen", "for {days} days")
ANONYMOUS = Words("ohne Namen", "no name")

FROM = Words("Von: {sender}", "From: {sender}")
ABOUT = Words("Zu: {entry}", "About: {entry}")
IN_LANGUAGE = Words("Sprache: {named}", "Language: {named}")
MESSAGE = Words("Nachricht:", "Message:")
FILES = Words("Dateien: {files}", "Files: {files}")
WOULD = Words("Daraus wird {path}:", "This becomes {path}:")
CHANGES = Words("Das ändert sich in {path}:", "This changes in {path}:")
NOTHING = Words(
    "An {path} ändert sich dadurch nichts.",
    "Nothing changes in {path} by this.",
)
BEGUN = Words(
    "{path} ist schon geschrieben, aber noch nicht festgehalten. Noch einmal ebenso entscheiden.",
    "{path} is written already, but not committed yet. Decide the same once more.",
)
ONLY_WORDS = Words(
    "Das ist eine Nachricht, kein ausgefülltes Formular. »bearbeiten« macht eines daraus.",
    'This is a message, not a form that was filled in. "edit" turns it into one.',
)
GONE = Words(
    "Den Eintrag {path} gibt es nicht. »bearbeiten« nennt einen anderen.",
    'There is no entry {path}. "edit" names another one.',
)
BROKEN = Words(
    "In {path} lässt sich nichts sicher ändern. Bitte die Datei von Hand ändern (make check).",
    "Nothing can be changed safely in {path}. Please change the file by hand (make check).",
)
WITHHELD = Words(
    "Nicht übernommen, weil die Einwilligung fehlt: {fields}",
    "Not taken over, for there is no consent: {fields}",
)
SURE_THEY_AGREE = Words(
    "Alle sind einverstanden, dass das auf der Website steht: {fields}? Dann bitte »ja« tippen.",
    'All of them agree that this stands on the website: {fields}? Then please type "yes".',
)
LEFT_OUT = Words(
    "Nicht übernommen, bitte von Hand ergänzen: {fields}",
    "Not taken over, please add it by hand: {fields}",
)
PICTURE = Words("Bild: {width} × {height}, {alt}", "Picture: {width} × {height}, {alt}")
UNDESCRIBED = Words(
    "Bild: {width} × {height}, »{name}«. Es kommt hinein, sobald jemand es beschreibt: »{choice}«.",
    'Picture: {width} × {height}, "{name}". It is put in once somebody describes it: "{choice}".',
)
UNUSABLE = Words(
    "Als Bild nicht zu gebrauchen: {names}",
    "Cannot be used as a picture: {names}",
)
WHICH_ALT = Words(
    "»{name}« ({width} × {height}): Was ist zu sehen? Ein Satz; Enter = das Bild bleibt draußen",
    '"{name}" ({width} × {height}): what does it show? A sentence; Enter = it stays outside',
)
WRITTEN_IN = Words("Auf {named} geschrieben", "Written in {named}")
GERMAN_MISSING = Words("Auf Deutsch fehlt: {fields}", "There is no German yet for: {fields}")
HOW_TO_TRANSLATE = Words(
    "»bearbeiten«: die Texte durch deutsche ersetzen; was kam, bleibt als Übersetzung daneben. "
    "»annehmen«: Es steht dann so im Eintrag, wie es kam.",
    '"edit": replace the texts with German ones; what came stays beside them as a translation. '
    '"accept": it then stands in the entry as it came.',
)
TRANSLATION = Words(
    "Was auf {named} kam, bleibt als Übersetzung: {path} ({fields})",
    "What came in {named} stays as a translation: {path} ({fields})",
)
NO_TRANSLATION = Words(
    "Was auf {named} kam, bleibt nicht als Übersetzung: {fields}",
    "What came in {named} does not stay as a translation: {fields}",
)
KEEP_TRANSLATION = Words(
    "Was auf {named} kam, als Übersetzung behalten? Enter = ja; »nein«, wenn es schon Deutsch war",
    'Keep what came in {named} as a translation? Enter = yes; "no" where it was German already',
)
NO_GERMAN = Words(
    "So angenommen, wie es kam. Auf Deutsch fehlt noch: {fields}",
    "Accepted as it came. There is no German yet for: {fields}",
)
NO_ID = Words(
    "Aus diesem Namen wird keine Kennung. Bitte eine eintippen, in lateinischen Buchstaben.",
    "No id can be made of this name. Please type one, in Latin letters.",
)
EMPTY_FIELD = Words("(leer)", "(empty)")
DUPLICATES = Words("Vielleicht schon da:", "Perhaps there already:")
FINDINGS = Words("Dazu fällt auf:", "What is found:")

ACCEPT = Words("annehmen", "accept")
CONFIRM = Words("stimmt noch", "still right")
END = Words("beenden", "end it")
REMOVE = Words("entfernen", "remove")
EDIT = Words("bearbeiten", "edit")
DESCRIBE = Words("Bild beschreiben", "describe picture")
AGREE = Words("Einwilligung liegt vor", "there is consent")
RENAME = Words("Kennung ändern", "other id")
ASK_BACK = Words("nachfragen", "ask back")
REFUSE = Words("ablehnen", "refuse")
DONE = Words("erledigt", "done")
LATER = Words("später", "later")
STOP = Words("Schluss", "quit")

WHAT = Words("Nummer oder Anfang des Wortes; Enter = später", "Number or word; Enter = later")
NOT_A_CHOICE = Words("Das war keine Auswahl.", "That was none of them.")
HAS_ERRORS = Words(
    "So lässt es sich noch nicht annehmen. »bearbeiten« öffnet es.",
    'It cannot be accepted like this. "edit" opens it.',
)
SURE = Words(
    "{path} wirklich löschen? Dann bitte »ja« eintippen.",
    'Really delete {path}? Then please type "yes".',
)
REFERRED = Words(
    "Nicht gelöscht, denn andere Einträge nennen ihn: {paths}. Lieber »beenden«.",
    'Not deleted, for other entries name it: {paths}. Rather "end it".',
)
WRITTEN = Words("Geschrieben: {path}", "Written: {path}")
DELETED = Words("Gelöscht: {path}", "Deleted: {path}")
COMMITTED = Words("Festgehalten: {message}", "Committed: {message}")
NOT_COMMITTED = Words(
    "Die Datei ist geändert, aber git hat sie nicht angenommen: {reason} Die Einsendung bleibt im "
    "Eingang. Ist der Grund behoben, hier noch einmal ebenso entscheiden.",
    "The file is changed, but git did not take it: {reason} The submission stays in the inbox. "
    "Once the reason is mended, decide the same here again.",
)
LOCKED = Words(
    "Die Datei ist geändert, aber noch nicht festgehalten, denn git ist gesperrt: {lock}. Arbeitet "
    "gerade ein anderes Programm mit git, warten Sie, bis es fertig ist. Sonst ist diese Datei von "
    "einem abgebrochenen Programm übrig: Löschen Sie sie. Die Einsendung bleibt im Eingang; danach "
    "hier noch einmal ebenso entscheiden.",
    "The file is changed, but not committed yet, for git is locked: {lock}. If another program is "
    "working with git, wait until it has finished. Else a program that was stopped has left this "
    "file: delete it. The submission stays in the inbox; after that decide the same here again.",
)
REQUESTED = Words("Vorschlag geöffnet: {address}", "Request opened: {address}")
REQUEST_IS_THERE = Words(
    "Den Vorschlag gibt es schon: {address}", "There is a request already: {address}"
)
ALL_THERE = Words(
    "Auf der Plattform steht es schon so. Hierher kommt es mit »git pull«.",
    'The forge has it like this already. "git pull" brings it here.',
)
REQUEST_BODY = Words("Im Eingang angenommen:", "Accepted in the inbox:")
NO_TOKEN = Words(
    "Ohne {name} in der Umgebung gibt es keinen Vorschlag. Die Einsendung bleibt im Eingang.",
    "Without {name} in the environment there is no request. The submission stays in the inbox.",
)
OTHER_THERE = Words(
    "{path} ist auf der Plattform anders als hier. Es ist nichts geschehen; erst die Stände "
    "zusammenbringen (git pull, git push), dann noch einmal annehmen.",
    "{path} is not the same here and on the forge. Nothing was done; first bring both together "
    "(git pull, git push), then accept again.",
)
BRANCH_TAKEN = Words(
    "Im Zweig {branch} hat auf der Plattform schon jemand gearbeitet. Es ist nichts geschehen, und "
    "die Einsendung bleibt im Eingang. Wer neu beginnen will, löscht den Zweig dort.",
    "Somebody has worked on the branch {branch} on the forge. Nothing was done, and the submission "
    "stays in the inbox. To begin anew, delete the branch there.",
)
NOT_PUSHED = Words(
    "Der Zweig ließ sich nicht übertragen: {reason}. Die Einsendung bleibt im Eingang; noch einmal "
    "annehmen genügt.",
    "The branch could not be pushed: {reason}. The submission stays in the inbox; accepting it "
    "again is enough.",
)
NOT_OPENED = Words(
    "Der Zweig {branch} ist übertragen, aber der Vorschlag ließ sich nicht öffnen: {reason}. Die "
    "Einsendung bleibt im Eingang; noch einmal annehmen genügt.",
    "The branch {branch} has been pushed, but the request could not be opened: {reason}. The "
    "submission stays in the inbox; accepting it again is enough.",
)
CHANGED = Words(
    "{path} hat sich gerade geändert. Es wurde nichts geschrieben; bitte noch einmal ansehen.",
    "{path} has just been changed. Nothing was written; please look again.",
)
DECIDED = Words(
    "Darüber hat inzwischen jemand anderes entschieden, oder es wurde geändert. Es ist nichts "
    "geschehen.",
    "Somebody else has decided about this meanwhile, or changed it. Nothing has been done.",
)
WHICH_ID = Words("Kennung (Enter = {value})", "Id (Enter = {value})")
NO_EDITOR = Words(
    "Der Editor {editor} ließ sich nicht starten. EDITOR=nano make inbox nimmt einen anderen.",
    "The editor {editor} did not start. EDITOR=nano make inbox takes another.",
)
NO_FORM = Words(
    "Das ist kein Formular mehr: In der ersten Zeile steht »Formular: …«. Es bleibt, wie es war.",
    'This is no form any more: its first line is "Formular: …". It stays as it was.',
)
QUESTION = Words(
    "Was soll gefragt werden? Leere Zeile = fertig",
    "What is to be asked? Empty line = done",
)
REASON = Words(
    "Warum? Leere Zeile = fertig, oder ohne Grund",
    "Why? Empty line = done, or without a reason",
)
REPLY = Words(
    "Antwort geschrieben, zum Öffnen im Mailprogramm: {path}",
    "Answer written, to be opened in the mail program: {path}",
)
TOLD = Words(
    "Bescheid für den Absender, zum Öffnen im Mailprogramm: {path}",
    "Word for the sender, to be opened in the mail program: {path}",
)
NO_ADDRESS = Words(
    "Eine Adresse für die Antwort ist nicht angegeben. Der Text, falls er anders ankommt:",
    "There is no address for an answer. The text, if it can reach them otherwise:",
)
ALL_SEEN = Words("Das war alles.", "That was all.")
LEFT = Words("Noch im Eingang: {count}", "Still in the inbox: {count}")
