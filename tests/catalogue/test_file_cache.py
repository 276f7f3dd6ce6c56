"""Reading only what changed: by content, with times as a hint that is believed with care."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from plugins.catalogue import file_cache
from plugins.catalogue.cache import CacheFolder
from plugins.catalogue.clock import UNSEEN, Clock, clock, look
from plugins.catalogue.diagnostics import Place, Problems
from plugins.catalogue.fields.context import Context
from plugins.catalogue.find import SourceFile
from plugins.catalogue.load import Loaded, load
from plugins.catalogue.parse import Parsed, parse

Write = Callable[[Mapping[str, str]], Path]
VOCABULARY = Path(__file__).parents[1] / "sites" / "vocabulary"
CHOIR = "name: Chor\ntopics: [musik]\nlisted: 2020-01-01\n"
OLD = 1_000_000_000


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the files that are really parsed."""
    names: list[str] = []

    def spy(file: SourceFile, data: bytes, context: Context) -> Parsed:
        names.append(file.id)
        return parse(file, data, context)

    monkeypatch.setattr(file_cache, "parse", spy)
    return names


@pytest.fixture
def again(write: Write, tmp_path: Path) -> Callable[..., Loaded]:
    memory = CacheFolder(tmp_path / "kept", b"k" * 32)
    write({"associations/chor.yaml": CHOIR, "associations/verein.yaml": CHOIR.replace("Chor", "V")})

    def read(region: str = "DE") -> Loaded:
        content = tmp_path / "content"
        loaded = load(content, vocabulary=VOCABULARY, caches=memory, region=region)
        bare = load(content, vocabulary=VOCABULARY, region=region)
        assert (loaded.diagnostics, loaded.files) == (bare.diagnostics, bare.files)
        assert list(loaded.readable.entries) == list(bare.readable.entries)
        return loaded

    return read


def test_what_did_not_change_is_not_parsed_again(
    again: Callable[..., Loaded], parsed: list[str]
) -> None:
    again()
    parsed.clear()
    again()
    assert parsed == ["chor", "verein"]  # only by the reading without memory


CHANGES: dict[str, Callable[[Path], object]] = {
    "another text": lambda file: file.write_text(CHOIR + "founded: 1999\n"),
    "as many bytes": lambda file: file.write_text(CHOIR.replace("2020", "2019")),
    "an error": lambda file: file.write_text(CHOIR.replace("musik", "musick")),
    "nothing left": lambda file: file.write_text(""),
    "gone": lambda file: file.unlink(),
    "renamed": lambda file: file.rename(file.with_name("chor-neu.yaml")),
    "as Markdown": lambda file: file.rename(file.with_suffix(".md")),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_is_seen_though_the_time_is_put_back(
    again: Callable[..., Loaded], tmp_path: Path, change: Callable[[Path], object]
) -> None:
    file = tmp_path / "content" / "associations" / "chor.yaml"
    os.utime(file, ns=(OLD, OLD))
    again()
    change(file)
    if file.exists():
        os.utime(file, ns=(OLD, OLD))
    again()


def test_another_region_or_closed_list_is_another_reading(
    again: Callable[..., Loaded], write: Write
) -> None:
    write({"associations/chor.yaml": CHOIR + "phone: 030 23125 100\n"})
    again()
    again(region="AT")
    write({"vocabulary/topics.yaml": "kultur:\n  label: {de: Kultur}\n"})
    assert {d.code for d in again().diagnostics} == {"REF-TERM"}


def test_words_for_the_search_concern_no_entry(
    again: Callable[..., Loaded], parsed: list[str], write: Write
) -> None:
    again()
    parsed.clear()
    write({"vocabulary/search_words.yaml": "dance:\n  label: {de: Tanz}\n"})
    assert list(again().catalogue.vocabularies["search_words"]) == ["dance"]
    assert parsed == ["chor", "verein"]  # only by the reading without memory


def test_findings_point_at_places_of_what_was_kept(
    write: Write, again: Callable[..., Loaded]
) -> None:
    write({"associations/chor.yaml": CHOIR + "email: a@b.example\n"})
    again()
    entry = next(e for e in again().catalogue.entries if e.id == "chor")
    assert entry.problem("email", "FLD-EMPTY").place == (4, 8)


def test_a_time_is_believed_only_of_what_is_older_than_the_clock(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("x")
    status = file.stat()
    touched = max(status.st_mtime_ns, status.st_ctime_ns)
    here, elsewhere = status.st_dev, status.st_dev + 1
    moments = [
        Clock(touched, here),  # within the same tick
        Clock(touched + 1, here),
        Clock(touched + 1, elsewhere),
        Clock(touched + 2_000_000_001, elsewhere),
        Clock(),
    ]
    assert [look(file, moment).certain for moment in moments] == [False, True, False, True, False]


def test_what_is_not_certain_never_holds(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("x")
    certain, uncertain = look(file, Clock(2**62, file.stat().st_dev)), look(file, Clock())
    assert certain.still_holds(uncertain)
    assert not uncertain.still_holds(certain)
    assert not look(tmp_path / "none", Clock()).still_holds(look(tmp_path / "none", Clock()))


def test_the_clock_of_a_folder_that_cannot_be_written_is_after_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert clock(tmp_path / "file") == Clock()


def test_what_cannot_be_read_keeps_its_former_addresses_and_is_tried_again(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fails for a while changes neither the file nor its times."""
    memory = CacheFolder(tmp_path / "kept", b"k" * 32)
    content = write({"associations/chor.yaml": CHOIR + "formerly: [alter-chor]\n"})
    os.utime(content / "associations" / "chor.yaml", ns=(OLD, OLD))

    def loaded() -> Loaded:
        return load(content, vocabulary=VOCABULARY, caches=memory)

    assert [entry.id for entry in loaded().catalogue.entries] == ["chor"]
    with monkeypatch.context() as patch:
        patch.setattr(file_cache, "look", lambda *_: UNSEEN)
        patch.setattr(file_cache, "read_bytes", _unread)
        for _ in range(2):
            found = loaded()
            assert [problem.code for problem in found.diagnostics] == ["FILE-UNREADABLE"]
            addresses = [("associations", "alter-chor"), ("associations", "chor")]
            assert list(found.catalogue.withheld) == addresses
    assert [entry.id for entry in loaded().catalogue.entries] == ["chor"]


def _unread(_: Path, problems: Problems) -> bytes:
    problems.add("FILE-UNREADABLE", Place(1, 1))
    return b""
