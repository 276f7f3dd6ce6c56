"""What pages say to machines of what they are about, held against schema.org's vocabulary."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from plugins.rendering.urls import output_file
from tests.conftest import Build
from tests.site.schema_org import KINDS_OF, MEMBERS, PROPERTIES

HOST = "https://anlaufstelle.example"
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>')
ROOT = Path(__file__).resolve().parents[2]

FORMS: dict[str, str] = {
    "URL": r"https?://[^\s<>]+",
    "Date": r"\d{4}(?:-\d\d(?:-\d\d)?)?",
    "DateTime": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d",
    "Text": r"(?s).*\S.*",
}
NEEDED = {
    "Event": ("name", "startDate", "location"),
    "Place": (),
    "Offer": ("url", "availability"),
    "Organization": ("name",),
    "BreadcrumbList": ("itemListElement",),
    "ListItem": ("position", "name"),
}
"""Without these search engines pass over it (developers.google.com/search, October 2026)."""


def data(html: str) -> list[dict[str, Any]]:
    return [json.loads(text) for text in SCRIPT.findall(html)]


def kinds(name: str) -> set[str]:
    """A type and all that it is one of."""
    return {name}.union(*(kinds(one) for one in KINDS_OF[name].split()))


def faults(node: dict[str, Any], where: str = "") -> Iterator[str]:
    """What of it schema.org does not know, or what stands where something else should."""
    kind = node["@type"]
    if kind not in KINDS_OF:
        yield f"{where}: {kind}"
        return
    yield from (f"{where}{kind}: no {key}" for key in NEEDED.get(kind, ()) if key not in node)
    for key, value in node.items():
        if key.startswith("@"):
            continue
        domain, takes = PROPERTIES.get(key, ("", ""))
        if not kinds(kind) & set(domain.split()):
            yield f"{where}{kind}.{key}"
        for one in value if isinstance(value, list) else [value]:
            yield from _not_taken(one, takes.split(), f"{where}{kind}.{key}")


def _not_taken(value: Any, takes: list[str], where: str) -> Iterator[str]:  # noqa: ANN401
    if isinstance(value, dict):
        if not kinds(value["@type"]) & set(takes):
            yield f"{where}: {value['@type']}"
        yield from faults(value, f"{where}/")
    elif not any(_fits(value, one) for one in takes):
        yield f"{where}: {value!r}"


def _fits(value: Any, kind: str) -> bool:  # noqa: ANN401
    if isinstance(value, bool) or kind == "Boolean":
        return isinstance(value, bool) and kind == "Boolean"
    if isinstance(value, int | float):
        return kind == "Number" or (kind == "Integer" and isinstance(value, int))
    if kind in MEMBERS:
        return value in {f"https://schema.org/{name}" for name in MEMBERS[kind].split()}
    form = FORMS["URL"] if kind == "Thing" else FORMS.get(kind)
    return form is not None and re.fullmatch(form, value) is not None


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        ({"@type": "Organization", "name": "Chor", "url": "https://a.example"}, []),
        ({"@type": "Verein"}, [": Verein"]),
        ({"@type": "Organization"}, ["Organization: no name"]),
        ({"@type": "Place", "startDate": "2026-01-01"}, ["Place.startDate"]),
        ({"@type": "Place", "nme": "x"}, ["Place.nme", "Place.nme: 'x'"]),
        ({"@type": "Place", "name": {"@type": "Place"}}, ["Place.name: Place"]),
        ({"@type": "Place", "url": "/vereine/"}, ["Place.url: '/vereine/'"]),
        ({"@type": "Place", "geo": [{"@type": "GeoCoordinates", "latitude": True}]},
         ["Place.geo/GeoCoordinates.latitude: True"]),
        ({"@type": "ListItem", "position": 1.5, "name": "x"}, ["ListItem.position: 1.5"]),
    ],
)  # fmt: skip
def test_faults_are_found(node: dict[str, Any], expected: list[str]) -> None:
    assert [*faults(node)] == expected


@pytest.fixture(scope="module")
def pages(built_once: Callable[..., Path]) -> dict[str, str]:
    """The pages of the sample in two languages."""
    site = built_once("previews", ROOT / "content", LANGUAGES="de,ar")
    files = sorted(site.rglob("*.html"))
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in files}


@pytest.mark.sample
def test_every_page_is_right_by_the_vocabulary(pages: dict[str, str]) -> None:
    found = {name: [fault for one in data(html) for fault in faults(one)]
             for name, html in pages.items()}  # fmt: skip
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
    assert all(one["@context"] == "https://schema.org" for h in pages.values() for one in data(h))


def of_type(kind: str, nodes: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return [node for node in nodes if node["@type"] == kind]


@pytest.mark.sample
def test_the_way_back_up_is_the_one_that_is_shown(pages: dict[str, str]) -> None:
    for name, html in pages.items():
        shown = re.findall(r'<nav class="breadcrumb".*?</nav>', html, re.DOTALL)
        told = of_type("BreadcrumbList", data(html))
        assert len(shown) == len(told) <= 1, name
        for nav, way in zip(shown, told, strict=True):
            items = way["itemListElement"]
            steps = re.findall(r"<li>(.*?)</li>", nav)
            assert [one["name"] for one in items] == [
                unescape(re.sub("<[^>]+>", "", step)).replace("\u00a0", " ") for step in steps
            ], name
            links = [HOST + unescape(path) for path in re.findall('href="([^"]+)"', nav)]
            assert [one.get("item") for one in items] == [*links, None], name
            assert [one["position"] for one in items] == [*range(1, len(items) + 1)]


def addresses(value: Any) -> Iterator[str]:  # noqa: ANN401
    """All of the site's own."""
    if isinstance(value, str) and value.startswith(HOST):
        yield value.removeprefix(HOST)
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from addresses(one)


@pytest.mark.sample
def test_its_addresses_are_there(pages: dict[str, str], built_once: Callable[..., Path]) -> None:
    site = built_once("previews", ROOT / "content", LANGUAGES="de,ar")
    named = {path for html in pages.values() for node in data(html) for path in addresses(node)}
    assert len(named) > 300
    assert [path for path in named if not (site / output_file(unquote(path))).is_file()] == []


@pytest.mark.sample
def test_each_association_and_each_event_with_a_date(pages: dict[str, str]) -> None:
    counted = {
        kind: sum(len(of_type(kind, data(html))) for html in pages.values())
        for kind in ("Organization", "Event", "WebSite")
    }
    assert counted == {"Organization": 2 * 49, "Event": 2 * 80, "WebSite": 2}


HOSTILE = "</script><!--<script>alert(1)"
FILES = {
    "associations/chor.md": (
        f"---\nname: 'Chor {HOSTILE}'\nshort_name: Chor\ntopics: [musik]\nlisted: 2026-01-01\n"
        "email: chor@chor.example\nphone: 030 23125 017\nfounded: 1998\nlanguages: [de, tr]\n"
        "website: https://chor.example\n"
        "social: {mastodon: '@chor@musik.example', facebook: 'https://www.facebook.com/chor'}\n"
        "address: {street: Marktplatz 1, postal_code: '12345', city: Musterstadt}\n"
        "location: {latitude: 52.5123, longitude: 13.4123}\n"
        "contacts:\n  - {name: Hella Geheim, email: geheim@privat.example}\n"
        "consent: {on: 2026-01-01, scope: [Fotos]}\n---\nWir singen.\n"
    ),
    "events/winter.md": (
        "---\ntitle: Winter\nstart: 2026-12-05T15:00\nend: 2026-12-05T18:00\norganisers: [chor]\n"
        "venue: chor\nprice: '8 Euro, ermäßigt 4 Euro'\nlanguages: [de-simple, tr]\n---\n"
    ),
    "events/sommer.md": (
        "---\ntitle: Sommer\nstart: 2027-07-05T15:00\norganisers: [office]\n"
        "venue: {name: Saal}\nonline: https://a.example/raum\nprice: kostenlos\n"
        "status: full\nregistration: {url: https://a.example/anmelden}\n---\n"
    ),
    "events/tag.md": (
        "---\ntitle: Tag\nstart: 2026-12-05\nend: 2026-12-06\norganisers: [chor]\n"
        "online: https://a.example/raum\nstatus: cancelled\nreason: Sturm\n---\n"
    ),
    "events/spaeter.md": (
        "---\ntitle: Später\nstart: 2026-12-07T10:00\nend: 2026-12-07T11:00\norganisers: [chor]\n"
        "repeat: {every: week, count: 1, moved: {2026-12-07: 2026-12-08T10:00}}\nvenue: chor\n---\n"
    ),
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, run_build: Build) -> Path:
    folder = tmp_path_factory.mktemp("linked")
    for name, text in FILES.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    done = run_build(folder / "out", CONTENT=str(folder / "content"), LANGUAGES="de")
    assert done.returncode == 0, done.stderr
    return folder / "out"


def said(small: Path, page: str, kind: str) -> dict[str, Any]:
    html = (small / page / "index.html").read_text(encoding="utf-8")
    assert len(re.findall("<script[ >]", html)) == len(re.findall("</script>", html))
    (found,) = of_type(kind, data(html))
    assert [*faults(found)] == []
    return {key: value for key, value in found.items() if not key.startswith("@")}


def test_an_association(small: Path) -> None:
    assert said(small, "vereine/chor", "Organization") == {
        "name": f"Chor {HOSTILE}",
        "alternateName": ["Chor"],
        "description": "Wir singen.",
        "url": "https://chor.example",
        "mainEntityOfPage": f"{HOST}/vereine/chor/",
        "sameAs": ["https://www.facebook.com/chor"],
        "email": "chor@chor.example",
        "telephone": "+493023125017",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "Marktplatz 1",
            "postalCode": "12345",
            "addressLocality": "Musterstadt",
            "addressCountry": "DE",
        },
        "location": {
            "@type": "Place",
            "geo": {"@type": "GeoCoordinates", "latitude": 52.5123, "longitude": 13.4123},
        },
        "areaServed": "Musterstadt",
        "knowsLanguage": ["de", "tr"],
        "foundingDate": "1998",
    }


EVENTS: dict[str, dict[str, Any]] = {
    "winter": {
        "startDate": "2026-12-05T15:00:00+01:00",
        "endDate": "2026-12-05T18:00:00+01:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "inLanguage": ["de", "tr"],
        "offers": {
            "@type": "Offer",
            "price": "8.00",
            "priceCurrency": "EUR",
            "url": f"{HOST}/termine/winter/",
            "availability": "https://schema.org/InStock",
        },
    },
    "sommer": {
        "startDate": "2027-07-05T15:00:00+02:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
        "location": [
            {
                "@type": "Place",
                "name": "Saal",
                "address": {"@type": "PostalAddress", "addressCountry": "DE"},
            },
            {"@type": "VirtualLocation", "url": "https://a.example/raum"},
        ],
        "isAccessibleForFree": True,
        "offers": {
            "@type": "Offer",
            "price": "0",
            "priceCurrency": "EUR",
            "url": "https://a.example/anmelden",
            "availability": "https://schema.org/SoldOut",
        },
    },
    "tag": {
        "startDate": "2026-12-05",
        "endDate": "2026-12-06",
        "eventStatus": "https://schema.org/EventCancelled",
        "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode",
        "location": [{"@type": "VirtualLocation", "url": "https://a.example/raum"}],
    },
    "spaeter": {
        "startDate": "2026-12-08T10:00:00+01:00",
        "endDate": "2026-12-08T11:00:00+01:00",
        "previousStartDate": "2026-12-07T10:00:00+01:00",
        "eventStatus": "https://schema.org/EventRescheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
    },
}


@pytest.mark.parametrize("key", EVENTS)
def test_an_event(small: Path, key: str) -> None:
    found = said(small, f"termine/{key}", "Event")
    assert {name: found.get(name) for name in EVENTS[key]} == EVENTS[key]
    for name in ("price", "offers", "isAccessibleForFree", "previousStartDate"):
        assert (name in found) == (name in EVENTS[key]), name


def test_nobody_is_in_it(small: Path) -> None:
    for page in small.rglob("*.html"):
        told = "".join(SCRIPT.findall(page.read_text(encoding="utf-8")))
        assert "Geheim" not in told and "privat.example" not in told, page
