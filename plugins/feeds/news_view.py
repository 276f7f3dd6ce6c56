"""What feeds of news show, in whichever form: their name, their items, and when each changed."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.model import Association, Event, Image, Posting
from plugins.catalogue.notes import FIRST
from plugins.catalogue.occurrences import start_of
from plugins.catalogue.settings import Site
from plugins.rendering import urls
from plugins.rendering.cards import excerpt
from plugins.rendering.lookups import Find, in_language
from plugins.rendering.page import Recurring
from plugins.rendering.previews import of_photo
from plugins.rendering.urls import Address
from plugins.wording.language import Language

_SECTIONS = {"board": "Biete & Suche", "category": "Biete & Suche", "associations": "Vereine"}
_EVENTS = "Termine"
_STATES = {"cancelled": "Abgesagt", "postponed": "Verschoben", "full": "Ausgebucht"}
_KINDS = {"offer": "Biete", "seek": "Suche"}
"""What titles begin with: messages of the site."""


@record(frozen=True)
class NewsItem(Frozen, Recurring):
    """An entry as news.

    `first` is its oldest address, by which readers know it through all renamings. `added` and
    `changed` are seconds since 1970; among the authors an empty name is the office; `tags` are
    terms with their labels.
    """

    entry: Association | Event | Posting
    address: Address
    first: Address
    added: int
    changed: int
    authors: tuple[str, ...] = ()
    place: str = ""
    tags: tuple[tuple[str, str], ...] = ()


@record(frozen=True)
class NewsView(Frozen):
    """A feed: what it is of (`topic`, `musik`), its name, empty for all of a kind, its items."""

    feed: str
    key: str
    name: str
    page: Address
    items: tuple[NewsItem, ...] = ()
    language: str = SITE_LANGUAGE


class Said(NamedTuple):
    """An item in words, its addresses with the host."""

    id: str
    url: str
    title: str
    summary: str
    language: str
    published: str
    updated: str
    authors: tuple[str, ...]
    tags: tuple[tuple[str, str], ...]
    image: str


def title_of(view: NewsView, site: Site, find: Find) -> str:
    """What a feed is called: »Termine: Musik · Anlaufstelle Musterstadt«."""
    section = _word(find, _SECTIONS.get(view.feed, _EVENTS), view.language, site)
    return f"{section}: {view.name} · {site.name}" if view.name else f"{section} · {site.name}"


def updated(view: NewsView) -> str:
    """When any item was last changed; without any, the first moment that can be."""
    first = int(FIRST.timestamp())
    return _moment(max((item.changed for item in view.items), default=first))


def url(address: Address, site: Site) -> str:
    """An address with the host."""
    return site.url + urls.path(address, site.addresses)


def items_of(view: NewsView, site: Site, find: Find) -> Iterator[Said]:
    """The items in words."""
    for item in view.items:
        entry = item.entry
        photo = of_photo(_photos(entry), find)
        yield Said(
            id=url(item.first, site),
            url=url(item.address, site),
            title=_title(entry, view.language, site, find),
            summary=_summary(item, view.language, site),
            language=entry.localised.language_of("title"),
            published=_moment(item.added),
            updated=_moment(item.changed),
            authors=tuple(name or site.office.name for name in item.authors),
            tags=item.tags,
            image=site.url + photo.path if photo else "",
        )


def _photos(entry: Association | Event | Posting) -> tuple[Image, ...]:
    if isinstance(entry, Association):
        return entry.images
    image = entry.image if isinstance(entry, Event) else None
    return () if image is None else (Image(file=image) if isinstance(image, str) else image,)


def _title(entry: Association | Event | Posting, language: str, site: Site, find: Find) -> str:
    known = _before(entry)
    return f"{_word(find, known, language, site)}: {entry.called}" if known else entry.called


def _before(entry: Association | Event | Posting) -> str:
    """What is said before the title."""
    if isinstance(entry, Posting):
        return _KINDS[entry.kind]
    return _STATES.get(entry.status, "") if isinstance(entry, Event) else ""


def _summary(item: NewsItem, language: str, site: Site) -> str:
    """Of an event when and where, of a series when first; then how the text begins."""
    entry = item.entry
    if isinstance(entry, Association):
        return entry.summary or excerpt(entry.text)
    if isinstance(entry, Posting):
        return excerpt(entry.text)
    writes = Language(language if language in site.languages else SITE_LANGUAGE)
    begins = start_of(entry)
    clock = "" if entry.all_day else writes.clock(begins)
    when = ", ".join(filter(None, (writes.date_long(begins.date()), clock, item.place)))
    return "\n".join(filter(None, (when + " …" * bool(entry.repeat), excerpt(entry.text))))


def _word(find: Find, message: str, language: str, site: Site) -> str:
    return in_language(find, message, language if language in site.languages else SITE_LANGUAGE)


def _moment(seconds: int) -> str:
    """A time as RFC 3339 writes it."""
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%SZ}"
