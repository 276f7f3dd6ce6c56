"""`make fix` as a program: what it prints, writes and answers."""

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from plugins.catalogue.digest import digest
from plugins.catalogue.load import load
from plugins.catalogue.model import Entry
from plugins.intake.fix.__main__ import main

pytestmark = pytest.mark.slow

PROBE = "---\ntitle: Probe\nstart: 2027-03-01T19:30\norganisers: [office]\n---\n\nKommen Sie.\n"
UGLY = (
    "---\r\nstart: 2027-03-01T19:30 # bestätigt\r\ntitle: Probe\r\norganisers: office\r\n"
    "venue: {city: Musterstadt, postal_code: 01067}\r\nregistration:\r\n"
    "  phone: 030 / 23125-100\r\n---\r\n\r\nKommen Sie. \r\n"
)
MENDED = (
    "---\ntitle: Probe\nstart: 2027-03-01T19:30 # bestätigt\norganisers: office\n"
    'venue: {postal_code: "01067", city: Musterstadt}\nregistration:\n'
    "  phone: +49 30 23125100\n---\n\nKommen Sie.\n"
)
TOPICS = "musik: {label: {de: Musik}}\n"
DONE = "Zeilenenden, Telefonnummern, Anführungszeichen, Reihenfolge der Felder"
DONE_EN = "line ends, phone numbers, quotation marks, order of the fields"


def run(content: Path, **environment: str) -> tuple[int, str, str]:
    kept = {
        key: os.environ[key]
        for key in ("PATH", "SYSTEMROOT", "XDG_STATE_HOME")
        if key in os.environ
    }
    given = {"CONTENT": str(content), "TODAY": "2026-12-01", **environment}
    done = subprocess.run(
        [sys.executable, "-m", "plugins.intake.fix"],
        env=kept | given,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(autouse=True)
def _in_the_project(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for name, text in (("events/probe.md", UGLY), ("vocabulary/topics.yaml", TOPICS)):
        path = tmp_path / name
        path.parent.mkdir()
        path.write_bytes(text.encode())
    return tmp_path


def put(content: Path, name: str, data: str | bytes) -> Path:
    path = content / "events" / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_mends_and_says_what(content: Path) -> None:
    name = f"{content}/events/probe.md"
    assert run(content) == (
        0,
        f"{name}: {DONE}, Leerzeichen am Ende von Zeilen\n1 von 2 Dateien geändert.\n",
        "",
    )
    assert Path(name).read_bytes() == MENDED.encode()
    assert run(content) == (0, "0 von 2 Dateien geändert.\n", "")


def test_in_english(content: Path) -> None:
    name = f"{content}/events/probe.md"
    assert run(content, LANGUAGE="en") == (
        0,
        f"{name}: {DONE_EN}, blanks at the ends of lines\n1 of 2 files changed.\n",
        "",
    )


def test_a_preview_writes_nothing(content: Path) -> None:
    put(content, "probe.md", PROBE.replace("Probe", "Probe\nprice: on"))
    code, output, errors = run(content, DRY="1")
    assert (code, errors) == (0, "")
    assert output == (
        f"{content}/events/probe.md: Anführungszeichen, Reihenfolge der Felder\n"
        "    @@ -2,5 +2,5 @@\n"
        "     title: Probe\n"
        "    -price: on\n"
        "     start: 2027-03-01T19:30\n"
        "     organisers: [office]\n"
        '    +price: "on"\n'
        "     ---\n"
        "1 von 2 Dateien zu ändern. Vorschau: Es wurde nichts geschrieben.\n"
    )
    assert b"price: on" in (content / "events" / "probe.md").read_bytes()


def test_what_only_a_person_can_mend(content: Path) -> None:
    unreadable = put(content, "tanz.md", b"---\ntitle: K\x8ar\n---\n")
    put(content, "band.md", PROBE.replace("organisers", "organiser"))
    assert run(content) == (
        1,
        f"{content}/events/probe.md: {DONE}, Leerzeichen am Ende von Zeilen\n"
        f"{unreadable}: nicht geändert, die Datei ist noch nicht lesbar"
        " (make check zeigt die Stelle)\n"
        "1 von 4 Dateien geändert.\n"
        "4 Fehler bleiben, die nur ein Mensch beheben kann: make check zeigt sie.\n",
        "",
    )
    assert unreadable.read_bytes() == b"---\ntitle: K\x8ar\n---\n"
    assert run(content, LANGUAGE="en")[1].splitlines()[1:] == [
        "0 of 4 files changed.",
        "4 errors are left that only a person can mend: make check shows them.",
    ]
    assert run(content, DRY="1")[0] == 1


@pytest.mark.parametrize("how", ["shown", "relative"])
def test_one_file_only(content: Path, how: str) -> None:
    put(content, "tanz.md", "---\ntitle: a: b # c\n---\n")
    name = str(content / "events" / "probe.md")
    given = name if how == "shown" else os.path.relpath(name)
    code, output, _ = run(content, FILE=given)
    assert (code, output.splitlines()[-1]) == (0, "1 von 1 Datei geändert.")
    assert b"a: b # c" in (content / "events" / "tanz.md").read_bytes()


def test_errors_of_the_one_file_count(content: Path) -> None:
    path = put(content, "tanz.md", PROBE.replace("office", "chor"))
    assert run(content, FILE=str(path)) == (
        1,
        "0 von 1 Datei geändert.\n"
        "1 Fehler bleibt, den nur ein Mensch beheben kann: make check zeigt ihn.\n",
        "",
    )


@pytest.mark.parametrize("name", ["pelican.conf.py", "../x", "x\x1b[31m", "{content}/vocabulary"])
def test_a_file_that_is_no_entry(content: Path, name: str) -> None:
    name = name.format(content=content)
    code, output, errors = run(content, FILE=name)
    assert (code, output) == (2, "")
    shown = name.replace("\x1b", "\\x1b")
    message = f"FILE={shown}: Das ist keine Datei mit einem Eintrag in {content}/."
    assert errors == f"make fix: {message}\n"
    assert (content / "events" / "probe.md").read_bytes() == UGLY.encode()


def test_a_link_is_not_followed(content: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    target = tmp_path_factory.mktemp("outside") / "probe.md"
    target.write_bytes(UGLY.encode())
    link = content / "events" / "link.md"
    link.symlink_to(target)
    run(content)
    assert run(content, FILE=str(link))[0] == 2
    assert link.is_symlink() and target.read_bytes() == UGLY.encode()


def test_closed_lists_too(content: Path) -> None:
    path = content / "vocabulary" / "topics.yaml"
    path.write_text("musik:\n  synonyms: {de: [on]}\n  label: {de: Musik}\n", "utf-8-sig")
    assert run(content, FILE=str(path)) == (
        0,
        f"{path}: unsichtbare Marke am Anfang, Anführungszeichen, Reihenfolge der Felder\n"
        "1 von 1 Datei geändert.\n",
        "",
    )
    assert path.read_text() == 'musik:\n  label: {de: Musik}\n  synonyms: {de: ["on"]}\n'


def test_a_long_list_stays_whole(content: Path) -> None:
    path = content / "vocabulary" / "search_words.yaml"
    terms = [f"wort_{number}: {{label: {{de: Wort {number}}}}}\n" for number in range(2500)]
    path.write_text("dance: {label: {de: on}}\n" + "".join(terms))
    assert run(content, FILE=str(path))[0] == 0
    assert path.read_text() == 'dance: {label: {de: "on"}}\n' + "".join(terms)


@pytest.mark.parametrize("dry", ["0", "no", ""])
def test_no_preview(content: Path, dry: str) -> None:
    assert run(content, DRY=dry)[1].endswith("1 von 2 Dateien geändert.\n")


def test_a_wrong_setting(content: Path) -> None:
    code, output, errors = run(content, TODAY="morgen")
    assert (code, output) == (2, "")
    assert errors == "make fix: pelican.conf.py: TODAY: 'morgen'? YYYY-MM-DD\n"


def test_a_folder_that_cannot_be_written(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setenv("CONTENT", str(content))
    monkeypatch.setattr("os.fchmod", refuse)
    assert main({}, Path("pelican.conf.py").resolve()) == 2
    assert capsys.readouterr().out == (
        f"{content}/events/probe.md: nicht geändert, weil etwas nicht geklappt hat"
        " (PermissionError: [Errno 13] Permission denied)\n0 von 2 Dateien geändert.\n"
    )
    assert (content / "events" / "probe.md").read_bytes() == UGLY.encode()


def test_interrupted_from_the_keyboard(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setenv("CONTENT", str(content))
    monkeypatch.setattr("os.fsync", interrupt)
    assert main({}, Path("pelican.conf.py").resolve()) == 2
    assert capsys.readouterr() == ("", "")
    assert (content / "events" / "probe.md").read_bytes() == UGLY.encode()
    assert [path.name for path in (content / "events").iterdir()] == ["probe.md"]


def test_somebody_saves_the_file_at_the_same_moment(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def save(*_: object) -> None:
        put(content, "probe.md", PROBE)

    monkeypatch.setenv("CONTENT", str(content))
    monkeypatch.setattr("os.fsync", save)
    assert main({}, Path("pelican.conf.py").resolve()) == 1
    assert capsys.readouterr().out == (
        f"{content}/events/probe.md: nicht geändert, die Datei wurde gerade gespeichert"
        " (bitte noch einmal make fix)\n0 von 2 Dateien geändert.\n"
    )
    assert (content / "events" / "probe.md").read_bytes() == PROBE.encode()


def test_two_at_once(content: Path) -> None:
    for number in range(20):
        put(content, f"probe-{number}.md", UGLY)
    with ThreadPoolExecutor(2) as two:
        codes = [code for code, _, _ in two.map(run, [content, content])]
    assert {*codes} <= {0, 1}
    folder = content / "events"
    assert {path.read_bytes() for path in folder.iterdir()} == {MENDED.encode()}


def test_translations_stay_up_to_date(content: Path) -> None:
    put(content, "tanz.md", UGLY.replace("Kommen Sie. ", "Kommen  \r\nSie. \r\n\r\ngern  "))
    (before,) = (e for e in loaded(content) if e.id == "tanz")
    put(content, "tanz.tr.md", f"---\ntitle: Dans \nsource: {digest(before)}\n---\n\nGelin. \n")
    run(content)
    (after,) = (e for e in loaded(content) if e.id == "tanz")
    assert digest(after) == digest(before)
    assert [t.source for t in after.translations] == [digest(after)]
    assert (content / "events" / "tanz.tr.md").read_text(encoding="utf-8") == (
        f"---\nsource: {digest(before)}\ntitle: Dans\n---\n\nGelin.\n"
    )


def loaded(content: Path) -> tuple[Entry, ...]:
    return tuple(load(content).readable.entries)


@pytest.mark.slow
def test_the_sample_says_the_same_and_keeps_its_translations(
    tmp_path: Path, sample_content: Path
) -> None:
    content = tmp_path / "content"
    shutil.copytree(sample_content, content)
    before = load(content)
    assert run(content)[0] == 0
    after = load(content)
    assert after.diagnostics == before.diagnostics
    assert [(e.folder, e.id, digest(e)) for e in after.catalogue.entries] == [
        (e.folder, e.id, digest(e)) for e in before.catalogue.entries
    ]
    assert run(content)[1].startswith("0 von ")
