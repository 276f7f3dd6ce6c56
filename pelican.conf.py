"""The settings of one city's site. To make it your own city's, this is the file to edit.

Read by Pelican, and without Pelican by `make check`; so it uses nothing but the standard library.
What is given to make (`make site CONTENT=... OUTPUT=... TODAY=...`) comes in by the environment.
"""

import os
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

# --- Your city ----------------------------------------------------------------------------------

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
# The state whose public and school holidays the calendar shows and series can leave out (ISO 3166-2:
# "DE-BY", "AT-9"). Empty: the calendar knows of none.
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

# What kind of place that is: "github", "forgejo" (also Codeberg, Gitea) or "gitlab". Then who has
# an account there can propose an entry from the form, without an e-mail. Empty: not offered.
FORGE = ""

# An editor at /admin/ for those with an account there (docs/editoren.md). It needs FORGE.
EDITOR = False

# The words in addresses. Changing one later breaks links from outside: do it before going live.
ADDRESSES = {
    "associations": "vereine",
    "topic": "thema",
    "language": "sprache",
    "district": "stadtteil",
    "audience": "zielgruppe",
    "letters": "a-z",
    "map": "karte",
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
    "notice": "aushang",
    "networks": "netzwerke",
    "funding": "foerderung",
    "reports": "bericht",
    "participate": "mitmachen",
    "data": "daten",
    "search": "suche",
    "subscribe": "abonnieren",
}

# Beside the drawn map of the districts, a link to one that can be moved, in a new window; the page says that its
# provider learns who asks. Empty: no such link. Nothing is ever loaded from there by itself. For example:
# {"name": "OpenStreetMap", "address": "https://www.openstreetmap.org/#map=12/{latitude}/{longitude}",
#  "privacy": "https://osmfoundation.org/wiki/Privacy_Policy"}
MAP: dict[str, str] = {}

# Where `make publish` puts the site: a local folder, in which `live` points to the current
# release, or the same on a server, "user@host:/var/www/anlaufstelle" (rsync over ssh).
PUBLISH_TO = "releases"
PUBLISH_KEEP = 5

# Where what people hand in waits for `make inbox`. It holds names and addresses: never in git.
# So many days after a decision what was handed in, and from whom, is removed by itself; the page
# on privacy calls the number [[inbox.days]].
INBOX = "eingang"
INBOX_DAYS = 30

# What accepting in `make inbox` does: "commit", or "request": a branch and a request on the forge
# (it needs FORGE, and a token in the environment: docs/plattformen.md).
ACCEPT = "commit"

# The forms hand in by e-mail. With a server that runs `make intake` (docs/annahme.md), name the
# folder of addresses under which it answers, such as "einreichen": then they hand in there.
INTAKE = ""
# From one address an hour, in all a day, how much may wait to be decided; 0: no limit.
INTAKE_LIMITS = {"hour": 30, "day": 2000, "megabytes": 1000}
INTAKE_CONFIRM = False  # True: senders get a mail with a link by which they confirm (SMTP_HOST)
INTAKE_ALTCHA = False  # True: browsers solve a task first, which takes a moment and JavaScript

# Published every night, the site is never a day old. After so many days without that every page
# says so itself.
STALE_AFTER = 60

# A link to a page shows a picture where somebody passes it on: the entry's own, else one of its topic.
# True: one is drawn of each entry, with its name, date and place (docs/aussehen.md).
PREVIEW_PICTURES = False

# What was visited, the home page, the directory and the calendar can be read without a network,
# and the site be installed like an app. False: browsers drop what they kept.
OFFLINE = True

# --- What make was given ------------------------------------------------------------------------

CONTENT = os.environ.get("CONTENT") or "content"
PATH = CONTENT if (ROOT / CONTENT).is_dir() else "."  # of a missing folder we say more ourselves
PORTABLE = os.environ.get("PORTABLE", "") not in ("", "0", "no")
OUTPUT_PATH = os.environ.get("OUTPUT") or ("portable" if PORTABLE else "output")
TODAY = os.environ.get("TODAY") or datetime.now(ZoneInfo(TIMEZONE)).date().isoformat()
if os.environ.get("LANGUAGES"):
    LANGUAGES = tuple(os.environ["LANGUAGES"].replace(",", " ").split())
STRICT = os.environ.get("STRICT", "") not in ("", "0", "no")
LANGUAGE = "en" if os.environ.get("LANGUAGE") == "en" else "de"
FORMAT = os.environ.get("FORMAT") or "concise"

# Closed lists that the content does not bring itself are taken from here.
VOCABULARY_PATH = str(ROOT / "content" / "vocabulary")

# --- The pipeline, top to bottom ----------------------------------------------------------------

PLUGINS = [
    "plugins.building",  # reads (catalogue), checks (validation), renders what these plan:
    "plugins.pages",  # home, advice, imprint, how to take part
    "plugins.directory",  # the associations
    "plugins.board",  # offers and seeks
    "plugins.calendar",  # events
    "plugins.networks",
    "plugins.funding",
    "plugins.report",
    "plugins.feeds",  # iCalendar, entries as data
    "plugins.search",  # one search over everything
    *(["plugins.editor"] if EDITOR else []),  # at /admin/
]
PIPELINE = tuple(PLUGINS)  # Pelican takes out of PLUGINS what it cannot load; this is compared

# --- Pelican: only what differs from a blog -----------------------------------------------------

THEME = "theme"
THEME_STATIC_DIR = "static"
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
READERS = {"rst": None, "html": None, "htm": None, "md": None, "markdown": None, "mkd": None}
THEME_STATIC_PATHS: list[str] = []
IGNORE_FILES: list[str] = []  # what is ignored `pelican -r` does not watch either
DELETE_OUTPUT_DIRECTORY = False
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
