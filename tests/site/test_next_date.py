"""The next date of a series is found however far off it is, on every page that should name it."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import pytest

from plugins import calendar, directory, feeds, networks
from plugins.calendar.event import EventView
from plugins.catalogue.link import Catalogue
from plugins.feeds import times
from plugins.feeds.view import CalendarView
from plugins.rendering.cards import EventCard
from plugins.rendering.page import outputs
from plugins.rendering.urls import Address

TODAY = date(2026, 11, 22)
FILES = {
    "associations/probe.yaml": "name: Probe\ntopics: [musik]\nlisted: 2020-01-01\n",
    "networks/netz.yaml": "title: Netz\nmembers: [probe]\n",
}


def event(rest: str) -> dict[str, str]:
    text = f"title: Reihe\norganisers: [probe]\nnetworks: [netz]\n{rest}"
    return {**FILES, "events/reihe.yaml": text}


SERIES = [
    ("start: 2026-09-26T18:00\nrepeat: {every: year, interval: 2}\n", "2028-09-26"),
    ("start: 2024-02-29T18:00\nrepeat: {every: year}\n", "2028-02-29"),
    ("start: 2022-05-01\nend: 2022-05-03\nrepeat: {every: year, interval: 5}\n", "2027-05-01"),
    ("start: 2021-05-01\nrepeat: {every: year, interval: 99, count: 2}\n", "2120-05-01"),
    ("start: 2026-05-01\nrepeat: {every: month, interval: 99, until: 2050-01-01}\n", "2034-08-01"),
    ("start: 2020-01-01\nrepeat: {every: day, until: 2060-01-01}\n", "2026-11-22"),
    ("start: 2030-01-01\n", "2030-01-01"),
]


def cards(view: Any) -> Iterator[EventCard]:  # noqa: ANN401 (whatever a view holds)
    if isinstance(view, EventCard):
        yield view
    elif isinstance(view, tuple):
        for part in view:
            yield from cards(part)
    elif is_dataclass(view):
        for field in fields(view):
            yield from cards(getattr(view, field.name))


@pytest.mark.slow
@pytest.mark.parametrize(("rest", "expected"), SERIES)
def test_every_page_names_it(catalogue: Callable[..., Catalogue], rest: str, expected: str) -> None:
    entries = catalogue(event(rest))
    plans = (calendar.pages, directory.pages, networks.pages)
    views = {p.address: p.view for plan in plans for p in outputs(plan(entries, TODAY))}
    own = views[Address("event", "reihe")]
    assert isinstance(own, EventView) and own.next is not None and not own.is_over
    day = date.fromisoformat(expected)
    assert (own.next.day, own.month) == (day, Address("month", expected[:7]))
    for address in (own.month, Address("association", "probe"), Address("network", "netz")):
        assert address is not None
        assert day in {card.date.day for card in cards(views[address])}, address
    subscribed = {p.address: p.view for p in outputs(feeds.pages(entries, TODAY))}
    for feed in (Address("events_calendar"), Address("association_calendar", "probe")):
        shown = subscribed[feed]
        assert isinstance(shown, CalendarView)
        is_near = day <= TODAY + times.AHEAD or feed.name != "events_calendar"
        assert [item.event.id for item in shown.events] == ["reihe"] * is_near


@pytest.mark.parametrize(
    "rest",
    [
        "start: 2020-09-26T18:00\nrepeat: {every: year, interval: 2, count: 2}\n",
        "start: 2020-01-01\nrepeat: {every: day, until: 2026-11-21}\n",
        "start: 2010-01-01\nrepeat: {every: day, until: 2026-06-21}\n",
        "start: 2024-01-01\n",
    ],
)
def test_what_is_over_is_over(catalogue: Callable[..., Catalogue], rest: str) -> None:
    views = {p.address: p.view for p in outputs(calendar.pages(catalogue(event(rest)), TODAY))}
    own = views[Address("event", "reihe")]
    assert isinstance(own, EventView)
    assert own.is_over and own.last == own.next is not None


@pytest.mark.parametrize(
    ("rest", "last"),
    [
        ("start: 2026-09-26\nrepeat: {every: year, interval: 2}\n", None),
        ("start: 2026-09-26\nrepeat: {every: year, count: 9}\n", None),
        ("start: 2026-09-26\nrepeat: {every: week, until: 2060-01-01}\n", None),
        ("start: 2026-09-26\nrepeat: {every: year, count: 3}\n", "2028-09-26"),
        ("start: 2026-09-26\nrepeat: {every: year, interval: 20, count: 2}\n", "2046-09-26"),
    ],
)
def test_no_last_date_where_there_are_more_than_are_shown(
    catalogue: Callable[..., Catalogue], rest: str, last: str | None
) -> None:
    """It would make the page say by itself, some day, that a series is over that goes on."""
    views = {p.address: p.view for p in outputs(calendar.pages(catalogue(event(rest)), TODAY))}
    own = views[Address("event", "reihe")]
    assert isinstance(own, EventView)
    assert (own.last.day.isoformat() if own.last else None) == last
