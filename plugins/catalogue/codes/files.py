"""FILE and PATH: where files lie and what they are called."""

from plugins.catalogue.codes._code import error, warning

CODES = {
    "FILE-NO-CONTENT": error(
        "Den Ordner »{path}« gibt es nicht.",
        'There is no folder "{path}".',
        "Den Pfad hinter CONTENT= prüfen.",
        "Check the path after CONTENT=.",
    ),
    "FILE-SIZE": error(
        "Die Datei ist größer als {limit} kB.",
        "The file is larger than {limit} kB.",
        "Den Text kürzen; ein Eintrag braucht selten mehr als 4 kB.",
        "Shorten the text; an entry rarely needs more than 4 kB.",
    ),
    "FILE-UNREADABLE": error(
        "Die Datei lässt sich nicht öffnen.",
        "The file cannot be opened.",
        "Die Zugriffsrechte der Datei prüfen.",
        "Check the permissions of the file.",
    ),
    "FILE-LINK": error(
        "Das ist eine Verknüpfung, keine Datei.",
        "This is a symbolic link, not a file.",
        "Die Verknüpfung durch die Datei selbst ersetzen.",
        "Replace the link by the file itself.",
    ),
    "FILE-FOLDER": error(
        "Einen Ordner »{name}« kennt die Seite nicht; was darin liegt, wird nicht veröffentlicht.",
        'The site knows no folder "{name}"; what is in it is not published.',
        "Die Dateien in einen der Ordner associations, events, board, networks, funding, reports, "
        "pages, vocabulary oder images legen.",
        "Put the files into one of the folders associations, events, board, networks, funding, "
        "reports, pages, vocabulary or images.",
    ),
    "FILE-PLACE": error(
        "Hier gehört keine Datei hin; »{name}« wird nicht veröffentlicht.",
        'No file belongs here; "{name}" is not published.',
        "Die Datei in den Ordner ihrer Art legen, zum Beispiel associations/.",
        "Put the file into the folder of its kind, for instance associations/.",
    ),
    "FILE-SUBFOLDER": error(
        "In diesem Ordner darf kein weiterer Ordner liegen (»{name}«).",
        'There must be no further folder in this one ("{name}").',
        "Die Dateien eine Ebene höher legen.",
        "Move the files one level up.",
    ),
    "FILE-ENDING": error(
        "Die Datei »{name}« wird nicht gelesen: Einträge enden auf .md oder .yaml.",
        'The file "{name}" is not read: entries end in .md or .yaml.',
        "Die Datei umbenennen.",
        "Rename the file.",
    ),
    "FILE-NAME": error(
        "Der Dateiname »{name}« ist als Kennung nicht erlaubt.",
        'The file name "{name}" cannot be used as an id.',
        "Nur die Kleinbuchstaben a-z, Ziffern und - verwenden, höchstens 80 Zeichen.",
        "Use only the small letters a-z, digits and -, at most 80 characters.",
    ),
    "FILE-RESERVED": error(
        "Der Name »{name}« ist vergeben: Die Seite oder Windows benutzt ihn selbst.",
        'The name "{name}" is taken: the site or Windows uses it itself.',
        "Der Datei einen anderen Namen geben.",
        "Give the file another name.",
    ),
    "FILE-TWICE": error(
        "Diesen Eintrag gibt es zweimal, auch als »{other}«.",
        'This entry exists twice, also as "{other}".',
        "Eine der beiden Dateien löschen oder umbenennen.",
        "Delete or rename one of the two files.",
    ),
    "FILE-VOCABULARY": warning(
        "Eine Liste »{name}« kennt die Seite nicht.",
        'The site knows no list "{name}".',
        "Erlaubt sind topics, districts, audiences, legal_forms, formats, categories, "
        "consultations, jeweils mit der Endung .yaml.",
        "Allowed are topics, districts, audiences, legal_forms, formats, categories, "
        "consultations, each ending in .yaml.",
    ),
}
