"""FLD: the values of fields."""

from plugins.catalogue.codes._code import error, warning

CODES = {
    "FLD-UNKNOWN": error(
        "Ein Feld »{key}« gibt es hier nicht.",
        'There is no field "{key}" here.',
        "Den Feldnamen prüfen (docs/fields.md nennt alle) oder die Zeile löschen.",
        "Check the field's name (docs/fields.md has them all) or delete the line.",
    ),
    "FLD-COMMA": error(
        "Ein Komma trennt in Klammern zwei Felder; hier beginnt eines ohne Doppelpunkt.",
        "In brackets a comma separates two fields; here begins one without a colon.",
        'Gehört das Komma zum Text, den ganzen Text in Anführungszeichen setzen: "…, …".',
        'If the comma belongs to the text, put the whole text into quotes: "…, …".',
    ),
    "FLD-MISSING": error(
        "Das Feld »{key}« fehlt.",
        'The field "{key}" is missing.',
        "Eine Zeile »{key}: …« ergänzen.",
        'Add a line "{key}: …".',
    ),
    "FLD-EMPTY": error(
        "Das Feld »{key}« ist leer.",
        'The field "{key}" is empty.',
        "Einen Wert hinter den Doppelpunkt schreiben.",
        "Write a value after the colon.",
    ),
    "FLD-NOT-TEXT-LIST": error(
        "Hier gehört ein einzelner Text hin, keine Liste.",
        "A single text belongs here, not a list.",
        "Klammern und Striche entfernen; beginnt der Text mit [, in Anführungszeichen setzen: "
        '"[…".',
        'Remove brackets and dashes; a text that begins with [ needs quotes: "[…".',
    ),
    "FLD-NOT-TEXT-MAP": error(
        "Hier gehört ein einfacher Text hin, keine weiteren Felder.",
        "A plain text belongs here, no further fields.",
        "Den Text in dieselbe Zeile hinter den Doppelpunkt schreiben.",
        "Write the text into the same line after the colon.",
    ),
    "FLD-NOT-LIST": error(
        "Hier gehört eine Liste hin, keine weiteren Felder.",
        "A list belongs here, no further fields.",
        "Die Werte in eckige Klammern setzen: [eins, zwei].",
        "Put the values into square brackets: [one, two].",
    ),
    "FLD-NOT-MAP": error(
        "Hier gehören Paare der Form »Name: Wert« hin.",
        'Pairs of the form "name: value" belong here.',
        "In die Zeilen darunter eingerückt »Name: Wert« schreiben.",
        'Write "name: value" into the lines below, indented.',
    ),
    "FLD-NOT-RECORD": error(
        "Hier gehören weitere Felder hin.",
        "Further fields belong here.",
        "In die Zeilen darunter eingerückt schreiben, was gilt: {keys}.",
        "Write what applies into the lines below, indented: {keys}.",
    ),
    "FLD-FEW": error(
        "Die Liste braucht mindestens {least} Wert(e).",
        "The list needs at least {least} value(s).",
        "Einen Wert ergänzen.",
        "Add a value.",
    ),
    "FLD-MANY": error(
        "Es dürfen höchstens {most} Werte sein.",
        "There may be at most {most} values.",
        "Ab hier kürzen: die wichtigsten stehen lassen.",
        "Shorten from here on: keep the most important ones.",
    ),
    "FLD-REPEATED": error(
        "»{value}« steht schon in dieser Liste.",
        '"{value}" is in this list already.',
        "Die Wiederholung löschen.",
        "Delete the repetition.",
    ),
    "FLD-LINE": error(
        "Dieser Text darf nur eine Zeile haben.",
        "This text must be one line.",
        "Den Zeilenwechsel entfernen; Längeres gehört in den Text des Eintrags.",
        "Remove the line break; anything longer belongs into the entry's text.",
    ),
    "FLD-LONG": error(
        "Der Text hat {length} Zeichen, erlaubt sind {most}.",
        "The text has {length} characters, {most} are allowed.",
        "Kürzen; Ausführliches gehört in den Text des Eintrags.",
        "Shorten it; details belong into the entry's text.",
    ),
    "FLD-CHOICE": error(
        "»{value}« ist hier nicht vorgesehen.",
        '"{value}" is not one of the possible values.',
        "Eines davon wählen: {allowed}.",
        "Choose one of: {allowed}.",
    ),
    "FLD-YES-NO": error(
        "»{value}« ist weder yes noch no.",
        '"{value}" is neither yes nor no.',
        "yes oder no schreiben.",
        "Write yes or no.",
    ),
    "FLD-INTEGER": error(
        "»{value}« ist keine ganze Zahl.",
        '"{value}" is not a whole number.',
        "Nur Ziffern schreiben, ohne Punkt und »ca.«.",
        'Write digits only, no dots and no "about".',
    ),
    "FLD-NUMBER": error(
        "»{value}« ist keine Zahl.",
        '"{value}" is not a number.',
        "Nur Ziffern schreiben, mit Punkt statt Komma: 49.5.",
        "Write digits only, with a decimal point: 49.5.",
    ),
    "FLD-RANGE": error(
        "{value} liegt nicht zwischen {least} und {most}.",
        "{value} is not between {least} and {most}.",
        "Die Zahl prüfen.",
        "Check the number.",
    ),
    "FLD-LANGUAGE": error(
        "»{value}« ist kein Sprachkürzel.",
        '"{value}" is not a language tag.',
        "Das Kürzel nach BCP 47 schreiben: de, tr, ar, uk, ru, kmr, rom …",
        "Write the BCP 47 tag: de, tr, ar, uk, ru, kmr, rom …",
    ),
    "FLD-TEXT-TWICE": error(
        "Der Text steht zweimal da: unter »text:« und unter der zweiten Zeile aus Strichen.",
        'The text is there twice: under "text:" and below the second line of dashes.',
        "In einer .md-Datei steht der Text nur unter den Strichen; das Feld »text:« löschen.",
        'In an .md file the text stands below the dashes only; delete the field "text:".',
    ),
    "FLD-PLACED": error(
        "Status und Vermittlung passen nicht zusammen.",
        "The status and the placement contradict each other.",
        "Ist vermittelt worden: »status: placed« und darunter »placed:« mit »on:«. Sonst beides "
        "weglassen.",
        'When it was placed: "status: placed" and "placed:" with "on:" below. Otherwise neither.',
    ),
    "FLD-DEADLINE": error(
        "Ein Programm hat entweder feste Fristen oder ist laufend offen, nicht beides.",
        "A programme has either deadlines or is open all the time, not both.",
        "»deadlines« oder »rolling« löschen.",
        'Delete "deadlines" or "rolling".',
    ),
    "FLD-AMOUNT": error(
        "Der Betrag »to« ist kleiner als »from«.",
        'The amount "to" is smaller than "from".',
        "Die beiden Beträge tauschen.",
        "Swap the two amounts.",
    ),
    "FLD-REASON": warning(
        "Die Veranstaltung ist abgesagt oder verschoben, aber es steht nicht da, warum.",
        "The event is cancelled or postponed, but it does not say why.",
        "Ein Feld »reason: …« ergänzen; es wird Besucherinnen und Besuchern gezeigt.",
        'Add a field "reason: …"; it is shown to visitors.',
    ),
}
