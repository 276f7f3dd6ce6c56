"""Descriptions of the fields of an association."""

from plugins.catalogue import model
from plugins.catalogue.descriptions._described import described

DESCRIPTIONS = {
    model.Association: {
        "name": described(
            "Name",
            "Name",
            "Der volle Name, so wie er im Verzeichnis stehen soll.",
            "The full name as the directory should show it.",
        ),
        "topics": described(
            "Themen",
            "Topics",
            "Worum es geht: ein bis drei Themen aus der Liste der Stadt, das wichtigste zuerst.",
            "What it is about: one to three topics from the city's list, the most important one "
            "first.",
        ),
        "listed": described(
            "Im Verzeichnis seit",
            "Listed since",
            "Der Tag, ab dem der Verein im Verzeichnis steht und in den Berichten mitzählt.",
            "The day from which the association is in the directory and counts in the reports.",
        ),
        "short_name": described(
            "Kurzname",
            "Short name",
            "Die Kurzform oder Abkürzung, unter der viele den Verein kennen.",
            "The short form or abbreviation by which many know the association.",
        ),
        "summary": described(
            "Kurz gesagt",
            "Summary",
            "Ein Satz darüber, was der Verein tut. Er steht in den Listen unter dem Namen.",
            "One sentence on what the association does. It stands below the name in lists.",
        ),
        "languages": described(
            "Sprachen",
            "Languages",
            "Die Sprachen, in denen man sich verständigen kann, als Kürzel: de für Deutsch, tr "
            "für Türkisch.",
            "The languages in which people can be talked to, as codes: de for German, tr for "
            "Turkish.",
        ),
        "audiences": described(
            "Für wen",
            "For whom",
            "An wen sich der Verein richtet. Leer lassen, wenn alle gemeint sind.",
            "Whom the association is for. Leave empty when everybody is meant.",
        ),
        "district": described(
            "Stadtteil",
            "District",
            "Der Stadtteil, in dem der Verein zu finden ist.",
            "The part of the city where the association is to be found.",
        ),
        "legal_form": described(
            "Rechtsform",
            "Legal form",
            "Eingetragener Verein, Initiative oder eine andere Form aus der Liste.",
            "Registered association, initiative or another form from the list.",
        ),
        "founded": described(
            "Gegründet",
            "Founded",
            "Das Gründungsjahr. Ein Monat oder der genaue Tag gehen auch: 2016, 2016-05, "
            "2016-05-21.",
            "The year of foundation. A month or the exact day will do as well: 2016, 2016-05, "
            "2016-05-21.",
        ),
        "members": described(
            "Mitglieder",
            "Members",
            "Wie viele Mitglieder der Verein ungefähr hat, als Zahl.",
            "Roughly how many members the association has, as a number.",
        ),
        "email": described(
            "E-Mail",
            "E-mail",
            "Die Adresse des Vereins, am besten keine private: kontakt@verein.example.",
            "The association's address, preferably not a private one: contact@association.example.",
        ),
        "phone": described(
            "Telefon",
            "Phone",
            "Die Nummer des Vereins mit Vorwahl. Private Nummern nur mit Einwilligung.",
            "The association's number with area code. Private numbers only with consent.",
        ),
        "website": described(
            "Website",
            "Website",
            "Die Adresse der eigenen Seiten im Netz. Sie beginnt mit https://.",
            "The address of its own pages on the web. It begins with https://.",
        ),
        "social": described(
            "Soziale Netzwerke",
            "Social networks",
            "Je Netzwerk eine Zeile: der Name des Netzwerks, ein Doppelpunkt, dann Adresse oder "
            "Kontoname in Anführungszeichen.",
            "One line for each network: its name, a colon, then the address or the name of the "
            "account in quotes.",
        ),
        "contacts": described(
            "Ansprechpersonen",
            "Contacts",
            "An wen man sich wenden kann. Nur Menschen, die zugestimmt haben: siehe consent.",
            "Whom to turn to. Only people who have agreed: see consent.",
        ),
        "address": described(
            "Anschrift",
            "Address",
            "Wo der Verein zu finden ist oder seine Post bekommt.",
            "Where the association is to be found or gets its mail.",
        ),
        "location": described(
            "Lage",
            "Location",
            "Der Punkt auf der Karte, als Breite und Länge.",
            "The point on the map, as latitude and longitude.",
        ),
        "accessibility": described(
            "Barrierefreiheit",
            "Accessibility",
            "Wie zugänglich die Räume sind. Was nicht bekannt ist, weglassen.",
            "How accessible the rooms are. Leave out what is not known.",
        ),
        "logo": described(
            "Logo",
            "Logo",
            "Der Dateiname des Logos. Die Datei liegt im Ordner images.",
            "The file name of the logo. The file lies in the folder images.",
        ),
        "images": described(
            "Bilder",
            "Images",
            "Bilder von der Arbeit des Vereins, jedes mit einer Beschreibung.",
            "Pictures of the association's work, each with a description.",
        ),
        "calendar": described(
            "Eigener Kalender",
            "Own calendar",
            "Die Adresse des vereinseigenen Kalenders zum Abonnieren. Sie endet oft auf .ics.",
            "The address of the association's own calendar to subscribe to. It often ends in .ics.",
        ),
        "checked": described(
            "Zuletzt bestätigt",
            "Last confirmed",
            "Wann zuletzt jemand bestätigt hat, dass alles stimmt. Ein Tag allein genügt: "
            "2026-11-22.",
            "When somebody last confirmed that all is right. A day alone will do: 2026-11-22.",
        ),
        "consent": described(
            "Einwilligung",
            "Consent",
            "Wann die genannten Menschen der Veröffentlichung zugestimmt haben. Ohne sie "
            "erscheinen keine Namen.",
            "When the people named agreed to be published. Without it no names appear.",
        ),
        "ended": described(
            "Beendet",
            "Ended",
            "Seit wann es den Verein nicht mehr gibt. Der Eintrag bleibt für die alten Berichte "
            "stehen.",
            "Since when the association exists no more. The entry stays for the old reports.",
        ),
        "formerly": described(
            "Frühere Kennungen",
            "Former ids",
            "Unter welchen Dateinamen (ohne Endung) der Eintrag früher lief. Alte Adressen führen"
            " dann weiter hierher, und abonnierte Kalender laufen weiter.",
            "Under which file names (without ending) the entry used to be. Old addresses then "
            "still lead here, and calendars that people subscribed to go on.",
        ),
        "text": described(
            "Beschreibung",
            "Description",
            "Was der Verein tut, für wen und wann: einige Absätze. In einer .md-Datei steht der "
            "Text unter der zweiten Linie.",
            "What the association does, for whom and when: a few paragraphs. In a .md file the "
            "text stands below the second line.",
        ),
    },
    model.Contact: {
        "name": described(
            "Name",
            "Name",
            "Der Name der Person. Nur mit ihrer Einwilligung.",
            "The person's name. Only with their consent.",
        ),
        "role": described(
            "Aufgabe",
            "Role",
            "Was sie im Verein tut: Vorsitz, Chorleitung, Anmeldung.",
            "What they do in the association: chair, choir leader, registration.",
        ),
        "email": described(
            "E-Mail",
            "E-mail",
            "Unter welcher Adresse die Person zu erreichen ist.",
            "The address at which the person can be reached.",
        ),
        "phone": described(
            "Telefon",
            "Phone",
            "Unter welcher Nummer die Person zu erreichen ist, mit Vorwahl.",
            "The number at which the person can be reached, with area code.",
        ),
        "languages": described(
            "Sprachen",
            "Languages",
            "In welchen Sprachen man mit der Person reden kann, als Kürzel: de, uk, ar.",
            "The languages in which one can talk to the person, as codes: de, uk, ar.",
        ),
    },
    model.Location: {
        "latitude": described(
            "Breite",
            "Latitude",
            "Grad nördlicher Breite mit Punkt statt Komma: 52.5049.",
            "Degrees north with a decimal point: 52.5049.",
        ),
        "longitude": described(
            "Länge",
            "Longitude",
            "Grad östlicher Länge mit Punkt statt Komma: 13.4062.",
            "Degrees east with a decimal point: 13.4062.",
        ),
    },
    model.Consent: {
        "on": described(
            "Am",
            "On",
            "Der Tag, an dem zugestimmt wurde.",
            "The day on which consent was given.",
        ),
        "by": described(
            "Von",
            "By",
            "Wer zugestimmt hat.",
            "Who gave consent.",
        ),
        "scope": described(
            "Wofür",
            "For what",
            "Was veröffentlicht werden darf: Name, E-Mail-Adresse, Telefonnummer, Foto. Was von "
            "einer Ansprechperson hier nicht steht, erscheint nicht; ohne diese Zeile alles.",
            "What may be published: name, e-mail address, phone number, photo. What of a contact "
            "does not stand here does not appear; without this line all of it.",
        ),
    },
    model.Ended: {
        "on": described(
            "Am",
            "On",
            "Der erste Tag, an dem es den Verein nicht mehr gibt.",
            "The first day on which the association exists no more.",
        ),
        "reason": described(
            "Grund",
            "Reason",
            "Warum, in einem Satz, und wer die Arbeit weiterführt.",
            "Why, in one sentence, and who carries the work on.",
        ),
    },
}
