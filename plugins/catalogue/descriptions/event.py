"""What is asked and said about the fields of an event."""

from dataclasses import replace

from plugins.catalogue.descriptions.row import Row, Rows, within
from plugins.catalogue.descriptions.shared import ACCESSIBILITY, ADDRESS, IMAGE

WEEK = "monday, tuesday, wednesday, thursday, friday, saturday, sunday."

REPEAT: Rows = {
    "every": Row(
        "Rhythmus",
        "Wöchentlich heißt: jede Woche am selben Wochentag. Einmalig: weglassen.",
        question="Wiederholt sie sich regelmäßig?",
        file="day (täglich), week (wöchentlich), month (monatlich), year (jährlich).",
        step="when",
    ),
    "interval": Row(
        "Abstand",
        "2 heißt: nur jedes zweite Mal, also alle zwei Wochen oder Monate.",
        step="when",
        needs="every",
    ),
    "weekdays": Row(
        "Wochentage",
        "An welchen Tagen der Woche.",
        file=WEEK,
        step="when",
        needs="every=week",
    ),
    "day": Row(
        "Tag im Monat",
        "An welchem Tag im Monat: am ersten Montag, am letzten Freitag, am 15.",
        file="first monday (erster Montag), last friday (letzter Freitag), oder eine Zahl.",
        step="when",
        needs="every=month",
    ),
    "until": Row(
        "bis",
        "Der letzte mögliche Tag. Ohne Ende: weglassen.",
        question="Bis wann wiederholt sie sich?",
        example="30.6.2027",
        step="when",
        needs="every",
    ),
    "count": Row("Anzahl", "Wie viele Male es insgesamt stattfindet."),
    "except": Row(
        "außer am",
        "An welchen Tagen es ausfällt, ohne dass es angekündigt war. Auch als Wort: Schulferien, "
        "Feiertage.",
        file="school_holidays (Schulferien), public_holidays (Feiertage), oder einzelne Tage.",
        step="when",
        needs="every",
    ),
    "also": Row("außerdem am", "Zusätzliche Termine außer der Reihe."),
    "moved": Row(
        "Verlegt",
        "Einzelne verlegte Termine: der Tag, ein Doppelpunkt, der neue Tag oder die neue Zeit.",
    ),
    "cancelled": Row(
        "Abgesagt", "Einzelne abgesagte Termine: der Tag, ein Doppelpunkt, der Grund."
    ),
}

VENUE: Rows = {
    "name": Row(
        "Name",
        "Haus und Raum, zum Beispiel: Bürgerhaus, kleiner Saal. Nur online: weglassen.",
        question="Wie heißt der Ort?",
        example="Kulturzentrum, Saal 2",
    ),
    "street": Row(
        "Straße und Hausnummer",
        "Damit man hinfindet.",
        question="Straße und Hausnummer?",
        example="Schlossstraße 12",
        needs="name",
    ),
    **{key: ADDRESS[key] for key in ("postal_code", "city")},
    "district": Row(
        "Stadtteil",
        "Danach wird der Kalender gefiltert.",
        question="In welchem Stadtteil?",
        needs="name",
    ),
    "accessibility": Row(
        "Barrierefreiheit", "Wie zugänglich der Ort ist. Was nicht bekannt ist, weglassen."
    ),
    **within(
        "accessibility",
        {k: replace(row, question="") for k, row in ACCESSIBILITY.items()},
        needs="name",
    ),
}

REGISTRATION: Rows = {
    "email": Row(
        "E-Mail",
        "An welche Adresse man die Anmeldung schickt. Ohne Anmeldung: weglassen.",
        question="E-Mail-Adresse für die Anmeldung?",
        example="anmeldung@chor.example.org",
    ),
    "url": Row(
        "Webadresse",
        "Ein Anmeldeformular im Netz. Die Adresse beginnt mit https://.",
        question="Webadresse für die Anmeldung?",
        example="https://chor.example.org/anmeldung",
    ),
    "phone": Row("Telefon", "Unter welcher Nummer man sich anmeldet, mit Vorwahl."),
    "until": Row(
        "bis",
        "Der letzte Tag, auf Wunsch mit Uhrzeit.",
        question="Bis wann kann man sich anmelden?",
        example="24.11.2026",
        needs=".",
    ),
    "places": Row(
        "Plätze",
        "Nur die Zahl.",
        question="Wie viele Plätze gibt es?",
        example="25",
        needs=".",
    ),
}

ATTENDANCE: Rows = {
    "people": Row("Personen", "Wie viele Menschen da waren, ungefähr."),
    "dates": Row(
        "Einzelne Termine", "Bei einer Reihe: der Tag, ein Doppelpunkt, wie viele da waren."
    ),
    "associations": Row("Vereine", "Welche Vereine da waren.", file="Als Kennungen."),
}

EVENT: Rows = {
    "title": Row(
        "Titel",
        "Kurz und so, dass man ohne den Verein versteht, worum es geht. Ohne Datum und Ort.",
        question="Wie heißt die Veranstaltung?",
        example="Adventskonzert im Kulturzentrum",
        step="main",
    ),
    "organisers": Row(
        "Veranstalter",
        "Ein Verein aus dem Verzeichnis, oder mehrere.",
        question="Wer veranstaltet sie?",
        file="Die Kennungen der Vereine: ihre Dateinamen ohne Endung. office steht für das Büro "
        "der Stadt.",
        step="main",
    ),
    "start": Row(
        "Beginn",
        "Tag und Uhrzeit. Dauert sie ganze Tage, genügt der Tag. Ohne Jahr ist das nächste Mal "
        "gemeint.",
        question="Wann beginnt sie?",
        file="2026-12-05T19:30, ganze Tage ohne Uhrzeit: 2026-12-05.",
        example="1.12.2026 19:30",
        step="main",
    ),
    "end": Row(
        "Ende",
        "Tag und Uhrzeit; am selben Tag genügt die Uhrzeit.",
        question="Wann endet sie?",
        file="In derselben Form wie der Beginn.",
        example="21:30",
        step="main",
    ),
    "repeat": Row(
        "Wiederholung", "Wenn es regelmäßig stattfindet: jede Woche, am letzten Freitag im Monat."
    ),
    **within("repeat", REPEAT),
    "format": Row(
        "Art der Veranstaltung",
        "Treffen, Kurs, Vortrag. Danach wird im Jahresbericht gezählt.",
        question="Was für eine Veranstaltung ist es?",
        step="more",
    ),
    "venue": Row(
        "Ort der Veranstaltung",
        "Dann steht dessen Anschrift dabei. Woanders oder online: weglassen.",
        question="Findet sie bei einem Verein aus dem Verzeichnis statt?",
        file="Die Kennung eines Vereins, oder Name und Anschrift des Ortes.",
        step="where",
    ),
    **{
        path: replace(row, unless="venue") if path == "venue.name" else row
        for path, row in within("venue", VENUE, step="where").items()
    },
    "online": Row(
        "Adresse im Netz",
        "Die Adresse der Videokonferenz; sie steht für alle sichtbar da.",
        question="Unter welcher Adresse nimmt man online teil?",
        file="Sie beginnt mit https://.",
        example="https://video.example.org/konzert",
        step="where",
    ),
    "timezone": Row(
        "Zeitzone",
        "Kommt sie online aus einer anderen Gegend: die Zeitzone, in der ihre Zeiten gemeint sind.",
        file="Ein Name wie America/New_York. Die Seite rechnet um und zeigt beide Zeiten.",
    ),
    "registration": Row(
        "Anmeldung",
        "Wie, bis wann und für wie viele man sich anmeldet. Weglassen, wenn es ohne geht.",
    ),
    **within("registration", REGISTRATION, step="more"),
    "price": Row(
        "Eintritt",
        "In Worten, so wie es auf dem Plakat steht.",
        question="Was kostet es?",
        example="Eintritt frei, Spenden erbeten",
        step="more",
    ),
    "languages": Row(
        "Sprachen",
        "Die Sprachen, die man versteht oder übersetzt.",
        question="In welchen Sprachen?",
        file="Als Kürzel: de, ar, uk.",
        example="Deutsch, Ukrainisch",
        step="more",
    ),
    "audiences": Row(
        "Zielgruppen",
        "An wen sich die Veranstaltung wendet.",
        question="Für wen ist sie?",
        one="Zielgruppe",
        step="more",
    ),
    "topics": Row(
        "Themen",
        "Nach den Themen wird gesucht.",
        question="Welche Themen passen?",
        one="Thema",
        step="more",
    ),
    "networks": Row(
        "Netzwerke",
        "Dann zählt die Veranstaltung zu diesem Netzwerk.",
        question="Ist es ein Treffen eines Netzwerks?",
        file="Die Kennungen der Netzwerke.",
    ),
    "image": Row(
        "Bild",
        "Ein Bild zur Veranstaltung.",
        file="Der Dateiname, oder Datei mit Beschreibung und Nachweis.",
        step="more",
    ),
    **within("image", IMAGE, step="more"),
    "status": Row(
        "Status",
        "Ob es stattfindet.",
        file="scheduled (wie geplant), cancelled (abgesagt), postponed (verschoben), full "
        "(ausgebucht).",
    ),
    "reason": Row("Grund", "Warum abgesagt oder verschoben wurde, in einem Satz."),
    "funding": Row(
        "Gefördert durch", "Welche Förderprogramme dafür Geld geben.", file="Die Kennungen."
    ),
    "attendance": Row(
        "Besuch",
        "Nach der Veranstaltung: wie viele und welche Vereine gekommen sind. Daraus entsteht der "
        "Bericht.",
    ),
    **within("attendance", ATTENDANCE),
    "formerly": Row(
        "Frühere Kennungen",
        "Unter welchen Dateinamen (ohne Endung) der Eintrag früher lief, der älteste zuerst. Alte "
        "Adressen führen dann weiter hierher, und abonnierte Kalender laufen weiter.",
    ),
    "text": Row(
        "Text",
        "Was die Gäste erwartet. Eine leere Zeile beginnt einen neuen Absatz.",
        question="Was geschieht dort?",
        file="In einer .md-Datei steht der Text unter der zweiten Linie.",
        step="main",
    ),
}
