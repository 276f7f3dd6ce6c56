"""URL, MAIL and TEL: how to reach somebody."""

from plugins.catalogue.codes._code import error, warning

CODES = {
    "URL-FORM": error(
        since="0.1.0",
        message=(
            "»{value}« ist keine Webadresse.",
            '"{value}" is not a web address.',
        ),
        cause=(
            "Ein Klick darauf würde nirgendwohin führen.",
            "A click on it would lead nowhere.",
        ),
        remedy=(
            "Die Seite im Browser öffnen und die Adresse von dort kopieren: https://…",
            "Open the page in a browser and copy the address from there: https://…",
        ),
    ),
    "URL-SCHEME": error(
        since="0.1.0",
        message=(
            "Die Adresse muss mit https:// oder http:// beginnen.",
            "The address must begin with https:// or http://.",
        ),
        cause=(
            "Daran erkennt der Browser, dass es eine Webseite ist. Alles andere, etwa "
            "javascript:, könnte Besuchern schaden.",
            "It tells the browser that this is a web page. Anything else, such as javascript:, "
            "could harm visitors.",
        ),
        remedy=(
            "Die Seite im Browser öffnen und die Adresse von dort kopieren.",
            "Open the page in a browser and copy the address from there.",
        ),
    ),
    "URL-CHARACTER": error(
        since="0.1.0",
        message=(
            "Die Adresse enthält ein Leerzeichen oder ein Zeichen, das dort nicht erlaubt ist.",
            "The address contains a space or a character that is not allowed there.",
        ),
        cause=(
            "An einem Leerzeichen hört die Adresse für den Browser auf; der Rest ginge verloren.",
            "For a browser the address ends at a space; the rest would be lost.",
        ),
        remedy=(
            "Die Adresse neu aus der Adresszeile des Browsers kopieren.",
            "Copy the address from the browser's address bar again.",
        ),
    ),
    "URL-USER": error(
        since="0.1.0",
        message=(
            "Die Adresse enthält einen Benutzernamen oder ein Passwort.",
            "The address contains a user name or a password.",
        ),
        cause=(
            "Alles in dieser Datei wird öffentlich, auch das Passwort. Außerdem lassen sich "
            "mit solchen Adressen Leser täuschen.",
            "Everything in this file becomes public, the password too. Besides, such addresses "
            "can deceive readers.",
        ),
        remedy=(
            "Alles zwischen // und @ löschen, auch das @. War das Passwort echt, es ändern.",
            "Delete everything between // and @, and the @ itself. If the password was a real "
            "one, change it.",
        ),
    ),
    "URL-LONG": error(
        since="0.1.0",
        message=(
            "Die Adresse ist länger als 2000 Zeichen.",
            "The address is longer than 2,000 characters.",
        ),
        cause=(
            "Manche Browser schneiden so lange Adressen ab. Meist hängen hinter einem ? "
            "Angaben, die niemand braucht.",
            "Some browsers cut such long addresses off. Mostly there are things after a ? that "
            "nobody needs.",
        ),
        remedy=(
            "Alles ab dem ? weglassen und ausprobieren, ob die Seite noch erscheint.",
            "Leave out everything from the ? on and try whether the page still appears.",
        ),
    ),
    "MAIL-FORM": error(
        since="0.1.0",
        message=(
            "»{value}« ist keine E-Mail-Adresse.",
            '"{value}" is not an e-mail address.',
        ),
        cause=(
            "An diese Adresse könnte niemand schreiben.",
            "Nobody could write to this address.",
        ),
        remedy=(
            "Nur die Adresse selbst schreiben, ohne Namen und ohne Leerzeichen: "
            "kontakt@verein.example.",
            "Write the address itself only, without a name and without spaces: "
            "contact@association.example.",
        ),
    ),
    "MAIL-SEVERAL": error(
        since="0.1.0",
        message=(
            "»{value}« sind mehrere E-Mail-Adressen.",
            '"{value}" is several e-mail addresses.',
        ),
        cause=(
            "Der Knopf zum Schreiben führt zu genau einer Adresse.",
            "The button to write leads to exactly one address.",
        ),
        remedy=(
            "Nur eine schreiben: {one}. Die anderen gehören in den Text.",
            "Write one only: {one}. The others belong into the text.",
        ),
    ),
    "TEL-FORM": error(
        since="0.1.0",
        message=(
            "»{value}« ist nicht genau eine Telefonnummer.",
            '"{value}" is not exactly one phone number.',
        ),
        cause=(
            "Auf dem Handy wird die Nummer mit einem Fingertipp gewählt. Das geht nur mit "
            "genau einer vollständigen Nummer; aus zweien würde eine falsche.",
            "On a mobile phone the number is dialled by one touch. That needs exactly one "
            "complete number; two of them would become a wrong one.",
        ),
        remedy=(
            "Die eine Nummer schreiben, mit Vorwahl{like}. Weitere Nummern, Durchwahlen, Zeiten "
            "und Namen gehören in den Text. Gibt es keine Nummer, das Feld weglassen.",
            "Write the one number, with its area code{like}. Further numbers, extensions, hours "
            "and names belong into the text. If there is no number, leave the field out.",
        ),
    ),
    "TEL-AREA": warning(
        since="0.1.0",
        message=(
            "Der Telefonnummer »{value}« fehlt die Vorwahl.",
            'The phone number "{value}" has no area code.',
        ),
        cause=(
            "Vom Handy und von anderswo erreicht man so niemanden. Die Nummer wird gezeigt, lässt "
            "sich aber nicht antippen.",
            "From mobile phones and from elsewhere it reaches nobody. The number is shown but "
            "cannot be tapped.",
        ),
        remedy=(
            "Die Vorwahl mit ihrer 0 davor schreiben, wie in 030 23125 014.",
            "Write the area code with its 0 in front, as in 030 23125 014.",
        ),
    ),
}
