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
CLAIM = "Vereine und Initiativen der Stadt, ihre Termine, und was sie bieten und suchen"
SITEURL = "https://anlaufstelle.example"  # no slash at the end; a path behind the host may follow
TIMEZONE = "Europe/Berlin"
REGION = "DE"  # how phone numbers without country code and postcodes are read
DEFAULT_LANG = "de"

# Who answers: stands in the footer, in »Fehler melden« and on »Mitmachen«.
OFFICE = {
    "name": "Büro für Integration",
    "email": "anlaufstelle@musterstadt.example",
    "phone": "030 23125 100",
}

# Where associations can send pull requests; leave empty if there is no such place.
REPOSITORY = "https://git.example/musterstadt/anlaufstelle"

# The words in addresses. Changing one later breaks links from outside: do it before going live.
ADDRESSES = {
    "associations": "vereine",
    "topic": "thema",
    "language": "sprache",
    "district": "stadtteil",
    "audience": "zielgruppe",
    "events": "termine",
    "board": "biete-suche",
    "archive": "archiv",
    "networks": "netzwerke",
    "funding": "foerderung",
    "reports": "bericht",
    "participate": "mitmachen",
}

# Where `make publish` puts the site: a local folder, in which `live` points to the current
# release, or the same on a server, "user@host:/var/www/anlaufstelle" (rsync over ssh).
PUBLISH_TO = "releases"
PUBLISH_KEEP = 5

# --- What make was given ------------------------------------------------------------------------

CONTENT = os.environ.get("CONTENT") or "content"
PATH = CONTENT if (ROOT / CONTENT).is_dir() else "."  # of a missing folder we say more ourselves
OUTPUT_PATH = os.environ.get("OUTPUT") or "output"
TODAY = os.environ.get("TODAY") or datetime.now(ZoneInfo(TIMEZONE)).date().isoformat()
STRICT = os.environ.get("STRICT", "") not in ("", "0", "no")
LANGUAGE = "en" if os.environ.get("LANGUAGE") == "en" else "de"
FORMAT = os.environ.get("FORMAT") or "concise"

# Closed lists that the content does not bring itself are taken from here.
VOCABULARY_PATH = str(ROOT / "content" / "vocabulary")

# --- The pipeline, top to bottom ----------------------------------------------------------------

PLUGINS = [
    "plugins.rendering",  # reads (catalogue), checks (validation), then renders what these plan:
    "plugins.pages",  # home, advice, imprint, how to take part
    "plugins.directory",  # the associations
    "plugins.board",  # offers and seeks
    "plugins.calendar",  # events
    "plugins.networks",
    "plugins.funding",
    "plugins.report",
    "plugins.feeds",  # iCalendar
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
IGNORE_FILES = ["*"]
DELETE_OUTPUT_DIRECTORY = False
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
