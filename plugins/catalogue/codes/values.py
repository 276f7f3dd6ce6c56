"""FLD: what single values must be like."""

from plugins.catalogue.codes._code import error, warning

CODES = {
    "FLD-LINE": error(
        since="0.1.0",
        message=(
            "Dieser Text darf nur eine Zeile haben.",
            "This text must be one line.",
        ),
        cause=(
            "Für diese Angabe ist auf der Seite nur eine Zeile vorgesehen.",
            "The page has room for one line here.",
        ),
        remedy=(
            "Alles in eine Zeile schreiben; Längeres gehört in den Text des Eintrags.",
            "Write all in one line; anything longer belongs into the entry's text.",
        ),
    ),
    "FLD-LONG": error(
        since="0.1.0",
        message=(
            "Der Text hat {length} Zeichen, erlaubt sind {most}.",
            "The text has {length} characters, {most} are allowed.",
        ),
        cause=(
            "Für diese Angabe ist auf der Seite nur so viel Platz vorgesehen.",
            "The page has room for no more here.",
        ),
        remedy=(
            "Kürzen; Ausführliches gehört in den Text des Eintrags.",
            "Shorten it; details belong into the entry's text.",
        ),
    ),
    "FLD-CHOICE": error(
        since="0.1.0",
        message=(
            "»{value}« ist hier nicht vorgesehen.",
            '"{value}" is not one of the possible values.',
        ),
        cause=(
            "Dieses Feld kennt nur wenige feste englische Wörter, weil die Seite sich danach "
            "richtet.",
            "This field knows a few fixed English words only, because the site acts on them.",
        ),
        remedy=(
            "Eines davon wählen: {allowed}.",
            "Choose one of: {allowed}.",
        ),
    ),
    "FLD-YES-NO": error(
        since="0.1.0",
        message=(
            "»{value}« ist weder yes noch no.",
            '"{value}" is neither yes nor no.',
        ),
        cause=(
            "Die Seite zeigt hier nur Ja oder Nein. Für alles dazwischen gibt es den Text des "
            "Eintrags.",
            "The site shows nothing but yes or no here. For anything between there is the "
            "entry's text.",
        ),
        remedy=(
            "»yes« für Ja oder »no« für Nein schreiben.",
            "Write yes or no.",
        ),
    ),
    "FLD-INTEGER": error(
        since="0.1.0",
        message=(
            "»{value}« ist keine ganze Zahl.",
            '"{value}" is not a whole number.',
        ),
        cause=(
            "Mit dieser Zahl wird gerechnet, deshalb darf nichts anderes dabeistehen.",
            "This number is used in sums, so nothing else may stand beside it.",
        ),
        remedy=(
            "Nur Ziffern schreiben, ohne Punkt, ohne »ca.« und ohne Wörter: 40.",
            'Write digits only, no dots, no "about", no words: 40.',
        ),
    ),
    "FLD-NUMBER": error(
        since="0.1.0",
        message=(
            "»{value}« ist keine Zahl.",
            '"{value}" is not a number.',
        ),
        cause=(
            "Mit dieser Zahl wird gerechnet, deshalb darf nichts anderes dabeistehen, auch "
            "kein °, € oder Tausenderpunkt.",
            "This number is used in sums, so nothing else may stand beside it, no °, € or "
            "separator of thousands either.",
        ),
        remedy=(
            "Nur Ziffern schreiben, und einen Punkt, wo sonst das Komma stünde: 49.5.",
            "Write digits only, with a decimal point: 49.5.",
        ),
    ),
    "FLD-RANGE": error(
        since="0.1.0",
        message=(
            "{value} liegt nicht zwischen {least} und {most}.",
            "{value} is not between {least} and {most}.",
        ),
        cause=(
            "So ein Wert kann nicht stimmen; meist ist eine Ziffer zu viel oder der Punkt "
            "verrutscht.",
            "Such a value cannot be right; mostly there is a digit too many, or the point has "
            "slipped.",
        ),
        remedy=(
            "Die Zahl nachsehen und berichtigen.",
            "Look the number up and correct it.",
        ),
    ),
    "FLD-LANGUAGE": error(
        since="0.1.0",
        message=(
            "»{value}« ist kein Kürzel einer Sprache.",
            '"{value}" is not a language tag.',
        ),
        cause=(
            "Die Seite zeigt den Namen der Sprache in der Sprache, in der sie gerade gelesen "
            "wird. Dazu braucht sie das international vereinbarte Kürzel (BCP 47).",
            "The site shows the language's name in the language in which it is being read. For "
            "that it needs the internationally agreed tag (BCP 47).",
        ),
        remedy=(
            "Das Kürzel in kleinen Buchstaben schreiben: de (Deutsch), en (Englisch), tr "
            "(Türkisch), ar (Arabisch), uk (Ukrainisch), ru (Russisch), kmr (Kurmandschi), rom "
            "(Romanes) …",
            "Write the tag in small letters: de, en, tr, ar, uk, ru, kmr, rom …",
        ),
    ),
    "FLD-TEXT-TWICE": error(
        since="0.1.0",
        message=(
            "Der Text steht zweimal da: im Feld »text« und unter der zweiten Zeile aus Strichen.",
            'The text is there twice: in the field "text" and below the second line of dashes.',
        ),
        cause=(
            "Es kann nur einer von beiden gezeigt werden.",
            "Only one of the two can be shown.",
        ),
        remedy=(
            "In einer .md-Datei steht der Text nur unter den Strichen: das Feld »text« löschen.",
            'In an .md file the text stands below the dashes only: delete the field "text".',
        ),
    ),
    "FLD-PLACED": error(
        since="0.1.0",
        message=(
            "»status« und »placed« widersprechen sich: Nur eines davon sagt, dass schon "
            "vermittelt wurde.",
            '"status" and "placed" contradict each other: only one of them says that it has '
            "been placed.",
        ),
        cause=(
            "Vermittelte Aushänge verschwinden von der Übersicht und werden im Bericht "
            "gezählt. Dafür muss klar sein, ob und wann.",
            "Placed postings leave the overview and are counted in the report. For that it "
            "must be clear whether and when.",
        ),
        remedy=(
            "Wurde vermittelt: »status: placed« schreiben und darunter »placed: 2026-12-01« "
            "mit dem Tag. Sonst beides löschen.",
            'When it was placed, write "status: placed" and below it "placed: 2026-12-01" with '
            "the day. Otherwise delete both.",
        ),
    ),
    "FLD-DEADLINE": error(
        since="0.1.0",
        message=(
            "Ein Programm hat entweder feste Fristen oder ist immer offen, nicht beides.",
            "A programme has either deadlines or is open all the time, not both.",
        ),
        cause=(
            "Wer einen Antrag stellen will, muss wissen, ob eine Frist läuft.",
            "Whoever wants to apply must know whether there is a deadline.",
        ),
        remedy=(
            "Gibt es Fristen, die Zeile »rolling« löschen; ist das Programm immer offen, die "
            "Zeile »deadlines« löschen.",
            'If there are deadlines, delete the line "rolling"; if the programme is always '
            'open, delete the line "deadlines".',
        ),
    ),
    "FLD-AMOUNT": error(
        since="0.1.0",
        message=(
            "Der höchste Betrag (»to«) ist kleiner als der niedrigste (»from«).",
            'The highest amount ("to") is smaller than the lowest ("from").',
        ),
        cause=(
            "Auf der Seite stünde dann zum Beispiel »5.000 bis 500 Euro«.",
            'The page would then say "5,000 to 500 euros", for instance.',
        ),
        remedy=(
            "Die beiden Beträge tauschen oder eine fehlende Null ergänzen.",
            "Swap the two amounts, or add a missing zero.",
        ),
    ),
    "FLD-REASON": warning(
        since="0.1.0",
        message=(
            "Die Veranstaltung ist abgesagt oder verschoben, aber es steht nicht da, warum.",
            "The event is cancelled or postponed, but it does not say why.",
        ),
        cause=(
            "Wer kommen wollte, möchte den Grund wissen, und ob es einen neuen Termin gibt.",
            "Those who wanted to come would like to know the reason, and whether there is a "
            "new date.",
        ),
        remedy=(
            "Eine Zeile »reason: …« mit einem Satz ergänzen; bei einem einzelnen Termin einer "
            "Reihe gehört der Grund hinter sein Datum.",
            'Add a line "reason: …" with one sentence; for a single date of a series the '
            "reason stands after its date.",
        ),
    ),
    "FLD-SAMPLE": warning(
        since="0.1.0",
        message=(
            "Das stammt noch aus dem Beispiel: »{value}«.",
            'This is still from the sample: "{value}".',
        ),
        cause=(
            "Die Site ist die einer anderen Stadt. Die Beispielstadt, ihre Leute und Rufnummern "
            "und Adressen, die auf .example enden oder example.org heißen, gibt es nicht: Sie "
            "führen nirgends hin.",
            "The site is that of another city. The sample city, its people and phone numbers, and "
            "addresses that end in .example or are called example.org do not exist: they lead "
            "nowhere.",
        ),
        remedy=(
            "Das Eigene hinschreiben; in einer Einstellung leer lassen, was es noch nicht gibt: "
            '"". In Texten von Seiten nennt `[[site.city]]` die Stadt und `[[office.email]]` die '
            "Adresse. Gehört der ganze Eintrag zum Beispiel: die Datei löschen.",
            'Write your own; in a setting leave empty what there is not yet: "". In texts of '
            "pages `[[site.city]]` names the city and `[[office.email]]` the address. If the whole "
            "entry belongs to the sample: delete the file.",
        ),
    ),
}
