"""What a catalogue is asked is noted, question by question; the answers are its own."""

import copy
import inspect
import pickle
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from plugins.catalogue.link import KIND_ATTRIBUTES, Catalogue, ids_of
from plugins.catalogue.load import load
from plugins.catalogue.traced import Traced, result, untraced

NOT_ASKED = frozenset({"without"})
"""What gives another catalogue is no question."""

NAMES = {name for name in dir(Catalogue()) if not name.startswith("_")} - NOT_ASKED
METHODS = {name for name in NAMES if callable(getattr(Catalogue(), name))}
FIRST = {"events_of": "associations", "postings_of": "associations", "networks_of": "associations"}


@pytest.fixture(scope="module")
def sample(sample_content: Path) -> Catalogue:
    found = load(sample_content).catalogue
    moments = {f"events/{found.events[0].id}": 7}
    return replace(found, revisions=moments, added=moments)


def keys(sample: Catalogue) -> Iterator[str]:
    """What methods are given: ids and places, of what is there and of what is not."""
    yield from (entry.id for entry in sample.entries)
    yield from ("/".join(pair) for entry in sample.entries for pair in ids_of(entry))
    yield from ("", "nie", "events/nie", "zwei worte")


def test_there_are_values_and_methods() -> None:
    assert {*KIND_ATTRIBUTES, "entries", "known", "vocabularies", "withheld"} <= NAMES - METHODS
    assert {"association", "events_of", "is_known", "is_taken", "revision_of"} <= METHODS


@pytest.mark.parametrize("name", sorted(NAMES - METHODS - {"entries"}))
def test_every_value_is_noted(sample: Catalogue, name: str) -> None:
    traced = Traced(sample)
    for _ in range(2):
        assert getattr(traced, name) is getattr(sample, name) or name == "withheld"
        assert getattr(traced, name) == getattr(sample, name)
    assert [*traced.queries] == [name]
    assert result(sample, name) == getattr(sample, name)


def test_who_goes_through_all_entries_asks_for_each_kind(sample: Catalogue) -> None:
    traced = Traced(sample)
    assert [*traced.entries] == [*sample.entries]
    assert [*traced.queries] == [*KIND_ATTRIBUTES]


def test_who_stops_has_asked_only_so_far(sample: Catalogue) -> None:
    traced = Traced(sample)
    assert next(traced.entries) is sample.associations[0]
    assert [*traced.queries] == ["associations"]


@pytest.mark.parametrize("name", sorted(METHODS))
def test_every_method_is_noted_with_what_it_was_given(sample: Catalogue, name: str) -> None:
    traced, method = Traced(sample), getattr(sample, name)
    given = list(dict.fromkeys(keys(sample)))
    answers = [method(key) for key in given]
    assert len({repr(found) for found in answers}) > 1
    for _ in range(2):
        assert [getattr(traced, name)(key) for key in given] == answers
    assert [*traced.queries] == [f"{name} {key}" for key in given]
    assert [result(sample, question) for question in traced.queries] == answers


@pytest.mark.parametrize("name", sorted(METHODS))
def test_a_method_takes_one_word(name: str) -> None:
    """So that a question is one text."""
    (parameter,) = inspect.signature(getattr(Catalogue(), name)).parameters.values()
    assert parameter.annotation is str


def test_queries_keep_their_order_and_stand_once(sample: Catalogue) -> None:
    traced = cast(Catalogue, Traced(sample))
    key = sample.associations[0].id
    for _ in range(2):
        _ = (traced.events_of(key), traced.board, traced.event("nie"), traced.withheld)
    asked = cast(Traced, traced).queries
    assert [*asked] == [f"events_of {key}", "board", "event nie", "withheld"]


def test_an_attribute_that_a_catalogue_has_not_is_none(sample: Catalogue) -> None:
    traced = Traced(sample)
    with pytest.raises(AttributeError):
        _ = traced.unknown
    assert not traced.queries


COPIES: dict[str, Callable[[Traced], object]] = {
    "pickled": pickle.dumps,
    "copied": copy.copy,
    "copied with all in it": copy.deepcopy,
}


@pytest.mark.parametrize("make", COPIES.values(), ids=COPIES)
def test_it_is_no_value(sample: Catalogue, make: Callable[[Traced], object]) -> None:
    """What is asked of a copy, or later in another process, nobody would note."""
    with pytest.raises(TypeError, match="no input of a page"):
        make(Traced(sample))


def test_the_catalogue_itself_can_be_had(sample: Catalogue) -> None:
    traced = cast(Catalogue, Traced(sample))
    assert untraced(traced) is sample
    assert untraced(sample) is sample
    assert not cast(Traced, traced).queries


def test_another_catalogue_is_not_to_be_had(sample: Catalogue) -> None:
    """It would answer, and nobody would note it."""
    with pytest.raises(TypeError, match="the catalogue that it is given"):
        Traced(sample).without({"a"})
