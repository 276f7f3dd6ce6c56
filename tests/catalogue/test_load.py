"""A folder of files to a catalogue: nothing is passed over, nothing leads out of the folder."""

import os
import socket
from collections.abc import Mapping
from pathlib import Path

import pytest

from plugins.catalogue import source
from plugins.catalogue.characters import MAX_BYTES, MAX_LIST_BYTES
from plugins.catalogue.diagnostics import Problems
from plugins.catalogue.find import read_bytes
from plugins.catalogue.load import Loaded, load

CHOIR = "---\nname: Chor\ntopics: [musik]\nlisted: 2024-01-10\n---\n"
EVENT = "---\ntitle: Probe\nstart: 2026-11-03T19:00\norganisers: [chor]\n---\n"
TOPICS = "musik: {label: {de: Musik}, order: 2}\nkultur: {label: {de: Kultur}, order: 1}\n"
BASE = {"vocabulary/topics.yaml": TOPICS, "associations/chor.md": CHOIR}


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def loading(
    folder: Path, files: Mapping[str, str | bytes], vocabulary: Path | None = None
) -> Loaded:
    return load(write(folder, files), shown="c", vocabulary=vocabulary)


def findings(loaded: Loaded) -> list[str]:
    return [f"{d.path} {d.code}" for d in loaded.diagnostics]


def ids(loaded: Loaded) -> list[str]:
    return [f"{entry.folder}/{entry.id}" for entry in loaded.catalogue.entries]


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ("phone: 030 #1\nemail: x\n", ["5 YML-HASH", "6 MAIL-FORM"]),
        (
            "phone: &a 030\nemail: x\nfounded: nie\n",
            ["5 YML-ANCHOR", "6 MAIL-FORM", "7 DATE-FORMAT"],
        ),
        ("summary: *a\nnaem: x\n", ["5 YML-ALIAS", "6 FLD-UNKNOWN"]),
        ("name: Tanz\nemail: x\n", ["5 YML-DUPLICATE", "6 MAIL-FORM"]),
        ('summary: "\\u202e"\nemail: x\n', ["5 ENC-ESCAPE", "6 MAIL-FORM"]),
        ("<<: {email: x}\nlanguages: [deutsch]\n", ["5 YML-MERGE", "6 FLD-LANGUAGE"]),
        ("logo: chor.png\nemail: !a x\n", ["5 IMG-MISSING", "6 YML-TAG"]),
        ("price: [[[[[[[a]]]]]]]\nemail: x\n", ["5 YML-DEPTH", "6 MAIL-FORM"]),
        ("summary: Wir: singen\nemail: x\n", ["5 YML-COLON", "6 MAIL-FORM"]),
        (
            "email: x\nsummary: Wir: singen\nphone: y\ncontact: @z\n",
            ["5 MAIL-FORM", "6 YML-COLON", "7 TEL-FORM", "8 YML-CHARACTER"],
        ),
        ('summary: "Wir\nemail: x\nphone: "y"\n', ["5 YML-QUOTE", "6 MAIL-FORM", "7 TEL-FORM"]),
        ("languages: [de, tr\nemail: x\n", ["5 YML-BRACKET", "6 MAIL-FORM"]),
        ("email: x\nund y\nphone: y\n", ["5 MAIL-FORM", "6 YML-WRAPPED", "7 TEL-FORM"]),
        ("summary Wir\nemail: x\n", ["5 YML-WRAPPED", "6 MAIL-FORM"]),
        ("email: x\n  phone: y\n", ["6 YML-INDENT"]),
        ("address:\n\tcity: X\nemail: x\n", ["6 YML-TAB", "7 MAIL-FORM"]),
        ("phone: 030 #1\nsummary: a: b\nemail: x\n", ["5 YML-HASH", "6 YML-COLON", "7 MAIL-FORM"]),
        (
            "summary: a: b\nsummary: c\nemail: x\n",
            ["5 YML-COLON", "6 YML-DUPLICATE", "7 MAIL-FORM"],
        ),
        ("summary: a\u200bb\nemail: x\n", ["5 ENC-INVISIBLE", "6 MAIL-FORM"]),
    ],
)
def test_what_is_refused_hides_no_other_fault(
    tmp_path: Path, added: str, expected: list[str]
) -> None:
    text = CHOIR.removesuffix("---\n") + added + "---\n"
    loaded = loading(tmp_path, BASE | {"associations/chor.md": text})
    assert [f"{d.place.line} {d.code}" for d in loaded.diagnostics] == expected
    assert (loaded.drafts, loaded.catalogue.associations) == ((), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name: Chor: Wir\ntopics: [musik]\n", ["1 FLD-MISSING listed", "1 YML-COLON"]),
        ("name: Chor\ntopics musik\nlisted: x\n", ["2 YML-WRAPPED", "3 DATE-FORMAT"]),
        ("name:Chor\ntopics: [musik]\nlisted: x\n", ["1 YML-NO-COLON", "3 DATE-FORMAT"]),
        ("name: Chor\n topics: [musik]\nlisted: x\n", ["2 YML-INDENT", "3 DATE-FORMAT"]),
        ("\ufeffname: Chor\ntopics: [musik]\nlisted: x\n", ["1 ENC-BOM", "3 DATE-FORMAT"]),
    ],
)
def test_no_field_is_missing_that_was_not_understood(
    tmp_path: Path, text: str, expected: list[str]
) -> None:
    loaded = loading(tmp_path, {"vocabulary/topics.yaml": TOPICS, "associations/chor.yaml": text})
    found = [
        f"{d.place.line} {d.code} {dict(d.details).get('key', '')}" for d in loaded.diagnostics
    ]
    assert [line.strip() for line in found] == expected


def test_fields_below_a_wrong_first_line_are_read(tmp_path: Path) -> None:
    for first in ("\n---", " ---", "----", "\u2014", "--"):
        text = CHOIR.replace("---", first, 1).replace("musik", "tanz")
        loaded = loading(tmp_path, BASE | {"associations/chor.md": text})
        code = "YML-DASHES" if first.strip("\n ") != "---" else "YML-FIRST-LINE"
        assert findings(loaded) == [f"c/associations/chor.md {c}" for c in (code, "REF-TERM")]


def test_of_several_entries_in_a_file_the_first_is_looked_at(tmp_path: Path) -> None:
    text = "name: Chor\nemail: x\n---\nname: Tanz\nphone: y\n"
    loaded = loading(tmp_path, {"associations/chor.yaml": text})
    assert [f"{d.place.line} {d.code}" for d in loaded.diagnostics] == [
        "1 FLD-MISSING",
        "1 FLD-MISSING",
        "2 MAIL-FORM",
        "3 YML-DOCUMENTS",
    ]
    assert ids(loaded) == []


WRONG = CHOIR.removesuffix("---\n") + "email: x\nsummary: Wir: singen\n"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (WRONG + "---\n", ["5 MAIL-FORM", "6 YML-COLON"]),
        ((WRONG + "---\n").encode("utf-16"), ["1 ENC-UTF16", "5 MAIL-FORM", "6 YML-COLON"]),
        (
            (WRONG + "---\nSüß\n").encode("cp1252"),
            ["5 MAIL-FORM", "6 YML-COLON", "8 ENC-UTF8"],
        ),
        (WRONG, ["5 MAIL-FORM", "6 YML-COLON", "7 YML-FRONT-END"]),
        (
            WRONG + "\nWir singen: laut.\nUnd gern.\n",
            ["5 MAIL-FORM", "6 YML-COLON", "10 YML-FRONT-END"],
        ),
        (
            WRONG.removeprefix("---\n") + "---\nWir singen.\n",
            ["1 YML-FRONT-MATTER", "4 MAIL-FORM", "5 YML-COLON"],
        ),
        (
            "naem: Chor\ntopics:\n- musik\n  \nlisted: 2024-01-10\nWir singen.\n",
            ["1 FLD-UNKNOWN", "1 YML-FRONT-MATTER"],
        ),
        ("Wir singen.\n---\nname: Chor\n---\n", ["1 YML-FRONT-MATTER"]),
        ("---\nWir singen.\n", ["3 YML-FRONT-END"]),
    ],
)
def test_what_keeps_a_file_from_being_read_hides_no_fault_in_what_can_be(
    tmp_path: Path, data: str | bytes, expected: list[str]
) -> None:
    loaded = loading(tmp_path, BASE | {"associations/chor.md": data})
    assert [f"{d.place.line} {d.code}" for d in loaded.diagnostics] == expected
    assert ids(loaded) == []


def test_the_former_addresses_in_a_file_of_16_bits_are_seen(tmp_path: Path) -> None:
    text = CHOIR.removesuffix("---\n") + "formerly: [alter-chor]\n---\n"
    loaded = loading(tmp_path, {"associations/chor.md": text.encode("utf-16")})
    assert loaded.catalogue.known == {("associations", "chor"), ("associations", "alter-chor")}


def test_of_a_translation_that_is_refused_all_faults_are_said(tmp_path: Path) -> None:
    files = BASE | {"associations/chor.tr.md": "---\nname: Koro #1\nemail: x\n---\n"}
    assert [d.code for d in loading(tmp_path, files).diagnostics] == ["YML-HASH", "TR-FIELD"]


def test_a_folder(tmp_path: Path) -> None:
    loaded = loading(tmp_path, BASE | {"events/probe.yaml": EVENT.replace("---\n", "")})
    assert findings(loaded) == []
    assert ids(loaded) == ["associations/chor", "events/probe"]
    assert loaded.files == ("c/associations/chor.md", "c/events/probe.yaml")
    assert list(loaded.catalogue.vocabularies["topics"]) == ["kultur", "musik"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("associations/kor.txt", "FILE-ENDING"),
        ("associations/kor.yml", "FILE-ENDING"),
        ("associations/kor.MD", "FILE-ENDING"),
        ("associations/Kor.md", "FILE-NAME"),
        ("associations/kor_2.md", "FILE-NAME"),
        ("associations/-kor.md", "FILE-NAME"),
        ("associations/.kor.md", "FILE-NAME"),
        ("associations/--output=x.md", "FILE-NAME"),
        ("associations/con.md", "FILE-RESERVED"),
        ("associations/lpt1.yaml", "FILE-RESERVED"),
        (f"associations/{'x' * 81}.md", "FILE-NAME"),
        ("associations/kor.deutsch.md", "TR-LANGUAGE"),
        ("associations/kor.en.fr.md", "TR-LANGUAGE"),
        ("associations/kor.en.md", "TR-ORPHAN"),
        ("associations/chor.yaml", "FILE-TWICE"),
        ("associations/neu/kor.md", "FILE-SUBFOLDER"),
        ("vereine/kor.md", "FILE-FOLDER"),
        ("kor.md", "FILE-PLACE"),
        ("images", "FILE-PLACE"),
        ("events", "FILE-PLACE"),
        ("images/neu/kor.png", "FILE-SUBFOLDER"),
        ("images/Kor.png", "IMG-NAME"),
        ("images/Kor.svg", "IMG-NAME"),
        ("images/kor.txt", "FILE-PLACE"),
        ("vocabulary/themen.yaml", "FILE-VOCABULARY"),
        ("vocabulary/topics.yml", "FILE-VOCABULARY"),
        ("vocabulary/alt/topics.yaml", "FILE-SUBFOLDER"),
    ],
)
def test_files_in_wrong_places_are_reported(tmp_path: Path, name: str, code: str) -> None:
    loaded = loading(tmp_path, {name: "source: x\n" if name.endswith("yaml") else ""} | BASE)
    assert code in [d.code for d in loaded.diagnostics]
    assert ids(loaded) == ["associations/chor"]


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("v36.md.txt", "v36.md"),
        ("v36.MD.TXT", "v36.md"),
        ("v36.yaml.txt", "v36.yaml"),
        ("v36.yml.txt", "v36.yaml"),
        ("v36.en.md.txt", "v36.en.md"),
        ("v36.md.yml", "v36.md"),
        ("v36.txt", "v36.md"),
        ("v36.yml", "v36.yaml"),
        ("v36.YAML", "v36.yaml"),
        ("v36.en.txt", "v36.en.md"),
        ("v36", "v36.md"),
    ],
)
def test_the_ending_that_is_proposed(tmp_path: Path, name: str, suggestion: str) -> None:
    loaded = loading(tmp_path, {f"associations/{name}": ""} | BASE)
    [found] = loaded.diagnostics
    assert (found.code, dict(found.details)["suggestion"]) == ("FILE-ENDING", suggestion)


@pytest.mark.parametrize("name", ["associations/.DS_Store", ".gitkeep", "images/.gitkeep"])
def test_hidden_files_of_systems_are_passed_over(tmp_path: Path, name: str) -> None:
    assert findings(loading(tmp_path, BASE | {name: ""})) == []


@pytest.mark.parametrize(
    "link",
    [
        "associations/kor.md",
        "associations/kor.en.md",
        "events",
        "images",
        "images/kor.png",
        "vocabulary/districts.yaml",
    ],
)
def test_no_link_is_followed(tmp_path: Path, link: str) -> None:
    outside = write(tmp_path / "outside", {"secret.md": CHOIR, "x/probe.md": EVENT})
    content = write(tmp_path / "content", BASE)
    target = outside / "x" if link in ("events", "images") else outside / "secret.md"
    (content / link).parent.mkdir(exist_ok=True)
    (content / link).symlink_to(target)
    loaded = load(content, shown="c")
    assert findings(loaded) == [f"c/{link} FILE-LINK"]
    assert ids(loaded) == ["associations/chor"]


def test_a_linked_vocabulary_is_not_read(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", {"topics.yaml": TOPICS})
    content = write(tmp_path / "content", {"associations/chor.md": CHOIR})
    (content / "vocabulary").symlink_to(outside)
    assert findings(load(content, shown="c")) == [
        "c/associations/chor.md REF-TERM",
        "c/vocabulary FILE-LINK",
    ]


@pytest.mark.usefixtures("soon")
def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    content = write(tmp_path, BASE)
    os.mkfifo(content / "associations" / "pipe.md")
    with socket.socket(socket.AF_UNIX) as listener:
        here = Path.cwd()
        os.chdir(content / "associations")  # addresses of sockets are short
        listener.bind("socket.md")
        os.chdir(here)
    assert findings(load(content, shown="c")) == [
        "c/associations/pipe.md FILE-UNREADABLE",
        "c/associations/socket.md FILE-UNREADABLE",
    ]


def test_a_name_that_is_no_text_is_reported(tmp_path: Path) -> None:
    content = write(tmp_path, BASE)
    (content / "associations" / os.fsdecode(b"\xff.md")).write_text(CHOIR)
    assert [d.code for d in load(content, shown="c").diagnostics] == ["FILE-NAME"]


def test_a_missing_folder_is_one_finding(tmp_path: Path) -> None:
    assert findings(load(tmp_path / "content", shown="c")) == ["c FILE-NO-CONTENT"]


def test_an_empty_folder_is_an_empty_catalogue(tmp_path: Path) -> None:
    loaded = load(tmp_path, shown="c")
    assert (findings(loaded), ids(loaded)) == ([], [])


def test_a_mistake_does_not_spread_to_those_who_name_the_entry(tmp_path: Path) -> None:
    broken = CHOIR.replace("2024-01-10", "gestern")
    loaded = loading(tmp_path, BASE | {"associations/chor.md": broken, "events/a.md": EVENT})
    assert findings(loaded) == ["c/associations/chor.md DATE-FORMAT"]
    assert ids(loaded) == ["events/a"]
    assert loaded.catalogue.association("chor") is None


@pytest.mark.parametrize(
    ("topics", "codes"),
    [
        ("musik: {label: {de: Musik}\n", ["YML-BRACKET"]),
        ("musik: Musik\n", ["FLD-NOT-RECORD"]),
        ("musik: {labels: {de: Musik}}\n", ["FLD-UNKNOWN"]),
        ("musik:\n  label: {de: Musik}\nMu Sik: {label: {de: Musik}}\n", ["ID-FORM"]),
    ],
)
def test_a_mistake_in_a_list_does_not_spread_to_those_who_use_it(
    tmp_path: Path, topics: str, codes: list[str]
) -> None:
    loaded = loading(tmp_path, BASE | {"vocabulary/topics.yaml": topics})
    assert [d.code for d in loaded.diagnostics] == codes
    assert {d.path for d in loaded.diagnostics} == {"c/vocabulary/topics.yaml"}
    assert ids(loaded) == ["associations/chor"]
    assert list(loaded.catalogue.vocabularies["topics"]) == ["musik"]


def test_lists_that_the_content_lacks_come_from_elsewhere(tmp_path: Path) -> None:
    fallback = write(tmp_path / "fallback", {"topics.yaml": TOPICS})
    loaded = loading(tmp_path / "c", {"associations/chor.md": CHOIR}, vocabulary=fallback)
    assert findings(loaded) == []


def test_translations_belong_to_their_entry(tmp_path: Path) -> None:
    files = {
        "associations/chor.tr.md": "---\nname: Koro\n---\nMerhaba\n",
        "associations/chor.en.yaml": "name: Choir\ntext: Hello\n",
    }
    loaded = loading(tmp_path, BASE | files)
    assert findings(loaded) == []
    [choir] = loaded.catalogue.associations
    assert [(t.language, t.fields.get("name"), t.text) for t in choir.translations] == [
        ("en", "Choir", "Hello"),
        ("tr", "Koro", "Merhaba"),
    ]
    assert loaded.files == ("c/associations/chor.md",)


def test_a_bad_translation_does_not_spread_to_its_entry(tmp_path: Path) -> None:
    files = {"associations/chor.en.md": "---\nname: {a: b}\n---\n"}
    loaded = loading(tmp_path, BASE | files)
    assert findings(loaded) == ["c/associations/chor.en.md FLD-NOT-TEXT-MAP"]
    assert [a.translations for a in loaded.catalogue.associations] == [()]


def test_a_crash_while_reading_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> None:
        raise ZeroDivisionError("Hoppla")

    monkeypatch.setattr("plugins.catalogue.parse.draft_of", crash)
    loaded = loading(tmp_path, BASE)
    assert findings(loaded) == ["c/associations/chor.md SYS-RULE"]


def test_order_of_files_does_not_matter(tmp_path: Path) -> None:
    names = ("chor", "alpha", "zeta")
    files = {f"associations/{n}.md": CHOIR.replace("Chor", n) for n in names}
    one = loading(tmp_path / "1" / "c", BASE | files)
    two = loading(tmp_path / "2" / "c", dict(reversed((BASE | files).items())))
    assert one == two
    assert ids(one) == ["associations/alpha", "associations/chor", "associations/zeta"]


@pytest.mark.parametrize(
    ("choir", "named"),
    [
        (CHOIR, False),
        (CHOIR.replace("listed:", "logo: a.png\nlisted:"), True),
        (CHOIR.replace("listed:", "logo: a.png\nlistet:"), True),
        (CHOIR.replace("listed:", "logo: a.png\n: {listed:"), True),
    ],
)
def test_a_picture_is_named_even_by_an_entry_that_cannot_be_read(
    tmp_path: Path, choir: str, named: bool
) -> None:
    files = {"associations/chor.md": choir, "images/a.png": "x"}
    loaded = loading(tmp_path, BASE | files)
    assert [p.named for p in loaded.catalogue.pictures.values()] == [named]


def test_a_term_with_an_endless_id_is_none(tmp_path: Path) -> None:
    """Ids of terms become names of folders on the site."""
    term = "x" * 81
    topics = f"{TOPICS}{term}: {{label: {{de: X}}}}\n"
    loaded = loading(tmp_path, BASE | {"vocabulary/topics.yaml": topics})
    assert list(loaded.catalogue.vocabularies["topics"]) == ["kultur", "musik"]
    assert findings(loaded) == ["c/vocabulary/topics.yaml ID-FORM"]


@pytest.mark.parametrize(
    ("key", "meant"),
    [("Telefon", "phone"), ("telefon", "phone"), ("themen", "topics"), ("Website", "website"),
     ("emial", "email"), ("kontostand", "")],
)  # fmt: skip
def test_a_field_may_be_meant_by_its_german_name(tmp_path: Path, key: str, meant: str) -> None:
    loaded = loading(tmp_path, {"associations/chor.yaml": f"name: Chor\n{key}: x\n"})
    details = [dict(d.details) for d in loaded.diagnostics if d.code == "FLD-UNKNOWN"]
    assert details == [{"key": key, "suggestion": meant}]


def test_of_an_entry_file_no_more_is_read_than_it_may_hold(tmp_path: Path) -> None:
    for size in (MAX_BYTES, MAX_BYTES + 1, 50 * MAX_BYTES):
        (tmp_path / "chor.md").write_bytes(b"x" * size)
        read = len(read_bytes(tmp_path / "chor.md", Problems("chor.md")))
        assert read == min(size, MAX_BYTES + 1)


@pytest.mark.parametrize(
    ("size", "found"),
    [(MAX_LIST_BYTES, []), (MAX_LIST_BYTES + 1, ["c/vocabulary/topics.yaml FILE-SIZE"])],
)
def test_a_closed_list_has_room_for_words_of_all_languages(
    tmp_path: Path, size: int, found: list[str]
) -> None:
    terms = "musik: {label: {de: Musik}}\n"
    files = BASE | {"vocabulary/topics.yaml": terms + "\n" * (size - len(terms))}
    assert findings(loading(tmp_path, files)) == found


def test_nor_when_a_place_in_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = []

    def spy(data: bytes, problems: Problems, *, markdown: bool) -> None:
        given.append(len(data))

    (tmp_path / "chor.md").write_bytes(b"x" * 50 * MAX_BYTES)
    monkeypatch.setattr(source, "read", spy)
    source.fields_in(str(tmp_path / "chor.md"))
    assert given == [MAX_BYTES + 1]


def test_a_folder_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As who may do anything reads every folder, the refusal is made up."""
    content = write(tmp_path, BASE)
    scan = os.scandir

    def refused(folder: str | Path) -> object:
        if Path(folder).name == "associations":
            raise PermissionError(13, "Permission denied", str(folder))
        return scan(folder)

    monkeypatch.setattr(os, "scandir", refused)
    assert "c/associations FILE-UNREADABLE" in findings(load(content, shown="c"))


@pytest.mark.parametrize(
    ("written", "former"),
    [
        ("formerly: [alter-chor, chor-1990]\nphone: x", ["alter-chor", "chor-1990"]),
        ("formerly: [alter-chor, Der Alte]", ["alter-chor"]),
        ("formerly:\n  - alter-chor  # bis gestern\n  - 'chor-1990'\nphone: x: y", None),
        ("formerly:\n- alter-chor\n- chor-1990\nphone: [", ["alter-chor", "chor-1990"]),
        ("formerly: alter-chor\nphone: [", ["alter-chor"]),
        ("phone: [", []),
    ],
)
def test_former_addresses_of_a_broken_entry_are_withheld(
    tmp_path: Path, written: str, former: list[str] | None
) -> None:
    text = f"---\n{written}\n{CHOIR.removeprefix('---')}\n- kein-verein\n"
    loaded = loading(tmp_path, {**BASE, "associations/chor.md": text})
    assert ids(loaded) == []
    ids_ = ["chor", *(["alter-chor", "chor-1990"] if former is None else former)]
    assert list(loaded.catalogue.withheld) == sorted(("associations", one) for one in ids_)
