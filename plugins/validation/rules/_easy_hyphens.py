"""Shows where a long German noun can be parted: before a last part that is well known.

No dictionary: a closed list of what the long words of associations and offices end with. For all
others nothing is proposed rather than something wrong.
"""

import re

_TAILS = (
    "abend abteilung amt anbieter angebot anmeldung antrag arbeit aufenthalt aufgabe "
    "ausländer ausschuss ausweis beauftragte beauftragter behörde beitrag beiträge beratung "
    "berechtigung bereich bericht bescheid bescheinigung bestätigung betreuung bewilligung "
    "bildung büro daten dienst einladung einrichtung erklärung erlaubnis fest formular "
    "freiheit förderung führung gebühr gemeinschaft genehmigung gericht gesellschaft gesetz "
    "gespräch grundverordnung gruppe gruppen haftpflicht hilfe hilfen initiative integration "
    "kalender kasse konto kosten kurs kurse leistung leiter leitung liste meister mitglied "
    "mitglieder möglichkeit nachmittag nachweis nummer partner pflicht plan platz preis "
    "programm projekt prüfung raum recht register richtlinie räume schule selbsthilfe "
    "sozialkasse sprache stelle stellen steuer stiftung straße stunde teilnahme telefon "
    "termin treffen tätigkeit unterlagen unterricht unterstützung veranstaltung verband "
    "verein vereine verfahren verordnung versammlung versicherung vertreter vertretung "
    "verwaltung verwendung verzeichnis vorsitzende vorsitzender vorstand werkstatt zentrum "
    "zimmer zuschuss "
).split()
_ENDINGS = ("", "n", "en", "s", "es", "e", "in", "innen", "er")
_LEAST = 4
"""So many letters must be left before the last part."""

_KNOWN = {tail + ending for tail in _TAILS for ending in _ENDINGS}
_LONGEST = max(map(len, _KNOWN))


def hyphenated(word: str, most: int) -> str:
    """The noun with hyphens, until no part is longer than `most`; empty when nobody can tell.

    >>> hyphenated("Mitgliederversammlung", 14)
    'Mitglieder-Versammlung'
    """
    parts = re.split(r"([-·‧])", word)
    parted = [_parted(part, most) if len(part) > most else part for part in parts]
    return "".join(parted) if all(parted) else ""


def _parted(part: str, most: int) -> str:
    if len(part) <= most:
        return part
    if not part[:1].isupper():
        return ""
    for split in range(max(_LEAST, len(part) - _LONGEST), len(part) - 2):
        if part[split:] in _KNOWN:
            head = _parted(part[:split], most)
            return f"{head}-{part[split:].capitalize()}" if head else ""
    return ""
