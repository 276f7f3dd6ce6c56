"""SYS: the tool itself."""

from plugins.catalogue.codes._code import error

CODES = {
    "SYS-RULE": error(
        since="0.1.0",
        message=(
            "Die Prüfung »{rule}« ist an diesem Eintrag gescheitert ({reason}).",
            'The check "{rule}" failed on this entry ({reason}).',
        ),
        cause=(
            "Das Programm hat einen Fehler; der Eintrag kann ganz richtig sein. Alle anderen "
            "Prüfungen und Einträge sind davon nicht betroffen.",
            "The program has a fault; the entry may be quite right. All other checks and "
            "entries are not affected.",
        ),
        remedy=(
            "Diese Meldung mit dem Eintrag an die Menschen schicken, die das Programm pflegen.",
            "Send this message together with the entry to the people who maintain the program.",
        ),
    ),
}
