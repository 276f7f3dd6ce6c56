"""What `make fetch-calendars` and `make feeds` say, in both languages."""

from collections.abc import Mapping

from plugins.intake.new.texts import Bilingual

PROBLEMS: Mapping[str, Bilingual] = {
    "address": Bilingual(
        "Die Adresse ist keine, die sich abrufen lässt: http, https oder webcal, ohne Passwort.",
        "The address cannot be fetched: http, https or webcal, without a password.",
    ),
    "host": Bilingual("Einen Server {host} gibt es nicht.", "There is no server {host}."),
    "private": Bilingual(
        "Die Adresse führt zu {host}, in ein internes Netz. Von dort wird nichts geholt.",
        "The address leads to {host}, into an internal network. Nothing is fetched from there.",
    ),
    "certificate": Bilingual(
        "Das Zertifikat des Servers gilt nicht.", "The server's certificate is not valid."
    ),
    "unreachable": Bilingual(
        "Der Server ist nicht zu erreichen oder bricht ab.",
        "The server cannot be reached, or breaks off.",
    ),
    "slow": Bilingual(
        "Der Server ist nach {seconds} Sekunden nicht fertig.",
        "The server is not done after {seconds} seconds.",
    ),
    "cut": Bilingual("Die Antwort hört mittendrin auf.", "The answer ends halfway."),
    "large": Bilingual(
        "Der Kalender ist größer als {megabytes} MB.",
        "The calendar is larger than {megabytes} MB.",
    ),
    "redirects": Bilingual(
        "Die Adresse leitet mehr als {most} Mal weiter.",
        "The address redirects more than {most} times.",
    ),
    "coding": Bilingual(
        "Der Server packt den Kalender so, dass er sich nicht öffnen lässt ({coding}).",
        "The server packs the calendar in a way that cannot be opened ({coding}).",
    ),
    "refused": Bilingual(
        "Der Server verlangt eine Anmeldung ({status}). Der Kalender muss öffentlich sein.",
        "The server asks for a login ({status}). The calendar has to be public.",
    ),
    "gone": Bilingual(
        "Unter der Adresse gibt es keinen Kalender mehr ({status}).",
        "There is no calendar at the address any more ({status}).",
    ),
    "status": Bilingual("Der Server meldet {status}.", "The server says {status}."),
    "page": Bilingual(
        "Die Adresse liefert eine Webseite, oft eine Anmeldeseite, statt eines Kalenders.",
        "The address gives a web page, often one for logging in, instead of a calendar.",
    ),
    "other": Bilingual("Die Adresse liefert keinen Kalender.", "The address gives no calendar."),
    "many": Bilingual(
        "Der Kalender hat mehr als {most} Termine.", "The calendar has more than {most} events."
    ),
    "effort": Bilingual(
        "Den Kalender zu lesen, dauert zu lange oder braucht zu viel Speicher.",
        "Reading the calendar takes too long, or too much memory.",
    ),
    "file": Bilingual("Die Datei lässt sich nicht lesen.", "The file cannot be read."),
    "emptied": Bilingual(
        "Im Kalender fehlen plötzlich {count} kommende Termine. Abgesagt wurde nichts. Stimmt es, "
        "dann: make fetch-calendars ACCEPT={association}",
        "{count} coming events are suddenly missing in the calendar. Nothing has been cancelled. "
        "If that is right: make fetch-calendars ACCEPT={association}",
    ),
    "records": Bilingual(
        "{shown} ist beschädigt. Bitte die letzte Fassung aus git zurückholen.",
        "{shown} is damaged. Please bring its last version back from git.",
    ),
}
"""Why there is nothing of a calendar, by the codes of `NotFetched`."""

SKIPPED: Mapping[str, Bilingual] = {
    "private": Bilingual("ist als privat gekennzeichnet", "is marked as private"),
    "often": Bilingual("wiederholt sich öfter als täglich", "repeats more often than daily"),
    "start": Bilingual("hat keinen lesbaren Beginn", "has no readable start"),
    "far": Bilingual("liegt außerhalb der Jahre 1000 bis 2190", "lies outside of 1000 to 2190"),
    "dates": Bilingual("hat keinen einzigen Termin", "has no date at all"),
    "differs": Bilingual(
        "hat Termine, die sich hier nicht genauso sagen lassen",
        "has dates that cannot be said here just so",
    ),
    "effort": Bilingual("braucht beim Lesen zu lange", "takes too long to read"),
    "twice": Bilingual(
        "hat dieselbe Kennung (UID) wie ein anderer Termin; nur einer von beiden kommt herein",
        "has the same UID as another event; only one of them is taken over",
    ),
    "unreadable": Bilingual("ist nicht lesbar ({detail})", "cannot be read ({detail})"),
    "refused": Bilingual("{detail} Termine sind nicht lesbar", "{detail} events cannot be read"),
}
"""Why an event of a calendar is not taken over."""

NOTES: Mapping[str, Bilingual] = {
    "new": Bilingual("neu: {name} ({detail})", "new: {name} ({detail})"),
    "changed": Bilingual("geändert: {name} ({detail})", "changed: {name} ({detail})"),
    "twin": Bilingual(
        "{name}: »{detail}« steht schon da, mit gleichem Titel und Beginn, und gleichem Ort, "
        "Veranstalter oder gleicher Kennung. Es bleibt ein Eintrag, der Verein steht mit dabei.",
        '{name}: "{detail}" is there already, with the same title and start, and the same place, '
        "organiser or UID. It stays one entry, with this association beside the others.",
    ),
    "kept": Bilingual(
        "{name}: Im Kalender steht Neues, hier wurde es von Hand geändert. Das bleibt.",
        "{name}: the calendar says something new, but it was changed here by hand. That stays.",
    ),
    "near": Bilingual(
        "»{name}«: Die Regel lässt sich hier nicht sagen; übernommen sind die nächsten Termine.",
        '"{name}": the rule cannot be said here; the next dates are taken over.',
    ),
    "gone": Bilingual(
        "{name}: steht nicht mehr im Kalender und ist jetzt abgesagt ({detail})",
        "{name}: is not in the calendar any more, and is cancelled now ({detail})",
    ),
    "left": Bilingual(
        "{name}: steht nicht mehr im Kalender; der Verein steht nicht mehr dabei.",
        "{name}: is not in the calendar any more; the association is no longer named there.",
    ),
    "gone-kept": Bilingual(
        "{name}: steht nicht mehr im Kalender, wurde hier aber von Hand geändert. Bitte ansehen.",
        "{name}: is not in the calendar any more, but was changed here by hand. Please look at it.",
    ),
    "deleted": Bilingual(
        "»{name}« wurde hier gelöscht und kommt nicht wieder.",
        '"{name}" was deleted here and does not come back.',
    ),
    "emptied": PROBLEMS["emptied"],
    "refused": Bilingual(
        "»{name}« wird nicht übernommen: {detail}", '"{name}" is not taken over: {detail}'
    ),
    "character": Bilingual(
        "»{name}« wird nicht übernommen: Es enthält ein Zeichen, das nicht erlaubt ist ({detail}).",
        '"{name}" is not taken over: it has a character that is not allowed ({detail}).',
    ),
    "differs": Bilingual(
        "»{name}« wird nicht übernommen: Die Termine wären hier andere als im Kalender.",
        '"{name}" is not taken over: its dates would be others here than in the calendar.',
    ),
    "unnamed": Bilingual(
        "»{name}« wird nicht übernommen: Daraus wird keine Adresse. Bitte mit make new anlegen.",
        '"{name}" is not taken over: it makes no address. Please add it with make new.',
    ),
    "broken": Bilingual(
        "»{name}« bleibt, wie es ist: {detail} hat Fehler.",
        '"{name}" stays as it is: {detail} has errors.',
    ),
    "edit": Bilingual(
        "{name} lässt sich nicht sicher ändern. Bitte von Hand ansehen.",
        "{name} cannot be changed safely. Please look at it by hand.",
    ),
}
"""What happens to events, by the words of `ImportNote`."""

HEADING = Bilingual("{name} ({association})", "{name} ({association})")
UNCHANGED = Bilingual("unverändert", "unchanged")
NOT_TAKEN = Bilingual("»{name}« fehlt: {why}", '"{name}" is left out: {why}')
NOT_TAKEN_PART = Bilingual("{why}", "{why}")
MORE = Bilingual("und {count} weitere", "and {count} more")
NO_CALENDARS = Bilingual(
    "Kein Verein hat einen Kalender (calendar: in seinem Eintrag, oder {folder}/<verein>.ics).",
    "No association has a calendar (calendar: in its entry, or {folder}/<association>.ics).",
)
NO_ASSOCIATION = Bilingual(
    "{name}: Einen Verein, der so heißt, gibt es nicht.",
    "{name}: there is no association of that name.",
)
NOT_KNOWN = Bilingual(
    "{value}: Einen Kalender dieses Vereins gibt es nicht.",
    "{value}: there is no calendar of that association.",
)
WRITTEN = Bilingual(
    "Dateien geschrieben: {count}. "
    "Bitte ansehen (git status, git diff), festhalten, veröffentlichen.",
    "Files written: {count}. Please look at them (git status, git diff), commit and publish.",
)
NOTHING = Bilingual("Es gibt nichts zu schreiben.", "There is nothing to write.")
DRY = Bilingual(
    "Nur gezeigt. Geschrieben würden {count} Dateien.",
    "Shown only. {count} files would be written.",
)
BUSY = Bilingual(
    "{name} wurde gerade von jemand anderem geändert. Geschrieben wurde nichts; bitte noch einmal.",
    "{name} was just changed by somebody else. Nothing has been written; please try once more.",
)

COLUMNS = (
    Bilingual("Verein", "Association"),
    Bilingual("Zustand", "State"),
    Bilingual("Zuletzt geholt", "Last fetched"),
    Bilingual("Zuletzt geändert", "Last changed"),
    Bilingual("Termine", "Events"),
    Bilingual("Ausgelassen", "Left out"),
)
FINE = Bilingual("gut", "fine")
NEVER = Bilingual("noch nie", "never")
FAILED_ONCE = Bilingual("einmal fehlgeschlagen", "failed once")
FAILED = Bilingual("{count} Mal nacheinander fehlgeschlagen", "failed {count} times in a row")
NOT_YET = Bilingual("noch nicht geholt", "not fetched yet")
ALL_FINE = Bilingual("Alle Kalender kommen an: {count}.", "All calendars arrive: {count}.")
SOME_FAIL = Bilingual(
    "Kalender: {count}, davon nicht in Ordnung: {failing}.",
    "Calendars: {count}, not in order: {failing}.",
)
PAGE_TITLE = Bilingual("Kalender der Vereine", "Calendars of the associations")
