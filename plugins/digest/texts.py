"""What the program and the mail to the coordinator say, in German and English."""

from collections.abc import Mapping

from plugins.intake.new.texts import Bilingual, same

WRITTEN = Bilingual("{folder}/ ist geschrieben.", "{folder}/ is written.")
NOTHING_ON = Bilingual(
    "In dieser Woche ist nichts eingetragen; das steht auch in den Mails und auf dem Aushang.",
    "Nothing is entered for this week; the mails and the sheet say so.",
)
FILES: Mapping[str, Bilingual] = {
    "buerger": Bilingual(
        "buerger.*.eml: an alle, die es wissen wollen, in jeder Sprache der Site ({count}). Im "
        "Mailprogramm öffnen, Empfänger ins Feld Bcc, abschicken.",
        "buerger.*.eml: for everybody who wants to know, in each language of the site ({count}). "
        "Open it in a mail program, put the receivers into Bcc, send it.",
    ),
    "seite": Bilingual(
        "seite.*.html: dasselbe als Seite ({count}), für einen Newsletter oder das Intranet: im "
        "Browser öffnen, alles markieren, kopieren.",
        "seite.*.html: the same as a page ({count}), for a newsletter or the intranet: open it in "
        "a browser, select all, copy.",
    ),
    "aushang": Bilingual(
        "aushang.*.html: ein Blatt A4 zum Aushängen ({count}): im Browser öffnen, drucken.",
        "aushang.*.html: one sheet of A4 to hang up ({count}): open it in a browser, print it.",
    ),
    "vereine": Bilingual(
        "vereine/*.eml: »Stimmen Ihre Termine?«, an jeden Verein mit Terminen und Adresse "
        "({count}). Öffnen, abschicken.",
        "vereine/*.eml: »are your dates right?«, to each association with dates and an address "
        "({count}). Open, send.",
    ),
    "buero": Bilingual(
        "buero.eml: was sich geändert hat und was ansteht, nur für das Büro.",
        "buero.eml: what has changed and what is due, for the office only.",
    ),
}
UNSENT = Bilingual("Verschickt wird nichts von selbst.", "Nothing is sent by itself.")
UNREACHABLE = Bilingual(
    "Termine, aber keine E-Mail-Adresse, bitte anders fragen: {names}",
    "Dates, but no e-mail address, please ask in another way: {names}",
)
WITHHELD = Bilingual(
    "Nicht dabei sind Einträge mit Fehlern: {number}. Welche, zeigt make check.",
    "Entries with errors are left out: {number}. make check shows which.",
)
NO_WEEK = Bilingual(
    "WEEK: {given!r}? Eine Woche heißt wie diese: {example}. Woche 53 hat nicht jedes Jahr.",
    "WEEK: {given!r}? A week is called like this: {example}. Not every year has a week 53.",
)
STRANGE = Bilingual(
    "{folder}/: Darin liegt anderes als ein Wochenbrief: {names}. Es wurde nichts geschrieben. "
    "Bitte wegräumen, oder mit OUT= einen anderen Ordner nennen.",
    "{folder}/: there is something else than a digest: {names}. Nothing was written. Please put "
    "it away, or name another folder with OUT=.",
)

SUBJECT = Bilingual("Die Woche im Büro, ab {day}", "The week in the office, from {day}")
LEAD = Bilingual(
    "Nur für das Büro: was sich geändert hat und was ansteht. Unter jeder Liste steht, was hilft.",
    "For the office only: what has changed and what is due. Each list ends with what helps.",
)
WEEK = Bilingual("Diese Woche", "This week")
DATES = Bilingual("Termine: {count}", "Dates: {count}")
DRAFTS = Bilingual("Im Eingang warten: {count}", "Waiting in the inbox: {count}")
ERRORS = Bilingual("Einträge mit Fehlern: {count}", "Entries with errors: {count}")
CHANGED = Bilingual("Geändert seit {day}", "Changed since {day}")
UNKNOWN = Bilingual(
    "Was sich geändert hat, ist nicht bekannt: Hier ist kein Git, oder ältere Commits fehlen.",
    "What has changed is not known: there is no git here, or older commits are lacking.",
)
UNCHANGED = Bilingual("Nichts hat sich geändert.", "Nothing has changed.")
BECAME: Mapping[str, Bilingual] = {
    "new": Bilingual("neu", "new"),
    "changed": Bilingual("geändert", "changed"),
    "gone": Bilingual("entfernt", "removed"),
    "translated": Bilingual("Übersetzung", "translation"),
}
STALE = Bilingual("Lange nicht bestätigt", "Not confirmed for long")
CONFIRMED = Bilingual("zuletzt bestätigt {day}", "last confirmed {day}")
NEVER = Bilingual("nie bestätigt", "never confirmed")
EXPIRING = Bilingual("Bald vorbei bei Biete & Suche", "Soon over on the board")
UNTIL = Bilingual("bis {day}", "until {day}")
NOTHING = Bilingual("Nichts.", "Nothing.")
ALSO = Bilingual("Und noch {count}.", "And {count} more.")

HELP_INBOX = same("make inbox")
HELP_CHECK = same("make check")
HELP_STALE = Bilingual(
    "Fragen, ob alles noch stimmt: make reminders", "Ask whether all is right: make reminders"
)
HELP_EXPIRING = Bilingual(
    "Den Verein fragen: verlängern (expires), vermittelt (placed) oder zurückziehen?",
    "Ask the association: extend (expires), placed, or withdraw?",
)
