"""What the words are called that the software knows: German, translated like all messages."""

from collections.abc import Mapping

from plugins.catalogue.fields.days import PUBLIC_HOLIDAYS, SCHOOL_HOLIDAYS
from plugins.catalogue.model import OFFICE

WORDS: Mapping[str, str] = {
    "yes": "ja",
    "limited": "teilweise",
    "no": "nein",
    "offer": "Biete",
    "seek": "Suche",
    "open": "offen",
    "placed": "vermittelt",
    "withdrawn": "zurückgezogen",
    "scheduled": "findet statt",
    "cancelled": "abgesagt",
    "postponed": "verschoben",
    "full": "ausgebucht",
    "day": "täglich",
    "week": "wöchentlich",
    "month": "monatlich",
    "year": "jährlich",
    "monday": "Montag",
    "tuesday": "Dienstag",
    "wednesday": "Mittwoch",
    "thursday": "Donnerstag",
    "friday": "Freitag",
    "saturday": "Samstag",
    "sunday": "Sonntag",
    "EUR": "EUR",
    "CHF": "CHF",
    SCHOOL_HOLIDAYS: "Schulferien",
    PUBLIC_HOLIDAYS: "Feiertage",
    OFFICE: "die Stadt selbst",
}
"""What a field's words are called where people choose among them, or read them in a cell."""


def word_title(word: str) -> str:
    """What a field's word is called. Raises `LookupError`, which says where that belongs."""
    if word not in WORDS:
        raise LookupError(f"{word!r} is not in WORDS of plugins/catalogue/descriptions/words.py")
    return WORDS[word]


MENU: Mapping[str, str] = {
    "main": "Hauptmenü",
    "footer": "Fußzeile",
    "no": "nur durch Verweise",
}
"""From where a page is linked."""
