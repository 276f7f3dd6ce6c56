"""What people call a field who know no English: suggested where a file has no such field."""

from collections.abc import Mapping

# Of several the first that is lacking: an event's »Ort« is its venue, an address' its city.
_SAID_FOR: Mapping[str, tuple[str, ...]] = {
    "thema": ("topics",),
    "themen": ("topics",),
    "datum": ("start", "date"),
    "tag": ("start", "date"),
    "uhrzeit": ("start",),
    "zeit": ("start",),
    "beginn": ("start", "started"),
    "anfang": ("start",),
    "ende": ("end", "ended"),
    "schluss": ("end",),
    "ort": ("venue", "city", "address"),
    "stadt": ("city",),
    "plz": ("postal_code",),
    "strasse": ("street",),
    "straße": ("street",),
    "adresse": ("address", "venue"),
    "anschrift": ("address", "venue"),
    "veranstalter": ("organisers",),
    "veranstalterin": ("organisers",),
    "telefon": ("phone", "contact"),
    "telefonnummer": ("phone",),
    "tel": ("phone",),
    "handy": ("phone",),
    "mail": ("email",),
    "e-mail": ("email",),
    "webseite": ("website", "url"),
    "homepage": ("website", "url"),
    "internet": ("website", "url"),
    "sprache": ("languages",),
    "sprachen": ("languages",),
    "titel": ("title", "name"),
    "name": ("name", "title"),
    "beschreibung": ("text", "summary"),
    "preis": ("price",),
    "kosten": ("price", "costs"),
    "eintritt": ("price",),
    "bild": ("image", "logo"),
    "foto": ("image", "logo"),
    "gegründet": ("founded",),
}


def said_for(word: str) -> tuple[str, ...]:
    """The fields that somebody may mean by a word, likeliest first."""
    return _SAID_FOR.get(word.lower(), ())
