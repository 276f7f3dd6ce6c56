"""A submission as text: what is written is read back, and what mail programs do to it as well."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalogue.descriptions import TABLES
from plugins.catalogue.descriptions.forms import FORMS, OWN
from plugins.catalogue.find import FOLDERS
from plugins.catalogue.model import Association, Entry, Event, Posting
from plugins.intake.submission.form_fields import is_form_field, labels
from plugins.intake.submission.forms import kind_for
from plugins.intake.submission.questionnaire import read, write
from plugins.intake.submission.submission import Sender, Submission, line, of_pairs, tidy

KINDS: tuple[type[Entry], ...] = (Association, Event, Posting)

FILLED_IN = """\
Formular: Neuer Verein
Sprache: Arabisch (ar)

Name: Chor am Fluss
Themen: Musik, Tanz
Anschrift: Straße und Hausnummer: Marktplatz 11
Ansprechperson 1: Name: Alex Beispiel
Text:
Wir singen.

Auch im Sommer.
-----

Einwilligung: ja
Wer schickt das: Mona Beispiel
Antwort an: mona@chor.example
Nachricht:
Bitte bald.
-----
"""
SUBMITTED = Submission(
    form="verein",
    language="ar",
    fields={
        "name": ("Chor am Fluss",),
        "topics": ("Musik", "Tanz"),
        "address.street": ("Marktplatz 11",),
        "contacts.1.name": ("Alex Beispiel",),
        "text": ("Wir singen.\n\nAuch im Sommer.",),
    },
    sender=Sender("Mona Beispiel", "mona@chor.example"),
    message="Bitte bald.",
    consent=True,
)


def test_values_with_lines_beside_others() -> None:
    fields = {"topics": ("a\nb", "x, y", "-", "»z«"), "name": ("a\nb", "x, y", "-", "*z*", "_")}
    submission = Submission(form="verein", fields=fields)
    assert read(write(submission)) == submission


def test_there_and_back() -> None:
    assert write(SUBMITTED) == FILLED_IN
    assert read(FILLED_IN) == SUBMITTED


def quoted(text: str) -> str:
    return "".join(f"> {one}\n" for one in text.split("\n"))


SAME: dict[str, Callable[[str], str]] = {
    "windows": lambda text: text.replace("\n", "\r\n"),
    "quoted": quoted,
    "quoted twice": lambda text: quoted(quoted(text)),
    "blanks": lambda text: text.replace(": ", " :   ").replace("\n", "  \n"),
    "capitals": lambda text: re.sub(r"(?m)^[^:\n]+:", lambda match: match[0].upper(), text),
    "stars": lambda text: re.sub(r"(?m)^([^:\n]+):", r"*\1:*", text),
    "no numbers": lambda text: text.replace("person 1", "person"),
    "wrapped": lambda text: text.replace("Marktplatz 11", "Marktplatz\n11"),
    "on the next line": lambda text: text.replace("an: mona", "an:\nmona"),
    "an end lost": lambda text: text.replace("Sommer.\n-----\n", "Sommer.\n"),
    "a dash for dashes": lambda text: text.replace("-----", "——"),
    "left empty": lambda text: text.replace("Themen", "Kurzname:\nTelefon:\n\nThemen"),
    "other order": lambda text: text.replace("Einwilligung: ja\n", "").replace(
        "Name: Chor", "Einwilligung: ja\nName: Chor"
    ),
}


@pytest.mark.parametrize("name", SAME)
def test_what_people_and_programs_do_to_it(name: str) -> None:
    assert read(SAME[name](FILLED_IN)) == SUBMITTED


QUOTED = "> Formular: Neuer Verein\n> Name: Ein anderer Chor"


@pytest.mark.parametrize(
    ("text", "more"),
    [
        (f"Hallo!\n\n{FILLED_IN}", "Hallo!"),
        (f"{FILLED_IN}\nViele Grüße\nMona", "Viele Grüße\nMona"),
        (f"{FILLED_IN}\n{QUOTED}", QUOTED),
        (FILLED_IN.replace("Themen", "\nKonto: 12\nThemen"), "Konto: 12"),
        (FILLED_IN.replace("Themen", "\nGeprüft: am: heute\nThemen"), "Geprüft: am: heute"),
        (FILLED_IN.replace("Themen", "Eintrag: ../x\nThemen"), "Eintrag: ../x"),
    ],
)
def test_what_is_not_understood_is_part_of_the_message(text: str, more: str) -> None:
    assert read(text) == replace(SUBMITTED, message=f"Bitte bald.\n{more}")


EVENT = "Formular: Neuer Termin\nTitel: Probe\nBeginn: 1.12.2026 19:30\nEnde: 21:30\n"
UNEXPECTED = [
    "Wiederholung: jeden Dienstag",
    "Treffpunkt: am Markt",
    "*Treffpunkt:* am Markt",
    "Wer kommt mit:\nAlle",
    "Zusätzliche Termine:\n24.12.2026\n31.12.2026",
    "Bild: siehe Anhang",
    "Bild: chor.jpg",
    "المكان: السوق",
    "Место встречи: рынок",
]


@pytest.mark.parametrize("after", ["Ende: 21:30", "Ende:\n21:30", "Ende:"])
@pytest.mark.parametrize("more", UNEXPECTED)
def test_a_label_that_nobody_asked_for_is_no_more_of_a_value(more: str, after: str) -> None:
    found = read(EVENT.replace("Ende: 21:30", f"{after}\n{more}\nEintritt: frei\n{more}"))
    end = {"end": ("21:30",)} if after != "Ende:" else {}
    known = {"title": ("Probe",), "start": ("1.12.2026 19:30",), "price": ("frei",)}
    assert found == Submission(form="termin", fields={**known, **end}, message=f"{more}\n{more}")


WRAPPED = [
    ("Eintritt", "fünf Euro, für alle, die sonst nicht kommen könnten,\nKinder: frei"),
    ("Eintritt", "fünf Euro,\nfür Kinder: nichts"),
    ("Eintritt", "fünf Euro, siehe\nhttps://chor.example/preise"),
    ("Eintritt", "fünf Euro ab\n19:30"),
    ("Eintritt", "fünf Euro.\nWer an diesem Abend noch kein Geld hat: frei"),
]


@pytest.mark.parametrize(("called", "value"), WRAPPED)
def test_what_goes_on_with_a_colon_goes_on(called: str, value: str) -> None:
    found = read(f"{EVENT}{called}: {value}\nAntwort an: m@x.example\n")
    assert found is not None and found.fields["price"] == (value.replace("\n", " "),)


@pytest.mark.parametrize(
    "text", ["", "Name: Chor", "Formular: Steuererklärung", "Hallo\nwelches Formular?", "Formular:"]
)
def test_what_is_no_questionnaire(text: str) -> None:
    assert read(text) is None


MANY = ["Name:\n", "Themen: »,\n", "a:", "»,", "> ", "Telefon:\n\n", "-----\n", " "]


@pytest.mark.parametrize("piece", MANY)
def test_a_long_text_is_read_like_a_short_one(piece: str) -> None:
    text = f"Formular: Neuer Verein\nThemen: {piece}" + piece * (50_000 // len(piece))
    found = read(text)
    assert found is not None and found.form == "verein"


def test_no_label_means_two_things() -> None:
    for kind in KINDS:
        assert not {called.casefold() for called in OWN.values()} & {*labels(kind)}
        asked = [path for path in TABLES[kind] if TABLES[kind][path].step]
        assert {p.replace(".#", "") for p in labels(kind).values()} >= {
            path for path in asked if is_form_field(kind, path)
        }


OFFICE_ONLY = ["listed", "checked", "checked.on", "consent.on", "ended.on", "formerly", "logo"]
NONE_AT_ALL = ["id", "origin", "", ".", "name.1", "contacts", "contacts.1", "contacts.name", "x.y"]
NUMBERS = ["contacts.0.name", "contacts.01.name", "contacts.100.name", "topics.1", "1.name"]


@pytest.mark.parametrize("path", [*OFFICE_ONLY, *NONE_AT_ALL, *NUMBERS, "contacts.1.1.name"])
def test_what_no_form_asks_for_cannot_be_set(path: str) -> None:
    assert not is_form_field(Association, path)
    found = of_pairs([("_form", "verein"), (path, "x")])
    assert (found.fields, found.message) == ({}, f"{path}: x" if path else ": x")


@pytest.mark.parametrize("path", ["name", "address.city", "contacts.1.name", "contacts.20.phone"])
def test_what_a_form_asks_for(path: str) -> None:
    found = of_pairs([("_form", "verein"), (path, " x\r\n"), (path, "")])
    assert found == Submission(form="verein", fields={path: ("x",)}, source="form")


def test_in_a_change_an_empty_field_shall_become_so() -> None:
    pairs = [("_form", "aenderung"), ("_entry", "associations/chor"), ("phone", "")]
    found = of_pairs(pairs)
    assert found.fields == {"phone": ()}
    assert "Telefon: -" in write(found).split("\n")


@pytest.mark.parametrize(
    ("path", "given", "said"),
    [
        ("start", ("2026-12-01", "19:30"), ("2026-12-01 19:30",)),
        ("start", ("2026-12-01", ""), ("2026-12-01",)),
        ("repeat.day", ("last", "friday"), ("last friday",)),
        ("end", ("", ""), None),
        ("repeat.except", ("2026-12-24", "2026-12-31"), ("2026-12-24", "2026-12-31")),
    ],
)
def test_a_day_and_its_time_are_posted_apart(
    path: str, given: tuple[str, ...], said: tuple[str, ...] | None
) -> None:
    found = of_pairs([("_form", "termin"), *((path, value) for value in given)])
    assert found.fields == ({path: said} if said else {})


TEXTS = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from(list('\n >-:,;»«\\*"'))), max_size=60
)
LINES = TEXTS.map(lambda text: line(text).replace("\x00", "")).filter(bool)
LABELLED = st.sampled_from(["Name: x", "Themen:", "-----", "> x", "\\", "-", "Nachricht: -", "»a«"])


def paths(kind: type[Entry]) -> list[str]:
    templates = sorted(set(labels(kind).values()))
    return [path.replace("#", number) for path in templates for number in ("1", "12")]


@st.composite
def submissions(draw: st.DrawFn) -> Submission:
    form = draw(st.sampled_from(sorted(FORMS)))
    folder = draw(st.sampled_from(["associations", "events", "board"]))
    entry = "" if FORMS[form].kind else f"{folder}/chor-{draw(st.integers(1, 99))}"
    kind = kind_for(form, entry)
    assert kind is not None
    values = st.one_of(TEXTS.map(tidy), LABELLED).map(str.strip).filter(bool)
    chosen = draw(st.lists(st.sampled_from(paths(kind)), max_size=5, unique=True))
    fields = {path: tuple(draw(st.lists(values, max_size=3))) for path in chosen}
    return Submission(
        form=form,
        entry=entry,
        language=draw(st.sampled_from(["", "de", "ar", "de-simple", "kmr"])),
        fields=fields,
        sender=Sender(draw(LINES | st.just("")), draw(LINES | st.just(""))),
        message=draw(TEXTS.map(tidy)),
        consent=draw(st.booleans()),
    )


@pytest.mark.parametrize("value", ["Name: x", "Straße: y", "x: y", "\\Name: x"])
def test_what_looks_like_a_longer_label_is_read_back(value: str) -> None:
    submission = Submission(form="termin", fields={"venue": (value,)})
    assert read(write(submission)) == submission


@pytest.mark.slow
@given(submissions())
def test_what_is_written_is_read_back(submission: Submission) -> None:
    assert read(write(submission)) == submission


@given(TEXTS, st.sampled_from(sorted(FORMS)))
def test_any_text_can_be_read(text: str, form: str) -> None:
    found = read(f"Formular: {FORMS[form].title}\nEintrag: associations/x\n{text}")
    assert found is not None and found.form == form


def test_folders_are_kinds() -> None:
    assert {kind_for("aenderung", f"{folder}/x") for folder in FOLDERS} == {*FOLDERS.values()}
