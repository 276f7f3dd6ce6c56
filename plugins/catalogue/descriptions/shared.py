"""Descriptions of the records that several kinds of entry use."""

from plugins.catalogue import model
from plugins.catalogue.descriptions._described import described

DESCRIPTIONS = {
    model.Checked: {
        "on": described(
            "Am",
            "On",
            "Der Tag, an dem die Angaben bestätigt wurden.",
            "The day on which the entry was confirmed.",
        ),
        "by": described(
            "Von",
            "By",
            "Wer bestätigt hat: der Verein, die Koordination.",
            "Who confirmed it: the association, the coordination office.",
        ),
    },
    model.Address: {
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
        "note": described(
            "Hinweis",
            "Note",
            "Wie man hinfindet: Hinterhaus, zweiter Stock, Klingel.",
            "How to find it: rear building, second floor, bell.",
        ),
    },
    model.Accessibility: {
        "wheelchair": described(
            "Mit Rollstuhl",
            "By wheelchair",
            "Ob man mit dem Rollstuhl hineinkommt: yes (ja), limited (teilweise) oder no (nein).",
            "Whether a wheelchair gets in: yes, limited or no.",
        ),
        "toilet": described(
            "Toilette",
            "Toilet",
            "Ob es eine rollstuhlgerechte Toilette gibt: yes (ja), limited (teilweise) oder no "
            "(nein).",
            "Whether there is a toilet for wheelchair users: yes, limited or no.",
        ),
        "hearing_loop": described(
            "Höranlage",
            "Hearing loop",
            "Ob es eine Anlage für Hörgeräte gibt: yes (ja), limited (teilweise) oder no (nein).",
            "Whether there is a loop for hearing aids: yes, limited or no.",
        ),
        "sign_language": described(
            "Gebärdensprache",
            "Sign language",
            "Ob in Gebärdensprache übersetzt wird: yes (ja), limited (teilweise) oder no (nein).",
            "Whether there is sign language interpreting: yes, limited or no.",
        ),
        "note": described(
            "Hinweis",
            "Note",
            "Was man sonst wissen muss: eine Stufe, ein schmaler Aufzug.",
            "What else one must know: a step, a narrow lift.",
        ),
    },
    model.Image: {
        "file": described(
            "Bilddatei",
            "File",
            "Der Dateiname des Bildes. Die Datei liegt im Ordner images.",
            "The file name of the picture. The file lies in the folder images.",
        ),
        "alt": described(
            "Beschreibung",
            "Description",
            "Was zu sehen ist, für Menschen, die das Bild nicht sehen.",
            "What is to be seen, for people who cannot see the picture.",
        ),
        "credit": described(
            "Bildnachweis",
            "Credit",
            "Von wem das Bild ist und unter welcher Lizenz.",
            "Whose picture it is, and under which licence.",
        ),
    },
    model.TranslationHead: {
        "source": described(
            "Stand des Originals",
            "State of the original",
            "Eine Prüfzahl des übersetzten Originals. make check nennt sie. Ändert sich das "
            "Original, gilt die Übersetzung als veraltet.",
            "A check figure of the original that was translated. make check tells it. When the "
            "original changes, the translation counts as outdated.",
        ),
    },
    model.VocabularyTerm: {
        "label": described(
            "Bezeichnung",
            "Label",
            "Wie der Begriff auf der Site heißt, je Sprache: de: Musik, en: Music. Deutsch wird "
            "immer gebraucht.",
            "What the term is called on the site, by language: de: Musik, en: Music. German is "
            "always needed.",
        ),
        "synonyms": described(
            "Andere Wörter",
            "Other words",
            "Wörter, unter denen Menschen danach suchen, je Sprache eine Liste.",
            "Words by which people look for it, a list for each language.",
        ),
        "icon": described(
            "Zeichen",
            "Icon",
            "Der Name des kleinen Bildes neben dem Begriff.",
            "The name of the small picture beside the term.",
        ),
        "order": described(
            "Reihenfolge",
            "Order",
            "Eine Zahl. Kleine Zahlen stehen oben, gleiche nach dem Alphabet.",
            "A number. Small numbers come first, equal ones by the alphabet.",
        ),
    },
}
