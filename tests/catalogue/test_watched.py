"""What is looked at in a catalogue is noted by kind; what is in doubt counts as everything."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from plugins.catalogue.link import KIND_ATTRIBUTES, Catalogue
from plugins.catalogue.load import load
from plugins.catalogue.model import Entry
from plugins.catalogue.said import in_language
from plugins.catalogue.watched import _KIND_BEHIND, Watched, differing

Of = Callable[..., Catalogue]

FILES = {
    "associations/bund.yaml": "name: Bund\ntopics: [kultur]\nlisted: 2020-01-01\n",
    "associations/bund.tr.yaml": "name: Birlik\n",
    "events/probe.yaml": "title: Probe\nstart: 2026-12-01T19:30\norganisers: [bund]\n",
    "events/probe.ar.yaml": "title: تمرين\n",
}


@pytest.mark.parametrize(
    ("look", "kinds"),
    [
        (lambda catalogue: catalogue.events, {"events"}),
        (lambda catalogue: catalogue.association("bund"), {"associations"}),
        (lambda catalogue: (catalogue.board, catalogue.vocabularies), {"board", ""}),
        (lambda catalogue: list(catalogue.entries), set(KIND_ATTRIBUTES)),
        (lambda catalogue: catalogue.links, set(KIND_ATTRIBUTES)),
        (lambda catalogue: None, set()),
    ],
)
def test_what_is_looked_at_is_noted(
    catalogue: Of, look: Callable[[Watched], object], kinds: set[str]
) -> None:
    there = catalogue(FILES)
    watched = Watched(there)
    assert look(watched) == look(there)  # type: ignore[arg-type]
    assert watched.seen() == kinds


def test_methods_give_entries_of_the_kind_that_is_noted(sample_content: Path) -> None:
    sample = load(sample_content).catalogue
    keys = [entry.id for entry in sample.entries]
    of = {
        "events_of": sample.associations,
        "postings_of": sample.associations,
        "networks_of": sample.associations,
        "meetings_of": sample.networks,
        "events_funded_by": sample.funding,
    }
    values = {"vocabularies", "pictures", "known", "revisions", "withheld"}
    methods = _KIND_BEHIND.keys() - {*KIND_ATTRIBUTES} - values
    for name in methods:
        given = [getattr(sample, name)(asked) for asked in of.get(name, keys)]
        assert {entry.folder for entry in _flat(given)} == {_KIND_BEHIND[name]}


def _flat(given: Iterable[Entry | tuple[Entry, ...] | None]) -> Iterable[Entry]:
    for found in given:
        if found is not None:
            yield from found if isinstance(found, tuple) else (found,)


@pytest.mark.parametrize(
    ("tag", "kinds"), [("de", set()), ("tr", {"associations"}), ("ar", {"events"}), ("el", set())]
)
def test_kinds_of_which_something_is_translated_differ(
    catalogue: Of, tag: str, kinds: set[str]
) -> None:
    german = catalogue(FILES)
    assert differing(german, in_language(german, tag)) == kinds
