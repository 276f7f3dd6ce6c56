"""Groups of pages: planned when what they are planned from has changed, and only then."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from plugins.catalogue.link import Catalogue
from plugins.catalogue.load import Loaded
from plugins.catalogue.model import Association, Said
from plugins.catalogue.settings import Settings
from plugins.catalogue.store import Memory
from plugins.rendering import engine
from plugins.rendering.assets import Assets
from plugins.rendering.frame import frame
from plugins.rendering.groups import Groups
from plugins.rendering.images import Pictures
from plugins.rendering.page import AddressClash, Derived, Group, Page, Part
from plugins.rendering.sources import Templates
from plugins.rendering.templates import Renderer, World
from plugins.rendering.urls import Address

Read = Callable[[Mapping[str, str]], Loaded]

calls: list[str] = []


@dataclass(frozen=True)
class Words:
    text: str


def named(one: Association) -> str:
    calls.append(f"named {one.id}")
    return one.name


def joined(names: tuple[str, ...]) -> Words:
    calls.append("joined")
    return Words(" ".join(names))


def lists(names: tuple[str, ...]) -> Iterator[Page]:
    """A page for all, and one for each first letter."""
    calls.append("lists")
    yield Page(Address("page", "all"), "page.html", joined, (names,))
    for letter in sorted({name[0] for name in names}):
        own = tuple(name for name in names if name[0] == letter)
        yield Page(Address("page", letter.lower()), "page.html", joined, (own,))


def group(*associations: Association) -> Group:
    return Group(lists, (tuple(Derived(named, one) for one in associations),))


@pytest.fixture
def two(read: Read) -> tuple[Association, Association]:
    text = "name: {}\ntopics: [musik]\nlisted: 2024-01-01\ntext: Alt.\n"
    files = {f"associations/{n.lower()}.yaml": text.format(n) for n in ("Anker", "Boje")}
    anker, boje = read(files).readable.associations
    return anker, boje


def edited(one: Association, **fields: object) -> Association:
    """The same entry after its file has changed."""
    origin = type(one.origin)(one.origin.path, digest=repr(fields).encode())
    return replace(one, origin=origin, **fields)  # type: ignore[arg-type]


Build = Callable[..., tuple[list[str], list[str]]]


@pytest.fixture
def build(tmp_path: Path, settings: Settings) -> Build:
    """Builds with a memory: which functions were asked, and what was drawn."""
    world = World(
        settings.site, {}, frame(Catalogue()), Assets("/static/0/", {}), Pictures({}, {}, ())
    )
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text("<p>{{ text }}</p>")
    memory = Memory(tmp_path / "kept", b"k" * 32)

    def run(*parts: Part) -> tuple[list[str], list[str]]:
        calls.clear()
        drawn: list[str] = []
        write = engine._write

        def spy(path: Path, data: bytes) -> bool:
            drawn.append(path.relative_to(tmp_path / "out").parent.as_posix())
            return write(path, data)

        groups = Groups(memory.store("plans"))
        planned = list(groups.planned(parts))
        renderers = {"de": Renderer(Templates(tmp_path / "templates"), world)}
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(engine, "_write", spy)
            engine.build(
                planned, world, renderers, tmp_path / "out", 1, memory.store("pages"), None,
                groups.fingerprints,
            )  # fmt: skip
        groups.keep()
        return list(calls), sorted(name for name in drawn if name != ".")

    return run


ALL = ["a", "all", "b"]


def test_only_what_differs_is_asked_and_drawn(
    build: Build, two: tuple[Association, Association]
) -> None:
    anker, boje = two
    asked, drawn = build(group(anker, boje))
    assert (asked.count("lists"), asked.count("joined"), drawn) == (1, 3, ALL)
    assert build(group(anker, boje)) == ([], [])
    longer = edited(boje, text="Neu.")
    assert build(group(anker, longer)) == (["named boje"], [])
    assert build(group(anker, longer)) == ([], [])
    bake = edited(boje, name="Bake")
    asked, drawn = build(group(anker, bake))
    assert asked.count("lists") == 1 and drawn == ["all", "b"]
    assert asked.count("joined") == 2  # not of what begins with A
    assert build(group(anker)) == (["named anker", "lists", "joined"], ["all"])


def test_a_page_of_a_group_that_was_meddled_with_is_made_again(
    build: Build, two: tuple[Association, Association], tmp_path: Path
) -> None:
    build(group(*two))
    (tmp_path / "out" / "a" / "index.html").write_text("meddled")
    asked, drawn = build(group(*two))
    assert (asked.count("lists"), asked.count("joined"), drawn) == (1, 1, ["a"])
    assert (tmp_path / "out" / "a" / "index.html").read_text() == "<p>Anker</p>"
    (tmp_path / "templates" / "page.html").write_text("<b>{{ text }}</b>")
    assert build(group(*two))[1] == ALL


def test_what_was_kept_may_be_lost(
    build: Build, two: tuple[Association, Association], tmp_path: Path
) -> None:
    """The plans, the pages, both: nothing is drawn that stands, nothing is left out."""
    build(group(*two))
    plans, pages = tmp_path / "kept" / "plans" / "groups", tmp_path / "kept" / "pages"
    plans.write_bytes(plans.read_bytes()[:-1] + b"?")
    asked, drawn = build(group(*two))
    assert (asked.count("lists"), drawn) == (1, [])
    for file in pages.iterdir():
        file.unlink()
    asked, drawn = build(group(*two))
    assert (asked.count("lists"), asked.count("joined"), drawn) == (1, 3, ALL)
    plans.unlink()
    (tmp_path / "out" / "all" / "index.html").unlink()
    assert build(group(*two))[1] == ["all"]


def test_what_is_derived_of_a_translated_entry_is_another_thing(
    two: tuple[Association, Association], tmp_path: Path
) -> None:
    """The same files, another language: the digest of what German says must not be taken."""
    anker, _ = two
    arabic = replace(anker, name="مرساة", said=Said("ar", ("name",)), original=anker)
    store = Memory(tmp_path, b"k" * 32).store("plans")
    for _ in range(2):
        groups = Groups(store)
        shown = [groups.fingerprints.of_inputs((Derived(named, one),)) for one in (anker, arabic)]
        assert len({*shown}) == 2
        assert shown == [
            Groups(None).fingerprints.of_inputs((Derived(named, o),)) for o in (anker, arabic)
        ]
        groups.keep()


def twice(name: str) -> Iterator[Page]:
    yield Page(Address("page", "a"), "page.html", Words, (name,))
    yield Page(Address("page", "a"), "page.html", Words, ("another",))


def test_two_pages_of_a_group_for_one_address(build: Build) -> None:
    with pytest.raises(AddressClash):
        build(Group(twice, ("a",)))


def of_one(name: str) -> Iterator[Page]:
    calls.append(f"of {name}")
    yield Page(Address("page", name), "page.html", Words, (name,))


def test_each_of_several_groups_that_one_function_plans_stands_by_itself(build: Build) -> None:
    """A directory has one for each facet."""

    def groups(names: str) -> list[Group]:
        return [Group(of_one, (name,)) for name in names]

    assert build(*groups("abc")) == (["of a", "of b", "of c"], ["a", "b", "c"])
    assert build(*groups("abc")) == ([], [])
    assert build(*groups("adc")) == (["of d"], ["d"])
