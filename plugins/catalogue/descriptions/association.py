"""What is asked and said about the fields of an association."""

from plugins.catalogue.descriptions.row import Row, Rows, within
from plugins.catalogue.descriptions.shared import ACCESSIBILITY, ADDRESS, CHECKED, IMAGE

CONTACT: Rows = {
    "name": Row("Name", "Der Name der Person. Nur mit ihrer Einwilligung.", context="person"),
    "role": Row("Funktion", "Was sie im Verein tut: Vorsitz, Chorleitung, Anmeldung."),
    "email": Row("E-Mail", "Unter welcher Adresse die Person zu erreichen ist."),
    "phone": Row("Telefon", "Unter welcher Nummer die Person zu erreichen ist, mit Vorwahl."),
    "languages": Row(
        "Sprachen",
        "In welchen Sprachen man mit der Person reden kann.",
        file="Als Kürzel: de, uk, ar.",
    ),
}

CONSENT: Rows = {
    "on": Row("am", "Der Tag, an dem zugestimmt wurde."),
    "by": Row("von", "Wer zugestimmt hat.", context="by whom"),
    "scope": Row(
        "Umfang",
        "Was veröffentlicht werden darf: Name, E-Mail-Adresse, Telefonnummer, Foto. Was von einer "
        "Ansprechperson hier nicht steht, erscheint nicht; ohne diese Zeile alles.",
    ),
}

ENDED: Rows = {
    "on": Row("am", "Der erste Tag, an dem es den Verein nicht mehr gibt."),
    "reason": Row("Grund", "Warum, in einem Satz, und wer die Arbeit weiterführt."),
}

LOCATION: Rows = {
    "latitude": Row("Breite", "Grad nördlicher Breite mit Punkt statt Komma: 52.5049."),
    "longitude": Row("Länge", "Grad östlicher Länge mit Punkt statt Komma: 13.4062."),
}

ASSOCIATION: Rows = {
    "name": Row(
        "Name",
        "Der volle Name, so wie er auf der Seite stehen soll, ohne »e. V.«.",
        question="Wie heißt der Verein?",
        example="Chor am Fluss",
        step="main",
    ),
    "topics": Row(
        "Themen",
        "Nach den Themen wird auf der Seite gesucht und sortiert. Das wichtigste zuerst.",
        question="Welche Themen passen? (eins bis drei)",
        one="Thema",
        step="main",
    ),
    "listed": Row(
        "Aufgenommen am",
        "Der Tag, ab dem der Eintrag gilt. Berichte zählen Vereine ab diesem Tag.",
        question="Seit wann steht der Verein im Verzeichnis?",
        example="1.12.2026",
        proposed="today",
    ),
    "summary": Row(
        "Kurzbeschreibung",
        "Höchstens 200 Zeichen. Der Satz steht in der Übersicht unter dem Namen.",
        question="Was macht der Verein, in einem Satz?",
        example="Wir singen Lieder aus zwanzig Ländern, ohne Vorsingen.",
        step="main",
    ),
    "languages": Row(
        "Sprachen",
        "Die Sprachen, in denen man sich dort verständigen kann.",
        question="Welche Sprachen werden dort gesprochen?",
        file="Als Kürzel: de für Deutsch, tr für Türkisch.",
        example="Deutsch, Türkisch",
        step="more",
    ),
    "audiences": Row(
        "Zielgruppen",
        "An wen sich der Verein vor allem wendet. Weglassen, wenn alle gemeint sind.",
        question="Für wen ist das Angebot?",
        one="Zielgruppe",
        step="more",
    ),
    "district": Row(
        "Stadtteil",
        "Wo der Verein sich meistens trifft.",
        question="In welchem Stadtteil?",
        step="more",
    ),
    "legal_form": Row(
        "Rechtsform",
        "Zum Beispiel eingetragener Verein; eine lose Gruppe ist eine Initiative.",
        question="Welche Rechtsform hat er?",
        step="more",
    ),
    "founded": Row(
        "Gegründet",
        "Ein Jahr genügt.",
        question="Wann wurde er gegründet?",
        file="Ein Monat oder der genaue Tag gehen auch: 2016, 2016-05, 2016-05-21.",
        example="1998",
        step="more",
    ),
    "email": Row(
        "E-Mail",
        "Am besten eine Adresse des Vereins, keine private: Sie steht für alle sichtbar da.",
        question="Welche E-Mail-Adresse soll öffentlich sein?",
        example="kontakt@chor.example.org",
        step="contact",
    ),
    "phone": Row(
        "Telefon",
        "Mit Vorwahl. Nur eine Nummer des Vereins, keine private ohne Einwilligung.",
        question="Welche Telefonnummer soll öffentlich sein?",
        example="030 23125 170",
        step="contact",
    ),
    "website": Row(
        "Website",
        "Die ganze Adresse, mit https:// am Anfang.",
        question="Welche Webseite hat er?",
        example="https://chor.example.org",
        step="contact",
    ),
    "address": Row("Anschrift", "Wo der Verein zu finden ist oder seine Post bekommt."),
    **within("address", ADDRESS, step="contact"),
    "location": Row("Karte", "Der Punkt auf der Karte, als Breite und Länge."),
    **within("location", LOCATION),
    "accessibility": Row(
        "Barrierefreiheit", "Wie zugänglich die Räume sind. Was nicht bekannt ist, weglassen."
    ),
    **within("accessibility", ACCESSIBILITY, step="more"),
    "short_name": Row(
        "Kurzname",
        "Die Kurzform oder Abkürzung, unter der viele den Verein kennen.",
        step="more",
    ),
    "members": Row(
        "Mitglieder", "Wie viele Mitglieder der Verein ungefähr hat, als Zahl.", step="more"
    ),
    "social": Row(
        "Soziale Netzwerke",
        "Je Netzwerk eine Zeile: der Name des Netzwerks, ein Doppelpunkt, dann die Adresse.",
        file="Ein Kontoname statt der Adresse steht in Anführungszeichen.",
        example="instagram: https://instagram.example/chor",
        step="more",
    ),
    "contacts": Row(
        "Ansprechpersonen",
        "An wen man sich wenden kann. Nur Menschen, die zugestimmt haben.",
        file="Wer zugestimmt hat, steht bei consent.",
        one="Ansprechperson",
        step="more",
    ),
    **within("contacts", CONTACT, step="more"),
    "consent": Row(
        "Einwilligung",
        "Wann die genannten Menschen der Veröffentlichung zugestimmt haben. Ohne sie erscheinen "
        "keine Namen.",
    ),
    **within("consent", CONSENT),
    "logo": Row(
        "Logo (Bilddatei)",
        "Das Zeichen des Vereins als Bild.",
        file="Der Dateiname des Logos. Die Datei liegt im Ordner images.",
    ),
    "images": Row(
        "Bilder",
        "Bilder von der Arbeit des Vereins, jedes mit einer Beschreibung.",
        one="Bild",
        step="more",
    ),
    **within("images", IMAGE, step="more"),
    "calendar": Row(
        "Adresse des eigenen Kalenders",
        "Die Adresse des vereinseigenen Kalenders zum Abonnieren. Sie endet oft auf .ics.",
        step="more",
    ),
    "checked": Row(
        "Geprüft",
        "Wann zuletzt jemand bestätigt hat, dass alles stimmt.",
        file="Ein Tag allein genügt: 2026-11-22.",
    ),
    **within("checked", CHECKED),
    "ended": Row(
        "Beendet",
        "Seit wann es den Verein nicht mehr gibt. Der Eintrag bleibt für die alten Berichte "
        "stehen.",
    ),
    **within("ended", ENDED),
    "formerly": Row(
        "Frühere Kennungen",
        "Unter welchen Dateinamen (ohne Endung) der Eintrag früher lief. Alte Adressen führen dann "
        "weiter hierher, und abonnierte Kalender laufen weiter.",
    ),
    "text": Row(
        "Text",
        "Was der Verein tut, wer willkommen ist, wann man sich trifft. Eine leere Zeile beginnt "
        "einen neuen Absatz.",
        question="Was erzählt der Verein über sich?",
        file="In einer .md-Datei steht der Text unter der zweiten Linie.",
        step="main",
    ),
}
