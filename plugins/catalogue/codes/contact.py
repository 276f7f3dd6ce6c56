"""URL, MAIL, TEL and ADR: how to reach somebody."""

from plugins.catalogue.codes._code import error

CODES = {
    "URL-FORM": error(
        "»{value}« ist keine Webadresse.",
        '"{value}" is not a web address.',
        "Die Adresse aus der Adresszeile des Browsers kopieren: https://…",
        "Copy the address from the browser's address bar: https://…",
    ),
    "URL-SCHEME": error(
        "Die Adresse muss mit https:// oder http:// beginnen.",
        "The address must begin with https:// or http://.",
        "Die Adresse aus der Adresszeile des Browsers kopieren.",
        "Copy the address from the browser's address bar.",
    ),
    "URL-CHARACTER": error(
        "Die Adresse enthält ein Leerzeichen oder ein Zeichen, das dort nicht erlaubt ist.",
        "The address contains a space or a character that is not allowed there.",
        "Die Adresse neu aus der Adresszeile des Browsers kopieren.",
        "Copy the address from the browser's address bar again.",
    ),
    "URL-USER": error(
        "Die Adresse enthält Anmeldedaten.",
        "The address contains login data.",
        "Alles zwischen // und @ löschen.",
        "Delete everything between // and @.",
    ),
    "URL-LONG": error(
        "Die Adresse ist länger als 2000 Zeichen.",
        "The address is longer than 2,000 characters.",
        "Eine kürzere Adresse derselben Seite verwenden.",
        "Use a shorter address of the same page.",
    ),
    "MAIL-FORM": error(
        "»{value}« ist keine E-Mail-Adresse.",
        '"{value}" is not an e-mail address.',
        "Nur die Adresse selbst schreiben: kontakt@verein.example.",
        "Write the address itself only: contact@association.example.",
    ),
    "TEL-FORM": error(
        "»{value}« ist keine Telefonnummer.",
        '"{value}" is not a phone number.',
        "Eine Nummer mit Vorwahl schreiben: 030 23125 014 oder +49 30 23125 014.",
        "Write one number with its area code: 030 23125 014 or +49 30 23125 014.",
    ),
    "ADR-POSTCODE": error(
        "»{value}« ist keine Postleitzahl.",
        '"{value}" is not a postcode.',
        "Fünf Ziffern schreiben, auch eine führende Null: 01067.",
        "Write five digits, with the leading zero: 01067.",
    ),
}
