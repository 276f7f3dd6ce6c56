"""The engine: writes what changed, removes what is gone, leaves alone what is not its own."""

import errno
import gc
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from jinja2.runtime import Context

from plugins.building import engine, folder, snapshot
from plugins.building.folder import ForeignFolder
from plugins.building.outcome import Built
from plugins.building.planning import Planned, Planning
from plugins.building.renderers import contexts_of
from plugins.building.snapshot import MANIFEST
from plugins.catalogue.cache import CacheFolder
from plugins.catalogue.fields.containers import FrozenMap
from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import VocabularyTerm
from plugins.catalogue.processes import WORTH_IT
from plugins.catalogue.settings import Settings, Site
from plugins.rendering.assets import Assets
from plugins.rendering.frame import frame
from plugins.rendering.page import AddressClash, File, Output, Page
from plugins.rendering.pictures import Picture, Pictures, Variant
from plugins.rendering.site_context import SiteContext
from plugins.rendering.sources import Templates
from plugins.rendering.templates import Renderer
from plugins.rendering.urls import Address
from plugins.wording.messages import Messages
from tests.waiting import let_time_pass

Build = Callable[[Iterable[Output]], Built]


@dataclass(frozen=True)
class Words:
    text: str


def write_text(view: Words, site: Site) -> bytes:
    return view.text.encode()


def page(key: str, text: str) -> Page:
    return Page(Address("page", key), "page.html", Words, (text,))


def file(key: str, text: str) -> File:
    return File(Address("event_calendar", key), write_text, Words, (text,))


def in_german(plan: Iterable[Output]) -> dict[str, list[Planned]]:
    return {"de": list(Planning({"events": "termine"}).planned(plan))}


@pytest.fixture
def context(settings: Settings) -> SiteContext:
    assets = Assets("/static/0/", {"css/site.css": b"body{}"})
    return SiteContext(settings.site, {}, frame(Catalogue()), assets, Pictures({}, {}, ()))


@pytest.fixture
def build(context: SiteContext, tmp_path: Path) -> Build:
    templates = tmp_path / "templates"
    templates.mkdir()
    (templates / "page.html").write_text("<p>{{ text }}</p>")
    (templates / "greedy.html").write_text("{{ text }}{{ more }}")
    renderer = Renderer(Templates(templates), context)

    def run(plan: Iterable[Output]) -> Built:
        return engine.build(in_german(plan), {"de": renderer}, tmp_path / "out")

    return run


@pytest.fixture
def rebuild(context: SiteContext, build: Build, tmp_path: Path) -> Callable[..., list[str]]:
    """Builds with a memory; the files that were made anew."""
    store = CacheFolder(tmp_path / "kept", b"k" * 32).cache("pages")
    out = tmp_path / "out"

    def run(plan: Iterable[Output], **changed: Any) -> list[str]:  # noqa: ANN401
        there = replace(context, **changed)
        renderer = Renderer(Templates(tmp_path / "templates"), there)
        made: list[str] = []
        write = folder.write

        def spy(path: str | Path, data: bytes) -> bool:
            made.append(Path(path).relative_to(out).as_posix())
            return write(path, data)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("plugins.building.engine.write", spy)
            engine.build(in_german(plan), {"de": renderer}, out, 1, store)
        return sorted(name for name in made if name != MANIFEST and "static" not in name)

    return run


def held(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }


CSS = {"static/0/css/site.css": "body{}"}


def test_writes_the_plan(build: Build, tmp_path: Path) -> None:
    built = build([page("a", "1 < 2"), file("b", "x")])
    expected = {"a/index.html": "<p>1 &lt; 2</p>", "termine/b.ics": "x", **CSS}
    assert held(tmp_path / "out") == expected
    assert built == Built(pages=1, files=2, written=3, removed=0)
    assert (tmp_path / "out" / MANIFEST).read_text().split() == sorted(expected)


def test_what_was_seen_is_what_a_look_at_the_folder_sees(
    context: SiteContext, build: Build, tmp_path: Path
) -> None:
    """By that the next build knows that nothing changed, whatever files are called."""
    files = {"a b.woff2": b"1", "ü.css": b"", "c": b"2"}
    there = replace(context, assets=Assets("/static/0/", files))
    renderer = Renderer(Templates(tmp_path / "templates"), there)
    out, plan = tmp_path / "out", in_german([page("a", "1"), file("b", "2")])
    seen = engine.build(plan, {"de": renderer}, out).seen
    assert seen == snapshot.output(out) != b""
    (out / "static" / "0" / "a b.woff2").write_bytes(b"33")
    assert seen != snapshot.output(out)


def test_second_build_writes_nothing(build: Build, tmp_path: Path) -> None:
    build([page("a", "1"), page("b", "2")])
    before = (tmp_path / "out" / "a" / "index.html").stat().st_mtime_ns
    assert build([page("a", "1"), page("b", "3")]) == Built(2, 1, written=1, removed=0)
    assert (tmp_path / "out" / "a" / "index.html").stat().st_mtime_ns == before


def test_what_is_gone_is_removed_with_its_folder(build: Build, tmp_path: Path) -> None:
    build([page("a", "1"), page("b", "2")])
    assert build([page("a", "1")]).removed == 1
    assert held(tmp_path / "out") == {"a/index.html": "<p>1</p>", **CSS}
    assert not (tmp_path / "out" / "b").exists()


def dies(view: Words, site: Site) -> bytes:
    raise KeyboardInterrupt


def test_a_build_that_was_killed_is_put_right(build: Build, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        build([page("gone", "x"), File(Address("event_calendar", "b"), dies, Words, ("x",))])
    assert "gone/index.html" in held(tmp_path / "out")
    build([page("a", "1")])
    assert held(tmp_path / "out") == {"a/index.html": "<p>1</p>", **CSS}


@dataclass(frozen=True)
class Shadow:
    section: str


def test_a_view_cannot_hide_a_function(build: Build) -> None:
    """A template is compiled with the functions in it, whatever its view."""
    built = build([Page(Address("page", "b"), "page.html", Shadow, ("x",))])
    [failure] = built.failed
    assert failure.startswith("b/index.html: TypeError: Shadow.section: templates call a function")


def test_a_page_that_fails_does_not_keep_the_others_back(build: Build, tmp_path: Path) -> None:
    bad = Page(Address("page", "b"), "greedy.html", Words, ("x",))
    built = build([page("a", "1"), bad, page("c", "3")])
    assert built.failed == (
        "b/index.html: UndefinedError: 'more' is undefined (templates/greedy.html:1)",
    )
    assert held(tmp_path / "out") == {
        "a/index.html": "<p>1</p>",
        "c/index.html": "<p>3</p>",
        **CSS,
    }


def test_a_damaged_file_is_written_again(build: Build, tmp_path: Path) -> None:
    build([page("a", "1")])
    (tmp_path / "out" / "a" / "index.html").write_text("<p>2</p>")
    assert build([page("a", "1")]).written == 1
    assert held(tmp_path / "out")["a/index.html"] == "<p>1</p>"


def test_a_folder_of_somebody_else_is_refused(build: Build, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "diary.txt").write_text("mine")
    with pytest.raises(ForeignFolder):
        build([page("a", "1")])
    assert held(tmp_path / "out") == {"diary.txt": "mine"}


def test_files_of_somebody_else_survive(build: Build, tmp_path: Path) -> None:
    build([page("a", "1")])
    (tmp_path / "out" / "a" / "notes.txt").write_text("mine")
    build([page("b", "1")])
    assert held(tmp_path / "out")["a/notes.txt"] == "mine"


@pytest.mark.parametrize("line", ["../secret", "/etc/passwd", "a/../../secret", "a//b", ".", ""])
def test_a_forged_manifest_deletes_nothing_outside(build: Build, tmp_path: Path, line: str) -> None:
    (tmp_path / "secret").write_text("mine")
    build([page("a", "1")])
    with (tmp_path / "out" / MANIFEST).open("a") as manifest:
        manifest.write(f"{line}\n")
    build([page("a", "1")])
    assert (tmp_path / "secret").read_text() == "mine"


def test_an_empty_folder_gives_way_to_a_file(build: Build, tmp_path: Path) -> None:
    build([page("a", "1")])
    (tmp_path / "out" / "a" / "index.html").unlink()
    (tmp_path / "out" / "a" / "index.html").mkdir()
    assert build([page("a", "1")]).written == 1
    assert held(tmp_path / "out") == {"a/index.html": "<p>1</p>", **CSS}


def test_a_file_of_the_last_build_gives_way_to_a_folder(build: Build, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build([page("a", "1")])
    shutil.rmtree(out / "a")
    (out / "a").write_text("a page that lay here")
    (out / "b" / "index.html" / "x").mkdir(parents=True)
    (out / "b" / "index.html" / "x" / "y").write_text("another")
    (out / MANIFEST).write_text("a\nb/index.html/x/y\n" + "".join(f"{path}\n" for path in CSS))
    assert build([page("a", "1"), page("b", "2")]).removed == 2
    assert held(out) == {"a/index.html": "<p>1</p>", "b/index.html": "<p>2</p>", **CSS}


@pytest.mark.parametrize(
    ("hindrance", "number", "named"),
    [
        ("a link to nowhere", errno.ENOTDIR, ""),
        ("a folder with files", errno.ENOTEMPTY, "a/index.html"),
        ("a file for a folder", errno.ENOTDIR, "a"),
        ("a full disk", errno.ENOSPC, "a/index.html"),
        ("a file for all", errno.ENOTDIR, ""),
    ],
)
def test_what_the_disk_refuses(
    build: Build,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    hindrance: str,
    number: int,
    named: str,
) -> None:
    out = tmp_path / "out"
    if hindrance == "a file for all":
        out.write_text("mine")
    elif hindrance == "a link to nowhere":
        out.symlink_to(tmp_path / "not" / "mounted")
    else:
        build([page("a", "1"), page("b", "1")])
        shutil.rmtree(out / "a")
    if hindrance == "a folder with files":
        (out / "a" / "index.html").mkdir(parents=True)
        (out / "a" / "index.html" / "notes.txt").write_text("mine")
    elif hindrance == "a file for a folder":
        (out / "a").write_text("mine")
    elif hindrance == "a full disk":
        monkeypatch.setattr(folder, "_put", _full)
    with pytest.raises(OSError) as refused:
        build([page("a", "1"), page("b", "2")])
    assert (refused.value.errno, refused.value.filename) == (number, str(out / named))


def _full(*_: object) -> int:
    raise OSError(errno.ENOSPC, "full")


LINKS: dict[str, Callable[[Path, Path], object]] = {
    "a file": lambda at, there: _led(at / "a/index.html", there / "index.html"),
    "a file with the same bytes": lambda at, there: _led(at / "a/index.html", there / "same"),
    "a file that is gone": lambda at, there: _led(at / "gone/index.html", there / "index.html"),
    "a file to nowhere": lambda at, there: _led(at / "a/index.html", there / "nothing"),
    "a second name of a file": lambda at, there: _named(at / "a/index.html", there / "index.html"),
    "a folder": lambda at, there: _led(at / "a", there),
    "a folder above one": lambda at, there: _led(at / "termine", there),
    "a folder whose pages go": lambda at, there: _led(at / "gone", there),
    "the manifest": lambda at, there: _led(at / MANIFEST, _with(there / "list", at / MANIFEST)),
}


def _led(link: Path, there: Path) -> None:
    """What lies at `link` gives way to a link that leads there."""
    shutil.rmtree(link) if link.is_dir() else link.unlink()
    link.symlink_to(there)


def _named(name: Path, there: Path) -> None:
    name.unlink()
    name.hardlink_to(there)


def _with(file: Path, other: Path) -> Path:
    file.write_bytes(other.read_bytes())
    return file


@pytest.mark.parametrize("put", LINKS.values(), ids=LINKS)
def test_nothing_is_written_or_removed_through_a_link(
    rebuild: Callable[..., list[str]], tmp_path: Path, put: Callable[[Path, Path], object]
) -> None:
    rebuild([page("a", "1"), page("gone", "1"), file("c", "1")])
    there = tmp_path / "there"
    there.mkdir()
    for name, text in (("index.html", "mine"), ("c.ics", "mine"), ("same", "<p>2</p>")):
        (there / name).write_text(text)
    put(tmp_path / "out", there)
    before = held(there)
    rebuild([page("a", "2"), page("b", "1"), file("c", "2")])
    assert held(there) == before
    links = [path for path in (tmp_path / "out").rglob("*") if path.is_symlink()]
    assert links == []
    built = {"a/index.html": "<p>2</p>", "b/index.html": "<p>1</p>", "termine/c.ics": "2"}
    assert {name: held(tmp_path / "out")[name] for name in built} == built


def test_a_page_that_became_a_link_is_made_again(
    rebuild: Callable[..., list[str]], tmp_path: Path
) -> None:
    """Even if it leads to the very file that was built."""
    rebuild([page("a", "1")])
    made = tmp_path / "out" / "a" / "index.html"
    made.rename(tmp_path / "elsewhere")
    made.symlink_to(tmp_path / "elsewhere")
    assert rebuild([page("a", "1")]) == ["a/index.html"]
    assert not made.is_symlink()


def test_two_pages_for_one_address(build: Build) -> None:
    with pytest.raises(AddressClash):
        build([page("a", "1"), page("a", "2")])


@pytest.mark.slow
def test_many_processes_make_the_same(context: SiteContext, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>{{ text }}</p>")
    renderer = Renderer(Templates(tmp_path), context)
    plan = [page(f"p{i}", str(i)) for i in range(WORTH_IT + 50)]
    plan[7] = Page(Address("page", "p7"), "missing.html", Words, ("x",))
    plans = in_german(plan)
    one = engine.build(plans, {"de": renderer}, tmp_path / "one", processes=1)
    three = engine.build(plans, {"de": renderer}, tmp_path / "three", processes=3)
    assert one == three and len(one.failed) == 1
    assert held(tmp_path / "one") == held(tmp_path / "three")
    assert engine.build(plans, {"de": renderer}, tmp_path / "three", processes=2).written == 0


def test_only_what_shows_something_else_is_made_again(rebuild: Callable[..., list[str]]) -> None:
    everything = ["a/index.html", "b/index.html", "termine/c.ics"]
    assert rebuild([page("a", "1"), page("b", "1"), file("c", "1")]) == everything
    assert rebuild([page("a", "1"), page("b", "1"), file("c", "1")]) == []
    assert rebuild([page("a", "2"), page("b", "1"), file("c", "1")]) == ["a/index.html"]
    assert rebuild([page("a", "2"), page("b", "1"), file("c", "2")]) == ["termine/c.ics"]


def first_word(text: str, day: int) -> Words:
    """A view that shows less than it was made of."""
    return Words(text.partition(" ")[0])


def test_what_shows_the_same_is_not_drawn_again(
    rebuild: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Other inputs, the same view: only the view is made. Of the next build even that is spared."""

    def plan(text: str, day: int) -> list[Output]:
        return [Page(Address("page", "a"), "page.html", first_word, (text, day)), page("b", "1")]

    assert rebuild(plan("one", 1)) == ["a/index.html", "b/index.html"]
    viewed: list[str] = []

    def spied(text: str, day: int) -> Words:
        viewed.append(text)
        return words(text, day)

    words, spied.__qualname__ = first_word, first_word.__qualname__
    monkeypatch.setitem(globals(), "first_word", spied)
    assert rebuild(plan("one more", 2)) == [] and viewed == ["one more"]
    assert rebuild(plan("one more", 2)) == [] and viewed == ["one more"]
    assert rebuild(plan("two", 2)) == ["a/index.html"] and viewed == ["one more", "two"]
    assert held(tmp_path / "out")["a/index.html"] == "<p>two</p>"
    (tmp_path / "out" / "a" / "index.html").write_text("meddled")
    assert rebuild(plan("two times", 3)) == ["a/index.html"]


def test_a_file_that_was_meddled_with_is_made_again(
    rebuild: Callable[..., list[str]], tmp_path: Path
) -> None:
    rebuild([page("a", "1"), page("b", "1")])
    (tmp_path / "out" / "a" / "index.html").write_text("x")
    (tmp_path / "out" / "b" / "index.html").unlink()
    assert rebuild([page("a", "1"), page("b", "1")]) == ["a/index.html", "b/index.html"]
    file = tmp_path / "out" / "a" / "index.html"
    status = file.stat()
    let_time_pass(tmp_path)
    file.write_text(file.read_text().replace("1", "2"))
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert rebuild([page("a", "1"), page("b", "1")]) == ["a/index.html"]
    assert held(tmp_path / "out")["a/index.html"] == "<p>1</p>"


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("page.html", ["a/index.html"]),
        ("frame.html", ["b/index.html"]),
        ("parts/word.html", ["b/index.html"]),
        ("any/x.txt", []),
        ("greedy.html", []),
    ],
)
def test_a_template_concerns_the_pages_that_use_it(
    rebuild: Callable[..., list[str]], tmp_path: Path, name: str, made: list[str]
) -> None:
    templates = tmp_path / "templates"
    for part in ("parts", "any"):
        (templates / part).mkdir()
    (templates / "parts" / "word.html").write_text("{% macro word(x) %}{{ x }}{% endmacro %}")
    (templates / "any" / "x.txt").write_text("x")
    (templates / "frame.html").write_text(
        "{# {% extends 'greedy.html' %} -#}\n"
        "{% from 'parts/word.html' import word %}<i>{{ word(text) }}</i>"
    )
    (templates / "framed.html").write_text('{%- extends "frame.html" %}')
    (templates / "dynamic.html").write_text('{% include "any/" ~ text ~ ".txt" %}')
    framed = Page(Address("page", "b"), "framed.html", Words, ("1",))
    dynamic = Page(Address("page", "c"), "dynamic.html", Words, ("x",))
    plan = [page("a", "1"), framed, dynamic]
    rebuild(plan)
    with (templates / name).open("a") as template:
        template.write("{# neu #}")
    # Of what includes others by a name that only running it tells, any change counts.
    assert rebuild(plan) == [*made, "c/index.html"]


def test_a_page_is_made_again_when_the_site_answers_otherwise(
    rebuild: Callable[..., list[str]], tmp_path: Path
) -> None:
    """A page that goes, a picture, words of all languages: they concern those who asked."""
    (tmp_path / "templates" / "page.html").write_text(
        "{{ prose(text)|safe }}{% if text == 'p' %}{{ picture('x.png') is none }}{% endif %}"
        "{% if text == 'q' %}{{ in_each_language(_('Ja')) }}{% endif %}"
    )
    plan = [page("a", "[x](/b/)"), page("b", "[x](/c/)"), page("c", "p"), page("d", "q")]
    both = {"paths": frozenset({"/b/", "/c/"})}
    assert rebuild(plan, **both) == [f"{name}/index.html" for name in "abcd"]
    assert rebuild(plan, paths=frozenset({"/b/", "/c/", "/neu/"})) == []
    now: dict[str, object] = {"paths": frozenset({"/c/"})}
    assert rebuild(plan, **now) == ["a/index.html"]
    picture = Picture(1, 1, (Variant("/x.webp", 1, 1),), ())
    now |= {"pictures": Pictures({"x.png": picture}, {}, ())}
    assert rebuild(plan, **now) == ["c/index.html"]
    yes, no = ("", "Ja"), ("", "Nein")
    now |= {"messages": {"tr": Messages({yes: ("Evet",)})}}
    assert rebuild(plan, **now) == ["d/index.html"]
    now |= {"messages": {"tr": Messages({yes: ("Evet",), no: ("Hayır",)})}}
    assert rebuild(plan, **now) == []


def test_what_every_page_may_show_concerns_all(
    rebuild: Callable[..., list[str]], context: SiteContext
) -> None:
    plan = [page("a", "1"), file("b", "1")]
    rebuild(plan)
    everything = ["a/index.html", "termine/b.ics"]
    assert rebuild(plan, site=replace(context.site, name="Neu")) == everything
    terms = {"topics": {"x": VocabularyTerm(label=FrozenMap((("de", "X"),)))}}
    assert rebuild(plan, vocabularies=terms) == everything
    assert rebuild(plan, vocabularies=terms) == []


def test_words_for_the_search_concern_no_page(settings: Settings) -> None:
    terms = {"x": VocabularyTerm(label=FrozenMap((("de", "X"),)))}
    pictures = Pictures({}, {}, ())

    def shown(**lists: Mapping[str, VocabularyTerm]) -> tuple[object, ...]:
        catalogues = {"de": Catalogue(vocabularies={"topics": terms, **lists})}
        return contexts_of(catalogues, settings, pictures)["de"].shown()

    assert shown(search_words=terms) == shown()
    assert shown(formats=terms) != shown()


def test_a_page_that_failed_is_tried_again(
    rebuild: Callable[..., list[str]], tmp_path: Path
) -> None:
    bad = Page(Address("page", "b"), "greedy.html", Words, ("x",))
    assert rebuild([page("a", "1"), bad]) == ["a/index.html"]
    (tmp_path / "templates" / "greedy.html").write_text("{{ text }}")
    assert rebuild([page("a", "1"), bad]) == ["b/index.html"]


def pieces(**languages: int) -> list[engine._Piece]:
    def nothing() -> bytes:
        raise AssertionError

    return [
        engine._Piece(tag, str(number), b"", b"", nothing)
        for tag, most in languages.items()
        for number in range(most)
    ]


@pytest.mark.parametrize(
    ("languages", "processes", "expected"),
    [
        ({"de": 6}, 2, [{"de": 3}, {"de": 3}]),
        ({"de": 4, "en": 4}, 2, [{"de": 4}, {"en": 4}]),
        ({"de": 4, "en": 3, "ar": 3}, 2, [{"de": 4, "ar": 1}, {"en": 3, "ar": 2}]),
        ({"de": 9, "en": 1}, 2, [{"en": 1, "de": 4}, {"de": 5}]),
        ({"de": 2, "en": 2, "ar": 2, "tr": 2}, 2, [{"de": 2, "ar": 2}, {"en": 2, "tr": 2}]),
        ({"de": 2}, 3, [{"de": 1}, {"de": 1}, {}]),
    ],
)
def test_shares_are_alike_and_languages_whole(
    languages: dict[str, int], processes: int, expected: list[dict[str, int]]
) -> None:
    given = pieces(**languages)
    shares = engine._language_by_language(given, processes)
    assert [Counter(piece.language for piece in share) for share in shares] == expected
    assert Counter(chain.from_iterable(shares)) == Counter(given)


def test_pages_leave_nothing_behind(build: Build, tmp_path: Path) -> None:
    """A build holds the collector off; what Jinja makes for each page would stay to its end."""
    macro = "{% macro said() %}{{ text }}{% endmacro %}{{ said() }}"
    (tmp_path / "templates" / "page.html").write_text(macro)
    gc.collect()
    gc.disable()
    try:
        build([page(f"p{number}", "x") for number in range(3 * engine.TIDIED)])
        left = sum(issubclass(type(one), Context) for one in gc.get_objects())
    finally:
        gc.enable()
    assert left <= engine.TIDIED
