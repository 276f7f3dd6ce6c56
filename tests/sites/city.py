"""The city of the tests: what stands under »Your city« in its pelican.conf.py (tests/conftest.py).

The sample's golden files show this name and these words, whatever a fork calls its own city.
"""

SITENAME = "Anlaufstelle Musterstadt"
CITY = "Musterstadt"
CLAIM = {  # in other languages as far as you have it
    "de": "Vereine und Initiativen der Stadt, ihre Termine, und was sie bieten und suchen",
    "de-simple": "Vereine in der Stadt: was sie machen, wann sie sich treffen, was sie brauchen",
    "en": "The city's associations and initiatives, their events, what they offer and look for",
    "tr": "Kentin dernekleri ve girişimleri, etkinlikleri, sundukları ve aradıkları",
    "ar": "جمعيات المدينة ومبادراتها، مواعيدها، وما تعرضه وما تبحث عنه",
    "uk": "Обʼєднання та ініціативи міста, їхні події, що вони пропонують і шукають",
    "ru": "Объединения и инициативы города, их события, что они предлагают и ищут",
    "it": "Associazioni e iniziative della città, i loro appuntamenti, cosa offrono e cercano",
    "fr": "Les associations et initiatives de la ville, leurs rendez-vous, offres et demandes",
    "el": "Σύλλογοι και πρωτοβουλίες της πόλης, οι εκδηλώσεις τους, τι προσφέρουν και τι ζητούν",
    "ro": "Asociațiile și inițiativele orașului, evenimentele lor, ce oferă și ce caută",
    "fa": "انجمن‌ها و ابتکارهای شهر، برنامه‌هایشان، و آنچه عرضه می‌کنند و می‌جویند",
}
SITEURL = "https://anlaufstelle.example"  # no slash at the end; a path behind the host may follow
TIMEZONE = "Europe/Berlin"
REGION = "DE"  # how phone numbers without country code and postcodes are read
STATE = "DE-BW"
DEFAULT_LANG = "de"

# The languages of the site: German at the root, each of the others under its own tag, as in /tr/.
# What the pages say in a language stands in theme/translations/; `make translations` checks it.
LANGUAGES: tuple[str, ...] = (
    "de",
    "de-simple",
    "en",
    "tr",
    "ar",
    "uk",
    "ru",
    "it",
    "fr",
    "el",
    "ro",
    "fa",
)

# Who answers: stands in the footer, in »Fehler melden« and on »Mitmachen«.
OFFICE = {
    "name": "Büro für Integration",
    "email": "anlaufstelle@musterstadt.example",
    "phone": "030 23125 100",
}

# For the statement on accessibility (content/pages/barrierefreiheit.md): the day on which you
# assessed the site yourselves, and the body of your state that enforces (Durchsetzungsstelle,
# Schlichtungsstelle). Of what is left empty the statement says that it is missing.
STATEMENT = {
    "assessed": "2026-10-19",
    "body": "Schlichtungsstelle des Landes für die Gleichstellung von Menschen mit Behinderungen",
    "email": "schlichtung@land.example",
    "phone": "030 23125 700",
    "website": "https://schlichtung.example.org",
}

# Where associations can send pull requests; leave empty if there is no such place.
REPOSITORY = "https://git.example/musterstadt/anlaufstelle"
EDITOR = False

# The words in addresses. Changing one later breaks links from outside: do it before going live.
ADDRESSES = {
    "associations": "vereine",
    "topic": "thema",
    "language": "sprache",
    "district": "stadtteil",
    "audience": "zielgruppe",
    "letters": "a-z",
    "events": "termine",
    "board": "biete-suche",
    "category": "kategorie",
    "rooms": "raeume",
    "archive": "archiv",
    "weekend": "wochenende",
    "free": "kostenlos",
    "step_free": "barrierefrei",
    "online": "online",
    "children": "mit-kindern",
    "format": "format",
    "when": "wann",
    "today": "heute",
    "tomorrow": "morgen",
    "next_week": "naechste-woche",
    "networks": "netzwerke",
    "funding": "foerderung",
    "reports": "bericht",
    "participate": "mitmachen",
    "data": "daten",
    "search": "suche",
}

# Where `make publish` puts the site: a local folder, in which `live` points to the current
# release, or the same on a server, "user@host:/var/www/anlaufstelle" (rsync over ssh).
PUBLISH_TO = "releases"
PUBLISH_KEEP = 5
