"""What is asked and said about the fields of records that several kinds have."""

from plugins.catalogue.descriptions.row import Row, Rows

CHECKED: Rows = {
    "on": Row("am", "Der Tag, an dem die Angaben bestätigt wurden."),
    "by": Row("von", "Wer bestätigt hat: der Verein, die Koordination.", context="by whom"),
}

ADDRESS: Rows = {
    "street": Row(
        "Straße und Hausnummer",
        "Wo man den Verein besuchen kann. Keine private Anschrift.",
        question="Straße und Hausnummer?",
        example="Marktplatz 11",
    ),
    "postal_code": Row(
        "Postleitzahl",
        "Fünf Ziffern. Eine Null am Anfang bleibt stehen.",
        question="Postleitzahl?",
        example="01067",
        needs="street",
    ),
    "city": Row(
        "Ort",
        "Der Ort zu dieser Postleitzahl.",
        question="Ort?",
        example="Musterstadt",
        needs="street",
    ),
    "note": Row("Hinweis", "Wie man hinfindet: Hinterhaus, zweiter Stock, Klingel."),
}

DEGREE = "yes (ja), limited (teilweise) oder no (nein)."

ACCESSIBILITY: Rows = {
    "wheelchair": Row(
        "Rollstuhl",
        "»Teilweise« heißt: mit Hilfe, oder nicht überall hin. Nicht bekannt: weglassen.",
        question="Kommt man mit dem Rollstuhl hinein?",
        file=DEGREE,
    ),
    "toilet": Row(
        "Toilette",
        "Eine Toilette, die auch mit Rollstuhl benutzbar ist.",
        question="Gibt es ein barrierefreies WC?",
        file=DEGREE,
    ),
    "hearing_loop": Row("Hörschleife", "Ob es eine Anlage für Hörgeräte gibt.", file=DEGREE),
    "sign_language": Row("Gebärdensprache", "Ob in Gebärdensprache übersetzt wird.", file=DEGREE),
    "note": Row("Hinweis", "Was man sonst wissen muss: eine Stufe, ein schmaler Aufzug."),
}

IMAGE: Rows = {
    "file": Row(
        "Datei",
        "Ein Foto oder eine Zeichnung, für die Sie die Rechte haben.",
        file="Der Dateiname des Bildes. Die Datei liegt im Ordner images.",
    ),
    "alt": Row("Bildbeschreibung", "Was zu sehen ist, für Menschen, die das Bild nicht sehen."),
    "credit": Row("Bildnachweis", "Von wem das Bild ist und unter welcher Lizenz."),
}

TRANSLATION: Rows = {
    "source": Row(
        "Stand des Originals",
        "Eine Prüfzahl des übersetzten Originals. make check nennt sie. Ändert sich das Original, "
        "gilt die Übersetzung als veraltet.",
    ),
}

TERM: Rows = {
    "label": Row(
        "Bezeichnung",
        "Wie der Begriff auf der Site heißt, je Sprache. Deutsch wird immer gebraucht.",
        file="de: Musik, en: Music.",
    ),
    "synonyms": Row(
        "Andere Wörter", "Wörter, unter denen Menschen danach suchen, je Sprache eine Liste."
    ),
    "icon": Row("Zeichen", "Der Name des kleinen Bildes neben dem Begriff."),
    "order": Row("Reihenfolge", "Eine Zahl. Kleine Zahlen stehen oben, gleiche nach dem Alphabet."),
    "dates": Row(
        "Tage eines Festes",
        "Nur in feasts.yaml: wann das Fest ist. Nötig, wo es niemand errechnen kann.",
        file="Tage, die aufeinander folgen, sind ein Fest. In ihrem Jahr gelten nur sie.",
    ),
}
