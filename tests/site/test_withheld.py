"""Entries with errors: nothing of them is shown, their addresses stay, all else is published."""

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from plugins.publishing.audit import audit
from plugins.publishing.contents import INVENTORY, inventory

Build = Callable[..., subprocess.CompletedProcess[str]]
Write = Callable[[Mapping[str, str]], Path]

SECRET = "Geheimrat"
WRONG = f"{SECRET.lower()}: {SECRET}\n"  # a field that there is not
ASSOCIATION = "name: {}\ntopics: [musik]\nlisted: 2020-01-01\n"
EVENT = "title: {}\nstart: 2026-12-01T19:00\norganisers: [chor]\n"
POSTING = "kind: offer\ntitle: {}\nassociation: chor\ncategory: room\n"
POSTING += "posted: 2026-11-01\nexpires: 2026-12-01\n"

BROKEN = {
    "associations/chor.yaml": f"{WRONG}{ASSOCIATION.format(SECRET)}formerly: [alter-chor, band]\n",
    "associations/kaputt.md": f"---\nname: [{SECRET}\n---\n{SECRET}\n",
    "associations/thema.yaml": ASSOCIATION.format(SECRET),  # the address is that of the topics
    "associations/Chöre.md": SECRET,
    "events/konzert.yaml": WRONG + EVENT.format(SECRET),
    "board/saal.yaml": WRONG + POSTING.format(SECRET),
    "networks/stimmen.yaml": f"{WRONG}title: {SECRET}\n",
    "funding/topf.yaml": f"{WRONG}title: {SECRET}\nfunder: {SECRET}\n",
    "reports/2025.yaml": f"{WRONG}title: {SECRET}\n",
    "pages/impressum.md": f"---\n{WRONG}title: {SECRET}\nmenu: footer\n---\n{SECRET}\n",
    "pages/vereine.md": f"---\ntitle: {SECRET}\n---\n{SECRET}\n",  # that of the directory
    "pages/en.md": f"---\ntitle: {SECRET}\n---\n{SECRET}\n",  # that of a language
}
WHOLE = {
    "associations/band.yaml": ASSOCIATION.format("Band"),
    "events/fest.yaml": EVENT.format("Fest") + "networks: [stimmen]\nfunding: [topf]\n",
    "networks/runde.yaml": "title: Runde\nmembers: [chor, band]\n",
    "board/tisch.yaml": POSTING.format("Tisch") + "placed: {on: 2026-11-20, with: saal}\n"
    "status: placed\n",
    "pages/rat.md": "---\ntitle: Rat\n---\nWie [der Chor](/vereine/chor/), das"
    " [Konzert](/termine/konzert/) und das [Impressum](/impressum/).\n",
}
ADDRESSES = [
    *("vereine/chor", "vereine/alter-chor", "vereine/kaputt", "termine/konzert"),
    *("biete-suche/saal", "netzwerke/stimmen", "bericht/2025", "impressum"),
]


def page(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def built(write: Write, built_once: Callable[..., Path]) -> Path:
    return built_once("withheld", write({**BROKEN, **WHOLE}), LANGUAGES="de,en,ar")


def test_what_has_errors_keeps_its_addresses(built: Path) -> None:
    says = {
        "": "Dieser Eintrag wird gerade berichtigt",
        "en/": "This entry is being corrected",
        "ar/": "يجري تصحيح هذا الإدخال حاليًا",
    }
    wrong = {
        address: path
        for folder, said in says.items()
        for path in ADDRESSES
        if said not in page(built, address := folder + path)
        or "anlaufstelle@musterstadt.example" not in page(built, address)
    }
    assert wrong == {}
    assert audit(built) == ()


def test_nothing_of_it_is_shown_anywhere(built: Path) -> None:
    files = [path for path in built.rglob("*") if path.is_file()]
    assert [p.name for p in files if SECRET.lower().encode() in p.read_bytes().lower()] == []


def test_an_address_of_somebody_else_stays_theirs(built: Path) -> None:
    assert "wird gerade berichtigt" not in page(built, "vereine")
    assert "Band" in page(built, "vereine/band")
    assert "is being corrected" not in page(built, "en")


def test_what_refers_to_it_leads_there(built: Path) -> None:
    fest, programmes = page(built, "termine/fest"), page(built, "foerderung")
    for target in ("/vereine/chor/", "/netzwerke/stimmen/", "/foerderung/#topf"):
        assert f'<a href="{target}">' in fest
    assert 'id="topf"' in programmes and "Noch ist kein Programm" not in programmes
    assert '<a href="/vereine/chor/">' in page(built, "netzwerke/runde")
    assert '<a href="/biete-suche/saal/">' in page(built, "biete-suche/tisch")
    for target in ("/vereine/chor/", "/termine/konzert/", "/impressum/"):
        assert f'href="{target}"' in page(built, "rat")


def test_calendars_stay(built: Path) -> None:
    """An association's goes on with its events; that of an event with errors is empty."""
    calendars = {
        path: (built / path).read_text(encoding="utf-8").count("BEGIN:VEVENT")
        for path in (
            "vereine/chor/termine.ics",
            "vereine/kaputt/termine.ics",
            "termine/konzert.ics",
        )
    }
    assert list(calendars.values()) == [1, 0, 0]


def test_what_is_shown_and_what_not_is_counted(built: Path) -> None:
    shown = inventory((built / INVENTORY).read_bytes())
    assert {kind: sorted(ids) for kind, ids in shown.entries.items() if ids} == {
        "associations": ["band"],
        "events": ["fest"],
        "board": ["tisch"],
        "networks": ["runde"],
        "pages": ["rat"],
    }
    assert shown.left_out == len(BROKEN)


def test_once_mended_all_is_as_if_nothing_had_been(
    write: Write, run_build: Build, tmp_path: Path
) -> None:
    right = {"associations/chor.yaml": ASSOCIATION.format("Chor"), "events/fest.yaml": EVENT}
    outcomes = []
    for text in (right["associations/chor.yaml"], BROKEN["associations/chor.yaml"]) * 2:
        content = write({**right, "associations/chor.yaml": text})
        done = run_build(tmp_path / "out", CONTENT=str(content), LANGUAGES="de,en")
        assert done.returncode == 0, done.stderr
        files = (path for path in (tmp_path / "out").rglob("*") if path.is_file())
        outcomes.append({path: path.read_bytes() for path in files})
    assert outcomes[0] == outcomes[2] != outcomes[1] == outcomes[3]
