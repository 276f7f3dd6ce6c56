"""DATE: when something is."""

from plugins.catalogue.codes._code import error, notice, warning

CODES = {
    "DATE-FORMAT": error(
        since="0.1.0",
        message=(
            "»{value}« ist kein Datum in der Form JJJJ-MM-TT.",
            '"{value}" is not a date of the form YYYY-MM-DD.',
        ),
        cause=(
            "10.1. und 1/10 bedeuten in verschiedenen Ländern Verschiedenes. Jahr-Monat-Tag "
            "ist überall eindeutig und lässt sich sortieren.",
            "10.1. and 1/10 mean different things in different countries. Year-month-day is "
            "clear everywhere and can be sorted.",
        ),
        remedy=(
            "Jahr, Monat und Tag mit Strichen dazwischen schreiben: 2026-12-01. Bei »founded« und "
            "»started« genügt das Jahr. Gibt es kein Datum, das Feld weglassen.",
            'Write year, month and day with dashes between them: 2026-12-01. At "founded" and '
            '"started" the year is enough. If there is no date, leave the field out.',
        ),
    ),
    "DATE-TIME-FORMAT": error(
        since="0.1.0",
        message=(
            "»{value}« ist weder ein Datum (JJJJ-MM-TT) noch ein Datum mit Uhrzeit "
            "(JJJJ-MM-TTThh:mm).",
            '"{value}" is neither a date (YYYY-MM-DD) nor a date with a time (YYYY-MM-DDTHH:MM).',
        ),
        cause=(
            "Aus dieser Angabe entstehen der Kalender und die Erinnerungen auf dem Handy; sie "
            "muss eindeutig sein.",
            "The calendar and reminders on mobile phones are made from it; it must be clear.",
        ),
        remedy=(
            "Mit Uhrzeit so schreiben: 2026-12-01T19:30, mit einem T zwischen Tag und Zeit. "
            "Ohne Uhrzeit: 2026-12-01.",
            "With a time write 2026-12-01T19:30, with a T between day and time. Without: "
            "2026-12-01.",
        ),
    ),
    "DATE-ZONE": error(
        since="0.1.0",
        message=(
            "»{value}« nennt eine Zeitzone.",
            '"{value}" names a time zone.',
        ),
        cause=(
            "Zeiten gelten hier, am Ort. Mit einer anderen Zeitzone käme jemand eine Stunde zu "
            "früh oder zu spät.",
            "Times are those of this place. With another time zone somebody would come an hour "
            "early or late.",
        ),
        remedy=(
            "Zeigt die Uhr hier dann diese Zeit, {suggested} schreiben. Sonst erst umrechnen; "
            "eine Zeitzone steht nie dahinter.",
            "If the clocks here show this time then, write {suggested}. Otherwise convert it "
            "first; no time zone stands behind it.",
        ),
    ),
    "DATE-YEAR": error(
        since="0.1.0",
        message=(
            "In »{value}« fehlt das Jahr.",
            '"{value}" lacks the year.',
        ),
        cause=(
            "Einträge bleiben lange stehen. Ohne Jahr weiß niemand, ob der Tag noch kommt.",
            "Entries stay for a long time. Without a year nobody knows whether the day is to come.",
        ),
        remedy=(
            "JJJJ{rest} schreiben, mit den vier Ziffern des Jahres statt JJJJ.",
            "Write YYYY{rest}, with the four digits of the year instead of YYYY.",
        ),
    ),
    "DATE-SPAN": error(
        since="0.1.0",
        message=(
            "»{value}« sind zwei Angaben: Beginn und Ende.",
            '"{value}" is two things: a beginning and an end.',
        ),
        cause=(
            "Hier steht ein Tag oder ein Zeitpunkt. Das Ende hat, wo es eines gibt, sein eigenes "
            "Feld.",
            "Here stands one day or one time. The end, where there is one, has a field of its own.",
        ),
        remedy=(
            "Hier {begin} schreiben und bei »end« oder »until«: {end}.",
            'Write {begin} here, and {end} at "end" or "until".',
        ),
    ),
    "DATE-IMPOSSIBLE": error(
        since="0.1.0",
        message=(
            "Den Tag oder die Uhrzeit »{value}« gibt es nicht.",
            'There is no such day or time as "{value}".',
        ),
        cause=(
            "Der Monat hat weniger Tage, oder die Uhrzeit ist später als 23:59. Wer danach "
            "geht, kommt am falschen Tag.",
            "The month has fewer days, or the time is later than 23:59. Whoever goes by it "
            "comes on the wrong day.",
        ),
        remedy=(
            "Im Kalender nachsehen und berichtigen.",
            "Look it up in a calendar and correct it.",
        ),
    ),
    "DATE-RANGE": error(
        since="0.1.0",
        message=(
            "Das Jahr in »{value}« liegt nicht zwischen 1000 und 2200.",
            'The year in "{value}" is not between 1000 and 2200.',
        ),
        cause=(
            "Meist sind vom Jahr nur die letzten beiden Ziffern geschrieben worden.",
            "Mostly only the last two digits of the year were written.",
        ),
        remedy=(
            "Das Jahr mit vier Ziffern schreiben: 2026.",
            "Write the year with four digits: 2026.",
        ),
    ),
    "DATE-ORDER": error(
        since="0.1.0",
        message=(
            "Das Datum bei »{later}« liegt vor dem bei »{earlier}«.",
            'The date at "{later}" is before the one at "{earlier}".',
        ),
        cause=(
            "Etwas kann nicht enden, bevor es begonnen hat. Eine der beiden Angaben ist falsch.",
            "Nothing can end before it has begun. One of the two is wrong.",
        ),
        remedy=(
            "Die beiden Angaben vergleichen und eine berichtigen.",
            "Compare the two and correct one.",
        ),
    ),
    "DATE-KIND": error(
        since="0.1.0",
        message=(
            "Beginn und Ende müssen beide eine Uhrzeit haben, oder beide keine.",
            "Start and end must both have a time, or both none.",
        ),
        cause=(
            "Eine Veranstaltung dauert entweder ganze Tage oder von einer Uhrzeit bis zu einer "
            "anderen.",
            "An event lasts whole days, or from one time of day to another.",
        ),
        remedy=(
            "Bei »start« und »end« eine Uhrzeit schreiben, 2026-12-01T19:30, oder bei beiden "
            "nur den Tag.",
            'Write a time at both "start" and "end", 2026-12-01T19:30, or the day only at both.',
        ),
    ),
    "DATE-EXPIRY": error(
        since="0.1.0",
        message=(
            "Ein Aushang gilt höchstens zwölf Monate.",
            "A posting is valid for twelve months at most.",
        ),
        cause=(
            "Alte Aushänge, auf die niemand mehr antwortet, machen das ganze Brett unglaubwürdig.",
            "Old postings that nobody answers any more make the whole board untrustworthy.",
        ),
        remedy=(
            "Bei »expires« spätestens {latest} schreiben; danach kann der Aushang verlängert "
            "werden.",
            'Write {latest} at the latest at "expires"; the posting can be renewed then.',
        ),
    ),
    "DATE-FUTURE": warning(
        since="0.1.0",
        message=(
            "»{key}« liegt in der Zukunft.",
            '"{key}" is in the future.',
        ),
        cause=(
            "Hier steht, was schon geschehen ist. Wahrscheinlich ist das Jahr vertippt.",
            "Here stands what has happened already. Probably the year is mistyped.",
        ),
        remedy=(
            "Das Datum prüfen.",
            "Check the date.",
        ),
    ),
    "DATE-NOT-OVER": error(
        since="0.1.0",
        message=(
            "Wie viele kamen, kann erst eingetragen werden, wenn die Veranstaltung vorbei ist.",
            "Attendance can only be recorded once the event is over.",
        ),
        cause=(
            "Die Zahl wird im Bericht gezählt; eine Schätzung vorab würde ihn verfälschen.",
            "The number is counted in the report; a guess in advance would falsify it.",
        ),
        remedy=(
            "Die Zeile »attendance« bis dahin löschen, oder das Datum bei »start« berichtigen.",
            'Delete the line "attendance" until then, or correct the date at "start".',
        ),
    ),
    "DATE-REGISTRATION": warning(
        since="0.1.0",
        message=(
            "Die Anmeldung endet erst nach dem Beginn.",
            "Registration ends only after the start.",
        ),
        cause=(
            "Auf der Seite stünde, man könne sich noch anmelden, obwohl die Veranstaltung "
            "schon läuft.",
            "The page would say that one can still register, although the event is under way.",
        ),
        remedy=(
            "Bei »until« unter »registration« einen Zeitpunkt vor dem Beginn schreiben.",
            'Write a time before the start at "until" under "registration".',
        ),
    ),
    "DATE-CLOCK": notice(
        since="0.1.0",
        message=(
            "Diese Uhrzeit {problem_de}: In dieser Nacht wird die Uhr umgestellt.",
            "This time {problem_en}: the clocks change in that night.",
        ),
        cause=(
            "Ende März springt die Uhr von 2 auf 3 Uhr vor, Ende Oktober von 3 auf 2 Uhr "
            "zurück. Kalender rechnen solche Zeiten verschieden.",
            "At the end of March the clocks jump from 2 to 3, at the end of October from 3 "
            "back to 2. Calendars compute such times differently.",
        ),
        remedy=(
            "Prüfen, ob die Uhrzeit stimmt; wenn möglich eine vor 2 Uhr oder ab 3 Uhr nehmen.",
            "Check whether the time is right; if possible take one before 2:00 or from 3:00 on.",
        ),
    ),
}
