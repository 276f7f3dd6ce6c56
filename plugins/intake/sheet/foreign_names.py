"""What lists from elsewhere call their columns, by our fields; the best names first.

`start.time`, `address.number` and `address.place` are parts that only together with another
column make a value.
"""

from collections.abc import Mapping

_ASSOCIATIONS: Mapping[str, tuple[str, ...]] = {
    "name": (
        "vereinsname", "name des vereins", "verein", "name der organisation", "organisation",
        "name", "firma", "company", "verband",
        "association name", "association", "organisation name", "organization", "club",
        "einrichtung", "institution", "bezeichnung", "vereine", "gruppe", "initiative", "title",
    ),
    "short_name": ("kurzname", "abkürzung", "kürzel", "short name", "acronym", "short_name"),
    "topics": (
        "kategorie", "kategorien", "sparte", "sparten", "thema", "themen", "bereich", "rubrik",
        "category", "categories", "topic", "topics", "themenbereich", "tätigkeitsfeld", "sportart",
        "vereinsart", "art", "type",
    ),
    "email": ("e-mail", "email", "e-mail-adresse", "mail", "mailadresse", "contact:email",
              "e-mail address", "email address"),
    "phone": (
        "telefon", "telefonnummer", "tel", "festnetz", "phone", "telephone", "phone number",
        "contact:phone", "fon", "rufnummer", "tel.-nr", "telefon-nr",
        "telefon geschäftlich", "telefon firma", "business phone", "company main phone",
    ),
    "website": (
        "homepage", "website", "webseite", "internet", "web", "internetseite", "internetadresse",
        "url", "www", "contact:website", "web site", "link", "webadresse", "web page",
    ),
    "address.place": ("plz ort", "plz/ort", "plz, ort", "plz / ort", "plz und ort", "plz + ort"),
    "address.street": (
        "straße und hausnummer", "straße, hausnummer", "straße/nr", "straße hausnummer",
        "straße, nr", "straße nr", "straße", "addr:street", "street", "street address",
        "anschrift: straße", "straße geschäftlich", "business street",
    ),
    "address.number": ("hausnummer", "hausnr", "haus-nr", "nr", "addr:housenumber", "house number"),
    "address": ("anschrift", "adresse", "address", "postanschrift", "vereinsadresse", "sitz"),
    "address.postal_code": ("plz", "postleitzahl", "addr:postcode", "postcode", "zip", "zip code",
                            "postal code", "postleitzahl geschäftlich", "business postal code"),
    "address.city": ("ort", "stadt", "addr:city", "city", "wohnort", "town", "ort geschäftlich",
                     "business city"),
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
                   "träger", "organisation", "organization", "vereinsname", "ausrichter",
                   "gastgeber", "organisers", "organizers", "veranstalterin", "veranstalter/in",
                   "veranstalter*in", "veranstalter:in", "veranstaltende", "initiative", "gruppe",
                   "einrichtung"),
    "venue.name": ("veranstaltungsort", "ort", "wo", "venue", "location", "place", "lokalität"),
    "venue.street": ("adresse", "anschrift", "address", "straße"),
    "price": ("eintritt", "preis", "kosten", "price", "eintrittspreis"),
    "online": ("link", "url", "online"),
    "text": ("beschreibung", "description", "info", "details", "inhalt", "text"),
}  # fmt: skip

_BOARD: Mapping[str, tuple[str, ...]] = {
    "kind": ("art", "biete/suche", "biete / suche", "angebot/gesuch", "typ", "kind", "type"),
    "title": ("titel", "was", "überschrift", "bezeichnung", "gegenstand", "title", "what"),
    "association": ("verein", "wer", "vereinsname", "organisation", "anbieter", "association",
                    "who", "organization"),
    "category": ("rubrik", "kategorie", "category"),
    "posted": ("ausgehängt am", "eingestellt am", "datum", "vom", "posted", "date"),
    "expires": ("läuft ab am", "gültig bis", "bis", "befristet bis", "ablauf", "ablaufdatum",
                "expires", "valid until"),
    "district": ("stadtteil", "ortsteil", "bezirk", "district"),
    "languages": ("sprachen", "sprache", "languages", "language"),
    "text": ("text", "beschreibung", "details", "info", "description"),
}  # fmt: skip

_FUNDING: Mapping[str, tuple[str, ...]] = {
    "title": ("titel", "programm", "förderprogramm", "programmname", "name", "bezeichnung",
              "fördertopf", "fonds", "title", "programme", "program"),
    "funder": ("wer fördert", "fördergeber", "fördermittelgeber", "geldgeber", "zuwendungsgeber",
               "förderer", "fördernde stelle", "träger", "stiftung", "funder", "donor"),
    "who": ("wer kann anträge stellen", "antragsberechtigt", "antragsberechtigte",
            "wer ist antragsberechtigt", "eligibility", "who"),
    "what": ("was wird gefördert", "gegenstand", "fördergegenstand", "gegenstand der förderung",
             "förderzweck", "zweck", "what"),
    "deadlines": ("fristen", "antragsfrist", "antragsfristen", "frist", "einsendeschluss",
                  "bewerbungsfrist", "deadline", "deadlines"),
    "website": ("website", "link", "webseite", "homepage", "url", "internet", "webadresse"),
    "topics": ("thema", "themen", "bereich", "kategorie", "topics", "topic"),
    "text": ("text", "beschreibung", "hinweise", "info", "description"),
}  # fmt: skip

_NETWORKS: Mapping[str, tuple[str, ...]] = {
    "title": ("titel", "netzwerk", "name", "bezeichnung", "arbeitskreis", "title", "network"),
    "members": ("mitglieder", "vereine", "mitgliedsvereine", "members"),
    "topics": ("thema", "themen", "topics", "topic"),
    "text": ("text", "beschreibung", "ziele", "description"),
}  # fmt: skip

NAMES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "associations": _ASSOCIATIONS,
    "events": _EVENTS,
    "board": _BOARD,
    "funding": _FUNDING,
    "networks": _NETWORKS,
}

PERSONS = (
    "ansprech", "kontaktperson", "vorsitz", "contact person", "vorstand", "leitung", "vorname",
    "nachname", "first name", "last name", "kontakt",
)  # fmt: skip
"""Words in the names of columns that hold people, who must have agreed first."""
