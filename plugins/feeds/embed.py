"""The next dates for pages of others: to be shown there in a frame, and as data.

kalender.html   a page without the site's frame; it needs no script, and links open the site
kalender.json   the same for scripts: what, when, where; `html` is it as a piece of HTML
"""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from html import escape
from typing import Any

from plugins.catalogue.frozen import Frozen, record
from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import Event
from plugins.catalogue.occurrences import coming
from plugins.catalogue.settings import Site
from plugins.rendering import urls
from plugins.rendering.attributes import iso, last_moment
from plugins.rendering.cards import EventCard, EventFacts, event_facts
from plugins.rendering.event_rows import EventRow, by_next_date, event_row
from plugins.rendering.page import File, Output, Page
from plugins.rendering.urls import Address
from plugins.wording.language import Language

MOST = 10
"""So many events are shown: few enough that nobody minds when one of them is just over."""

AHEAD = timedelta(days=366)

Shown = tuple[tuple[Event, EventFacts], ...]


@record(frozen=True)
class EmbedView(Frozen):
    """Whose dates these are, where more is said of it, and the next one of each event.

    Without a name it is that of an entry that is being corrected.
    """

    name: str
    page: Address
    rows: tuple[EventRow, ...]

    @property
    def cards(self) -> Iterator[EventCard]:
        """Each event on its next date."""
        return (row.card for row in self.rows)


def parts(
    of: str, key: str, name: str, page: Address, events: Shown, today: date
) -> Iterator[Output]:
    """Both forms, of an `association`, a `network` or a `topic`."""
    inputs = (name, page, events, today)
    yield Page(Address(f"{of}_embed", key), "embed.html", _view, inputs)
    yield File(Address(f"{of}_embed_data", key), write, _view, inputs)


def shown(catalogue: Catalogue, events: tuple[Event, ...], today: date) -> Shown:
    """The events to come, with what lists say of them."""
    ahead = (event for event in events if coming(event, today, today + AHEAD))
    return tuple((event, event_facts(catalogue, event)) for event in ahead)


def _view(name: str, page: Address, events: Shown, today: date) -> EmbedView:
    rows = (event_row(facts, coming(event, today, today + AHEAD)) for event, facts in events)
    ordered = sorted(filter(None, rows), key=by_next_date)
    return EmbedView(name, page, tuple(ordered[:MOST]))


def write(view: EmbedView, site: Site) -> bytes:
    """The dates as data. The piece of HTML holds no style, so it looks like the page around it."""
    events = [_event(card, site) for card in view.cards]
    items = "".join(f"<li>{_line(event)}</li>" for event in events)
    data = {
        "title": view.name or site.name,
        "url": _url(view.page, site),
        "events": events,
        "html": f"<ul>{items}</ul>",
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _event(card: EventCard, site: Site) -> dict[str, Any]:
    day = card.date
    found = {
        "title": card.title,
        "url": _url(card.address, site),
        "start": iso(day.day if day.all_day else day.start),
        "until": last_moment(day),
        "when": _when(card),
        "place": card.place.name if card.place else "",
        "status": "" if day.status == "scheduled" else day.status,
    }
    return {name: value for name, value in found.items() if value}


def _when(card: EventCard) -> str:
    writes, day = Language(SITE_LANGUAGE), card.date
    said = writes.date_long(day.day)
    return said if day.all_day else f"{said}, {writes.clock(day.start)} Uhr"


def _line(event: dict[str, Any]) -> str:
    """An event as a line: when, what, where; what is called off is crossed out."""
    said = {name: escape(str(value)) for name, value in event.items()}
    link = f'<a href="{said["url"]}" target="_top">{said["title"]}</a>'
    if event.get("status") == "cancelled":
        link = f"<s>{link}</s>"
    where = f", {said['place']}" if "place" in said else ""
    return f'<time datetime="{said["start"]}">{said["when"]}</time>: {link}{where}'


def _url(address: Address, site: Site) -> str:
    return site.url + urls.path(address, site.addresses)
