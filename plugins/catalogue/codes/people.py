"""PRIV: personal data."""

from plugins.catalogue.codes._code import error

CODES = {
    "PRIV-CONSENT": error(
        "Ansprechpersonen dürfen nur mit ihrer Einwilligung veröffentlicht werden.",
        "Contact persons may be published with their consent only.",
        "Unter »consent:« eintragen, wann (on) und von wem (by) die Einwilligung kam, oder "
        "»contacts« löschen.",
        'Record under "consent:" when (on) and by whom (by) consent was given, or delete '
        '"contacts".',
    ),
}
