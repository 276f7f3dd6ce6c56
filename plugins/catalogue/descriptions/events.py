"""Descriptions of the fields of an event."""

from plugins.catalogue import model
from plugins.catalogue.descriptions._described import described

DESCRIPTIONS = {
    model.Event: {
        "title": described(
            "Titel",
            "Title",
            "Wie die Veranstaltung heißt, ohne Datum und Ort.",
            "What the event is called, without date and place.",
        ),
        "start": described(
            "Beginn",
            "Start",
            "Tag und Uhrzeit des Beginns: 2026-12-05T19:30. Ganze Tage ohne Uhrzeit: 2026-12-05.",
            "Day and time at which it begins: 2026-12-05T19:30. Whole days without a time: "
            "2026-12-05.",
        ),
        "organisers": described(
            "Wer lädt ein",
            "Organisers",
            "Die Kennungen der Vereine, die einladen: ihre Dateinamen ohne Endung. office steht "
            "für das Büro.",
            "The ids of the associations that invite: their file names without ending. office "
            "stands for the coordination office.",
        ),
        "end": described(
            "Ende",
            "End",
            "Wann es aufhört, in derselben Form wie der Beginn.",
            "When it ends, in the same form as the start.",
        ),
        "repeat": described(
            "Wiederholung",
            "Repetition",
            "Wenn es regelmäßig stattfindet: jede Woche, am letzten Freitag im Monat.",
            "When it takes place again and again: every week, on the last friday of the month.",
        ),
        "networks": described(
            "Netzwerke",
            "Networks",
            "Zu welchen Netzwerken die Veranstaltung gehört: die Kennungen.",
            "To which networks the event belongs: their ids.",
        ),
        "format": described(
            "Art",
            "Format",
            "Was es ist: Treffen, Kurs, Vortrag. Ein Begriff aus der Liste.",
            "What it is: meeting, course, talk. A term from the list.",
        ),
        "venue": described(
            "Ort",
            "Venue",
            "Wo es stattfindet: die Kennung eines Vereins, oder Name und Anschrift des Ortes.",
            "Where it takes place: the id of an association, or name and address of the place.",
        ),
        "online": described(
            "Im Netz",
            "Online",
            "Die Adresse, unter der man online dabei ist. Sie beginnt mit https://.",
            "The address at which one takes part online. It begins with https://.",
        ),
        "status": described(
            "Stand",
            "Status",
            "Ob es stattfindet: scheduled (wie geplant), cancelled (abgesagt), postponed "
            "(verschoben), full (ausgebucht).",
            "Whether it takes place: scheduled, cancelled, postponed or full.",
        ),
        "reason": described(
            "Grund",
            "Reason",
            "Warum abgesagt oder verschoben wurde, in einem Satz.",
            "Why it was cancelled or postponed, in one sentence.",
        ),
        "registration": described(
            "Anmeldung",
            "Registration",
            "Wie, bis wann und für wie viele man sich anmeldet. Weglassen, wenn es ohne geht.",
            "How, until when and for how many people one registers. Leave out when there is no "
            "need to.",
        ),
        "price": described(
            "Preis",
            "Price",
            "Was es kostet, in Worten: kostenlos, 5 Euro, Spende erbeten.",
            "What it costs, in words: free, 5 euros, donations welcome.",
        ),
        "languages": described(
            "Sprachen",
            "Languages",
            "In welchen Sprachen es stattfindet, als Kürzel: de, ar, uk.",
            "The languages in which it takes place, as codes: de, ar, uk.",
        ),
        "audiences": described(
            "Für wen",
            "For whom",
            "An wen sich die Veranstaltung richtet.",
            "Whom the event is for.",
        ),
        "topics": described(
            "Themen",
            "Topics",
            "Worum es geht: Themen aus der Liste der Stadt.",
            "What it is about: topics from the city's list.",
        ),
        "image": described(
            "Bild",
            "Image",
            "Ein Bild zur Veranstaltung: der Dateiname, oder Datei mit Beschreibung und Nachweis.",
            "A picture for the event: the file name, or file with description and credit.",
        ),
        "funding": described(
            "Gefördert durch",
            "Funded by",
            "Welche Förderprogramme dafür Geld geben: die Kennungen.",
            "Which funding programmes pay for it: their ids.",
        ),
        "attendance": described(
            "Wer da war",
            "Attendance",
            "Nach der Veranstaltung: wie viele und welche Vereine gekommen sind. Daraus entsteht "
            "der Bericht.",
            "After the event: how many people and which associations came. The report is made "
            "from it.",
        ),
        "formerly": described(
            "Frühere Kennungen",
            "Former ids",
            "Unter welchen Dateinamen (ohne Endung) der Eintrag früher lief, der älteste zuerst. "
            "Alte Adressen führen dann weiter hierher, und abonnierte Kalender laufen weiter.",
            "Under which file names (without ending) the entry used to be, the oldest first. Old "
            "addresses then still lead here, and calendars that people subscribed to go on.",
        ),
        "text": described(
            "Beschreibung",
            "Description",
            "Was die Gäste erwartet. In einer .md-Datei steht der Text unter der zweiten Linie.",
            "What guests can expect. In a .md file the text stands below the second line.",
        ),
    },
    model.Repeat: {
        "every": described(
            "Immer",
            "Every",
            "In welchem Abstand: day (täglich), week (wöchentlich), month (monatlich), year "
            "(jährlich).",
            "In which rhythm: day, week, month or year.",
        ),
        "interval": described(
            "Jede wievielte",
            "Interval",
            "2 heißt: nur jedes zweite Mal, also alle zwei Wochen oder Monate.",
            "2 means: only every second time, so every two weeks or months.",
        ),
        "weekdays": described(
            "Wochentage",
            "Weekdays",
            "An welchen Tagen der Woche: monday, tuesday, wednesday, thursday, friday, saturday, "
            "sunday.",
            "On which days of the week: monday, tuesday, wednesday, thursday, friday, saturday, "
            "sunday.",
        ),
        "day": described(
            "Tag im Monat",
            "Day of the month",
            "An welchem Tag im Monat: first monday (erster Montag), last friday (letzter "
            "Freitag), oder eine Zahl.",
            "On which day of the month: first monday, last friday, or a number.",
        ),
        "until": described(
            "Bis",
            "Until",
            "Der letzte mögliche Tag.",
            "The last possible day.",
        ),
        "count": described(
            "Wie oft",
            "How often",
            "Wie viele Male es insgesamt stattfindet.",
            "How many times it takes place altogether.",
        ),
        "except": described(
            "Außer am",
            "Except on",
            "An welchen Tagen es ausfällt, ohne dass es angekündigt war: Ferien, Feiertage.",
            "On which days it does not take place and was never announced: holidays.",
        ),
        "also": described(
            "Auch am",
            "Also on",
            "Zusätzliche Termine außer der Reihe.",
            "Further dates outside the series.",
        ),
        "moved": described(
            "Verlegt",
            "Moved",
            "Einzelne verlegte Termine: der Tag, ein Doppelpunkt, der neue Tag oder die neue Zeit.",
            "Single dates that were moved: the day, a colon, the new day or time.",
        ),
        "cancelled": described(
            "Abgesagt",
            "Cancelled",
            "Einzelne abgesagte Termine: der Tag, ein Doppelpunkt, der Grund.",
            "Single dates that were cancelled: the day, a colon, the reason.",
        ),
    },
    model.Venue: {
        "name": described(
            "Name des Ortes",
            "Name of the place",
            "Wie der Ort heißt: Bürgerhaus, kleiner Saal.",
            "What the place is called: community centre, small hall.",
        ),
        "street": described(
            "Straße und Nummer",
            "Street and number",
            "Straße und Hausnummer.",
            "Street and number of the house.",
        ),
        "postal_code": described(
            "Postleitzahl",
            "Postcode",
            "Fünf Ziffern. Eine Null am Anfang bleibt stehen.",
            "Five digits. A zero at the beginning stays.",
        ),
        "city": described(
            "Ort",
            "City",
            "Der Ort.",
            "The town.",
        ),
        "accessibility": described(
            "Barrierefreiheit",
            "Accessibility",
            "Wie zugänglich der Ort ist. Was nicht bekannt ist, weglassen.",
            "How accessible the place is. Leave out what is not known.",
        ),
    },
    model.Registration: {
        "url": described(
            "Webadresse",
            "Web address",
            "Wo man sich im Netz anmeldet. Die Adresse beginnt mit https://.",
            "Where one registers on the web. The address begins with https://.",
        ),
        "email": described(
            "E-Mail",
            "E-mail",
            "An welche Adresse man die Anmeldung schickt.",
            "The address to which one writes to register.",
        ),
        "phone": described(
            "Telefon",
            "Phone",
            "Unter welcher Nummer man sich anmeldet, mit Vorwahl.",
            "The number to call to register, with area code.",
        ),
        "until": described(
            "Bis",
            "Until",
            "Bis wann man sich anmelden kann: ein Tag, oder ein Tag mit Uhrzeit.",
            "Until when one can register: a day, or a day with a time.",
        ),
        "places": described(
            "Plätze",
            "Places",
            "Wie viele Plätze es gibt.",
            "How many places there are.",
        ),
    },
    model.Attendance: {
        "people": described(
            "Menschen",
            "People",
            "Wie viele Menschen da waren, ungefähr.",
            "Roughly how many people came.",
        ),
        "associations": described(
            "Vereine",
            "Associations",
            "Welche Vereine da waren: die Kennungen.",
            "Which associations came: their ids.",
        ),
    },
}
