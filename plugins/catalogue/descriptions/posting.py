"""What is asked and said about the fields of an offer or seek on the board."""

from plugins.catalogue.descriptions.event import WEEK
from plugins.catalogue.descriptions.row import Row, Rows, within

AVAILABLE: Rows = {
    "from": Row(
        "von",
        "Ab wann man es haben kann oder braucht.",
        question="Von welchem Tag an?",
        example="1.1.2027",
    ),
    "until": Row(
        "bis",
        "Bis wann man es haben kann oder braucht.",
        question="Bis zu welchem Tag?",
        example="30.6.2027",
    ),
    "weekdays": Row(
        "Wochentage",
        "Nur, wenn es nicht jeden Tag geht.",
        question="An welchen Wochentagen?",
        file=WEEK,
        example="Dienstag, Donnerstag",
    ),
}

ROOM: Rows = {
    "seats": Row(
        "Plätze",
        "Wie viele Menschen sitzen können. Nur die Zahl.",
        question="Wie viele Menschen passen hinein?",
        example="60",
    ),
    "step_free": Row(
        "stufenlos",
        "Auch mit Rollstuhl oder Kinderwagen.",
        question="Ist der Raum ohne Stufen zu erreichen?",
        file="yes (ja) oder no (nein).",
    ),
    "kitchen": Row(
        "Küche",
        "Eine Teeküche zählt auch.",
        question="Gibt es eine Küche?",
        file="yes (ja) oder no (nein).",
    ),
    "stage": Row(
        "Bühne",
        "Auch eine kleine.",
        question="Gibt es eine Bühne?",
        file="yes (ja) oder no (nein).",
    ),
    "hours": Row("Zeiten", "In Worten.", question="Zu welchen Uhrzeiten?", example="17 bis 22 Uhr"),
}

PLACED: Rows = {
    "on": Row("am", "Der Tag, an dem es geklappt hat."),
    "with": Row(
        "mit",
        "Mit wem es geklappt hat.",
        file="Die Kennung eines Vereins oder eines anderen Aushangs.",
    ),
}

POSTING: Rows = {
    "kind": Row(
        "Art",
        "Biete: Wir haben etwas. Suche: Wir brauchen etwas.",
        question="Wird etwas geboten oder gesucht?",
        file="offer (biete) oder seek (suche).",
        step="main",
    ),
    "title": Row(
        "Titel",
        "Die Überschrift des Aushangs.",
        question="Worum geht es, in wenigen Worten?",
        example="Kleiner Saal mit Klavier",
        step="main",
    ),
    "association": Row(
        "Verein",
        "Ein Verein aus dem Verzeichnis.",
        question="Welcher Verein bietet oder sucht?",
        file="Die Kennung des Vereins, also sein Dateiname ohne Endung.",
        step="main",
    ),
    "category": Row(
        "Rubrik",
        "Danach ist die Seite sortiert.",
        question="Zu welcher Gruppe gehört es?",
        step="main",
    ),
    "posted": Row(
        "ausgehängt am",
        "Meistens heute.",
        question="Ab wann gilt der Aushang?",
        example="1.12.2026",
        proposed="today",
    ),
    "expires": Row(
        "läuft ab am",
        "Danach verschwindet er von selbst; spätestens nach zwölf Monaten.",
        question="Bis wann gilt er?",
        example="30.6.2027",
        step="main",
        proposed="in half a year",
    ),
    "district": Row(
        "Stadtteil",
        "Wo es ist oder gebraucht wird.",
        question="In welchem Stadtteil?",
        step="more",
    ),
    "available": Row("Verfügbar", "Wann es zu haben ist oder gebraucht wird."),
    **within("available", AVAILABLE, step="more"),
    "room": Row("Raum", "Nur bei Räumen: was der Raum hat oder haben muss."),
    **within("room", ROOM, step="more", needs="category=room"),
    "languages": Row(
        "Sprachen",
        "Bei Sprachhilfe: um welche Sprachen es geht, sonst: wie man sich verständigt.",
        file="Als Kürzel: de, uk.",
        step="more",
    ),
    "status": Row(
        "Status",
        "Ob es noch gilt.",
        file="open (offen), placed (vermittelt) oder withdrawn (zurückgezogen).",
    ),
    "placed": Row(
        "Vermittelt",
        "Wann und mit wem es geklappt hat.",
        file="Ein Tag allein genügt: 2026-11-22.",
    ),
    **within("placed", PLACED),
    "text": Row(
        "Text",
        "Was genau, zu welchen Bedingungen, wie man sich meldet.",
        question="Was sollte man noch wissen?",
        file="In einer .md-Datei steht der Text unter der zweiten Linie.",
        step="main",
    ),
}
