"""RRULE: when something takes place again and again."""

from plugins.catalogue.codes._code import error, warning

CODES = {
    "RRULE-DAY": error(
        since="0.1.0",
        message=(
            "»{value}« ist kein Tag im Monat.",
            '"{value}" is not a day of a month.',
        ),
        cause=(
            "Die Seite rechnet daraus alle Termine aus und versteht nur diese Wörter: first, "
            "second, third, fourth oder last (erster bis vierter, letzter) mit einem Wochentag "
            "auf Englisch, oder eine Zahl.",
            "The site computes all dates from it and understands these words only: first, "
            "second, third, fourth or last with a day of the week, or a number.",
        ),
        remedy=(
            "Zum Beispiel »last friday« (letzter Freitag), »first sunday« (erster Sonntag) "
            "oder 15 schreiben.",
            'Write for instance "last friday", "first sunday" or 15.',
        ),
    ),
    "RRULE-FIELDS": error(
        since="0.1.0",
        message=(
            "»{key}« passt nicht zu »every: {every}«.",
            '"{key}" does not go with "every: {every}".',
        ),
        cause=(
            "Wochentage gibt es nur bei wöchentlichen Reihen, einen Tag im Monat nur bei "
            "monatlichen und jährlichen.",
            "Days of the week go with weekly series only, a day of the month with monthly and "
            "yearly ones.",
        ),
        remedy=(
            "»weekdays« nur bei »every: week« verwenden, »day« nur bei »every: month« oder "
            "»every: year«.",
            'Use "weekdays" with "every: week" only, "day" with "every: month" or "every: '
            'year" only.',
        ),
    ),
    "RRULE-END": error(
        since="0.1.0",
        message=(
            "Eine Wiederholung endet entweder mit »until« (bis zu einem Tag) oder mit »count« "
            "(nach so vielen Malen), nicht mit beidem.",
            'A repetition ends either with "until" (a day) or with "count" (so many times), '
            "not with both.",
        ),
        cause=(
            "Beide zusammen können sich widersprechen; dann wüsste niemand, wann die Reihe zu "
            "Ende ist.",
            "The two can contradict each other; then nobody would know when the series ends.",
        ),
        remedy=(
            "Eines der beiden Felder löschen.",
            "Delete one of the two fields.",
        ),
    ),
    "RRULE-NO-DATE": error(
        since="0.1.0",
        message=(
            "Am {value} findet die Veranstaltung nach der Regel gar nicht statt.",
            "By its rule the event does not take place on {value}.",
        ),
        cause=(
            "Ausfallen oder verlegt werden kann nur ein Termin, den es sonst gäbe. Meist ist "
            "der Tag vertippt.",
            "Only a date that there would be otherwise can be left out or moved. Mostly the "
            "day is mistyped.",
        ),
        remedy=(
            "Im Kalender den richtigen Tag der Reihe nachsehen und berichtigen. Ein "
            "zusätzlicher Termin gehört unter »also«.",
            "Look up the right day of the series in a calendar and correct it. An additional "
            'date belongs under "also".',
        ),
    ),
    "RRULE-NEVER": error(
        since="0.1.0",
        message=(
            "Einen {value}. gibt es in keinem Monat, in den diese Reihe fällt.",
            "No month that this series falls into has a day {value}.",
        ),
        cause=(
            "Eine jährliche Reihe bleibt in dem Monat, in dem sie beginnt, und der 31. April "
            "kommt nie. Die Reihe hätte keinen einzigen weiteren Termin.",
            "A yearly series stays in the month in which it begins, and 31 April never comes. "
            "The series would not have a single date more.",
        ),
        remedy=(
            "Bei »day« einen Tag schreiben, den es in diesem Monat gibt, oder die Zeile »day« "
            "löschen: Dann gilt der Tag, der bei »start« steht.",
            'Write a day at "day" that this month has, or delete the line "day": then the day '
            'at "start" counts.',
        ),
    ),
    "RRULE-START": warning(
        since="0.1.0",
        message=(
            "Der Beginn ist keiner der Termine, die die Wiederholung ergibt.",
            "The start is not one of the dates that the repetition gives.",
        ),
        cause=(
            "Zum Beispiel ist der Beginn ein Dienstag, wiederholt wird aber freitags. Dann ist "
            "unklar, wann das erste Mal ist.",
            "For instance the start is a Tuesday, but it is repeated on Fridays. Then it is "
            "unclear when the first time is.",
        ),
        remedy=(
            "Bei »start« den ersten Termin der Reihe schreiben; ein zusätzlicher Termin gehört "
            "unter »also«.",
            'Write the first date of the series at "start"; an additional date belongs under '
            '"also".',
        ),
    ),
    "RRULE-KIND": error(
        since="0.1.0",
        message=(
            "Die Veranstaltung dauert ganze Tage, hier steht aber eine Uhrzeit.",
            "The event lasts whole days, but here is a time of day.",
        ),
        cause=(
            "Eine Reihe hat überall Uhrzeiten oder nirgends, sonst kann kein Kalender sie "
            "aufnehmen.",
            "A series has times of day everywhere or nowhere; otherwise no calendar can take it.",
        ),
        remedy=(
            "Das T und die Uhrzeit löschen, oder auch bei »start« eine Uhrzeit schreiben.",
            'Delete the T and the time of day, or write a time at "start" as well.',
        ),
    ),
    "RRULE-EMPTY": error(
        since="0.1.0",
        message=(
            "Alle Termine der Reihe sind ausgenommen; sie fände nie statt.",
            "All dates of the series are left out; it would never take place.",
        ),
        cause=(
            "Ein Eintrag ohne Termin erschiene in keinem Kalender.",
            "An entry without a date would be in no calendar.",
        ),
        remedy=(
            "Bei »except« einen Tag löschen. Fällt alles aus, »except« löschen und die Zeile "
            "»status: cancelled« ergänzen.",
            'Delete a day at "except". If all is cancelled, delete "except" and add the line '
            '"status: cancelled".',
        ),
    ),
    "RRULE-INTERVAL": error(
        since="0.1.0",
        message=(
            "»{value}« gehört in zwei Felder: die Einheit und der Abstand.",
            '"{value}" belongs into two fields: the unit and the interval.',
        ),
        cause=(
            "Das Feld »every« sagt nur, ob Tage, Wochen, Monate oder Jahre gezählt werden.",
            'The field "every" says only whether days, weeks, months or years are counted.',
        ),
        remedy=(
            "Hier {every} schreiben und im Feld »interval«: {interval}.",
            'Write {every} here, and {interval} into the field "interval".',
        ),
    ),
    "RRULE-SPAN": error(
        since="0.1.0",
        message=(
            "»{value}« ist ein ganzer Zeitraum, hier steht aber jeder Termin einzeln.",
            '"{value}" is a span of time, but each date stands here on its own.',
        ),
        cause=(
            "So ist zu sehen, welche Termine ausfallen, und im Kalender stimmt jeder.",
            "So one sees which dates are left out, and each is right in the calendar.",
        ),
        remedy=(
            "Jeden Termin der Reihe von {begin} bis {end} einzeln schreiben.",
            "Write each date of the series from {begin} until {end} on its own.",
        ),
    ),
}
