"""Calendars and news of many entries: of all, and of each choice."""

from collections.abc import Iterable, Iterator
from datetime import date

from plugins.catalogue.forgotten import Notice
from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.link import Catalogue
from plugins.feeds import embed, news
from plugins.feeds.choices import FeedChoice, choices, name_of
from plugins.feeds.icalendar import write
from plugins.feeds.news import ActiveAssociation, OpenPosting
from plugins.feeds.news_view import NewsItem
from plugins.feeds.times import Times, past, years
from plugins.feeds.view import CalendarEvent, CalendarView, calendar_event
from plugins.rendering.chunked import flat
from plugins.rendering.page import File, Group, Output, Part
from plugins.rendering.urls import Address

_CALENDAR = Address("calendar")


def events(
    catalogue: Catalogue,
    known: tuple[tuple[Times, ...], ...],
    notices: tuple[Notice, ...],
    today: date,
) -> Iterator[Part]:
    """What is near and what is new, of everything and of each choice; the archive by year."""
    times = flat(known)
    near = tuple(one for one in times if one.choices or one.is_near)
    languages = tuple(sorted({tag for one in times for tag in one.languages}))
    yield Group(_near, near, languages, notices, today.year, catalogue=catalogue)
    ahead = tuple(one for one in near if one.added)
    yield Group(_new, ahead, languages, catalogue=catalogue)
    yield Group(_embedded, ahead, today, catalogue=catalogue)
    for year, ids in years(times):
        yield Group(_of_year, year, ids, today, catalogue=catalogue)


def _near(
    catalogue: Catalogue,
    times: tuple[Times, ...],
    languages: tuple[str, ...],
    notices: tuple[Notice, ...],
    year: int,
) -> Iterator[File]:
    """The calendars; each holds its own events only, and whole ones."""
    address, found = Address("events_calendar"), dict(_shown(catalogue, times, year))
    inputs = ("", address, _CALENDAR, tuple(found.values()), notices)
    yield File(address, write, CalendarView, inputs, looks_up=True)
    for choice in choices(catalogue.vocabularies, languages):
        own = [one for one in times if choice in one.choices]
        language = choice.language
        is_other = language != SITE_LANGUAGE
        shown = dict(_shown(catalogue, own, year, language)) if is_other else found
        address, name = choice.address("calendar"), name_of(choice, catalogue.vocabularies)
        items = tuple(shown[one.id] for one in own if one.id in shown)
        own_inputs = (name, address, _CALENDAR, items, (), language)
        yield File(address, write, CalendarView, own_inputs, looks_up=True)


def _shown(
    catalogue: Catalogue, times: Iterable[Times], year: int, language: str = SITE_LANGUAGE
) -> Iterator[tuple[str, CalendarEvent]]:
    for one in times:
        event = catalogue.event(one.id)
        if event is not None:
            yield one.id, calendar_event(catalogue, event, year, language)


def _new(
    catalogue: Catalogue, times: tuple[Times, ...], languages: tuple[str, ...]
) -> Iterator[File]:
    """The news of events to come."""
    ordered = sorted(times, key=lambda one: (-one.added, one.id))
    yield from news.files("events", "", "", _CALENDAR, _items(catalogue, ordered))
    for choice in choices(catalogue.vocabularies, languages):
        own = [one for one in ordered if choice in one.choices]
        items = _items(catalogue, own, choice.language)
        name = name_of(choice, catalogue.vocabularies)
        yield from news.files(
            choice.name, choice.value, name, _CALENDAR, items, language=choice.language
        )


def _items(
    catalogue: Catalogue, times: Iterable[Times], language: str = SITE_LANGUAGE
) -> Iterator[NewsItem]:
    found = (catalogue.event(one.id) for one in [*times][: news.NEWEST])
    return (news.event_item(catalogue, event, language) for event in found if event)


def _embedded(catalogue: Catalogue, times: tuple[Times, ...], today: date) -> Iterator[Output]:
    """What is to come of each topic, for pages of others."""
    for key, term in catalogue.vocabularies.get("topics", {}).items():
        own = (catalogue.event(one.id) for one in times if FeedChoice("topic", key) in one.choices)
        ahead = embed.shown(catalogue, tuple(filter(None, own)), today)
        name = term.label_in(SITE_LANGUAGE)
        yield from embed.parts("topic", key, name, _CALENDAR, ahead, today)


def _of_year(catalogue: Catalogue, year: int, ids: tuple[str, ...], today: date) -> Iterator[File]:
    found = filter(None, map(catalogue.event, ids))
    shown = tuple(calendar_event(catalogue, event, today.year) for event in found)
    address = Address("year_feed", str(year))
    yield File(address, write, past, (year, shown, today), looks_up=True)


def postings(
    catalogue: Catalogue, known: tuple[tuple[OpenPosting | None, ...], ...]
) -> Iterator[File]:
    """The news of the board, and of each category."""
    open_ones = [one for one in flat(known) if one]
    yield from _postings(catalogue, "board", "", "", open_ones)
    for key, term in catalogue.vocabularies.get("categories", {}).items():
        own = [one for one in open_ones if one.category == key]
        yield from _postings(catalogue, "category", key, term.label_in(SITE_LANGUAGE), own)


def _postings(
    catalogue: Catalogue, feed: str, key: str, name: str, own: Iterable[OpenPosting]
) -> Iterator[File]:
    found = filter(None, map(catalogue.posting, news.newest(own)))
    items = (news.posting_item(catalogue, posting) for posting in found)
    yield from news.files(feed, key, name, Address("board"), items)


def associations(
    catalogue: Catalogue, known: tuple[tuple[ActiveAssociation | None, ...], ...]
) -> Iterator[File]:
    """The news of the directory."""
    ids = news.newest(one for one in flat(known) if one)
    found = filter(None, map(catalogue.association, ids))
    items = (news.association_item(catalogue, one) for one in found)
    yield from news.files("associations", "", "", Address("directory"), items)
