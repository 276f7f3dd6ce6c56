"""PLAN: what programs read: calendars, news, cards for address books, entries as data.

choices.py      by what events are chosen: a topic, a language, a place ...
times.py        when they take place, and which of them calendars and news hold
collected.py    calendars and news of many entries
icalendar.py    a calendar, as bytes; view.py: what it shows; recurrence.py: how an event repeats
contentlines.py zones.py clock_changes.py           lines, time zones, the change of the clocks
news.py         what there is news of; news_view.py: in words; atom.py json_feed.py: as bytes
embed.py        the next dates for pages of others
vcard.py entries.py                                 cards for address books; entries as data
"""

from collections.abc import Iterator
from datetime import date

from plugins.catalogue.find import FOLDERS
from plugins.catalogue.forgotten import Notice
from plugins.catalogue.link import KIND_ATTRIBUTES, Catalogue
from plugins.catalogue.model import Association, Event, Network
from plugins.catalogue.occurrences import coming
from plugins.feeds import collected, embed, news
from plugins.feeds.entries import KINDS, files
from plugins.feeds.icalendar import write
from plugins.feeds.news_view import NewsItem
from plugins.feeds.times import BEHIND, added_at, recent, times_of
from plugins.feeds.vcard import cards
from plugins.feeds.view import CalendarView, calendar_event
from plugins.rendering import register
from plugins.rendering.chunked import each, groups
from plugins.rendering.page import File, Group, Output, Part
from plugins.rendering.urls import Address, of, of_id

__all__ = ["pages", "register"]

_CALENDARS = {"associations": "association", "networks": "network", "events": "event"}
"""The kinds of entries that have a calendar of their own, and what that is called in addresses."""


def pages(catalogue: Catalogue, today: date) -> Iterator[Part]:
    """Calendars and news: of everything, of each choice, association and network; entries as data.

    Who subscribed at an old address goes on reading it: there the same is found.
    """
    notices = tuple(n for n in catalogue.forgotten.notices if n.until >= today - BEHIND)
    times = each(times_of, "events", today, catalogue=catalogue)
    yield Group(collected.events, times, notices, today, catalogue=catalogue)
    posted = each(news.posted, "board", today, catalogue=catalogue)
    yield Group(collected.postings, posted, catalogue=catalogue)
    listed = each(news.listed, "associations", today, catalogue=catalogue)
    yield Group(collected.associations, listed, catalogue=catalogue)
    yield from groups(_of_association, "associations", notices, today, catalogue=catalogue)
    yield from groups(_of_network, "networks", today, catalogue=catalogue)
    yield from groups(_of_event, "events", today.year, catalogue=catalogue)
    yield from groups(cards, "associations", today, catalogue=catalogue)
    yield Group(_withheld, today, catalogue=catalogue)
    yield Group(_gone, notices, catalogue=catalogue)
    for kind in KIND_ATTRIBUTES:
        if FOLDERS[kind] in KINDS:
            yield from groups(files, kind, today, catalogue=catalogue)


def _of_association(
    catalogue: Catalogue, association: Association, notices: tuple[Notice, ...], today: date
) -> Iterator[Output]:
    events = catalogue.events_of(association.id)
    gone = tuple(n for n in notices if association.id in n.organisers)
    if events or gone:
        keys = (association.id, *association.formerly)
        yield from _own(catalogue, association, association.name, events, gone, keys, today)


def _of_network(catalogue: Catalogue, network: Network, today: date) -> Iterator[Output]:
    events = catalogue.meetings_of(network.id)
    yield from _own(catalogue, network, network.title, events, (), (network.id,), today)


def _own(
    catalogue: Catalogue,
    entry: Association | Network,
    name: str,
    events: tuple[Event, ...],
    gone: tuple[Notice, ...],
    keys: tuple[str, ...],
    today: date,
) -> Iterator[Output]:
    """The calendar, the news and what others embed of what holds events, at each of its ids."""
    kind = _CALENDARS[entry.folder]
    shown = tuple(calendar_event(catalogue, event, today.year) for event in events)
    address = Address(f"{kind}_calendar", entry.id)
    inputs = (name, address, of(entry), shown, gone, today)
    items, ahead = _news(catalogue, events, today), embed.shown(catalogue, events, today)
    for key in keys:
        yield File(address._replace(id=key), write, recent, inputs, looks_up=True)
        yield from news.files(kind, entry.id, name, of(entry), items, at=key)
        yield from embed.parts(kind, key, name, of(entry), ahead, today)


def _news(catalogue: Catalogue, events: tuple[Event, ...], today: date) -> tuple[NewsItem, ...]:
    """What is still to come, the newest first."""
    ahead = [event for event in events if coming(event, today, today)]
    ahead.sort(key=lambda event: (-added_at(catalogue, event), event.id))
    return tuple(news.event_item(catalogue, event) for event in ahead[: news.NEWEST])


def _of_event(catalogue: Catalogue, event: Event, year: int) -> Iterator[File]:
    address = Address("event_calendar", event.id)
    alone = (event.title, address, of(event), (calendar_event(catalogue, event, year),))
    for key in (event.id, *event.formerly):
        yield File(address._replace(id=key), write, CalendarView, alone, looks_up=True)


def _withheld(catalogue: Catalogue, today: date) -> Iterator[Output]:
    """What has a calendar of its own keeps it while its entry is being corrected.

    The events of an association or a network may be in order, although its own entry is not.
    """
    asked = {"associations": catalogue.events_of, "networks": catalogue.meetings_of}
    for folder, key in catalogue.withheld:
        if folder in _CALENDARS:
            events = asked[folder](key) if folder in asked else ()
            yield from _bare(catalogue, folder, key, events, (), today)


def _bare(
    catalogue: Catalogue,
    folder: str,
    key: str,
    events: tuple[Event, ...],
    notices: tuple[Notice, ...],
    today: date,
) -> Iterator[Output]:
    """A calendar, and if there are such its news, of which no entry says the name."""
    kind, page = _CALENDARS[folder], of_id(folder, key)
    address = Address(f"{kind}_calendar", key)
    shown = tuple(calendar_event(catalogue, event, today.year) for event in events)
    inputs = ("", address, page, shown, notices)
    yield File(address, write, CalendarView, inputs, looks_up=True)
    if folder != Event.folder:
        items = _news(catalogue, events, today)
        yield from news.files(kind, key, "", page, items)
        ahead = embed.shown(catalogue, events, today)
        yield from embed.parts(kind, key, "", page, ahead, today)


def _gone(catalogue: Catalogue, notices: tuple[Notice, ...]) -> Iterator[Output]:
    """Calendars of what was forgotten, at their addresses: who subscribed reads »cancelled« there.

    An address that an entry has (again) is the entry's.
    """
    for folder, ids in (("events", "ids"), ("associations", "organisers")):
        for key in sorted({key for n in notices for key in getattr(n, ids)}):
            if not catalogue.is_taken(f"{folder}/{key}"):
                own = tuple(n for n in notices if key in getattr(n, ids))
                yield from _bare(catalogue, folder, key, (), own, date.min)
