"""The commands as somebody uses them: what is said, what is written, how they end."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from plugins.catalogue.model import Association
from plugins.intake.content import ContentFolder
from plugins.intake.sheet import write_xlsx
from plugins.intake.sheet.__main__ import main
from plugins.intake.sheet.export import sheet_of

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = Path(__file__).parent / "example"

Run = Callable[..., tuple[int, str]]
Ods = Callable[[str, Sequence[Sequence[object]]], bytes]


@pytest.fixture
def run(
    folder: Path,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """Runs a command with the copy of the content; exit code and all that it says."""
    monkeypatch.setenv("CONTENT", str(folder))
    monkeypatch.setenv("TODAY", "2026-11-22")

    def call(*arguments: object) -> tuple[int, str]:
        code = main([str(argument) for argument in arguments], project)
        said = capsys.readouterr()
        return code, (said.out + said.err).replace(str(folder), "content")

    return call


@pytest.fixture
def sheets(run: Run, tmp_path: Path) -> Path:
    run("write", "--folder", tmp_path / "tabellen")
    return tmp_path / "tabellen"


def changed(
    path: Path, cells: Mapping[tuple[str, str], str], more: Iterable[dict[str, str]]
) -> Path:
    """A sheet in CSV with other values by id and key, and with more rows."""
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""), delimiter=";"))
    keys = rows[1]
    for (entry, key), text in cells.items():
        next(row for row in rows if row[0] == entry)[keys.index(key)] = text
    rows += [[row.get(key, "") for key in keys] for row in more]
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows(rows)
    return path


def files(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_bytes().decode("utf-8", "replace")
        for path in folder.rglob("*")
        if path.is_file()
    }


def compare(said: str, name: str, *, bless: bool) -> None:
    path = Path(__file__).parent / "said" / name
    if bless:
        path.parent.mkdir(exist_ok=True)
        path.write_text(said, encoding="utf-8")
    assert said == path.read_text(encoding="utf-8")


def test_every_kind_gets_a_workbook_and_a_csv(sheets: Path) -> None:
    names = "vereine termine biete-suche netzwerke foerderung berichte seiten".split()
    assert {path.name for path in sheets.iterdir()} == {
        f"{name}.{form}" for name in names for form in ("xlsx", "csv")
    }


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_a_sheet_that_nobody_changed(run: Run, sheets: Path, folder: Path, form: str) -> None:
    before = files(folder)
    assert run("read", "--file", sheets / f"termine.{form}", "--write", "1") == (
        0,
        "Termine: Zeilen 80, geändert 0, neu 0, gleich 80, Konflikte 0.\n"
        "Es gibt nichts zu schreiben.\n",
    )
    assert files(folder) == before


CHANGES = {
    ("chor-der-nationen", "members"): "75",
    ("chor-der-nationen", "topics.2"): "Sport",
    ("albanische-jugend", "checked.on"): "1.11.2026",
    ("albanische-jugend", "phone"): "+49 30 23125 702",
}
NEW = {"name": "Tanzkreis Süd", "topics.1": "Musik", "listed": "1.11.2026"}


@pytest.mark.golden
@pytest.mark.parametrize("language", ["de", "en"])
def test_what_would_change_is_shown_and_nothing_written(
    run: Run,
    sheets: Path,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    bless: bool,
) -> None:
    before = files(folder)
    monkeypatch.setenv("LANGUAGE", language)
    code, said = run("read", "--file", changed(sheets / "vereine.csv", CHANGES, [NEW]))
    compare(said, f"changes.{language}.txt", bless=bless)
    assert (code, files(folder)) == (0, before)


def test_what_was_shown_is_written_and_the_same_again_changes_nothing(
    run: Run, sheets: Path, folder: Path
) -> None:
    before = files(folder)
    sheet = changed(sheets / "vereine.csv", CHANGES, [NEW])
    code, said = run("read", "--file", sheet, "--write", "1")
    assert (code, said.splitlines()[-1]) == (
        0,
        "Geschriebene Dateien: 3. Als Nächstes: make check, git diff, git commit.",
    )
    after = files(folder)
    assert {name for name in after if after[name] != before.get(name)} == {
        "associations/chor-der-nationen.md",
        "associations/albanische-jugend.md",
        "associations/tanzkreis-sued.md",
    }
    assert after["associations/tanzkreis-sued.md"] == (
        "---\nname: Tanzkreis Süd\ntopics: [musik]\nlisted: 2026-11-01\n---\n"
    )
    assert "phone: +49 30 23125 702\n" in after["associations/albanische-jugend.md"]
    assert run("read", "--file", sheet, "--write", "1")[1].splitlines()[-1] == (
        "Es gibt nichts zu schreiben."
    )
    assert files(folder) == after


WRONG = {
    ("chor-der-nationen", "members"): "viele",
    ("chor-der-nationen", "topics.1"): "Musikk",
    ("chor-der-nationen", "name"): "",
    ("albanische-jugend", "address.postal_code"): "1067",
    ("albanische-jugend", "accessibility.toilet"): "vielleicht",
    ("albanische-jugend", "text"): "Siehe [hier](javascript:alert).\n\n<b>x</b>",
    ("albanische-jugend", "contacts.1.name"): "Mira Muster",
    ("haus-der-begegnung", "location.longitude"): "",
    ("haus-der-begegnung", "social"): "mastodon",
    ("haus-der-begegnung", "logo"): "fehlt.png",
}


@pytest.mark.golden
@pytest.mark.parametrize("language", ["de", "en"])
def test_all_that_is_wrong_is_said_at_once_and_nothing_written(
    run: Run,
    sheets: Path,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    bless: bool,
) -> None:
    before = files(folder)
    monkeypatch.setenv("LANGUAGE", language)
    more = [
        {"id": "Neuer Verein", "name": "N"},
        {"id": "doppelt", "name": "D", "topics.1": "sport", "listed": "2026-11-01"},
        {"id": "doppelt", "name": "D"},
        {"name": "合唱団"},
        {"id": "con", "name": "Con"},
    ]
    sheet = changed(sheets / "vereine.csv", WRONG, more)
    code, said = run("read", "--file", sheet, "--write", "1")
    compare(said, f"wrong.{language}.txt", bless=bless)
    assert (code, files(folder)) == (1, before)


@pytest.mark.golden
def test_a_conflict_is_shown_and_the_rest_is_written(
    run: Run, sheets: Path, folder: Path, bless: bool
) -> None:
    sheet = changed(sheets / "vereine.csv", CHANGES, [])
    choir = folder / "associations" / "chor-der-nationen.md"
    choir.write_text(re.sub(r"members: \d+", "members: 99", choir.read_text("utf-8")), "utf-8")
    (folder / "associations" / "afghanischer-kulturverein.md").unlink()
    kept = choir.read_text("utf-8")
    code, said = run("read", "--file", sheet, "--write", "1")
    compare(said, "conflict.de.txt", bless=bless)
    assert (code, choir.read_text("utf-8")) == (1, kept)
    assert not (folder / "associations" / "afghanischer-kulturverein.md").exists()
    assert "702" in (folder / "associations" / "albanische-jugend.md").read_text("utf-8")


def test_what_changed_in_git_meanwhile_is_kept(run: Run, sheets: Path, folder: Path) -> None:
    sheet = changed(sheets / "vereine.csv", {("chor-der-nationen", "founded"): "1999"}, [])
    choir = folder / "associations" / "chor-der-nationen.md"
    choir.write_text(re.sub(r"members: \d+", "members: 99", choir.read_text("utf-8")), "utf-8")
    assert run("read", "--file", sheet, "--write", "1")[0] == 0
    assert re.findall(r"(?:members|founded): .*", choir.read_text("utf-8")) == [
        "founded: 1999",
        "members: 99",
    ]


@pytest.mark.golden
def test_the_example_of_the_manual(run: Run, folder: Path, bless: bool) -> None:
    arguments = ("--kind", "association", "--mapping", EXAMPLE / "spalten.yaml", "--write", "1")
    code, said = run("read", "--file", EXAMPLE / "vereinsliste.csv", *arguments)
    compare(said, "example.de.txt", bless=bless)
    assert code == 0
    made = ("singkreis-gruener-weg", "tamburica-zora", "sc-bosporus")
    written = "".join((folder / "associations" / f"{name}.md").read_text("utf-8") for name in made)
    compare(written, "example.md", bless=bless)
    assert run("read", "--file", EXAMPLE / "vereinsliste.csv", *arguments)[0] == 0


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        (
            "columns: {nmae: Name}",
            ["z.yaml:1:11: SHEET-MAPPING-FIELD Ein Feld »nmae« gibt es nicht."],
        ),
        (
            "columns: {name: Vereinname, email: E-Mail}",
            ["z.yaml:1:1: SHEET-MAPPING-COLUMN Die Tabelle hat keine Spalte »Vereinname«."],
        ),
        ("spalten: {name: x}", ["z.yaml:1:1: FLD-UNKNOWN Ein Feld »spalten« gibt es hier nicht."]),
        ("columns: &a {name: x}", ["z.yaml:1:10: YML-ANCHOR Dieser Text beginnt mit &."]),
        ("", ["z.yaml:1:1: YML-EMPTY Die Datei enthält keine Felder."]),
    ],
)
def test_a_mapping_with_errors(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mapping: str, said: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("z.yaml").write_text(mapping, encoding="utf-8")
    arguments = ("--kind", "verein", "--mapping", "z.yaml")
    code, found = run("read", "--file", EXAMPLE / "vereinsliste.csv", *arguments)
    assert (code, found.splitlines()[::2]) == (1, said)


@pytest.mark.parametrize(
    ("data", "arguments", "said"),
    [
        (b"PK\x03\x04", (), "SHEET-DAMAGED Die Datei ist beschädigt."),
        (
            b"id;name\n",
            ("--kind", "\x1b[31m"),
            "SHEET-KIND-WORD KIND=\\x1b[31m gibt es nicht.",
        ),
    ],
)
def test_what_cannot_be_read_is_said_with_what_to_do(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    data: bytes,
    arguments: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("liste.csv").write_bytes(data)
    code, found = run("read", "--file", "liste.csv", *arguments)
    first, then = found.splitlines()
    assert (code, first, then[:10]) == (1, f"liste.csv:1:1: {said}", "    Hilfe:")


FAULTS = "id;name;topics;listed;email\nneu;Neu;musik;2026-11-22;neu(at)verein\n"
RIGHT = FAULTS.replace("neu(at)verein", "neu@verein.example")


@pytest.mark.parametrize("form", ["json", "gitlab", "sarif"])
def test_programs_read_what_was_found_and_nothing_else(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    project: Path,
    form: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FORMAT", form)
    for text, codes, end in ((FAULTS, ["MAIL-FORM"], 1), (RIGHT, [], 0), ("PK", ["SHEET-KIND"], 1)):
        Path("liste.csv").write_text(text, encoding="utf-8")
        kind = ("--kind", "verein") if text != "PK" else ()
        code = main(["read", "--file", "liste.csv", *kind], project)
        said = capsys.readouterr()
        assert (code, codes_in(json.loads(said.out))) == (end, codes)
        assert ("Neu: neu (Zeile 2)" in said.err) == (text == RIGHT)


def codes_in(document: Any) -> list[str]:  # noqa: ANN401
    """The codes of a report of any of the three formats."""
    if isinstance(document, list):
        return [one["check_name"] for one in document]
    if "runs" in document:
        return [one["ruleId"] for one in document["runs"][0]["results"]]
    return [one["code"] for one in document["findings"]]


def test_forges_and_people_see_the_row_and_the_column(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("liste.csv").write_text(FAULTS, encoding="utf-8")
    arguments = ("read", "--file", "liste.csv", "--kind", "verein")
    refused = "Es wurde nichts geschrieben: Erst die Fehler in der Tabelle berichtigen.\n"
    monkeypatch.setenv("FORMAT", "github")
    code, said = run(*arguments)
    start = "::error file=liste.csv,line=2,col=5,title=MAIL-FORM::"
    assert (code, said[: len(start)], said[-len(refused) :]) == (1, start, refused)
    monkeypatch.setenv("FORMAT", "full")
    code, said = run(*arguments)
    assert (code, said.splitlines()[0]) == (1, "liste.csv:2:5: Fehler MAIL-FORM")
    monkeypatch.setenv("FORMAT", "html")
    assert run(*arguments) == (
        1,
        f"Der Bericht steht in bericht.html; die Datei kann so verschickt werden.\n{refused}",
    )
    assert "<code>MAIL-FORM</code>" in Path("bericht.html").read_text(encoding="utf-8")


def test_a_page_that_cannot_be_written_is_a_fault_of_the_tool(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FORMAT", "html")
    Path("bericht.html").mkdir()
    assert run("read", "--file", "liste.csv") == (2, "bericht.html: Is a directory\n")


@pytest.mark.parametrize(
    "name", ["../x", "/etc/x", "a/b", "x.md", "--x", "X", "con", "termine\n", "x" * 81, "stadtteil"]
)
def test_no_id_leads_anywhere_else(run: Run, sheets: Path, folder: Path, name: str) -> None:
    before = files(folder.parent)
    row = NEW | {"id": name}
    sheet = changed(sheets / "vereine.csv", {}, [row])
    before |= {"tabellen/vereine.csv": sheet.read_text("utf-8")}
    code, _ = run("read", "--file", sheet, "--write", "1")
    after = files(folder.parent)
    made = {key for key in after if key not in before}
    assert (code, made) == (
        (0, {"content/associations/termine.md"}) if "\n" in name else (1, set())
    )


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_the_same_changes_come_in_by_every_form(
    run: Run, sheets: Path, folder: Path, form: str, sample: ContentFolder, ods: Ods
) -> None:
    sheet = sheet_of(Association, sample.entries(Association), sample.lists)
    keys = [head.key for head in sheet.headers]
    rows = [list(row) for row in sheet.rows]
    for (entry, key), text in CHANGES.items():
        next(row for row in rows if row[0] == entry)[keys.index(key)] = text
    changed_sheet = replace(sheet, rows=tuple(map(tuple, rows)))
    path = sheets / f"vereine.{form}"
    labels = [head.label for head in sheet.headers]
    data = write_xlsx.render(changed_sheet) if form == "xlsx" else ods("x", [labels, keys, *rows])
    path.write_bytes(data)
    code, said = run("read", "--file", path)
    by_csv = run("read", "--file", changed(sheets / "vereine.csv", CHANGES, []))
    assert (code, said) == by_csv


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        ("id;venue;venue.name", "chorprobe;chor-der-nationen;Saal"),
        ("id;venue", "chorprobe;chor-der-nationen"),
        ("id;venue;venue.name", "neu;chor-der-nationen;Saal"),
    ],
)
def test_a_place_is_an_association_or_described(
    run: Run, folder: Path, tmp_path: Path, heads: str, row: str
) -> None:
    event = "---\ntitle: Probe\nstart: 2027-01-01\norganisers: office\nvenue:\n  name: Haus\n---\n"
    (folder / "events" / "chorprobe.md").write_text(event)
    path = tmp_path / "termine.csv"
    path.write_text(f"{heads}\n{row}\n")
    code, said = run("read", "--file", path, "--write", "1")
    assert code == 1
    assert "SHEET-EITHER" in said or "Konflikt: chorprobe" in said
    assert (folder / "events" / "chorprobe.md").read_text() == event


def test_a_new_entry_is_taken_in_today_where_the_sheet_leaves_that_open(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "vereine.csv"
    path.write_text("id;name;topics;listed\nneu;Neu;Musik;\nalt;Alt;Musik;2.1.2020\n")
    code, said = run("read", "--file", path)
    days = [line.strip() for line in said.split("\n") if "Aufgenommen am" in line]
    assert (code, days) == (
        0,
        ["Aufgenommen am: 2026-11-22", "Aufgenommen am: 2020-01-02"],
    )


def test_a_new_entry_needs_columns_that_the_sheet_lacks(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "vereine.csv"
    path.write_text("id;name;topics;location.latitude\nneu;Neu;;50\n")
    constants = "oder in einer Zuordnung unter constants sagen, was für alle gilt"
    assert run("read", "--file", path) == (
        1,
        "Zeile 2: Es fehlt die Angabe »Aufgenommen am« (listed). [SHEET-MISSING]\n"
        f"    Hilfe: Eine Spalte »listed« anlegen und ausfüllen, {constants}.\n"
        "Zeile 2: Es fehlt die Angabe »Karte: Länge« (location.longitude). [SHEET-MISSING]\n"
        f"    Hilfe: Eine Spalte »location.longitude« anlegen und ausfüllen, {constants}.\n"
        "Zeile 2, Spalte C (Themen): Diese Zelle darf nicht leer sein. [SHEET-EMPTY]\n"
        "    Hilfe: Einen Wert eintragen.\n"
        "Es wurde nichts geschrieben: Erst die Fehler in der Tabelle berichtigen.\n",
    )


def test_every_rule_of_make_check_is_held_against_a_table(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "termine.csv"
    path.write_text("title;start;organisers\nNacht;28.3.2027 2:30;office\n")
    code, said = run("read", "--file", path)
    assert (code, re.findall(r"\[([A-Z-]+)\]", said)) == (0, ["DATE-CLOCK"])


def test_a_folder_that_is_not_there(
    run: Run, monkeypatch: pytest.MonkeyPatch, sheets: Path
) -> None:
    monkeypatch.setenv("CONTENT", "gibtsnicht")
    for arguments in (
        ("write", "--folder", sheets / "x"),
        ("read", "--file", sheets / "vereine.csv"),
    ):
        code, said = run(*arguments)
        assert (code, said.splitlines()[0]) == (
            1,
            "gibtsnicht:1:1: FILE-NO-CONTENT Den Ordner »gibtsnicht« gibt es nicht.",
        )
    assert not (sheets / "x").exists()


def test_the_manual_shows_the_example_as_it_is() -> None:
    manual = (ROOT / "docs" / "tabellen.md").read_text("utf-8")
    assert (EXAMPLE / "spalten.yaml").read_text("utf-8") in manual


def test_what_a_stranger_wrote_does_not_steer_the_terminal(run: Run, sheets: Path) -> None:
    row = {"id": "x", "name": "\x1b[2Jx", "short_name": "a\u202eb", "topics.1": "\x1b]0;y\x07"}
    code, said = run("read", "--file", changed(sheets / "vereine.csv", {}, [row]))
    assert (code, re.findall("[\x00-\x09\x0b-\x1f\u202e]", said)) == (1, [])


def test_a_sheet_with_work_in_it_is_not_overwritten(run: Run, sheets: Path) -> None:
    sheet = changed(sheets / "vereine.csv", CHANGES, [])
    before = sheet.read_bytes()
    code, said = run("write", "--folder", sheets)
    assert (code, sheet.read_bytes()) == (1, before)
    assert said.splitlines()[1].startswith("tabellen/vereine.csv: bleibt, wie sie ist.")
    assert run("read", "--file", sheet, "--write", "1")[0] == 0
    assert run("write", "--folder", sheets)[0] == 0
    assert sheet.read_bytes() != before


def test_entries_with_errors_are_named(run: Run, sheets: Path, folder: Path) -> None:
    (folder / "associations" / "chor-der-nationen.md").write_text("---\nname: [\n---\n")
    code, said = run("write", "--folder", sheets.parent / "neu")
    assert code == 0
    assert said.splitlines()[2] == (
        "    Es fehlen Einträge, deren Dateien Fehler haben (make check): chor-der-nationen"
    )
    sheet = changed(sheets / "vereine.csv", CHANGES, [])
    code, said = run("read", "--file", sheet)
    assert (code, re.findall(r"\[([A-Z-]+)\]", said)) == (1, ["SHEET-BROKEN"])


def test_no_file_is_named(run: Run) -> None:
    assert run("read", "--file", "") == (
        1,
        "FILE=:1:1: SHEET-NO-FILE Es ist keine Tabelle genannt.\n"
        "    Hilfe: Sie nennen, zum Beispiel so: »make sheet-in FILE=tabellen/vereine.xlsx«.\n",
    )


def test_settings_that_are_wrong_are_a_fault_of_the_tool(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TODAY", "gestern")
    assert run("write", "--folder", tmp_path / "t") == (
        2,
        "pelican.conf.py: TODAY: 'gestern'? YYYY-MM-DD\n",
    )
    assert not (tmp_path / "t").exists()


def mapped(run: Run, tmp_path: Path, kind: str, mapping: str, sheet: str) -> tuple[int, str]:
    """What is said of a list from elsewhere, written where it can be."""
    (tmp_path / "liste.csv").write_text(sheet, encoding="utf-8")
    (tmp_path / "spalten.yaml").write_text(mapping, encoding="utf-8")
    arguments = ("--kind", kind, "--mapping", tmp_path / "spalten.yaml", "--write", "1")
    return run("read", "--file", tmp_path / "liste.csv", *arguments)


def test_only_the_cells_of_lists_are_split(run: Run, folder: Path, tmp_path: Path) -> None:
    mapping = (
        "columns: {name: Name, phone: Telefon, topics: Sparte}\nconstants: {listed: 2026-11-22}\n"
        'values: {phone: {keine: "-"}, topics: {Gesang: musik}}\nseparators: ",/"\n'
    )
    sheet = "Name;Telefon;Sparte\nA Kreis;030/23125-017;Gesang/Sport\nB Kreis;Keine;Sport\n"
    assert mapped(run, tmp_path, "association", mapping, sheet)[0] == 0
    assert [
        re.findall(
            "^(?:phone|topics): (.*)", (folder / f"associations/{name}.md").read_text(), re.M
        )
        for name in ("a-kreis", "b-kreis")
    ] == [["[musik, sport]", "030/23125-017"], ["[sport]"]]


EVENTS = "columns: {title: Titel, start: Datum + Zeit, organisers: Wer}\n"


def test_two_columns_become_one_value(run: Run, folder: Path, tmp_path: Path) -> None:
    sheet = (
        "Datum;Zeit;Titel;Wer\n5.12.26;19.30;Eins;office\n2026-12-06 00:00:00;19;Zwei;office\n"
        "Mo, 7.12.2026;;Drei;office\n8.12.2026;19-21 Uhr;Vier;office\n"
        "9.12.2026;18-20;Fünf;office\n10.12.2026;ab 18;Sechs;office\n"
        "11.12.2026;19.30-24;Sieben;office\n"
    )
    assert mapped(run, tmp_path, "event", EVENTS, sheet)[0] == 0
    names = ("eins", "zwei", "drei", "vier", "fuenf", "sechs", "sieben")
    found = [(folder / "events" / f"{name}.md").read_text() for name in names]
    assert [re.findall("(?:start|end): (.*)", text) for text in found] == [
        ["2026-12-05T19:30"],
        ["2026-12-06T19:00"],
        ["2026-12-07"],
        ["2026-12-08T19:00", "2026-12-08T21:00"],
        ["2026-12-09T18:00", "2026-12-09T20:00"],
        ["2026-12-10T18:00"],
        ["2026-12-11T19:30", "2026-12-12T00:00"],
    ]


def test_an_end_may_be_a_time_alone(run: Run, folder: Path, tmp_path: Path) -> None:
    mapping = "columns: {title: Titel, start: Von, end: Bis, organisers: Wer}\n"
    sheet = (
        "Titel;Von;Bis;Wer\nEins;5.12.2026 22:00;2 Uhr;office\n"
        "Zwei;5.12.2026 22:00;24:00;office\nDrei;2026-12-05 00:00:00;2026-12-06 00:00:00;office\n"
    )
    assert mapped(run, tmp_path, "event", mapping, sheet)[0] == 0
    found = [(folder / "events" / f"{name}.md").read_text() for name in ("eins", "zwei", "drei")]
    assert [re.findall("(?:start|end): (.*)", text) for text in found] == [
        ["2026-12-05T22:00", "2026-12-06T02:00"],
        ["2026-12-05T22:00", "2026-12-06T00:00"],
        ["2026-12-05", "2026-12-06"],
    ]


def test_a_second_choice_that_was_not_taken_is_named(run: Run, tmp_path: Path) -> None:
    mapping = "columns: {title: Titel, start: [Datum, Zeit], organisers: Wer}\n"
    sheet = "Datum;Zeit;Titel;Wer\n5.12.2026;19:30;Eins;office\n;6.12.2026;Zwei;office\n"
    code, said = mapped(run, tmp_path, "event", mapping, sheet)
    assert (code, said.splitlines()[0]) == (
        0,
        "Zeile 2, Spalte B (Beginn): Hinweis: Hier steht noch »19:30«; genommen wurde, was in "
        "Spalte A steht. [SHEET-UNUSED]",
    )


def test_events_with_one_title_are_told_apart_and_known_again(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    sheet = "Datum;Zeit;Titel;Wer\n" + "".join(
        f"{day}.12.2026;;Treffen der Gruppe;office\n" for day in (5, 12)
    )
    assert mapped(run, tmp_path, "event", EVENTS, sheet)[0] == 0
    made = sorted(path.stem for path in (folder / "events").glob("treffen-der-gruppe*"))
    assert made == ["treffen-der-gruppe", "treffen-der-gruppe-2026-12-12"]
    more = sheet + "19.12.2026;;Treffen der Gruppe;office\n"
    code, said = mapped(run, tmp_path, "event", EVENTS, more)
    assert (code, re.findall("Neu: (.*) \\(", said)) == (0, ["treffen-der-gruppe-2026-12-19"])


@pytest.mark.parametrize(
    "name",
    ["Chor am Fluss e. V.", "chor am fluss", "Chor am Fluss e.V.", "CaF", "Chor am Ufer e. V."],
)
def test_a_known_association_is_known_again(
    run: Run, folder: Path, tmp_path: Path, name: str
) -> None:
    (folder / "associations" / "chor-am-fluss.md").write_text(
        "---\nname: Chor am Fluss e. V.\nshort_name: CaF\ntopics: [musik]\nlisted: 2026-01-01\n"
        "formerly: [chor-am-ufer]\n---\n"
    )
    mapping = (
        "columns: {name: Name, phone: Telefon}\nconstants: {listed: 2026-11-22, topics: sport}\n"
    )
    code, said = mapped(
        run, tmp_path, "association", mapping, f"Name;Telefon\n{name};030 23125 44\n"
    )
    known = name.casefold().startswith("chor am fluss e. v")
    assert "Neu:" not in said
    assert code == (0 if known else 1) or "Name:" in said


def test_what_is_between_the_entries_of_a_list(run: Run, folder: Path, tmp_path: Path) -> None:
    mapping = (
        "columns: {name: Name, 'address.street': 'Anschrift: Straße', phone: Kontakt Telefon}\n"
        "constants: {listed: 2026-11-22, topics: sport}\nskip: [Summe]\n"
    )
    sheet = (
        "Liste der Vereine;;\n;;\n;Anschrift;Kontakt\nName;Straße;Telefon\nSportvereine;;\n"
        "Boxkreis;Hafenweg 2;030 23125 044\nName;Straße;Telefon\n;;\nSumme: 1;;\n"
    )
    code, said = mapped(run, tmp_path, "association", mapping, sheet)
    assert code == 0
    assert re.findall(r"(Zeile \d+): Hinweis.*»(.*)«", said) == [
        ("Zeile 5", "Sportvereine"),
        ("Zeile 7", "Name"),
    ]
    assert re.findall("Neu: (.*) ", said) == ["boxkreis (Zeile"]


def test_columns_without_a_name_of_their_own_go_by_their_letter(run: Run, tmp_path: Path) -> None:
    mapping = (
        "columns: {name: Name, phone: Telefon}\nconstants: {listed: 2026-11-22, topics: sport}\n"
    )
    sheet = "Name;Telefon;Telefon\nBoxkreis;;030 23125 044\n"
    code, said = mapped(run, tmp_path, "association", mapping, sheet)
    assert (code, said.split(": ")[1].splitlines()[0]) == (
        1,
        "SHEET-MAPPING-TWICE Die Tabelle hat zwei Spalten »Telefon«, B und C.",
    )
    lettered = mapping.replace("phone: Telefon", "phone: Spalte C")
    assert mapped(run, tmp_path, "association", lettered, sheet)[0] == 0


def test_letters_that_came_back_as_question_marks(run: Run, sheets: Path, folder: Path) -> None:
    path = folder / "associations" / "boxclub-hafen.md"
    path.write_text(
        re.sub(r"name: .*", "name: Şark Korosu ğ", path.read_text("utf-8"), count=1), "utf-8"
    )
    run("write", "--folder", sheets)
    sheet = changed(sheets / "vereine.csv", {("boxclub-hafen", "name"): "?ark Korosu ?"}, [])
    code, said = run("read", "--file", sheet)
    assert (code, re.findall(r"\[([A-Z-]+)\]", said)) == (0, ["SHEET-LETTERS"])
