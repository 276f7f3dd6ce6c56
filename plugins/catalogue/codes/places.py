"""GEO and ADR: where something is."""

from plugins.catalogue.codes._code import error, notice, warning

CODES = {
    "ADR-POSTCODE": error(
        since="0.1.0",
        message=(
            "»{value}« ist keine Postleitzahl.",
            '"{value}" is not a postcode.',
        ),
        cause=(
            "Eine falsche Postleitzahl schickt Briefe und Navigationsgeräte in die Irre. Oft "
            "ist die Null am Anfang verloren gegangen.",
            "A wrong postcode leads letters and navigation astray. Often the zero at the "
            "beginning has been lost.",
        ),
        remedy=(
            "Fünf Ziffern schreiben, auch eine Null am Anfang: 01067.",
            "Write five digits, with a zero at the beginning too: 01067.",
        ),
    ),
    "ADR-MIXED": warning(
        since="0.1.0",
        message=(
            "Im Feld »street« steht auch eine Postleitzahl.",
            'The field "street" also holds a postcode.',
        ),
        cause=(
            "Straße, Postleitzahl und Ort haben eigene Felder, sonst stehen sie auf der Seite "
            "und in Adressbüchern doppelt oder an falscher Stelle.",
            "Street, postcode and city have fields of their own; otherwise they appear twice "
            "or in the wrong place on the page and in address books.",
        ),
        remedy=(
            "Unter »street« nur Straße und Hausnummer lassen, die Postleitzahl unter "
            "»postal_code« und den Ort unter »city« schreiben.",
            'Leave street and number only under "street"; write the postcode under '
            '"postal_code" and the city under "city".',
        ),
    ),
    "GEO-SWAPPED": warning(
        since="0.1.0",
        message=(
            "Breite und Länge scheinen vertauscht zu sein.",
            "Latitude and longitude seem to be swapped.",
        ),
        cause=(
            "In Deutschland liegt die Breite (»latitude«) etwa bei 50, die Länge (»longitude«) "
            "etwa bei 10. So herum läge der Punkt in Ostafrika oder am Golf von Aden.",
            "In Germany the latitude is about 50, the longitude about 10. This way round the "
            "point would be in East Africa or near the Gulf of Aden.",
        ),
        remedy=(
            "Die beiden Zahlen hinter »latitude« und »longitude« tauschen.",
            'Swap the two numbers after "latitude" and "longitude".',
        ),
    ),
    "GEO-FAR": warning(
        since="0.1.0",
        message=(
            "Dieser Punkt liegt {distance} km von den anderen Vereinen entfernt.",
            "This point is {distance} km away from the other associations.",
        ),
        cause=(
            "Wahrscheinlich ist eine Ziffer falsch, oder der Punkt gehört zu einem Ort "
            "gleichen Namens. Auf der Karte führt er Besucher in die Irre.",
            "Probably a digit is wrong, or the point is that of another place of the same "
            "name. On the map it leads visitors astray.",
        ),
        remedy=(
            "Den Ort auf einer Karte im Netz suchen und die beiden Zahlen von dort "
            "abschreiben. Stimmen sie, ist nichts zu tun.",
            "Find the place on a map on the web and copy the two numbers from there. If they "
            "are right, nothing needs to be done.",
        ),
    ),
    "GEO-COARSE": notice(
        since="0.1.0",
        message=(
            "Diese Zahlen sind so gerundet, dass der Punkt einen Kilometer danebenliegen kann.",
            "These numbers are so rounded that the point may be a kilometre off.",
        ),
        cause=(
            "Jede Stelle hinter dem Punkt zählt: Mit einer stimmt der Ort auf 10 km, mit "
            "zweien auf 1 km, mit vieren auf 10 m.",
            "Every decimal counts: with one the place is right to 10 km, with two to 1 km, "
            "with four to 10 m.",
        ),
        remedy=(
            "Beide Zahlen mit vier Stellen hinter dem Punkt schreiben, zum Beispiel 52.5138.",
            "Write both numbers with four decimals, for instance 52.5138.",
        ),
    ),
}
