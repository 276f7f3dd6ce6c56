"""A plan in every language: what is shared between them is what each would plan alone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

import pytest

from plugins.building.fingerprint import Fingerprints
from plugins.building.planning import Planned, Planning, planners_of, plans
from plugins.catalogue import chunks as cut
from plugins.catalogue.cache import CacheFolder
from plugins.catalogue.languages import SITE_LANGUAGE
from plugins.catalogue.link import KIND_ATTRIBUTES, Catalogue, resolve
from plugins.catalogue.load import load
from plugins.catalogue.model import Entry
from plugins.catalogue.settings import Settings, Site
from plugins.catalogue.translation import in_language
from plugins.rendering import chunked, urls
from plugins.rendering.page import Computed, File, Group, Output, Page, Part, outputs
from plugins.rendering.urls import Address

pytestmark = pytest.mark.slow

Of = Callable[..., Catalogue]
TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Titles:
    titles: tuple[str, ...]


@pytest.fixture(scope="module")
def sample(sample_content: Path) -> Catalogue:
    return load(sample_content).catalogue


def edited(one: Entry, **fields: object) -> Entry:
    """The same entry after its file has changed."""
    origin = type(one.origin)(one.origin.path, digest=repr(fields).encode())
    return replace(one, origin=origin, **fields)  # type: ignore[arg-type]


def shown(planned: tuple[Planned, ...]) -> list[bytes]:
    digest = Fingerprints().of
    return [digest((one.output.address, one.output.view)) for one in planned]


@pytest.mark.parametrize("tag", ["de", "de-simple", "ar", "it"])
def test_each_language_has_what_it_would_plan_alone(
    sample: Catalogue,
    settings: Settings,
    tag: str,
    tmp_path: Path,
) -> None:
    """Planned anew, and out of what an earlier build kept."""
    planners = planners_of(settings.plugins)
    said = {SITE_LANGUAGE: sample, tag: in_language(sample, tag)}
    digest = Fingerprints().of
    alone = [
        digest((item.address, item.view))
        for planner in planners
        for item in outputs(planner(said[tag], TODAY))
        if tag == SITE_LANGUAGE or item.address.name not in urls.ONCE
    ]
    store = CacheFolder(tmp_path, b"k" * 32).cache("plans")
    outlines = []
    for _ in range(2):
        planning = Planning(settings.site.addresses, store)
        planned = plans(said, TODAY, planners, planning)[tag]
        planning.save()
        assert shown(planned) == alone
        outlines.append([one.outline for one in planned])
    assert outlines[0] == outlines[1]


@pytest.fixture
def city(sample: Catalogue, monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    """The sample with few entries at a time: it is small, and has many groups nevertheless."""
    monkeypatch.setattr(cut, "SIZE", 4)
    return replace(sample)


def changes(sample: Catalogue) -> Iterator[Catalogue]:
    """Of each kind one entry is gone, is called otherwise, or one comes."""
    for kind in KIND_ATTRIBUTES:
        entries: tuple[Entry, ...] = getattr(sample, kind)
        one = entries[len(entries) // 2]
        others = [entry for entry in sample.entries if entry is not one]
        name = "name" if hasattr(one, "name") else "title"
        for there in ((), (edited(one, **{name: "Anders"}),), (one, edited(one, id="neu"))):
            yield resolve([*others, *there], sample.vocabularies, sample.pictures, sample.known)


def test_a_change_is_planned_as_if_nothing_had_been_before(
    city: Catalogue, settings: Settings, tmp_path: Path
) -> None:
    planners = planners_of(settings.plugins)
    store = CacheFolder(tmp_path, b"k" * 32).cache("plans")
    for there in changes(city):
        said = {tag: in_language(there, tag) for tag in (SITE_LANGUAGE, "ar")}
        planning = Planning(settings.site.addresses, store)
        planned = plans(said, TODAY, planners, planning)
        fresh = plans(said, TODAY, planners, Planning(settings.site.addresses))
        planning.save()
        for tag, files in fresh.items():
            assert [one.outline for one in planned[tag]] == [one.outline for one in files]


MATCHES, BOARD = "board.matching.matches", "board.overview.pages"
DIRECTORY, SIMILAR = "directory.overview.pages", "directory.similar.nearest"
HOME, FEEDS = "pages.home._page", {"feeds.collected.events"}
SEARCH, SEARCH_PAGE = "search.index._files", "search.page._page"
LISTS = {MATCHES, BOARD, DIRECTORY, SIMILAR, HOME, SEARCH, SEARCH_PAGE, "calendar._lists", *FEEDS}
"""What is made of all entries of a kind; feeds of the events that are near and their organisers."""

MORE = " und mehr"
"""Behind what something is called: it stays in its place."""


@pytest.mark.parametrize(
    ("kind", "fields", "lists"),
    [
        ("associations", {"text": "Neu."}, FEEDS | {SEARCH}),
        ("associations", {"summary": "Neu."}, FEEDS | {DIRECTORY, SEARCH}),
        ("associations", {"name": MORE}, FEEDS | {DIRECTORY, HOME, SEARCH, "calendar._lists"}),
        (
            "associations",
            {"topics": ("sport",)},
            FEEDS | {DIRECTORY, SIMILAR, HOME, SEARCH, SEARCH_PAGE},
        ),
        ("events", {"text": "Neu."}, set()),  # it is over: its text is not searched
        ("events", {"title": MORE}, {"calendar._lists", SEARCH}),
        (
            "events",
            {"start": datetime(2026, 11, 23, 19)},
            FEEDS | {"calendar._lists", HOME, SEARCH},
        ),
        ("board", {"languages": ("uk",)}, {MATCHES, BOARD, HOME, SEARCH}),
        ("board", {"title": MORE}, {BOARD, HOME, SEARCH}),
        ("networks", {"title": MORE}, {SEARCH}),
    ],
)
def test_a_change_concerns_those_lists_that_show_it(
    city: Catalogue,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    fields: dict[str, object],
    lists: set[str],
) -> None:
    """Of the entry and those beside it something is made, of all others it is known."""
    entries: tuple[Entry, ...] = getattr(city, kind)
    one = entries[len(entries) // 2]
    now = {key: getattr(one, key) + MORE if to == MORE else to for key, to in fields.items()}
    others = [entry for entry in city.entries if entry is not one]
    linked = resolve([*others, edited(one, **now)], city.vocabularies, city.pictures, city.known)
    changed = replace(linked, holidays=city.holidays)
    store = CacheFolder(tmp_path, b"k" * 32).cache("plans")
    made: list[str] = []
    compute = Computed._compute

    def spy(self: Computed) -> object:
        function = self.make
        if function.__module__ == chunked.__name__:
            function = self.inputs[0]  # type: ignore[assignment]
        made.append(f"{function.__module__.removeprefix('plugins.')}.{function.__name__}")
        return compute(self)

    monkeypatch.setattr(Computed, "_compute", spy)

    def planned(catalogue: Catalogue) -> set[str]:
        made.clear()
        planning = Planning(settings.site.addresses, store)
        said = {tag: in_language(catalogue, tag) for tag in (SITE_LANGUAGE, "ar")}
        plans(said, TODAY, planners_of(settings.plugins), planning)
        planning.save()
        return {*made}

    assert planned(city) > LISTS
    assert planned(city) == set()
    assert planned(changed) & LISTS == lists
    assert planned(changed) == set()


def write_titles(view: Titles, site: Site) -> bytes:
    return "\n".join(view.titles).encode()


calls: list[str] = []


def of_pages(catalogue: Catalogue, today: date) -> Iterator[Output]:
    calls.append("pages")
    yield Page(Address("home"), "home.html", Titles, (tuple(p.title for p in catalogue.pages),))


def of_associations(catalogue: Catalogue, today: date) -> Iterator[Part]:
    calls.append("associations")
    yield Group(directory, catalogue=catalogue)


def directory(catalogue: Catalogue) -> Iterator[Output]:
    calls.append("directory")
    names = tuple(one.name for one in catalogue.associations)
    yield Page(Address("directory"), "directory.html", Titles, (names,))
    yield File(Address("events_calendar"), write_titles, Titles, (names,))


def of_files(catalogue: Catalogue, today: date) -> Iterator[Output]:
    calls.append("files")
    ids = tuple(entry.id for entry in catalogue.entries)
    yield File(Address("inventory"), write_titles, Titles, (ids,))


def of_nothing(catalogue: Catalogue, today: date) -> Iterator[Output]:
    calls.append("nothing")
    yield from ()


FILES = {
    "associations/chor.yaml": "name: Chor\ntopics: [musik]\nlisted: 2020-01-01\n",
    "associations/chor.tr.yaml": "name: Koro\n",
    "pages/impressum.md": "---\ntitle: Impressum\n---\nStadt\n",
    "pages/impressum.ar.md": "---\ntitle: الناشر\n---\nStadt\n",
}
PLANNERS = (of_pages, of_associations, of_files, of_nothing)


def test_files_exist_once_and_who_has_only_files_is_not_asked_for_other_languages(
    catalogue: Of, settings: Settings
) -> None:
    """What of a page is the same in two languages is planned once."""
    german = catalogue(FILES)
    said = {tag: in_language(german, tag) for tag in (SITE_LANGUAGE, "tr", "ar", "el")}
    calls.clear()
    planned = plans(said, TODAY, PLANNERS, Planning(settings.site.addresses))
    own = ["pages", "associations", "directory", "files", "nothing"]
    turkish = ["pages", "associations", "directory"]
    assert calls == [*own, *turkish, "pages", "associations"]
    everywhere = ["home", "directory"]
    assert {tag: [one.outline.address.name for one in files] for tag, files in planned.items()} == {
        "de": ["home", "directory", "events_calendar", "inventory"],
        **dict.fromkeys(("tr", "ar", "el"), everywhere),
    }
    titles = {
        tag: [one.output.view.titles for one in files[:2]]  # type: ignore[attr-defined]
        for tag, files in planned.items()
    }
    assert titles == {
        "de": [("Impressum",), ("Chor",)],
        "tr": [("Impressum",), ("Koro",)],
        "ar": [("الناشر",), ("Chor",)],
        "el": [("Impressum",), ("Chor",)],
    }


def test_a_language_that_says_the_same_of_everything_has_the_same_plan(
    catalogue: Of, settings: Settings
) -> None:
    german = catalogue(FILES)
    said = {tag: in_language(german, tag) for tag in (SITE_LANGUAGE, "el")}
    calls.clear()
    planned = plans(said, TODAY, (of_pages,), Planning(settings.site.addresses))
    assert calls == ["pages"]
    assert planned["el"] == planned["de"]
    assert planned["el"][0].source is planned["de"][0].source


def test_what_a_language_says_alike_is_made_of_the_same(catalogue: Of, settings: Settings) -> None:
    """So that a file in its folder is not made again as long as that is so."""
    german = catalogue(FILES)
    said = {tag: in_language(german, tag) for tag in (SITE_LANGUAGE, "tr")}
    planned = plans(said, TODAY, PLANNERS, Planning(settings.site.addresses))
    made_of = {tag: [one.outline.made_of for one in files] for tag, files in planned.items()}
    assert [made_of["tr"][place] == made_of["de"][place] for place in range(2)] == [True, False]
