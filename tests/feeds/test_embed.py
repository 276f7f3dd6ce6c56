"""The next dates for pages of others: only those of the one whose they are, and never many."""

import json
from collections.abc import Callable
from datetime import date

import pytest

from plugins.catalogue.link import Catalogue
from plugins.catalogue.settings import Settings
from plugins.feeds import embed, pages
from plugins.feeds.embed import MOST, EmbedView
from plugins.rendering.page import File, Page, outputs
from plugins.rendering.urls import Address
from tests.feeds.written import bytes_of

TODAY = date(2026, 11, 22)
EVENT = "title: {title}\nstart: {start}\norganisers: [{who}]\ntopics: [{topic}]\n"
FILES = {
    "associations/chor.yaml": "name: Chor & <b>\ntopics: [musik]\nlisted: 2020-01-01\n",
    "associations/still.yaml": "name: Still\ntopics: [musik]\nlisted: 2020-01-01\n",
    "networks/tanz.yaml": "title: Tanznetz\n",
    "events/a.yaml": EVENT.format(
        title="'<script>x</script>'", start="2026-12-01T19:30", who="chor", topic="musik"
    )
    + "networks: [tanz]\nstatus: cancelled\nvenue: {name: 'Saal \"B\"', city: X}\n",
    "events/b.yaml": EVENT.format(title="B", start="2026-11-30", who="office", topic="sport"),
    "events/alt.yaml": EVENT.format(title="Alt", start="2026-11-01", who="chor", topic="musik"),
}


def embedded(catalogue: Catalogue) -> dict[Address, list[str]]:
    return {
        one.address: [card.address.id for card in view.cards]
        for one in outputs(pages(catalogue, TODAY))
        if isinstance(view := one.view, EmbedView)
    }


def data(catalogue: Catalogue, settings: Settings, address: Address) -> dict[str, object]:
    (found,) = (one for one in outputs(pages(catalogue, TODAY)) if one.address == address)
    assert isinstance(found, File)
    said: dict[str, object] = json.loads(bytes_of(found, settings.site))
    return said


def test_each_shows_its_own_only(catalogue: Callable[..., Catalogue]) -> None:
    found = embedded(catalogue(FILES))
    assert {address: ids for address, ids in found.items() if ids} == {
        Address(f"{of}_embed{form}", key): ids
        for of, key, ids in (
            ("association", "chor", ["a"]),
            ("network", "tanz", ["a"]),
            ("topic", "musik", ["a"]),
            ("topic", "sport", ["b"]),
        )
        for form in ("", "_data")
    }
    assert Address("association_embed", "still") not in found
    assert Address("topic_embed", "bildung") in found


def test_the_data(catalogue: Callable[..., Catalogue], settings: Settings) -> None:
    url = "https://anlaufstelle.example/termine/a/"
    assert data(catalogue(FILES), settings, Address("association_embed_data", "chor")) == {
        "title": "Chor & <b>",
        "url": "https://anlaufstelle.example/vereine/chor/",
        "events": [
            {
                "title": "<script>x</script>",
                "url": url,
                "start": "2026-12-01T19:30",
                "until": "2026-12-01",
                "when": "Dienstag, 1. Dezember 2026, 19:30 Uhr",
                "place": 'Saal "B"',
                "status": "cancelled",
            }
        ],
        "html": (
            '<ul><li><time datetime="2026-12-01T19:30">Dienstag, 1. Dezember 2026, 19:30 Uhr'
            f'</time>: <s><a href="{url}" target="_top">&lt;script&gt;x&lt;/script&gt;</a></s>, '
            "Saal &quot;B&quot;</li></ul>"
        ),
    }


def test_there_are_never_many(catalogue: Callable[..., Catalogue]) -> None:
    many = {
        f"events/e{n:02}.yaml": EVENT.format(
            title=n, start=f"2026-12-{n + 1:02}", who="chor", topic="musik"
        )
        for n in range(MOST + 5)
    } | {"associations/chor.yaml": FILES["associations/chor.yaml"]}
    found = embedded(catalogue(many))[Address("topic_embed", "musik")]
    assert found == [f"e{n:02}" for n in range(MOST)]


@pytest.mark.parametrize("name", ["association_embed", "association_embed_data"])
def test_former_addresses_show_the_same(catalogue: Callable[..., Catalogue], name: str) -> None:
    files = {
        **{key: text.replace("[chor]", "[sang]") for key, text in FILES.items()},
        "associations/sang.yaml": FILES["associations/chor.yaml"] + "formerly: [chor]\n",
    }
    del files["associations/chor.yaml"]
    found = embedded(catalogue(files))
    assert found[Address(name, "chor")] == found[Address(name, "sang")] == ["a"]


def test_it_is_a_page_and_a_file() -> None:
    page, file = embed.parts("topic", "musik", "Musik", Address("calendar"), (), TODAY)
    assert isinstance(page, Page) and isinstance(file, File)
