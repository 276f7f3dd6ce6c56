"""SYS: the tool itself."""

from plugins.catalogue.codes._code import error

CODES = {
    "SYS-RULE": error(
        "Die Prüfung »{rule}« ist an diesem Eintrag gescheitert ({reason}).",
        'The check "{rule}" failed on this entry ({reason}).',
        "Das ist ein Fehler des Programms: bitte mit dieser Zeile melden.",
        "This is a fault of the program: please report it with this line.",
    ),
}
