"""The families of codes, in the order in which a file is looked at: from its bytes to its sense.

Behind those of entries come those of what is made of them, and of what they are made from.
"""

from typing import NamedTuple


class Family(NamedTuple):
    """Codes that are about the same kind of thing. A code begins with one of the `prefixes`.

    `command` is the one of make that finds them.
    """

    prefixes: tuple[str, ...]
    de: str
    en: str
    command: str = "check"

    @property
    def name(self) -> str:
        """How the family is called: URL/MAIL/TEL."""
        return "/".join(self.prefixes)

    def has(self, code: str) -> bool:
        """Whether the code is one of this family."""
        return code.partition("-")[0] in self.prefixes


FAMILIES: tuple[Family, ...] = (
    Family(("ENC",), "Welche Zeichen in der Datei stehen.", "The characters in the file."),
    Family(
        ("FILE",),
        "Wo die Datei liegt und wie sie heißt.",
        "Where the file lies and what it is called.",
    ),
    Family(
        ("YML",),
        "Ob die Felder am Anfang der Datei richtig geschrieben sind.",
        "Whether the fields at the head of the file are written rightly.",
    ),
    Family(
        ("FLD",),
        "Welche Felder es gibt und was darin stehen darf.",
        "Which fields there are and what may stand in them.",
    ),
    Family(
        ("ID", "REF"),
        "Wie Einträge heißen und wie sie aufeinander verweisen.",
        "What entries are called and how they refer to each other.",
    ),
    Family(
        ("URL", "MAIL", "TEL"),
        "Webadressen, E-Mail-Adressen und Telefonnummern.",
        "Web addresses, e-mail addresses and phone numbers.",
    ),
    Family(("GEO", "ADR"), "Wo etwas ist.", "Where something is."),
    Family(
        ("DATE", "RRULE"),
        "Wann etwas ist und wie es sich wiederholt.",
        "When something is and how it repeats.",
    ),
    Family(("MD",), "Der Text des Eintrags.", "The text of the entry."),
    Family(("IMG",), "Bilder.", "Pictures."),
    Family(("PRIV",), "Was zu einem Menschen gehört.", "What belongs to a person."),
    Family(
        ("DUP",),
        "Was es doppelt gibt oder was mit anderem verwechselt werden kann.",
        "What is there twice, or may be mistaken for something else.",
    ),
    Family(("TR",), "Übersetzungen.", "Translations."),
    Family(
        ("EASY",),
        "Texte in Leichter Sprache (Dateien mit .de-simple im Namen).",
        "Texts in easy German (files with .de-simple in their names).",
    ),
    Family(("REP",), "Berichte.", "Reports."),
    Family(("SYS",), "Wenn das Programm selbst versagt.", "When the program itself fails."),
    Family(
        ("OUT",),
        "Die gebaute Site, bevor jemand sie sieht.",
        "The built site, before anybody sees it.",
        command="publish",
    ),
    Family(
        ("PUB",),
        "Warum nichts veröffentlicht wurde.",
        "Why nothing was published.",
        command="publish",
    ),
    Family(
        ("SHEET",),
        "Was in einer Tabelle steht, die eingelesen wird.",
        "What stands in a sheet that is read in.",
        command="sheet-in",
    ),
)
