"""What survey programs export goes in as it is where it asks our questions; else by a proposal."""

import csv
import io
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from plugins.catalogue.model import Association, Event, Posting
from plugins.intake.sheet.__main__ import main
from plugins.intake.sheet.survey_exports import kind_of, tidied
from plugins.intake.sheet.workbook import CellValue, Worksheet
from tests.intake.sheet.conftest import Ods

# The heads of LimeSurvey in German and English, its answers in full; what was not shown is N/A.
LIMESURVEY = [
    ["Antwort ID", "Datum Abgeschickt", "Letzte Seite", "Start-Sprache",
     "Zufallsgeneratorstartwert", "IP-Adresse", "Wie heißt der Verein?",
     "Welche Themen passen? (eins bis drei) [Musik]",
     "Welche Themen passen? (eins bis drei) [Sport]",
     "Welche Themen passen? (eins bis drei) [Bildung]",
     "Was macht der Verein, in einem Satz?", "Welche Sprachen werden dort gesprochen? [Deutsch]",
     "Welche Sprachen werden dort gesprochen? [Arabisch]",
     "Welche Sprachen werden dort gesprochen? [Sonstiges]", "Welche Rechtsform hat er?",
     "Welche Rechtsform hat er? [Sonstiges]", "Wann wurde er gegründet?",
     "Welche E-Mail-Adresse soll öffentlich sein?", "Anschrift: Postleitzahl",
     "Anschrift: Straße und Hausnummer", "Ansprechperson 1: Name",
     "Was erzählt der Verein über sich?", "Gesamtzeit"],
    ["7", "2026-11-20 10:12:13", "5", "de", "1234567", "192.0.2.1", "Trommelkreis Süd e. V.",
     "Ja", "Nein", "Ja", "Wir trommeln.", "Ja", "Nein", "Türkisch", "eingetragener Verein", "",
     "1998", "post@trommeln.example.org", "01067", "Hafenweg 2", "Kim Muster",
     "Erster Absatz.\n\nZweiter, mit »Zitat«.", "73.5"],
    ["8", "", "1", "de", "1234568", "192.0.2.2", "Malkreis Nord", "N/A", "Ja", "N/A", "", "N/A",
     "N/A", "", "", "", "", "", "", "", "", "", "12"],
]  # fmt: skip
TROMMELN = """\
---
name: Trommelkreis Süd e. V.
summary: Wir trommeln.
topics: [musik, bildung]
languages: [de, tr]
legal_form: ev
founded: 1998
email: post@trommeln.example.org
address:
  street: Hafenweg 2
  postal_code: "01067"
listed: 2026-11-22
---

Erster Absatz.

Zweiter, mit »Zitat«.
"""
MALEN = "---\nname: Malkreis Nord\ntopics: [sport]\nlisted: 2026-11-22\n---\n"

NEXTCLOUD = [
    ["Benutzer-ID", "Anzeigename des Benutzers", "Zeitstempel", "Wie heißt die Veranstaltung?",
     "Wann beginnt sie?", "Wer veranstaltet sie?", "In welchen Sprachen?",
     "Wiederholt sie sich regelmäßig?", "Wiederholung: Wochentage", "Was geschieht dort?"],
    ["anonym", "Anonymer Benutzer", "2026-11-20T10:12:13+01:00", "Offene Probe", "2026-12-01 19:30",
     "Chor der Nationen", "Deutsch; Arabisch", "wöchentlich", "Dienstag; Freitag", "Kommen Sie."],
]  # fmt: skip
PROBE = """\
---
title: Offene Probe
start: 2026-12-01T19:30
repeat:
  every: week
  weekdays: [tuesday, friday]
organisers: [chor-der-nationen]
languages: [de, ar]
---

Kommen Sie.
"""

BASE = [
    ["ID", "Art", "Titel", "Verein", "Rubrik", "läuft ab am", "Raum: Küche", "Text"],
    ["0", "Biete", "Kleiner Saal", "Haus der Begegnung e. V.", "Räume", "1.3.2027", "ja", "Hell."],
]  # fmt: skip
SAAL = """\
---
kind: offer
title: Kleiner Saal
association: haus-der-begegnung
category: room
posted: 2026-11-22
expires: 2027-03-01
room:
  kitchen: yes
---

Hell.
"""

Run = Callable[..., tuple[int, str]]


def written(rows: Iterable[Iterable[str]], path: Path) -> Path:
    """As these programs write it: commas, everything in quotation marks, UTF-8 with a mark."""
    stream = io.StringIO()
    csv.writer(stream, quoting=csv.QUOTE_ALL).writerows(rows)
    path.write_text(stream.getvalue(), encoding="utf-8-sig", newline="")
    return path


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("CONTENT", str(folder))
    monkeypatch.setenv("TODAY", "2026-11-22")

    def ran(file: Path, *more: str) -> tuple[int, str]:
        code = main(["read", "--file", str(file), *more])
        return code, capsys.readouterr().out

    return ran


@pytest.mark.slow
@pytest.mark.parametrize("kind", [(), ("--kind", "Verein")])
def test_limesurvey(run: Run, folder: Path, tmp_path: Path, kind: tuple[str, ...]) -> None:
    file = written(LIMESURVEY, tmp_path / "results-survey123456.csv")
    code, said = run(file, "--write", "1", *kind)
    assert (code, [*tmp_path.glob("*.yaml")]) == (0, [])
    texts = {
        name: (folder / "associations" / f"{name}.md").read_text("utf-8")
        for name in ("trommelkreis-sued", "malkreis-nord")
    }
    assert texts == {"trommelkreis-sued": TROMMELN, "malkreis-nord": MALEN}
    assert "Antwort ID" not in said and "IP-Adresse" not in said and "Gesamtzeit" not in said
    assert "»Ansprechperson 1: Name«" in said  # people are left out, and that is said


@pytest.mark.slow
def test_nextcloud_forms(run: Run, folder: Path, tmp_path: Path) -> None:
    code, said = run(written(NEXTCLOUD, tmp_path / "Formular (Antworten).csv"), "--write", "1")
    assert code == 0, said
    assert (folder / "events" / "offene-probe.md").read_text("utf-8") == PROBE
    assert "Benutzer" not in said and "Zeitstempel" not in said


@pytest.mark.slow
def test_libreoffice_base(run: Run, folder: Path, tmp_path: Path, ods: Ods) -> None:
    file = tmp_path / "abfrage.ods"
    file.write_bytes(ods("Tabelle1", BASE))
    code, said = run(file, "--write", "1")
    assert code == 0, said
    assert (folder / "board" / "kleiner-saal.md").read_text("utf-8") == SAAL


OTHER_WORDS = {
    "Wie heißt der Verein?": "Wie heißt Ihr Verein?",
    "Was erzählt der Verein über sich?": "Was erzählt Ihr Verein über sich selbst?",
    "Welche Rechtsform hat er?": "Rechtsform (bitte wählen)",
}


@pytest.mark.slow
def test_other_wording_gets_a_proposal_that_works(run: Run, folder: Path, tmp_path: Path) -> None:
    heads = [
        next((head.replace(old, new) for old, new in OTHER_WORDS.items() if old in head), head)
        for head in LIMESURVEY[0]
    ]
    rows = [heads, *LIMESURVEY[1:]]
    rows = [
        [
            cell
            for head, cell in zip(heads, row, strict=True)
            if "[Sonst" not in head or "Sprach" in head
        ]
        for row in rows
    ]
    file = written(rows, tmp_path / "results-survey123456.csv")
    assert run(file, "--kind", "Verein")[0] == 0
    mapping = tmp_path / "results-survey123456.zuordnung.yaml"
    proposed = mapping.read_text("utf-8")
    assert "Antwort ID" not in proposed and "Letzte Seite" not in proposed
    assert "# Bitte ausfüllen" not in proposed
    code, said = run(file, "--kind", "Verein", "--mapping", str(mapping), "--write", "1")
    assert code == 0, said
    found = (folder / "associations" / "trommelkreis-sued.md").read_text("utf-8")
    assert "topics: [musik, bildung]" in found and "Zweiter, mit »Zitat«." in found


def grid(*rows: list[str]) -> tuple[Worksheet, ...]:
    return (Worksheet("", tuple(tuple(CellValue("s", text) for text in row) for row in rows)),)


def texts(grids: tuple[Worksheet, ...]) -> list[list[str]]:
    return [[cell.text for cell in row] for row in grids[0].rows]


def test_codes_instead_of_questions() -> None:
    heads = [
        "id",
        "submitdate",
        "lastpage",
        "name",
        "topics[musik]",
        "topics[sport]",
        "topics[other]",
    ]
    found = tidied(grid(heads, ["1", "2026-11-20", "3", "Chor", "Y", "", "Töpfern, Malen"]))
    assert texts(found) == [
        ["", "", "", "name", "topics", "", ""],
        ["", "", "", "Chor", 'musik; "Töpfern, Malen"', "", ""],
    ]


def test_one_choice_and_another() -> None:
    heads = ["Response ID", "Date submitted", "Stadtteil", "Stadtteil [Other]"]
    rows = [
        ["1", "x", "Hafen", ""],
        ["2", "x", "Other", "Am Rand, ganz außen"],
        ["3", "x", "N/A", ""],
    ]
    assert [row[2] for row in texts(tidied(grid(heads, *rows)))] == [
        "Stadtteil",
        "Hafen",
        "Am Rand, ganz außen",
        "",
    ]


def test_other_tables_stay_as_they_are() -> None:
    table = grid(["id", "Zeitstempel", "Farbe [rot]"], ["1", "2", "Ja"])
    assert tidied(table) == table
    assert tidied(grid()) == grid()


@pytest.mark.parametrize(
    ("heads", "kind"),
    [
        (["Name", "Themen"], Association),
        (["Titel", "Beginn", "Veranstalter"], Event),
        (["Art", "Titel", "Verein", "Rubrik", "läuft ab am"], Posting),
        (["Name"], None),
        (["Kennung", "Name", "Themen"], None),  # one of ours
        (["id", "name", "Name", "Themen"], None),
        (["_base.associations", "Name", "Themen"], None),
        ([], None),
    ],
)
def test_the_kind_is_known_by_the_questions(heads: list[str], kind: type | None) -> None:
    assert kind_of(grid(heads)) is kind
