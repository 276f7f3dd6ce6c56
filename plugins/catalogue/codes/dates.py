"""DATE and RRULE: when something is."""

from plugins.catalogue.codes._code import error, warning

CODES = {
    "DATE-FORMAT": error(
        "»{value}« ist kein Datum in der Form JJJJ-MM-TT.",
        '"{value}" is not a date of the form YYYY-MM-DD.',
        "Jahr, Monat, Tag mit Strichen schreiben: 2026-12-01.",
        "Write year, month, day with dashes: 2026-12-01.",
    ),
    "DATE-TIME-FORMAT": error(
        "»{value}« ist weder ein Datum (JJJJ-MM-TT) noch eine Zeit (JJJJ-MM-TTThh:mm).",
        '"{value}" is neither a date (YYYY-MM-DD) nor a time (YYYY-MM-DDTHH:MM).',
        "So schreiben: 2026-12-01T19:30, ganztägig: 2026-12-01.",
        "Write 2026-12-01T19:30, or 2026-12-01 for a whole day.",
    ),
    "DATE-IMPOSSIBLE": error(
        "Den Tag oder die Uhrzeit »{value}« gibt es nicht.",
        'There is no such day or time as "{value}".',
        "Im Kalender nachsehen und berichtigen.",
        "Look it up in a calendar and correct it.",
    ),
    "DATE-RANGE": error(
        "Das Jahr in »{value}« liegt nicht zwischen 1000 und 2200.",
        'The year in "{value}" is not between 1000 and 2200.',
        "Die Jahreszahl berichtigen.",
        "Correct the year.",
    ),
    "DATE-ORDER": error(
        "»{later}« liegt vor »{earlier}«.",
        '"{later}" is before "{earlier}".',
        "Die beiden Daten vergleichen und eines berichtigen.",
        "Compare the two dates and correct one.",
    ),
    "DATE-KIND": error(
        "Beginn und Ende müssen beide eine Uhrzeit haben, oder beide keine.",
        "Start and end must both have a time, or both none.",
        "Bei ganztägigen Veranstaltungen nur das Datum schreiben, sonst bei beiden auch Thh:mm.",
        "For whole days write the dates only, otherwise add THH:MM to both.",
    ),
    "DATE-EXPIRY": error(
        "Ein Aushang gilt höchstens zwölf Monate.",
        "A posting is valid for twelve months at most.",
        "»expires« auf spätestens {latest} setzen; danach kann er erneuert werden.",
        'Set "expires" to {latest} at the latest; it can be renewed then.',
    ),
    "DATE-FUTURE": warning(
        "»{key}« liegt in der Zukunft.",
        '"{key}" is in the future.',
        "Das Datum prüfen.",
        "Check the date.",
    ),
    "DATE-NOT-OVER": error(
        "Wie viele kamen, kann erst eingetragen werden, wenn die Veranstaltung vorbei ist.",
        "Attendance can only be recorded once the event is over.",
        "»attendance« löschen oder das Datum berichtigen.",
        'Delete "attendance" or correct the date.',
    ),
    "DATE-REGISTRATION": warning(
        "Die Anmeldung endet erst nach dem Beginn.",
        "Registration ends only after the start.",
        "»until« unter »registration« prüfen.",
        'Check "until" under "registration".',
    ),
    "RRULE-DAY": error(
        "»{value}« ist kein Tag im Monat.",
        '"{value}" is not a day of a month.',
        "Zum Beispiel »last friday«, »first sunday« oder 15 schreiben.",
        'Write for instance "last friday", "first sunday" or 15.',
    ),
    "RRULE-FIELDS": error(
        "»{key}« passt nicht zu »every: {every}«.",
        '"{key}" does not go with "every: {every}".',
        "»weekdays« gehört zu »every: week«, »day« zu »every: month« oder »every: year«.",
        '"weekdays" goes with "every: week", "day" with "every: month" or "every: year".',
    ),
    "RRULE-END": error(
        "Eine Wiederholung endet entweder mit »until« oder mit »count«, nicht mit beidem.",
        'A repetition ends either with "until" or with "count", not with both.',
        "Eines der beiden Felder löschen.",
        "Delete one of the two fields.",
    ),
    "RRULE-NO-DATE": error(
        "Am {value} findet die Veranstaltung nach der Regel gar nicht statt.",
        "By its rule the event does not take place on {value}.",
        "Das Datum berichtigen; es muss einer der wiederkehrenden Termine sein.",
        "Correct the date; it must be one of the repeated dates.",
    ),
    "RRULE-START": warning(
        "Der Beginn ist keiner der Termine, die die Wiederholung ergibt.",
        "The start is not one of the dates that the repetition gives.",
        "»start« auf den ersten Termin der Reihe setzen; Zusätzliches gehört unter »also«.",
        'Set "start" to the first date of the series; additional dates belong under "also".',
    ),
    "RRULE-KIND": error(
        "Die Veranstaltung dauert ganze Tage, hier steht aber eine Uhrzeit.",
        "The event lasts whole days, but here is a time of day.",
        "Die Uhrzeit löschen oder auch bei »start« eine schreiben.",
        'Delete the time of day, or write one at "start" as well.',
    ),
    "RRULE-EMPTY": error(
        "Alle Termine der Reihe sind ausgenommen; sie fände nie statt.",
        "All dates of the series are left out; it would never take place.",
        "Ein Datum aus »except« streichen, oder die Veranstaltung mit »status: cancelled« absagen.",
        'Remove a date from "except", or cancel the event with "status: cancelled".',
    ),
    "RRULE-LONG": warning(
        "Die Reihe ist länger als 400 Termine und drei Jahre; nach dem {last} wird sie "
        "abgeschnitten.",
        "The series is longer than 400 dates and three years; it is cut off after {last}.",
        "Die Reihe mit einem früheren »until« beenden und danach neu anlegen.",
        'End the series by an earlier "until" and start a new one after it.',
    ),
}
