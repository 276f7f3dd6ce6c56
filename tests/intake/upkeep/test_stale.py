"""`make stale`: what is due, the oldest first, and how it is said."""

import json
from collections.abc import Callable
from datetime import date

import pytest

from plugins.catalogue.link import Catalogue
from plugins.catalogue.model import NOWHERE, Association
from plugins.findings.safe import width
from plugins.intake.upkeep import table
from plugins.intake.upkeep.due import Due, due
from tests.conftest import Write
from tests.intake.upkeep.conftest import Run

TODAY = date(2026, 12, 1)
HEAD = "topics: [musik]\nlisted: {listed}\n"
FUND = "title: Fonds\nfunder: Stadt\n"


def association(name: str, listed: str, more: str = "") -> str:
    return f"name: {name}\n" + HEAD.format(listed=listed) + more


ENTRIES = {
    "associations/alt.yaml": association("Alt", "2019-05-01", "email: post@alt.example\n"),
    "associations/lang-her.yaml": association("Lang her", "2018-01-01", "checked: 2025-11-30\n"),
    "associations/gerade-noch.yaml": association("G", "2018-01-01", "checked: 2025-12-01\n"),
    "associations/neu.yaml": association("Neu", "2026-11-01"),
    "associations/weg.yaml": association("Weg", "2018-01-01", "ended: 2026-12-01\n"),
    "associations/kommt.yaml": association("Kommt", "2027-01-01"),
    "funding/nie.yaml": FUND,
    "funding/frisch.yaml": FUND + "checked: 2026-01-01\n",
    "funding/alt.yaml": FUND + "checked: 2020-01-01\n",
}


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (365, ["nie", "alt", "alt", "lang-her"]),
        (366, ["nie", "alt", "alt"]),
        (364, ["nie", "alt", "alt", "lang-her", "gerade-noch"]),
        (99999, ["nie"]),
    ],
)
def test_the_oldest_first(
    catalogue: Callable[..., Catalogue], days: int, expected: list[str]
) -> None:
    assert [one.entry.id for one in due(catalogue(ENTRIES), TODAY, days)] == expected


def test_a_table_for_people(run: Run, write: Write) -> None:
    content = write(ENTRIES)
    assert run("stale") == (
        0,
        f"""\
Zuletzt bestätigt     Tage  Name      E-Mail            Datei
nie                         Fonds                       {content}/funding/nie.yaml
nie, seit 2019-05-01  2771  Alt       post@alt.example  {content}/associations/alt.yaml
2020-01-01            2526  Fonds                       {content}/funding/alt.yaml
2025-11-30            366   Lang her                    {content}/associations/lang-her.yaml
4 Einträge sind fällig: länger als 365 Tage nicht bestätigt.
""",
        "",
    )


def test_a_list_for_programs(run: Run, write: Write) -> None:
    content = write(ENTRIES)
    code, out, err = run("stale", FORMAT="json", LANGUAGE="en", DAYS="2600")
    assert (code, err) == (0, "2 entries are due: not confirmed for more than 2600 days.\n")
    assert json.loads(out) == [
        {
            "entry": "funding/nie",
            "name": "Fonds",
            "email": "",
            "file": f"{content}/funding/nie.yaml",
            "last": None,
            "confirmed": False,
            "days": None,
        },
        {
            "entry": "associations/alt",
            "name": "Alt",
            "email": "post@alt.example",
            "file": f"{content}/associations/alt.yaml",
            "last": "2019-05-01",
            "confirmed": False,
            "days": 2771,
        },
    ]


def test_what_has_errors_is_said_to_be_missing(run: Run, write: Write) -> None:
    write({"associations/neu.yaml": "name: Neu\n"})
    assert run("stale") == (
        0,
        "Alles wurde in den letzten 365 Tagen bestätigt.\n",
        "Nicht mitgezählt sind Einträge mit Fehlern: 1. Welche, zeigt make check.\n",
    )


@pytest.mark.parametrize("days", ["x", "-1", "1.5", "123456", "٣"])
def test_days_are_a_number(run: Run, days: str) -> None:
    assert run("stale", DAYS=days) == (2, "", f"make stale: DAYS: {days!r}? 365\n")


@pytest.mark.parametrize("name", ["合唱團", "مدرسة العربية", "Chor", "x" * 60, "e\u0301" * 60])
def test_columns_stand_below_each_other_in_every_script(name: str) -> None:
    listed = date(2019, 1, 1)
    known = Association(id="x", origin=NOWHERE, name="x", topics=("musik",), listed=listed)
    late = [Due(known, said, "a@b.example", listed, True) for said in (name, "y" * table.MOST)]
    _, *lines = table.lines(late, TODAY, "de")
    assert {width(line.partition("a@b")[0]) for line in lines} == {27 + table.MOST}
