"""Calendars and news of a topic, a language, a place: each holds its own items and no others."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import icalendar
import pytest

from plugins.catalogue.link import Catalogue
from plugins.catalogue.settings import Settings
from plugins.feeds import pages
from plugins.feeds.choices import FeedChoice, choices, name_of
from plugins.feeds.news import NEWEST
from plugins.feeds.view import COLOURS
from plugins.rendering.page import File, outputs
from plugins.rendering.urls import Address, path
from plugins.wording.labels import HUES
from tests.feeds.atom_reader import read
from tests.feeds.written import bytes_of

TODAY = date(2026, 11, 22)
FILES = {
    "associations/chor.yaml": (
        "name: Chor\ntopics: [musik]\nlisted: 2020-01-01\ndistrict: mitte\n"
        "accessibility: {wheelchair: yes}\n"
    ),
    "associations/still.yaml": "name: Still\ntopics: [musik]\nlisted: 2021-01-01\n",
    "networks/tanz.yaml": "title: Tanznetz\n",
    "networks/leer.yaml": "title: Leer\n",
    "events/probe.yaml": (
        "title: Probe\nstart: 2026-12-01T19:30\norganisers: [chor]\nvenue: chor\n"
        "topics: [musik]\nlanguages: [de, tr]\nnetworks: [tanz]\nformat: course\n"
        "audiences: [kinder]\nprice: kostenlos\n"
    ),
    "events/probe.tr.yaml": "title: Koro provası\ntext: Gelin.\n",
    "events/tagung.yaml": (
        "title: Tagung\nstart: 2027-01-05\norganisers: [office]\ntopics: [sport]\n"
        "languages: [tr]\nonline: https://netz.example/\nformat: talk\nstatus: cancelled\n"
    ),
    "events/vorbei.yaml": (
        "title: Vorbei\nstart: 2026-11-01T10:00\norganisers: [chor]\ntopics: [musik]\n"
    ),
    "events/alt.yaml": "title: Alt\nstart: 2020-05-01\norganisers: [chor]\nlanguages: [ar]\n",
    "board/saal.yaml": (
        "kind: offer\ntitle: Saal\nassociation: chor\ncategory: room\nposted: 2026-11-02\n"
        "expires: 2026-12-31\n"
    ),
    "board/zelt.yaml": (
        "kind: seek\ntitle: Zelt\nassociation: still\ncategory: equipment\nposted: 2026-11-10\n"
        "expires: 2026-12-31\n"
    ),
    "board/weg.yaml": (
        "kind: offer\ntitle: Weg\nassociation: chor\ncategory: room\nposted: 2026-10-02\n"
        "expires: 2026-11-01\n"
    ),
}
EVERY = {"probe", "tagung"}
OWN = {
    "events": {"probe", "tagung"},
    "association/chor": {"probe"},
    "network/tanz": {"probe"},
    "topic/musik": {"probe"},
    "topic/sport": {"tagung"},
    "language/de": {"probe"},
    "language/tr": {"probe", "tagung"},
    "district/mitte": {"probe"},
    "audience/kinder": {"probe"},
    "format/course": {"probe"},
    "format/talk": {"tagung"},
    "free": {"probe"},
    "step_free": {"probe"},
    "online": {"tagung"},
    "children": {"probe"},
    "board": {"saal", "zelt"},
    "category/room": {"saal"},
    "category/equipment": {"zelt"},
    "associations": {"chor", "still"},
}
"""What is news where; everywhere else is nothing."""

PAST = {"events", "association/chor", "topic/musik"}
"""The calendars that also hold what was lately."""


def feeds(catalogue: Catalogue, settings: Settings, form: str) -> dict[str, bytes]:
    """The feeds of one form, by what they are of."""
    return {
        "/".join(filter(None, (one.address.name.removesuffix(f"_{form}"), one.address.id))): (
            bytes_of(one, settings.site)
        )
        for one in outputs(pages(catalogue, TODAY))
        if isinstance(one, File) and one.address.name.endswith(f"_{form}")
    }


def filled(found: Mapping[str, set[str]]) -> dict[str, set[str]]:
    return {name: ids for name, ids in found.items() if ids}


@pytest.fixture
def known(catalogue: Callable[..., Catalogue]) -> Catalogue:
    return catalogue(FILES)


def test_each_calendar_holds_its_own_events_only(known: Catalogue, settings: Settings) -> None:
    found = feeds(known, settings, "calendar")
    uids = {
        name: {str(e["UID"]).split("@")[0] for e in calendar(data).walk("VEVENT")}
        for name, data in found.items()
        if not name.startswith("event/")
    }
    expected = {name: ids | ({"vorbei"} if name in PAST else set()) for name, ids in OWN.items()}
    of_events = {n: i for n, i in expected.items() if i & {*EVERY, "vorbei"}}
    assert filled(uids) == of_events
    assert {"network/leer", "language/ar", "topic/sprache"} <= uids.keys()


def calendar(data: bytes) -> icalendar.Calendar:
    found = icalendar.Calendar.from_ical(data)
    assert isinstance(found, icalendar.Calendar)
    return found


@pytest.mark.parametrize("form", ["atom", "json"])
def test_news_hold_their_own_items_only(known: Catalogue, settings: Settings, form: str) -> None:
    found = feeds(known, settings, form)
    ids = {name: {i.rstrip("/").split("/")[-1] for i in _ids(d)} for name, d in found.items()}
    assert filled(ids) == OWN
    assert {"network/leer", "language/ar", "topic/sprache", "category/helpers"} <= ids.keys()


def _ids(data: bytes) -> list[str]:
    if data.startswith(b"{"):
        return [item["id"] for item in json.loads(data)["items"]]
    return [entry["id"] for entry in read(data).entries]


def test_a_calendar_of_a_language_says_what_has_been_translated(
    known: Catalogue, settings: Settings
) -> None:
    site = replace(settings.site, languages=("de", "tr"))
    found = feeds(known, replace(settings, site=site), "calendar")
    turkish = calendar(found["language/tr"])
    assert turkish["X-WR-CALNAME"] == "Türkçe · Anlaufstelle Musterstadt"
    said = {str(e["SUMMARY"]): e["SUMMARY"].params["LANGUAGE"] for e in turkish.walk("VEVENT")}
    assert said == {"Koro provası": "tr", "İptal edildi: Tagung": "de"}
    german = [str(e["SUMMARY"]) for e in calendar(found["topic/musik"]).walk("VEVENT")]
    assert sorted(german) == ["Probe", "Vorbei"]


def test_news_of_a_language_say_it_too(known: Catalogue, settings: Settings) -> None:
    site = replace(settings.site, languages=("de", "tr"))
    feed = read(feeds(known, replace(settings, site=site), "atom")["language/tr"])
    assert feed.head["title"] == "Etkinlikler: Türkçe · Anlaufstelle Musterstadt"
    assert [e["title"] for e in feed.entries] == ["Koro provası", "İptal edildi: Tagung"]
    assert feed.entries[0]["summary"] == "1 Aralık 2026 Salı, 19:30, Chor\nGelin."


def test_a_feed_has_an_end(catalogue: Callable[..., Catalogue], settings: Settings) -> None:
    many = {
        f"events/e{number:03}.yaml": (
            f"title: E{number}\nstart: 2027-01-05\norganisers: office\ntopics: [sport]\n"
        )
        for number in range(NEWEST + 5)
    }
    found = catalogue(many)
    added = {f"events/e{number:03}": 1_700_000_000 + number for number in range(NEWEST + 5)}
    found = replace(found, added=added, revisions=dict.fromkeys(added, 1_790_000_000))
    feed = read(feeds(found, settings, "atom")["topic/sport"])
    newest = [f"E{number}" for number in range(NEWEST + 4, 4, -1)]
    assert [entry["title"] for entry in feed.entries] == newest
    assert (feed.entries[0]["published"], feed.entries[0]["updated"]) == (
        "2023-11-14T22:14:14Z",
        "2026-09-21T14:13:20Z",
    )


def test_former_addresses_hold_the_same(
    catalogue: Callable[..., Catalogue], settings: Settings
) -> None:
    renamed = {
        "associations/sang.yaml": FILES["associations/chor.yaml"] + "formerly: [chor]\n",
        "events/neu.yaml": FILES["events/probe.yaml"].replace("chor", "sang")
        + "formerly: [probe]\n",
    } | {"networks/tanz.yaml": FILES["networks/tanz.yaml"]}
    known = catalogue(renamed)
    for form in ("calendar", "atom", "json"):
        found = feeds(known, settings, form)
        assert found["association/chor"] == found["association/sang"]
    (item,) = json.loads(feeds(known, settings, "json")["events"])["items"]
    assert [item["id"], item["url"]] == [
        "https://anlaufstelle.example/termine/probe/",
        "https://anlaufstelle.example/termine/neu/",
    ]


@pytest.mark.parametrize("form", ["calendar", "atom", "json"])
def test_who_is_being_corrected_keeps_the_feed(
    known: Catalogue, settings: Settings, form: str
) -> None:
    wrong = [one for one in (*known.associations, *known.networks) if one.id in ("chor", "tanz")]
    ids = frozenset({("events", "fest"), *((one.folder, one.id) for one in wrong)})
    held = replace(known.without([one.origin.path for one in wrong]), known=ids)
    found = feeds(held, settings, form)
    for name in ("association/chor", "network/tanz"):
        assert b"Probe" in found[name] and b"Tagung" not in found[name]
    assert ("event/fest" in found) == (form == "calendar")


def test_choices_are_called_as_people_call_them(known: Catalogue) -> None:
    terms = known.vocabularies
    named = {
        FeedChoice("topic", "musik"): "Musik",
        FeedChoice("language", "tr"): "Türkçe",
        FeedChoice("step_free"): "Stufenlos",
        FeedChoice("children"): "Mit Kindern",
    }
    assert {choice: name_of(choice, terms) for choice in named} == named
    assert len({*choices(terms, ("de", "tr"))}) == len([*choices(terms, ("de", "tr"))])


def test_every_colour_of_a_topic_has_a_name() -> None:
    assert len({*COLOURS}) == HUES


def test_addresses_lie_beside_the_pages(settings: Settings) -> None:
    words = settings.site.addresses
    assert {path(Address(name, key), words) for name, key in (
        ("topic_calendar", "musik"), ("network_atom", "tanz"), ("step_free_json", ""),
        ("board_atom", ""), ("category_json", "room"), ("associations_atom", ""),
    )} == {
        "/termine/thema/musik/termine.ics", "/netzwerke/tanz/termine.atom",
        "/termine/barrierefrei/termine.json", "/biete-suche.atom",
        "/biete-suche/kategorie/room/biete-suche.json", "/vereine.atom",
    }  # fmt: skip
