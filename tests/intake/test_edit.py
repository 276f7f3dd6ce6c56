"""Values change at their place; comments, order and everything else stay as they are."""

import pytest

from plugins.catalogue.model import Association, Entry, Event
from plugins.intake.content import ContentFolder
from plugins.intake.edit import CannotEdit, EntryFile, edited, read_tree
from plugins.intake.tree import Branch, Tree

CHOIR = """---
# Geprüft von Miriam
name: Chor   # wie im Register
listed: 2020-01-01

topics: [musik, kultur] # höchstens drei
email: 'a@b.example'
address: # neu
  street: Am Ring 1  # Hinterhaus
  # kommt noch: Etage
  city: "Musterstadt"
checked: {on: 2026-01-01, by: Verein}
contacts:
  - name: A
    phone: 030 23125 101 # vormittags
  - {name: B}
languages:
  - de
  - tr # seit 2020
summary: >-
  Wir singen
  gern.
# Ende
---

Text mit
zwei Zeilen.
"""
EVENT = """---
title: Probe
start: 2026-01-01T19:00
organisers: chor
repeat:
  every: week
  moved:
    2026-01-08: 2026-01-09
venue: chor
---
"""


def change(
    sample: ContentFolder,
    written: str,
    new: Branch,
    kind: type[Entry] = Association,
    *,
    markdown: bool = True,
) -> str:
    file = EntryFile(written.encode(), kind, markdown, sample.lists)
    before = read_tree(file)
    assert before is not None
    after = {key: value for key, value in {**before, **new}.items() if value}
    return edited(file, before, after).decode()


@pytest.mark.parametrize(
    ("key", "value", "old", "new"),
    [
        ("name", "Chor: neu", "name: Chor   #", 'name: "Chor: neu"   #'),
        ("name", "yes", "name: Chor   #", 'name: "yes"   #'),
        ("email", "c@d.example", "'a@b.example'", "c@d.example"),
        ("email", "", "email: 'a@b.example'\n", ""),
        ("topics", ["musik"], "[musik, kultur] #", "[musik] #"),
        ("topics", ["sport", "kultur"], "[musik,", "[sport,"),
        ("address", {"street": "B 2", "city": "Musterstadt"}, "Am Ring 1", "B 2"),
        ("address", {"city": "Musterstadt"}, "  street: Am Ring 1  # Hinterhaus\n", ""),
        (
            "address",
            {"street": "Am Ring 1", "postal_code": "01067", "city": "Musterstadt"},
            "Hinterhaus\n",
            'Hinterhaus\n  postal_code: "01067"\n',
        ),
        (
            "address",
            {"street": "Am Ring 1", "city": "Musterstadt", "note": "Hof, links"},
            '"Musterstadt"\n',
            '"Musterstadt"\n  note: Hof, links\n',
        ),
        ("checked", {"on": "2026-02-02", "by": "Verein"}, "2026-01-01,", "2026-02-02,"),
        ("checked", {"on": "2026-01-01"}, ", by: Verein}", "}"),
        ("checked", {"on": "2026-01-01", "by": "A, B"}, "by: Verein", 'by: "A, B"'),
        (
            "contacts",
            [{"name": "A", "phone": "030 23125 102"}, {"name": "B"}],
            "101 # vor",
            "102 # vor",
        ),
        (
            "contacts",
            [{"name": "A", "phone": "030 23125 101"}, {"name": "B", "role": "C"}],
            "{name: B}",
            "{name: B, role: C}",
        ),
        ("languages", ["de", "uk"], "- tr #", "- uk #"),
        ("languages", ["de"], "  - tr # seit 2020\n", ""),
        ("languages", ["tr"], "  - de\n", ""),
        ("summary", "Kurz.", ">-\n  Wir singen\n  gern.", "Kurz."),
        ("founded", "1998", "tr # seit 2020\n", "tr # seit 2020\nfounded: 1998\n"),
        ("text", "Neu.", "Text mit\nzwei Zeilen.\n", "Neu.\n"),
        ("text", "", "\nText mit\nzwei Zeilen.\n", ""),
    ],
)
def test_only_what_changed_changes(
    sample: ContentFolder, key: str, value: Tree, old: str, new: str
) -> None:
    assert CHOIR.count(old) == 1
    assert change(sample, CHOIR, {key: value}) == CHOIR.replace(old, new)


def test_a_value_that_was_empty_is_filled(sample: ContentFolder) -> None:
    text = CHOIR.replace("email: 'a@b.example'", "email:")
    assert change(sample, text, {"email": "c@d.example"}) == CHOIR.replace(
        "'a@b.example'", "c@d.example"
    )


def test_windows_line_ends_stay(sample: ContentFolder) -> None:
    found = change(sample, CHOIR.replace("\n", "\r\n"), {"name": "Neu"})
    assert found == CHOIR.replace("name: Chor ", "name: Neu ").replace("\n", "\r\n")


def test_a_date_that_stands_for_a_record(sample: ContentFolder) -> None:
    text = CHOIR.replace("{on: 2026-01-01, by: Verein}", "2026-01-01")
    assert change(sample, text, {"checked": {"on": "2026-02-02"}}) == text.replace(
        "checked: 2026-01-01\n", "checked:\n  on: 2026-02-02\n"
    )


def test_what_no_cell_can_hold_stays(sample: ContentFolder) -> None:
    repeat: Branch = {"every": "month", "moved": {"2026-01-08": "2026-01-09"}}
    assert change(sample, EVENT, {"repeat": repeat}, Event) == EVENT.replace("week", "month")


def test_an_association_becomes_a_place(sample: ContentFolder) -> None:
    found = change(sample, EVENT, {"venue": {"name": "Saal", "city": "Musterstadt"}}, Event)
    assert found == EVENT.replace("venue: chor", "venue:\n  name: Saal\n  city: Musterstadt")


def test_a_yaml_file_has_its_text_among_the_fields(sample: ContentFolder) -> None:
    text = "name: Chor # ja\ntopics: musik\nlisted: 2020-01-01\ntext: |\n  Alt\n  und lang.\n"
    assert change(sample, text, {"text": "Neu\n\nund lang."}, markdown=False) == text.replace(
        "  Alt\n  und lang.\n", "  Neu\n\n  und lang.\n"
    )
    assert change(sample, text.rstrip(), {"email": "a@b.example"}, markdown=False) == (
        "name: Chor # ja\ntopics: musik\nemail: a@b.example\nlisted: 2020-01-01\n"
        "text: |\n  Alt\n  und lang.\n"
    )


@pytest.mark.parametrize(
    "text", ["---\nname: [\n---\n", "---\nname: Anders\n---\n", "---\n{name: Chor}\n---\n"]
)
def test_a_file_that_is_not_what_it_was_is_left_alone(sample: ContentFolder, text: str) -> None:
    file = EntryFile(text.encode(), Association, True, sample.lists)
    with pytest.raises(CannotEdit):
        edited(file, {"name": "Chor"}, {"name": "Neu"})
