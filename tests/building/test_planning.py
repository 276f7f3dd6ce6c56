"""What is planned again: what is made of something else, or asked what is answered otherwise."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple, cast

import pytest

from plugins.building import engine, folder
from plugins.building.planning import Outline, Planning
from plugins.catalogue.cache import SHARDS, Cache, CacheFolder
from plugins.catalogue.fields.containers import FrozenMap
from plugins.catalogue.link import Catalogue, resolve
from plugins.catalogue.model import Association, Entry, VocabularyTerm
from plugins.catalogue.settings import Settings, Site
from plugins.catalogue.traced import result
from plugins.catalogue.translation import in_language
from plugins.rendering.assets import Assets
from plugins.rendering.frame import frame
from plugins.rendering.page import AddressClash, Derived, File, Group, Page, Part
from plugins.rendering.pictures import Pictures
from plugins.rendering.site_context import SiteContext
from plugins.rendering.sources import Templates
from plugins.rendering.templates import Renderer
from plugins.rendering.urls import Address

Of = Callable[..., Catalogue]

calls: list[str] = []
"""What has been planned or made, in order."""


@dataclass(frozen=True)
class Shown:
    text: object


ASSOCIATION = "name: {}\ntopics: [musik]\nlisted: 2024-01-01\ntext: Alt.\n"
FILES = {
    "associations/anker.yaml": ASSOCIATION.format("Anker"),
    "associations/anker.tr.yaml": "name: Çapa\n",
    "associations/boje.yaml": ASSOCIATION.format("Boje"),
    "events/probe.yaml": "title: Probe\nstart: 2026-12-01\norganisers: [anker]\n",
}


@pytest.fixture
def city(catalogue: Of) -> Catalogue:
    return catalogue(FILES)


@pytest.fixture
def store(tmp_path: Path) -> Cache:
    return CacheFolder(tmp_path / "kept", b"k" * 32).cache("plans", b"version 1")


def edited(one: Entry, **fields: object) -> Entry:
    """The same entry after its file has changed."""
    origin = type(one.origin)(one.origin.path, digest=repr(fields).encode())
    return replace(one, origin=origin, **fields)  # type: ignore[arg-type]


def with_entries(catalogue: Catalogue, *new: Entry, gone: str = "") -> Catalogue:
    """The catalogue with these in the place of those with their ids, and without one."""
    entries = {(one.folder, one.id): one for one in (*catalogue.entries, *new)}
    kept = [one for one in entries.values() if one.id != gone]
    return resolve(kept, catalogue.vocabularies, catalogue.pictures, catalogue.known)


def planned(store: Cache | None, *plans: Group) -> tuple[list[str], list[list[Outline]]]:
    """What was planned and made for these plans in a build, and the files of each of them."""
    calls.clear()
    planning = Planning({}, store)
    found = [[one.outline for one in planning.planned((group,))] for group in plans]
    planning.save()
    return list(calls), found


def asked(store: Cache | None, *plans: Group) -> list[str]:
    return planned(store, *plans)[0]


# Groups that ask


def says(catalogue: Catalogue, *questions: str) -> Iterator[Page]:
    """Pages that show what the catalogue says."""
    for question in questions:
        calls.append(question)
        said = result(catalogue, question)
        said = tuple(sorted(said)) if isinstance(said, frozenset) else said
        yield Page(Address("page", question.replace(" ", "-")), "page.html", Shown, (said,))


def all_of(catalogue: Catalogue, *questions: str) -> Iterator[Part]:
    """A group for each question."""
    calls.append("all")
    for question in questions:
        yield Group(says, question, catalogue=catalogue)


QUESTIONS = (
    "associations",
    "events",
    "association anker",
    "association neu",
    "association boje",
    "event probe",
    "events_of anker",
    "events_of kaputt",
    "is_known associations/kaputt",
    "is_taken associations/neu",
    "shared_names",
    "withheld",
    "revision_of probe",
    "vocabularies",
)


def groups(catalogue: Catalogue) -> list[Group]:
    return [Group(says, question, catalogue=catalogue) for question in QUESTIONS]


def anker_of(city: Catalogue) -> Association:
    return cast(Association, city.association("anker"))


def with_file(city: Catalogue) -> Catalogue:
    return replace(city, known=city.known | {("associations", "kaputt")})


def with_vocabulary(city: Catalogue) -> Catalogue:
    terms = {**city.vocabularies, "topics": {"x": VocabularyTerm(label=FrozenMap((("de", "X"),)))}}
    return replace(city, vocabularies=terms)


EVENT = {"event probe", "events", "events_of anker"}
CHANGES: dict[str, tuple[Callable[[Catalogue], Catalogue], set[str]]] = {
    "nothing": (lambda city: with_entries(city), set()),
    "the text of an association": (
        lambda city: with_entries(city, edited(anker_of(city), text="Neu.")),
        {"associations", "association anker"},
    ),
    "an event": (lambda city: with_entries(city, edited(city.events[0], price="frei")), EVENT),
    "who organises an event": (
        lambda city: with_entries(city, edited(city.events[0], organisers=("kaputt", "boje"))),
        EVENT | {"events_of kaputt"},
    ),
    "an association that comes": (
        lambda city: with_entries(city, edited(anker_of(city), id="neu", name="Neu")),
        {"associations", "association neu", "is_taken associations/neu"},
    ),
    "one of the same name that comes": (
        lambda city: with_entries(city, edited(anker_of(city), id="neu")),
        {"associations", "association neu", "is_taken associations/neu", "shared_names"},
    ),
    "an association that goes": (
        lambda city: with_entries(city, gone="boje"),
        {"associations", "association boje", "withheld"},
    ),
    "an event that comes": (
        lambda city: with_entries(city, edited(city.events[0], id="fest")),
        {"events", "events_of anker", "shared_names"},
    ),
    "an event that goes": (lambda city: with_entries(city, gone="probe"), EVENT | {"withheld"}),
    "a file with errors": (with_file, {"is_known associations/kaputt", "withheld"}),
    "when an event was last changed": (
        lambda city: replace(city, revisions={"events/probe": 7}),
        {"revision_of probe"},
    ),
    "a vocabulary": (with_vocabulary, {"vocabularies"}),
    "the language": (
        lambda city: in_language(city, "tr"),
        {"associations", "association anker"},
    ),
    "a language in which nothing is said": (lambda city: in_language(city, "ar"), set()),
}


@pytest.mark.parametrize(("change", "again"), CHANGES.values(), ids=CHANGES)
def test_who_got_another_answer_is_planned_again_and_nobody_else(
    city: Catalogue, store: Cache, change: Callable[[Catalogue], Catalogue], again: set[str]
) -> None:
    """Within a build, in the next one, and back again."""
    other = change(city)
    fresh = planned(None, *groups(other))[1]
    expected = [question for question in QUESTIONS if question in again]
    first, files = planned(store, *groups(city))
    assert first == [*QUESTIONS]
    assert planned(store, *groups(other)) == (expected, fresh)
    assert planned(store, *groups(other)) == ([], fresh)
    assert planned(store, *groups(city), *groups(other)) == (expected, [*files, *fresh])
    assert planned(store, *groups(other), *groups(city)) == ([], [*fresh, *files])
    within = planned(None, *groups(city), *groups(other))
    assert within == ([*QUESTIONS, *expected], [*files, *fresh])


def test_what_a_later_question_follows_from_is_noted(city: Catalogue, store: Cache) -> None:
    """Who organises an event is asked only after the event, and may be nobody that is there."""
    assert asked(store, Group(organiser, catalogue=city)) == ["organiser"]
    other = with_entries(city, edited(city.events[0], organisers=("neu",)))
    assert asked(store, Group(organiser, catalogue=other)) == ["organiser"]
    renamed = with_entries(other, edited(anker_of(city), name="Neu"))
    assert asked(store, Group(organiser, catalogue=renamed)) == []
    there = with_entries(other, edited(anker_of(city), id="neu"))
    assert asked(store, Group(organiser, catalogue=there)) == ["organiser"]


def organiser(catalogue: Catalogue) -> Iterator[Page]:
    calls.append("organiser")
    event = catalogue.event("probe")
    found = catalogue.association(event.organisers[0]) if event else None
    yield Page(Address("home"), "page.html", Shown, (found.name if found else "",))


# Groups in groups


def whole(catalogue: Catalogue, *questions: str) -> Group:
    return Group(all_of, *questions, catalogue=catalogue)


ANKER, BOJE, NEU = "association anker", "association boje", "association neu"


def test_a_group_asks_what_the_groups_in_it_ask(city: Catalogue, store: Cache) -> None:
    def plan(catalogue: Catalogue) -> Group:
        return whole(catalogue, ANKER, BOJE, NEU)

    first, files = planned(store, plan(city))
    assert first == ["all", ANKER, BOJE, NEU]
    assert [one.address.id for one in files[0]] == [q.replace(" ", "-") for q in first[1:]]
    assert planned(store, plan(city)) == ([], files)
    other = with_entries(city, edited(anker_of(city), text="Neu."))
    assert asked(store, plan(other)) == ["all", ANKER]
    assert asked(store, plan(with_entries(other, gone="boje"))) == ["all", BOJE]
    assert asked(store, plan(city)) == ["all", ANKER, BOJE]
    assert asked(store, plan(with_entries(city, edited(anker_of(city), id="neu")))) == ["all", NEU]
    assert asked(store, plan(with_entries(city, edited(city.events[0], price="frei")))) == [
        "all", NEU
    ]  # fmt: skip


def all_of_all(catalogue: Catalogue, *of: tuple[str, ...]) -> Iterator[Part]:
    calls.append("all of all")
    for questions in of:
        yield whole(catalogue, *questions)


def test_what_is_in_a_group_that_stood_is_still_known(city: Catalogue, store: Cache) -> None:
    """Nobody asked for it in the build between."""

    def plan(catalogue: Catalogue, *of: tuple[str, ...]) -> Group:
        return Group(all_of_all, *of, catalogue=catalogue)

    first = asked(store, plan(city, (ANKER, BOJE), (NEU,)))
    assert first == ["all of all", "all", ANKER, BOJE, "all", NEU]
    for _ in range(2):
        assert asked(store, plan(city, (ANKER, BOJE), (NEU,))) == []
    assert asked(store, plan(city, (ANKER, BOJE), (NEU,), ("events",))) == [
        "all of all", "all", "events"
    ]  # fmt: skip
    assert asked(store, plan(city, (ANKER, BOJE), (NEU,), ("events",))) == []
    other = with_entries(city, edited(anker_of(city), text="Neu."))
    assert asked(store, plan(other, (ANKER, BOJE), (NEU,), ("events",))) == [
        "all of all", "all", ANKER
    ]  # fmt: skip
    assert asked(store, plan(other, (BOJE,))) == ["all of all", "all"]
    # What nobody planned for a build is forgotten.
    assert asked(store, plan(other, (ANKER, BOJE))) == ["all of all", "all", ANKER]


def test_each_of_several_groups_that_one_function_plans_stands_by_itself(store: Cache) -> None:
    """A directory has one for each facet."""

    def groups(names: str) -> list[Group]:
        return [Group(of_one, name) for name in names]

    assert asked(store, *groups("abc")) == ["of a", "of b", "of c"]
    assert asked(store, *groups("abc")) == []
    assert asked(store, *groups("adc")) == ["of d"]
    assert asked(store, *groups("ca"), *groups("ca")) == []


def of_one(name: str) -> Iterator[Page]:
    calls.append(f"of {name}")
    yield Page(Address("page", name), "page.html", Shown, (name,))


def test_a_function_of_the_same_inputs_is_another_one(store: Cache) -> None:
    assert asked(store, Group(of_one, "a")) == ["of a"]
    assert asked(store, Group(of_another, "a")) == ["another of a"]


def of_another(name: str) -> Iterator[Page]:
    calls.append(f"another of {name}")
    yield Page(Address("page", name), "page.html", Shown, (name,))


# What is derived


def nameless(text: str) -> Callable[[], Shown]:
    def inner() -> Shown:
        return Shown(text)

    return inner


@pytest.mark.parametrize("make", [nameless("a"), lambda: Shown("b")], ids=["inner", "lambda"])
def test_only_functions_of_modules_have_a_name(make: Callable[[], Shown]) -> None:
    """Two of these that show different things would be the same one."""
    for part in (Page(Address("home"), "page.html", make), Group(make), Group(says, Derived(make))):
        with pytest.raises(TypeError, match="no function of a module"):
            list(Planning({}).planned((part,)))


class Pair(NamedTuple):
    name: str
    number: int


def named(catalogue: Catalogue, key: str) -> str:
    calls.append(f"named {key}")
    one = catalogue.association(key)
    return one.name if one else ""


def text(one: Association) -> str:
    calls.append(f"text of {one.id}")
    return one.text


def lists(*names: object) -> Iterator[Page]:
    calls.append("lists")
    yield Page(Address("page", "all"), "page.html", Shown, (names,))


def test_what_is_derived_stands_for_its_value(city: Catalogue, store: Cache) -> None:
    def plan(catalogue: Catalogue) -> Group:
        names = tuple(Derived(named, key, catalogue=catalogue) for key in ("anker", "boje", "neu"))
        return Group(lists, names, Derived(text, anker_of(catalogue)))

    first, files = planned(store, plan(city))
    assert first == ["named anker", "named boje", "named neu", "text of anker", "lists"]
    assert planned(store, plan(city)) == ([], files)
    priced = with_entries(city, edited(anker_of(city), email="anker@a.example"))
    assert planned(store, plan(priced)) == (["named anker", "text of anker"], files)
    assert planned(store, plan(priced)) == ([], files)
    renamed = with_entries(priced, edited(cast(Entry, priced.association("boje")), name="Bake"))
    assert asked(store, plan(renamed)) == ["named boje", "lists"]
    came = with_entries(renamed, edited(anker_of(renamed), id="neu", name="Neu"))
    assert asked(store, plan(came)) == ["named neu", "lists"]
    turkish = in_language(came, "tr")
    assert asked(store, plan(turkish)) == [
        "named anker", "named neu", "text of anker", "lists"
    ]  # fmt: skip


VALUES: dict[str, object] = {
    "words": ("ä", "", "ä"),
    "numbers": (1, True, 1.0, None),
    "records": (Pair("a", 1), Pair("b", 2)),
    "a mapping in its order": {"b": (1,), "a": ()},
    "nothing": (),
}


def value(name: str) -> object:
    calls.append(name)
    return VALUES[name]


@pytest.mark.parametrize("name", VALUES)
def test_what_an_earlier_build_derived_is_what_would_be_derived_now(
    store: Cache, name: str
) -> None:
    planned(store, Group(lists, Derived(value, name)))
    calls.clear()
    derived, planning = Derived(value, name), Planning({}, store)
    list(planning.planned([Group(lists, (derived,)), Group(lists, derived)]))
    assert calls == ["lists"]  # for the first, in a tuple
    assert repr(derived.value) == repr(VALUES[name]) and calls == ["lists"]


def test_a_derived_value_of_a_derived_value(city: Catalogue, store: Cache) -> None:
    def plan(catalogue: Catalogue) -> Group:
        names = tuple(Derived(named, key, catalogue=catalogue) for key in ("anker", "boje"))
        return Group(lists, Derived(first_letters, names))

    assert asked(store, plan(city)) == ["named anker", "named boje", "letters", "lists"]
    assert asked(store, plan(city)) == []
    other = with_entries(city, edited(cast(Entry, city.association("boje")), name="Bake"))
    assert asked(store, plan(other)) == ["named boje", "letters"]


def first_letters(names: tuple[str, ...]) -> tuple[str, ...]:
    calls.append("letters")
    return tuple(name[0] for name in names)


@pytest.mark.parametrize("hidden", [{"a": Derived(str, 1)}, [Derived(str, 1)], (Group(lists),)])
def test_what_is_computed_has_no_value_but_among_inputs(hidden: object) -> None:
    """A function would get something in which there is something that is no value."""
    with pytest.raises(TypeError, match="in a tuple of inputs"):
        planned(None, Group(lists, hidden))


def passing_on(catalogue: Catalogue) -> Iterator[Page]:
    yield Page(Address("home"), "page.html", Shown, (catalogue,))


def test_who_is_asked_cannot_be_passed_on_to_a_page(city: Catalogue) -> None:
    with pytest.raises(TypeError, match="no input of a page"):
        planned(None, Group(passing_on, catalogue=city))


def passing_in(catalogue: Catalogue) -> Iterator[Part]:
    assert not isinstance(catalogue, Catalogue)
    yield Group(says, Derived(named, "anker", catalogue=catalogue), ANKER, catalogue=catalogue)


def test_groups_in_groups_ask_the_catalogue_itself(city: Catalogue) -> None:
    """What they ask is noted once, by themselves, also if they are planned later."""
    group = Group(passing_in, catalogue=city)
    (inner,) = group.parts
    assert isinstance(inner, Group) and isinstance(inner.inputs[0], Derived)
    assert inner.catalogue is city and inner.inputs[0].catalogue is city
    assert (group.queries, inner.queries) == ((), ())
    _ = inner.inputs[0].value
    assert (group.queries, inner.queries, inner.inputs[0].queries) == ((), (), (ANKER,))


# What is kept


def test_without_a_store_nothing_is_kept(city: Catalogue) -> None:
    for _ in range(2):
        assert asked(None, whole(city, ANKER)) == ["all", ANKER]
        assert asked(None, Group(lists, Derived(value, "words"))) == ["words", "lists"]


def test_by_another_version_everything_is_planned_anew(
    city: Catalogue, store: Cache, tmp_path: Path
) -> None:
    everything, files = planned(store, whole(city, *QUESTIONS))
    other = CacheFolder(tmp_path / "kept", b"k" * 32).cache("plans", b"version 2")
    assert planned(other, whole(city, *QUESTIONS)) == (everything, files)
    assert planned(other, whole(city, *QUESTIONS)) == ([], files)


SPOIL: dict[str, Callable[[Path], object]] = {
    "cut": lambda file: file.write_bytes(file.read_bytes()[:-1]),
    "empty": lambda file: file.write_bytes(b""),
    "gone": lambda file: file.unlink(),
}


@pytest.mark.parametrize("spoil", SPOIL.values(), ids=SPOIL)
def test_what_was_kept_may_be_damaged(
    city: Catalogue, store: Cache, spoil: Callable[[Path], object]
) -> None:
    """Any part of it: what is missing is planned anew, and kept again."""
    everything, files = planned(store, *groups(city))
    parts = sorted(store.folder.glob("[0-9][0-9]"))
    assert 1 < len(parts) <= SHARDS
    for part in parts:
        before = part.read_bytes()
        spoil(part)
        missing, found = planned(store, *groups(city))
        assert 0 < len(missing) < len(everything) and found == files
        assert part.read_bytes() == before
        assert planned(store, *groups(city)) == ([], files)


def test_where_nothing_has_changed_nothing_is_written(city: Catalogue, store: Cache) -> None:
    planned(store, whole(city, *QUESTIONS))
    before = {file: file.stat().st_mtime_ns for file in store.folder.iterdir()}
    planned(store, whole(city, *QUESTIONS))
    assert {file: file.stat().st_mtime_ns for file in store.folder.iterdir()} == before


# What a file is


def write_text(view: Shown, site: Site) -> bytes:
    return str(view.text).encode()


def test_what_is_planned_says_where_it_is_and_by_what_it_is_drawn(settings: Settings) -> None:
    page = Page(Address("event", "fest"), "event.html", Shown, ("x",))
    file = File(Address("event_calendar", "fest"), write_text, Shown, ("x",))
    found = list(Planning(settings.site.addresses).planned([page, file]))
    assert [one.outline[:3] for one in found] == [
        (page.address, "termine/fest/index.html", "event.html"),
        (file.address, "termine/fest.ics", (__name__, "write_text")),
    ]
    assert [one.outline.is_in_every_language for one in found] == [True, False]
    assert [one.output for one in found] == [page, file]
    made_of = {one.outline.made_of for one in found}
    assert len(made_of) == 1  # both of the same
    other = next(Planning(settings.site.addresses).planned([replace(page, inputs=("y",))]))
    assert other.outline.made_of not in made_of


# Together with what is written


class Built(NamedTuple):
    asked: list[str]
    drawn: list[str]


Build = Callable[..., Built]


@pytest.fixture
def build(tmp_path: Path, settings: Settings) -> Build:
    """Builds with a memory: which functions were asked, and what was drawn."""
    context = SiteContext(
        settings.site, {}, frame(Catalogue()), Assets("/static/0/", {}), Pictures({}, {}, ())
    )
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text("<p>{{ text }}</p>")
    memory = CacheFolder(tmp_path / "kept", b"k" * 32)

    def run(*parts: Part) -> Built:
        calls.clear()
        drawn: list[str] = []
        write = folder.write

        def spy(path: str | Path, data: bytes) -> bool:
            drawn.append(Path(path).relative_to(tmp_path / "out").parent.as_posix())
            return write(path, data)

        planning = Planning(settings.site.addresses, memory.cache("plans"))
        plans = {"de": list(planning.planned(parts))}
        renderers = {"de": Renderer(Templates(tmp_path / "templates"), context)}
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("plugins.building.engine.write", spy)
            engine.build(plans, renderers, tmp_path / "out", 1, memory.cache("pages"))
        planning.save()
        return Built(list(calls), sorted(name for name in drawn if name != "."))

    return run


def joined(names: tuple[str, ...]) -> Shown:
    calls.append("joined")
    return Shown(" ".join(names))


def by_letter(names: tuple[str, ...]) -> Iterator[Page]:
    """A page for all, and one for each first letter."""
    calls.append("lists")
    yield Page(Address("page", "all"), "page.html", joined, (names,))
    for letter in sorted({name[0] for name in names}):
        own = tuple(name for name in names if name[0] == letter)
        yield Page(Address("page", letter.lower()), "page.html", joined, (own,))


def directory(catalogue: Catalogue, *keys: str) -> Group:
    return Group(by_letter, tuple(Derived(named, key, catalogue=catalogue) for key in keys))


ALL = ["a", "all", "b"]
BOTH = ("anker", "boje")
NAMED = ["named anker", "named boje"]


def test_only_what_differs_is_asked_and_drawn(build: Build, city: Catalogue) -> None:
    assert build(directory(city, *BOTH)) == ([*NAMED, "lists", *3 * ["joined"]], ALL)
    assert build(directory(city, *BOTH)) == ([], [])
    boje = cast(Entry, city.association("boje"))
    longer = with_entries(city, edited(boje, text="Neu."))
    assert build(directory(longer, *BOTH)) == (["named boje"], [])
    assert build(directory(longer, *BOTH)) == ([], [])
    renamed = with_entries(city, edited(boje, name="Bake"))
    # Nothing is made of what begins with A.
    found = ["named boje", "lists", "joined", "joined"]
    assert build(directory(renamed, *BOTH)) == (found, ["all", "b"])
    assert build(directory(renamed, "anker")) == (["lists", "joined"], ["all"])


def test_a_page_of_a_group_that_was_meddled_with_is_made_again(
    build: Build, city: Catalogue, tmp_path: Path
) -> None:
    """The group is planned for it, out of the values that are known."""
    build(directory(city, *BOTH))
    (tmp_path / "out" / "a" / "index.html").write_text("meddled")
    assert build(directory(city, *BOTH)) == (["lists", "joined"], ["a"])
    assert (tmp_path / "out" / "a" / "index.html").read_text() == "<p>Anker</p>"
    (tmp_path / "templates" / "page.html").write_text("<b>{{ text }}</b>")
    assert build(directory(city, *BOTH)) == (["lists", *3 * ["joined"]], ALL)


def test_what_was_kept_may_be_lost(build: Build, city: Catalogue, tmp_path: Path) -> None:
    """The plans, the pages, both: nothing is drawn that stands, nothing is left out."""
    build(directory(city, *BOTH))
    plans, pages = tmp_path / "kept" / "plans", tmp_path / "kept" / "pages"

    def lose(folder: Path) -> None:
        for file in folder.iterdir():
            file.unlink()

    lose(plans)
    assert build(directory(city, *BOTH)) == ([*NAMED, "lists"], [])
    lose(pages)
    assert build(directory(city, *BOTH)) == (["lists", *3 * ["joined"]], ALL)
    lose(plans)
    (tmp_path / "out" / "all" / "index.html").unlink()
    assert build(directory(city, *BOTH)) == ([*NAMED, "lists", "joined"], ["all"])


def nested(name: str) -> Iterator[Part]:
    yield Group(of_one, name)


def twice(name: str) -> Iterator[Page]:
    yield Page(Address("page", name), "page.html", Shown, (name,))
    yield Page(Address("page", name), "page.html", Shown, ("another",))


PAGE = Page(Address("page", "a"), "page.html", Shown, ("b",))
CLASHES: Mapping[str, Callable[[], tuple[Part, ...]]] = {
    "of a group and a page": lambda: (Group(of_one, "a"), PAGE),
    "of two groups": lambda: (Group(of_one, "a"), Group(of_another, "a")),
    "of a group in a group and a page": lambda: (Group(nested, "a"), PAGE),
    "of two groups of which one stands": lambda: (Group(of_one, "z"), Group(of_two, "y", "z")),
}


@pytest.mark.parametrize("parts", CLASHES.values(), ids=CLASHES)
def test_two_pages_for_one_address(build: Build, parts: Callable[[], tuple[Part, ...]]) -> None:
    """Also where one of them was built before."""
    with pytest.raises(AddressClash):
        build(*parts())
    build(parts()[0])
    with pytest.raises(AddressClash):
        build(*parts())
    assert build(parts()[0]) == ([], [])


def of_two(*names: str) -> Iterator[Part]:
    yield from (Group(of_one, name) for name in names)


def test_two_pages_of_a_group_for_one_address(build: Build) -> None:
    with pytest.raises(AddressClash):
        build(Group(twice, "a"))


def test_two_pages_of_a_group_for_one_address_are_found_without_a_build() -> None:
    with pytest.raises(AddressClash):
        _ = Group(twice, "a").outputs


def name_of(catalogue: Catalogue, key: str) -> str:
    found = catalogue.association(key)
    return found.name if found else ""


def shown_of(catalogue: Catalogue) -> Iterator[Page]:
    """A page of a value that is derived while it is planned."""
    derived = Derived(name_of, "anker", catalogue=catalogue)
    yield Page(Address("page", "a"), "page.html", Shown, (derived,))


def shows(name: str) -> Iterator[Page]:
    yield Page(Address("page", "a"), "page.html", Shown, (name,))


def grouped_of(catalogue: Catalogue) -> Iterator[Part]:
    """The same in a group of its own."""
    yield Group(shows, Derived(name_of, "anker", catalogue=catalogue))


@pytest.mark.parametrize("plan", [shown_of, grouped_of])
def test_who_derives_a_value_while_planning_asks_what_it_asks(
    plan: Callable[[Catalogue], Iterator[Part]], city: Catalogue, store: Cache
) -> None:
    anker = cast(Association, city.association("anker"))
    changed = with_entries(city, edited(anker, name="Anders"))
    first = planned(store, Group(plan, catalogue=city))[1]
    for catalogue in (city, changed, changed, city):
        now = planned(store, Group(plan, catalogue=catalogue))[1]
        assert now == planned(None, Group(plan, catalogue=catalogue))[1]
        assert (now == first) is (catalogue is city)
