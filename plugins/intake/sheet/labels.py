"""What columns and closed words are called in a sheet: German, because volunteers read them."""

from collections.abc import Mapping
from typing import NamedTuple

from plugins.catalogue.model import Entry


class Kind(NamedTuple):
    """What a kind of entry is called: the file of its sheet, its tab, one of it on the phone."""

    file: str
    sheet: str
    one: str


KINDS: Mapping[str, Kind] = {
    "associations": Kind("vereine", "Vereine", "Verein"),
    "events": Kind("termine", "Termine", "Termin"),
    "board": Kind("biete-suche", "Biete-Suche", "Aushang"),
    "networks": Kind("netzwerke", "Netzwerke", "Netzwerk"),
    "funding": Kind("foerderung", "Förderung", "Förderprogramm"),
    "reports": Kind("berichte", "Berichte", "Bericht"),
    "pages": Kind("seiten", "Seiten", "Seite"),
}

FIELDS: Mapping[str, str] = {
    "id": "Kennung",
    "_base": "Stand (nicht ändern)",
    "accessibility": "Barrierefreiheit",
    "address": "Anschrift",
    "also": "außerdem am",
    "alt": "Bildbeschreibung",
    "amount": "Betrag",
    "answered": "geantwortet",
    "asked": "gefragt",
    "association": "Verein",
    "associations": "Vereine",
    "attendance": "Besuch",
    "audiences": "Zielgruppen",
    "available": "Verfügbar",
    "by": "von",
    "calendar": "Adresse des eigenen Kalenders",
    "category": "Rubrik",
    "checked": "Geprüft",
    "city": "Ort",
    "clerk": "Bearbeitung",
    "committee": "Ausschuss",
    "conclusion": "Fazit",
    "consent": "Einwilligung",
    "consultations": "Beratungen",
    "contact": "Kontakt",
    "contacts": "Ansprechperson",
    "count": "Anzahl",
    "credit": "Bildnachweis",
    "currency": "Währung",
    "date": "Datum",
    "day": "Tag im Monat",
    "deadlines": "Fristen",
    "distribution": "Verteiler",
    "district": "Stadtteil",
    "email": "E-Mail",
    "end": "Ende",
    "ended": "Beendet",
    "every": "jede/n/s",
    "except": "außer am",
    "expires": "läuft ab am",
    "file": "Datei",
    "format": "Art der Veranstaltung",
    "formerly": "Frühere Kennungen",
    "founded": "Gegründet",
    "from": "von",
    "funder": "Wer fördert",
    "funding": "Gefördert durch",
    "hearing_loop": "Hörschleife",
    "hours": "Zeiten",
    "image": "Bild",
    "images": "Bild",
    "interval": "Abstand",
    "kind": "Art",
    "kitchen": "Küche",
    "languages": "Sprachen",
    "latitude": "Breite",
    "lead": "Federführung",
    "legal_form": "Rechtsform",
    "listed": "Aufgenommen am",
    "location": "Karte",
    "logo": "Logo (Bilddatei)",
    "longitude": "Länge",
    "meets": "Trifft sich",
    "members": "Mitglieder",
    "menu": "Menü",
    "name": "Name",
    "networks": "Netzwerke",
    "note": "Hinweis",
    "number": "Nummer",
    "on": "am",
    "online": "Adresse im Netz",
    "order": "Reihenfolge",
    "organisers": "Veranstalter",
    "paper": "Vorlage",
    "partners": "Partner",
    "people": "Personen",
    "period": "Zeitraum",
    "phone": "Telefon",
    "placed": "Vermittelt",
    "places": "Plätze",
    "plan_reference": "Bezug zum Plan",
    "postal_code": "Postleitzahl",
    "posted": "ausgehängt am",
    "price": "Eintritt",
    "reason": "Grund",
    "reference": "Bezug",
    "registration": "Anmeldung",
    "repeat": "Wiederholung",
    "role": "Funktion",
    "rolling": "laufend offen",
    "room": "Raum",
    "scope": "Umfang",
    "seats": "Plätze",
    "session": "Sitzung",
    "short_name": "Kurzname",
    "sign_language": "Gebärdensprache",
    "signed": "Unterschriften",
    "social": "Soziale Netzwerke",
    "stage": "Bühne",
    "start": "Beginn",
    "started": "Begonnen",
    "status": "Status",
    "step_free": "stufenlos",
    "street": "Straße und Hausnummer",
    "subject": "Betreff",
    "summary": "Kurzbeschreibung",
    "survey": "Umfrage",
    "text": "Text",
    "title": "Titel",
    "to": "bis",
    "toilet": "Toilette",
    "topic": "Thema",
    "topics": "Thema",
    "until": "bis",
    "url": "Webadresse",
    "venue": "Ort der Veranstaltung",
    "website": "Website",
    "weekdays": "Wochentage",
    "what": "Was wird gefördert",
    "wheelchair": "Rollstuhl",
    "who": "Wer kann Anträge stellen",
    "with": "mit",
}

WORDS: Mapping[str, str] = {
    "yes": "ja",
    "limited": "eingeschränkt",
    "no": "nein",
    "offer": "biete",
    "seek": "suche",
    "open": "offen",
    "placed": "vermittelt",
    "withdrawn": "zurückgezogen",
    "scheduled": "findet statt",
    "cancelled": "abgesagt",
    "postponed": "verschoben",
    "full": "ausgebucht",
    "day": "Tag",
    "week": "Woche",
    "month": "Monat",
    "year": "Jahr",
    "monday": "Montag",
    "tuesday": "Dienstag",
    "wednesday": "Mittwoch",
    "thursday": "Donnerstag",
    "friday": "Freitag",
    "saturday": "Samstag",
    "sunday": "Sonntag",
    "EUR": "EUR",
    "CHF": "CHF",
}


def label(key: str) -> str:
    """What the column `key` is called: `contacts.1.phone` is »Ansprechperson 1: Telefon«."""
    said: list[str] = []
    for step in key.split("."):
        if step.isdigit() and said:
            said[-1] = f"{said[-1]} {step}"
        else:
            said.append(FIELDS.get(step, step))
    return ": ".join(said)


def kind_of(kind: type[Entry]) -> Kind:
    """What this kind of entry is called."""
    return KINDS[kind.folder]
