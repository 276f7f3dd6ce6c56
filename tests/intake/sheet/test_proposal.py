"""Lists of the shapes that others publish: a mapping is proposed, and asks for what is unknown."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from plugins.intake.sheet.__main__ import main

pytestmark = pytest.mark.slow

Run = Callable[..., tuple[int, str]]

List = tuple[str, str, list[str], str, str]
"""KIND, the list, the ids that come of it, columns without a place, and the answer to all asked."""

LISTS: dict[str, List] = {
    "german": (
        "association",
        "Vereinsname;Ansprechpartner;Straße;PLZ Ort;Telefon;E-Mail;Homepage;Kategorie\n"
        "Boxkreis e.V.;M. M.;Hafenweg 2;01067 Linden;030 23125 044;a@b.example;b.example;Sport\n"
        "Malkreis;;Elbweg 3;01069 Linden;;mal@b.example;;Kunst am Bau\n",
        ["boxkreis", "malkreis"],
        "Ansprechpartner",
        "kultur",
    ),
    "capitals in English": (
        "association",
        "ASSOCIATION NAME,CATEGORY,ADDRESS,PHONE,EMAIL,LAT,LNG\n"
        'Dance Circle,Sport,"Hafenweg 2, 01067 Linden",030 23125 045,d@c.example,53.5512,13.2612\n',
        ["dance-circle"],
        "",
        "",
    ),
    "OpenStreetMap": (
        "association",
        "@id,name,club,addr:street,addr:housenumber,addr:postcode,addr:city,contact:phone,@lat,@lon\n"
        "node/1,Segelkreis,sport,Hafenweg,2,01067,Linden,+49 30 23125046,53.5551,13.2612\n",
        ["segelkreis"],
        "@id, club",
        "sport",
    ),
    "heads over two rows": (
        "association",
        ";Anschrift;;Kontakt;\nName;Straße;PLZ;Telefon;E-Mail\n"
        "Ringkreis;Hafenweg 9;01067;030 23125 047;r@k.example\n",
        ["ringkreis"],
        "",
        "sport",
    ),
    "titles and sums": (
        "association",
        "Liste der Vereine\n\nStand: 1.11.2026\nNr.;Verein;Anschrift;Mitglieder\n"
        "1;Chorkreis;Hafenweg 4, 01067 Linden;ca. 40\n2;Tanzkreis;Hafenweg 5, 01067 Linden;30\n"
        "Summe;2;;\n",
        ["chorkreis", "tanzkreis"],
        "",
        "musik",
    ),
    "points": (
        "association",
        "Bezeichnung;geo_point_2d\nRuderkreis;53.5512, 13.2612\n",
        ["ruderkreis"],
        "",
        "sport",
    ),
    "dates and times": (
        "event",
        "Datum;Uhrzeit;Veranstaltung;Ort;Veranstalter;Eintritt\n"
        "Sa, 5.12.2026;19:30 Uhr;Adventssingen;Markt;Chorkreis;frei\n"
        "12.12.2026;19-21 Uhr;Filmnacht;Kino;office;5 Euro\n",
        ["adventssingen", "filmnacht"],
        "",
        "chor-der-nationen",
    ),
    "dates in English": (
        "event",
        "Title\tDate\tStart time\tEnd time\tVenue\nFair\tDec 5, 2026\t10 am\t6 pm\tMarket\n",
        ["fair"],
        "",
        "office",
    ),
    "funding": (
        "funding",
        "Programm;Fördergeber;Zielgruppe;Gegenstand;Förderhöhe;Antragsfrist;Link\n"
        "Topf;Stadt;Kinder;Feste;5000;1.3.2027;topf.example\n",
        ["topf"],
        "Zielgruppe, Förderhöhe",
        "",
    ),
    "an address book": (
        "association",
        "Firma,Vorname,Nachname,E-Mail-Adresse,Telefon geschäftlich,Ort geschäftlich\n"
        "Segelkreis,M.,N.,s@k.example,030 23125 044,Linden\n",
        ["segelkreis"],
        "Vorname, Nachname",
        "sport",
    ),
    "postings": (
        "posting",
        "Art;Was;Wer;gültig bis;Kontakt\nbiete;Saal;Frauentreff Rosa;1.3.2027;M. N.\n",
        ["saal"],
        "Kontakt",
        "helpers",
    ),
}


ASKED = re.compile(r"^( *)# (.+):   # Bitte ausfüllen.*$", re.MULTILINE)


def filled_in(proposed: str, answer: str) -> str:
    """The mapping as a person leaves it who answers everything alike."""
    opened = re.sub(
        r"^( *)# (constants|values|topics|organisers):$", r"\1\2:", proposed, flags=re.M
    )
    return ASKED.sub(rf"\1\2: {answer}", opened)


@pytest.fixture
def run(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    monkeypatch.setenv("CONTENT", str(folder))
    monkeypatch.setenv("TODAY", "2026-11-22")

    def ran(kind: str, *more: str) -> tuple[int, str]:
        code = main(["read", "--file", str(tmp_path / "liste.csv"), "--kind", kind, *more])
        return code, capsys.readouterr().out

    return ran


@pytest.mark.parametrize("name", LISTS)
def test_a_proposal_works_once_its_questions_are_answered(
    name: str, run: Run, tmp_path: Path
) -> None:
    kind, text, ids, unplaced, answer = LISTS[name]
    (tmp_path / "liste.csv").write_text(text, encoding="utf-8")
    code, shown = run(kind)
    assert (code, re.findall("Ohne Platz sind: (.*)", shown)) == (0, [unplaced] if unplaced else [])
    mapping = tmp_path / "liste.zuordnung.yaml"
    proposed = mapping.read_text("utf-8")
    assert bool(ASKED.search(proposed)) == bool(answer) == ("Bitte darin ausfüllen" in shown)
    assert run(kind)[0] == 1
    assert mapping.read_text("utf-8") == proposed
    code, shown = run(kind, "--mapping", str(mapping), "--write", "1")
    assert (code, re.findall(r"Neu: (\S+)", shown)) == ((1, []) if answer else (0, ids))
    if answer:
        mapping.write_text(filled_in(proposed, answer), encoding="utf-8")
        code, shown = run(kind, "--mapping", str(mapping), "--write", "1")
        assert (code, re.findall(r"Neu: (\S+)", shown)) == (0, ids)


def proposal(run: Run, tmp_path: Path, kind: str, text: str) -> dict[str, Any]:
    """What the proposed mapping says."""
    (tmp_path / "liste.csv").write_text(text, encoding="utf-8")
    assert run(kind)[0] == 0
    said: dict[str, Any] = yaml.safe_load((tmp_path / "liste.zuordnung.yaml").read_text("utf-8"))
    return said


def again(run: Run, tmp_path: Path, kind: str) -> list[tuple[str, str]]:
    """(cell, code) of what is said of the list with the proposed mapping, untouched."""
    shown = run(kind, "--mapping", str(tmp_path / "liste.zuordnung.yaml"))[1]
    return re.findall(r"^(Zeile \d+(?:, Spalte \w)?)[^\n]*\[(\S+)\]$", shown, re.MULTILINE)


def test_nobody_organises_what_the_list_does_not_say(run: Run, tmp_path: Path) -> None:
    text = (
        "Titel;Datum;Organisation;Eintritt\nFest;5.12.2026;Verein Unbekannt;keiner\n"
        'Markt;6.12.2026;"Kurdischer Frauenverein; Frauentreff Rosa";-\n'
        "Tanz;7.12.2026;Verein;\nLesung;8.12.2026;;\n"
    )
    said = proposal(run, tmp_path, "event", text)
    assert said["columns"]["organisers"] == "Organisation"
    assert "constants" not in said
    assert said["values"] == {
        "organisers": {"Kurdischer Frauenverein": "kurdischer-frauenverein"},
        "price": {"-": "-"},
    }
    asked = ASKED.findall((tmp_path / "liste.zuordnung.yaml").read_text("utf-8"))
    assert [theirs for _, theirs in asked] == ["Verein Unbekannt", "Verein"]
    assert again(run, tmp_path, "event") == [
        ("Zeile 2, Spalte C", "SHEET-REFERENCE"),
        ("Zeile 4, Spalte C", "SHEET-REFERENCE"),
        ("Zeile 5, Spalte C", "SHEET-EMPTY"),
    ]


def test_a_line_that_is_opened_but_not_filled_in_is_refused(run: Run, tmp_path: Path) -> None:
    proposal(run, tmp_path, "event", "Titel;Datum;Wer\nFest;5.12.2026;Verein Unbekannt\n")
    mapping = tmp_path / "liste.zuordnung.yaml"
    mapping.write_text(filled_in(mapping.read_text("utf-8"), ""), encoding="utf-8")
    assert run("event", "--mapping", str(mapping))[0] == 1


def test_a_column_is_mapped_when_most_of_its_cells_fit(run: Run, tmp_path: Path) -> None:
    text = (
        "Vereinsname;E-Mail;Tel.;Internet;Sparte;Koordinaten;Mitglieder\n"
        "A Kreis;a@b.example;030/23125-017;keine;Sport;k. A.;viele\n"
        "B Kreis;b@b.example;030/23125-018 oder 019;b.example;Sport;-;einige\n"
        'C Kreis;"c@b.example, d@b.example";030/23125-020;c.example;Sport;52.5341, 13.3402;3\n'
        "D Kreis;d@b.example;-;d.example;Musik;;\n"
    )
    said = proposal(run, tmp_path, "association", text)
    assert [*said["columns"]] == ["name", "topics", "email", "phone", "website", "location"]
    assert said["values"] == {
        "phone": {"-": "-"},
        "website": {"keine": "-"},
        "location.latitude": {"k. A.": "-", "-": "-"},
    }
    assert again(run, tmp_path, "association") == [
        ("Zeile 1, Spalte G", "SHEET-COLUMN"),
        ("Zeile 3, Spalte C", "TEL-FORM"),
        ("Zeile 4, Spalte B", "MAIL-SEVERAL"),
    ]


def test_what_is_left_out_is_said_with_its_reason(run: Run, tmp_path: Path) -> None:
    text = "Vereinsname;E-Mail;Sparte\nA Kreis;a@b.example;Sport\nB Kreis;x;Sport\n"
    (tmp_path / "liste.csv").write_text(text, encoding="utf-8")
    shown = run("association")[1]
    assert re.findall("Nur als Kommentar, .*: (.*)", shown) == ["E-Mail"]
    lines = (tmp_path / "liste.zuordnung.yaml").read_text("utf-8").splitlines()
    reason = "Zeile 3, Spalte B (E-Mail): »x« ist keine E-Mail-Adresse."
    assert [line for line in lines if "E-Mail" in line] == [f"  # email: E-Mail   # {reason}"]


def test_a_reason_stays_in_its_comment(run: Run, tmp_path: Path) -> None:
    text = 'Vereinsname;E-Mail;Sparte\nA Kreis;"x\nskip: [A]";Sport\n'
    assert proposal(run, tmp_path, "association", text)["skip"] == ["Summe", "Gesamt", "Stand"]
