"""A submission held against what is there: the file it would make, and what is found."""

from dataclasses import replace

import pytest

from plugins.catalogue.settings import Settings
from plugins.intake.content import ContentFolder, read
from plugins.intake.submission.filled import FieldChange, filled, looked_over_again
from plugins.intake.submission.submission import Sender, Submission, of_pairs
from tests.intake.submission.conftest import CHOIR
from tests.intake.submission.test_questionnaire import SUBMITTED

NEW = """\
---
name: Trommeln Neustadt
topics: [musik]
contacts:
  - name: Alex Beispiel
    phone: 030 23125 180
address:
  street: Marktplatz 11
listed: 2026-11-22
consent:
  on: 2026-11-22
  by: Mona Beispiel
  scope: [Name, Telefonnummer]
---

Wir trommeln.

Laut.
"""
FIELDS = {
    "name": ("Trommeln Neustadt e. V.",),
    "topics": ("Musik",),
    "address.street": ("Marktplatz 11",),
    "contacts.1.name": ("Alex Beispiel",),
    "contacts.1.phone": ("030 23125 180",),
    "text": ("Wir trommeln.\n\nLaut.",),
}
WITH_CONSENT = replace(SUBMITTED, fields=FIELDS)


def change(**fields: tuple[str, ...]) -> Submission:
    said = {name.replace("__", "."): value for name, value in fields.items()}
    return Submission(form="aenderung", entry="associations/chor-am-fluss", fields=said)


def test_a_new_entry(there: ContentFolder) -> None:
    found = filled(WITH_CONSENT, there)
    assert (found.state, found.id, found.errors) == ("new", "trommeln-neustadt", ())
    assert found.path == "content/associations/trommeln-neustadt.md"
    assert sorted(found.text.split("\n")) == sorted(
        NEW.replace("Neustadt", "Neustadt e. V.").split("\n")
    )
    assert found.differences[0] == FieldChange("Name", "", "Trommeln Neustadt e. V.")
    assert found.withheld == ()


def test_without_consent_nobody_is_named(there: ContentFolder) -> None:
    found = filled(replace(WITH_CONSENT, consent=False), there)
    assert found.errors == ()
    for word in ("Alex", "180", "Mona", "mona@", "contacts", "consent"):
        assert word not in found.text
    assert found.withheld == ("Ansprechperson 1: Name", "Ansprechperson 1: Telefon")


def test_the_office_decides_when_it_begins(there: ContentFolder) -> None:
    given = [("_form", "verein"), ("name", "X"), ("topics", "Musik"), ("listed", "2020-01-01")]
    submission = of_pairs([*given, ("consent.on", "2020-01-01"), ("id", "../x")])
    assert submission.message == "listed: 2020-01-01\nconsent.on: 2020-01-01\nid: ../x"
    assert filled(submission, there).text == (
        "---\nname: X\ntopics: [musik]\nlisted: 2026-11-22\n---\n"
    )


@pytest.mark.parametrize(
    ("submission", "old", "new"),
    [
        (change(phone=("030 23125 200",)), '"030 23125 170"', "030 23125 200"),
        (change(phone=()), 'phone: "030 23125 170"\n', ""),
        (change(email=("chor@x.example",)), "\nphone: ", "\nemail: chor@x.example\nphone: "),
        (change(name=("Chor vom Fluss",)), "name: Chor am Fluss", "name: Chor vom Fluss"),
        (
            change(text=("Wir singen nie.",)),
            "Wir singen am Fluss, jeden\nDienstag.",
            "Wir singen nie.",
        ),
        (change(topics=("Kinder",)), "[musik]", "[Kinder]"),
    ],
)
def test_a_change_changes_its_fields_alone(
    submission: Submission, old: str, new: str, there: ContentFolder
) -> None:
    found = filled(submission, there)
    assert (found.state, found.before) == ("changed", CHOIR.encode())
    assert found.text == CHOIR.replace(old, new)
    assert [difference.label for difference in found.differences] != []


SAME = [
    change(phone=("+49 30 23125170",)),
    change(text=("Wir singen  am Fluss,\njeden Dienstag.",)),
    change(name=("Chor am Fluss",), topics=("musik",), contacts__1__name=("Kim Muster",)),
    change(listed=("2020-01-01",), formerly=("x",)),
    change(summary=()),
    change(),
]


@pytest.mark.parametrize("submission", SAME, ids=str)
def test_what_means_the_same_changes_nothing(submission: Submission, there: ContentFolder) -> None:
    found = filled(replace(submission, consent=True), there)
    assert (found.state, found.text, found.differences) == ("same", CHOIR, ())


def test_another_person_takes_nothing_over_from_the_one_before(there: ContentFolder) -> None:
    submission = replace(
        change(contacts__1__name=("Alex",)), consent=True, sender=Sender("Mona", "m@x.example")
    )
    found = filled(submission, there)
    assert "  - name: Alex\nconsent:" in found.text
    assert "on: 2026-11-22, by: Mona, scope: [Name]" in found.text
    assert "23125 171" not in found.text


def test_who_has_agreed_to_less_before_has_not_agreed_to_more(there: ContentFolder) -> None:
    second = {"contacts__2__name": ("Alex",), "contacts__2__phone": ("030 23125 199",)}
    found = filled(replace(change(**second), consent=True), there)
    assert "scope: [Name]" in found.text


def test_a_change_without_consent_leaves_the_people_alone(there: ContentFolder) -> None:
    found = filled(change(contacts__1__name=("Alex",), phone=("030 23125 200",)), there)
    assert found.text == CHOIR.replace('"030 23125 170"', "030 23125 200")
    assert found.withheld == ("Ansprechperson 1: Name",)


def test_who_stands_there_already_needs_no_new_consent(there: ContentFolder) -> None:
    same = change(contacts__1__name=("Kim Muster",), contacts__1__phone=("+49 30 23125171",))
    assert (filled(same, there).state, filled(same, there).withheld) == ("same", ())


def test_without_consent_not_even_their_part_is_named(there: ContentFolder) -> None:
    fields = FIELDS | {"contacts.1.role": ("Vorsitz",), "contacts.2.role": ("Kasse",)}
    found = filled(Submission(form="verein", fields=fields), there)
    assert (found.errors, "contacts" in found.text) == ((), False)
    assert found.withheld == (
        "Ansprechperson 1: Name",
        "Ansprechperson 1: Funktion",
        "Ansprechperson 1: Telefon",
        "Ansprechperson 2: Funktion",
    )


HIDDEN = """\
contacts:
  - {phone: 030 23125 172}
  - {name: Kim Muster, phone: 030 23125 171}
consent: {on: 2025-01-01, scope: [Name]}
"""


@pytest.mark.parametrize(
    ("number", "people"),
    [
        (
            "1",
            [
                FieldChange("Ansprechperson 2: Name", "Kim Muster", "Kim Neu"),
                FieldChange("Ansprechperson 2: Telefon", "030 23125 171", ""),
            ],
        ),
        ("2", [FieldChange("Ansprechperson 3: Name", "", "Kim Neu")]),
    ],
)
def test_people_are_counted_as_the_page_shows_them(
    place: Settings, number: str, people: list[FieldChange]
) -> None:
    """The first of the file is not public: nothing is said of them, nothing put to them."""
    file = place.content / "associations" / "chor-am-fluss.md"
    start, end = CHOIR.index("contacts:"), CHOIR.index("listed:")
    file.write_text(CHOIR[:start] + HIDDEN + CHOIR[end:], encoding="utf-8")
    said = change(**{f"contacts__{number}__name": ("Kim Neu",)})
    found = filled(replace(said, consent=True), read(place))
    assert [one for one in found.differences if one.label.startswith("Ansprech")] == people


def test_whoever_wants_to_be_taken_out_needs_no_consent(there: ContentFolder) -> None:
    found = filled(change(contacts__1__name=(), contacts__1__phone=()), there)
    assert "Kim Muster" not in found.text and "23125 171" not in found.text
    assert (found.state, found.withheld) == ("changed", ())


BIDI = "Chor \u202egnuhoz"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        (BIDI, "ENC-BIDI"),
        ("Chor\x07", "ENC-CONTROL"),
        ("Chor\u200b", "ENC-INVISIBLE"),
        ("x" * 500, "FLD-LONG"),
        ("x" * 100_000, "FILE-SIZE"),
    ],
)
def test_what_no_file_may_hold_is_refused(name: str, code: str, there: ContentFolder) -> None:
    submission = Submission(form="verein", fields={"name": (name,), "topics": ("Musik",)})
    assert code in [finding.code for finding in filled(submission, there).errors]


@pytest.mark.parametrize(
    "name", ["{a: b}", "&a *b", "!!python/object:x", "a: b # c", "---", "- x", "no", "'\"", "<<"]
)
def test_yaml_is_text(name: str, there: ContentFolder) -> None:
    submission = Submission(form="verein", fields={"name": (name,), "topics": ("Musik",)})
    found = filled(submission, there, "neu")
    assert [finding.code for finding in found.errors] == []
    assert found.differences[0].new == name
    assert found.text.count("\n---\n") == 1


@pytest.mark.parametrize(
    ("name", "entry_id"),
    [
        ("Chor am Fluss", "chor-am-fluss-2"),
        ("Flusschor", "flusschor-2"),
        ("../../etc/passwd", "etc-passwd"),
        ("جوقة النهر", "vereine-2026-11-22"),
        ("con", "con-2"),
    ],
)
def test_the_id_is_a_free_one(name: str, entry_id: str, there: ContentFolder) -> None:
    submission = Submission(form="verein", fields={"name": (name,), "topics": ("Musik",)})
    assert filled(submission, there).id == entry_id


EVENT = {"title": ("Fest",), "start": ("5.12.2026 19:30",), "organisers": ("Chor am Fluss",)}


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({"end": ("22 Uhr",)}, "end: 2026-12-05T22:00"),
        ({"venue": ("Chor am Fluss",)}, "venue: chor-am-fluss"),
        ({"venue": ("Saal 2",)}, "  name: Saal 2"),
        ({"venue": ("Saal 2",), "venue.street": ("Weg 1",)}, "  street: Weg 1"),
        ({"repeat.every": ("Woche",), "repeat.weekdays": ("Samstag",)}, "  weekdays: [saturday]"),
        ({"languages": ("Deutsch, Türkisch",)}, "languages: [de, tr]"),
    ],
)
def test_an_event_as_people_write_it(
    more: dict[str, tuple[str, ...]], line: str, there: ContentFolder
) -> None:
    found = filled(Submission(form="termin", fields=EVENT | more), there)
    assert [finding.code for finding in found.errors] == []
    assert line in found.text.split("\n")


@pytest.mark.parametrize(
    ("submission", "state"),
    [
        (replace(change(), entry="associations/gibt-es-nicht"), "gone"),
        (replace(change(), entry="associations/kaputt"), "broken"),
        (Submission(message="Hallo"), "message"),
        (Submission(form="hinweis", entry="associations/chor-am-fluss", message="?"), "same"),
    ],
)
def test_what_makes_no_file(submission: Submission, state: str, there: ContentFolder) -> None:
    assert filled(submission, there).state == state


def test_what_is_said_of_a_picture_waits_for_the_picture(there: ContentFolder) -> None:
    fields = {"name": ("X",), "topics": ("Musik",), "images.1.alt": ("Ein Chor",)}
    found = filled(Submission(form="verein", fields=fields), there)
    assert (found.errors, found.left_out) == ((), ("Bilder",))


def test_what_is_said_twice_is_not_lost(there: ContentFolder) -> None:
    twice = {"venue": ("chor-am-fluss",), "venue.street": ("Weg 1",), "price": ("frei", "5 Euro")}
    found = filled(Submission(form="termin", fields=EVENT | twice), there)
    assert "venue: chor-am-fluss\n" in found.text and "price: frei\n" in found.text
    assert found.left_out == (
        "Eintritt: 5 Euro",
        "Ort der Veranstaltung: Straße und Hausnummer: Weg 1",
    )


@pytest.mark.slow
@pytest.mark.parametrize("value", ["x" * 100_000, "1." * 50_000, "+49 " * 25_000, "a, " * 30_000])
def test_what_is_huge_is_refused(value: str, there: ContentFolder) -> None:
    fields = dict.fromkeys(("name", "topics", "phone", "founded", "website"), (value,) * 1000)
    found = filled(Submission(form="verein", fields=fields), there)
    assert found.errors != ()


@pytest.mark.parametrize(
    ("written", "file"),
    [
        ("instagram: https://i.example/chor\nmastodon: @chor@x.example", "mastodon: "),
        ("https://i.example/chor", "social: "),
        ("<<: x", "social: "),
    ],
)
def test_social_networks(written: str, file: str, there: ContentFolder) -> None:
    fields = {"name": ("X",), "topics": ("Musik",), "social": (written,)}
    assert file in filled(Submission(form="verein", fields=fields), there).text


def test_what_would_change_is_said_in_the_words_of_people(there: ContentFolder) -> None:
    more = {"languages": ("tr",), "venue": ("chor-am-fluss",), "repeat.every": ("Woche",)}
    found = filled(Submission(form="termin", fields=EVENT | more), there)
    assert [(one.label, one.new) for one in found.differences] == [
        ("Titel", "Fest"),
        ("Veranstalter", "Chor am Fluss"),
        ("Beginn", "Samstag, 5.12.2026, 19:30"),
        ("Wiederholung: Rhythmus", "wöchentlich"),
        ("Ort der Veranstaltung", "Chor am Fluss"),
        ("Sprachen", "Türkisch"),
    ]


@pytest.mark.parametrize("listed", ["2024-01-10", "2027-01-10"])
def test_who_may_be_there_is_named_whichever_is_the_later(listed: str, place: Settings) -> None:
    path = place.content / "associations" / "chor-am-fluss.md"
    path.write_text(CHOIR.replace("2024-01-10", listed), encoding="utf-8")
    said = Submission(
        form="verein",
        fields={"name": ("Fluss-Chor",), "topics": ("Musik",), "phone": ("030 23125 170",)},
    )
    there = read(place)
    found = filled(said, there)
    likely = [one for one in found.findings if one.code == "DUP-LIKELY"]
    again = looked_over_again(found, found.text + "\nMehr.", there)
    assert [one for one in again.findings if one.code == "DUP-LIKELY"] == likely
    [one] = likely
    assert (one.path, found.text.split("\n")[one.place.line - 1]) == (
        found.path,
        "phone: 030 23125 170",
    )
    assert one.message("de") == (
        "Vielleicht derselbe Verein wie »Chor am Fluss« (associations/chor-am-fluss): "
        "Gleich ist phone."
    )
