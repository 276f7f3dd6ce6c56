"""News read back: the same texts, whatever is in them, and valid by what the formats say."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import NOWHERE, Association, Event
from plugins.catalogue.settings import Settings
from plugins.feeds import atom, json_feed, pages
from plugins.feeds.news_view import NewsItem, NewsView
from plugins.rendering.page import File, outputs
from plugins.rendering.urls import Address
from tests.feeds.atom_reader import read
from tests.feeds.written import bytes_of, find

TODAY = date(2026, 11, 22)
TEXT = {"type": "string", "minLength": 1}
URL = {"type": "string", "pattern": r"\Ahttps://[!-~]+\Z"}
MOMENT = {"type": "string", "pattern": r"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\Z"}
AUTHORS = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"name": TEXT, "url": URL},
        "additionalProperties": False,
        "minProperties": 1,
    },
}
ITEM = {
    "type": "object",
    "properties": {
        "id": URL,
        "url": URL,
        "title": TEXT,
        "content_text": TEXT,
        "date_published": MOMENT,
        "date_modified": MOMENT,
        "language": TEXT,
        "authors": AUTHORS,
        "tags": {"type": "array", "items": TEXT},
        "image": URL,
    },
    "required": ["id", "content_text"],
    "additionalProperties": False,
}
JSON_FEED = {
    "type": "object",
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": TEXT,
        "home_page_url": URL,
        "feed_url": URL,
        "language": TEXT,
        "authors": AUTHORS,
        "items": {"type": "array", "items": ITEM},
    },
    "required": ["version", "title", "items"],
    "additionalProperties": False,
}
"""What JSON Feed 1.1 says of the fields that we have (https://www.jsonfeed.org/version/1.1/)."""

FILES = {
    "associations/chor.yaml": (
        "name: 'Chor <b>&amp;</b> \"Tanz\"'\ntopics: [musik]\nlisted: 2026-10-01\n"
        "summary: ']]> & mehr'\nemail: chor@musik.example\n"
        "contacts: [{name: Vera Geheim, email: vera@privat.example}]\n"
    ),
    "events/probe.yaml": (
        "title: '<script>alert(1)</script>'\nstart: 2026-12-01T19:30\norganisers: [chor, office]\n"
        "repeat: {every: week}\nstatus: full\n"
    ),
    "board/saal.yaml": (
        "kind: seek\ntitle: Saal & Bühne\nassociation: chor\ncategory: room\nposted: 2026-11-02\n"
        "expires: 2026-12-31\n"
    ),
}


def news(catalogue: Catalogue, settings: Settings) -> dict[Address, bytes]:
    return {
        one.address: bytes_of(one, settings.site)
        for one in outputs(pages(catalogue, TODAY))
        if isinstance(one, File) and one.write in (atom.write, json_feed.write)
    }


@pytest.fixture
def sample(catalogue: Callable[..., Catalogue], settings: Settings) -> dict[Address, bytes]:
    return news(catalogue(FILES), settings)


def test_all_are_valid(sample: dict[Address, bytes]) -> None:
    for address, data in sample.items():
        if address.name.endswith("_atom"):
            read(data)
        else:
            jsonschema.validate(json.loads(data), JSON_FEED)


def test_both_forms_say_the_same(sample: dict[Address, bytes]) -> None:
    for address, data in sample.items():
        if address.name.endswith("_atom"):
            name = address.name.removesuffix("atom") + "json"
            items = json.loads(sample[address._replace(name=name)])["items"]
            entries = read(data).entries
            assert [item["title"] for item in items] == [entry["title"] for entry in entries]
            assert [item["id"] for item in items] == [entry["id"] for entry in entries]


def test_an_event_as_news(sample: dict[Address, bytes]) -> None:
    (item,) = json.loads(sample[Address("events_json")])["items"]
    assert item == {
        "id": "https://anlaufstelle.example/termine/probe/",
        "url": "https://anlaufstelle.example/termine/probe/",
        "title": "Ausgebucht: <script>alert(1)</script>",
        "content_text": "Dienstag, 1. Dezember 2026, 19:30 …",
        "date_published": "2010-01-01T00:00:00Z",
        "date_modified": "2010-01-01T00:00:00Z",
        "language": "de",
        "authors": [{"name": 'Chor <b>&amp;</b> "Tanz"'}, {"name": "Büro für Integration"}],
    }


def test_a_posting_and_an_association_as_news(sample: dict[Address, bytes]) -> None:
    (posting,) = read(sample[Address("category_atom", "room")]).entries
    assert posting["title"] == "Suche: Saal & Bühne"
    assert [posting["published"], posting["updated"]] == ["2026-11-02T00:00:00Z"] * 2
    (association,) = read(sample[Address("associations_atom")]).entries
    assert association["title"] == 'Chor <b>&amp;</b> "Tanz"'
    assert association["summary"] == "]]> & mehr"
    assert association["published"] == "2026-10-01T00:00:00Z"


def test_what_changed_later_says_so(
    catalogue: Callable[..., Catalogue], settings: Settings
) -> None:
    at = {"board/saal": 1_795_000_000, "associations/chor": 1_700_000_000}
    found = news(replace(catalogue(FILES), revisions=at), settings)
    (posting,) = read(found[Address("board_atom")]).entries
    (association,) = read(found[Address("associations_atom")]).entries
    assert posting["updated"] == "2026-11-18T11:06:40Z"
    assert association["updated"] == association["published"] == "2026-10-01T00:00:00Z"


def test_nobody_is_named_who_did_not_agree(sample: dict[Address, bytes]) -> None:
    assert [data for data in sample.values() if b"Geheim" in data or b"vera@" in data] == []


def test_without_items_a_feed_is_a_feed(sample: dict[Address, bytes]) -> None:
    feed = read(sample[Address("topic_atom", "sport")])
    assert (feed.head["updated"], feed.entries) == ("2010-01-01T00:00:00Z", [])


# What may stand in an entry (plugins/catalogue/characters.py).
LINE = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn"], exclude_characters="\ufffe"),
    min_size=1,
)


@given(title=LINE, organiser=LINE)
def test_texts_come_back(settings: Settings, title: str, organiser: str) -> None:
    event = Event(id="e", origin=NOWHERE, title=title, start=TODAY, organisers=("office",))
    known = Association(
        id="a", origin=NOWHERE, name=organiser, summary=title, topics=(), listed=TODAY
    )
    for entry in (event, known):
        key = Address("event", "e")
        item = NewsItem(entry, key, key, 1_700_000_000, 1_700_000_000, (organiser,))
        view = NewsView("events", "", title, Address("calendar"), (item,))
        (one,) = read(atom.write(view, settings.site, find)).entries
        (other,) = json.loads(json_feed.write(view, settings.site, find))["items"]
        assert one["title"] == other["title"] == entry.called
        assert other["authors"] == [{"name": organiser}]
