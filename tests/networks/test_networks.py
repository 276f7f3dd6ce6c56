"""Networks: members, meetings, and what happens to those that ended."""

from collections.abc import Callable
from datetime import date

from plugins.catalogue.link import Catalogue
from plugins.networks import NetworksView, NetworkView, pages
from plugins.rendering.page import outputs
from plugins.rendering.urls import Address

TODAY = date(2026, 11, 22)
FILES = {
    "associations/chor.yaml": "name: Chor\ntopics: [musik]\nlisted: 2020-01-01\n",
    "networks/raum.yaml": "title: Raum\nmembers: [chor]\nstarted: 2019\n",
    "networks/alt.yaml": "title: Alt\nended: 2026-11-22\n",
    "networks/neu.yaml": "title: Neu\nstarted: 2026-11-23\n",
    "events/eins.yaml": (
        "title: Eins\nstart: 2025-03-01T18:00\norganisers: office\nnetworks: [raum]\n"
        "repeat: {every: month, interval: 12, count: 3}\n"
    ),
    "events/fremd.yaml": "title: Fremd\nstart: 2026-03-01\norganisers: [chor]\nnetworks: [alt]\n",
}


def test_networks(catalogue: Callable[..., Catalogue]) -> None:
    views = {page.address: page.view for page in outputs(pages(catalogue(FILES), TODAY))}
    overview, network = views[Address("networks")], views[Address("network", "raum")]
    assert isinstance(overview, NetworksView) and isinstance(network, NetworkView)
    assert [card.title for card in overview.active] == ["Raum"]
    assert [card.title for card in overview.ended] == ["Alt", "Neu"]
    assert [card.name for card in network.members] == ["Chor"]
    assert [row.card.date.day for row in network.meetings.upcoming] == [date(2027, 3, 1)]
    past = [(year, [card.date.day for card in cards]) for year, cards in network.meetings.past]
    assert past == [(2026, [date(2026, 3, 1)]), (2025, [date(2025, 3, 1)])]


def test_empty(catalogue: Callable[..., Catalogue]) -> None:
    (page,) = outputs(pages(catalogue({}), TODAY))
    assert page.view == NetworksView((), ())
