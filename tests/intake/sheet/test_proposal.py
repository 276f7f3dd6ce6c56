"""Lists of the shapes that others publish: a mapping is proposed, and works untouched."""

import re
from pathlib import Path

import pytest

from plugins.intake.sheet.__main__ import main

LISTS = {
    "german": (
        "association",
        "Vereinsname;Ansprechpartner;Straße;PLZ Ort;Telefon;E-Mail;Homepage;Kategorie\n"
        "Boxkreis e.V.;M. M.;Hafenweg 2;01067 Linden;030 23125 044;a@b.example;b.example;Sport\n"
        "Malkreis;;Elbweg 3;01069 Linden;;mal@b.example;;Kunst am Bau\n",
        ["boxkreis", "malkreis"],
        "Ansprechpartner",
    ),
    "capitals in English": (
        "association",
        "ASSOCIATION NAME,CATEGORY,ADDRESS,PHONE,EMAIL,LAT,LNG\n"
        'Dance Circle,Sport,"Hafenweg 2, 01067 Linden",030 23125 045,d@c.example,53.5512,13.2612\n',
        ["dance-circle"],
        "",
    ),
    "OpenStreetMap": (
        "association",
        "@id,name,club,addr:street,addr:housenumber,addr:postcode,addr:city,contact:phone,@lat,@lon\n"
        "node/1,Segelkreis,sport,Hafenweg,2,01067,Linden,+49 30 23125046,53.5551,13.2612\n",
        ["segelkreis"],
        "@id, club",
    ),
    "heads over two rows": (
        "association",
        ";Anschrift;;Kontakt;\nName;Straße;PLZ;Telefon;E-Mail\n"
        "Ringkreis;Hafenweg 9;01067;030 23125 047;r@k.example\n",
        ["ringkreis"],
        "",
    ),
    "titles and sums": (
        "association",
        "Liste der Vereine\n\nStand: 1.11.2026\nNr.;Verein;Anschrift;Mitglieder\n"
        "1;Chorkreis;Hafenweg 4, 01067 Linden;ca. 40\n2;Tanzkreis;Hafenweg 5, 01067 Linden;30\n"
        "Summe;2;;\n",
        ["chorkreis", "tanzkreis"],
        "",
    ),
    "points": (
        "association",
        "Bezeichnung;geo_point_2d\nRuderkreis;53.5512, 13.2612\n",
        ["ruderkreis"],
        "",
    ),
    "dates and times": (
        "event",
        "Datum;Uhrzeit;Veranstaltung;Ort;Veranstalter;Eintritt\n"
        "Sa, 5.12.2026;19:30 Uhr;Adventssingen;Markt;Chorkreis;frei\n"
        "12.12.2026;19-21 Uhr;Filmnacht;Kino;office;5 Euro\n",
        ["adventssingen", "filmnacht"],
        "",
    ),
    "dates in English": (
        "event",
        "Title\tDate\tStart time\tEnd time\tVenue\nFair\tDec 5, 2026\t10 am\t6 pm\tMarket\n",
        ["fair"],
        "",
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_proposal_works_untouched_and_is_not_overwritten(
    name: str,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    kind, text, ids, unplaced = LISTS[name]
    monkeypatch.setenv("CONTENT", str(folder))
    monkeypatch.setenv("TODAY", "2026-11-22")
    (tmp_path / "liste.csv").write_text(text, encoding="utf-8")
    command = ["read", "--file", str(tmp_path / "liste.csv"), "--kind", kind]
    assert main(command) == 0
    shown = capsys.readouterr().out
    assert re.findall("Ohne Platz sind: (.*)", shown) == ([unplaced] if unplaced else [])
    mapping = tmp_path / "liste.zuordnung.yaml"
    proposed = mapping.read_text("utf-8")
    assert main([*command, "--mapping", str(mapping), "--write", "1"]) == 0
    assert re.findall(r"Neu: (\S+)", capsys.readouterr().out) == ids
    assert main(command) == 1
    assert mapping.read_text("utf-8") == proposed
