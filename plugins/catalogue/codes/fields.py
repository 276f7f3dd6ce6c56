"""FLD: which fields there are, and whether they hold text, lists or further fields."""

from plugins.catalogue.codes._code import error

CODES = {
    "FLD-UNKNOWN": error(
        since="0.1.0",
        message=(
            "Ein Feld »{key}« gibt es hier nicht.",
            'There is no field "{key}" here.',
        ),
        cause=(
            "Die Felder haben feste englische Namen in kleinen Buchstaben. Was unter einem "
            "unbekannten Namen steht, erschiene nirgends.",
            "Fields have fixed English names in small letters. What stands under an unknown "
            "name would appear nowhere.",
        ),
        remedy=(
            "Den Feldnamen prüfen (docs/fields.md nennt alle). Gehört die Zeile noch zum Text "
            "darüber, beides in eine Zeile schreiben, in Anführungszeichen; gehört sie nirgendwo "
            "hin, in den Text unter den Feldern.",
            "Check the field's name (docs/fields.md has them all). If the line belongs to the text "
            "above, write both in one line, in quotation marks; if it belongs nowhere, into the "
            "text below the fields.",
        ),
    ),
    "FLD-LIST": error(
        since="0.1.0",
        message=(
            "Mehrere Angaben gehören in eckige Klammern: {value}",
            "Several values belong into square brackets: {value}",
        ),
        cause=(
            "Ohne die Klammern ist das alles zusammen eine einzige Angabe, und die gibt es nicht.",
            "Without the brackets all of this together is a single value, and there is no such.",
        ),
        remedy=(
            "So schreiben: {value}",
            "Write it like this: {value}",
        ),
    ),
    "FLD-COMMA": error(
        since="0.1.0",
        message=(
            "Zwischen geschweiften Klammern steht hier »{value}« ohne Feldnamen und Doppelpunkt.",
            'Between curly brackets there is "{value}" without a field\'s name and a colon.',
        ),
        cause=(
            "Zwischen geschweiften Klammern trennt ein Komma zwei Felder. Steht es in einem "
            "Text, wird der Text dort abgeschnitten.",
            "Between curly brackets a comma parts two fields. In a text it cuts the text off "
            "there.",
        ),
        remedy=(
            "Steht davor ein Komma, das zum Text gehört, den ganzen Text in Anführungszeichen "
            'setzen: "…, …". Ist es eine Liste, eckige Klammern nehmen: [de, tr]. Sonst den '
            "Feldnamen davor schreiben, beim Namen eines Ortes name: {value}.",
            "If there is a comma in front that belongs to the text, put the whole text into "
            'quotes: "…, …". If it is a list, use square brackets: [de, tr]. Otherwise write the '
            "field's name in front, for the name of a place name: {value}.",
        ),
    ),
    "FLD-MISSING": error(
        since="0.1.0",
        message=(
            "Das Feld »{key}« fehlt.",
            'The field "{key}" is missing.',
        ),
        cause=(
            "Ohne diese Angabe kann die Seite den Eintrag nicht zeigen oder nicht einordnen.",
            "Without it the site cannot show the entry, or not put it into its place.",
        ),
        remedy=(
            "Eine Zeile »{key}: …« ergänzen.",
            'Add a line "{key}: …".',
        ),
    ),
    "FLD-EMPTY": error(
        since="0.1.0",
        message=(
            "Das Feld »{key}« ist leer.",
            'The field "{key}" is empty.',
        ),
        cause=(
            "Diese Angabe ist nötig; ein leeres Feld zählt wie keines.",
            "This field is needed; an empty one counts as none.",
        ),
        remedy=(
            "Hinter den Doppelpunkt ein Leerzeichen und den Inhalt schreiben.",
            "Write a space and the content after the colon.",
        ),
    ),
    "FLD-NOT-TEXT-LIST": error(
        since="0.1.0",
        message=(
            "Hier gehört ein einzelner Text hin, es steht aber eine Liste da.",
            "A single text belongs here, but there is a list.",
        ),
        cause=(
            "Eckige Klammern und Striche am Zeilenanfang machen aus dem, was folgt, eine Liste.",
            "Square brackets, and dashes at the beginning of lines, make a list of what follows.",
        ),
        remedy=(
            "Die Klammern oder Striche entfernen. Gehört die Klammer zum Text, den ganzen Text "
            'in Anführungszeichen setzen: "[…".',
            "Remove the brackets or dashes. If the bracket belongs to the text, put the whole "
            'text into quotes: "[…".',
        ),
    ),
    "FLD-NOT-TEXT-MAP": error(
        since="0.1.0",
        message=(
            "Hier gehört ein einfacher Text hin, es stehen aber weitere Felder da.",
            "A plain text belongs here, but there are further fields.",
        ),
        cause=(
            "Dieses Feld hat keine Unterfelder. Das passiert auch, wenn ein Text eine Zeile "
            "mit Doppelpunkt enthält.",
            "This field has no fields below it. It also happens when a text has a line with a "
            "colon.",
        ),
        remedy=(
            "Den Text in dieselbe Zeile hinter den Doppelpunkt schreiben.",
            "Write the text into the same line after the colon.",
        ),
    ),
    "FLD-NOT-LIST": error(
        since="0.1.0",
        message=(
            "Hier gehört eine Liste hin, es stehen aber weitere Felder da.",
            "A list belongs here, but there are further fields.",
        ),
        cause=(
            "In einer Liste stehen die Angaben ohne Namen davor.",
            "In a list the items stand without a name before them.",
        ),
        remedy=(
            "Vor jede Angabe in der Liste einen Strich und ein Leerzeichen setzen (- …), oder die "
            "Angaben mit Kommas in eckige Klammern: [eins, zwei].",
            "Put a dash and a space before each item of the list (- …), or put the items with "
            "commas into square brackets: [one, two].",
        ),
    ),
    "FLD-NOT-MAP": error(
        since="0.1.0",
        message=(
            "Hier gehören Paare hin, jedes mit einem Namen, einem Doppelpunkt und einem Inhalt.",
            "Pairs belong here, each with a name, a colon and a content.",
        ),
        cause=(
            "Von dieser Angabe kann es mehrere geben; der Name davor sagt, welche gemeint ist.",
            "There can be several of these; the name before each says which one is meant.",
        ),
        remedy=(
            "In die Zeilen darunter je ein Paar schreiben, mit zwei Leerzeichen davor: »  {pair}«.",
            "Write one pair into each line below, with two spaces before it: '  {pair}'.",
        ),
    ),
    "FLD-NOT-RECORD": error(
        since="0.1.0",
        message=(
            "Hier gehören mehrere einzelne Felder hin.",
            "Several single fields belong here.",
        ),
        cause=(
            "Die Seite braucht die Teile getrennt, damit sie jeden an seine Stelle setzen kann.",
            "The site needs the parts apart, to put each into its place.",
        ),
        remedy=(
            "In die Zeilen darunter mit zwei Leerzeichen davor schreiben, was davon bekannt ist: "
            "{keys}. Kann es mehrere geben, beginnt jedes mit einem Strich (- …).",
            "Write what is known into the lines below, with two spaces before it: {keys}. Where "
            "there can be several, each begins with a dash (- …).",
        ),
    ),
    "FLD-FEW": error(
        since="0.1.0",
        message=(
            "Hier gehört mindestens {least} Angabe hin, die Liste ist aber zu kurz.",
            "At least {least} item belongs here, but the list is too short.",
        ),
        cause=(
            "Ohne diese Angabe ist der Eintrag auf keiner Übersichtsseite zu finden.",
            "Without it the entry is found on no overview.",
        ),
        remedy=(
            "In die Klammern eine Angabe schreiben.",
            "Write an item between the brackets.",
        ),
    ),
    "FLD-MANY": error(
        since="0.1.0",
        message=(
            "Hier dürfen höchstens {most} Angaben stehen.",
            "There may be at most {most} items here.",
        ),
        cause=(
            "Wer überall einsortiert ist, macht jede Übersicht länger und keine hilfreicher.",
            "What is sorted in everywhere makes every overview longer and none more helpful.",
        ),
        remedy=(
            "Die wichtigsten stehen lassen und den Rest löschen.",
            "Keep the most important ones and delete the rest.",
        ),
    ),
    "FLD-REPEATED": error(
        since="0.1.0",
        message=(
            "»{value}« steht schon in dieser Liste.",
            '"{value}" is in this list already.',
        ),
        cause=(
            "Vielleicht sollte hier etwas anderes stehen, das nun fehlt.",
            "Perhaps something else was meant, which is now missing.",
        ),
        remedy=(
            "Die Wiederholung löschen.",
            "Delete the repetition.",
        ),
    ),
}
