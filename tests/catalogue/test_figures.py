"""Figures by name: what an entry is called changes none of the others."""

from collections.abc import Callable
from datetime import date

from plugins.catalogue.figures import figures, named
from plugins.catalogue.link import Catalogue

FILES = {
    "associations/chor.yaml": "name: Chor\ntopics: [musik]\nlisted: 2020-01-01\n",
    "networks/active.yaml": "title: Aktiv\nstarted: 2020-01-01\n",
    "networks/meetings.yaml": "title: Treffen\nstarted: 2020-01-01\n",
    "events/treffen.yaml": (
        "title: Treffen\nstart: 2025-05-01T10:00\norganisers: [chor]\nnetworks: [active]\n"
    ),
    "reports/jahr.yaml": "title: Jahr\nperiod: {from: 2025-01-01, until: 2025-12-31}\n",
}


def test_a_network_takes_no_other_figures_name(catalogue: Callable[..., Catalogue]) -> None:
    entries = catalogue(FILES)
    (report,) = entries.reports
    found = named(figures(entries, report, date(2026, 11, 22)), report, entries)
    assert (found["networks.active"], found["networks.meetings"]) == (2, 1)
