"""The corpus of the benchmark: the same bytes each time, every kind of thing in it, no findings."""

import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from benchmarks import corpus, peer_content, tools
from plugins.catalogue.link import Catalogue
from plugins.catalogue.load import load
from plugins.catalogue.translation import in_language
from plugins.validation.check import check_folder
from plugins.validation.context import SiteRules

pytestmark = pytest.mark.slow

SIZE = (45, 100, 50)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus") / "content"
    corpus.write(folder, *SIZE)
    return folder


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def test_same_arguments_same_bytes(content: Path, tmp_path: Path) -> None:
    corpus.write(tmp_path / "again", *SIZE)
    assert files(content) == files(tmp_path / "again")


def test_as_many_as_asked_for(content: Path) -> None:
    folders = Counter(Path(name).parts[0] for name in files(content))
    del folders["vocabulary"]
    assert folders == {"associations": 45, "events": 100, "board": 50}


def test_one_association_is_translated_into_each_language(tmp_path: Path) -> None:
    corpus.write(tmp_path / "content", *SIZE)
    before = files(tmp_path / "content")
    corpus.translate(tmp_path / "content", ["de", "en", "de-simple"])
    german = load(tmp_path / "content").catalogue
    differing = {tag: said_in(german, tag) for tag in ("de", "en", "de-simple", "ar")}
    assert differing == {"de": 0, "en": 1, "de-simple": 1, "ar": 0}
    assert len(files(tmp_path / "content")) == len(before) + 2


def said_in(catalogue: Catalogue, tag: str) -> int:
    return sum(entry.original is not None for entry in in_language(catalogue, tag).entries)


@pytest.mark.parametrize(
    ("number", "phone"),
    [(0, "030 23125 1000"), (8999, "030 23125 9999"), (9000, "030 23126 1000")],
)
def test_phones_are_short_enough_at_any_size(number: int, phone: str) -> None:
    assert corpus.own_phone(number) == phone


def test_check_finds_nothing(content: Path) -> None:
    checked = check_folder(content, corpus.TODAY, SiteRules())
    assert [(d.path, d.place, d.code) for d in checked.diagnostics] == []


def test_what_a_city_has() -> None:
    found = list(corpus.entries(300, 1000, 300))
    texts = [len(entry.text.encode()) for entry in found]
    assert min(texts) > 300 and max(texts) < 2100
    assert 800 < sum(texts) / len(texts) < 1200
    names = "".join(entry.title for entry in found)
    scripts = {unicodedata.name(letter).split()[0] for letter in names if letter.isalpha()}
    assert scripts == {"LATIN", "ARABIC", "CYRILLIC", "GREEK"}
    assert set("ßış") < set(names)
    repeats = [entry.fields["repeat"] for entry in found if "repeat" in entry.fields]
    assert 70 < len(repeats) < 130
    said = str(repeats)
    assert all(f"'{key}':" in said for key in ("moved", "cancelled", "except", "until", "count"))
    states = Counter(e.fields.get("status", "open") for e in found if e.folder == "board")
    assert set(states) == {"open", "placed", "withdrawn"}


@pytest.mark.parametrize("peer", peer_content.FORMS)
def test_peers_get_every_entry(peer: str, tmp_path: Path) -> None:
    peer_content.write(peer, tmp_path, *SIZE)
    assert len(files(tmp_path)) == sum(SIZE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('---\nname: "Chor"\n---\n', '---\nname: "Chor Nr. 2"\n---\n'),
        ('title: "Chor Nr. 1"\n', 'title: "Chor Nr. 2"\n'),
        ("Title: Chor\nDate: 2026-01-01\n", "Title: Chor Nr. 2\nDate: 2026-01-01\n"),
    ],
)
def test_retitled(before: str, after: str) -> None:
    assert tools.retitled(before, 2) == after


@pytest.mark.parametrize(
    ("target", "module"),
    [
        ("site", "plugins.building"),
        ("check", "plugins.validation"),
        ("serve", "plugins.serving"),
    ],
)
def test_what_make_runs(target: str, module: str) -> None:
    assert tools.command_of(target) == [".venv/bin/python", "-m", module]


def test_an_entry_is_held_back_and_a_text_is_edited_in_place(content: Path) -> None:
    site = tools.site_of(content)
    assert site.held.stem.endswith("-99") and site.held != site.edited
    before = files(content)
    site.hold_back()
    assert len(files(content)) == len(before) - 1
    site.add()
    site.edit("eins")
    site.edit("zwei")
    changed = {name for name, data in files(content).items() if data != before[name]}
    assert changed == {str(site.edited.relative_to(content))}
    assert site.edited.read_text(encoding="utf-8").count("Nachgetragen:") == 1
    site.edited.write_bytes(before[changed.pop()])
