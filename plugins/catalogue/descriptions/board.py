"""Descriptions of the fields of an offer or request on the board."""

from plugins.catalogue import model
from plugins.catalogue.descriptions._described import described

DESCRIPTIONS = {
    model.Posting: {
        "kind": described(
            "Biete oder suche",
            "Offer or seek",
            "offer heißt: Wir bieten etwas. seek heißt: Wir suchen etwas.",
            "offer means: we offer something. seek means: we look for something.",
        ),
        "title": described(
            "Titel",
            "Title",
            "Worum es geht, in wenigen Worten: Proberaum für zwölf Menschen.",
            "What it is about, in a few words: rehearsal room for twelve people.",
        ),
        "association": described(
            "Verein",
            "Association",
            "Wer anbietet oder sucht: die Kennung des Vereins, also sein Dateiname ohne Endung.",
            "Who offers or seeks: the id of the association, which is its file name without "
            "ending.",
        ),
        "category": described(
            "Kategorie",
            "Category",
            "Räume, Ausstattung, helfende Hände: ein Begriff aus der Liste.",
            "Rooms, equipment, helpers: a term from the list.",
        ),
        "posted": described(
            "Eingestellt am",
            "Posted on",
            "Der Tag, an dem die Anzeige aufgenommen wurde.",
            "The day on which it was posted.",
        ),
        "expires": described(
            "Läuft ab am",
            "Expires on",
            "Der letzte Tag, an dem die Anzeige gilt. Höchstens zwölf Monate nach dem Einstellen.",
            "The last day on which it is valid. At most twelve months after it was posted.",
        ),
        "available": described(
            "Verfügbar",
            "Available",
            "Wann es zu haben ist oder gebraucht wird.",
            "When it can be had or is needed.",
        ),
        "district": described(
            "Stadtteil",
            "District",
            "In welchem Stadtteil.",
            "In which part of the city.",
        ),
        "languages": described(
            "Sprachen",
            "Languages",
            "Bei Sprachhilfe: um welche Sprachen es geht, sonst: wie man sich verständigt. Als "
            "Kürzel: de, uk.",
            "For help with languages: which ones, else: how to talk to each other. As codes: de, "
            "uk.",
        ),
        "room": described(
            "Der Raum",
            "The room",
            "Nur bei Räumen: was der Raum hat oder haben muss.",
            "For rooms only: what the room has or must have.",
        ),
        "status": described(
            "Stand",
            "Status",
            "open (offen), placed (vermittelt) oder withdrawn (zurückgezogen).",
            "open, placed or withdrawn.",
        ),
        "placed": described(
            "Vermittelt",
            "Placed",
            "Wann und mit wem es geklappt hat. Ein Tag allein genügt: 2026-11-22.",
            "When and with whom it worked out. A day alone will do: 2026-11-22.",
        ),
        "text": described(
            "Beschreibung",
            "Description",
            "Alles Weitere: Bedingungen, Kosten, Zeiten. In einer .md-Datei steht der Text unter "
            "der zweiten Linie.",
            "Everything else: conditions, costs, times. In a .md file the text stands below the "
            "second line.",
        ),
    },
    model.Available: {
        "from": described(
            "Ab",
            "From",
            "Der erste Tag.",
            "The first day.",
        ),
        "until": described(
            "Bis",
            "Until",
            "Der letzte Tag.",
            "The last day.",
        ),
        "weekdays": described(
            "Wochentage",
            "Weekdays",
            "An welchen Tagen der Woche: monday, tuesday, wednesday, thursday, friday, saturday, "
            "sunday.",
            "On which days of the week: monday, tuesday, wednesday, thursday, friday, saturday, "
            "sunday.",
        ),
    },
    model.Room: {
        "seats": described(
            "Sitzplätze",
            "Seats",
            "Wie viele Menschen sitzen können, als Zahl.",
            "How many people can sit, as a number.",
        ),
        "step_free": described(
            "Stufenlos",
            "Step-free",
            "Ob man ohne Stufen hineinkommt: yes (ja) oder no (nein).",
            "Whether one gets in without steps: yes or no.",
        ),
        "kitchen": described(
            "Küche",
            "Kitchen",
            "Ob es eine Küche gibt: yes (ja) oder no (nein).",
            "Whether there is a kitchen: yes or no.",
        ),
        "stage": described(
            "Bühne",
            "Stage",
            "Ob es eine Bühne gibt: yes (ja) oder no (nein).",
            "Whether there is a stage: yes or no.",
        ),
        "hours": described(
            "Zeiten",
            "Hours",
            "Zu welchen Zeiten der Raum frei ist oder gebraucht wird.",
            "At which times the room is free or needed.",
        ),
    },
    model.Placed: {
        "on": described(
            "Am",
            "On",
            "Der Tag, an dem es geklappt hat.",
            "The day on which it worked out.",
        ),
        "with": described(
            "Mit wem",
            "With whom",
            "Die Kennung der passenden Anzeige oder des Vereins.",
            "The id of the matching posting or of the association.",
        ),
    },
}
