"""FILE and PATH: where files lie and what they are called."""

from plugins.catalogue.codes._code import error, warning

CODES = {
    "FILE-NO-CONTENT": error(
        since="0.1.0",
        message=(
            "Den Ordner »{path}« gibt es nicht.",
            'There is no folder "{path}".',
        ),
        cause=(
            "Ohne diesen Ordner gibt es keine Einträge, also auch nichts zu prüfen. Meist ist "
            "der Name vertippt, oder der Befehl lief im falschen Ordner.",
            "Without it there are no entries, so nothing to check. Mostly the name is "
            "mistyped, or the command ran in the wrong folder.",
        ),
        remedy=(
            "Den Namen hinter CONTENT= prüfen; ohne diese Angabe wird der Ordner »content« "
            "genommen.",
            'Check the name after CONTENT=; without it the folder "content" is taken.',
        ),
    ),
    "FILE-SIZE": error(
        since="0.1.0",
        message=(
            "Die Datei ist größer als {limit} kB.",
            "The file is larger than {limit} kB.",
        ),
        cause=(
            "Ein Eintrag ist ein kurzer Text, selten mehr als 4 kB. So große Dateien sind "
            "meist versehentlich hier gelandet.",
            "An entry is a short text, rarely more than 4 kB. Files as large as this have "
            "mostly come here by mistake.",
        ),
        remedy=(
            "Den Text kürzen; Bilder gehören als eigene Dateien in content/images/.",
            "Shorten the text; pictures belong into content/images/ as files of their own.",
        ),
    ),
    "FILE-UNREADABLE": error(
        since="0.1.0",
        message=(
            "Die Datei lässt sich nicht öffnen.",
            "The file cannot be opened.",
        ),
        cause=(
            "Entweder fehlt das Recht, sie zu lesen, oder sie ist gar keine gewöhnliche Datei.",
            "Either the right to read it is missing, or it is no ordinary file at all.",
        ),
        remedy=(
            "Die Zugriffsrechte der Datei prüfen; hilft das nicht, sie löschen und neu anlegen.",
            "Check the permissions of the file; if that does not help, delete it and make it anew.",
        ),
    ),
    "FILE-LINK": error(
        since="0.1.0",
        message=(
            "Das ist nur eine Verknüpfung auf eine Datei, nicht die Datei selbst.",
            "This is only a link to a file, not the file itself.",
        ),
        cause=(
            "Eine Verknüpfung kann auf alles zeigen, was auf dem Rechner liegt, auch auf "
            "Vertrauliches. Deshalb wird ihr nicht gefolgt.",
            "A link can point to anything on the computer, confidential things too. So it is "
            "not followed.",
        ),
        remedy=(
            "Die Verknüpfung löschen und die Datei selbst hierher kopieren.",
            "Delete the link and copy the file itself to this place.",
        ),
    ),
    "FILE-FOLDER": error(
        since="0.1.0",
        message=(
            "Einen Ordner »{name}« kennt die Seite nicht; was darin liegt, wird nicht "
            "veröffentlicht.",
            'The site knows no folder "{name}"; what is in it is not published.',
        ),
        cause=(
            "Am Ordner erkennt die Seite, ob eine Datei ein Verein, ein Termin oder ein "
            "Aushang ist. Die Ordner haben feste englische Namen.",
            "The folder tells the site whether a file is an association, an event or a "
            "posting. Folders have fixed English names.",
        ),
        remedy=(
            "Die Dateien in einen dieser Ordner legen: associations (Vereine), events "
            "(Termine), board (Biete und Suche), networks (Netzwerke), funding (Förderung), "
            "reports (Berichte), pages (Seiten), vocabulary (Listen) oder images (Bilder).",
            "Put the files into one of the folders associations, events, board, networks, "
            "funding, reports, pages, vocabulary or images.",
        ),
    ),
    "FILE-PLACE": error(
        since="0.1.0",
        message=(
            "Hier gehört keine Datei hin; »{name}« wird nicht veröffentlicht.",
            'No file belongs here; "{name}" is not published.',
        ),
        cause=(
            "Am Ordner erkennt die Seite, was eine Datei ist. Außerhalb der Ordner weiß sie es "
            "nicht.",
            "The folder tells the site what a file is. Outside of the folders it cannot know.",
        ),
        remedy=(
            "Die Datei in den Ordner ihrer Art legen, einen Verein zum Beispiel in "
            "content/associations/.",
            "Put the file into the folder of its kind, an association for instance into "
            "content/associations/.",
        ),
    ),
    "FILE-SUBFOLDER": error(
        since="0.1.0",
        message=(
            "In diesem Ordner darf kein weiterer Ordner liegen (»{name}«).",
            'There must be no further folder in this one ("{name}").',
        ),
        cause=(
            "Der Dateiname wird zur Adresse im Netz und muss in seinem Ordner einmalig sein. "
            "In Unterordnern könnte es ihn zweimal geben.",
            "A file's name becomes its address on the web and must be unique in its folder. In "
            "subfolders it could exist twice.",
        ),
        remedy=(
            "Die Dateien eine Ebene höher legen und den leeren Ordner löschen.",
            "Move the files one level up and delete the empty folder.",
        ),
    ),
    "FILE-ENDING": error(
        since="0.1.0",
        message=(
            "Die Datei »{name}« wird nicht gelesen: Der Name eines Eintrags endet auf .md oder "
            ".yaml.",
            'The file "{name}" is not read: the name of an entry ends in .md or .yaml.',
        ),
        cause=(
            "Andere Dateien, etwa aus Word, kann die Seite nicht lesen. Damit nichts still "
            "verloren geht, wird das gemeldet.",
            "The site cannot read other files, from Word for instance. It says so, so that "
            "nothing is lost in silence.",
        ),
        remedy=(
            "Den Text in eine Datei kopieren, deren Name auf .md endet.",
            "Copy the text into a file whose name ends in .md.",
        ),
    ),
    "FILE-NAME": error(
        since="0.1.0",
        message=(
            "So darf eine Datei nicht heißen: »{name}«.",
            'A file must not be called "{name}".',
        ),
        cause=(
            "Der Dateiname wird zur Adresse im Netz, zum Beispiel /vereine/chor/. Leerzeichen, "
            "Umlaute und große Buchstaben machen dort Ärger.",
            "The file's name becomes its address on the web, for instance /vereine/chor/. "
            "Spaces, accents and capitals make trouble there.",
        ),
        remedy=(
            "Die Datei umbenennen: nur die kleinen Buchstaben a-z, Ziffern und -, höchstens 80 "
            "Zeichen.",
            "Rename the file: only the small letters a-z, digits and -, at most 80 characters.",
        ),
    ),
    "FILE-RESERVED": error(
        since="0.1.0",
        message=(
            "Der Name »{name}« ist schon vergeben: Die Seite oder Windows braucht ihn selbst.",
            'The name "{name}" is taken: the site or Windows needs it itself.',
        ),
        cause=(
            "Unter dieser Adresse steht schon etwas, oder die Datei ließe sich unter Windows "
            "nicht speichern.",
            "There is something at this address already, or the file could not be saved on "
            "Windows.",
        ),
        remedy=(
            "Die Datei umbenennen, zum Beispiel in »{name}-1«.",
            'Rename the file, for instance to "{name}-1".',
        ),
    ),
    "FILE-TWICE": error(
        since="0.1.0",
        message=(
            "Diesen Eintrag gibt es zweimal, auch als »{other}«.",
            'This entry exists twice, also as "{other}".',
        ),
        cause=(
            "Beide Dateien hätten dieselbe Adresse im Netz. Welche gilt, kann nur ein Mensch "
            "entscheiden.",
            "Both files would have the same address on the web. Only a human can decide which "
            "one is meant.",
        ),
        remedy=(
            "Eine der beiden Dateien löschen; sind es zwei verschiedene Einträge, eine umbenennen.",
            "Delete one of the two files; if they are two different entries, rename one.",
        ),
    ),
    "FILE-VOCABULARY": warning(
        since="0.1.0",
        message=(
            "Eine Liste »{name}« kennt die Seite nicht.",
            'The site knows no list "{name}".',
        ),
        cause=(
            "Jede Liste hat einen festen Namen; eine mit anderem Namen wird nie benutzt.",
            "Every list has a fixed name; one with another name is never used.",
        ),
        remedy=(
            "Die Datei umbenennen. Erlaubt sind topics, districts, audiences, legal_forms, "
            "formats, categories und consultations, jeweils mit .yaml am Ende.",
            "Rename the file. Allowed are topics, districts, audiences, legal_forms, formats, "
            "categories and consultations, each with .yaml at its end.",
        ),
    ),
    "FILE-FORGOTTEN": error(
        since="0.1.0",
        message=(
            "Diese Zeile der Liste des Entfernten sagt nichts.",
            "This line of the list of what was taken out says nothing.",
        ),
        cause=(
            "Wer auf Wunsch entfernt wurde, könnte sonst unbemerkt wiederkommen. Oft ist es ein "
            "Rest, den git beim Zusammenführen hinterlässt (<<<<<<<).",
            "Whoever was taken out could otherwise come back unnoticed. Often it is what git "
            "leaves when it merges (<<<<<<<).",
        ),
        remedy=(
            "Die Zeile aus einem früheren Stand wiederherstellen. Zeichen von git löschen und die "
            "Zeilen beider Seiten behalten. Stehen zwei »salt:« da, so gilt das erste, und make "
            "forget muss wiederholen, was unter dem zweiten stand.",
            "Restore the line from an earlier version. Delete git's signs and keep the lines of "
            'both sides. With two "salt:" the first counts, and make forget must repeat what '
            "stood below the second.",
        ),
    ),
}
