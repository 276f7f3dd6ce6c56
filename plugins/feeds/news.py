"""News of events, offers and seeks, associations: what came last, for programs that read feeds.

What is over, placed or gone is no news. When something came and was last changed, the entries and
git say (docs/decisions/0035-feeds.md), never the clock.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from typing import NamedTuple

from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import OFFICE, Association, Entry, Event, Posting
from plugins.catalogue.translation import entry_in_language
from plugins.feeds import atom, json_feed
from plugins.feeds.news_view import NewsItem, NewsView
from plugins.feeds.times import added_at
from plugins.rendering.cards import association_link, host_of, links, organisers_of, place
from plugins.rendering.page import File
from plugins.rendering.urls import Address, of

NEWEST = 50
"""So many items has a feed; readers keep what they have read."""


class OpenPosting(NamedTuple):
    """An open posting, as far as the order of news needs to know it."""

    posted: date
    id: str
    category: str


class ActiveAssociation(NamedTuple):
    """An active association in the same way."""

    listed: date
    id: str


def files(
    feed: str,
    key: str,
    name: str,
    page: Address,
    items: Iterable[NewsItem],
    at: str = "",
    language: str = SITE_LANGUAGE,
) -> Iterator[File]:
    """The news of `feed` in both forms; `at` is a former id under which they stand, too."""
    inputs = (feed, key, name, page, tuple(items), language)
    for form, write in (("atom", atom.write), ("json", json_feed.write)):
        address = Address(f"{feed}_{form}", at or key)
        yield File(address, write, NewsView, inputs, looks_up=True)


def event_item(catalogue: Catalogue, event: Event, language: str = SITE_LANGUAGE) -> NewsItem:
    """News of an event, in a language as far as it has been translated."""
    where = place(event, host_of(catalogue, event))
    named = links(one for one in organisers_of(catalogue, event))
    terms = catalogue.vocabularies.get("topics", {})
    added = added_at(catalogue, event)
    return NewsItem(
        entry=entry_in_language(event, language),
        address=of(event),
        first=of(event)._replace(id=event.first_id),
        added=added,
        changed=max(added, catalogue.revision_of(event.id)),
        authors=tuple("" if one.name == OFFICE else one.name for one in named),
        place=where.link.name if where else "",
        tags=tuple((t, terms[t].label_in(language)) for t in event.topics if t in terms),
    )


def posted(_: Catalogue, posting: Posting, today: date) -> OpenPosting | None:
    """When a posting was put up, if it is open."""
    is_open = posting.state(today) == "open"
    return OpenPosting(posting.posted, posting.id, posting.category) if is_open else None


def posting_item(catalogue: Catalogue, posting: Posting) -> NewsItem:
    """News of an offer or a seek."""
    term = catalogue.vocabularies.get("categories", {}).get(posting.category)
    return NewsItem(
        entry=posting,
        address=of(posting),
        first=of(posting),
        added=_beginning(posting.posted),
        changed=_changed(catalogue, posting, posting.posted),
        authors=(association_link(catalogue, posting.association).name,),
        tags=((posting.category, term.label_in(SITE_LANGUAGE)),) if term else (),
    )


def listed(_: Catalogue, association: Association, today: date) -> ActiveAssociation | None:
    """Since when an association is in the directory, if it is active."""
    is_active = association.is_active(today)
    return ActiveAssociation(association.listed, association.id) if is_active else None


def association_item(catalogue: Catalogue, association: Association) -> NewsItem:
    """News of an association."""
    terms = catalogue.vocabularies.get("topics", {})
    first = next(iter(association.formerly), association.id)
    return NewsItem(
        entry=association,
        address=of(association),
        first=of(association)._replace(id=first),
        added=_beginning(association.listed),
        changed=_changed(catalogue, association, association.listed),
        authors=(association.name,),
        tags=tuple((t, terms[t].label_in(SITE_LANGUAGE)) for t in association.topics if t in terms),
    )


def newest(days: Iterable[OpenPosting | ActiveAssociation]) -> tuple[str, ...]:
    """The ids of those that came last, in this order."""
    ordered = sorted((-one[0].toordinal(), one.id) for one in days)
    return tuple(key for _, key in ordered[:NEWEST])


def _beginning(day: date) -> int:
    return int(datetime.combine(day, time.min, UTC).timestamp())


def _changed(catalogue: Catalogue, entry: Entry, since: date) -> int:
    return max(_beginning(since), catalogue.changed_at(f"{entry.folder}/{entry.id}"))
