"""Addresses: what a page is called inside the software, and where that is on the web.

Page packages name addresses by meaning (`Address("association", "chor")`); the words that stand
for the meaning are the city's (pelican.conf.py, ADDRESSES). Only this module joins the two.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.model import (
    Article,
    Association,
    Entry,
    Event,
    Funding,
    Network,
    Posting,
    Report,
)


class Address(NamedTuple):
    """A place on the site: the name of a pattern below, and what it is filled with."""

    name: str
    id: str = ""


_CALENDARS: Mapping[str, str] = {
    "events": "/{events}",
    "association": "/{associations}/{id}/{events}",
    "network": "/{networks}/{id}/{events}",
    "topic": "/{events}/{topic}/{id}/{events}",
    "language": "/{events}/{language}/{id}/{events}",
    "district": "/{events}/{district}/{id}/{events}",
    "audience": "/{events}/{audience}/{id}/{events}",
    "format": "/{events}/{format}/{id}/{events}",
    "free": "/{events}/{free}/{events}",
    "step_free": "/{events}/{step_free}/{events}",
    "online": "/{events}/{online}/{events}",
    "children": "/{events}/{children}/{events}",
}
"""Whose events one can subscribe to, as a calendar (`topic_calendar`) or as news (`topic_atom`)."""

_EMBEDDED: Mapping[str, str] = {
    "association": "/{associations}/{id}",
    "network": "/{networks}/{id}",
    "topic": "/{events}/{topic}/{id}",
}
"""Whose next dates can be shown on pages of others."""

_NEWS: Mapping[str, str] = {
    **_CALENDARS,
    "associations": "/{associations}",
    "board": "/{board}",
    "category": "/{board}/{category}/{id}/{board}",
}
"""What there is news of, beside the page that it belongs to."""

# What stands in braces is a word of ADDRESSES, or the id. A name that is a word of ADDRESSES but is
# not here is a page at the root, and pages below it: `/word/`, `/word/id/`.
PATTERNS: Mapping[str, str] = {
    **{f"{name}_calendar": f"{stem}.ics" for name, stem in _CALENDARS.items()},
    **{f"{name}_embed": f"{stem}/kalender.html" for name, stem in _EMBEDDED.items()},
    **{f"{name}_embed_data": f"{stem}/kalender.json" for name, stem in _EMBEDDED.items()},
    **{f"{name}_atom": f"{stem}.atom" for name, stem in _NEWS.items()},
    **{f"{name}_json": f"{stem}.json" for name, stem in _NEWS.items()},
    "home": "/",
    "not_found": "/404.html",
    "inventory": "/.entries.json",
    "sitemap": "/sitemap.xml",
    "sitemap_part": "/sitemap-{id}.xml",
    "robots": "/robots.txt",
    "freshness": "/stand/",
    "freshness_data": "/stand.json",
    "offline": "/offline/",
    "worker": "/sw.js",
    "app": "/app/{id}.webmanifest",
    "editor": "/admin/{id}",
    "page": "/{id}/",
    "participate": "/{participate}/",
    "form": "/{participate}/{id}/",
    "data": "/{data}/",
    "entry_data": "/{data}/v1/{id}.json",
    "names_data": "/{data}/v1/names.json",
    "words_data": "/{data}/v1/words.json",
    "directory": "/{associations}/",
    "association": "/{associations}/{id}/",
    "association_card": "/{associations}/{id}/kontakt.vcf",
    "topic": "/{associations}/{topic}/{id}/",
    "language": "/{associations}/{language}/{id}/",
    "district": "/{associations}/{district}/{id}/",
    "audience": "/{associations}/{audience}/{id}/",
    "map": "/{associations}/{map}/",
    "letter": "/{associations}/{letters}/{id}/",
    "topic_letter": "/{associations}/{letters}/{topic}/{id}/",
    "language_letter": "/{associations}/{letters}/{language}/{id}/",
    "district_letter": "/{associations}/{letters}/{district}/{id}/",
    "audience_letter": "/{associations}/{letters}/{audience}/{id}/",
    "calendar": "/{events}/",
    "today": "/{events}/?{when}={today}",
    "tomorrow": "/{events}/?{when}={tomorrow}",
    "next_week": "/{events}/?{when}={next_week}",
    "any_online": "/{events}/?{online}=1",
    "any_children": "/{events}/?{children}=1",
    "month": "/{events}/{id}/",
    "day": "/{events}/{id}/",
    "week": "/{events}/{id}/",
    "weekend": "/{events}/{weekend}/",
    "weekend_part": "/{events}/{weekend}/{id}/",
    "free": "/{events}/{free}/",
    "free_part": "/{events}/{free}/{id}/",
    "step_free": "/{events}/{step_free}/",
    "step_free_part": "/{events}/{step_free}/{id}/",
    "online": "/{events}/{online}/",
    "online_part": "/{events}/{online}/{id}/",
    "children": "/{events}/{children}/",
    "children_part": "/{events}/{children}/{id}/",
    "event_topic": "/{events}/{topic}/{id}/",
    "event_language": "/{events}/{language}/{id}/",
    "event_district": "/{events}/{district}/{id}/",
    "event_format": "/{events}/{format}/{id}/",
    "notice_sheet": "/{events}/{notice}/",
    "calendar_archive": "/{events}/{archive}/",
    "calendar_year": "/{events}/{archive}/{id}/",
    "past_month": "/{events}/{archive}/{id}/",
    "year_feed": "/{events}/{archive}/{id}.ics",
    "event": "/{events}/{id}/",
    "event_calendar": "/{events}/{id}.ics",
    "board": "/{board}/",
    "category": "/{board}/{category}/{id}/",
    "board_archive": "/{board}/{archive}/",
    "rooms": "/{board}/{rooms}/",
    "board_year": "/{board}/{archive}/{id}/",
    "posting": "/{board}/{id}/",
    "networks": "/{networks}/",
    "network": "/{networks}/{id}/",
    "funding": "/{funding}/",
    "programme": "/{funding}/#{id}",
    "search": "/{search}/",
    "subscribe": "/{subscribe}/",
    "subscribe_news": "/{subscribe}/#neues",
    "search_index": "/{search}/{id}.txt",
    "reports": "/{reports}/",
    "report": "/{reports}/{id}/",
    "figures": "/{reports}/{id}/figures.csv",
}

_PAGE = re.compile(r"[^?#]*/(?:[?#]|$)")

ONCE = frozenset(name for name, pattern in PATTERNS.items() if not _PAGE.match(pattern))
"""What is a file: it ends in no slash and exists once. A page exists in every language."""

_KINDS: Mapping[type[Entry], str] = {
    Association: "association",
    Event: "event",
    Posting: "posting",
    Network: "network",
    Funding: "programme",
    Report: "report",
    Article: "page",
}


_NAMES = {kind.folder: name for kind, name in _KINDS.items()}


def of(entry: Entry) -> Address:
    """The address of an entry's own page."""
    return Address(_KINDS[type(entry)], entry.id)


def of_id(folder: str, key: str) -> Address:
    """The address of the entry of this kind with this id, also if nothing else is known of it."""
    return Address(_NAMES[folder], key)


def folder_of(language: str) -> str:
    """The folder of a language's pages: `/tr`; empty for the language of the entries."""
    return "" if language == SITE_LANGUAGE else f"/{language}"


def path(address: Address, words: Mapping[str, str], folder: str = "") -> str:
    """The path of an address on the site, from its root: `/vereine/chor/`.

    `folder` is that of a language, such as `/tr`; empty for the site's own. Raises `LookupError`
    for a name that neither this file nor ADDRESSES knows, and for a word that ADDRESSES lacks.
    """
    name, key = address
    if name in PATTERNS:
        try:
            found = PATTERNS[name].format(**{**words, "id": key})
        except KeyError as error:
            raise LookupError(f"{error} of {PATTERNS[name]} is not in ADDRESSES") from error
        return found if name in ONCE else folder + found
    if name in words:
        return f"{folder}/{words[name]}/{key and f'{key}/'}"
    raise LookupError(f"{name!r} is neither in ADDRESSES nor in plugins/rendering/urls.py")


def in_folder(folder: str, path: str) -> str:
    """The same page of the site in the folder of a language; a file exists once."""
    return folder + path if _PAGE.match(path) else path


def output_file(path: str) -> str:
    """The file that a web server delivers for a path: `vereine/chor/index.html`."""
    return f"{path}index.html".lstrip("/") if path.endswith("/") else path.lstrip("/")
