"""What counts as the same association, and how it is said that two belong together."""

from datetime import date
from pathlib import Path

import pytest

from plugins.validation.check import check_folder
from plugins.validation.context import SiteRules

TODAY = date(2026, 12, 1)
SITE = SiteRules(vocabulary=Path(__file__).parents[1] / "cases" / "vocabulary")
LONG = (
    "Wir singen jeden Dienstag Lieder aus zwanzig Ländern "
    + "ohne Vorsingen und ohne Noten " * 2
    + "gern."
)
PHONE = "phone: 030 23125 100\n"
MAIL = "email: post@haus.example\n"


def notices(folder: Path, entries: dict[str, str]) -> list[tuple[str, str, str]]:
    """(id, id of the other, fields), one a line; names and days of listing are as told."""
    (folder / "associations").mkdir()
    for number, (key, text) in enumerate(entries.items(), 1):
        name = "" if "name: " in text else f"name: {key}\n"
        head = f"{name}topics: [musik]\nlisted: 2024-01-{number:02}\n"
        (folder / "associations" / f"{key}.yaml").write_text(head + text, encoding="utf-8")
    found = check_folder(folder, TODAY, SITE).diagnostics
    assert [d for d in found if d.code not in {"DUP-LIKELY", "DUP-NAME"}] == []
    likely = [(Path(d.path).stem, dict(d.details)) for d in found if d.code == "DUP-LIKELY"]
    return [(key, said["other"].partition("/")[2], said["value"]) for key, said in likely]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ({"a": MAIL, "b": MAIL}, [("b", "a", "email")]),
        ({"b": MAIL, "a": MAIL}, [("a", "b", "email")]),
        ({"a": MAIL + PHONE, "b": PHONE + MAIL}, [("b", "a", "email, phone")]),
        ({"a": f"text: {LONG}\n", "b": f"text: {LONG.upper()}\n"}, [("b", "a", "text")]),
        ({"a": "text: Wir singen.\n", "b": "text: Wir singen.\n"}, []),
        ({"a": "name: Chor\n" + MAIL, "b": "name: CHOR\n" + MAIL}, []),
        ({"a": "name: Chor\n", "b": "name: Chor e. V.\n"}, [("b", "a", "name")]),
        ({"a": MAIL, "b": MAIL + "ended: {on: 2025-01-01}\n"}, []),
        ({"a": MAIL, "b": PHONE, "c": MAIL + PHONE}, [("c", "a", "email"), ("c", "b", "phone")]),
        ({"a": PHONE, "b": PHONE, "c": PHONE}, [("b", "a", "phone"), ("c", "a", "phone")]),
    ],
)
def test_said_once_a_pair_of_the_one_listed_later(
    tmp_path: Path, entries: dict[str, str], expected: list[tuple[str, str, str]]
) -> None:
    assert notices(tmp_path, entries) == expected


HOUSE = "name: Haus der Begegnung e. V.\n" + PHONE
GROUP = "summary: Eine Gruppe im Haus der Begegnung.\n" + PHONE


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ({"haus": HOUSE, "a": GROUP, "b": GROUP}, []),
        ({"a": GROUP, "b": GROUP, "haus": HOUSE}, []),
        ({"haus": HOUSE + "text: Mit Tanzkreis.\n", "a": "name: Tanzkreis\n" + PHONE}, []),
        ({"haus": HOUSE, "a": GROUP, "x": PHONE}, [("x", "haus", "phone")]),
        ({"x": PHONE, "haus": HOUSE, "a": GROUP}, [("haus", "x", "phone")]),
        (
            {"haus": HOUSE + f"text: {LONG}\n", "a": GROUP + f"text: {LONG}\n"},
            [("a", "haus", "text")],
        ),
        (
            {
                "chor": "name: Chor\n" + PHONE,
                "a": "name: Chor am Fluss\ntext: Der Chor am Fluss singt.\n" + PHONE,
            },
            [("a", "chor", "phone")],
        ),
    ],
)
def test_who_names_the_other_may_share_its_phone(
    tmp_path: Path, entries: dict[str, str], expected: list[tuple[str, str, str]]
) -> None:
    assert notices(tmp_path, entries) == expected
