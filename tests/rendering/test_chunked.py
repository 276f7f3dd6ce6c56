"""Groups and values of some entries at a time: for each of them, and again for few of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from plugins.building.planning import Planning
from plugins.catalogue.cache import Cache, CacheFolder
from plugins.catalogue.chunks import SIZE
from plugins.catalogue.link import Catalogue, resolve
from plugins.catalogue.model import NOWHERE, Association
from plugins.rendering.chunked import each, flat, groups
from plugins.rendering.page import Group, Page
from plugins.rendering.urls import Address

calls: list[str] = []
"""The ids of those that something has been planned or made of."""


@dataclass(frozen=True)
class Shown:
    names: tuple[str, ...]


def association(number: int, name: str = "") -> Association:
    key, digest = f"verein-{number}", f"{number} {name}".encode()
    return Association(
        id=key,
        origin=type(NOWHERE)(f"associations/{key}.yaml", digest=digest),
        name=name or f"Verein {number:05}",
        topics=("musik",),
        listed=date(2024, 1, 1),
    )


def many(count: int) -> list[Association]:
    return [association(number) for number in range(count)]


def page_of(catalogue: Catalogue, one: Association, word: str) -> Iterator[Page]:
    calls.append(one.id)
    names = (one.name, word, str(catalogue.is_known(f"associations/{one.id}")))
    yield Page(Address("page", one.id), "page.html", Shown, (names,))


def name_of(catalogue: Catalogue, one: Association, word: str) -> str:
    calls.append(one.id)
    found = catalogue.association(one.id)
    return f"{word} {found.name if found else ''}"


def list_of(names: tuple[tuple[str, ...], ...]) -> Iterator[Page]:
    yield Page(Address("home"), "page.html", Shown, (flat(names),))


@pytest.fixture
def store(tmp_path: Path) -> Cache:
    return CacheFolder(tmp_path, b"k" * 32).cache("plans")


def planned_pages(entries: list[Association], store: Cache | None = None) -> list[str]:
    """The ids in the order of their pages."""
    catalogue, planning = resolve(entries, {}), Planning({}, store)
    parts = groups(page_of, "associations", "ja", catalogue=catalogue)
    found = [one.outline.address.id for one in planning.planned(parts)]
    planning.save()
    return found


def listed(entries: list[Association], store: Cache | None = None) -> tuple[str, ...]:
    """What is made of each, in order."""
    catalogue, planning = resolve(entries, {}), Planning({}, store)
    names = each(name_of, "associations", "ja", catalogue=catalogue)
    (page,) = planning.planned([Group(list_of, names)])
    planning.save()
    view = page.output.view
    assert isinstance(view, Shown)
    return view.names


@pytest.mark.parametrize("count", [0, 1, 5_000])
def test_something_is_planned_and_made_of_each_in_their_order(count: int) -> None:
    entries = many(count)
    assert planned_pages(entries[::-1]) == [one.id for one in entries]
    assert listed(entries[::-1]) == tuple(f"ja {one.name}" for one in entries)


def test_each_is_asked_of_the_catalogue_with_the_inputs() -> None:
    entries = many(3)
    there = resolve(entries, {}, known=frozenset({("associations", "verein-1")}))
    pages = [
        page
        for group in groups(page_of, "associations", "nein", catalogue=there)
        for page in group.outputs.values()
    ]
    assert [page.inputs for page in pages] == [
        ((f"Verein {number:05}", "nein", str(number == 1)),) for number in range(3)
    ]


@pytest.mark.parametrize("plan", [planned_pages, listed])
@pytest.mark.parametrize("what", ["another text", "new", "gone"])
@pytest.mark.parametrize("count", [1, 2, 1_000])
def test_a_change_concerns_those_beside_it(
    store: Cache, count: int, what: str, plan: Callable[..., object]
) -> None:
    before, place = many(count), count // 2
    plan(before, store)
    now = list(before)
    if what == "another text":
        now[place] = association(place, f"Verein {place:05} e. V.")
    elif what == "new":
        now.append(replace(association(place), id="neu"))
    else:
        del now[place]
    calls.clear()
    found = plan(now, store)
    again = list(calls)
    assert found == plan(now)
    known = some_of(before)
    concerned = [those for those in some_of(now) if those not in known]
    assert again == [one.id for one in flat(concerned)]
    assert len(again) < 6 * SIZE
    calls.clear()
    assert plan(now, store) == found and not calls


def some_of(entries: list[Association]) -> tuple[tuple[Association, ...], ...]:
    return resolve(entries, {}).chunks["associations"]
