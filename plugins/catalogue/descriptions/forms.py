"""The forms by which people hand something in: their addresses, and what the office calls them."""

from collections.abc import Mapping
from typing import NamedTuple

from plugins.catalogue.model import Association, Entry, Event, Posting


class Form(NamedTuple):
    """A form. `slug` is the last part of its address, `title` what the office reads.

    `about` is what a forge says that it is for; `icon` tells it apart in the inbox. `kind` is what
    it makes a new one of; without one it is about an entry that is there, or none. One that
    `needs_words` is of no use without a message.
    """

    slug: str
    title: str
    about: str
    icon: str
    kind: type[Entry] | None = None
    needs_words: bool = False


CHANGE, NOTICE, RIGHT, LEAVE = "aenderung", "hinweis", "stimmt", "abmelden"

FORMS: Mapping[str, Form] = {
    form.slug: form
    for form in (
        Form(
            "verein",
            "Neuer Verein",
            "Einen Verein oder eine Initiative ins Verzeichnis aufnehmen",
            "people",
            Association,
        ),
        Form(
            "termin",
            "Neuer Termin",
            "Eine Veranstaltung ankündigen, einmal oder regelmäßig",
            "calendar",
            Event,
        ),
        Form(
            "biete-suche",
            "Biete oder Suche",
            "Etwas anbieten oder suchen: Räume, Geräte, Hilfe",
            "hands",
            Posting,
        ),
        Form(CHANGE, "Änderung", "Ein Eintrag soll anders werden", "edit", needs_words=True),
        Form(NOTICE, "Hinweis", "Hier stimmt etwas nicht", "speech", needs_words=True),
        Form(RIGHT, "Stimmt noch", "An einem Eintrag ist noch alles richtig", "check"),
        Form(LEAVE, "Abmelden", "Ein Eintrag soll von der Seite", "door"),
    )
}

FORM, ENTRY, LANGUAGE, SENDER = "_form", "_entry", "_language", "_sender"
EMAIL, MESSAGE, CONSENT = "_email", "_message", "_consent"
TRAP, PICTURE, KEPT_PICTURE, ANYWAY = "_website", "_picture", "_kept", "_anyway"
"""What only a form asks that a server takes: nothing, a file, to be taken as it is."""

OWN: Mapping[str, str] = {
    FORM: "Formular",
    ENTRY: "Eintrag",
    LANGUAGE: "Sprache",
    CONSENT: "Einwilligung",
    SENDER: "Wer schickt das",
    EMAIL: "Antwort an",
    MESSAGE: "Nachricht",
}
"""What a form asks besides the fields of an entry, by its name in the form."""

PICTURE_SHOWS = "Bild (bitte anhängen) zeigt"
"""What a mail or a sheet of paper asks of a picture: to be sent along, and what it shows."""
