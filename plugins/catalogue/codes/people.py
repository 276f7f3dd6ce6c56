"""PRIV: personal data."""

from plugins.catalogue.codes._code import error, notice, warning

CODES = {
    "PRIV-CONSENT": error(
        since="0.1.0",
        message=(
            "Ansprechpersonen dürfen nur mit ihrer Einwilligung veröffentlicht werden.",
            "Contact persons may be published with their consent only.",
        ),
        cause=(
            "Name, Telefonnummer und E-Mail-Adresse eines Menschen sind geschützt. Was einmal "
            "im Netz stand, lässt sich nicht mehr zurückholen.",
            "The name, phone number and e-mail address of a person are protected. What was on "
            "the web once cannot be taken back.",
        ),
        remedy=(
            "Die Personen fragen und dann »consent:« ergänzen, mit dem Tag (on) und wer "
            "zugestimmt hat (by). Sonst »contacts« löschen.",
            'Ask the persons and then add "consent:" with the day (on) and who agreed (by). '
            'Otherwise delete "contacts".',
        ),
    ),
    "PRIV-SCOPE": warning(
        since="0.1.0",
        message=(
            "Das wird nicht veröffentlicht: Die Einwilligung nennt es unter »scope« nicht.",
            'This is not published: the consent does not name it under "scope".',
        ),
        cause=(
            "Wer nur mit seinem Namen zugestimmt hat, will vielleicht nicht angerufen werden. "
            "Von einer Ansprechperson erscheint deshalb nur, was »scope« mit diesen Worten nennt: "
            "Name, E-Mail, Telefon, oder alle Angaben; ohne »scope« alles.",
            "Whoever agreed to their name only may not want to be called. So of a contact "
            'appears only what "scope" names in these words: name, e-mail, phone, or everything; '
            'without "scope" all of it.',
        ),
        remedy=(
            "Die Person fragen und es bei »scope« ergänzen: Name, E-Mail-Adresse oder "
            "Telefonnummer. Sonst hier löschen.",
            'Ask the person and add it to "scope": name, e-mail address or phone number. '
            "Otherwise delete it here.",
        ),
    ),
    "PRIV-MOBILE": notice(
        since="0.1.0",
        message=(
            "»{value}« ist eine Handynummer, aber eine Einwilligung ist nicht eingetragen.",
            '"{value}" is a mobile number, but no consent is recorded.',
        ),
        cause=(
            "Handynummern gehören meist einem Menschen, nicht dem Verein. Wer das Amt abgibt, "
            "behält die Nummer und die Anrufe.",
            "Mobile numbers mostly belong to a person, not to the association. Whoever leaves "
            "the office keeps the number, and the calls.",
        ),
        remedy=(
            "Eine Nummer des Vereins eintragen, oder die Person fragen und »consent:« mit dem "
            "Tag (on) und ihrem Namen (by) ergänzen.",
            'Enter a number of the association, or ask the person and add "consent:" with the '
            "day (on) and their name (by).",
        ),
    ),
    "PRIV-IBAN": notice(
        since="0.1.0",
        message=(
            "Hier steht eine Kontonummer (IBAN).",
            "There is a bank account number (IBAN) here.",
        ),
        cause=(
            "Mit einer fremden Kontonummer lassen sich Spenden umleiten und Abbuchungen "
            "versuchen. Das Konto eines Menschen gehört nie ins Netz.",
            "With another account's number donations can be diverted and debits be tried. The "
            "account of a person never belongs on the web.",
        ),
        remedy=(
            "Prüfen, ob es das Konto des Vereins ist und er es hier zeigen will. Sonst löschen "
            "und auf die Website des Vereins verweisen.",
            "Check whether it is the association's account and meant to be shown here. "
            "Otherwise delete it and refer to the association's website.",
        ),
    ),
    "PRIV-BIRTH": notice(
        since="0.1.0",
        message=(
            "Hier steht das Geburtsdatum eines Menschen.",
            "There is a person's date of birth here.",
        ),
        cause=(
            "Name und Geburtsdatum zusammen genügen oft, um sich für jemanden auszugeben.",
            "A name together with a date of birth is often enough to pose as somebody.",
        ),
        remedy=(
            "Den Tag löschen; das Jahr genügt, wenn das Alter wichtig ist.",
            "Delete the day; the year is enough if the age matters.",
        ),
    ),
    "PRIV-FORGOTTEN": error(
        since="0.1.0",
        message=(
            "»{value}« wurde am {day} auf Wunsch entfernt und soll hier nicht mehr stehen.",
            '"{value}" was taken out on {day} because somebody wished it, and is not to be here.',
        ),
        cause=(
            "Wer nicht mehr hier stehen will, soll nicht aus einer alten Tabelle oder Mail "
            "wiederkommen. Von ihm steht in forgotten.yaml nur noch eine Prüfsumme.",
            "Whoever does not want to be here any more must not come back from an old sheet or "
            "mail. Of them only a digest is left, in forgotten.yaml.",
        ),
        remedy=(
            "Die Angabe löschen. Will jemand wieder dabei sein, oder ist es jemand anderes: Bei "
            "einer Ansprechperson genügt eine Einwilligung von einem späteren Tag, sonst »make "
            'forget ID="{value}" UNDO=1« (docs/loeschen.md).',
            "Delete it. If somebody wants to be here again, or it is somebody else: for a contact "
            'a consent of a later day is enough, otherwise "make forget ID="{value}" UNDO=1" '
            "(docs/loeschen.md).",
        ),
    ),
}
