"""Digests of views: equal for equal values, in every process; different for every difference."""

import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from plugins.building.fingerprint import Fingerprints
from plugins.building.planning import planners_of
from plugins.catalogue.chunks import Chunk
from plugins.catalogue.link import Catalogue
from plugins.catalogue.load import Loaded
from plugins.catalogue.model import KINDS, FieldLanguages
from plugins.catalogue.occurrences import Occurrence
from plugins.catalogue.settings import Settings
from plugins.catalogue.traced import result
from plugins.catalogue.translation import in_language
from plugins.directory import association, overview
from plugins.rendering import urls
from plugins.rendering.cards import association_card, link
from plugins.rendering.page import Derived, Group, Part, Recurring, outputs
from tests.waiting import MOST

Read = Callable[[Mapping[str, str]], Loaded]
TODAY = date(2026, 11, 22)
CHOIR = "name: Chor\ntopics: [musik]\nlisted: 2020-01-01\n"


def digest(value: object) -> bytes:
    return Fingerprints().of(value)


def of_inputs(*inputs: object) -> bytes:
    return Fingerprints().of_call(association_card, inputs)


def test_equal_values_have_equal_digests_whatever_they_share() -> None:
    word = "".join(["Wo", "rt"])
    assert digest((word, word)) == digest(("".join(["Wo", "rt"]), "".join(["W", "ort"])))


def test_every_difference_counts() -> None:
    values: list[object] = [
        (), ("",), ("a",), ("a", ""), ("", "a"), ("a", "b"), (("a",), "b"), ("a", ("b",)), ("1",),
        (1,), (True,), (None,), (1.0,), (date(2026, 1, 1),), (datetime(2026, 1, 1),), ({},),
        ({"a": 1},), ({"a": 2},), ({"b": 1},),
    ]  # fmt: skip
    assert len({digest(value) for value in values}) == len(values)
    inputs: list[tuple[object, ...]] = [(value,) for value in values]
    inputs += [value for value in values if isinstance(value, tuple)]
    assert len({of_inputs(*one) for one in inputs}) == len({*map(repr, inputs)})


def test_what_is_derived_has_no_value_in_a_record() -> None:
    """A function would get a record with something in it that is no value."""
    with pytest.raises(TypeError, match="in a tuple of inputs"):
        of_inputs({"a": Derived(str, 1)})
    assert len(of_inputs(("b", (Derived(str, 1),)))) == 16


def test_what_is_derived_is_something_else_than_its_value() -> None:
    """The digest of the value stands for it, which no word and no bytes are."""
    derived = of_inputs(Derived(str, 1))
    assert derived == of_inputs(Derived(str, 1)) == of_inputs(Derived(repr, 1))
    assert derived not in {of_inputs(Derived(str, 2)), of_inputs("1"), of_inputs(("1",))}


def test_the_function_counts() -> None:
    """Those of two modules too that are called alike."""
    fingerprints = Fingerprints()
    functions = (association_card, link, urls.of, digest, association.pages, overview.pages)
    assert len({fingerprints.of_call(one, ("x",)) for one in functions}) == len(functions)


def test_some_entries_stand_for_the_entries(read: Read) -> None:
    """Whether they are the same ones or the same again."""
    files = {f"associations/{key}.yaml": CHOIR for key in "abc"}
    entries, same = read(files).readable.associations, read(files).readable.associations
    whole = of_inputs(Chunk(entries))
    assert whole == of_inputs(Chunk(same))
    others = [Chunk(entries[:2]), Chunk(entries[::-1]), Chunk((*entries[:2], entries[1])), Chunk()]
    assert len({whole, *map(of_inputs, others)}) == 5


CHANGES = {
    "the text": {"associations/chor.yaml": CHOIR + "text: Neu\n"},
    "a comment": {"associations/chor.yaml": CHOIR + "# neu\n"},
    "a translation": {"associations/chor.tr.yaml": "name: Koro\n"},
}


@pytest.mark.parametrize("files", CHANGES.values(), ids=CHANGES)
def test_an_entry_stands_for_its_files(read: Read, files: Mapping[str, str]) -> None:
    before = read({"associations/chor.yaml": CHOIR}).readable.associations
    same = read({"associations/chor.yaml": CHOIR}).readable.associations
    after = read(files).readable.associations
    assert digest(before) == digest(same) != digest(after)
    assert of_inputs(before) == of_inputs(same) != of_inputs(after)


def test_an_entry_in_another_language_is_another_thing(read: Read) -> None:
    """The same files: the digest of what German says must not be taken."""
    files = {"associations/chor.yaml": CHOIR, "associations/chor.tr.yaml": "name: Koro\n"}
    german = read(files).readable
    spoken = [in_language(german, tag).associations for tag in ("de", "tr", "ar")]
    assert [one.name for (one,) in spoken] == ["Chor", "Koro", "Chor"]
    for of in (digest, of_inputs):
        in_german, in_turkish, in_arabic = map(of, spoken)
        assert in_german == in_arabic != in_turkish


def test_a_translation_into_another_language_is_another_thing(read: Read) -> None:
    """The same file, renamed: it was called by the wrong language, which the German page names."""
    files = {"associations/chor.yaml": CHOIR, "associations/chor.tr.yaml": "name: Koro\n"}
    (entry,) = read(files).readable.associations
    renamed = tuple(replace(one, language="ar") for one in entry.translations)
    for of in (digest, of_inputs):
        assert of(entry) == of(replace(entry)) != of(replace(entry, translations=renamed))


def test_an_entry_that_was_not_read_stands_for_itself(read: Read) -> None:
    (entry,) = read({"associations/chor.yaml": CHOIR}).readable.associations
    bare = replace(entry, origin=type(entry.origin)("x"))
    assert digest(bare) == digest(replace(bare)) != digest(replace(bare, text="anders"))


def test_a_card_stands_for_what_it_shows(read: Read) -> None:
    (entry,) = read({"associations/chor.yaml": CHOIR}).readable.associations
    card = association_card(entry)
    fingerprints = Fingerprints()
    assert fingerprints.of((card, card)) == fingerprints.of((replace(card), replace(card)))
    assert fingerprints.of((card,)) != fingerprints.of((replace(card, summary="neu"),))


WHEN = Occurrence(datetime(2026, 12, 1, 19), datetime(2026, 12, 1, 21))


def test_a_date_is_all_that_is_said_of_it() -> None:
    """Also what is left out when two of them are compared."""
    dates = [
        WHEN,
        replace(WHEN, start=datetime(2026, 12, 1, 20)),
        replace(WHEN, end=datetime(2026, 12, 1, 22)),
        replace(WHEN, all_day=True),
        replace(WHEN, status="cancelled"),
        replace(WHEN, reason="Sturm"),
        replace(WHEN, reason="Sturm", localised=FieldLanguages("tr", ("reason",))),
        replace(WHEN, moved_from=date(2026, 11, 30)),
    ]
    assert len({of_inputs(one) for one in dates}) == len(dates)
    assert of_inputs(WHEN) == of_inputs(replace(WHEN))


@dataclass(frozen=True)
class Inner(Recurring):
    text: str


@dataclass(frozen=True)
class Outer(Recurring):
    inner: tuple[Inner, ...]


@dataclass(frozen=True)
class Other(Recurring):
    text: str


class Pair(NamedTuple):
    one: object
    other: object


class Two(NamedTuple):
    one: object
    other: object


def test_parts_that_recur_hold_others() -> None:
    """Their digests are taken on the way to that of the whole, which holds them at any depth."""
    a, b = Inner("a"), Inner("b")
    wholes = [Outer((a,)), Outer((b,)), Outer((a, b)), Outer((b, a)), Pair(a, b), Two(a, b), (a, b)]
    wholes += [a, Other("a"), Outer((Other("a"),))]  # type: ignore[arg-type]
    assert len({of_inputs(one) for one in wholes}) == len(wholes)
    assert len({digest(Pair(one, 1)) for one in wholes}) == len(wholes)
    assert of_inputs(Outer((a, b)), Pair(a, b)) == of_inputs(
        Outer((Inner("a"), Inner("b"))), Pair(Inner("a"), Inner("b"))
    )


@pytest.mark.slow
def test_digests_of_the_whole_site_are_the_same_in_another_process(
    tmp_path: Path, project: Path, sample_content: Path
) -> None:
    """Another order in sets, other objects that are shared: the digests stay."""
    script = (
        "import sys; from pathlib import Path\n"
        "from plugins.catalogue.settings import from_file\n"
        "from plugins.building.fingerprint import Fingerprints\n"
        "from plugins.building.planning import Planning, planners_of, plans\n"
        "from plugins.validation.check import check\n"
        "s = from_file(Path('pelican.conf.py').resolve())\n"
        "planning, prints = Planning(s.site.addresses), Fingerprints()\n"
        "said = {'de': check(s).catalogue}\n"
        "plan = plans(said, s.today, planners_of(s.plugins), planning)['de']\n"
        "shown = (d for o in plan for d in (o.outline.made_of, prints.of(o.output.view)))\n"
        "print(len(plan), *(digest.hex() for digest in shown))\n"
    )

    def run(seed: str) -> list[str]:
        given = {"TODAY": "2026-11-22", "XDG_STATE_HOME": str(tmp_path), "PYTHONHASHSEED": seed}
        given["CONTENT"] = str(sample_content)
        command = [sys.executable, "-c", script]
        done = subprocess.run(
            command,
            cwd=project,
            env=given,
            capture_output=True,
            text=True,
            check=True,
            timeout=MOST,
        )
        return done.stdout.split()

    first, second = run("1"), run("2")
    assert len(first) > 300
    assert first == second


def sets_in(value: object) -> bool:
    """Whether a value holds sets anywhere. Entries stand for their files, whatever they hold."""
    if isinstance(value, set | frozenset):
        return True
    if isinstance(value, KINDS):
        return False
    if isinstance(value, Derived):
        return sets_in(value.inputs) or sets_in(value.value)
    if is_dataclass(value):
        return any(sets_in(getattr(value, field.name)) for field in fields(value))
    if isinstance(value, Mapping):
        return any(map(sets_in, (*value, *value.values())))
    return isinstance(value, tuple) and any(map(sets_in, value))


def all_parts(parts: Iterable[Part]) -> Iterator[Part]:
    """Those of groups too, and the groups themselves."""
    for part in parts:
        yield part
        if isinstance(part, Group):
            yield from all_parts(part.parts)


def planned(sample: Catalogue, settings: Settings) -> Iterator[Part]:
    return (part for plan in planners_of(settings.plugins) for part in plan(sample, TODAY))


def test_no_view_no_input_and_no_answer_holds_sets(sample: Catalogue, settings: Settings) -> None:
    """Their order is another in each process, and the pickler counts them wrongly (CPython)."""
    parts = [*all_parts(planned(sample, settings))]
    groups = [part for part in parts if isinstance(part, Group)]
    files = [part for part in parts if not isinstance(part, Group)]
    assert [one.address for one in files if sets_in(one.view) or sets_in(one.inputs)] == []
    assert [one.make for one in groups if sets_in(one.inputs)] == []
    derived = [one for group in groups for one in derived_in(group.inputs)]
    asked = {question for one in (*groups, *derived) for question in one.queries}
    assert len(derived) > 10 and len(asked) > 100
    answers = {question: result(sample, question) for question in asked}
    # A set itself is put in order.
    held = {q: tuple(a) if isinstance(a, frozenset) else a for q, a in answers.items()}
    assert [question for question, said in held.items() if sets_in(said)] == []
    assert sets_in(((1, {"a": frozenset()}),))


def derived_in(inputs: tuple[object, ...]) -> Iterator[Derived]:
    for one in inputs:
        if isinstance(one, Derived):
            yield one
            yield from derived_in(one.inputs)
        elif isinstance(one, tuple):
            yield from derived_in(one)


def test_a_set_that_a_catalogue_answers_counts_in_any_order(sample: Catalogue) -> None:
    known = sorted(sample.known)

    def answered(known: Iterable[tuple[str, str]]) -> bytes:
        there = replace(sample, known=Filled(known))
        results = Fingerprints().query_results(there)
        assert results is not None
        return results.of(["known"])

    assert answered(known) == answered(known[::-1]) != answered(known[1:])


class Filled(frozenset[tuple[str, str]]):
    """A set that is gone through in the order in which it was filled, as some are."""

    def __new__(cls, known: Iterable[tuple[str, str]]) -> "Filled":
        return super().__new__(cls, known)

    def __init__(self, known: Iterable[tuple[str, str]]) -> None:
        self.order = tuple(known)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.order)


def test_views_of_different_pages_differ(sample: Catalogue, settings: Settings) -> None:
    fingerprints = Fingerprints()
    pages = [(item.address, item.view) for item in outputs(planned(sample, settings))]
    assert len({fingerprints.of(page) for page in pages}) == len(pages)


@pytest.fixture
def sample(sample_content: Path) -> Catalogue:
    from plugins.catalogue.load import load

    return load(sample_content).catalogue
