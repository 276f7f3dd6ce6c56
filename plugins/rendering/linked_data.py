"""What a page is about, for machines: schema.org in JSON (JSON-LD 1.1), in a script that runs not.

Of people nothing stands here: what of an association's contacts is public is for those who read.
A page has it in the words that it shows; whatever an entry does not say is left out.
"""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup

from plugins.catalogue.fields.days import PartialDate
from plugins.catalogue.languages import is_easy
from plugins.catalogue.model import OFFICE, Association, Entry, Event, PostalAddress
from plugins.catalogue.occurrences import Occurrence
from plugins.rendering.cards import EventVenue, Link, excerpt
from plugins.rendering.event_offer import offer
from plugins.rendering.previews import Preview
from plugins.rendering.site_context import SiteContext
from plugins.rendering.urls import Address
from plugins.wording.locales import primary

Thing = dict[str, Any]

SCHEMA = "https://schema.org"
_ESCAPED = re.compile("[<>&\u2028\u2029]")
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_STATES = {"cancelled": "EventCancelled", "postponed": "EventPostponed"}


_BREADCRUMBS = _JSON.encode({"@context": SCHEMA, "@type": "BreadcrumbList"})[:-1]


def script(node: Thing) -> Markup:
    """The element; nothing that an entry says ends it."""
    return _script(_JSON.encode({"@context": SCHEMA, **node}))


def _script(written: str) -> Markup:
    safe = _ESCAPED.sub(_escape, written)
    return Markup(f'<script type="application/ld+json">{safe}</script>')


@lru_cache(maxsize=4096)
def _step(position: int, name: str, address: str) -> str:
    """A step of the way to a page, in JSON: thousands of pages have the same ones."""
    return _JSON.encode(node("ListItem", position=position, name=name, item=address))


def _escape(sign: re.Match[str]) -> str:
    return f"\\u{ord(sign[0]):04x}"


def node(kind: str, **said: object) -> Thing:
    """A thing of a type, with what is known of it."""
    return {"@type": kind, **{key: value for key, value in said.items() if value}}


class LinkedData:
    """What pages of one language are about."""

    def __init__(self, context: SiteContext) -> None:
        self._context, self._site = context, context.site
        self._root = context.site.url.removesuffix(context.base)

    def functions(self) -> Mapping[str, object]:
        """What templates call, by name."""
        named = (self.breadcrumb_data, self.association_data, self.event_data, self.site_data)
        return {method.__name__: method for method in named}

    def breadcrumb_data(
        self, home: str, trail: Iterable[tuple[object, str]], here: object
    ) -> Markup:
        """The way to a page: home, then what each step is called and its path, then the page."""
        steps = [(home, self._context.path(Address("home"))), *trail]
        items = [
            *(_step(n, _plain(name), self._root + path) for n, (name, path) in enumerate(steps, 1)),
            _JSON.encode(node("ListItem", position=len(steps) + 1, name=_plain(here))),
        ]
        return _script(f'{_BREADCRUMBS},"itemListElement":[{",".join(items)}]}}')

    def site_data(self) -> Markup:
        """The site itself, and who publishes it."""
        site = self._site
        return script(
            node(
                "WebSite",
                name=site.name,
                url=self._address(Address("home")),
                description=site.claim,
                inLanguage=_spoken(self._context.language),
                publisher=self._office(),
            )
        )

    def association_data(self, association: Association, shown: Preview) -> Markup:
        """An association: how it is reached, what it speaks, since when it is there."""
        one, page = association, self._address(association)
        original = one.original.called if one.original else ""
        names = dict.fromkeys((one.short_name, original))
        return script(
            node(
                "Organization",
                name=one.name,
                alternateName=[name for name in names if name and name != one.name],
                description=one.summary or excerpt(one.text),
                url=one.website or page,
                mainEntityOfPage=page,
                sameAs=[str(at) for _, at in one.social if str(at).startswith("http")],
                email=one.email,
                telephone=one.phone.uri.removeprefix("tel:").replace("-", "") if one.phone else "",
                address=self._postal(one.address) if one.address else None,
                location=self._point(one),
                areaServed=self._site.city,
                knowsLanguage=[*map(_spoken, one.languages)],
                foundingDate=_partial(one.founded) if one.founded else "",
                dissolutionDate=one.ended.on.isoformat() if one.ended else "",
                logo=self._logo(one.logo),
                image=self._photo(shown),
            )
        )

    def event_data(
        self,
        event: Event,
        day: Occurrence | None,
        place: EventVenue | None,
        organisers: Iterable[Link],
        shown: Preview,
    ) -> Markup:
        """An event on one of its dates; nothing where none is known."""
        if day is None:
            return Markup()
        page = self._address(event)
        return script(
            node(
                "Event",
                name=event.title,
                description=excerpt(event.text),
                url=page,
                **self._times(day),
                eventStatus=f"{SCHEMA}/{_status(day)}",
                eventAttendanceMode=f"{SCHEMA}/{_mode(event, place)}EventAttendanceMode",
                location=self._locations(event, place),
                organizer=[self._organiser(link) for link in organisers],
                **offer(event, page),
                inLanguage=[*map(_spoken, event.languages)],
                image=[self._root + self._context.base + shown.path],
            )
        )

    def _times(self, day: Occurrence) -> Thing:
        """When it begins and ends, with the offset of the site's clocks; a whole day has none."""
        if day.all_day:
            return {"startDate": day.day.isoformat(), "endDate": day.last_day.isoformat()}
        said = {"startDate": self._moment(day.start)}
        if day.end > day.start:
            said["endDate"] = self._moment(day.end)
        if _status(day) == "EventRescheduled" and day.moved_from is not None:
            said["previousStartDate"] = self._moment(day.moved_from)
        return said

    def _moment(self, moment: date) -> str:
        if not isinstance(moment, datetime):
            return moment.isoformat()
        return moment.replace(tzinfo=ZoneInfo(self._site.time_zone)).isoformat()

    def _locations(self, event: Event, place: EventVenue | None) -> list[Thing]:
        found = []
        if place is not None:
            known = PostalAddress(
                street=place.street, postal_code=place.postal_code, city=place.city
            )
            found.append(node("Place", name=place.link.name, address=self._postal(known)))
        elif not event.online:
            found.append(node("Place", name=self._site.city, address=self._site.city))
        if event.online:
            found.append(node("VirtualLocation", url=event.online))
        return found

    def _organiser(self, link: Link) -> Thing:
        if link.name == OFFICE and link.address is None:
            return self._office()
        address = self._address(link.address) if link.address else ""
        return node("Organization", name=link.name, url=address)

    def _office(self) -> Thing:
        office = self._site.office
        return node("Organization", name=office.name, url=self._site.url + "/", email=office.email)

    def _postal(self, address: PostalAddress) -> Thing:
        return node(
            "PostalAddress",
            streetAddress=address.street,
            postalCode=address.postal_code,
            addressLocality=address.city,
            addressCountry=self._site.region,
        )

    def _point(self, one: Association) -> Thing | None:
        if one.location is None:
            return None
        at = one.location
        point = node("GeoCoordinates", latitude=float(at.latitude), longitude=float(at.longitude))
        return node("Place", geo=point)

    def _logo(self, name: str) -> str:
        """The largest size of it."""
        picture = self._context.pictures.get(name) if name else None
        return self._root + self._context.base + picture.src if picture else ""

    def _photo(self, shown: Preview) -> str:
        """The picture of a link, where it is not a drawn one."""
        is_own = shown.path.startswith("/static/images/")
        return self._root + self._context.base + shown.path if is_own else ""

    def _address(self, target: Address | Entry) -> str:
        return self._root + self._context.path(target)


def _plain(text: object) -> str:
    """Without the markup that says in which language it is."""
    return str(text.striptags()) if isinstance(text, Markup) else str(text)


def _partial(day: PartialDate) -> str:
    """What is known of a day: `1998`, `1998-05`."""
    known = [f"{part:02}" for part in (day.month, day.day) if part]
    return "-".join([str(day.year), *known])


def _spoken(tag: str) -> str:
    """The language of a language tag: easy language is German."""
    return primary(tag) if is_easy(tag) else tag


def _status(day: Occurrence) -> str:
    moved = "EventRescheduled" if day.moved_from is not None else "EventScheduled"
    return _STATES.get(day.status, moved)


def _mode(event: Event, place: EventVenue | None) -> str:
    if event.online:
        return "Mixed" if place else "Online"
    return "Offline"
