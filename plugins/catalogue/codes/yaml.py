"""YML: the form of the fields at the head of a file."""

from plugins.catalogue.codes._code import error

CODES = {
    "YML-FRONT-MATTER": error(
        since="0.1.0",
        message=(
            "Die Datei beginnt nicht mit einer Zeile aus drei Strichen.",
            "The file does not begin with a line of three dashes.",
        ),
        cause=(
            "Zwischen zwei solchen Zeilen stehen die Felder wie Name und Adresse, darunter der "
            "Text. Ohne die erste Zeile ist nicht zu erkennen, was Feld und was Text ist.",
            "The fields such as name and address stand between two such lines, the text below. "
            "Without the first line fields and text cannot be told apart.",
        ),
        remedy=(
            "In die erste Zeile --- schreiben, darunter die Felder, dann wieder ---, dann den "
            "Text.",
            "Write --- in the first line, the fields below it, then --- again, then the text.",
        ),
    ),
    "YML-FIRST-LINE": error(
        since="0.1.0",
        message=(
            "Vor der Zeile aus drei Strichen steht noch etwas Leeres.",
            "There is something blank in front of the line of three dashes.",
        ),
        cause=(
            "Die drei Striche zeigen, dass die Felder beginnen. Das tun sie nur ganz am Anfang der "
            "Datei.",
            "The three dashes show that the fields begin. They do so only at the very start of the "
            "file.",
        ),
        remedy=(
            "Die leere Zeile am Anfang löschen, auch Leerzeichen vor den Strichen; make fix hilft.",
            "Delete the blank line at the start, also blanks before the dashes; make fix helps.",
        ),
    ),
    "YML-DASHES": error(
        since="0.1.0",
        message=(
            "Diese Zeile besteht nicht aus genau drei Strichen.",
            "This line is not made of exactly three dashes.",
        ),
        cause=(
            "Zwischen zwei Zeilen aus drei kurzen Strichen stehen die Felder. Schreibprogramme "
            "machen daraus manchmal einen langen.",
            "The fields stand between two lines of three short dashes. Programs for letters "
            "sometimes make a long one of them.",
        ),
        remedy=(
            "In diese Zeile nur --- schreiben, drei Minuszeichen ohne Leerzeichen davor.",
            "Write nothing but --- in this line, three minus signs without blanks before them.",
        ),
    ),
    "YML-FRONT-END": error(
        since="0.1.0",
        message=(
            "Nach den Feldern fehlt die zweite Zeile aus drei Strichen.",
            "The second line of three dashes after the fields is missing.",
        ),
        cause=(
            "Diese Zeile sagt, wo die Felder aufhören und der Text anfängt. Ohne sie würde der "
            "Text für Felder gehalten.",
            "This line says where the fields end and the text begins. Without it the text "
            "would be taken for fields.",
        ),
        remedy=(
            "Unter das letzte Feld eine Zeile schreiben, in der nur --- steht; darunter folgt "
            "der Text.",
            "Below the last field write a line with nothing but ---; the text follows it.",
        ),
    ),
    "YML-EMPTY": error(
        since="0.1.0",
        message=(
            "Die Datei enthält keine Felder.",
            "The file contains no fields.",
        ),
        cause=(
            "Ohne Felder hat der Eintrag nicht einmal einen Namen. Vielleicht wurde die Datei "
            "angelegt und nie ausgefüllt.",
            "Without fields the entry does not even have a name. Perhaps the file was made and "
            "never filled in.",
        ),
        remedy=(
            "Die Felder des Eintrags ergänzen; die Seite »Einträge als Datei« zeigt Vorlagen.",
            'Add the fields of the entry; the page "Einträge als Datei" shows templates.',
        ),
    ),
    "YML-ROOT": error(
        since="0.1.0",
        message=(
            "Die Datei beginnt nicht mit einem Feld, wie es »name: Chor« wäre.",
            'The file does not begin with a field, as "name: Chor" would be.',
        ),
        cause=(
            "Jede Angabe braucht einen Feldnamen davor, sonst ist nicht klar, was sie bedeutet.",
            "Everything needs the name of a field before it, or its meaning is not clear.",
        ),
        remedy=(
            "Jede Zeile mit einem Feldnamen, einem Doppelpunkt und einem Leerzeichen beginnen: "
            "»name: Chor«.",
            'Begin each line with the name of a field, a colon and a space: "name: Chor".',
        ),
    ),
    "YML-SYNTAX": error(
        since="0.1.0",
        message=(
            "Diese Stelle lässt sich nicht lesen.",
            "This place cannot be read.",
        ),
        cause=(
            "Irgendwo kurz davor fehlt ein Zeichen, das etwas abschließt, oder es steht eines "
            "zu viel da.",
            "Somewhere shortly before it a closing character is missing, or there is one too many.",
        ),
        remedy=(
            "In dieser Zeile und der davor nach fehlenden Anführungszeichen, Klammern und "
            "Doppelpunkten suchen.",
            "Look for missing quotes, brackets and colons in this line and the one before.",
        ),
    ),
    "YML-COLON": error(
        since="0.1.0",
        message=(
            "Im Text steht ein Doppelpunkt mit Leerzeichen dahinter; was davor steht, wird "
            "deshalb für einen Feldnamen gehalten.",
            "The text contains a colon with a space after it; what stands before it is taken "
            "for the name of a field.",
        ),
        cause=(
            "Doppelpunkt und Leerzeichen trennen einen Feldnamen von seinem Inhalt. In einem "
            "Text sind sie nur zwischen Anführungszeichen eindeutig.",
            "Colon and space part the name of a field from its content. Within a text they are "
            "clear between quotes only.",
        ),
        remedy=(
            'Vor und nach dem ganzen Text hinter dem Feldnamen ein Anführungszeichen setzen: "…".',
            'Put the whole text after the field\'s name into quotes: "…".',
        ),
    ),
    "YML-CHARACTER": error(
        since="0.1.0",
        message=(
            "Mit diesem Zeichen darf ein Text hier nicht beginnen.",
            "A text must not begin with this character here.",
        ),
        cause=(
            "Zeichen wie @, `, % und der Strich - am Anfang haben in solchen Dateien eine eigene "
            "Bedeutung.",
            "Characters such as @, `, % and the dash - have a meaning of their own at the "
            "beginning of a text in such files.",
        ),
        remedy=(
            'Vor und nach dem ganzen Text ein Anführungszeichen setzen: "…". Mehrere Angaben mit '
            "Strichen davor gehören ohne die Striche in eckige Klammern: [musik, sport].",
            'Put the whole text into quotes: "…". Several values with dashes in front belong '
            "into square brackets, without the dashes: [musik, sport].",
        ),
    ),
    "YML-TAB": error(
        since="0.1.0",
        message=(
            "Hier steht ein Tabulator statt Leerzeichen.",
            "There is a tab here instead of spaces.",
        ),
        cause=(
            "Ein Tabulator ist je nach Programm verschieden breit. Ob eine Zeile zu der "
            "darüber gehört, hängt aber davon ab, wie weit sie eingerückt ist.",
            "A tab is of different width in different programs. Whether a line belongs to the "
            "one above depends on how far it is indented.",
        ),
        remedy=(
            "Den Tabulator löschen und stattdessen zwei Leerzeichen tippen.",
            "Delete the tab and type two spaces instead.",
        ),
    ),
    "YML-QUOTE": error(
        since="0.1.0",
        message=(
            "Hier beginnt ein Anführungszeichen, zu dem das zweite fehlt.",
            "Here begins a quotation mark whose second one is missing.",
        ),
        cause=(
            "Bis zum nächsten Anführungszeichen gehört alles zum Text, auch die Zeilen "
            "darunter. So verschwinden die folgenden Felder darin.",
            "Up to the next quotation mark everything belongs to the text, the lines below "
            "too. So the following fields vanish in it.",
        ),
        remedy=(
            "Am Ende des Textes das gleiche Anführungszeichen ergänzen.",
            "Add the same quotation mark at the end of the text.",
        ),
    ),
    "YML-ESCAPE": error(
        since="0.1.0",
        message=(
            "Zwischen Anführungszeichen steht ein \\, dem kein erlaubtes Zeichen folgt.",
            "There is a \\ between quotes that is not followed by an allowed character.",
        ),
        cause=(
            "Zwischen doppelten Anführungszeichen leitet \\ ein Sonderzeichen ein; dieses hier "
            "gibt es nicht.",
            "Between double quotes a \\ introduces a special character; there is none like this.",
        ),
        remedy=(
            "Den umgekehrten Schrägstrich \\ löschen, oder ihn verdoppeln, wenn er zum Text "
            "gehört: \\\\.",
            "Delete the backslash \\, or double it if it belongs to the text: \\\\.",
        ),
    ),
    "YML-BRACKET": error(
        since="0.1.0",
        message=(
            "In einer Liste in eckigen oder geschweiften Klammern fehlt ein Komma oder die "
            "schließende Klammer.",
            "A list in square or curly brackets lacks a comma or its closing bracket.",
        ),
        cause=(
            "Bis zur schließenden Klammer gehört alles zur Liste, auch die Zeilen darunter.",
            "Up to the closing bracket everything belongs to the list, the lines below too.",
        ),
        remedy=(
            "Zwischen die einzelnen Angaben Kommas setzen und die Klammer schließen: [eins, zwei].",
            "Put commas between the items and close the bracket: [one, two].",
        ),
    ),
    "YML-NO-COLON": error(
        since="0.1.0",
        message=(
            "In dieser Zeile fehlt der Doppelpunkt nach dem Feldnamen, oder das Leerzeichen "
            "dahinter.",
            "This line lacks the colon after the field's name, or the space after the colon.",
        ),
        cause=(
            "Am Doppelpunkt ist zu erkennen, wo der Feldname aufhört. Auch das Leerzeichen "
            "dahinter gehört dazu.",
            "The colon shows where the field's name ends. The space after it is part of that.",
        ),
        remedy=(
            "So schreiben: Feldname, Doppelpunkt, Leerzeichen, Inhalt, zum Beispiel »city: "
            "Musterstadt«.",
            "Write the field's name, a colon, a space, the content, for instance \"city: "
            'Musterstadt".',
        ),
    ),
    "YML-WRAPPED": error(
        since="0.1.0",
        message=(
            "Diese Zeile gehört zu keinem Feld: Es fehlt ein Feldname mit Doppelpunkt davor.",
            "This line belongs to no field: a field's name with a colon is missing in front of it.",
        ),
        cause=(
            "Ein Text, der in der nächsten Zeile weitergeht, ist nur daran zu erkennen, dass sie "
            "eingerückt ist.",
            "A text that goes on in the next line can only be told by that line's indent.",
        ),
        remedy=(
            "Gehört die Zeile noch zum Text darüber, in dieselbe Zeile schreiben oder zwei "
            "Leerzeichen davor. Ist es ein Feld, hinter seinen Namen Doppelpunkt und Leerzeichen.",
            "If the line belongs to the text above, write it into the same line or put two blanks "
            "in front. If it is a field, write a colon and a blank after its name.",
        ),
    ),
    "YML-AFTER": error(
        since="0.1.0",
        message=(
            "Hinter dem schließenden Anführungszeichen oder der schließenden Klammer steht noch "
            "Text.",
            "There is more text after the closing quotation mark or the closing bracket.",
        ),
        cause=(
            "Beginnt ein Text mit einem Anführungszeichen oder einer Klammer, so hört er beim "
            "zweiten davon auf. Was danach kommt, gehört zu nichts mehr.",
            "A text that begins with a quotation mark or a bracket ends at the second of them. "
            "What follows belongs to nothing any more.",
        ),
        remedy=(
            "Den ganzen Text in Anführungszeichen setzen; im Text selbst „ und “ oder ’ statt der "
            "geraden Zeichen verwenden.",
            "Put the whole text into quotes; within the text use “ and ” or ’ instead of the "
            "straight ones.",
        ),
    ),
    "YML-INDENT": error(
        since="0.1.0",
        message=(
            "Diese Zeile beginnt mit mehr oder weniger Leerzeichen als die Zeilen, zu denen "
            "sie gehört.",
            "This line begins with more or fewer spaces than the lines it belongs to.",
        ),
        cause=(
            "An den Leerzeichen am Anfang ist zu erkennen, ob ein Feld für sich steht oder zu "
            "dem darüber gehört.",
            "The spaces at the beginning show whether a field stands alone or belongs to the "
            "one above.",
        ),
        remedy=(
            "Felder, die für sich stehen, ganz links beginnen; was zu einem Feld gehört, "
            "beginnt darunter mit zwei Leerzeichen.",
            "Begin fields that stand alone at the very left; what belongs to a field begins "
            "below it with two spaces.",
        ),
    ),
}
