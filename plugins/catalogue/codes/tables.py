"""SHEET: what is wrong with a cell or a row of a sheet that is read in."""

from plugins.catalogue.codes._code import error, notice

CODES = {
    "SHEET-EMPTY": error(
        since="0.1.0",
        message=(
            "Diese Zelle darf nicht leer sein.",
            "This cell must not be empty.",
        ),
        cause=(
            "Ohne diese Angabe kann der Eintrag nicht veröffentlicht werden.",
            "Without this the entry cannot be published.",
        ),
        remedy=(
            "Einen Wert eintragen.",
            "Enter a value.",
        ),
    ),
    "SHEET-MISSING": error(
        since="0.1.0",
        message=(
            "Es fehlt die Angabe »{field}« ({key}).",
            'The field "{field}" ({key}) is missing.',
        ),
        cause=(
            "Ohne diese Angabe kann ein neuer Eintrag nicht veröffentlicht werden, und die "
            "Tabelle hat keine Spalte dafür.",
            "Without this a new entry cannot be published, and the sheet has no column for it.",
        ),
        remedy=(
            "Eine Spalte »{key}« anlegen und ausfüllen, oder in einer Zuordnung unter constants "
            "sagen, was für alle gilt.",
            'Add a column "{key}" and fill it in, or say under constants of a mapping what holds '
            "for all.",
        ),
    ),
    "SHEET-ID-TWICE": error(
        since="0.1.0",
        message=(
            "Die Kennung »{value}« steht schon in Zeile {other}.",
            'The id "{value}" is in row {other} already.',
        ),
        cause=(
            "Die Kennung wird zum Namen der Datei und zur Adresse der Seite; zwei Einträge können"
            " sie sich nicht teilen.",
            "The id becomes the name of the file and the address of the page; two entries cannot "
            "share it.",
        ),
        remedy=(
            "Ist es derselbe Eintrag, eine der Zeilen löschen. Sonst jeder Zeile eine eigene "
            "Kennung geben, in einer Spalte »Kennung«; in einer Zuordnung kann sie auch anders "
            "heißen (unter columns: id: Name der Spalte).",
            "If it is the same entry, delete one of the rows. Otherwise give each row an id of "
            'its own in a column "Kennung"; in a mapping it may have another name (id: name of '
            "the column).",
        ),
    ),
    "SHEET-NO-ID": error(
        since="0.1.0",
        message=(
            "Die Zeile hat keine Kennung, und aus dem Namen lässt sich keine bilden.",
            "The row has no id, and none can be made from the name.",
        ),
        cause=(
            "Die Kennung wird zum Namen der Datei und zur Adresse der Seite.",
            "The id becomes the name of the file and the address of the page.",
        ),
        remedy=(
            "In die Spalte Kennung einen kurzen Namen aus a-z, 0-9 und - schreiben.",
            "Write a short name made of a-z, 0-9 and - into the column id.",
        ),
    ),
    "SHEET-PHONE": error(
        since="0.1.0",
        message=(
            "Das Tabellenprogramm hat aus der Telefonnummer eine Zahl gemacht ({value}); die Null"
            " am Anfang fehlt.",
            "The spreadsheet program made a number of the phone number ({value}); its first zero "
            "is missing.",
        ),
        cause=(
            "Eine Zahl hat keine Null am Anfang und kein Pluszeichen. Unter der Nummer, die übrig"
            " bleibt, nimmt niemand ab, oder jemand anderes.",
            "A number has neither a zero nor a plus sign in front. Under what is left nobody "
            "answers, or somebody else.",
        ),
        remedy=(
            "Die Zelle als Text formatieren und die Nummer neu schreiben, mit ihrer Vorwahl{like}.",
            "Format the cell as text and type the number again, with its area code{like}.",
        ),
    ),
    "SHEET-ZERO": notice(
        since="0.1.0",
        message=(
            "Aus der Zahl {value} wurde die Postleitzahl {mended}.",
            "The number {value} was taken for the postcode {mended}.",
        ),
        cause=(
            "Das Tabellenprogramm hält die Postleitzahl für eine Zahl und lässt die Null am "
            "Anfang weg; sie wurde wieder davorgesetzt.",
            "The spreadsheet program takes the postcode for a number and drops its first zero, "
            "which was put back.",
        ),
        remedy=(
            "Wenn das nicht stimmt, die Zelle als Text formatieren und neu schreiben.",
            "If that is wrong, format the cell as text and type it again.",
        ),
    ),
    "SHEET-REFERENCE": error(
        since="0.1.0",
        message=(
            "»{value}« ist nicht genau ein Eintrag, den es gibt.",
            '"{value}" is not exactly one of the entries that there are.',
        ),
        cause=(
            "Wer genannt ist, bekommt einen Link. Dazu muss der Name der eines Eintrags sein, und "
            "nur eines.",
            "Whoever is named gets a link. For that the name must be that of an entry, and of one "
            "only.",
        ),
        remedy=(
            "Den Namen schreiben wie im Verzeichnis, oder die Kennung aus der Tabelle, die make "
            "sheet schreibt. Wer noch keinen Eintrag hat, kann im Text genannt werden.",
            "Write the name as in the directory, or the id from the sheet that make sheet writes. "
            "Who has no entry yet can be named in the text.",
        ),
    ),
    "SHEET-PAIR": error(
        since="0.1.0",
        message=(
            "»{value}« ist kein Paar aus Netzwerk und Adresse, oder das Netzwerk steht zweimal da.",
            '"{value}" is no pair of network and address, or the network is there twice.',
        ),
        cause=(
            "Jede Adresse gehört zu einem Netzwerk, und jedes Netzwerk hat auf der Seite einen "
            "Link.",
            "Every address belongs to a network, and every network has one link on the page.",
        ),
        remedy=(
            "Schreiben: mastodon=https://… und mehrere mit Strichpunkt trennen.",
            "Write mastodon=https://… and separate several by semicolons.",
        ),
    ),
    "SHEET-EITHER": error(
        since="0.1.0",
        message=(
            "Hier steht etwas, und in der Spalte »{other}« auch; beides zusammen geht nicht.",
            'There is something here and in the column "{other}"; both together do not work.',
        ),
        cause=(
            "Beide Spalten sagen dasselbe auf verschiedene Weise. Welche gilt, kann das Programm "
            "nicht wissen.",
            "Both columns say the same in different ways. Which one is right the program cannot "
            "know.",
        ),
        remedy=(
            "Eine der beiden Zellen leeren.",
            "Empty one of the two cells.",
        ),
    ),
    "SHEET-YES-NO": error(
        since="0.1.0",
        message=(
            "»{value}« ist weder ja noch nein.",
            '"{value}" is neither yes nor no.',
        ),
        cause=(
            "Bei einem anderen Wort müsste das Programm raten, was gemeint ist.",
            "With any other word the program would have to guess what is meant.",
        ),
        remedy=(
            "ja oder nein schreiben.",
            "Write yes or no.",
        ),
    ),
    "SHEET-LIST": error(
        since="0.1.0",
        message=(
            "In dieser Zelle stehen mehrere Angaben: {value}",
            "There are several values in this cell: {value}",
        ),
        cause=(
            "Ohne Strichpunkt dazwischen ist das alles zusammen eine einzige Angabe, und die gibt "
            "es nicht.",
            "Without semicolons all of this together is a single value, and there is no such.",
        ),
        remedy=(
            "Mit Strichpunkt trennen: {value}",
            "Part them with semicolons: {value}",
        ),
    ),
    "SHEET-PLACE": error(
        since="0.1.0",
        message=(
            "Einen Verein »{value}« gibt es nicht.",
            'There is no association "{value}".',
        ),
        cause=(
            "In dieser Spalte steht der Verein, bei dem etwas stattfindet. Andere Orte haben "
            "Spalten für Name und Anschrift.",
            "This column holds the association at whose place something happens. Other places "
            "have columns for name and address.",
        ),
        remedy=(
            "Ist ein Ort gemeint, den Namen in die Spalte venue.name schreiben; in einer Zuordnung "
            "venue.name statt venue. Ist ein Verein gemeint, seinen Namen wie im Verzeichnis.",
            "If a place is meant, write its name into the column venue.name; in a mapping "
            "venue.name instead of venue. If an association is meant, its name as in the "
            "directory.",
        ),
    ),
    "SHEET-ONLINE": error(
        since="0.1.0",
        message=(
            "»{value}« ist kein Ort.",
            '"{value}" is no place.',
        ),
        cause=(
            "Zum Ort gehören Wegbeschreibung und Karte. Was im Netz stattfindet, hat eine Adresse "
            "im Netz.",
            "A place has a way to it and a map. What takes place online has an address there.",
        ),
        remedy=(
            "Diese Zelle leeren und die Adresse des Treffens in die Spalte online schreiben. Steht "
            "sie noch nicht fest, gehört das in den Text.",
            "Empty this cell and write the address of the meeting into the column online. If it "
            "is not known yet, say so in the text.",
        ),
    ),
    "SHEET-BROKEN": error(
        since="0.1.0",
        message=(
            "Die Datei dieses Eintrags hat Fehler und lässt sich nicht vergleichen.",
            "The file of this entry has errors and cannot be compared.",
        ),
        cause=(
            "Die Tabelle ändert nur, was sich von der Datei unterscheidet. Dazu muss die Datei "
            "lesbar sein.",
            "The sheet changes only what differs from the file. For that the file must be "
            "readable.",
        ),
        remedy=(
            "Erst die Datei berichtigen: make check sagt, was zu tun ist.",
            "Correct the file first: make check says how.",
        ),
    ),
    "SHEET-LARGE": error(
        since="0.1.0",
        message=(
            "Der Eintrag wäre zu lang für eine Datei.",
            "The entry would be too long for a file.",
        ),
        cause=(
            "Dateien mit Einträgen haben eine Grenze, damit niemand die Site mit einer einzigen "
            "lahmlegt.",
            "Files with entries have a limit, so that nobody can bring the site to a halt with a "
            "single one.",
        ),
        remedy=(
            "Den Text kürzen.",
            "Shorten the text.",
        ),
    ),
    "SHEET-ERROR": error(
        since="0.1.0",
        message=(
            "Hier steht der Fehler {value} des Tabellenprogramms und kein Wert.",
            "Here stands the error {value} of the spreadsheet program and no value.",
        ),
        cause=(
            "Die Formel in der Zelle hat kein Ergebnis. Auf der Site stünde sonst die "
            "Fehlermeldung.",
            "The formula in the cell has no result. Otherwise the site would show the error.",
        ),
        remedy=(
            "Im Tabellenprogramm die Formel berichtigen oder den Wert selbst eintragen.",
            "Correct the formula in your spreadsheet program, or type the value itself.",
        ),
    ),
    "SHEET-LETTERS": notice(
        since="0.1.0",
        message=(
            "Beim Speichern sind wohl Buchstaben verloren gegangen: »{value}«.",
            'Letters seem to have been lost when the file was saved: "{value}".',
        ),
        cause=(
            "Manche Dateien können nicht alle Buchstaben aufnehmen; das Tabellenprogramm setzt "
            "dann ohne Warnung Fragezeichen.",
            "Some files cannot hold all letters; the spreadsheet program then writes question "
            "marks without a warning.",
        ),
        remedy=(
            "Die Tabelle als .xlsx speichern, oder als CSV UTF-8, und noch einmal einlesen.",
            "Save the sheet as .xlsx, or as CSV UTF-8, and read it in again.",
        ),
    ),
    "SHEET-DATE": error(
        since="0.1.0",
        message=(
            "»{value}« ist kein Datum.{hint}",
            '"{value}" is no date.{hint}',
        ),
        cause=(
            "Ein falsch geratener Tag führt jemanden am falschen Tag vor eine verschlossene Tür.",
            "A day that was guessed wrongly leads somebody to a closed door.",
        ),
        remedy=(
            "So schreiben: 1.12.2026 oder 2026-12-01.",
            "Write it like this: 1.12.2026 or 2026-12-01.",
        ),
    ),
    "SHEET-TIME": error(
        since="0.1.0",
        message=(
            "»{value}« ist kein Datum und kein Datum mit Uhrzeit.{hint}",
            '"{value}" is no date and no date with a time.{hint}',
        ),
        cause=(
            "Eine falsch geratene Zeit führt jemanden zur falschen Zeit vor eine verschlossene "
            "Tür.",
            "A time that was guessed wrongly leads somebody to a closed door.",
        ),
        remedy=(
            "So schreiben: 1.12.2026 oder 1.12.2026 19:30. Steht die Uhrzeit in einer eigenen "
            "Spalte, in der Zuordnung beide zusammenfügen: Datum + Uhrzeit.",
            "Write it like this: 1.12.2026 or 1.12.2026 19:30. If the time has a column of its "
            "own, join the two in the mapping: Date + Time.",
        ),
    ),
    "SHEET-UNUSED": notice(
        since="0.1.0",
        message=(
            "Hier steht noch »{value}«; genommen wurde, was in Spalte {other} steht.",
            'There is also "{value}" here; column {other} was taken.',
        ),
        cause=(
            "Für ein Feld sind mehrere Spalten genannt; genommen wird die erste, die ausgefüllt "
            "ist.",
            "Several columns are named for one field; the first that is filled in is taken.",
        ),
        remedy=(
            "Gehört beides zusammen, in der Zuordnung ein + dazwischen schreiben: A + B.",
            "If both belong together, write a + between them in the mapping: A + B.",
        ),
    ),
    "SHEET-ADDRESSES": error(
        since="0.1.0",
        message=(
            "Hier stehen zwei Anschriften: »{value}«.",
            'There are two addresses here: "{value}".',
        ),
        cause=(
            "Eine Karte und ein Kalender können nur zu einem Ort führen.",
            "A map and a calendar can lead to one place only.",
        ),
        remedy=(
            "Die eine stehen lassen; die andere gehört in den Hinweis (address.note) oder in die "
            "Beschreibung.",
            "Leave one; the other belongs into the note (address.note) or the description.",
        ),
    ),
    "SHEET-POINT": error(
        since="0.1.0",
        message=(
            "»{value}« ist kein Punkt auf der Karte.",
            '"{value}" is no point on the map.',
        ),
        cause=(
            "Ohne zwei Zahlen in Grad lässt sich nichts auf der Karte zeigen.",
            "Without two numbers in degrees nothing can be shown on the map.",
        ),
        remedy=(
            "Breite und Länge in Grad schreiben: 51.0504, 13.7373.",
            "Write latitude and longitude in degrees: 51.0504, 13.7373.",
        ),
    ),
    "SHEET-SKIPPED": notice(
        since="0.1.0",
        message=(
            "Diese Zeile gilt nicht als Eintrag: Sie hat nur »{value}«.",
            'This row is not taken for an entry: it only has "{value}".',
        ),
        cause=(
            "Listen haben Überschriften und Summen zwischen den Zeilen; was fast leer ist, wird "
            "dafür gehalten.",
            "Lists have headings and sums between their rows; what is nearly empty is taken for "
            "one.",
        ),
        remedy=(
            "Ist sie doch einer, mehr von ihr ausfüllen.",
            "If it is one, fill in more of it.",
        ),
    ),
    "SHEET-COLUMN": notice(
        since="0.1.0",
        message=(
            "Die Spalte »{value}« gehört zu keinem Feld; sie bleibt unbeachtet.{hint}",
            'The column "{value}" belongs to no field; it is ignored.{hint}',
        ),
        cause=(
            "Was in einer unbekannten Spalte steht, hat auf der Site keinen Platz.",
            "What stands in an unknown column has no place on the site.",
        ),
        remedy=(
            "Soll sie gelesen werden: den Namen berichtigen oder sie in einer Zuordnung unter "
            "columns nennen.",
            "If it should be read, correct its name or put it under columns of a mapping.",
        ),
    ),
}
