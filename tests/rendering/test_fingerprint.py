"""Digests of views: equal for equal values, in every process; different for every difference."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from pathlib import Path

import pytest

from plugins.catalogue.link import Catalogue
from plugins.catalogue.load import Loaded
from plugins.catalogue.model import KINDS
from plugins.catalogue.settings import Settings
from plugins.rendering import site
from plugins.rendering.cards import association_card
from plugins.rendering.fingerprint import Fingerprints
from plugins.rendering.page import Derived, Group, outputs
from plugins.rendering.plans import plans
from tests.waiting import MOST

Read = Callable[[Mapping[str, str]], Loaded]
CHOIR = "name: Chor\ntopics: [musik]\nlisted: 2020-01-01\n"


def digest(value: object) -> bytes:
    return Fingerprints().of(value)


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
    assert len({Fingerprints().of_inputs(one) for one in inputs}) == len({*map(repr, inputs)})


def test_what_is_derived_has_no_value_in_a_record() -> None:
    """A function would get a record with something in it that is no value."""
    with pytest.raises(TypeError, match="in a tuple of inputs"):
        Fingerprints().of_inputs(({"a": Derived(str, 1)},))
    assert len(Fingerprints().of_inputs((("b", (Derived(str, 1),)),))) == 16


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


@pytest.mark.slow
def test_digests_of_the_whole_site_are_the_same_in_another_process(
    tmp_path: Path, project: Path, sample_content: Path
) -> None:
    """Another order in sets, other objects that are shared: the digests stay."""
    script = (
        "import sys; from pathlib import Path\n"
        "from plugins.catalogue.settings import from_file\n"
        "from plugins.rendering import site\n"
        "from plugins.rendering.fingerprint import Fingerprints\n"
        "from plugins.rendering.page import outputs\n"
        "from plugins.rendering.plans import plans\n"
        "from plugins.validation.check import check\n"
        "s = from_file(Path('pelican.conf.py').resolve())\n"
        "prints = Fingerprints()\n"
        "said = {'de': check(s).catalogue}\n"
        "plan = list(outputs(plans(said, s.today, site.planners(s.plugins))['de']))\n"
        "shown = (d for o in plan for d in (prints.of_inputs(o.inputs), prints.of(o.view)))\n"
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


def test_no_view_and_no_input_holds_sets(sample: Catalogue, settings: Settings) -> None:
    """Their order is another in each process, and the pickler counts them wrongly (CPython)."""
    parts = plans({"de": sample}, date(2026, 11, 22), site.planners(settings.plugins))["de"]
    assert [i.address for i in outputs(parts) if sets_in(i.view) or sets_in(i.inputs)] == []
    groups = [part for part in parts if isinstance(part, Group)]
    assert groups and [group.plan for group in groups if sets_in(group.inputs)] == []
    assert sets_in(((1, {"a": frozenset()}),))


def test_views_of_different_pages_differ(sample: Catalogue, settings: Settings) -> None:
    fingerprints = Fingerprints()
    parts = plans({"de": sample}, date(2026, 11, 22), site.planners(settings.plugins))["de"]
    pages = [(item.address, item.view) for item in outputs(parts)]
    assert len({fingerprints.of(page) for page in pages}) == len(pages)


@pytest.fixture
def sample(sample_content: Path) -> Catalogue:
    from plugins.catalogue.load import load

    return load(sample_content).catalogue
