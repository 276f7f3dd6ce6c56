"""What lists from elsewhere call their columns, by our fields; the best names first.

`start.time`, `address.number` and `address.place` are parts that only together with another
column make a value.
"""

from collections.abc import Mapping

_ASSOCIATIONS: Mapping[str, tuple[str, ...]] = {
    "name": (
        "vereinsname", "name des vereins", "verein", "name der organisation", "organisation",
        "name", "association name", "association", "organisation name", "organization", "club",
        "einrichtung", "institution", "bezeichnung", "vereine", "gruppe", "initiative", "title",
    ),
    "short_name": ("kurzname", "abkürzung", "kürzel", "short name", "acronym", "short_name"),
    "topics": (
        "kategorie", "kategorien", "sparte", "sparten", "thema", "themen", "bereich", "rubrik",
        "category", "categories", "topic", "topics", "themenbereich", "tätigkeitsfeld", "sportart",
        "vereinsart", "art", "type",
    ),
    "email": ("e-mail", "email", "e-mail-adresse", "mail", "mailadresse", "contact:email"),
    "phone": (
        "telefon", "telefonnummer", "tel", "festnetz", "phone", "telephone", "phone number",
        "contact:phone", "fon", "rufnummer", "tel.-nr", "telefon-nr",
    ),
    "website": (
        "homepage", "website", "webseite", "internet", "web", "internetseite", "internetadresse",
        "url", "www", "contact:website", "web site", "link", "webadresse",
    ),
    "address.place": ("plz ort", "plz/ort", "plz, ort", "plz / ort", "plz und ort", "plz + ort"),
    "address.street": (
        "straße und hausnummer", "straße, hausnummer", "straße/nr", "straße hausnummer",
        "straße, nr", "straße nr", "straße", "addr:street", "street", "street address",
        "anschrift: straße",
    ),
    "address.number": ("hausnummer", "hausnr", "haus-nr", "nr", "addr:housenumber", "house number"),
    "address": ("anschrift", "adresse", "address", "postanschrift", "vereinsadresse", "sitz"),
    "address.postal_code": ("plz", "postleitzahl", "addr:postcode", "postcode", "zip", "zip code",
                            "postal code"),
    "address.city": ("ort", "stadt", "addr:city", "city", "wohnort", "town"),
    "district": ("stadtteil", "ortsteil", "bezirk", "stadtbezirk", "district", "quartier"),
    "legal_form": ("rechtsform", "legal form"),
    "founded": ("gründungsjahr", "gegründet", "gründung", "gründungsdatum", "founded"),
    "members": ("mitglieder", "mitgliederzahl", "anzahl mitglieder", "members"),
    "languages": ("sprachen", "sprache", "languages", "language"),
    "location": ("koordinaten", "geopunkt", "geo point", "geo_point_2d", "wkt", "coordinates",
                 "geom", "geometry", "position", "lat/lng", "lat, lng", "karte"),
    "location.latitude": ("latitude", "lat", "@lat", "breitengrad", "geo_lat", "breite"),
    "location.longitude": ("longitude", "lon", "lng", "long", "@lon", "längengrad", "geo_lon",
                           "geo_lng", "länge"),
    "summary": ("kurzbeschreibung", "summary", "slogan"),
    "text": ("beschreibung", "description", "tätigkeit", "angebot", "angebote", "zweck", "aufgaben",
             "ziele", "über uns", "info", "informationen", "about"),
}  # fmt: skip

_EVENTS: Mapping[str, tuple[str, ...]] = {
    "title": ("titel", "veranstaltung", "veranstaltungstitel", "was", "title", "event", "name",
              "bezeichnung", "thema", "event name"),
    "start": ("datum", "startdatum", "beginndatum", "date", "start date", "tag", "wann", "termin",
              "von", "start", "beginn"),
    "start.time": ("uhrzeit", "beginn", "startzeit", "zeit", "time", "start time", "anfang",
                   "uhrzeit von", "von"),
    "end": ("enddatum", "datum bis", "end date", "bis", "ende", "end"),
    "end.time": ("endzeit", "uhrzeit bis", "end time", "ende", "bis"),
    "organisers": ("veranstalter", "organisator", "organiser", "organizer", "wer", "verein", "host",
                   "träger"),
    "venue.name": ("veranstaltungsort", "ort", "wo", "venue", "location", "place", "lokalität"),
    "venue.street": ("adresse", "anschrift", "address", "straße"),
    "price": ("eintritt", "preis", "kosten", "price", "eintrittspreis"),
    "online": ("link", "url", "online"),
    "text": ("beschreibung", "description", "info", "details", "inhalt", "text"),
}  # fmt: skip

NAMES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "associations": _ASSOCIATIONS,
    "events": _EVENTS,
}

PERSONS = ("ansprech", "kontaktperson", "vorsitz", "contact person", "vorstand", "leitung")
"""Words in the names of columns that hold people, who must have agreed first."""
