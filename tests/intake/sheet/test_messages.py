"""Every code that is about cells and rows is found, by a sheet as small as can be.

Why a sheet cannot be read at all: test_unreadable.py."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, get_args

import pytest

from plugins.catalogue.diagnostics import Diagnostic, MessageLanguage
from plugins.catalogue.settings import Settings
from plugins.intake import content
from plugins.intake.content import ContentFolder
from plugins.intake.sheet import mapping, workbook
from plugins.intake.sheet.headers import kind_named
from plugins.intake.sheet.mapping import NO_MAPPING
from plugins.intake.sheet.problems import finding, where
from plugins.intake.sheet.rows import table_of
from plugins.intake.sheet.sheet_diff import sheet_diff
from tests.intake.sheet.conftest import Ods

pytestmark = pytest.mark.slow


class Case(NamedTuple):
    """A sheet of one kind, the mapping of a list from elsewhere, and what its field says too."""

    kind: str
    rows: Sequence[Sequence[object]]
    mapping: str = ""
    also: tuple[str, ...] = ()


def associations(**cells: object) -> Case:
    """A new association that has all it needs, with more in its row."""
    row = {"id": "neu", "name": "Neu", "topics": "musik", "listed": "2026-11-22"} | cells
    return Case("association", [list(row), list(row.values())])


def events(**cells: object) -> Case:
    """A new event that has all it needs, with more in its row."""
    row = {"id": "neu", "title": "Neu", "start": "1.12.2026", "organisers": "office"} | cells
    return Case("event", [list(row), list(row.values())])


def foreign(columns: str, *rows: Sequence[object]) -> Case:
    """A list from elsewhere."""
    constants = "constants: {listed: 2026-11-22, topics: sport}\n"
    return Case("association", rows, f"columns: {{name: Name, {columns}}}\n{constants}")


CASES: dict[str, Case] = {
    "SHEET-EMPTY": associations(topics=""),
    "SHEET-MISSING": Case("association", [["id", "name", "topics"], ["neu", "Neu", "musik"]]),
    "SHEET-ID-TWICE": Case("event", [*events().rows, *events().rows[1:]]),
    "SHEET-NO-ID": associations(id="", name="جوقة"),
    "SHEET-PHONE": associations(phone=3023125044.0)._replace(also=("TEL-AREA",)),
    "SHEET-ZERO": associations(**{"address.postal_code": 1067.0, "address.city": "Lindenhafen"}),
    "SHEET-REFERENCE": events(organisers="Verein, den es nicht gibt"),
    "SHEET-PAIR": associations(social="mastodon"),
    "SHEET-EITHER": events(**{"venue": "chor-der-nationen", "venue.name": "Saal"}),
    "SHEET-YES-NO": Case(
        "funding", [["id", "title", "funder", "rolling"], ["neu", "Neu", "Stadt", "vielleicht"]]
    ),
    "SHEET-LIST": associations(languages="Deutsch Arabisch"),
    "SHEET-PLACE": events(venue="Bürgerhaus"),
    "SHEET-ONLINE": events(venue="per Zoom"),
    "SHEET-BROKEN": associations(id="kaputt"),
    "SHEET-LARGE": Case(
        "page", [["id", "title", "text"], ["neu", "Neu", "\N{MUSICAL SYMBOL G CLEF}" * 18_000]]
    ),
    "SHEET-ERROR": associations(short_name="#NV"),
    "SHEET-LETTERS": associations(short_name="Ba?lama"),
    "SHEET-DATE": associations(listed="bald"),
    "SHEET-TIME": events(start="bald"),
    "SHEET-UNUSED": foreign(
        "phone: [Neu, Alt]",
        ["Name", "Neu", "Alt"],
        ["Boxkreis", "030 23125 044", "030 23125 045"],
    ),
    "SHEET-ADDRESSES": associations(**{"address.street": "Hafenweg 2, Elbweg 3"}),
    "SHEET-POINT": foreign("location: Karte", ["Name", "Karte"], ["Boxkreis", "hinterm Deich"]),
    "SHEET-SKIPPED": foreign(
        "email: Mail, phone: Ruf",
        ["Name", "Mail", "Ruf"],
        ["Sportvereine", "", ""],
        ["Boxkreis", "box@kreis.example", "030 23125 044"],
    ),
    "SHEET-COLUMN": associations(Bemerkung="x"),
}


@pytest.fixture(scope="module")
def known(sample_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> ContentFolder:
    """The sample content, with a file that has errors."""
    folder = tmp_path_factory.mktemp("known") / "content"
    shutil.copytree(sample_settings.content, folder)
    (folder / "associations" / "kaputt.md").write_text("---\nname: [\n---\n")
    return content.read(replace(sample_settings, content=folder))


def found(case: Case, known: ContentFolder, ods: Ods, folder: Path) -> tuple[Diagnostic, ...]:
    """What reading the sheet finds."""
    (folder / "liste.ods").write_bytes(ods("Liste", case.rows))
    (folder / "zuordnung.yaml").write_text(case.mapping, encoding="utf-8")
    kind = kind_named(case.kind)
    columns = mapping.read(folder / "zuordnung.yaml", kind) if case.mapping else NO_MAPPING
    table = table_of(workbook.read(folder / "liste.ods"), kind, known.lists, "DE", columns)
    return sheet_diff(table, known).found


@pytest.mark.parametrize("code", CASES)
def test_a_sheet_yields_the_code_and_nothing_else(
    code: str, known: ContentFolder, ods: Ods, tmp_path: Path
) -> None:
    codes = [one.code for one in found(CASES[code], known, ods, tmp_path)]
    assert codes == [code, *CASES[code].also]


@pytest.mark.parametrize("case", [associations(), events()], ids=["association", "event"])
def test_the_rows_that_the_others_vary_are_right(
    case: Case, known: ContentFolder, ods: Ods, tmp_path: Path
) -> None:
    assert found(case, known, ods, tmp_path) == ()


def test_a_day_is_shown_as_people_write_it(known: ContentFolder, ods: Ods, tmp_path: Path) -> None:
    (one,) = found(associations(listed="46357"), known, ods, tmp_path)
    assert (one.message("de"), one.remedy("de")) == (
        "»46357« ist kein Datum. (»1.12.2026«?)",
        "So schreiben: 1.12.2026 oder 2026-12-01.",
    )


@pytest.mark.parametrize("code", CASES)
def test_every_message_has_all_its_words(code: str) -> None:
    words = "value other key field mended hint like".split()
    found = finding(7, 6, code, **dict.fromkeys(words, "x"))
    for language in get_args(MessageLanguage):
        assert [
            text
            for text in (found.message(language), found.remedy(language))
            if "{" in text or not text
        ] == []
    assert where(found.place, "E-Mail", "de") == "Zeile 7, Spalte F (E-Mail)"
