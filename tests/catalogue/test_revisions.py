"""When entries were last changed: never earlier than was said before, later when they changed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from plugins.catalogue.history import History
from plugins.catalogue.link import Catalogue
from plugins.catalogue.load import load
from plugins.catalogue.model import OFFICE, Event, Origin
from plugins.catalogue.notes import (
    FIRST,
    LAST,
    STATE,
    Notes,
    RevisionNote,
    note_files,
    read_notes,
    write_notes,
)
from plugins.catalogue.revisions import revised, revisions
from plugins.catalogue.settings import Settings
from tests.catalogue.test_history import NOON, Repository
from tests.checkout import VOCABULARY

pytestmark = pytest.mark.slow

TODAY = date(2026, 11, 22)
BEGINNING = int(datetime(2026, 11, 22, tzinfo=UTC).timestamp())
ONE, TWO = "01" * 16, "02" * 16


def event(digest: str) -> Event:
    origin = Origin("content/events/a.md", digest=bytes.fromhex(digest))
    return Event(id="a", origin=origin, title="a", start=TODAY, organisers=(OFFICE,))


def committed(at: int) -> History:
    return History(changed={"events/a.md": at}, unchanged_since={"events/a.md"})


def edited(at: int) -> History:
    return History(changed={"events/a.md": at})


LATER = BEGINNING + 50_000
TABLE: list[tuple[str, History, Notes, int, Notes]] = [
    ("committed", committed(LATER), {}, LATER, {}),
    ("new, no git", History(), {}, BEGINNING, {"events/a": RevisionNote(BEGINNING, ONE)}),
    (
        "the same, no git",
        History(),
        {"events/a": RevisionNote(7, ONE)},
        7,
        {"events/a": RevisionNote(7, ONE)},
    ),
    (
        "changed, no git",
        History(),
        {"events/a": RevisionNote(7, TWO)},
        BEGINNING + 1,
        {"events/a": RevisionNote(BEGINNING + 1, ONE)},
    ),
    (
        "changed again on that day",
        History(),
        {"events/a": RevisionNote(BEGINNING + 1, TWO)},
        BEGINNING + 2,
        {"events/a": RevisionNote(BEGINNING + 2, ONE)},
    ),
    (
        "later than all that is known",
        History(),
        {"events/a": RevisionNote(7, TWO), "events/b": RevisionNote(LATER, TWO)},
        LATER + 1,
        {"events/a": RevisionNote(LATER + 1, ONE), "events/b": RevisionNote(LATER, TWO)},
    ),
    ("edited", edited(LATER), {}, LATER + 1, {"events/a": RevisionNote(LATER + 1, ONE)}),
    (
        "edited, built again",
        edited(LATER),
        {"events/a": RevisionNote(LATER + 1, ONE)},
        LATER + 1,
        {"events/a": RevisionNote(LATER + 1, ONE)},
    ),
    (
        "edited again",
        edited(LATER),
        {"events/a": RevisionNote(LATER + 1, TWO)},
        LATER + 2,
        {"events/a": RevisionNote(LATER + 2, ONE)},
    ),
    (
        "edit undone",
        committed(LATER),
        {"events/a": RevisionNote(LATER + 1, TWO)},
        LATER + 2,
        {"events/a": RevisionNote(LATER + 2, ONE)},
    ),
    (
        "edit committed",
        committed(LATER + 9),
        {"events/a": RevisionNote(LATER + 1, ONE)},
        LATER + 9,
        {},
    ),
    (
        "edit committed at once",
        committed(LATER),
        {"events/a": RevisionNote(LATER + 3, ONE)},
        LATER + 3,
        {"events/a": RevisionNote(LATER + 3, ONE)},
    ),
    (
        "git was given up",
        History(),
        {"events/a": RevisionNote(LATER, ONE)},
        LATER,
        {"events/a": RevisionNote(LATER, ONE)},
    ),
]


@pytest.mark.parametrize(
    ("history", "notes", "expected", "noted"),
    [row[1:] for row in TABLE],
    ids=[row[0] for row in TABLE],
)
def test_moments(history: History, notes: Notes, expected: int, noted: Notes) -> None:
    found, kept = revisions([event(ONE)], {}, history, notes, TODAY)
    assert (found["events/a"], kept) == (expected, noted)
    again, same = revisions([event(ONE)], {}, history, kept, TODAY)
    assert (again["events/a"], same) == (expected, noted)


@pytest.mark.parametrize(
    ("history", "notes", "expected"),
    [
        (History(), {"events/old": RevisionNote(BEGINNING, TWO)}, BEGINNING + 1),
        (History(), {"events/old": RevisionNote(LATER, TWO)}, LATER + 1),
        (History(changed={"events/old.md": LATER}), {}, LATER + 1),
        (committed(LATER - 9), {"events/old": RevisionNote(LATER, TWO)}, LATER + 1),
        (
            History(False, {"events/old.md": LATER, "events/a.md": LATER}, {"events/a.md"}),
            {},
            LATER,  # renamed in one commit
        ),
        (History(), {"events/other": RevisionNote(LATER, TWO)}, BEGINNING),
    ],
)
def test_what_has_another_id_goes_on(history: History, notes: Notes, expected: int) -> None:
    renamed = replace(event(ONE), formerly=("older", "old"))
    found, kept = revisions([renamed], {}, history, notes, TODAY)
    assert found["events/a"] == expected
    assert revisions([renamed], {}, history, kept, TODAY)[0]["events/a"] == expected


def test_what_is_gone_is_remembered() -> None:
    notes = {"events/a": RevisionNote(LATER, ONE)}
    assert revisions([], {}, History(), notes, TODAY) == ({"events/a": LATER}, notes)
    found, _ = revisions([], {}, edited(LATER + 5), notes, TODAY)
    assert found == {"events/a": LATER + 5}


@pytest.mark.parametrize(
    ("name", "at"),
    [("events/a.yaml", NOON), ("events/a.tr.md", BEGINNING), ("events/a", BEGINNING)],
)
def test_the_file_of_an_entry(name: str, at: int) -> None:
    """Written as .yaml once; a translation is another file. New words for an old one count."""
    found, _ = revisions([event(ONE)], {}, History(changed={name: NOON}), {}, TODAY)
    assert found["events/a"] == (BEGINNING + 1 if at == NOON else at)


@pytest.mark.parametrize(("at", "expected"), [(0, FIRST), (9_999_999_999, LAST)])
def test_clocks_that_went_wrong(at: int, expected: datetime) -> None:
    found, _ = revisions([event(ONE)], {}, committed(at), {}, TODAY)
    assert found["events/a"] == expected.timestamp()
    assert 0 <= (expected - FIRST).total_seconds() < 2**31


def test_notes_are_read_back(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    notes = {"events/a": RevisionNote(5, ONE), "associations/b": RevisionNote(6, TWO)}
    write_notes(notes, tmp_path / "file" / STATE, tmp_path / "x" / STATE, tmp_path / "other")
    assert read_notes(tmp_path / "x" / STATE) == notes
    assert not (tmp_path / "other").exists()


HOSTILE: Mapping[str, bytes] = {
    "not ours": b"hello\n../../x 5 " + ONE.encode() + b"\n",
    "other letters": "events/ä 5 x\n".encode(),
    "too long a number": b"events/a 99999999999 " + ONE.encode(),
    "binary": bytes(range(256)),
    "empty": b"",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_foreign_notes_are_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / STATE).write_bytes(data)
    assert read_notes(tmp_path / STATE, tmp_path / "nowhere", tmp_path) == {}


def test_notes_do_not_lead_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(f"events/a 5 {ONE}\n")
    (tmp_path / STATE).symlink_to(tmp_path / "secret")
    assert read_notes(tmp_path / STATE) == {}
    write_notes({}, tmp_path / STATE)
    assert (tmp_path / "secret").read_text() == f"events/a 5 {ONE}\n"


@pytest.fixture
def city(tmp_path: Path, settings: Settings) -> Callable[[Path], int]:
    """When the event `fest` of a content folder was last changed; what is found is noted."""

    def at(content: Path) -> int:
        here = replace(settings, content=content, cache=tmp_path / "cache", state=tmp_path / "s")
        loaded = load(content, shown="content", vocabulary=VOCABULARY)
        return revised(loaded.catalogue, here)[0].revisions["events/fest"]

    return at


def fest(start: str, more: str = "organisers: office") -> str:
    return f"---\ntitle: Fest\nstart: {start}\n{more}\n---\n"


def chor(street: str) -> str:
    return (
        f"---\nname: Chor\ntopics: [musik]\nlisted: 2020-01-01\n"
        f"address: {{street: {street}, postal_code: '01067', city: Dresden}}\n---\n"
    )


FEST, CHOR, SAAL = "events/fest.md", "associations/chor.md", "associations/saal.md"
HERE, THERE = chor("Hier 1"), chor("Dort 2")
BY_OFFICE, BY_CHOR, AT_CHOR, AT_SAAL = (
    fest("2026-12-01", more)
    for more in (
        "organisers: office",
        "organisers: [chor]",
        "organisers: office\nvenue: chor",
        "organisers: [saal]\nvenue: chor",
    )
)
CHAINS: dict[str, tuple[tuple[dict[str, str], bool], ...]] = {
    # what was written, and whether it was committed (by a clock that is behind) before it was built
    "the place moves": (({CHOR: HERE, FEST: AT_CHOR}, False), ({CHOR: THERE}, True)),
    "the place moves later": (
        ({CHOR: HERE, FEST: AT_CHOR}, True),
        ({FEST: AT_CHOR + "Text"}, False),
        ({CHOR: THERE}, True),
        ({CHOR: HERE}, False),
    ),
    "the organiser changes": (
        ({CHOR: HERE, FEST: BY_CHOR}, True),
        ({CHOR: THERE}, False),
        ({CHOR: HERE}, True),
        ({CHOR: THERE}, True),
    ),
    "another place": (
        ({CHOR: HERE, FEST: BY_CHOR}, True),
        ({CHOR: THERE}, False),
        ({FEST: BY_OFFICE}, True),
        ({FEST: AT_CHOR}, True),
    ),
    "one of two": (
        ({CHOR: HERE, SAAL: HERE, FEST: AT_SAAL}, True),
        ({SAAL: THERE}, False),
        ({CHOR: THERE}, True),
        ({FEST: AT_CHOR}, False),
    ),
    "what is broken for a while": (
        ({CHOR: HERE, FEST: AT_CHOR}, True),
        ({CHOR: HERE + "\x00"}, False),
        ({CHOR: HERE}, False),
        ({CHOR: HERE + "\x00"}, True),
        ({CHOR: THERE}, True),
    ),
}


@pytest.mark.parametrize("chain", CHAINS.values(), ids=CHAINS)
def test_it_rises_with_all_that_is_shown(
    tmp_path: Path, city: Callable[[Path], int], chain: tuple[tuple[dict[str, str], bool], ...]
) -> None:
    repository = Repository(tmp_path / "r")
    (repository.folder / ".gitignore").write_text(f"{STATE}\n")
    said = []
    for files, commit in chain:
        for name, text in files.items():
            repository.write(name, text)
        if commit:
            repository.commit()
        said.append(city(repository.content))
        assert city(repository.content) == said[-1]
    assert said == sorted(set(said))


def test_every_clone_says_the_same(tmp_path: Path, city: Callable[[Path], int]) -> None:
    """Also while the place's own entry is broken, whatever else is committed after that."""
    repository = Repository(tmp_path / "r")
    repository.write(CHOR, HERE + "\x00")
    repository.write(FEST, AT_CHOR)
    repository.commit()
    first = city(repository.content)
    repository.write(SAAL, HERE)
    repository.at += 1000
    repository.commit()
    repository.git("clone", "-q", str(repository.folder), str(tmp_path / "clone"))
    assert city(tmp_path / "clone" / "content") == city(repository.content) == first == NOON


def test_from_edit_to_edit_it_rises(tmp_path: Path, city: Callable[[Path], int]) -> None:
    """Edited, built, edited, undone, committed, and in another clone."""
    repository = Repository(tmp_path / "r")
    (repository.folder / ".gitignore").write_text(f"{STATE}\n")
    content, said = repository.content, [0]

    def step(start: str = "", commit: bool = False) -> None:
        if start:
            repository.write("events/fest.md", fest(start))
        if commit:
            repository.at = max(repository.at, said[-1]) + 1
            repository.commit()
        said.append(city(content))
        assert city(content) == said[-1]

    for start, commit in (
        ("2026-12-01", False), ("2026-12-02", False), ("2026-12-02", True), ("2026-12-03", False),
        ("2026-12-02", False), ("2026-12-05", True), ("2026-12-06", True),
    ):  # fmt: skip
        step(start, commit)
    assert said == sorted(set(said))
    assert read_notes(content / STATE) == {}
    repository.git("clone", "-q", str(repository.folder), str(tmp_path / "clone"))
    assert city(tmp_path / "clone" / "content") == said[-1]


def test_a_folder_that_cannot_be_written(
    tmp_path: Path, settings: Settings, catalogue: Callable[..., Catalogue]
) -> None:
    """Then the cache holds the notes. (Root may write anywhere: so a file is in the way.)"""
    here = replace(settings, content=tmp_path / "file", cache=tmp_path / "cache", state=None)
    (tmp_path / "file").write_text("")
    entries = catalogue({"events/fest.md": fest("2026-12-01")})
    first = revised(entries, here)[0].revisions
    kept = note_files(here)[1]
    assert read_notes(kept).keys() == {"events/fest"}
    changed = catalogue({"events/fest.md": fest("2026-12-02")})
    assert revised(changed, here)[0].revisions["events/fest"] > first["events/fest"]
